"""What it knows of the computer it runs on."""
