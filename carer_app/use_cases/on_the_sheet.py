"""Which of the carer's words go on the sheet: not what is empty, set aside, for adults only, or what the child asked
not to be said; and, with family there, not what is not for family."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from carer_app.choices import Aside, ConcernKind, FamilyThere, PlainQuestion, ReplyMark, WhoseWords
from carer_app.domain.meeting import Meeting
from carer_app.domain.preparation import ChildReply, ChildView, Concern, SchoolQuestion
from carer_app.paper.content import Quote
from carer_app.texts.child_questions import AgeSet, set_for
from carer_app.texts.question_sets import QuestionOfPart, SheetSection, themes, with_name
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Printable:
    """An answer as it is printed. `key` is that of its question; `item` names it for the child's replies; `reply` is
    the child's line beneath."""

    key: str
    item: str
    label: str
    text: str
    reply: str


def is_strict(meeting: Meeting) -> bool:
    """Whether family may read the sheet: then what is not for family is left off."""
    said = FamilyThere(meeting.answer(PlainQuestion.FAMILY_THERE))
    return said in (FamilyThere.YES, FamilyThere.NOT_SURE)


def answers_printed(meeting: Meeting, where: SheetSection) -> Iterator[Printable]:
    """The answers that are printed in one place of the sheet."""
    strict = is_strict(meeting) and where != SheetSection.MINE
    for each in all_questions():
        text = meeting.printed_answer(each.key)
        item = answer_item(each.key)
        if each.sheet != where or not text.strip() or (strict and each.not_for_family):
            continue
        if not is_left_off(meeting, item):
            label = with_name(each.label, meeting.child.name)
            yield Printable(each.key, item, label, text, reply_line(meeting, item, text))


def concerns_printed(meeting: Meeting) -> list[Concern]:
    """What makes school hard, and what is asked for. What comes from home is not for family to read."""
    strict = is_strict(meeting)
    return [
        concern
        for concern in meeting.concerns
        if not is_left_off(meeting, concern_item(concern))
        and not is_for_adults(meeting, concern)
        and not (strict and concern.kind == ConcernKind.HOME)
    ]


def concerns_for_adults(meeting: Meeting) -> list[Concern]:
    """What is said to the grown-ups before the child joins, and at no table."""
    return [
        concern
        for concern in meeting.concerns
        if is_for_adults(meeting, concern) and not is_left_off(meeting, concern_item(concern))
    ]


def is_for_adults(meeting: Meeting, concern: Concern) -> bool:
    """Whether the carer keeps one thing that is hard for the adults' sheet."""
    return meeting.aside(concern_key(concern.id)) == Aside.ADULTS_ONLY


def concern_key(concern_id: int) -> str:
    """The name under which what was said about a whole concern is kept, among the answers."""
    return f"concern.{concern_id}"


def questions_printed(meeting: Meeting) -> list[SchoolQuestion]:
    """The questions for school, in the order they are asked."""
    return [question for question in meeting.questions if not is_left_off(meeting, question_item(question))]


def all_questions() -> list[QuestionOfPart]:
    """Every question of the files, in the order of the parts."""
    return [each for theme in themes() for each in theme.questions]


def quotes_of(meeting: Meeting, carer: str) -> tuple[Quote, ...]:
    """What the child wants the meeting to hear, in exact words, with whose words they are."""
    views = in_their_order(meeting.views)
    return tuple(quote(view, meeting.child.name, carer) for view in views if view.is_printed)


def in_their_order(views: list[ChildView]) -> list[ChildView]:
    """As they were said; what the child wants to say about one of them stands behind it."""
    return sorted(views, key=lambda view: (view.about_id or view.id, view.id))


def age_set_of(meeting: Meeting) -> AgeSet:
    """How one spoke with the child then, and what the meeting was called. Where it has no day yet, the child is as old
    as when they last said something for it."""
    return set_for(meeting.age_of_child(max((view.said_on for view in meeting.views), default=date.max)))


def quotes_to_the_child(meeting: Meeting, carer: str) -> tuple[Quote, ...]:
    """The same for the child to read, and what they would change at school: also what a carer put down for them."""
    views = in_their_order(meeting.views)
    said = tuple(quote(view, _("You"), carer) for view in views if view.is_printed)
    change = change_to_the_child(meeting)
    return (*said, change) if change is not None else said


def change_to_the_child(meeting: Meeting) -> Quote | None:
    """The one thing at school that the child would change, for the child to read."""
    wish = meeting.answer(PlainQuestion.WOULD_CHANGE)
    return Quote(wish, asked=_("One thing at school you would change:")) if wish.strip() else None


def quote(view: ChildView, child: str, carer: str) -> Quote:
    """One thing the child said, as it is printed. What was chosen from words of ours is in no quotation marks."""
    whose = WhoseWords(view.whose_words)
    picked = whose == WhoseWords.CHILD_CHOSE
    return Quote(
        words="" if picked else view.words,
        whose=whose.words(child, carer),
        on=view.said_on,
        asked=view.asked,
        mark=view.words if picked and view.words.strip() else view.chosen,
        drawing=view.drawing_id or 0,
        is_said=whose != WhoseWords.CARER_THINKS,
    )


# What the child said to it


def answer_item(key: str) -> str:
    return f"answer:{key}"


def concern_item(concern: Concern) -> str:
    return f"concern:{concern.id}"


def question_item(question: SchoolQuestion) -> str:
    return f"question:{question.id}"


def about_concern(concern: Concern) -> str:
    """The words of a concern that the child is shown, in one text: a change in any of them is a change."""
    parts = (
        _("What we see: {words}").format(words=concern.what_we_see) if concern.what_we_see.strip() else "",
        _("How often: {words}").format(words=concern.how_often) if concern.how_often.strip() else "",
        _("Since: {words}").format(words=concern.since) if concern.since.strip() else "",
        _("What helps: {words}").format(words=concern.what_helps) if concern.what_helps.strip() else "",
        _("We think: {words}").format(words=concern.we_think) if concern.we_think.strip() else "",
        _("We ask for: {words}").format(words=concern.we_ask_for) if concern.we_ask_for.strip() else "",
    )
    return "\n".join(part for part in parts if part)


def reply_to(meeting: Meeting, item: str) -> ChildReply | None:
    """What the child answered to one thing, if anything."""
    return next((reply for reply in meeting.replies if reply.item == item), None)


def is_left_off(meeting: Meeting, item: str) -> bool:
    """Whether the child asked not to have it said. That holds whatever is written there later."""
    reply = reply_to(meeting, item)
    return reply is not None and reply.mark == ReplyMark.DO_NOT_SAY


def reply_line(meeting: Meeting, item: str, about: str) -> str:
    """The child's line beneath a thing. Where the words were changed since, "that's right" is not said any more."""
    reply = reply_to(meeting, item)
    if reply is None or reply.mark == ReplyMark.DO_NOT_SAY:
        return ""
    changed = reply.about.strip() != about.strip()
    child = meeting.child.name
    if reply.mark == ReplyMark.RIGHT:
        return "" if changed else _("{child}: “That’s right.”").format(child=child)
    words = reply.words.strip()
    line = (
        _("{child} sees it differently: “{words}”").format(child=child, words=words)
        if words
        else _("{child} sees it differently.").format(child=child)
    )
    return _("{line} (This was about earlier words.)").format(line=line) if changed else line
