"""Which council is responsible, and its rules."""
