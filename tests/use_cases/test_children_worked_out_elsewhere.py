"""Children whose next PEP was worked out by hand and with a counter of its own, from councils' pages and the law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from carer_app.choices import InsetDays, Owner, Support, WhichReview
from carer_app.domain.child import Child
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    changing_school,
    children,
    council_rules,
    for_home,
    own_calendar,
    planning,
    recording_the_meeting,
    school_dates,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import Step
from carer_app.use_cases.next_pep import Leads, NextPep, next_pep_of
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import read

TABLE = Path(__file__).with_name("children_worked_out_elsewhere.txt")
YEARS = {
    "2024/25": "09-03 10-25, 11-04 12-20, 01-06 02-14, 02-24 04-04, 04-22 05-23, 06-02 07-22",
    "2025/26": "09-03 10-24, 11-03 12-19, 01-05 02-13, 02-23 03-27, 04-13 05-22, 06-01 07-17",
    "2026/27": "09-03 10-23, 11-02 12-18, 01-04 02-12, 02-22 03-25, 04-12 05-28, 06-07 07-21",
}
DATES = {
    "birthday": ChildDate.BIRTHDAY, "care": ChildDate.CAME_INTO_CARE, "left": ChildDate.LEFT_CARE,
    "lastreview": ChildDate.LAST_REVIEW, "review": ChildDate.REVIEW, "ehcp": ChildDate.EHCP_REVIEW,
}  # fmt: skip
KINDS = {
    Leads.DUE: "due", Leads.WAS_DUE: "due", Leads.ROUGHLY: "at the latest", Leads.MEETING: "meeting",
    Leads.AGREED: "agreed", Leads.UNKNOWN: "asked", Leads.NOT_YET: "not yet", Leads.NO_MORE: "no more",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One made-up child on one day, what was typed of them, and what is true of their next PEP."""

    name: str
    today: date
    council: str
    kind: str
    day: date | None
    typed: dict[str, str]

    @property
    def is_late(self) -> bool:
        """Whether it was due for certain, and is not there."""
        return (
            self.kind in ("due", "told", "at the latest") and self.day is not None and self.day < self.today
        )


def _row(line: str) -> Row:
    name, on, council, answer, typed = line.split(" | ")
    kind, _, day = answer.rpartition(" ") if answer[-1].isdigit() else (answer, "", "")
    facts = dict(fact.split(" = ") for fact in typed.split("; ") if fact.strip())
    return Row(name, date.fromisoformat(on), council, kind, date.fromisoformat(day) if day else None, facts)


ROWS = [_row(line) for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _days(words: str) -> list[date]:
    return [date.fromisoformat(word) for word in words.split()]


def _periods(words: str) -> Iterator[tuple[int, date, date]]:
    """`2025/26 3` is the third stretch of a year."""
    wanted = words.split()
    which = int(wanted.pop()) if wanted[-1].isdigit() else None
    for name in wanted:
        year = int(name[:4])
        for place, period in enumerate(YEARS[name].split(", "), start=1):
            if which in (None, place):
                first, last = (date.fromisoformat(f"{year + (at < '09')}-{at}") for at in period.split())
                yield year, first, last


def _schools(session: Session, child: int, row: Row, place: int) -> None:
    typed = row.typed
    if "noschool" not in typed and "noplace" not in typed:
        children.set_school(session, child, f"School {place}", row.today)
    for number, day in enumerate(_days(typed.get("stays", ""))):
        if number == 0:
            children.set_school_start(session, child, day, row.today)
        else:
            changing_school.change_school(session, child, f"School {place}, {number}", day, row.today)
    if "noplace" in typed:
        children.set_school_place(session, child, False)
    session.flush()
    if "terms" in typed:
        stays = session.get_one(Child, child).schoolings
        school = stays[0 if "dates_of" in typed else -1].school_id
        told = list(_periods(typed["terms"]))
        builders.open_on(session, school, *((first, last) for _year, first, last in told))
        for year in dict.fromkeys(year for year, _first, _last in told):
            school_dates.say_inset(session, school, year, InsetDays.KNOWN)


def _meetings(session: Session, child: int, row: Row, place: int) -> None:
    typed = row.typed
    for day in _days(typed.get("held", "")):
        if "agreed" not in typed and "action" not in typed:
            children.set_date(session, child, ChildDate.LAST_PEP, day, row.today)
            continue
        meeting = planning.plan_meeting(session, child, f"uid-held-{place}")
        recording_the_meeting.meeting_was_held(session, meeting, day, day)
        if "agreed" in typed:
            recording_the_meeting.set_next_pep(session, meeting, date.fromisoformat(typed["agreed"]))
        if "action" in typed:
            new = NewAction("Ask about swimming", Owner.ME, "", date.fromisoformat(typed["action"]))
            recording_the_meeting.add_action(session, meeting, new, day)
    if "planned" in typed:
        on = date.fromisoformat(typed["planned"])
        meeting = planning.plan_meeting(session, child, f"uid-plan-{place}", min(row.today, on))
        planning.set_day(session, meeting, on)


def _build(session: Session, row: Row, place: int) -> int:
    typed = row.typed
    child = children.add_child(session, "Mia", FirstFact.NONE_YET, None, row.today, f"uid-{place}")
    for council in filter(None, (typed.get("was"), row.council)):
        children.set_council(session, child, council)
    if "own" in typed:
        council_rules.change_number(session, row.council, *typed["own"].split(", "), row.today)
    _schools(session, child, row, place)
    for name in DATES.keys() & typed.keys():
        children.set_date(session, child, DATES[name], date.fromisoformat(typed[name]), row.today)
    if "ehcp" in typed:
        children.set_support(session, child, Support.EHCP)
    if "which" in typed:
        children.set_last_review_was(session, child, WhichReview(typed["which"]))
    _meetings(session, child, row, place)
    if "told" in typed:
        day, on = _days(typed["told"])
        children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, day, on)
    return child


@pytest.fixture(scope="module")
def household() -> Iterator[tuple[Vault, dict[str, int]]]:
    """All of them in one vault, each at a school of their own."""
    with builders.new_vault_each_time() as vault:
        with vault.work() as session:
            ids = {row.name: _build(session, row, place) for place, row in enumerate(ROWS)}
        yield vault, ids


Household = tuple[Vault, dict[str, int]]
every_child = pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])


@every_child
def test_the_day_is_the_one_that_was_worked_out_elsewhere(row: Row, household: Household) -> None:
    vault, ids = household
    found: NextPep = read(vault, next_pep_of, ids[row.name], row.today)
    kind = "told" if found.due.said_by_social_worker and KINDS[found.leads] == "due" else KINDS[found.leads]
    by = found.due.surely_by if kind == "at the latest" else found.day
    assert (kind, by) == (row.kind, row.day)
    assert ("was due" in found.words) is row.is_late


@every_child
def test_home_says_it_where_it_is_late_and_no_file_has_a_day_that_is_over(
    row: Row, household: Household
) -> None:
    vault, ids = household
    with vault.reading() as session:
        card = for_home.next_step(session, session.get_one(Child, ids[row.name]), row.today)
        entries = own_calendar.own_entries(session, ids[row.name], row.today, due_dates=True)
        known = next_pep_of(session, ids[row.name], row.today)
    steps = {card.step, *(each.step for each in card.also)}
    if row.is_late:
        assert steps & {Step.ASK_FOR_DATE, Step.WAS_HELD}
    assert all(entry.on_day >= row.today for entry in entries)
    if row.kind in ("due", "told") and not row.is_late:
        may_be_sooner = bool(known.due.asks_for)
        said = "PEP due, at the latest" if may_be_sooner else "PEP due"
        assert [entry.on_day for entry in entries if entry.words == said] == [row.day]
