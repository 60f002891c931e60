"""Getting ready for one meeting: eight parts in any order."""
