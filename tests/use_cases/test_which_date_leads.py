"""Which date leads, or which bound: each thing that was said wrongly, and what holds for whatever is known."""

from datetime import date, timedelta

import pytest

from carer_app.choices import WhereIsTheCopy
from carer_app.domain.meeting import Meeting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    changing_school,
    children,
    for_home,
    pep_copies,
    pep_dates,
    school_dates,
    summarising,
)
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.next_pep import NextPep, next_pep_of
from carer_app.use_cases.pep_dates import PepDueView
from tests import builders
from tests.builders import do, read

NEXT_YEAR = (
    *((date(2026, 9, 3), date(2026, 10, 23)), (date(2026, 11, 2), date(2026, 12, 18))),
    *((date(2027, 1, 4), date(2027, 2, 12)), (date(2027, 2, 22), date(2027, 3, 25))),
    *((date(2027, 4, 12), date(2027, 5, 28)), (date(2027, 6, 7), date(2027, 7, 21))),
)


def due(vault: Vault, child: int, on: date) -> PepDueView:
    found: PepDueView = read(vault, pep_dates.pep_due, child, on)
    return found


def known(vault: Vault, child: int, on: date) -> NextPep:
    found: NextPep = read(vault, next_pep_of, child, on)
    return found


def card(vault: Vault, on: date) -> NextStep:
    (found,) = read(vault, for_home.home, on).steps
    assert isinstance(found, NextStep)
    return found


def add_dates(vault: Vault, child: int, *periods: tuple[date, date]) -> None:
    with vault.work() as session:
        school = children.child_facts(session, child, builders.TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *periods)


def test_a_pep_in_june_was_in_the_summer_term_whatever_is_typed_of_that_year(vault: Vault) -> None:
    child = builders.add_child(vault, council="")
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 6, 10), date(2026, 6, 11))
    assert due(vault, child, date(2026, 9, 15)).roughly.endswith("at the latest 23 December 2026")
    add_dates(vault, child, *NEXT_YEAR)
    answer = due(vault, child, date(2026, 9, 15))
    assert (answer.due_on, answer.asks_for) == (date(2026, 12, 18), "")


def test_what_is_late_for_certain_is_late_and_home_asks_for_a_meeting(vault: Vault) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    bound = "by the end of the spring term, at the latest 24 April 2026"
    assert known(vault, child, date(2026, 4, 24)).words == f"Due {bound}"
    assert known(vault, child, date(2026, 4, 25)).words == f"It was due {bound}"
    late = card(vault, date(2026, 6, 1))
    assert (late.step, late.tag_kind) == (Step.ASK_FOR_DATE, "warn")
    assert late.why == f"It was due {bound}. The social worker or school sets the day."


@pytest.mark.parametrize(("on", "asks"), [(date(2026, 2, 14), False), (date(2026, 2, 15), True)])
def test_home_asks_for_a_meeting_four_weeks_before_it_can_be_due(vault: Vault, on: date, asks: bool) -> None:
    builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    found = card(vault, on)
    steps = {found.step, *(each.step for each in found.also)}
    assert (Step.ASK_FOR_DATE in steps) is asks
    assert Step.TERM_DATES in steps


def test_school_days_that_nobody_can_count_are_late_for_certain_too(vault: Vault) -> None:
    child = builders.add_child(
        vault,
        council="Southwark",
        came_into_care_on=date(2024, 1, 8),
        last_pep_on=date(2025, 10, 20),
        started=date(2025, 11, 3),
    )
    between = "between 1 December 2025 and 7 January 2026"
    assert known(vault, child, date(2026, 1, 7)).words == f"Due {between}"
    assert known(vault, child, date(2026, 1, 8)).words == f"It was due {between}"
    assert card(vault, date(2026, 1, 8)).step == Step.ASK_FOR_DATE


def test_a_certain_new_school_date_leads_while_the_terms_date_is_not_known(vault: Vault) -> None:
    child = builders.add_child(
        vault,
        council="",
        came_into_care_on=date(2024, 1, 8),
        last_pep_on=date(2025, 11, 10),
        started=date(2026, 2, 2),
    )
    answer = due(vault, child, date(2026, 2, 10))
    assert (answer.due_on, answer.asks_for) == (date(2026, 3, 2), "")


def test_a_certain_date_leads_as_the_latest_where_the_terms_may_be_sooner(vault: Vault) -> None:
    child = builders.add_child(
        vault,
        council="",
        came_into_care_on=date(2024, 1, 8),
        last_pep_on=date(2025, 11, 10),
        started=date(2026, 3, 2),
    )
    found = known(vault, child, date(2026, 3, 10))
    assert found.words == "Due by Monday 30 March 2026 at the latest"
    assert found.due.asks_for == (
        "It may be due sooner. We need the school’s term dates for 2025/26 to work this out."
    )
    assert found.due.needs_term_dates
    add_dates(vault, child, (date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27)))
    found = known(vault, child, date(2026, 3, 10))
    assert found.words == "Due by Friday 27 March 2026"


def test_a_school_to_come_takes_no_known_day_away(vault: Vault) -> None:
    child = builders.add_child(
        vault, council="", came_into_care_on=date(2024, 1, 8), last_pep_on=date(2026, 2, 10)
    )
    add_dates(vault, child, (date(2026, 1, 5), date(2026, 3, 27)), (date(2026, 4, 13), date(2026, 7, 16)))
    june = date(2026, 6, 10)
    assert due(vault, child, june).due_on == date(2026, 7, 16)
    do(vault, changing_school.change_school, child, "Big School", date(2026, 9, 3), june)
    answer = due(vault, child, june)
    assert answer.due_on == date(2026, 7, 16)
    assert {each.kind: each.by for each in answer.working}["new_school"] == date(2026, 10, 1)
    facts = read(vault, children.child_facts, child, date(2026, 6, 25))
    assert (facts.school, facts.school_to_come) == ("Riverside Primary", "Big School")


@pytest.mark.parametrize("care", [None, date(2023, 5, 2)])
def test_a_first_evening_raises_no_false_alarm(vault: Vault, care: date | None) -> None:
    dates = {"came_into_care_on": care} if care else {}
    child = builders.add_child(vault, council="", started=date(2024, 9, 3), **dates)
    found = known(vault, child, date(2026, 11, 29))
    assert found.words == "We cannot work out the date yet"
    assert found.due.asks_for.startswith("When was the last PEP?")


@pytest.mark.parametrize(
    ("on", "said"),
    [(date(2026, 3, 2), ""), (date(2026, 9, 1), "If a PEP has been held since then, type its day.")],
)
def test_a_school_of_some_months_ago_says_that_a_pep_may_have_been_held(
    vault: Vault, on: date, said: str
) -> None:
    child = builders.add_child(
        vault, council="", came_into_care_on=date(2023, 5, 2), started=date(2026, 2, 23)
    )
    answer = due(vault, child, on)
    assert answer.due_on == date(2026, 3, 23)
    assert any("If a PEP has been held" in each for each in answer.uncertain) is bool(said)


def test_a_pep_on_the_training_day_that_opens_a_term_is_of_that_term(vault: Vault) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2026, 1, 5))
    with vault.work() as session:
        school = children.child_facts(session, child, builders.TODAY).school_id
        assert school is not None
        school_dates.use_example(session, school, "riverside_2025_26")
    assert due(vault, child, builders.TODAY).due_on == date(2026, 7, 16)


def test_a_day_to_begin_by_is_never_a_day_it_is_due_by(vault: Vault) -> None:
    child = builders.add_child(vault, council="", came_into_care_on=date(2026, 3, 2))
    for on in (date(2026, 3, 10), date(2026, 3, 16), date(2026, 3, 17)):
        assert known(vault, child, on).words == "Due by Monday 30 March 2026"
    titles = {each.title: each.by for each in due(vault, child, date(2026, 3, 10)).working}
    assert titles["First PEP, begun by"] == date(2026, 3, 16)


def test_a_meeting_after_every_possible_day_is_pointed_out_at_once(vault: Vault) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    builders.add_meeting(vault, child, date(2026, 4, 30))
    found = card(vault, date(2026, 1, 10))
    assert found.step == Step.AFTER_DUE
    assert "24 April 2026" in known(vault, child, date(2026, 1, 10)).too_late


@pytest.mark.parametrize(
    ("birthday", "by"),
    [
        (date(2023, 9, 1), date(2026, 9, 10)),  # two: below Nursery
        (date(2022, 9, 1), date(2026, 9, 10)),  # three, and in Nursery from September
        (date(2021, 8, 31), None),  # in Reception: each term, and no dates are known
    ],
)
def test_below_nursery_the_rhythm_is_that_of_the_youngest(
    vault: Vault, birthday: date, by: date | None
) -> None:
    child = builders.add_child(vault, council="Leicestershire", last_pep_on=date(2026, 3, 10))
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, birthday, builders.TODAY)
    answer = due(vault, child, date(2026, 3, 11))
    own = [each.by for each in answer.working if each.rule.startswith("Leicestershire")]
    assert own == [by]
    # England's clock, each term, stands beside a rhythm that is rarer, and is over sooner.
    assert (answer.due_on, answer.surely_by) == (None, date(2026, 7, 31))
    assert not any("birthday" in each for each in answer.uncertain)


@pytest.mark.parametrize(
    ("day", "asks"),
    [(date(2026, 3, 15), False), (date(2026, 3, 16), True)],
)
def test_a_meeting_that_is_in_time_for_certain_needs_no_school_dates(
    vault: Vault, day: date, asks: bool
) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    builders.add_meeting(vault, child, day)
    steps = {each.step for each in card(vault, date(2026, 2, 10)).also}
    assert (Step.TERM_DATES in steps) is asks
    assert "It is due by the end of the spring term" in known(vault, child, date(2026, 2, 10)).why


@pytest.mark.parametrize(("on", "asks"), [(date(2026, 1, 17), False), (date(2026, 1, 18), True)])
def test_school_dates_are_asked_for_when_the_pep_can_be_due_soon(vault: Vault, on: date, asks: bool) -> None:
    """Until then nothing needs doing, and what is known is said: no sentence stands on Home for months."""
    child = builders.add_child(vault, council="Borsetshire", last_pep_on=date(2025, 10, 10))
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2024, 1, 8), builders.TODAY)
    do(vault, children.set_date, child, ChildDate.LAST_REVIEW, date(2025, 12, 1), builders.TODAY)
    with vault.work() as session:
        meeting = Meeting(child_id=child, held_on=date(2025, 10, 10), calendar_uid="uid-held")
        session.add(meeting)
        session.flush()
        pep_copies.say_where_the_copy_is(session, meeting.id, WhereIsTheCopy.LOCK_BOX, builders.TODAY)
    found = card(vault, on)
    assert (Step.TERM_DATES in {found.step, *(each.step for each in found.also)}) is asks
    if not asks:
        assert found.why == (
            "Next: Mia’s PEP is due by the end of the spring term, at the latest 24 April 2026. "
            "With the school’s dates we can work out the exact day. That can wait."
        )


@pytest.mark.parametrize(("after", "asks"), [(56, True), (57, False)])
def test_the_name_of_a_new_teacher_is_asked_for_eight_weeks_long(
    vault: Vault, after: int, asks: bool
) -> None:
    child = builders.add_child(vault, council="", last_pep_on=date(2026, 2, 10))
    do(vault, changing_school.change_school, child, "Elm Road", date(2026, 3, 2), builders.TODAY)
    add_dates(vault, child, (date(2026, 1, 5), date(2026, 3, 27)), (date(2026, 4, 13), date(2026, 7, 16)))
    found = card(vault, date(2026, 3, 2) + timedelta(days=after))
    assert (Step.NEW_SCHOOL in {found.step, *(each.step for each in found.also)}) is asks


def test_the_sheet_names_a_review_only_while_it_is_ahead(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    do(vault, children.set_date, child, ChildDate.REVIEW, date(2026, 3, 16), builders.TODAY)
    for on, said in ((date(2026, 3, 16), 1), (date(2026, 3, 17), 0)):
        assert len(read(vault, summarising.whole_sheet, meeting, on).dates) == said
    do(vault, children.set_date, child, ChildDate.LEFT_CARE, date(2026, 3, 15), builders.TODAY)
    assert read(vault, summarising.whole_sheet, meeting, date(2026, 3, 10)).dates == ()


def test_the_sheet_says_the_class_the_child_is_taught_in(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    do(vault, children.set_date, child, ChildDate.BIRTHDAY, date(2016, 5, 5), builders.TODAY)
    assert read(vault, summarising.whole_sheet, meeting, builders.TODAY).year_group == "Year 5"
    do(vault, children.set_years_ahead, child, -1)
    assert read(vault, summarising.whole_sheet, meeting, builders.TODAY).year_group == "Year 4"


@pytest.mark.parametrize(("on", "tense"), [(date(2026, 3, 12), "is"), (date(2026, 3, 13), "was")])
def test_a_meeting_after_the_day_it_is_due_says_is_until_that_day(vault: Vault, on: date, tense: str) -> None:
    child = builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    builders.add_meeting(vault, child, date(2026, 3, 18))
    assert f"when the PEP {tense} due." in known(vault, child, on).too_late


def test_the_school_before_a_move_keeps_its_days(vault: Vault) -> None:
    """What was found in a walk: on the first day at the new school 17 July became "at the latest 31 July"."""
    child = builders.add_child(vault, council="", last_pep_on=date(2026, 2, 10))
    do(vault, children.set_date, child, ChildDate.CAME_INTO_CARE, date(2024, 1, 8), builders.TODAY)
    add_dates(vault, child, (date(2026, 1, 5), date(2026, 3, 27)), (date(2026, 4, 13), date(2026, 7, 16)))
    do(vault, changing_school.change_school, child, "Big School", date(2026, 9, 3), date(2026, 6, 10))
    for on in (date(2026, 9, 2), date(2026, 9, 3), date(2026, 12, 1)):
        assert due(vault, child, on).due_on == date(2026, 7, 16)


def test_the_day_of_a_meeting_that_may_be_too_late_is_named(vault: Vault) -> None:
    builders.add_child(vault, last_pep_on=date(2025, 9, 12))
    with vault.work() as session:
        session.add(Meeting(child_id=1, on_day=date(2026, 6, 18), calendar_uid="uid-late"))
    found = card(vault, date(2026, 3, 10))
    assert (found.step, found.meeting_words) == (Step.AFTER_DUE, "")
    assert found.why.startswith(
        "The PEP is due by Thursday 12 March 2026. The meeting is after that, on Thursday 18 June 2026."
    )


@pytest.mark.parametrize(("on", "asks"), [(date(2025, 12, 20), False), (date(2025, 12, 21), True)])
def test_the_council_is_asked_for_when_it_can_matter(vault: Vault, on: date, asks: bool) -> None:
    builders.add_child(vault, council="", last_pep_on=date(2025, 10, 10))
    found = card(vault, on)
    assert (Step.COUNCIL in {found.step, *(each.step for each in found.also)}) is asks


@pytest.mark.parametrize(
    ("on", "words"), [(date(2026, 3, 12), "it is due by"), (date(2026, 3, 13), "it was due by")]
)
def test_a_day_that_the_social_worker_gave_is_said_as_theirs(vault: Vault, on: date, words: str) -> None:
    builders.add_child(vault, social_worker_says_by=date(2026, 3, 12))
    found = card(vault, on)
    assert found.step == Step.ASK_FOR_DATE
    assert found.why == (
        f"The social worker said that {words} 12 March. The meeting has no day yet. "
        "The social worker or school sets the day."
    )


@pytest.mark.parametrize(("born", "stays"), [(date(2015, 2, 11), False), (date(2014, 2, 11), True)])
def test_in_the_last_year_at_a_school_it_is_not_taken_for_granted_that_the_child_stays(
    vault: Vault, born: date, stays: bool
) -> None:
    """Home asked for the next dates of a school that a child in Year 6 or 11 was about to leave."""
    child = builders.add_child(vault, council="Kent", birthday=born, came_into_care_on=date(2024, 1, 8))
    do(vault, children.set_date, child, ChildDate.LAST_PEP, date(2026, 6, 10), date(2026, 6, 20))
    add_dates(vault, child, (date(2026, 4, 13), date(2026, 7, 16)))
    found = card(vault, date(2026, 7, 1))
    (dates,) = [each for each in (found, *found.also) if each.step == Step.TERM_DATES]
    assert dates.why.startswith("The dates of Riverside Primary that we know end on Thursday 16 July 2026.")
    assert ("If Mia stays there" in dates.why) is not stays
