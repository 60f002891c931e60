"""My school day: one part of the day after the other, each with a mark and a word, or neither."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carer_app.choices import ChildMark, ChildsDoor
from carer_app.sitting import MY_DAY, Sitting
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import ChildQuestion
from carer_app.words import _
from ui.child_mode.asking import MARKS, AskStep
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.focus_ring import paint_box
from ui.widgets.picture import DrawnPicture, PictureButton, drawn
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_PICTURE = 44
_MARK, _SMALL_MARK = 28, 20
_MOST_WITH_WORDS = 190
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class DayDoorStep(RoomStep):
    """Before the day begins: what it is, and with whom. On paper it is a strip to cut out."""

    def build(self) -> None:
        asked = self.room.sitting.age_set
        self.heading(asked.day.heading)
        self.say(asked.day.what)
        if asked.by != "words":
            pictures = [DrawnPicture(_PICTURE) for _part in asked.day.parts]
            for picture, part in zip(pictures, asked.day.parts, strict=True):
                picture.show_drawing(drawing(part.drawing), part.short)
            self.row_of_words(*pictures)
        for_young = self.words.together_first and asked.by != "words"
        together = self.button(
            _("Together"),
            partial(self.room.begin, ChildsDoor.TOGETHER, MY_DAY),
            main=for_young,
        )
        alone = self.button(
            _("On my own"), partial(self.room.begin, ChildsDoor.ON_MY_OWN, MY_DAY), main=not for_young
        )
        here = (together, alone) if for_young else (alone, together)
        on_paper = self.button(_("On paper, to cut out and stick"), self.room.outside.print_day)
        self.row(*here)
        self.row(on_paper)
        self.keys.add(*here, on_paper)
        self.back(self.room.back_to_the_ways)


class DayStep(AskStep):
    """One part of the day is asked about; below lies the whole day, from which any part can be taken."""

    def __init__(self, room: ChildRoom, question: ChildQuestion) -> None:
        self.strip: SchoolDayStrip | None = None
        super().__init__(room, question)

    def lay(self) -> None:
        """The box beside the marks, so that the whole day is in sight below. Where words are big it stays in sight."""
        if not self.room.is_changing:
            self.strip = SchoolDayStrip(self.room.sitting, self.question.key, self._on_part)
        if theme.current().scale > _MOST_WITH_WORDS:
            if self.strip is not None:
                self.middle(self.strip)
            if more := self.say_more(self.question.key):
                self.row_of_words(*more)
            self.row(*self.marks.values())
            self.box(self.own_words(self.text))
            return
        both, said = QHBoxLayout(), QVBoxLayout()
        theme.space(both, gap=20)
        theme.space(said, gap=8)
        both.addWidget(WrapRow(*self.marks.values(), even=True))
        said.addStretch(1)
        said.addWidget(self.own_words(self.text))
        if more := self.say_more(self.question.key):
            said.addWidget(WrapRow(*more))
        said.addStretch(1)
        both.addLayout(said, 1)
        self.column.addLayout(both)
        if self.strip is not None:  # it begins and ends with what stands above it
            self.column.addWidget(self.strip)

    def explain(self) -> None:
        """Once for the whole day."""
        if self.question.key == self.room.sitting.day()[0].key:
            super().explain()

    def _on_mark(self, mark: ChildMark, chosen: bool) -> None:
        super()._on_mark(mark, chosen)
        if self.strip is not None:
            self.strip.show_marks()

    def _on_part(self, key: str) -> None:
        self.text.flush()
        self.room.go_to_asked(key)


class SchoolDayStrip(WrapRow):
    """The parts of the day in a row, each with the mark it has. One stop for Tab; the arrows go along."""

    def __init__(self, sitting: Sitting, here: str, go_to: Callable[[str], None]) -> None:
        self._sitting, likes = sitting, sitting.age_set.by == "cards"
        self.parts = {each.key: _StripPart(each, each.key == here, likes) for each in sitting.day()}
        super().__init__(*self.parts.values(), filled=True)
        for key, part in self.parts.items():
            part.clicked.connect(partial(self._on_pressed, go_to, key))
        self.show_marks()

    def show_marks(self) -> None:
        """As they are now."""
        for key, part in self.parts.items():
            part.show_mark(self._sitting.answer(key).mark)

    def _on_pressed(self, go_to: Callable[[str], None], key: str, _checked: bool = False) -> None:
        go_to(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        parts, step = list(self.parts.values()), _STEPS.get(Qt.Key(event.key()))
        now = next((number for number, part in enumerate(parts) if part.hasFocus()), None)
        if step is None or now is None:
            super().keyPressEvent(event)
            return
        parts[(now + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)


class _StripPart(PictureButton):
    """One part: its picture, its words where there is room for five of them, and its mark."""

    def __init__(self, asked: ChildQuestion, is_here: bool, likes: bool) -> None:
        self._asked, self._is_here, self._mark, self._likes = asked, is_here, ChildMark.NONE, likes
        super().__init__(asked.short, drawing(asked.drawing), size=_PICTURE)
        if not is_here:
            self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.follow_look()

    def follow_look(self) -> None:
        """The look changed: where words are big there is room for the pictures alone."""
        self.setText(self._asked.short if self._has_words else "")

    def show_mark(self, mark: ChildMark) -> None:
        """The mark that this part has, for the eye and for the ear."""
        self._mark = mark
        here = _("this one now") if self._is_here else ""
        self.setAccessibleName(": ".join(part for part in (self._asked.short, self._said(mark)) if part))
        self.setAccessibleDescription(here)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _STEPS:  # Qt would go by where buttons lie, also out of the strip
            self.ring.key_used()
            event.ignore()
            return
        super().keyPressEvent(event)

    def _said(self, mark: ChildMark) -> str:
        if mark not in MARKS:
            return ""
        return mark.likes if self._likes else mark.words

    def sizeHint(self) -> QSize:
        """With words there is room for its mark beside the picture."""
        if not self._has_words:
            return QSize(self._side, self._side)
        width = max(super().sizeHint().width(), theme.picture_px(_PICTURE + 2 * _MARK))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self._has_words else QSize(self._side, self._side)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self._has_words else self._side

    @property
    def _side(self) -> int:
        return theme.picture_px(_PICTURE) + 2 * theme.padding(10)

    @property
    def _has_words(self) -> bool:
        return theme.current().scale <= _MOST_WITH_WORDS

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        if self._is_here and not self.ring.shown:
            paint_box(painter, QRectF(self.rect()), None, "primary", 5)
        if self._mark in MARKS:
            side = theme.picture_px(_MARK if self._has_words else _SMALL_MARK)
            left, top = self.width() - side - theme.padding(5), theme.padding(5)
            paint_box(painter, QRectF(left - 2, top - 2, side + 4, side + 4), "surface", "border", 2, 4)
            painter.drawPixmap(left, top, drawn(drawing(MARKS[self._mark]), side))
