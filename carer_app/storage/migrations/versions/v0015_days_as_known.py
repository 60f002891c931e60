"""A day that is only roughly known is kept so: "2025-06-01 month" for June 2025. Before, it was its first day."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_DAYS = {"note": "on_day", "child_view": "said_on", "answer": "on_day", "household": "keep_said_on"}
_SHORT = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)


def upgrade() -> None:
    """A day that is there may have been typed exactly or not: nobody knows, and it stays the day it is."""
    for name, column in _DAYS.items():
        with op.batch_alter_table(name) as table:
            table.alter_column(column, existing_type=sa.Date(), type_=sa.String())
        _spell_in_full(name, column)


def _spell_in_full(name: str, column: str) -> None:
    """As a date, "2025-6-1" was read too."""
    connection = op.get_bind()
    for row in connection.execute(sa.text(f"SELECT id, {column} FROM {name}")).all():
        short = _SHORT.fullmatch(str(row[1]))
        if short and (day := f"{short[1]}-{short[2]:0>2}-{short[3]:0>2}") != row[1]:
            connection.execute(
                sa.text(f"UPDATE {name} SET {column} = :day WHERE id = :id"), {"day": day, "id": row[0]}
            )
