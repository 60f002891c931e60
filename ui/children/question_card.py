"""The one question that a source leaves open: nothing counts before it is answered."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from carer_app.use_cases.dates_drafts import Asked
from carer_app.words import _
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage

NONE = "none"
"""The answer that takes nothing, and leads back to the text."""


class QuestionCard(Card):
    """The one question; nothing counts before it is answered. One that was answered before is a press away."""

    def __init__(self, page: "CheckDatesPage", asked: Asked) -> None:
        super().__init__(_("One question first"))
        self.asked = asked
        none = _("Neither of these") if len(asked.answers) == 2 else _("None of these")
        answers = [(str(place), words) for place, words in enumerate(asked.answers)]
        self.choices = Choices([*answers, (NONE, none)])
        self.choices.chosen.connect(lambda value: page.changes.answer(None if value == NONE else int(value)))
        self.field = Field(asked.sentence, self.choices)
        self.waits = PlainLabel(
            _("Nothing counts before you have answered. Ask school where you are not sure."), kind="hint"
        )
        self.all = Opens(asked.sentence, self.field, self.waits, words=" ")
        self.body.addWidget(self.all)
        self.all.button.setVisible(asked.chosen is not None)
        self.all.open(asked.chosen is None)

    def has_keyboard(self, at: QWidget | None) -> bool:
        """Whether the keyboard, which is at this part of the page, is at one of its answers."""
        keys = [NONE, *(str(place) for place in range(len(self.asked.answers)))]
        return any(self.choices.row(key) is at for key in keys)

    def show_asked(self, asked: Asked) -> None:
        """Show which answer was chosen, if any."""
        self.choices.set_value(None if asked.chosen is None else str(asked.chosen))
        if asked.chosen is not None:
            self.all.say(_("You said: {answer}").format(answer=asked.answers[asked.chosen]))
        self.waits.setVisible(asked.chosen is None)
        self.field.say_beside("" if self.waits.isHidden() else self.waits.words())


def show_question(
    page: "CheckDatesPage", there: QuestionCard | None, asked: Asked | None
) -> QuestionCard | None:
    """The card of this question, or none; the keyboard goes from an answered question to the one in its place."""
    if there is not None and asked is not None and there.asked.sentence == asked.sentence:
        there.show_asked(asked)
        return there
    was_here = there is not None and there.has_keyboard(page.focusWidget())
    if there is not None:
        page.asked.removeWidget(there)
        let_go(there)
    if asked is None:
        return None
    card = QuestionCard(page, asked)
    page.asked.addWidget(card)
    card.show()  # the layout would show it later; the keyboard may go there now
    if was_here:
        card.choices.entry().setFocus()
    card.show_asked(asked)
    return card
