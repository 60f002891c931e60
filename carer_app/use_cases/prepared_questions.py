"""The questions of getting ready, one at a time: asked, answered, set aside, and carried over from last time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from carer_app.choices import Aside, Part, Pronoun, Support
from carer_app.domain.meeting import Meeting
from carer_app.errors import NotFound
from carer_app.texts.question_sets import (
    THEME_PARTS,
    AboutChild,
    QuestionOfPart,
    SheetSection,
    question_of,
    theme_of,
    with_name,
)
from carer_app.use_cases.lookup import find
from carer_app.use_cases.preparing import answers_last_time
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One question in the list of its part. `is_done`: answered, or set aside on purpose."""

    key: str
    ask: str
    text: str
    aside: Aside

    @property
    def is_done(self) -> bool:
        return bool(self.text.strip()) or self.aside != Aside.NOTHING


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The questions of one part that fit the child."""

    part: Part
    title: str
    why: str
    rows: tuple[AskedRow, ...]

    @property
    def next_key(self) -> str | None:
        """The first question that nothing was said to; None where all are done."""
        return next((row.key for row in self.rows if not row.is_done), None)


@dataclass(frozen=True, slots=True)
class AskView:
    """One question as it is asked. `next_key` is the question after it, None after the last of its part."""

    part: Part
    part_title: str
    ask: str
    why: str
    chips: tuple[str, ...]
    printed: str
    may_be_for_adults: bool
    text: str
    aside: Aside
    last_time: str
    next_key: str | None


def theme_view(session: Session, meeting_id: int, part: Part, today: date) -> ThemeView:
    """The questions of one part that fit the child's age and support, and those already answered."""
    meeting = find(session, Meeting, meeting_id)
    theme, said = theme_of(part), _said_of(meeting)
    rows = (
        AskedRow(each.key, said(each.ask), meeting.answer(each.key), meeting.aside(each.key))
        for each in questions_for(meeting, part, today)
    )
    return ThemeView(part, said(theme.title), said(theme.why), tuple(rows))


def ask_view(session: Session, meeting_id: int, key: str, today: date) -> AskView:
    """One question. Raises NotFound where no file has it any more."""
    meeting = find(session, Meeting, meeting_id)
    question, part = _question(key)
    said = _said_of(meeting)
    keys = [each.key for each in questions_for(meeting, part, today)]
    after = keys[keys.index(key) + 1 :] if key in keys else []
    return AskView(
        part=part,
        part_title=said(theme_of(part).title),
        ask=said(question.ask),
        why=said(question.why),
        chips=tuple(said(chip) for chip in question.chips),
        printed=_where(question, meeting.aside(key)),
        may_be_for_adults=question.sheet not in (SheetSection.ADULTS, SheetSection.MINE),
        text=meeting.answer(key),
        aside=meeting.aside(key),
        last_time=answers_last_time(session, meeting_id, part).get(key, ""),
        next_key=after[0] if after else None,
    )


def set_aside(session: Session, meeting_id: int, key: str, aside: Aside) -> None:
    """Not sure yet, leave it out, for the adults only, or none of these. What is written stays."""
    find(session, Meeting, meeting_id).set_aside(key, aside)


def questions_for(meeting: Meeting, part: Part, today: date) -> list[QuestionOfPart]:
    """The questions of a part that fit the child on the day of the meeting; answered ones stay whatever the age."""
    about = _about(meeting, today)
    return [each for each in theme_of(part).questions if each.fits(about) or meeting.answer(each.key).strip()]


def _said_of(meeting: Meeting) -> Callable[[str], str]:
    return partial(with_name, child=meeting.child.name, pronoun=Pronoun(meeting.child.pronoun))


def _about(meeting: Meeting, today: date) -> AboutChild:
    child = meeting.child
    age = meeting.age_of_child(today)
    return AboutChild(
        age=age,
        has_sen_support=child.support == Support.SEN_SUPPORT,
        has_ehcp=child.support == Support.EHCP,
        has_school_place=child.has_school_place,
    )


def _question(key: str) -> tuple[QuestionOfPart, Part]:
    question = question_of(key)
    if question is None:
        raise NotFound(_("That question is no longer asked. What you wrote is kept."))
    part = next(part for part in THEME_PARTS if any(each.key == key for each in theme_of(part).questions))
    return question, part


def _where(question: QuestionOfPart, aside: Aside) -> str:
    if aside == Aside.LEAVE_OUT:
        return _("Left out: it is kept here and not printed.")
    if aside == Aside.ADULTS_ONLY or question.sheet == SheetSection.ADULTS:
        return _("Printed on the adults’ sheet only.")
    if question.sheet == SheetSection.MINE:
        return _("Printed on your own copy only.")
    if question.sheet == SheetSection.ASKS:
        return _("Printed on the sheet for everyone at the meeting, first under “What we ask for”.")
    return _("Printed on the sheet for everyone at the meeting.")
