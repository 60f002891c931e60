"""Letters from the carer to the child: one being written, and those that were given."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from carer_app.typed_dates import say_day
from carer_app.use_cases import children, writing_to_the_child
from carer_app.use_cases.next_letter import next_letter
from carer_app.use_cases.writing_to_the_child import LetterRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import LettersPlace, LetterToPrint
from ui.base.records import Undo
from ui.parts.kept_text import KeptText
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class LettersPage(Page):
    """Twice a year is enough. A new one begins with the good things that were written down since the last."""

    def __init__(self, house: House, place: LettersPlace) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.child = self.records.read(children.child_name, self.child_id)
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Letters to {child}").format(child=self.child),
            _("Twice a year is enough. A new letter begins with your good news. Make it your own."),
        )
        self.next = PlainLabel("", kind="hint")
        self.column.addWidget(self.next)
        self.begin = Button(_("Begin a letter"), kind="main", icon="pencil")
        self.begin.clicked.connect(self._on_begin)
        self.column.addWidget(WrapRow(self.begin))
        self.rows: Rows[LetterRow] = Rows(
            lambda letter_id: _LetterCard(self, letter_id), self.begin, at_once=4, table="child_letter"
        )
        self.column.addWidget(self.rows)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh(self) -> None:
        rows = self.records.read(writing_to_the_child.letters, self.child_id)
        due = self.records.read(next_letter, self.child_id, self.today())
        self.next.setText(due.words(self.today()) if due is not None else "")
        self.next.setVisible(due is not None)
        # One at a time: what is not given yet is gone on with.
        self.begin.setVisible(all(row.given_on is not None for row in rows))
        self.rows.show_rows(rows)
        self.removed.look()

    def give(self, row: LetterRow) -> None:
        """The child has it; Undo takes that back."""
        words = _("{child} has the letter. It is in {child}’s own book now.").format(child=self.child)
        undo = Undo(words, writing_to_the_child.not_given, (row.id,))
        self.records.change(writing_to_the_child.give_letter, row.id, self.today(), undo=undo)

    def not_given(self, row: LetterRow) -> None:
        """It was not given after all."""
        words = _("The letter is not given yet.")
        undo = Undo(words, writing_to_the_child.give_letter, (row.id, row.given_on))
        self.records.change(writing_to_the_child.not_given, row.id, undo=undo)

    def take_out(self, row: LetterRow) -> None:
        """Take a letter out, with Undo."""
        undo = Undo(_("The letter was taken out."), writing_to_the_child.bring_letter_back, (row.id,))
        self.records.change(writing_to_the_child.remove_letter, row.id, self.today(), undo=undo)

    def _on_begin(self) -> None:
        made: list[int] = []
        begin = writing_to_the_child.begin_letter
        if self.records.change(begin, self.child_id, self.today(), then=made.append):
            self.rows.focus_row(made[0])
            self.rows.row(made[0]).text.moveCursor(
                QTextCursor.MoveOperation.EndOfBlock
            )  # not before “Dear …”


class _LetterCard(Card):
    """One letter: its box while it is written, its words once it was given."""

    def __init__(self, page: LettersPage, letter_id: int) -> None:
        super().__init__(" ")
        self._page, self._id = page, letter_id
        self._row: LetterRow | None = None
        self.text = KeptText(
            page.records, writing_to_the_child.write_letter, letter_id, lines=10, spelling=True
        )
        self.field = Field(_("Your words to {child}").format(child=page.child), self.text)
        self.words = PlainLabel("")
        self.see = Button(_("See it on paper"), icon="printer")
        self.see.clicked.connect(page.go_to(LetterToPrint(page.child_id, letter_id)))
        self.give = Button(_("I gave it to {child}").format(child=page.child), icon="check")
        self.give.clicked.connect(self._on_give)
        self.not_given = Button(_("It was not given yet"), kind="quiet")
        self.not_given.clicked.connect(lambda: page.not_given(self._given()))
        self.take_out = Button(_("Take it out"), kind="quiet", icon="trash-2")
        self.take_out.is_removal = True
        self.take_out.clicked.connect(lambda: page.take_out(self._given()))
        self.body.addWidget(self.field)
        self.body.addWidget(self.words)
        self.actions(self.see, self.give, self.not_given, self.take_out)

    def show_row(self, _number: int, row: LetterRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._row = row
        assert self.heading is not None
        if row.given_on is None:
            words = _("Begun on {day}").format(day=say_day(row.begun_on))
        else:
            words = _("Given on {day}").format(day=say_day(row.given_on))
        self.heading.setText(words)
        is_given = row.given_on is not None
        self.text.show_stored(row.text)
        self.words.setText(row.text)
        self.field.setVisible(not is_given)
        self.words.setVisible(is_given)
        self.give.setVisible(not is_given)
        self.not_given.setVisible(is_given)
        for button in (self.see, self.give, self.not_given, self.take_out):
            button.setAccessibleName(f"{button.words()}: {words}")

    def first_box(self) -> QWidget:
        """Its words."""
        return self.see if self.field.isHidden() else self.text

    def _on_give(self) -> None:
        self.text.flush()
        self.see.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.give(self._given())

    def _given(self) -> LetterRow:
        assert self._row is not None
        return self._row
