"""What these records were called under the keys of before: so their old backups are told from somebody else's."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """A column is added; of keys that went before it nothing is known."""
    with op.batch_alter_table("known_numbers") as table:
        table.add_column(sa.Column("earlier_ids", sa.String(), nullable=False, server_default=sa.text("''")))
