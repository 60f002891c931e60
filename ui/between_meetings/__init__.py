"""A child's life between meetings: days without full-time school, the school card, the first week, days that suit."""
