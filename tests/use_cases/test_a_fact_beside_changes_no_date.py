"""How sure a date is comes from what it is counted from: who works with the child, and the like, changes nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, household
from carer_app.use_cases.childs_year import childs_year
from carer_app.use_cases.next_pep import next_pep_of
from carer_app.use_cases.pep_dates import other_dates
from tests import builders
from tests.builders import TODAY, do, read

CHILDREN: dict[str, dict[str, Any]] = {
    "a bound": {"council": "", "last_pep_on": date(2026, 1, 12)},
    "a day that may be sooner": {
        "council": "Leeds", "last_pep_on": date(2026, 1, 12), "started": date(2026, 3, 2)
    },
    "a day": {"council": "", "came_into_care_on": date(2026, 3, 2), "last_review_on": date(2026, 3, 5)},
    "no day": {"school": "", "birthday": date(2016, 5, 2)},
    "no school": {"school": "", "council": "Leeds", "came_into_care_on": date(2026, 3, 2)},
}  # fmt: skip
BESIDE = {
    "social worker": (children.set_person, Role.SOCIAL_WORKER, "Ms Ali"),
    "their number": (children.set_phone, Role.SOCIAL_WORKER, "020 7946 0000"),
    "designated teacher": (children.set_person, Role.DESIGNATED_TEACHER, "Mr Fox"),
    "reviewing officer": (children.set_person, Role.REVIEWING_OFFICER, "Mrs Lee"),
    "class": (children.set_class, "4B"),
}


def what_is_said(vault: Vault, child: int) -> tuple[object, ...]:
    """All dates of a child with how sure they are; who sets the day of the meeting is named by name."""
    known = read(vault, next_pep_of, child, TODAY)
    due = replace(known.due, who_sets="", school_id=None)
    return (
        replace(known, due=due),
        read(vault, other_dates, child, TODAY),
        read(vault, childs_year, child, TODAY),
    )


@pytest.mark.parametrize("kind", CHILDREN)
def test_no_fact_beside_a_date_makes_it_surer_or_less_sure(vault: Vault, kind: str) -> None:
    builders.told_school_days(vault)
    child = builders.add_child(vault, **CHILDREN[kind])
    before = what_is_said(vault, child)
    do(vault, household.set_own_name, "Jo")
    for what, (use_case, *args) in BESIDE.items():
        do(vault, use_case, child, *args)
        assert what_is_said(vault, child) == before, what
