"""A poorer text takes nothing away unsaid: what it says nothing of stays, and what would be lost is named."""

from dataclasses import replace
from datetime import date

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_dates, dates_drafts, replacing_dates, school_dates
from carer_app.use_cases.checking_dates import ReadDates
from carer_app.use_cases.dates_form import DatesForm
from tests import builders
from tests.builders import TODAY
from tests.ui.children_pages import school_of, use_riverside
from tests.use_cases.test_dates_form import read_file


@pytest.fixture
def school(vault: Vault) -> int:
    found = school_of(vault, builders.add_child(vault))
    use_riverside(vault, found)
    return found


def whole() -> ReadDates:
    return replace(read_file("wrong_weekday"), problems=(), account=(), not_understood=())


def begin(vault: Vault, school: int, read: ReadDates) -> DatesForm:
    place = dates_drafts.place_of(school, 0)
    builders.do(vault, dates_drafts.begin, place, read, "the text you pasted", TODAY)
    form = builders.read(vault, dates_drafts.begun, place).form
    assert form is not None
    return form


def said(vault: Vault, school: int, form: DatesForm) -> str:
    return builders.read(vault, replacing_dates.replaced, school, form)[0].words


def test_what_a_text_says_nothing_of_stays_and_that_is_said(vault: Vault, school: int) -> None:
    before = builders.read(vault, school_dates.school_dates, school)
    form = begin(vault, school, replace(whole(), periods=whole().periods[:4], inset_days=()))
    words = said(vault, school, form)
    assert (
        "The text does not speak of these, so what you use now stays: the summer term; training days."
        in words
    )
    assert "You would lose" not in words
    builders.do(vault, dates_drafts.use, school, form, dates_drafts.place_of(school, 0))
    after = builders.read(vault, school_dates.school_dates, school)
    assert [(each.first_day, each.last_day) for each in after.periods[4:]] == [
        (each.first_day, each.last_day) for each in before.periods[4:]
    ]
    assert {each.day for each in before.closings if each.is_inset} == {
        each.day for each in after.closings if each.is_inset
    }
    assert [each.inset for each in after.notes] == [each.inset for each in before.notes]


def test_what_would_be_lost_is_named_before_it_is_used(vault: Vault, school: int) -> None:
    old = [
        each.day for each in builders.read(vault, school_dates.school_dates, school).closings if each.is_inset
    ]
    form = begin(vault, school, replace(whole(), periods=whole().periods[:4], inset_days=(old[0],)))
    for each in form.years[0].kept:
        form = changing_dates.take_out(form, each)
    words = said(vault, school, form)
    assert "You would lose: the summer term; training days " in words
    assert "stays" not in words


def test_a_stretch_that_would_overlap_what_was_read_does_not_stay(vault: Vault, school: int) -> None:
    long = ((date(2025, 9, 2), date(2025, 12, 19)),)
    form = begin(vault, school, ReadDates(long, whole().inset_days))
    autumn = [each for each in form.years[0].stretches if each.name.startswith("autumn")]
    assert [bool(each.first) for each in autumn] == [True, False]


def test_a_text_of_another_year_keeps_nothing_of_this_one(vault: Vault, school: int) -> None:
    form = begin(vault, school, ReadDates(((date(2026, 9, 2), date(2026, 10, 23)),)))
    assert [each.kept for each in form.years] == [()]
