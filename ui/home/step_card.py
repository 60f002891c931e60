"""One child's card on Home: the next step, why, the ways to go on, and what else is due."""

from collections.abc import Hashable
from datetime import date
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases.for_home import NextStep, Step, StepDue
from carer_app.words import _
from ui.home.also_due import AlsoDue, DueLine
from ui.home.desk import Desk
from ui.home.put_off import PutOff
from ui.home.step_buttons import StepButtons
from ui.look import theme
from ui.widgets.card import CARD_EDGES
from ui.widgets.childs_words import ChildsWords, hue_of, tint
from ui.widgets.rail import Lies, Rail, show_as
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

ICONS = {"over": "triangle-alert", "warn": "clock", "info": "calendar", "ok": "circle-check", "later": "info"}
NO_MEETING_YET = (
    *(
        Step.NOTHING,
        Step.SCHOOL_PLACE,
        Step.YEAR_DAY,
        Step.NEW_SCHOOL,
        Step.TERM_DATES,
        Step.FACTS,
        Step.COUNCIL,
        Step.LAST_REVIEW,
        Step.FIRST_WEEK,
        Step.LETTER,
    ),
)

_MAIN = {
    Step.KEPT_WORDS: _("Read it"),
    Step.REVIEW_NOW: _("See the list"),
    Step.NEARLY_TIME: _("Get ready"),
    Step.PRINT: _("Check and print"),
    Step.BEGIN_NOW: _("Get ready"),
    Step.WITHOUT_SCHOOL: _("What must happen"),
    Step.WAS_HELD: _("Yes, it was held"),
    Step.WRITE_DOWN: _("Write it down"),
    Step.ASK_FOR_DATE: _("Put in the date"),
    Step.AFTER_DUE: _("See when it is"),
    Step.REVIEW_HELD: _("Yes, it was held"),
    Step.MY_ACTION: _("See the action"),
    Step.ASK_FOR_COPY: _("Say where the copy is"),
    Step.OTHERS_LATE: _("Ask again"),
    Step.SCHOOL_PLACE: _("See who does it"),
    Step.REVIEW: _("See the list"),
    Step.REVIEW_DAY: _("Put in its day"),
    Step.LAST_REVIEW: _("Put in its day"),
    Step.GET_READY: _("Get ready"),
    Step.BEGIN: _("Get ready"),
    Step.EHCP_REVIEW: _("Put in its day"),
    Step.NEW_SCHOOL: _("Say more"),
    Step.TERM_DATES: _("Add the dates"),
    Step.FACTS: _("Fill it in"),
    Step.COUNCIL: _("Say which"),
    Step.FIRST_WEEK: _("See the first week"),
    Step.YEAR_DAY: _("See who does it"),
    Step.MY_OPEN_ACTION: _("See the action"),
    Step.ANSWER_AWAITED: _("Write down the answer"),
    Step.THANK: _("Words of thanks"),
    Step.LETTER: _("Write the letter"),
    Step.NOTHING: "",
}
_IS_READY = frozenset(
    step for step, words in _MAIN.items() if words in (_MAIN[Step.GET_READY], _MAIN[Step.PRINT])
)
"""Steps whose main button leads to getting ready, or on from there."""
_NO = {Step.WAS_HELD: _("No, it was put off"), Step.REVIEW_HELD: _("No, it has another day")}


class StepCard(StepButtons):
    """What is due for one child."""

    def __init__(self, step: NextStep, desk: Desk) -> None:
        self.tag = Tag(step.tag, step.tag_kind, ICONS[step.tag_kind])
        super().__init__(step, desk, self.tag)
        assert self.heading is not None
        head = self.heading.parentWidget()
        assert isinstance(head, WrapRow)
        head.end_apart()
        head.add(self.see)
        self._head: WrapRow = head
        self._shown: tuple[NextStep, date] | None = None
        self.meeting = PlainLabel("")
        self.words = PlainLabel("", kind="strong")
        self.why = PlainLabel("", kind="hint")
        self.said = QWidget()
        self._column = QVBoxLayout(self.said)
        theme.space(self._column, gap=12, edges=(0, 0, 0, 0))
        for part in (self.meeting, self.words, self.why):
            self._column.addWidget(part)
        self._lead = QVBoxLayout()
        theme.space(self._lead, gap=12, edges=(0, 0, 0, 0))
        self._lead.addWidget(self.said)
        self.body.addLayout(self._lead)
        tint(self, step.child_id)
        self._row = self.actions(self.doing, self.ways)
        self.others = AlsoDue(self._on_other, self.see)
        self.body.addWidget(self.others)
        self._rail: Rail | None = None
        self._ways_in: Rail | None = None
        self.later.clicked.connect(self._on_later)

    @cached_property
    def own_words(self) -> ChildsWords:
        """What the child said last, where there is something."""
        words = ChildsWords(self.step.child_id)
        self._column.insertWidget(self._column.indexOf(self.words), words)
        words.stackUnder(self.words)
        return words

    @cached_property
    def waits(self) -> PutOff:
        """Made when somebody wants to be reminded later, where the ways are then."""
        waits = PutOff(self._desk.today)
        waits.hide()
        if self._ways_in is not None:
            self._ways_in.ways(waits)
        else:
            self.body.insertWidget(self.body.indexOf(self.others), waits)
        waits.left.connect(self._close_waits)
        waits.chosen.connect(self._on_chosen)
        return waits

    def show_step(self, step: NextStep) -> None:
        """Show what is next; nothing changes where it is the same."""
        if self._shown == (step, self._desk.today()):
            return
        self._shown = (step, self._desk.today())
        self.step = step
        assert self.heading is not None
        show_tag(self.tag, step)
        if step.said or "own_words" in self.__dict__:
            self.own_words.show_words(step.said)
        for label, words in (
            (self.meeting, step.meeting_words),
            (self.words, step.words),
            (self.why, step.why),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        goes_on = step.step == Step.TERM_DATES and step.half_checked is not None
        self.main.setText(_("Go on checking") if goes_on else _MAIN[step.step])
        self.later.setText(_("Bring it back now") if step.hidden_until else _("Remind me later"))
        self.see.setText(_("Open {child}’s page").format(child=step.child))
        self.main.setVisible(step.step != Step.NOTHING)
        self.offer("no", step.step in _NO)
        if step.step in _NO:
            self.no.setText(_NO[step.step])
        is_asked = step.step in (Step.ASK_FOR_DATE, Step.ASK_FOR_COPY)
        self.offer("ask", is_asked and step.matter is not None)
        self.offer("not_now", step.may_wait)
        self.offer("write", step.meeting_on == self._desk.today())
        self.offer("date", step.may_meet and step.step in NO_MEETING_YET and step.meeting_on is None)
        self.later.setVisible(step.step != Step.NOTHING)
        is_to_come = step.meeting_on is not None and step.meeting_on >= self._desk.today()
        is_said = _IS_READY & {step.step, *(found.step for found in step.also)}
        self.offer("ready", is_to_come and not is_said)
        self.offer("dates", step.dates_can_wait and step.school_id is not None)
        for button in self.buttons:
            button.setAccessibleName(f"{button.words()}: {step.child}")
        self.see.setAccessibleName(self.see.words())
        for row in (self.doing, self.ways):
            row.setVisible(any(not button.isHidden() for button in row.items()))
        self.others.show_lines([_line(found, step.child) for found in step.also])
        self._say_whose()

    def lead(self, rail: Rail, is_alone: bool) -> None:
        """The first of all: what is next for this child is always in sight, and why this child is there."""
        step, child = self.step, self.step.child
        rail.heading.setText(child if is_alone else _("First: {child}").format(child=child))
        rail.say_when(step.meeting_words, _in_short(step))
        tint(rail, step.child_id)
        self._rail = rail
        self._row.let_go(self.doing)
        self._put_see(self.ways, self._head)
        rail.hold(self.said, self.doing, self._lead)
        self.go_under(rail)

    def go_under(self, rail: Rail) -> None:
        """As a line the rail is the beginning of this card: it has its name, and draws the edge of both.

        Else the rail says what comes first, and the card only what else is due: it is away where nothing is.
        """
        is_under = rail.lies == Lies.LINE
        self._be_a_card(not is_under)
        self._put_ways(None if is_under else rail)
        self._say_whose()

    def take_back(self) -> None:
        """Another child comes first, or there is none: the card says everything itself."""
        if self._rail is not None:
            self._rail.take_back()
        self._rail = None
        self._be_a_card(True)
        self._put_ways(None)
        self._lead.insertWidget(0, self.said)
        self._row.put_first(self.doing)
        self._put_see(self._head, self.ways)
        self._say_whose()

    def _put_see(self, to: WrapRow, before: WrapRow) -> None:
        """The way to the child's page stands beside the name; the rail has it among what else can be done."""
        if self.see not in to.items():
            before.let_go(self.see)
            to.add(self.see)
        self.ways.setVisible(any(not button.isHidden() for button in self.ways.items()))

    def _say_whose(self) -> None:
        """Each thing is said once: in the rail, or here."""
        assert self.heading is not None
        step, rail = self.step, self._rail
        is_beside = rail is not None and rail.lies != Lies.LINE
        self.heading.setText(_("Also for {child}").format(child=step.child) if is_beside else step.child)
        self.tag.setVisible(rail is None)
        self._head.setVisible(rail is None or is_beside)
        self.meeting.setVisible(rail is None and bool(step.meeting_words))
        self.others.introduce(not is_beside)
        self._row.setVisible(any(not row.isHidden() for row in self._row.items()))

    @property
    def is_empty(self) -> bool:
        """Whether the rail says all there is."""
        return self._rail is not None and self._rail.lies != Lies.LINE and not self.step.also

    def _be_a_card(self, on: bool) -> None:
        if on != (self.property("part") == "card"):
            theme.space(self.body, gap=12, edges=CARD_EDGES if on else (0, 0, 0, 0))
            show_as(self, "card" if on else "", hue_of(self.step.child_id) if on else None)

    def _put_ways(self, rail: Rail | None) -> None:
        """What else may become of the step stands where the step does: in the rail, or here."""
        if rail is self._ways_in:
            return
        waits = [self.waits] if "waits" in self.__dict__ else []
        if rail is not None:
            self._row.let_go(self.ways)
            rail.ways(self.ways, *waits)
        elif self._ways_in is not None:
            self._ways_in.let_go(self.ways, *waits)
            self._row.put_first(self.ways)
            for each in waits:
                was_hidden = each.isHidden()
                self.body.insertWidget(self.body.indexOf(self.others), each)
                each.setVisible(not was_hidden)
        self._ways_in = rail

    def _on_other(self, step: Hashable) -> None:
        self._desk.take_other(self.step, next(found for found in self.step.also if found.step == step))

    def _on_later(self) -> None:
        if self.step.hidden_until:
            self._desk.bring_back(self.step)
        elif self.waits.isHidden():
            self.waits.open_for(self.step)
            follow_reading_order(self.waits)
        else:
            self._close_waits()

    def _on_chosen(self, until: date) -> None:
        self._close_waits()
        self.waits.clear()
        self._desk.put_off(self.step, until)

    def _close_waits(self) -> None:
        self.later.setFocus(Qt.FocusReason.OtherFocusReason)
        self.waits.hide()


def show_tag(tag: Tag, step: NextStep) -> None:
    """How it stands with the child: late, soon, put off."""
    if step.hidden_until is None:
        tag.show_as(step.tag, step.tag_kind, ICONS[step.tag_kind])
    else:
        tag.show_as(_("Put off until {day}").format(day=say_day(step.hidden_until)), "later", "clock")


def _in_short(step: NextStep) -> str:
    """The meeting, where there is little room; as it is said elsewhere where it has no day yet."""
    if step.meeting_on is None:
        return step.meeting_words
    return _("PEP: {day}").format(day=say_short(step.meeting_on)) if step.meeting_words else ""


def _line(found: StepDue, child: str) -> DueLine:
    words = found.in_short
    return DueLine(found.step, words, words if child in words else f"{words}: {child}")
