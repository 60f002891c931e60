"""The rules and term dates that come along, read from `resources/`."""
