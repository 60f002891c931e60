"""The copy beside what the carer wrote: what differs, what one has alone, what is the same; nothing by itself."""

from datetime import date

import pytest

from carer_app.choices import Owner
from carer_app.jobs.copy_against_record import most_alike
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, comparing_copy, following_up, household, recording_the_meeting
from carer_app.use_cases.comparing_copy import ComparedRow, CopyAction
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read

HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    """Held on 9 March: a reading group (Mr Fox, 20 March), swimming (me, 9 March), the copy (Ms Ali, no day)."""
    meeting: int = builders.ordinary_household(vault)["over"]
    return meeting


def rows(vault: Vault, meeting: int, *found: CopyAction) -> dict[str, list[ComparedRow]]:
    known = read(vault, comparing_copy.to_compare, meeting, TODAY)
    compared = read(vault, comparing_copy.compared, meeting, found, most_alike(known.own, found), TODAY)
    by_kind: dict[str, list[ComparedRow]] = {}
    for row in compared:
        by_kind.setdefault(row.how, []).append(row)
    return by_kind


SAME = (
    CopyAction("Start a reading group with two others", "Mr Fox", "20/03/2026", 2),
    CopyAction("Carer will ask about a place at swimming", "Foster carer", "9 March 2026", 2),
    CopyAction("Send the PEP copy", "Social worker", "", 3),
)


def test_the_same_in_other_words_is_the_same(vault: Vault, meeting: int) -> None:
    assert [row.how for group in rows(vault, meeting, *SAME).values() for row in group] == ["same"] * 3


def test_another_day_and_another_person_are_said_with_both(vault: Vault, meeting: int) -> None:
    found = (
        CopyAction("Start a reading group", "Mrs Hill", "27 March 2026", 1),
        CopyAction("Ask about a place at swimming", "Social worker", "", 1),
        CopyAction("Send the PEP copy", "Ms Ali", "1 May 2026", 1),
    )
    first, swimming, copy = rows(vault, meeting, *found)["differs"]
    assert first.differs == (
        "The copy says by Friday 27 March 2026. You wrote Friday 20 March 2026.",
        "The copy says: Mrs Hill. You wrote: Mr Fox.",
    )
    assert first.day == date(2026, 3, 27)
    assert swimming.differs[0].startswith("The copy says: Social worker.")
    assert copy.differs == ("The copy says by Friday 1 May 2026. You wrote no day.",)


@pytest.mark.parametrize("when", ["End of April", "Ongoing", "by Easter", "next term", "", "1 January 1999"])
def test_words_that_are_no_day_after_the_meeting_claim_no_difference(
    vault: Vault, meeting: int, when: str
) -> None:
    found = CopyAction("Start a reading group", "Mr Fox", when, 1)
    assert "differs" not in rows(vault, meeting, found)


def test_what_is_missing_on_either_side_is_said_and_asked_for_without_the_name(
    vault: Vault, meeting: int
) -> None:
    do(vault, household.set_own_name, "Sam")
    child = read(vault, following_up.actions_of_meeting, meeting, TODAY)[0].child_id
    do(vault, children.rename, child, "Jordan")
    extra = CopyAction("Meet the new tutor", "DT", "End of April", 4)
    found = rows(vault, meeting, *SAME[:2], extra)
    (only_mine,) = found["only_mine"]
    assert only_mine.words == (
        "Hello, I have the copy of J.’s PEP of Monday 9 March 2026. This was agreed and I cannot find it there: "
        "Send the PEP copy. Could it be added, please?\n\nSam"
    )
    (only_copy,) = found["only_copy"]
    assert only_copy.copy == extra


def test_what_only_the_copy_has_is_added_and_taken_back(vault: Vault, meeting: int) -> None:
    extra = CopyAction("Meet the new tutor", "Designated teacher", "End of April", 4)
    do(vault, comparing_copy.add_from_copy, meeting, extra, TODAY)
    added = read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1]
    assert (added.what, added.owner, added.due_on) == (
        "Meet the new tutor (End of April)",
        Owner.SCHOOL,
        None,
    )
    do(vault, comparing_copy.take_back_from_copy, meeting, extra, TODAY)
    assert len(read(vault, comparing_copy.to_compare, meeting, TODAY).own) == 3
    named = CopyAction("Fix the laptop", "Mr Brown", "1 May 2026", 4)
    do(vault, comparing_copy.add_from_copy, meeting, named, TODAY)
    added = read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1]
    assert (added.owner, added.name, added.due_on) == (Owner.SOMEONE_ELSE, "Mr Brown", date(2026, 5, 1))


def test_each_of_both_sides_stands_once(vault: Vault, meeting: int) -> None:
    found = (*SAME, *SAME[:1])
    everything = [row for group in rows(vault, meeting, *found).values() for row in group]
    assert len({row.id for row in everything}) == len(everything) == 4


def test_without_a_copy_there_is_nothing_to_open(vault: Vault, meeting: int) -> None:
    known = read(vault, comparing_copy.to_compare, meeting, TODAY)
    assert (known.paper, known.document_id, len(known.own)) == (None, 0, 3)


def test_no_other_child_of_the_household_is_named_in_words_that_ask(vault: Vault, meeting: int) -> None:
    new = NewAction("Jordan goes to the club with Mia", Owner.SCHOOL, "", None)
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    (asked,) = [row.words for row in rows(vault, meeting, *SAME)["only_mine"]]
    assert "J. goes to the club with M." in asked
    assert "Mia" not in asked
