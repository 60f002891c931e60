"""How home can help, and what was decided about extra help."""

from carer_app.choices import PlainQuestion
from carer_app.words import _
from ui.after_meeting.page_of_boxes import PageOfBoxes

BOXES = (
    (
        PlainQuestion.AT_HOME_SAID,
        _("How can we help {child} at home?"),
        _("What school asked of home, for each thing that was agreed."),
    ),
    (
        PlainQuestion.EXTRA_SAID,
        _("What was decided about extra help for {child}?"),
        _("Also how Pupil Premium Plus is used, and from when."),
    ),
)
HELP_AGREED = tuple(question for question, _label, _hint in BOXES)


class HelpAgreedPage(PageOfBoxes):
    """What is done at home for what was agreed, and what school or the council pays for."""

    heading = _("Help at home and extra help")
    boxes = BOXES
