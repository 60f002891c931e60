"""Alembic's entry: it works on the connection and in the transaction that it is given, and has no settings file."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
context.run_migrations()
