"""Half-typed words stand under a stable name, and say whom they are about.

Before, they stood under what Python called their page: "EditChild(child_id=3, at=''):changed_school". Whatever cannot
be read so stays under the name it has, and nothing is lost.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_PAGE = re.compile(r"(\w+)\((.*?)\)(:.*)?", re.DOTALL)
_FACT = re.compile(r"(\w+)=(?:<[^:>]*: )?('[^']*'|\d+)")
_TABLES = {
    "child_id": "child", "school_id": "school", "meeting_id": "meeting", "document_id": "stored_document",
    "sheet_id": "handed_out",
}  # fmt: skip
_A_DAY_OF_AN_ACTION = re.compile(r"due_(\d+)")


def upgrade() -> None:
    with op.batch_alter_table("draft") as table:
        table.add_column(sa.Column("about", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("about_id", sa.Integer(), nullable=False, server_default=sa.text("0")))
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT place, field, text FROM draft ORDER BY rowid")).all()
    chosen = {row.place: row.text for row in rows if row.field == "child"}
    for row in rows:
        place, about, about_id = named(row.place, row.field, chosen.get(row.place, ""))
        connection.execute(
            # Two of an older spelling may have one name now: the second stays where it is.
            sa.text("UPDATE OR IGNORE draft SET place = :new WHERE place = :old AND field = :field"),
            {"new": place, "old": row.place, "field": row.field},
        )
        connection.execute(
            sa.text(
                "UPDATE draft SET about = :about, about_id = :id WHERE place IN (:new, :old) AND field = :field"
            ),
            {"about": about, "id": about_id, "new": place, "old": row.place, "field": row.field},
        )


def named(old: str, field: str, child: str = "") -> tuple[str, str, int]:
    """The stable name, and the table and row it is about. `child` is whom a note not yet kept was said to be about."""
    said = _PAGE.fullmatch(old)
    if said is None:
        return old, "", 0
    page, inside, form = said[1], said[2], said[3] or ""
    facts = [(name, value.strip("'")) for name, value in _FACT.findall(inside) if name != "at"]
    about, number = next(((_TABLES[name], value) for name, value in facts if name in _TABLES), ("", "0"))
    if page == "Actions" and (action := _A_DAY_OF_AN_ACTION.fullmatch(field)):
        about, number = "agreed_action", action[1]
    elif page == "WriteNote" and number == "0":
        about, number = ("child", child) if child.isdecimal() else ("", "0")
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", page).lower()
    words = (name, *(value for _fact, value in facts), *form.split(":")[1:])
    return " ".join(words), about, int(number)
