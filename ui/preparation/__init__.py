"""Getting ready for one meeting: a short way, and more in any order."""
