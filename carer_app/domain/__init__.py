"""The nouns and their rules. No session, no query, no clock."""
