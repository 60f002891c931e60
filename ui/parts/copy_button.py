"""The copy of one PEP, as a row: where it is, and the way there."""

from PySide6.QtWidgets import QWidget

from carer_app.jobs.photos_that_wait import NotOpened
from carer_app.typed_dates import say_short
from carer_app.use_cases.pep_copies import CopyRow
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import PepCopyPlace, ReadDocument
from ui.parts.not_opened import not_opened_tag, why_not_opened
from ui.widgets.buttons import RowButton
from ui.widgets.tag import Tag


class CopyButton(RowButton):
    """One copy: opens it where it is stored here, and otherwise says where it is."""

    def __init__(self, page: Page, _meeting_id: int) -> None:
        super().__init__("")
        self._page = page
        self._row: CopyRow | None = None
        self._why_not: NotOpened | None = None
        self.clicked.connect(self._open)

    def show_row(self, _number: int, row: CopyRow) -> None:
        """Nothing changes where the row is the same."""
        why = why_not_opened(self._page.records, row.document_id)
        if (row, why) == (self._row, self._why_not):
            return
        self._row, self._why_not = row, why
        words = _("PEP of {day}").format(day=say_short(row.held_on, with_year=True))
        self.show_as(words, _detail(row), not_opened_tag(why) or _tag(row))
        self.setAccessibleName(f"{self.accessibleName()}: {row.child}")

    def first_box(self) -> QWidget:
        return self

    def _open(self) -> None:
        if self._row is None:
            return
        if self._row.document_id is not None:
            self._page.go.emit(ReadDocument(self._row.document_id))
        else:
            self._page.go.emit(PepCopyPlace(self._row.meeting_id))


def _detail(row: CopyRow) -> str:
    if row.document_id is not None:
        return _("Read it")
    if row.has_come:
        return _("See or change where it is")
    day = say_short(row.expected_by, with_year=True)
    if row.is_late:
        return _("It should have come by {day} · Ask for it").format(day=day)
    return _("It should come by {day} · Ask for it").format(day=day)


def _tag(row: CopyRow) -> Tag:
    if row.document_id is not None:
        return Tag(_("Stored here, locked"), "ok", "lock")
    if row.has_come:
        return Tag(row.place.words, "ok", "circle-check")
    if row.is_late:
        return Tag(_("Not here yet"), "warn", "clock")
    return Tag(_("Not here yet"), "info", "hourglass")
