"""Every page as it opens, in a household that is lived in, at the usual text size and at the biggest.

Each is opened once in each size of the window, and everything that is asked of a page just opened is asked of it then:
whether anything moves (`first_paint`), whether it opens at its heading (`opening`), what the eye meets (`page_edges`),
and how many words it has (`words_on_page`). Whatever else is asked of every place: `test_every_place`.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.texts.leaflets import leaflets
from tests.ui import page_edges
from tests.ui.first_paint import FirstPaint, lying, moved_since
from tests.ui.opening import wrong_at_opening
from tests.ui.test_every_place import WITH_IDS, WITHOUT_IDS, Room, name_of, place_of
from tests.ui.visit import SMALL, elsewhere
from tests.ui.words_on_page import own_sentences, words_on
from ui.base.page import Page
from ui.base.places import OUTSIDE, ChildRecord, LeafletPlace, Place
from ui.look import theme
from ui.widgets.text import PlainLabel

BIG = theme.Look("light", 200)
"""In other colours things lie where they lay."""
SMALLEST = (1024, 700)
MOST_WORDS = 150
LIVED_IN = range(len(WITH_IDS))
BIG_CASES = [
    *(("ordinary", number) for number in LIVED_IN),
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


@pytest.fixture(scope="module")
def own(rooms: Callable[[str], Room]) -> set[str]:
    """What the carer and the child wrote themselves is as long as it is."""
    return own_sentences(rooms("ordinary").vault)


def opened(room: Room, place: Place, size: tuple[int, int]) -> tuple[Page, FirstPaint]:
    """A page just opened in a window of this size, and how it was when it was drawn for the first time."""
    room.window.start_at(elsewhere(place))
    room.window.let_go_of_unseen_pages()
    room.window.resize(*size)
    room.rest()
    room.window.start_at(place)
    page = room.window.page
    assert page is not None
    first = FirstPaint(page)
    room.rest()
    return page, first


def too_many_words(page: Page, own: set[str]) -> Iterator[str]:
    """A child's pages have a rule of their own: `test_childs_sentences`."""
    count = words_on(page, own)
    if count > MOST_WORDS:
        yield f"{count} words"


Found = dict[str, list[str]]
"""What was found wrong, by what was asked."""


def only_wrong(asked: dict[str, Iterator[str]]) -> Found:
    """Ask, and keep what was found."""
    return {question: wrong for question, problems in asked.items() if (wrong := list(problems))}


@pytest.mark.parametrize("number", LIVED_IN, ids=lambda number: name_of(("ordinary", number)))
def test_at_the_usual_text_size_nothing_moves_all_is_in_line_and_a_page_has_150_words_at_most(
    qapp: QApplication, rooms: Callable[[str], Room], own: set[str], number: int
) -> None:
    room = rooms("ordinary")
    place = room.places()[number]
    if place.is_closed_room:
        pytest.skip("the child's part has pages of its own")
    theme.apply(qapp, theme.Look())
    page, first = opened(room, place, SMALL)
    found = only_wrong({
        "nothing moves after a page is drawn for the first time": moved_since(first, page),
        **{question: check(page) for question, check in page_edges.CHECKS.items()},
        "no page for carers has more than 150 words": too_many_words(page, own),
    })  # fmt: skip
    assert found == {}


@pytest.mark.parametrize("which", ALSO)
def test_no_other_page_for_carers_has_more_than_150_words(
    qapp: QApplication, rooms: Callable[[str], Room], own: set[str], which: str
) -> None:
    theme.apply(qapp, theme.Look())
    room = rooms("ordinary")
    page, _first = opened(room, ALSO[which](room), SMALL)
    assert list(too_many_words(page, own)) == []


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
def test_when_text_is_big_a_page_opens_at_its_heading_and_nothing_moves_or_is_covered(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    room = rooms(case[0])
    place = place_of(room, *case)
    theme.apply(qapp, BIG)
    page, first = opened(room, place, SMALL)
    asked = {"a page opens at its heading": wrong_at_opening(room)}
    if case[0] == "ordinary" and not place.is_closed_room:
        asked["nothing moves after a page is drawn for the first time"] = moved_since(first, page)
        asked["a line covers no words of a child and no main button"] = page_edges.covered(page)
    found = only_wrong(asked)
    opened(room, place, SMALLEST)
    found |= only_wrong({"a page opens at its heading in the smallest window": wrong_at_opening(room)})
    assert found == {}
