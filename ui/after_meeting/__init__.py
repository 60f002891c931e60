"""After the meeting: what was said, what was agreed, when the next one is."""
