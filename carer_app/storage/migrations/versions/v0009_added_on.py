"""When a child was added: in the first days Home asks for what is missing, and later only for what matters soon."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """A column is added; of children who are there already nobody knows the day, and nothing is asked anew."""
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("added_on", sa.Date(), nullable=True))
