"""A sheet with nothing on it yet, to fill in by hand. Needs no records."""

from carer_app.paper.content import BlankNotes
from carer_app.words import _


def blank_notes() -> BlankNotes:
    """Notes from home for a PEP meeting, in the order of the printed sheet."""
    return BlankNotes(
        title=_("Notes from home for the PEP meeting"),
        to_fill_in=(_("Name used at home:"), _("Day, time and place:"), _("Written by, on:")),
        parts=(
            (_("What the child says, in their own words"), 4),
            (_("What is going well: at school, at home, out of school"), 3),
            (_("What makes school hard just now, and what helps"), 3),
            (_("What we ask for: who, and by when"), 3),
            (_("Home’s part: reading, homework, clubs"), 2),
            (_("Questions for school"), 2),
            (_("Agreed at the meeting: what, who, by when"), 3),
            (_("Next PEP meeting, and when the copy comes"), 1),
        ),
    )
