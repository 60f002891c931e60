"""When a child in care moved to another home: some councils ask for a full PEP then."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """A column is added; nothing that is there changes."""
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("moved_home_on", sa.Date(), nullable=True))
