"""Our own writing that comes along as data: read from resources, with where each was read and the day."""
