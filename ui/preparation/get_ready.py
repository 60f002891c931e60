"""Getting ready for one meeting: the short way, what is next, and everything else in any order."""

from carer_app.choices import Part, ReadyGroup
from carer_app.use_cases import last_time, planning, preparing, reading_kept, short_way
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
    LastMeeting,
    Place,
    PreparePart,
    ShortWayPlace,
    ShowTheChild,
)
from ui.parts.meeting_rail import MeetingRail
from ui.widgets.buttons import Button
from ui.widgets.row_card import GroupRow, RowCard
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class GetReadyPage(Page):
    """Where the preparation stands. Printing is never held back."""

    explains = True

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
        self.be_there = PlainLabel("", kind="hint")
        self.rule = PlainLabel("", kind="hint")
        self.gone = PlainLabel(
            _(
                "That day has gone by. If the meeting was held, press “The meeting is over” at the end of this page. "
                "If it was put off, put the new day under “When and where”."
            )
        )
        for said in (self.over, self.gone, self.off, self.rule, self.be_there):
            self.rail.body.addWidget(said)
        self._add_short_way()
        self.add_rail(self.rail)
        # Of the list below, and not of the five questions above: their button leads to another page.
        self.next = PlainLabel("", kind="strong")
        self.column.addWidget(self.next)
        saved = _("Nothing is kept: print before you close.") if self.records.forgets else ""
        how = _("In any order. A row with nothing at its end is still empty.")
        self.column.addWidget(PlainLabel(f"{how} {saved}".strip(), kind="hint"))
        self.rows = {part: self._row(PreparePart(self.meeting_id, part)) for part in Part}
        self.show_child = self._row(ShowTheChild(self.meeting_id))
        self.last_time = self._row(LastMeeting(self.meeting_id))
        self.groups: dict[ReadyGroup, RowCard] = {}
        for group in ReadyGroup:
            before = [self.last_time] if group == ReadyGroup.DAY else []
            after = [self.show_child] if group == ReadyGroup.CHILD else []
            rows = [*before, *(self.rows[part] for part in group.parts), *after]
            self.groups[group] = RowCard(group.words(""), *rows)
            self.column.addWidget(self.groups[group])
        self.after = Button(_("The meeting is over"))
        self.after.clicked.connect(self.go_to(AfterMeeting(self.meeting_id)))
        self.column.addWidget(WrapRow(self.after))

    def _row(self, place: Place) -> GroupRow:
        row = GroupRow()
        row.clicked.connect(self.go_to(place))
        return row

    def _add_short_way(self) -> None:
        """Before everything is there the five questions are next; then the sheet is, and they stand behind it."""
        self.ten_minutes = PlainLabel(
            _("Ten minutes: five questions, then print. Do it in one go: nothing is kept when you close.")
            if self.records.forgets
            else _("Ten minutes: five questions, then print.")
        )
        self.rail.body.addWidget(self.ten_minutes)
        self.begin = Button("", kind="main", icon="chevron-right")
        self.begin.clicked.connect(self._on_begin)
        self.print_now = Button(_("Check and print"), kind="main", icon="printer")
        self.check = Button(_("Check and print"), icon="printer")
        for button in (self.print_now, self.check):
            button.clicked.connect(self.go_to(CheckAndPrint(self.meeting_id)))
        self.again = Button(_("Five questions"))
        self.again.clicked.connect(self._on_begin)
        self.rail.body.addWidget(WrapRow(self.again))
        self.rail.actions(self.begin, self.print_now)
        self.when_where = Button(_("When and where"), kind="quiet", icon="calendar")
        self.when_where.clicked.connect(self.go_to(PreparePart(self.meeting_id, Part.WHEN_WHERE)))
        self.rail.ways(self.check, self.when_where)

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
        self.when_where.setAccessibleName(f"{self.when_where.words()}: {state.child}")
        self.groups[ReadyGroup.CHILD].say(ReadyGroup.CHILD.words(state.child))
        self.show_child.show_as(_("Show {child} what I wrote").format(child=state.child))
        self._show_over(facts)
        self._show_last_time()
        self._show_next(state)
        unread = self.records.read(reading_kept.is_unread, self.meeting_id)
        for row in state.parts:
            if row.part == Part.CHILD_SAYS and unread:
                self.rows[row.part].show_as(row.words, _("Not read yet"), "circle-alert")
            else:
                self.rows[row.part].show_as(row.words, *_state(row))

    def _show_next(self, state: GettingReady) -> None:
        row = state.next_part
        is_all_there = row is None
        for button in (self.print_now, self.again):
            button.setVisible(is_all_there)
        for part in (self.begin, self.check, self.ten_minutes):
            part.setVisible(not is_all_there)
        begun = self.records.read(short_way.is_begun, self.meeting_id)
        self.begin.setText(_("Carry on") if begun else _("Begin"))
        self.begin.setAccessibleName(self.begin.words())
        if row is None:
            self.next.setText(_("What matters most is ready."))
        else:
            self.next.setText(_("Next: {part}").format(part=row.words[:1].lower() + row.words[1:]))

    def _show_last_time(self) -> None:
        """What comes along from the meeting before, on one row."""
        before = self.records.read(last_time.last_time, self.meeting_id, self.today())
        self.last_time.setVisible(before is not None)
        if before is None:
            return
        still_open = len(before.open)
        state = (
            (plural("{count} still open", "{count} still open", still_open), "clock")
            if still_open
            else (_("All done"), "check")
        )
        self.last_time.show_as(_("What was agreed last time"), *state)

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
        self.be_there.setText(
            _("If you can’t be there, say so early.")  # that it matters, the council says itself
            if facts.carer_there
            else _("It matters that you are there. If you can’t be, say so early.")
        )
        self.next.setVisible(ahead and not gone)
        text = _("After the meeting") if facts.is_over else _("The meeting is over")
        self.after.setText(text)
        self.after.setAccessibleName(text)


def _state(row: PartRow) -> tuple[str, str]:
    """In a word, with its icon. Nothing is said of what was not begun: most of it may be left alone."""
    if row.is_finished:
        return _("Finished"), "check"
    return (_("Begun"), "pencil") if row.is_begun else ("", "")
