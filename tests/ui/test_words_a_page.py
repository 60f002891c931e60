"""At the usual text size no page for carers has more than 150 words; what is more is a press away.

What counts as a word stands in `words_on_page`.
"""

from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from carer_app.texts.leaflets import leaflets
from tests.ui.test_every_place import USUAL, Room
from tests.ui.words_on_page import ROWS_READ, count_of, own_sentences, words_on
from ui.base.places import OUTSIDE, ChildRecord, LeafletPlace, Place
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

MOST = 150


@pytest.fixture(scope="module")
def counted(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """How many words each page for carers has, in a household that is lived in."""
    theme.apply(qapp, theme.Look())
    room = Room("ordinary", tmp_path_factory.mktemp("words"))
    room.window.resize(*USUAL)
    room.window.show()
    own = own_sentences(room.vault)
    outside = [place() for place in OUTSIDE if place is not LeafletPlace]
    counts = {}
    others = [ChildRecord(room.ids["jordan"])]  # with a meeting that was held, and what was agreed there
    for place in [*room.places(), *others, *outside, *(LeafletPlace(each.key) for each in leaflets())]:
        if place.is_closed_room:
            continue  # a child reads it: `test_childs_sentences`
        room.go(place)
        assert room.window.page is not None
        counts[_name(place)] = max(words_on(room.window.page, own), counts.get(_name(place), 0))
    yield counts
    room.close()


def _name(place: Place) -> str:
    """The place, and which of its kind."""
    which = [getattr(place, each.name) for each in fields(place) if not each.name.endswith("_id")]
    return " ".join([type(place).__name__, *(str(each) for each in which if each != "")])


def test_no_page_for_carers_has_more_than_150_words(counted: dict[str, int]) -> None:
    assert len(counted) > 90
    assert {name: words for name, words in counted.items() if words > MOST} == {}


# What counts


def test_a_sentence_of_the_carers_own_does_not_count_and_a_name_does() -> None:
    own = {"They run off when we play."}
    assert count_of("Mia said this on 3 March: “They run off when we play.”", own) == 6


def test_what_is_folded_away_does_not_count(qapp: QApplication) -> None:
    more = Opens("the dates", PlainLabel("Where the rules come from"))
    assert words_on(more, set()) == 1
    more.button.click()
    assert words_on(more, set()) == 1 + 5


def test_only_the_first_rows_of_a_list_count(qapp: QApplication) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    rows: Rows[_Read] = Rows(lambda _number: _Row(), lambda: page)
    column.addWidget(rows)
    rows.show_rows([_Read(number) for number in range(9)])
    assert words_on(page, set()) == ROWS_READ * 2


class _Read:
    def __init__(self, number: int) -> None:
        self.id = number


class _Row(Button):
    def __init__(self) -> None:
        super().__init__("")

    def show_row(self, number: int, _read: _Read) -> None:
        """Show it."""
        self.setText(f"Row {number}")

    def first_box(self) -> Button:
        """Itself."""
        return self
