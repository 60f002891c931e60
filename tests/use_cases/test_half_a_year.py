"""Half a year of one made-up household after a PEP, day by day with the clock passed in: what Home says in between.

A suspension, what came of what the child said, and a letter to the child are in it as well.

What Home said on each day on which it said something new was read once by somebody; what must hold of it stands here.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import (
    Fate,
    Helped,
    HowFar,
    NoteKind,
    Owner,
    RequestAbout,
    Role,
    Share,
    WhereIsTheCopy,
    WithoutSchool,
)
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.school import School
from carer_app.paper import pdf
from carer_app.paper.sheets.actions_for_review import ActionsForReview
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_history,
    action_put_right,
    after_review,
    at_the_review,
    children,
    childs_book,
    childs_kept_words,
    days_without_school,
    following_up,
    for_home,
    last_time,
    pep_copies,
    planning,
    reading_kept,
    recording_the_meeting,
    reporting_back,
    writing_notes,
    writing_to_the_child,
    you_said,
)
from carer_app.use_cases.children import ChildDate, FirstFact
from carer_app.use_cases.days_since_meeting import FactToSay, days_since_meeting
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests.builders import open_on
from tests.paper.sheets import text_of
from tests.use_cases.test_eighteen_months import TERMS

FIRST, REVIEW, PEP, LAST = date(2025, 11, 10), date(2026, 3, 3), date(2026, 3, 11), date(2026, 5, 20)
SUSPENDED, BACK = date(2026, 1, 20), date(2026, 1, 29)
OFF_THE_SHEET = "Zqcanary is what I keep to myself"
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
        self.days_to_say: tuple[FactToSay, ...] = ()
        self.child_reads: dict[date, str] = {}
        self.on: dict[date, Callable[[date], object]] = {
            FIRST: self.first_pep,
            date(2025, 11, 20): lambda on: self.done("Ask the swimming club", on),
            date(2025, 12, 1): self.ask,
            date(2025, 12, 4): self.answered,
            date(2025, 12, 8): lambda on: self.done("Start a reading group", on),
            date(2025, 12, 12): lambda on: children.set_date(session, self.mia, ChildDate.REVIEW, REVIEW, on),
            date(2025, 12, 9): self.came_of_it,
            SUSPENDED: self.suspended,
            SUSPENDED + timedelta(days=1): lambda on: self.told(on, "social_worker_told_on"),
            SUSPENDED + timedelta(days=3): lambda on: self.told(on, "in_writing_on"),
            BACK: lambda on: days_without_school.set_last(session, self.days, on - timedelta(days=1)),
            date(2026, 2, 25): lambda on: self.partly("A quiet place at lunch", on),
            REVIEW + timedelta(days=1): self.review,
            PEP + timedelta(days=1): self.second_pep,
            date(2026, 4, 2): lambda on: self.good_news("You sang alone.", on),
            date(2026, 4, 20): lambda on: self.done("Find a laptop", on),
            date(2026, 5, 14): self.letter_begun,
            date(2026, 5, 16): lambda on: writing_to_the_child.give_letter(session, self.letter, on),
        }

    def first_pep(self, on: date) -> None:
        self.first = planning.put_in_a_meeting(self.session, self.mia, "uid-first", on, on)
        said = Sitting("7_to_10")
        said.said["one_thing"] = Said(words="Somebody to read with", share=Share.SHEET)
        said.said["playtimes"] = Said(words="Lunch is loud", share=Share.SHEET)
        said.said["hardest"] = Said(words=OFF_THE_SHEET, share=Share.OFF)
        childs_kept_words.keep(self.session, self.first, said, on)
        reading_kept.say_read(self.session, self.first)
        recording_the_meeting.meeting_was_held(self.session, self.first, on, on)
        for each in AGREED:
            recording_the_meeting.add_action(self.session, self.first, each, on)
        recording_the_meeting.set_next_pep(self.session, self.first, PEP)
        pep_copies.say_where_the_copy_is(self.session, self.first, WhereIsTheCopy.LOCK_BOX, on)

    def action(self, what: str) -> AgreedAction:
        return self.session.scalars(select(AgreedAction).where(AgreedAction.what == what)).one()

    def done(self, what: str, on: date) -> None:
        following_up.tick_off(self.session, self.action(what).id, on)
        following_up.say_helped(self.session, self.action(what).id, Helped.YES, on)

    def partly(self, what: str, on: date) -> None:
        following_up.say_how_far(self.session, self.action(what).id, HowFar.PARTLY, on)

    def came_of_it(self, on: date) -> None:
        """What was agreed because of what Mia said."""
        came = ("Start a reading group", "A quiet place at lunch")
        for row, what in zip(you_said.said_to_the_meeting(self.session, self.first), came, strict=True):
            you_said.set_action(self.session, row.id, self.action(what).id)

    def suspended(self, on: date) -> None:
        self.days = days_without_school.add_days(self.session, self.mia, WithoutSchool.SUSPENDED, on)

    def told(self, on: date, who: str) -> None:
        days_without_school.set_told(self.session, self.days, who, on)

    def good_news(self, words: str, on: date) -> None:
        writing_notes.add_note(self.session, self.mia, NewNote(NoteKind.GOOD_NEWS, on, words))

    def letter_begun(self, on: date) -> None:
        self.letter = writing_to_the_child.begin_letter(self.session, self.mia, on)

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
        pep_copies.say_where_the_copy_is(self.session, self.second, WhereIsTheCopy.LOCK_BOX, on)

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
                home.days_to_say = days_since_meeting(session, home.to_come(), day)
            if day in TOLD_ON:
                sheet = reporting_back.child_sheet(session, home.first)
                home.child_reads[day] = text_of(pdf.make_pdf(sheet))
        yield home, said
    vault.close()


TOLD_ON = (date(2025, 12, 10), date(2026, 2, 26), date(2026, 3, 5))
"""Days on which Mia is told what came of what she said."""

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
    assert len(lines) < 26, "few sentences, so each can be read by a person"


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
        "Find a laptop": True,
        "Try the new badge": False,
    }


def test_what_mia_said_leads_to_what_came_of_it_partly_done_and_the_honest_no_as_well(played: Played) -> None:
    home, _said = played
    first, partly, ended = (home.child_reads[day] for day in TOLD_ON)
    assert "“Somebody to read with”" in first
    assert "Now Start a reading group (Mr Fox). It was done on 8 December." in first
    assert "Now A quiet place at lunch (Mr Fox)" in first
    assert "A quiet place at lunch (Mr Fox). Some of it is done, since 25 February." in partly
    assert "A quiet place at lunch (Mr Fox). It will not happen after all: The library is shut." in ended
    assert all(OFF_THE_SHEET not in words for words in home.child_reads.values())


def test_a_suspension_says_on_each_day_what_is_next_and_is_away_once_she_is_back(played: Played) -> None:
    _home, said = played
    line = {
        day: next(
            (each for each in lines if "school" in each or "taught" in each or "its letter" in each), ""
        )
        for day, lines in said.items()
        if SUSPENDED <= day <= BACK
    }
    assert list(dict.fromkeys(line.values())) == [
        "Tell Ms Ali: Mia is out of school",
        "Ask school for its letter about Mia",
        "Ask school for work that Mia can do at home",
        "Ask where Mia is taught now",
        "",
    ]
    assert days_with(said, "taught now")[0] == date(2026, 1, 27), "the sixth school day"


def test_getting_ready_offers_the_suspension_as_a_fact(played: Played) -> None:
    home, _said = played
    assert [fact.words for fact in home.days_to_say] == ["Suspended, 20 to 28 January 2026: 7 school days."]


def test_half_a_year_after_the_first_pep_home_names_a_letter_until_it_is_given(played: Played) -> None:
    home, said = played
    days = days_with(said, "letter to Mia") + days_with(said, "write Mia a letter")
    assert (min(days), max(days)) == (FIRST.replace(year=2026, month=5), date(2026, 5, 15))
    letter = writing_to_the_child.letters(home.session, home.mia)[0]
    assert letter.given_on == date(2026, 5, 16)
    assert "You sang alone." in letter.text
    book = text_of(pdf.make_pdf(childs_book.childs_book(home.session, home.mia)))
    assert "You sang alone." in book
    assert OFF_THE_SHEET not in letter.text + book


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
