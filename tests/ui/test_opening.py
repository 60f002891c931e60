"""Every page opens at its heading, with the keyboard where a carer would begin, on screens of every size."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from carer_app.choices import Part
from tests.ui.audit import settle
from tests.ui.test_every_place import CASES, OUTSIDE, WITHOUT_IDS, Room, name_of, place_of
from ui.base.places import ChildsOwnPart, Help, Home, PreparePart, Settings, WriteNote
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Heading

SCREENS = {100: ((1024, 700),), 200: ((1366, 768), (1024, 700))}
"""By text size: what has room in the smaller window at the usual size has room in the larger."""
OUTSIDE_ONLY = range(len(WITHOUT_IDS), len(WITHOUT_IDS) + len(OUTSIDE))
PLACES = [
    case for case in CASES if case[0] == "ordinary" or (case[0] == "nothing" and case[1] in OUTSIDE_ONLY)
]


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Room]]:
    """One window over a household and one over nothing, made when first asked for."""
    made: dict[str, Room] = {}

    def room(kind: str) -> Room:
        if kind not in made:
            made[kind] = Room(kind, tmp_path_factory.mktemp(kind))
        made[kind].window.show()
        return made[kind]

    yield room
    for each in made.values():
        each.close()
    theme.apply(qapp, theme.Look())


@pytest.fixture
def home(rooms: Callable[[str], Room]) -> Iterator[Room]:
    """The window over an ordinary household, at Home."""
    room = rooms("ordinary")
    room.window.resize(1024, 700)
    room.go(Home())
    yield room
    room.window.let_go_of_pages()


@pytest.mark.parametrize("case", PLACES, ids=name_of)
@pytest.mark.parametrize("scale", SCREENS)  # beneath, so that the look changes once and not with each page
def test_a_page_opens_at_its_heading(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int], scale: int
) -> None:
    room = rooms(case[0])
    room.window.let_go_of_pages()
    if theme.current() != theme.Look("light", scale):
        theme.apply(qapp, theme.Look("light", scale))
    found, place = [], place_of(room, *case)
    room.window.resize(*SCREENS[scale][0])
    room.go(place)
    for size in SCREENS[scale]:
        if room.window.size() != QSize(*size):
            room.window.start_at(
                Help() if place != Help() else Settings()
            )  # opened anew, in a window of another size
            room.window.resize(*size)
            room.window.start_at(place)
            room.rest()
        found += [f"{size}: {wrong}" for wrong in wrong_at_opening(room)]
    if scale == 100 and not room.window.in_closed_room:
        found += wrong_after_a_removal(room)
    assert found == []


def wrong_at_opening(room: Room) -> Iterator[str]:
    """What keeps the page just opened from being read from its heading on."""
    page = room.window.page
    assert page is not None
    box = room.window.focusWidget()
    if box is None or not (page is box or page.isAncestorOf(box)):
        yield f"the keyboard is not on the page but on {box}"
        return
    heading = next(each for each in page.findChildren(Heading) if each.level == 1 and each.isVisible())
    if not in_sight(heading):
        yield f"the heading {heading.words()!r} is out of sight"
    if isinstance(page.place, ChildsOwnPart):
        return
    if box is not heading and not isinstance(box, QLineEdit | QPlainTextEdit):
        yield f"the keyboard begins on {box.accessibleName()!r}, which one reads or presses"
    if box.visibleRegion().isEmpty():
        yield f"the keyboard is on {box.accessibleName()!r}, out of sight"


TAKES_AWAY = re.compile(r"(remove|clear|delete|forget|rub|take .*\b(out|off|away))\b", re.IGNORECASE)


def wrong_after_a_removal(room: Room) -> Iterator[str]:
    """Take away the first thing that can be: the keyboard must not be where one more press takes away another."""
    page = room.window.page
    assert page is not None
    buttons = [each for each in page.findChildren(Button) if each.isVisible() and each.isEnabled()]
    yield from (
        f"nothing says that {each.words()!r} takes away"
        for each in buttons
        if TAKES_AWAY.match(each.words()) and not each.is_removal
    )
    for button in [each for each in buttons if each.is_removal][:1]:
        words = button.accessibleName() or button.words()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        settle()
        dialog = QApplication.activeModalWidget()
        now = dialog.focusWidget() if dialog is not None else room.window.focusWidget()
        if isinstance(now, Button) and (now.is_removal or TAKES_AWAY.match(now.words())):
            yield f"after {words!r} the keyboard is on {now.accessibleName()!r}"
        if now is None or now.visibleRegion().isEmpty():
            yield f"after {words!r} the keyboard is out of sight"
        if dialog is not None:
            dialog.close()
        room.records.undo()
        room.rest()


def in_sight(widget: QWidget) -> bool:
    """Whether all of it is on screen, in its window and in whatever scrolls."""
    return QRect(QPoint(0, 0), widget.size()) == widget.visibleRegion().boundingRect()


def test_a_page_to_be_read_is_read_on_with_the_keys_from_its_heading(home: Room) -> None:
    home.go(Help())
    page = home.window.page
    assert page is not None
    bar = page.body.verticalScrollBar()
    heading = home.window.focusWidget()
    assert isinstance(heading, Heading)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down):
        before = bar.value()
        QTest.keyClick(heading, key)
        assert bar.value() > before
    QTest.keyClick(heading, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(heading, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(heading, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_whoever_goes_back_is_where_they_were(home: Room) -> None:
    room = home
    place = PreparePart(room.ids["coming"], Part.WHO_COMES)
    room.window.start_at(place)
    room.rest()
    page = room.window.page
    assert page is not None
    box = page.first_field()
    assert box is not None
    box.setFocus()
    page.body.bring_into_view(box)
    scrolled = page.body.verticalScrollBar().value()
    assert scrolled > 0
    room.window.go(Settings())
    room.rest()
    room.window.back()
    room.rest()
    assert room.window.focusWidget() is box
    assert page.body.verticalScrollBar().value() == scrolled


def test_whoever_comes_anew_begins_at_the_heading(home: Room) -> None:
    room = home
    for place in (Help(), Home(), Help()):
        room.window.go(place)
        room.rest()
        page = room.window.page
        assert page is not None
        assert page.body.verticalScrollBar().value() == 0
        page.body.verticalScrollBar().setValue(300)


def test_what_is_typed_stays_in_sight_when_the_text_grows(qapp: QApplication, home: Room) -> None:
    room = home
    room.go(WriteNote(room.ids["mia"]))
    box = room.window.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_A)
    theme.apply(qapp, theme.Look("light", 200))
    room.rest()
    assert room.window.focusWidget() is box
    assert not box.visibleRegion().isEmpty()
