"""The responsible council and its changed numbers, reviews, school years' training days, and the carer's calendar."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Tables and columns are added; what was noted about a whole school is noted for each of its years."""
    _columns()
    _tables()
    _note_each_year()
    # In place: making the table anew would drop it for a moment, and what hangs on a school with it.
    for name in ("dates_source", "inset_days_known"):
        op.execute(f"ALTER TABLE school DROP COLUMN {name}")


def _columns() -> None:
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("council", sa.String(), server_default=sa.text("''"), nullable=False))
        table.add_column(sa.Column("left_care_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("years_ahead", sa.Integer(), server_default=sa.text("0"), nullable=False))
        table.add_column(
            sa.Column("has_school_place", sa.Boolean(), server_default=sa.text("1"), nullable=False)
        )
        table.add_column(sa.Column("last_review_on", sa.Date(), nullable=True))
        table.add_column(
            sa.Column("last_review_was", sa.String(), server_default=sa.text("'not_known'"), nullable=False)
        )
        table.add_column(sa.Column("ehcp_review_on", sa.Date(), nullable=True))
    with op.batch_alter_table("meeting") as table:
        table.add_column(sa.Column("called_off_on", sa.Date(), nullable=True))
        for due in ("was_due", "copy_due"):
            table.add_column(sa.Column(f"{due}_on", sa.Date(), nullable=True))
            table.add_column(
                sa.Column(f"{due}_why", sa.String(), server_default=sa.text("''"), nullable=False)
            )


def _tables() -> None:
    op.create_table(
        "rule_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("rules_key", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("was", sa.String(), nullable=False),
        sa.Column("now", sa.String(), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rule_change"),
    )
    op.create_table(
        "calendar_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.id"], name="fk_calendar_entry_child_id_child", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_entry"),
        sa.UniqueConstraint("child_id", "what", name="uq_calendar_entry_child_id"),
    )
    op.create_index("ix_calendar_entry_child_id", "calendar_entry", ["child_id"])
    op.create_table(
        "school_year_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("school_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("inset", sa.String(), nullable=False),
        sa.Column("inset_unknown", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name="fk_school_year_note_school_id_school", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_school_year_note"),
        sa.UniqueConstraint("school_id", "year", name="uq_school_year_note_school_id"),
    )
    op.create_index("ix_school_year_note_school_id", "school_year_note", ["school_id"])


def _note_each_year() -> None:
    """One note for each school year that a school has dates for, with what was noted about the school as a whole."""
    bind = op.get_bind()
    schools = bind.execute(sa.text("SELECT id, dates_source, inset_days_known FROM school")).all()
    for school_id, source, known in schools:
        ends = bind.execute(
            sa.text("SELECT last_day FROM school_period WHERE school_id = :school"), {"school": school_id}
        ).scalars()
        for year in sorted({_school_year(date.fromisoformat(end)) for end in ends}):
            bind.execute(
                sa.text(
                    "INSERT INTO school_year_note (school_id, year, inset, inset_unknown, source) "
                    "VALUES (:school, :year, :inset, 0, :source)"
                ),
                {
                    "school": school_id,
                    "year": year,
                    "inset": "known" if known else "not_known",
                    "source": source,
                },
            )


def _school_year(day: date) -> int:
    return day.year if day.month >= 9 else day.year - 1
