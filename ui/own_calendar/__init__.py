"""Putting the dates into the carer’s own calendar."""
