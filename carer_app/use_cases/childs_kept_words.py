"""What passes between the records and the child's own part: what it may show, and what the child keeps.

Source: Fostering Services National Minimum Standards, 1 and 26.6: a child's views are sought, and a child may add to
what is recorded. What the child kept is nobody's to change here.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import PaperKind, PlainQuestion, Role, Share, TakingPart, WhoSays, WhoseWords
from carer_app.domain.between_meetings import Keepsake
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildView
from carer_app.errors import NotAllowed
from carer_app.paper.content import Quote
from carer_app.sitting import DIFFERS, DRAWING, Kept, RoomWords, Sitting, capital
from carer_app.texts import facts
from carer_app.texts.child_questions import age_set, set_for
from carer_app.texts.numbers import numbers_for
from carer_app.typed_dates import say_day
from carer_app.use_cases import did_it_help, people_for_the_child, reading_kept, you_said
from carer_app.use_cases.came_of_it import came_of_it
from carer_app.use_cases.filing import NewDocument, SealedDocument, sealed_documents, to_records
from carer_app.use_cases.lookup import carer_name, find, meetings_of, own_name
from carer_app.use_cases.on_the_sheet import in_their_order, quote
from carer_app.words import _

TOGETHER_TO = 8
"""Years up to which "together" is offered first."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Something the child kept, as the carer reads it. `before` are the words that it takes the place of for them."""

    id: int
    said: Quote
    share: Share
    taken_off_on: date | None
    before: str = ""


def uid_of(session: Session, meeting_id: int) -> str:
    """What a draft of this meeting is named after."""
    return find(session, Meeting, meeting_id).calendar_uid


def room_words(session: Session, meeting_id: int, today: date) -> RoomWords:
    """Everything that the child's part may say about this child and meeting."""
    meeting = find(session, Meeting, meeting_id)
    child = meeting.child
    worker = child.person(Role.SOCIAL_WORKER)
    age = meeting.age_of_child(today)
    numbers, by_name = people_for_the_child.to_talk_to(child, today)
    carer = own_name(session) or _("your carer")
    coming = people_for_the_child.who_may_come(meeting, carer)
    return RoomWords(
        child=child.name,
        carer=carer,
        my_carer=own_name(session) or _("my carer"),
        set_key=set_for(age).key,
        together_first=age is None or age <= TOGETHER_TO,
        day=say_day(meeting.on_day) if meeting.on_day else "",
        people=people_for_the_child.in_a_line([each.who for each in coming]),
        at_meeting=coming,
        social_worker=worker.name if worker else _("your social worker"),
        my_social_worker=worker.name if worker else _("my social worker"),
        to_talk_to=numbers,
        also_to_talk_to=by_name,
        checked_on=facts.checked_on(key for each in numbers_for("child") for key in each.facts),
        done=did_it_help.to_ask(session, meeting),
    )


def keep(
    session: Session, meeting_id: int, sitting: Sitting, today: date, drawing: NewDocument | None = None
) -> None:
    """The child heard it read back and pressed Keep: from now on these are records, and nobody changes the words.

    `drawing` is the sealed photograph of theirs, where there is one.
    """
    meeting = find(session, Meeting, meeting_id)
    drawing_id = None
    if drawing is not None and sitting.has_drawing:
        drawing_id = _register(session, drawing, meeting.child_id, today)
    for thing in sitting.things():
        view = ChildView(
            words=thing.words,
            whose_words=thing.whose,
            said_on=today,
            on_the_sheet=thing.share == Share.SHEET,
            kept_on=today,
            question=thing.key,
            asked=thing.asked,
            mark=thing.chosen or thing.mark,
            drawing_id=drawing_id if thing.key == DRAWING else None,
        )
        if thing.share == Share.OFF:  # said, and so nobody puts it on; what nobody said can still be put on
            view.take_off(today)
        meeting.views_even_removed.append(view)
    wishes = []
    if sitting.coming != TakingPart.NOT_SAID:
        meeting.write_answer(PlainQuestion.TAKING_PART, sitting.coming)
        how = sitting.coming.words(meeting.child.name)
        wishes.append(_("Coming to the meeting: {how}").format(how=how))
    if sitting.who != WhoSays.NOT_SAID:
        wishes.append(_who_says_it(meeting, sitting, carer_name(session)))
        meeting.write_answer(PlainQuestion.WHO_SAYS_IT, wishes[-1])
    if wishes:
        reading_kept.wish_was_kept(meeting, wishes)


def kept_words(session: Session, child_id: int) -> tuple[Kept, ...]:
    """Everything the child kept, the newest first, each with what was added to it, and what came of it."""
    mine = [view for view in _views(session, child_id) if view.kept_on is not None]
    return _to_read(session, child_id, mine)


def what_happened(session: Session, child_id: int, set_key: str = "") -> tuple[Kept, ...]:
    """What was said to the meeting that was held last, also what somebody else wrote down, each with what came of it;
    in the order in which it was said. Of what nobody has written yet nothing is told. `set_key` says for which age;
    without it, for that of the child at the meeting."""
    said = _to_read(session, child_id, _views(session, child_id), set_key)
    held = [meeting for meeting in meetings_of(session, child_id) if meeting.held_on is not None]
    if not held:
        return ()
    last = max(held, key=lambda meeting: (meeting.held_on or date.min, meeting.id))
    here = {view.id for view in last.views}
    return tuple(each for each in reversed(said) if each.happened and each.id in here)


def written_for(session: Session, meeting_id: int) -> tuple[Kept, ...]:
    """What the carer wrote down for this meeting as words of the child, for the child to read: what is printed, and no
    other thing that the carer wrote. In the order in which it was."""
    meeting = find(session, Meeting, meeting_id)
    mine = [view for view in meeting.views if view.kept_on is None and view.is_printed and view.words.strip()]
    beside = [view for view in _views(session, meeting.child_id) if view.about_id is not None]
    here = {view.id for view in mine}
    read = _to_read(session, meeting.child_id, [*mine, *beside])
    return tuple(each for each in reversed(read) if each.id in here)


def _views(session: Session, child_id: int) -> list[ChildView]:
    """All that a child said, in the order in which it was."""
    query = select(ChildView).join(Meeting, Meeting.id == ChildView.meeting_id)
    return list(session.scalars(query.where(Meeting.child_id == child_id).order_by(ChildView.id)))


def _to_read(session: Session, child_id: int, mine: list[ChildView], set_key: str = "") -> tuple[Kept, ...]:
    """For the child to read, the newest first."""
    added: dict[int, list[str]] = {}
    differently: dict[int, list[str]] = {}
    for view in mine:
        if view.about_id is not None:
            into = differently if view.question.startswith(DIFFERS) else added
            into.setdefault(view.about_id, []).append(view.words)
    happened = {
        view_id: lines
        for meeting in meetings_of(session, child_id)
        if any(view.meeting_id == meeting.id for view in mine)
        for view_id, lines in _what_happened(session, meeting, set_key).items()
    }
    carer = own_name(session) or _("your carer")
    kept = [
        Kept(
            id=view.id,
            asked=view.asked,
            mark=_mark_of(view),
            words=view.words,
            said_on=view.said_on,
            share=view.share,
            taken_off_on=view.taken_off_on if view.on_the_sheet else None,
            added=tuple(added.get(view.id, ())),
            happened=happened.get(view.id, ()),
            question=view.question,
            differently=tuple(differently.get(view.id, ())),
            said=_who_says_so(view, carer),
        )
        for view in mine
        if view.about_id is None
    ]
    return tuple(reversed(kept))


def _what_happened(session: Session, meeting: Meeting, set_key: str) -> dict[int, tuple[str, ...]]:
    """By what was said: what is told of it to the child, once the meeting was held."""
    if meeting.held_on is None:
        return {}
    asked = age_set(set_key) if set_key else set_for(meeting.age_of_child(meeting.held_on))
    answers = you_said.answers_by_view(session, meeting.id)
    return {view_id: came_of_it(answer, asked.by, asked.meeting) for view_id, answer in answers.items()}


def _who_says_so(view: ChildView, carer: str) -> str:
    """Over words that the child did not keep: who says that these are theirs. Empty where the child does."""
    if view.kept_on is not None:
        return ""
    thinks, wrote = _("{carer} thinks that you would say"), _("{carer} wrote that you said")
    return (thinks if view.whose_words == WhoseWords.CARER_THINKS else wrote).format(carer=capital(carer))


def kept_for(session: Session, meeting_id: int) -> list[KeptRow]:
    """What the child kept for this meeting, for the carer to read: in the order it was said."""
    meeting = find(session, Meeting, meeting_id)
    child, carer = meeting.child.name, carer_name(session)
    return [
        KeptRow(
            view.id,
            quote(view, child, carer),
            view.share,
            view.taken_off_on if view.on_the_sheet else None,
            _before(meeting, view),
        )
        for view in in_their_order(meeting.views)
        if view.kept_on is not None
    ]


def _before(meeting: Meeting, view: ChildView) -> str:
    if not view.question.startswith(DIFFERS):
        return ""
    return next((each.words or each.chosen for each in meeting.views if each.id == view.about_id), "")


def put_on_my_sheet(session: Session, view_id: int) -> None:
    """The child decides later: printed from now on. Raises NotAllowed for what they said stays off."""
    _kept(session, view_id).put_on()


def take_off_my_sheet(session: Session, view_id: int, today: date) -> None:
    """Never printed from now on, nor what was added to it. It stays in the records. Raises NotAllowed."""
    view = _kept(session, view_id)
    view.take_off(today)
    for each in session.scalars(select(ChildView).where(ChildView.about_id == view.id)):
        each.take_off(today)


def add_about(
    session: Session, view_id: int, words: str, share: Share, whose: WhoseWords, today: date
) -> None:
    """What the child wants to say about something they kept. Raises NotAllowed."""
    view = _kept(session, view_id)
    asked = _("To add: {asked}").format(asked=view.asked)
    _keep_beside(session, view, view.question, asked, words, share, whose, today)


def say_differently(
    session: Session, view_id: int, words: str, share: Share, whose: WhoseWords, today: date
) -> None:
    """It is not how the child said it: their own words stand beside the old ones, which stay. Also beside words that
    somebody else wrote down for them. Nobody is blamed: the carer reads both."""
    view = find(session, ChildView, view_id)
    key = f"{DIFFERS}{view.question}"
    _keep_beside(session, view, key, _("That is not how I said it. I say:"), words, share, whose, today)


def _keep_beside(
    session: Session,
    view: ChildView,
    question: str,
    asked: str,
    words: str,
    share: Share,
    whose: WhoseWords,
    today: date,
) -> None:
    meeting = find(session, Meeting, view.meeting_id)
    beside = ChildView(
        words=words.strip(),
        whose_words=whose,
        said_on=today,
        on_the_sheet=share == Share.SHEET and view.is_printed,
        kept_on=today,
        question=question,
        asked=asked,
        about_id=view.id,
    )
    if share == Share.OFF:
        beside.take_off(today)
    meeting.views_even_removed.append(beside)


def drawings(session: Session, child_id: int) -> dict[int, SealedDocument]:
    """What opens each drawing of a child and each picture in their own book, by the id of its paper."""
    query = select(ChildView.drawing_id).join(Meeting, Meeting.id == ChildView.meeting_id)
    ids = session.scalars(query.where(Meeting.child_id == child_id, ChildView.drawing_id.is_not(None)))
    kept = session.scalars(select(Keepsake.document_id).where(Keepsake.child_id == child_id))
    return sealed_documents(session, [each for each in (*ids, *kept) if each is not None])


def _register(session: Session, drawing: NewDocument, child_id: int, today: date) -> int:
    return to_records(
        session, drawing, _("A drawing"), today, child_id=child_id, kind=PaperKind.CHILDS_WORK
    ).id


def _mark_of(view: ChildView) -> str:
    if view.drawing_id is not None:
        return _("A drawing")
    picked = view.whose_words == WhoseWords.CHILD_CHOSE and bool(view.words)
    return "" if picked else view.chosen


def _kept(session: Session, view_id: int) -> ChildView:
    view = find(session, ChildView, view_id)
    if view.kept_on is None:
        raise NotAllowed(_("These words were not kept in the child’s part. Nothing was changed."))
    return view


def _who_says_it(meeting: Meeting, sitting: Sitting, carer: str) -> str:
    child: Child = meeting.child
    worker = child.person(Role.SOCIAL_WORKER)
    return {
        WhoSays.ME: _("{child} says it"),
        WhoSays.CARER: _("{carer} says it for {child}"),
        WhoSays.SOCIAL_WORKER: _("{worker} says it for {child}"),
        WhoSays.SOMEONE_ELSE: _("{name} says it for {child}"),
    }[sitting.who].format(
        child=child.name,
        carer=carer,
        worker=worker.name if worker else _("the social worker"),
        name=sitting.who_name.strip() or _("someone else"),
    )
