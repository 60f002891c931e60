"""Notes between meetings: one line, written at once; and all of a child's notes."""
