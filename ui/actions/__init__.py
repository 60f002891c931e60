"""Everyone’s actions."""
