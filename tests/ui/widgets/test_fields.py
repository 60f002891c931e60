"""Questions with their boxes: named for everyone, with days, choices and ticks one can trust."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from tests.ui.audit_contrast import drawn, span
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.choice import Choices, Radio, Tick
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.saved_text import SavedText
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel

Show = Callable[..., QWidget]
KNOWN = {
    "10 mar": date(2026, 3, 10), "10 March 2026": date(2026, 3, 10), "1 April 2026": date(2026, 4, 1),
    "31 mar": date(2026, 3, 31), "30 March 2025": date(2025, 3, 30),
}  # fmt: skip
NO_SUCH_DAY = "There is no 31 February."


class NoDay(Exception):
    """What a real reader raises."""


def _read(text: str) -> date:
    if text not in KNOWN:
        raise NoDay(NO_SUCH_DAY)
    return KNOWN[text]


def _say(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"


def _day_field() -> DateField:
    return DateField(_read, _say, lambda: date(2026, 3, 10))


def _spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.mark.parametrize("box", [Line, lambda: SavedText(lambda _text: None), _day_field, Combo])
def test_a_box_is_named_by_its_label_and_explained_by_its_hint(
    show: Show, box: Callable[[], QWidget]
) -> None:
    field = Field("School & class", box(), "The name on the letter")
    show(field)
    assert _spoken(field.entry()) == "School & class"
    assert _spoken(field.entry(), QAccessible.Text.Description) == "The name on the letter"
    label = field.findChildren(QLabel)[0]
    assert _spoken(label) == "School & class"
    assert QKeySequence.mnemonic(label.text()).isEmpty()
    assert label.buddy() is field.entry()


def test_an_optional_question_says_so_in_words(show: Show) -> None:
    field = Field("Clubs", Line(), optional=True)
    show(field)
    assert _spoken(field.widget) == "Clubs (optional)"


def test_what_is_wrong_is_said_beside_the_box_and_gone_again(show: Show) -> None:
    field = Field("Day", Line(), "For example, 10 March")
    show(Line(), field)
    right = field.widget.grab().toImage()
    field.show_error("Type a day, such as 10 March.")
    settle()
    assert field.error() == "Type a day, such as 10 March."
    said = "Type a day, such as 10 March. For example, 10 March"
    assert _spoken(field.widget, QAccessible.Text.Description) == said, "the hint is still seen beside it"
    assert field.widget.grab().toImage() != right
    field.clear_error()
    settle()
    assert field.error() == ""
    assert _spoken(field.widget, QAccessible.Text.Description) == "For example, 10 March"
    assert field.widget.grab().toImage() == right


def test_tab_goes_all_round_also_after_a_question_was_put_in_between(show: Show) -> None:
    first, last = Line(), Line()
    window = show(first, last)
    field = Field("When?", _day_field())
    window.layout().insertWidget(1, field)
    follow_reading_order(window)
    settle()
    first.setFocus()
    passed = []
    for _tab in range(8):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        passed.append(window.focusWidget())
    assert passed == [field.entry(), field.widget.button, last, first] * 2


def test_an_answer_that_a_screen_reader_toggles_is_chosen_as_if_it_was_pressed(show: Show) -> None:
    choices = Choices([("a", "Apples"), ("b", "Pears")])
    show(choices)
    chosen: list[str] = []
    choices.chosen.connect(chosen.append)
    choices.set_value("a")
    acts = QAccessible.queryAccessibleInterface(choices.row("b")).actionInterface()
    acts.doAction(next(name for name in acts.actionNames() if name in ("Toggle", "Press")))
    assert chosen == ["b"]
    assert choices.value() == "b"


@pytest.mark.parametrize("back", [Qt.Key.Key_Up, Qt.Key.Key_Left])
@pytest.mark.parametrize("on", [Qt.Key.Key_Down, Qt.Key.Key_Right])
@pytest.mark.parametrize("kind", [Choices, ChoicesAcross])
def test_any_arrow_key_goes_to_the_next_answer_or_the_one_before(
    show: Show, kind: type[Choices], on: Qt.Key, back: Qt.Key
) -> None:
    choices = kind([("a", "Apples"), ("b", "Pears"), ("c", "Plums")])
    window = show(choices)
    chosen: list[str] = []
    choices.chosen.connect(chosen.append)
    choices.row("a").setFocus()
    QTest.keyClick(window.windowHandle(), on)
    assert window.focusWidget() is choices.row("b")
    assert choices.value() is None  # nothing is chosen until somebody chooses
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    for key in (on, on, back):
        QTest.keyClick(window.windowHandle(), key)
    assert chosen == ["b", "c", "a", "c"]


def test_a_typed_day_is_said_back_with_its_weekday(show: Show, qtbot: QtBot) -> None:
    day = _day_field()
    show(Field("When?", day))
    with qtbot.waitSignals([day.changed] * 6):
        QTest.keyClicks(day.line, "10 mar")
    assert day.value() == date(2026, 3, 10)
    assert day.problem() == ""
    assert day.answer() == "Tuesday 10 March 2026"
    assert "Tuesday 10 March 2026" in _spoken(day.line, QAccessible.Text.Description)


def test_an_impossible_day_is_kept_as_typed_and_explained_once_one_leaves(show: Show, qtbot: QtBot) -> None:
    day = _day_field()
    show(day)
    QTest.keyClicks(day.line, "31 feb")
    assert day.answer() == ""
    with qtbot.waitSignal(day.settled):
        QTest.keyClick(day.line, Qt.Key.Key_Return)
    assert (day.value(), day.raw(), day.problem()) == (None, "31 feb", NO_SUCH_DAY)
    assert day.answer() == NO_SUCH_DAY


def test_the_field_around_a_day_says_the_problem_only_once(show: Show) -> None:
    day = _day_field()
    field = Field("When?", day)
    show(Line(), field)
    day.set_raw("31 feb")
    assert day.answer() == NO_SUCH_DAY
    field.show_error(day.problem())
    said = [label.words() for label in field.findChildren(PlainLabel) if label.isVisible()]
    assert said.count(NO_SUCH_DAY) == 1
    field.clear_error()
    assert day.answer() == NO_SUCH_DAY


def test_an_empty_day_is_neither_a_day_nor_a_problem(show: Show) -> None:
    day = _day_field()
    show(day)
    assert (day.value(), day.raw(), day.problem(), day.answer()) == (None, "", "", "")
    day.set_value(date(2026, 3, 10))
    assert day.value() == date(2026, 3, 10)
    day.set_value(None)
    assert day.raw() == ""


def test_a_mistake_of_ours_is_not_shown_as_the_carers(show: Show) -> None:
    def broken(_text: str) -> date:
        raise KeyError("bug")

    day = DateField(broken, _say, lambda: date(2026, 3, 10))
    show(day)
    with pytest.raises(KeyError):
        day.set_raw("10 mar")
    day.line.clear()


def test_the_calendar_button_says_which_question_it_is_for(show: Show) -> None:
    day = _day_field()
    show(Field("When is the meeting?", day))
    assert _spoken(day.button) == "Choose a date for When is the meeting?"


def test_a_day_picked_in_the_calendar_is_typed_for_you(show: Show, qtbot: QtBot) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    calendar = _open_calendar(day)
    assert _with_keyboard(calendar).day == date(2026, 3, 10)
    with qtbot.waitSignals([day.changed, day.settled]):
        _press_day(calendar, "Wednesday 1 April 2026")
    assert not calendar.isVisible()
    assert day.value() == date(2026, 4, 1)


def _open_calendar(day: DateField) -> CalendarPopup:
    day.button.click()
    (calendar,) = day.findChildren(CalendarPopup)
    assert calendar.isVisible()
    return calendar


def _with_keyboard(calendar: CalendarPopup) -> Any:
    return calendar.focusWidget()


def _press_day(calendar: CalendarPopup, name: str) -> None:
    next(button for button in calendar.days if button.accessibleName() == name).click()


def test_each_day_of_the_calendar_says_its_whole_date(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    names = [button.accessibleName() for button in _open_calendar(day).days]
    assert names[0] == "Monday 23 February 2026"
    assert "Tuesday 10 March 2026, today" in names
    assert len(set(names)) == 42


def test_the_calendar_goes_by_days_months_and_years_with_keys_alone(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("31 mar")
    calendar = _open_calendar(day)
    for key, shift, lands_on in (
        (Qt.Key.Key_Right, False, date(2026, 4, 1)),
        (Qt.Key.Key_Up, False, date(2026, 3, 25)),
        (Qt.Key.Key_Left, False, date(2026, 3, 24)),
        (Qt.Key.Key_Down, False, date(2026, 3, 31)),
        (Qt.Key.Key_PageDown, False, date(2026, 4, 30)),
        (Qt.Key.Key_PageUp, False, date(2026, 3, 30)),
        (Qt.Key.Key_PageUp, True, date(2025, 3, 30)),
    ):
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(_with_keyboard(calendar), key, modifier)
        assert _with_keyboard(calendar).day == lands_on
    QTest.keyClick(_with_keyboard(calendar), Qt.Key.Key_Return)
    assert day.value() == date(2025, 3, 30)


def test_tab_goes_round_the_calendar_by_its_named_arrows_and_one_day(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    calendar = _open_calendar(day)
    seen = []
    for _press in range(5):
        QTest.keyClick(_with_keyboard(calendar), Qt.Key.Key_Tab)
        seen.append(_with_keyboard(calendar).accessibleName())
    assert seen == ["March 2025", "March 2027", "February 2026", "April 2026", "Tuesday 10 March 2026, today"]


def test_days_of_other_months_are_quiet(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    calendar = _open_calendar(day)
    inks = {button.day: button._colours()[2] for button in calendar.days}
    assert inks[date(2026, 2, 28)] == "muted"
    assert inks[date(2026, 3, 11)] == "text"


def test_the_calendar_opens_at_its_box(show: Show) -> None:
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    calendar = _open_calendar(day)
    box = QRect(day.line.mapToGlobal(QPoint(0, 0)), day.line.size())
    assert calendar.frameGeometry().left() == box.left()
    assert 0 <= calendar.frameGeometry().top() - box.bottom() <= 8


@pytest.mark.parametrize("scale", [100, 200])
def test_where_there_is_no_room_below_the_calendar_still_touches_no_edge(
    show: Show, qapp: QApplication, scale: int
) -> None:
    theme.apply(qapp, theme.Look("light", scale))
    day = _day_field()
    show(day)
    day.set_raw("10 mar")
    screen = day.screen().availableGeometry()
    window, at = day.window(), day.line.mapToGlobal(QPoint(0, 0))
    window.move(200, window.y() + screen.bottom() - at.y() - 2 * day.line.height())
    QCoreApplication.processEvents()
    calendar = _open_calendar(day)
    assert screen.contains(calendar.frameGeometry())
    box = QRect(day.line.mapToGlobal(QPoint(0, 0)), day.line.size())
    assert not calendar.frameGeometry().intersects(box)


def test_at_200_per_cent_the_calendar_is_no_higher_than_a_low_screen(show: Show, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Look("light", 200))
    day = _day_field()
    show(day)
    calendar = _open_calendar(day)
    calendar._fit(728)
    assert calendar.height() <= 728
    assert calendar.sizeHint().height() <= 728
    assert all(button.height() >= 44 for button in calendar.days)


def test_what_a_day_box_says_pushes_nothing(show: Show) -> None:
    day, below = _day_field(), Line()
    show(day, below)
    before = below.pos()
    for typed in ("10 mar", "31 feb", ""):
        day.set_raw(typed)
        QCoreApplication.processEvents()
        assert below.pos() == before, typed


def test_an_error_about_a_day_takes_the_room_that_was_kept_for_it(show: Show) -> None:
    field, below = Field("When?", _day_field(), hint="For example 10 March 2026."), Line()
    show(field, below)
    before = below.pos()
    field.show_error("Type the day.")
    QCoreApplication.processEvents()
    assert below.pos() == before
    assert field.widget.answer() == "Type the day."
    assert "Type the day." in field.entry().accessibleDescription()


def test_an_error_goes_when_its_box_is_put_right_and_not_before(show: Show) -> None:
    day, words, choices = (
        Field("When?", _day_field()),
        Field("What?", Line()),
        Field("Who?", Choices([("a", "A")])),
    )
    summary = ErrorSummary()
    show(summary, day, words, choices)
    for field in (day, words, choices):
        field.show_error("Look here.")
    summary.show_problems([("The day", day.widget), ("The words", words.entry()), ("Who", choices.widget)])
    QTest.keyClicks(day.entry(), "31 feb")
    assert summary.sentences() == ["The day", "The words", "Who"]
    assert day.error() == "Look here."
    day.entry().clear()
    QTest.keyClicks(day.entry(), "10 mar")
    assert summary.sentences() == ["The words", "Who"]
    assert (day.error(), words.error()) == ("", "Look here.")
    choices.widget.row("a").click()
    assert summary.sentences() == ["The words"]
    QTest.keyClicks(words.entry(), "x")
    assert (summary.sentences(), summary.property("part")) == ([], "put_right")  # its place is kept
    assert [field.error() for field in (day, words, choices)] == ["", "", ""]


def test_nothing_is_chosen_until_somebody_chooses(show: Show, qtbot: QtBot) -> None:
    choices = Choices([("a", "I know the date"), ("b", "Neither & nor")])
    show(choices)
    assert choices.value() is None
    with qtbot.waitSignal(choices.chosen) as caught:
        QTest.mouseClick(choices.row("b"), Qt.MouseButton.LeftButton)
    assert caught.args == ["b"]
    assert choices.value() == "b"


def test_showing_a_choice_is_not_choosing(show: Show, qtbot: QtBot) -> None:
    choices = Choices([("a", "One"), ("b", "Two")])
    show(choices)
    with qtbot.assertNotEmitted(choices.chosen):
        for value in ("a", "b", None, "unknown"):
            choices.set_value(value)
            assert choices.value() == (value if value in ("a", "b") else None)
    choices.set_value("a")
    choices.row("b").click()
    assert choices.value() == "b"


def test_arrow_keys_choose_the_next_answer(show: Show) -> None:
    choices = Choices([("a", "One"), ("b", "Two")])
    show(choices)
    choices.set_value("a")
    choices.row("a").setFocus()
    QTest.keyClick(choices.row("a"), Qt.Key.Key_Down)
    assert choices.value() == "b"


def test_the_only_answer_stays_chosen_when_it_is_pressed_again(show: Show) -> None:
    choices = Choices([("one", "The only one")])
    show(choices)
    choices.row("one").click()
    choices.row("one").click()
    assert choices.value() == "one"


def test_choices_and_ticks_are_announced_as_what_they_are(show: Show) -> None:
    choices, tick = Choices([("a", "One & two")]), Tick("Show what I type & more")
    show(Field("How many?", choices), tick)
    assert _role(choices) == QAccessible.Role.Grouping
    assert _spoken(choices) == "How many?"
    assert _role(choices.row("a")) == QAccessible.Role.RadioButton
    assert _spoken(choices.row("a")) == "One & two"
    assert _role(tick) == QAccessible.Role.CheckBox
    assert _spoken(tick) == "Show what I type & more"


@pytest.mark.parametrize("colours", theme.COLOURS)
@pytest.mark.parametrize("make", [Tick, Radio])
@pytest.mark.parametrize("on", [False, True])
def test_the_mark_stands_out_and_changes_when_chosen(
    show: Show, look: Callable[..., None], make: Callable[[str], Tick | Radio], colours: str, on: bool
) -> None:
    row = make("Words")
    row.setAutoExclusive(False)
    show(row)
    look(colours)
    before = drawn(row)
    row.setChecked(on)
    box = row.mark_box().toAlignedRect()
    assert span(drawn(row), box.adjusted(-2, 0, 2, 0)) >= 3
    assert (drawn(row) != before) is on


@pytest.mark.parametrize("colours", theme.COLOURS)
@pytest.mark.parametrize("make", [Tick, Radio])
def test_where_the_keyboard_is_does_not_look_chosen(
    show: Show, look: Callable[..., None], make: Callable[[str], Tick | Radio], colours: str
) -> None:
    row = make("Words")
    show(row)
    look(colours)
    row.ring.shown = False
    without = row.grab().toImage()
    row.ring.shown = True
    with_ring = row.grab().toImage()
    inside = row.rect().adjusted(8, 9, -8, -9)  # where its mark and its words are
    assert with_ring.copy(inside) == without.copy(inside), "its mark and its ground stay what they are"
    assert with_ring != without


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("make", [Tick, Radio])
def test_the_whole_row_can_be_pressed_and_long_words_wrap(
    show: Show, look: Callable[..., None], make: Callable[[str], Tick | Radio], scale: int
) -> None:
    row = make("W" * 300)
    row.setAutoExclusive(False)
    window = show(row, width=400, height=4000)
    look(scale=scale)
    assert window.minimumSizeHint().width() <= 400
    assert row.height() >= max(theme.px(44), row.heightForWidth(row.width()))
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 2, row.height() - 2))
    assert row.isChecked()


def test_the_wheel_never_changes_a_list(show: Show) -> None:
    combo = Combo()
    combo.addItems(["Lambeth", "Southwark", "Wandsworth"])
    combo.setCurrentIndex(1)
    show(combo)
    combo.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, event)
    assert combo.currentText() == "Southwark"
    assert not event.isAccepted()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("box", [Line, lambda: SavedText(lambda _text: None, lines=1), Combo])
def test_boxes_are_big_enough_and_do_not_jump_when_focused(
    show: Show, look: Callable[..., None], box: Callable[[], QWidget], scale: int
) -> None:
    made, other = box(), Line()
    show(other, made)
    look(scale=scale)
    other.setFocus()
    before = made.geometry()
    made.setFocus()
    settle()
    assert made.height() >= theme.px(44)
    assert made.geometry() == before


def test_a_line_takes_a_name_of_any_kind_exactly(show: Show) -> None:
    line = Line()
    show(line)
    line.insert("<b>Zoë & O’Łukasz</b> 🙂 \u200fمحمد" + "x" * 300)
    assert line.text() == "<b>Zoë & O’Łukasz</b> 🙂 \u200fمحمد" + "x" * 300


def test_nothing_moves_under_the_mouse_while_a_button_is_being_pressed(
    show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    day, next_box = _day_field(), Line()
    show(day, next_box)
    day.line.setFocus()
    QTest.keyClicks(day.line, "31 feb")
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    next_box.setFocus()
    qtbot.wait(120)
    assert day.answer() == ""
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.NoButton)
    qtbot.waitUntil(lambda: day.answer() != "")


def test_an_empty_box_opens_the_calendar_on_the_day_that_it_was_told_is_today(show: Show) -> None:
    day = DateField(_read, _say, lambda: date(2031, 5, 6))
    show(day)
    assert _with_keyboard(_open_calendar(day)).day == date(2031, 5, 6)


def test_without_a_today_there_is_no_calendar_to_open(show: Show) -> None:
    day = DateField(_read, _say)
    show(day)
    assert day.button.isHidden()


def test_the_question_of_a_group_of_answers_is_told_once(show: Show) -> None:
    """Orca tells the name of a group, and the label of what has the keyboard: both would be the same question."""
    choices = Choices([("a", "Yes"), ("b", "No")])
    field = Field("Was it held?", choices)
    show(field)
    assert _spoken(choices) == "Was it held?"
    here = QAccessible.queryAccessibleInterface(choices.row("a"))
    labels = [other for other, _kind in here.relations(QAccessible.RelationFlag.Label)]
    assert labels == []


def test_an_empty_box_for_a_day_takes_one_line_and_says_its_day_beside_it(show: Show) -> None:
    day = _day_field()
    show(day, Line())
    assert day.height() == day.line.height()
    day.set_value(date(2026, 3, 10))
    settle()
    assert day.answer() == "Tuesday 10 March 2026"
    assert day.height() == day.line.height()


def test_what_is_beneath_a_box_for_a_day_does_not_come_and_go_while_one_types(show: Show) -> None:
    day, beneath = _day_field(), Line()
    show(day, beneath, width=460)
    day.line.setFocus()
    empty = beneath.y()
    QTest.keyClicks(day.line, "10 mar")
    settle()
    said = beneath.y()
    assert day.answer()
    assert said > empty, "there is no room beside the box"
    QTest.keyClicks(day.line, "c")
    settle()
    assert (day.answer(), beneath.y()) == ("", said)
    day.line.clear()
    beneath.setFocus()
    settle()
    assert beneath.y() == empty
