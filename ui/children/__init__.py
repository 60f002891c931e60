"""The children, one page for each, and their schools’ dates."""
