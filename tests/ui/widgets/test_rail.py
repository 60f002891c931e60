"""What a page is about stays in sight: beside the page, or as a line above it, and is read and reached as before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carer_app.computer.preferences import TEXT_SIZES
from tests.ui.audit import settle
from tests.ui.focus_chain import tab_stops
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.foot import Foot
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


def test_a_line_is_one_line_and_a_day_that_has_no_room_stands_beneath_it(scene: Scene) -> None:
    long = "On Wednesday 18 March 2026 at half past two, in the room beside the hall"
    scene.rail.say_when(long)
    scene.resize(NARROW)
    one_line = max(scene.rail.heading.sizeHint().height(), scene.next.height())
    assert scene.rail.height() <= one_line + theme.gap(16) + 2
    assert not scene.rail.day.isVisible()
    (beneath,) = [
        label
        for label in scene.rail.place.findChildren(PlainLabel)
        if label.words() == long and label.isVisible()
    ]
    assert scene.at(beneath).top() > scene.at(scene.next).bottom()
    scene.rail.say_when("On 18 March")
    settle()
    assert scene.rail.day.isVisible()
    assert not beneath.isVisible()
    scene.rail.say_when(long)
    scene.resize(WIDE)
    assert scene.rail.when.isVisible()
    assert not beneath.isVisible()


def test_where_the_day_says_more_it_stays_on_the_line_and_the_heading_goes(scene: Scene) -> None:
    scene.rail.day_says_more = True
    scene.rail.heading.setText("What you said that you would do next")
    scene.rail.say_when("Jordan: ask about a place")
    scene.resize(NARROW)
    assert scene.rail.day.isVisible()
    assert not scene.rail.heading.isVisible()
    scene.resize(WIDE)
    assert scene.rail.heading.isVisible()


def test_a_long_day_on_the_line_takes_one_line_and_all_of_it_is_heard_and_shown_to_who_points_at_it(
    scene: Scene,
) -> None:
    words = "Jordan: ask about a place at swimming on Tuesdays and about who could bring Jordan home"
    scene.rail.day_says_more = True
    scene.rail.heading.setText("What you said that you would do next")
    scene.rail.say_when("Jordan: ask about a place")
    scene.resize(NARROW)
    line = scene.rail.height()
    scene.rail.say_when(words)
    scene.resize((NARROW[0] + 1, NARROW[1]))
    assert scene.rail.day.isVisible()
    assert scene.rail.height() == line
    assert scene.rail.day.toolTip() == words
    assert QAccessible.queryAccessibleInterface(scene.rail.day).text(QAccessible.Text.Name) == words
    assert scene.is_in_sight(scene.next)


@pytest.fixture
def last(scene: Scene, qtbot: QtBot) -> Scene:
    """A page whose rail is read at its end, as the questions have it."""
    made = Scene(is_last=True)
    qtbot.addWidget(made.body)
    made.body.resize(*WIDE)
    made.body.show()
    qtbot.waitExposed(made.body)
    settle()
    return made


def test_what_is_read_last_is_in_sight_at_the_bottom_of_a_narrow_window_and_is_read_and_reached_last(
    last: Scene,
) -> None:
    assert last.is_in_sight(last.next)
    order = [each for each in in_reading_order(last.body) if isinstance(each, Button)]
    assert order == [last.before, *last.buttons, last.next, last.more]
    last.resize(NARROW)
    assert last.rail.lies == Lies.LINE
    for scrolled in (0, 500):
        last.scroll(scrolled)
        assert last.is_in_sight(last.next)
        assert last.body.viewport().childAt(last.at(last.next).center()) is last.next
        assert last.at(last.rail).bottom() == last.body.viewport().rect().bottom()
    last.scroll(last.body.verticalScrollBar().maximum())
    assert last.at(last.cards[-1]).bottom() < last.at(last.said).top() < last.at(last.next).top()
    last.scroll(0)
    bring_into_view(last.buttons[5])
    assert last.at(last.buttons[5]).bottom() < last.at(last.rail).top()
    stops = tab_stops(last.before)
    assert [each for each in stops if each in order][-2:] == [last.more, last.next]


def test_a_line_whose_place_is_below_what_is_seen_waits_at_the_bottom(scene: Scene) -> None:
    scene.heading.setFixedHeight(900)
    scene.resize(NARROW)
    assert scene.rail.lies == Lies.LINE
    for scrolled in (0, 120):
        scene.scroll(scrolled)
        assert scene.is_in_sight(scene.next)
        assert scene.rail.property("part") == "low_line", "it has an edge to what it lies on"
    scene.scroll(1400)
    assert scene.at(scene.rail).top() == 0
    assert scene.rail.property("part") == "line"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_line_says_the_day_and_ends_where_the_page_ends(
    scene: Scene, qapp: QApplication, scale: int
) -> None:
    theme.apply(qapp, theme.Look(scale=scale))
    scene.rail.say_when("Wednesday 18 March 2026, 2.00pm · Riverside Primary", "18 March, 2.00pm")
    scene.resize((700 * scale // 100, 728))
    assert scene.rail.lies == Lies.LINE
    assert scene.rail.day.words() == "18 March, 2.00pm"
    assert scene.is_in_sight(scene.rail.day)
    assert not scene.rail.when.isVisible()
    assert scene.rail.height() <= 0.3 * 728
    inside = scene.at(scene.rail)
    assert inside.right() - scene.at(scene.next).right() <= theme.px(16)
    assert inside.contains(scene.at(scene.next))
    assert inside.contains(scene.at(scene.rail.day))
    scene.resize((1180 * scale // 100, 728))
    assert scene.is_in_sight(scene.rail.when)
    assert not scene.rail.day.isVisible()


def test_a_rail_higher_than_the_window_keeps_its_button_in_sight_and_its_end_in_reach(scene: Scene) -> None:
    scene.rail.ways(*(far := [Button(f"Way {number}") for number in range(14)]))
    follow_reading_order(scene.body)
    settle()
    assert scene.rail.lies == Lies.BESIDE
    scene.scroll(300)
    assert scene.is_in_sight(scene.next)
    scene.body.activateWindow()
    far[-1].setFocus()
    bring_into_view(far[-1])
    settle()
    assert scene.is_in_sight(far[-1])


@pytest.mark.parametrize(("width", "rail"), [(930, 330), (1180, 360), (1740, 360)])
def test_the_rail_is_as_wide_as_there_is_room_for(scene: Scene, width: int, rail: int) -> None:
    scene.resize((width, 700))
    assert scene.rail.width() == rail
    assert scene.cards[0].width() <= COLUMN
    left, right = scene.at(scene.heading).left(), scene.body.viewport().width() - scene.at(scene.rail).right()
    assert abs(left - right) <= 16, "what is there is in the middle of a wide window"


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


@pytest.mark.parametrize("scale", TEXT_SIZES)
@pytest.mark.parametrize("width", [1150, 1366, 1700, 2500])
def test_what_lies_beside_the_column_never_lies_over_it(
    scene: Scene, qapp: QApplication, width: int, scale: int
) -> None:
    """Room grows half as much as the words, and the rail as much as they do."""
    theme.apply(qapp, theme.Look("light", scale))
    scene.resize((width, 900))
    over = [each for each in scene.cards if scene.at(each).intersects(scene.at(scene.rail))]
    assert scene.rail.lies != Lies.BESIDE or over == []
    if width == 2500:
        assert scene.rail.lies == Lies.BESIDE


def test_a_rail_that_is_higher_than_its_column_does_not_pull_it_apart(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, theme.Look())
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    body, rail = PageBody(), Rail("Next PEP")
    parts = [Heading("Mia"), PlainLabel("On 18 March."), Button("Open"), PlainLabel("One more.")]
    for part in parts[:2]:
        body.column.addWidget(part)
    body.put_rail(rail)
    for part in parts[2:]:
        body.column.addWidget(part)
    qtbot.addWidget(body)
    body.resize(*WIDE)
    body.show()
    settle()
    before = [part.geometry() for part in parts]
    for _number in range(30):
        rail.body.addWidget(PlainLabel("Something else that is said beside the page."))
    settle()
    assert rail.height() > 3 * before[-1].bottom()
    assert [part.geometry() for part in parts] == before
    body.verticalScrollBar().setValue(body.verticalScrollBar().maximum())
    settle()
    assert rail.mapTo(body.viewport(), rail.rect().bottomLeft()).y() < body.viewport().height()


def test_what_has_the_keyboard_does_not_come_to_lie_under_a_foot_as_the_page_grows(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.apply(qapp, theme.Look())
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    body, grows, box, foot = PageBody(), QWidget(), Button("Open"), Foot(Button("Save"))
    grows.setFixedHeight(100)
    rest = QWidget()
    rest.setFixedHeight(2000)
    for part in (grows, box, rest):
        body.column.addWidget(part)
    body.put_rail(foot, is_last=True)
    qtbot.addWidget(body)
    body.resize(*WIDE)
    with qtbot.waitActive(body):
        body.show()
        body.activateWindow()
    box.setFocus()
    body.stay_with_keyboard()
    settle()
    for height in range(400, 620, 10):
        grows.setFixedHeight(height)
        settle()
        ends = box.mapTo(body.viewport(), box.rect().bottomLeft()).y()
        assert ends < foot.mapTo(body.viewport(), QPoint(0, 0)).y(), f"{height} pixels above it"
