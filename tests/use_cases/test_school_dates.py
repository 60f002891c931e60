"""A school's dates, by hand and from the example."""

from datetime import date

import pytest

from carer_app.choices import InsetDays
from carer_app.errors import NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, school_dates
from carer_app.use_cases.pep_dates import pep_due
from carer_app.use_cases.school_dates import SchoolDatesView, YearCount
from tests.builders import TODAY, add_child, open_on, told_school_days

RIVERSIDE = "riverside_2025_26"


@pytest.fixture
def mia(vault: Vault) -> int:
    told_school_days(vault)
    return add_child(vault, council="Leeds", came_into_care_on=date(2025, 10, 9))


@pytest.fixture
def school(vault: Vault, mia: int) -> int:
    with vault.reading() as session:
        school_id = children.child_facts(session, mia, TODAY).school_id
    assert school_id is not None
    return school_id


def view(vault: Vault, school: int) -> SchoolDatesView:
    with vault.reading() as session:
        return school_dates.school_dates(session, school)


def add_term(vault: Vault, school: int, first: date, last: date) -> None:
    with vault.work() as session:
        open_on(session, school, (first, last))


def add_day_off(vault: Vault, school: int, day: date, is_inset: bool = True) -> None:
    with vault.work() as session:
        open_on(session, school, inset=[day] if is_inset else [], closed=[] if is_inset else [day])


def test_terms_typed_by_hand_stand_in_order_and_are_counted(vault: Vault, school: int) -> None:
    add_term(vault, school, date(2026, 1, 5), date(2026, 1, 9))
    add_term(vault, school, date(2025, 9, 1), date(2025, 9, 5))
    add_day_off(vault, school, date(2025, 9, 1))
    seen = view(vault, school)
    assert [row.first_day for row in seen.periods] == [date(2025, 9, 1), date(2026, 1, 5)]
    assert seen.pupil_days == 9
    assert seen.ends == date(2026, 1, 9)


def test_each_school_year_has_its_own_count_even_where_it_begins_in_august(vault: Vault, school: int) -> None:
    add_term(vault, school, date(2024, 8, 27), date(2024, 10, 18))
    add_term(vault, school, date(2025, 9, 1), date(2025, 9, 5))
    counts = [(year.school_year, year.pupil_days) for year in view(vault, school).years]
    assert counts == [("2024/25", 39), ("2025/26", 5)]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 5, 5), ""),
        (date(2026, 5, 4), "bank holiday"),
        (date(2026, 5, 2), "weekend"),
        (date(2026, 8, 3), "Outside"),
    ],
)
def test_a_day_off_that_changes_nothing_says_why(vault: Vault, school: int, day: date, why: str) -> None:
    add_term(vault, school, date(2026, 4, 13), date(2026, 5, 22))
    add_day_off(vault, school, day)
    (row,) = view(vault, school).closings
    assert why in row.needless
    assert bool(row.needless) == bool(why)


def test_the_example_names_its_source_and_when_it_was_looked_at(vault: Vault) -> None:
    with vault.reading() as session:
        assert [each.key for each in school_dates.examples(session, date(2025, 7, 24))] == [RIVERSIDE]
        examples = school_dates.examples(session, date(2025, 7, 23))
    assert [each.key for each in examples] == ["bromley_2024_25", RIVERSIDE]
    example = examples[1]
    assert example.name == "Riverside Primary School 2025/26"
    assert example.source.startswith("https://riverside.southwark.sch.uk")
    assert example.checked_on > date(2025, 1, 1)


def test_the_example_gives_190_days_and_says_where_it_is_from(vault: Vault, school: int) -> None:
    with vault.work() as session:
        school_dates.use_example(session, school, RIVERSIDE)
    seen = view(vault, school)
    assert seen.years == (YearCount("2025/26", 190),)
    assert len(seen.closings) == 5
    assert all(row.is_inset and not row.needless for row in seen.closings)
    assert "riverside.southwark.sch.uk" in seen.source
    assert seen.inset_days_known


def test_the_example_can_be_taken_back_to_exactly_what_was_there(vault: Vault, school: int) -> None:
    add_term(vault, school, date(2024, 9, 2), date(2024, 10, 18))
    add_day_off(vault, school, date(2024, 9, 2))
    add_day_off(vault, school, date(2024, 9, 10), is_inset=False)
    with vault.work() as session:
        school_dates.say_inset(session, school, 2024, InsetDays.PARTLY)
    before = view(vault, school)
    with vault.work() as session:
        school_dates.use_example(session, school, RIVERSIDE)
    assert view(vault, school).periods[1].first_day == date(2025, 9, 1)
    with vault.work() as session:
        school_dates.put_back(session, school, before)
    after = view(vault, school)
    assert [(p.first_day, p.last_day) for p in after.periods] == [(date(2024, 9, 2), date(2024, 10, 18))]
    assert [(c.day, c.is_inset) for c in after.closings] == [
        (date(2024, 9, 2), True),
        (date(2024, 9, 10), False),
    ]
    assert (after.source, after.inset_days_known) == ("", False)


def test_an_example_that_is_not_there_changes_nothing(vault: Vault, school: int) -> None:
    with pytest.raises(NotFound), vault.work() as session:
        school_dates.use_example(session, school, "atlantis")
    assert view(vault, school).periods == ()


def test_the_dates_turn_into_the_day_the_pep_is_due(vault: Vault, mia: int, school: int) -> None:
    with vault.reading() as session:
        assert pep_due(session, mia, date(2025, 10, 10)).needs_term_dates
    with vault.work() as session:
        school_dates.use_example(session, school, RIVERSIDE)
    with vault.reading() as session:
        assert pep_due(session, mia, date(2025, 10, 10)).due_on == date(2025, 11, 14)


def test_not_knowing_the_training_days_is_said_beside_the_date(vault: Vault, mia: int, school: int) -> None:
    with vault.work() as session:
        school_dates.use_example(session, school, RIVERSIDE)
        school_dates.say_inset(session, school, 2025, InsetDays.NOT_KNOWN)
    with vault.reading() as session:
        due = pep_due(session, mia, date(2025, 10, 10))
    assert any("training days" in sentence for sentence in due.uncertain)
