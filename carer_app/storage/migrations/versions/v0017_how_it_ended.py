"""What became of an agreed action: done in part, ended and why, whether it helped; and why it was agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Columns are added. Nothing that is there changes, and of nothing is it said that it has ended or helped."""
    with op.batch_alter_table("agreed_action") as table:
        for name in ("why", "how_we_know"):
            table.add_column(_words(name))
        table.add_column(sa.Column("partly_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("ended_on", sa.Date(), nullable=True))
        for name in ("ended_why", "helped"):
            table.add_column(_words(name))


def _words(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False)
