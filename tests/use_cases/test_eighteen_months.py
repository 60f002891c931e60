"""Eighteen months of four children, day by day: what Home says each morning is true, and nothing goes by unsaid."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from carer_app.choices import Owner, PlainQuestion, Support, WhereIsTheCopy
from carer_app.storage.vault import Vault
from carer_app.typed_dates import read_day, say_day
from carer_app.use_cases import (
    at_the_review,
    changing_school,
    children,
    for_home,
    pep_copies,
    pep_dates,
    planning,
    recording_the_meeting,
    school_dates,
    what_became_of_it,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import open_on

FIRST, LAST = date(2025, 9, 1), date(2027, 2, 28)
TERMS = (
    *((date(2025, 9, 3), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))),
    *((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27))),
    *((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 17))),
    *((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))),
    *((date(2027, 1, 4), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 25))),
)
FOUR_WEEKS = timedelta(days=28)
Act = Callable[[Session, date], object]


@dataclass
class Expected:
    """What must be on a child's card: a step between two days, each counted in."""

    steps: list[tuple[set[Step], date, date]] = field(default_factory=list)
    meetings: dict[date, tuple[date, date]] = field(
        default_factory=dict
    )  # its day: from when to when it is to come
    new_school: list[tuple[date, date]] = field(default_factory=list)

    def days(self) -> set[date]:
        """Every day on which something begins or ends, with the days around it."""
        ends = [day for _steps, *days in self.steps for day in days]
        ends += [day for known in (*self.meetings.values(), *self.new_school) for day in known]
        ends += [day - FOUR_WEEKS for day in self.meetings]
        return {day + timedelta(days=more) for day in ends for more in (-1, 0, 1)}


class Life:
    """One child: what happens on which day, and what Home must say of it."""

    def __init__(self, session: Session, name: str, **facts: date) -> None:
        self.name = name
        self.child = children.add_child(session, name, FirstFact.NONE_YET, None, FIRST, f"uid-{name}")
        children.set_council(session, self.child, "Southwark")
        self.school(session, f"{name}’s school")
        for which, day in facts.items():
            children.set_date(session, self.child, ChildDate[which.upper()], day, FIRST)
        self.acts: dict[date, list[Act]] = defaultdict(list)
        self.must = Expected()
        self.meetings: dict[str, int] = {}

    def school(self, session: Session, name: str) -> None:
        children.set_school(session, self.child, name)
        self.dates(session, FIRST)

    def dates(self, session: Session, on: date) -> None:
        to_come = session.get_one(children.Child, self.child).school_to_come(on)
        school = to_come.school_id if to_come else children.child_facts(session, self.child, on).school_id
        assert school is not None
        if not school_dates.school_dates(session, school).periods:
            open_on(session, school, *TERMS)

    def on(self, day: date, act: Act) -> None:
        self.acts[day].append(act)

    def plan(self, told: date, day: date, name: str) -> None:
        """The carer puts a day in, and the meeting is on the card from four weeks before until its day."""

        def act(session: Session, on: date) -> None:
            self.meetings[name] = planning.put_in_a_meeting(
                session, self.child, f"uid-{self.name}-{name}", day, on
            )

        self.on(told, act)
        self.must.meetings[day] = told, day

    def held(self, day: date, said: date, name: str, agreed: date | None = None) -> None:
        """Said to be held some days after: until then Home asks. The copy comes, and what was agreed is written."""

        def act(session: Session, on: date) -> None:
            meeting = self.meetings.get(name)
            if meeting is None:
                gone = what_became_of_it.day_gone_by(session, self.child, on)
                assert gone is not None
                meeting = self.meetings[name] = what_became_of_it.it_was_held(
                    session, gone, f"uid-{self.name}-{name}", on
                )
            else:
                recording_the_meeting.meeting_was_held(session, meeting, day, on)
            recording_the_meeting.write_school_said(
                session, meeting, PlainQuestion.LEARNING_SAID, "It goes well."
            )
            recording_the_meeting.set_next_pep(session, meeting, agreed)
            pep_copies.say_where_the_copy_is(session, meeting, WhereIsTheCopy.LOCK_BOX, on)

        self.on(said, act)
        told, _until = self.must.meetings[day]
        self.must.meetings[day] = told, min(day, said - timedelta(days=1))
        self.must.steps.append(({Step.WAS_HELD}, day + timedelta(days=1), said - timedelta(days=1)))
        if agreed is not None:
            self.must.meetings[agreed] = said, agreed


def mia(session: Session) -> Life:
    """Everything as it should be: each meeting agrees on the next, and is written down the same evening or later."""
    life = Life(session, "Mia", came_into_care=date(2024, 5, 1), last_pep=date(2025, 5, 14))
    life.plan(FIRST, date(2025, 11, 5), "first")
    life.held(date(2025, 11, 5), date(2025, 11, 5), "first", date(2026, 4, 29))
    life.held(date(2026, 4, 29), date(2026, 5, 4), "second", date(2026, 10, 14))
    life.held(date(2026, 10, 14), date(2026, 10, 17), "third", date(2027, 4, 21))
    return life


def jordan(session: Session) -> Life:
    """An action of the carer's own that is never done, beside two agreed meetings and reviews."""
    life = Life(session, "Jordan", came_into_care=date(2023, 2, 1), last_pep=date(2025, 6, 4))
    life.plan(FIRST, date(2025, 11, 12), "first")
    life.held(date(2025, 11, 12), date(2025, 11, 14), "first", date(2026, 5, 6))

    def agree(session: Session, on: date) -> None:
        new = NewAction("Ask about reading", Owner.ME, "", date(2025, 11, 28))
        recording_the_meeting.add_action(session, life.meetings["first"], new, on)

    life.on(date(2025, 11, 14), agree)
    mine = {Step.MY_ACTION, Step.MY_OPEN_ACTION}
    life.must.steps.append((mine, date(2025, 11, 21), LAST))
    life.held(date(2026, 5, 6), date(2026, 5, 7), "second", date(2026, 11, 4))
    life.held(date(2026, 11, 4), date(2026, 11, 30), "third")
    review = date(2026, 1, 20)
    life.on(FIRST, lambda s, on: children.set_date(s, life.child, ChildDate.REVIEW, review, on))
    life.must.steps.append(({Step.REVIEW, Step.REVIEW_NOW}, review - timedelta(days=20), review))
    life.must.steps.append(({Step.REVIEW_HELD}, review + timedelta(days=1), date(2026, 1, 27)))
    life.on(date(2026, 1, 28), lambda s, on: at_the_review.review_was_held(s, life.child, review, on))
    by = date(2026, 7, 20)
    life.must.steps.append(({Step.REVIEW_DAY, Step.LAST_REVIEW}, by - timedelta(days=20), LAST))
    return life


def keira(session: Session) -> Life:
    """Two moves: one known on the day, one typed in June for September. Meetings are late, and put off."""
    life = Life(session, "Keira", came_into_care=date(2025, 3, 3), last_pep=date(2025, 7, 2))
    moved = date(2025, 11, 3)

    def moves(to: str, day: date) -> Act:
        def act(session: Session, on: date) -> None:
            changing_school.change_school(session, life.child, to, day, on)
            life.dates(session, on)

        return act

    life.on(moved, moves("Elm Road", moved))
    life.plan(date(2025, 11, 20), date(2025, 11, 27), "first")
    life.held(date(2025, 11, 27), date(2025, 11, 28), "first")
    life.must.new_school = [(moved, date(2025, 11, 27)), (date(2026, 6, 18), date(2026, 9, 24))]
    life.on(date(2026, 6, 10), moves("Big School", date(2026, 9, 3)))
    life.plan(date(2026, 6, 1), date(2026, 6, 17), "second")
    life.held(date(2026, 6, 17), date(2026, 6, 17), "second", date(2026, 9, 24))
    life.held(date(2026, 9, 24), date(2026, 9, 25), "third")
    return life


def amira(session: Session) -> Life:
    """An EHCP whose year runs out unseen, the end of Year 11 in sight, and care that ends before the last meeting."""
    life = Life(session, "Amira", came_into_care=date(2022, 1, 10), last_pep=date(2025, 6, 18))
    child = life.child
    children.set_date(session, child, ChildDate.BIRTHDAY, date(2010, 3, 4), FIRST)
    children.set_support(session, child, Support.EHCP)
    children.set_date(session, child, ChildDate.EHCP_REVIEW, date(2025, 2, 3), FIRST)
    by = date(2026, 2, 3)
    life.must.steps.append(({Step.EHCP_REVIEW}, by - timedelta(days=28), date(2026, 3, 31)))
    life.on(
        date(2026, 4, 1),
        lambda s, on: children.set_date(s, child, ChildDate.EHCP_REVIEW, date(2026, 3, 30), on),
    )
    life.plan(date(2025, 11, 2), date(2025, 12, 3), "first")
    life.held(date(2025, 12, 3), date(2025, 12, 6), "first", date(2026, 5, 20))
    life.held(date(2026, 5, 20), date(2026, 5, 21), "second")

    def late(session: Session, on: date) -> None:
        life.meetings["late"] = planning.put_in_a_meeting(session, child, "uid-late", date(2026, 10, 7), on)

    life.on(date(2026, 8, 1), late)
    life.on(
        date(2026, 9, 10),
        lambda s, on: children.set_date(s, child, ChildDate.LEFT_CARE, date(2026, 10, 4), on),
    )
    return life


SAID = re.compile(r"\b(\d{1,2} [A-Z][a-z]+)( \d{4})?")
TO_COME = re.compile(r"\b(is due|is on|Next:|goes there from|Care ends|is to be|That is|end on|until)\b")
GONE_BY = re.compile(r"\b(was due|It was to be|ended|has been there since|That was|Was .* held)\b")


def sentences_of(card: NextStep) -> list[str]:
    texts = [card.words, card.why, card.meeting_words, *(f"{each.in_short}" for each in card.also)]
    return [part for text in texts for part in parts_of(text)]


def parts_of(text: str) -> list[str]:
    """One sentence each."""
    return [part for part in re.split(r"(?<=[.?])\s", text) if part]


def untrue_in(sentence: str, now: date) -> bool:
    """Whether a day that has gone by is spoken of as if it were to come, or the other way round."""
    days = [read_day(f"{day}{year or f' {now.year}'}", now) for day, year in SAID.findall(sentence)]
    if not days:
        return False
    return (max(days) < now and TO_COME.search(sentence) is not None) or (
        min(days) > now and GONE_BY.search(sentence) is not None
    )


@pytest.mark.parametrize(
    ("said", "untrue"),
    [
        ("The PEP is due by Monday 16 November 2026.", True),
        ("The PEP was due by Monday 16 November 2026.", False),
        ("At this school until Thursday 16 July 2026.", True),
        ("It was to be on Tuesday 1 December 2026.", True),
        ("It is due by 16 December.", False),
        ("PEPs stop at the end of Year 11. That is Friday 26 June 2026.", True),
    ],
)
def test_a_sentence_is_seen_to_be_untrue(said: str, untrue: bool) -> None:
    assert any(untrue_in(each, date(2026, 11, 29)) for each in parts_of(said)) is untrue


@pytest.mark.parametrize("live", [mia, jordan, keira, amira])
def test_nothing_goes_by_unsaid_and_nothing_said_is_untrue(live: Callable[[Session], Life]) -> None:
    vault = Vault.in_memory()
    with vault.work() as session:
        life = live(session)
    near = life.must.days() | set(life.acts)
    wrong: list[str] = []
    now = FIRST
    while now <= LAST:
        with vault.work() as session:
            for act in life.acts.get(now, ()):
                act(session, now)
        if now in near or now.toordinal() % 10 == 0:
            wrong += _what_is_wrong(vault, life, now)
        now += timedelta(days=1)
    assert wrong == []


def _what_is_wrong(vault: Vault, life: Life, now: date) -> list[str]:
    wrong: list[str] = []
    with vault.reading() as session:
        (card,) = for_home.home(session, now).steps
        if any(since <= now <= until for since, until in life.must.new_school):
            clocks = pep_dates.pep_due(session, life.child, now).working
            if not any(clock.kind == "new_school" and clock.by for clock in clocks):
                wrong.append(f"{now}: the date of the new school is not said")
    named = {card.step, *(each.step for each in card.also)}
    wrong += [
        f"{now}: {sorted(steps)} not said, but {sorted(named)}"
        for steps, since, until in life.must.steps
        if since <= now <= until and not steps & named
    ]
    coming = [
        day
        for day, (told, until) in life.must.meetings.items()
        if told <= now <= until and day <= now + FOUR_WEEKS
    ]
    wrong += [f"{now}: {day} not said" for day in coming if say_day(day) not in card.meeting_words]
    if card.step == Step.NOTHING and card.also:
        wrong.append(f"{now}: nothing, and {sorted(named)}")
    return wrong + [f"{now}: {each}" for each in sentences_of(card) if untrue_in(each, now)]
