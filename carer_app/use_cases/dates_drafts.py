"""The form of a school's dates, kept as it is filled: nothing in it is lost by leaving, locking or a sudden end."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import InsetDays, WhatDay
from carer_app.domain.draft import Draft
from carer_app.use_cases import drafts, open_doubts
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.checked_form import years_to_use
from carer_app.use_cases.checking_dates import ReadDates, ReadDay, ReadQuestion, use_dates
from carer_app.use_cases.dates_form import (
    AskedLine,
    DatesForm,
    DayOff,
    Put,
    ReaderSaid,
    Stretch,
    YearForm,
    days_as_read,
)
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.filling_dates import form_of_read, form_of_stored
from carer_app.use_cases.keeping_dates import with_kept
from carer_app.use_cases.school_dates import SchoolDatesView, put_back
from carer_app.words import _

FORM, ASKED, STOOD, PASTED = "form", "asked", "stood", "pasted"
"""The fields of a draft: the form, the question with its answers, what became of each day of the source, and the text
that was pasted, as it was read."""
_CHECK_DATES, _PASTE_DATES = "check_dates", "paste_dates"
"""What the pages are called on which dates are checked, and pasted."""
TEXT = "text"
"""The field of the page where a text is pasted."""


@dataclass(frozen=True, slots=True)
class Stood:
    """What stands in the source and is not asked about: a day that was used, one that was left out for a reason, a
    training day that takes no school day away ("listed"), or a line without a day ("no_day")."""

    line: str
    reason: str
    fate: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The one question that the source leaves open. `chosen` counts the answers from 0; None before it is answered."""

    sentence: str
    answers: tuple[str, ...]
    chosen: int | None


@dataclass(frozen=True, slots=True)
class Begun:
    """What is kept of a form. While a question is not answered there is no form."""

    form: DatesForm | None
    stood: tuple[Stood, ...] = ()
    asked: Asked | None = None


def begun(session: Session, place: DraftKey) -> Begun | None:
    """The form as it was left, or None where none was begun."""
    kept = drafts.of_place(session, place)
    if FORM not in kept and ASKED not in kept:
        return None
    asked = _now_asked(json.loads(kept[ASKED])) if ASKED in kept else None
    return Begun(
        form=form_from(json.loads(kept[FORM])) if FORM in kept else None,
        stood=tuple(Stood(**each) for each in json.loads(kept.get(STOOD, "[]"))),
        asked=Asked(asked["sentence"], tuple(each["words"] for each in asked["answers"]), asked["chosen"])
        if asked
        else None,
    )


def place_of(school_id: int, year: int) -> DraftKey:
    """What the form of a school is kept under: the key of the page it is on."""
    return DraftKey(f"{_begins(school_id)}{year}", "school", school_id)


def _begins(school_id: int) -> str:
    return f"{_CHECK_DATES} {school_id} "


def place_of_paste(school_id: int) -> DraftKey:
    """What a pasted text is kept under: the key of the page it is on."""
    return DraftKey(f"{_PASTE_DATES} {school_id}", "school", school_id)


@answered_once
def half_checked(session: Session, school_id: int) -> int | None:
    """The form of a school that was begun and is not used yet: its year as its place has it; None where there is none.

    One that was read from somewhere (0) comes before those typed by hand, of which the latest year leads.
    """
    begins = _begins(school_id)
    places = set(session.scalars(select(Draft.place).where(Draft.place.startswith(begins, autoescape=True))))
    years = {int(year) for each in places if (year := each.removeprefix(begins)).isdecimal()}
    changed = {year for year in years if year and _is_changed(session, school_id, year)}
    return 0 if 0 in years else max(changed, default=None)


def _is_changed(session: Session, school_id: int, year: int) -> bool:
    there = begun(session, place_of(school_id, year))
    return there is not None and there.form != form_of_stored(session, school_id, year)


def begin(
    session: Session, place: DraftKey, read: ReadDates, source: str, today: date, pasted: str = ""
) -> None:
    """Keep what was read as a form to be looked at, in place of one that was begun before; `pasted` is its text.

    What it says nothing of is there as it counts now.
    """
    school_id = place.about_id or None

    def form_of(told: ReadDates) -> DatesForm:
        return with_kept(session, school_id, form_of_read(told, source, today))

    drafts.forget(session, place)
    session.flush()
    drafts.keep(session, place, PASTED, pasted)
    if read.question is None:
        _keep(session, place, STOOD, [asdict(each) for each in _stood(read)])
        keep_form(session, place, form_of(read))
        return
    _keep(session, place, ASKED, _to_ask(read.question, (), form_of))


def _to_ask(
    question: ReadQuestion, before: Sequence[ReadQuestion], form_of: Callable[[ReadDates], DatesForm]
) -> Any:
    """A question with what comes of each answer: a form, or the next question."""
    answered = (*before, question)
    answers = []
    for each in question.answers:
        told: dict[str, Any] = {"words": each.words}
        if each.read.question is not None:
            told["asked"] = _to_ask(each.read.question, answered, form_of)
        else:
            form, stood = form_of(each.read), _stood(each.read)
            for one in answered:
                form, more = _without_what_was_answered(form, one)
                stood += more
            told |= {"form": asdict(form), "stood": [asdict(one) for one in stood]}
        answers.append(told)
    return {"sentence": question.sentence, "answers": answers, "chosen": None}


def _now_asked(asked: Any) -> Any:
    """The question that is to be answered now; the last one, where every one is answered."""
    while asked["chosen"] is not None and (following := asked["answers"][asked["chosen"]].get("asked")):
        asked = following
    return asked


def answer(session: Session, place: DraftKey, chosen: int) -> None:
    """Answer the question: from now on the form is what was read with this answer, or the next question is there."""
    kept = drafts.of_place(session, place)
    asked = json.loads(kept[ASKED])
    now = _now_asked(asked)
    now["chosen"] = chosen
    told = now["answers"][chosen]
    if "asked" in told:
        told["asked"]["chosen"] = None
        drafts.forget(session, place)
        session.flush()
        drafts.keep(session, place, PASTED, kept.get(PASTED, ""))
    _keep(session, place, ASKED, asked)
    if "asked" not in told:
        _keep(session, place, FORM, told["form"])
        _keep(session, place, STOOD, told["stood"])


def comes_of(session: Session, place: DraftKey, chosen: int) -> DatesForm | None:
    """The form that an answer to the question would give; None where it leaves another question open."""
    asked = _now_asked(json.loads(drafts.of_place(session, place)[ASKED]))
    told = asked["answers"][chosen]
    return None if "asked" in told else form_from(told["form"])


def keep_form(session: Session, place: DraftKey, form: DatesForm) -> None:
    """Keep the form as it is now."""
    _keep(session, place, FORM, asdict(form))


def put_back_draft(session: Session, place: DraftKey, kept: Mapping[str, str]) -> None:
    """Exactly what was kept before, and nothing else."""
    drafts.forget(session, place)
    session.flush()
    for field, text in kept.items():
        drafts.keep(session, place, field, text)


def use(session: Session, school_id: int, form: DatesForm, place: DraftKey) -> None:
    """Use the dates of the form, and let go of it and of the text it was read from: the next one is pasted alone."""
    pasted, paste = drafts.of_place(session, place).get(PASTED), place_of_paste(school_id)
    use_dates(session, school_id, years_to_use(form), form.source, place)
    open_doubts.keep_of(session, school_id, form)
    if pasted and drafts.of_place(session, paste).get(TEXT) == pasted:
        drafts.keep(session, paste, TEXT, "")


def take_back_use(
    session: Session, school_id: int, before: SchoolDatesView, place: DraftKey, kept: Mapping[str, str]
) -> None:
    """The school's dates and the form, exactly as they were before the form was used."""
    put_back(session, school_id, before)
    put_back_draft(session, place, kept)
    paste = place_of_paste(school_id)
    if PASTED in kept and not drafts.of_place(session, paste).get(TEXT):
        drafts.keep(session, paste, TEXT, kept[PASTED])


def form_from(told: Any) -> DatesForm:
    """The form that was kept."""
    return DatesForm(
        **{
            **told,
            "years": tuple(_year_from(each) for each in told["years"]),
            "lines": tuple(_line_from(each) for each in told["lines"]),
            "said": tuple(
                ReaderSaid(
                    each["sentence"], _days(each["days"]), _days(each["held"]), each.get("lacks_edge", False)
                )
                for each in told["said"]
            ),
            "quiet": tuple(told["quiet"]),
        }
    )


def _year_from(told: Any) -> YearForm:
    return YearForm(
        **{
            **told,
            "stretches": tuple(
                Stretch(**{**each, "moved": tuple(each["moved"])}) for each in told["stretches"]
            ),
            "days_off": tuple(DayOff(**each) for each in told["days_off"]),
            "said": InsetDays(told["said"]) if told["said"] else None,
            "kept": tuple(told.get("kept", ())),
        }
    )


def _line_from(told: Any) -> AskedLine:
    return AskedLine(
        **{
            **told,
            "days": _days(told["days"]),
            "what": WhatDay(told["what"]) if told["what"] else None,
            "put": tuple(Put(**each) for each in told["put"]),
        }
    )


def _without_what_was_answered(form: DatesForm, question: ReadQuestion) -> tuple[DatesForm, list[Stood]]:
    """The form without lines about days of another answer alone: choosing this one has said that they are none."""
    used: list[set[date]] = [
        {*chain.from_iterable(each.read.periods), *each.read.inset_days, *each.read.closed_days}
        for each in question.answers
    ]
    decided = set().union(*used) - used[0].intersection(*used)
    years = [each.year for each in form.years]
    gone = [each for each in form.lines if (days := days_as_read(each, years)) and days <= decided]
    days = {day for each in gone for day in days_as_read(each, years)}
    said = tuple(each for each in form.said if not each.days or each.held or not days.issuperset(each.days))
    why = _("Your answer to the question left it out.")
    return (
        replace(form, lines=tuple(each for each in form.lines if each not in gone), said=said),
        [Stood(each.line, why, "left_out") for each in gone],
    )


def _stood(read: ReadDates) -> list[Stood]:
    told = {each.line for each in read.account}
    return [
        *(
            Stood(each.line, each.reason, _fate(each, read))
            for each in read.account
            if each.fate != "handed_back"
        ),
        *(Stood(line, "", "no_day") for line in read.not_understood if line not in told),
    ]


def _fate(day: ReadDay, read: ReadDates) -> str:
    """A training day that moves nothing is in its box all the same: it was not left out."""
    is_listed = bool(day.days) and set(read.inset_days).issuperset(day.days)
    return "listed" if day.fate == "left_out" and is_listed else day.fate


def _days(told: list[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in told)


def _keep(session: Session, place: DraftKey, field: str, what: Any) -> None:
    drafts.keep(session, place, field, json.dumps(what, default=date.isoformat, ensure_ascii=False))
