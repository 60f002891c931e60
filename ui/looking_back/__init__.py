"""Looking back: the school years of a child as strips, and what happened month by month."""
