"""A move to another home before the newest one: a PEP that is owed for it is not forgotten with the next move."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """A column is added; what was typed over before nobody knows."""
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("moved_home_before_on", sa.Date(), nullable=True))
