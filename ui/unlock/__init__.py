"""The pages before the records are open."""
