"""Which parts of getting ready the words of one section of the sheet come from: there they can be changed."""

from sqlalchemy.orm import Session

from carer_app.choices import Part
from carer_app.domain.meeting import Meeting
from carer_app.paper.content import Section
from carer_app.texts.question_sets import SheetSection, themes
from carer_app.use_cases import on_the_sheet
from carer_app.use_cases.lookup import find

_ONE_PART = {
    Section.CHILD_SAYS: Part.CHILD_SAYS,
    Section.HARD_NOW: Part.HARD_NOW,
    Section.QUESTIONS: Part.QUESTIONS,
}
_ANSWERS = {
    Section.GOING_WELL: SheetSection.GOING_WELL,
    Section.ASKS: SheetSection.ASKS,
    Section.AT_HOME: SheetSection.AT_HOME,
    Section.MORE: SheetSection.MORE,
    Section.DATES: SheetSection.DATES,
}


def parts_behind(session: Session, meeting_id: int) -> dict[Section, tuple[Part, ...]]:
    """For each section the parts whose words stand in it now, in the order they are printed. A section with none is
    made of what is changed elsewhere: what was agreed last time, the day of a review."""
    meeting = find(session, Meeting, meeting_id)
    return {section: tuple(dict.fromkeys(_parts(meeting, section))) for section in Section}


def _parts(meeting: Meeting, section: Section) -> list[Part]:
    if section in _ONE_PART:
        return [_ONE_PART[section]]
    if section not in _ANSWERS:
        return []
    where = _ANSWERS[section]
    part_of = {each.key: theme.part for theme in themes() for each in theme.questions}
    parts = [part_of[each.key] for each in on_the_sheet.answers_printed(meeting, where)]
    if section == Section.ASKS and any(c.we_ask_for.strip() for c in on_the_sheet.concerns_printed(meeting)):
        parts.append(Part.HARD_NOW)
    return parts
