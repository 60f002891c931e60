"""Pasting a school’s dates: the text, and reading it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial, reduce
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from carer_app.jobs import read_term_dates
from carer_app.use_cases import dates_drafts, drafts, filling_dates, named_school
from carer_app.use_cases.checking_dates import ReadDates, ReadProblem
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CheckDates, PasteDates
from ui.base.records import Undo
from ui.look import theme
from ui.parts.slow_work import SlowWork
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

TEXT = dates_drafts.TEXT
LINES, LINES_OF_BIG_TEXT, BIG_TEXT = 10, 5, 150
"""How many lines of a text are seen at once; fewer with text of this size, in per cent, and more."""


class PasteDatesPage(Page):
    """The text stays in its box; what was read in it is looked at, and put right, on the next page."""

    was_read = Signal()

    def __init__(self, house: House, place: PasteDates) -> None:
        self.school_id = place.school_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(
            _("Paste the school’s dates"),
            _(
                "Copy the term dates from the school’s website, a newsletter or a PDF, and paste them here with "
                "Ctrl+V. Nothing counts until you have checked it."
            ),
        )
        self.there = PlainLabel("", kind="strong")
        self.empty_first = Button(_("Empty the box"), icon="x")
        self.empty_first.clicked.connect(self._on_empty)
        lines = LINES if theme.current().scale < BIG_TEXT else LINES_OF_BIG_TEXT
        self.text = SavedText(self._keep, lines=lines, tallest=lines)  # the way on below it stays in sight
        self.text_field = Field(_("Text with the dates"), self.text)
        self.read = Button(_("Read it"), kind="main", icon="calendar-days")
        self.read.clicked.connect(self._on_read)
        self.choose = Button(_("Choose a calendar file (.ics)"), icon="folder")
        self.choose.clicked.connect(self._on_choose)
        self.choose_photo = Button(_("Choose a photo of the dates"), icon="folder")
        self.choose_photo.clicked.connect(self._on_choose_photo)
        self.empty = Button(_("Empty the box"), icon="x")
        self.empty.clicked.connect(self._on_empty)
        self._was_there = False
        self.text.textChanged.connect(self._show_empty)
        self.text.pasted.connect(self._show_way_on)
        self.found = PlainLabel("", kind="strong")
        self.found.hide()
        self.source = self.pasted = self._by_machine = ""
        self._show_empty()
        self.reading = SlowWork(self.records)
        self.reading.stopped.connect(self._on_stopped)
        self.column.addWidget(WrapRow(self.there, self.empty_first))
        for part in (
            self.text_field,
            WrapRow(self.read, self.choose, self.choose_photo, self.empty),
            self.reading,
            self.found,
        ):
            self.column.addWidget(part)

    def refresh(self) -> None:
        self.text.show_stored(self.records.read(drafts.of_place, self.place.key).get(TEXT, ""))

    def show_now(self) -> None:
        """What was in the box before one came is said: what is pasted is added to it."""
        super().show_now()
        lines = [each for each in self.text.toPlainText().splitlines() if each.strip()]
        self._was_there = bool(lines)
        self.there.setText(
            plural(
                "The box still holds {count} line from before. What you paste is added to it.",
                "The box still holds {count} lines from before. What you paste is added to them.",
                len(lines),
            )
        )
        self._show_empty()

    def show_read(self, read: ReadDates) -> None:
        """Lead on to what was read, in its boxes; or say that nothing was."""
        if (
            not read.periods
            and not read.question
            and not any(each.fate == "handed_back" for each in read.account)
        ):
            self._say(
                _("We found no school dates in this text. You can put the text right and read it again.")
            )
            self.was_read.emit()
            return
        self.found.hide()
        place = CheckDates(self.school_id)
        before = self.records.read(drafts.of_place, place.key)
        undo = Undo(_("The text was read anew."), dates_drafts.put_back_draft, (place.key, before))
        self.records.change(
            dates_drafts.begin,
            place.key,
            read,
            self.source,
            self.today(),
            self.pasted,
            undo=undo if before else None,
            then=lambda _nothing: QTimer.singleShot(0, self, partial(self._go_on, place)),
        )

    def _go_on(self, place: CheckDates) -> None:
        """A moment after it was kept: keeping what was read, and making its page, are each work enough."""
        self.go.emit(place)
        self.was_read.emit()

    def _on_read(self) -> None:
        self.text.flush()
        text, today = self.text.toPlainText(), self.today()
        by_machine = bool(self._by_machine) and self._by_machine in text
        self.source = _("a photo, whose words a machine read") if by_machine else _("the text you pasted")
        self.pasted = text
        name = self.records.read(filling_dates.school_name, self.school_id)
        said = [named_school.another_school(text, name)]
        if by_machine:
            said.append(
                _(
                    "A machine read these dates from a photo. A 1 can look like a 4. Look at each day beside the photo."
                )
            )
        self._begin(
            _("Reading the text. This can take a moment."),
            lambda: reduce(_with, said, read_term_dates.read_text(text, today)),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted comes into the box, wherever on the page the keyboard is."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.text.paste()
        else:
            super().keyPressEvent(event)

    def _show_way_on(self) -> None:
        """A text has come into the box: the button that reads it is in sight below, once the box has its place."""
        QTimer.singleShot(0, self, partial(self.body.bring_into_view, self.read))

    def _on_empty(self) -> None:
        """The next text is pasted alone; Undo puts this one back."""
        self.text.flush()
        before = self.records.read(drafts.of_place, self.place.key)
        self.records.change(
            drafts.forget,
            self.place.key,
            undo=Undo(_("The box is empty."), dates_drafts.put_back_draft, (self.place.key, before)),
        )
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self) -> None:
        """One way to empty the box: above it where it was full when one came, else below."""
        holds = bool(self.text.toPlainText().strip())
        self._was_there = self._was_there and holds
        for part in (self.there, self.empty_first):
            part.setVisible(self._was_there)
        self.empty.setVisible(holds and not self._was_there)
        self.text_field.say_beside(self.there.words() if self._was_there else "")

    def _keep(self, typed: str) -> None:
        """What is pasted now stays: to take back what was done before would take it away, or say it beside the box."""
        self.records.forget_undo()
        self.keep_draft(TEXT, typed)

    def _on_choose(self) -> None:
        dialogs.choose_file(
            self, _("Choose the school’s calendar file"), _("Calendar files (*.ics)"), self.take_file
        )

    def take_file(self, chosen: str) -> None:
        """Read a calendar file; the text in the box stays."""
        self.source, self.pasted = _("a calendar file from school"), ""
        over = Event()
        self._begin(
            _("Reading the calendar file. This can take a moment. You can go on meanwhile."),
            partial(read_term_dates.read_calendar_file, Path(chosen), self.today(), over),
            over.set,
        )

    def _on_choose_photo(self) -> None:
        if not read_term_dates.can_read():
            self._say(_("No program on this computer reads words in a photo. Type the dates, or paste them."))
            return
        dialogs.choose_file(self, _("Choose a photo of the dates"), dialogs.PHOTOS, self.take_photo)

    def take_photo(self, chosen: str) -> None:
        """What a machine reads in a photo comes into the box, to be put right there; then it is read as any text is."""
        self.found.hide()
        self.reading.run(
            _("Reading the words in the photo. This can take a minute. You can go on meanwhile."),
            partial(read_term_dates.words_of_photo, Path(chosen)),
            self._on_words,
        )

    def _on_words(self, words: str) -> None:
        if not self.is_there:
            return
        if not words:
            self._say(
                _("The machine found no words in that photo. Take it again in good light, or type the dates.")
            )
            self.was_read.emit()
            return
        before = self.text.toPlainText().rstrip()
        self._by_machine = words
        self.text.setPlainText(f"{before}\n{words}".lstrip())
        self._keep(self.text.toPlainText())
        self._on_read()

    def _say(self, words: str) -> None:
        self.found.setText(words)
        self.found.show()
        announce(self, words)
        self.body.bring_into_view(self.found)

    def note_where(self) -> None:
        """Whoever leaves does not wait for what is being read: nothing calls them back."""
        super().note_where()
        self.reading.let_go()

    def _begin(
        self, words: str, job: Callable[[], ReadDates], stop: Callable[[], None] = lambda: None
    ) -> None:
        self.found.hide()
        self.reading.run(words, job, self._on_done, stop)

    def _on_stopped(self) -> None:
        self.found.setText(_("Reading was stopped. Nothing was taken from it."))
        self.found.show()
        announce(self, self.found.words())
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, read: ReadDates) -> None:
        if self.is_there:
            self.show_read(read)


def _with(read: ReadDates, said: str) -> ReadDates:
    """What was read, with one more sentence to look at, whatever the answer to its question."""
    if not said:
        return read
    question = read.question
    if question is not None:
        answers = tuple(replace(each, read=_with(each.read, said)) for each in question.answers)
        question = replace(question, answers=answers)
    return replace(read, problems=(*read.problems, ReadProblem(said)), question=question)
