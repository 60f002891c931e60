"""The running application: its window and all that surrounds the page on screen."""
