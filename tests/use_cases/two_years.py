"""Eight children who live through two school years, day by day, with a carer who does what Home asks, some days later.

Run as `python -m tests.use_cases.two_years FOLDER [NAME]` it writes what Home says, whenever that changes: to be read.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Owner, PlainQuestion, Support, WhereIsTheCopy
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    at_the_review,
    changing_school,
    children,
    following_up,
    for_home,
    new_school,
    own_calendar,
    pep_copies,
    planning,
    recording_the_meeting,
    what_became_of_it,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.next_pep import NextPep, next_pep_of
from carer_app.use_cases.pep_dates import OtherDates, other_dates
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import open_on

FIRST, LAST = date(2025, 9, 1), date(2027, 8, 31)
A_DAY = timedelta(days=1)
YEARS = {
    2025: (
        *((date(2025, 9, 3), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19))),
        *((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27))),
        *((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 17))),
    ),
    2026: (
        *((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))),
        *((date(2027, 1, 4), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 25))),
        *((date(2027, 4, 12), date(2027, 5, 28)), (date(2027, 6, 7), date(2027, 7, 21))),
    ),
    2027: (
        *((date(2027, 9, 2), date(2027, 10, 22)), (date(2027, 11, 1), date(2027, 12, 17))),
        *((date(2028, 1, 4), date(2028, 2, 11)), (date(2028, 2, 21), date(2028, 3, 31))),
    ),
}
Act = Callable[[Session, date], object]
DELAYS = {
    Step.WAS_HELD: 2,
    Step.WRITE_DOWN: 2,
    Step.ASK_FOR_COPY: 6,
    Step.ASK_FOR_DATE: 6,
    Step.REVIEW_DAY: 8,
    Step.REVIEW_HELD: 3,
    Step.MY_ACTION: 4,
    Step.MY_OPEN_ACTION: 4,
    Step.OTHERS_LATE: 9,
    Step.EHCP_REVIEW: 20,
    Step.AFTER_DUE: 7,
    Step.NEW_SCHOOL: 25,
}
"""How many days a thing stands on Home before this carer does it."""


@dataclass
class Life:
    """One child. `types_dates`: the carer adds term dates when asked; `agrees`: each meeting sets the next day."""

    name: str
    council: str
    types_dates: bool = False
    agrees: bool = True
    facts: dict[ChildDate, date] = field(default_factory=dict)
    school: str = "Riverside"
    support: Support = Support.NOT_KNOWN
    acts: dict[date, list[Act]] = field(default_factory=lambda: defaultdict(list))
    held: list[date] = field(default_factory=list)
    since: dict[Step, date] = field(default_factory=dict)
    answers: bool = True

    def begin(self, session: Session) -> int:
        child = children.add_child(session, self.name, FirstFact.NONE_YET, None, FIRST, "uid-0")
        children.set_council(session, child, self.council)
        if self.school:
            children.set_school(session, child, self.school)
        children.set_support(session, child, self.support)
        for which, day in self.facts.items():
            children.set_date(session, child, which, day, FIRST)
        return child

    def live(self, session: Session, child: int, now: date, card: NextStep) -> None:
        """What has happened by a day, and what the carer does of what Home has asked for some days."""
        for day in sorted(each for each in self.acts if each <= now):
            for act in self.acts.pop(day):
                act(session, now)
        named = {card.step, *(each.step for each in card.also)} if self.answers else set()
        self.since = {step: self.since.get(step, now) for step in named}
        for step, since in list(self.since.items()):
            if step in DELAYS and (now - since).days >= DELAYS[step]:
                self._do(session, child, step, now)
                self.since.pop(step)
            elif step in (Step.TERM_DATES, Step.NEW_SCHOOL) and self.types_dates and (now - since).days >= 15:
                add_dates(session, child, now)

    def _do(self, session: Session, child: int, step: Step, now: date) -> None:
        if step == Step.WAS_HELD:
            gone = what_became_of_it.day_gone_by(session, child, now)
            assert gone is not None
            meeting = what_became_of_it.it_was_held(session, gone, f"uid-{child}-{now}", now)
            self.held.append(gone.day)
            self._written(session, meeting, gone.day, now)
        elif step == Step.WRITE_DOWN:
            meeting_id = _newest_held(session, child)
            self._written(session, meeting_id, now, now)
        elif step == Step.ASK_FOR_COPY:
            last = session.get_one(Child, child).last_pep_on
            query = select(Meeting).where(Meeting.child_id == child)
            if last is not None and session.scalars(query.where(Meeting.held_on == last)).first() is None:
                session.add(Meeting(child_id=child, held_on=last, calendar_uid=f"uid-c{child}-{now}"))
                session.flush()
            for each in session.scalars(query.where(Meeting.held_on.is_not(None))):
                pep_copies.say_where_the_copy_is(session, each.id, WhereIsTheCopy.LOCK_BOX, now)
        elif step == Step.ASK_FOR_DATE:
            planning.put_in_a_meeting(
                session, child, f"uid-{child}-{now}", school_day(now + timedelta(days=19)), now
            )
        elif step == Step.REVIEW_DAY and not _is_told_of_a_review(session, child, now):
            children.set_date(session, child, ChildDate.REVIEW, school_day(now + timedelta(days=9)), now)
        elif step == Step.REVIEW_HELD:
            told = session.get_one(Child, child).review_on
            assert told is not None
            at_the_review.review_was_held(session, child, told, now)
        elif step == Step.AFTER_DUE:
            known = next_pep_of(session, child, now)
            children.set_date(session, child, ChildDate.SOCIAL_WORKER_SAYS, known.day, now)
        elif step == Step.NEW_SCHOOL:
            new = new_school.new_school(session, child, now)
            if new is not None:
                new_school.name_teacher_there(session, child, new.first_day, "Mr Okafor")
            else:  # which school the new class is at: the same one, as its next dates say
                add_dates(session, child, now)
        elif step == Step.EHCP_REVIEW:
            children.set_date(session, child, ChildDate.EHCP_REVIEW, now, now)
        elif step in (Step.MY_ACTION, Step.MY_OPEN_ACTION, Step.OTHERS_LATE):
            for row in following_up.actions_of_child(session, child, now):
                if row.done_on is None and (row.is_mine == (step != Step.OTHERS_LATE)):
                    following_up.tick_off(session, row.id, now)

    def _written(self, session: Session, meeting: int, held: date, now: date) -> None:
        recording_the_meeting.write_school_said(
            session, meeting, PlainQuestion.LEARNING_SAID, "It goes well."
        )
        if self.agrees:
            recording_the_meeting.set_next_pep(session, meeting, school_day(held + timedelta(days=110)))
        new = NewAction("Read together", Owner.ME, "", now + timedelta(days=30))
        recording_the_meeting.add_action(session, meeting, new, now)


def _is_told_of_a_review(session: Session, child: int, now: date) -> bool:
    """A day that is later than the rule stays: put off each time it is asked about, there was no review for a year."""
    told = session.get_one(Child, child).review_on
    return told is not None and told >= now


def _newest_held(session: Session, child: int) -> int:
    query = select(Meeting.id).where(Meeting.child_id == child, Meeting.held_on.is_not(None))
    return next(iter(session.scalars(query.order_by(Meeting.held_on.desc()))))


def school_day(day: date) -> date:
    """The first day on or after one on which school is open."""
    while day.weekday() > 4 or not any(a <= day <= b for year in YEARS.values() for a, b in year):
        day += A_DAY
    return day


def add_dates(session: Session, child: int, now: date) -> None:
    """The dates of the school year, as soon as schools publish them: of the next one from Easter on."""
    whole = session.get_one(Child, child)
    for schooling in (whole.schooling_on(now), whole.school_to_come(now)):
        if schooling is None:
            continue
        years = [now.year] if now.month >= 9 else [now.year - 1, *([now.year] if now.month >= 4 else [])]
        known = {period.first_day for period in schooling.school.periods}
        periods = [each for year in years for each in YEARS.get(year, ()) if each[0] not in known]
        open_on(session, schooling.school_id, *periods)


def told(which: ChildDate, day: date | None) -> Callable[[int], Act]:
    return lambda child: lambda session, now: children.set_date(session, child, which, day, now)


def moves(to: str, on: date) -> Callable[[int], Act]:
    return lambda child: lambda session, now: changing_school.change_school(session, child, to, on, now)


def council(name: str) -> Callable[[int], Act]:
    return lambda child: lambda session, _now: children.set_council(session, child, name)


def place(has_one: bool) -> Callable[[int], Act]:
    return lambda child: lambda session, _now: children.set_school_place(session, child, has_one)


def school(name: str, on: date) -> Callable[[int], Act]:
    def act(child: int) -> Act:
        def do(session: Session, now: date) -> None:
            children.set_school_place(session, child, True)
            children.set_school(session, child, name)
            children.set_school_start(session, child, on)

        return do

    return act


def dates(child: int) -> Act:
    return lambda session, now: add_dates(session, child, now)


LIVES: dict[str, tuple[Life, dict[date, Callable[[int], Act]]]] = {
    "nursery": (
        Life(
            "Nia",
            "Leicestershire",
            types_dates=True,
            facts={ChildDate.CAME_INTO_CARE: date(2025, 8, 4), ChildDate.BIRTHDAY: date(2022, 3, 10)},
        ),
        {},
    ),
    "two_moves": (
        Life(
            "Kai",
            "",
            agrees=False,
            facts={ChildDate.CAME_INTO_CARE: date(2024, 2, 12), ChildDate.LAST_PEP: date(2025, 6, 24)},
        ),
        {
            date(2025, 11, 1): moves("Elm Road", date(2025, 11, 3)),
            date(2026, 3, 20): moves("Oak Hill", date(2026, 4, 20)),
            date(2026, 10, 5): council("Borsetshire"),
        },
    ),
    "year_6_to_7": (
        Life(
            "Jo",
            "Kent",
            types_dates=True,
            facts={
                ChildDate.CAME_INTO_CARE: date(2022, 5, 3),
                ChildDate.LAST_PEP: date(2025, 5, 14),
                ChildDate.BIRTHDAY: date(2015, 2, 11),
                ChildDate.LAST_REVIEW: date(2025, 6, 10),
            },
        ),
        {date(2025, 9, 2): dates, date(2026, 6, 10): moves("Big School", date(2026, 9, 3))},
    ),
    "year_11": (
        Life(
            "Amir",
            "Southwark",
            types_dates=True,
            facts={
                ChildDate.CAME_INTO_CARE: date(2021, 1, 11),
                ChildDate.LAST_PEP: date(2025, 6, 18),
                ChildDate.BIRTHDAY: date(2010, 1, 20),
                ChildDate.LAST_REVIEW: date(2025, 8, 5),
            },
        ),
        {},
    ),
    "no_school_place": (
        Life("Lena", "Birmingham", school="", facts={ChildDate.CAME_INTO_CARE: date(2025, 8, 28)}),
        {
            date(2025, 9, 2): place(False),
            date(2026, 2, 20): school("Hill Top", date(2026, 2, 23)),
            date(2026, 4, 20): dates,
        },
    ),
    "ehcp": (
        Life(
            "Sam",
            "",
            types_dates=True,
            agrees=False,
            support=Support.EHCP,
            facts={
                ChildDate.CAME_INTO_CARE: date(2023, 3, 6),
                ChildDate.LAST_PEP: date(2025, 7, 8),
                ChildDate.EHCP_REVIEW: date(2025, 1, 15),
                ChildDate.BIRTHDAY: date(2012, 11, 5),
            },
        ),
        {
            date(2025, 10, 15): council("Gateshead"),
            date(2026, 5, 11): council("Enfield"),
            date(2026, 6, 1): told(ChildDate.SOCIAL_WORKER_SAYS, date(2026, 7, 1)),
            date(2027, 1, 11): told(ChildDate.LEFT_CARE, date(2027, 4, 5)),
        },
    ),
    "summer_move": (
        Life(
            "Ava",
            "Kent",
            types_dates=True,
            agrees=False,
            facts={
                ChildDate.CAME_INTO_CARE: date(2023, 6, 5),
                ChildDate.LAST_PEP: date(2025, 7, 3),
                ChildDate.BIRTHDAY: date(2013, 11, 20),
                ChildDate.LAST_REVIEW: date(2025, 7, 14),
            },
        ),
        {
            date(2025, 9, 2): dates,
            date(2026, 7, 20): moves("Hill Park", date(2026, 9, 3)),
            date(2026, 7, 27): told(ChildDate.MOVED_HOME, date(2026, 7, 25)),
        },
    ),
    "three_to_school": (
        Life(
            "Eli",
            "Essex",
            types_dates=True,
            agrees=False,
            school="Little Oaks",
            facts={ChildDate.CAME_INTO_CARE: date(2025, 6, 16), ChildDate.BIRTHDAY: date(2022, 10, 12)},
        ),
        {date(2026, 6, 15): moves("Brook Primary", date(2026, 9, 3))},
    ),
}


SIBLINGS: list[tuple[Life, dict[date, Callable[[int], Act]]]] = [
    (
        Life(
            "Ada",
            "Kent",
            types_dates=True,
            facts={
                ChildDate.CAME_INTO_CARE: date(2024, 11, 4),
                ChildDate.LAST_PEP: date(2025, 6, 12),
                ChildDate.BIRTHDAY: date(2017, 3, 2),
                ChildDate.LAST_REVIEW: date(2025, 7, 1),
            },
        ),
        {date(2025, 9, 2): dates},
    ),
    (
        Life(
            "Bo",
            "Southwark",
            types_dates=True,
            agrees=False,
            school="Hill Park",
            facts={
                ChildDate.CAME_INTO_CARE: date(2024, 11, 4),
                ChildDate.LAST_PEP: date(2025, 5, 20),
                ChildDate.BIRTHDAY: date(2013, 11, 9),
                ChildDate.LAST_REVIEW: date(2025, 7, 1),
            },
        ),
        {
            date(2025, 9, 2): dates,
            date(2026, 2, 2): moves("Oak High", date(2026, 2, 23)),
            date(2026, 2, 24): dates,
        },
    ),
    (
        Life("Cy", "Kent", types_dates=True, facts={ChildDate.BIRTHDAY: date(2020, 6, 21)}),
        {
            date(2025, 10, 7): told(ChildDate.CAME_INTO_CARE, date(2025, 10, 6)),
            date(2026, 6, 1): told(ChildDate.MOVED_HOME, date(2026, 5, 30)),
            date(2026, 9, 1): dates,
        },
    ),
]
"""Three children of one household: two at one school, one of another council who moves to a second one."""


@dataclass(frozen=True)
class Morning:
    """What is said of a child on one day: on Home, on the page of the child, of the reviews, and in the calendar."""

    day: date
    card: NextStep
    known: NextPep
    other: OtherDates
    file: tuple[tuple[str, date], ...]

    @property
    def home(self) -> str:
        """Without the days that are counted down."""
        card = self.card
        tag = re.sub(r"\d+ days", "… days", card.tag)
        lines = [f"{card.words} [{tag}, {card.tag_kind}]", card.why, card.meeting_words]
        lines += [f"  also: {each.in_short}" for each in card.also]
        return "\n".join(line for line in lines if line)

    @property
    def page(self) -> str:
        known, other = self.known, self.other
        lines = [known.words, known.why, *known.due.uncertain, known.too_late, other.review_words]
        return "\n".join(line for line in (*lines, other.review_why, other.ehcp_words) if line)


def mornings(name: str, every: int = 1, answers: bool = True) -> list[Morning]:
    """One life, a morning for each day, or for every few days; without answers the carer does nothing of all that."""
    return together([LIVES[name]], every, answers)[LIVES[name][0].name]


def together(
    lives: Sequence[tuple[Life, dict[date, Callable[[int], Act]]]], every: int = 1, answers: bool = True
) -> dict[str, list[Morning]]:
    """The lives of the children of one household, by name."""
    vault, now = Vault.in_memory(), FIRST
    found: dict[str, list[Morning]] = {life.name: [] for life, _happens in lives}
    living: dict[int, Life] = {}
    for was, happens in lives:
        life = replace(was, facts=dict(was.facts), acts=defaultdict(list), held=[], since={}, answers=answers)
        with vault.work() as session:
            child = life.begin(session)
        living[child] = life
        for day, act in happens.items():
            life.acts[day].append(act(child))
    while now <= LAST:
        with vault.reading() as session:
            cards = {card.child_id: card for card in for_home.home(session, now).steps}
            for child, life in living.items():
                entries = own_calendar.own_entries(session, child, now, due_dates=True)
                morning = Morning(
                    now,
                    cards[child],
                    next_pep_of(session, child, now),
                    other_dates(session, child, now),
                    tuple(
                        (each.key.partition(":")[0], each.on_day) for each in entries if not each.cancelled
                    ),
                )
                found[life.name].append(morning)
        with vault.work() as session:
            for child, life in living.items():
                life.live(session, child, now, cards[child])
        now += every * A_DAY
    vault.close()
    return found


def stretches(found: list[Morning], of: Callable[[Morning], str]) -> list[tuple[date, date, str]]:
    """First day, last day and the words, for each time that something is said."""
    said: list[tuple[date, date, str]] = []
    for morning in found:
        words = of(morning)
        if said and said[-1][2] == words:
            said[-1] = (said[-1][0], morning.day, words)
        else:
            said.append((morning.day, morning.day, words))
    return said


def main(folder: Path, only: list[str]) -> None:
    for number, name in enumerate(LIVES, start=1):
        if only and name not in only:
            continue
        found = mornings(name)
        text = [f"# {name}"]
        for of in (lambda each: each.home, lambda each: each.page):
            for first, last, words in stretches(found, of):
                text.append(f"\n## {first:%a %d %b %Y}, {(last - first).days + 1} days\n{words}")
            text.append("\n\n# The child's page")
        (folder / f"walk_{number}.txt").write_text("\n".join(text), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
