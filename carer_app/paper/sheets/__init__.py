"""The sheets, a file each: what one holds, the words round it, and everything on it in order. No drawing."""
