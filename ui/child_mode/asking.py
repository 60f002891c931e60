"""One question on a page: choose where it fits, say it in words, or neither."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carer_app.choices import ChildMark
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import ChildQuestion
from ui.child_mode.child_text import ChildText
from ui.child_mode.offers import Offers
from ui.child_mode.step import RoomStep
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.picture import PictureButton

if TYPE_CHECKING:
    from ui.child_mode.room import ChildRoom

_FEW = 6
"""Words: so many the youngest see of a question."""

MARKS = {
    ChildMark.UP: "mark_up",
    ChildMark.BETWEEN: "mark_between",
    ChildMark.DOWN: "mark_down",
}
"""The three marks and their drawings. None is nicer than another."""


class AskStep(RoomStep):
    """Nothing is chosen before the child chooses; a mark that is pressed again is not chosen any more."""

    def __init__(self, room: ChildRoom, question: ChildQuestion) -> None:
        self.question = question
        super().__init__(room)

    def build(self) -> None:
        sitting, key = self.room.sitting, self.question.key
        self._ask()
        self.stage.answers_first = True
        self.explain()
        self.marks: dict[ChildMark, PictureButton] = {}
        if self.question.marks:
            for mark, name in MARKS.items():
                words = mark.likes if sitting.age_set.by == "cards" else mark.words
                button = PictureButton(words, drawing(name), stays=True)
                button.show_chosen(sitting.answer(key).mark == mark)
                button.chosen.connect(lambda chosen, mark=mark: self._on_mark(mark, chosen))
                self.marks[mark] = button
                self.keys.add(button)
        pictures = [drawing(each) for each in self.question.offer_drawings]
        self.offers = Offers(self.question.offers, sitting.answer(key).chosen, self._on_offer, pictures)
        self.keys.add(*self.offers.offers)
        self.text = ChildText(self._on_words, lines=self.question.lines)
        self.text.show_stored(sitting.answer(key).words)
        self.keys.box = self.text
        self.lay()
        self.ways_on(partial(self._pass_over, ChildMark.SKIP), partial(self._pass_over, ChildMark.NOT_SURE))

    def _ask(self) -> None:
        """In full. The youngest have a few words of it, and the grown-up the rest to read out."""
        asked = self.question.words
        if self.for_the_youngest and len(asked.split()) > _FEW:
            self._to_read.remove(self.heading(self.question.short))  # else it is heard twice
            self.say(asked, kind="strong")
        else:
            self.heading(asked)

    def explain(self) -> None:
        """Under the question."""
        told, how = self.room.sitting.age_set.telling.no_wrong, self.how_to_answer()
        self.say(told if how in told else f"{told} {how}", kind="hint")

    def lay(self) -> None:
        """What can be chosen, and the box below it."""
        if self.marks:
            self.row(*self.marks.values())
        if self.question.offers:
            self.row(self.offers)
        if theme.current().scale > theme.MOST:  # beside it there is no room
            if more := self.other_ways():
                self.row_of_words(*more)
            self.box(self.own_words(self.text))
        else:
            self.box(self.own_words(self.text), *self.other_ways())

    def other_ways(self) -> list[Button]:
        """What else there is to tell of, beside the box."""
        return self.say_more(self.question.key)

    def _on_mark(self, mark: ChildMark, chosen: bool) -> None:
        self.room.sitting.answer(self.question.key).mark = mark if chosen else ChildMark.NONE
        for other, button in self.marks.items():
            button.show_chosen(chosen and other == mark)
        self.room.save()

    def _on_offer(self, offer: str, taken: bool) -> None:
        self.room.sitting.choose(self.question.key, offer, taken)
        self.room.save()

    def _on_words(self, words: str) -> None:
        self.room.sitting.say(self.question.key, words)
        self.room.save()

    def _pass_over(self, mark: ChildMark) -> None:
        self.text.flush()
        self.room.sitting.pass_over(self.question.key, mark)
        self.room.next()
