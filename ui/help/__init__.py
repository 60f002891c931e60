"""Help: what a PEP is, what to do when worried, and the keys."""
