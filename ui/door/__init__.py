"""The door: opening and locking, ways in, backups, going back."""
