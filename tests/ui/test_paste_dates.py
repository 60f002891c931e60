"""Pasting a school’s dates: read, looked at, used, undone; and what was pasted is never lost."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.storage.vault import Vault
from carer_app.use_cases import school_dates
from tests import builders
from tests.ui.children_pages import journey, school_of
from tests.ui.preparing_pages import sentences
from ui.children.paste_dates import PasteDatesPage
from ui.page import House
from ui.places import PasteDates, SchoolDates

Show = Callable[[Any], Any]
TEXT = (Path(__file__).parents[1] / "imports" / "pasted" / "wrong_weekday.txt").read_text(encoding="utf-8")


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, school: int) -> PasteDatesPage:
    made: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    return made


def read(page: PasteDatesPage, qtbot: QtBot, text: str) -> None:
    page.text.setPlainText(text)
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.read.click()


def test_what_was_read_is_drawn_said_counted_and_used(
    page: PasteDatesPage, house: House, qtbot: QtBot, school: int
) -> None:
    went = journey(page)
    read(page, qtbot, TEXT + "\nSports day 3 July 2026")
    shown = sentences(page)
    assert "We found 1 school year." in shown
    assert "16 July 2026 is a Thursday" in shown
    assert "Sports day 3 July 2026" in shown
    assert "School is open on 195 days, 190 of them for pupils." in shown
    assert "In most schools it is 195 and 190." in shown
    (year,) = page.years
    assert "Friday 24 October 2025" in year.grid.accessibleDescription()
    assert house.records.read(school_dates.school_dates, school).periods == ()
    page.use.click()
    assert went == [SchoolDates(school)]
    assert len(house.records.read(school_dates.school_dates, school).periods) == 6
    assert house.records.undo()
    assert house.records.read(school_dates.school_dates, school).periods == ()


def test_a_year_can_be_left_out(page: PasteDatesPage, house: House, qtbot: QtBot, school: int) -> None:
    two = Path(__file__).parents[1] / "imports" / "pasted" / "two_years_side_by_side.txt"
    read(page, qtbot, two.read_text(encoding="utf-8"))
    assert [each.year.name for each in page.years] == ["2024/25", "2025/26"]
    page.years[0].use.click()
    page.use.click()
    seen = house.records.read(school_dates.school_dates, school)
    assert [note.year for note in seen.notes] == [2025]


def test_rubbish_says_so_and_offers_nothing_to_use(page: PasteDatesPage, qtbot: QtBot) -> None:
    read(page, qtbot, TEXT)
    read(page, qtbot, "<b>Contact us</b> on 020 7946 0000 by 45 March")
    assert page.years == []
    assert not page.use.isVisible()
    assert "We found no school dates in this text." in sentences(page)


def test_text_without_a_year_is_the_year_around_today(page: PasteDatesPage, qtbot: QtBot) -> None:
    read(page, qtbot, "Term starts Monday 5th January\nTerm ends Friday 27th March")
    assert [each.year.periods for each in page.years] == [((date(2026, 1, 5), date(2026, 3, 27)),)]


def test_what_was_pasted_is_there_again_after_a_sudden_end(
    page: PasteDatesPage, house: House, show: Show, school: int
) -> None:
    page.text.setPlainText("Term starts 2 September 2025")
    page.flush()
    again: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    assert again.text.toPlainText() == "Term starts 2 September 2025"


def test_the_dates_of_a_year_that_is_over_say_so(page: PasteDatesPage, qtbot: QtBot) -> None:
    two = Path(__file__).parents[1] / "imports" / "pasted" / "two_years_side_by_side.txt"
    read(page, qtbot, two.read_text(encoding="utf-8"))
    assert [each.over.isVisibleTo(each) for each in page.years] == [True, False]


def test_a_calendar_file_is_looked_at_in_the_same_way(
    page: PasteDatesPage, house: House, qtbot: QtBot, tmp_path: Path, school: int
) -> None:
    file = tmp_path / "school.ics"
    file.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Autumn term\r\nDTSTART;VALUE=DATE:20250902\r\n"
        b"DTEND;VALUE=DATE:20251220\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.take_file(str(file))
    page.use.click()
    seen = house.records.read(school_dates.school_dates, school)
    assert [(each.first_day, each.last_day) for each in seen.periods] == [
        (date(2025, 9, 2), date(2025, 12, 19))
    ]
    assert seen.source == "a calendar file from school"
    file.write_bytes(b"rubbish")
    with qtbot.waitSignal(house.records.problem, timeout=20_000) as problem:
        page.take_file(str(file))
    assert "not a calendar" in problem.args[0]
