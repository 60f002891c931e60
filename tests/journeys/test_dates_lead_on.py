"""After school dates are used, Continue leads on; it never leads back into what is done."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.use_cases import dates_drafts
from carer_app.use_cases.checking_dates import ReadDates
from tests.builders import TODAY
from tests.journeys.sitting import Sitting
from tests.ui.children_pages import school_of, use_all_the_same
from ui.base.places import CheckDates, ChildRecord, PasteDates, SchoolDates
from ui.children.check_dates import CheckDatesPage
from ui.children.school_dates import SchoolDatesPage

pytestmark = pytest.mark.journey


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    yield sitting
    sitting.close()


@pytest.mark.parametrize("used", [True, False])
@pytest.mark.parametrize("over_school_dates", [True, False])
def test_continue_leads_to_where_one_came_from(sitting: Sitting, used: bool, over_school_dates: bool) -> None:
    school = school_of(sitting.vault, 1)
    read = ReadDates(((date(2025, 9, 1), date(2025, 10, 24)),))
    window = sitting.window
    window.go(ChildRecord(1))
    if over_school_dates:
        window.go(SchoolDates(school))
    window.go(PasteDates(school))
    sitting.records.change(dates_drafts.begin, CheckDates(school).key, read, "the text", TODAY)
    window.go(CheckDates(school))
    page = window.page
    assert isinstance(page, CheckDatesPage)
    if used:
        use_all_the_same(page)
    else:
        page.using.leave.click()
    at = window.page
    assert isinstance(at, SchoolDatesPage)
    at.done.click()
    assert window.place == ChildRecord(1)
