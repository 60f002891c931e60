"""After a meeting: what came of it, papers, who is asked, and reviews."""

from ui.base.place import OfChild, OfDocument, OfMeeting, Place


class OfAfter(OfMeeting, is_shared=True):
    """One of the jobs after a meeting, and back to their list."""

    @property
    def leads_to(self) -> Place:
        return AfterMeeting(self.meeting_id)


class AskAgain(OfChild, name="ask_again"):
    """One thing that has not come: `about` is a `RequestAbout`, `of` the action, or the meeting of the copy."""

    about: str
    of: int = 0
    page = "ui.asking.ask_again:AskAgainPage"
    side_bar = "actions"


class WhomToAskInTurn(OfChild, name="whom_to_ask_in_turn"):
    """The whole order for one thing, on paper."""

    about: str
    of: int = 0
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "actions"


class AfterMeeting(OfMeeting, name="after_meeting"):
    page = "ui.after_meeting.after_meeting:AfterMeetingPage"
    side_bar = "children"


class NotAsPlanned(OfAfter, name="not_as_planned"):
    page = "ui.after_meeting.not_as_planned:NotAsPlannedPage"
    side_bar = "children"


class WhoCame(OfAfter, name="who_came"):
    page = "ui.after_meeting.who_came:WhoCamePage"
    side_bar = "children"


class WhatSchoolSaid(OfAfter, name="what_school_said"):
    page = "ui.after_meeting.what_school_said:WhatSchoolSaidPage"
    side_bar = "children"


class AnswersPlace(OfAfter, name="answers"):
    page = "ui.after_meeting.answers:AnswersPage"
    side_bar = "children"


class HelpAgreed(OfAfter, name="help_agreed"):
    page = "ui.after_meeting.help_agreed:HelpAgreedPage"
    side_bar = "children"


class AddActions(OfAfter, name="add_actions"):
    page = "ui.after_meeting.add_actions:AddActionsPage"
    side_bar = "children"


class YouSaid(OfAfter, name="you_said"):
    page = "ui.after_meeting.you_said:YouSaidPage"
    side_bar = "children"


class NextPepPlace(OfAfter, name="next_pep"):
    page = "ui.after_meeting.next_pep:NextPepPage"
    side_bar = "children"


class HeldBefore(OfChild, name="held_before"):
    """The day of an earlier PEP; `at` is what somebody comes for: an "action" that was agreed there, or nothing."""

    at: str = ""
    page = "ui.documents.held_before:HeldBeforePage"
    side_bar = "documents"


class AddPaper(OfChild, name="add_paper"):
    page = "ui.documents.add_paper:AddPaperPage"
    side_bar = "documents"


class AboutPaper(OfDocument, name="about_paper"):
    """What is known of a paper; `at` is what somebody comes for: to "change" it, or nothing."""

    at: str = ""
    page = "ui.documents.about_paper:AboutPaperPage"
    side_bar = "documents"


class PepCopyPlace(OfMeeting, name="pep_copy"):
    page = "ui.documents.pep_copy:PepCopyPage"
    side_bar = "documents"


class CopyCompared(OfMeeting, name="copy_compared"):
    page = "ui.documents.copy_compared:CopyComparedPage"
    side_bar = "documents"

    @property
    def leads_to(self) -> Place:
        return PepCopyPlace(self.meeting_id)


class ReadDocument(OfDocument, name="read_document"):
    """`at`: the page to begin on and words to be marked there, "3 reading"; empty for where reading stopped."""

    at: str = ""
    page = "ui.documents.read_document:ReadDocumentPage"
    side_bar = "documents"


class ReviewList(OfChild, name="review_list"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "actions"


class CareReviewPlace(OfChild, name="care_review"):
    """A child-in-care review, before it."""

    page = "ui.care_review.care_review:CareReviewPage"
    side_bar = "children"


class ReviewFormPlace(OfChild, name="review_form"):
    """The carer's own part of the review's form, a part at a time from 1."""

    number: int = 1
    page = "ui.care_review.review_form:ReviewFormPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        return CareReviewPlace(self.child_id)


class AfterReview(OfChild, name="after_review"):
    page = "ui.care_review.after_review:AfterReviewPage"
    side_bar = "children"


class CarersPartPlace(OfChild, name="carers_part"):
    """The carer's own part on paper."""

    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class NumbersSlipPlace(OfChild, name="numbers_slip"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class WhatIHoldPlace(OfChild, name="what_i_hold"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class ChildSheetPlace(OfMeeting, name="child_sheet"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class MyAfterwardsPlace(OfMeeting, name="my_afterwards"):
    """What came of a meeting on paper, for the carer alone."""

    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
