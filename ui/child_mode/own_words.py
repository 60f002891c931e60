"""My own words: every question on two pages, in any order, the letter first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carer_app.child_questions import AgeSet, ChildQuestion
from carer_app.choices import ChildMark
from carer_app.words import _
from ui.child_mode.step import ChildText, Step
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.text import Heading
from ui.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

PAGES = 2


class OwnWordsStep(Step):
    """Half of the groups of questions. An empty box is no answer, and says nothing."""

    def __init__(self, room: ChildRoom, number: int) -> None:
        """`number` is 0 or 1."""
        self.number = number
        super().__init__(room)

    @staticmethod
    def page_of(asked: AgeSet, key: str) -> int:
        """On which of the pages a question stands. The letter and the first two groups are on the first."""
        groups = list(dict.fromkeys(question.group for question in asked.questions))
        group = next(question.group for question in asked.questions if question.key == key)
        return 0 if groups.index(group) <= len(groups) // PAGES else 1

    def build(self) -> None:
        asked = self.room.sitting.age_set
        self.heading(_("In my own words, page {number} of 2").format(number=self.number + 1))
        self.say(asked.telling.no_wrong, kind="hint")
        self.boxes: dict[str, ChildText] = {}
        self.fields: dict[str, Field] = {}
        group = ""
        for question in asked.questions:
            if self.page_of(asked, question.key) != self.number:
                continue
            if question.group != group:
                group = question.group
                self.column.addWidget(Heading(group, 2))
            self._ask(question)
        self.ways_on()

    def _ask(self, question: ChildQuestion) -> None:
        box = ChildText(partial(self._on_words, question.key), lines=question.lines)
        box.show_stored(self.room.sitting.answer(question.key).words)
        self.boxes[question.key] = box
        field = Field(question.words, box)
        self.column.addWidget(field)
        self.fields[question.key] = field
        self._to_read.append(field.label_on_top())
        buttons = []
        for mark in (ChildMark.SKIP, ChildMark.NOT_SURE):
            button = Button(mark.words, "quiet", name=f"{mark.words}: {question.words}")
            button.clicked.connect(partial(self._pass_over, question.key, mark))
            buttons.append(button)
        self.column.addWidget(WrapRow(*buttons))

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
