"""Reading what comes from outside: every limit and every refusal is here."""
