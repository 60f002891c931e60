"""What may stand in a council's file: what ends, what is old, what contradicts itself."""

from datetime import date
from pathlib import Path

import pytest

from carer_app.domain.authority_rules import AlsoSaid, AuthorityRules, DayCount, Rhythm, RuleSource
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.pep_rhythms import rhythm_clock
from carer_app.errors import TextFileWrong
from carer_app.rules import shipped

RIVERSIDE = KnownTerms(
    next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26").calendar()
)
FILE = """
key = "borset"
council = "Borsetshire"
name = "Borsetshire’s page"
source = "Borsetshire, “Personal education plans” (borset.example)"
checked_on = 2026-11-29
from_term_after = 2
key_stage_years = [0, 7, 11]
asks_at_new_home = true
replaces = ["borset_2019"]

[first_pep]
days = 20
kind = "working"

[new_school]
days = 10
kind = "working"

[[also]]
part = "new_school"
days = 20
kind = "working"
name = "Borsetshire’s other page"
source = "Borsetshire, “Moving school” (borset.example/2)"
checked_on = 2026-11-29

[rhythm]
kind = "last_dates"
last_dates = [2025-11-28, 2026-03-20]
valid_until = 2026-03-20

[rhythm.then]
kind = "each_term"
"""
ROUNDS = Rhythm("rounds", rounds=((9, 12), (1, 4), (5, 7)))


def read(folder: Path, text: str = FILE) -> AuthorityRules:
    (folder / "borset.toml").write_text(text, encoding="utf-8")
    return shipped.authority_rules(folder)[0]


def test_what_ends_and_what_contradicts_itself_is_read(tmp_path: Path) -> None:
    rules = read(tmp_path)
    ends = date(2026, 3, 20)
    days = (date(2025, 11, 28), ends)
    assert rules.rhythm == Rhythm("last_dates", last_dates=days, valid_until=ends, then=Rhythm("each_term"))
    assert rules.also == (
        AlsoSaid(
            "new_school",
            DayCount(20, "working"),
            RuleSource(
                "Borsetshire’s other page",
                "Borsetshire, “Moving school” (borset.example/2)",
                date(2026, 11, 29),
            ),
        ),
    )
    assert (rules.from_term_after, rules.key_stage_years, rules.asks_at_new_home) == (2, (0, 7, 11), True)
    assert rules.replaces == ("borset_2019",)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('part = "new_school"', 'part = "rhythm"'),
        ('part = "new_school"', 'part = "copy_within"'),
        ('name = "Borsetshire’s other page"', 'name = " "'),
        ("valid_until = 2026-03-20", 'valid_until = "soon"'),
        ("from_term_after = 2", "from_term_after = 9"),
        ('kind = "each_term"', 'kind = "rounds"\nrounds = [[9, 4]]'),
        ('kind = "each_term"', 'kind = "rounds"'),
        ('kind = "each_term"', 'kind = "each_term"\nrounds = [[9, 12]]'),
        ("checked_on = 2026-11-29\nfrom", 'checked_on = 2026-11-29\nengland = "yes"\nfrom'),
    ],
)
def test_a_file_that_cannot_be_right_does_not_load(tmp_path: Path, good: str, bad: str) -> None:
    assert good in FILE
    with pytest.raises(TextFileWrong):
        read(tmp_path, FILE.replace(good, bad, 1))


def test_a_rule_is_old_by_its_own_word_after_its_last_day_and_when_nobody_has_looked_for_years(
    tmp_path: Path,
) -> None:
    rules = read(tmp_path)
    assert not rules.is_old(date(2029, 11, 29))
    assert rules.is_old(date(2029, 11, 30))
    assert read(tmp_path, FILE.replace("checked_on", "old = true\nchecked_on", 1)).is_old(date(2026, 11, 29))
    ended = read(tmp_path, FILE.replace("checked_on", "valid_until = 2026-12-31\nchecked_on", 1))
    assert (ended.is_old(date(2026, 12, 31)), ended.is_old(date(2027, 1, 1))) == (False, True)


@pytest.mark.parametrize(
    ("held", "by"),
    [
        (date(2026, 9, 1), date(2027, 4, 30)),
        (date(2026, 12, 31), date(2027, 4, 30)),
        (date(2027, 1, 1), date(2027, 7, 31)),
        (date(2027, 4, 30), date(2027, 7, 31)),
        (date(2027, 7, 31), date(2027, 12, 31)),
        (date(2027, 8, 15), date(2027, 12, 31)),
    ],
)
def test_a_pep_in_each_part_of_the_year_is_due_by_the_end_of_the_next_part(held: date, by: date) -> None:
    assert rhythm_clock(held, ROUNDS, KnownTerms()).by == by


def test_a_part_of_the_year_ends_on_its_last_school_day_where_that_is_known() -> None:
    clock = rhythm_clock(date(2026, 3, 10), ROUNDS, RIVERSIDE)
    assert (clock.by, clock.reason) == (
        date(2026, 7, 16),
        "A PEP is due in each part of the school year. The last one was on Tuesday 10 March 2026. "
        "The next part: May to July. Its last school day: Thursday 16 July 2026.",
    )


@pytest.mark.parametrize(
    ("held", "doubtful"),
    [(date(2026, 6, 10), True), (date(2026, 10, 7), False), (date(2027, 2, 3), True)],
)
def test_a_part_that_ends_in_a_holiday_says_so_while_the_school_dates_are_not_known(
    held: date, doubtful: bool
) -> None:
    """“Due by 31 December”, and with the school’s dates it was 18 December: nothing had said that it could be."""
    clock = rhythm_clock(held, ROUNDS, KnownTerms())
    doubt = "School may be shut then. With the school’s dates we can say the last school day before it."
    assert clock.uncertain == ((doubt,) if doubtful else ())


def test_a_list_of_dates_that_has_ended_gives_way_to_the_rhythm_and_says_so(tmp_path: Path) -> None:
    rhythm = read(tmp_path).rhythm
    by_list = rhythm_clock(date(2025, 11, 20), rhythm, RIVERSIDE, date(2026, 3, 20))
    assert (by_list.by, by_list.uncertain) == (date(2026, 3, 20), ())
    # One that was missed is late ever after: that the list has ended makes nothing due later.
    missed = rhythm_clock(date(2025, 11, 20), rhythm, RIVERSIDE, date(2026, 3, 21))
    assert (missed.by, missed.uncertain) == (date(2026, 3, 20), ())
    after = rhythm_clock(date(2026, 3, 9), rhythm, RIVERSIDE, date(2026, 3, 21))
    assert (after.by, after.uncertain) == (
        date(2026, 7, 16),
        (
            "This council’s list of last dates ended on Friday 20 March 2026. So this is its rule without the list. "
            "School or the social worker knows the new dates.",
        ),
    )
    # The list still holds, and the date that is asked for is not in it.
    beyond = rhythm_clock(date(2026, 3, 9), rhythm, RIVERSIDE, date(2026, 3, 10))
    assert (beyond.by, len(beyond.uncertain)) == (date(2026, 7, 16), 1)
    assert beyond.uncertain[0].startswith(
        "The last dates we know of this council end on Friday 20 March 2026."
    )


def test_four_months_are_no_rarer_than_a_pep_a_term_and_five_are() -> None:
    rarer = [Rhythm("months", months=months).is_rarer_than_each_term for months in (3, 4, 5, 6)]
    assert rarer == [False, False, True, True]
