"""When the day that the social worker gave was written down."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """A column is added; nothing that is there changes."""
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("social_worker_told_on", sa.Date(), nullable=True))
