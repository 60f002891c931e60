"""Notes between meetings, more about what is hard and who comes, the child's replies, and sheets as handed out."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Tables and columns are added; nothing that is there changes."""
    _columns()
    _tables()


def _words(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.String(), server_default=sa.text(f"'{default}'"), nullable=False)


def _columns() -> None:
    with op.batch_alter_table("answer") as table:
        table.add_column(_words("aside"))
    with op.batch_alter_table("concern") as table:
        for name in ("how_often", "since", "we_think", "child_says"):
            table.add_column(_words(name))
        table.add_column(sa.Column("ask_by", sa.Date(), nullable=True))
    with op.batch_alter_table("attendee") as table:
        table.add_column(_words("invited", "not_known"))
        table.add_column(_words("phone"))
        table.add_column(_words("child_calls"))
    with op.batch_alter_table("stored_document") as table:
        table.add_column(sa.Column("is_leaflet", sa.Boolean(), server_default=sa.text("0"), nullable=False))


def _tables() -> None:
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("seen", sa.String(), nullable=False),
        sa.Column("think", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("deleted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.id"], name="fk_note_child_id_child", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_child_id", "note", ["child_id"])
    op.create_table(
        "child_reply",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_child_reply_meeting_id_meeting", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_child_reply"),
        sa.UniqueConstraint("meeting_id", "item", name="uq_child_reply_meeting_id"),
    )
    op.create_index("ix_child_reply_meeting_id", "child_reply", ["meeting_id"])
    op.create_table(
        "handed_out",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name="fk_handed_out_meeting_id_meeting", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_handed_out"),
    )
    op.create_index("ix_handed_out_meeting_id", "handed_out", ["meeting_id"])
