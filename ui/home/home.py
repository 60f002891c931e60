"""Home: one next step for each child."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import Part
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import today as today_cases
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.today import NextStep, Step
from carer_app.words import _, plural
from ui import theme
from ui.home.notice_card import Notices
from ui.home.step_card import StepCard
from ui.home.tomorrow import begin_short_way
from ui.new_id import new_id
from ui.page import Page
from ui.places import (
    Actions,
    AddChild,
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    CouncilRules,
    EditChild,
    GetReady,
    PepCopy,
    Place,
    PreparePart,
    SchoolDates,
    WhoseMeeting,
    WriteNote,
)
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

WAITING_SHOWN = 5


class HomePage(Page):
    """What needs doing, for each child."""

    def build(self) -> None:
        self.add_heading(_("What needs doing"))
        self.day = PlainLabel("", kind="hint")
        self.column.addWidget(self.day)
        add = Button(_("Add a child"), kind="main", icon="plus")
        add.clicked.connect(self.go_to(AddChild()))
        self.empty = EmptyState(
            "book-open", _("No children added yet. A first name and one date is enough."), add
        )
        self.column.addWidget(self.empty)
        self.tomorrow = Button(_("The meeting is tomorrow"), icon="clock")
        self.tomorrow.clicked.connect(self._on_tomorrow)
        self.note = Button(_("Write a note"), icon="pencil")
        self.note.clicked.connect(self.go_to(WriteNote()))
        self.column.addWidget(WrapRow(self.tomorrow, self.note))
        self.steps = QVBoxLayout()
        theme.space(self.steps, gap=16)
        self.column.addLayout(self.steps)
        self.cards: dict[int, StepCard] = {}
        self.waiting = Card(_("Waiting for someone else"))
        self.waiting_lines: list[PlainLabel] = []
        self.waiting_list = QVBoxLayout()
        theme.space(self.waiting_list, gap=12)
        self.waiting.body.addLayout(self.waiting_list)
        see_all = Button(_("See all actions"), kind="quiet")
        see_all.clicked.connect(self.go_to(Actions()))
        self.waiting.actions(see_all)
        self.column.addWidget(self.waiting)
        notices = QVBoxLayout()
        theme.space(notices, gap=16)
        self.column.addLayout(notices)
        self.notices = Notices(self, notices)

    def refresh(self) -> None:
        today = self.today()
        view = self.records.read(today_cases.home, today)
        count = plural("{count} child", "{count} children", len(view.steps))
        self.day.setText(f"{say_day(today)} · {count}" if view.steps else say_day(today))
        self.empty.setVisible(not view.steps)
        self._children = [step.child_id for step in view.steps]
        self.tomorrow.setVisible(bool(view.steps))
        self.note.setVisible(bool(view.steps))
        here = {step.child_id for step in view.steps}
        for child_id in [child_id for child_id in self.cards if child_id not in here]:
            self.cards.pop(child_id).deleteLater()
        for place, step in enumerate(view.steps):
            card = self.cards.get(step.child_id)
            if card is None:
                card = self.cards[step.child_id] = StepCard(step, self)
            if self.steps.indexOf(card) != place:
                self.steps.insertWidget(place, card)
                card.show()  # the layout would show it later; the keyboard may go there now
            card.show_step(step)
        self._show_waiting(view.waiting)
        self.notices.refresh()

    def _show_waiting(self, rows: tuple[ActionRow, ...]) -> None:
        self.waiting.setVisible(bool(rows))
        lines = [_waiting_line(row) for row in rows[:WAITING_SHOWN]]
        if len(rows) > WAITING_SHOWN:
            lines.append(_("and {count} more").format(count=len(rows) - WAITING_SHOWN))
        while len(self.waiting_lines) > len(lines):
            self.waiting_lines.pop().deleteLater()
        while len(self.waiting_lines) < len(lines):
            label = PlainLabel("")
            self.waiting_lines.append(label)
            self.waiting_list.addWidget(label)
        for label, line in zip(self.waiting_lines, lines, strict=True):
            label.setText(line)

    # What the cards ask for

    def take(self, step: NextStep) -> None:
        """Do what the main button of a card says."""
        if step.step == Step.ASK_FOR_DATE:
            self.put_in_a_date(step)
        elif step.step == Step.BEGIN:
            self._plan(step, GetReady)
        else:
            self.go.emit(_place_of(step))

    def write_down(self, step: NextStep) -> None:
        """The meeting is today, and it may be over already."""
        if step.meeting_id is not None:
            self.go.emit(AfterMeeting(step.meeting_id))

    def put_in_a_date(self, step: NextStep) -> None:
        """A day for the next meeting is known."""
        self._plan(step, lambda meeting: PreparePart(meeting, Part.WHEN_WHERE))

    def put_off(self, step: NextStep, until: date) -> None:
        """Remind me later, with Undo."""
        self.records.change(
            today_cases.put_off,
            step.child_id,
            until,
            self.today(),
            undo=Undo(
                _("Put off until {day}.").format(day=say_day(until)), today_cases.bring_back, (step.child_id,)
            ),
        )

    def bring_back(self, step: NextStep) -> None:
        """Show the card among the others again."""
        self.records.change(today_cases.bring_back, step.child_id)

    def _on_tomorrow(self) -> None:
        """Straight to the five questions; with more than one child, whose meeting it is comes first."""
        if len(self._children) == 1:
            begin_short_way(self, self._children[0])
        else:
            self.go.emit(WhoseMeeting())

    def open_child(self, step: NextStep) -> None:
        """The child's own page."""
        self.go.emit(ChildRecord(step.child_id))

    def _plan(self, step: NextStep, where: Callable[[int], Place]) -> None:
        self.records.change(
            today_cases.plan_meeting,
            step.child_id,
            new_id(),
            self.today(),
            then=lambda meeting: self.go.emit(where(meeting)),
        )


def _waiting_line(row: ActionRow) -> str:
    if row.due_on is None:
        when = _("no date was said")
    elif row.days_late:
        when = _("was due {day}").format(day=say_short(row.due_on))
    else:
        when = _("due {day}").format(day=say_short(row.due_on))
    return _("{who}: {what}, for {child} · {when}").format(
        who=row.who, what=row.what, child=row.child, when=when
    )


def _place_of(step: NextStep) -> Place:
    if step.step == Step.MY_ACTION:
        return Actions()
    if step.step == Step.TERM_DATES and step.school_id is not None:
        return SchoolDates(step.school_id)
    if step.step == Step.COUNCIL:
        return CouncilRules(step.child_id)
    if step.meeting_id is None:
        return EditChild(step.child_id)
    places: dict[Step, Place] = {
        Step.NEARLY_TIME: GetReady(step.meeting_id),
        Step.GET_READY: GetReady(step.meeting_id),
        Step.PRINT: CheckAndPrint(step.meeting_id),
        Step.WRITE_DOWN: AfterMeeting(step.meeting_id),
        Step.ASK_FOR_COPY: PepCopy(step.meeting_id),
    }
    return places[step.step]
