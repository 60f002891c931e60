"""Home between meetings: not in school full-time, a first week, a letter twice a year; each with its day and why."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from carer_app.choices import ChildList, InsetDays, Role, WithoutSchool
from carer_app.domain.child import Child
from carer_app.domain.school import School
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    childs_lists,
    days_without_school,
    for_home,
    next_letter,
    not_now,
    recording_the_meeting,
    school_dates,
    writing_to_the_child,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step, StepDue
from tests import builders
from tests.builders import TODAY, do, read
from tests.use_cases.what_is_due import quiet_child

NEXT_WEEK = timedelta(days=7)
SIXTH = date(2026, 3, 17)
"""The sixth school day of a suspension that begins on TODAY, a Tuesday in term."""


@pytest.fixture
def child(vault: Vault) -> int:
    child: int = do(vault, quiet_child)
    with vault.work() as session:
        school_dates.say_inset(session, session.scalars(select(School.id)).one(), 2025, InsetDays.TWILIGHT)
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    return child


def steps(vault: Vault, on: date = TODAY) -> dict[Step, StepDue]:
    """Every line of the child's card."""
    (card,) = read(vault, for_home.home, on).steps
    first = StepDue(
        card.step, card.words, card.why, card.tag, card.tag_kind, about=card.key, days_id=card.days_id
    )
    return {each.step: each for each in (first, *card.also)}


def out(vault: Vault, child: int, kind: WithoutSchool, on: date = TODAY) -> int:
    days: int = do(vault, days_without_school.add_days, child, kind, on)
    return days


def told(vault: Vault, days: int, *who: str) -> None:
    for each in who:
        do(vault, days_without_school.set_told, days, each, TODAY)


# Not in school full-time


def test_a_suspension_is_told_first_then_its_letter_then_the_work_and_then_the_teaching(
    vault: Vault, child: int
) -> None:
    days = out(vault, child, WithoutSchool.SUSPENDED)
    step = steps(vault)[Step.WITHOUT_SCHOOL]
    assert step.words == "Tell Ms Ali: Mia is out of school"
    assert step.why == "Since 10 March. Full-time teaching is due from Tuesday 17 March 2026."
    assert (step.tag, step.days_id) == ("Suspended", days)
    told(vault, days, "social_worker_told_on")
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Ask school for its letter about Mia"
    told(vault, days, "in_writing_on")
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Ask school for work that Mia can do at home"
    before, since = steps(vault, SIXTH - timedelta(days=1)), steps(vault, SIXTH)
    assert before[Step.WITHOUT_SCHOOL].words == "Ask school for work that Mia can do at home"
    assert since[Step.WITHOUT_SCHOOL].words == "Ask where Mia is taught now"
    assert since[Step.WITHOUT_SCHOOL].why.endswith(
        "Full-time teaching has been due since Tuesday 17 March 2026."
    )


def test_what_is_over_asks_only_who_was_told_and_for_the_letter_and_not_for_long(
    vault: Vault, child: int
) -> None:
    days = out(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 4))
    do(vault, days_without_school.set_last, days, date(2026, 3, 6))
    assert Step.WITHOUT_SCHOOL in steps(vault)
    assert "Full-time" not in steps(vault)[Step.WITHOUT_SCHOOL].why
    assert Step.WITHOUT_SCHOOL not in steps(vault, date(2026, 3, 21))
    told(vault, days, "social_worker_told_on", "in_writing_on")
    assert Step.WITHOUT_SCHOOL not in steps(vault)


def test_sent_home_is_told_and_asked_for_in_writing(vault: Vault, child: int) -> None:
    days = out(vault, child, WithoutSchool.SENT_HOME)
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Tell Ms Ali that Mia was sent home"
    told(vault, days, "social_worker_told_on")
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Ask school to write down that Mia was sent home"


def test_a_part_time_timetable_asks_for_its_plan_until_its_last_day_is_known(
    vault: Vault, child: int
) -> None:
    days = out(vault, child, WithoutSchool.PART_TIME)
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Ask for the plan of Mia’s part-time timetable"
    do(vault, days_without_school.set_last, days, date(2026, 4, 24))
    assert Step.WITHOUT_SCHOOL not in steps(vault)


def test_no_school_place_says_by_when_one_is_due_and_says_it_once(vault: Vault, child: int) -> None:
    out(vault, child, WithoutSchool.NO_PLACE, date(2026, 3, 2))
    step = steps(vault)[Step.WITHOUT_SCHOOL]
    assert step.words == "Ask Ms Ali what was done to find Mia a school place"
    assert "A school place is due by Monday 13 April 2026." in step.why
    do(vault, children.set_school_place, child, False)
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2026, 1, 20), TODAY)
    assert Step.SCHOOL_PLACE in steps(vault)
    assert Step.WITHOUT_SCHOOL not in steps(vault), "the same thing is not asked for twice"


def test_a_suspension_nobody_ended_is_asked_about_and_no_sentence_stands_for_long(
    vault: Vault, child: int
) -> None:
    days = out(vault, child, WithoutSchool.SUSPENDED)
    told(vault, days, "social_worker_told_on", "in_writing_on")
    later = steps(vault, TODAY + timedelta(days=28))[Step.WITHOUT_SCHOOL]
    assert later.words == "Is Mia back in school? Then put in the last day"
    part = out(vault, child, WithoutSchool.PART_TIME)
    do(vault, days_without_school.remove_days, days, TODAY)
    said = {steps(vault, TODAY + week * NEXT_WEEK)[Step.WITHOUT_SCHOOL].words for week in range(10)}
    assert said == {
        "Ask for the plan of Mia’s part-time timetable",
        "Is Mia back in school? Then put in the last day",
    }
    assert part


def test_not_now_hides_this_one_thing_and_not_what_comes_after_it(vault: Vault, child: int) -> None:
    days = out(vault, child, WithoutSchool.SUSPENDED)
    (card,) = read(vault, for_home.home, TODAY).steps
    assert card.may_wait
    do(vault, not_now.not_now, child, card.key, TODAY + NEXT_WEEK, TODAY)
    assert Step.WITHOUT_SCHOOL not in steps(vault)
    told(vault, days, "social_worker_told_on")
    assert steps(vault)[Step.WITHOUT_SCHOOL].words == "Ask school for its letter about Mia"


def test_where_not_all_training_days_are_known_the_day_may_be_a_little_later(
    vault: Vault, child: int
) -> None:
    with vault.work() as session:
        school = session.scalars(select(School.id)).one()
        school_dates.say_inset(session, school, 2025, InsetDays.NOT_KNOWN)
    out(vault, child, WithoutSchool.SUSPENDED)
    before, since = (steps(vault, day)[Step.WITHOUT_SCHOOL].why for day in (TODAY, SIXTH))
    assert "due from Tuesday 17 March 2026, or a little later" in before
    assert "has been due since Tuesday 17 March 2026 or a little later" in since


def test_where_the_schools_dates_are_not_known_no_day_is_guessed(vault: Vault) -> None:
    child = builders.add_child(vault)
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2024, 5, 1), TODAY)
    out(vault, child, WithoutSchool.SUSPENDED)
    assert steps(vault)[Step.WITHOUT_SCHOOL].why == "Since 10 March. Full-time teaching: from school day 6."


# A first week


def test_a_child_who_has_just_come_has_the_first_week_on_home_until_it_is_ticked_off(
    vault: Vault, child: int
) -> None:
    assert Step.FIRST_WEEK not in steps(vault), "this child came two years ago"
    do(vault, children.set_date, child, ChildDate.MOVED_HOME, TODAY, TODAY)
    step = steps(vault)[Step.FIRST_WEEK]
    assert step.words == "Mia has just come: see what helps in the first week"
    assert Step.FIRST_WEEK in steps(vault, TODAY + timedelta(days=13))
    assert Step.FIRST_WEEK not in steps(vault, TODAY + timedelta(days=14))
    for row in read(vault, childs_lists.list_of, child, ChildList.FIRST_WEEK, TODAY).rows:
        if not row.has_box:
            do(vault, childs_lists.tick_line, child, ChildList.FIRST_WEEK, row.id, TODAY)
    assert Step.FIRST_WEEK not in steps(vault)


def test_where_nobody_said_when_a_child_came_it_is_a_question(vault: Vault) -> None:
    child = builders.add_child(vault)
    assert Step.FIRST_WEEK not in steps(vault), "added long ago"
    with vault.work() as session:
        session.get_one(Child, child).added_on = TODAY
    words = "Has Mia just come to you? See what helps in the first week"
    assert steps(vault)[Step.FIRST_WEEK].words == words


# A letter twice a year


def given(vault: Vault, child: int, on: date) -> int:
    letter: int = do(vault, writing_to_the_child.begin_letter, child, on)
    do(vault, writing_to_the_child.give_letter, letter, on)
    return letter


def test_half_a_year_after_the_last_letter_one_is_named_for_four_weeks_and_then_again(
    vault: Vault, child: int
) -> None:
    given(vault, child, TODAY)
    day = date(2026, 9, 10)
    assert Step.LETTER not in steps(vault, day - timedelta(days=1))
    step = steps(vault, day)[Step.LETTER]
    assert step.words == "You could write Mia a letter"
    assert step.why == (
        "Half a year or more has gone by since your last letter, of Tuesday 10 March 2026. "
        "The letter begins with your good news, and you make it your own."
    )
    assert Step.LETTER in steps(vault, day + timedelta(days=27))
    assert Step.LETTER not in steps(vault, day + timedelta(days=28))
    assert Step.LETTER in steps(vault, day + timedelta(days=182))
    due = read(vault, next_letter.next_letter, child, day + timedelta(days=28))
    assert due.is_due(day + timedelta(days=28)), "the child's page says so until one is given"


def test_a_first_letter_comes_half_a_year_after_the_first_pep_here_or_after_the_child_was_put_in(
    vault: Vault, child: int
) -> None:
    due = read(vault, next_letter.next_letter, child, TODAY)
    assert (due.from_day, due.since) == (
        date(2026, 9, 10),
        "you added Mia here, on Tuesday 10 March 2026",
    ), "the PEP was held before"
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), TODAY, uid="uid-j")
    assert read(vault, next_letter.next_letter, 2, TODAY) is None, "no PEP was held yet"
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY + NEXT_WEEK, TODAY + NEXT_WEEK)
    due = read(vault, next_letter.next_letter, 2, TODAY + NEXT_WEEK)
    assert (due.from_day, due.since) == (
        date(2026, 9, 17),
        "the first PEP meeting that we know of, on Tuesday 17 March 2026",
    )


def test_no_letter_is_asked_for_a_child_too_young_for_one_nor_after_care(vault: Vault, child: int) -> None:
    later = TODAY + timedelta(days=200)
    assert read(vault, next_letter.next_letter, child, later) is not None
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2023, 12, 1), TODAY)
    assert read(vault, next_letter.next_letter, child, later) is None, "two years old"
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2016, 5, 2), TODAY)
    assert read(vault, next_letter.next_letter, child, later) is not None
    do(vault, children.set_date, child, ChildDate.LEFT_CARE, date(2026, 9, 1), TODAY)
    assert read(vault, next_letter.next_letter, child, later) is None


def test_a_letter_that_is_begun_is_said_to_be_begun(vault: Vault, child: int) -> None:
    given(vault, child, TODAY)
    day = date(2026, 9, 12)
    do(vault, writing_to_the_child.begin_letter, child, day)
    step = steps(vault, day)[Step.LETTER]
    assert step.words == "Your letter to Mia is begun"
    assert (
        step.why
        == "You began it on 12 September. Once you gave it to Mia, say so: then it is in Mia’s own book."
    )
