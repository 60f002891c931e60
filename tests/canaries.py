"""A word of its own in every column with words, by the register: whoever finds one knows which column it came from."""

from datetime import date
from typing import Any

from sqlalchemy import Integer, LargeBinary, func, insert, select, text
from sqlalchemy.orm import Session

from carer_app.choices import (
    ChildList,
    FigureKind,
    ForWhom,
    HowAsked,
    KeepsakeKind,
    NoteKind,
    OnPaper,
    ReplyMark,
    RequestAbout,
    Role,
    WithoutSchool,
)
from carer_app.domain.register import ABOUT_A_CHILD, REGISTER, Kind
from carer_app.storage.vault import Vault
from tests import builders

CODES = {
    "note.kind": NoteKind.GOOD_NEWS,
    "calendar_entry.what": "next_pep",
    "child_reply.item": "answer:going_well.school",
    "child_reply.mark": ReplyMark.RIGHT,
    "name_on_paper.on_paper": OnPaper.KEEP,
    "handed_out.kind": ForWhom.EVERYONE,
    "request.about": RequestAbout.ACTION,
    "request.rung": Role.SOCIAL_WORKER,
    "request.how": HowAsked.TELEPHONE,
    "days_without_school.kind": WithoutSchool.SENT_HOME,
    "list_line.which": ChildList.SCHOOL_CARD,
    "keepsake.kind": KeepsakeKind.CERTIFICATE,
    "report_figure.what": FigureKind.ATTENDANCE,
}
"""One of ours for each code that has none by itself."""

ONLY_WHERE = {"answer.text": "code = '' AND on_day IS NULL"}
"""Rows in which a column may hold words: what is answered with a choice or a day has none."""


def plant(vault: Vault, leave: frozenset[tuple[str, str]] = frozenset()) -> dict[str, str]:
    """Every word that was planted, with its "table.column". What decides what is shown stays: codes, and `leave`."""
    planted: dict[str, str] = {}
    with vault.work() as session:
        a_row_in_every_table(session)
        for noun, table in REGISTER.items():
            name = noun.__tablename__
            for column, said in table.columns.items():
                if said.kind not in (Kind.PROSE, Kind.NAME) or (name, column) in leave:
                    continue
                where = ONLY_WHERE.get(f"{name}.{column}", "true")
                rows = session.execute(text(f'SELECT rowid, "{column}" FROM "{name}" WHERE {where}')).all()
                for row, value in rows:
                    canary = f"Zq{len(planted)}canary"
                    session.execute(
                        text(f'UPDATE "{name}" SET "{column}" = :words WHERE rowid = :row'),
                        {"words": f"{value} {canary}".strip(), "row": row},
                    )
                    planted[canary] = f"{name}.{column}"
    return planted


def columns_to_plant() -> set[str]:
    """Every "table.column" about a child that must hold a canary afterwards."""
    return {
        f"{table.noun.__tablename__}.{column}"
        for table in ABOUT_A_CHILD
        for column, said in table.columns.items()
        if said.kind in (Kind.PROSE, Kind.NAME)
    }


def a_row_in_every_table(session: Session) -> None:
    """What is about a child has one row at least in each table: filled as little as its rules allow."""
    nouns = [table.noun for table in ABOUT_A_CHILD]
    tables = {noun.__table__ for noun in nouns}
    for table in nouns[0].metadata.sorted_tables:
        if table in tables and not session.scalar(select(func.count()).select_from(table)):
            values = {column.name: _least(session, column) for column in table.columns if not column.nullable}
            session.execute(insert(table).values({k: v for k, v in values.items() if v is not None}))


def _least(session: Session, column: Any) -> Any:
    if column.primary_key or column.default is not None:
        return None
    for key in column.foreign_keys:
        return session.scalar(select(func.min(key.column)))
    if column.type.python_type is date:  # exact, or as well as it is known
        return builders.TODAY
    if isinstance(column.type, LargeBinary):
        return builders.A_PDF
    return 1 if isinstance(column.type, Integer) else CODES.get(f"{column.table.name}.{column.name}", "")
