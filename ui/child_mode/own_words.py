"""My own words: the letter first, two questions on the next page, and the rest for who wants to say more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carer_app.choices import ChildMark
from carer_app.sitting import MY_DAY
from carer_app.texts.child_questions import ChildQuestion
from carer_app.words import _
from ui.child_mode.child_text import ChildText
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom


_LETTER_LINES, _LOW_LETTER_LINES, _BIG_LETTER_LINES = 6, 4, 2
"""Usually, where there is little room, and where words are very big: all of the box is seen."""
_NO_ANSWER = (ChildMark.SKIP, ChildMark.NOT_SURE)


class OwnWordsStep(RoomStep):
    """Boxes for one's own words, in any order. An empty box is no answer, and says nothing."""

    def __init__(self, room: ChildRoom, keys: Sequence[str]) -> None:
        self._keys = keys
        self.boxes: dict[str, ChildText] = {}
        self.fields: dict[str, Field] = {}
        super().__init__(room)

    def build(self) -> None:
        self.heading(_("In my own words"))
        self.say(self.room.sitting.age_set.telling.no_wrong, kind="hint")
        here = self.here()
        for question in here:
            self.ask(question, self.column)
        if self._is_alone:  # where they are on every page with one question
            alone = here[0].key
            self.ways_on(
                partial(self._pass_by, alone, ChildMark.SKIP),
                partial(self._pass_by, alone, ChildMark.NOT_SURE),
            )
        else:
            self.ways_on()
        sitting, others = self.room.sitting, self.say_more(here[-1].key)
        is_first = here[0].key == sitting.questions()[0].key
        if is_first and MY_DAY not in sitting.ways and not self.room.is_changing:
            others.append(self.button(_("My day, too"), self.room.take_day_first))
        if others:
            self.row_of_words(*others)

    @property
    def _is_alone(self) -> bool:
        return len(self._keys) == 1

    def _pass_by(self, key: str, mark: ChildMark) -> None:
        self._pass_over(key, mark)
        self.room.next()

    def here(self) -> list[ChildQuestion]:
        """The questions of this page."""
        return [each for each in self.room.sitting.questions() if each.key in self._keys]

    def ask(self, question: ChildQuestion, column: QVBoxLayout) -> None:
        """One question with its box."""
        lines = _LETTER_LINES if self._is_alone else question.lines
        if self.is_low:
            letter = _BIG_LETTER_LINES if theme.current().scale > theme.MOST else _LOW_LETTER_LINES
            lines = letter if self._is_alone else 1
        box = ChildText(partial(self._on_words, question.key), lines=lines)
        box.show_stored(self.room.sitting.answer(question.key).words)
        self.boxes[question.key] = box
        self.keys.box = self.keys.box or box
        field = Field(question.words, box)
        self.fields[question.key] = field
        self._to_read.append(field.label_on_top())
        buttons = []
        for mark in () if self._is_alone else _NO_ANSWER:
            button = Button(mark.words, "quiet", name=f"{mark.words}: {question.words}")
            button.clicked.connect(partial(self._pass_over, question.key, mark))
            buttons.append(button)
        beside = QHBoxLayout()
        theme.space(beside, gap=8)
        beside.addWidget(field, 1)
        if buttons:
            beside.addWidget(WrapRow(*buttons), 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(beside)

    def _on_words(self, key: str, words: str) -> None:
        self.room.sitting.say(key, words)
        self.room.save()
        if words.strip():
            self.fields[key].set_hint("")

    def _pass_over(self, key: str, mark: ChildMark, _checked: bool = False) -> None:
        """On to the next box. Words that are there already stay."""
        self.boxes[key].flush()
        self.room.sitting.pass_over(key, mark)
        if self.room.sitting.answer(key).mark == mark:
            self.fields[key].set_hint(_("{mark}. That is fine.").format(mark=mark.words))
        keys = list(self.boxes)
        after = keys.index(key) + 1
        if after < len(keys):
            self.boxes[keys[after]].setFocus()
        announce(self, mark.words)


class MoreStep(OwnWordsStep):
    """The other questions by their short names. One opens when it is pressed, so that the page stays short."""

    begins_on_page = True

    def build(self) -> None:
        self.heading(_("More, if you want"))
        self.say(_("Press one to answer it. Leave the rest."), kind="hint")
        self.closed: dict[str, Button] = {}
        asked, place, row = self.here(), QVBoxLayout(), WrapRow()
        theme.space(place, gap=8)
        self.column.addLayout(place)  # what is open is in sight, however many are not
        self.column.addWidget(row)
        for question in asked:
            button = Button(question.short, icon="plus", name=f"{question.short}: {question.words}")
            button.be_narrow()
            button.clicked.connect(partial(self._on_opened, question, place))
            row.add(button)
            self.closed[question.key] = button
            if self.room.sitting.answer(question.key):
                self._open(question, place, by_hand=False)
        self.ways_on()

    def _on_opened(self, question: ChildQuestion, place: QVBoxLayout, _checked: bool = False) -> None:
        self._open(question, place)

    def _open(self, question: ChildQuestion, place: QVBoxLayout, by_hand: bool = True) -> None:
        self.ask(question, place)
        follow_reading_order(self)
        if by_hand:
            self.boxes[question.key].setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.stay_with_keyboard()  # it gets its place only now
        self.closed[question.key].hide()
