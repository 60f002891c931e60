"""A day is called used only where it makes something of the school year; every other day says why it does not."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.term_candidates import Candidate, candidate
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_effects import with_effects
from carer_app.imports.term_judging import judged
from carer_app.imports.term_school_days import weekday_after, weekday_before
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import rows_in
from tests.imports.test_term_account import LINES, YEAR, is_named

IDLE = st.sampled_from(
    [
        "Monday 9 November 2025: Back to school",
        "Back to school: Monday 10 November 2025",
        "School closes Wednesday 12 November 2025",
        "School closed: Thursday 25 December 2025",
        "School closed: 28 October 2025",
        "INSET day: Saturday 8 November 2025",
        "INSET day: Tuesday 28 October 2025",
        "INSET day: 24 August 2026",
        "May Day: Monday 4 May 2026",
        "Half term: 27 to 31 October 2025",
        "Christmas holiday: Monday 22 December 2025 to Friday 2 January 2026",
        "Summer holiday: Wednesday 22 July to Monday 31 August 2026",
        "Twilight INSET: 12 November 2025",
        "Term 1: Tuesday 2 September to Friday 24 October 2025",
        "Autumn term: Tuesday 2 September to Friday 19 December 2025",
        "Staff return: Monday 1 September 2025",
        "Term starts: Tuesday 1 September 2026",
    ]
)


OFF = ("inset", "closed", "bank", "between", "staff")


def pupils(made: Candidate) -> set[date]:
    calendar = SchoolCalendar(made.periods, made.inset_days, made.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


def without(made: Candidate, outcome: Outcome) -> Candidate:
    """The year without a day, whichever lines say it."""
    gone = set(days_between(outcome.days[0], outcome.days[-1])) if outcome.days else set()
    left = [
        each
        for each in made.dated
        if not set(outcome.fact.group.keys) & set(each.fact.group.keys)
        and not (each.fact.role in OFF and gone.intersection(each.instead or each.days or ()))
    ]
    return candidate(made.way, made.found, left)


def edges(made: Candidate) -> set[date]:
    """The first and last days of the stretches, of school and of its pupils, and the days next to them."""
    there = pupils(made)
    found = set[date]()
    for first, last in made.periods:
        inside = [day for day in days_between(first, last) if day in there]
        for begin, end in ((first, last), (inside[0], inside[-1]) if inside else (first, last)):
            found |= {begin, end, weekday_before(begin), weekday_after(end)}
    return found


def best(text: str) -> tuple[Candidate, dict[tuple[int, int], Outcome]]:
    made = judged(rows_in(text)[0], 2025)[0].made
    return made, with_effects(made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(LINES, IDLE, st.sampled_from(YEAR)), max_size=20))
def test_a_day_that_is_used_changes_the_school_year_or_is_an_edge_of_it(lines: list[str]) -> None:
    made, fates = best("\n".join(lines))
    there, at_edges = pupils(made), edges(made)
    for outcome in fates.values():
        if outcome.fate != "used":
            assert outcome.reason
            continue
        first, last = outcome.days[0], outcome.days[-1]
        near = {*outcome.days, weekday_before(first), weekday_after(last)}
        assert near & at_edges or pupils(without(made, outcome)) != there, (outcome.fact.line, outcome.days)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(IDLE, max_size=6))
def test_a_day_that_is_left_out_of_a_whole_year_moves_no_day_of_it(lines: list[str]) -> None:
    reading = read_pasted("\n".join([*YEAR, *lines]), date(2025, 11, 29))
    for each in reading.account:
        assert each.fate == "used" or (each.reason and is_named(each, reading)), each
    made, fates = best("\n".join([*YEAR, *lines]))
    there = pupils(made)
    for outcome in fates.values():
        if outcome.fate == "left_out":
            alone = replace(outcome, days=())
            assert pupils(without(made, alone)) == there, outcome


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "Monday 10 November 2025: Back to school",
            "School is open on the day before it too, so nothing begins on it.",
        ),
        (
            "School breaks up: Wednesday 12 November 2025",
            "School is open on the day after it too, so nothing ends on it.",
        ),
        ("INSET day: Saturday 8 November 2025", "It is at a weekend, so it changes nothing."),
        (
            "INSET day: Tuesday 28 October 2025",
            "It is no school day for pupils anyway. It is in the list of training days.",
        ),
        (
            "School closed: Tuesday 28 October 2025",
            "It is no school day for pupils anyway, so it changes nothing.",
        ),
        ("Bank holiday: Monday 4 May 2026", "It is a bank holiday, so school is shut then anyway."),
        ("Twilight INSET: Wednesday 12 November 2025", "It is after school, so it closes no day."),
        ("Term starts: Tuesday 1 September 2026", "It begins a school year whose other days are not here."),
        ("Term ends: Tuesday 22 July 2025", "It ends a school year whose other days are not here."),
    ],
)
def test_a_day_that_moves_nothing_is_left_out_and_says_why(line: str, reason: str) -> None:
    plain, reading = read_pasted("\n".join(YEAR)), read_pasted("\n".join([*YEAR, line]))
    assert reading.periods == plain.periods
    told = next(each for each in reading.account if each.line == line)
    assert (told.fate, told.reason) == ("left_out", reason)
    assert (line in reading.not_understood) != ("bank holiday" in reason)
    assert [each.fate for each in reading.account if each.line != line] == ["used"] * 6


def test_days_of_a_page_without_any_school_days_are_not_said_to_lie_in_a_holiday() -> None:
    told = read_pasted("INSET days 2025/26\nFriday 28 November 2025").account[0]
    assert (told.fate, told.reason) == (
        "left_out",
        "We know of no school days around it yet. It is in the list of training days.",
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Tuesday 2 September 2025", "We have that day already."),
        ("Sent: Friday, 27 November 2026 14:02", "It is about something else than term dates."),
        ("> On 3 December 2025 you wrote:", "It is about something else than term dates."),
    ],
)
def test_a_day_that_no_word_explains_is_asked_about_only_where_it_could_tell_something_new(
    line: str, reason: str
) -> None:
    reading = read_pasted("\n".join([*YEAR, "", line]))
    assert (reading.account[-1].fate, reading.account[-1].reason) == ("left_out", reason)
    assert reading.problems == []


def test_the_same_day_in_another_language_beside_it_is_not_asked_about() -> None:
    lines = [
        f"School starts / Początek: {day} / {other}"
        for day, other in (("Wednesday 2 September 2026", "środa, 2 września 2026"),)
    ]
    reading = read_pasted(
        "\n".join([*lines, "School closes / Koniec: Friday 23 October 2026 / piątek, 23 października 2026"])
    )
    assert [each.fate for each in reading.account if each.fate == "handed_back"] == []
    assert reading.periods == [(date(2026, 9, 2), date(2026, 10, 23))]
