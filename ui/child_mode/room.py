"""The room itself: three buttons at the top, and one page at a time below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import Door, Share, WhoseWords
from carer_app.sitting import CARDS_LIKED, CARDS_NOT_LIKED, DRAWING, Kept, RoomWords, Sitting
from carer_app.words import _
from ui import theme
from ui.child_mode.asking import AskStep
from ui.child_mode.beginning import ResumeStep, StartStep
from ui.child_mode.coming import ComingStep, WhoStep
from ui.child_mode.drawing import DrawingStep
from ui.child_mode.kept import KeptStep
from ui.child_mode.leaving import DoneStep, StopStep
from ui.child_mode.own_words import PAGES, OwnWordsStep
from ui.child_mode.reading_back import EndStep, ReadBackStep
from ui.child_mode.sorting import PilesStep, PractiseStep, SortStep
from ui.child_mode.step import Step
from ui.child_mode.talking import TalkStep
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.read_aloud import ReadButton, SpeedButton
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

_PILES = 2
_FROM_COMING = 4
"""How the way is laid: the piles are its third page with cards; from Coming on there are four."""

Make = Callable[["ChildRoom"], Step]


class Outside(Protocol):
    """Everything the room can ask for. Each answer is True where it worked."""

    def draft(self) -> Sitting | None: ...
    def write(self, sitting: Sitting) -> bool: ...
    def wipe(self) -> bool: ...
    def keep(self, sitting: Sitting) -> bool: ...
    def photo(self) -> bytes: ...
    def kept(self) -> tuple[Kept, ...]: ...
    def take_off(self, view_id: int) -> bool: ...
    def add(self, view_id: int, words: str, share: Share, whose: WhoseWords) -> bool: ...
    def print_questions(self) -> None: ...
    def print_slip(self) -> None: ...
    def leave(self) -> None: ...


@dataclass(slots=True)
class _Way:
    """The pages of a sitting in order, and which one is shown."""

    pages: list[Make]
    at: int = 0
    is_changing: bool = False


class ChildRoom(QWidget):
    """Everything a child sees. `words` is all it may say beyond its own files; `outside` is all it can ask for."""

    def __init__(self, words: RoomWords, outside: Outside) -> None:
        super().__init__()
        self.words, self.outside = words, outside
        self.sitting = Sitting(words.set_key)
        self._way = _Way([])
        self._is_over = False
        self._before = 0  # pages before the questions: one where there is a drawing
        self.step: Step | None = None
        self.read = ReadButton(_("Read it to me"), self._to_read, self.say)
        self.speed = SpeedButton()
        self.stop = Button(_("Stop for now"))
        self.talk = Button(_("Talk to someone else"))
        self.stop.clicked.connect(self._on_stop)
        self.talk.clicked.connect(self._on_talk)
        self.said_here = PlainLabel("", kind="strong")
        self.said_here.hide()
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=8, edges=(16, 12, 16, 8))
        self._column.addWidget(WrapRow(self.stop, self.talk, self.read, self.speed))
        self._column.addWidget(self.said_here)
        self.start()

    # Moving about

    def start(self) -> None:
        """The first page, or what was left the last time."""
        left = self.outside.draft()
        self.show_step(ResumeStep if left is not None else StartStep)

    def begin(self, door: Door) -> None:
        """Through one of the doors."""
        self.sitting.door = door
        self._go_along()

    @property
    def photo(self) -> bytes:
        """The photograph of their drawing (JPEG), unless it was left out."""
        return self.outside.photo() if self.sitting.has_drawing else b""

    def go_on(self, left: Sitting) -> None:
        """With what was left. The questions are those it was begun with."""
        self.sitting = left
        self._go_along()

    def next(self) -> None:
        """The next page; after a change, what is read back again."""
        if self._way.is_changing:
            self._way.is_changing = False
            self.go_to(len(self._way.pages) - 2)
            return
        self._way.at = min(self._way.at + 1, len(self._way.pages) - 1)
        self.show_step(self._way.pages[self._way.at])

    def back(self) -> None:
        """The page before; before the first one lies the start."""
        self._way.at -= 1
        if self._way.at < 0:
            self.show_step(StartStep)
        else:
            self.show_step(self._way.pages[self._way.at])

    def go_to(self, number: int) -> None:
        """The page with this number along the way."""
        self._way.at = number
        self.show_step(self._way.pages[number])

    def change(self, key: str) -> None:
        """Back to where a question is asked; Next then leads to what is read back."""
        self._way.is_changing = True
        self.go_to(self._number_of(key))

    def return_to_way(self) -> None:
        """Back to where the child is now, for a page that lies beside the way."""
        if self._way.pages and self._way.at >= 0:
            self.show_step(self._way.pages[self._way.at])
        else:
            self.start()

    def show_step(self, make: Make) -> None:
        """Show a page; the one before it is destroyed with every word on it."""
        self.read.aloud.stop()
        before, self.step = self.step, None
        if before is not None:
            before.hide()
            self._column.removeWidget(before)
            before.setParent(None)
            before.deleteLater()
        self.say("")
        self.step = make(self)
        self._column.addWidget(self.step, 1)
        self.step.show()
        follow_reading_order(self)
        self.focus_step()

    def focus_step(self) -> None:
        """Put the keyboard where one would begin, and say which page this is."""
        if self.step is None or not self.isVisible():
            return
        announce(self, self.step.accessibleName())
        self.step.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """A sentence at the top, until the next page."""
        self.said_here.setText(words)
        self.said_here.setVisible(bool(words))
        if words:
            announce(self, words)

    # What is said

    def rub_out(self, key: str) -> None:
        """What was said to one question is gone. A drawing takes its page along."""
        self.sitting.rub_out(key)
        if key == DRAWING and self._before:
            self._before = 0
            del self._way.pages[0]
            self._way.at = max(0, self._way.at - 1)
        self.save()

    def save(self) -> None:
        """Replace the draft with what has been said so far."""
        if self._is_over:
            return
        worked = self.outside.wipe() if self.sitting.is_empty else self.outside.write(self.sitting)
        if not worked:
            self.say(self.did_not_work)

    @property
    def did_not_work(self) -> str:
        """Never the child's fault."""
        return _("That did not work. Ask {carer} to have a look.").format(carer=self.words.carer)

    def keep(self) -> None:
        """What was read back is kept."""
        if not self.outside.keep(self.sitting):
            self.say(self.did_not_work)
            return
        self._is_over = True
        self.show_step(DoneStep)

    def rub_out_all(self) -> None:
        """The whole sitting is gone, and nobody is told."""
        self._is_over = True
        self.sitting = Sitting(self.words.set_key)
        if self.step is not None:
            self.step.hide()  # what is typed and not yet in the draft does not come back
        if self.outside.wipe():
            self.outside.leave()
        else:
            self._is_over = False
            self.say(self.did_not_work)

    def rub_out_left(self) -> None:
        """What was left is gone; the child may begin anew."""
        if self.outside.wipe():
            self.show_step(StartStep)
        else:
            self.say(self.did_not_work)

    def leave(self) -> None:
        """Out of the room, to the lock."""
        self.outside.leave()

    def _go_along(self) -> None:
        questions = self.sitting.age_set.questions
        asking: list[Make] = [partial(AskStep, question=question) for question in questions]
        ways: dict[str, list[Make]] = {
            "cards": [PractiseStep, SortStep, PilesStep, *asking],
            "choose": asking,
            "words": [partial(OwnWordsStep, number=number) for number in range(PAGES)],
        }
        self.sitting.has_drawing = bool(self.outside.photo())
        first: list[Make] = [DrawingStep] if self.sitting.has_drawing else []
        self._before = len(first)
        pages = [*first, *ways[self.sitting.age_set.by], ComingStep, WhoStep, ReadBackStep, EndStep]
        self._way = _Way(pages)
        self.show_step(pages[0])

    def _number_of(self, key: str) -> int:
        """Where along the way a question is asked."""
        asked = self.sitting.age_set
        keys = [question.key for question in asked.questions]
        if key == DRAWING:
            return 0
        if key in (CARDS_LIKED, CARDS_NOT_LIKED):
            return self._before + _PILES
        if key not in keys:
            return len(self._way.pages) - _FROM_COMING
        if asked.by == "words":
            return self._before + OwnWordsStep.page_of(asked, key)
        return self._before + keys.index(key) + (_PILES + 1 if asked.by == "cards" else 0)

    def _to_read(self) -> list[PlainLabel]:
        return self.step.to_read() if self.step is not None else []

    def _on_stop(self) -> None:
        if self.sitting.is_empty or self._is_over:
            self.leave()
        else:
            self.show_step(StopStep)

    def _on_talk(self) -> None:
        self.show_step(TalkStep)

    def show_kept(self) -> None:
        """What the child kept before."""
        self.show_step(KeptStep)
