"""Buttons do what they say, by mouse, Space and Enter, and show where the keyboard is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.look import theme
from ui.widgets.buttons import BackLink, Button, RowButton, SideBarButton
from ui.widgets.card import Card
from ui.widgets.tag import Tag
from ui.widgets.word_button import WordButton

Show = Callable[..., QWidget]
MAKERS: list[Callable[[str], WordButton]] = [
    Button,
    lambda text: Button(text, "main", icon="plus"),
    lambda text: Button(text, "danger"),
    lambda text: Button(text, "quiet"),
    BackLink,
    RowButton,
    lambda text: SideBarButton(text, "house"),
]


def _spoken(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_a_button_once(
    show: Show, make: Callable[[str], WordButton], key: Qt.Key
) -> None:
    button, pressed = make("Go on"), list[bool]()
    button.clicked.connect(lambda: pressed.append(True))
    show(button)
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [True]


@pytest.mark.parametrize("make", MAKERS)
def test_an_ampersand_is_no_shortcut_and_is_read_aloud(show: Show, make: Callable[[str], WordButton]) -> None:
    button = make("Amira & Sam")
    show(button)
    assert button.words() == "Amira & Sam"
    assert _spoken(button) == "Amira & Sam"
    assert button.shortcut().isEmpty()
    assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_button_is_big_enough_and_long_words_wrap_inside_it(
    show: Show, look: Callable[..., None], make: Callable[[str], WordButton], scale: int
) -> None:
    short, long = make("A"), make("W" * 300)
    window = show(short, long, width=420)
    look(scale=scale)
    assert min(short.height(), short.width()) >= theme.px(44)
    assert window.minimumSizeHint().width() <= 420
    assert long.height() >= long.heightForWidth(long.width())
    assert long.height() > 5 * theme.px(16)


@pytest.mark.parametrize("make", MAKERS)
def test_the_ring_shows_for_keys_and_not_for_the_mouse(show: Show, make: Callable[[str], WordButton]) -> None:
    button, other = make("Go on"), Button("Other")

    def ring() -> bool:
        return button.ring.shown

    show(other, button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not ring()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not ring()
    QTest.keyPress(button, Qt.Key.Key_Space)
    assert ring()


def test_the_ring_is_yellow_with_a_dark_edge_three_pixels_thick(show: Show) -> None:
    button = Button("Go on")
    show(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    picture, middle = button.grab().toImage(), button.height() // 2
    edge = [picture.pixelColor(x, middle).name() for x in range(3)]
    assert edge == [theme.tokens().focus_ink.lower()] * 3
    assert picture.pixelColor(6, middle).name() == theme.tokens().focus_bg.lower()


def test_a_given_name_is_what_is_read_aloud(show: Show) -> None:
    button = Button("Remind me later", name="Remind me later, Mia")
    calendar = Button("", icon="calendar-days", name="Choose a date for the meeting")
    show(button, calendar)
    assert _spoken(button) == "Remind me later, Mia"
    assert _spoken(calendar) == "Choose a date for the meeting"


def test_a_row_says_its_words_its_tag_and_then_its_detail(show: Show) -> None:
    row = RowButton("What Mia wants to say", "In her own words", Tag("Done", "ok"))
    show(row)
    assert _spoken(row) == "What Mia wants to say, Done"
    assert _spoken(row, QAccessible.Text.Description) == "In her own words"
    row.show_as("Questions", tag=Tag("Not started", "later"))
    settle()
    assert _spoken(row) == "Questions, Not started"
    assert row.rect().contains(row.findChildren(Tag)[-1].geometry())


def test_pressing_the_tag_of_a_row_presses_the_row(show: Show, qtbot: QtBot) -> None:
    tag = Tag("Done", "ok")
    row = RowButton("Clubs", tag=tag)
    window = show(row)
    with qtbot.waitSignal(row.clicked):
        inside = tag.mapTo(window, QPoint(5, 5))
        assert window.childAt(inside) is row
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.mapFrom(window, inside))


def test_a_narrow_row_puts_the_tag_below_its_words(show: Show, look: Callable[..., None]) -> None:
    tag = Tag("Not started", "later")
    row = RowButton("What is hard just now", "Two things", tag)
    show(row, width=300)
    look(scale=200)
    assert row.height() >= row.heightForWidth(row.width())
    assert row.rect().contains(tag.geometry())
    assert tag.y() > row.wrapped().height(row.width() - 100) / 2


def test_the_side_bar_says_where_one_is(show: Show) -> None:
    home, away = SideBarButton("Home", "house"), SideBarButton("Papers", "folder")
    show(home, away)
    home.setChecked(True)
    assert (home.isChecked(), away.isChecked()) == (True, False)
    assert _spoken(home, QAccessible.Text.Description) == "You are here"
    home.click()
    away.click()
    assert (home.isChecked(), away.isChecked()) == (True, False)
    home.setChecked(False)
    assert _spoken(home, QAccessible.Text.Description) == ""


def test_a_button_in_a_card_keeps_its_own_width(show: Show) -> None:
    card, button = Card("Mia"), Button("Ask")
    card.body.addWidget(button)
    show(card)
    assert button.width() == button.sizeHint().width() < 200


def test_a_button_switched_off_does_nothing_and_looks_it(show: Show) -> None:
    button = Button("Save", "main")
    show(button)
    on = button.grab().toImage()
    button.setEnabled(False)
    button.click()
    assert button.grab().toImage() != on
