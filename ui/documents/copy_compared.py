"""The copy of a PEP beside what the carer wrote that evening: what differs, what one has alone, what is the same."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from carer_app.jobs import copy_against_record
from carer_app.jobs.copy_against_record import CopyRead
from carer_app.typed_dates import say_day
from carer_app.use_cases import comparing_copy, following_up, planning
from carer_app.use_cases.comparing_copy import ComparedRow, CopyAction, HowCompared, MachineWords
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CopyCompared, PepCopyPlace, ReadDocument
from ui.base.records import Undo
from ui.parts.few_lines import FewLines
from ui.parts.for_a_minute import copy_for_a_minute
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.tag import Kind, Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

AT_ONCE = 4
_OfCopy = tuple[str, tuple[MachineWords, ...]]
"""What was read: the fingerprint of the copy, and the words in its pictures that were known then."""
_TAGS: dict[HowCompared, tuple[str, Kind]] = {
    "differs": (_("Not the same"), "warn"),
    "worded": (_("Other words: look"), "info"),
    "only_copy": (_("Only in the copy"), "info"),
    "only_mine": (_("Not found in the copy"), "warn"),
    "same": (_("In both"), "ok"),
}


class CopyComparedPage(Page):
    """The copy is read each time one comes here. Nothing of it is kept unless the carer takes it."""

    def __init__(self, house: House, place: CopyCompared) -> None:
        self.meeting_id = place.meeting_id
        self._found: tuple[CopyAction, ...] | None = None
        self._unread, self._up_to = False, 0
        self._reading: _OfCopy | None = None
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("The copy and what I wrote"),
            _("Found by the computer, which can miss things. Read the copy too."),
        )
        self.add_summary()
        self.read = Button(_("Read the copy"), icon="book-open")
        self.read.clicked.connect(self._on_read)
        self.to_copy = Button(_("See where the copy is kept"))
        self.to_copy.clicked.connect(self.go_to(PepCopyPlace(self.meeting_id)))
        self.told = PlainLabel("", kind="strong")
        self.rows: Rows[ComparedRow] = Rows(lambda _id: _RowCard(self), self.read, gap=12, at_once=AT_ONCE)
        self.same: Rows[ComparedRow] = Rows(lambda _id: _RowCard(self), self.read, gap=12, at_once=AT_ONCE)
        self.same_fold = Opens("", self.same)
        for each in (self.told, WrapRow(self.read, self.to_copy), self.rows, self.same_fold):
            self.column.addWidget(each)
        self.records.closed.connect(self._forget)

    def refresh(self) -> None:
        child = self.records.read(planning.meeting_facts, self.meeting_id).child
        self.rename(_("{child}: the copy and what I wrote").format(child=child))
        known = self.records.read(comparing_copy.to_compare, self.meeting_id, self.today())
        self.read.setVisible(known.paper is not None)
        self.to_copy.setVisible(known.paper is None)
        if known.paper is None:
            self._forget()
        elif (of_copy := (known.paper.fingerprint, known.machine)) != self._reading:
            # Of the same copy more words became known: what was found stays until more is.
            if self._reading is None or self._reading[0] != known.paper.fingerprint:
                self._forget()
            self._reading = of_copy
            self.show_problems([])
            work = partial(copy_against_record.agreed_in_paper, known, self.records.papers)
            self.records.run(work, partial(self._on_found, of_copy), partial(self._on_failed, of_copy))
        self._show()

    def add(self, row: ComparedRow) -> None:
        """Write down here too what only the copy has."""
        assert row.copy is not None
        self.records.change(
            comparing_copy.add_from_copy,
            self.meeting_id,
            row.copy,
            self.today(),
            undo=Undo(
                _("It is written down here too."),
                comparing_copy.take_back_from_copy,
                (self.meeting_id, row.copy, self.today()),
            ),
        )

    def take_day(self, row: ComparedRow) -> None:
        """The day of the copy counts here too."""
        assert row.own is not None
        self.records.change(
            following_up.change_due,
            row.own.id,
            row.day,
            self.today(),
            undo=Undo(
                _("The day of the copy stands here now."),
                following_up.change_due,
                (row.own.id, row.own.due_on, self.today()),
            ),
        )

    def copy_words(self, row: ComparedRow) -> None:
        """The words that ask for it to be added, for a minute."""
        copy_for_a_minute(self.records, row.words)
        self.said.emit(_("Copied. Paste it within a minute."))

    def _show(self) -> None:
        rows: tuple[ComparedRow, ...] = ()
        if self._found:
            known = self.records.read(comparing_copy.to_compare, self.meeting_id, self.today())
            pairs = copy_against_record.most_alike(known.own, self._found)
            rows = self.records.read(
                comparing_copy.compared, self.meeting_id, self._found, pairs, self.today()
            )
        same = [row for row in rows if row.how == "same"]
        self.told.setText(self._what_to_say(rows))
        self.told.show()
        self.rows.show_rows([row for row in rows if row.how != "same"])
        self.same.show_rows(same)
        self.same_fold.say(plural("In both: {count}", "In both: {count}", len(same)))
        self.same_fold.setVisible(bool(same))

    def _what_to_say(self, rows: tuple[ComparedRow, ...]) -> str:
        if self._reading is None:
            return _("No copy is kept here yet, so there is nothing to compare.")
        if self._found is None:
            return _("Reading the copy …")
        beyond = (
            _("It was looked through as far as page {page} only.").format(page=self._up_to)
            if self._up_to
            else ""
        )
        if not self._found:
            said = (
                _("The words on these pages are not known yet.")
                if self._unread
                else _("No list of actions was found in the copy.")
            )
            return f"{said} {beyond}".strip()
        other = sum(row.how != "same" for row in rows)
        said = (
            plural("{count} thing to look at.", "{count} things to look at.", other)
            if other
            else _(
                "Each thing you wrote has a line in the copy. No other day, name or number was found there."
            )
        )
        unread = _("The words on some pages are not known yet.") if self._unread else ""
        return " ".join(part for part in (said, unread, beyond) if part)

    def _on_found(self, of_copy: "_OfCopy", read: CopyRead) -> None:
        if of_copy != self._reading:
            return
        before = self.told.words()
        self._found, self._unread, self._up_to = read.found, bool(read.unread), read.up_to
        self._show()
        if self.told.words() != before:
            announce(self, self.told.words())

    def _on_failed(self, of_copy: "_OfCopy", sentence: str) -> None:
        if of_copy != self._reading:
            return
        self._show_nothing()
        self.show_problems([(sentence, self.read)])

    def _show_nothing(self) -> None:
        """What was said of the copy counts no longer. It is read again the next time that one comes here."""
        self._forget()
        self.told.hide()
        self.told.setText("")
        self.rows.show_rows([])
        self.same.show_rows([])
        self.same_fold.hide()

    def _forget(self) -> None:
        self._reading, self._found, self._unread, self._up_to = None, None, False, 0

    def _on_read(self) -> None:
        known = self.records.read(comparing_copy.to_compare, self.meeting_id, self.today())
        if known.paper is not None:
            self.go.emit(ReadDocument(known.document_id))


class _RowCard(Card):
    """One thing: how it compares, what the copy has, what the carer has, and what can be done."""

    def __init__(self, page: CopyComparedPage) -> None:
        super().__init__()
        self._page = page
        self._row: ComparedRow | None = None
        self.tag = Tag("", "info")
        self.what = PlainLabel("", kind="strong")
        self.lines = FewLines()
        self.add = Button(_("Write it down here too"), icon="plus")
        self.add.clicked.connect(lambda: self._do(page.add))
        self.take_day = Button(_("Use the copy’s day"))
        self.take_day.clicked.connect(lambda: self._do(page.take_day))
        self.copy = Button(_("Copy words that ask for it"), icon="copy")
        self.copy.clicked.connect(lambda: self._do(page.copy_words))
        for part in (WrapRow(self.tag), self.what, self.lines, WrapRow(self.add, self.take_day, self.copy)):
            self.body.addWidget(part)

    def show_row(self, _number: int, row: ComparedRow) -> None:
        """Nothing changes where the row is the same."""
        if row == self._row:
            return
        self._row = row
        words, kind = _TAGS[row.how]
        self.tag.show_as(words, kind)
        what = row.own.what if row.own is not None else row.copy.what if row.copy is not None else ""
        self.what.setText(what)
        self.lines.show_lines(_lines(row))
        self.add.setVisible(row.how == "only_copy")
        self.take_day.setVisible(row.day is not None and row.own is not None)
        self.copy.setVisible(bool(row.words))
        for button in (self.add, self.take_day, self.copy):
            button.setAccessibleName(_("{button}: {what}").format(button=button.words(), what=what))

    def _do(self, what: Callable[[ComparedRow], None]) -> None:
        assert self._row is not None
        what(self._row)

    def first_box(self) -> QWidget:
        shown = (self.add, self.take_day, self.copy)
        return next((each for each in shown if each.isVisibleTo(self)), self)


def _lines(row: ComparedRow) -> list[str]:
    lines = list(row.differs)
    if row.copy is not None:
        parts = (row.copy.what if row.own is not None else "", row.copy.who, row.copy.when)
        said = " · ".join(part for part in parts if part)
        if said:
            lines.append(_("In the copy, page {page}: {said}").format(page=row.copy.page, said=said))
    if row.own is None and row.says_nobody:
        lines.append(
            _("The copy does not say clearly who does it. If you write it down here, it says “Someone else”.")
        )
    if row.own is not None and not row.differs:
        due = say_day(row.own.due_on) if row.own.due_on else _("no day")
        lines.append(_("Here: {who}, {day}").format(who=row.own.who, day=due))
    return lines
