"""A household with nothing in it: each page says one thing, and leads on from there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.test_every_place import WITHOUT_IDS, Room, name_of
from ui.base.page import Page
from ui.look import theme
from ui.widgets.button import BackLink, Button
from ui.widgets.choice import Choices
from ui.widgets.empty_state import EmptyState

NO_STEP = {
    "RecentlyRemoved": "what was taken out comes back from here: where nothing was, there is nothing to do"
}
"""Which page leads nowhere but back, and why."""


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    theme.apply(qapp, theme.Look())
    made = Room("nothing", Path(tmp_path_factory.mktemp("nothing")))
    made.window.show()
    yield made
    made.close()


@pytest.mark.parametrize("number", range(len(WITHOUT_IDS)), ids=lambda number: name_of(("nothing", number)))
def test_a_page_with_nothing_on_it_says_one_thing_and_leads_on(room: Room, number: int) -> None:
    place = WITHOUT_IDS[number]
    room.go(place)
    page = room.window.page
    assert page is not None
    leads_nowhere = type(place).__name__ in NO_STEP
    assert bool(steps(page)) != leads_nowhere
    for empty in (each for each in page.findChildren(EmptyState) if each.isVisible()):
        assert empty.sentence.words().count(".") <= 2
        assert len(seen(empty, Button)) == (0 if leads_nowhere else 1)
        assert seen(page, Choices) == [], "there is nothing to choose among"


def steps(page: Page) -> list[QWidget]:
    """What one can press or fill in here, the way back aside."""
    return [each for each in seen(page, Button, QLineEdit) if not isinstance(each, BackLink)]


def seen(part: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """What can be seen of these kinds in it."""
    return [each for each in part.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
