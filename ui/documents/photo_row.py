"""One photo of a paper that waits to be kept, and what can be done with it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.words import _
from ui.documents.photo_edges import EdgesBox
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.picture import PhotoView
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.documents.photo_pages import PhotoPages


@dataclass(frozen=True)
class WaitingPhoto:
    """One photo that waits, and how it looks now."""

    id: int
    photo: PhotoOfPage
    small: bytes
    whole: bytes = b""
    """The same with what is cut away."""


class PhotoRow(QWidget):
    """One photo as it will be, and what can be done with it."""

    def __init__(self, of: "PhotoPages", number: int) -> None:
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
        self.askew = WrapRow(self.left, self.right)
        self.askew.hide()
        self.cut = Button(_("Cut or tilt it"))
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
        always = (self.turn, self.cut, self.earlier, self.later, self.out)
        self._buttons = (*always, self.left, self.right)
        for part in (self.name, self._view, self.edges, self.askew, self.tilted, WrapRow(*always)):
            column.addWidget(part)

    def show_row(self, number: int, page: WaitingPhoto) -> None:
        """Its place, and how it looks now."""
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

    @property
    def has_keyboard(self) -> bool:
        """Whether one is at this photo."""
        at: QWidget | None = self.window().focusWidget()
        return at is not None and self.isAncestorOf(at)

    def first_box(self) -> QWidget:
        """Where the keyboard goes when it came."""
        return self.turn

    def _on_cut(self) -> None:
        """The frame takes the place of the photo, and gives it back. What few photos need is no key on the way."""
        open_now = self.edges.isHidden()
        self.edges.setVisible(open_now)
        self.askew.setVisible(open_now)
        self._view.setHidden(open_now)
        self.cut.setText(_("Done") if open_now else _("Cut or tilt it"))
        self.cut.setAccessibleName(f"{self.cut.words()}: {self.name.words()}")
        self._of.changed.emit()


def tilt_in_words(tilt: float) -> str:
    """How far a photo is turned from how it was taken; empty where it is not."""
    if not tilt:
        return ""
    to = _("Turned {degrees} degrees to the right") if tilt > 0 else _("Turned {degrees} degrees to the left")
    return to.format(degrees=f"{abs(tilt):g}")


def small_and_whole(photo: PhotoOfPage) -> tuple[bytes, bytes]:
    """How it will be, and the same with what is cut away."""
    return photo.shown(), photo.shown_whole()
