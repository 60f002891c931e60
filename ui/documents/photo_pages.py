"""Photos of a paper, put upright and in order before they are kept as one file. Until then they wait, locked."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs.paper_edges import Edges
from carer_app.jobs.photos_of_paper import MOST_PAGES, PhotoOfPage
from carer_app.words import _, plural
from ui.base.page import Page
from ui.documents.photo_keys import PhotoKeys
from ui.documents.photo_row import PhotoRow, WaitingPhoto, small_and_whole, tilt_in_words
from ui.documents.photo_ticks import PhotoTicks
from ui.documents.photo_words import how_many_wait, too_many, waits_already
from ui.documents.photos_alike import PhotosAlike
from ui.documents.photos_in_order import PhotosInOrder
from ui.documents.photos_kept_safe import Opened, PhotosKeptSafe
from ui.documents.photos_left_out import PhotosLeftOut
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

_ONCE_SHOWN_MS = 100
"""They may be there before the page is: it begins at its heading once it is shown."""


class PhotoPages(QWidget):
    """`keep` carries the pages in their order, and whether the files are kept too as they came. `wanted` asks for more.

    Nothing of them is left once they are kept, or let go; of what was left out, as long as that can be undone."""

    keep = Signal(object, bool)
    changed = Signal()
    wanted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._photos = PhotosInOrder()
        self._left_out = PhotosLeftOut(page, self._photos, self._on_back, self)
        self._may_be_kept, self._until = True, ""
        self._safe = self._left_out.safe = PhotosKeptSafe(page, self._left_out.may_come_back, self)
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.says = PlainLabel("", kind="strong")
        self.wrong = PlainLabel("", kind="error")
        self.wrong.hide()
        self.not_opened = PlainLabel("", kind="error")
        self.again = Button(_("Try again"))
        self.again.clicked.connect(lambda: self._safe.try_again(self._on_opened_again))
        self.ticks = PhotoTicks()
        self.straight, self.lighter = self.ticks.straight, self.ticks.lighter
        self.cut_all, self.as_they_came = self.ticks.cut_all, self.ticks.as_they_came
        self._alike = PhotosAlike(self, page.records)
        self.straight.toggled.connect(self._alike.on_straight)
        self.lighter.toggled.connect(self._alike.on_lighter)
        self.cut_all.toggled.connect(self._alike.on_cut_all)
        self.as_they_came.toggled.connect(lambda _on: self._note())
        self.keep_them = Button(_("Keep these as one file"), kind="main", icon="file-plus")
        self.keep_them.clicked.connect(self._on_keep)
        self.more = Button(_("Add another photo"))
        self.more.clicked.connect(self.wanted)
        self.leave = Button(_("Leave these out"), kind="quiet")
        self.leave.is_removal = True
        self.leave.clicked.connect(self._on_leave)
        self.rows: Rows[WaitingPhoto] = Rows(lambda number: PhotoRow(self, number), self.more, gap=12)
        self._at_work = QWidget()
        at_work = QVBoxLayout(self._at_work)
        theme.space(at_work, gap=12, edges=(0, 0, 0, 0))
        at_work.addWidget(self.ticks)
        at_work.addWidget(self.rows)
        for part in (
            self.says,
            self.wrong,
            self.not_opened,
            self._at_work,
            WrapRow(self.again, self.keep_them, self.more, self.leave),
        ):
            column.addWidget(part)
        self.hide()
        PhotoKeys(self)

    @property
    def is_waiting(self) -> bool:
        """Whether there is any photo."""
        return len(self._photos) > 0

    @property
    def holds_something(self) -> bool:
        """Whether there is any, or one that was left out and may come back."""
        return self.is_waiting or self._left_out.may_come_back()

    def come_back(self) -> None:
        """What waited here when the records were locked is here again."""
        self._safe.come_back(self._on_come_back)

    def allow(self, on: bool, until: str = "") -> None:
        """Where nothing may be kept they wait on, unseen: all that can be done is to leave them out. `until` says what
        must be first, where that is no yes."""
        self._may_be_kept, self._until = on, until
        self._show_parts()

    def add(self, photos: tuple[PhotoOfPage, ...]) -> str:
        """The photos of one file were read, and wait now after the others; else why they do not."""
        is_here = any(self._photos.has(each.digest) for each in photos)
        if is_here or len(self._photos) + len(photos) > MOST_PAGES:
            self._safe.take_away(photos)
            return waits_already() if is_here else too_many(MOST_PAGES)
        self.wrong.hide()
        for photo in photos:
            self._add(photo)
        return ""

    def as_they_are(self) -> tuple[WaitingPhoto, ...]:
        """For whoever may have to bring them back."""
        return self._photos.all()

    def let_go(self) -> None:
        """They are kept: none waits any more, but as long as that can be undone they may come back."""
        self._left_out.go_with(self._page.records.can_be_undone)
        self._photos.clear()
        self.wrong.hide()
        self._show()

    def _on_leave(self) -> None:
        before, aside = self._photos.all(), self._safe.aside
        self._photos.clear()
        self._safe.aside = ()
        self.wrong.hide()
        count = len(before) + len(aside)
        words = plural("{count} photo was left out.", "{count} photos were left out.", count)
        self._left_out.leave_out(words, before, aside)
        self._show()

    def bring_back(self, session: object, before: tuple[WaitingPhoto, ...]) -> None:
        """As they were, where the file that was made of them is taken back."""
        if isValid(self):
            self._left_out.bring_back(session, before)

    def _on_back(self, back: list[WaitingPhoto]) -> None:
        self._show()
        for each in back:
            self.make_anew(each.id, each.photo)

    def step(self, number: int, by: int) -> None:
        """Earlier or later, where there is room; the keyboard and the page go with it."""
        if 0 <= self.rows.ids().index(number) + by < len(self._photos):
            self.move_by(number, by)
            self.rows.focus_row(number)
            bring_into_view(self.rows.row(number))

    def turn(self, number: int) -> None:
        """A quarter turn to the right."""
        self.make_anew(number, self._photos.of(number).photo.turned())

    def turn_a_little(self, number: int, by: int) -> None:
        """A degree to the right, or to the left (-1)."""
        photo = self._photos.of(number).photo
        photo = photo.straightened(photo.tilt + by)
        self.make_anew(number, photo)
        announce(self, tilt_in_words(photo.tilt) or _("As it was taken"))

    def cut(self, number: int, edges: Edges) -> None:
        """Only what lies inside these edges is kept."""
        self.make_anew(number, self._photos.of(number).photo.within(edges))

    def find_paper(self, number: int) -> None:
        """Propose where the edges of the paper are."""
        self._alike.find_paper(number)

    def move_by(self, number: int, by: int) -> None:
        """Earlier (-1) or later (1)."""
        self._photos.move(number, by)
        self._show()
        announce(self, self._photos.place(number))

    def take_out(self, number: int) -> None:
        """Leave one out, with Undo."""
        words = _("Left out: {photo}.").format(photo=self._photos.place(number))
        before = self._photos.all()
        self._photos.take_out(number)
        self.wrong.setHidden(self.wrong.isHidden() or not self.is_waiting)
        self._left_out.leave_out(words, before)
        self._show()

    def numbered(self) -> list[tuple[int, PhotoOfPage]]:
        """What waits, each with its number, which stays."""
        return [(each.id, each.photo) for each in self._photos.all()]

    def pages(self) -> tuple[PhotoOfPage, ...]:
        """What waits, in its order."""
        return self._photos.pages()

    def _on_come_back(self, photos: Opened, how: frozenset[str]) -> None:
        if not isValid(self):
            return
        self.ticks.show_how(how)
        self._on_opened_again(photos)
        QTimer.singleShot(_ONCE_SHOWN_MS, self, self._lead_to_them)

    def _on_opened_again(self, photos: Opened) -> None:
        """What came meanwhile stands after them."""
        if not isValid(self):
            return
        had_keyboard = self.again.hasFocus()
        for at, photo in photos:
            self._photos.add(photo, at)
        self._show()
        for each in [each for each in self._photos.all() if not each.small]:
            self.make_anew(each.id, each.photo)
        if self._safe.aside:
            announce(self, self.not_opened.words())
        elif had_keyboard and self.is_waiting and self._may_be_kept:
            self._begin_at(self.rows.ids()[0])

    def _add(self, photo: PhotoOfPage) -> None:
        is_first = not self.is_waiting
        photo = photo.with_lighter_paper(self.lighter.isChecked())
        number = self._photos.add(photo)
        self._show()
        if is_first:
            self._begin_at(number)
        self.make_anew(number, photo)
        self._alike.begin(number)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_ONCE_SHOWN_MS, self, self._lead_to_them)

    def _lead_to_them(self) -> None:
        """Whoever comes back to the page is led to them, unless they went somewhere on it already."""
        at: QWidget | None = self._page.focusWidget()
        if self.is_waiting and self.rows.isVisible() and (at is None or isinstance(at, Heading)):
            self._begin_at(self.rows.ids()[0])

    def _begin_at(self, number: int) -> None:
        """What comes next is below the window: the keyboard goes there, and the page with it."""
        row = self.rows.row(number)
        row.first_box().setFocus()
        QTimer.singleShot(0, row, lambda: bring_into_view(row))

    def make_anew(self, number: int, photo: PhotoOfPage) -> None:
        """It is to look like this from now on."""
        self._photos.change(number, photo)
        self._note()
        self._page.records.run(partial(small_and_whole, photo), partial(self._on_made_anew, number, photo))

    def _on_made_anew(self, number: int, photo: PhotoOfPage, both: tuple[bytes, bytes]) -> None:
        if isValid(self) and self._photos.looks(number, photo, *both):
            self._show()

    def _on_keep(self) -> None:
        self.keep.emit(self.pages(), self.as_they_came.isChecked())

    def _show(self) -> None:
        self.rows.show_rows(self._photos.all())
        self._note()
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        count, aside = len(self._photos), self._safe.aside
        for part in (self._at_work, self.keep_them, self.more):
            part.setVisible(self._may_be_kept and count > 0)
        self.says.setVisible(count > 0)
        self.not_opened.setText(self._safe.not_opened())
        self.not_opened.setVisible(bool(aside))
        self.again.setVisible(bool(aside))
        self.leave.setVisible(bool(count or aside))
        self.setVisible(bool(count or aside) or not self.wrong.isHidden())
        self.says.setText(how_many_wait(count, self._may_be_kept, self._until))

    def _note(self) -> None:
        self._safe.note(self.pages(), self.ticks.how)

    def say_wrong(self, sentence: str) -> None:
        """It stays in sight while others come in."""
        self.wrong.setText(sentence)
        self.wrong.show()
        self._show()
        announce(self, sentence)
