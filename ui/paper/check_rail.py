"""Beside the sheet: whose it is and when, who may read it, and print, always in sight."""

from carer_app.choices import FamilyThere
from carer_app.use_cases.planning import MeetingFacts
from carer_app.words import _
from ui.parts.choices_across import ChoicesAcross
from ui.parts.meeting_rail import MeetingRail
from ui.widgets.buttons import Button
from ui.widgets.field import Field


class CheckRail(MeetingRail):
    """Who may read it comes first: with family there, some things are left off the sheet.

    It is short, so that it fits beside the sheet in a low window: what is left off is told in the column.
    """

    def __init__(self, facts: MeetingFacts) -> None:
        super().__init__(facts)
        self.choices = ChoicesAcross([(each.value, each.words) for each in FamilyThere])
        self.body.addWidget(
            Field(
                _("Will anyone from {child}’s family be there, or get a copy?").format(child=facts.child),
                self.choices,
                hint=_("The social worker can say. Ask before you print."),
            )
        )
        self.see = Button(_("See and print"), kind="main", icon="printer")
        self.actions(self.see)
