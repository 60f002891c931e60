"""The body of a page: one column that scrolls up and down and never sideways."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme

_MARGIN = 28
_AROUND = 80


class PageBody(QScrollArea):
    """Add widgets to `column`; they start at the top and are at most `max_width` wide (100 % pixels).

    `centred`: in the middle of the window instead, for the pages that have no side bar beside them. `steady`: from the
    top on, for a page that grows as one answers: what is there already must not move under the mouse.
    """

    def __init__(
        self, max_width: int = 960, centred: bool = False, steady: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._max_width = max_width
        self._centred = centred
        self._stays = False
        self._room = 0  # what can be seen is this wide; asking viewport() costs 20 ms at the first start
        self.setProperty("part", "body")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        sheet = QWidget()
        sheet.setProperty("part", "column")
        self._sheet = QVBoxLayout(sheet)
        self._sheet.setSpacing(0)
        holder = QWidget()
        self.column = QVBoxLayout(holder)
        theme.space(self.column, gap=16, edges=(0, 0, 0, 0))
        if centred and not steady:
            self._sheet.addStretch(2)
        holder.installEventFilter(self)
        self._sheet.addWidget(holder)
        self._sheet.addStretch(3)
        self.setWidget(sheet)
        self._set_margins()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until this widget can be seen."""
        self.ensureWidgetVisible(widget, 0, theme.px(_AROUND))

    def stay_with_keyboard(self) -> None:
        """Keep what has the keyboard in sight however the page still lays itself out, until somebody scrolls."""
        if not self._stays:
            self._stays = True
            self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        QTimer.singleShot(0, self, self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if self._stays and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            # Each round of a layout may begin another; after the last one there is one more look.
            QTimer.singleShot(0, self, self._look)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._room = event.size().width()
        self._set_margins()
        super().resizeEvent(event)
        if self._stays:
            QTimer.singleShot(0, self, self._look)

    def follow_look(self) -> None:
        """The look changed."""
        self._set_margins()

    def _on_scrolled(self, _how: int) -> None:
        self._stays = False
        self.verticalScrollBar().actionTriggered.disconnect(self._on_scrolled)

    def _look(self) -> None:
        focused = QApplication.focusWidget()
        if not self._stays or focused is None or not self.isAncestorOf(focused):
            return
        if not focused.visibleRegion().boundingRect().contains(focused.rect()):
            bring_into_view(focused)

    def _set_margins(self) -> None:
        side = theme.px(_MARGIN)
        spare = max(0, self._room - 2 * side - theme.px(self._max_width))
        left = spare // 2 if self._centred else 0
        self._sheet.setContentsMargins(side + left, side, side + spare - left, side)


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around this widget until all of it can be seen; of a very high one, the cursor in it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            spare = (above.viewport().height() - widget.height()) // 2
            around = max(0, min(theme.px(_AROUND), spare))
            content = above.widget()
            if spare >= 0 and content is not None:
                top = widget.mapTo(content, QPoint(0, 0))
                above.ensureVisible(top.x(), top.y() + widget.height(), 0, around)
                above.ensureVisible(top.x(), top.y(), 0, around)
            else:
                above.ensureWidgetVisible(widget, 0, around)
        above = above.parentWidget()
