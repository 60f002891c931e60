"""What the child chose about the meeting, how their views are given, and what helps them there."""

from carer_app.choices import PlainQuestion, TakingPart
from carer_app.use_cases import household, preparing
from carer_app.words import _
from ui.preparation.tell_the_child import TellStepPage
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field


class WhatChildChosePage(TellStepPage):
    """Whether the child comes, who says the words, and whom or what they bring."""

    def build_part(self) -> None:
        card = Card()
        self.taking_part = Choices([(how.value, how.words(self.child)) for how in TakingPart])
        self.taking_part.chosen.connect(self._on_taking_part)
        card.body.addWidget(
            Field(
                _("Will {child} be at the meeting?").format(child=self.child),
                self.taking_part,
                hint=_("{child} can change this at any time.").format(child=self.child),
            )
        )
        self.ask(
            PlainQuestion.WHO_SAYS_IT,
            _("Who says {child}’s words at the meeting?").format(child=self.child),
            lines=1,
            chips=(
                _("{child} says it").format(child=self.child),
                _("{carer} says it for {child}").format(
                    carer=self.records.read(household.known_as), child=self.child
                ),
                _("someone reads {child}’s sheet out").format(child=self.child),
            ),
            into=card.body,
        )
        self.ask(
            PlainQuestion.BRINGS,
            _("Whom or what would {child} like to bring?").format(child=self.child),
            lines=1,
            into=card.body,
        )
        self.column.addWidget(card)

    def refresh_part(self) -> None:
        answers = self.records.read(preparing.answers, self.meeting_id, self.part)
        self.taking_part.set_value(answers.get(PlainQuestion.TAKING_PART, TakingPart.NOT_SAID))

    def _on_taking_part(self, how: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.TAKING_PART, how)


class HowViewsAreGivenPage(TellStepPage):
    """How the child's views come to the meeting, and when that was agreed with the social worker."""

    def build_part(self) -> None:
        card = Card()
        self.ask(
            PlainQuestion.VIEWS_HOW,
            _("How will {child}’s views be given?").format(child=self.child),
            hint=_("Agree this with the social worker. Many councils have a form of their own for it."),
            lines=1,
            chips=(
                _("on {child}’s own sheet").format(child=self.child),
                _("a drawing"),
                _("the council’s form"),
                _("with a teacher at school"),
                _("with an advocate"),
            ),
            into=card.body,
        )
        self.ask_past_day(
            PlainQuestion.VIEWS_AGREED_ON, _("Agreed with the social worker on"), into=card.body
        )
        self.column.addWidget(card)


class HelpAtMeetingPage(TellStepPage):
    """What the carer does there, and what everyone there should do."""

    def intro(self) -> str:
        return _("Agree it together. It is printed on your own copy.")

    def build_part(self) -> None:
        card = Card()
        for question, label, chips in (
            (
                PlainQuestion.STARTS,
                _("Who starts?"),
                (_("{child} starts"), _("a grown-up starts"), _("good news first")),
            ),
            (
                PlainQuestion.SEAT,
                _("Where does {child} sit?"),
                (_("next to me"), _("near the door"), _("facing the window")),
            ),
            (
                PlainQuestion.SIGNAL,
                _("What is the signal for “stop” or “you say it”?"),
                (_("a card on the table"), _("a tap on my arm"), _("a word we agreed")),
            ),
            (
                PlainQuestion.BREAK,
                _("Where can {child} take a break, and with whom?"),
                (_("outside the door with me"), _("with a teacher"), _("in the library")),
            ),
        ):
            self.ask(
                question,
                label.format(child=self.child),
                lines=1,
                chips=[chip.format(child=self.child) for chip in chips],
                into=card.body,
            )
        self.ask(
            PlainQuestion.WHAT_HELPS_THERE,
            _("What should everyone there do to help {child}?").format(child=self.child),
            hint=_("This is printed on the sheet for everyone."),
            lines=1,
            chips=(
                _("short questions"),
                _("time to think"),
                _("one person speaks at a time"),
                _("something to hold"),
            ),
            into=card.body,
        )
        self.column.addWidget(card)
