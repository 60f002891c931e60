"""What does not fit in stored school dates and nobody has looked at: each sentence with its button."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.open_doubts import OpenDoubt
from carer_app.words import _
from ui.children.box_of_a_day import LOOKED
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True, slots=True)
class DoubtShown:
    """A doubt with the number of its row."""

    id: int
    doubt: OpenDoubt


class DoubtRow(QWidget):
    """One sentence, and that it was looked at."""

    def __init__(self, looked: Callable[[OpenDoubt], None]) -> None:
        super().__init__()
        self._doubt: OpenDoubt | None = None
        self._looked = looked
        self.words = PlainLabel("")
        self.looked = Button(LOOKED, icon="check")
        self.looked.clicked.connect(self._on_looked)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.words)
        column.addWidget(WrapRow(self.looked))

    def show_row(self, number: int, row: DoubtShown) -> None:
        """Show the sentence, as so many-th of the list."""
        self._doubt = row.doubt
        self.words.setText(row.doubt.sentence)
        self.looked.setAccessibleName(_("{looked}: number {number}").format(looked=LOOKED, number=number))
        self.looked.setAccessibleDescription(row.doubt.sentence)

    def first_box(self) -> QWidget:
        """What the keyboard comes to first."""
        return self.looked

    def _on_looked(self) -> None:
        if self._doubt is not None:
            self._looked(self._doubt)


class DoubtsCard(Card):
    """Nothing where there is nothing to look at."""

    def __init__(self, looked: Callable[[OpenDoubt], None], otherwise: Callable[[], QWidget]) -> None:
        super().__init__(_("Please check this"))
        self._ids: dict[str, int] = {}
        self.rows: Rows[DoubtShown] = Rows(lambda _row_id: DoubtRow(looked), otherwise)
        self.body.addWidget(self.rows)

    def show_doubts(self, doubts: Sequence[OpenDoubt]) -> None:
        """Show exactly these."""
        self.rows.show_rows(
            [DoubtShown(self._ids.setdefault(each.sentence, len(self._ids) + 1), each) for each in doubts]
        )
        self.setVisible(bool(doubts))
