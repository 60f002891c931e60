"""All notes about one child, and what was achieved over the years."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import NoteKind
from carer_app.typed_dates import say_short
from carer_app.use_cases import children, drafts, writing_notes
from carer_app.use_cases.writing_notes import AchievedIn, NoteRow
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import NotesOf, WriteNote
from ui.base.records import Undo
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.days import past_day_field
from ui.parts.kept_text import KeptText
from ui.parts.removed_link import RemovedLink
from ui.parts.rows import Rows
from ui.parts.stored_day import StoredDay
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.scroll_page import show_soon
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

ALL = "all"
AT_ONCE = 20
"""So many notes are shown first."""


class NotesOfPage(Page):
    """The newest first; one kind or all. Achievements stand together, by school year."""

    def __init__(self, house: House, place: NotesOf) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Notes"), _("When you get ready for the next meeting, each note is offered where it belongs.")
        )
        self.write = Button(_("Write a note"), kind="main", icon="pencil")
        self.write.clicked.connect(self.go_to(WriteNote(self.child_id)))
        self.column.addWidget(WrapRow(self.write))
        self.nothing = PlainLabel(_("No notes yet. The keys Ctrl and N open a new one from anywhere."))
        self.column.addWidget(self.nothing)
        self._half_at = WriteNote(self.child_id)
        self.half = Card(_("Half written"))
        self.half_words = PlainLabel("")
        self.half.body.addWidget(self.half_words)
        self.finish = Button(_("Go on with this note"), icon="pencil")
        self.finish.clicked.connect(lambda: self.go.emit(self._half_at))
        self.half.actions(self.finish)
        self.column.addWidget(self.half)
        self.achieved = Card(_("Achieved"))
        self.achieved_years: Rows[AchievedIn] = Rows(lambda _year: _AchievedYear(), self.write, gap=12)
        self.achieved.body.addWidget(self.achieved_years)
        self.column.addWidget(self.achieved)
        self.kinds = ChoicesAcross([(ALL, _("All")), *((kind.value, kind.words) for kind in NoteKind)])
        self.kinds.set_value(ALL)
        self.kinds.chosen.connect(lambda _kind: self.refresh())
        self.kinds_field = Field(_("Show"), self.kinds)
        self.column.addWidget(self.kinds_field)
        self._rows: Rows[NoteRow] = Rows(self._make_row, self.write, at_once=AT_ONCE, table="note")
        self.column.addWidget(self._rows)
        self.removed = RemovedLink(self)
        self.column.addWidget(self.removed)

    def refresh(self) -> None:
        child = self.records.read(children.child_facts, self.child_id, self.today()).name
        self.rename(_("Notes about {child}").format(child=child))
        notes = self.records.read(writing_notes.notes_of, self.child_id)
        self._show_half_written()
        self.nothing.setVisible(not notes and self.half.isHidden())
        self.kinds_field.setVisible(len({note.kind for note in notes}) > 1)
        shown = self.kinds.value() if self.kinds_field.isVisibleTo(self) else ALL
        achieved = self.records.read(writing_notes.achieved, self.child_id)
        self.achieved_years.show_rows(achieved)
        self.achieved.setVisible(bool(achieved))
        self.fill_in_pieces(self._fill([note for note in notes if shown in (ALL, note.kind)]))

    @property
    def rows(self) -> Rows[NoteRow]:
        """The notes. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        return self._rows

    def _fill(self, notes: list[NoteRow]) -> Iterator[None]:
        """A note each."""
        for _piece in self._rows.fill(notes):
            self._rows.show()  # what is seen so far is measured now
            yield
        self._rows.setVisible(bool(notes))
        self.removed.look()
        yield

    def show_what_is_left_out(self) -> bool:
        if self.kinds.value() == ALL:
            return False
        self.kinds.set_value(ALL)
        self.refresh()
        return True

    def show_now(self) -> None:
        """Read each time it comes on screen: what is half typed on another page is announced to nobody."""
        self._stale = True
        super().show_now()

    def _show_half_written(self) -> None:
        self.half.hide()
        for place in (WriteNote(self.child_id), WriteNote()):
            typed = self.records.read(drafts.of_place, place.key)
            words = " ".join((typed.get("seen", "").strip() or typed.get("think", "")).split())
            about_another = place == WriteNote() and typed.get("child", str(self.child_id)) != str(
                self.child_id
            )
            if words and not about_another:
                self._half_at = place
                self.half_words.setText(_("“{words}” is not kept as a note yet.").format(words=words))
                self.half.show()
                return

    def remove(self, note_id: int) -> None:
        """Take a note away, with Undo."""
        self.flush()
        self.records.change(
            writing_notes.remove_note,
            note_id,
            self.today(),
            undo=Undo(_("The note was taken away."), writing_notes.bring_note_back, (note_id,)),
        )

    def _make_row(self, note_id: int) -> "NoteCard":
        return NoteCard(self, note_id)


class _AchievedYear(PlainLabel):
    """What was achieved in one school year, in a line."""

    def show_row(self, _number: int, row: AchievedIn) -> None:
        things = " · ".join(" ".join(note.seen.split()) for note in row.notes)
        self.setText(_("{year}: {things}").format(year=row.school_year, things=things))

    def first_box(self) -> QWidget:
        return self


class NoteCard(Card):
    """One note. To change it, it is unfolded."""

    def __init__(self, page: NotesOfPage, note_id: int) -> None:
        super().__init__(" ")
        self._page, self._id = page, note_id
        self.words = PlainLabel("")
        self.thought = PlainLabel("", kind="hint")
        self.body.addWidget(self.words)
        self.body.addWidget(self.thought)
        self.change = Button("", kind="quiet", icon="pencil")
        self.change.clicked.connect(self._on_change)
        self.remove = Button(_("Take out"), kind="quiet", icon="x")
        self.remove.is_removal = True
        self.remove.clicked.connect(lambda: page.remove(note_id))
        self._buttons = self.actions(self.change, self.remove)
        self._heading = ""
        self._row: NoteRow | None = None

    @cached_property
    def details(self) -> "NoteBoxes":
        """Made when it is first unfolded: after some years there are hundreds of notes."""
        assert self._row is not None
        made = NoteBoxes(self._page, self._id)
        made.hide()
        made.show_row(self._row)
        self.body.insertWidget(self.body.indexOf(self._buttons), made)
        made.stackUnder(self._buttons)  # a screen reader goes by the order of the parts, not of the layout
        follow_reading_order(self)
        return made

    @property
    def boxes(self) -> dict[str, KeptText]:
        return self.details.boxes

    @property
    def kind(self) -> ChoicesAcross:
        return self.details.kind

    def is_unfolded(self) -> bool:
        """Whether it is being changed."""
        return "details" in self.__dict__ and not self.details.isHidden()

    def show_row(self, _number: int, row: NoteRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        if "details" in self.__dict__:
            self.details.show_row(row)
        if row == self._row:
            return
        self._row = row
        day = say_short(row.on_day, with_year=True)
        heading = " · ".join(part for part in (day, row.kind.words, row.by.strip()) if part)
        self._heading = heading[:1].upper() + heading[1:]
        assert self.heading is not None
        self.heading.setText(self._heading)
        self.words.setText(row.seen)
        self.thought.setText(_("I think: {words}").format(words=row.think))
        self._show_folded(not self.is_unfolded())

    def first_box(self) -> QWidget:
        """The words, or the button that opens them."""
        return self.boxes["seen"] if self.is_unfolded() else self.change

    def _on_change(self) -> None:
        on = self.details.isHidden()
        self.details.setVisible(on)
        self._show_folded(not on)
        show_soon(self.details)

    def _show_folded(self, on: bool) -> None:
        self.words.setVisible(on)
        self.thought.setVisible(on and self._row is not None and bool(self._row.think.strip()))
        self.change.setText(_("Change") if on else _("Done"))
        for button in (self.change, self.remove):
            button.setAccessibleName(f"{button.words()}: {self._heading}")


class NoteBoxes(QWidget):
    """Everything of a note that can be changed."""

    def __init__(self, page: NotesOfPage, note_id: int) -> None:
        super().__init__()
        self._page, self._id = page, note_id
        inside = QVBoxLayout(self)
        theme.space(inside, gap=12, edges=(0, 0, 0, 0))
        self.boxes: dict[str, KeptText] = {}
        for name, label, lines in (
            ("seen", _("What I saw or heard"), 2),
            ("think", _("What I think about it"), 2),
            ("by", _("Initials"), 1),
        ):
            self.boxes[name] = KeptText(
                page.records, writing_notes.write_note, note_id, name, lines=lines, spelling=name != "by"
            )
            inside.addWidget(Field(label, self.boxes[name]))
        self.kind = ChoicesAcross([(kind.value, kind.words) for kind in NoteKind])
        self.kind.chosen.connect(
            lambda kind: page.records.change(writing_notes.set_kind, note_id, NoteKind(kind))
        )
        inside.addWidget(Field(_("What kind of note is it?"), self.kind))
        self.day = past_day_field(page.today, about=True)
        day = Field(_("Day"), self.day)
        self._stored_day = StoredDay(page, f"note.{note_id}", day, self.day, self._save_day)
        inside.addWidget(day)

    def show_row(self, row: NoteRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        for name, box in self.boxes.items():
            box.show_stored(getattr(row, name))
        self.kind.set_value(row.kind)
        self._stored_day.show(row.on_day)

    def _save_day(self, day: date | None) -> bool:
        return day is not None and bool(self._page.records.change(writing_notes.set_day, self._id, day))
