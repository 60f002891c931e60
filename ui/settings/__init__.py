"""How PEP Companion looks and locks."""
