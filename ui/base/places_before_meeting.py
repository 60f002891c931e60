"""Getting ready for a meeting, up to its sheet."""

from typing import TYPE_CHECKING

from ui.base.place import OfChild, OfMeeting, Place

if TYPE_CHECKING:
    from carer_app.choices import Part
    from carer_app.use_cases.drafts import DraftKey


class OfReady(OfMeeting, is_shared=True):
    """A page of getting ready: however one came, its way back leads to the list of parts, which is about one child."""

    @property
    def leads_to(self) -> Place:
        return GetReady(self.meeting_id)


class OfCheck(OfMeeting, is_shared=True):
    """A page behind the check before printing, and back to it."""

    @property
    def leads_to(self) -> Place:
        return CheckAndPrint(self.meeting_id)


class FindATime(OfMeeting, name="find_a_time"):
    page = "ui.between_meetings.find_a_time:FindATimePage"
    side_bar = "children"


class PutInDate(OfChild, name="put_in_date"):
    page = "ui.meetings.put_in_date:PutInDatePage"
    side_bar = "children"


class GetReady(OfMeeting, name="get_ready"):
    page = "ui.preparation.get_ready:GetReadyPage"
    side_bar = "children"


class PreparePart(OfMeeting, name="prepare_part"):
    part: "Part"
    side_bar = "children"

    @property
    def page(self) -> str:  # type: ignore[override]  # many parts, their pages, one kind of place
        from carer_app.choices import Part

        return {
            Part.TELL_THE_CHILD: "ui.preparation.tell_the_child:TellTheChildPage",
            Part.CHILD_SAYS: "ui.preparation.child_says:ChildSaysPage",
            Part.HARD_NOW: "ui.preparation.hard_now:HardNowPage",
            Part.QUESTIONS: "ui.preparation.questions:QuestionsPage",
            Part.WHO_COMES: "ui.meetings.who_comes:WhoComesPage",
            Part.WHEN_WHERE: "ui.meetings.when_where:WhenWherePage",
        }.get(self.part, "ui.preparation.question_part:ThemePage")


class TellTheChild(OfMeeting, name="tell_the_child"):
    """The steps of telling the child, from the second; the first is the part itself, `PreparePart`.

    `at` is which words to say, by age, once the carer chose them: the place of the script, from 0.
    """

    step: int
    at: int | None = None
    side_bar = "children"

    @property
    def page(self) -> str:  # type: ignore[override]  # six steps, their pages, one kind of place
        return {
            5: "ui.preparation.tell_chosen:WhatChildChosePage",
            6: "ui.preparation.tell_chosen:HowViewsAreGivenPage",
            7: "ui.preparation.tell_chosen:HelpAtMeetingPage",
        }.get(self.step, "ui.preparation.tell_words:WordsToSayPage")

    @property
    def key(self) -> "DraftKey":
        """What is half typed was kept under the part when all of it stood on one page."""
        from carer_app.choices import Part

        return PreparePart(self.meeting_id, Part.TELL_THE_CHILD).key


class ShortWayPlace(OfMeeting, name="short_way"):
    """Ten minutes: five questions, each on a page; `step` counts from 1."""

    step: int
    side_bar = "children"

    @property
    def page(self) -> str:  # type: ignore[override]  # five questions, five pages, one kind of place
        return (
            "ui.preparation.short_way_child:ChildWantsPage",
            "ui.preparation.short_way_child:GoingWellPage",
            "ui.preparation.short_way_school:HardestPage",
            "ui.preparation.short_way_school:AsksPage",
            "ui.preparation.short_way_school:AskSchoolPage",
        )[self.step - 1]


class WhoseMeeting(Place, name="whose_meeting"):
    page = "ui.home.whose_meeting:WhoseMeetingPage"
    side_bar = "home"


class AskQuestion(OfMeeting, name="ask_question"):
    question: str
    page = "ui.preparation.ask:AskPage"
    side_bar = "children"


class ReadyWordsPlace(OfMeeting, name="ready_words"):
    page = "ui.meetings.ready_words:ReadyWordsPage"
    side_bar = "children"


class LastMeeting(OfReady, name="last_meeting"):
    page = "ui.preparation.last_meeting:LastMeetingPage"
    side_bar = "children"


class ShowTheChild(OfReady, name="show_the_child"):
    page = "ui.preparation.show_the_child:ShowTheChildPage"
    is_read_with_child = True


class HandOver(OfMeeting, name="hand_over"):
    """A step of what the child wants to say, and back to it."""

    page = "ui.preparation.hand_over:HandOverPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        from carer_app.choices import Part

        return PreparePart(self.meeting_id, Part.CHILD_SAYS)


class ChildsOwnPart(OfMeeting, name="childs_own_part"):
    """`afterwards`: only to read what came of what was said, once a meeting was held."""

    page = "ui.childs_own_part.childs_own_part:ChildsOwnPartPage"
    is_closed_room = True
    set_key: str
    reads_itself: bool = False
    afterwards: bool = False


class CheckAndPrint(OfReady, name="check_and_print"):
    page = "ui.paper.check:CheckPage"
    side_bar = "children"


class MeetingSheetPlace(OfCheck, name="meeting_sheet"):
    """`at`: the text size on paper, in points, where one was chosen before."""

    at: int = 0
    page = "ui.paper.meeting_sheet:MeetingSheetPage"
    side_bar = "children"


class InterpreterPages(OfCheck, name="interpreter_pages"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class PasteText(OfCheck, name="paste_text"):
    page = "ui.paper.paste_text:PasteTextPage"
    side_bar = "children"


class HandedOutPlace(OfCheck, name="handed_out"):
    page = "ui.paper.handed_out:HandedOutPage"
    side_bar = "children"


class HandedOutSheet(Place, name="handed_out_sheet"):
    sheet_id: int
    page = "ui.paper.handed_out:HandedOutSheetPage"
    side_bar = "children"
