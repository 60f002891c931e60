"""A day that is saved as soon as it is one; until then what is typed is kept as a draft."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.announce import announce
from ui.widgets.date_field import DateField
from ui.widgets.field import Field

if TYPE_CHECKING:
    from ui.base.page import Page


class StoredDay:
    """Ties a date box of a page to one stored day. `save` gets the day, or None for an emptied box.

    `save` answers False where a rule said no, or something is asked first; then what was typed stays in the box,
    with the sentence.
    """

    def __init__(
        self,
        page: "Page",
        name: str,
        field: Field,
        box: DateField,
        save: Callable[[date | None], bool],
    ) -> None:
        self._page = page
        self._name = name
        self._field = field
        self._box = box
        self._save = save
        self._stored: date | None = None
        self._drafted = ""
        self._typing = False
        self._refused: dict[str, str] = {}
        page.stored_days[name] = self
        box.changed.connect(self._on_typed)
        box.settled.connect(self._on_settled)
        box.destroyed.connect(self._on_gone)

    def _on_gone(self) -> None:
        """A row that is taken away takes its day along, unless it was made anew meanwhile."""
        if self._page.stored_days.get(self._name) is self:
            del self._page.stored_days[self._name]

    def show(self, stored: date | None) -> None:
        """Show what is stored, or what is half typed. A box that is being typed in is left alone."""
        self._stored = stored
        draft = self._page.drafts().get(self._name, "")
        self._drafted = draft
        if self._typing:
            return
        if draft:
            self._box.set_raw(draft)
            self._say(self._box.problem() or self._refused.get(draft, ""))
        else:
            self._box.set_value(stored)
            self._field.clear_error()

    def is_unread(self) -> bool:
        """Whether something is typed that is no day (or no time)."""
        return bool(self._box.problem())

    def show_problem(self) -> tuple[str, QWidget]:
        """Say beside the box what is wrong with what is typed. Returns the sentence and the box."""
        self._say(self._box.problem())
        return self._box.problem(), self._box

    def _on_typed(self) -> None:
        """Each key: what is typed is kept at once, so that not even a power cut loses it."""
        self._typing = True
        raw = self._box.raw()
        if raw != self._drafted:
            self._drafted = raw
            self._page.keep_draft(self._name, raw)

    def _on_settled(self) -> None:
        self._typing = False
        if self._box.problem():
            self._field.show_error(self._box.problem())
            return
        value, raw = self._box.value(), self._box.raw()
        if value != self._stored:
            refusal = self._try_to_save(value)
            if refusal is not None:
                self._refused[raw] = refusal
                self._say(refusal)
                return
        self._field.clear_error()
        self._stored = value
        if self._drafted:
            self._drafted = ""
            self._page.keep_draft(self._name, "")
            self._box.set_value(value)

    def _try_to_save(self, value: date | None) -> str | None:
        """None where it was saved; otherwise the sentence that was said about it."""
        with self._page.records.problems_said_here() as said:
            if self._save(value):
                return None
        sentence = " ".join(said)
        if sentence:
            announce(self._box, sentence)
        return sentence

    def _say(self, sentence: str) -> None:
        if sentence:
            self._field.show_error(sentence)
        else:
            self._field.clear_error()
