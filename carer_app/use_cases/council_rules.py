"""Which council is responsible for a child, its rules in words, and the numbers the carer has put right."""

import re
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app import shipped
from carer_app.domain.authority_rules import AuthorityRules, DayKind
from carer_app.domain.child import Child
from carer_app.domain.left_out import say_days
from carer_app.domain.rule_changes import (
    LAST_DATES,
    RHYTHM,
    ChangedNumber,
    RuleChange,
    changed,
    part_of,
    rhythm_of,
    with_part,
)
from carer_app.errors import NotADate, NotAllowed
from carer_app.typed_dates import read_day, say_short
from carer_app.use_cases import drafts
from carer_app.use_cases.finding import find
from carer_app.use_cases.rule_words import how_often, number_label, sentence
from carer_app.words import _

PARTS = (
    *("first_pep_start.days", "first_pep.days", RHYTHM, "early_years.months"),
    *(
        "post_16.months",
        "new_school.days",
        "new_home.days",
        "key_stage_years",
        "from_age",
        "until_year",
        "until_age",
    ),
    "copy_within.days",
)
"""Everything a rule can say, in the order it is told."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One thing a rule says. `can_change` where it holds a number; then `number` is it, as it can be typed.

    Of the rhythm `way` is its kind, one of `ways`; `number` are its months or days. `text` is the whole as it is given
    to `change_number`, and `page_text` what stood there before.

    `page_says` is what stood there before, where the carer has changed it on `changed_on`. `whose` names whose number
    it is where it is not the page's own.
    """

    part: str
    words: str
    can_change: bool
    label: str
    number: str
    whose: str
    page_says: str
    changed_on: date | None
    text: str = ""
    page_text: str = ""
    way: str = ""
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSetView:
    """One rule set of a council in words. `people` say who arranges it, who writes it up, and whom carers may ring."""

    key: str
    name: str
    source: str
    checked_on: date
    lines: tuple[RuleLine, ...]
    people: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class CouncilView:
    """The council responsible for one child, and its rule sets. `own_rules` is False where England's stand in."""

    child: str
    council: str
    own_rules: bool
    rule_sets: tuple[RuleSetView, ...]


def rules_for(session: Session, council: str) -> tuple[AuthorityRules, ...]:
    """The rule sets of a council, by name, with the carer's numbers in them; at least one.

    A council that we do not carry, or none, gets what most councils in England ask for.
    """
    return tuple(changed(rules, _changes(session, council, rules.key)) for rules in shipped.rules_of(council))


def carer_there(session: Session, council: str) -> str:
    """What the rules of a council say about the carer being at the meeting, with whose rule it is; may be empty."""
    said = next((rules for rules in rules_for(session, council) if rules.carer_there), None)
    return _("{rule}: {words}").format(rule=said.name, words=said.carer_there) if said is not None else ""


def councils() -> tuple[str, ...]:
    """The councils whose own rules come along, by name."""
    return shipped.councils()


def council_view(session: Session, child_id: int) -> CouncilView:
    """The rules for one child, in words, with what was changed."""
    child = find(session, Child, child_id)
    own = shipped.rules_of(child.council)
    return CouncilView(
        child=child.name,
        council=child.council,
        own_rules=own[0].key != shipped.USUAL,
        rule_sets=tuple(_view(rules, _changes(session, child.council, rules.key)) for rules in own),
    )


def change_number(
    session: Session, council: str, rules_key: str, part: str, text: str, today: date, draft_place: str = ""
) -> None:
    """Put a number of a rule right, for all children of this council. What was there before is kept with the day.

    Raises NotAllowed for a number that cannot be right. What was half typed at `draft_place` is whole now.
    """
    page = _page(council, rules_key)
    now = changed(page, _changes(session, council, rules_key))
    text = _stored(part, text, today)
    was = part_of(now, part) or ""
    is_now = part_of(with_part(now, part, text), part) or ""
    if is_now != was:
        session.add(
            RuleChange(
                council=council.strip(), rules_key=rules_key, part=part, was=was, now=is_now, changed_on=today
            )
        )
    drafts.forget(session, draft_place)


def what_is_wrong(council: str, rules_key: str, part: str, text: str, today: date) -> str:
    """Why a number cannot be right, in a sentence; empty where it can. Last dates are typed as people write them."""
    try:
        with_part(_page(council, rules_key), part, _stored(part, text, today))
    except (NotAllowed, NotADate) as wrong:
        return str(wrong)
    return ""


def history(session: Session, council: str) -> list[str]:
    """What was changed in a council's rules, newest first, each in a sentence."""
    rows = session.scalars(
        select(RuleChange).where(RuleChange.council == council.strip()).order_by(RuleChange.id.desc())
    )
    return [
        _("{day}: {what} was {was}, and is {now}.").format(
            day=say_short(row.changed_on, with_year=True),
            what=number_label(row.part),
            was=_shown(row.part, row.was),
            now=_shown(row.part, row.now),
        )
        for row in rows
    ]


def _page(council: str, rules_key: str) -> AuthorityRules:
    return next(
        (rules for rules in shipped.rules_of(council) if rules.key == rules_key), shipped.usual_rules()
    )


def _stored(part: str, text: str, today: date) -> str:
    """A number, a length of time, a rhythm, or a list of days with commas between them, as it is kept."""
    text = text.strip()
    if part == RHYTHM:
        way, _space, rest = text.partition(" ")
        return f"{way} {_last_dates(rest, today) if way == 'last_dates' else _months(rest)}".strip()
    if part == LAST_DATES:
        return _last_dates(text, today)
    if part.endswith(".days"):
        return _days(text)
    return _months(text) if part.endswith(".months") else text


def _last_dates(text: str, today: date) -> str:
    days = (read_day(each, today) for each in re.split(r"[,;\n]", text) if each.strip())
    return " ".join(day.isoformat() for day in sorted(set(days)))


def _months(text: str) -> str:
    """What people say, "6 months", as 6."""
    return re.sub(r"(?<=\d)\s*months?$", "", text.strip().casefold())


_KINDS = {
    **dict.fromkeys(("school day", "school days"), "school"),
    **dict.fromkeys(("working day", "working days", "weekday", "weekdays"), "working"),
    **dict.fromkeys(("day", "days", "calendar day", "calendar days"), "calendar"),
}


def _days(text: str) -> str:
    """What people say, "20 school days" or "4 weeks", as "20 school" or "28 calendar".

    A number alone keeps the kind of day that the rule counts in.
    """
    found = re.fullmatch(r"(\d{1,4})\s*([a-z ]*)", " ".join(text.casefold().split()))
    if found is None:
        raise NotAllowed(_NO_DAYS)
    number, what = int(found[1]), found[2]
    if what in ("week", "weeks"):
        return f"{number * 7} calendar"
    if what and what not in _KINDS:
        raise NotAllowed(_NO_DAYS)
    return f"{number} {_KINDS.get(what, '')}".strip()


_NO_DAYS = _(
    "Type a number in figures, for example 20, 20 school days, 28 days or 4 weeks. Nothing was changed."
)


def _changes(session: Session, council: str, rules_key: str) -> list[ChangedNumber]:
    """What the carer changed in a rule set, also under a key that its file had before."""
    replaces = _page(council, rules_key).replaces
    rows = session.scalars(
        select(RuleChange)
        .where(RuleChange.council == council.strip(), RuleChange.rules_key.in_((rules_key, *replaces)))
        .order_by(RuleChange.id)
    )
    return [ChangedNumber(row.part, row.was, row.now, row.changed_on) for row in rows]


def _view(page: AuthorityRules, changes: list[ChangedNumber]) -> RuleSetView:
    now = changed(page, changes)
    lines = []
    for part in PARTS:
        words = sentence(now, part)
        if words:
            lines.append(_line(page, now, part, words, changes))
    own = _("Your own numbers, and for the rest: {rule}").format(rule=page.name)
    name = own if any(line.changed_on for line in lines) else page.name
    return RuleSetView(page.key, name, page.source, page.checked_on, tuple(lines), _people(page), page.note)


def _line(
    page: AuthorityRules, now: AuthorityRules, part: str, words: str, changes: list[ChangedNumber]
) -> RuleLine:
    name = part.split(".")[0]
    number, of_page = part_of(now, part), part_of(page, part)
    can_change = part != "key_stage_years" and number is not None
    parts = (part, "rhythm.months", LAST_DATES) if part == RHYTHM else (part,)
    last = next((each for each in reversed(changes) if each.part in parts), None)
    differs = can_change and number != of_page
    return RuleLine(
        part=part,
        words=words,
        can_change=can_change,
        label=number_label(part),
        number=_typed(part, number or ""),
        whose=page.whose(name).name if name in page.borrowed else "",
        page_says=_shown(part, of_page or "") if differs else "",
        changed_on=last.changed_on if last and differs else None,
        text=_text(part, number or ""),
        page_text=_text(part, of_page or "") if differs else "",
        way=now.rhythm.kind if part == RHYTHM else "",
        ways=_ways(page) if part == RHYTHM else (),
    )


def _ways(page: AuthorityRules) -> tuple[str, ...]:
    """How PEPs may follow one another. A council's own last dates are offered where its page has such."""
    ways = ("months", "at_most_months", "each_term", "first_half_term")
    return (*ways, "last_dates") if page.rhythm.kind == "last_dates" else ways


def _typed(part: str, stored: str) -> str:
    """What stands in the box."""
    if part == RHYTHM:
        way, _space, rest = stored.partition(" ")
        return _shown(LAST_DATES, rest) if way == "last_dates" else rest
    return _shown(part, stored)


def _text(part: str, stored: str) -> str:
    """The whole as it is given to `change_number`."""
    return (
        f"{stored.partition(' ')[0]} {_typed(part, stored)}".strip()
        if part == RHYTHM
        else _typed(part, stored)
    )


def _shown(part: str, text: str) -> str:
    """What is kept, in words."""
    if part == RHYTHM and text:
        return how_often(rhythm_of(text))
    number, _space, kind = text.partition(" ")
    if part.endswith(".days") and kind:
        return say_days(int(number), cast(DayKind, kind))
    if part != LAST_DATES:
        return text
    return ", ".join(say_short(date.fromisoformat(day), with_year=True) for day in text.split())


def _people(rules: AuthorityRules) -> tuple[str, ...]:
    said = []
    if rules.arranged_by:
        said.append(_("Usually the {person} arranges the meeting.").format(person=rules.arranged_by))
    if rules.written_by:
        said.append(_("Usually the {person} writes it up.").format(person=rules.written_by))
    if rules.carers_may_ring:
        said.append(_("You can ring: {people}.").format(people=", ".join(rules.carers_may_ring)))
    return tuple(said)
