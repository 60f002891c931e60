"""The other days of a child's year, against days that were worked out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.domain.childs_year import YearFacts, days_between
from carer_app.errors import TextFileWrong
from carer_app.rules import shipped
from resources import path

A_LIFE = (date(2010, 1, 1), date(2040, 12, 31))
RULES = shipped.year_days()


def days(facts: YearFacts, first: date = A_LIFE[0], last: date = A_LIFE[1]) -> list[tuple[str, str]]:
    """Each day and what it is, as one reads them."""
    return [(each.on.isoformat(), each.rule.key) for each in days_between(facts, RULES, first, last)]


def only(found: list[tuple[str, str]], *keys: str) -> list[tuple[str, str]]:
    return [each for each in found if each[1] in keys]


def test_a_child_without_a_plan_meets_these_days_in_a_school_life() -> None:
    found = days(YearFacts(birthday=date(2015, 10, 20), came_into_care=date(2018, 6, 1), has_plan=False))
    assert [each for each in found if each[1] != "sdq"] == [
        ("2020-01-15", "primary_form"),
        ("2023-01-15", "junior_form"),
        ("2026-10-31", "secondary_form"),
        ("2032-06-25", "leaving"),
        ("2032-09-01", "bursary"),
        ("2033-09-01", "bursary"),
        ("2033-10-20", "eighteen"),
    ]


def test_the_questionnaire_comes_each_march_from_12_months_in_care_and_from_4_to_16() -> None:
    facts = YearFacts(birthday=date(2015, 4, 1), came_into_care=date(2018, 3, 31), has_plan=False)
    # On 31 March 2019 the child is 3, a day before 4; on 31 March 2032 still 16, a day before 17.
    assert [day for day, _key in only(days(facts), "sdq")] == [f"{year}-03-31" for year in range(2020, 2033)]
    a_day_older = replace(facts, birthday=date(2015, 3, 31))
    assert [day for day, _key in only(days(a_day_older), "sdq")] == [
        f"{year}-03-31" for year in range(2019, 2032)
    ]
    for care, first in (("2019-03-31", "2020-03-31"), ("2019-04-01", "2021-03-31")):
        later = replace(a_day_older, came_into_care=date.fromisoformat(care))
        assert only(days(later), "sdq")[0][0] == first


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2026, 9, 1), [("2026-10-31", "secondary_form")]),
        (date(2026, 10, 31), [("2026-10-31", "secondary_form")]),
        (date(2026, 11, 1), []),
    ],
)
def test_a_form_stands_until_its_day_and_not_after(first: date, expected: list[tuple[str, str]]) -> None:
    found = days(YearFacts(birthday=date(2016, 6, 1), has_plan=False), first, date(2027, 3, 1))
    assert found == expected


def test_with_a_plan_the_council_names_the_school_and_there_is_no_form() -> None:
    facts = YearFacts(birthday=date(2015, 10, 20), has_plan=True)
    assert only(days(facts), "plan_next_school", "plan_junior", "plan_after_16", "secondary_form") == [
        ("2020-02-15", "plan_next_school"),
        ("2023-02-15", "plan_junior"),
        ("2027-02-15", "plan_next_school"),
        ("2032-03-31", "plan_after_16"),
    ]


def test_where_nobody_said_if_there_is_a_plan_the_form_says_that_it_may_be_another_way() -> None:
    known, unknown = (
        days_between(
            YearFacts(birthday=date(2016, 6, 1), has_plan=plan), RULES, date(2026, 9, 1), date(2026, 12, 1)
        )[0]
        for plan in (False, None)
    )
    assert known.doubts == ()
    assert unknown.doubts == ("A child with an EHCP has another way, and another day.",)


def test_a_plan_is_looked_at_again_within_six_months_while_the_child_is_under_five() -> None:
    facts = YearFacts(birthday=date(2022, 9, 1), has_plan=True, plan_looked_at=date(2026, 8, 31))
    assert only(days(facts), "plan_under_five") == [("2027-02-28", "plan_under_five")]
    assert not only(days(replace(facts, plan_looked_at=date(2027, 3, 1))), "plan_under_five")
    assert only(days(replace(facts, plan_looked_at=date(2027, 2, 28))), "plan_under_five")


def test_without_a_school_a_place_is_due_20_days_after_coming_into_care() -> None:
    facts = YearFacts(came_into_care=date(2026, 3, 2), has_school=False)
    assert days(facts) == [("2026-03-30", "school_place")]
    assert days(replace(facts, has_school=True)) == []
    assert days(facts, date(2026, 3, 30)) == [("2026-03-30", "school_place")]
    assert days(facts, date(2026, 3, 31)) == []
    over_christmas = replace(facts, came_into_care=date(2025, 12, 15))
    assert days(over_christmas) == [("2026-01-15", "school_place")]  # less three bank holidays


def test_reaching_16_and_18() -> None:
    found = days(YearFacts(birthday=date(2010, 2, 28), has_plan=False), date(2026, 1, 1))
    assert found == [
        ("2026-06-26", "leaving"),
        ("2026-09-01", "bursary"),
        ("2027-09-01", "bursary"),
        ("2028-02-28", "eighteen"),
    ]


a_day = st.dates(date(2008, 1, 1), date(2036, 12, 31))


@given(
    st.none() | a_day,
    st.none() | a_day,
    st.none() | a_day,
    st.none() | st.booleans(),
    st.none() | a_day,
    st.booleans(),
    a_day,
    st.integers(0, 400),
)
def test_every_day_lies_ahead_while_in_care_and_is_said_with_its_source(
    birthday: date | None,
    care: date | None,
    left: date | None,
    plan: bool | None,
    looked_at: date | None,
    school: bool,
    first: date,
    length: int,
) -> None:
    facts = YearFacts(birthday, 0, care, left, plan, looked_at, school)
    last = first + timedelta(days=length)
    found = days_between(facts, RULES, first, last)
    assert list(found) == sorted(found, key=lambda each: each.on)
    for each in found:
        assert first <= each.on <= last
        assert care is None or care <= each.on
        assert left is None or each.on < left
        assert each.rule.rule.source
        assert each.rule.who


def test_a_file_with_something_missing_is_refused_by_name(tmp_path: Path) -> None:
    whole = path("year_days/england.toml").read_text(encoding="utf-8")
    for wrong in ('who = "The social worker', "months = 12", "checked_on = 2026-11-29", 'when = "on"'):
        file = tmp_path / "england.toml"
        file.write_text(whole.replace(wrong, "#" + wrong, 1), encoding="utf-8")
        with pytest.raises(TextFileWrong, match=r"england\.toml"):
            shipped.year_days.__wrapped__(file)
