"""Working out dates without any records."""
