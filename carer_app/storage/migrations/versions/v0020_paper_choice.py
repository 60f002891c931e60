"""What a carer chose of a child's papers for one kind of reader."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """A table is added; nothing that is stored changes."""
    op.create_table(
        "paper_choice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("reader", "names", "kept_back", "parts_off", "words_off")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.id"], name="fk_paper_choice_child_id_child", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_paper_choice"),
        sa.UniqueConstraint("child_id", "reader", name="uq_paper_choice_child_id"),
    )
    op.create_index("ix_paper_choice_child_id", "paper_choice", ["child_id"])
