"""One thing that was said, on a card: its picture, the exact words, on the sheet or off it, and how to put it right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from carer_app.choices import ChildsDoor, Share
from carer_app.sitting import DRAWING, Thing
from carer_app.texts.cards import drawing
from carer_app.words import _
from ui.child_mode.offers import OnOff
from ui.child_mode.read_back_shape import CardShape, text_of
from ui.child_mode.said_here import SaidHere
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.focus_ring import paint_box, paint_ring
from ui.widgets.icon_only import IconOnly, icon_of, icon_side
from ui.widgets.picture import PhotoView, paint_drawing
from ui.widgets.read_aloud import NO_VOICE_HERE, ReadButton
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Tag
from ui.widgets.text import Kind, PlainLabel
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_PHOTO = 60
_BETWEEN = 6
_BADGE = 16
_ICONS = {_("On my sheet"): "check", _("Read it"): "volume-2", _("Change it"): "pencil"}
"""What the icons on a card are called."""


def key_of(is_shared_each: bool) -> WrapRow:
    """Each icon once beside its word: on the cards it stands alone."""
    names = list(_ICONS) if is_shared_each else list(_ICONS)[1:]
    tags = [Tag(name, "later", _ICONS[name]) for name in names]
    for tag in tags:
        tag.is_quiet = True
    return WrapRow(*tags)


def shape_of(room: ChildRoom, said: SaidHere, most: str) -> CardShape:
    """How this is laid on its card, before there is one."""
    side = icon_side()
    has_photo = said.key == DRAWING and bool(room.photo)
    left = side + (theme.gap(_BETWEEN) + theme.picture_px(_PHOTO) if has_photo else 0)
    high = max(side, theme.picture_px(_PHOTO)) if has_photo else side
    right = 2 * side + theme.gap(_BETWEEN) if _is_decided_here(room, said) else side
    texts = [text_of(words, "body" if kind == "hint" else "strong") for words, kind in texts_of(said, most)]
    return CardShape(QSize(left, high), texts, right, lambda _width: side)


def texts_of(said: SaidHere, most: str) -> list[tuple[str, Kind]]:
    """What it is about, where the words do not say it themselves, and whose they are, where they are somebody else's;
    then the words; then who can read it, where that is not said elsewhere."""
    whose = "" if said.whose in ("", most) else f"({said.whose})"
    about = " ".join(each for each in ("" if said.says_itself else said.about, whose) if each)
    all_of_it: list[tuple[str, Kind]] = [(about, "hint")]
    all_of_it += [(line, "strong") for line in said.lines]
    return [each for each in (*all_of_it, (said.told, "hint")) if each[0]]


def _is_decided_here(room: ChildRoom, said: SaidHere) -> bool:
    return said.thing is not None and room.sitting.age_set.shared == "each"


class ReadBackCard(QFrame):
    """Its picture, which reads it out; the words; beside them, or where that is lower below them, what else can be done
    with it. It gives its parts their places itself."""

    def __init__(self, room: ChildRoom, said: SaidHere, most: str, shape: CardShape) -> None:
        super().__init__()
        self._room, self._said, self._shape = room, said, shape
        self.setProperty("part", "card")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.texts = [PlainLabel(words, kind) for words, kind in texts_of(said, most)]
        self.lines = [label for label in self.texts if label.kind() == "strong"]
        """The words that were said."""
        ear = EarButton(room, lambda: self.lines, said)
        is_photo = said.key == DRAWING and bool(room.photo)
        photo = [PhotoView(room.photo, _("Your picture"), size=_PHOTO)] if is_photo else []
        self._left = _CloseRow(*photo, ear)
        self._usual = self._make_usual()
        self._right = list[Button]()
        self._row = _CloseRow(*self._usual)
        for part in self.in_order():
            part.setParent(self)

    def in_order(self) -> list[QWidget]:
        """The parts in the order in which they are read."""
        return [self._left, *self.texts, self._row]

    def _lie_anew(self) -> None:
        """Its buttons or the size of its words are others."""
        self._shape = CardShape(
            self._left.sizeHint(),
            [text_of(each.words(), "strong" if each in self.lines else "body") for each in self.texts],
            self._row.sizeHint().width(),
            self._row.heightForWidth,
        )
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._shape.height_in(width)

    def sizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def follow_look(self) -> None:
        """The look changed."""
        self._lie_anew()

    def _place(self) -> None:
        places = self._shape.lay(self.width())
        self._left.setGeometry(places.left)
        for label, box in zip(self.texts, places.texts, strict=True):
            label.setGeometry(box)
        self._row.setGeometry(places.row)

    def _make_usual(self) -> list[Button]:
        made, said = list[Button](), self._said
        if said.thing is not None and _is_decided_here(self._room, said):
            made.append(OnMySheet(self._room, said.thing, said.about))
        words = _("Change it")
        change = IconButton(words, icon=_ICONS[words], name=f"{words}: {said.about}")
        change.clicked.connect(lambda _checked=False: self._show_right(True))
        made.append(change)
        return made

    def _make_right(self) -> list[Button]:
        said = self._said
        made = [
            self._named(part.about if said.parts else _("Change"), partial(self._room.change, part.key))
            for part in said.parts or (said,)
        ]
        made.append(self._named(_("Rub it out"), self._rub_out))
        if self._room.sitting.door == ChildsDoor.TOGETHER:
            for part in said.parts or (said,):
                thing = part.thing
                if thing is not None and thing.words and not thing.picked:
                    whose = _("Whose words?")
                    words = f"{part.about}: {whose}" if said.parts else whose
                    made.append(self._named(words, partial(self._room.ask_whose, thing)))
        made.append(self._named(_("Leave it"), partial(self._show_right, False)))
        for button in made:
            button.be_in_a_bar(self._room.top.is_small)  # very big words of what was said have the room
        return made

    def _named(self, words: str, do: Callable[[], object]) -> Button:
        button = Button(words, name=f"{words}: {self._said.about}")
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _show_right(self, wanted: bool) -> None:
        """What puts it right in the place of what is usually there; the keyboard stays among it."""
        if wanted and not self._right:
            self._right = self._make_right()
            for button in self._right:
                self._row.add(button)
        for buttons, shown in ((self._usual, not wanted), (self._right, wanted)):
            for button in buttons:
                button.setVisible(shown)
        self._lie_anew()
        follow_reading_order(self._room)
        (self._right[0] if wanted else self._usual[-1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rub_out(self) -> None:
        for part in self._said.parts or (self._said,):
            self._room.rub_out(part.key)
        self._room.return_to_way()


class _CloseRow(WrapRow):
    """Buttons closer to each other than elsewhere: none of them has words that need room."""

    _between = _BETWEEN


class IconButton(IconOnly, Button):
    """One thing done by an icon alone."""


class EarButton(IconOnly, ReadButton):
    """Reads what was said, and stops when it is pressed again: the picture of it, with a small sign in its corner."""

    def __init__(self, room: ChildRoom, labels: Callable[[], list[PlainLabel]], said: SaidHere) -> None:
        self._drawing = drawing(said.drawing) if said.drawing else None
        super().__init__(_("Read it"), labels, room.say, said.about, NO_VOICE_HERE)

    def _show(self, words: str) -> None:
        super()._show(words)
        self.set_icon(_ICONS.get(words, "x"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring where the keyboard is: on a filled block a drawing in the colours of the look is not seen."""
        if self._drawing is None:
            super().paintEvent(event)
            return
        painter, box = QPainter(self), QRectF(self.rect())
        lit = self.underMouse() or self.isDown()
        paint_box(painter, box, "tint" if lit else "surface", "border", 2)
        self._paint_words(painter, "text")
        if self.ring.shown:
            paint_ring(painter, box)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        if self._drawing is None or self._icon_name is None:
            super()._paint_words(painter, ink)
            return
        badge = theme.picture_px(_BADGE)
        size = icon_side() - badge + 4
        paint_drawing(painter, self._drawing, 5, 4, size)
        corner = QRectF(self.width() - badge - 6, self.height() - badge - 6, badge + 3, badge + 3)
        painter.fillRect(corner, theme.colour("surface"))
        painter.drawPixmap(round(corner.x()) + 1, round(corner.y()) + 1, icon_of(self._icon_name, ink, badge))


class OnMySheet(IconOnly, OnOff):
    """On the sheet by one press, and off it again by another. Before the first press nobody has chosen."""

    def __init__(self, room: ChildRoom, thing: Thing, about: str) -> None:
        self._room, self._key = room, thing.key
        words = _("On my sheet")
        super().__init__(words, thing.share == Share.SHEET, name=f"{words}: {about}")

    def _on_toggled(self, on: bool) -> None:
        super()._on_toggled(on)
        self._room.sitting.decide(self._key, Share.SHEET if on else Share.OFF)
        self._room.save()
