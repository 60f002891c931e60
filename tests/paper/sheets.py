"""Made-up sheets for the tests of paper, and how to read a PDF back."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from carer_app.paper.content import (
    AnswerToChild,
    Ask,
    DateToKnow,
    Difficulty,
    Item,
    LastAction,
    Mark,
    Quote,
    Sheet,
    Told,
)
from carer_app.paper.content.kept_back import Swap, Swapping
from carer_app.paper.content.pieces import Picture, SmallHeading, words
from carer_app.paper.content.year_drawn import MarkedDay, YearBand, YearDrawn, YearMark, YearStretch
from carer_app.paper.sheets.actions_for_review import ActionsForReview, AskedBefore, Owed, ReviewAction
from carer_app.paper.sheets.adults_sheet import AdultsSheet
from carer_app.paper.sheets.carers_review_part import CarersReviewPart
from carer_app.paper.sheets.child_book import BookMeeting, ChildBook
from carer_app.paper.sheets.child_sheet import ChildSheet, Yes
from carer_app.paper.sheets.chosen_sheet import chosen
from carer_app.paper.sheets.dates_sheet import DatesSheet
from carer_app.paper.sheets.days_out_sheet import DaysOutSheet, TimeOut
from carer_app.paper.sheets.education_history_sheet import EducationHistorySheet, SchoolBefore
from carer_app.paper.sheets.first_week_sheet import FirstWeekSheet
from carer_app.paper.sheets.in_turn_sheet import InTurnSheet, PersonInTurn
from carer_app.paper.sheets.interpreter_sheet import InterpreterSheet
from carer_app.paper.sheets.leaflet_sheet import LeafletSheet
from carer_app.paper.sheets.letter import Letter
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.paper.sheets.my_afterwards import AgreedForMe, MyAfterwards
from carer_app.paper.sheets.my_sheet import MySheet
from carer_app.paper.sheets.numbers_slip import NumbersSlip, ToRing
from carer_app.paper.sheets.paper_of_words import PaperOfWords
from carer_app.paper.sheets.photographed_copy import PhotographedCopy
from carer_app.paper.sheets.pocket_card import PocketCard
from carer_app.paper.sheets.school_card_sheet import SchoolCardSheet
from carer_app.paper.sheets.way_back_sheet import WayBackSheet
from carer_app.paper.sheets.what_i_hold import WhatIHold
from carer_app.paper.sheets.words_sheet import WordsSheet
from carer_app.paper.sheets.year_sheet import YearSheet
from carer_app.texts.cards import drawing
from carer_app.use_cases.blank_sheets import blank_notes
from carer_app.use_cases.cards_to_cut import cards_to_cut
from carer_app.use_cases.school_day_to_cut import school_day_to_cut

_PHOTO = BytesIO()
Image.new("RGB", (30, 40), (200, 200, 200)).save(_PHOTO, "JPEG")
A_PHOTO = _PHOTO.getvalue()
NASTY = "<b>Zoë & O’Łukasz</b> 🙂 \u200fمحمد"


def meeting() -> MeetingSheet:
    """A sheet as full as most will be."""
    return MeetingSheet(
        child="Mia",
        meeting_on=date(2026, 3, 18),
        meeting_at=time(14),
        where="Elm Park Primary",
        school="Elm Park Primary",
        year_group="Year 5",
        class_name="Miss Kay’s class",
        written_by="Sam (foster carer)",
        written_on=date(2026, 3, 14),
        child_has_seen_it="yes",
        taking_part=("for the first part", "she would like to speak first"),
        child_says=(
            Quote("Playtime is hard. They run off.", "Mia said this, Sam wrote it down", date(2026, 3, 12)),
            Quote("I like art with Miss Kay.", "Mia typed this", date(2026, 3, 12)),
        ),
        child_would_change=Quote("A quiet place at lunch.", "Mia typed this", date(2026, 3, 12)),
        going_well=(
            Item("Reads to Miss Kay every Tuesday and has finished two books.", "School"),
            Item("Does ten minutes of spelling after tea.", "Home"),
            Item("Swimming on Saturdays; she can do a length.", "Out of school"),
        ),
        hard_now=(
            Difficulty(
                "Playtime: runs off or hides about three times a week, since January.",
                "A job to do with one friend; being told five minutes before the bell.",
            ),
            Difficulty("Fractions: tears at homework most weeks.", "Doing the first one together."),
        ),
        asks=(
            Ask("A quiet place and a named adult at lunch", "Mr Fox", date(2026, 3, 27)),
            Ask("Fractions practice we can do at home", "Miss Kay"),
            Ask("A place in the Thursday art club"),
        ),
        at_home=(
            Item("Ten minutes each night, and the library on Saturdays", "Reading"),
            Item("Swimming. A lift home at 4.30 would make art club possible", "Clubs"),
        ),
        more=(Item("Shares a room from May", "Changes"),),
        last_time=(
            LastAction("Reading group started", Mark.DONE, "school"),
            LastAction("Laptop for homework", Mark.PARTLY, "social worker"),
            LastAction("Talk with the art teacher", Mark.OPEN, "school"),
        ),
        questions=("How is Mia doing against what is expected, and how can we help at home?",),
        dates=(
            DateToKnow("Optician, in school time", date(2026, 3, 24)),
            DateToKnow("A new class", when="September"),
        ),
    )


def adults() -> AdultsSheet:
    return AdultsSheet(
        "Mia",
        date(2026, 3, 18),
        time(14),
        "Sam (foster carer)",
        date(2026, 3, 14),
        (Item("Unsettled after Saturdays", "Family time"), Item("Wakes at five most days", "Sleep")),
    )


def pocket() -> PocketCard:
    return PocketCard(
        ("Thank you for the reading group.", "Playtime is hard.", "Ask for a buddy at lunch."),
        date(2026, 3, 18),
        time(14),
        "the library",
    )


def mine() -> MySheet:
    return MySheet(
        meeting(),
        things_to_say=("Thank you for the reading group.", "Playtime is the hardest thing just now."),
        who_comes=("Ms Ali (social worker)", "Mr Fox (designated teacher)"),
    )


def mine_afterwards() -> MyAfterwards:
    return MyAfterwards(
        "Mia",
        date(2026, 3, 18),
        date(2026, 4, 21),
        date(2026, 7, 8),
        (
            AgreedForMe(
                "A buddy at playtime",
                "Mr Fox",
                "Was due 27 March",
                "Ask at tea who she played with",
                "No tears",
            ),
            AgreedForMe("Find a judo class", "Me", "Done on 15 April"),
        ),
        (Item("Miss Kay does the first steps in school.", "Fractions practice at home"),),
        (Item("Reading is where it should be.", "How is Mia doing against what is expected?"),),
        (Item("Mia spoke first.", "How the child was heard"), Item("The reading group", "Extra help")),
    )


def before() -> ChildSheet:
    return ChildSheet(
        child="Mia",
        meeting_on=date(2026, 3, 18),
        child_says=meeting().child_says,
        happens_next=("People meet to talk about school.", "Sam tells you what they said."),
        people_to_ask=("Sam", "Ms Ali"),
        pictures=(Picture("People talk about school", drawing("table").read_text(encoding="utf-8")),),
    )


def after() -> ChildSheet:
    return ChildSheet(
        child="Mia",
        after_the_meeting=True,
        meeting_on=date(2026, 3, 18),
        answers=(
            AnswerToChild(
                Quote("Playtime is hard."),
                "Everyone agreed it should be easier.",
                "There is a quiet room at lunch.",
                "Mr Fox",
                date(2026, 3, 27),
            ),
            AnswerToChild(Quote("I like art."), action=Yes("Art club", "Miss Kay", None, date(2026, 3, 24))),
            AnswerToChild(
                Quote("I want Miss Kay for maths."), cannot_because="the class is full", ask_about_it="Mr Fox"
            ),
        ),
        kind_words=(Quote("Mia helped a new boy find his way round.", "Miss Kay said this"),),
        child_says=(Quote("I want to come.", "You typed this"),),
        yeses=(
            Yes("a place in art club", "Mr Fox", date(2026, 3, 20)),
            Yes("a library card", "Sam", None, date(2026, 3, 21)),
            Yes("swimming", "Mr Fox", None, None, date(2026, 4, 2), "the pool is closed"),
        ),
        next_meeting_on=date(2026, 9, 16),
    )


def review() -> ActionsForReview:
    return ActionsForReview(
        child="Mia",
        as_of=date(2026, 3, 30),
        review_on=date(2026, 4, 22),
        meeting_on=date(2026, 3, 18),
        owed=(
            Owed(
                "School · Mr Fox",
                (
                    ReviewAction("Start a reading group", Mark.DONE, "Done on 20 March", date(2026, 3, 20)),
                    ReviewAction("A quiet place at lunch", Mark.LATE, "Late by 3 days", date(2026, 3, 27)),
                ),
            ),
            Owed("Me", (ReviewAction("Book the optician", Mark.OPEN, "No date yet"),)),
        ),
        chaired_by="Ms Okoro",
        next_pep_on=date(2026, 7, 8),
        wishes=(
            Quote("Playtime is hard. They run off.", "Mia said this, Sam wrote it down", date(2026, 3, 12)),
        ),
        asked=(AskedBefore("the copy of the PEP", "Ms Ali", date(2026, 3, 24), "It comes this week."),),
    )


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def text_of(pdf: bytes) -> str:
    """All the words of all pages, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


def in_order(text: str, *parts: str) -> bool:
    """Whether the parts are all in the text, one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def every_sheet() -> tuple[Sheet, ...]:
    """One of each kind."""
    book = BookMeeting(date(2025, 9, 18), (Quote("I like art."),), after().answers, after().kind_words)
    told = (Told("What is stored", ("The name.", "- a point", "- another")),)
    replied = (Ask("A buddy at lunch", reply="Mia: “yes”"),)
    return (
        replace(meeting(), asks=replied),
        PhotographedCopy((A_PHOTO, A_PHOTO)),
        PaperOfWords((SmallHeading("Report"), words("Mia reads every day."))),
        mine(),
        mine_afterwards(),
        adults(),
        pocket(),
        before(),
        after(),
        review(),
        CarersReviewPart("Mia", "Sam (foster carer)", date(2026, 4, 22), "Ms Okoro", told),
        ChildBook(
            "Mia", (book,), (Told("2025/26", ("Swam 50 metres.",)),), (Told("A letter", ("Dear Mia,",)),)
        ),
        Letter("Mia", date(2026, 3, 18), ("Dear Mia,", "You swam 50 metres."), meeting().child_says),
        NumbersSlip((ToRing("A teacher I trust"),), (ToRing("Childline", "0800 1111"),), date(2026, 1, 2)),
        WhatIHold("Mia", date(2026, 3, 10), told),
        DatesSheet(date(2026, 3, 10), told),
        LeafletSheet("What a PEP is", "For carers", told, ("As we had it.",), "PEP Companion."),
        WordsSheet((Told("PEP", ("A plan.",)),), ("As we had them.",)),
        blank_notes(),
        cards_to_cut(),
        school_day_to_cut("7_to_10"),
        WayBackSheet(),
        days_out(),
        school_years(),
        education(),
        school_card(),
        first_week(),
        InterpreterSheet(meeting()),
        InTurnSheet(
            "For the copy of the PEP",
            (PersonInTurn("Mrs Hall.", "On the day after it is late.", "They wrote it."),),
            ("This order is our own.",),
        ),
        chosen(meeting(), frozenset(["Questions for school"]), Swapping((Swap("Mia", "M."),))),
    )


def school_years() -> YearSheet:
    """A year with everything a strip can show, marks that come close, and one of which nothing is known."""
    days = (date(2026, 3, 10), date(2026, 3, 12), date(2026, 8, 31))
    full = YearDrawn(
        title="2025/26 · Year 5 · Elm Park Primary",
        year=2025,
        stretches=(
            YearStretch(date(2025, 9, 3), date(2025, 10, 24), YearBand.TERM),
            YearStretch(date(2025, 11, 3), date(2025, 12, 19), YearBand.TERM),
            YearStretch(date(2026, 3, 6), date(2026, 3, 6), YearBand.OUT),
        ),
        marks=(
            MarkedDay(date(2025, 9, 1), YearMark.MOVE),
            *(MarkedDay(day, mark) for day, mark in zip(days, YearMark, strict=False)),
            MarkedDay(date(2026, 6, 1), YearMark.DUE, ahead=True),
        ),
        words=(
            "Wednesday 3 September 2025: Began at Elm Park Primary.",
            "Tuesday 10 March 2026: PEP meeting.",
        ),
        today=date(2026, 3, 14),
    )
    empty = YearDrawn(title="2024/25", year=2024, note="The school’s dates of this year are not here.")
    return YearSheet(
        "Mia", date(2026, 3, 14), ("4 of 5 actions agreed on 10 March 2026 are done.",), (full, empty)
    )


def education() -> EducationHistorySheet:
    """Filled in where the records know something, and lines to write on elsewhere."""
    return EducationHistorySheet(
        child="Mia",
        as_of=date(2026, 3, 14),
        written_by="Sam (foster carer)",
        schools=(
            SchoolBefore("Elm Park Infants", "nobody said", "before Wednesday 3 September 2025"),
            SchoolBefore("Elm Park Primary", "Wednesday 3 September 2025", "now"),
        ),
        out_of_school=("Sent home early: on Friday 6 March 2026 (half a school day)",),
        attendance=("Attendance: 94%, from: Spring report · Friday 6 February 2026",),
        achieved=(Told("2025/26", ("Swam 50 metres.", "Read two books.")),),
        marks=("Maths: 5+, from: Spring report · Friday 6 February 2026",),
        now=("Elm Park Primary, Year 5",),
        leisure=("Cubs on Tuesdays.",),
        small_print=("Rules and numbers as we had them on 30 Nov 2026. They can change.",),
    )


def days_out() -> DaysOutSheet:
    """Two times without school, and two things that must happen."""
    return DaysOutSheet(
        "Mia",
        date(2026, 3, 10),
        "Sam (foster carer)",
        "Elm Park Primary",
        "In 2025/26: 4 and a half school days.",
        ("Not all training days are known. They do not count, so it may be a little less.",),
        (
            TimeOut(
                "since Friday 6 March 2026", "Suspended", "3 school days so far", ("in writing on 6 March",)
            ),
            TimeOut("3 March 2026", "Sent home early", "half a school day", (), "A fight at lunch."),
        ),
        (
            Told("Who is told at once", ("The head must tell the social worker.",)),
            Told("Full-time teaching", ("From the sixth school day.", "From Monday 16 March 2026.")),
        ),
        ("Rules and numbers as we had them on 30 November 2026. They can change.",),
    )


def first_week() -> FirstWeekSheet:
    """A list of which some is done and some was heard."""
    return FirstWeekSheet(
        "Mia",
        to_do=("Uniform, PE kit, bag, lunch", "Glasses, medicine, allergies"),
        done=("Ask for the PEP that there is",),
        heard=(Item("Elm Park Primary, Year 1 to 3", "Schools before this one"),),
        unheard=("What calms, and what upsets",),
        as_of=date(2026, 3, 10),
    )


def school_card() -> SchoolCardSheet:
    """A card with most of its lines."""
    lines = (
        Item("Sam, at home or at work", "Who school talks to day to day"),
        Item("Sam, 07700 900123", "Ring first"),
        Item("Ms Ali, 0113 496 0000", "Then ring"),
        Item("Sam, or Grandma Joan", "Who may collect"),
        Item("Sam, with a copy to Ms Ali", "Who gets letters and reports"),
        Item("Sam", "Who signs for day trips"),
    )
    return SchoolCardSheet("Mia", lines, "Elm Park Primary", "Sam (foster carer)", date(2026, 3, 10))
