"""Dates that were read are looked at year by year, and used all or none."""

from datetime import date
from pathlib import Path

import pytest

from carer_app.choices import InsetDays
from carer_app.jobs.read_term_dates import read_text
from carer_app.storage.vault import Vault
from carer_app.use_cases import checking_dates, children, drafts, open_doubts, school_dates
from carer_app.use_cases.checking_dates import ReadDates, YearToCheck, years_to_check
from carer_app.use_cases.drafts import DraftKey
from tests import builders
from tests.builders import TODAY

PASTED = Path(__file__).parents[1] / "imports" / "pasted"


def pasted(name: str) -> list[YearToCheck]:
    return years_to_check(read_text((PASTED / f"{name}.txt").read_text(encoding="utf-8"), TODAY))


@pytest.fixture
def school(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.reading() as session:
        found = children.child_facts(session, child, TODAY).school_id
    assert found is not None
    return found


def test_a_year_is_counted_as_the_school_counts_it() -> None:
    (year,) = pasted("wrong_weekday")
    assert (year.name, year.open_days, year.pupil_days) == ("2025/26", 195, 190)
    assert year.lines[0] == "Monday 1 September 2025 to Friday 24 October 2025: 38 days for pupils"
    assert "Training day: Friday 24 October 2025" in year.lines
    kinds = {each.day: each.kind for each in year.days}
    assert kinds[date(2025, 9, 1)] == "inset"
    assert kinds[date(2025, 9, 2)] == "open"
    assert kinds[date(2025, 9, 6)] == "weekend"
    assert kinds[date(2025, 10, 28)] == "off"
    assert kinds[date(2025, 12, 25)] == kinds[date(2026, 5, 4)] == "bank"
    assert year.inset == InsetDays.PARTLY, "five have a date, and nobody has said that they are all"


def test_training_days_outside_the_terms_are_still_days_of_teachers() -> None:
    (first, _second) = pasted("training_days_inside_half_term")
    # Six stretches of 190 days for pupils, and five training days in the half term.
    assert first.open_days - first.pupil_days == 5


@pytest.mark.parametrize(
    ("name", "inset", "unknown"),
    [
        ("wrong_weekday", InsetDays.PARTLY, 0),
        ("rows_of_a_table", InsetDays.PARTLY, 0),
        ("to_be_confirmed", InsetDays.NOT_KNOWN, 5),
        ("terms_then_holidays", InsetDays.NOT_KNOWN, 0),
        ("inclusive_holidays", InsetDays.PARTLY, 0),
        ("training_days_tbc", InsetDays.PARTLY, 2),
    ],
)
def test_how_much_is_known_of_training_days(name: str, inset: InsetDays, unknown: int) -> None:
    year = pasted(name)[-1]
    assert (year.inset, year.inset_unknown) == (inset, unknown)


def test_training_after_school_closes_no_day() -> None:
    read = ReadDates(((date(2025, 9, 1), date(2025, 10, 24)),), twilight=2)
    assert [year.inset for year in years_to_check(read)] == [InsetDays.TWILIGHT]


def test_only_the_chosen_years_are_used_and_what_was_there_comes_back(vault: Vault, school: int) -> None:
    with vault.work() as session:
        school_dates.use_example(session, school, "riverside_2025_26")
        drafts.keep(session, DraftKey("paste"), "text", "half pasted")
    with vault.reading() as session:
        before = school_dates.school_dates(session, school)
    first, second = pasted("two_years_one_below_the_other")
    with vault.work() as session:
        checking_dates.use_dates(session, school, [first], "the text you pasted", DraftKey("paste"))
    with vault.reading() as session:
        seen = school_dates.school_dates(session, school)
        assert drafts.of_place(session, DraftKey("paste")) == {}
    assert [(note.year, note.source[:8]) for note in seen.notes] == [(2024, "the text"), (2025, "Riversid")]
    assert len(seen.periods) == 12
    with vault.work() as session:
        checking_dates.use_dates(session, school, [first, second], "the text you pasted")
    with vault.reading() as session:
        seen = school_dates.school_dates(session, school)
    assert len(seen.periods) == 12
    assert [note.inset for note in seen.notes] == [InsetDays.PARTLY, InsetDays.NOT_KNOWN]
    with vault.work() as session:
        school_dates.put_back(session, school, before)
    with vault.reading() as session:
        again = school_dates.school_dates(session, school)
    assert [(p.first_day, p.last_day) for p in again.periods] == [
        (p.first_day, p.last_day) for p in before.periods
    ]
    assert again.notes == before.notes


def test_nothing_read_is_nothing_to_check() -> None:
    assert years_to_check(ReadDates(())) == []


def test_an_august_start_belongs_to_its_school_year(vault: Vault, school: int) -> None:
    years = pasted("modules_label_above_date")
    assert date(2025, 8, 28) in years[0].inset_days
    with vault.work() as session:
        checking_dates.use_dates(session, school, years, "")
    with vault.work() as session:
        checking_dates.use_dates(session, school, years[:1], "")
    with vault.reading() as session:
        closings = [each.day for each in school_dates.school_dates(session, school).closings]
    assert len(closings) == len(set(closings)) == 6


def test_a_day_that_is_a_training_day_and_a_day_off_stands_once_as_a_training_day(
    vault: Vault, school: int
) -> None:
    day, term = date(2025, 11, 28), (date(2025, 11, 3), date(2025, 12, 19))
    with vault.work() as session:
        builders.open_on(session, school, term, inset=[day], closed=[day, date(2025, 12, 1)])
    with vault.reading() as session:
        closings = school_dates.school_dates(session, school).closings
    assert [(each.day, each.is_inset) for each in closings] == [(day, True), (date(2025, 12, 1), False)]


def test_stored_dates_are_counted_and_what_does_not_fit_is_said(vault: Vault, school: int) -> None:
    with vault.work() as session:
        inset = [date(2025, 10, 28), date(2025, 9, 1)]
        builders.open_on(session, school, (date(2025, 9, 1), date(2025, 10, 24)), inset=inset)
    with vault.reading() as session:
        (year,) = checking_dates.stored_years(session, school)
        problems = [each.sentence for each in open_doubts.open_doubts(session, school)]
    assert (year.pupil_days, year.inset_days) == (39, (date(2025, 9, 1), date(2025, 10, 28)))
    assert problems == [
        "There are no dates for the second half of the autumn term of 2025/26.",
        "There are no dates for the spring term of 2025/26.",
        "There are no dates for the summer term of 2025/26.",
    ]
    with vault.work() as session:
        school_dates.use_example(session, school, "riverside_2025_26")
    with vault.reading() as session:
        (year,) = checking_dates.stored_years(session, school)
        problems = [each.sentence for each in open_doubts.open_doubts(session, school)]
    assert (year.open_days, year.pupil_days, problems) == (195, 190, [])
