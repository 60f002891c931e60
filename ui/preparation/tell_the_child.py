"""Telling the child about the meeting: words to say at three ages, what the child chose, and what helps them there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import PlainQuestion, TakingPart
from carer_app.texts.scripts import About, scripts
from carer_app.use_cases import household, planning, preparing, telling_the_child
from carer_app.words import _
from ui.base.places import NumbersSlipPlace
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.parts.hurt_line import HurtLine
from ui.parts.part_page import PartPage
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices, Tick
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class TellTheChildPage(PartPage):
    """A script in a child's words, then what was talked about and chosen."""

    why = _("{child} should know what the meeting is for, and can choose how to be part of it.")

    def build_part(self) -> None:
        self._which: int | None = None
        first = Card(_("Before you talk"))
        first.body.addWidget(
            PlainLabel(
                _(
                    "Ask the social worker whether family may come. "
                    "Do that before you tell {child} who will be there."
                ).format(child=self.child)
            )
        )
        self.how = PlainLabel("")
        first.body.addWidget(self.how)
        self.slip = Button(_("The slip with numbers"), icon="printer")
        self.slip.clicked.connect(self._on_slip)
        first.body.addWidget(
            PlainLabel(
                _("Give {child} the slip with numbers. Every child gets one.").format(child=self.child)
            )
        )
        first.actions(self.slip)
        self.column.addWidget(first)
        self.column.addWidget(self._script())
        self.hurt = HurtLine(self, self.child)
        self.column.addWidget(self.hurt)
        self.column.addWidget(self._talked())
        self.column.addWidget(self._chosen())
        self.column.addWidget(self._support())

    def _script(self) -> Card:
        card = Card(_("You could say"))
        self.ages = ChoicesAcross([(str(place), script.title) for place, script in enumerate(scripts())])
        self.ages.chosen.connect(self._on_age)
        card.body.addWidget(Field(_("Words for the age of"), self.ages))
        self._lines = QVBoxLayout()
        theme.space(self._lines, gap=10)
        card.body.addLayout(self._lines)
        self.lines: list[PlainLabel] = []
        return card

    def _talked(self) -> Card:
        card = Card(_("What we talked about"))
        self.talked_on = self.ask_past_day(
            PlainQuestion.TALKED_ON, _("We talked about it on"), into=card.body
        )
        self.ticks = {about: Tick(about.words) for about in About}
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_talked_about)
        card.body.addWidget(WrapRow(*self.ticks.values()))
        return card

    def _chosen(self) -> Card:
        card = Card(_("What {child} chose").format(child=self.child))
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
        self.ask(
            PlainQuestion.BRINGS,
            _("Whom or what would {child} like to bring?").format(child=self.child),
            lines=1,
            into=card.body,
        )
        return card

    def _support(self) -> Card:
        card = Card(_("How I help {child} at the meeting").format(child=self.child))
        card.body.addWidget(PlainLabel(_("Agree it together. It is printed on your own copy."), kind="hint"))
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
        return card

    def refresh_part(self) -> None:
        self.child_id = self.records.read(planning.meeting_facts, self.meeting_id).child_id
        told = self.records.read(telling_the_child.telling, self.meeting_id, self.today(), self._which)
        self.ages.set_value(str(told.fits if self._which is None else self._which))
        self.how.setText(told.how)
        words = [line.words for line in told.lines]
        while len(self.lines) > len(words):
            gone = self.lines.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < len(words):
            self.lines.append(PlainLabel(""))
            self._lines.addWidget(self.lines[-1])
        for label, line in zip(self.lines, words, strict=True):
            label.setText(line)
        for about, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(about in told.talked_about)
            tick.blockSignals(False)
        answers = self.records.read(preparing.answers, self.meeting_id, self.part)
        self.taking_part.set_value(answers.get(PlainQuestion.TAKING_PART, TakingPart.NOT_SAID))

    def first_field(self) -> QWidget | None:
        """The words to say come first; nothing is to be typed yet."""
        return None

    def _on_age(self, which: str) -> None:
        self._which = int(which)
        self.refresh_part()

    def _on_slip(self) -> None:
        self.go.emit(NumbersSlipPlace(self.child_id))

    def _on_talked_about(self, _on: bool) -> None:
        about = [each for each, tick in self.ticks.items() if tick.isChecked()]
        self.records.change(telling_the_child.set_talked_about, self.meeting_id, about)

    def _on_taking_part(self, how: str) -> None:
        self.records.change(preparing.write_answer, self.meeting_id, PlainQuestion.TAKING_PART, how)
