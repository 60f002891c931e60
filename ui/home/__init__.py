"""Home: what needs doing."""
