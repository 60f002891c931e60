"""Papers of every kind: whose, of which day and for which meeting; their words, what they were made from, the place
where reading stopped, and the figures that a carer typed from a report.
"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Tables and columns are added; what is stored already is said to be what it is."""
    with op.batch_alter_table("stored_document") as table:
        for key, to, on in (
            ("child_id", "child", "CASCADE"),
            ("for_meeting_id", "meeting", "SET NULL"),
            ("for_review_id", "care_review", "SET NULL"),
        ):
            table.add_column(sa.Column(key, sa.Integer(), nullable=True))
            table.create_foreign_key(f"fk_stored_document_{key}_{to}", to, [key], ["id"], ondelete=on)
            table.create_index(f"ix_stored_document_{key}", [key])
        table.add_column(sa.Column("kind", sa.String(), server_default=sa.text("'other'"), nullable=False))
        table.add_column(sa.Column("on_day", sa.String(), nullable=True))
        for name in ("read_page", "read_zoom", "read_turns"):
            table.add_column(sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False))
    _say_what_is_there()
    op.create_table(
        "paper_page",
        *_of_a_document("paper_page"),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("by_machine", sa.Boolean(), nullable=False),
        sa.Column("boxes", sa.String(), nullable=False),
        sa.UniqueConstraint("document_id", "page", name="uq_paper_page_document_id"),
    )
    op.create_table(
        "paper_source",
        *_of_a_document("paper_source"),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("digest", "ending", "fingerprint")),
        sa.Column("seal_key", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
    )
    op.create_table(
        "report_figure",
        *_of_a_document("report_figure", sa.Column("child_id", sa.Integer(), nullable=False), may_be_empty=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("what", "subject", "value", "on_day")),
        sa.Column("deleted_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_report_figure_child_id_child", ondelete="CASCADE"),
    )  # fmt: skip
    op.create_index("ix_report_figure_child_id", "report_figure", ["child_id"])
    for name in ("paper_page", "paper_source", "report_figure"):
        op.create_index(f"ix_{name}_document_id", name, ["document_id"])


def _of_a_document(
    name: str, *before: "sa.Column[int]", may_be_empty: bool = False
) -> "tuple[sa.schema.SchemaItem, ...]":
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        *before,
        sa.Column("document_id", sa.Integer(), nullable=may_be_empty),
        sa.ForeignKeyConstraint(
            ["document_id"], ["stored_document.id"], name=f"fk_{name}_document_id_stored_document",
            ondelete="SET NULL" if may_be_empty else "CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )  # fmt: skip


def _say_what_is_there() -> None:
    """Whose a paper is was known by what names it; a copy has the day of its meeting."""
    of_copy = (
        "FROM pep_copy JOIN meeting ON meeting.id = pep_copy.meeting_id WHERE pep_copy.document_id = it.id"
    )
    of_view = "FROM child_view JOIN meeting ON meeting.id = child_view.meeting_id WHERE child_view.drawing_id = it.id"
    of_book = "FROM keepsake WHERE keepsake.document_id = it.id"
    op.execute(
        f"UPDATE stored_document AS it SET child_id = coalesce((SELECT meeting.child_id {of_copy}), "
        f"(SELECT meeting.child_id {of_view}), (SELECT keepsake.child_id {of_book})), "
        f"on_day = (SELECT meeting.held_on {of_copy}), "
        f"kind = CASE WHEN EXISTS (SELECT 1 {of_copy}) THEN 'pep_copy' "
        f"WHEN EXISTS (SELECT 1 {of_book} AND keepsake.kind = 'certificate') THEN 'certificate' "
        f"WHEN EXISTS (SELECT 1 {of_view}) OR EXISTS (SELECT 1 {of_book}) THEN 'childs_work' ELSE 'other' END"
    )
