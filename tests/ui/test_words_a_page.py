"""What counts as a word of a page, as `words_on_page` says. That no page has more than 150: `test_every_place`."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.words_on_page import ROWS_READ, count_of, words_on
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel


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
