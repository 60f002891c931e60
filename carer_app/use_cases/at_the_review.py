"""A child-in-care review: who chairs it, what goes along, and that it was held.

The day of the next review stands with the child (`Child.review_on`), as everywhere. A `CareReview` keeps what belongs
to one review: until it was held, it is the one to come.
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import Role, WhichReview
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.care_review import CareReview, ReviewAnswer
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.errors import NotAllowed
from carer_app.paper.content import Quote
from carer_app.typed_dates import say_day
from carer_app.use_cases.lookup import carer_name, find
from carer_app.use_cases.on_the_sheet import quote
from carer_app.words import _

APART = relativedelta(months=6)
LEAVE = "leave."
"""Before the id of something the child said: the child is all right with it being read at the review."""
TICKED = "✓"
"""What stands under such a key: no word, so that nobody finds it who searches for one."""


@dataclass(frozen=True, slots=True)
class WishRow:
    """Something the child put on the sheet for the meeting, and whether the child lets it be read at the review."""

    id: int
    said: Quote
    may_be_read: bool


@dataclass(frozen=True, slots=True)
class ReviewAhead:
    """One review, and what goes along to it. `held_on` is the last one that was held; `last_pep` a meeting's id."""

    child: str
    on_day: date | None
    held_on: date | None
    chaired_by: str
    known_chair: str
    open_actions: int
    settled_actions: int
    last_pep: int | None
    last_pep_on: date | None
    asked: int
    written: int


@dataclass(frozen=True, slots=True)
class ReviewBefore:
    """What was known of a child's reviews before one was said to be held."""

    child_id: int
    review_on: date | None
    last_review_on: date | None
    last_review_was: str


def review_facts(session: Session, child_id: int, today: date) -> ReviewAhead:
    """The review to come, or the one that was held last."""
    child = find(session, Child, child_id)
    to_come = coming(session, child_id)
    held = last_held(session, child_id)
    actions = session.scalars(select(AgreedAction).where(AgreedAction.child_id == child_id)).all()
    since = since_last(session, child_id, today)
    pep = _last_pep(session, child_id)
    officer = child.person(Role.REVIEWING_OFFICER)
    return ReviewAhead(
        child=child.name,
        on_day=child.review_on,
        held_on=held.held_on if held else None,
        chaired_by=to_come.chaired_by if to_come else "",
        known_chair=officer.name if officer else "",
        open_actions=sum(action.is_open for action in actions),
        settled_actions=sum((action.done_on or action.ended_on or date.min) > since for action in actions),
        last_pep=pep.id if pep else None,
        last_pep_on=pep.held_on if pep else None,
        asked=len(asked_since(session, child_id, today)),
        written=sum(bool(a.text.strip()) for a in to_come.answers if not a.question.startswith(LEAVE))
        if to_come
        else 0,
    )


def coming(session: Session, child_id: int) -> CareReview | None:
    """What is kept of the review to come; None where nothing is yet."""
    query = select(CareReview).where(CareReview.child_id == child_id, CareReview.held_on.is_(None))
    return session.scalars(query.order_by(CareReview.id.desc())).first()


def last_held(session: Session, child_id: int) -> CareReview | None:
    """The review that was held last, as far as it was written down here."""
    query = select(CareReview).where(CareReview.child_id == child_id, CareReview.held_on.is_not(None))
    return session.scalars(query.order_by(CareReview.held_on.desc(), CareReview.id.desc())).first()


def since_last(session: Session, child_id: int, today: date) -> date:
    """The day of the last review, as far as it is known; else half a year ago: reviews are at most so far apart."""
    held, told = last_held(session, child_id), find(session, Child, child_id).last_review_on
    days = [day for day in (held.held_on if held is not None else None, told) if day is not None]
    return max(days, default=today - APART)


def coming_to_change(session: Session, child_id: int) -> CareReview:
    """The same, made when it is first needed."""
    review = coming(session, child_id)
    if review is None:
        review = CareReview(child_id=find(session, Child, child_id).id)
        session.add(review)
        session.flush()
    return review


def name_chair(session: Session, child_id: int, name: str) -> None:
    """Who chairs the review to come, as it is typed."""
    if name.strip() or coming(session, child_id) is not None:
        coming_to_change(session, child_id).chaired_by = name


def asked_since(session: Session, child_id: int, today: date) -> list[Request]:
    """What was asked since the last review, the oldest first. What was passed over was not asked."""
    since = since_last(session, child_id, today)
    query = select(Request).where(Request.child_id == child_id, Request.left_out_because == "")
    query = query.where(Request.asked_on > since)
    return list(session.scalars(query.order_by(Request.asked_on, Request.id)))


# What the child lets be read there


def wishes(session: Session, child_id: int, today: date) -> list[WishRow]:
    """What the child put on the sheet since the last review. It was for the PEP, so each is asked about again."""
    child, carer = find(session, Child, child_id), carer_name(session)
    since, review = since_last(session, child_id, today), coming(session, child_id)
    allowed = {a.question for a in review.answers if a.text} if review is not None else set()
    query = select(ChildView).join(Meeting, Meeting.id == ChildView.meeting_id)
    query = query.where(Meeting.child_id == child_id).order_by(ChildView.said_on.desc(), ChildView.id.desc())
    found = []
    for view in session.scalars(query):
        said = quote(view, child.name, carer)
        if view.is_printed and said and view.said_on > since:
            found.append(WishRow(view.id, said, f"{LEAVE}{view.id}" in allowed))
    return found


def may_be_read(session: Session, child_id: int, view_id: int, may: bool) -> None:
    """The child is all right with it being read at this review, or not. Raises NotAllowed for what is off the sheet."""
    if may and not find(session, ChildView, view_id).is_printed:
        raise NotAllowed(_("These words are kept off the sheet, and stay off. Nothing was changed."))
    write(session, child_id, f"{LEAVE}{view_id}", TICKED if may else "")


def write(session: Session, child_id: int, question: str, text: str) -> None:
    """Keep what is written under one question for the review to come; nothing is kept of an empty box."""
    review = coming(session, child_id) if not text.strip() else coming_to_change(session, child_id)
    if review is None:
        return
    answer = next((each for each in review.answers if each.question == question), None)
    if answer is None and text.strip():
        review.answers.append(ReviewAnswer(question=question, text=text))
    elif answer is not None and text.strip():
        answer.text = text
    elif answer is not None:
        review.answers.remove(answer)


# It was held


def reviews_before(session: Session, child_id: int) -> ReviewBefore:
    """What is known of a child's reviews now."""
    child = find(session, Child, child_id)
    return ReviewBefore(child_id, child.review_on, child.last_review_on, child.last_review_was)


def review_was_held(session: Session, child_id: int, on: date, today: date) -> None:
    """The review to come was held on that day, and is the last one now.

    Raises NotAllowed for a day that has not come yet, or that is before the last review. The same day is the same one.
    """
    child = find(session, Child, child_id)
    if on > today:
        raise NotAllowed(_("That day has not come yet. Check the year. What was stored before is unchanged."))
    if child.last_review_on is not None and on < child.last_review_on:
        raise NotAllowed(
            _(
                "The last review was on {last}. This day is before it. "
                "Check the day and the year. Nothing you typed is lost."
            ).format(last=say_day(child.last_review_on))
        )
    review = coming_to_change(session, child_id)
    review.on_day, review.held_on = child.review_on, on
    if child.last_review_on != on:
        child.last_review_was = WhichReview.LATER if child.last_review_on else WhichReview.NOT_KNOWN
        child.last_review_on = on
    if child.review_on is not None and child.review_on <= today:
        child.review_on = None


def take_back_review(session: Session, before: ReviewBefore) -> None:
    """Undo `review_was_held`. What was decided of actions meanwhile stays decided."""
    child, review = find(session, Child, before.child_id), last_held(session, before.child_id)
    child.review_on, child.last_review_on = before.review_on, before.last_review_on
    child.last_review_was = before.last_review_was
    if review is not None:
        review.held_on = review.on_day = None


def _last_pep(session: Session, child_id: int) -> Meeting | None:
    held = select(Meeting).where(Meeting.child_id == child_id, Meeting.held_on.is_not(None))
    return session.scalars(held.order_by(Meeting.held_on.desc(), Meeting.id.desc())).first()
