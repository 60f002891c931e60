"""Cutting away what is round the paper on a photo: by dragging an edge, by keys, or as it is proposed."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carer_app.jobs.paper_edges import WHOLE, Edges, moved
from carer_app.words import _
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.wrap_row import WrapRow

EDGES = (_("Left"), _("Top"), _("Right"), _("Bottom"))
STEP = 20
"""Thousandths that one press moves an edge by."""
_SIZE = 420
_NEAR = 24


class EdgesBox(QWidget):
    """The photo with a frame. `changed` carries the edges as they are moved, `find_asked` asks for what is proposed."""

    changed = Signal(object)
    find_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame = EdgesFrame()
        self.frame.moved.connect(self._on_moved)
        self.which = ChoicesAcross([(str(place), words) for place, words in enumerate(EDGES)])
        self.which.set_value("0")
        self.further_in, self.further_out = Button(_("Further in")), Button(_("Further out"))
        self.further_in.clicked.connect(lambda: self.step(1))
        self.further_out.clicked.connect(lambda: self.step(-1))
        for button in (self.further_in, self.further_out):
            button.setAutoRepeat(True)
        self.proposed, self.whole = Button(_("Find the paper")), Button(_("The whole photo"), kind="quiet")
        self.proposed.clicked.connect(self.find_asked)
        self.whole.clicked.connect(lambda: self._on_moved(WHOLE))
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        for part in (
            self.frame,
            Field(_("Which edge? You can also drag it on the photo."), self.which),
            WrapRow(self.further_in, self.further_out, self.proposed, self.whole),
        ):
            column.addWidget(part)

    def show_photo(self, whole: bytes, edges: Edges, about: str) -> None:
        """The whole photo, with the frame that is kept."""
        self.frame.show_photo(whole, edges, about)
        for button in (self.further_in, self.further_out, self.proposed, self.whole):
            button.setAccessibleName(f"{button.words()}: {about}")

    def step(self, inwards: int) -> None:
        """Move the chosen edge; how much is cut off there is said."""
        which, edges = int(self.which.value() or 0), self.frame.edges
        to = edges[which] + STEP * (inwards if which < 2 else -inwards)
        self._on_moved(moved(edges, which, to))
        cut = self.frame.edges[which] if which < 2 else 1000 - self.frame.edges[which]
        announce(self, _("{edge}: {share} of 100 cut off").format(edge=EDGES[which], share=cut // 10))

    def _on_moved(self, edges: Edges) -> None:
        self.frame.show_edges(edges)
        self.changed.emit(edges)


class EdgesFrame(QWidget):
    """The photo, dark outside its frame. An edge is dragged from near where it is; for the mouse alone."""

    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.edges: Edges = WHOLE
        self._photo, self._held = QPixmap(), -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_photo(self, whole: bytes, edges: Edges, about: str) -> None:
        """Another photo, or the same one turned."""
        self._photo = QPixmap()
        self._photo.loadFromData(whole)
        self.setAccessibleName(about)
        self.updateGeometry()
        self.show_edges(edges)

    def show_edges(self, edges: Edges) -> None:
        """Another frame."""
        self.edges = edges
        self.update()

    def sizeHint(self) -> QSize:
        side = theme.picture_px(_SIZE)
        return self._photo.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)

    def follow_look(self) -> None:
        """The look changed."""
        self.updateGeometry()
        self.update()

    def box(self) -> QRectF:
        """Where the frame is, in pixels."""
        left, top, right, bottom = self.edges
        wide, high = self.width() / 1000, self.height() / 1000
        return QRectF(QPointF(left * wide, top * high), QPointF(right * wide, bottom * high))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = self._edge_at(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held >= 0:
            at, across = event.position(), self._held % 2 == 0
            share = at.x() / max(1, self.width()) if across else at.y() / max(1, self.height())
            self.show_edges(moved(self.edges, self._held, round(share * 1000)))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held >= 0:
            self._held = -1
            self.moved.emit(self.edges)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), self.box()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._photo)
        outside = QColor(0, 0, 0, 150)
        every = QRectF(self.rect())
        for part in (
            QRectF(every.topLeft(), QPointF(every.right(), box.top())),
            QRectF(QPointF(every.left(), box.bottom()), every.bottomRight()),
            QRectF(QPointF(every.left(), box.top()), QPointF(box.left(), box.bottom())),
            QRectF(QPointF(box.right(), box.top()), QPointF(every.right(), box.bottom())),
        ):
            painter.fillRect(part, outside)
        for colour, thick in ((Qt.GlobalColor.black, 5), (Qt.GlobalColor.white, 2)):  # seen on any photo
            painter.setPen(QPen(colour, theme.px(thick)))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _edge_at(self, at: QPoint) -> int:
        """The nearest edge, or -1 where none is near."""
        box = self.box()
        apart = (at.x() - box.left(), at.y() - box.top(), at.x() - box.right(), at.y() - box.bottom())
        nearest = min(range(4), key=lambda place: abs(apart[place]))
        return nearest if abs(apart[nearest]) <= theme.px(_NEAR) else -1
