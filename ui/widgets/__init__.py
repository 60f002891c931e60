"""Parts of screens that know nothing about children, meetings or records."""
