"""The two bars of the room, which never move: above, out and help; below, the ways on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.more_below import MoreBelow
from ui.widgets.text import PlainLabel

_GAP, _LEAST_GAP = 12, 8
_LINE_GAP = 8
_SPARE = 16
_MARK, _LOW_MARK = 14, 10
"""Beside the words that say where one is, and below them."""
_BETWEEN_MARKS = 6
_LEAST_STEP, _SMALLEST_STEP = 9, 6
"""From one mark to the next, where there is little room for them: beside the words, or below them."""
_NARROW = 1250
"""Pixels: in a bar that is narrower very big words grow less, so that it stays on one line."""

Slot = Literal["next", "skip", "not_sure", "back"]
SLOTS: tuple[Slot, ...] = ("next", "skip", "not_sure", "back")
Boxes = list[tuple[QWidget, QRect]]


class _Bar(QWidget):
    """Places what is in it by itself, in as many lines as it needs."""

    def __init__(self, small: bool = False) -> None:
        super().__init__()
        self.is_small = small
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def boxes(self, width: int) -> Boxes:
        """Where each part lies in so much room."""
        raise NotImplementedError

    def in_order(self) -> list[QWidget]:
        """The parts in the order in which they are read."""
        raise NotImplementedError

    def items(self) -> list[Button]:
        """What can be pressed."""
        return [each for each in self.in_order() if isinstance(each, Button)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _part, box in self.boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._suit()
        self.place()

    def _suit(self) -> None:
        """Smaller words where the bar is narrow and they are very big."""
        self.is_small = theme.current().scale > theme.MOST and self.width() < _NARROW
        for button in self.items():
            button.be_in_a_bar(self.is_small)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.follow_look()
        return super().event(event)

    def follow_look(self) -> None:
        """The look changed, or the words of a part."""
        self._suit()
        self.updateGeometry()
        self.place()

    def place(self) -> None:
        """Give each part its place."""
        for part, box in self.boxes(self.width()):
            part.setGeometry(box)


class TopBar(_Bar):
    """*Stop* and *Talk to someone else* in their corner, where one is, and what helps to read at the other end."""

    def __init__(self, stop: Button, talk: Button, *tools: Button) -> None:
        super().__init__()
        self._corner, self._tools = (stop, talk), tools
        self.where = Where()
        for button in (stop, talk, *tools):
            button.be_in_a_bar()
        for part in (stop, talk, *tools, self.where):
            part.setParent(self)

    def in_order(self) -> list[QWidget]:
        return [*self._corner, self.where, *self._tools]

    def show_where(self, number: int, of_all: int) -> None:
        """Say which step of how many is shown below."""
        self.where.show_at(number, of_all)
        self.place()

    def boxes(self, width: int) -> Boxes:
        gap, corner, tools = _gap(), _in_line(self._corner), _in_line(self._tools)
        left, high = _length(corner) + gap, _height(corner)
        one_line = left + _length(tools) <= width
        below = 0 if one_line else high + theme.gap(_LINE_GAP)
        aside = width - _length(tools) if one_line else 0
        room = width - left - (_length(tools) + gap if one_line else 0)
        across = max(min(self.where.sizeHint().width(), room), 0)
        return [
            *corner,
            (self.where, QRect(left + max(room - across, 0) // 2, 0, across, high)),
            *((part, box.translated(aside, below)) for part, box in tools),
        ]


class WaysBar(_Bar):
    """*Next, Skip, Not sure* and *Go back*: each has a place of its own, also where one of them is not there."""

    def __init__(self, more: MoreBelow, small: bool = False) -> None:
        super().__init__(small)
        self._in_slots: dict[Slot, list[QWidget]] = {slot: [] for slot in SLOTS}
        self._beside: list[QWidget] = []
        self._after_next: list[QWidget] = []
        self.more = more
        more.be_in_a_bar(small)
        more.setParent(self)
        self._needs_more = False

    def put(self, slot: Slot, *buttons: Button) -> None:
        """Into the place of this name; what is longer than it reaches over the next one, which must be empty."""
        for button in buttons:
            button.be_in_a_bar(self.is_small)
            button.setParent(self)
            self._in_slots[slot].append(button)

    def put_beside(self, button: Button, after_next: bool = False) -> None:
        """At the other end. With `after_next`, it is reached and heard right after Next."""
        button.be_in_a_bar(self.is_small)
        button.setParent(self)
        self._beside.append(button)
        if after_next:
            self._after_next.append(button)

    def keep_room_for_more(self) -> None:
        """There is more than can be seen: from now on, the way there has its place."""
        if not self._needs_more:
            self._needs_more = True
            self.follow_look()

    def in_order(self) -> list[QWidget]:
        first, *others = ([*self._in_slots[slot]] for slot in SLOTS)
        ways = [*first, *self._after_next, *(button for slot in others for button in slot)]
        return [*ways, *(each for each in self._beside if each not in self._after_next), self.more]

    def boxes(self, width: int) -> Boxes:
        made, ends = list[tuple[QWidget, QRect]](), 0
        at = _slots(self.is_small)
        for slot in SLOTS:
            left = max(at[slot], ends) if self._in_slots[slot] else 0
            for button, box in _in_line(self._in_slots[slot]):
                made.append((button, box.translated(left, 0)))
            if self._in_slots[slot]:
                ends = made[-1][1].right() + 1 + _gap()
        others = _in_line([*self._beside, *([self.more] if self._needs_more else [])])
        if others:
            fits = ends + _length(others) <= width
            left = max(width - _length(others), 0)
            if not fits:  # above: the ways on stay where they are
                lower = _height(others) + theme.gap(_LINE_GAP)
                made = [(button, box.translated(0, lower)) for button, box in made]
            made += [(part, box.translated(left, 0)) for part, box in others]
        if not self._needs_more:
            made.append((self.more, QRect(width, 0, 1, 1)))
        return made


class Where(QWidget):
    """Where one is: a mark for each step, and the number in words. It is never a score."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "bar")
        self.words.setParent(self)
        self._number = self._all = 0

    def in_order(self) -> list[QWidget]:
        """What is read."""
        return [self.words]

    def show_at(self, number: int, of_all: int) -> None:
        """This one of so many; none where there is nothing to count."""
        self._number, self._all = number, of_all
        self.words.setText(where_words(number, of_all))
        self.setVisible(of_all > 1)
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.words.sizeHint()
        return QSize(words.width() + _gap() + self._marks(), words.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @property
    def has_marks(self) -> bool:
        """Whether there is room for a mark for each step."""
        return self._step() > 0

    def _marks(self) -> int:
        return self._all * theme.gap(_MARK + _BETWEEN_MARKS)

    def _step(self) -> float:
        """From one mark to the next, in the room there is; 0 where the words alone have room."""
        least = _SMALLEST_STEP if self._is_below else _LEAST_STEP
        room = self.width() - (0 if self._is_below else self.words.sizeHint().width() + _gap())
        step = self._step_in(room)
        if self._is_below:
            step = min(step, theme.gap(_LOW_MARK) * (_MARK + _BETWEEN_MARKS) / _MARK)
        return step if step >= theme.gap(least) else 0

    def _step_in(self, room: int) -> float:
        return min(theme.gap(_MARK + _BETWEEN_MARKS), room / max(self._all, 1))

    @property
    def _is_below(self) -> bool:
        """Whether the marks have more room below the words than beside them, and lie there."""
        words = self.words.sizeHint()
        beside = self._step_in(self.width() - words.width() - _gap()) >= theme.gap(_LEAST_STEP)
        return not beside and self.height() >= words.height() + theme.gap(_LOW_MARK)

    def _place(self) -> None:
        words, step = self.words.sizeHint(), self._step()
        if step and self._is_below:
            high = words.height() + theme.gap(_LOW_MARK)
            across = max(self.width() - words.width(), 0) // 2
            self.words.setGeometry(across, (self.height() - high) // 2, words.width(), words.height())
            return
        left = round(step * self._all) + _gap() if step else max(self.width() - words.width(), 0) // 2
        self.words.setGeometry(left, (self.height() - words.height()) // 2, words.width(), words.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        step = self._step()
        if not step:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = step * _MARK / (_MARK + _BETWEEN_MARKS)
        left, top = 1.0, (self.height() - side) / 2
        if self._is_below:
            words = self.words.geometry()
            left = (self.width() - step * self._all) / 2 + (step - side) / 2
            top = words.bottom() + 1 + (theme.gap(_LOW_MARK) - side) / 2
        painter.setPen(theme.colour("border"))
        for number in range(1, self._all + 1):
            box = QRectF((number - 1) * step + left, top, side, side)
            if number != self._number:
                small = side / 4
                box.adjust(small, small, -small, -small)
            painter.setBrush(theme.colour("primary") if number <= self._number else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)


def where_words(number: int, of_all: int) -> str:
    """Where one is, in words."""
    return _("{number} of {all}").format(number=number, all=of_all) if of_all > 1 else ""


def _gap() -> int:
    """Between two parts. Where text is very big it gives way, so that a bar stays on one line."""
    return theme.gap(_GAP if theme.current().scale <= theme.MOST else _LEAST_GAP)


def _slots(small: bool) -> dict[Slot, int]:
    """Where each place begins, by the words that usually stand there."""
    words = {"next": _("Next"), "skip": _("Skip"), "not_sure": _("Not sure"), "back": _("Go back")}
    at, left = dict[Slot, int](), 0
    for slot in SLOTS:
        at[slot] = left
        left += _usual_width(words[slot], theme.current().scale, small) + _gap()
    return at


_widths: dict[tuple[str, int, bool], int] = {}


def _usual_width(words: str, scale: int, small: bool) -> int:
    if (words, scale, small) not in _widths:
        usual = Button(words)
        usual.be_in_a_bar(small)
        _widths[words, scale, small] = usual.sizeHint().width() + (
            theme.padding(_SPARE) if scale <= theme.MOST else 0
        )
    return _widths[words, scale, small]


def _in_line(parts: list[QWidget] | tuple[QWidget, ...]) -> Boxes:
    made, left = list[tuple[QWidget, QRect]](), 0
    for part in parts:
        size = part.sizeHint()
        made.append((part, QRect(left, 0, size.width(), size.height())))
        left += size.width() + _gap()
    return made


def _length(line: Boxes) -> int:
    return line[-1][1].right() + 1 if line else 0


def _height(line: Boxes) -> int:
    return max((box.bottom() + 1 for _part, box in line), default=0)
