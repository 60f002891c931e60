"""Home: one next step for each child."""

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import planning, today as today_cases
from carer_app.use_cases.today import NextStep, Step
from carer_app.words import _, plural
from ui import dialogs, theme
from ui.new_id import new_id
from ui.page import Page
from ui.places import (
    Actions,
    AddChild,
    AfterMeeting,
    ChildRecord,
    EditChild,
    GetReady,
    PepCopy,
    Place,
    SchoolDates,
)
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel

WAITING_SHOWN = 5
ICONS = {"over": "triangle-alert", "warn": "clock", "info": "calendar", "ok": "circle-check", "later": "info"}


class HomePage(Page):
    """What needs doing, for each child."""

    def build(self) -> None:
        self.add_heading(_("What needs doing"))
        self.day = PlainLabel("", kind="hint")
        self.column.addWidget(self.day)
        add = Button(_("Add a child"), kind="main", icon="plus")
        add.clicked.connect(self.go_to(AddChild()))
        self.empty = EmptyState("book-open", _("No children added yet. A first name and one date is enough."), add)
        self.column.addWidget(self.empty)
        self.steps = QWidget()
        self.step_column = QVBoxLayout(self.steps)
        theme.space(self.step_column, gap=16, edges=(0, 0, 0, 0))
        self.column.addWidget(self.steps)
        self._cards: dict[int, StepCard] = {}
        self.waiting = Card(_("Waiting for someone else"))
        self.waiting_rows: list[PlainLabel] = []
        see_all = Button(_("See all actions"), kind="quiet")
        see_all.clicked.connect(self.go_to(Actions()))
        self.waiting_list = QVBoxLayout()
        self.waiting.body.addLayout(self.waiting_list)
        self.waiting.actions(see_all)
        self.column.addWidget(self.waiting)

    def refresh(self) -> None:
        today = self.today()
        view = self.records.read(today_cases.home, today)
        count = plural("{count} child", "{count} children", len(view.steps))
        self.day.setText(f"{say_day(today)} · {count}" if view.steps else say_day(today))
        self.empty.setVisible(not view.steps)
        here = {step.child_id for step in view.steps}
        for child_id in [child_id for child_id in self._cards if child_id not in here]:
            self._cards.pop(child_id).deleteLater()
        for place, step in enumerate(view.steps):
            card = self._cards.get(step.child_id)
            if card is None:
                card = self._cards[step.child_id] = StepCard(step, self)
            if self.step_column.indexOf(card) != place:
                self.step_column.insertWidget(place, card)
            card.show_step(step)
        self._show_waiting(view.waiting)

    def _show_waiting(self, rows: "tuple[today_cases.ActionRow, ...]") -> None:
        self.waiting.setVisible(bool(rows))
        lines = [
            _("{who}: {what}, for {child}").format(who=row.who, what=row.what, child=row.child)
            + " · "
            + (_("due {day}").format(day=say_short(row.due_on)) if row.due_on else _("no date was said"))
            for row in rows[:WAITING_SHOWN]
        ]
        while len(self.waiting_rows) > len(lines):
            self.waiting_rows.pop().deleteLater()
        while len(self.waiting_rows) < len(lines):
            label = PlainLabel("")
            self.waiting_rows.append(label)
            self.waiting_list.addWidget(label)
        for label, line in zip(self.waiting_rows, lines, strict=True):
            label.setText(line)

    def take(self, step: NextStep) -> None:
        """Do what the main button of a card says."""
        if step.step == Step.GET_READY and step.meeting_id is not None:
            self.go.emit(GetReady(step.meeting_id))
        elif step.step in (Step.ASK_FOR_DATE, Step.PLAN):
            self.records.change(
                planning.plan_meeting, step.child_id, new_id(), then=lambda meeting: self.go.emit(GetReady(meeting))
            )
        else:
            self.go.emit(_place_of(step))

    def put_off(self, step: NextStep) -> None:
        """Ask for how long a card should wait."""
        today = self.today()
        days = ((_("Until tomorrow"), 1), (_("For a week"), 7), (_("For two weeks"), 14))
        dialogs.Ask(
            self,
            _("Remind me later"),
            _("The card moves down. It does not go away."),
            [(words, partial(self._hide, step, today + timedelta(days=wait))) for words, wait in days],
            _("Leave it here"),
        ).open()

    def bring_back(self, step: NextStep) -> None:
        self.records.change(today_cases.put_off, step.child_id, None)

    def _hide(self, step: NextStep, until: "today_cases.date") -> None:
        self.records.change(
            today_cases.put_off,
            step.child_id,
            until,
            undo=Undo(
                _("Put off until {day}.").format(day=say_day(until)), today_cases.put_off, (step.child_id, None)
            ),
        )


class StepCard(Card):
    """One child's next step."""

    def __init__(self, step: NextStep, home: HomePage) -> None:
        self.tag = Tag(step.tag, "info", "info")
        super().__init__(step.child, tag=self.tag)
        self._home = home
        self._step: NextStep | None = None
        self.words = PlainLabel("", kind="strong")
        self.why = PlainLabel("", kind="hint")
        self.body.addWidget(self.words)
        self.body.addWidget(self.why)
        self.main = Button("", kind="main", icon="chevron-right")
        self.later = Button(_("Remind me later"))
        self.see = Button(_("Open"), kind="quiet")
        self.actions(self.main, self.later, self.see)
        self.main.clicked.connect(lambda: home.take(self._given()))
        self.later.clicked.connect(self._on_later)
        self.see.clicked.connect(lambda: home.go.emit(ChildRecord(step.child_id)))

    def show_step(self, step: NextStep) -> None:
        """Show what is next; nothing changes where it is the same."""
        if step == self._step:
            return
        self._step = step
        assert self.heading is not None
        self.heading.setText(step.child)
        hidden = step.hidden_until
        self.tag.show_as(
            _("Hidden until {day}").format(day=say_short(hidden)) if hidden else step.tag,
            "later" if hidden else step.tag_kind,
            "clock" if hidden else ICONS[step.tag_kind],
        )
        self.words.setText(step.words)
        self.why.setText(step.why)
        self.main.setVisible(step.step != Step.NOTHING)
        self.main.setText(_MAIN[step.step])
        self.main.setAccessibleName(f"{_MAIN[step.step]}: {step.child}")
        self.later.setVisible(step.step != Step.NOTHING)
        self.later.setText(_("Bring it back now") if hidden else _("Remind me later"))
        self.later.setAccessibleName(f"{self.later.words()}: {step.child}")
        self.see.setText(_("Open {child}’s page").format(child=step.child))
        self.see.setAccessibleName(self.see.words())

    def _given(self) -> NextStep:
        assert self._step is not None
        return self._step

    def _on_later(self) -> None:
        step = self._given()
        if step.hidden_until:
            self._home.bring_back(step)
        else:
            self._home.put_off(step)


_MAIN = {
    Step.ASK_FOR_DATE: _("Put in the date"),
    Step.WRITE_DOWN: _("Write it down"),
    Step.GET_READY: _("Get ready"),
    Step.ASK_FOR_COPY: _("Say where the copy is"),
    Step.MY_ACTION: _("See the action"),
    Step.TERM_DATES: _("Add the dates"),
    Step.FACTS: _("Add a date"),
    Step.PLAN: _("Plan the meeting"),
    Step.NOTHING: "",
}


def _place_of(step: NextStep) -> Place:
    if step.step == Step.WRITE_DOWN and step.meeting_id is not None:
        return AfterMeeting(step.meeting_id)
    if step.step == Step.ASK_FOR_COPY and step.meeting_id is not None:
        return PepCopy(step.meeting_id)
    if step.step == Step.MY_ACTION:
        return Actions()
    if step.step == Step.TERM_DATES and step.school_id is not None:
        return SchoolDates(step.school_id)
    return EditChild(step.child_id)
