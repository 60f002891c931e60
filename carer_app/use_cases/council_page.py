"""The page of a council: its rules in words, what was changed in each, and what stands beside it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.domain.authority_rules import AuthorityRules, Rhythm
from carer_app.domain.child import Child
from carer_app.domain.deadlines import england_first_where_old
from carer_app.domain.left_out import in_a_row, say_days
from carer_app.domain.rule_changes import (
    ENDS,
    PARTS,
    RHYTHMS,
    STARTS,
    ChangedNumber,
    changed,
    fields_of,
    part_of,
    same_part,
)
from carer_app.rules import shipped
from carer_app.typed_dates import say_short
from carer_app.use_cases import rule_texts
from carer_app.use_cases.council_rules import changes_in
from carer_app.use_cases.lookup import find
from carer_app.use_cases.rule_words import how_often, label_of, sentence
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One thing a rule says, or could say: where it does not, `is_said` is False. `number` is it, as it can be typed.

    Of a rhythm, the start and the end `way` is its kind, one of `ways`; `number` are its months, days or number.
    `text` is the whole as it is given to `change_number`, and `page_text` what stood there before.

    `page_says` is what stood there before, where the carer has changed it on `changed_on`; empty where it was not said.
    `whose` names whose number it is where it is not the page's own. `also` are sentences about what else counts.
    """

    part: str
    words: str
    is_said: bool
    label: str
    number: str
    whose: str
    page_says: str
    changed_on: date | None
    text: str = ""
    page_text: str = ""
    way: str = ""
    ways: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSetView:
    """One rule set of a council in words. `people` say who arranges it, who writes it up, and whom carers may ring.

    `open_lines` are what it does not say and the carer can add. `standing` says where it is old or has ended.
    """

    key: str
    name: str
    source: str
    checked_on: date
    lines: tuple[RuleLine, ...]
    open_lines: tuple[RuleLine, ...]
    people: tuple[str, ...]
    note: str
    standing: str


@dataclass(frozen=True, slots=True)
class CouncilView:
    """The council responsible for one child, and its rule sets, those that count first.

    `own_rules` is False where England's stand in. `gone` says that the council is no more, and `succeeded_by` which
    ones took over.
    """

    child: str
    council: str
    own_rules: bool
    rule_sets: tuple[RuleSetView, ...]
    gone: str
    succeeded_by: tuple[str, ...]


def council_view(session: Session, child_id: int, today: date) -> CouncilView:
    """The rules for one child, in words, with what was changed."""
    child = find(session, Child, child_id)
    own = shipped.rules_of(child.council)
    successors = own[0].succeeded_by
    return CouncilView(
        child=child.name,
        council=child.council,
        own_rules=own[0].key != shipped.USUAL,
        rule_sets=tuple(
            _view(rules, changes_in(session, child.council, rules.key), today)
            for rules in england_first_where_old(own, today)
        ),
        gone=_gone(own[0]) if successors else "",
        succeeded_by=successors,
    )


def _gone(rules: AuthorityRules) -> str:
    assert rules.valid_until is not None
    return _(
        "{council} ended on {day}. {successors} took over. Which one is it for this child? The social worker knows. "
        "Until then, it is what most councils in England ask for."
    ).format(
        council=rules.council,
        day=say_short(rules.valid_until, with_year=True),
        successors=in_a_row(rules.succeeded_by),
    )


def _view(page: AuthorityRules, changes: list[ChangedNumber], today: date) -> RuleSetView:
    now = changed(page, changes)
    lines = [_line(page, now, part, sentence(now, part), changes) for part in PARTS]
    own = _("What you set yourself, and for the rest: {rule}").format(rule=page.name)
    name = own if any(line.changed_on for line in lines) else page.name
    return RuleSetView(
        key=page.key,
        name=name,
        source=page.source,
        checked_on=page.checked_on,
        lines=tuple(line for line in lines if line.is_said),
        open_lines=tuple(line for line in lines if not line.is_said),
        people=_people(page),
        note=page.note,
        standing=_standing(page, today),
    )


def _standing(page: AuthorityRules, today: date) -> str:
    """Why a rule set stands beneath, or what of it has ended; empty where it holds as it is."""
    if page.valid_until is not None and today > page.valid_until:
        words = _("This ended on {day}. It is only here to look at. It does not count any more.")
        return words.format(day=say_short(page.valid_until, with_year=True))
    if page.is_old(today):
        return _("This is an older page. Its dates never come first.")
    if page.rhythm.ends is not None and today > page.rhythm.ends and page.rhythm.then is not None:
        words = _("Its list of last dates ended on {day}. From then on it is {how}, until you type new ones.")
        return words.format(day=say_short(page.rhythm.ends, with_year=True), how=how_often(page.rhythm.then))
    return ""


def _line(
    page: AuthorityRules, now: AuthorityRules, part: str, words: str, changes: list[ChangedNumber]
) -> RuleLine:
    text, of_page = part_of(now, part), part_of(page, part)
    last = next((each for each in reversed(changes) if same_part(each.part) == part), None)
    differs = text != of_page
    others = page.borrowed.union(page.ours)
    not_its_own = next((name for name in fields_of(part) if name in others and text is not None), "")
    return RuleLine(
        part=part,
        words=words or _("{what}: not said here.").format(what=label_of(part)),
        is_said=bool(words),
        label=label_of(part),
        number=rule_texts.typed(part, text or ""),
        whose=page.whose(not_its_own).name if not_its_own else "",
        page_says=rule_texts.shown(part, of_page or "") if differs else "",
        changed_on=last.changed_on if last and differs else None,
        text=rule_texts.whole(part, text or ""),
        page_text=rule_texts.whole(part, of_page or "") if differs else "",
        way=rule_texts.way_of(part, text or ""),
        ways=_WAYS.get(part, ()),
        also=_also(now, part),
    )


def _also(now: AuthorityRules, part: str) -> tuple[str, ...]:
    """What else stands beside one part: another page's number, or England's rhythm beside a rarer one."""
    name = part.split(".")[0]
    if name in now.own_numbers:
        return ()
    said = [
        _("Another page says {days}: {page}. Both count, and the earlier day comes first.").format(
            days=say_days(other.count.days, other.count.kind), page=other.said.name
        )
        for other in now.also
        if other.part == name
    ]
    rhythm = getattr(now, name, None)
    if isinstance(rhythm, Rhythm) and rhythm.is_rarer_than_each_term and now.england is not None:
        said.append(
            _("England’s guidance asks for {how}. Both count, and the earlier day comes first.").format(
                how=how_often(now.england.rhythm)
            )
        )
    return tuple(said)


_RHYTHM_WAYS = ("months", "at_most_months", "each_term", "first_half_term", "rounds", "last_dates")
_WAYS = dict.fromkeys(RHYTHMS, _RHYTHM_WAYS) | {STARTS: ("age", "term"), ENDS: ("age", "year")}


def _people(rules: AuthorityRules) -> tuple[str, ...]:
    said = []
    if rules.arranged_by:
        said.append(_("Usually the {person} arranges the meeting.").format(person=rules.arranged_by))
    if rules.written_by:
        said.append(_("Usually the {person} writes it up.").format(person=rules.written_by))
    if rules.carers_may_ring:
        said.append(_("You can ring: {people}.").format(people=", ".join(rules.carers_may_ring)))
    return tuple(said)
