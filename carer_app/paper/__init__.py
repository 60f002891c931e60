"""What goes on paper: the words of each sheet, the sheets themselves, and the calendar file."""
