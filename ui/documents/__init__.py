"""Papers: the PEP copies that came, and those that are still missing."""
