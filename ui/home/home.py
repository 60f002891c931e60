"""Home: what is due for each child."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from carer_app.choices import Part
from carer_app.typed_dates import say_day
from carer_app.use_cases import children, not_now
from carer_app.use_cases import for_home as today_cases
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.for_home import HomeBegins, NextStep, Step, StepDue
from carer_app.use_cases.next_pep import next_pep_of
from carer_app.words import _
from ui.base.page import Page
from ui.base.places import (
    Actions,
    AddChild,
    AfterMeeting,
    ChildRecord,
    Children,
    DaysWithoutSchoolPlace,
    EditChild,
    GetReady,
    Place,
    PreparePart,
    PutInDate,
    WhoseDays,
    WhoseMeeting,
    WriteNote,
)
from ui.base.records import Undo
from ui.home import was_it_held
from ui.home.leads_to import ASKS, PLANS, ask_again, place_of
from ui.home.notice_card import Notices
from ui.home.step_card import StepCard, show_tag
from ui.home.ten_minutes import begin_short_way
from ui.home.waiting import Waiting
from ui.look import theme
from ui.parts.new_id import new_id
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.rail import Lies, Rail, stay_at
from ui.widgets.tag import Tag
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

FIRST = 2
"""So many cards are seen at once in most windows: they are worked out before anything beneath them."""


class HomePage(Page):
    """What needs doing, for each child."""

    def build(self) -> None:
        self.add_heading(_("What needs doing"))
        self.day = PlainLabel("", kind="hint")
        self.column.addWidget(self.day)
        self.ten_minutes = Button(_("Get ready in ten minutes"), icon="clock")
        self.ten_minutes.clicked.connect(self._on_ten_minutes)
        self.note = Button(_("Write a note"), icon="pencil")
        self.note.clicked.connect(self.go_to(WriteNote()))
        self.out = Button(_("Out of school?"), icon="calendar")
        self.out.clicked.connect(self._on_out)
        self.tag = Tag("", "info")
        self.first = Rail(tag=self.tag)
        self._first: StepCard | None = None
        self.first.arranged.connect(self._on_arranged)
        self.add_rail(self.first)
        self.column.addWidget(WrapRow(self.ten_minutes, self.note, self.out))
        self.steps = QVBoxLayout()
        theme.space(self.steps, gap=16)
        self.column.addLayout(self.steps)
        self._cards: dict[int, StepCard] = {}
        self.beneath, notices = QVBoxLayout(), QVBoxLayout()
        for column in (self.beneath, notices):
            theme.space(column, gap=16)
        self.column.addLayout(self.beneath)
        self.beneath.addLayout(notices)
        self.notices = Notices(self, notices)
        self.house.door.backing_up.changed.connect(self._on_backups)

    @cached_property
    def empty(self) -> EmptyState:
        """In place of the cards while there is no child."""
        add = Button(_("Add a child"), kind="main", icon="plus")
        add.clicked.connect(self.go_to(AddChild()))
        words = _("No children added yet. A first name and one date is enough.")
        return self._instead_of_cards(EmptyState("book-open", words, add))

    @cached_property
    def aside(self) -> EmptyState:
        """The same while every child is put to one side."""
        see = Button(_("See the children"), kind="main", icon="users")
        see.clicked.connect(self.go_to(Children()))
        words = _("No child is on the list now. You can bring one back on the page “Children”.")
        return self._instead_of_cards(EmptyState("users", words, see))

    @cached_property
    def waiting(self) -> Waiting:
        """Beneath the cards: it is not seen at once, nor made at once."""
        waiting = Waiting(self.go_to(Actions()))
        waiting.hide()
        self.beneath.insertWidget(0, waiting)
        for card in self.notices.cards.values():
            waiting.stackUnder(card)
        return waiting

    def _show_if(self, wanted: bool, name: str) -> None:
        """What is made when it is first needed is only asked for where it is."""
        if wanted or name in self.__dict__:
            getattr(self, name).setVisible(wanted)

    def _instead_of_cards(self, state: EmptyState) -> EmptyState:
        state.hide()
        place = self.column.indexOf(self.day) + 1
        self.column.insertWidget(place, state)
        self._put_before_what_follows(state, self.column, place)
        return state

    def refresh(self) -> None:
        today = self.today()
        count = len(self._cards) or FIRST
        begins = self.records.read(today_cases.home_begins, today, count)
        here, is_any = set(begins.child_ids), bool(begins.child_ids)
        self.day.setText(say_day(today))
        aside = not is_any and bool(self.records.read(children.cleared_children, today))
        self._show_if(aside, "aside")
        self._show_if(not is_any and not aside, "empty")
        self.ten_minutes.setVisible(begins.may_any_meet)
        self.note.setVisible(is_any)
        self.out.setVisible(is_any)
        for child_id in [child_id for child_id in self._cards if child_id not in here]:
            self._cards.pop(child_id).deleteLater()
        self.first.setVisible(is_any)
        self._only_one = len(here) == 1
        self.fill_in_pieces(self._fill(begins, today))

    @property
    def cards(self) -> dict[int, StepCard]:
        """The card of each child. Whoever asks does not meet the page half filled."""
        self.fill_whole()
        return self._cards

    def _fill(self, begins: HomeBegins, today: date) -> Iterator[None]:
        """A card each, then what is beneath them. What is not seen at once is read once the page is drawn."""
        cards: list[StepCard] = []
        yield from self._show_cards(begins.steps, cards)
        view = self.records.read(today_cases.home, today, begins.steps)
        self._may_meet = [step.child_id for step in view.steps if step.may_meet]
        yield from self._show_cards(view.steps[len(begins.steps) :], cards)
        self._lay(cards)
        if view.waiting or "waiting" in self.__dict__:
            self.waiting.show_rows(view.waiting, view.all_waiting)
        self.notices.refresh()
        yield

    def _show_cards(self, steps: Sequence[NextStep], cards: list[StepCard]) -> Iterator[None]:
        for step in steps:
            is_new = step.child_id not in self._cards
            if is_new:
                self._cards[step.child_id] = StepCard(step, self)
            cards.append(self._cards[step.child_id])
            cards[-1].show_step(step)
            if is_new:
                self._lay(cards)
                yield

    def _lay(self, cards: list[StepCard]) -> None:
        """What is next for the first child is in sight however long the page is. The keyboard stays where it is."""
        at = cast(QWidget | None, self.window().focusWidget())
        first = cards[0] if cards else None
        if self._first is not None and self._first is not first and isValid(self._first):
            self._first.take_back()
        self._first = first
        self.first.setVisible(first is not None)
        if first is not None:
            show_tag(self.tag, first.step)
            first.lead(self.first, is_alone=self._only_one)
        under = first is not None and self.first.lies == Lies.LINE
        moved: list[StepCard] = []
        columns = (self.first.place.column, cards[:1] if under else []), (self.steps, cards[int(under) :])
        for column, here in columns:
            for place, card in enumerate(here):
                if column.indexOf(card) != place:
                    column.insertWidget(place, card)
                    moved.append(card)
        for card in cards:
            if card.is_empty:
                card.hide()
            elif card in moved or card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                card.show()  # the layout would show it later; the keyboard may go there now
        stay_at(at)

    def _on_arranged(self) -> None:
        """As a line the rail and the first card are one box."""
        others = [card for card in self._cards.values() if card is not self._first]
        if self._first is not None:
            self._lay([self._first, *sorted(others, key=self.steps.indexOf)])

    def _on_backups(self) -> None:
        """How the backups stand is no change of the records, but it is on this page."""
        if self.records.is_open and self.isVisible():
            self.notices.refresh()

    # What the cards ask for

    def take(self, step: NextStep) -> None:
        """Do what the main button of a card says."""
        if step.step == Step.WAS_HELD:
            was_it_held.it_was_held(self, step)
        elif step.step == Step.REVIEW_HELD:
            was_it_held.review_was_held(self, step)
        else:
            self._go_on(step, step.step, step.meeting_id, step.matter)

    def take_other(self, step: NextStep, found: StepDue) -> None:
        """Go where one of the lines beneath leads. What a line asks is answered there, and not by a press here."""
        self._go_on(step, found.step, found.meeting_id, found.matter)

    def say_no(self, step: NextStep) -> None:
        """It was not held: the new day is asked for, and what was got ready is kept."""
        if step.step == Step.REVIEW_HELD:
            self.go.emit(EditChild(step.child_id))
            return
        was_it_held.it_was_put_off(self, step)

    def write_down(self, step: NextStep) -> None:
        """The meeting is today, and it may be over already."""
        if step.meeting_id is not None:
            self.go.emit(AfterMeeting(step.meeting_id))

    def put_in_a_date(self, step: NextStep) -> None:
        """A day for the next meeting is known. Where there is no meeting yet, there is one once the day is saved."""
        known = self.records.read(next_pep_of, step.child_id, self.today())
        if known.meeting_id is None or known.unrecorded_on is not None:
            self.go.emit(PutInDate(step.child_id))
        else:
            self.go.emit(PreparePart(known.meeting_id, Part.WHEN_WHERE))

    def get_ready(self, step: NextStep) -> None:
        """The meeting to come, whatever is due before it."""
        known = self.records.read(next_pep_of, step.child_id, self.today())
        if known.meeting_id is None:
            self.open_child(step)
        else:
            self.go.emit(GetReady(known.meeting_id))

    def words_to_ask(self, step: NextStep) -> None:
        """Whose turn it is to be asked, with words to copy."""
        if step.matter is not None:
            self.go.emit(ask_again(step.matter))

    def not_now(self, step: NextStep) -> None:
        """This one thing waits for a week, with Undo; the child's card shows what is next."""
        until = self.today() + not_now.FOR
        before = self.records.read(not_now.waits_until, step.child_id, step.key)
        self.records.change(
            not_now.not_now,
            step.child_id,
            step.key,
            until,
            self.today(),
            undo=Undo(
                _("Not now: {what}. It comes back on {day}.").format(what=step.words, day=say_day(until)),
                not_now.now_after_all,
                (step.child_id, step.key, before),
            ),
        )

    def put_off(self, step: NextStep, until: date) -> None:
        """Remind me later, with Undo."""
        self.records.change(
            today_cases.put_off,
            step.child_id,
            until,
            self.today(),
            undo=Undo(self._put_off_words(step, until), today_cases.bring_back, (step.child_id,)),
        )

    def _put_off_words(self, step: NextStep, until: date) -> str:
        if len(self.cards) == 1:
            return _("Put off until {day}. The card stays here until then.").format(day=say_day(until))
        return _("Put off until {day}. {child}’s card is the last one until then.").format(
            day=say_day(until), child=step.child
        )

    def bring_back(self, step: NextStep) -> None:
        """Show the card among the others again."""
        self.records.change(today_cases.bring_back, step.child_id)

    def _on_ten_minutes(self) -> None:
        """Straight to the five questions; with more than one child, whose meeting it is comes first."""
        self.fill_whole()
        if len(self._may_meet) == 1:
            begin_short_way(self, self._may_meet[0])
        else:
            self.go.emit(WhoseMeeting())

    def _on_out(self) -> None:
        """Straight to the child's days without school; with more than one child, whose they are comes first."""
        if len(self.cards) == 1:
            self.go.emit(DaysWithoutSchoolPlace(next(iter(self.cards))))
        else:
            self.go.emit(WhoseDays())

    def open_child(self, step: NextStep) -> None:
        """The child's own page."""
        self.go.emit(ChildRecord(step.child_id))

    def _go_on(self, card: NextStep, step: Step, meeting_id: int | None, matter: Matter | None) -> None:
        if step in ASKS and matter is not None:
            self.go.emit(ask_again(matter))
        elif step == Step.WAS_HELD and meeting_id is None:
            self.open_child(card)
        elif step == Step.ASK_FOR_DATE:
            self.put_in_a_date(card)
        elif step in PLANS:
            self._plan(card, lambda meeting: place_of(step, card, meeting))
        else:
            self.go.emit(place_of(step, card, meeting_id))

    def _plan(self, step: NextStep, where: Callable[[int], Place]) -> None:
        self.records.change(
            today_cases.plan_meeting,
            step.child_id,
            new_id(),
            self.today(),
            then=lambda meeting: self.go.emit(where(meeting)),
        )
