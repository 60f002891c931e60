"""When the next PEP is due, why, and what is asked for where it cannot be worked out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.deadlines import (
    PepDue,
    PepFacts,
    SaidDate,
    add_months,
    copy_due,
    next_pep,
    working_day_after,
)
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import NotAllowed
from carer_app.rules import shipped

# The page alone, as it was when it was new.
RULES = replace(
    next(rules for rules in shipped.authority_rules() if rules.key == "southwark_2017"),
    old=False,
    england=None,
)
RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
TODAY = date(2026, 3, 10)


def due(
    facts: PepFacts,
    *,
    rules: AuthorityRules = RULES,
    calendar: SchoolCalendar | None = RIVERSIDE,
    today: date = TODAY,
    inset_known: bool = True,
) -> PepDue:
    unsure = frozenset() if inset_known else frozenset({2025})
    return next_pep(facts, [rules], KnownTerms(calendar, unsure), today)


@pytest.mark.parametrize(
    ("event", "ten", "twenty"),
    [
        (date(2025, 10, 9), date(2025, 10, 23), date(2025, 11, 6)),
        (date(2024, 10, 10), date(2024, 10, 24), date(2024, 11, 7)),
        # Over Christmas 2026: 25 December, 28 December (for the 26th) and 1 January do not count.
        (date(2026, 12, 18), date(2027, 1, 6), date(2027, 1, 20)),
    ],
)
def test_working_days_are_monday_to_friday_less_bank_holidays(event: date, ten: date, twenty: date) -> None:
    assert working_day_after(event, 10) == ten
    assert working_day_after(event, 20) == twenty


def test_working_days_stop_where_bank_holidays_are_not_known() -> None:
    with pytest.raises(NotAllowed, match="2100"):
        working_day_after(date(2100, 12, 30), 3)


def test_months_end_where_the_month_ends() -> None:
    assert add_months(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert add_months(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert add_months(date(2025, 9, 10), 6) == date(2026, 3, 10)


def test_coming_into_care_starts_twenty_school_days() -> None:
    answer = due(PepFacts(came_into_care=date(2025, 10, 9)), today=date(2025, 10, 20))
    assert (answer.state, answer.by) == ("due", date(2025, 11, 14))
    assert answer.reason.startswith("20 school days after coming into care on Thursday 9 October 2025.")
    assert answer.rule.name == "Southwark Council’s page, 2017"
    assert "Southwark" in answer.rule.source
    assert answer.facts_used == ("Came into care: Thursday 9 October 2025",)
    assert answer.worked_out is not None
    assert len(answer.worked_out.counted) == 20
    assert answer.worked_out.counted[-1] == answer.by


def test_a_new_school_shows_its_working() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 9, 3),
        started_school=date(2025, 10, 9),
        school_name="Riverside Primary",
        last_pep=date(2025, 9, 24),
    )
    answer = due(facts)
    assert answer.by == date(2025, 11, 14)
    assert answer.reason == (
        "20 school days after starting at Riverside Primary on Thursday 9 October 2025. "
        "The day after is day 1. "
        "Half term (27 to 31 October) and the training day on 24 October are left out."
    )
    assert [clock.by for clock in answer.clocks] == [date(2025, 11, 14), date(2026, 3, 24)]


def test_a_pep_after_the_start_satisfies_the_start_and_six_months_begin() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 9, 3), started_school=date(2025, 10, 9), last_pep=date(2025, 11, 12)
    )
    answer = due(facts)
    assert answer.by == date(2026, 5, 12)
    assert answer.reason == "6 months after the last PEP on Wednesday 12 November 2025."
    assert len(answer.clocks) == 1


def test_the_earlier_of_two_live_clocks_leads() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 1, 6), started_school=date(2026, 3, 2), last_pep=date(2025, 9, 9)
    )
    answer = due(facts)
    assert answer.by == date(2026, 3, 9)
    assert [clock.by for clock in answer.clocks] == [date(2026, 3, 9), date(2026, 4, 13)]


def test_the_school_a_child_already_had_when_coming_into_care_is_no_new_school() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9), started_school=date(2025, 9, 2))
    assert len(due(facts, today=date(2025, 10, 20)).clocks) == 1


def test_a_pep_from_before_coming_into_care_counts_for_nothing() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9), last_pep=date(2025, 9, 9))
    answer = due(facts, today=date(2025, 10, 20))
    assert answer.by == date(2025, 11, 14)
    assert len(answer.clocks) == 1


def test_a_pep_still_to_come_has_not_been_held() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9), last_pep=date(2025, 11, 3))
    assert due(facts, today=date(2025, 10, 20)).by == date(2025, 11, 14)
    assert due(facts, today=date(2025, 11, 3)).by == date(2026, 5, 3)


def test_where_school_dates_run_out_it_asks_and_gives_no_date() -> None:
    answer = due(PepFacts(came_into_care=date(2026, 7, 6)), today=date(2026, 7, 7))
    assert (answer.state, answer.by) == ("unknown", None)
    assert answer.missing == "We need the school’s term dates for 2026/27 to work this out."
    assert answer.school_years == (2026,)
    assert answer.reason.startswith("20 school days after coming into care")


@pytest.mark.parametrize(
    ("event", "years"),
    [
        (date(2026, 3, 2), (2025,)),
        (date(2026, 7, 10), (2025, 2026)),
        (date(2026, 8, 12), (2026,)),
        (date(2026, 9, 1), (2026,)),
    ],
)
def test_without_any_school_dates_it_asks_for_the_years_it_needs(event: date, years: tuple[int, ...]) -> None:
    answer = due(PepFacts(came_into_care=event), calendar=None, today=event)
    assert answer.by is None
    assert answer.school_years == years


def test_a_certain_date_leads_as_the_latest_beside_one_that_may_be_earlier() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 1, 6), started_school=date(2026, 3, 2), last_pep=date(2025, 11, 9)
    )
    answer = due(facts, calendar=None)
    assert (answer.state, answer.by) == ("due", date(2026, 5, 9))
    assert answer.missing == (
        "It may be due sooner. We need the school’s term dates for 2025/26 to work this out."
    )
    assert answer.school_years == (2025,)


def test_an_earlier_date_needs_no_school_dates_for_a_later_one() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 1, 6), started_school=date(2026, 3, 2), last_pep=date(2025, 9, 27)
    )
    assert due(facts, calendar=None).by == date(2026, 3, 27)


def test_unknown_training_days_give_the_earlier_date_and_say_so() -> None:
    open_on_training_days = SchoolCalendar(RIVERSIDE.periods)
    answer = due(
        PepFacts(came_into_care=date(2025, 10, 9)),
        calendar=open_on_training_days,
        inset_known=False,
        today=date(2025, 10, 20),
    )
    assert answer.by == date(2025, 11, 13)
    assert len(answer.uncertain) == 1
    assert "training days" in answer.uncertain[0]
    assert "earlier" in answer.uncertain[0]


def test_a_child_who_comes_in_august_is_counted_from_the_autumn_term() -> None:
    answer = due(PepFacts(came_into_care=date(2025, 8, 20)), today=date(2025, 9, 3))
    assert answer.by == date(2025, 9, 29)
    assert answer.uncertain == ("We counted as if school was shut until 2 September 2025.",)


def test_a_missing_half_term_is_pointed_at() -> None:
    calendar = SchoolCalendar([*RIVERSIDE.periods[:2], *RIVERSIDE.periods[3:]])
    answer = due(PepFacts(came_into_care=date(2025, 12, 8)), calendar=calendar, today=date(2026, 1, 5))
    assert any("20 December 2025 to 22 February 2026" in doubt for doubt in answer.uncertain)


def test_six_months_that_end_in_a_holiday_name_the_last_school_day() -> None:
    answer = due(PepFacts(last_pep=date(2025, 10, 3)))
    assert answer.by == date(2026, 4, 3)
    assert "Friday 27 March 2026" in answer.reason


def test_a_date_that_somebody_gave_leads_and_the_other_stands_beside_it() -> None:
    said = SaidDate(date(2026, 3, 4), "The social worker")
    answer = due(PepFacts(last_pep=date(2025, 10, 1), said=said))
    assert (answer.state, answer.by) == ("due", date(2026, 3, 4))
    assert answer.reason == "The social worker gave this date."
    assert answer.worked_out is not None
    assert answer.worked_out.by == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("held", "told_on", "leads"),
    [
        (date(2026, 3, 4), None, False),
        (date(2026, 2, 20), date(2026, 2, 1), False),
        (date(2026, 2, 20), date(2026, 2, 20), True),
        (date(2026, 2, 20), None, False),
        (date(2026, 2, 21), date(2026, 2, 20), False),
        (date(2026, 1, 8), date(2026, 1, 1), False),  # a day less than eight weeks before
        (date(2026, 1, 8), date(2026, 1, 8), True),
        (date(2026, 1, 7), date(2026, 1, 1), True),
        (date(2026, 1, 7), None, True),
    ],
)
def test_a_date_given_for_a_pep_that_was_held_since_leads_no_more(
    held: date, told_on: date | None, leads: bool
) -> None:
    facts = PepFacts(last_pep=held, said=SaidDate(date(2026, 3, 4), "Ms Ali", told_on))
    assert (due(facts).said is not None) is leads


def test_under_three_no_pep_is_needed_yet() -> None:
    answer = due(PepFacts(came_into_care=date(2025, 10, 9), birthday=date(2023, 3, 11)))
    assert (answer.state, answer.by) == ("not_yet", None)
    assert answer.reason == "By this rule PEPs start at 3. That is on Wednesday 11 March 2026."


def test_on_the_third_birthday_the_days_begin() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9), birthday=date(2023, 3, 10))
    assert due(facts).reason.startswith("20 school days after turning 3 on Tuesday 10 March 2026.")


def test_starting_nursery_at_two_is_no_new_school_yet() -> None:
    facts = PepFacts(
        came_into_care=date(2024, 2, 1), started_school=date(2025, 9, 8), birthday=date(2023, 1, 5)
    )
    assert [clock.by for clock in due(facts).clocks] == [date(2026, 2, 2)]


def test_a_child_who_turns_three_in_care_is_counted_from_the_birthday() -> None:
    facts = PepFacts(came_into_care=date(2024, 2, 1), birthday=date(2023, 1, 5))
    answer = due(facts)
    assert answer.by == date(2026, 2, 2)
    assert "turning 3" in answer.reason
    assert "does not say" in answer.uncertain[0]
    assert due(facts, calendar=None).school_years == (2025,)


def test_after_year_eleven_this_rule_asks_for_no_more() -> None:
    facts = PepFacts(birthday=date(2010, 1, 1), last_pep=date(2026, 2, 2))
    answer = due(facts)
    assert (answer.state, answer.by) == ("no_more", None)
    assert "Friday 26 June 2026" in answer.reason
    assert due(replace(facts, last_pep=date(2025, 12, 2))).by == date(2026, 6, 2)
    assert due(replace(facts, last_pep=date(2025, 12, 2)), today=date(2026, 6, 27)).state == "no_more"
    assert due(replace(facts, years_ahead=-1)).by == date(2026, 8, 2)


def test_years_after_coming_into_care_it_asks_for_the_last_pep() -> None:
    answer = due(PepFacts(came_into_care=date(2022, 5, 3)))
    assert answer.by is None
    assert answer.missing.startswith("When was the last PEP?")
    moved = due(PepFacts(came_into_care=date(2022, 5, 3), started_school=date(2026, 2, 23)))
    assert moved.by == date(2026, 3, 23)
    assert moved.uncertain == ("The day of the last PEP is not known. It can change this date.",)


def test_without_facts_it_says_which_facts_it_needs() -> None:
    answer = due(PepFacts())
    assert (answer.state, answer.by) == ("unknown", None)
    assert "coming into care" in answer.missing


def test_the_numbers_come_from_the_rule() -> None:
    rules = replace(
        RULES,
        first_pep=DayCount(10, "working"),
        new_school=None,
        rhythm=Rhythm("months", 4),
        name="Another rule",
    )
    answer = due(PepFacts(came_into_care=date(2025, 12, 18)), rules=rules, today=date(2026, 1, 2))
    assert answer.by == date(2026, 1, 6)
    assert answer.reason == (
        "10 working days after coming into care on Thursday 18 December 2025. The day after is day 1. "
        "The bank holidays on 25 December, 26 December and 1 January are left out."
    )
    assert answer.rule.name == "Another rule"
    assert due(PepFacts(last_pep=date(2026, 1, 6)), rules=rules).by == date(2026, 5, 6)
    assert due(PepFacts(started_school=date(2026, 1, 6)), rules=rules).clocks == ()


@pytest.mark.parametrize(
    ("count", "by", "reason"),
    [
        (DayCount(14, "calendar"), date(2026, 3, 24), "14 days after the meeting on Tuesday 10 March 2026."),
        (DayCount(20, "working"), date(2026, 4, 9), "20 working days after the meeting"),
        (DayCount(20, "school"), date(2026, 4, 21), "20 school days after the meeting"),
    ],
)
def test_the_copy_of_a_pep_is_due_as_the_rule_counts(count: DayCount, by: date, reason: str) -> None:
    clock = copy_due(date(2026, 3, 10), replace(RULES, copy_within=count), KnownTerms(RIVERSIDE))
    assert clock is not None
    assert (clock.kind, clock.by, clock.rule) == ("copy", by, RULES.named)
    assert clock.reason.startswith(reason)


def test_a_rule_that_does_not_speak_of_the_copy_gives_no_day_for_it() -> None:
    assert copy_due(date(2026, 3, 10), replace(RULES, copy_within=None), KnownTerms()) is None


DAYS = st.none() | st.dates(date(2025, 1, 1), date(2026, 7, 31))


@given(DAYS, DAYS, DAYS, st.booleans())
def test_whatever_is_known_a_date_comes_with_a_reason_or_a_request(
    care: date | None, school: date | None, held: date | None, with_calendar: bool
) -> None:
    facts = PepFacts(came_into_care=care, started_school=school, last_pep=held)
    answer = due(facts, calendar=RIVERSIDE if with_calendar else None)
    assert answer.by is not None or answer.missing
    if answer.by is not None:
        assert answer.reason
        leading = [clock for clock in answer.clocks if clock.kind != "first_pep_start"]
        assert all(clock.by is None or clock.by >= answer.by for clock in leading)
        assert any(clock.not_before < answer.by for clock in leading) == bool(answer.missing)
        assert answer.worked_out is not None
        assert not answer.worked_out.counted or RIVERSIDE.is_school_day(answer.by)


@given(st.dates(date(1990, 1, 1), date(2099, 1, 1)), st.integers(1, 30))
def test_working_days_are_monotone_and_never_on_a_weekend(event: date, n: int) -> None:
    day = working_day_after(event, n)
    assert day.weekday() < 5
    assert day < working_day_after(event, n + 1)
    assert day <= working_day_after(event + timedelta(days=1), n)


def test_where_care_ends_on_the_day_after_the_first_it_can_be_due_that_day_is_the_latest() -> None:
    """No spring term ends before 15 March, so by then it is not due for certain, and after it none is needed."""
    terms = KnownTerms(bounds=shipped.term_bounds())
    facts = PepFacts(last_pep=date(2025, 10, 10), left_care=date(2026, 3, 16))
    found = next_pep(facts, [shipped.usual_rules()], terms, date(2026, 1, 12))
    assert (found.roughly, found.roughly_from) == ("by 15 March 2026 at the latest", date(2026, 3, 15))
    assert found.uncertain == (
        "Care ends on Monday 16 March 2026. If it is due after that day, none is needed.",
    )
    earlier = next_pep(
        replace(facts, left_care=date(2026, 3, 15)), [shipped.usual_rules()], terms, date(2026, 1, 12)
    )
    assert earlier.state == "no_more"


def test_from_the_day_on_which_care_ended_no_pep_is_needed() -> None:
    facts = PepFacts(came_into_care=date(2025, 1, 6), last_pep=date(2025, 9, 18), left_care=TODAY)
    ended = due(facts)
    assert (ended.state, ended.by) == ("no_more", None)
    assert ended.reason == "Care ended on Tuesday 10 March 2026, so no PEP is needed any more."
    assert due(facts, today=TODAY - timedelta(days=1)).reason != ended.reason


def test_a_day_that_was_given_for_the_pep_which_was_then_held_is_passed_over_and_that_is_said() -> None:
    facts = PepFacts(came_into_care=date(2024, 1, 8), last_pep=date(2026, 3, 2))
    said = SaidDate(TODAY, "The social worker")
    passed_over = "The social worker gave Tuesday 10 March 2026, and then a PEP was held."
    assert any(each.startswith(passed_over) for each in due(replace(facts, said=said)).uncertain)
    next_day = due(replace(facts, said=said), today=TODAY + timedelta(days=1))
    assert not any(passed_over in each for each in next_day.uncertain)


def test_a_rule_that_ends_with_a_school_year_says_when_that_is_or_was() -> None:
    facts = PepFacts(came_into_care=date(2024, 1, 8), last_pep=date(2026, 3, 2), birthday=date(2009, 12, 1))
    ends = date(2026, 6, 26)
    assert "PEPs stop at the end of Year 11. That is Friday 26 June 2026." in due(facts, today=ends).reason
    after = due(facts, today=ends + timedelta(days=1))
    assert (after.state, after.reason) == (
        "no_more",
        "By this rule PEPs stop at the end of Year 11. That was Friday 26 June 2026.",
    )


def test_a_day_that_somebody_gave_for_after_the_end_of_care_is_no_pep() -> None:
    ends = date(2026, 4, 20)
    facts = PepFacts(came_into_care=date(2024, 1, 8), last_pep=date(2025, 12, 1), left_care=ends)
    given = {
        day: due(replace(facts, said=SaidDate(day, "Ms Ali", TODAY))) for day in (ends, date(2026, 4, 17))
    }
    assert given[ends].state == "no_more"
    assert given[ends].reason == "Care ends on Monday 20 April 2026, before another PEP is due."
    assert (given[date(2026, 4, 17)].state, given[date(2026, 4, 17)].by) == ("due", date(2026, 4, 17))
