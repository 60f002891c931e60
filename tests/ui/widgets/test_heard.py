"""What a screen reader is told, and when: Orca says what a move of the cursor or a new name tells it, in that order."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from carer_app.typed_dates import read_day, say_day
from ui.parts.time_field import TimeField
from ui.widgets.button import Button, Link
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.saved_text import SavedText

Show = Callable[..., QWidget]
TODAY = date(2026, 3, 10)


def _day_field() -> DateField:
    return DateField(lambda text: read_day(text, TODAY), lambda day: say_day(day), lambda: TODAY)


def _description(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


@pytest.mark.parametrize("kind", [Line, _day_field, TimeField, lambda: SavedText(lambda _text: None)])
def test_the_first_tab_into_a_box_moves_no_cursor_which_would_be_told_in_place_of_the_question(
    show: Show, kind: Callable[[], QWidget]
) -> None:
    before, box = Line(), kind()
    window = show(before, Field("Who said so?", box))
    entry = box.entry() if isinstance(box, DateField) else box
    moved: list[object] = []
    assert isinstance(entry, QLineEdit | SavedText)
    entry.cursorPositionChanged.connect(lambda *places: moved.append(places))
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is entry
    assert moved == []


@pytest.mark.parametrize("kind", [Button, Link])
def test_a_button_that_is_switched_off_while_it_works_keeps_the_keyboard(
    show: Show, kind: Callable[[str], QWidget]
) -> None:
    before, pressed, after = Line(), kind("Use this password"), Line()
    window = show(before, pressed, after)
    pressed.setFocus()
    pressed.setEnabled(False)
    assert window.focusWidget() is pressed, "the next one would be told, though nobody went there"
    QTest.keyClick(pressed, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert window.focusWidget() is before


def test_the_arrow_one_is_on_keeps_its_name_until_one_leaves_it(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    day.button.click()
    (calendar,) = day.findChildren(CalendarPopup)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Tab)
    arrow = calendar.focusWidget()
    assert arrow is calendar.year_before
    assert arrow.accessibleName() == "March 2025"
    QTest.keyClick(arrow, Qt.Key.Key_Space)
    assert calendar.title.words() == "March 2025"
    assert arrow.accessibleName() == "March 2025", "a new name would be told as where one is"
    QTest.keyClick(arrow, Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert arrow.accessibleName() == "March 2024"
    assert calendar.focusWidget().accessibleName() == "March 2026"


def test_what_was_understood_is_told_first_then_what_stands_beside_the_box(show: Show) -> None:
    day = _day_field()
    show(Field("When?", day, hint="For example 3 March."))
    assert _description(day.line) == "For example 3 March."
    QTest.keyClicks(day.line, "1 apr")
    assert _description(day.line) == "Wednesday 1 April 2026. For example 3 March."
    day.set_raw("1 apro")
    day.settle()
    assert _description(day.line) == f"{day.answer()} For example 3 March."


def test_a_day_picked_in_the_calendar_is_known_to_its_box_before_the_keyboard_comes_back(
    show: Show, qapp: QApplication
) -> None:
    day = _day_field()
    show(Field("When?", day, hint="For example 3 March."))
    day.button.setFocus()
    day.button.click()
    (calendar,) = day.findChildren(CalendarPopup)
    told: list[str] = []

    def on_focus(_before: QWidget | None, now: QWidget | None) -> None:
        if now is day.line:
            told.append(_description(day.line))

    qapp.focusChanged.connect(on_focus)
    next(each for each in calendar.days if each.day == date(2026, 3, 12)).click()
    qapp.focusChanged.disconnect(on_focus)
    assert told == ["Thursday 12 March 2026. For example 3 March."]


def test_what_is_wrong_is_told_once_by_coming_to_it_or_said_where_one_is_there(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.error_summary.announce", lambda _widget, text: said.append(text))
    summary, name = ErrorSummary(), Field("Name", Line())
    window = show(summary, name)
    summary.show_problems([("Type a name.", name)])
    assert window.focusWidget() is summary
    here = QAccessible.queryAccessibleInterface(summary)
    assert here.text(QAccessible.Text.Name) == "There is 1 thing to look at"
    assert here.text(QAccessible.Text.Description) == "Type a name."
    assert said == []
    summary.show_problems([("Type a name.", name)])
    assert said == ["There is 1 thing to look at. Type a name."]


def test_a_day_that_puts_right_what_was_wrong_is_never_told_with_the_sentence_that_it_was_wrong(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“Friday 27 March 2026. The last day must not be before the first day” was heard of the right day."""
    box = _day_field()
    field = Field("Last day", box)
    show(field)
    wrong = "The last day must not be before the first day."
    field.say_beside(wrong)
    box.changed.connect(lambda: field.say_beside("" if box.value() == date(2026, 3, 27) else wrong))
    told: list[str] = []
    tell = box.line.setAccessibleDescription
    monkeypatch.setattr(box.line, "setAccessibleDescription", lambda words: (told.append(words), tell(words)))
    box.line.setFocus()
    QTest.keyClicks(box.line, "27 mar")
    assert told[-1] == _description(box.line) == "Friday 27 March 2026"
    assert not [words for words in told if words.startswith("Friday 27") and "before" in words]
    QTest.keyClick(box.line, Qt.Key.Key_Backspace)
    QTest.keyClick(box.line, Qt.Key.Key_Backspace)
    assert "27 March" not in _description(box.line)
