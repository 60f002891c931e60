"""Which council is responsible for a child, its rules in words, and what the carer has put right or added."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.rule_changes import (
    ChangedNumber,
    RuleChange,
    changed,
    part_of,
    same_part,
    with_part,
)
from carer_app.errors import NotADate, NotAllowed
from carer_app.rules import shipped
from carer_app.typed_dates import say_short
from carer_app.use_cases import drafts, rule_texts
from carer_app.use_cases.answered_once import answered_once
from carer_app.use_cases.drafts import NOWHERE, DraftKey
from carer_app.use_cases.rule_words import label_of
from carer_app.words import _


@answered_once
def rules_for(session: Session, council: str) -> tuple[AuthorityRules, ...]:
    """The rule sets of a council, by name, with the carer's numbers in them; at least one.

    A council that we do not carry, or none, gets what most councils in England ask for.
    """
    rows = _rows(session, council)
    return tuple(_as_set(rows, council, rules) for rules in shipped.rules_of(council))


def _as_set(rows: Sequence[RuleChange], council: str, rules: AuthorityRules) -> AuthorityRules:
    """A rule set with what the carer set in it, and in England's beside it."""
    england = rules.england
    if england is not None:
        rules = replace(rules, england=changed(england, _of_page(rows, council, england.key)))
    return changed(rules, _of_page(rows, council, rules.key))


def carer_there(session: Session, council: str) -> str:
    """What the rules of a council say about the carer being at the meeting, with whose rule it is; may be empty."""
    said = next((rules for rules in rules_for(session, council) if rules.carer_there), None)
    return _("{rule}: {words}").format(rule=said.name, words=said.carer_there) if said is not None else ""


def councils() -> tuple[str, ...]:
    """The councils whose own rules come along, by name."""
    return shipped.councils()


def change_number(
    session: Session,
    council: str,
    rules_key: str,
    part: str,
    text: str,
    today: date,
    draft_place: DraftKey = NOWHERE,
) -> None:
    """Put a number of a rule right, for all children of this council. What was there before is kept with the day.

    Raises NotAllowed for a number that cannot be right. What was half typed at `draft_place` is whole now.
    """
    page = _page(council, rules_key)
    now = changed(page, changes_in(session, council, rules_key))
    text = rule_texts.stored(part, text, today)
    was = part_of(now, part) or ""
    is_now = part_of(with_part(now, part, text), part) or ""
    if is_now != was:
        session.add(
            RuleChange(
                council=council.strip(),
                rules_key=rules_key,
                part=same_part(part),
                was=was,
                now=is_now,
                changed_on=today,
            )
        )
    drafts.forget(session, draft_place)


def what_is_wrong(council: str, rules_key: str, part: str, text: str, today: date) -> str:
    """Why a number cannot be right, in a sentence; empty where it can. Last dates are typed as people write them."""
    try:
        with_part(_page(council, rules_key), part, rule_texts.stored(part, text, today))
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
            what=label_of(row.part),
            was=rule_texts.shown(row.part, row.was) or _("not said"),
            now=rule_texts.shown(row.part, row.now) or _("not said"),
        )
        for row in rows
    ]


def _page(council: str, rules_key: str) -> AuthorityRules:
    return next(
        (rules for rules in shipped.rules_of(council) if rules.key == rules_key), shipped.usual_rules()
    )


def changes_in(session: Session, council: str, rules_key: str) -> list[ChangedNumber]:
    """What the carer changed in a rule set, also under a key that its file had before."""
    return _of_page(_rows(session, council), council, rules_key)


def _rows(session: Session, council: str) -> Sequence[RuleChange]:
    """What the carer changed in any of a council's rule sets, oldest first: few rows, asked for once."""
    query = select(RuleChange).where(RuleChange.council == council.strip())
    return session.scalars(query.order_by(RuleChange.id)).all()


def _of_page(rows: Sequence[RuleChange], council: str, rules_key: str) -> list[ChangedNumber]:
    if not rows:
        return []
    keys = (rules_key, *_page(council, rules_key).replaces)
    return [
        ChangedNumber(row.part, row.was, row.now, row.changed_on) for row in rows if row.rules_key in keys
    ]
