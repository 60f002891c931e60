"""What the accessibility audit looks at: what a window shows, where it lies, and what is exempt."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from ui.widgets.rail import Lies, Rail

EXEMPT: tuple[tuple[type[QWidget], str], ...] = (
    (QDialog, "native dialogs (files, printing) are the computer's own"),
    (QScrollBar, "scroll bars: wheel and keys scroll as well, the computer decides how they are used"),
    (QMenuBar, "the menu bar is Qt's own and is reached by Alt or F10, not by Tab"),
)
"""The only exemptions. Links inside running text are exempt from T18 too; there are none yet."""

_PRESSED = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
)


class Survey:
    """One look at a window: shown widgets, controls among them, and where each lies."""

    def __init__(self, top: QWidget, measured: set[tuple[object, ...]] | None = None) -> None:
        """`measured`: the sorts of things whose drawing was measured in this look; others are added to it."""
        self.top = top
        self.measured = set() if measured is None else measured
        self.widgets: list[QWidget] = []
        self._walk(top)
        corner = QPoint(0, 0)
        self.box = {w: QRect(w.mapTo(top, corner), w.size()) for w in self.widgets if w is not top}
        self._put_lines_where_they_are_read()
        self.controls = [w for w in self.box if _is_control(w)]

    def _put_lines_where_they_are_read(self) -> None:
        """A rail that is a line floats over what is scrolled: it is looked at where its place in the page is."""
        for rail in [w for w in self.widgets if isinstance(w, Rail) and w.lies == Lies.LINE]:
            place = self.box[rail.place]
            top = place.bottom() + 1 - rail.height() if rail.is_last else place.top()
            floats = self.box[rail].top() - top
            for part in (rail, *rail.findChildren(QWidget)):
                if part in self.box:
                    self.box[part].translate(0, -floats)

    def beside(self, first: QWidget, second: QWidget) -> tuple[QRect, QRect]:
        """Where the two lie to each other: what scrolls never comes over what stays, as if at its window's edge."""
        a, b = _scrolls_in(first), _scrolls_in(second)
        if a is b:
            return self.box[first], self.box[second]
        return self._seen_in(first, a, b), self._seen_in(second, b, a)

    def _seen_in(self, widget: QWidget, area: QScrollArea | None, other: QScrollArea | None) -> QRect:
        box = self.box[widget]
        if area is None or (other is not None and area.isAncestorOf(other)):
            return box
        viewport = area.viewport()
        window = QRect(viewport.mapTo(self.top, QPoint(0, 0)), viewport.size())
        top, bottom = (min(max(y, window.top()), window.bottom()) for y in (box.top(), box.bottom()))
        return QRect(QPoint(box.left(), top), QPoint(box.right(), bottom))

    def reads_before(self, first: QWidget, second: QWidget) -> bool:
        """Whether `first` is clearly read before `second`: above it, or to its left on the same line."""
        a, b = self.beside(first, second)
        if a.bottom() <= b.top():
            return a.left() <= b.right()  # a next column to the right may start higher
        return a.right() <= b.left() and a.top() < b.bottom() and b.top() < a.bottom()

    def read_before(self, widget: QWidget) -> list[QWidget]:
        """The words and controls read before this one."""
        return [
            w
            for w in self.box
            if (isinstance(w, (QLabel, QAbstractButton)) or w in self.controls)
            and w is not widget
            and self.reads_before(w, widget)
        ]

    def region(self, widget: QWidget) -> str:
        """The side bar, a rail beside the page, or the rest of the window."""
        above: QWidget | None = widget
        while above is not None and above is not self.top:
            if above.property("part") == "sidebar":
                return "side bar"
            if isinstance(above, Rail) and above.lies == Lies.BESIDE:
                return "rail"
            above = above.parentWidget()
        return "page"

    def _walk(self, widget: QWidget) -> None:
        self.widgets.append(widget)
        for child in widget.children():
            if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
                continue
            if isinstance(child, tuple(kind for kind, _why in EXEMPT)):
                continue
            self._walk(child)


def _scrolls_in(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def see(top: QWidget | Survey) -> Survey:
    """A survey of this window; one already made is used again."""
    return top if isinstance(top, Survey) else Survey(top)


def shown_text(widget: QWidget) -> str:
    """The words one sees on a label or button."""
    words = getattr(widget, "words", None)
    if callable(words):
        return str(words())
    if isinstance(widget, QAbstractButton):
        return widget.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return widget.text() if isinstance(widget, QLabel) else ""


def say(widget: QWidget) -> str:
    """This widget, so that the one who has to mend it finds it."""
    text = shown_text(widget) or widget.accessibleName()
    above, inside = widget.parentWidget(), ""
    while above is not None and not inside:
        inside = above.accessibleName() or (
            type(above).__name__ if type(above).__module__.startswith("ui.") else ""
        )
        above = above.parentWidget()
    short = text if len(text) <= 40 else text[:39] + "…"
    return f'{type(widget).__name__} "{short}"' + (f" in {inside[:40]}" if inside else "")


def _is_control(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
        return False
    if isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox)):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or isinstance(widget, _PRESSED)
