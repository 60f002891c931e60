"""Photos of a paper, put upright and in order before they are kept as one file. They are in memory only until then."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.jobs import photos_of_paper
from carer_app.jobs.photos_of_paper import MOST_PAGES, PhotoOfPage
from carer_app.words import _, plural
from ui.base import dialogs
from ui.base.page import Page
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


class PhotoPages(QWidget):
    """`keep` carries the pages in their order. Nothing of them is left once they are kept, or let go."""

    keep = Signal(object)
    changed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._waiting: list[WaitingPhoto] = []
        self._numbers = 0
        self._asked_from: QWidget | None = None
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        self.says = PlainLabel("", kind="strong")
        self.wrong = PlainLabel("", kind="error")
        self.wrong.hide()
        self.lighter = Tick(_("Make the paper lighter"))
        self.lighter.toggled.connect(self._on_lighter)
        self.keep_them = Button(_("Keep these as one file"), kind="main", icon="file-plus")
        self.keep_them.clicked.connect(self._on_keep)
        self.more = Button(_("Add another photo"))
        self.more.clicked.connect(self.choose)
        self.leave = Button(_("Leave these out"), kind="quiet")
        self.leave.is_removal = True
        self.leave.clicked.connect(self.let_go)
        self.rows: Rows[WaitingPhoto] = Rows(lambda number: _PhotoRow(self, number), self.more, gap=12)
        for part in (
            self.says,
            self.wrong,
            self.rows,
            self.lighter,
            WrapRow(self.keep_them, self.more, self.leave),
        ):
            column.addWidget(part)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether there is any photo."""
        return bool(self._waiting)

    def choose(self) -> None:
        """Ask which photos."""
        dialogs.choose_files(self, _("Choose the photos"), dialogs.PHOTOS, self.take)

    def take(self, paths: list[str]) -> None:
        """Read them elsewhere, one after the other, in the order of their names."""
        if len(self._waiting) + len(paths) > MOST_PAGES:
            self._say_wrong(_("These are more than {most} photos. Choose fewer.").format(most=MOST_PAGES))
            return
        self.wrong.hide()
        self._asked_from = None if self._waiting else self.window().focusWidget()
        self._say(_("Looking at the photos…"))
        for path in sorted(paths):
            self._page.records.run(partial(_read, Path(path)), self._on_read, self._say_wrong)

    def let_go(self) -> None:
        """Forget them. The photos themselves stay where they are."""
        self._waiting.clear()
        self.wrong.hide()
        self._show()

    def turn(self, number: int) -> None:
        """A quarter turn to the right."""
        self._make_anew(number, self._of(number).photo.turned())

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

    def _on_read(self, read: tuple[PhotoOfPage, bytes]) -> None:
        if not isValid(self):
            return
        self._numbers += 1
        number = self._numbers
        self._waiting.append(WaitingPhoto(number, *read))
        self._show()
        if self._asked_from is not None and self.window().focusWidget() is self._asked_from:
            # What comes next is below the window: the keyboard goes there, and the page with it.
            first = self.rows.row(number)
            first.first_box().setFocus()
            QTimer.singleShot(0, first, lambda: bring_into_view(first))
        self._asked_from = None
        if self.lighter.isChecked():
            self._make_anew(number, read[0].with_lighter_paper(True))

    def _on_lighter(self, lighter: bool) -> None:
        for each in list(self._waiting):
            self._make_anew(each.id, each.photo.with_lighter_paper(lighter))

    def _make_anew(self, number: int, photo: PhotoOfPage) -> None:
        at = self._waiting.index(self._of(number))
        self._waiting[at] = WaitingPhoto(number, photo, self._waiting[at].small)
        self._page.records.run(photo.shown, partial(self._on_made_anew, number, photo))

    def _on_made_anew(self, number: int, photo: PhotoOfPage, small: bytes) -> None:
        if not isValid(self):
            return
        for at, each in enumerate(self._waiting):
            if each.id == number and each.photo == photo:  # it was not changed again meanwhile
                self._waiting[at] = WaitingPhoto(number, photo, small)
                self._show()

    def _on_keep(self) -> None:
        self.keep.emit(self.pages())

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

    def _say_wrong(self, sentence: str) -> None:
        """It stays in sight while others come in."""
        if isValid(self):
            self.wrong.setText(sentence)
            self.wrong.show()
            self._show()
            self.show()
            announce(self, sentence)

    def _say(self, sentence: str) -> None:
        if isValid(self):
            self.says.setText(sentence)
            self.show()
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
        self.earlier = Button(_("Earlier"), icon="arrow-up")
        self.later = Button(_("Later"), icon="arrow-down")
        self.out = Button(_("Take it out"), kind="quiet")
        self.out.is_removal = True
        self.turn.clicked.connect(lambda: of.turn(number))
        self.earlier.clicked.connect(lambda: of.move_by(number, -1))
        self.later.clicked.connect(lambda: of.move_by(number, 1))
        self.out.clicked.connect(lambda: of.take_out(number))
        for part in (self.name, self._view, WrapRow(self.turn, self.earlier, self.later, self.out)):
            column.addWidget(part)

    def show_row(self, number: int, page: WaitingPhoto) -> None:
        count = len(self._of.pages())
        words = _("Photo {number} of {count}").format(number=number, count=count)
        self.name.setText(words)
        for button in (self.turn, self.earlier, self.later, self.out):
            button.setAccessibleName(f"{button.words()}: {words}")
        self.earlier.setEnabled(number > 1)
        self.later.setEnabled(number < count)
        if page.small != self._shown:
            self._shown = page.small
            self._view.show_photo(page.small, words)
        self._view.setAccessibleName(words)

    def first_box(self) -> QWidget:
        return self.turn


def _read(path: Path) -> tuple[PhotoOfPage, bytes]:
    photo = photos_of_paper.read_photo(path)
    return photo, photo.shown()
