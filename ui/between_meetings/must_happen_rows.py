"""What must happen, as rows: a title that opens what it says and what one can do, and from when it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases.must_happen import Due
from carer_app.words import _
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class MustHappenCard(Card):
    """Away where there is nothing that must happen. `known` says on what day it was looked up."""

    copy = Signal(object)
    """The words of one of them are to be copied."""

    def __init__(self, otherwise: QWidget) -> None:
        super().__init__(_("What must happen"))
        self.rows: Rows[Due] = Rows(self._make_row, otherwise, gap=8)
        self.known = PlainLabel("", kind="hint")
        self._titles: dict[str, str] = {}
        self.body.addWidget(self.rows)
        self.body.addWidget(self.known)

    def show_due(self, due: tuple[Due, ...], known: str) -> None:
        """Show these, in this order."""
        self._titles = {each.id: each.title for each in due}
        self.rows.show_rows(due)
        self.known.setText(known)
        self.setVisible(bool(due))

    def _make_row(self, key: str) -> "_DueRow":
        row = _DueRow(self._titles[key])
        row.copy.clicked.connect(lambda: self.copy.emit(row.due))
        return row


class _DueRow(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.when = PlainLabel("", kind="strong")
        self.says, self.ask = PlainLabel(""), PlainLabel("")
        self.to, self.words = Heading("", level=3), PlainLabel("")
        self.copy = Button(_("Copy"), icon="copy", name=_("Copy: {part}").format(part=title))
        self.due: Due | None = None
        parts = (self.says, self.ask, self.to, self.words, WrapRow(self.copy))
        self.more = Opens("", *parts, words=title, when_open=title)
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(self.more)
        column.addWidget(self.when)

    def show_row(self, _number: int, due: Due) -> None:
        self.when.setText(due.when)
        self.when.setVisible(bool(due.when))
        self.says.setText(due.says)
        self.ask.setText(due.ask)
        self.due = due
        self.to.setText(due.to)
        self.words.setText(due.words)
        for part in (self.to, self.words, self.copy):
            part.setVisible(bool(due.words))

    def first_box(self) -> QWidget:
        return self.more.button
