"""May notes be kept here, the way-back-in sheet, a second place for backups, and how often was saved."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Columns and tables are added; nothing that is there is touched."""
    with op.batch_alter_table("household") as table:
        for name in ("keep_answer", "keep_said_by"):
            table.add_column(sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
        for name in ("keep_said_on", "keep_asked_on", "sheet_made_on", "sheet_proved_on"):
            table.add_column(sa.Column(name, sa.Date(), nullable=True))
        table.add_column(sa.Column("sheet_asks_group", sa.Integer(), nullable=True))
        table.add_column(sa.Column("sheet_group", sa.String(), server_default=sa.text("''"), nullable=False))
        for name in ("remind_sheet_from", "remind_backup_from"):
            table.add_column(sa.Column(name, sa.Date(), nullable=True))
    op.create_table(
        "save_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("saves", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_save_count"),
    )
    op.execute("INSERT INTO save_count (id, saves) VALUES (1, 0)")
    op.create_table(
        "second_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("last_backup_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_second_place"),
    )
