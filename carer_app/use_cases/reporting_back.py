"""Sheets for afterwards: the child's own, and what was agreed for the review. Nothing empty goes along."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import HowFar, Owner, PlainQuestion, RequestAbout, TakingPart
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.paper.content import AnswerToChild, Quote, Yes
from carer_app.paper.content.pieces import Picture
from carer_app.paper.sheets.actions_for_review import ActionsForReview, AskedBefore, Owed, ReviewAction
from carer_app.paper.sheets.child_sheet import ChildSheet
from carer_app.texts.cards import drawing
from carer_app.texts.child_questions import AgeSet
from carer_app.typed_dates import say_short
from carer_app.use_cases import at_the_review, you_said
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.asked_before import Matter, ladder_for, somebody
from carer_app.use_cases.following_up import ActionRow, actions_of_child
from carer_app.use_cases.last_time import mark_of, why_it_ended
from carer_app.use_cases.lookup import carer_name, carer_with_role, find, own_name
from carer_app.use_cases.on_the_sheet import age_set_of, quotes_to_the_child
from carer_app.use_cases.pep_dates import other_dates
from carer_app.use_cases.summarising import MOST_OF_EACH
from carer_app.words import _, plural


@answered_once
def child_sheet(session: Session, meeting_id: int) -> ChildSheet:
    """The child's own sheet: what they said, and after the meeting who said yes to what."""
    meeting = find(session, Meeting, meeting_id)
    child, carer = meeting.child, carer_name(session)
    after = meeting.held_on is not None
    answers = you_said.answers(session, meeting_id) if after else ()
    kind = meeting.answer(PlainQuestion.KIND_SAID) if after else ""
    asked = age_set_of(meeting)
    return ChildSheet(
        child=child.name,
        after_the_meeting=after,
        meeting_on=meeting.held_on or meeting.on_day,
        meeting_at=meeting.at_time,
        where=meeting.place,
        child_says=_not_answered(quotes_to_the_child(meeting, carer), answers),
        answers=answers,
        happens_next=() if after else _before_the_meeting(meeting, asked),
        kind_words=(Quote(kind, _("Said about you at the {meeting}").format(meeting=asked.meeting)),)
        if kind
        else (),
        yeses=_not_beside_an_answer([you_said.as_yes(a, carer) for a in meeting.actions], answers),
        next_meeting_on=meeting.next_pep_on,
        people_to_ask=tuple(
            n for n in (own_name(session), *(p.name for p in child.people_on(meeting.day))) if n
        )[:MOST_OF_EACH],
        meeting=asked.meeting,
        text_size=14 if asked.by == "words" else 18,
        pictures=() if after or asked.by == "words" else _what_happens(meeting, asked),
    )


def _not_answered(said: tuple[Quote, ...], answers: tuple[AnswerToChild, ...]) -> tuple[Quote, ...]:
    """What stands beside its answer need not be said twice."""
    return tuple(each for each in said if each not in [answer.you_said for answer in answers])


def _not_beside_an_answer(agreed: list[Yes], answers: tuple[AnswerToChild, ...]) -> tuple[Yes, ...]:
    """What stands beside what the child said is told there."""
    return tuple(yes for yes in agreed if yes not in [answer.action for answer in answers])


def actions_for_review(session: Session, child_id: int, today: date) -> ActionsForReview:
    """The page for the child-in-care review: by who owes each action, what the child lets be read, what was asked."""
    child, review = find(session, Child, child_id), other_dates(session, child_id, today)
    since = at_the_review.since_last(session, child_id, today)
    rows = [row for row in actions_of_child(session, child_id, today) if _is_new(row, since)]
    owed: dict[str, list[ReviewAction]] = {}
    for row in rows:
        who = _owed_by(session, row)
        owed.setdefault(who, []).append(
            ReviewAction(
                row.what,
                mark_of(row, row.days_late),
                _state(row),
                None if row.waits_for_pep else row.due_on,
            )
        )
    held = session.scalars(
        select(Meeting)
        .where(Meeting.child_id == child_id, Meeting.held_on.is_not(None))
        .order_by(Meeting.held_on)
    ).all()
    to_come = at_the_review.coming(session, child_id)
    return ActionsForReview(
        child=child.name,
        as_of=today,
        review_on=review.said_review_on,
        review_by=None if review.said_review_on else review.review_on,
        meeting_on=held[-1].held_on if held else None,
        owed=tuple(Owed(who, tuple(actions)) for who, actions in owed.items()),
        chaired_by=to_come.chaired_by if to_come is not None else "",
        next_pep_on=_ahead(held[-1].next_pep_on, today) if held else None,
        wishes=tuple(
            wish.said for wish in at_the_review.wishes(session, child_id, today) if wish.may_be_read
        ),
        asked=tuple(_asked(session, each) for each in at_the_review.asked_since(session, child_id, today)),
    )


def _is_new(row: ActionRow, since: date) -> bool:
    """What was settled before the last review was told there."""
    settled = row.done_on or row.ended_on
    return settled is None or settled > since


def _ahead(day: date | None, today: date) -> date | None:
    return day if day is not None and day >= today else None


def _asked(session: Session, request: Request) -> AskedBefore:
    """What it was about, in a few words; an action in its own."""
    action = session.get(AgreedAction, request.action_id) if request.action_id is not None else None
    words = {
        RequestAbout.MEETING_DATE: _("the date of a meeting"),
        RequestAbout.COPY: _("the copy of the PEP"),
        RequestAbout.REVIEW_MINUTES: _("the notes of a review"),
        RequestAbout.ACTION: action.what if action is not None else _("something that was agreed"),
    }.get(RequestAbout(request.about), _("something else"))
    return AskedBefore(words, request.name or _by_role(session, request), request.asked_on, request.answer)


def _by_role(session: Session, request: Request) -> str:
    """Who was asked, where nobody typed a name: "the social worker"; nothing where that is not known any more."""
    about_id = request.action_id or request.meeting_id or 0
    matter = Matter(request.child_id, RequestAbout(request.about), about_id)
    ladder = ladder_for(session, matter)[1]
    rung = next((each for each in ladder.rungs if each.key == request.rung), None) if ladder else None
    return somebody(session, matter, rung).who if rung is not None else ""


def _before_the_meeting(meeting: Meeting, asked: AgeSet) -> tuple[str, ...]:
    child = meeting.child.name
    how = TakingPart(meeting.answer(PlainQuestion.TAKING_PART) or "")
    coming = _("You said that you want to come: {how}.").format(how=how.words(child).lower())
    if how == TakingPart.PART and asked.by == "cards":
        coming = _("You said that you want to come and say hello.")
    on_sheet = _("What stands here under “You said” is on the sheet for the {meeting} too.").format(
        meeting=asked.meeting
    )
    return (
        _("There is a {meeting} about how school is going for you.").format(meeting=asked.meeting),
        coming if how in (TakingPart.ALL, TakingPart.PART) else "",
        on_sheet.format(meeting=asked.meeting) if quotes_to_the_child(meeting, "") else "",
        _("Afterwards you can ask what people said yes to."),
    )


def _what_happens(meeting: Meeting, asked: AgeSet) -> tuple[Picture, ...]:
    """The meeting, how the child comes to it, and that they are told, as drawings."""
    how = TakingPart(meeting.answer(PlainQuestion.TAKING_PART) or "")
    coming = {
        TakingPart.ALL: ("coming_all", _("You come to all of it")),
        TakingPart.PART: ("coming_part", _("You come to a part")),
        TakingPart.NOT_THIS_TIME: ("coming_not", _("You do not come this time")),
    }.get(how)
    here = _("People talk about school") if asked.by == "cards" else _("People meet about school")
    told = [("table", here), *([coming] if coming else []), ("tell_someone", _("You can ask what they said"))]
    return tuple(Picture(words, drawing(key).read_text(encoding="utf-8")) for key, words in told)


def _owed_by(session: Session, row: ActionRow) -> str:
    """Who said yes to it. A child owes nothing to a meeting: what they want to try, others help with."""
    if row.owner == Owner.CHILD:
        return _("{child} wants to try").format(child=row.child)
    return carer_with_role(session) if row.is_mine else row.who


def _state(row: ActionRow) -> str:
    if row.done_on is not None:
        return _("Done on {day}").format(day=say_short(row.done_on, with_year=True))
    if row.how_far == HowFar.WILL_NOT:
        return _as_a_sentence(why_it_ended(row))
    if row.waits_for_pep:
        return _("Moved to the next PEP")
    if row.days_late:
        late = plural("Late by {count} day", "Late by {count} days", row.days_late)
        return _("Partly done. {late}").format(late=late) if row.how_far == HowFar.PARTLY else late
    return _as_a_sentence(mark_of(row, 0).words)


def _as_a_sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
