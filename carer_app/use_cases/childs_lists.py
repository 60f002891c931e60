"""The lists that are kept for one child: the school card, and the first week with its words to copy."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import ChildList, Role
from carer_app.domain.between_meetings import ListLine
from carer_app.domain.child import Child
from carer_app.paper.content import Item
from carer_app.paper.sheets.first_week_sheet import FirstWeekSheet
from carer_app.paper.sheets.school_card_sheet import SchoolCardSheet
from carer_app.texts import facts
from carer_app.texts.child_lists import LineOfList, child_list
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.lookup import carer_with_role, find, own_name
from carer_app.use_cases.naming import in_a_sentence
from carer_app.words import _

FIRST_WEEKS = timedelta(weeks=4)
"""So long the first week stands in sight."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list, with what is kept in it. `words` are ready to copy; `to` says whom they are for."""

    id: str
    ask: str
    why: str
    has_box: bool
    text: str = ""
    done_on: date | None = None
    to: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A whole list. `known` is the sentence about the day on which it was looked up."""

    child: str
    rows: tuple[ListRow, ...]
    known: str

    @property
    def done(self) -> int:
        """How many are ticked."""
        return sum(row.done_on is not None for row in self.rows)


def list_of(session: Session, child_id: int, which: ChildList, today: date) -> ListView:
    """A list of a child, its lines in their order."""
    child, lines = find(session, Child, child_id), child_list(which)
    kept = _kept(session, child_id, which)
    carer = own_name(session)
    rows = tuple(_row(each, which, kept.get(each.key), child, carer, today) for each in lines.line)
    return ListView(child.name, rows, facts.as_we_had_them(lines.rests_on))


def is_new_here(session: Session, child_id: int, today: date) -> bool:
    """Whether the child came to live here, or was written down here, in the last weeks."""
    child = find(session, Child, child_id)
    known = (child.added_on, child.came_into_care_on, child.moved_home_on)
    return any(timedelta(0) <= today - day < FIRST_WEEKS for day in known if day is not None)


def write_line(session: Session, child_id: int, which: ChildList, line: str, text: str) -> None:
    """Keep what was written in one line."""
    _line(session, child_id, which, line).text = text


def tick_line(session: Session, child_id: int, which: ChildList, line: str, on: date | None) -> None:
    """It is done since a day, or (None) not yet. Ticking twice keeps the first day."""
    row = _line(session, child_id, which, line)
    row.done_on = None if on is None else row.done_on or on


@answered_once
def school_card_sheet(session: Session, child_id: int, today: date) -> SchoolCardSheet:
    """The card as it is printed: only lines with words in them."""
    child = find(session, Child, child_id)
    kept = _kept(session, child_id, ChildList.SCHOOL_CARD)
    lines = child_list(ChildList.SCHOOL_CARD).line
    schooling = child.schooling_on(today)
    return SchoolCardSheet(
        child=child.name,
        lines=tuple(Item(kept[each.key].text, each.ask) for each in lines if each.key in kept),
        school=schooling.school.name if schooling else "",
        written_by=carer_with_role(session),
        as_of=today,
    )


def first_week_sheet(session: Session, child_id: int, today: date) -> FirstWeekSheet:
    """The list as it stands, with room to write what nobody has said yet."""
    view = list_of(session, child_id, ChildList.FIRST_WEEK, today)
    ticks = [row for row in view.rows if not row.has_box]
    heard = tuple(Item(row.text, row.ask) for row in view.rows if row.has_box and row.text.strip())
    return FirstWeekSheet(
        child=view.child,
        to_do=tuple(row.ask for row in ticks if row.done_on is None),
        done=tuple(row.ask for row in ticks if row.done_on is not None),
        heard=heard,
        unheard=tuple(row.ask for row in view.rows if row.has_box and not row.text.strip()),
        as_of=today,
    )


def _kept(session: Session, child_id: int, which: ChildList) -> dict[str, ListLine]:
    rows = session.scalars(select(ListLine).where(ListLine.child_id == child_id, ListLine.which == which))
    return {row.line: row for row in rows}


def _line(session: Session, child_id: int, which: ChildList, line: str) -> ListLine:
    find(session, Child, child_id)
    if line not in {each.key for each in child_list(which).line}:
        raise ValueError(line)
    row = _kept(session, child_id, which).get(line)
    if row is None:
        row = ListLine(child_id=child_id, which=which, line=line, text="")
        session.add(row)
        session.flush()
    return row


def _row(
    line: LineOfList, which: ChildList, kept: ListLine | None, child: Child, carer: str, today: date
) -> ListRow:
    role = Role(line.to) if line.to else None
    person = child.person(role, today) if role else None
    name = person.name if person else ""
    return ListRow(
        id=line.key,
        ask=line.ask,
        why=line.why,
        has_box=line.write or which == ChildList.SCHOOL_CARD,
        text=kept.text if kept else "",
        done_on=kept.done_on if kept else None,
        to=_("For {who}").format(who=in_a_sentence(name, role)) if role else "",
        words=filled(line.words, name, carer),
    )


def filled(words: str, who: str, carer: str) -> str:
    """Ready words with the names in them; where one is not known, nothing stands for it."""
    told = words.strip()
    if not who:
        told = told.replace(" {who}", "")
    if not carer:
        told = told.removesuffix(",\n{carer}")
    return told.replace("{who}", who).replace("{carer}", carer)
