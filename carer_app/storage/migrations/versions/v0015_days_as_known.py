"""A day that is only roughly known is kept so: "2025-06-01 month" for June 2025. Before, it was its first day.

And training days are all known only where somebody has said so.
"""

import json
import re

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_DAYS = {"note": "on_day", "child_view": "said_on", "answer": "on_day", "household": "keep_said_on"}
_SHORT = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)", re.ASCII)


def upgrade() -> None:
    """A day that is there may have been typed exactly or not: nobody knows, and it stays the day it is."""
    _not_all_known_where_nobody_said_so()
    for name, column in _DAYS.items():
        with op.batch_alter_table(name) as table:
            table.alter_column(column, existing_type=sa.Date(), type_=sa.String())
        _spell_in_full(name, column)


def _not_all_known_where_nobody_said_so() -> None:
    """Five training days with a date were taken for all; that nobody had said so was noted beside them."""
    connection = op.get_bind()
    for row in connection.execute(sa.text("SELECT place, text FROM draft WHERE field = 'doubts'")).all():
        school = re.fullmatch(r"school_dates (\d+)", row.place)
        if school is None:
            continue
        for year in _supposed(row.text):
            connection.execute(
                sa.text(
                    "UPDATE school_year_note SET inset = 'partly' "
                    "WHERE school_id = :school AND year = :year AND inset = 'known'"
                ),
                {"school": int(school[1]), "year": year},
            )


def _supposed(text: str) -> list[int]:
    """The school years of which it was supposed. What somebody else's hand put there says nothing."""
    try:
        told = json.loads(text)
        return [int(year) for year, each in told.items() if each.get("is_supposed")]
    except (ValueError, AttributeError):
        return []


def _spell_in_full(name: str, column: str) -> None:
    """As a date, "2025-6-1" was read too."""
    connection = op.get_bind()
    for row in connection.execute(sa.text(f"SELECT id, {column} FROM {name}")).all():
        short = _SHORT.fullmatch(str(row[1]))
        if short and (day := f"{short[1]}-{short[2]:0>2}-{short[3]:0>2}") != row[1]:
            connection.execute(
                sa.text(f"UPDATE {name} SET {column} = :day WHERE id = :id"), {"day": day, "id": row[0]}
            )
