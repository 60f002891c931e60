"""More than one move to another home before the newest: none of them makes another be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """The day that is there is a list of one already."""
    with op.batch_alter_table("child") as table:
        table.alter_column("moved_home_before_on", existing_type=sa.Date(), type_=sa.String(), nullable=True)
