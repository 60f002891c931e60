"""Whole jobs that need more than a session: files, sealing, paper."""
