"""Words to say to the child about the meeting, at three ages, a few at a time; a tick at what was talked about."""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import PlainQuestion
from carer_app.texts.scripts import About, scripts
from carer_app.use_cases import telling_the_child
from carer_app.words import _
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.preparation.tell_the_child import FIRST_WORDS, TellStepPage
from ui.widgets.card import Card
from ui.widgets.choice import Tick
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.marked_row import MARK_AND_GAPS
from ui.widgets.text import PlainLabel

SAID_IN = {
    FIRST_WORDS: (About.WHAT, About.WHEN, About.WHO),
    3: (About.SEEN, About.COMING, About.WITH, About.TIME),
    4: (About.SPEAKS, About.NOTHING, About.HURT, About.AFTER),
}
"""What is talked about in which step: about as many words as one says before stopping."""


class WordsToSayPage(TellStepPage):
    """What to say of three or four things. Which age they are for is chosen on the first, and stays for the others."""

    def build_part(self) -> None:
        self.ages = ChoicesAcross([(str(place), script.title) for place, script in enumerate(scripts())])
        self.ages.chosen.connect(self._on_age)
        for_whom = Field(_("Words for the age of"), self.ages)
        for_whom.setVisible(self.step == FIRST_WORDS)
        self.column.addWidget(for_whom)
        card = Card()
        theme.space(card.body, gap=0)
        self.ticks: dict[About, Tick] = {}
        self._said: dict[About, tuple[QVBoxLayout, list[PlainLabel]]] = {}
        for about in SAID_IN[self.step]:
            self.ticks[about] = tick = Tick(about.words)
            tick.toggled.connect(self._on_talked_about)
            lines = QVBoxLayout()
            theme.space(lines, gap=8, edges=(MARK_AND_GAPS, 0, 0, 12))
            self._said[about] = lines, []
            card.body.addWidget(tick)
            card.body.addLayout(lines)
        self.column.addWidget(card)
        if self.step == max(SAID_IN):
            day = Card()
            self.talked_on = self.ask_past_day(
                PlainQuestion.TALKED_ON, _("We talked about it on"), into=day.body
            )
            self.column.addWidget(day)

    def intro(self) -> str:
        return _("Tick what you have talked about.")

    def refresh_part(self) -> None:
        told = self.records.read(telling_the_child.telling, self.meeting_id, self.today(), self.which)
        self.ages.set_value(str(told.fits if self.which is None else self.which))
        for about, (column, labels) in self._said.items():
            words = [line.words for line in told.lines if line.about == about]
            while len(labels) > len(words):
                let_go(labels.pop())
            while len(labels) < len(words):
                labels.append(PlainLabel(""))
                column.addWidget(labels[-1])
                labels[-1].show()
            for label, line in zip(labels, words, strict=True):
                label.setText(line)
        for about, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(about in told.talked_about)
            tick.blockSignals(False)

    def first_field(self) -> None:
        """The words to say come first; nothing is to be typed yet."""

    def _on_age(self, which: str) -> None:
        self.which = int(which)
        self.refresh_part()

    def _on_talked_about(self, _on: bool) -> None:
        told = self.records.read(telling_the_child.telling, self.meeting_id, self.today())
        elsewhere = [about for about in told.talked_about if about not in self.ticks]
        here = [about for about, tick in self.ticks.items() if tick.isChecked()]
        self.records.change(telling_the_child.set_talked_about, self.meeting_id, [*elsewhere, *here])
