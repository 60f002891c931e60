"""What is answered in words, with a day, with a choice of ours, and which name goes on paper how: each on its own.

Before, all of it stood in one column as text, and a person's name was part of a key.
"""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_DAYS = {"tell_the_child.talked_on", "tell_the_child.views_agreed_on", "child_says.asked_on"}
_CODES = {
    "tell_the_child.taking_part", "tell_the_child.talked_about", "when_where.suits_me", "when_where.suits_child",
    "when_where.suits_school", "check.child_has_seen", "check.family_there", "kept.read_to", "kept.wish",
}  # fmt: skip
_USED, _NAME = "used_note.", "name."


def upgrade() -> None:
    with op.batch_alter_table("answer") as table:
        table.add_column(sa.Column("code", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("on_day", sa.Date(), nullable=True))
    op.create_table(
        "name_on_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("on_paper", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_name_on_paper_meeting_id_meeting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_on_paper")),
        sa.UniqueConstraint("meeting_id", "name", name=op.f("uq_name_on_paper_meeting_id")),
    )
    with op.batch_alter_table("name_on_paper") as table:
        table.create_index(op.f("ix_name_on_paper_meeting_id"), ["meeting_id"], unique=False)
    connection = op.get_bind()
    for row in connection.execute(
        sa.text("SELECT id, meeting_id, question, text FROM answer ORDER BY id")
    ).all():
        if row.question.startswith(_NAME):
            connection.execute(
                sa.text(
                    "INSERT INTO name_on_paper (meeting_id, name, on_paper) VALUES (:meeting, :name, :how)"
                ),
                {"meeting": row.meeting_id, "name": row.question.removeprefix(_NAME), "how": row.text},
            )
            connection.execute(sa.text("DELETE FROM answer WHERE id = :id"), {"id": row.id})
        elif row.question in _CODES or row.question.startswith(_USED):
            connection.execute(
                sa.text("UPDATE answer SET code = text, text = '' WHERE id = :id"), {"id": row.id}
            )
        elif row.question in _DAYS and _is_day(row.text):
            connection.execute(
                sa.text("UPDATE answer SET on_day = text, text = '' WHERE id = :id"), {"id": row.id}
            )


def _is_day(words: str) -> bool:
    """What is no day, as only somebody else's hand can have put it there, stays as the words it is."""
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False
