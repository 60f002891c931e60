"""Where each step of Home leads."""

from carer_app.choices import Part
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.for_home import NextStep, Step
from ui.base.places import (
    Actions,
    AfterMeeting,
    AfterReview,
    AskAgain,
    CareReviewPlace,
    CheckAndPrint,
    CheckDates,
    ChildRecord,
    CouncilRules,
    DatesOf,
    DaysWithoutSchoolPlace,
    EditChild,
    FirstWeek,
    GetReady,
    HeldBefore,
    LettersPlace,
    PepCopyPlace,
    Place,
    PreparePart,
    SchoolDates,
    TimeWithoutSchool,
)

PLANS = (Step.BEGIN, Step.BEGIN_NOW)
"""Steps that need a meeting to write into: it is made where there is none yet."""


ASKS = (Step.OTHERS_LATE, Step.ANSWER_AWAITED, Step.THANK)
"""Steps that lead to asking again, or to what came of it."""


def ask_again(matter: Matter) -> Place:
    """Where one thing is asked for again."""
    return AskAgain(matter.child_id, matter.about, matter.about_id)


def place_of(step: Step, card: NextStep, meeting_id: int | None) -> Place:
    """Where a step of this child's card leads; `meeting_id` is the meeting it is about."""
    child_id = card.child_id
    if step in (Step.MY_ACTION, Step.MY_OPEN_ACTION, Step.OTHERS_LATE):
        return Actions()
    if step in (Step.REVIEW, Step.REVIEW_NOW):
        return CareReviewPlace(child_id)
    if step == Step.REVIEW_HELD:
        return AfterReview(child_id)
    if step == Step.NEW_SCHOOL:
        return ChildRecord(child_id)
    if step in (Step.TERM_DATES, Step.NOTHING) and card.school_id is not None:
        year = card.half_checked
        return SchoolDates(card.school_id) if year is None else CheckDates(card.school_id, year)
    if step in (Step.YEAR_DAY, Step.SCHOOL_PLACE):
        return DatesOf(child_id, "year")
    if step == Step.COUNCIL:
        return CouncilRules(child_id)
    if step == Step.LETTER:
        return LettersPlace(child_id)
    if step == Step.FIRST_WEEK:
        return FirstWeek(child_id)
    if step == Step.WITHOUT_SCHOOL:
        beneath = next((found.days_id for found in card.also if found.step == step), None)
        days_id = card.days_id if card.step == step else beneath
        return DaysWithoutSchoolPlace(child_id) if days_id is None else TimeWithoutSchool(child_id, days_id)
    if step == Step.AFTER_DUE and meeting_id is None:
        return ChildRecord(child_id)
    if step in (Step.ASK_FOR_COPY, Step.WRITE_DOWN) and meeting_id is None:
        return HeldBefore(child_id)
    if step in (Step.FACTS, Step.LAST_REVIEW):
        return EditChild(child_id, "dates")
    if meeting_id is None:
        return EditChild(child_id)
    places: dict[Step, Place] = {
        Step.KEPT_WORDS: PreparePart(meeting_id, Part.CHILD_SAYS),
        Step.NEARLY_TIME: GetReady(meeting_id),
        Step.GET_READY: GetReady(meeting_id),
        Step.BEGIN: GetReady(meeting_id),
        Step.BEGIN_NOW: GetReady(meeting_id),
        Step.PRINT: CheckAndPrint(meeting_id),
        Step.AFTER_DUE: PreparePart(meeting_id, Part.WHEN_WHERE),
        Step.WAS_HELD: AfterMeeting(meeting_id),
        Step.WRITE_DOWN: AfterMeeting(meeting_id),
        Step.ASK_FOR_COPY: PepCopyPlace(meeting_id),
    }
    return places[step]
