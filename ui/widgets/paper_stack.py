"""All pages under each other in one scroll, with pictures asked for only near what can be seen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.focus_ring import FocusRing, paint_box
from ui.widgets.page_pictures import Draw, PagePicture, deliver_to
from ui.widgets.paper_sheet import PaperSheet

WIDEST_PAGE = 900
SHARPEST = 2_600
AT_A_TIME = 2
_EDGE = 4
_GAP = 16
_STEP = 56
_SETTLE_MS = 40
_A4 = 595.3, 841.9
_LAID_OUT = 300


class PaperStack(QScrollArea):
    """The pages; one Tab stop. `draw(numbers, pixels_wide, reply)` is asked for pictures, one request at a time."""

    page_changed = Signal(int)

    def __init__(self, draw: Draw, parent: QWidget | None = None) -> None:
        self.ring = FocusRing()
        self._draw = draw
        self._sheets: list[PaperSheet] = []
        self._papers = 0
        self._waiting = False
        self._zoom = 1.0
        self._page = 0
        super().__init__(parent)
        # The frame only keeps room, around the scroll bars too, for the edge that is painted here.
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setLineWidth(_EDGE)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages"))
        self._ground = _Ground()
        self.setWidget(self._ground)
        self._ask_soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._ask_soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    # What is shown

    def show_pages(self, pages: Sequence[tuple[float, float, str | None]], in_place: bool = False) -> None:
        """Show this paper from its first page: width and height in points, and text, of each page.

        `in_place`: it is the same paper, made anew. One stays where one is, and sees what was there until it is drawn.
        """
        before, at = self._sheets, self.verticalScrollBar().value()
        for sheet in before:
            sheet.hide()
            sheet.deleteLater()
        self._papers += 1
        self._waiting = False
        self._sheets = [
            PaperSheet(number, len(pages), *page, self._ground) for number, page in enumerate(pages, start=1)
        ]
        for sheet in self._sheets:
            sheet.show()
        if in_place:
            for sheet, was in zip(self._sheets, before, strict=False):
                sheet.look_like(was)
        self._page = 0
        self._lay_out()
        self.verticalScrollBar().setValue(at if in_place else 0)
        self._moved()

    def show_empty_paper(self) -> None:
        """A sheet of the size that everything is printed on, with nothing on it until a paper is shown."""
        if not self._sheets:
            self.show_pages([(*_A4, None)])
            self._waiting = True  # nothing is asked for

    def in_sight(self) -> tuple[int, int]:
        """The page that is looked at, and how many pixels wide its picture is to be."""
        return max(1, self._page), self.sharp()

    def sharp(self) -> int:
        """How many pixels wide an upright page is going to be drawn, as far as that is known already."""
        wide = self._page_width() if self.viewport().width() > theme.px(_LAID_OUT) else theme.px(WIDEST_PAGE)
        return min(SHARPEST, round(wide * self.devicePixelRatioF()))

    def set_image(self, number: int, width: int, height: int, data: bytes, asked_for: int = 0) -> None:
        """Show this picture of a page, wherever it came from; one of the wrong size counts as none."""
        if not 1 <= number <= len(self._sheets):
            return
        picture = QImage()
        if width > 0 and height > 0 and len(data) == width * height * 4:
            # A copy, because the image would otherwise go on using memory that Python may give back.
            picture = QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()
        self._sheets[number - 1].set_picture(picture, asked_for or width or 1)

    def pictures_held(self) -> list[int]:
        """The numbers of the pages that have a picture in memory now."""
        return [sheet.number for sheet in self._sheets if sheet.has_picture]

    @property
    def is_drawn(self) -> bool:
        """Whether there is a paper, and every page of it that is in sight shows its picture."""
        top, bottom = (
            self.verticalScrollBar().value(),
            self.verticalScrollBar().value() + self.viewport().height(),
        )
        seen = [each for each in self._sheets if each.y() < bottom and each.geometry().bottom() > top]
        return bool(seen) and all(each.drawn_for for each in seen)

    # Where one is

    def page(self) -> int:
        """The number of the page being looked at, from 1; 0 where there is none."""
        return self._page

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def go_to(self, number: int) -> None:
        """Bring the top of this page into view."""
        if 1 <= number <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[number - 1].y() - theme.px(_GAP))

    def say_words(self, number: int, text: str) -> None:
        """What is on this page, for who listens, where it was not known at first."""
        self._sheet(number).show_words(text)

    def zoom(self) -> float:
        """1.0 is the page fitted to the width."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Draw the pages larger or smaller; the place being read stays where it is."""
        self._zoom = zoom
        self._lay_out()

    # Size and place

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDEST_PAGE // 2), theme.px(500))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._lay_out()

    def _lay_out(self) -> None:
        if not self._sheets:
            self._ground.resize(self.viewport().size())
            return
        bar = self.verticalScrollBar()
        reading = self._sheets[max(0, self._page - 1)]
        part = (bar.value() - reading.y()) / max(1, reading.height())
        gap, wide = theme.px(_GAP), self._page_width()
        across = max(self.viewport().width(), wide + 2 * gap)
        down = gap
        for sheet in self._sheets:
            high = round(wide * sheet.steepness)
            sheet.setGeometry((across - wide) // 2, down, wide, high)
            down += high + gap
        self._ground.resize(across, max(down, self.viewport().height()))
        bar.setSingleStep(theme.px(_STEP))
        self.horizontalScrollBar().setSingleStep(theme.px(_STEP))
        bar.setValue(round(reading.y() + part * reading.height()))
        self.viewport().update()
        self._moved()

    def _page_width(self) -> int:
        fitted = min(self.viewport().width() - 2 * theme.px(_GAP), theme.px(WIDEST_PAGE))
        return max(40, round(fitted * self._zoom))

    def _moved(self) -> None:
        self._ask_soon.start()
        looked_at = self.verticalScrollBar().value() + self.viewport().height() // 3
        number = sum(1 for sheet in self._sheets if sheet.y() <= looked_at)
        if self.verticalScrollBar().value() == self.verticalScrollBar().maximum() > 0:
            number = len(self._sheets)
        if self._sheets and number != self._page:
            self._page = max(1, number)
            sheet = self._sheets[self._page - 1]
            self.setAccessibleDescription(f"{sheet.accessibleName()}. {sheet.accessibleDescription()}")
            self.page_changed.emit(self._page)

    def _sheet(self, number: int) -> PaperSheet:
        return self._sheets[number - 1]

    # Pictures

    def _ask(self) -> None:
        """Ask for what can be seen, then for what is next to it; let go of what is far away."""
        if not self.isVisible():
            return
        top, high = self.verticalScrollBar().value(), self.viewport().height()
        away = {
            sheet: max(sheet.y() - top - high, top - sheet.y() - sheet.height(), 0) for sheet in self._sheets
        }
        for sheet, distance in away.items():
            if distance > 2 * high and sheet.drawn_for:
                sheet.drop_picture()
        sharp = wide = min(SHARPEST, round(self._page_width() * self.devicePixelRatioF()))
        near = sorted((distance, sheet.number) for sheet, distance in away.items() if distance <= high)
        missing = [
            each for _far, each in near if self._sheet(each).drawn_for != self._sheet(each).sharp(sharp)
        ]
        if missing and not self._waiting:
            self._waiting = True
            sharp = self._sheet(missing[0]).sharp(sharp)
            wanted = [each for each in missing if self._sheet(each).sharp(wide) == sharp][:AT_A_TIME]
            self._draw(wanted, sharp, deliver_to(self, self._papers, wanted, sharp))

    def take(self, papers: int, asked: list[int], sharp: int, pictures: Sequence[PagePicture]) -> None:
        """The answer to a request; one about a paper no longer shown is dropped."""
        if papers != self._papers:
            return
        self._waiting = False
        for picture in pictures:
            self.set_image(picture.number, picture.width, picture.height, picture.data, sharp)
        for number in set(asked) - {picture.number for picture in pictures}:
            self._sheets[number - 1].set_picture(QImage(), sharp)
        self._ask_soon.start()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self._paint_edge()
            return True
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show):
            self._ask_soon.start()
        return super().event(event)

    def _paint_edge(self) -> None:
        painter = QPainter(self)
        edge, width = ("field_edge", 3) if self.ring.shown else ("border", 1)
        paint_box(painter, QRectF(self.rect()), "sunken", edge, width, radius=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring.key_used()
        self.update()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring.mouse_used()
        self.update()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring.came(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring.left()
        self.update()
        super().focusOutEvent(event)


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.colour("sunken"))


give_role(PaperStack, QAccessible.Role.Document)
