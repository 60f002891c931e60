"""Notes, and days without school, offered where they belong when the next meeting is got ready for."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases.days_since_meeting import FactToSay
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.text import Heading


class Offered(QWidget):
    """One button for each thing to add, beneath a heading. Nothing is shown where there is none."""

    def __init__(self, heading: str, take: Callable[[Hashable], None]) -> None:
        super().__init__()
        self._take = take
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(0, 0, 0, 0))
        self._column.addWidget(Heading(heading, level=3))
        self.buttons: dict[Hashable, Button] = {}
        self._shown: dict[Hashable, str] = {}
        self.hide()

    def offer(self, things: Mapping[Hashable, str]) -> None:
        """Offer exactly these, by their key."""
        self.setVisible(bool(things))
        if things == self._shown:
            return
        self._shown = dict(things)
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for key, words in things.items():
            button = Button(words, kind="quiet", icon="plus", name=_("Add: {words}").format(words=words))
            button.clicked.connect(partial(self._on_use, key))
            self.buttons[key] = button
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_use(self, key: Hashable, _pressed: bool = False) -> None:
        self._take(key)


class FromNotes(Offered):
    """Pressing one hands the note to `use`."""

    def __init__(self, use: Callable[[NoteRow], None]) -> None:
        super().__init__(_("From your notes"), lambda note_id: use(self._notes[note_id]))
        self._notes: dict[Hashable, NoteRow] = {}

    def show_notes(self, notes: Sequence[NoteRow]) -> None:
        """Offer exactly these."""
        self._notes = {note.id: note for note in notes}
        self.offer({note.id: _in_a_line(note) for note in notes})


class FromDays(Offered):
    """Pressing one hands the fact to `use`."""

    def __init__(self, use: Callable[[FactToSay], None]) -> None:
        super().__init__(_("Days you wrote down"), lambda kind: use(self._facts[kind]))
        self._facts: dict[Hashable, FactToSay] = {}

    def show_facts(self, facts: Sequence[FactToSay]) -> None:
        """Offer exactly these."""
        self._facts = {fact.kind: fact for fact in facts}
        self.offer({fact.kind: fact.words for fact in facts})


def _in_a_line(note: NoteRow) -> str:
    day = say_short(note.on_day)
    day = day[:1].upper() + day[1:]
    return _("{day}: {words}").format(day=day, words=" ".join(note.seen.split()))
