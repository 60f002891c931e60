"""The pages that show one sheet and nothing else: what each is called, and where what is on it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from carer_app.choices import Reader, RequestAbout
from carer_app.paper.content import Sheet
from carer_app.use_cases import (
    agreed_on_paper,
    asking_on_paper,
    blank_sheets,
    calculator,
    cards_to_cut,
    childs_book,
    childs_lists,
    days_out_sheet,
    education_history,
    leaflet_sheets,
    numbers_slip,
    reporting_back,
    review_form_answers,
    school_day_to_cut,
    summarising,
    what_i_hold,
    writing_to_the_child,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.words import _
from ui.base import places
from ui.paper.sheet_page import SheetPage
from ui.parts.own_numbers import own_numbers
from ui.widgets.buttons import Button
from ui.widgets.wrap_row import WrapRow


@dataclass(frozen=True)
class OneSheet:
    """How one sheet is shown.

    `sheet` reads what is on it for the page, and `place` says whom it is about. Without a `heading` the page is called
    what the sheet is called. `nothing` says why there is no page yet, and `first` is a button that leads to where that
    is written. `leads` are the words of buttons, and where each goes for the child it is about. `reader` is who usually
    gets it, where parts and names can be left out.
    """

    sheet: Callable[["OneSheetPage"], Sheet]
    hint: str
    heading: str = ""
    nothing: str = ""
    first: tuple[str, Callable[[Any], places.Place]] | None = None
    leads: tuple[tuple[str, Callable[[int], places.Place]], ...] = ()
    reader: Reader | None = None


class OneSheetPage(SheetPage):
    """One sheet of `SHEETS`, as its place says."""

    def build_top(self) -> None:
        self.shows = SHEETS[type(self.place)]
        about_child = "{child}" in self.shows.heading + self.shows.hint or bool(self.shows.leads)
        child_id, name = self.child() if about_child else (0, "")
        heading = self.shows.heading.format(child=name) or self.sheet().title
        self.add_back_link(_("Back"))
        self.add_heading(heading, self.shows.hint.format(child=name))
        self.leads = [
            self._lead(words.format(child=name), place(child_id)) for words, place in self.shows.leads
        ]
        if self.leads:
            self.column.addWidget(WrapRow(*self.leads))

    def _lead(self, words: str, place: places.Place) -> Button:
        button = Button(words)
        button.clicked.connect(self.go_to(place))
        return button

    def first_step(self) -> Button | None:
        if self.shows.first is None:
            return None
        words, place = self.shows.first
        button = Button(words, kind="main", icon="pencil")
        button.clicked.connect(self.go_to(place(self.place)))
        return button

    def first_reader(self) -> Reader | None:
        return self.shows.reader

    def sheet(self) -> Sheet:
        return self.shows.sheet(self)

    def nothing_on(self, sheet: Sheet) -> str:
        return self.shows.nothing if sheet.is_empty else ""


def _of_child(read: Callable[..., Sheet]) -> Callable[[OneSheetPage], Sheet]:
    return lambda page: page.records.read(read, page.place.child_id)


SHEETS: dict[type[places.Place], OneSheet] = {
    places.BlankSheet: OneSheet(
        lambda _page: blank_sheets.blank_notes(),
        heading=_("A blank sheet for the meeting"),
        hint=_("Print it and write on it by hand. Nothing is kept here."),
    ),
    places.CalculatedSheet: OneSheet(
        lambda page: calculator.on_paper(page.place.facts, page.today()),
        heading=_("The dates on paper"),
        hint=_("Print it. Nothing is kept here."),
    ),
    places.LeafletToPrint: OneSheet(
        lambda page: leaflet_sheets.leaflet_sheet(page.place.leaflet, page.today(), own_numbers(page.house)),
        hint=_("This is exactly what is printed."),
    ),
    places.WordsToPrint: OneSheet(
        lambda page: leaflet_sheets.words_sheet(page.today()), hint=_("This is exactly what is printed.")
    ),
    places.CardsToCutPlace: OneSheet(
        lambda _page: cards_to_cut.cards_to_cut(),
        heading=_("Picture cards to cut out"),
        hint=_("Six centimetres square, to sort on the table. Print them, and cut along the lines."),
    ),
    places.QuestionsOnPaper: OneSheet(
        lambda page: blank_sheets.child_questions(page.place.set_key),
        heading=_("The child’s questions on paper"),
        hint=_(
            "For a child who would rather write by hand, or do it with somebody else. Nothing is kept here."
        ),
    ),
    places.SchoolDayOnPaper: OneSheet(
        lambda page: school_day_to_cut.school_day_to_cut(page.place.set_key),
        heading=_("A school day on paper"),
        hint=_("A child cuts out a mark and sticks it under each part of the day. Nothing is kept here."),
    ),
    places.NumbersSlipPlace: OneSheet(
        _of_child(numbers_slip.numbers_slip),
        heading=_("The slip with numbers"),
        hint=_("Give it to every child. Then no child has to ask for it."),
    ),
    places.InterpreterPages: OneSheet(
        lambda page: page.records.read(summarising.interpreter_sheet, page.place.meeting_id, page.today()),
        heading=_("Pages for an interpreter"),
        hint=_("Send them before the day. Each line has a number, and room beside it for another language."),
        nothing=_("There is nothing on it yet. Get ready for the meeting first."),
        first=(_("Get ready"), lambda place: places.GetReady(place.meeting_id)),
        reader=Reader.MEETING,
    ),
    places.ChildSheetPlace: OneSheet(
        lambda page: page.records.read(reporting_back.child_sheet, page.place.meeting_id),
        heading=_("A sheet for {child}"),
        hint=_("Read it together first. It says what {child} said, and what people said yes to."),
        reader=Reader.CHILD,
    ),
    places.MyAfterwardsPlace: OneSheet(
        lambda page: page.records.read(agreed_on_paper.my_afterwards, page.place.meeting_id, page.today()),
        heading=_("What came of it, for me"),
        hint=_("For your own file, and to take along. It is not for {child}."),
        nothing=_("There is nothing on it yet. Write down what was agreed first."),
        first=(_("Write down what was agreed"), lambda place: places.AfterMeeting(place.meeting_id)),
        reader=Reader.ME,
    ),
    places.ChildsBook: OneSheet(
        _of_child(childs_book.childs_book),
        hint=_("For {child} to keep. What {child} keeps off the sheet is not in it."),
        nothing=_("There is nothing in it yet. It fills with each meeting."),
        leads=(
            (_("Letters to {child}"), places.LettersPlace),
            (_("Certificates and pictures"), places.KeepsakesPlace),
        ),
        reader=Reader.CHILD,
    ),
    places.LetterToPrint: OneSheet(
        lambda page: page.records.read(
            writing_to_the_child.letter_on_paper, page.place.child_id, page.place.letter_id
        ),
        hint=_("For {child} to keep. Only what {child} put on the sheet stands beneath it."),
        nothing=_("There are no words in it yet."),
        first=(_("Write the letter"), lambda place: places.LettersPlace(place.child_id)),
        reader=Reader.CHILD,
    ),
    places.DaysOnPaper: OneSheet(
        lambda page: page.records.read(days_out_sheet.days_out_sheet, page.place.child_id, page.today()),
        hint=_("For the social worker, the virtual school or a meeting. Read it before you hand it over."),
        nothing=_("There is nothing on it yet. Write down the first time."),
        first=(_("Write it down"), lambda place: places.DaysWithoutSchoolPlace(place.child_id)),
        reader=Reader.SOCIAL_WORKER,
    ),
    places.YearsOnPaper: OneSheet(
        lambda page: page.records.read(education_history.year_sheet, page.place.child_id, page.today()),
        hint=_("Each school year as a picture, with the same in words below it."),
        nothing=_("There is nothing on it yet."),
        reader=Reader.SOCIAL_WORKER,
    ),
    places.EducationOnPaper: OneSheet(
        lambda page: page.records.read(
            education_history.education_history, page.place.child_id, page.today()
        ),
        hint=_("What is written down here, in the order that a PEP asks for. School fills in the rest."),
        reader=Reader.SCHOOL,
    ),
    places.SchoolCardOnPaper: OneSheet(
        lambda page: page.records.read(childs_lists.school_card_sheet, page.place.child_id, page.today()),
        hint=_("Cut it off at half a page. The last two lines are for the social worker to fill in."),
        nothing=_("There is nothing on it yet. Fill in a line first."),
        first=(_("Fill it in"), lambda place: places.SchoolCardPlace(place.child_id)),
        reader=Reader.SCHOOL,
    ),
    places.FirstWeekOnPaper: OneSheet(
        lambda page: page.records.read(childs_lists.first_week_sheet, page.place.child_id, page.today()),
        hint=_("For the kitchen drawer: tick with a pen, and write down what you hear."),
        reader=Reader.ME,
    ),
    places.ReviewList: OneSheet(
        lambda page: page.records.read(reporting_back.actions_for_review, page.place.child_id, page.today()),
        heading=_("The list for {child}’s review"),
        hint=_("Take it to the child-in-care review. It shows what is done, what is open and what is late."),
        nothing=_("There is nothing on it yet. It fills with what was agreed at the PEP meeting."),
        first=(_("Get ready for the review"), lambda place: places.CareReviewPlace(place.child_id)),
        reader=Reader.SOCIAL_WORKER,
    ),
    places.CarersPartPlace: OneSheet(
        lambda page: page.records.read(review_form_answers.carers_part, page.place.child_id, page.today()),
        heading=_("My part of {child}’s review"),
        hint=_("Send it before the review, or copy it into the council’s own form."),
        nothing=_("There are no answers yet."),
        first=(_("Write my part"), lambda place: places.ReviewFormPlace(place.child_id)),
        reader=Reader.SOCIAL_WORKER,
    ),
    places.WhomToAskInTurn: OneSheet(
        lambda page: page.records.read(
            asking_on_paper.in_turn_sheet,
            Matter(page.place.child_id, RequestAbout(page.place.about), page.place.of),
        ),
        hint=_("Print it, and write down whom you asked and when. It names no child."),
    ),
    places.WhatIHoldPlace: OneSheet(
        lambda page: page.records.read(
            what_i_hold.what_i_hold,
            page.place.child_id,
            page.today(),
            page.records.whereabouts(page.house.door.keeping.where()),
        ),
        hint=_("What is stored here, where it is, and who can open it. You can print it for whoever asks."),
    ),
}
"""By the place that shows it."""
