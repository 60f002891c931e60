"""The locked records: keys, the records themselves, and the papers sealed beside them."""
