"""Photos of a paper, put upright and in order before they are kept as one file. They are in memory only until then."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs.paper_edges import WHOLE, Edges
from carer_app.jobs.photos_of_paper import MOST_PAGES, PhotoOfPage
from carer_app.words import _, plural
from ui.base.page import Page
from ui.documents.photo_edges import EdgesBox
from ui.look import theme
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Tick
from ui.widgets.picture import PhotoView
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True)
class WaitingPhoto:
    """One photo that waits, and how it looks now."""

    id: int
    photo: PhotoOfPage
    small: bytes
    whole: bytes = b""
    """The same with what is cut away."""


class PhotoPages(QWidget):
    """`keep` carries the pages in their order, and whether the files are kept too as they came. `wanted` asks for more.

    Nothing of them is left once they are kept, or let go."""

    keep = Signal(object, bool)
    changed = Signal()
    wanted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._waiting: list[WaitingPhoto] = []
        self._numbers = 0
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.says = PlainLabel("", kind="strong")
        self.wrong = PlainLabel("", kind="error")
        self.wrong.hide()
        self.straight = Tick(_("Put tilted pages straight"))
        self.straight.setChecked(True)
        self.straight.toggled.connect(self._on_straight)
        self.lighter = Tick(_("Make the paper lighter"))
        self.lighter.toggled.connect(self._on_lighter)
        self.cut_all = Tick(_("Cut away what is round the paper"))
        self.cut_all.toggled.connect(self._on_cut_all)
        self.as_they_came = Tick(_("Keep the photos themselves too, without where they were taken"))
        self.keep_them = Button(_("Keep these as one file"), kind="main", icon="file-plus")
        self.keep_them.clicked.connect(self._on_keep)
        self.more = Button(_("Add another photo"))
        self.more.clicked.connect(self.wanted)
        self.leave = Button(_("Leave these out"), kind="quiet")
        self.leave.is_removal = True
        self.leave.clicked.connect(self.let_go)
        self.rows: Rows[WaitingPhoto] = Rows(lambda number: _PhotoRow(self, number), self.more, gap=12)
        for part in (
            self.says,
            self.wrong,
            self.rows,
            self.straight,
            self.lighter,
            self.cut_all,
            self.as_they_came,
            WrapRow(self.keep_them, self.more, self.leave),
        ):
            column.addWidget(part)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether there is any photo."""
        return bool(self._waiting)

    def add(self, photos: tuple[PhotoOfPage, ...]) -> None:
        """These were read, and wait now after the others."""
        if len(self._waiting) + len(photos) > MOST_PAGES:
            self.say_wrong(_("These are more than {most} photos. Choose fewer.").format(most=MOST_PAGES))
            return
        self.wrong.hide()
        for photo in photos:
            self._add(photo)

    def let_go(self) -> None:
        """Forget them. The photos themselves stay where they are."""
        self._waiting.clear()
        self.wrong.hide()
        self._show()

    def turn(self, number: int) -> None:
        """A quarter turn to the right."""
        self._make_anew(number, self._of(number).photo.turned())

    def turn_a_little(self, number: int, by: int) -> None:
        """A degree to the right, or to the left (-1)."""
        photo = self._of(number).photo
        photo = photo.straightened(photo.tilt + by)
        self._make_anew(number, photo)
        announce(self, tilt_in_words(photo.tilt) or _("As it was taken"))

    def cut(self, number: int, edges: Edges) -> None:
        """Only what lies inside these edges is kept."""
        self._make_anew(number, self._of(number).photo.within(edges))

    def find_paper(self, number: int) -> None:
        """Propose where the edges of the paper are."""
        photo = self._of(number).photo
        self._page.records.run(photo.proposed, partial(self._on_found, number, photo))

    def move_by(self, number: int, by: int) -> None:
        """Earlier (-1) or later (1)."""
        at = self._waiting.index(self._of(number))
        self._waiting.insert(at + by, self._waiting.pop(at))
        self._show()
        announce(self, self._place(number))

    def take_out(self, number: int) -> None:
        """Leave one out."""
        self._waiting.remove(self._of(number))
        self._show()

    def pages(self) -> tuple[PhotoOfPage, ...]:
        """What waits, in its order."""
        return tuple(each.photo for each in self._waiting)

    def _add(self, photo: PhotoOfPage) -> None:
        self._numbers += 1
        number, is_first = self._numbers, not self._waiting
        photo = photo.with_lighter_paper(self.lighter.isChecked())
        self._waiting.append(WaitingPhoto(number, photo, b""))
        self._show()
        if is_first:
            # What comes next is below the window: the keyboard goes there, and the page with it.
            first = self.rows.row(number)
            first.first_box().setFocus()
            QTimer.singleShot(0, first, lambda: bring_into_view(first))
        self._make_anew(number, photo)
        if self.straight.isChecked():
            self._find_tilt(number)
        elif self.cut_all.isChecked():
            self.find_paper(number)

    def _find_tilt(self, number: int) -> None:
        photo = self._of(number).photo
        self._page.records.run(photo.found_tilt, partial(self._on_tilt, number, photo))

    def _on_tilt(self, number: int, photo: PhotoOfPage, tilt: float) -> None:
        if not isValid(self) or number not in self.rows.ids():
            return
        now = self._of(number).photo
        if now.turns == photo.turns and not now.tilt and self.straight.isChecked():
            if tilt:
                self._make_anew(number, now.straightened(tilt))
            if self.cut_all.isChecked():
                self.find_paper(number)

    def _on_straight(self, on: bool) -> None:
        for each in list(self._waiting):
            if on:
                self._find_tilt(each.id)
            elif each.photo.tilt:
                self._make_anew(each.id, each.photo.straightened(0))
                if self.cut_all.isChecked():
                    self.find_paper(each.id)

    def _on_cut_all(self, on: bool) -> None:
        for each in list(self._waiting):
            if on:
                self.find_paper(each.id)
            else:
                self.cut(each.id, WHOLE)

    def _on_found(self, number: int, photo: PhotoOfPage, edges: Edges) -> None:
        if not isValid(self) or number not in self.rows.ids():
            return
        now = self._of(number).photo
        if (now.turns, now.tilt) == (photo.turns, photo.tilt):  # it was not turned meanwhile
            self._make_anew(number, now.within(edges))
            if edges == WHOLE:
                announce(self, _("No paper stands out on this photo. All of it is kept."))

    def _on_lighter(self, lighter: bool) -> None:
        for each in list(self._waiting):
            self._make_anew(each.id, each.photo.with_lighter_paper(lighter))

    def _make_anew(self, number: int, photo: PhotoOfPage) -> None:
        at = self._waiting.index(self._of(number))
        self._waiting[at] = replace(self._waiting[at], photo=photo)
        self._page.records.run(partial(_both, photo), partial(self._on_made_anew, number, photo))

    def _on_made_anew(self, number: int, photo: PhotoOfPage, both: tuple[bytes, bytes]) -> None:
        if not isValid(self):
            return
        for at, each in enumerate(self._waiting):
            if each.id == number and each.photo == photo:  # it was not changed again meanwhile
                self._waiting[at] = WaitingPhoto(number, photo, *both)
                self._show()

    def _on_keep(self) -> None:
        self.keep.emit(self.pages(), self.as_they_came.isChecked())

    def _of(self, number: int) -> WaitingPhoto:
        return next(each for each in self._waiting if each.id == number)

    def _place(self, number: int) -> str:
        at = self._waiting.index(self._of(number)) + 1
        return _("Photo {number} of {count}").format(number=at, count=len(self._waiting))

    def _show(self) -> None:
        count = len(self._waiting)
        self.rows.show_rows(self._waiting)
        self.says.setText(
            plural("{count} photo. It is not kept yet.", "{count} photos. They are not kept yet.", count)
        )
        self.setVisible(bool(count))
        self.changed.emit()

    def say_wrong(self, sentence: str) -> None:
        """It stays in sight while others come in."""
        self.wrong.setText(sentence)
        self.wrong.show()
        self._show()
        announce(self, sentence)


class _PhotoRow(QWidget):
    """One photo as it will be, and what can be done with it."""

    def __init__(self, of: PhotoPages, number: int) -> None:
        super().__init__()
        self._of, self._number = of, number
        self._shown = b""
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        self.name = PlainLabel("")
        self._view = PhotoView(b"", "")
        self.turn = Button(_("Turn it"), icon="refresh-cw")
        self.left = Button(_("A little to the left"))
        self.right = Button(_("A little to the right"))
        for button, by in ((self.left, -1), (self.right, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, by=by: of.turn_a_little(number, by))
        self.tilted = PlainLabel("", kind="hint")
        self.tilted.hide()
        self.cut = Button(_("Cut it"))
        self.cut.clicked.connect(self._on_cut)
        self.edges = EdgesBox()
        self.edges.changed.connect(lambda edges: of.cut(number, edges))
        self.edges.find_asked.connect(lambda: of.find_paper(number))
        self.edges.hide()
        self.earlier = Button(_("Earlier"), icon="arrow-up")
        self.later = Button(_("Later"), icon="arrow-down")
        self.out = Button(_("Take it out"), kind="quiet")
        self.out.is_removal = True
        self.turn.clicked.connect(lambda: of.turn(number))
        self.earlier.clicked.connect(lambda: of.move_by(number, -1))
        self.later.clicked.connect(lambda: of.move_by(number, 1))
        self.out.clicked.connect(lambda: of.take_out(number))
        self._buttons = (self.turn, self.left, self.right, self.cut, self.earlier, self.later, self.out)
        buttons = WrapRow(*self._buttons)
        for part in (self.name, self._view, self.edges, self.tilted, buttons):
            column.addWidget(part)

    def show_row(self, number: int, page: WaitingPhoto) -> None:
        count = len(self._of.pages())
        words = _("Photo {number} of {count}").format(number=number, count=count)
        self.name.setText(words)
        for button in self._buttons:
            button.setAccessibleName(f"{button.words()}: {words}")
        self.tilted.setText(tilt_in_words(page.photo.tilt))
        self.tilted.setVisible(bool(page.photo.tilt))
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < count)
        if page.small and page.small != self._shown:
            self._shown = page.small
            self._view.show_photo(page.small, words)
        self._view.setAccessibleName(words)
        if page.whole:
            self.edges.show_photo(page.whole, page.photo.edges, words)

    def first_box(self) -> QWidget:
        return self.turn

    def _on_cut(self) -> None:
        """The frame takes the place of the photo, and gives it back."""
        open_now = self.edges.isHidden()
        self.edges.setVisible(open_now)
        self._view.setHidden(open_now)
        self.cut.setText(_("Done cutting") if open_now else _("Cut it"))
        self.cut.setAccessibleName(f"{self.cut.words()}: {self.name.words()}")
        self._of.changed.emit()


def tilt_in_words(tilt: float) -> str:
    """How far a photo is turned from how it was taken; empty where it is not."""
    if not tilt:
        return ""
    to = _("Turned {degrees} degrees to the right") if tilt > 0 else _("Turned {degrees} degrees to the left")
    return to.format(degrees=f"{abs(tilt):g}")


def _both(photo: PhotoOfPage) -> tuple[bytes, bytes]:
    return photo.shown(), photo.shown_whole()
