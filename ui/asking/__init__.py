"""Ask again: whose turn it is, the words to copy, and what is written down of it."""
