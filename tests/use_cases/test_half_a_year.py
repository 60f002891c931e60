"""Half a year of one made-up household after a PEP, day by day with the clock passed in: what Home says in between.

What Home said on each day on which it said something new was read once by somebody; what must hold of it stands here.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Fate, Helped, Owner, RequestAbout, Role, WhereIsTheCopy
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.school import School
from carer_app.paper.sheets.actions_for_review import ActionsForReview
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_history,
    action_put_right,
    after_review,
    at_the_review,
    children,
    filing,
    following_up,
    for_home,
    last_time,
    planning,
    recording_the_meeting,
    reporting_back,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import open_on
from tests.use_cases.test_eighteen_months import TERMS

FIRST, REVIEW, PEP, LAST = date(2025, 11, 10), date(2026, 3, 3), date(2026, 3, 11), date(2026, 5, 10)
AGREED = (
    NewAction("Ask the swimming club", Owner.ME, "", date(2025, 11, 21)),
    NewAction("Start a reading group", Owner.SCHOOL, "Mr Fox", date(2025, 11, 28)),
    NewAction("Find a laptop", Owner.SOCIAL_WORKER, "Ms Ali", date(2025, 12, 5)),
    NewAction("A quiet place at lunch", Owner.SCHOOL, "Mr Fox", None),
    NewAction("Try the new badge", Owner.CHILD, "", None),
)


class Household:
    """Mia, and what happens on which day."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.mia = children.add_child(session, "Mia", FirstFact.NONE_YET, None, FIRST, "uid-mia")
        children.set_council(session, self.mia, "Leeds")
        children.set_school(session, self.mia, "Elm Park")
        open_on(session, session.scalars(select(School.id)).one(), *TERMS)
        for role, name in ((Role.SOCIAL_WORKER, "Ms Ali"), (Role.DESIGNATED_TEACHER, "Mr Fox")):
            children.set_person(session, self.mia, role, name)
        for which, day in (
            (ChildDate.BIRTHDAY, date(2016, 5, 2)),
            (ChildDate.CAME_INTO_CARE, date(2024, 5, 1)),
            (ChildDate.LAST_REVIEW, date(2025, 9, 10)),
        ):
            children.set_date(session, self.mia, which, day, FIRST)
        self.at_review: ActionsForReview
        self.getting_ready: last_time.LastTime | None = None
        self.on: dict[date, Callable[[date], object]] = {
            FIRST: self.first_pep,
            date(2025, 11, 20): lambda on: self.done("Ask the swimming club", on),
            date(2025, 12, 1): self.ask,
            date(2025, 12, 4): self.answered,
            date(2025, 12, 8): lambda on: self.done("Start a reading group", on),
            date(2025, 12, 12): lambda on: children.set_date(session, self.mia, ChildDate.REVIEW, REVIEW, on),
            REVIEW + timedelta(days=1): self.review,
            PEP + timedelta(days=1): self.second_pep,
            date(2026, 4, 20): lambda on: self.done("Find a laptop", on),
        }

    def first_pep(self, on: date) -> None:
        self.first = planning.put_in_a_meeting(self.session, self.mia, "uid-first", on, on)
        recording_the_meeting.meeting_was_held(self.session, self.first, on, on)
        for each in AGREED:
            recording_the_meeting.add_action(self.session, self.first, each, on)
        recording_the_meeting.set_next_pep(self.session, self.first, PEP)
        filing.say_where_the_copy_is(self.session, self.first, WhereIsTheCopy.LOCK_BOX, on)

    def action(self, what: str) -> AgreedAction:
        return self.session.scalars(select(AgreedAction).where(AgreedAction.what == what)).one()

    def done(self, what: str, on: date) -> None:
        following_up.tick_off(self.session, self.action(what).id, on)
        following_up.say_helped(self.session, self.action(what).id, Helped.YES, on)

    def ask(self, on: date) -> None:
        self.session.add(
            Request(
                child_id=self.mia,
                action_id=self.action("Start a reading group").id,
                about=RequestAbout.ACTION,
                rung="designated_teacher",
                name="Mr Fox",
                asked_on=on,
                how="email",
            )
        )

    def answered(self, on: date) -> None:
        asked = self.session.scalars(select(Request)).one()
        asked.answer, asked.answered_on = "It begins on Monday.", on

    def review(self, on: date) -> None:
        at_the_review.review_was_held(self.session, self.mia, REVIEW, on)
        rows = {row.what: row.id for row in after_review.after_the_review(self.session, self.mia, on).rows}
        following_up.decide(self.session, rows["Find a laptop"], Fate.NEXT_PEP, on)
        following_up.decide(self.session, rows["A quiet place at lunch"], Fate.ENDED, on)
        lunch = rows["A quiet place at lunch"]
        action_put_right.write_why_it_ended(self.session, lunch, on, "The library is shut")

    def second_pep(self, on: date) -> None:
        self.second = self.to_come()
        recording_the_meeting.meeting_was_held(self.session, self.second, PEP, on)
        recording_the_meeting.set_next_pep(self.session, self.second, date(2026, 7, 8))
        filing.say_where_the_copy_is(self.session, self.second, WhereIsTheCopy.LOCK_BOX, on)

    def to_come(self) -> int:
        """The meeting of the second PEP, which was agreed on at the first."""
        meeting = planning.plan_meeting(self.session, self.mia, "uid-second")
        planning.set_day(self.session, meeting, PEP)
        return meeting

    def says(self, on: date) -> list[str]:
        """Every line of the child's card."""
        (card,) = for_home.home(self.session, on).steps
        return [card.words, *(each.words for each in card.also)]


@pytest.fixture(scope="module")
def played() -> Iterator[tuple[Household, dict[date, list[str]]]]:
    """What stands on Home each day, and the household as it is at the end."""
    vault, said = Vault.in_memory(), {}
    with vault.work() as session:
        home = Household(session)
        for day in (FIRST + timedelta(days=more) for more in range((LAST - FIRST).days)):
            if day in home.on:
                home.on[day](day)
                session.flush()
            said[day] = home.says(day)
            if day == REVIEW:
                home.at_review = reporting_back.actions_for_review(session, home.mia, day)
            if day == PEP:
                home.getting_ready = last_time.last_time(session, home.to_come(), day)
        yield home, said
    vault.close()


Played = tuple[Household, dict[date, list[str]]]


def days_with(said: dict[date, list[str]], words: str) -> list[date]:
    return [day for day, lines in said.items() if any(words in line for line in lines)]


def test_what_is_late_is_said_from_the_day_after_and_is_away_once_it_is_asked_for_or_done(
    played: Played,
) -> None:
    _home, said = played
    assert days_with(said, "Start a reading group")[0] == date(2025, 11, 29)
    assert days_with(said, "Start a reading group")[-1] == date(2025, 11, 30), (
        "then it was asked for, once a week at most"
    )
    assert days_with(said, "Ask the swimming club")[-1] == date(2025, 11, 19)


def test_what_was_moved_at_the_review_is_away_until_the_pep_and_then_there_until_it_is_done(
    played: Played,
) -> None:
    _home, said = played
    laptop = days_with(said, "Find a laptop")
    assert REVIEW in laptop
    assert [day for day in laptop if REVIEW < day <= PEP] == []
    assert PEP + timedelta(days=1) in laptop
    assert laptop[-1] == date(2026, 4, 19)


def test_the_review_is_on_home_from_twenty_days_before_and_asked_about_on_no_day_once_it_is_said(
    played: Played,
) -> None:
    _home, said = played
    days = days_with(said, "review")
    assert (days[0], days[-1]) == (REVIEW - timedelta(days=20), REVIEW)


def test_what_ended_at_the_review_and_what_the_child_tries_are_asked_for_on_no_day(played: Played) -> None:
    _home, said = played
    assert days_with(said, "badge") == []
    assert [day for day in days_with(said, "quiet place") if day > REVIEW] == []


def test_home_scolds_on_no_day(played: Played) -> None:
    _home, said = played
    lines = {line for each in said.values() for line in each}
    assert [
        line for line in lines if re.search(r"overdue|failed|should have|must|!", line, re.IGNORECASE)
    ] == []
    assert len(lines) < 20, "few sentences, so each can be read by a person"


def test_the_page_for_the_review_said_what_was_asked_and_answered_and_how_each_action_stood(
    played: Played,
) -> None:
    home, _said = played
    assert [each.in_a_line for each in home.at_review.asked] == [
        "1 December, Mr Fox: Start a reading group. Answer: It begins on Monday."
    ]
    states = {action.what: action.state_line for owed in home.at_review.owed for action in owed.actions}
    assert states["Start a reading group"] == "Done on 8 December 2025"
    assert states["Find a laptop"] == "Late by 88 days · was due by 5 December 2025"


def test_getting_ready_for_the_pep_said_what_was_moved_there_and_what_ended_and_why(played: Played) -> None:
    home, _said = played
    assert home.getting_ready is not None
    states = {line.what: line.state for line in home.getting_ready.agreed}
    assert states["Find a laptop"] == "moved here at the review on 4 March"
    assert states["A quiet place at lunch"] == "will not happen: The library is shut"


def test_the_child_is_told_what_came_of_it(played: Played) -> None:
    home, _said = played
    sheet = reporting_back.child_sheet(home.session, home.first)
    assert {each.what: bool(each.done_on) for each in sheet.yeses} == {
        "Ask the swimming club": True,
        "Start a reading group": True,
        "Find a laptop": True,
        "A quiet place at lunch": False,
        "Try the new badge": False,
    }


def test_nothing_was_lost_on_the_way(played: Played) -> None:
    home, _said = played
    rows = following_up.actions_of_child(home.session, home.mia, LAST)
    assert sorted(row.what for row in rows) == sorted(each.what for each in AGREED)
    laptop = home.action("Find a laptop").id
    assert [each.words for each in action_history.changes_of(home.session, laptop)] == [
        "20 April 2026 · Did it help: I can’t say yet, then Yes",
        "20 April 2026 · How far: Moved to the next PEP, then Done",
        "4 March 2026 · How far: Still to do, then Moved to the next PEP",
    ]
