"""Telling the child about the meeting: words to say, and how the child wants to take part."""

from carer_app.choices import PlainQuestion, TakingPart
from carer_app.typed_dates import say_day
from carer_app.use_cases import planning, preparing
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _
from ui.parts.hurt_line import HurtLine
from ui.parts.part_page import PartPage
from ui.places import Help
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel


class TellTheChildPage(PartPage):
    """A script in a child's words, then four short questions."""

    why = _("{child} has a right to know what the meeting is for, and to choose how to be part of it.")

    def build_part(self) -> None:
        first = Card(_("Before you talk"))
        first.body.addWidget(
            PlainLabel(
                _(
                    "Ask the social worker whether family may come. "
                    "Do that before you tell {child} who will be there."
                ).format(child=self.child)
            )
        )
        first.body.addWidget(
            PlainLabel(_("Choose a calm time. Side by side is often easier than face to face."))
        )
        self.column.addWidget(first)

        script = Card(_("You could say"))
        self.lines = [PlainLabel(line) for line in script_lines(None)]
        for line in self.lines:
            script.body.addWidget(line)
        self.column.addWidget(script)
        self.hurt = HurtLine(self.child, self.go_to(Help()))
        self.column.addWidget(self.hurt)

        talked = Card(_("What {child} chose").format(child=self.child))
        self.talked_on = self.ask_past_day(
            PlainQuestion.TALKED_ON, _("We talked about it on"), into=talked.body
        )
        self.taking_part = Choices([(how.value, how.words(self.child)) for how in TakingPart])
        self.taking_part.chosen.connect(self._on_taking_part)
        talked.body.addWidget(
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
                _("I say it for {child}").format(child=self.child),
                _("someone reads {child}’s sheet out").format(child=self.child),
            ),
            into=talked.body,
        )
        self.ask(
            PlainQuestion.WHAT_HELPS_THERE,
            _("What would help {child} there?").format(child=self.child),
            lines=1,
            chips=(
                _("someone to sit with"),
                _("a signal to stop"),
                _("a break at any time"),
                _("going first, then leaving"),
            ),
            into=talked.body,
        )
        self.column.addWidget(talked)

    def refresh_part(self) -> None:
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        for label, line in zip(self.lines, script_lines(facts), strict=True):
            label.setText(line)
        answers = self.records.read(preparing.answers, self.meeting_id, self.part)
        self.taking_part.set_value(answers.get(PlainQuestion.TAKING_PART, TakingPart.NOT_SAID))

    def _on_taking_part(self, how: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.TAKING_PART, how)


def script_lines(facts: MeetingFacts | None) -> tuple[str, ...]:
    """What to say to a child. The day goes in where it is known."""
    if facts is not None and facts.on_day is not None:
        when = _("“There is a meeting about it on {day}.”").format(day=say_day(facts.on_day))
    else:
        when = _("“There will be a meeting about it. We don’t know the day yet. I will tell you when I do.”")
    return (
        _("“A PEP is a plan to help school go well for you. PEP is short for Personal Education Plan.”"),
        when,
        _("“Your social worker, a teacher and I will be there. I will find out who else.”"),
        _("“You can come for all of it, for part of it, or not this time. You can change your mind.”"),
        _(
            "“You can say what you think, write it or draw it, or ask me to say it. You can also say nothing.”"
        ),
        _("“You can see what I write before I show it to anyone.”"),
        _(
            "“If you tell me that someone is hurting you, I will tell a person whose job is to help. "
            "I will tell you first if that is safe.”"
        ),
        _("“Afterwards I will tell you what people said yes to, and what they said no to.”"),
    )
