"""A PEP that was held before PEP Companion was there: one day, and then its copy can be kept or asked for."""

from datetime import date

from carer_app.typed_dates import say_day
from carer_app.use_cases import earlier_peps
from carer_app.words import _
from ui.base.house import House
from ui.base.places import AddActions, AfterMeeting, HeldBefore, PepCopyPlace, Place
from ui.base.records import Undo
from ui.parts.days import past_day_field
from ui.parts.new_id import new_id
from ui.parts.one_day_page import OneDayPage


class HeldBeforePage(OneDayPage):
    """Which PEP it was."""

    missing = _("Type the day it was held.")

    def __init__(self, house: House, place: HeldBefore) -> None:
        self.child_id, self._is_for_action = place.child_id, place.at == "action"
        super().__init__(house, place)

    def build(self) -> None:
        self.add_back_link(_("Back"))
        for_its_copy = _(
            "It may have been before you had PEP Companion, or you were not there. "
            "Put in its day. Then you can keep its copy, or ask for it."
        )
        for_an_action = _(
            "An action belongs to the meeting where it was agreed. "
            "Put in the day of that meeting first. Then write down the action."
        )
        self.add_heading(_("An earlier PEP"), for_an_action if self._is_for_action else for_its_copy)
        self.build_day(
            _("Which day was it held?"),
            past_day_field(self.today),
            _("For example 12 June 2025."),
            _("Add this PEP"),
        )

    def refresh(self) -> None:
        asked = self.records.read(earlier_peps.earlier_pep, self.child_id)
        self.rename(_("An earlier PEP of {child}").format(child=asked.child))
        known = asked.known_day
        day = say_day(known) if known else ""
        self.show_known(
            known,
            _("You said that the last PEP was on {day}.").format(day=day),
            _("Add the PEP of {day}").format(day=day),
        )
        self.field.set_label(
            _("Or another one: which day was it held?") if known else _("Which day was it held?")
        )

    def take(self, day: date) -> None:
        """Add that PEP, and on to its copy, or, where it was just held or an action is to be added, to what was agreed
        there."""
        self.records.change(
            earlier_peps.add_earlier_pep,
            self.child_id,
            new_id(),
            day,
            self.today(),
            self.place.key,
            undo=Undo(
                _("Added: the PEP of {day}.").format(day=say_day(day)),
                earlier_peps.take_earlier_pep_out,
                (self.child_id, day),
            ),
            then=lambda meeting: self.go_on(self._next(meeting, day)),
        )

    def _next(self, meeting_id: int, day: date) -> Place:
        if self._is_for_action:
            return AddActions(meeting_id)
        is_fresh = day + earlier_peps.STILL_FRESH >= self.today()
        return AfterMeeting(meeting_id) if is_fresh else PepCopyPlace(meeting_id)
