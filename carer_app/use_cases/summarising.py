"""From what is stored to what goes on each sheet. Nothing empty goes along."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Coming, HasSeen, Owner, PlainQuestion, Role, TakingPart, WhoseWords
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.child import Child
from carer_app.domain.meeting import Attendee, Meeting
from carer_app.domain.year_group import year_group
from carer_app.paper import content
from carer_app.typed_dates import say_short
from carer_app.use_cases.finding import carer_name, find, own_name
from carer_app.use_cases.following_up import actions_of_child
from carer_app.words import _, plural

MOST_OF_EACH = 3
"""The sheet is one page: up to three of most things (people who read it have a minute)."""


def meeting_sheet(session: Session, meeting_id: int, today: date) -> content.MeetingSheet:
    """The sheet for everyone at the meeting."""
    meeting = find(session, Meeting, meeting_id)
    child, carer = meeting.child, carer_name(session)
    schooling = child.schooling
    year = year_group(child.birthday, meeting.on_day or today) if child.birthday else None
    concerns = [c for c in meeting.concerns if c.deleted_on is None]
    return content.MeetingSheet(
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
        child_says=_quotes(meeting, carer),
        child_would_change=_would_change(meeting),
        child_asked_on=_asked_on(meeting),
        going_well=tuple(
            content.Item(meeting.answer(question), label)
            for label, question in (
                (_("School"), PlainQuestion.WELL_AT_SCHOOL),
                (_("Home"), PlainQuestion.WELL_AT_HOME),
                (_("Out of school"), PlainQuestion.WELL_OUT_OF_SCHOOL),
            )
        ),
        hard_now=tuple(content.Difficulty(c.what_we_see, c.what_helps) for c in concerns),
        asks=tuple(content.Ask(c.we_ask_for, c.ask_of) for c in concerns if c.we_ask_for),
        at_home=tuple(
            content.Item(meeting.answer(question), label)
            for label, question in (
                (_("Reading"), PlainQuestion.READING),
                (_("Homework"), PlainQuestion.HOMEWORK),
                (_("Clubs and interests"), PlainQuestion.CLUBS),
                (_("What would make a club possible"), PlainQuestion.CLUB_POSSIBLE),
            )
        ),
        last_time=_last_time(session, meeting, today),
        questions=tuple(
            q.text for q in sorted(meeting.questions, key=lambda q: q.position) if not q.deleted_on
        ),
        dates=(
            (content.DateToKnow(_("{child}’s review").format(child=child.name), child.review_on),)
            if child.review_on
            else ()
        ),
        next_pep_on=meeting.next_pep_on,
    )


def my_sheet(session: Session, meeting_id: int, today: date) -> content.MySheet:
    """The carer's own sheet: the same, with room for notes and the three things to say."""
    meeting = find(session, Meeting, meeting_id)
    things = [line for line in meeting.answer(PlainQuestion.THREE_THINGS).splitlines() if line.strip()]
    who = [_who_comes(a, carer_name(session)) for a in meeting.attendees if a.coming != Coming.NO]
    return content.MySheet(
        sheet=meeting_sheet(session, meeting_id, today),
        things_to_say=tuple(things[:MOST_OF_EACH]),
        who_comes=tuple(who),
    )


def child_sheet(session: Session, meeting_id: int) -> content.ChildSheet:
    """The child's own sheet: what they said, and after the meeting who said yes to what."""
    meeting = find(session, Meeting, meeting_id)
    child, carer = meeting.child, carer_name(session)
    after = meeting.held_on is not None
    kind = meeting.answer(PlainQuestion.KIND_SAID) if after else ""
    return content.ChildSheet(
        child=child.name,
        after_the_meeting=after,
        meeting_on=meeting.held_on or meeting.on_day,
        meeting_at=meeting.at_time,
        where=meeting.place,
        child_says=_quotes(meeting, carer),
        happens_next=() if after else _before_the_meeting(meeting),
        kind_words=(content.Quote(kind, _("Said about you at the meeting")),) if kind else (),
        yeses=tuple(
            content.Yes(a.what, _who_said_yes(a, carer), a.due_on)
            for a in meeting.actions
            if a.deleted_on is None
        ),
        next_meeting_on=meeting.next_pep_on,
        people_to_ask=tuple(n for n in (own_name(session), *(p.name for p in child.people)) if n)[
            :MOST_OF_EACH
        ],
    )


def actions_for_review(session: Session, child_id: int, today: date) -> content.ActionsForReview:
    """The list for the child-in-care review, by who owes each action."""
    child = find(session, Child, child_id)
    rows = actions_of_child(session, child_id, today)
    owed: dict[str, list[content.ReviewAction]] = {}
    for row in rows:
        who = _("{carer} (foster carer)").format(carer=carer_name(session)) if row.is_mine else row.who
        owed.setdefault(who, []).append(
            content.ReviewAction(
                row.what, _mark(row.done_on, row.days_late), _state(row.done_on, row.days_late), row.due_on
            )
        )
    held = session.scalars(
        select(Meeting)
        .where(Meeting.child_id == child_id, Meeting.held_on.is_not(None))
        .order_by(Meeting.held_on)
    ).all()
    return content.ActionsForReview(
        child=child.name,
        as_of=today,
        review_on=child.review_on,
        meeting_on=held[-1].held_on if held else None,
        owed=tuple(content.Owed(who, tuple(actions)) for who, actions in owed.items()),
    )


def _who_comes(attendee: Attendee, carer: str) -> str:
    role = Role(attendee.role)
    if role == Role.CARER:
        return carer if attendee.name == role.words else attendee.name
    return attendee.name if role == Role.CHILD else f"{attendee.name} ({role.words})"


def _written_by(session: Session) -> str:
    name = own_name(session)
    return _("{carer} (foster carer)").format(carer=name) if name else _("the foster carer")


def _has_seen(meeting: Meeting) -> str:
    answer = HasSeen(meeting.answer(PlainQuestion.CHILD_HAS_SEEN) or "")
    return "" if answer == HasSeen.NOT_SAID else answer.words


def _taking_part(meeting: Meeting) -> tuple[str, ...]:
    how = TakingPart(meeting.answer(PlainQuestion.TAKING_PART) or "")
    said = "" if how == TakingPart.NOT_SAID else how.words(meeting.child.name).lower()
    return (said, meeting.answer(PlainQuestion.WHO_SAYS_IT), meeting.answer(PlainQuestion.WHAT_HELPS_THERE))


def _quotes(meeting: Meeting, carer: str) -> tuple[content.Quote, ...]:
    return tuple(
        content.Quote(view.words, WhoseWords(view.whose_words).words(meeting.child.name, carer), view.said_on)
        for view in meeting.views
        if view.deleted_on is None and view.on_the_sheet
    )


def _would_change(meeting: Meeting) -> content.Quote | None:
    words = meeting.answer(PlainQuestion.WOULD_CHANGE)
    return content.Quote(words) if words.strip() else None


def _asked_on(meeting: Meeting) -> date | None:
    stored = meeting.answer(PlainQuestion.ASKED_ON)
    return date.fromisoformat(stored) if stored else None


def _last_time(session: Session, meeting: Meeting, today: date) -> tuple[content.LastAction, ...]:
    """What the meeting before this one agreed, and what is still open from those before it."""
    query = select(Meeting).where(Meeting.child_id == meeting.child_id, Meeting.held_on.is_not(None))
    earlier = [m for m in session.scalars(query.order_by(Meeting.held_on)) if _is_before(m, meeting)]
    child = meeting.child.name
    return tuple(
        content.LastAction(
            a.what,
            _mark(a.done_on, a.days_late(today)),
            a.owner_name or _owner_on_paper(Owner(a.owner), child),
        )
        for each in earlier
        for a in each.actions
        if a.deleted_on is None and (each is earlier[-1] or a.done_on is None)
    )


def _is_before(other: Meeting, meeting: Meeting) -> bool:
    if other.id == meeting.id or other.held_on is None:
        return False
    return meeting.held_on is None or other.held_on < meeting.held_on


def _who_said_yes(action: AgreedAction, carer: str) -> str:
    """In words for the child to read: "Me" would be the child."""
    owner = Owner(action.owner)
    if owner == Owner.CHILD:
        return _("You")
    return action.owner_name or (carer if owner == Owner.ME else owner.words(""))


def _owner_on_paper(owner: Owner, child: str) -> str:
    return _("Foster carer") if owner == Owner.ME else owner.words(child)


def _before_the_meeting(meeting: Meeting) -> tuple[str, ...]:
    child = meeting.child.name
    how = TakingPart(meeting.answer(PlainQuestion.TAKING_PART) or "")
    return (
        _("There is a meeting about how school is going for you."),
        _("You said you will come: {how}.").format(how=how.words(child).lower())
        if how in (TakingPart.ALL, TakingPart.PART)
        else "",
        _("What you say here goes to the meeting."),
        _("Afterwards you will hear what people said yes to."),
    )


def _mark(done_on: date | None, days_late: int) -> content.Mark:
    if done_on is not None:
        return content.Mark.DONE
    return content.Mark.LATE if days_late else content.Mark.OPEN


def _state(done_on: date | None, days_late: int) -> str:
    if done_on is not None:
        return _("Done on {day}").format(day=say_short(done_on, with_year=True))
    if days_late:
        return plural("Late by {count} day", "Late by {count} days", days_late)
    return _("To do")
