"""Notes between meetings, offered where they belong when the next meeting is got ready for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.text import Heading


class FromNotes(QWidget):
    """One button a note; pressing it hands the note to `use`. Nothing is shown where there is none."""

    def __init__(self, use: Callable[[NoteRow], None]) -> None:
        super().__init__()
        self._use = use
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))
        self._column.addWidget(Heading(_("From your notes"), level=3))
        self.buttons: dict[int, Button] = {}
        self._shown: list[NoteRow] = []
        self.hide()

    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """Offer exactly these."""
        self.setVisible(bool(notes))
        if list(notes) == self._shown:
            return
        self._shown = list(notes)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for note in notes:
            day = say_short(note.on_day)
            day = day[:1].upper() + day[1:]
            words = _("{day}: {words}").format(day=day, words=" ".join(note.seen.split()))
            button = Button(words, kind="quiet", icon="plus", name=_("Add: {words}").format(words=words))
            button.clicked.connect(partial(self._on_use, note))
            self.buttons[note.id] = button
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_use(self, note: NoteRow, _pressed: bool = False) -> None:
        self._use(note)
