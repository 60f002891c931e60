"""What the records know of the small files beside them: an older one that was put back is noticed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """One row that knows nothing yet; nothing that is there changes."""
    op.create_table(
        "known_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ways_in", sa.Integer(), nullable=False),
        sa.Column("drafts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_known_numbers"),
    )
    op.execute("INSERT INTO known_numbers (id, ways_in, drafts) VALUES (1, 0, '')")
