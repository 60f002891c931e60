"""After the meeting and between two: who came, what was asked for and answered, reviews, days without school, lists,
letters and what is kept in the child's book; how an action came to be what it is.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_ON = {"meeting": "CASCADE", "agreed_action": "CASCADE", "child": "CASCADE", "care_review": "CASCADE"}


def upgrade() -> None:
    """Tables and columns are added. Nothing that is there changes."""
    with op.batch_alter_table("agreed_action") as table:
        table.add_column(sa.Column("concern_id", sa.Integer(), nullable=True))
        table.add_column(_added("at_home"))
        table.add_column(sa.Column("to_next_pep_on", sa.Date(), nullable=True))
        table.create_foreign_key(
            "fk_agreed_action_concern_id_concern", "concern", ["concern_id"], ["id"], ondelete="SET NULL"
        )
        table.create_index("ix_agreed_action_concern_id", ["concern_id"])
    with op.batch_alter_table("what_happened") as table:
        table.add_column(sa.Column("action_id", sa.Integer(), nullable=True))
        table.create_foreign_key(
            "fk_what_happened_action_id_agreed_action",
            "agreed_action", ["action_id"], ["id"], ondelete="SET NULL",
        )  # fmt: skip
        table.create_index("ix_what_happened_action_id", ["action_id"])
    with op.batch_alter_table("attendee") as table:
        table.add_column(_added("came"))
    with op.batch_alter_table("school_question") as table:
        table.add_column(_added("answer"))
    with op.batch_alter_table("concern") as table:
        table.add_column(_added("not_agreed_because"))
        table.add_column(sa.Column("not_agreed_on", sa.Date(), nullable=True))
    _new_tables()


def _new_tables() -> None:
    _create(
        "action_change", ("agreed_action",), _key("action_id"), _day("on_day"), *_words("what", "was", "now")
    )
    _create(
        "request", ("child", "meeting", "agreed_action"),
        _key("child_id"), _key("meeting_id", True), _key("action_id", True), *_words("about", "rung", "name"),
        _day("asked_on"), *_words("how", "left_out_because", "answer"), _day("answered_on", True),
        _day("thanked_on", True), _removed(),
    )  # fmt: skip
    _create(
        "not_now", ("child",), _key("child_id"), *_words("step"), _day("until"), once=("child_id", "step")
    )
    _create(
        "care_review", ("child",),
        _key("child_id"), _day("on_day", True), _day("held_on", True), *_words("chaired_by"), _removed(),
    )  # fmt: skip
    _create(
        "review_answer", ("care_review",),
        _key("review_id"), *_words("question", "text"), once=("review_id", "question"),
    )  # fmt: skip
    _create(
        "days_without_school", ("child",),
        _key("child_id"), *_words("kind"), _day("first_on"), _day("last_on", True),
        sa.Column("part_of_day", sa.Boolean(), nullable=False), *_words("reason"),
        *(_day(name, True) for name in ("in_writing_on", "social_worker_told_on", "virtual_school_told_on")),
        _removed(),
    )  # fmt: skip
    _create(
        "list_line", ("child",),
        _key("child_id"), *_words("which", "line", "text"), _day("done_on", True), once=("child_id", "which", "line"),
    )  # fmt: skip
    _create(
        "child_letter", ("child",),
        _key("child_id"), _day("begun_on"), *_words("text"), _day("given_on", True), _removed(),
    )  # fmt: skip
    _create(
        "keepsake", ("child", "stored_document"),
        _key("child_id"), _key("document_id"), *_words("kind"), _day("added_on"), _removed(),
    )  # fmt: skip
    _create(
        "meeting_put_off",
        ("meeting",),
        _key("meeting_id"),
        _day("was_on", True),
        _day("said_on"),
        *_words("why"),
    )


def _create(name: str, onto: Sequence[str], *columns: "sa.Column[object]", once: Sequence[str] = ()) -> None:
    """A table; its keys, in their order, lead to the tables in `onto`."""
    keys = [
        column.name
        for column in columns
        if isinstance(column.type, sa.Integer) and column.name.endswith("_id")
    ]
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        *(
            sa.ForeignKeyConstraint([key], [f"{to}.id"], name=f"fk_{name}_{key}_{to}", ondelete=_ON.get(to))
            for key, to in zip(keys, onto, strict=True)
        ),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        *([sa.UniqueConstraint(*once, name=f"uq_{name}_{once[0]}")] if once else []),
    )
    for key in keys:
        op.create_index(f"ix_{name}_{key}", name, [key])


def _key(name: str, may_be_empty: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.Integer(), nullable=may_be_empty)


def _day(name: str, may_be_empty: bool = False) -> "sa.Column[object]":
    return sa.Column(name, sa.Date(), nullable=may_be_empty)


def _words(*names: str) -> "list[sa.Column[object]]":
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _removed() -> "sa.Column[object]":
    return _day("deleted_on", True)


def _added(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False)
