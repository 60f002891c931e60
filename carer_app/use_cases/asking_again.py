"""Ask again: whose turn it is for one thing that has not come, why they, since when, and the words to copy."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import HowAsked, RequestAbout, Role
from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.domain.day_counts import working_day_after
from carer_app.domain.ladders import Ladder, Ladders, Turn, next_turn
from carer_app.errors import TermDatesMissing
from carer_app.typed_dates import say_short
from carer_app.use_cases.asked_before import (
    Matter,
    as_asked,
    ladder_for,
    requests_of,
    somebody,
)
from carer_app.use_cases.lookup import find
from carer_app.use_cases.pep_dates import known_terms, other_dates, pep_due
from carer_app.use_cases.what_is_asked import ThingAsked, asked_for
from carer_app.use_cases.whom_to_ask import TURN, whom_to_ask
from carer_app.use_cases.why_this_one import passed_on, whose_order, why_now
from carer_app.use_cases.words_to_ask import filled, words_of_thanks
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One who was asked, or left out, in words, and each part of it to be put right. `is_open`: no answer is written
    down."""

    id: int
    words: str
    who: str
    asked_on: date
    is_open: bool
    thanked_on: date | None
    how: HowAsked | None
    answer: str
    answered_on: date | None
    left_out_because: str


@dataclass(frozen=True, slots=True)
class TurnView:
    """The one who is to be asked next. `words` name the child by an initial, `words_by_name` by the name."""

    rung: str
    name: str
    who: str
    why: str
    through: str
    extra: str
    from_day: date
    may_ask: bool
    words: str
    words_by_name: str


@dataclass(frozen=True, slots=True)
class AskAgainView:
    """One matter. `turn` is the next and only one; None where it `is_over`, an answer came, or all were asked.

    It `is_done` where it came, and `is_over` also where it ended otherwise or waits for the next PEP. `due` says by
    when it was to be. `order` says whose order this is. `speaks_of_safety`: then nobody is asked, and the carer rings.
    `open_request` waits for its answer; `answered` is the newest that has one, `to_thank` whom to thank.
    """

    matter: Matter
    child: str
    what: str
    due: str
    is_over: bool
    is_done: bool
    done_on: date | None
    speaks_of_safety: bool
    turn: TurnView | None
    open_request: RequestRow | None
    answered: RequestRow | None
    to_thank: RequestRow | None
    thanks: str
    history: tuple[RequestRow, ...]
    order: str


def ask_again(
    session: Session, matter: Matter, today: date, goes_on: bool = False, all_are_safe: bool = False
) -> AskAgainView:
    """Everything about one matter. `goes_on`: the carer says that nothing came of the answer.

    `all_are_safe`: the carer says that words which speak of safety are about something else.
    """
    child = find(session, Child, matter.child_id)
    facts, requests = asked_for(session, child, matter, today), requests_of(session, matter)
    ladders, ladder = ladder_for(session, matter)
    speaks_of_safety = facts.speaks_of_safety and not facts.is_over and not all_are_safe
    turn = None
    if ladder is not None and not speaks_of_safety:
        turn = whose_turn(session, matter, today, goes_on)
    rows = [_row(session, matter, ladder, each) for each in requests]
    really = [row for row, each in zip(rows, requests, strict=True) if not each.left_out_because]
    newest = max(really, key=lambda row: (row.asked_on, row.id), default=None)
    return AskAgainView(
        matter=matter,
        child=child.name,
        what=facts.what,
        due=facts.due,
        is_over=facts.is_over,
        is_done=facts.is_done,
        done_on=facts.done_on,
        speaks_of_safety=speaks_of_safety,
        turn=_turn_view(session, child, matter, ladders, turn, facts, requests, today) if turn else None,
        open_request=newest if newest and newest.is_open and not facts.is_over else None,
        answered=newest if newest and not newest.is_open else None,
        to_thank=newest if newest and facts.is_done else None,
        thanks=words_of_thanks(session, child, facts.what, newest.who if newest else ""),
        history=tuple(reversed(rows)),
        order=whose_order(child, ladders),
    )


def whose_turn(session: Session, matter: Matter, today: date, goes_on: bool = False) -> Turn | None:
    """Whose turn it is, and from which day; None where nobody is to be asked now."""
    child = find(session, Child, matter.child_id)
    _ladders, ladder = ladder_for(session, matter)
    if ladder is None:
        return None
    facts, requests = asked_for(session, child, matter, today), requests_of(session, matter)
    terms = known_terms(child, today).calendar

    def after(day: date, count: int) -> date:
        if not count:
            return day
        if terms is None:
            return working_day_after(day, count)
        try:
            return terms.school_day_after(day, count)
        except TermDatesMissing:
            return working_day_after(day, count)

    return next_turn(
        _beginning(session, child, matter, ladder, bool(requests), facts.late_since, today),
        as_asked(session, matter, requests, ladder),
        late_since=facts.late_since,
        promised_for=facts.promised_for,
        is_done=facts.is_over,
        review_on=other_dates(session, child.id, today).review_on,
        today=today,
        after=after,
        goes_on=goes_on,
    )


def _beginning(
    session: Session,
    child: Child,
    matter: Matter,
    ladder: Ladder,
    asked: bool,
    late_since: date | None,
    today: date,
) -> Ladder:
    """Where nothing was written down for weeks, Home names somebody else by then: the ladder begins there."""
    role = None
    if matter.about == RequestAbout.MEETING_DATE and not asked:
        whom = whom_to_ask(session, child, pep_due(session, child.id, today).surely_by, today)
        role = whom.role if whom.is_next else None
    elif matter.about == RequestAbout.COPY and not asked and late_since and today - late_since >= TURN:
        role = Role.SUPERVISING_SOCIAL_WORKER
    places = [
        place for place, rung in enumerate(ladder.rungs) if somebody(session, matter, rung).role == role
    ]
    return replace(ladder, rungs=ladder.rungs[places[-1] :]) if role and places else ladder


def _turn_view(
    session: Session,
    child: Child,
    matter: Matter,
    ladders: Ladders,
    turn: Turn,
    facts: ThingAsked,
    requests: list[Request],
    today: date,
) -> TurnView:
    whom, person = somebody(session, matter, turn.rung), ladders.person(turn.rung.person)
    words, by_name = (
        filled(session, child, ladders.words(turn.rung.words), whom, facts, requests, named)
        for named in (False, True)
    )
    return TurnView(
        rung=turn.rung.key,
        name=whom.name,
        who=whom.who,
        why=" ".join(filter(None, (why_now(session, matter, whom.who, requests), person.why))),
        through=passed_on(session, matter, ladders, person),
        extra=turn.rung.extra,
        from_day=turn.from_day,
        may_ask=turn.has_come(today),
        words=words,
        words_by_name=by_name,
    )


def _row(session: Session, matter: Matter, ladder: Ladder | None, request: Request) -> RequestRow:
    rung = next((each for each in ladder.rungs if each.key == request.rung), None) if ladder else None
    who = request.name or (somebody(session, matter, rung).who if rung else _("somebody"))
    day = say_short(request.asked_on, with_year=True)
    if request.left_out_because:
        words = _("{day}: you left out {who}. {why}").format(day=day, who=who, why=request.left_out_because)
    else:
        words = _("{day}: you asked {who}, {how}.").format(day=day, who=who, how=_how(request))
    if request.answered_on is not None:
        answered = say_short(request.answered_on, with_year=True)
        words += " " + _("Answer on {day}: {answer}").format(day=answered, answer=request.answer)
    if request.thanked_on is not None:
        words += " " + _("Thanked on {day}.").format(day=say_short(request.thanked_on, with_year=True))
    return RequestRow(
        request.id,
        words,
        request.name,
        request.asked_on,
        request.answered_on is None and not request.left_out_because,
        request.thanked_on,
        HowAsked(request.how) if request.how else None,
        request.answer,
        request.answered_on,
        request.left_out_because,
    )


def _how(request: Request) -> str:
    words = HowAsked(request.how).words if request.how else _("somehow")
    return words[:1].lower() + words[1:]
