"""Every place one can go. The pages, the audit, the demo pictures and "back where I was" all use this list."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from carer_app.choices import Part
    from carer_app.use_cases.calculator import TypedFacts
    from carer_app.use_cases.drafts import DraftKey


@dataclass(frozen=True)
class Place:
    """Somewhere in the application. `page` names the module and class that show it, imported when first needed.

    A place without facts of its own needs no decorator. Making a dataclass takes a third of a millisecond,
    and all of these are made before the first page is on screen.
    """

    name: ClassVar[str]
    """What half-typed words are kept under, for good: a class may be called something else, its name stays."""
    page: ClassVar[str]
    side_bar: ClassVar[str] = ""
    is_closed_room: ClassVar[bool] = False
    """Whether nothing else can be reached from it, and leaving it locks."""
    is_read_with_child: ClassVar[bool] = False
    """Whether a child reads it beside the carer: no side bar, no keys to elsewhere, and out only to `leads_to`."""

    def __init_subclass__(cls, name: str = "") -> None:
        if name:
            cls.name = name
        elif not cls.__name__.startswith("_"):
            raise TypeError(f"{cls.__name__} needs a name of its own: class {cls.__name__}(Place, name=…)")

    @property
    def leads_to(self) -> "Place | None":
        """Where the way back leads whatever was there before; None for where the carer was."""
        return None

    @property
    def part_of(self) -> "Place | None":
        """The place that this one is a step of: once it leads there it is over, and Back does not lead into it."""
        return None

    @property
    def key(self) -> "DraftKey":
        """What half-typed words of this place are kept under: its name and its facts, and whom they are about."""
        from carer_app.use_cases.drafts import DraftKey

        facts = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "at"}
        about, about_id = next(
            ((OF[name], number) for name, number in facts.items() if name in OF and number), ("", 0)
        )
        return DraftKey(" ".join(map(str, (self.name, *facts.values()))), about, about_id)


OF = {
    "child_id": "child", "school_id": "school", "meeting_id": "meeting", "document_id": "stored_document",
    "sheet_id": "handed_out", "letter_id": "child_letter", "days_id": "days_without_school",
}  # fmt: skip
"""Which table a fact of a place names a row of. A fact called `at` is only where on the page somebody begins."""


# What a place may be about


@dataclass(frozen=True)
class _OfChild(Place):
    child_id: int


@dataclass(frozen=True)
class _OfSchool(Place):
    school_id: int


@dataclass(frozen=True)
class _OfMeeting(Place):
    meeting_id: int


class _OfReady(_OfMeeting):
    """A page of getting ready: however one came, its way back leads to the list of parts, which is about one child."""

    @property
    def leads_to(self) -> Place:
        return GetReady(self.meeting_id)


class _OfCheck(_OfMeeting):
    """A page behind the check before printing, and back to it."""

    @property
    def leads_to(self) -> Place:
        return CheckAndPrint(self.meeting_id)


class _OfAfter(_OfMeeting):
    """One of the jobs after a meeting, and back to their list."""

    @property
    def leads_to(self) -> Place:
        return AfterMeeting(self.meeting_id)


@dataclass(frozen=True)
class _OfDocument(Place):
    document_id: int


# Before the records are open


class Welcome(Place, name="welcome"):
    page = "ui.unlock.welcome:WelcomePage"


class MayKeepNotes(Place, name="may_keep_notes"):
    page = "ui.unlock.may_keep:MayKeepNotesPage"


class BlankSheet(Place, name="blank_sheet"):
    page = "ui.paper.one_sheet:OneSheetPage"


class DateCalculator(Place, name="date_calculator"):
    page = "ui.calculator.calculator:CalculatorPage"


class Leaflets(Place, name="leaflets"):
    page = "ui.leaflets.leaflets:LeafletsPage"
    side_bar = "help"


@dataclass(frozen=True)
class _OfLeaflet(Place):
    leaflet: str = "what_is_a_pep"


class LeafletPlace(_OfLeaflet, name="leaflet"):
    page = "ui.leaflets.leaflet:LeafletPage"
    side_bar = "help"


class LeafletToPrint(_OfLeaflet, name="leaflet_to_print"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


class Words(Place, name="words"):
    page = "ui.leaflets.words_explained:WordsPage"
    side_bar = "help"


class WordsToPrint(Place, name="words_to_print"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


@dataclass(frozen=True)
class CalculatedSheet(Place, name="calculated_sheet"):
    facts: "TypedFacts"
    page = "ui.paper.one_sheet:OneSheetPage"


class StickMissing(Place, name="stick_missing"):
    page = "ui.unlock.stick_missing:StickMissingPage"


class Hidden(Place, name="hidden"):
    page = "ui.unlock.hidden:HiddenPage"


class ChoosePassword(Place, name="choose_password"):
    page = "ui.unlock.choose_password:ChoosePasswordPage"


class Unlock(Place, name="unlock"):
    page = "ui.unlock.unlock:UnlockPage"


class GoBackLocked(Place, name="go_back_locked"):
    page = "ui.backups.go_back:GoBackPage"


class Working(Place, name="working"):
    page = "ui.unlock.working:WorkingPage"


class Forgotten(Place, name="forgotten"):
    page = "ui.unlock.forgotten:ForgottenPage"


# Just after unlocking, where something is to be known first


class OlderCopyHere(Place, name="older_copy_here"):
    page = "ui.unlock.older_copy:OlderCopyPage"


class OpenOnAnother(Place, name="open_on_another"):
    page = "ui.unlock.open_on_another:OpenOnAnotherPage"


class OnlyToRead(Place, name="only_to_read"):
    page = "ui.unlock.only_to_read:OnlyToReadPage"


# The doors of the side bar


class Home(Place, name="home"):
    page = "ui.home.home:HomePage"
    side_bar = "home"


class Children(Place, name="children"):
    page = "ui.children.children:ChildrenPage"
    side_bar = "children"


class Actions(Place, name="actions"):
    page = "ui.actions.actions:ActionsPage"
    side_bar = "actions"


class Documents(Place, name="documents"):
    page = "ui.documents.documents:DocumentsPage"
    side_bar = "documents"


class SearchPlace(Place, name="search"):
    page = "ui.search.search:SearchPage"
    side_bar = "search"


class Help(Place, name="help"):
    page = "ui.help.help:HelpPage"
    side_bar = "help"


class Settings(Place, name="settings"):
    page = "ui.settings.settings:SettingsPage"
    side_bar = "settings"


class MayKeepAgain(Place, name="may_keep_again"):
    page = "ui.settings.may_keep_again:MayKeepAgainPage"
    side_bar = "settings"


class RecentlyRemoved(Place, name="recently_removed"):
    page = "ui.settings.recently_removed:RecentlyRemovedPage"
    side_bar = "settings"


class WaysIn(Place, name="ways_in"):
    page = "ui.ways_in.ways_in:WaysInPage"
    side_bar = "settings"


class WayBackSheetPlace(Place, name="way_back_sheet"):
    page = "ui.ways_in.way_back_sheet:WayBackSheetPage"
    side_bar = "settings"


# Keeping the records safe


class BackupsPlace(Place, name="backups"):
    page = "ui.backups.backups:BackupsPage"
    side_bar = "settings"


class GoBack(Place, name="go_back"):
    page = "ui.backups.go_back:GoBackPage"
    side_bar = "settings"


# Children and their schools


class AddChild(Place, name="add_child"):
    page = "ui.children.add_child:AddChildPage"
    side_bar = "children"


class ChildRecord(_OfChild, name="child_record"):
    page = "ui.children.child_record:ChildRecordPage"
    side_bar = "children"


@dataclass(frozen=True)
class EditChild(_OfChild, name="edit_child"):
    """The facts about a child; `at` is the one that somebody comes for: "school", "dates", or nothing."""

    at: str = ""
    page = "ui.children.edit_child:EditChildPage"
    side_bar = "children"


@dataclass(frozen=True)
class DatesOf(_OfChild, name="dates_of"):
    """How the dates were worked out; `at` is what somebody comes for: "year", or nothing."""

    at: str = ""
    page = "ui.children.dates_of:DatesOfPage"
    side_bar = "children"


class CouncilRules(_OfChild, name="council_rules"):
    page = "ui.council_rules.council_rules:CouncilRulesPage"
    side_bar = "children"


class OwnCalendar(_OfChild, name="own_calendar"):
    page = "ui.own_calendar.own_calendar:OwnCalendarPage"
    side_bar = "children"


class SchoolDates(_OfSchool, name="school_dates"):
    page = "ui.children.school_dates:SchoolDatesPage"
    side_bar = "children"


class _OfSchoolDates(_OfSchool):
    @property
    def part_of(self) -> Place:
        return SchoolDates(self.school_id)


class PasteDates(_OfSchoolDates, name="paste_dates"):
    page = "ui.children.paste_dates:PasteDatesPage"
    side_bar = "children"


@dataclass(frozen=True)
class CheckDates(_OfSchoolDates, name="check_dates"):
    """`year` is the school year that is typed or changed by hand; 0 where the dates were read from somewhere."""

    year: int = 0
    page = "ui.children.check_dates:CheckDatesPage"
    side_bar = "children"


# Between meetings


@dataclass(frozen=True)
class WriteNote(Place, name="write_note"):
    """`child_id` is 0 where the child is still to be chosen."""

    child_id: int = 0
    page = "ui.notes.write_note:WriteNotePage"
    side_bar = "children"


class NotesOf(_OfChild, name="notes_of"):
    page = "ui.notes.notes_of:NotesOfPage"
    side_bar = "children"


class LookingBackPlace(_OfChild, name="looking_back"):
    page = "ui.looking_back.looking_back:LookingBackPage"
    side_bar = "children"


class YearsOnPaper(_OfChild, name="years_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class EducationOnPaper(_OfChild, name="education_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class DaysWithoutSchoolPlace(_OfChild, name="days_without_school"):
    page = "ui.between_meetings.days_without_school:DaysWithoutSchoolPage"
    side_bar = "children"


class WhoseDays(Place, name="whose_days"):
    page = "ui.between_meetings.whose_days:WhoseDaysPage"
    side_bar = "children"


class DaysOnPaper(_OfChild, name="days_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


@dataclass(frozen=True)
class TimeWithoutSchool(_OfChild, name="time_without_school"):
    """One of a child's times without full-time school, and back to all of them."""

    days_id: int
    page = "ui.between_meetings.time_without_school:TimeWithoutSchoolPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        return DaysWithoutSchoolPlace(self.child_id)


class SchoolCardPlace(_OfChild, name="school_card"):
    page = "ui.between_meetings.school_card:SchoolCardPage"
    side_bar = "children"


class SchoolCardOnPaper(_OfChild, name="school_card_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class FirstWeek(_OfChild, name="first_week"):
    page = "ui.between_meetings.first_week:FirstWeekPage"
    side_bar = "children"


class FirstWeekOnPaper(_OfChild, name="first_week_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


# Before a meeting


class FindATime(_OfMeeting, name="find_a_time"):
    page = "ui.between_meetings.find_a_time:FindATimePage"
    side_bar = "children"


class PutInDate(_OfChild, name="put_in_date"):
    page = "ui.meetings.put_in_date:PutInDatePage"
    side_bar = "children"


class GetReady(_OfMeeting, name="get_ready"):
    page = "ui.preparation.get_ready:GetReadyPage"
    side_bar = "children"


@dataclass(frozen=True)
class PreparePart(_OfMeeting, name="prepare_part"):
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


@dataclass(frozen=True)
class TellTheChild(_OfMeeting, name="tell_the_child"):
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


@dataclass(frozen=True)
class ShortWayPlace(_OfMeeting, name="short_way"):
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


@dataclass(frozen=True)
class AskQuestion(_OfMeeting, name="ask_question"):
    question: str
    page = "ui.preparation.ask:AskPage"
    side_bar = "children"


class ReadyWordsPlace(_OfMeeting, name="ready_words"):
    page = "ui.meetings.ready_words:ReadyWordsPage"
    side_bar = "children"


class LastMeeting(_OfReady, name="last_meeting"):
    page = "ui.preparation.last_meeting:LastMeetingPage"
    side_bar = "children"


class ShowTheChild(_OfReady, name="show_the_child"):
    page = "ui.preparation.show_the_child:ShowTheChildPage"
    is_read_with_child = True


class CardsToCutPlace(Place, name="cards_to_cut"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


@dataclass(frozen=True)
class QuestionsOnPaper(Place, name="questions_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
    set_key: str = "7_to_10"


@dataclass(frozen=True)
class SchoolDayOnPaper(Place, name="school_day_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
    set_key: str = "7_to_10"


class ChildsBook(_OfChild, name="childs_book"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class LettersPlace(_OfChild, name="letters"):
    page = "ui.notes.letters:LettersPage"
    side_bar = "children"


class KeepsakesPlace(_OfChild, name="keepsakes"):
    page = "ui.documents.keepsakes:KeepsakesPage"
    side_bar = "children"


@dataclass(frozen=True)
class LetterToPrint(_OfChild, name="letter_to_print"):
    """One letter to the child; the newest where `letter_id` is 0."""

    letter_id: int = 0
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class HandOver(_OfMeeting, name="hand_over"):
    """A step of what the child wants to say, and back to it."""

    page = "ui.preparation.hand_over:HandOverPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        from carer_app.choices import Part

        return PreparePart(self.meeting_id, Part.CHILD_SAYS)


@dataclass(frozen=True)
class ChildsOwnPart(_OfMeeting, name="childs_own_part"):
    """`afterwards`: only to read what came of what was said, once a meeting was held."""

    page = "ui.childs_own_part.childs_own_part:ChildsOwnPartPage"
    is_closed_room = True
    set_key: str
    reads_itself: bool = False
    afterwards: bool = False


class CheckAndPrint(_OfReady, name="check_and_print"):
    page = "ui.paper.check:CheckPage"
    side_bar = "children"


@dataclass(frozen=True)
class MeetingSheetPlace(_OfCheck, name="meeting_sheet"):
    """`at`: the text size on paper, in points, where one was chosen before."""

    at: int = 0
    page = "ui.paper.meeting_sheet:MeetingSheetPage"
    side_bar = "children"


class PasteText(_OfCheck, name="paste_text"):
    page = "ui.paper.paste_text:PasteTextPage"
    side_bar = "children"


class HandedOutPlace(_OfCheck, name="handed_out"):
    page = "ui.paper.handed_out:HandedOutPage"
    side_bar = "children"


@dataclass(frozen=True)
class HandedOutSheet(Place, name="handed_out_sheet"):
    sheet_id: int
    page = "ui.paper.handed_out:HandedOutSheetPage"
    side_bar = "children"


# After a meeting


@dataclass(frozen=True)
class AskAgain(_OfChild, name="ask_again"):
    """One thing that has not come: `about` is a `RequestAbout`, `of` the action, or the meeting of the copy."""

    about: str
    of: int = 0
    page = "ui.asking.ask_again:AskAgainPage"
    side_bar = "actions"


@dataclass(frozen=True)
class WhomToAskInTurn(_OfChild, name="whom_to_ask_in_turn"):
    """The whole order for one thing, on paper."""

    about: str
    of: int = 0
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "actions"


class AfterMeeting(_OfMeeting, name="after_meeting"):
    page = "ui.after_meeting.after_meeting:AfterMeetingPage"
    side_bar = "children"


class NotAsPlanned(_OfAfter, name="not_as_planned"):
    page = "ui.after_meeting.not_as_planned:NotAsPlannedPage"
    side_bar = "children"


class WhoCame(_OfAfter, name="who_came"):
    page = "ui.after_meeting.who_came:WhoCamePage"
    side_bar = "children"


class WhatSchoolSaid(_OfAfter, name="what_school_said"):
    page = "ui.after_meeting.what_school_said:WhatSchoolSaidPage"
    side_bar = "children"


class AnswersPlace(_OfAfter, name="answers"):
    page = "ui.after_meeting.answers:AnswersPage"
    side_bar = "children"


class HelpAgreed(_OfAfter, name="help_agreed"):
    page = "ui.after_meeting.help_agreed:HelpAgreedPage"
    side_bar = "children"


class AddActions(_OfAfter, name="add_actions"):
    page = "ui.after_meeting.add_actions:AddActionsPage"
    side_bar = "children"


class YouSaid(_OfAfter, name="you_said"):
    page = "ui.after_meeting.you_said:YouSaidPage"
    side_bar = "children"


class NextPepPlace(_OfAfter, name="next_pep"):
    page = "ui.after_meeting.next_pep:NextPepPage"
    side_bar = "children"


@dataclass(frozen=True)
class HeldBefore(_OfChild, name="held_before"):
    """The day of an earlier PEP; `at` is what somebody comes for: an "action" that was agreed there, or nothing."""

    at: str = ""
    page = "ui.documents.held_before:HeldBeforePage"
    side_bar = "documents"


class AddPaper(_OfChild, name="add_paper"):
    page = "ui.documents.add_paper:AddPaperPage"
    side_bar = "documents"


@dataclass(frozen=True)
class AboutPaper(_OfDocument, name="about_paper"):
    """What is known of a paper; `at` is what somebody comes for: to "change" it, or nothing."""

    at: str = ""
    page = "ui.documents.about_paper:AboutPaperPage"
    side_bar = "documents"


class PepCopyPlace(_OfMeeting, name="pep_copy"):
    page = "ui.documents.pep_copy:PepCopyPage"
    side_bar = "documents"


class CopyCompared(_OfMeeting, name="copy_compared"):
    page = "ui.documents.copy_compared:CopyComparedPage"
    side_bar = "documents"

    @property
    def leads_to(self) -> Place:
        return PepCopyPlace(self.meeting_id)


@dataclass(frozen=True)
class ReadDocument(_OfDocument, name="read_document"):
    """`at`: the page to begin on and words to be marked there, "3 reading"; empty for where reading stopped."""

    at: str = ""
    page = "ui.documents.read_document:ReadDocumentPage"
    side_bar = "documents"


class ReviewList(_OfChild, name="review_list"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "actions"


class CareReviewPlace(_OfChild, name="care_review"):
    """A child-in-care review, before it."""

    page = "ui.care_review.care_review:CareReviewPage"
    side_bar = "children"


@dataclass(frozen=True)
class ReviewFormPlace(_OfChild, name="review_form"):
    """The carer's own part of the review's form, a part at a time from 1."""

    number: int = 1
    page = "ui.care_review.review_form:ReviewFormPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        return CareReviewPlace(self.child_id)


class AfterReview(_OfChild, name="after_review"):
    page = "ui.care_review.after_review:AfterReviewPage"
    side_bar = "children"


class CarersPartPlace(_OfChild, name="carers_part"):
    """The carer's own part on paper."""

    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class NumbersSlipPlace(_OfChild, name="numbers_slip"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class WhatIHoldPlace(_OfChild, name="what_i_hold"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class ChildSheetPlace(_OfMeeting, name="child_sheet"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class MyAfterwardsPlace(_OfMeeting, name="my_afterwards"):
    """What came of a meeting on paper, for the carer alone."""

    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


OUTSIDE = (
    Welcome, BlankSheet, DateCalculator, MayKeepNotes, ChoosePassword, Unlock, Forgotten, StickMissing, Hidden,
    Leaflets, LeafletPlace, LeafletToPrint, Words, WordsToPrint, GoBackLocked, Working,
)  # fmt: skip
"""The places shown while nothing about a child may be seen."""


def every_place(
    child_id: int,
    school_id: int,
    coming_id: int,
    over_id: int,
    document_id: int | None = None,
    handed_out_id: int | None = None,
    days_id: int | None = None,
) -> list[Place]:
    """Every place inside, for one child with a meeting to come (`coming_id`) and one that was held (`over_id`)."""
    from carer_app.choices import Part

    places: list[Place] = [Home(), Children(), Actions(), Documents(), SearchPlace(), Help(), Settings()]
    places += [MayKeepAgain()]
    places += [RecentlyRemoved(), WaysIn(), WayBackSheetPlace()]
    places += [AddChild(), OlderCopyHere(), OpenOnAnother(), OnlyToRead(), BackupsPlace(), GoBack()]
    places += [ChildRecord(child_id), EditChild(child_id), SchoolDates(school_id)]
    places += [DatesOf(child_id), CouncilRules(child_id), PasteDates(school_id), OwnCalendar(child_id)]
    places += [CheckDates(school_id), CheckDates(school_id, 2025)]
    places += [WriteNote(), NotesOf(child_id), DaysWithoutSchoolPlace(child_id), DaysOnPaper(child_id)]
    places += [
        SchoolCardPlace(child_id),
        SchoolCardOnPaper(child_id),
        FirstWeek(child_id),
        FirstWeekOnPaper(child_id),
        FindATime(coming_id),
    ]
    places += [PutInDate(child_id), GetReady(coming_id), *(PreparePart(coming_id, part) for part in Part)]
    places += [TellTheChild(coming_id, step) for step in range(2, 8)]
    places += [WhoseDays(), WhoseMeeting(), *(ShortWayPlace(coming_id, step) for step in range(1, 6))]
    places += [AskQuestion(coming_id, "going_well.school"), AskQuestion(coming_id, "ahead.changes")]
    places += [
        LastMeeting(coming_id),
        ReadyWordsPlace(coming_id),
        ShowTheChild(coming_id),
        HandOver(coming_id),
        *(ChildsOwnPart(coming_id, key) for key in ("3_to_6", "7_to_10", "11_to_16")),
        ChildsOwnPart(over_id, "7_to_10", afterwards=True),
        CheckAndPrint(coming_id),
    ]
    places += [MeetingSheetPlace(coming_id), PasteText(coming_id), HandedOutPlace(coming_id)]
    places += [AfterMeeting(over_id), WhatSchoolSaid(over_id), AddActions(over_id), NextPepPlace(over_id)]
    places += [YouSaid(over_id), HelpAgreed(over_id), WhoCame(over_id), NotAsPlanned(over_id)]
    places += [AnswersPlace(over_id)]
    places += [
        HeldBefore(child_id),
        AddPaper(child_id),
        PepCopyPlace(over_id),
        CopyCompared(over_id),
        ChildSheetPlace(over_id),
    ]
    places += [MyAfterwardsPlace(over_id)]
    places += [
        *(kind(child_id, "meeting_date") for kind in (AskAgain, WhomToAskInTurn)),
        AskAgain(child_id, "copy", over_id),
        AskAgain(child_id, "review_minutes"),
    ]
    places += [ReviewList(child_id), WhatIHoldPlace(child_id), NumbersSlipPlace(child_id)]
    places += [CareReviewPlace(child_id), *(ReviewFormPlace(child_id, number) for number in range(1, 4))]
    places += [AfterReview(child_id), CarersPartPlace(child_id)]
    places += [CardsToCutPlace(), QuestionsOnPaper(), SchoolDayOnPaper(), ChildsBook(child_id)]
    places += [LookingBackPlace(child_id), YearsOnPaper(child_id), EducationOnPaper(child_id)]
    places += [LettersPlace(child_id), LetterToPrint(child_id), KeepsakesPlace(child_id)]
    if days_id is not None:
        places.append(TimeWithoutSchool(child_id, days_id))
    if document_id is not None:
        places += [ReadDocument(document_id), AboutPaper(document_id)]
    if handed_out_id is not None:
        places.append(HandedOutSheet(handed_out_id))
    return places
