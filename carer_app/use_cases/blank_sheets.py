"""A sheet with nothing on it yet, to fill in by hand. Needs no records."""

from carer_app.choices import AfterPart
from carer_app.paper.sheets.blank_notes import BlankNotes
from carer_app.texts.child_questions import age_set
from carer_app.words import _


def blank_notes() -> BlankNotes:
    """Notes from home for a PEP meeting, in the order of the printed sheet; and on the back what was said and agreed
    there, in the order in which it is written down afterwards."""
    return BlankNotes(
        title=_("Notes from home for the PEP meeting"),
        to_fill_in=(_("Name used at home:"), _("Day, time and place:"), _("Written by, on:")),
        parts=(
            (_("What the child says, in their own words"), 4),
            (_("What is going well: at school, at home, out of school"), 3),
            (_("What makes school hard just now, and what helps"), 4),
            (_("What we ask for: who, and by when"), 4),
            (_("Home’s part: reading, homework, clubs"), 2),
            (_("Questions for school"), 3),
            *(_AFTERWARDS[part] for part in AfterPart),
        ),
    )


_AFTERWARDS = {
    AfterPart.AGREED: (_("Agreed at the meeting: what, who, by when"), 8),
    AfterPart.NEXT_PEP: (_("Next PEP meeting, and when the copy comes"), 1),
    AfterPart.SURPRISED: (_("What surprised me"), 2),
    AfterPart.CAME: (_("Who came, and how the child was heard"), 2),
    AfterPart.SCHOOL_SAID: (_("What school said: learning, attendance, behaviour, next steps"), 6),
    AfterPart.ANSWERS: (_("The answers to my questions"), 4),
    AfterPart.HELP: (_("How home can help, and extra help that was decided"), 4),
}
"""The heading of each, and how many lines it has."""


def child_questions(set_key: str) -> BlankNotes:
    """The questions for a child of one age, to answer on paper. They name nobody, and nothing of them is kept."""
    asked = age_set(set_key)
    cards = (
        ()
        if asked.by != "cards"
        else (
            (_("What do you like at school?"), 2),
            (_("What don’t you like?"), 2),
        )
    )
    return BlankNotes(
        title=asked.telling.heading,
        text_size=14,
        told=(
            asked.telling.stop,
            _(
                "Whoever gets this paper can read it. You can put a line through anything before you give it away."
            ),
            asked.telling.end_hurt,
        ),
        to_fill_in=(_("My name:"), _("Who wrote this down:")),
        parts=(
            *cards,
            *((question.words, max(2, question.lines)) for question in asked.questions),
            (
                _("Do you want to come to the {meeting}? All of it, a part, not this time, not sure?").format(
                    meeting=asked.meeting
                ),
                1,
            ),
            (_("What would make it easier?"), 2),
            (_("Who should say it for you?"), 1),
        ),
    )
