"""The contrast part of the accessibility audit: of the tokens, and of what is really drawn."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.audit_survey import Survey, say, see
from ui import theme
from ui.theme_tokens import EDGE_PAIRS, TEXT_PAIRS, contrast
from ui.widgets.marked_row import MarkedRow
from ui.widgets.tag import Tag
from ui.widgets.word_button import WordButton

WORDS, MARKS = 4.5, 3.0


def token_contrast(top: QWidget | Survey | None = None) -> list[str]:
    """T12: the colours of the look in use, by pairs: words 7 to 1, edges 3 to 1."""
    t = theme.tokens()
    return [
        f"{first} on {second} is only {ratio:.2f} to 1"
        for pairs, least in ((TEXT_PAIRS, 7.0), (EDGE_PAIRS, MARKS))
        for first, second in pairs
        if (ratio := contrast(getattr(t, first), getattr(t, second))) < least
    ]


def drawn_contrast(top: QWidget | Survey) -> list[str]:
    """T13: marks, tags, placeholders and the focus ring as they come out in pixels, one of each sort."""
    problems, sorts = [], set[tuple[object, ...]]()
    for widget in see(top).widgets:
        sort = _sort(widget)
        if sort is None or sort in sorts:
            continue
        sorts.add(sort)
        problems += _measure(widget)
    return problems


def drawn(widget: QWidget, part: QRect | None = None) -> QImage:
    """The widget's own pixels on the ground that it lies on; outside `part` only that ground."""
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.colour(_ground(widget)))
    part = part or widget.rect()
    widget.render(picture, part.topLeft(), QRegion(part), QWidget.RenderFlag.DrawChildren)
    return picture


def span(picture: QImage, box: QRect) -> float:
    """The contrast between the darkest and the lightest pixel in this box."""
    inside = box.intersected(picture.rect())
    rows = range(inside.top(), inside.bottom() + 1, max(1, inside.height() // 12))
    columns = range(inside.left(), inside.right() + 1)
    shades = {picture.pixel(x, y) for y in rows for x in columns}
    if not shades:
        return 1.0
    ordered = sorted(shades, key=lambda shade: contrast(_hex(shade), "#000000"))
    return contrast(_hex(ordered[0]), _hex(ordered[-1]))


def _measure(widget: QWidget) -> list[str]:
    if isinstance(widget, MarkedRow):
        return _marks(widget)
    if isinstance(widget, WordButton):
        return _ring(widget)
    part = QRect(0, 0, min(widget.width(), theme.px(160)), min(widget.height(), theme.px(60)))
    ratio = span(drawn(widget, part), part.adjusted(6, 6, -6, -6))
    if ratio < WORDS:
        return [f"the words of {say(widget)} have only {ratio:.2f} to 1"]
    return []


def _marks(row: MarkedRow) -> list[str]:
    box = row.mark_box().toAlignedRect()
    line = QRect(box.left() - 3, box.center().y(), box.width() // 2, 1)
    ratio = span(drawn(row, line.adjusted(0, -1, 0, 1)), line)
    return [f"the mark of {say(row)} has only {ratio:.2f} to 1"] if ratio < MARKS else []


def _ring(button: WordButton) -> list[str]:
    across, down = button.width() // 2, button.height() // 2
    strips = (QRect(0, down, 8, 1), QRect(across, 0, 1, 8))
    edge, changed = 21.0, 0
    for strip in strips:
        without, focused = _without_and_with_ring(button, strip)
        edge = min(edge, span(focused, strip))
        shades = ((without.pixel(x, y), focused.pixel(x, y)) for x, y in _points(strip))
        changed = max(changed, sum(contrast(_hex(before), _hex(after)) >= MARKS for before, after in shades))
    if edge < MARKS:
        return [f"the focus ring of {say(button)} has only {edge:.2f} to 1"]
    if changed < 2:
        return [f"{say(button)} looks nearly the same with and without the keyboard's focus"]
    return []


def _without_and_with_ring(button: WordButton, strip: QRect) -> tuple[QImage, QImage]:
    was = button.ring.shown
    button.ring.shown = False
    without = drawn(button, strip)
    button.ring.shown = True
    focused = drawn(button, strip)
    button.ring.shown = was
    return without, focused


def _points(box: QRect) -> list[tuple[int, int]]:
    return [(x, y) for x in range(box.left(), box.right() + 1) for y in range(box.top(), box.bottom() + 1)]


def _sort(widget: QWidget) -> tuple[object, ...] | None:
    if isinstance(widget, MarkedRow):
        return type(widget), widget.isChecked(), widget.isEnabled(), widget.ring.shown, _ground(widget)
    if isinstance(widget, Tag):
        return Tag, widget.kind
    if isinstance(widget, (QLineEdit, QPlainTextEdit)) and widget.placeholderText():
        empty = not (widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())
        return (type(widget), widget.isEnabled(), widget.hasFocus()) if empty else None
    if isinstance(widget, WordButton) and widget.isEnabled():
        return type(widget), widget.kind() if hasattr(widget, "kind") else "", _ground(widget)
    return None


def _ground(widget: QWidget) -> str:
    grounds = {
        "card": "surface",
        "problems": "surface",
        "message": "ok_bg",
        "sidebar": "sunken",
        "calendar": "surface",
    }
    above = widget.parentWidget()
    while above is not None:
        if above.property("part") in grounds:
            return grounds[above.property("part")]
        above = above.parentWidget()
    return "bg"


def _hex(shade: int) -> str:
    return f"#{shade & 0xFFFFFF:06x}"
