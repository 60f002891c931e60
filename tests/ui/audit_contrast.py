"""The contrast part of the accessibility audit: of the tokens, and of what is really drawn."""

import sys
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)

from tests.ui.audit_survey import Survey, say, see
from ui.child_mode.talking import NumberCard
from ui.look import theme
from ui.look.theme_tokens import BY_NAME, EDGE_PAIRS, TEXT_PAIRS, contrast
from ui.widgets.buttons import Button, SideBarButton
from ui.widgets.marked_row import MarkedRow
from ui.widgets.paper_in_parts import PaperInParts, PaperPart
from ui.widgets.paper_stack import PaperStack
from ui.widgets.row_card import GroupRow
from ui.widgets.tag import Tag

WORDS, MARKS = 4.5, 3.0
PAPER = {"#FFFFFF", "#22282B", "#000000"}
_RUN = 256
"""Bytes of a picture that are looked at once, however often they are there: a whole number of pixels."""
A_FEW = 12
"""Pixels where the edge of a letter may happen to have any shade."""


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
    """T13: marks, tags and placeholders as they come out in pixels, one of each sort."""
    seen, problems = see(top), []
    for widget in seen.widgets:
        sort = _sort(widget)
        if sort is None or sort in seen.measured:
            continue
        seen.measured.add(sort)
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


def focus_seen(top: QWidget | Survey) -> list[str]:
    """T10: where the keyboard is can be seen, and a box to press or type into is seen without it; one of each sort."""
    seen, problems = see(top), list[str]()
    for control in seen.controls:
        kind = getattr(control, "kind", str)()
        sort = "focus", type(control), kind, _ground(control), bool(control.property("wrong"))
        if sort not in seen.measured:
            seen.measured.add(sort)
            problems += _focus(control)
    return problems


def old_colours(top: QWidget) -> list[str]:
    """T22: what is still drawn in the colours of a look that was changed. Paper looks the same in every look."""
    picture = top.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for stack in (each for each in top.findChildren(PaperStack) if each.isVisible()):
        painter.fillRect(QRect(stack.mapTo(top, QPoint(0, 0)), stack.size()), theme.colour("bg"))
    for sheet in (each for each in top.findChildren(PaperInParts) if each.isVisible()):
        for page in range(len(sheet._pages)):  # and nothing of ours around the paper
            painter.fillRect(sheet._page(page).translated(sheet.mapTo(top, QPoint(0, 0))), theme.colour("bg"))
    painter.end()
    pixels = bytes(picture.constBits())
    alike = {pixels[at : at + _RUN] for at in range(0, len(pixels), _RUN)}  # most of a page is one ground
    shown = set(memoryview(b"".join(alike)).cast("I"))
    other = {shade for look in BY_NAME.values() for shade in look} - set(theme.tokens()) - PAPER
    numbers = {shade: 0xFF000000 | int(shade[1:], 16) for shade in other}
    return [
        f"{shade} is from another look"
        for shade, number in sorted(numbers.items())
        if number in shown and pixels.count(number.to_bytes(4, sys.byteorder)) > A_FEW
    ]


def _focus(control: QWidget) -> list[str]:
    across, down = control.width() // 2, min(control.height() // 2, theme.px(40))
    strips = (QRect(0, down, 12, 1), QRect(across, 0, 1, 12))
    pictures = list(_without_and_with_focus(control, strips))
    edge = min(span(focused, strip) for strip, (_without, focused) in zip(strips, pictures, strict=True))
    changed = max(
        sum(
            contrast(_hex(without.pixel(x, y)), _hex(focused.pixel(x, y))) >= MARKS for x, y in _points(strip)
        )
        for strip, (without, focused) in zip(strips, pictures, strict=True)
    )
    if edge < MARKS:
        return [f"the focus ring of {say(control)} has only {edge:.2f} to 1"]
    if changed < 2:
        return [f"{say(control)} looks nearly the same with and without the keyboard's focus"]
    if isinstance(control, GroupRow):
        return _chevron(control)
    if not _has_an_edge(control):
        return []
    ground = getattr(theme.tokens(), _ground(control)).lower()
    plain = max(contrast(_hex(pictures[0][0].pixel(x, down)), ground) for x in range(4))
    return [f"the edge of {say(control)} has only {plain:.2f} to 1"] if plain < MARKS else []


def _chevron(row: GroupRow) -> list[str]:
    """A row in a card has no edge of its own: what says that it leads somewhere is the mark at its end."""
    was, row.ring.shown = row.ring.shown, False
    side = theme.gap(12) + theme.px(theme.ICON_SIZE)
    mark = QRect(row.width() - side, 0, theme.px(theme.ICON_SIZE), row.height())
    ratio = span(drawn(row, mark), mark)
    row.ring.shown = was
    return [f"the mark of {say(row)} has only {ratio:.2f} to 1"] if ratio < MARKS else []


def _has_an_edge(control: QWidget) -> bool:
    """Not what reads as a link, as a part of printed paper does, and not a row of words that has a mark or a place of
    its own."""
    if isinstance(control, (MarkedRow, SideBarButton, NumberCard)):
        return False
    if isinstance(control, PaperPart):
        return not control.is_drawn  # what would make it read as a link
    return not (isinstance(control, Button) and control.kind() == "quiet")


def _without_and_with_focus(control: QWidget, strips: tuple[QRect, ...]) -> Iterator[tuple[QImage, QImage]]:
    ring = getattr(control, "ring", None)
    if ring is None:
        without, focused = (_box(control, focused) for focused in (False, True))
        yield from ((without, focused) for _strip in strips)
        return
    was = ring.shown
    for strip in strips:
        ring.shown = False
        without_ring = drawn(control, strip)
        ring.shown = True
        yield without_ring, drawn(control, strip)
    ring.shown = was


def _box(box: QWidget, focused: bool) -> QImage:
    """A box to type into as the style draws it: no other box has to lose the keyboard for it."""
    if not isinstance(box, (QComboBox, QLineEdit, QFrame)):
        return drawn(box)  # not of ours: it says nothing of the keyboard
    picture = QImage(box.size(), QImage.Format.Format_RGB32)
    picture.fill(theme.colour(_ground(box)))
    style, painter = box.style(), QPainter(picture)
    option = QStyleOptionComboBox() if isinstance(box, QComboBox) else QStyleOptionFrame()
    box.initStyleOption(option)  # type: ignore[arg-type]
    option.state = option.state & ~QStyle.StateFlag.State_HasFocus
    if focused:
        option.state |= QStyle.StateFlag.State_HasFocus
    if isinstance(option, QStyleOptionComboBox):
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, box)
    elif isinstance(box, QLineEdit):
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, box)
    else:
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, box)
    painter.end()
    return picture


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
