"""Which council is responsible for a child, and its rules with the numbers the carer has put right."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app import shipped
from carer_app.domain.authority_rules import AuthorityRules
from carer_app.domain.rule_changes import ChangedNumber, RuleChange, changed


def rules_for(session: Session, council: str) -> tuple[AuthorityRules, ...]:
    """The rule sets of a council, by name, with the carer's numbers in them; at least one.

    A council that we do not carry, or none, gets what most councils in England ask for.
    """
    council = council.strip()
    return tuple(changed(rules, _changes(session, council, rules.key)) for rules in shipped.rules_of(council))


def _changes(session: Session, council: str, rules_key: str) -> list[ChangedNumber]:
    rows = session.scalars(
        select(RuleChange)
        .where(RuleChange.council == council, RuleChange.rules_key == rules_key)
        .order_by(RuleChange.id)
    )
    return [ChangedNumber(row.part, row.was, row.now, row.changed_on) for row in rows]
