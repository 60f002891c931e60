"""Children, their schools, and what is between meetings."""

from ui.base.place import OfChild, OfSchool, Place

# Children and their schools


class AddChild(Place, name="add_child"):
    page = "ui.children.add_child:AddChildPage"
    side_bar = "children"


class ChildRecord(OfChild, name="child_record"):
    page = "ui.children.child_record:ChildRecordPage"
    side_bar = "children"


class EditChild(OfChild, name="edit_child"):
    """The facts about a child; `at` is the one that somebody comes for: "school", "dates", or nothing."""

    at: str = ""
    page = "ui.children.edit_child:EditChildPage"
    side_bar = "children"


class DatesOf(OfChild, name="dates_of"):
    """How the dates were worked out; `at` is what somebody comes for: "year", or nothing."""

    at: str = ""
    page = "ui.children.dates_of:DatesOfPage"
    side_bar = "children"


class CouncilRules(OfChild, name="council_rules"):
    page = "ui.council_rules.council_rules:CouncilRulesPage"
    side_bar = "children"


class OwnCalendar(OfChild, name="own_calendar"):
    page = "ui.own_calendar.own_calendar:OwnCalendarPage"
    side_bar = "children"


class SchoolDates(OfSchool, name="school_dates"):
    page = "ui.children.school_dates:SchoolDatesPage"
    side_bar = "children"


class OfSchoolDates(OfSchool, is_shared=True):
    @property
    def part_of(self) -> Place:
        return SchoolDates(self.school_id)


class PasteDates(OfSchoolDates, name="paste_dates"):
    page = "ui.children.paste_dates:PasteDatesPage"
    side_bar = "children"


class CheckDates(OfSchoolDates, name="check_dates"):
    """`year` is the school year that is typed or changed by hand; 0 where the dates were read from somewhere."""

    year: int = 0
    page = "ui.children.check_dates:CheckDatesPage"
    side_bar = "children"


# Between meetings


class WriteNote(Place, name="write_note"):
    """`child_id` is 0 where the child is still to be chosen."""

    child_id: int = 0
    page = "ui.notes.write_note:WriteNotePage"
    side_bar = "children"


class NotesOf(OfChild, name="notes_of"):
    page = "ui.notes.notes_of:NotesOfPage"
    side_bar = "children"


class LookingBackPlace(OfChild, name="looking_back"):
    page = "ui.looking_back.looking_back:LookingBackPage"
    side_bar = "children"


class YearsOnPaper(OfChild, name="years_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class EducationOnPaper(OfChild, name="education_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class DaysWithoutSchoolPlace(OfChild, name="days_without_school"):
    page = "ui.between_meetings.days_without_school:DaysWithoutSchoolPage"
    side_bar = "children"


class WhoseDays(Place, name="whose_days"):
    page = "ui.between_meetings.whose_days:WhoseDaysPage"
    side_bar = "children"


class DaysOnPaper(OfChild, name="days_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class TimeWithoutSchool(OfChild, name="time_without_school"):
    """One of a child's times without full-time school, and back to all of them."""

    days_id: int
    page = "ui.between_meetings.time_without_school:TimeWithoutSchoolPage"
    side_bar = "children"

    @property
    def leads_to(self) -> Place:
        return DaysWithoutSchoolPlace(self.child_id)


class SchoolCardPlace(OfChild, name="school_card"):
    page = "ui.between_meetings.school_card:SchoolCardPage"
    side_bar = "children"


class SchoolCardOnPaper(OfChild, name="school_card_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class FirstWeek(OfChild, name="first_week"):
    page = "ui.between_meetings.first_week:FirstWeekPage"
    side_bar = "children"


class FirstWeekOnPaper(OfChild, name="first_week_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


# What is theirs


class CardsToCutPlace(Place, name="cards_to_cut"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class QuestionsOnPaper(Place, name="questions_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
    set_key: str = "7_to_10"


class SchoolDayOnPaper(Place, name="school_day_on_paper"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
    set_key: str = "7_to_10"


class ChildsBook(OfChild, name="childs_book"):
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"


class LettersPlace(OfChild, name="letters"):
    page = "ui.notes.letters:LettersPage"
    side_bar = "children"


class KeepsakesPlace(OfChild, name="keepsakes"):
    page = "ui.documents.keepsakes:KeepsakesPage"
    side_bar = "children"


class LetterToPrint(OfChild, name="letter_to_print"):
    """One letter to the child; the newest where `letter_id` is 0."""

    letter_id: int = 0
    page = "ui.paper.one_sheet:OneSheetPage"
    side_bar = "children"
