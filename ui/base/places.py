"""Every place one can go. The pages, the audit, the demo pictures and "back where I was" all use this list.

The kinds stand in a file for each theme; the first page on screen imports only those that it needs. Who has time asks
for them here.
"""

# ruff: noqa: F403, F405

from ui.base.place import *
from ui.base.places_after_meeting import *
from ui.base.places_before_meeting import *
from ui.base.places_of_child import *
from ui.base.places_of_side_bar import *
from ui.base.places_outside import *

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
    places += [MeetingSheetPlace(coming_id), InterpreterPages(coming_id), PasteText(coming_id)]
    places += [HandedOutPlace(coming_id)]
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
