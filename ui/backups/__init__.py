"""Backups: seeing them, making them, going back to one."""
