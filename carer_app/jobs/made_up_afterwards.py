"""What came of the meetings of the made-up households, put into records in memory and printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import Came, ChildList, HowFar, PlainQuestion, RequestAbout, Role
from carer_app.jobs.made_up_sheets import lived_in
from carer_app.jobs.make_pdf import make_pdf
from carer_app.paper.content import Sheet
from carer_app.texts import made_up
from carer_app.texts.made_up_after import MadeUpAfter, MadeUpAgreed, MadeUpAsking
from carer_app.use_cases import (
    action_put_right,
    agreed_on_paper,
    asking_again,
    asking_on_paper,
    at_the_review,
    children,
    childs_book,
    childs_lists,
    days_out_sheet,
    days_without_school,
    following_up,
    planning,
    preparing,
    recording_the_meeting,
    reporting_back,
    review_form_answers,
    the_same_evening,
    who_was_there,
    writing_notes,
    writing_requests,
    writing_to_the_child,
    you_said,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote


@dataclass(frozen=True, slots=True)
class MadeUpAfterSheet:
    """One sheet of a made-up child after the meeting, and which of them it is."""

    child: str
    which: str
    sheet: Sheet
    pdf: bytes


def after_the_meeting(name: str, today: date) -> Iterator[MadeUpAfterSheet]:
    """What is printed of one household once its meetings were held, for each child."""
    told = made_up.household(name)
    with lived_in(told, today) as (vault, meetings):
        for each in told.children:
            with vault.work() as session:
                _live(session, meetings[each.name], each.after)
            with vault.reading() as session:
                sheets = _sheets(session, meetings[each.name], each.after)
            for which, sheet in sheets.items():
                if not sheet.is_empty:
                    yield MadeUpAfterSheet(each.name, which, sheet, make_pdf(sheet))


def _sheets(session: Session, meeting: int, after: MadeUpAfter) -> dict[str, Sheet]:
    child, on = planning.meeting_facts(session, meeting).child_id, after.on
    sheets: dict[str, Sheet] = {
        "mine-afterwards": agreed_on_paper.my_afterwards(session, meeting, on),
        "child-afterwards": reporting_back.child_sheet(session, meeting),
        "childs-book": childs_book.childs_book(session, child),
        "letter": writing_to_the_child.letter_on_paper(session, child),
        "review": reporting_back.actions_for_review(session, child, on),
        "carers-part": review_form_answers.carers_part(session, child, on),
        "school-card": childs_lists.school_card_sheet(session, child, on),
        "first-week": childs_lists.first_week_sheet(session, child, on),
        "days-without-school": days_out_sheet.days_out_sheet(session, child, on),
    }
    actions = recording_the_meeting.agreed(session, meeting)
    for about in dict.fromkeys(each.agreed for each in after.asked):
        matter = _matter(child, meeting, actions[about - 1].id if about else 0)
        sheets[f"ladder-{about}" if about else "ladder-copy"] = asking_on_paper.in_turn_sheet(session, matter)
    return sheets


def _live(session: Session, meeting: int, after: MadeUpAfter) -> None:
    """Everything that happened from the meeting to the day from which it is seen."""
    child = planning.meeting_facts(session, meeting).child_id
    recording_the_meeting.meeting_was_held(session, meeting, after.held, after.held)
    _who_came(session, meeting, after.not_there)
    for question, words in after.said.items():
        recording_the_meeting.write_school_said(session, meeting, question, words)
    questions = recording_the_meeting.questions_asked(session, meeting)
    for asked, words in zip(questions, after.answered, strict=True):
        recording_the_meeting.write_answer_to(session, asked.id, words)
    concerns = [each.id for each in preparing.concerns(session, meeting)]
    for no in after.no:
        the_same_evening.refuse(session, meeting, concerns[no.for_ask - 1], after.held)
        the_same_evening.write_why_not(session, concerns[no.for_ask - 1], no.because)
    actions = [_agree(session, meeting, each, concerns, after.held) for each in after.actions]
    recording_the_meeting.set_next_pep(session, meeting, after.next_pep)
    _tell_the_child(session, meeting, after, actions)
    for asking in after.asked:
        _ask(session, _matter(child, meeting, actions[asking.agreed - 1] if asking.agreed else 0), asking)
    for note in after.notes:
        writing_notes.add_note(session, child, NewNote(note.kind, note.on, note.words))
    _between_meetings(session, child, after)
    _to_the_review(session, child, after)


def _who_came(session: Session, meeting: int, not_there: tuple[Role, ...]) -> None:
    for each in who_was_there.who_was_there(session, meeting):
        if each.role in not_there:
            who_was_there.say_came(session, each.id, Came.NO)
    who_was_there.all_came(session, meeting)


def _agree(session: Session, meeting: int, told: MadeUpAgreed, concerns: list[int], held: date) -> int:
    """What was asked for is ticked, as a carer does it; the rest is typed."""
    if told.for_ask:
        action = the_same_evening.agree(session, meeting, concerns[told.for_ask - 1], held)
        action_put_right.change_what(session, action, held, told.what)
        following_up.hand_on(session, action, told.owner, told.name, held)
        following_up.change_due(session, action, told.by, held)
    else:
        new = NewAction(told.what, told.owner, told.name, told.by)
        action = recording_the_meeting.add_action(session, meeting, new, held)
    action_put_right.write_why(session, action, held, told.why)
    action_put_right.write_how_we_know(session, action, held, told.how_we_know)
    action_put_right.write_at_home(session, action, held, told.at_home)
    if told.done is not None:
        following_up.tick_off(session, action, told.done)
    if told.partly is not None:
        following_up.say_how_far(session, action, HowFar.PARTLY, told.partly)
    if told.ended is not None:
        following_up.say_how_far(session, action, HowFar.WILL_NOT, told.ended)
        action_put_right.write_why_it_ended(session, action, told.ended, told.ended_why)
    following_up.say_helped(session, action, told.helped)
    return action


def _tell_the_child(session: Session, meeting: int, after: MadeUpAfter, actions: list[int]) -> None:
    change = after.came_of_change
    recording_the_meeting.write_school_said(session, meeting, PlainQuestion.CAME_OF_CHANGE, change)
    said = you_said.said_to_the_meeting(session, meeting)
    for told in after.to_child:
        view = said[told.said - 1].id
        if told.agreed:
            you_said.set_action(session, view, actions[told.agreed - 1])
        for name in you_said.FIELDS:
            you_said.write_what_happened(session, view, name, getattr(told, name))


def _ask(session: Session, matter: Matter, told: MadeUpAsking) -> None:
    """Whoever's turn it is, and no sooner than it is their turn."""
    turn = asking_again.ask_again(session, matter, told.on, goes_on=True).turn
    if turn is None or not turn.may_ask:
        raise ValueError(matter)
    request = writing_requests.asked(session, matter, turn.rung, turn.name, told.how, told.on, told.on)
    if told.answered is not None:
        writing_requests.answered(session, request, told.answer, told.answered, told.answered)
    writing_requests.thanked(session, request, told.thanked)


def _between_meetings(session: Session, child: int, after: MadeUpAfter) -> None:
    for out in after.out:
        days = days_without_school.add_days(session, child, out.kind, out.first)
        if out.last is not None:
            days_without_school.set_last(session, days, out.last)
        days_without_school.write_reason(session, days, out.reason)
        told = (out.in_writing, out.social_worker, out.virtual_school)
        for who, day in zip(days_without_school.TOLD, told, strict=True):
            days_without_school.set_told(session, days, who, day)
    for line, words in after.school_card.items():
        childs_lists.write_line(session, child, ChildList.SCHOOL_CARD, line, words)
    letter = writing_to_the_child.begin_letter(session, child, after.on)
    if after.letter:
        writing_to_the_child.write_letter(session, letter, after.letter)
    writing_to_the_child.give_letter(session, letter, after.on)


def _to_the_review(session: Session, child: int, after: MadeUpAfter) -> None:
    """Its day, who runs it, what the carer wrote for it, and one thing the child lets be read there."""
    children.set_date(session, child, ChildDate.REVIEW, after.review, after.on)
    at_the_review.name_chair(session, child, after.chair)
    for question, words in after.answers.items():
        at_the_review.write(session, child, question, words)
    for wish in at_the_review.wishes(session, child, after.on)[:1]:
        at_the_review.may_be_read(session, child, wish.id, True)


def _matter(child: int, meeting: int, action: int) -> Matter:
    if action:
        return Matter(child, RequestAbout.ACTION, action)
    return Matter(child, RequestAbout.COPY, meeting)
