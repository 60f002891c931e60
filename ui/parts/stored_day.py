"""A day that is saved as soon as it is one; until then what is typed is kept as a draft."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ui.widgets.date_field import DateField
from ui.widgets.field import Field

if TYPE_CHECKING:
    from ui.page import Page


class StoredDay:
    """Ties a date box of a page to one stored day. `save` gets the day, or None for an emptied box.

    `save` answers False where a rule said no; then what was typed stays in the box, with the sentence.
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
        page.stored_days[name] = self
        box.changed.connect(self._on_typed)
        box.settled.connect(self._on_settled)

    def show(self, stored: date | None) -> None:
        """Show what is stored, or what is half typed. A box with the keyboard in it is left alone."""
        self._stored = stored
        draft = self._page.drafts().get(self._name, "")
        self._drafted = draft
        if self._box.line.hasFocus() and self._box.raw():
            return
        if draft:
            self._box.set_raw(draft)
            self._field.show_error(self._box.problem())
        else:
            self._box.set_value(stored)
            self._field.clear_error()

    def _on_typed(self) -> None:
        """Each key: what is typed is kept at once, so that not even a power cut loses it."""
        raw = self._box.raw()
        if raw != self._drafted:
            self._drafted = raw
            self._page.keep_draft(self._name, raw)

    def _on_settled(self) -> None:
        if self._box.problem():
            self._field.show_error(self._box.problem())
            return
        self._field.clear_error()
        value = self._box.value()
        if value != self._stored and not self._save(value):
            return
        self._stored = value
        if self._drafted:
            self._drafted = ""
            self._page.keep_draft(self._name, "")
