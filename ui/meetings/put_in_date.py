"""A day for the next meeting is known. Only when it is saved is there a meeting."""

from datetime import date

from carer_app.choices import Part, RequestAbout
from carer_app.typed_dates import say_day, say_short
from carer_app.use_cases import children, planning
from carer_app.use_cases.next_pep import Leads, next_pep_of
from carer_app.words import _
from ui.base.house import House
from ui.base.places import AskAgain, HeldBefore, PreparePart, PutInDate
from ui.parts.days import EXAMPLE_AHEAD, day_field
from ui.parts.new_id import new_id
from ui.parts.one_day_page import OneDayPage
from ui.widgets.buttons import Link
from ui.widgets.wrap_row import WrapRow


class PutInDatePage(OneDayPage):
    """The time, the place and whom it suits are asked on the next page."""

    missing = _("Type the day of the meeting.")

    def __init__(self, house: House, place: PutInDate) -> None:
        self.child_id = place.child_id
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        self.add_heading(_("When is the next PEP meeting?"))
        self.build_day(
            _("Day"),
            day_field(self.today),
            _("For example {day}, or next Wednesday. Time and place come next.").format(
                day=say_short(self.today() + EXAMPLE_AHEAD)
            ),
            _("Save this day"),
        )
        self.held = Link(_("A PEP was held already? Put it in here."))
        self.held.clicked.connect(self.go_to(HeldBefore(self.child_id)))
        self.ask = Link(_("No day yet? Ask again."))
        self.ask.clicked.connect(self.go_to(AskAgain(self.child_id, RequestAbout.MEETING_DATE)))
        self.column.addWidget(WrapRow(self.held))
        self.column.addWidget(WrapRow(self.ask))

    def refresh(self) -> None:
        name = self.records.read(children.child_name, self.child_id)
        known = self.records.read(next_pep_of, self.child_id, self.today())
        self.rename(_("When is {child}’s next PEP meeting?").format(child=name))
        agreed = known.day if known.leads == Leads.AGREED else None
        day = say_day(agreed) if agreed else ""
        self.show_known(
            agreed,
            _("{day} was agreed at the last meeting.").format(day=day),
            _("Yes, it is on {day}").format(day=day),
        )

    def wrong_with(self, day: date) -> str:
        if day < self.today():
            return _(
                "That day has been. If the PEP was held then, use the link below. Else type the day that comes next."
            )
        return ""

    def take(self, day: date) -> None:
        """Put that meeting in, and on to its time and place."""
        self.records.change(
            planning.put_in_a_meeting,
            self.child_id,
            new_id(),
            day,
            self.today(),
            self.place.key,
            then=lambda meeting: self.go_on(PreparePart(meeting, Part.WHEN_WHERE)),
        )
