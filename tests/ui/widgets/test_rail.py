"""What a page is about stays in sight: beside the page, or as a line above it, and is read and reached as before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from tests.ui.focus_chain import tab_stops
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.rail import Lies, Rail
from ui.widgets.rail_keeper import COLUMN
from ui.widgets.scroll_page import PageBody, bring_into_view
from ui.widgets.tab_order import follow_reading_order, in_reading_order
from ui.widgets.text import Heading, PlainLabel

WIDE, NARROW = (1180, 700), (700, 700)


class Painted(Rail):
    """Remembers where it was whenever it was drawn."""

    def __init__(self) -> None:
        super().__init__("Next PEP")
        self.drawn: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.drawn.append(self.geometry())
        super().paintEvent(event)


class Scene:
    """A long page with a rail after its heading, or else at its end."""

    def __init__(self, is_last: bool = False) -> None:
        self.body = PageBody(760)
        self.heading, self.before, self.rail = Heading("Mia"), Button("Back"), Painted()
        self.body.column.addWidget(self.before)
        self.body.column.addWidget(self.heading)
        self.said, self.next, self.more = PlainLabel("On 18 March."), Button("Get ready"), Button("Why")
        self.rail.body.addWidget(self.said)
        self.rail.actions(self.next)
        self.rail.ways(self.more)
        if not is_last:
            self.body.put_rail(self.rail)
        self.cards = [Card(f"Card {number}") for number in range(12)]
        self.buttons = [Button(f"Open {number}") for number in range(12)]
        for card, button in zip(self.cards, self.buttons, strict=True):
            card.actions(button)
            self.body.column.addWidget(card)
        if is_last:
            self.body.put_rail(self.rail, is_last=True)
        follow_reading_order(self.body)

    def scroll(self, to: int) -> None:
        self.body.verticalScrollBar().setValue(to)

    def at(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.body.viewport(), QPoint(0, 0)), widget.size())

    def is_in_sight(self, widget: QWidget) -> bool:
        return self.body.viewport().rect().contains(self.at(widget))

    def resize(self, size: tuple[int, int]) -> None:
        self.body.resize(*size)
        settle()


@pytest.fixture
def scene(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Scene:
    theme.apply(qapp, theme.Look())
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    made = Scene()
    qtbot.addWidget(made.body)
    made.body.resize(*WIDE)
    made.body.show()
    qtbot.waitExposed(made.body)
    settle()
    return made


def test_beside_the_page_it_stays_in_sight_and_the_page_is_no_wider_than_one_can_read(scene: Scene) -> None:
    assert scene.rail.lies == Lies.BESIDE
    assert scene.cards[0].width() <= COLUMN
    before = scene.at(scene.rail)
    assert before.left() > scene.at(scene.cards[0]).right()
    scene.scroll(900)
    assert scene.at(scene.rail) == before


def test_it_is_drawn_the_first_time_where_it_stays(scene: Scene) -> None:
    first = scene.rail.drawn[0]
    assert {each.getRect() for each in scene.rail.drawn} == {first.getRect()}


def test_in_a_narrow_window_its_button_is_one_line_that_stays_and_hides_nothing_one_comes_to(
    scene: Scene,
) -> None:
    scene.resize(NARROW)
    assert scene.rail.lies == Lies.LINE
    assert scene.rail.height() < 2 * scene.next.height()
    scene.body.column.insertWidget(6, Button("Added since"))
    settle()
    scene.scroll(900)
    assert scene.is_in_sight(scene.next)
    assert scene.at(scene.rail).top() == 0
    assert scene.body.viewport().childAt(scene.at(scene.next).center()) is scene.next
    scene.scroll(scene.at(scene.cards[3]).top() + 900 + 40)
    bring_into_view(scene.buttons[3])
    assert scene.at(scene.buttons[3]).top() >= scene.rail.height()
    high = scene.cards[5]
    high.setFixedHeight(scene.body.viewport().height() - scene.rail.height() - 20)
    settle()
    scene.scroll(scene.body.verticalScrollBar().maximum())
    bring_into_view(high)
    assert scene.at(high).top() >= scene.rail.height()


def test_what_is_read_last_is_in_sight_beside_the_page_and_whole_at_its_end_in_a_narrow_window(
    scene: Scene, qtbot: QtBot
) -> None:
    last = Scene(is_last=True)
    qtbot.addWidget(last.body)
    last.body.resize(*WIDE)
    last.body.show()
    qtbot.waitExposed(last.body)
    settle()
    assert last.is_in_sight(last.next)
    last.resize(NARROW)
    assert last.rail.lies == Lies.WHOLE
    assert last.at(last.rail).top() > last.at(last.cards[-1]).bottom()
    assert [each for each in in_reading_order(last.body) if isinstance(each, Button)][-2:] == [
        last.next,
        last.more,
    ]


def test_a_window_made_narrow_and_wide_again_moves_the_parts_and_keeps_keyboard_place_and_order(
    scene: Scene,
) -> None:
    order = [each for each in in_reading_order(scene.body) if isinstance(each, Button)]
    assert order == [scene.before, scene.next, scene.more, *scene.buttons]
    scene.body.activateWindow()
    scene.next.setFocus()
    scene.scroll(500)
    for size in (NARROW, WIDE):
        scene.resize(size)
        assert scene.body.window().focusWidget() is scene.next
        assert scene.body.verticalScrollBar().value() == 500
        assert scene.body.isAncestorOf(scene.said)
        assert scene.said.isVisible()
        assert [each for each in in_reading_order(scene.body) if isinstance(each, Button)] == order
        assert [each for each in tab_stops(scene.before) if each in order][:3] == order[1:4]


def test_who_listens_hears_it_at_its_place_however_wide_the_window_is(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    for size in (WIDE, NARROW):
        scene.resize(size)
        told = list(told_in(scene.body))
        assert [each for each in told if each in ("Mia", "Next PEP", "On 18 March.", "Get ready", "Why", "Card 0")] == [
            "Mia", "Next PEP", "On 18 March.", "Get ready", "Why", "Card 0",
        ]  # fmt: skip
    assert scene.rail.lies == Lies.WHOLE
    assert scene.at(scene.rail).bottom() < scene.at(scene.cards[0]).top()


def told_in(widget: QWidget) -> Iterator[str]:
    """As a screen reader goes through it."""
    yield from _told(QAccessible.queryAccessibleInterface(widget))


def _told(part: object) -> Iterator[str]:
    yield part.text(QAccessible.Text.Name)  # type: ignore[attr-defined]
    for index in range(part.childCount()):  # type: ignore[attr-defined]
        yield from _told(part.child(index))  # type: ignore[attr-defined]


def test_a_line_whose_parts_are_put_in_order_again_keeps_them_all(scene: Scene) -> None:
    """On Home the step that the line is about changes with what is done; Qt warned of a place that was not there."""
    scene.resize(NARROW)
    assert scene.rail.lies == Lies.LINE
    for wide in (False, False, True, False):
        scene.rail.hold(scene.rail._said, scene.rail._doing, scene.rail.place.column)
        scene.resize(WIDE if wide else NARROW)
        assert [each.isVisibleTo(scene.body) for each in (scene.said, scene.next, scene.more)] == [True] * 3
    assert scene.at(scene.said).top() < scene.at(scene.more).top()
