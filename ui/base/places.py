"""Every place one can go. The pages, the audit, the demo pictures and "back where I was" all use this list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from carer_app.choices import Part
    from carer_app.use_cases.calculator import TypedFacts


@dataclass(frozen=True)
class Place:
    """Somewhere in the application. `page` names the module and class that show it, imported when first needed.

    A place without facts of its own needs no decorator. Making a dataclass takes a third of a millisecond,
    and all of these are made before the first page is on screen.
    """

    page: ClassVar[str]
    side_bar: ClassVar[str] = ""
    is_closed_room: ClassVar[bool] = False
    """Whether nothing else can be reached from it, and leaving it locks."""
    is_read_with_child: ClassVar[bool] = False
    """Whether a child reads it beside the carer: no side bar, no keys to elsewhere, and out only to `leads_to`."""

    @property
    def leads_to(self) -> "Place | None":
        """Where the way back leads whatever was there before; None for where the carer was."""
        return None

    @property
    def part_of(self) -> "Place | None":
        """The place that this one is a step of: once it leads there it is over, and Back does not lead into it."""
        return None

    @property
    def key(self) -> str:
        """The name under which half-typed text of this place is kept."""
        return repr(self)


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


class Welcome(Place):
    page = "ui.unlock.welcome:WelcomePage"


class MayKeepNotes(Place):
    page = "ui.unlock.may_keep:MayKeepNotesPage"


class BlankSheet(Place):
    page = "ui.paper.one_sheet:OneSheetPage"


class DateCalculator(Place):
    page = "ui.calculator.calculator:CalculatorPage"


class Leaflets(Place):
    page = "ui.leaflets.leaflets:LeafletsPage"
    side_bar = "help"


@dataclass(frozen=True)
class _OfLeaflet(Place):
    leaflet: str = "what_is_a_pep"


class Leaflet(_OfLeaflet):
    page = "ui.leaflets.leaflet:LeafletPage"
    side_bar = "help"


class LeafletToPrint(_OfLeaflet):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


class Words(Place):
    page = "ui.leaflets.words:WordsPage"
    side_bar = "help"


class WordsToPrint(Place):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "help"


@dataclass(frozen=True)
class CalculatedSheet(Place):
    facts: "TypedFacts"
    page = "ui.paper.one_sheet:OneSheetPage"


class StickMissing(Place):
    page = "ui.unlock.stick_missing:StickMissingPage"


class Hidden(Place):
    page = "ui.unlock.hidden:HiddenPage"


class ChoosePassword(Place):
    page = "ui.unlock.choose_password:ChoosePasswordPage"


class Unlock(Place):
    page = "ui.unlock.unlock:UnlockPage"


class GoBackLocked(Place):
    page = "ui.backups.go_back:GoBackPage"


class Working(Place):
    page = "ui.unlock.working:WorkingPage"


class Forgotten(Place):
    page = "ui.unlock.forgotten:ForgottenPage"


# Just after unlocking, where something is to be known first


class OlderCopyHere(Place):
    page = "ui.unlock.older_copy:OlderCopyPage"


class OpenOnAnother(Place):
    page = "ui.unlock.open_on_another:OpenOnAnotherPage"


class OnlyToRead(Place):
    page = "ui.unlock.only_to_read:OnlyToReadPage"


# The five doors of the side bar


class Home(Place):
    page = "ui.home.home:HomePage"
    side_bar = "home"


class Children(Place):
    page = "ui.children.children:ChildrenPage"
    side_bar = "children"


class Actions(Place):
    page = "ui.actions.actions:ActionsPage"
    side_bar = "actions"


class Documents(Place):
    page = "ui.documents.documents:DocumentsPage"
    side_bar = "documents"


class Help(Place):
    page = "ui.help.help:HelpPage"
    side_bar = "help"


class Settings(Place):
    page = "ui.settings.settings:SettingsPage"
    side_bar = "settings"


class MayKeepAgain(Place):
    page = "ui.settings.may_keep_again:MayKeepAgainPage"
    side_bar = "settings"


class RecentlyRemoved(Place):
    page = "ui.settings.recently_removed:RecentlyRemovedPage"
    side_bar = "settings"


class WaysIn(Place):
    page = "ui.ways_in.ways_in:WaysInPage"
    side_bar = "settings"


class WayBackSheet(Place):
    page = "ui.ways_in.way_back_sheet:WayBackSheetPage"
    side_bar = "settings"


# Keeping the records safe


class Backups(Place):
    page = "ui.backups.backups:BackupsPage"
    side_bar = "settings"


class GoBack(Place):
    page = "ui.backups.go_back:GoBackPage"
    side_bar = "settings"


# Children and their schools


class AddChild(Place):
    page = "ui.children.add_child:AddChildPage"
    side_bar = "children"


class ChildRecord(_OfChild):
    page = "ui.children.child_record:ChildRecordPage"
    side_bar = "children"


@dataclass(frozen=True)
class EditChild(_OfChild):
    """The facts about a child; `at` is the one that somebody comes for: "school", "dates", or nothing."""

    at: str = ""
    page = "ui.children.edit_child:EditChildPage"
    side_bar = "children"

    @property
    def key(self) -> str:
        return repr(EditChild(self.child_id))


@dataclass(frozen=True)
class DatesOf(_OfChild):
    """How the dates were worked out; `at` is what somebody comes for: "year", or nothing."""

    at: str = ""
    page = "ui.children.dates_of:DatesOfPage"
    side_bar = "children"


class CouncilRules(_OfChild):
    page = "ui.council_rules.council_rules:CouncilRulesPage"
    side_bar = "children"


class OwnCalendar(_OfChild):
    page = "ui.own_calendar.own_calendar:OwnCalendarPage"
    side_bar = "children"


class SchoolDates(_OfSchool):
    page = "ui.children.school_dates:SchoolDatesPage"
    side_bar = "children"


class _OfSchoolDates(_OfSchool):
    @property
    def part_of(self) -> Place:
        return SchoolDates(self.school_id)


class PasteDates(_OfSchoolDates):
    page = "ui.children.paste_dates:PasteDatesPage"
    side_bar = "children"


@dataclass(frozen=True)
class CheckDates(_OfSchoolDates):
    """`year` is the school year that is typed or changed by hand; 0 where the dates were read from somewhere."""

    year: int = 0
    page = "ui.children.check_dates:CheckDatesPage"
    side_bar = "children"


# Between meetings


@dataclass(frozen=True)
class WriteNote(Place):
    """`child_id` is 0 where the child is still to be chosen."""

    child_id: int = 0
    page = "ui.notes.write_note:WriteNotePage"
    side_bar = "children"


class NotesOf(_OfChild):
    page = "ui.notes.notes_of:NotesOfPage"
    side_bar = "children"


# Before a meeting


class PutInDate(_OfChild):
    page = "ui.meetings.put_in_date:PutInDatePage"
    side_bar = "children"


class GetReady(_OfMeeting):
    page = "ui.preparation.get_ready:GetReadyPage"
    side_bar = "children"


@dataclass(frozen=True)
class PreparePart(_OfMeeting):
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
        }.get(self.part, "ui.preparation.theme:ThemePage")


@dataclass(frozen=True)
class ShortWay(_OfMeeting):
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


class WhoseMeeting(Place):
    page = "ui.home.whose_meeting:WhoseMeetingPage"
    side_bar = "home"


@dataclass(frozen=True)
class AskQuestion(_OfMeeting):
    question: str
    page = "ui.preparation.ask:AskPage"
    side_bar = "children"


class ReadyWords(_OfMeeting):
    page = "ui.meetings.ready_words:ReadyWordsPage"
    side_bar = "children"


class LastMeeting(_OfReady):
    page = "ui.preparation.last_meeting:LastMeetingPage"
    side_bar = "children"


class ShowTheChild(_OfReady):
    page = "ui.preparation.show_the_child:ShowTheChildPage"
    is_read_with_child = True


class CardsToCut(Place):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


@dataclass(frozen=True)
class QuestionsOnPaper(Place):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
    set_key: str = "7_to_10"


class ChildsBook(_OfChild):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class HandOver(_OfReady):
    page = "ui.preparation.hand_over:HandOverPage"
    side_bar = "children"


@dataclass(frozen=True)
class ChildsOwnPart(_OfMeeting):
    page = "ui.childs_own_part.childs_own_part:ChildsOwnPartPage"
    is_closed_room = True
    set_key: str


class CheckAndPrint(_OfReady):
    page = "ui.paper.check:CheckPage"
    side_bar = "children"


class MeetingSheet(_OfCheck):
    page = "ui.paper.meeting_sheet:MeetingSheetPage"
    side_bar = "children"


class PasteText(_OfCheck):
    page = "ui.paper.paste_text:PasteTextPage"
    side_bar = "children"


class HandedOut(_OfCheck):
    page = "ui.paper.handed_out:HandedOutPage"
    side_bar = "children"


@dataclass(frozen=True)
class HandedOutSheet(Place):
    sheet_id: int
    page = "ui.paper.handed_out:HandedOutSheetPage"
    side_bar = "children"


# After a meeting


class AfterMeeting(_OfMeeting):
    page = "ui.after_meeting.after_meeting:AfterMeetingPage"
    side_bar = "children"


class WhatSchoolSaid(_OfAfter):
    page = "ui.after_meeting.what_school_said:WhatSchoolSaidPage"
    side_bar = "children"


class AddActions(_OfAfter):
    page = "ui.after_meeting.add_actions:AddActionsPage"
    side_bar = "children"


class YouSaid(_OfAfter):
    page = "ui.after_meeting.you_said:YouSaidPage"
    side_bar = "children"


class NextPep(_OfAfter):
    page = "ui.after_meeting.next_pep:NextPepPage"
    side_bar = "children"


class HeldBefore(_OfChild):
    page = "ui.documents.held_before:HeldBeforePage"
    side_bar = "documents"


class PepCopy(_OfMeeting):
    page = "ui.documents.pep_copy:PepCopyPage"
    side_bar = "documents"


class ReadDocument(_OfDocument):
    page = "ui.documents.read_document:ReadDocumentPage"
    side_bar = "documents"


class ReviewList(_OfChild):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "actions"


class NumbersSlip(_OfChild):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class WhatIHold(_OfChild):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class ChildSheet(_OfMeeting):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


OUTSIDE = (
    Welcome, BlankSheet, DateCalculator, MayKeepNotes, ChoosePassword, Unlock, Forgotten, StickMissing, Hidden,
    Leaflets, Leaflet, LeafletToPrint, Words, WordsToPrint, GoBackLocked, Working,
)  # fmt: skip
"""The places shown while nothing about a child may be seen."""


def every_place(
    child_id: int,
    school_id: int,
    coming_id: int,
    over_id: int,
    document_id: int | None = None,
    handed_out_id: int | None = None,
) -> list[Place]:
    """Every place inside, for one child with a meeting to come (`coming_id`) and one that was held (`over_id`)."""
    from carer_app.choices import Part

    places: list[Place] = [Home(), Children(), Actions(), Documents(), Help(), Settings(), MayKeepAgain()]
    places += [RecentlyRemoved(), WaysIn(), WayBackSheet()]
    places += [AddChild(), OlderCopyHere(), OpenOnAnother(), OnlyToRead(), Backups(), GoBack()]
    places += [ChildRecord(child_id), EditChild(child_id), SchoolDates(school_id)]
    places += [DatesOf(child_id), CouncilRules(child_id), PasteDates(school_id), OwnCalendar(child_id)]
    places += [CheckDates(school_id), CheckDates(school_id, 2025)]
    places += [WriteNote(), NotesOf(child_id)]
    places += [PutInDate(child_id), GetReady(coming_id), *(PreparePart(coming_id, part) for part in Part)]
    places += [WhoseMeeting(), *(ShortWay(coming_id, step) for step in range(1, 6))]
    places += [AskQuestion(coming_id, "going_well.school"), AskQuestion(coming_id, "ahead.changes")]
    places += [
        LastMeeting(coming_id),
        ReadyWords(coming_id),
        ShowTheChild(coming_id),
        HandOver(coming_id),
        *(ChildsOwnPart(coming_id, key) for key in ("3_to_6", "7_to_10", "11_to_16")),
        CheckAndPrint(coming_id),
    ]
    places += [MeetingSheet(coming_id), PasteText(coming_id), HandedOut(coming_id)]
    places += [AfterMeeting(over_id), WhatSchoolSaid(over_id), AddActions(over_id), NextPep(over_id)]
    places += [YouSaid(over_id)]
    places += [HeldBefore(child_id), PepCopy(over_id), ChildSheet(over_id)]
    places += [ReviewList(child_id), WhatIHold(child_id), NumbersSlip(child_id)]
    places += [CardsToCut(), QuestionsOnPaper(), ChildsBook(child_id)]
    if document_id is not None:
        places.append(ReadDocument(document_id))
    if handed_out_id is not None:
        places.append(HandedOutSheet(handed_out_id))
    return places
