"""The audit itself: it says nothing about a good page, and finds each kind of harm done to it."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from tests.ui.audit import audit, settle
from tests.ui.audit_contrast import token_contrast
from ui.look import theme
from ui.look.theme_tokens import BY_NAME, Colours
from ui.widgets.buttons import BackLink, Button, RowButton, SideBarButton
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.saved_text import SavedText
from ui.widgets.scroll_page import PageBody
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel

Show = Callable[..., QWidget]
Look = Callable[..., None]


def _page(words: str = "words", name: str = "What needs doing") -> PageBody:
    """One of everything, with `words` in all places that people fill."""
    body = PageBody()
    body.setAccessibleName(name)
    body.setMinimumHeight(500)
    card = Card(words, tag=Tag(words, "over"))
    card.body.addWidget(PlainLabel(words, "hint"))
    card.body.addWidget(RowButton(words, words, Tag(words, "later")))
    card.actions(
        Button(words, "main", icon="plus"), Button(words), Button(words, "danger"), Button(words, "quiet")
    )
    line, text = Line(), SavedText(lambda _text: None)
    line.setPlaceholderText("For example")
    text.show_stored(words)
    day = DateField(_no_day, str, lambda: date(2026, 3, 10))
    choices = Choices([("a", words), ("b", "other")])
    choices.set_value("a")
    combo = Combo()
    combo.addItem(words)
    body.column.addWidget(BackLink("Back"))
    body.column.addWidget(Heading(name))
    body.column.addWidget(card)
    for n, box in enumerate((line, text, day, choices, combo)):
        body.column.addWidget(Field(f"{n} {words}", box, words))
    body.column.addWidget(Tick(words))
    body.column.addWidget(EmptyState("book-open", words, Button(words)))
    return body


def _no_day(_text: str) -> date:
    raise ValueError("There is no such day.")


def _window(show: Show, body: PageBody) -> QWidget:
    holder, side = QWidget(), QWidget()
    side.setProperty("part", "sidebar")
    row, column = QHBoxLayout(holder), QHBoxLayout(side)
    column.addWidget(SideBarButton("Home", "house"))
    row.addWidget(side)
    row.addWidget(body, 1)
    return show(holder, width=1366, height=728)


WORDS = ["words", "W" * 300, "<b>Zoë & O’Łukasz</b> 🙂 \u200fمحمد " * 8, "x"]
LOOKS: list[tuple[Colours, int, str]] = [
    # Words move with their size and not with the colours, which are measured as drawn.
    *(("light", scale, words) for scale in (100, 150, 200) for words in WORDS),
    *((colours, 200, WORDS[2]) for colours in theme.COLOURS if colours != "light"),
    *((colours, 100, WORDS[0]) for colours in theme.COLOURS if colours != "light"),
]


@pytest.mark.parametrize(("colours", "scale", "words"), LOOKS)
def test_every_widget_passes_in_every_look_whatever_people_write(
    show: Show, look: Look, words: str, scale: int, colours: Colours
) -> None:
    window = _window(show, _page(words))
    look(colours, scale)
    assert audit(window) == []


def _found(window: QWidget, number: str) -> list[str]:
    settle()
    return [problem for problem in audit(window) if problem.startswith(number + " ")]


def test_a_nameless_button_is_found(show: Show) -> None:
    body = _page()
    window = _window(show, body)
    body.column.addWidget(Button("", icon="x"))
    assert _found(window, "T1")


def test_a_name_without_the_words_on_the_button_is_found(show: Show) -> None:
    body = _page()
    window = _window(show, body)
    body.column.addWidget(Button("Close", name="Dismiss"))
    assert _found(window, "T2")


def test_a_thing_to_press_without_a_role_is_found(show: Show) -> None:
    body, thing = _page(), QWidget()
    thing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    thing.setAccessibleName("Press me")
    thing.setMinimumSize(50, 50)
    window = _window(show, body)
    body.column.addWidget(thing)
    assert _found(window, "T3")


def test_a_missing_a_second_a_late_and_a_misnamed_heading_are_found(show: Show) -> None:
    body = _page()
    window = _window(show, body)
    second = Heading("Another")
    body.column.addWidget(second)
    assert _found(window, "T5")
    second.deleteLater()
    body.column.removeWidget(second)
    second.hide()
    assert not _found(window, "T5")
    early = PlainLabel("before the heading")
    body.column.insertWidget(0, early)
    assert _found(window, "T5")
    early.set_kind("hint")
    assert not _found(window, "T5")
    body.setAccessibleName("Something else")
    assert _found(window, "T5")


def test_a_tab_order_other_than_the_reading_order_is_found_and_can_be_mended(show: Show) -> None:
    body = _page()
    window = _window(show, body)
    body.column.insertWidget(2, Button("Put in later"))
    assert _found(window, "T7")
    follow_reading_order(body)
    assert not _found(window, "T7")


def test_a_control_that_tab_leaves_out_is_found(show: Show) -> None:
    body, button = _page(), Button("Mouse only")
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    body.column.addWidget(button)
    assert _found(_window(show, body), "T7")


def test_a_box_that_swallows_tab_is_found(show: Show) -> None:
    body, trap = _page(), QPlainTextEdit()
    trap.setAccessibleName("Trap")
    body.column.addWidget(trap)
    window = _window(show, body)
    assert _found(window, "T8")
    trap.setTabChangesFocus(True)
    assert not _found(window, "T8")


def test_faint_tokens_and_faint_drawing_are_found(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    window = _window(show, _page())
    faint = theme.tokens()._replace(muted="#C9C9C9", border="#DDDDDD", over="#F5C0C0")
    monkeypatch.setitem(BY_NAME, "light", faint)
    found = token_contrast(window)
    assert any("muted on bg" in problem for problem in found)
    assert any("border on surface" in problem for problem in found)
    assert any("Tag" in problem for problem in _found(window, "T13"))
    assert any("the mark of" in problem for problem in _found(window, "T13"))


def test_a_button_without_a_focus_ring_is_found(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    body = _page()
    window = _window(show, body)
    monkeypatch.setattr("ui.widgets.button.paint_focus", lambda painter, box: None)
    assert any("focus ring" in problem for problem in _found(window, "T10"))


def test_cut_words_are_found(show: Show) -> None:
    body, label = _page(), PlainLabel("a sentence that is too long for the little height it is given " * 4)
    label.setMaximumHeight(20)
    body.column.addWidget(label)
    assert _found(_window(show, body), "T14")


def test_words_cut_by_what_they_lie_in_are_found(show: Show) -> None:
    body, small = _page(), QWidget()
    small.setFixedSize(100, 50)
    label = QLabel("outside", small)
    label.move(90, 0)
    body.column.addWidget(small)
    assert _found(_window(show, body), "T14")


def test_sideways_scrolling_is_found(show: Show) -> None:
    body, wide = _page(), QWidget()
    wide.setMinimumWidth(1500)
    body.column.addWidget(wide)
    assert _found(_window(show, body), "T15")


def test_a_window_too_big_for_a_small_laptop_is_found(show: Show) -> None:
    body = _page()
    body.setMinimumHeight(900)
    assert _found(_window(show, body), "T16")


def test_small_and_crowded_targets_are_found(show: Show) -> None:
    body, small = _page(), QToolButton()
    small.setText("x")
    small.setAccessibleName("x")
    body.column.addWidget(small)
    first, second = QPushButton("one"), QPushButton("two")
    crowd = QWidget()
    row = QHBoxLayout(crowd)
    row.setSpacing(2)
    for button in (first, second):
        button.setMinimumHeight(60)
        row.addWidget(button)
    body.column.addWidget(crowd)
    found = _found(_window(show, body), "T18")
    assert any("only" in problem and "QToolButton" in problem for problem in found)
    assert any("less than 8 pixels apart" in problem for problem in found)


def test_looking_costs_little_and_changes_nothing(show: Show) -> None:
    body = _page()
    window = _window(show, body)
    box = body.findChildren(SavedText)[0]
    before = (box.text(), window.focusWidget(), box.unsaved())
    audit(window)
    QApplication.processEvents()
    assert (box.text(), window.focusWidget(), box.unsaved()) == before
