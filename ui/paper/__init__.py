"""Sheets: checked, looked at, printed, saved."""
