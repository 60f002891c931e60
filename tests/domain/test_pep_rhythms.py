"""The five rhythms, each with its working; the youngest and the oldest; key stages; several rule sets at once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.authority_rules import AuthorityRules, DayCount, Rhythm
from carer_app.domain.deadlines import PepDue, PepFacts, next_pep
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.pep_rhythms import rhythm_clock, rhythm_clocks
from carer_app.domain.school_terms import terms
from carer_app.errors import NotAllowed
from carer_app.rules import shipped

ENGLAND = shipped.usual_rules()
# Both pages alone, as they were when they were new.
SOUTHWARK = tuple(replace(rules, old=False, england=None) for rules in shipped.rules_of("Southwark"))
RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
TERMS = KnownTerms(RIVERSIDE)
NO_DATES = KnownTerms(bounds=shipped.term_bounds())
TODAY = date(2026, 3, 10)
GATESHEAD = Rhythm("last_dates", last_dates=(date(2025, 11, 28), date(2026, 3, 20), date(2026, 7, 3)))


def by_rhythm(rhythm: Rhythm, **rest: object) -> AuthorityRules:
    return replace(ENGLAND, rhythm=rhythm, **rest)  # type: ignore[arg-type]


def due(facts: PepFacts, *rules: AuthorityRules, terms: KnownTerms = TERMS, today: date = TODAY) -> PepDue:
    return next_pep(facts, rules, terms, today)


def test_six_months_are_six_months() -> None:
    clock = rhythm_clock(date(2025, 11, 12), Rhythm("months", 6), TERMS)
    assert (clock.by, clock.reason) == (
        date(2026, 5, 12),
        "6 months after the last PEP on Wednesday 12 November 2025.",
    )
    assert (clock.fact, clock.fact_on) == ("the last PEP", date(2025, 11, 12))


def test_at_most_so_many_months_ends_on_a_day_that_school_is_open() -> None:
    clock = rhythm_clock(date(2025, 12, 5), Rhythm("at_most_months", 4), TERMS)
    # 5 April 2026 is Easter Sunday; the term ended on 27 March.
    assert clock.by == date(2026, 3, 27)
    assert clock.reason == (
        "At most 4 months after the last PEP on Friday 5 December 2025. "
        "Sunday 5 April 2026 is no school day, so the last school day before it counts."
    )
    assert rhythm_clock(date(2025, 12, 5), Rhythm("at_most_months", 4), KnownTerms()).by == date(2026, 4, 5)
    assert rhythm_clock(date(2025, 11, 5), Rhythm("at_most_months", 4), TERMS).by == date(2026, 3, 5)


def test_each_term_means_by_the_last_day_of_the_next_term() -> None:
    clock = rhythm_clock(date(2025, 11, 12), Rhythm("each_term"), TERMS)
    assert (clock.by, clock.reason) == (
        date(2026, 3, 27),
        "A PEP is due each term. The last one was on Wednesday 12 November 2025. "
        "Then comes the spring term. Its last day: Friday 27 March 2026.",
    )
    assert rhythm_clock(date(2026, 1, 6), Rhythm("each_term"), TERMS).by == date(2026, 7, 16)


def test_first_half_of_each_term_means_by_the_day_before_half_term() -> None:
    clock = rhythm_clock(date(2025, 11, 12), Rhythm("first_half_term"), TERMS)
    assert (clock.by, clock.reason) == (
        date(2026, 2, 13),
        "A PEP is due in the first half of each term. The last one was on Wednesday 12 November 2025. "
        "The last day of the first half of the spring term: Friday 13 February 2026.",
    )


SPRING, SUMMER = (date(2026, 3, 15), date(2026, 4, 24)), (date(2026, 7, 1), date(2026, 7, 31))
AUTUMN, SPRING_AFTER = (date(2026, 12, 8), date(2026, 12, 23)), (date(2027, 3, 15), date(2027, 4, 24))


@pytest.mark.parametrize(
    ("held", "ends", "year"),
    [
        (date(2025, 9, 1), [SPRING], 2025),
        (date(2025, 12, 31), [SPRING], 2025),
        (date(2026, 1, 1), [SPRING, SUMMER], 2025),
        (date(2026, 1, 9), [SUMMER], 2025),
        (date(2026, 3, 31), [SUMMER], 2025),
        (date(2026, 4, 1), [SUMMER, AUTUMN], 2025),
        (date(2026, 4, 30), [SUMMER, AUTUMN], 2025),
        (date(2026, 5, 1), [AUTUMN], 2026),
        (date(2026, 6, 10), [AUTUMN], 2026),
        (date(2026, 8, 31), [AUTUMN], 2026),
        (date(2026, 9, 1), [SPRING_AFTER], 2026),
    ],
)
def test_without_school_dates_the_next_term_is_bounded(
    held: date, ends: list[tuple[date, date]], year: int
) -> None:
    clock = rhythm_clock(held, Rhythm("each_term"), NO_DATES)
    assert (clock.by, [(each.first, each.last) for each in clock.bounds]) == (None, ends)
    assert (clock.not_before, clock.surely_by) == (ends[0][0], ends[-1][1])
    assert clock.school_years == (year,)
    assert clock.reason.startswith("A PEP is due each term. The last one was on ")
    assert "We need the school’s term dates" in clock.missing
    assert [each[:41] for each in clock.uncertain] == ["We cannot tell if the last PEP was in the"] * (
        len(ends) - 1
    )


def test_a_bound_says_the_latest_day() -> None:
    (bound,) = rhythm_clock(date(2025, 10, 10), Rhythm("each_term"), NO_DATES).bounds
    assert bound.words == "by the end of the spring term, at the latest 24 April 2026"
    (half,) = rhythm_clock(date(2025, 10, 10), Rhythm("first_half_term"), NO_DATES).bounds
    assert half.words == "in the first half of the spring term, by 26 February 2026 at the latest"
    assert (half.first, half.last) == (date(2026, 2, 1), date(2026, 2, 26))


def test_last_years_dates_are_not_needed_for_a_day_that_is_summer_in_every_calendar() -> None:
    """What was found: last PEP on 10 June, all of the next year typed, and it asked for the year before."""
    next_year = KnownTerms(RIVERSIDE, bounds=shipped.term_bounds())
    clock = rhythm_clock(date(2025, 5, 10), Rhythm("each_term"), next_year)
    assert (clock.by, clock.missing) == (date(2025, 12, 19), "")
    # In April it could have been either term: the earlier bounds, the later is known.
    either = rhythm_clock(date(2025, 4, 10), Rhythm("each_term"), next_year)
    assert (either.by, either.surely_by) == (None, date(2025, 12, 19))
    assert either.bounds[0].last == date(2025, 7, 31)


def test_without_bounds_and_dates_nothing_is_said_of_when() -> None:
    clock = rhythm_clock(date(2025, 10, 10), Rhythm("each_term"), KnownTerms())
    assert (clock.by, clock.bounds, clock.not_before) == (None, (), date(2025, 12, 10))
    assert clock.surely_by == date.max
    assert rhythm_clock(date(2025, 10, 10), Rhythm("first_half_term"), KnownTerms()).not_before == date(
        2025, 10, 11
    )


def test_a_term_without_a_known_half_gives_no_day() -> None:
    first_half_missing = KnownTerms(
        replace(RIVERSIDE, periods=[*RIVERSIDE.periods[:2], RIVERSIDE.periods[2]])
    )
    clock = rhythm_clock(date(2025, 11, 12), Rhythm("first_half_term"), first_half_missing)
    assert (clock.by, clock.school_years) == (None, (2025,))
    whole = replace(RIVERSIDE, periods=[*RIVERSIDE.periods[:2], (date(2026, 1, 5), date(2026, 3, 27))])
    clock = rhythm_clock(date(2025, 11, 12), Rhythm("first_half_term"), KnownTerms(whole))
    assert (clock.by, clock.missing) == (
        None,
        "We need the rest of the school’s term dates for 2025/26 to work this out.",
    )


@pytest.mark.parametrize(
    ("held", "by"),
    [
        (date(2025, 11, 28), date(2026, 3, 20)),
        (date(2025, 11, 29), date(2026, 7, 3)),
        (date(2026, 3, 20), date(2026, 7, 3)),
        (date(2025, 10, 3), date(2026, 3, 20)),  # eight weeks before: the same round
    ],
)
def test_fixed_last_dates_follow_one_another(held: date, by: date) -> None:
    clock = rhythm_clock(held, GATESHEAD, TERMS)
    assert (clock.by, clock.not_before, clock.uncertain) == (by, by, ())
    assert clock.reason.startswith("This council sets the last day for each round of PEPs.")


def test_a_pep_from_before_the_known_rounds_gives_the_earlier_day_and_says_so() -> None:
    clock = rhythm_clock(date(2025, 7, 2), GATESHEAD, TERMS)
    assert clock.by == date(2025, 11, 28)
    assert len(clock.uncertain) == 1
    assert rhythm_clock(date(2025, 5, 28), GATESHEAD, TERMS).by == date(2025, 11, 28)


@pytest.mark.parametrize("held", [date(2025, 5, 27), date(2026, 3, 21), date(2026, 7, 4)])
def test_where_fixed_dates_run_out_the_next_one_is_asked_for(held: date) -> None:
    clock = rhythm_clock(held, GATESHEAD, TERMS)
    assert clock.by is None
    assert clock.missing.startswith("We need the council’s next last date")
    assert clock.school_years == ()
    assert rhythm_clock(held, Rhythm("last_dates"), TERMS).missing


@pytest.mark.parametrize(
    ("kind", "months", "dates"),
    [
        ("months", None, ()),
        ("each_term", 3, ()),
        ("months", 0, ()),
        ("at_most_months", 25, ()),
        ("each_term", None, (date(2026, 3, 20),)),
        ("last_dates", None, (date(2026, 3, 20), date(2025, 11, 28))),
        ("last_dates", None, (date(2026, 3, 20), date(2026, 3, 20))),
        ("weekly", None, ()),
    ],
)
def test_a_rhythm_no_date_could_come_of_is_refused(
    kind: str, months: int | None, dates: tuple[date, ...]
) -> None:
    with pytest.raises(NotAllowed):
        Rhythm(kind, months, dates)  # type: ignore[arg-type]


def test_the_youngest_and_the_oldest_have_their_own_rhythm() -> None:
    rules = by_rhythm(
        Rhythm("months", 4), early_years=Rhythm("months", 6), post_16=Rhythm("months", 12), until_age=25
    )

    def days(
        birthday: date | None, held: date = date(2025, 11, 12), years_ahead: int = 0
    ) -> list[date | None]:
        return [clock.by for clock in rhythm_clocks(held, rules, TERMS, birthday, years_ahead, TODAY)]

    assert days(date(2021, 9, 1)) == [date(2026, 5, 12)]  # Nursery until August 2026
    assert days(date(2021, 8, 31)) == [date(2026, 3, 12)]  # in Reception
    assert days(date(2009, 9, 1)) == [date(2026, 3, 12)]  # Year 11
    assert days(date(2009, 8, 31)) == [date(2026, 11, 12)]  # Year 12
    assert days(date(2009, 8, 31), years_ahead=-1) == [date(2026, 3, 12)]
    # From Nursery to Reception before the day: both are counted, and the earlier leads.
    assert days(date(2021, 10, 1), date(2026, 6, 1)) == [date(2026, 12, 1), date(2026, 10, 1)]
    # Year 11 until summer: the rhythm of Year 11 ends before Year 12 begins or not.
    assert days(date(2009, 9, 1), date(2026, 6, 1)) == [date(2026, 10, 1), date(2027, 6, 1)]


def test_below_nursery_and_above_year_thirteen_the_rhythm_is_that_of_the_nearest() -> None:
    rules = by_rhythm(Rhythm("months", 4), early_years=Rhythm("months", 6), post_16=Rhythm("months", 12))
    held = date(2025, 11, 12)
    for birthday, by in ((date(2023, 9, 1), date(2026, 5, 12)), (date(2004, 1, 1), date(2026, 11, 12))):
        (clock,) = rhythm_clocks(held, rules, TERMS, birthday, 0, TODAY)
        assert (clock.by, clock.uncertain) == (by, ())


def test_without_a_birthday_the_other_rhythm_is_a_doubt() -> None:
    rules = by_rhythm(Rhythm("months", 4), early_years=Rhythm("months", 6))
    (clock,) = rhythm_clocks(date(2025, 11, 12), rules, TERMS, None, 0, TODAY)
    assert clock.by == date(2026, 3, 12)
    assert clock.uncertain[0].startswith("We do not know the birthday.")
    (plain,) = rhythm_clocks(date(2025, 11, 12), by_rhythm(Rhythm("months", 4)), TERMS, None, 0, TODAY)
    assert plain.uncertain == ()


def test_of_two_rule_sets_the_earlier_date_leads_and_both_stand_there() -> None:
    answer = due(PepFacts(came_into_care=date(2025, 10, 9)), *SOUTHWARK, today=date(2025, 10, 20))
    assert (answer.by, answer.rule) == (date(2025, 10, 23), SOUTHWARK[1].named)
    assert [(clock.by, clock.rule) for clock in answer.clocks] == [
        (date(2025, 10, 23), SOUTHWARK[1].named),
        (date(2025, 11, 14), SOUTHWARK[0].named),
    ]
    assert answer.rules == tuple(rules.named for rules in SOUTHWARK)


def test_the_same_working_by_two_rule_sets_stands_there_once() -> None:
    facts = PepFacts(
        came_into_care=date(2025, 9, 3), started_school=date(2025, 10, 9), last_pep=date(2025, 9, 24)
    )
    answer = due(facts, *SOUTHWARK)
    assert [clock.kind for clock in answer.clocks].count("new_school") == 1


def test_a_pep_is_needed_while_one_of_the_rule_sets_asks_for_it() -> None:
    longer = replace(SOUTHWARK[0], key="longer", name="Longer", until_year=13)
    facts = PepFacts(birthday=date(2010, 1, 1), last_pep=date(2026, 2, 2))
    assert due(facts, SOUTHWARK[0]).state == "no_more"
    answer = due(facts, SOUTHWARK[0], longer)
    assert (answer.state, answer.by, answer.rule) == ("due", date(2026, 8, 2), longer.named)
    assert len(answer.clocks) == 1


def test_of_rule_sets_that_ask_for_none_the_one_that_goes_on_longest_or_begins_first_is_told() -> None:
    longer = replace(SOUTHWARK[0], key="longer", name="Longer", until_year=13)
    old = PepFacts(birthday=date(2007, 1, 1), last_pep=date(2026, 2, 2))
    for order in ((SOUTHWARK[0], longer), (longer, SOUTHWARK[0])):
        assert due(old, *order).rule == longer.named
    two = replace(SOUTHWARK[0], key="two", name="From two", from_age=2)
    young = PepFacts(birthday=date(2024, 6, 1), came_into_care=date(2026, 1, 5))
    for order in ((SOUTHWARK[0], two), (two, SOUTHWARK[0])):
        answer = due(young, *order)
        assert (answer.state, answer.rule) == ("not_yet", two.named)


def test_englands_usual_rules_say_when_to_begin_and_when_to_be_ready() -> None:
    facts = PepFacts(came_into_care=date(2025, 10, 9))
    answer = due(facts, ENGLAND, terms=KnownTerms(), today=date(2025, 10, 20))
    assert [(clock.kind, clock.by) for clock in answer.clocks] == [
        ("first_pep_start", date(2025, 10, 23)),
        ("first_pep", date(2025, 11, 6)),
    ]
    # A day to begin by is no day by which it is due: the day that leads stays the same while the first goes by.
    for today in (date(2025, 10, 20), date(2025, 10, 23), date(2025, 10, 24)):
        assert due(facts, ENGLAND, terms=KnownTerms(), today=today).by == date(2025, 11, 6)


def test_englands_rules_end_on_the_eighteenth_birthday() -> None:
    facts = PepFacts(birthday=date(2008, 3, 11), last_pep=date(2025, 11, 3))
    assert due(facts, ENGLAND).state == "no_more"
    answer = due(replace(facts, birthday=date(2008, 3, 27)), ENGLAND)
    assert (answer.state, answer.by) == ("due", date(2026, 3, 27))
    answer = due(replace(facts, birthday=date(2008, 3, 26)), ENGLAND)
    assert answer.state == "no_more"
    assert answer.reason == "By this rule PEPs stop at 18. That is on Thursday 26 March 2026."
    assert answer.uncertain == ("The social worker knows what comes next.",)


def test_what_a_page_leaves_open_and_england_fills_is_said() -> None:
    rules = replace(ENGLAND, name="Devon’s page", borrowed=frozenset({"rhythm"}), borrowed_from="England")
    answer = due(PepFacts(last_pep=date(2025, 11, 12)), rules)
    assert answer.rule.name == "England (we found nothing on this in Devon’s page)"


KENT = by_rhythm(Rhythm("months", 6), key_stage_years=(3, 7, 10), new_school=DayCount(20, "school"))


def test_a_new_key_stage_starts_the_days_only_where_the_rule_says_so() -> None:
    # Seven in April 2025, so Year 3 begins in September 2025: a key stage. Riverside opens on 2 September.
    facts = PepFacts(birthday=date(2018, 4, 1), last_pep=date(2025, 6, 16), started_school=date(2022, 9, 5))
    answer = due(facts, KENT, today=date(2025, 9, 10))
    (stage,) = [clock for clock in answer.clocks if clock.kind == "key_stage"]
    # 3 September is day 1; 3, 4, 5 and then fifteen days to 26, and 29 and 30 September.
    assert stage.by == date(2025, 9, 30)
    assert stage.fact == "starting Year 3"
    assert "new key stage" in stage.uncertain[0]
    assert answer.by == date(2025, 9, 30)
    ordinary = due(facts, by_rhythm(Rhythm("months", 6)), today=date(2025, 9, 10))
    assert [clock.kind for clock in ordinary.clocks] == ["next_pep"]


@pytest.mark.parametrize(
    ("birthday", "last_pep", "started", "has_one"),
    [
        (date(2018, 4, 1), date(2025, 9, 2), date(2022, 9, 5), False),  # a PEP was held on the first day
        (date(2018, 4, 1), date(2025, 9, 1), date(2022, 9, 5), True),
        (date(2017, 4, 1), date(2025, 6, 16), date(2022, 9, 5), False),  # Year 4: an ordinary new class
        (
            date(2014, 4, 1),
            date(2025, 6, 16),
            date(2025, 9, 2),
            False,
        ),  # Year 7 at a new school: its clock counts
        (date(2014, 4, 1), date(2025, 6, 16), date(2024, 9, 2), True),
        (None, date(2025, 6, 16), date(2022, 9, 5), False),
    ],
)
def test_the_clock_of_a_key_stage(
    birthday: date | None, last_pep: date, started: date, has_one: bool
) -> None:
    facts = PepFacts(birthday=birthday, last_pep=last_pep, started_school=started)
    answer = due(facts, KENT, today=date(2025, 9, 10))
    assert ("key_stage" in [clock.kind for clock in answer.clocks]) is has_one


YEAR_7 = PepFacts(birthday=date(2014, 4, 1), last_pep=date(2025, 5, 12), started_school=date(2018, 9, 5))


@pytest.mark.parametrize(
    "today", [date(2025, 5, 12), date(2025, 7, 31), date(2025, 8, 31), date(2025, 9, 1), date(2025, 9, 10)]
)
def test_a_key_stage_to_come_leads_before_the_summer_as_after_it(today: date) -> None:
    """What was found: asked in July the date was another one than in September."""
    answer = due(YEAR_7, KENT, today=today)
    assert answer.by == date(2025, 9, 30)
    assert answer.reason.startswith("20 school days after starting Year 7 on Tuesday 2 September 2025.")


def test_a_key_stage_that_comes_after_the_next_pep_is_due_anyway_is_not_spoken_of_yet() -> None:
    # Six months after 2 March is the first day of the new year: only a PEP due after that day is overtaken.
    for held, kinds in ((date(2025, 3, 2), ["next_pep"]), (date(2025, 3, 3), ["key_stage", "next_pep"])):
        answer = due(replace(YEAR_7, last_pep=held), KENT, today=date(2025, 4, 1))
        assert sorted(clock.kind for clock in answer.clocks) == kinds


def test_a_move_to_come_at_that_time_counts_the_same_thing() -> None:
    moving = replace(YEAR_7, moves_on=date(2025, 9, 3), moves_to="Big School")
    answer = due(moving, KENT, today=date(2025, 7, 1))
    assert [clock.kind for clock in answer.clocks] == ["new_school", "next_pep"]
    assert (answer.by, answer.clocks[0].fact) == (date(2025, 10, 1), "starting at Big School")


def test_a_move_to_come_is_not_all_that_is_asked_about() -> None:
    """Before that day a PEP may be due of which nothing is known."""
    moving = PepFacts(moves_on=date(2025, 9, 3), moves_to="Big School")
    assert due(moving, KENT, today=date(2025, 7, 1)).missing.startswith("We need one of these days")
    in_care = replace(moving, came_into_care=date(2025, 6, 30))
    kinds = [clock.kind for clock in due(in_care, KENT, today=date(2025, 7, 1)).clocks]
    assert kinds == ["first_pep_start", "first_pep", "new_school"]


def test_a_key_stage_that_was_missed_stays_until_a_pep_is_held() -> None:
    facts = PepFacts(birthday=date(2017, 4, 1), last_pep=date(2024, 6, 10), started_school=date(2022, 9, 5))
    stage = [clock for clock in due(facts, KENT).clocks if clock.kind == "key_stage"]
    assert [clock.fact_on for clock in stage] == [date(2024, 9, 1)]  # that year's dates are not known
    assert stage[0].by is None


HELD = st.dates(date(2025, 9, 2), date(2026, 2, 1))
RHYTHMS = st.sampled_from(
    [
        Rhythm("months", 6),
        Rhythm("at_most_months", 4),
        Rhythm("each_term"),
        Rhythm("first_half_term"),
        GATESHEAD,
    ]
)


@given(HELD, RHYTHMS, st.integers(0, 60))
def test_a_later_pep_never_makes_the_next_one_due_earlier(held: date, rhythm: Rhythm, more: int) -> None:
    later = min(held + timedelta(days=more), date(2026, 2, 1))
    first, second = rhythm_clock(held, rhythm, TERMS), rhythm_clock(later, rhythm, TERMS)
    assert first.by is not None
    assert second.by is not None
    # A PEP from so long before the first known round that another may lie between is the one exception.
    if not first.uncertain:
        assert held < first.by <= second.by
    assert first.not_before <= first.by
    if rhythm.kind in ("at_most_months", "each_term", "first_half_term"):
        assert RIVERSIDE.is_school_day(first.by)


@given(HELD)
def test_each_term_holds_one_pep_and_the_first_half_comes_first(held: date) -> None:
    whole, half = (rhythm_clock(held, Rhythm(kind), TERMS).by for kind in ("each_term", "first_half_term"))
    assert half is not None
    assert whole is not None
    found = [term for term in terms(RIVERSIDE, 2025) if term.first <= half <= term.last]
    assert [term.last for term in found] == [whole]
