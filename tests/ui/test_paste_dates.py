"""Pasting a school’s dates: read, looked at, used, undone; and what was pasted is never lost."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.imports import reader_process
from carer_app.jobs import read_term_dates
from carer_app.storage.vault import Vault
from carer_app.use_cases import dates_drafts, school_dates
from carer_app.use_cases.checking_dates import ReadDates
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import journey, school_of, use_all_the_same
from tests.ui.preparing_pages import focused, sentences
from ui.base.house import House
from ui.base.places import CheckDates, PasteDates, SchoolDates
from ui.children.check_dates import CheckDatesPage
from ui.children.paste_dates import PasteDatesPage
from ui.look import theme

Show = Callable[[Any], Any]
Read = Callable[[str], CheckDatesPage]
PASTED = Path(__file__).parents[1] / "imports" / "pasted"
TEXT = (PASTED / "wrong_weekday.txt").read_text(encoding="utf-8")
SCHOOLS = (PASTED / "two_schools_side_by_side.txt").read_text(encoding="utf-8")
TWO = (PASTED / "two_years_side_by_side.txt").read_text(encoding="utf-8")


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, school: int) -> PasteDatesPage:
    made: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    return made


@pytest.fixture
def read(page: PasteDatesPage, house: House, show: Show, qtbot: QtBot, school: int) -> Read:
    """Paste a text, read it, and come to the page where it is checked."""

    def _read(text: str) -> CheckDatesPage:
        went = journey(page)
        press(page, qtbot, text)
        assert went == [CheckDates(school)]
        made: CheckDatesPage = show(CheckDatesPage(house, CheckDates(school)))
        return made

    return _read


def press(page: PasteDatesPage, qtbot: QtBot, text: str) -> None:
    page.text.setPlainText(text)
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.read.click()


def test_what_was_read_is_drawn_said_counted_and_used(read: Read, house: House, school: int) -> None:
    page = read(TEXT + "\nSports day 3 July 2026")
    went = journey(page)
    shown = sentences(page)
    assert "16 July 2026 is a Thursday" in shown
    assert "Sports day 3 July 2026" in shown
    assert "School is open on 195 days, 190 of them for pupils. 5 training days." in shown
    assert "Most schools are open on 195 days, 190 of them for pupils." in shown
    assert "Friday 24 October 2025" in page.sections[2025].drawn.grid.accessibleDescription()
    assert house.records.read(school_dates.school_dates, school).periods == ()
    use_all_the_same(page)
    assert went == [SchoolDates(school)]
    assert len(house.records.read(school_dates.school_dates, school).periods) == 6
    assert house.records.undo()
    assert house.records.read(school_dates.school_dates, school).periods == ()


def test_once_its_dates_are_used_the_text_has_left_the_box_and_undo_puts_it_back(
    read: Read, page: PasteDatesPage, house: House, show: Show, school: int
) -> None:
    checking = read(TEXT)
    assert page.text.toPlainText() == TEXT
    use_all_the_same(checking)
    again: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    assert (page.text.toPlainText(), again.text.toPlainText()) == ("", "")
    assert house.records.undo()
    assert again.text.toPlainText() == TEXT


def test_a_text_that_was_not_read_stays_in_the_box_when_another_is_used(
    read: Read, page: PasteDatesPage, house: House
) -> None:
    checking = read(TEXT)
    page.text.setPlainText("Term starts 2 September 2026")
    page.flush()
    use_all_the_same(checking)
    assert page.text.toPlainText() == "Term starts 2 September 2026"


def test_the_box_is_emptied_with_a_press_and_undo_puts_its_text_back(
    page: PasteDatesPage, house: House
) -> None:
    assert not page.empty.isVisible()
    page.text.setPlainText(TEXT)
    page.empty.click()
    assert page.text.toPlainText() == ""
    assert focused(page) is page.text
    assert house.records.undo()
    assert page.text.toPlainText() == TEXT


def test_what_is_in_the_box_already_is_said_before_more_is_pasted_beneath_it(
    page: PasteDatesPage, house: House, show: Show, school: int
) -> None:
    assert not page.there.isVisible()
    page.text.setPlainText("Term starts 2 September 2025\n\nTerm ends 17 July 2026")
    page.flush()
    assert not page.there.isVisible(), "it was pasted just now"
    assert page.empty.isVisible()
    again: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    words = "The box still holds 2 lines from before. What you paste is added to them."
    assert again.there.words() == words
    assert again.there.isVisible()
    assert words in again.text.accessibleDescription(), "a listener comes to the box first"
    assert [again.empty_first.isVisible(), again.empty.isVisible()] == [True, False]
    assert again.empty_first.mapTo(again, QPoint()).y() < again.text.mapTo(again, QPoint()).y()
    again.empty_first.click()
    assert (again.text.toPlainText(), again.there.isVisible()) == ("", False)
    assert words not in again.text.accessibleDescription()


def test_what_is_pasted_comes_into_the_box_wherever_the_keyboard_is_and_the_way_on_is_in_sight(
    qapp: QApplication, house: House, show: Show, school: int
) -> None:
    for scale in (100, 200):
        theme.apply(qapp, theme.Look("light", scale))
        page: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
        page.resize(1000, 700)
        page.text.clear()
        qapp.clipboard().setText(TEXT)
        page.choose.setFocus()
        QTest.keyClick(page.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert page.text.toPlainText() == TEXT
        assert focused(page) is page.text
        seen = page.read.visibleRegion().boundingRect()
        assert seen.contains(page.read.rect()), scale
    theme.apply(qapp, theme.Look())


def test_what_is_pasted_is_not_taken_away_by_undoing_what_was_done_before(
    page: PasteDatesPage, house: House
) -> None:
    page.text.setPlainText(TEXT)
    page.empty.click()
    page.text.setPlainText("Term starts 2 September 2026")
    page.flush()
    assert house.records.undo() is None, "what was said of it has gone from the window too"
    assert page.text.toPlainText() == "Term starts 2 September 2026"


def test_of_two_schools_neither_can_be_the_childs_and_then_nothing_is_taken(
    read: Read, page: PasteDatesPage, house: House, school: int
) -> None:
    checking = read(SCHOOLS)
    went = journey(checking)
    assert checking.question is not None
    assert "Which are the child’s?" in checking.question.asked.sentence
    assert checking.question.choices.row("none").words() == "Neither of these"
    checking.question.choices.row("none").click()
    assert went == [PasteDates(school)]
    assert house.records.read(dates_drafts.begun, CheckDates(school).key) is None
    assert page.text.toPlainText() == SCHOOLS
    assert house.records.undo()
    assert house.records.read(dates_drafts.begun, CheckDates(school).key) is not None


def test_a_year_can_be_left_out(read: Read, house: House, school: int) -> None:
    page = read(TWO)
    page.sections[2025].wanted.click()
    page.sections[2024].wanted.click()
    page.sections[2024].wanted.click()
    page.sections[2025].wanted.click()
    use_all_the_same(page)
    seen = house.records.read(school_dates.school_dates, school)
    assert [note.year for note in seen.notes] == [2025]


def test_rubbish_says_so_and_offers_nothing_to_use(page: PasteDatesPage, qtbot: QtBot) -> None:
    went = journey(page)
    press(page, qtbot, "<b>Contact us</b> on 020 7946 0000")
    assert went == []
    assert "We found no school dates in this text." in sentences(page)


def test_text_without_a_year_is_the_year_around_today(read: Read) -> None:
    page = read("Term starts Monday 5th January\nTerm ends Friday 27th March")
    counts = page.checked[0].counts
    assert counts is not None
    assert counts.periods == ((date(2026, 1, 5), date(2026, 3, 27)),)


def test_what_was_pasted_is_there_again_after_a_sudden_end(
    page: PasteDatesPage, house: House, show: Show, school: int
) -> None:
    page.text.setPlainText("Term starts 2 September 2025")
    page.flush()
    again: PasteDatesPage = show(PasteDatesPage(house, PasteDates(school)))
    assert again.text.toPlainText() == "Term starts 2 September 2025"


def test_the_dates_of_a_year_that_is_over_say_so(read: Read) -> None:
    page = read(TWO)
    assert {year: each.drawn.over.isVisibleTo(each) for year, each in page.sections.items()} == {
        2024: True,
        2025: False,
    }


def test_reading_again_takes_nothing_away_that_was_put_right(
    read: Read, page: PasteDatesPage, house: House, show: Show, school: int, qtbot: QtBot
) -> None:
    checking = read(TEXT)
    row = checking.sections[2025].boxes()[0]
    checking.changes.type_in(*row, "2 sep")
    press(page, qtbot, TEXT)
    assert checking.form is not None
    assert checking.form.years[0].stretches[0].first == "1 September 2025"
    assert house.records.undo()
    assert checking.form.years[0].stretches[0].first == "2 sep"


def test_a_calendar_file_is_looked_at_in_the_same_way(
    page: PasteDatesPage, house: House, show: Show, qtbot: QtBot, tmp_path: Path, school: int
) -> None:
    file = tmp_path / "school.ics"
    file.write_bytes(
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Autumn term\r\nDTSTART;VALUE=DATE:20250902\r\n"
        b"DTEND;VALUE=DATE:20251220\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        page.take_file(str(file))
    checking: CheckDatesPage = show(CheckDatesPage(house, CheckDates(school)))
    use_all_the_same(checking)
    seen = house.records.read(school_dates.school_dates, school)
    assert [(each.first_day, each.last_day) for each in seen.periods] == [
        (date(2025, 9, 2), date(2025, 12, 19))
    ]
    assert seen.source == "a calendar file from school"
    file.write_bytes(b"rubbish")
    with qtbot.waitSignal(house.records.problem, timeout=20_000) as problem:
        page.take_file(str(file))
    assert "not a calendar" in problem.args[0]


def test_a_text_that_names_another_school_is_asked_about_before_it_counts(
    read: Read, house: House, school: int
) -> None:
    page = read("Larch Lane School\n" + TEXT)
    assert "The text names Larch Lane School. Are these the dates of" in page.sections[2025].look.words()


def test_with_two_years_what_is_to_be_put_right_says_its_year(read: Read) -> None:
    page = read(TWO)
    page.sections[2024].wanted.click()
    for section in page.sections.values():
        row = section.stretches.row(section.stretches.ids()[0])
        page.changes.type_in(row.row_id, "last", "")
    page.using.use.click()
    assert page._summary is not None
    said = page._summary.sentences()
    assert len(said) == len(page.sections) == 2
    assert all(
        each.startswith(section.year_name) for each, section in zip(said, page.sections.values(), strict=True)
    )


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Reading takes until this is set."""
    done = Event()

    def read(_source: object, _near: date, _over: Event | None = None) -> ReadDates:
        assert done.wait(20)
        return ReadDates(((date(2025, 9, 2), date(2025, 10, 24)),))

    monkeypatch.setattr(read_term_dates, "read_calendar_file", read)
    monkeypatch.setattr(read_term_dates, "read_text", read)
    yield done
    done.set()


BEGINS: dict[str, Callable[[PasteDatesPage], None]] = {
    "Reading the calendar file.": lambda page: page.take_file("school.ics"),
    "Reading the text.": lambda page: page.read.click(),
}


@pytest.mark.parametrize("words", BEGINS)
def test_reading_that_takes_a_second_says_so_and_the_page_can_be_used(
    page: PasteDatesPage, slow: Event, qtbot: QtBot, words: str
) -> None:
    went = journey(page)
    BEGINS[words](page)
    assert not page.reading.isVisible(), "what is quick says nothing"
    qtbot.waitUntil(page.reading.isVisible)
    assert words in sentences(page)
    page.text.setPlainText("typed meanwhile")
    with qtbot.waitSignal(page.was_read, timeout=20_000):
        slow.set()
    assert not page.reading.isVisible()
    assert len(went) == 1
    assert page.text.toPlainText() == "typed meanwhile"


@pytest.mark.parametrize("leaves", [False, True])
def test_reading_can_be_stopped_or_left_and_then_changes_nothing(
    page: PasteDatesPage, slow: Event, qtbot: QtBot, house: House, school: int, leaves: bool
) -> None:
    went = journey(page)
    page.take_file("school.ics")
    qtbot.waitUntil(page.reading.isVisible)
    if leaves:
        page.note_where()
    else:
        page.reading.stop_it.click()
        assert "Reading was stopped. Nothing was taken from it." in sentences(page)
        assert focused(page) is page.choose
    slow.set()
    house.records._background.finish()
    settle()
    assert went == []
    assert house.records.read(dates_drafts.begun, CheckDates(school).key) is None


def test_stop_ends_the_process_that_reads(
    page: PasteDatesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[Any] = []
    real = reader_process._start
    monkeypatch.setattr(
        reader_process, "command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"]
    )
    monkeypatch.setattr(reader_process, "_start", lambda: started.append(real()) or started[-1])
    file = tmp_path / "school.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    page.take_file(str(file))
    qtbot.waitUntil(page.reading.isVisible, timeout=20_000)
    assert [each.returncode for each in started] == [None]
    page.reading.stop_it.click()
    qtbot.waitUntil(lambda: started[0].returncode is not None, timeout=10_000)
    assert "Nothing was taken from it." in sentences(page)
