"""Where a carer is when a page opens, is come back to, or changes its text size. Every page: `test_every_place`."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from carer_app.choices import Part
from tests.ui.test_every_place import Room
from ui.base.places import Help, Home, PreparePart, Settings, WriteNote
from ui.look import theme
from ui.widgets.text import Heading


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room("ordinary", tmp_path_factory.mktemp("ordinary"))
    made.window.show()
    yield made
    made.close()
    theme.apply(qapp, theme.Look())


@pytest.fixture
def home(qapp: QApplication, room: Room) -> Iterator[Room]:
    """The window over an ordinary household, at Home, with big text: there is much to scroll."""
    theme.apply(qapp, theme.Look("light", 200))
    room.window.resize(1024, 700)
    room.go(Home())
    yield room
    room.window.let_go_of_pages()


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
    theme.apply(qapp, theme.Look())
    room.go(WriteNote(room.ids["mia"]))
    box = room.window.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    QTest.keyClick(room.window.windowHandle(), Qt.Key.Key_A)
    theme.apply(qapp, theme.Look("light", 200))
    room.rest()
    assert room.window.focusWidget() is box
    assert not box.visibleRegion().isEmpty()
