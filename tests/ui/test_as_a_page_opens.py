"""What `test_every_place` does not open as it asks how a page opens: pages outside, a child's own, and a few more."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.texts.leaflets import leaflets
from tests.ui.first_paint import lying, moved_since
from tests.ui.opening import wrong_at_opening
from tests.ui.test_every_place import WITH_IDS, WITHOUT_IDS, Room, name_of, place_of
from tests.ui.visit import SMALL, SMALLEST, opened
from tests.ui.words_on_page import too_many_words
from ui.base.places import OUTSIDE, ChildRecord, LeafletPlace, Place
from ui.look import theme
from ui.widgets.text import PlainLabel

BIG = theme.Look("light", 200)
"""In other colours things lie where they lay."""
BIG_CASES = [
    *(("ordinary", number) for number, place in enumerate(WITH_IDS) if place.is_closed_room),
    *(("nothing", len(WITHOUT_IDS) + number) for number in range(len(OUTSIDE))),
]
ALSO: dict[str, Callable[[Room], Place]] = {
    # with a meeting that was held, and what was agreed there
    "ChildRecord-jordan": lambda room: ChildRecord(room.ids["jordan"]),
    **{f"LeafletPlace-{each.key}": lambda _room, key=each.key: LeafletPlace(key) for each in leaflets()},
    **{each.__name__: lambda _room, kind=each: kind() for each in OUTSIDE if each is not LeafletPlace},
}
"""What a carer reads besides."""


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Room]]:
    """One window over a household and one over nothing, made when first asked for."""
    made: dict[str, Room] = {}

    def room(kind: str) -> Room:
        if kind not in made:
            made[kind] = Room(kind, tmp_path_factory.mktemp(kind))
            made[kind].window.show()
        return made[kind]

    theme.apply(qapp, theme.Look())
    yield room
    for each in made.values():
        each.close()
    theme.apply(qapp, theme.Look())


@pytest.mark.parametrize("which", ALSO)
def test_no_other_page_for_carers_has_more_than_150_words(
    qapp: QApplication, rooms: Callable[[str], Room], which: str
) -> None:
    theme.apply(qapp, theme.Look())
    room = rooms("ordinary")
    page, _first = opened(room, ALSO[which](room), SMALL)
    assert list(too_many_words(page, room.own)) == []


def test_what_comes_later_is_found(qapp: QApplication, rooms: Callable[[str], Room]) -> None:
    """The test itself: a page that shows something a moment later is told."""
    theme.apply(qapp, theme.Look())
    room = rooms("ordinary")
    page, first = opened(room, room.places()[0], SMALL)
    assert first.lay == lying(page)
    assert list(moved_since(first, page)) == []
    page.column.insertWidget(0, PlainLabel("later"))
    room.rest()
    assert first.lay != lying(page)
    assert any("later" in each for each in moved_since(first, page))


@pytest.mark.parametrize("case", BIG_CASES, ids=name_of)
@pytest.mark.parametrize("size", [SMALL, SMALLEST])
def test_when_text_is_big_a_page_opens_at_its_heading(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int], size: tuple[int, int]
) -> None:
    room = rooms(case[0])
    theme.apply(qapp, BIG)
    opened(room, place_of(room, *case), size)
    assert list(wrong_at_opening(room)) == []
