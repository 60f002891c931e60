"""Ten minutes: what the five pages share."""

from carer_app.use_cases import planning, short_way
from carer_app.words import _, plural
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import CheckAndPrint, GetReady, ShortWayPlace
from ui.parts.meeting_rail import MeetingRail
from ui.widgets.buttons import Button
from ui.widgets.natural_width import keep_place
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class ShortWayPage(Page):
    """One of the five questions. Continue leads to the next, and from the last to what will be printed."""

    explains = True

    def __init__(self, house: House, place: ShortWayPlace) -> None:
        self.meeting_id, self.step = place.meeting_id, place.step
        super().__init__(house, place)

    def build(self) -> None:
        self.now = self.records.read(short_way.short_way, self.meeting_id)
        self.child = self.now.child
        self.add_back_link(_("Back"))
        self.column.addWidget(
            PlainLabel(_("Ten minutes for {child}’s meeting").format(child=self.child), kind="hint")
        )
        self.add_heading(self.question(), self.why())
        self.build_question()
        self.carry_on = Button(
            _("Continue") if self.step < short_way.STEPS else _("See what will be printed"), kind="main"
        )
        self.carry_on.clicked.connect(self._on_continue)
        # In a sitting that is in memory only there is no other evening.
        self.stop = Button(
            _("Back to getting ready") if self.records.forgets else _("Stop here for now"), kind="quiet"
        )
        self.stop.clicked.connect(self.go_to(GetReady(self.meeting_id)))
        self.rail = MeetingRail()
        self.rail.actions(self.carry_on)
        self.rail.ways(self.stop)
        self.add_rail(self.rail, is_last=True)

    def refresh(self) -> None:
        self.now = self.records.read(short_way.short_way, self.meeting_id)
        self.rail.show_meeting(self.records.read(planning.meeting_facts, self.meeting_id))
        self.show_now_stored()

    # What each of the five writes

    def question(self) -> str:
        """The question, as the heading."""
        raise NotImplementedError

    def why(self) -> str:
        """Why it is asked, in a sentence or two."""
        raise NotImplementedError

    def build_question(self) -> None:
        """The boxes, and beneath them what is an answer too."""
        raise NotImplementedError

    def show_now_stored(self) -> None:
        """Fill the boxes from `self.now`."""
        raise NotImplementedError

    def show_other_ways_on(self, row: WrapRow, shown: bool) -> None:
        """Buttons that are an answer too. What one aims at stays where it is when they go because one typed."""
        if shown:
            keep_place(row)
        row.setVisible(shown)

    def carry_on_now(self) -> None:
        """On to the next question."""
        if self.step < short_way.STEPS:
            self.go.emit(ShortWayPlace(self.meeting_id, self.step + 1))
        else:
            self.go.emit(CheckAndPrint(self.meeting_id))

    def _on_continue(self) -> None:
        self.flush()
        self.carry_on_now()


def more_line(count: int, where: str) -> str:
    """There is more of this elsewhere; empty where there is not."""
    if not count:
        return ""
    more = plural("There is {count} more", "There are {count} more", count)
    return _("{more} under “{where}”.").format(more=more, where=where)
