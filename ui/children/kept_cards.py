"""Cards of a child’s page: what is agreed, papers, notes and what is to keep. Of each a little, and the way to it."""

from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases.adding_actions import AddTo
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.next_letter import NextLetter
from carer_app.use_cases.papers import PaperRow
from carer_app.use_cases.pep_copies import CopyRow
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import (
    Actions,
    AddPaper,
    ChildsBook,
    Documents,
    LettersPlace,
    NotesOf,
    ReadDocument,
    WhatIHoldPlace,
    WriteNote,
)
from ui.look import theme
from ui.parts.add_an_action import where_it_is_added
from ui.parts.copy_button import CopyButton
from ui.parts.few_lines import SHOWN, FewLines
from ui.parts.rows import Rows
from ui.widgets.buttons import Button, RowButton
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel

MOST = 90
"""So many letters of a note stand in its line."""


class AgreedCard(Card):
    """The open actions, soonest first."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Agreed actions"))
        self.open = PlainLabel("", kind="hint")
        self.body.addWidget(self.open)
        self.few = FewLines()
        self.body.addWidget(self.few)
        self.see = Button(_("See all"), kind="quiet", icon="list-checks", name=_("See all the actions"))
        self.see.clicked.connect(page.go_to(Actions()))
        self.add = Button(_("Add an action"), kind="quiet", icon="plus")
        self.add.clicked.connect(self._on_add)
        self._page = page
        self.actions(self.see, self.add)

    def show_actions(self, actions: list[ActionRow], add_to: AddTo) -> None:
        """Show what is still open. One more is added to a meeting that was held; where none is here yet, its day is
        asked first."""
        self.setVisible(bool(actions) or add_to.is_held or not self._page.records.forgets)
        self.see.setVisible(bool(actions))
        self._add_to = add_to
        still_open = [action for action in actions if action.is_open]
        mine = sum(action.is_mine for action in still_open)
        words = plural("{count} action is open.", "{count} actions are open.", len(still_open))
        if mine:
            words += " " + plural("{count} of them is yours.", "{count} of them are yours.", mine)
        if not still_open:
            words = _("No actions are open.") if actions or add_to.is_held else _("Nothing agreed yet.")
        self.open.setText(words)
        # A few stand here, each with who owes it.
        self.open.setVisible(not 0 < len(still_open) <= SHOWN)
        self.few.show_lines([_agreed(action) for action in still_open])

    def _on_add(self) -> None:
        self._page.go.emit(where_it_is_added(self._add_to))


@dataclass(frozen=True, slots=True)
class _KeptPaper:
    """A PEP copy, here or not, or any other paper."""

    row: CopyRow | PaperRow

    @property
    def id(self) -> str:
        return f"{'pep' if isinstance(self.row, CopyRow) else 'paper'} {self.row.id}"

    @property
    def day(self) -> date:
        return self.row.held_on if isinstance(self.row, CopyRow) else self.row.on or self.row.added_on


class PapersCard(Card):
    """The newest papers of this child of any kind, and where the copy of a PEP is."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("Papers"))
        self._may_be_shown = not page.records.forgets
        self._page = page
        self.add = Button(_("Add another"), kind="quiet", icon="file-plus", name=_("Add another paper"))
        self.add.clicked.connect(page.go_to(AddPaper(child_id)))
        self.rows: Rows[_KeptPaper] = Rows(self._new, self.add, gap=8)
        self.body.addWidget(self.rows)
        self.see = Button(_("See all"), kind="quiet", icon="folder", name=_("See all the papers"))
        self.see.clicked.connect(page.go_to(Documents()))
        self.actions(self.see, self.add)

    def show_papers(self, copies: list[CopyRow], papers: list[PaperRow]) -> None:
        """Show the newest; the card is away where there is none of any kind."""
        every = [*(_KeptPaper(each) for each in copies), *(_KeptPaper(each) for each in papers)]
        every.sort(key=lambda each: each.day, reverse=True)
        self.rows.show_rows(every[:SHOWN])
        self.see.setVisible(len(every) > SHOWN)
        self.setVisible(bool(every) and self._may_be_shown)

    def _new(self, row_id: str) -> "_PaperRow":
        noun, _space, number = row_id.partition(" ")
        if noun == "pep":
            return _PaperRow(CopyButton(self._page, int(number)))
        button = RowButton("")
        button.clicked.connect(self._page.go_to(ReadDocument(int(number))))
        return _PaperRow(button)


class _PaperRow(QWidget):
    def __init__(self, button: RowButton) -> None:
        super().__init__()
        self.button = button
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(button)

    def show_row(self, number: int, kept: _KeptPaper) -> None:
        """What it is called, and its day."""
        if isinstance(kept.row, CopyRow) and isinstance(self.button, CopyButton):
            self.button.show_row(number, kept.row)
        elif isinstance(kept.row, PaperRow):
            day = say_short(kept.row.on, with_year=True) if kept.row.on else _("Read it")
            self.button.show_as(kept.row.title, day)
            self.button.setAccessibleName(f"{kept.row.title}: {kept.row.child}")

    def first_box(self) -> QWidget:
        """The button."""
        return self.button


class NotesCard(Card):
    """The last notes, the newest first, and the way to write one."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("Notes"))
        self.few = FewLines()
        self.body.addWidget(self.few)
        self.write = Button(_("Write a note"), icon="pencil")
        self.write.clicked.connect(page.go_to(WriteNote(child_id)))
        self.see = Button(_("See all"), kind="quiet", name=_("See all the notes"))
        self.see.clicked.connect(page.go_to(NotesOf(child_id)))
        self.actions(self.write, self.see)

    def show_notes(self, notes: list[NoteRow]) -> None:
        """Show the newest."""
        self.see.setVisible(bool(notes))
        self.few.show_lines([_note(note) for note in notes])


class KeepCard(Card):
    """What stays: the child's own book, a letter when it is time for one, and what is held here."""

    def __init__(self, page: Page, child_id: int) -> None:
        super().__init__(_("Records"))
        self.due = PlainLabel("")
        self.body.addWidget(self.due)
        self.book = Button("", icon="book-open")
        self.book.clicked.connect(page.go_to(ChildsBook(child_id)))
        self.letters = Button("", icon="pencil")
        self.letters.clicked.connect(page.go_to(LettersPlace(child_id)))
        self.hold = Button(_("What I hold"), icon="file-text")
        self.hold.clicked.connect(page.go_to(WhatIHoldPlace(child_id)))
        self.actions(self.book, self.letters, self.hold)

    def show_letter(self, child: str, letter: NextLetter | None, today: date) -> None:
        """Whose it is, and whether it is time for a letter: until one is given."""
        self.book.setText(_("{child}’s own book").format(child=child))
        self.letters.setText(_("Letters to {child}").format(child=child))
        for button in (self.book, self.letters):
            button.setAccessibleName(button.words())
        self.hold.setAccessibleName(_("What I hold about {child}").format(child=child))
        is_due = letter is not None and letter.is_due(today)
        self.due.setVisible(is_due)
        self.letters.setVisible(is_due)
        if letter is not None and is_due:
            words = _("You could write {child} a letter. {since}")
            if letter.begun_on is not None:
                words = _("Your letter to {child} is begun. {since}")
            self.due.setText(words.format(child=child, since=letter.words(today)))


def _agreed(action: ActionRow) -> str:
    words = _("{who}: {what}").format(who=action.who, what=action.what)
    if action.waits_for_pep:
        return f"{words} · {_('for the next PEP')}"
    if action.due_on is None:
        return words
    by = _("was due {day}") if action.days_late else _("due {day}")
    return f"{words} · {by.format(day=say_short(action.due_on))}"


def _note(note: NoteRow) -> str:
    words = shorten(note.seen.strip() or note.think, MOST, placeholder="…")
    return f"{say_short(note.on_day)} · {words}"
