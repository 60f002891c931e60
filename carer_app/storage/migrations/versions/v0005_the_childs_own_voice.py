"""What the child kept in their own part, and what happened with it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Columns and a table are added; nothing that is there changes."""
    with op.batch_alter_table("child_view") as table:
        table.add_column(sa.Column("kept_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("taken_off_on", sa.Date(), nullable=True))
        for name in ("question", "asked", "mark"):
            table.add_column(sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
        table.add_column(sa.Column("about_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("drawing_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_child_view_drawing_id_stored_document", "stored_document", ["drawing_id"], ["id"]
        )
        table.create_index("ix_child_view_drawing_id", ["drawing_id"])
        table.create_foreign_key(
            "fk_child_view_about_id_child_view", "child_view", ["about_id"], ["id"], ondelete="CASCADE"
        )
        table.create_index("ix_child_view_about_id", ["about_id"])
    op.create_table(
        "what_happened",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("view_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("at_the_meeting", "now", "who")),
        sa.Column("by_when", sa.Date(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("cannot_because", "ask_about_it")),
        sa.ForeignKeyConstraint(
            ["view_id"], ["child_view.id"], name="fk_what_happened_view_id_child_view", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_what_happened"),
    )
    op.create_index("ix_what_happened_view_id", "what_happened", ["view_id"], unique=True)
