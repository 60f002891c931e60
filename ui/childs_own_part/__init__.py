"""The way into the child's own part: the one room that may import it."""
