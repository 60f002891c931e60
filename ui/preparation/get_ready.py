"""Getting ready for one meeting: the short way, what is next, and everything else in any order."""

from PySide6.QtWidgets import QVBoxLayout

from carer_app.choices import Part
from carer_app.use_cases import last_time, planning, preparing, short_way
from carer_app.use_cases.planning import MeetingFacts
from carer_app.use_cases.preparing import GettingReady, PartRow
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    GetReady,
    HandOver,
    LastMeeting,
    PreparePart,
    ShortWayPlace,
    ShowTheChild,
)
from ui.look import theme
from ui.parts.meeting_rail import MeetingRail
from ui.widgets.buttons import Button, RowButton
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow


class GetReadyPage(Page):
    """Where the preparation stands. Printing is never held back."""

    explains = True
    max_width = 760

    def __init__(self, house: House, place: GetReady) -> None:
        self.meeting_id = place.meeting_id
        super().__init__(house, place)

    def build(self) -> None:
        self.back_link = self.add_back_link(_("Back"))
        self.add_heading(_("Get ready for the PEP meeting"))
        self.rail = MeetingRail()
        self.when = self.rail.when
        self.over = PlainLabel(_("This meeting is over. You can still read and change your notes."))
        self.off = PlainLabel(
            _(
                "This meeting was called off. What you got ready is kept. If it gets a new day, press "
                "“It takes place after all” under “When and where”, and put the new day there."
            )
        )
        self.be_there = PlainLabel(
            _(
                "It matters that you are there. If you can’t be, say so early and ask for another time, "
                "or to join by phone."
            ),
            kind="hint",
        )
        self.rule = PlainLabel("", kind="hint")
        self.next = PlainLabel("", kind="strong")
        self.gone = PlainLabel(
            _(
                "That day has gone by. If the meeting was held, press “The meeting is over” at the end of this page. "
                "If it was put off, put the new day under “When and where”."
            )
        )
        for said in (self.over, self.gone, self.off, self.be_there, self.rule):
            self.rail.body.addWidget(said)
        self._add_short_way()
        self.add_rail(self.rail)
        self.last_time = RowButton("")
        self.last_time.clicked.connect(self.go_to(LastMeeting(self.meeting_id)))
        self.column.addWidget(self.last_time)
        self.column.addWidget(WrapRow(Heading(_("Add more"), 2)))
        self.column.addWidget(
            PlainLabel(
                _("In any order, and only what fits. Nothing is kept: print before you close.")
                if self.records.forgets
                else _("In any order, and only what fits. Everything is saved as you type.")
            )
        )
        # Of the list below, and not of the five questions above: their button leads to another page.
        self.column.addWidget(self.next)
        parts = QVBoxLayout()
        theme.space(parts, gap=8)
        self.rows: dict[Part, RowButton] = {}
        for part in Part:
            row = RowButton("")
            row.clicked.connect(self.go_to(PreparePart(self.meeting_id, part)))
            self.rows[part] = row
            parts.addWidget(row)
        self.show_child = RowButton("")
        self.show_child.clicked.connect(self.go_to(ShowTheChild(self.meeting_id)))
        parts.addWidget(self.show_child)
        self.own_part = RowButton("")
        self.own_part.clicked.connect(self.go_to(HandOver(self.meeting_id)))
        parts.addWidget(self.own_part)
        self.column.addLayout(parts)
        self.after = Button(_("The meeting is over"))
        self.after.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.column.addWidget(WrapRow(self.after))
        self._shown: dict[Part, PartRow] = {}

    def _add_short_way(self) -> None:
        self.rail.body.addWidget(
            PlainLabel(
                _("Ten minutes: five questions, then print. Do it in one go: nothing is kept when you close.")
                if self.records.forgets
                else _("Ten minutes: five questions, then print. You can stop and carry on another evening.")
            )
        )
        self.begin = Button("", kind="main", icon="chevron-right")
        self.begin.clicked.connect(self._on_begin)
        self.check = Button(_("Check and print"), icon="printer")
        self.check.clicked.connect(self.go_to(CheckAndPrint(self.meeting_id)))
        self.rail.body.addWidget(
            PlainLabel(
                _("You can print whenever you like. A part with nothing in it is left off."), kind="hint"
            )
        )
        self.rail.actions(self.begin)
        self.rail.ways(self.check)

    def _on_begin(self) -> None:
        step = self.records.read(short_way.next_step, self.meeting_id)
        self.go.emit(ShortWayPlace(self.meeting_id, step))

    def refresh(self) -> None:
        state = self.records.read(preparing.getting_ready, self.meeting_id)
        facts = self.records.read(planning.meeting_facts, self.meeting_id)
        self.rename(_("Get ready for {child}’s PEP meeting").format(child=state.child))
        self.back_link.setText(_("Back to {child}").format(child=state.child))
        self.back_link.setAccessibleName(self.back_link.words())
        self.back_link.clicked.disconnect()
        self.back_link.clicked.connect(self.go_to(ChildRecord(state.child_id)))
        self.rail.show_meeting(facts)
        self.show_child.show_as(
            _("Show {child} what I wrote").format(child=state.child),
            _("{child} may answer to each thing, or ask for it to be left off.").format(child=state.child),
        )
        self.own_part.show_as(
            _("{child}’s own part").format(child=state.child),
            _("{child} says what they think, with you, alone or on paper.").format(child=state.child),
        )
        self._show_over(facts)
        self._show_last_time()
        self.next.setText(_next_words(state))
        begun = self.records.read(short_way.is_begun, self.meeting_id)
        if state.next_part is None:
            words = _("Go through the five questions")
        else:
            words = _("Carry on with the five questions") if begun else _("Begin")
        self.begin.setText(words)
        self.begin.setAccessibleName(self.begin.words())
        for row in state.parts:
            if self._shown.get(row.part) != row:
                self._shown[row.part] = row
                self.rows[row.part].show_as(row.words, _("Finished") if row.is_finished else "", _tag(row))

    def _show_last_time(self) -> None:
        """What comes along from the meeting before, on one row."""
        before = self.records.read(last_time.last_time, self.meeting_id, self.today())
        self.last_time.setVisible(before is not None)
        if before is None:
            return
        still_open = len(before.open)
        self.last_time.show_as(
            _("Last time: what was said and agreed"),
            plural("{count} action is still open", "{count} actions are still open", still_open)
            if still_open
            else _("Everything that was agreed is done"),
        )

    def _show_over(self, facts: MeetingFacts) -> None:
        off = facts.called_off_on is not None
        ahead = not facts.is_over and not off
        gone = ahead and facts.on_day is not None and facts.on_day < self.today()
        self.over.setVisible(facts.is_over)
        self.off.setVisible(off)
        self.gone.setVisible(gone)
        self.be_there.setVisible(ahead and not gone)
        self.rule.setText(facts.carer_there)
        self.rule.setVisible(ahead and not gone and bool(facts.carer_there))
        self.next.setVisible(ahead and not gone)
        text = _("After the meeting") if facts.is_over else _("The meeting is over")
        self.after.setText(text)
        self.after.setAccessibleName(text)


def _next_words(state: GettingReady) -> str:
    row = state.next_part
    if row is None:
        return _("What matters most is there. You can still add more.")
    return _("Next: {part}").format(part=row.words[:1].lower() + row.words[1:])


def _tag(row: PartRow) -> Tag | None:
    """Nothing is said of what was not begun: most of it may be left alone."""
    return Tag(_("Begun"), "info", "pencil") if row.is_begun and not row.is_finished else None
