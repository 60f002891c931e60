"""Show the child what the carer wrote. The child may say something to each thing, or nothing at all.

Source: Fostering Services National Minimum Standards, 26.6: children read their records, and add to and correct them.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import ConcernKind, ReplyMark
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildReply
from carer_app.texts.question_sets import SheetSection, with_name
from carer_app.use_cases import on_the_sheet
from carer_app.use_cases.lookup import find
from carer_app.words import _

SHOWN = (SheetSection.GOING_WELL, SheetSection.ASKS, SheetSection.AT_HOME, SheetSection.MORE)


@dataclass(frozen=True, slots=True)
class ShownItem:
    """One thing that the carer wrote, and what the child says to it.

    `mark` is None where nothing was said. `changed`: it was said about other words than these.
    """

    item: str
    label: str
    text: str
    mark: ReplyMark | None
    words: str
    said_on: date | None
    changed: bool


def what_i_wrote(session: Session, meeting_id: int) -> list[ShownItem]:
    """What would stand on everyone's sheet, and what the child asked not to be said. Not the child's own words."""
    meeting = find(session, Meeting, meeting_id)
    child = meeting.child.name
    strict = on_the_sheet.is_strict(meeting)
    found = [
        _shown(
            meeting,
            on_the_sheet.answer_item(each.key),
            with_name(each.label, child),
            meeting.printed_answer(each.key),
        )
        for where in SHOWN
        for each in on_the_sheet.all_questions()
        if each.sheet == where and not (strict and each.not_for_family)
    ]
    found += [
        _shown(
            meeting,
            on_the_sheet.concern_item(concern),
            _("What makes school hard"),
            on_the_sheet.about_concern(concern),
        )
        for concern in meeting.concerns
        if not on_the_sheet.is_for_adults(meeting, concern)
        and not (strict and concern.kind == ConcernKind.HOME)
    ]
    found += [
        _shown(meeting, on_the_sheet.question_item(question), _("A question for school"), question.text)
        for question in meeting.questions
    ]
    return [each for each in found if each.text.strip()]


def answer(
    session: Session, meeting_id: int, item: str, mark: ReplyMark, today: date, words: str = ""
) -> None:
    """What the child says to one thing, about the words that stand there now. `words` are exact."""
    meeting = find(session, Meeting, meeting_id)
    about = next((each.text for each in what_i_wrote(session, meeting_id) if each.item == item), "")
    reply = on_the_sheet.reply_to(meeting, item)
    if reply is None:
        reply = ChildReply(item=item)
        meeting.replies.append(reply)
    reply.about, reply.mark, reply.words, reply.said_on = about, mark, words, today


def take_back(session: Session, meeting_id: int, item: str) -> None:
    """The child says nothing to it after all."""
    meeting = find(session, Meeting, meeting_id)
    reply = on_the_sheet.reply_to(meeting, item)
    if reply is not None:
        meeting.replies.remove(reply)


def left_off_for_the_child(session: Session, meeting_id: int) -> tuple[str, ...]:
    """What the child asked not to be said, by its name on paper."""
    return tuple(
        each.label for each in what_i_wrote(session, meeting_id) if each.mark == ReplyMark.DO_NOT_SAY
    )


def _shown(meeting: Meeting, item: str, label: str, text: str) -> ShownItem:
    reply = on_the_sheet.reply_to(meeting, item)
    if reply is None:
        return ShownItem(item, label, text, None, "", None, changed=False)
    changed = reply.about.strip() != text.strip()
    return ShownItem(item, label, text, ReplyMark(reply.mark), reply.words, reply.said_on, changed)
