"""How everything looks: one palette, one font, one style sheet, made again whenever the carer changes them."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from resources import path
from ui.look.style_sheet import style_sheet
from ui.look.theme_tokens import BY_NAME, OF_A_PALETTE, Colours, Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SCALES = (100, 125, 150, 175, 200)
COLOURS: tuple[Colours, ...] = ("light", "dark", "contrast")
FIRST_FONTS: tuple[str, ...] = ("Andika-Regular.ttf", "Andika-Bold.ttf")
FONT_FILES: tuple[str, ...] = (
    *FIRST_FONTS,
    "NotoSans-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
)
_FAMILIES = ("Andika", "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
ICON_SIZE = 22
CHILD_SCALE = 146
"""In the child's part: 44 pixels become 64 and text of 16 becomes 23."""
MOST = 200
"""Up to here space and pictures grow with the words: as far as it goes anywhere but in the child's part."""
_SMALL_BAR, _HEADING_THERE = 155, 183
STYLE = "Fusion"

STEPS = (0, 4, 8, 12, 16, 20, 28)
"""All the sizes that empty space has, between the parts of a page and around them (100 % pixels)."""
# Three sizes on a page: the name of a child, on the child's own page, is the heading there.
_TYPE: dict[str, tuple[int, QFont.Weight]] = {
    "body": (16, QFont.Weight.Normal),
    "strong": (16, QFont.Weight.Bold),
    "name": (40, QFont.Weight.Bold),
    "h1": (30, QFont.Weight.Bold),
    "h2": (20, QFont.Weight.Bold),
    "quote": (20, QFont.Weight.Normal),
    "tag": (16, QFont.Weight.Bold),
    "bar": (16, QFont.Weight.Bold),
    "small bar": (16, QFont.Weight.Bold),
}
LINE_HEIGHT: dict[str, float] = {
    "body": 1.45,
    "strong": 1.45,
    "name": 1.2,
    "h1": 1.25,
    "h2": 1.3,
    "quote": 1.35,
    "tag": 1.3,
    "bar": 1.45,
    "small bar": 1.45,
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the carer chose: the colours, and the text size in per cent (one of SCALES)."""

    colours: Colours = "light"
    scale: int = 100
    computers: Tokens | None = None
    """The computer's own colours, where they go before ours: it is in high contrast."""


class _Signals(QObject):
    changed = Signal()


signals = _Signals()
_BOXES = "QLineEdit, QPlainTextEdit, QComboBox {{ font-size: {size}px; }}"
"""What is typed takes its font from the application; in a part of another size it is said."""
_look = Look()
_worn = _look
"""What the whole application was given last. A part of it may wear another text size: see `dress`."""
_loaded: set[str] = set()


def apply(app: QApplication, look: Look) -> None:
    """Give the whole application this look, now; windows on screen follow at once.

    A widget that keeps measures or pictures of its own has a method `follow_look()`, which is called here.
    """
    global _look, _worn
    if not _loaded:
        load_fonts()
    first = not app.styleSheet()
    if look == _worn and not first:
        if look != _look:  # only a part wore another, and is gone
            _look = look
            _tell_everything(app)
        return
    if first and app.property("style") != STYLE:  # asking Qt itself would wake every enum of QStyle: 7 ms
        app.setStyle(STYLE)
    _look = _worn = look
    if not first:
        app.setStyleSheet("")  # else Qt works out the old rules again for the new font and palette
    app.setFont(font("body"))
    app.setPalette(_palette(tokens()))
    app.setStyleSheet(style_sheet(_for_the_sheet(), look.scale))
    if not first:
        _tell_everything(app)
    signals.changed.emit()


def take(look: Look) -> None:
    """From now on everything is made in this look. What is there already keeps its own, until it is dressed."""
    global _look
    _look = look


def dress(part: QWidget) -> None:
    """Give one part of a window the look in use, and nothing else: cheap while there is little in it."""
    sheet = style_sheet(_for_the_sheet(), _look.scale) + _BOXES.format(size=px(_TYPE["body"][0]))
    part.setStyleSheet(sheet if _look != _worn else "")
    _tell([part, *part.findChildren(QWidget)])
    for layout in part.findChildren(QLayout):
        _space_now(layout)


def load_fonts(names: tuple[str, ...] = FONT_FILES) -> None:
    """Make our fonts known. `apply` sees to it, unless some were loaded before: then the rest can wait."""
    for name in names:
        if name not in _loaded:
            QFontDatabase.addApplicationFont(str(path(f"fonts/{name}")))
            _loaded.add(name)


def current() -> Look:
    """The look in use."""
    return _look


def worn() -> Look:
    """The look of the whole application, also while a part of it has another."""
    return _worn


def tokens(colours: Colours | None = None) -> Tokens:
    """The colours of one look by name; of the look in use when none is named."""
    if colours is None and _look.computers is not None:
        return _look.computers
    return BY_NAME[colours or _look.colours]


def _for_the_sheet() -> Tokens:
    """In the computer's own colours the sheet names the parts of the palette and no colour."""
    if _look.computers is None:
        return tokens()
    return Tokens(*(f"palette({part})" for part in OF_A_PALETTE))


def px(n: float) -> int:
    """`n` pixels at 100 %, in pixels at the text size in use. Ask again after `signals.changed`."""
    return round(n * _look.scale / 100)


def gap(n: float) -> int:
    """`n` pixels of empty space at 100 %. It grows half as much as the words: more of them are seen at once. Above
    `MOST` it gives way to them."""
    scale = _look.scale
    return round(n * min(50 + scale / 2, max(100, 2 * MOST - scale)) / 100)


def padding(n: float) -> int:
    """`n` pixels inside what one presses, at 100 %: it grows with the words, and above `MOST` gives way to them."""
    scale = _look.scale if _look.scale <= MOST else max(100, 2 * MOST - _look.scale)
    return round(n * scale / 100)


def picture_px(n: float) -> int:
    """`n` pixels of a picture at 100 %: it grows with the words up to `MOST`, and above that gives way to them."""
    scale = _look.scale if _look.scale <= MOST else max(100, MOST - (_look.scale - MOST) // 2)
    return round(n * scale / 100)


def colour(token: str) -> QColor:
    """The colour of this token in the look in use."""
    return QColor(getattr(tokens(), token))


def font(role: str = "body") -> QFont:
    """The font for one of `_TYPE`, such as "body" or "h2", at the text size in use. A copy, which may be changed."""
    return QFont(_font(role, _look.scale))


@lru_cache(maxsize=32)
def _font(role: str, _scale: int) -> QFont:
    size, weight = _TYPE[role]
    made = QFont(_FAMILIES)
    # In the child's part words in the bars grow as far as anywhere else, in a narrow window less, and so do headings:
    # they leave room for what is asked, and for an answer.
    scale = _look.scale
    most = {"bar": MOST, "small bar": _SMALL_BAR, "h1": _HEADING_THERE if scale > MOST else scale}
    made.setPixelSize(round(size * min(scale, most.get(role, scale)) / 100))
    made.setWeight(weight)
    return made


def icon(name: str, colour_token: str = "text") -> "QIcon":
    """A Lucide icon in the look in use; ask again after `signals.changed`."""
    from PySide6.QtGui import QIcon

    return QIcon(pixmap(name, colour_token))


def pixmap(name: str, colour_token: str = "text", size: int = ICON_SIZE) -> QPixmap:
    """A Lucide icon as a picture `size` pixels square at 100 %; ask again after `signals.changed`."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _coloured_pixmap(name, str(getattr(tokens(), colour_token)), px(size), ratio)


def space(
    layout: QLayout, gap: float | None = None, edges: tuple[float, float, float, float] | None = None
) -> None:
    """Set a layout's gap and edges (left, top, right, bottom) in 100 % pixels; they follow the text size."""
    if gap is not None:
        layout.setProperty("gap", float(gap))
    if edges is not None:
        layout.setProperty("edges", [float(edge) for edge in edges])
    _space_now(layout)


def _palette(t: Tokens) -> QPalette:
    role, made = QPalette.ColorRole, QPalette()
    for part, shade in (
        (role.Window, t.bg),
        (role.WindowText, t.text),
        (role.Base, t.surface),
        (role.AlternateBase, t.sunken),
        (role.Text, t.text),
        (role.PlaceholderText, t.muted),
        (role.Button, t.surface),
        (role.ButtonText, t.text),
        (role.BrightText, t.over),
        (role.ToolTipBase, t.surface),
        (role.ToolTipText, t.text),
        (role.Highlight, t.primary),
        (role.HighlightedText, t.on_primary),
        (role.Link, t.link),
        (role.LinkVisited, t.link),
        (role.Accent, t.primary),
        (role.Light, t.surface),
        (role.Midlight, t.hair),
        (role.Mid, t.border),
        (role.Dark, t.border),
        (role.Shadow, t.text),
    ):
        made.setColor(part, QColor(shade))
    for part in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(t.muted))
    return made


def _tell_everything(app: QApplication) -> None:
    _tell(app.allWidgets())
    for window in app.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            _space_now(layout)


def _tell(widgets: list[QWidget]) -> None:
    for widget in widgets:
        follow = getattr(widget, "follow_look", None)
        if follow is not None:
            follow()


def _space_now(layout: QLayout) -> None:
    wanted, edges = layout.property("gap"), layout.property("edges")
    if wanted is not None:
        layout.setSpacing(gap(wanted))
    if edges is not None:
        layout.setContentsMargins(*(gap(edge) for edge in edges))


@lru_cache(maxsize=256)  # what one looks at and what one has just come from
def _coloured_pixmap(name: str, shade: str, size: int, ratio: float) -> QPixmap:
    # Late: the first window is painted without them.
    from PySide6.QtCore import QByteArray
    from PySide6.QtSvg import QSvgRenderer

    drawing = (path("icons") / f"{name}.svg").read_bytes().replace(b"currentColor", shade.encode())
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
