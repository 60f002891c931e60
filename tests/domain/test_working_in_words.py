"""The words of a date's working, word for word, and the edges of the days at which they change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from carer_app.domain.authority_rules import PEOPLE, AuthorityRules, DayCount, Rhythm
from carer_app.domain.care_reviews import ReviewFacts, next_ehcp_review, next_review, one_meeting
from carer_app.domain.day_counts import working_days
from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.left_out import (
    doubtful_breaks,
    say_left_out,
    school_days_left_out,
    working_days_left_out,
)
from carer_app.domain.pep_clocks import KnownTerms, days_clock
from carer_app.domain.pep_rhythms import rhythm_clock
from carer_app.domain.rule_changes import ChangedNumber, changed, fields_of, part_of, with_part
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import NotAllowed, TermDatesMissing, TermDatesWrong
from carer_app.rules import shipped

ENGLAND = shipped.usual_rules()
SOUTHWARK = replace(shipped.rules_of("Southwark")[0], old=False, england=None)
RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
REVIEWS = shipped.review_rules()
TODAY = date(2026, 3, 10)
ROUNDS = Rhythm("last_dates", last_dates=(date(2025, 11, 28), date(2026, 3, 20), date(2026, 7, 3)))


def due(
    facts: PepFacts, rules: AuthorityRules = SOUTHWARK, today: date = date(2026, 3, 10), **known: Any
) -> PepDue:
    return next_pep(facts, [rules], KnownTerms(known.get("calendar", RIVERSIDE)), today)


# ---------------------------------------------------------------- fixed last dates


def test_a_round_that_follows_a_known_one() -> None:
    clock = rhythm_clock(date(2026, 1, 12), ROUNDS, KnownTerms())
    assert (clock.fact, clock.fact_on, clock.not_before) == (
        "the last PEP",
        date(2026, 1, 12),
        date(2026, 7, 3),
    )
    assert clock.reason == (
        "This council sets the last day for each round of PEPs. The last PEP was on Monday 12 January 2026. "
        "Last day of that round: Friday 20 March 2026. Last day of the next one: Friday 3 July 2026."
    )


def test_a_pep_from_before_the_first_known_round() -> None:
    clock = rhythm_clock(date(2025, 8, 20), ROUNDS, KnownTerms())
    assert (clock.by, clock.not_before) == (date(2025, 11, 28), date(2025, 11, 28))
    assert clock.reason == (
        "This council sets the last day for each round of PEPs. The last PEP was on Wednesday 20 August 2025. "
        "Last day of the first round we know of: Friday 28 November 2025."
    )
    assert clock.uncertain == (
        "If the last PEP belongs to that round, the next one is due later. School or the social worker knows.",
    )


def test_where_the_rounds_run_out() -> None:
    clock = rhythm_clock(date(2026, 7, 6), ROUNDS, KnownTerms())
    assert (clock.by, clock.not_before, clock.fact, clock.fact_on) == (
        None,
        date(2026, 7, 7),
        "the last PEP",
        date(2026, 7, 6),
    )
    assert clock.reason == (
        "This council sets the last day for each round of PEPs. The last PEP was on Monday 6 July 2026."
    )
    assert clock.missing == (
        "We need the council’s next last date to work this out. School or the social worker knows it."
    )


# ---------------------------------------------------------------- the first PEP, a school, a key stage


def test_a_child_who_turns_three_in_care_and_the_day_itself() -> None:
    facts = PepFacts(came_into_care=date(2024, 2, 1), birthday=date(2023, 1, 5))
    assert due(facts, today=date(2026, 1, 20)).uncertain == (
        "The rule does not say when the first PEP is due for a child who turns 3 in care.",
    )
    on_the_birthday = replace(facts, came_into_care=date(2026, 1, 5))
    assert due(on_the_birthday, today=date(2026, 1, 20)).uncertain == ()
    assert due(on_the_birthday).reason.startswith(
        "20 school days after coming into care on Monday 5 January 2026."
    )


def test_once_the_first_pep_was_due_one_held_since_is_asked_for() -> None:
    doubt = "If a PEP has been held since then, type its day. It changes this date."
    facts = PepFacts(came_into_care=date(2025, 9, 10))
    assert due(facts, ENGLAND, today=date(2025, 10, 8)).uncertain == ()
    for on in (date(2025, 10, 9), date(2026, 3, 9), date(2026, 3, 10)):
        assert due(facts, ENGLAND, today=on).uncertain == (doubt,)
    assert due(facts, today=date(2026, 3, 10)).uncertain == (doubt,)
    assert due(facts, ENGLAND, today=date(2026, 9, 9)).by == date(2025, 10, 8)
    a_year_later = due(facts, ENGLAND, today=date(2026, 9, 10))
    assert (a_year_later.by, a_year_later.clocks) == (None, ())
    assert a_year_later.missing.startswith("When was the last PEP? One was due by Wednesday 8 October 2025.")
    ready = due(facts, ENGLAND, today=date(2026, 3, 10))
    assert [clock.kind for clock in ready.clocks] == ["first_pep"]
    assert ready.uncertain == (doubt,)


def test_what_is_asked_for_where_nothing_runs() -> None:
    assert due(PepFacts()).missing == (
        "We need one of these days to work this out: coming into care, starting at this school, or the last PEP."
    )
    assert due(PepFacts(came_into_care=date(2022, 5, 3)), calendar=None).missing == (
        "When was the last PEP? With that day we can work out the next one. "
        "If there has not been one yet, it is time to ask for one."
    )


def test_without_a_school_place_working_days_stand_for_school_days() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9), has_school=False)
    answer = due(facts, today=date(2025, 10, 20))
    assert (answer.by, answer.reason) == (
        date(2025, 11, 6),
        "20 working days after coming into care on Thursday 9 October 2025. The day after is day 1.",
    )
    assert answer.uncertain == (
        "The rule counts school days. Without a school place there are none, so we counted working days: "
        "that is the earlier date. A PEP is needed all the same: it is about getting a place.",
    )


@pytest.mark.parametrize("field", ["first_pep", "new_school"])
def test_a_borrowed_number_is_said_with_the_date_that_came_of_it(field: str) -> None:
    rules = replace(SOUTHWARK, name="A page", borrowed=frozenset({field}), borrowed_from="Another")
    facts = PepFacts(
        came_into_care=date(2025, 9, 3), started_school=date(2025, 10, 9), school_name="Riverside Primary"
    )
    clocks = due(facts, rules, today=date(2025, 10, 20)).clocks
    assert {clock.kind: clock.rule.name for clock in clocks if clock.rule} == {
        kind: "Another (we found nothing on this in A page)" if kind == field else "A page"
        for kind in ("first_pep", "new_school")
    }


KENT = replace(ENGLAND, rhythm=Rhythm("months", 6), key_stage_years=(3,), new_school=DayCount(20, "school"))
YEAR_3 = PepFacts(birthday=date(2018, 4, 1), last_pep=date(2025, 6, 16), started_school=date(2022, 9, 5))


def key_stage(
    facts: PepFacts, rules: AuthorityRules = KENT, **known: Any
) -> list[tuple[date | None, tuple[str, ...]]]:
    answer = due(facts, rules, today=date(2025, 9, 10), **known)
    return [(clock.fact_on, clock.uncertain) for clock in answer.clocks if clock.kind == "key_stage"]


def test_a_new_key_stage_says_why() -> None:
    said = "This council asks for a new PEP at a new key stage. Year 3 is one."
    assert key_stage(YEAR_3) == [(date(2025, 9, 2), (said,))]
    assert key_stage(YEAR_3, calendar=None) == [(date(2025, 9, 1), (said,))]
    borrowed = replace(KENT, name="Kent", borrowed=frozenset({"new_school"}), borrowed_from="England")
    no_number = f"{said} It gives no number of days. Ask the social worker when it will be."
    answer = due(YEAR_3, borrowed, today=date(2025, 9, 10))
    assert [(clock.kind, clock.uncertain) for clock in answer.clocks] == [("next_pep", (no_number,))]
    # What the carer set is a number for it, whatever the page leaves open; what only they ask for has none.
    set_by_carer = replace(borrowed, own_numbers={"new_school": date(2025, 9, 1)})
    assert key_stage(YEAR_3, set_by_carer) == [(date(2025, 9, 2), (said,))]
    assert key_stage(YEAR_3, replace(KENT, own_numbers={"key_stage_years": date(2025, 9, 1)})) == []


def test_a_key_stage_goes_by_the_class_a_child_is_taught_in() -> None:
    older = replace(YEAR_3, birthday=date(2017, 9, 1))
    assert key_stage(older) == key_stage(YEAR_3)
    assert key_stage(replace(YEAR_3, birthday=date(2017, 8, 31))) == []
    assert len(key_stage(replace(YEAR_3, birthday=date(2017, 8, 31), years_ahead=-1))) == 1
    assert key_stage(YEAR_3, replace(KENT, new_school=None)) == []
    assert key_stage(YEAR_3, replace(KENT, key_stage_years=())) == []


@pytest.mark.parametrize(
    ("days", "own_clock"), [(0, True), (31, True), (32, False), (-31, True), (-32, False)]
)
def test_a_new_school_at_a_key_stage_is_counted_once(days: int, own_clock: bool) -> None:
    facts = replace(YEAR_3, started_school=date(2025, 9, 2) + timedelta(days=days))
    assert (key_stage(facts) == []) is own_clock


@pytest.mark.parametrize(
    ("first", "counted_from"),
    [
        (date(2025, 8, 15), date(2025, 8, 15)),
        (date(2025, 8, 14), date(2025, 9, 1)),
        (date(2025, 9, 19), date(2025, 9, 19)),
        (date(2025, 9, 22), date(2025, 9, 1)),
    ],
)
def test_a_school_year_starts_with_its_first_day_for_pupils_in_late_summer(
    first: date, counted_from: date
) -> None:
    calendar = SchoolCalendar([(first, date(2025, 10, 24)), *RIVERSIDE.periods[1:]])
    assert key_stage(YEAR_3, calendar=calendar)[0][0] == counted_from
    on_the_edge = SchoolCalendar([(date(2025, 9, 20), date(2025, 10, 24)), *RIVERSIDE.periods[1:]])
    assert key_stage(YEAR_3, calendar=on_the_edge)[0][0] == date(2025, 9, 22)  # the 20th is a Saturday


# ---------------------------------------------------------------- reviews


def test_reviews_say_what_they_count_from() -> None:
    first = next_review(ReviewFacts(date(2025, 10, 9)), REVIEWS, TODAY)
    second = next_review(ReviewFacts(date(2025, 10, 9), date(2025, 10, 9), "first"), REVIEWS, TODAY)
    ehcp = next_ehcp_review(date(2025, 5, 20), REVIEWS)
    assert first is not None
    assert second is not None
    assert (first.fact, first.fact_on, first.not_before) == (
        "coming into care",
        date(2025, 10, 9),
        date(2025, 11, 6),
    )
    assert (second.kind, second.fact, second.fact_on, second.not_before) == (
        "review",
        "the first review",
        date(2025, 10, 9),
        date(2026, 1, 9),
    )
    assert (ehcp.fact, ehcp.fact_on, ehcp.not_before) == (
        "the last EHCP review, or the plan,",
        date(2025, 5, 20),
        date(2026, 5, 20),
    )
    one = next_ehcp_review(date(2025, 5, 20), replace(REVIEWS, ehcp_months=1))
    assert one.reason.startswith("At most 1 month after")
    assert one_meeting(date(2026, 5, 3), date(2026, 5, 20), REVIEWS) == (
        "The EHCP review is due by Wednesday 20 May 2026, close to the PEP. Many councils hold both as one "
        "meeting. You could ask school or the social worker."
    )


# ---------------------------------------------------------------- days that are left out


def left_out(*days: date, why: str) -> str:
    calendar = SchoolCalendar(
        RIVERSIDE.periods,
        days if why == "inset" else (),
        days if why == "closed" else (),
    )
    event = min(days) - timedelta(days=1)
    return say_left_out(school_days_left_out(calendar, event, max(days) + timedelta(days=1)))


def test_single_days_and_several() -> None:
    one, other = date(2026, 2, 24), date(2026, 2, 26)
    assert left_out(one, why="inset") == "The training day on 24 February is left out."
    assert (
        left_out(one, other, why="inset") == "The training days on 24 February and 26 February are left out."
    )
    assert left_out(one, why="closed") == "The day school is shut on 24 February is left out."
    assert (
        left_out(one, other, why="closed")
        == "The days school is shut on 24 February and 26 February are left out."
    )


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (
            (2025, 9, 1, 2025, 11, 28),
            (2026, 1, 12, 2026, 2, 2),
            "The Christmas holiday",
        ),
        ((2025, 9, 1, 2025, 12, 31), (2026, 1, 12, 2026, 2, 2), "The Christmas holiday"),
        ((2025, 9, 1, 2025, 12, 19), (2025, 12, 29, 2026, 2, 2), "The Christmas holiday"),
        ((2026, 1, 5, 2026, 2, 27), (2026, 3, 9, 2026, 4, 2), "The Easter holiday"),
        ((2026, 1, 5, 2026, 2, 28), (2026, 3, 9, 2026, 4, 2), "The Easter holiday"),
        ((2026, 1, 5, 2026, 4, 24), (2026, 5, 11, 2026, 6, 2), "The Easter holiday"),
        ((2026, 4, 13, 2026, 6, 26), (2026, 8, 17, 2026, 9, 30), "The summer holiday"),
        ((2026, 4, 13, 2026, 6, 30), (2026, 7, 13, 2026, 9, 30), "The summer holiday"),
        (
            (2026, 4, 13, 2026, 7, 31),
            (2026, 9, 2, 2026, 9, 30),
            "The summer holiday",
        ),
        ((2026, 9, 1, 2026, 10, 23), (2026, 11, 2, 2026, 12, 1), "Half term"),
        (
            (2026, 9, 1, 2026, 9, 25),
            (2026, 10, 5, 2026, 12, 1),
            "Half term",
        ),
    ],
)
def test_a_holiday_has_the_name_of_its_time_of_year(
    before: tuple[int, ...], after: tuple[int, ...], name: str
) -> None:
    days = [date(*each[:3]) for each in (before, after)], [date(*each[3:]) for each in (before, after)]
    calendar = SchoolCalendar(list(zip(*days, strict=True)))
    said = say_left_out(school_days_left_out(calendar, days[1][0], days[0][1]))
    assert said.startswith(f"{name} (")
    assert said.endswith("left out.")


def test_bank_holidays_at_the_edges_of_a_count() -> None:
    # 25 December 2026 is a Friday; the 26th, a Saturday, is given on Monday 28.
    days = working_days_left_out(date(2026, 12, 24), date(2026, 12, 28))
    assert [each.first.day for each in days] == [25, 28]
    assert [each.first.day for each in working_days_left_out(date(2026, 12, 25), date(2026, 12, 27))] == []
    assert working_days_left_out(date(2026, 12, 25), date(2026, 12, 25)) == []


def test_a_break_of_more_than_five_weeks_outside_summer_is_doubtful() -> None:
    def breaks(first: date, until: date, event: date = date(2025, 9, 3)) -> list[tuple[date, date]]:
        calendar = SchoolCalendar([(date(2025, 9, 1), date(2025, 11, 28)), (first, date(2026, 7, 20))])
        return doubtful_breaks(calendar, event, until)

    # 29 November to 2 January are 35 days: one more day makes it doubtful.
    assert breaks(date(2026, 1, 3), date(2026, 2, 1)) == []
    assert breaks(date(2026, 1, 4), date(2026, 2, 1)) == [(date(2025, 11, 29), date(2026, 1, 3))]
    assert breaks(date(2026, 1, 4), date(2025, 11, 29)) == [(date(2025, 11, 29), date(2026, 1, 3))]
    assert breaks(date(2026, 1, 4), date(2025, 11, 28)) == []
    assert breaks(date(2026, 1, 4), date(2026, 2, 1), date(2026, 1, 2)) != []
    assert breaks(date(2026, 1, 4), date(2026, 2, 1), date(2026, 1, 3)) == []


@pytest.mark.parametrize(
    ("ends", "starts", "is_summer"),
    [
        (date(2026, 7, 20), date(2026, 9, 2), True),
        (date(2026, 7, 31), date(2026, 9, 10), True),  # from 1 August on
        (date(2026, 8, 1), date(2026, 9, 10), False),
        (date(2026, 6, 10), date(2026, 8, 2), True),  # to 1 August
        (date(2026, 6, 10), date(2026, 8, 1), False),
    ],
)
def test_only_a_break_over_the_first_of_august_is_summer(ends: date, starts: date, is_summer: bool) -> None:
    calendar = SchoolCalendar([(date(2026, 4, 13), ends), (starts, date(2026, 12, 18))])
    assert (doubtful_breaks(calendar, date(2026, 5, 1), date(2026, 12, 1)) == []) is is_summer


# ---------------------------------------------------------------- counting


def test_unknown_training_days_and_a_missing_half_term_are_said_word_for_word() -> None:
    calendar = SchoolCalendar([*RIVERSIDE.periods[:2], *RIVERSIDE.periods[3:]])
    terms = KnownTerms(calendar, frozenset({2025}))
    clock = days_clock(date(2025, 12, 8), "coming into care", DayCount(20, "school"), terms)
    assert clock.uncertain == (
        "The school may have training days that we do not know. "
        "They can make this date a little later, so we show the earlier one.",
        "No school days are known from 20 December 2025 to 22 February 2026. "
        "If a half term is missing there, this date is too late.",
    )
    assert (clock.fact, clock.fact_on) == ("coming into care", date(2025, 12, 8))


@pytest.mark.parametrize(
    ("unsure", "event", "says_so"),
    [(2025, date(2025, 10, 9), True), (2024, date(2025, 10, 9), False), (2026, date(2025, 10, 9), False)],
)
def test_only_an_unsure_year_inside_the_count_makes_it_unsure(
    unsure: int, event: date, says_so: bool
) -> None:
    clock = days_clock(event, "it", DayCount(20, "school"), KnownTerms(RIVERSIDE, frozenset({unsure})))
    assert bool(clock.uncertain) is says_so


def test_a_count_over_summer_is_unsure_where_either_year_is() -> None:
    both = SchoolCalendar([*RIVERSIDE.periods, (date(2026, 9, 2), date(2026, 10, 23))])
    for year in (2025, 2026):
        clock = days_clock(
            date(2026, 7, 1), "it", DayCount(20, "school"), KnownTerms(both, frozenset({year}))
        )
        assert any("training days" in doubt for doubt in clock.uncertain)


@pytest.mark.parametrize(
    ("event", "days", "years"),
    [
        (date(2026, 7, 1), 18, (2025, 2026)),  # 27 July at the earliest: late enough for the next year
        (date(2026, 7, 1), 16, (2025,)),  # 23 July
        (date(2026, 7, 1), 17, (2025,)),  # 24 July
        (date(2026, 8, 3), 20, (2026,)),
        (date(2026, 7, 31), 22, (2025, 2026)),  # 1 September
        (date(2026, 6, 26), 21, (2025, 2026)),  # Monday 27 July
        (date(2025, 6, 26), 21, (2024, 2025)),  # Friday 25 July: schools may be shut from then on
    ],
)
def test_which_years_are_asked_for_without_any_dates(event: date, days: int, years: tuple[int, ...]) -> None:
    clock = days_clock(event, "it", DayCount(days, "school"), KnownTerms())
    assert (clock.by, clock.school_years) == (None, years)


def test_a_day_count_without_dates_names_the_earliest_day_it_could_be() -> None:
    clock = days_clock(date(2026, 3, 2), "it", DayCount(20, "school"), KnownTerms())
    assert clock.not_before == date(2026, 3, 30)
    assert clock.missing == "We need the school’s term dates for 2025/26 to work this out."
    assert clock.fact_on == date(2026, 3, 2)


def test_working_days_are_known_from_1872_to_2100() -> None:
    sentence = "Bank holidays are known until 2100 only, so we cannot count these days."
    assert working_days(date(2100, 12, 28), 1) == [date(2100, 12, 29)]
    assert working_days(date(1872, 1, 1), 1)[0].year == 1872
    for event in (date(2100, 12, 31), date(1871, 12, 1)):
        with pytest.raises(NotAllowed) as error:
            working_days(event, 1)
        assert str(error.value) == sentence
    with pytest.raises(ValueError, match=r"^n counts from 1$"):
        working_days(date(2026, 3, 2), 0)
    with pytest.raises(ValueError, match=r"^n counts from 1$"):
        RIVERSIDE.counted_days(date(2026, 3, 2), 0)


# ---------------------------------------------------------------- the calendar's edges


def test_a_calendar_at_its_edges() -> None:
    with pytest.raises(TermDatesWrong) as error:
        SchoolCalendar([(date(2026, 3, 3), date(2026, 3, 2))])
    assert str(error.value) == (
        "A term cannot start on Tuesday 3 March 2026 and end on Monday 2 March 2026. Please check both dates."
    )
    touching = SchoolCalendar([(date(2026, 3, 2), date(2026, 3, 4)), (date(2026, 3, 4), date(2026, 3, 6))])
    assert touching.periods == ((date(2026, 3, 2), date(2026, 3, 6)),)
    one_day = SchoolCalendar([(date(2026, 3, 2), date(2026, 3, 2)), (date(2026, 3, 9), date(2026, 3, 9))])
    assert one_day.last_school_day_until(date(2026, 3, 2)) == date(2026, 3, 2)
    assert one_day.last_school_day_until(date(2026, 3, 9)) == date(2026, 3, 9)
    assert one_day.last_school_day_until(date(2026, 3, 5)) == date(2026, 3, 2)
    assert one_day.last_school_day_until(date(2026, 3, 1)) is None
    assert one_day.last_school_day_until(date(2026, 3, 10)) is None
    assert one_day.school_day_after(date(2026, 3, 2), 1) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("event", "first", "counted"),
    [
        (date(2025, 8, 1), date(2025, 9, 15), True),
        (date(2025, 7, 31), date(2025, 9, 15), False),
        (date(2025, 8, 1), date(2025, 9, 16), False),
    ],
)
def test_a_child_who_comes_in_august_before_known_dates(event: date, first: date, counted: bool) -> None:
    calendar = SchoolCalendar([(first, date(2025, 10, 24))])
    assert calendar.is_august_before_known_term(event) is counted
    if counted:
        assert calendar.counted_days(event, 1, shut_in_august=True) == [first]


@pytest.mark.parametrize(
    ("ends", "asks_for"),
    [
        (date(2026, 6, 23), 2025),
        (date(2026, 6, 24), 2026),
        (date(2026, 7, 20), 2026),
        (date(2026, 8, 31), 2026),
    ],
)
def test_dates_that_end_in_summer_ask_for_the_next_year(ends: date, asks_for: int) -> None:
    with pytest.raises(TermDatesMissing) as missing:
        SchoolCalendar([(date(2026, 4, 13), ends)]).school_day_after(ends, 1)
    assert missing.value.school_years == (asks_for,)


def test_dates_that_end_in_autumn_ask_for_the_rest_of_their_year() -> None:
    for ends in (date(2026, 9, 1), date(2026, 9, 30), date(2026, 12, 18)):
        with pytest.raises(TermDatesMissing) as missing:
            SchoolCalendar([(date(2026, 9, 1), ends)]).school_day_after(ends, 1)
        assert missing.value.school_years == (2026,)
        assert "the rest" in str(missing.value)


# ---------------------------------------------------------------- rules and their numbers


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: DayCount(0, "school"), "Days to count must be from 1 to 400."),
        (lambda: DayCount(401, "school"), "Days to count must be from 1 to 400."),
        (
            lambda: DayCount(20, "moon"),  # type: ignore[arg-type]
            "Days to count are school days, working days or days of the calendar.",
        ),
        (lambda: Rhythm("weekly"), "PEPs come after months, each term, or by fixed dates."),  # type: ignore[arg-type]
        (lambda: Rhythm("months"), "Only PEPs that come after months have a number of months."),
        (lambda: Rhythm("months", 25), "25 cannot be right in this rule. It must be from 1 to 24."),
        (lambda: Rhythm("months", 0), "0 cannot be right in this rule. It must be from 1 to 24."),
        (
            lambda: Rhythm("each_term", last_dates=(date(2026, 3, 20),)),
            "Only PEPs that come by fixed dates have such dates.",
        ),
        (
            lambda: Rhythm("last_dates", last_dates=(date(2026, 3, 20), date(2026, 3, 20))),
            "The council’s last dates must be in order, each of them once.",
        ),
        (lambda: replace(ENGLAND, name=" "), "A rule needs its name and where it was found."),
        (lambda: replace(ENGLAND, key=" "), "A rule needs its name and where it was found."),
        (lambda: replace(ENGLAND, council=" "), "A rule needs its name and where it was found."),
        (lambda: replace(ENGLAND, source=" "), "A rule needs its name and where it was found."),
        (
            lambda: replace(ENGLAND, checked_on="2026"),  # type: ignore[arg-type]
            "A rule needs the day it was last checked.",
        ),
        (lambda: replace(ENGLAND, from_age=-1), "-1 cannot be right in this rule. It must be from 0 to 18."),
        (lambda: replace(ENGLAND, from_age=19), "19 cannot be right in this rule. It must be from 0 to 18."),
        (
            lambda: replace(ENGLAND, until_year=14),
            "14 cannot be right in this rule. It must be from 0 to 13.",
        ),
        (
            lambda: replace(ENGLAND, until_year=-1),
            "-1 cannot be right in this rule. It must be from 0 to 13.",
        ),
        (
            lambda: replace(ENGLAND, until_age=15),
            "15 cannot be right in this rule. It must be from 16 to 25.",
        ),
        (
            lambda: replace(ENGLAND, until_age=26),
            "26 cannot be right in this rule. It must be from 16 to 25.",
        ),
        (
            lambda: replace(ENGLAND, key_stage_years=(-1,)),
            "-1 cannot be right in this rule. It must be from 0 to 13.",
        ),
        (
            lambda: replace(ENGLAND, key_stage_years=(14,)),
            "14 cannot be right in this rule. It must be from 0 to 13.",
        ),
        (lambda: replace(ENGLAND, arranged_by="a wizard"), "a wizard is nobody a rule can name."),
        (lambda: replace(ENGLAND, written_by="a wizard"), "a wizard is nobody a rule can name."),
        (lambda: replace(ENGLAND, carers_may_ring=("a wizard",)), "a wizard is nobody a rule can name."),
    ],
)
def test_a_number_that_cannot_be_right_is_refused_in_words(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(NotAllowed) as error:
        make()
    assert str(error.value) == sentence


def test_the_least_and_the_most_of_each_number_are_allowed() -> None:
    assert [DayCount(days, "school").days for days in (1, 400)] == [1, 400]
    assert [Rhythm("months", months).months for months in (1, 24)] == [1, 24]
    for name, ends in (("from_age", (0, 18)), ("until_year", (0, 13)), ("until_age", (16, 25))):
        for number in ends:
            values: dict[str, Any] = {name: number}
            assert getattr(replace(ENGLAND, **values), name) == number
    assert replace(ENGLAND, key_stage_years=(1, 13)).key_stage_years == (1, 13)
    for person in PEOPLE:
        assert (
            replace(ENGLAND, arranged_by=person, written_by=person, carers_may_ring=(person,)).arranged_by
            == person
        )


@pytest.mark.parametrize(
    ("part", "was", "now"),
    [
        ("first_pep.days", "20 school", "15 school"),
        ("first_pep.days", "20 school", "28 calendar"),
        ("new_school.days", "20 school", "10 working"),
        ("copy_within.days", "14 calendar", "21 calendar"),
        ("rhythm", "months 6", "months 4"),
        ("rhythm", "months 6", "each_term"),
        ("rhythm", "months 6", "last_dates 2026-03-20 2026-07-03"),
        ("starts", "age 3", "age 2"),
        ("starts", "age 3", "age 3 term 2"),
        ("ends", "year 11", "year 13"),
        ("ends", "year 11", "age 18"),
    ],
)
def test_a_number_is_changed_alone_and_is_borrowed_no_more(part: str, was: str, now: str) -> None:
    rules = replace(SOUTHWARK, borrowed=frozenset({*fields_of(part), "written_by"}))
    assert part_of(rules, part) == was
    mended = with_part(rules, part, now)
    assert part_of(mended, part) == now
    assert mended.borrowed == {"written_by"}
    assert with_part(mended, part, was) == replace(rules, borrowed=frozenset({"written_by"}))


@pytest.mark.parametrize(
    ("part", "now", "same"),
    [
        ("rhythm.months", "4", ("rhythm", "months 4")),
        ("from_age", "2", ("starts", "age 2")),
        ("until_year", "13", ("ends", "year 13")),
        ("until_age", "18", ("ends", "age 18")),
        ("rhythm.last_dates", "2026-03-20", ("rhythm", "last_dates 2026-03-20")),
        ("post_16.months", "12", ("post_16", "months 12")),
    ],
)
def test_a_change_kept_by_an_earlier_version_is_the_same_change(
    part: str, now: str, same: tuple[str, str]
) -> None:
    assert with_part(SOUTHWARK, part, now) == with_part(SOUTHWARK, *same)


def test_a_number_alone_keeps_the_kind_of_day_that_the_rule_counts_in() -> None:
    """So were they kept before a kind stood with them."""
    assert part_of(with_part(SOUTHWARK, "first_pep.days", "15"), "first_pep.days") == "15 school"


def test_the_last_dates_of_a_council_can_be_added_to() -> None:
    rules = replace(ENGLAND, rhythm=ROUNDS)
    assert part_of(rules, "rhythm") == "last_dates 2025-11-28 2026-03-20 2026-07-03"
    mended = with_part(rules, "rhythm.last_dates", "2026-11-27 2026-03-20 2026-03-20")
    assert mended.rhythm == Rhythm("last_dates", last_dates=(date(2026, 3, 20), date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("part", "text", "sentence"),
    [
        ("first_pep.days", "soon", "Type a number in figures, for example 20. Nothing was changed."),
        ("first_pep.days", "", "Type a number in figures, for example 20. Nothing was changed."),
        ("first_pep.days", "500", "Days to count must be from 1 to 400."),
        (
            "first_pep.days",
            "20 moon",
            "Days to count are school days, working days or days of the calendar.",
        ),
        ("rhythm", "months", "Type a number in figures, for example 20. Nothing was changed."),
        ("rhythm", "by chance", "PEPs come after months, each term, or by fixed dates."),
        (
            "first_pep_start.days",
            "10",
            "Say which days: 20 school days, 10 working days, 28 days or 4 weeks.",
        ),
        ("ends", "age 18 year 11", "Type a number in figures, for example 20. Nothing was changed."),
        ("name", "Mine", "This rule has no such number. Nothing was changed."),
        ("first_pep.kind", "20", "This rule has no such number. Nothing was changed."),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_words(part: str, text: str, sentence: str) -> None:
    with pytest.raises(NotAllowed) as error:
        with_part(SOUTHWARK, part, text)
    assert str(error.value) == sentence


def test_changes_are_taken_one_after_the_other_and_one_that_no_longer_fits_is_left_out() -> None:
    def change(part: str, now: str) -> ChangedNumber:
        return ChangedNumber(part, "", now, date(2026, 3, 10))

    mended = changed(
        SOUTHWARK,
        [
            change("first_pep.days", "5"),
            change("nonsense", "5"),
            change("rhythm.last_dates", "never"),
            change("first_pep.days", "7"),
            change("rhythm.months", "99"),
        ],
    )
    own = frozenset({"first_pep"})
    since = {"first_pep": date(2026, 3, 10)}
    assert mended == replace(SOUTHWARK, first_pep=DayCount(7, "school"), own_numbers=since)
    assert mended.whose("first_pep").name == "a number you set on 10 March 2026"
    back = [change("first_pep.days", "7"), change("first_pep.days", "20")]
    lent = replace(SOUTHWARK, borrowed=own)
    assert changed(lent, back) == lent  # put back, it is the page's again, or the one it was borrowed from
