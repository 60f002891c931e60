"""She, he or they: asked once of each child. Of children that are here already nobody has said it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Each child is "they" until somebody says otherwise."""
    with op.batch_alter_table("child") as table:
        table.add_column(sa.Column("pronoun", sa.String(), nullable=False, server_default=sa.text("'they'")))
