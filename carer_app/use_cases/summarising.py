"""From what is stored to what goes on each sheet. Nothing empty goes along."""

from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import (
    Aside,
    Coming,
    ConcernKind,
    HasSeen,
    Owner,
    PlainQuestion,
    Role,
    TakingPart,
)
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.domain.preparation import Concern
from carer_app.domain.year_group import year_group
from carer_app.paper.content import Ask, DateToKnow, Difficulty, Item, LastAction, Quote
from carer_app.paper.sheets.adults_sheet import AdultsSheet
from carer_app.paper.sheets.interpreter_sheet import InterpreterSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.paper.sheets.my_sheet import MySheet
from carer_app.paper.sheets.pocket_card import PocketCard
from carer_app.rough_days import from_written
from carer_app.texts.question_sets import SheetSection, with_name
from carer_app.use_cases import names_on_sheet, on_the_sheet
from carer_app.use_cases.last_time import agreed_before, held_before, mark_of
from carer_app.use_cases.lookup import attendee_name, carer_name, carer_with_role, find, own_name
from carer_app.use_cases.naming import with_role
from carer_app.use_cases.pep_dates import other_dates
from carer_app.use_cases.planning import coming_of
from carer_app.words import _

MOST_OF_EACH = 3
"""The sheet is one page: up to three of most things (people who read it have a minute)."""


def meeting_sheet(session: Session, meeting_id: int, today: date) -> MeetingSheet:
    """The sheet for everyone at the meeting: names as the carer chose, and nothing that family should not read."""
    return names_on_sheet.as_chosen(session, meeting_id, whole_sheet(session, meeting_id, today))


def interpreter_sheet(session: Session, meeting_id: int, today: date) -> InterpreterSheet:
    """The same in numbered lines, with room beside each for another language."""
    return InterpreterSheet(meeting_sheet(session, meeting_id, today))


def whole_sheet(session: Session, meeting_id: int, today: date) -> MeetingSheet:
    """The sheet before names are taken out."""
    meeting = find(session, Meeting, meeting_id)
    child = meeting.child
    schooling = child.schooling_on(meeting.held_on or meeting.on_day or today)
    year = None
    if child.birthday:
        year = year_group(child.birthday, meeting.on_day or today, years_ahead=child.years_ahead)
    concerns = on_the_sheet.concerns_printed(meeting)
    return MeetingSheet(
        child=child.name,
        meeting_on=meeting.on_day,
        meeting_at=meeting.at_time,
        where=meeting.place,
        school=schooling.school.name if schooling else "",
        year_group=year.name if year else "",
        class_name=schooling.class_name if schooling else "",
        written_by=_written_by(session),
        written_on=today,
        child_has_seen_it=_has_seen(meeting),
        taking_part=_taking_part(meeting),
        child_says=on_the_sheet.quotes_of(meeting, carer_name(session)),
        child_would_change=_would_change(meeting),
        child_asked_on=_asked_on(meeting),
        going_well=_items(meeting, SheetSection.GOING_WELL),
        hard_now=tuple(_difficulty(meeting, c) for c in concerns),
        asks=(*_from_the_plan(meeting), *(_ask(concern) for concern in concerns)),
        at_home=_items(meeting, SheetSection.AT_HOME),
        more=_items(meeting, SheetSection.MORE),
        last_time=_last_time(session, meeting, today),
        questions=tuple(question.text for question in on_the_sheet.questions_printed(meeting)),
        dates=_dates(session, meeting, today),
        next_pep_on=meeting.next_pep_on,
    )


def my_sheet(session: Session, meeting_id: int, today: date) -> MySheet:
    """The carer's own sheet: the same with every name, room for notes, and what is for the carer only."""
    meeting = find(session, Meeting, meeting_id)
    who = [
        _who_comes(session, meeting, each)
        for each in meeting.attendees
        if coming_of(meeting, each) != Coming.NO
    ]
    return MySheet(
        sheet=whole_sheet(session, meeting_id, today),
        things_to_say=_three_things(meeting),
        who_comes=tuple(who),
        only_here=(*_not_seen(meeting), *_support(meeting), *_items(meeting, SheetSection.MINE)),
    )


def adults_sheet(session: Session, meeting_id: int, today: date) -> AdultsSheet:
    """What the grown-ups should know before the child joins: a file of its own."""
    meeting = find(session, Meeting, meeting_id)
    hard = on_the_sheet.concerns_for_adults(meeting)
    return AdultsSheet(
        child=meeting.child.name,
        meeting_on=meeting.on_day,
        meeting_at=meeting.at_time,
        written_by=_written_by(session),
        written_on=today,
        to_know=(*_answers_for_adults(meeting), *(_told_to_adults(concern) for concern in hard)),
        school_could=tuple(_ask(concern) for concern in hard),
    )


def pocket_card(session: Session, meeting_id: int) -> PocketCard:
    """Three things to say, for the carer's own hand."""
    meeting = find(session, Meeting, meeting_id)
    return PocketCard(
        things_to_say=_three_things(meeting),
        meeting_on=meeting.on_day,
        meeting_at=meeting.at_time,
        where=meeting.place,
    )


def family_may_read(session: Session, meeting_id: int) -> bool:
    """Whether somebody from the family will be there or gets a copy, or nobody is sure."""
    return on_the_sheet.is_strict(find(session, Meeting, meeting_id))


def left_off_for_family(session: Session, meeting_id: int) -> tuple[str, ...]:
    """What would stand on the sheet and is left off because family may read it: the names on paper."""
    meeting = find(session, Meeting, meeting_id)
    if not on_the_sheet.is_strict(meeting):
        return ()
    answers = [
        with_name(each.label, meeting.child.name)
        for each in on_the_sheet.all_questions()
        if each.not_for_family
        and each.sheet not in (SheetSection.ADULTS, SheetSection.MINE)
        and meeting.printed_answer(each.key).strip()
    ]
    home = any(concern.kind == ConcernKind.HOME and concern.has_words for concern in meeting.concerns)
    return (*answers, *([ConcernKind.HOME.words] if home else ()))


def _items(meeting: Meeting, where: SheetSection) -> tuple[Item, ...]:
    """The answers that are printed in one place, with the child's reply beneath."""
    return tuple(
        Item(each.text, each.label, each.reply) for each in on_the_sheet.answers_printed(meeting, where)
    )


def _difficulty(meeting: Meeting, concern: Concern) -> Difficulty:
    child = meeting.child.name
    says = Quote(concern.child_says, child) if concern.child_says.strip() else None
    return Difficulty(
        see=concern.what_we_see,
        helps=concern.what_helps,
        how_often=concern.how_often,
        since=concern.since,
        think=concern.we_think,
        child_says=says,
        reply=on_the_sheet.reply_line(
            meeting, on_the_sheet.concern_item(concern), on_the_sheet.about_concern(concern)
        ),
    )


def _dates(session: Session, meeting: Meeting, today: date) -> tuple[DateToKnow, ...]:
    """The review one was told of, while it is ahead and the child is in care then; and what the carer put there."""
    child = meeting.child
    review, told = _("{child}’s review").format(child=child.name), other_dates(session, child.id, today)
    return (
        *([DateToKnow(review, told.said_review_on)] if told.said_review_on else ()),
        *(DateToKnow(item.what, when=item.label) for item in _items(meeting, SheetSection.DATES)),
    )


def _three_things(meeting: Meeting) -> tuple[str, ...]:
    lines = [line for line in meeting.answer(PlainQuestion.THREE_THINGS).splitlines() if line.strip()]
    return tuple(lines[:MOST_OF_EACH])


def _who_comes(session: Session, meeting: Meeting, attendee: Attendee) -> str:
    """On the carer's own sheet nobody needs to be told what the carer is."""
    name, role = attendee_name(session, meeting, attendee), Role(attendee.role)
    return name if role == Role.CARER else with_role(name, role)


def _written_by(session: Session) -> str:
    return carer_with_role(session) if own_name(session) else carer_name(session)


def _from_the_plan(meeting: Meeting) -> tuple[Ask, ...]:
    """What stands in the EHCP and is not given comes before everything that is only wished for."""
    return tuple(
        Ask(f"{each.label}: {each.text}", reply=each.reply)
        for each in on_the_sheet.answers_printed(meeting, SheetSection.ASKS)
    )


def _ask(concern: Concern) -> Ask:
    return Ask(concern.we_ask_for, concern.ask_of, concern.ask_by)


def _answers_for_adults(meeting: Meeting) -> tuple[Item, ...]:
    return tuple(
        Item(meeting.answer(each.key), with_name(each.label, meeting.child.name))
        for each in on_the_sheet.all_questions()
        if meeting.aside(each.key) == Aside.ADULTS_ONLY
        or (each.sheet == SheetSection.ADULTS and meeting.aside(each.key) != Aside.LEAVE_OUT)
    )


def _told_to_adults(concern: Concern) -> Item:
    helps = concern.what_helps.strip()
    seen = Difficulty(concern.what_we_see, how_often=concern.how_often, since=concern.since).seen_line
    told = (seen, _("What helps: {words}").format(words=helps) if helps else "")
    kind = ConcernKind(concern.kind)
    label = _("What is hard") if kind == ConcernKind.OTHER else kind.words  # nobody chose "something else"
    return Item("\n".join(part for part in told if part.strip()), label)


def _has_seen(meeting: Meeting) -> str:
    """At the table only whether: a reason may be nobody's business there, and is on the carer's own copy."""
    answer = HasSeen(meeting.answer(PlainQuestion.CHILD_HAS_SEEN) or "")
    return "" if answer == HasSeen.NOT_SAID else answer.words


def _not_seen(meeting: Meeting) -> tuple[Item, ...]:
    answer = HasSeen(meeting.answer(PlainQuestion.CHILD_HAS_SEEN) or "")
    because = meeting.answer(PlainQuestion.NOT_SEEN_BECAUSE).strip()
    if answer not in (HasSeen.NOT_YET, HasSeen.SOME) or not because:
        return ()
    label = _("{child} has seen this: {answer}").format(child=meeting.child.name, answer=answer.words)
    return (Item(because, label),)


def _taking_part(meeting: Meeting) -> tuple[str, ...]:
    how = TakingPart(meeting.answer(PlainQuestion.TAKING_PART) or "")
    said = "" if how == TakingPart.NOT_SAID else how.words(meeting.child.name).lower()
    questions = (PlainQuestion.WHO_SAYS_IT, PlainQuestion.VIEWS_HOW, PlainQuestion.WHAT_HELPS_THERE)
    return (said, *(meeting.answer(question) for question in questions))


def _support(meeting: Meeting) -> tuple[Item, ...]:
    """How the carer supports the child during the meeting: for the carer's own copy."""
    labels = {
        PlainQuestion.STARTS: _("Who starts"),
        PlainQuestion.SEAT: _("Where {child} sits"),
        PlainQuestion.SIGNAL: _("The signal"),
        PlainQuestion.BREAK: _("A break"),
        PlainQuestion.BRINGS: _("{child} brings"),
    }
    return tuple(
        Item(meeting.answer(question), label.format(child=meeting.child.name))
        for question, label in labels.items()
    )


def _would_change(meeting: Meeting) -> Quote | None:
    words = meeting.answer(PlainQuestion.WOULD_CHANGE)
    return Quote(words) if words.strip() else None


def _asked_on(meeting: Meeting) -> date | None:
    stored = meeting.answer(PlainQuestion.ASKED_ON)
    return from_written(stored) if stored else None


def _last_time(session: Session, meeting: Meeting, today: date) -> tuple[LastAction, ...]:
    child = meeting.child.name
    held = held_before(session, meeting)
    last_pep = held[-1].held_on if held else None
    return tuple(
        LastAction(
            action.what,
            mark_of(action, 0 if action.waits_for_pep(last_pep) else action.days_late(today)),
            action.owner_name or _owner_on_paper(Owner(action.owner), child),
        )
        for action in agreed_before(session, meeting)
    )


def _owner_on_paper(owner: Owner, child: str) -> str:
    return Role.CARER.words if owner == Owner.ME else owner.words(child)
