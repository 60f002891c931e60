"""Who comes to a meeting, when and where it is."""
