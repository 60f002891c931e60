"""Telling the child about the meeting: before the talk, and the way to the words, the choices and the help."""

from PySide6.QtWidgets import QWidget

from carer_app.choices import Part, PlainQuestion
from carer_app.use_cases import planning, preparing, telling_the_child
from carer_app.words import _
from ui.base.house import House
from ui.base.places import GetReady, NumbersSlipPlace, Place, PreparePart, TellTheChild
from ui.parts.hurt_line import HurtLine
from ui.parts.part_page import PartPage
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.row_card import GroupRow, RowCard
from ui.widgets.text import PlainLabel

FIRST_WORDS, CHOSEN, VIEWS, HELP = 2, 5, 6, 7
"""The step where each of these begins; the first step is the part itself."""
_ASKED_IN = {
    FIRST_WORDS: (PlainQuestion.TALKED_ABOUT, PlainQuestion.TALKED_ON),
    CHOSEN: (PlainQuestion.TAKING_PART, PlainQuestion.WHO_SAYS_IT, PlainQuestion.BRINGS),
    VIEWS: (PlainQuestion.VIEWS_HOW, PlainQuestion.VIEWS_AGREED_ON),
    HELP: (
        *(PlainQuestion.STARTS, PlainQuestion.SEAT, PlainQuestion.SIGNAL, PlainQuestion.BREAK),
        PlainQuestion.WHAT_HELPS_THERE,
    ),
}


def title_of(step: int, child: str) -> str:
    """What a step is called, on its own page and where it is opened."""
    return {
        FIRST_WORDS: _("What you could say"),
        3: _("You could say: coming along"),
        4: _("You could say: who speaks, and being safe"),
        CHOSEN: _("What {child} chose"),
        VIEWS: _("How {child}’s views are given"),
        HELP: _("How I help {child} at the meeting"),
    }[step].format(child=child)


class TellTheChildPage(PartPage):
    """The first step: what to do before the talk. Every other step is one press away."""

    why = _("What it is for, and how {child} can choose to be part of it.")

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
        self.how = PlainLabel("")
        first.body.addWidget(self.how)
        first.body.addWidget(
            PlainLabel(
                _("Give {child} the slip with numbers. Every child gets one.").format(child=self.child)
            )
        )
        self.slip = Button(_("The slip with numbers"), icon="printer")
        self.slip.clicked.connect(self._on_slip)
        first.actions(self.slip)
        self.column.addWidget(first)
        self.steps: dict[int, GroupRow] = {}
        for step in _ASKED_IN:
            self.steps[step] = GroupRow()
            self.steps[step].clicked.connect(self.go_to(TellTheChild(self.meeting_id, step)))
        self.column.addWidget(RowCard(_("The talk"), *self.steps.values()))
        self.hurt = HurtLine(self, self.child)
        self.column.addWidget(self.hurt)

    def refresh_part(self) -> None:
        self.how.setText(self.records.read(telling_the_child.telling, self.meeting_id, self.today()).how)
        answers = self.records.read(preparing.answers, self.meeting_id, self.part)
        for step, row in self.steps.items():
            is_begun = any(answers.get(question, "").strip() for question in _ASKED_IN[step])
            title = title_of(step, self.child)
            row.show_as(title, *((_("Begun"), "pencil") if is_begun else ()))

    def leads_on_to(self) -> Place:
        return TellTheChild(self.meeting_id, FIRST_WORDS)

    def first_field(self) -> QWidget | None:
        """Something is to be read first; nothing is to be typed."""
        return None

    def _on_slip(self) -> None:
        child_id = self.records.read(planning.meeting_facts, self.meeting_id).child_id
        self.go.emit(NumbersSlipPlace(child_id))


class TellStepPage(PartPage):
    """One of the steps after the first. Continue leads to the next, and from the last to the list of parts."""

    def __init__(self, house: House, place: TellTheChild) -> None:
        self.step, self.which = place.step, place.at
        super().__init__(house, PreparePart(place.meeting_id, Part.TELL_THE_CHILD))
        self.place = place

    def build(self) -> None:
        super().build()
        is_last = self.step == HELP
        self.finished.setVisible(is_last)
        if not is_last:
            stop = Button(_("Back to getting ready"), kind="quiet")
            stop.clicked.connect(self.go_to(GetReady(self.meeting_id)))
            self.rail.ways(stop)

    def title(self) -> str:
        return title_of(self.step, self.child)

    def over_heading(self) -> str:
        return self.part.words(self.child)

    def leads_on_to(self) -> Place:
        if self.step == HELP:
            return GetReady(self.meeting_id)
        return TellTheChild(self.meeting_id, self.step + 1, self.which)
