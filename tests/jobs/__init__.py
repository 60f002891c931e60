"""Whole jobs, over real files and a real vault."""
