"""One fact, one sentence: Home, the child’s page, the dates page, the calendar and the sheets say the same day."""

import re
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from carer_app.computer.preferences import Preferences
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.typed_dates import read_day, say_day
from carer_app.use_cases import (
    children,
    for_home,
    own_calendar,
    planning,
    recording_the_meeting,
    reporting_back,
    school_dates,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import NextStep, Step
from tests.ui.conftest import NoDoor
from tests.ui.preparing_pages import sentences
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import ChildRecord, DatesOf
from ui.base.records import Records
from ui.children.child_record import ChildRecordPage
from ui.children.dates_of import DatesOfPage
from ui.widgets.buttons import RowButton

START = date(2026, 3, 10)
DAYS = st.integers(-300, 300).map(lambda days: START + timedelta(days=days))
PAST = st.integers(-300, 0).map(lambda days: START + timedelta(days=days))
SHORT_DAY = re.compile(r"\d{1,2} [A-Z]\w+ \d{4}")
SAID_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} \w+ \d{4}")


@dataclass(frozen=True)
class Household:
    """What one carer typed: facts of the child, then what became of meetings, then how many days went by."""

    council: str
    has_dates: bool
    facts: dict[ChildDate, date]
    steps: list[tuple[str, date | None]]
    later: int


HOUSEHOLDS = st.builds(
    Household,
    council=st.sampled_from(["", "Southwark", "Leeds", "Borsetshire"]),
    has_dates=st.booleans(),
    facts=st.fixed_dictionaries(
        {},
        optional={
            ChildDate.CAME_INTO_CARE: PAST,
            ChildDate.LAST_PEP: PAST,
            ChildDate.LAST_REVIEW: PAST,
            ChildDate.SOCIAL_WORKER_SAYS: DAYS,
            ChildDate.REVIEW: DAYS,
            ChildDate.LEFT_CARE: DAYS,
        },
    ),
    steps=st.lists(
        st.one_of(
            st.tuples(st.just("planned"), st.none() | DAYS),
            st.tuples(st.just("held"), PAST),
            st.tuples(st.just("next"), DAYS),
            st.tuples(st.just("off"), st.none()),
        ),
        max_size=6,
    ),
    later=st.integers(0, 120),
)


def make(vault: Vault, told: Household) -> int:
    with vault.work() as session:
        child = children.add_child(session, "Mia", FirstFact.NONE_YET, None, START, "uid-0")
        children.set_council(session, child, told.council)
        children.set_school(session, child, "Riverside Primary")
        if told.has_dates:
            school = children.child_facts(session, child, START).school_id
            assert school is not None
            school_dates.use_example(session, school, "riverside_2025_26")
        for which, day in told.facts.items():
            # A next review before the last one is refused, and is in no records. Nothing else is.
            with suppress(NotAllowed) if which == ChildDate.REVIEW else nullcontext():
                children.set_date(session, child, which, day, START)
        held = None
        for number, (what, day) in enumerate(told.steps, start=1):
            if what == "next":
                if held is not None and day is not None and day > held[1]:
                    recording_the_meeting.set_next_pep(session, held[0], day)
                continue
            meeting = planning.plan_meeting(session, child, f"uid-{number}")
            if what == "planned":
                planning.set_day(session, meeting, day)
            elif what == "off":
                planning.call_off(session, meeting, START)
            elif day is not None:
                recording_the_meeting.meeting_was_held(session, meeting, day, START)
                if held is None or day > held[1]:
                    held = (meeting, day)
    return child


@pytest.fixture(scope="module")
def looking(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    background = Background()
    records = Records(background)
    folder = tmp_path_factory.mktemp("facts")
    yield lambda day: House(records, lambda: day, Preferences, lambda _wanted: None, NoDoor(folder, records))
    background.finish()


def days_in(words: str) -> list[date]:
    return [read_day(found, START) for found in SAID_DAY.findall(words)]


def home_day(step: NextStep) -> set[date]:
    """The days that Home names as that of the next meeting, or as the one by which it is due."""
    if step.step in (Step.BEGIN, Step.BEGIN_NOW):
        return set(days_in(step.why)[:1])
    if step.meeting_on is not None:
        return {step.meeting_on}
    if step.step == Step.NOTHING and "Next: " in step.why:
        return {read_day(day, START) for day in re.findall(r"\d{1,2} [A-Z]\w+(?: \d{4})?", step.why)[:1]}
    if step.step == Step.ASK_FOR_DATE:
        found = re.findall(r"due by (\d{1,2} [A-Z]\w+(?: \d{4})?)", step.why)
        return {read_day(day, START) for day in found if day[-4:].isdigit()}
    return set()


def _leaving(left: date, *steps: tuple[str, date | None]) -> Household:
    """A child who leaves care, with a meeting that was put down before anybody knew."""
    return Household("Southwark", True, {ChildDate.LEFT_CARE: left}, list(steps), 0)


@example(told=_leaving(date(2026, 3, 9), ("planned", date(2026, 3, 12))))
@example(told=_leaving(date(2026, 3, 20), ("planned", date(2026, 3, 24))))
@example(told=_leaving(date(2026, 3, 20), ("planned", date(2026, 3, 20))))
@example(told=_leaving(date(2026, 3, 9), ("held", date(2026, 3, 1)), ("next", date(2026, 5, 11))))
@example(told=_leaving(date(2026, 3, 20), ("planned", date(2026, 3, 24)), ("planned", date(2026, 3, 18))))
@settings(max_examples=30, deadline=None, phases=[Phase.explicit, Phase.generate], report_multiple_bugs=False)
@given(told=HOUSEHOLDS)
def test_every_page_sheet_and_file_names_the_same_day_in_the_same_state(
    looking: Any, told: Household
) -> None:
    vault = Vault.in_memory()
    now = START + timedelta(days=told.later)
    house = looking(now)
    house.records.open(vault)
    child = make(vault, told)
    with vault.reading() as session:
        (step,) = for_home.home(session, now).steps
        review_list = reporting_back.actions_for_review(session, child, now)
    names = count(1)
    with vault.work() as session:
        entries = own_calendar.entries_to_write(
            session, child, now, lambda: f"due-{next(names)}", due_dates=True
        )
    file = {each.key.partition(":")[0]: each.on_day for each in entries if not each.cancelled}
    page, dates = ChildRecordPage(house, ChildRecord(child)), DatesOfPage(house, DatesOf(child))
    page.show_now()
    dates.show_now()
    headline = page.next_pep.when.words()
    on_page = days_in(headline)

    # The next PEP: the child's page, the dates page, the calendar file and Home.
    assert all(day in days_in(sentences(dates)) for day in on_page), headline
    if bound := SHORT_DAY.findall(headline) if not on_page else []:
        # No day can be given, but one by which it is due at the latest: Home names no other, nor does a file.
        assert headline.startswith(("Due ", "It was due "))
        assert home_day(step) <= {read_day(day, START) for day in bound}
        assert all(day in sentences(page) for day in bound)
        assert not {"meeting", "agreed"} & set(file)
        last = max(read_day(day, START) for day in bound)
        assert file.get("next_pep", last) == last
        assert "next_pep" in file or last < now
    elif headline.startswith(("The meeting is on", "Agreed for", "Due by")):
        (day,) = on_page
        assert day >= now
        key = {"The": "meeting", "Agreed": "agreed", "Due": "next_pep"}[headline.split()[0]]
        assert file[key] == day
        assert home_day(step) <= {day}
    else:
        assert "next_pep" not in file or file["next_pep"] < now
        assert not {"meeting", "agreed"} & set(file)
        assert all(day < now for day in on_page)
        assert home_day(step) <= set(on_page)

    # The review: the child's page, the dates page, the calendar file and the list for it.
    review = days_in(page.review.when.words())
    assert all(day in days_in(sentences(dates)) for day in review)
    on_list = review_list.review_on or review_list.review_by
    assert review == ([on_list] if on_list else [])
    assert file.get("review") == (review[0] if review and review[0] >= now else None)

    # Nothing after care has ended.
    left = told.facts.get(ChildDate.LEFT_CARE)
    assert left is None or all(day < left for day in file.values())
    for each in (page, dates):
        each.close()
        each.deleteLater()
    house.records.close()


def test_an_agreed_day_stands_everywhere_before_anybody_opens_a_page(looking: Any) -> None:
    """What was found: 11 March on Home, 27 May on the child's page and in the file."""
    held, agreed = date(2026, 3, 2), date(2026, 5, 11)
    told = Household("Southwark", False, {}, [("held", held), ("next", agreed)], 0)
    vault = Vault.in_memory()
    house = looking(START)
    house.records.open(vault)
    child = make(vault, told)
    page, dates = ChildRecordPage(house, ChildRecord(child)), DatesOfPage(house, DatesOf(child))
    page.show_now()
    dates.show_now()
    assert page.next_pep.when.words() == "Agreed for Monday 11 May 2026"
    assert "Agreed for Monday 11 May 2026." in sentences(dates)
    shown = house.records.read(own_calendar.own_entries, child, START, due_dates=False)
    assert [(each.words, each.on_day) for each in shown] == [("Next PEP, as agreed", agreed)]
    assert say_day(agreed) in today_why(house, child)
    house.records.close()


@pytest.mark.parametrize(
    ("left", "said"), [(date(2026, 10, 4), "Care ends before that."), (date(2026, 3, 2), "Care has ended.")]
)
def test_a_meeting_after_care_has_ended_leads_nowhere_and_is_asked_about(
    looking: Any, left: date, said: str
) -> None:
    vault = Vault.in_memory()
    house = looking(START)
    house.records.open(vault)
    after = date(2026, 10, 7)
    child = make(vault, _leaving(left, ("planned", after)))
    (step,) = house.records.read(for_home.home, START).steps
    assert (step.meeting_on, step.meeting_id, step.may_meet and left < START) == (None, None, False)
    assert "meeting" not in f"{step.words} {step.why} {step.meeting_words}".lower()
    page = ChildRecordPage(house, ChildRecord(child))
    page.show_now()
    assert "7 October" not in page.next_pep.when.words()
    assert f"A meeting is put down for Wednesday 7 October 2026. {said}" in sentences(page)
    assert page.next_pep.ready.isVisibleTo(page) is (left > START)
    assert [row.accessibleName().split(", ")[-1] for row in page.meetings.findChildren(RowButton)] == [
        "After care ends"
    ]
    (step,) = house.records.read(for_home.home, after + timedelta(days=1)).steps
    assert step.step != Step.WAS_HELD
    page.close()
    page.deleteLater()
    house.records.close()


def today_why(house: House, _child: int) -> str:
    (step,) = house.records.read(for_home.home, START).steps
    return f"{step.words} {step.why}"
