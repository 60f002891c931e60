"""Every stored noun, imported in one place so that the tables are complete."""

from carer_app.domain.agreed_action import ActionChange, AgreedAction
from carer_app.domain.asked_again import NotNow, Request
from carer_app.domain.base import Base
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake, ListLine
from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.child import Child, Schooling
from carer_app.domain.draft import Draft
from carer_app.domain.household import Household, SaveCount, SecondPlace
from carer_app.domain.meeting import Attendee, Meeting, MeetingPutOff
from carer_app.domain.note import Note
from carer_app.domain.paper_choice import PaperChoice
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.person import Person
from carer_app.domain.preparation import (
    Answer,
    ChildReply,
    ChildView,
    Concern,
    FinishedPart,
    HandedOut,
    NameOnPaper,
    SchoolQuestion,
    WhatHappened,
)
from carer_app.domain.rule_changes import RuleChange
from carer_app.domain.school import School, SchoolClosing, SchoolPeriod, SchoolYearNote
from carer_app.domain.stored_document import PaperPage, PaperSource, ReportFigure, StoredDocument

__all__ = [
    "ActionChange",
    "AgreedAction",
    "Answer",
    "Attendee",
    "Base",
    "CalendarEntry",
    "CareReview",
    "Child",
    "ChildLetter",
    "ChildReply",
    "ChildView",
    "Concern",
    "DaysWithoutSchool",
    "Draft",
    "FinishedPart",
    "HandedOut",
    "Household",
    "Keepsake",
    "ListLine",
    "Meeting",
    "MeetingPutOff",
    "NameOnPaper",
    "NotNow",
    "Note",
    "PaperChoice",
    "PaperPage",
    "PaperSource",
    "PepCopy",
    "Person",
    "ReportFigure",
    "Request",
    "ReviewAnswer",
    "RuleChange",
    "SaveCount",
    "School",
    "SchoolClosing",
    "SchoolPeriod",
    "SchoolQuestion",
    "SchoolYearNote",
    "Schooling",
    "SecondPlace",
    "StoredDocument",
    "WhatHappened",
]
