"""Leaflets and words: to read, to print, to keep."""
