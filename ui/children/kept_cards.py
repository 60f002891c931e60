"""Cards of a child’s page: what is agreed, papers, notes and what is to keep. Of each a little, and the way to it."""

from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases.adding_actions import AddTo
from carer_app.use_cases.filing import CopyRow
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.next_letter import NextLetter
from carer_app.use_cases.writing_notes import NoteRow
from carer_app.words import _, plural
from ui.base.page import Page
from ui.base.places import (
    Actions,
    ChildsBook,
    Documents,
    LettersPlace,
    NotesOf,
    WhatIHoldPlace,
    WriteNote,
)
from ui.parts.add_an_action import where_it_is_added
from ui.parts.copy_button import CopyButton
from ui.parts.few_lines import SHOWN, FewLines
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel

MOST = 90
"""So many letters of a note stand in its line."""


class AgreedCard(Card):
    """The open actions, soonest first."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("What is agreed"))
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
        self.open.setText(words if still_open else _("No actions are open."))
        # A few stand here, each with who owes it; where nothing was ever agreed, the button says enough.
        self.open.setVisible(bool(actions) and not 0 < len(still_open) <= SHOWN)
        self.few.show_lines([_agreed(action) for action in still_open])

    def _on_add(self) -> None:
        self._page.go.emit(where_it_is_added(self._add_to))


class PapersCard(Card):
    """The copies of this child's PEPs, newest first."""

    def __init__(self, page: Page, otherwise: QWidget) -> None:
        super().__init__(_("Papers"))
        self._may_be_shown = not page.records.forgets
        self._page = page
        self.rows: Rows[CopyRow] = Rows(self._new, otherwise, gap=8)
        self.body.addWidget(self.rows)
        self.see = Button(_("See all"), kind="quiet", icon="folder", name=_("See all the papers"))
        self.see.clicked.connect(page.go_to(Documents()))
        self.actions(self.see)

    def show_copies(self, copies: list[CopyRow]) -> None:
        """Show the newest; the card is away where no meeting was held yet."""
        self.rows.show_rows(copies[:SHOWN])
        self.see.setVisible(len(copies) > SHOWN)
        self.setVisible(bool(copies) and self._may_be_shown)

    def _new(self, meeting_id: int) -> CopyButton:
        return CopyButton(self._page, meeting_id)


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
        super().__init__()
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
