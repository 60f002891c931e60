"""The one file between the child's own part and everything else: it gives words and callbacks, and nothing more."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer

from carer_app.choices import Share, WhoseWords
from carer_app.errors import CarerAppError
from carer_app.jobs import childs_drawing, look_at_pdf
from carer_app.paper.content import Sheet
from carer_app.sitting import BookPage, Kept, Left, Sitting, sitting_from
from carer_app.use_cases import (
    blank_sheets,
    childs_book,
    childs_kept_words,
    numbers_slip,
    planning,
    school_day_to_cut,
)
from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ChildsOwnPart
from ui.child_mode.room import ChildRoom
from ui.look import theme


class ChildsOwnPartPage(Page):
    """The room as the window shows it: full, and with no way to anything else."""

    def __init__(self, house: House, place: ChildsOwnPart) -> None:
        self.meeting_id = place.meeting_id
        self.set_key, self.afterwards = place.set_key, place.afterwards
        self._reads_itself = place.reads_itself
        self._own_colours = ""
        super().__init__(house, place)

    def build(self) -> None:
        self.body.hide()
        if theme.current() != theme.worn():
            theme.dress(self)
        self.setAccessibleName(_("School"))
        words = self.records.read(childs_kept_words.room_words, self.meeting_id, self.today())
        words = replace(words, set_key=self.set_key, reads_itself=self._reads_itself)
        self.room = ChildRoom(words, _Outside(self), self.afterwards)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.room)
        self.said.connect(self.room.say)
        self.went_wrong.connect(self.room.say)

    def wear(self, colours: str) -> None:
        """The child's own colours: in memory, and in this part alone."""
        self._own_colours = colours
        name = next(each for each in theme.COLOURS if each == colours)
        look = replace(theme.current(), colours=name, computers=None)
        if look != theme.current():
            theme.take(look)
            theme.dress(self)

    def follow_look(self) -> None:
        """Another text size comes with the carer's colours."""
        if self._own_colours and theme.current().colours != self._own_colours:
            QTimer.singleShot(0, self, partial(self.wear, self._own_colours))

    def focus_first(self) -> None:
        self.room.focus_step()


class _Outside:
    """What the room may ask for, one child and one meeting. See `ui.child_mode.outside.Outside`."""

    def __init__(self, page: ChildsOwnPartPage) -> None:
        self._page, self._records = page, page.records
        self._meeting = page.meeting_id
        self._child = self._records.read(planning.meeting_facts, self._meeting).child_id
        self._uid = self._records.read(childs_kept_words.uid_of, self._meeting)
        self._drafts = self._records.child_drafts
        self.begin_anew()

    # The drafts: one for each sitting that was left. What is said now goes into one of its own, until somebody says
    # that one of the others is theirs.

    def left(self) -> tuple[Left, ...]:
        found = self._drafts.left(self._uid, self._page.today())
        return tuple(Left(number, day) for number, day in reversed(found.items()))

    def open(self, left: Left) -> Sitting | None:
        self._number = left.number
        data = self._drafts.read(self._uid, left.number)
        return sitting_from(data) if data is not None else None

    def begin_anew(self) -> None:
        self._number = self._drafts.free(self._uid)

    def write(self, sitting: Sitting) -> bool:
        data = sitting.as_bytes()
        return _worked(partial(self._drafts.write, self._uid, data, self._page.today(), self._number))

    def wipe(self) -> bool:
        return _worked(partial(self._drafts.wipe, self._uid, self._number))

    # What is kept

    def photo(self) -> bytes:
        return self._drafts.photos.get(self._uid, b"")

    def drop_photo(self) -> None:
        self._drafts.photos.pop(self._uid, None)

    def keep(self, sitting: Sitting) -> bool:
        drawing = None
        if sitting.has_drawing:
            try:
                drawing = childs_drawing.seal(self.photo(), self._records.papers)
            except CarerAppError:
                return False
        kept = self._records.change(
            childs_kept_words.keep, self._meeting, sitting, self._page.today(), drawing
        )
        if kept:
            self.drop_photo()
            self.wipe()  # where that fails the words are kept all the same; pressing Keep again would keep them twice
        return kept

    def kept(self) -> tuple[Kept, ...]:
        return self._records.read(childs_kept_words.kept_words, self._child)

    def put_on(self, view_id: int) -> bool:
        return self._records.change(childs_kept_words.put_on_my_sheet, view_id)

    def take_off(self, view_id: int) -> bool:
        return self._records.change(childs_kept_words.take_off_my_sheet, view_id, self._page.today())

    def what_happened(self) -> tuple[Kept, ...]:
        return self._records.read(childs_kept_words.what_happened, self._child, self._page.set_key)

    def written_for_me(self) -> tuple[Kept, ...]:
        return self._records.read(childs_kept_words.written_for, self._meeting)

    def book(self) -> tuple[BookPage, ...]:
        return self._records.read(childs_book.pages, self._child, self._page.set_key)

    def picture(self, number: int) -> bytes:
        paper = self._records.read(childs_kept_words.drawings, self._child).get(number)
        if paper is None:
            return b""
        try:
            return self._records.papers.open(paper.fingerprint, paper.seal_key)
        except CarerAppError:
            return b""

    def say_differently(self, view_id: int, words: str, share: Share, whose: WhoseWords) -> bool:
        return self._records.change(
            childs_kept_words.say_differently, view_id, words, share, whose, self._page.today()
        )

    def add(self, view_id: int, words: str, share: Share, whose: WhoseWords) -> bool:
        return self._records.change(
            childs_kept_words.add_about, view_id, words, share, whose, self._page.today()
        )

    # On paper, at once to the usual printer: no dialog that shows folders

    def print_questions(self) -> None:
        other_way = _(
            "There is no printer here. You can write on any paper, or ask for the questions at school."
        )
        self._print(blank_sheets.child_questions(self._page.set_key), other_way)

    def print_day(self) -> None:
        other_way = _("There is no printer here. You can draw your day on any paper.")
        self._print(school_day_to_cut.school_day_to_cut(self._page.set_key), other_way)

    def print_slip(self) -> None:
        other_way = _("There is no printer here. You can write the numbers down by hand.")
        self._print(self._records.read(numbers_slip.numbers_slip, self._child), other_way)

    def text_size(self) -> int:
        return self._page.house.preferences().in_the_room(theme.CHILD_SCALE)

    def set_text_size(self, size: int) -> None:
        house = self._page.house
        house.prefer(replace(house.preferences(), room_text_size=size))

    def wear(self, colours: str) -> None:
        self._page.wear(colours)

    def leave(self) -> None:
        self._page.leave_room.emit()

    def _print(self, sheet: Sheet, other_way: str) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        from ui.parts.printing import Printing, new_printer

        page = self._page
        if not QPrinterInfo.availablePrinterNames():
            page.went_wrong.emit(other_way)
            return

        def then(made: look_at_pdf.PdfToShow) -> None:
            if page.is_there:
                Printing(page, new_printer(), made).start()

        self._records.run(partial(look_at_pdf.show_sheet, sheet), then, page.went_wrong.emit)


def _worked(do: Callable[[], None]) -> bool:
    try:
        do()
    except CarerAppError:
        return False
    return True
