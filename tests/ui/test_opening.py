"""Every page opens at its heading, with the keyboard where a carer would begin, on screens of every size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from carer_app.choices import Part
from tests.ui.opening import wrong_at_opening
from tests.ui.test_every_place import CASES, OUTSIDE, WITHOUT_IDS, Room, name_of, place_of
from tests.ui.visit import elsewhere
from ui.base.places import Help, Home, PreparePart, Settings, WriteNote
from ui.look import theme
from ui.widgets.text import Heading

SCREENS = ((1366, 768), (1024, 700))
"""With the biggest text. As small a window with the usual text: `tests/ui/test_every_place.py`."""
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
def test_a_page_opens_at_its_heading_when_text_is_big(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    room = rooms(case[0])
    room.window.let_go_of_pages()
    theme.apply(qapp, theme.Look("light", 200))
    found, place = [], place_of(room, *case)
    room.window.resize(*SCREENS[0])
    room.go(place)
    for size in SCREENS:
        if room.window.size() != QSize(*size):
            room.window.start_at(elsewhere(place))  # opened anew, in a window of another size
            room.window.resize(*size)
            room.window.start_at(place)
            room.rest()
        found += [f"{size}: {wrong}" for wrong in wrong_at_opening(room)]
    assert found == []


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
