"""What school said at the meeting."""

from carer_app.choices import PlainQuestion
from carer_app.words import _
from ui.after_meeting.page_of_boxes import PageOfBoxes

BOXES = (
    (
        PlainQuestion.LEARNING_SAID,
        _("How is {child} doing in learning?"),
        _("What goes well, what is hard, and how that is against what is expected."),
    ),
    (PlainQuestion.ATTENDANCE_SAID, _("What did school say about attendance?"), ""),
    (
        PlainQuestion.BEHAVIOUR_SAID,
        _("What did school say about behaviour?"),
        _("What adults see, and what helps."),
    ),
    (
        PlainQuestion.PEOPLE_SAID,
        _("How are things with people at school?"),
        _("Friends, teachers, playtimes."),
    ),
    (PlainQuestion.HELP_SAID, _("What help does {child} get, and does it work?"), ""),
    (
        PlainQuestion.KIND_SAID,
        _("What kind or proud thing was said about {child}?"),
        _("This goes on the sheet for {child}, so write the words as they were said."),
    ),
    (PlainQuestion.NEXT_SAID, _("What are the next steps at school?"), ""),
)
SCHOOL_SAID_ON_ITS_PAGE = tuple(question for question, _label, _hint in BOXES)


class WhatSchoolSaidPage(PageOfBoxes):
    """How the child is doing, in school's words."""

    heading = _("What school said")
    intro = _("Write it while you remember. Short is fine, and any box can stay empty.")
    boxes = BOXES
