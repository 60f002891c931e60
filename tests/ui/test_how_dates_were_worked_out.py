"""The page that says how a date was worked out: every doubt that a card speaks of, and no fact that came to nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.next_pep import next_pep_of
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.preparing_pages import all_sentences
from ui.base.house import House
from ui.base.places import ChildRecord, DatesOf
from ui.children.child_record import ChildRecordPage
from ui.children.dates_of import DatesOfPage

Show = Callable[[Any], Any]
CARE = date(2024, 1, 8)


def a_child_with_each_doubt(vault: Vault) -> dict[str, int]:
    """Children whose dates are uncertain in ways that come about in different places."""
    add = builders.add_child
    passed_over = add(vault, "Ada", came_into_care_on=CARE, last_pep_on=date(2026, 3, 4))
    do(
        vault,
        children.set_date,
        passed_over,
        ChildDate.SOCIAL_WORKER_SAYS,
        date(2026, 3, 25),
        date(2026, 2, 1),
    )
    moved = add(vault, "Bo", council="Kent", came_into_care_on=CARE, last_pep_on=date(2025, 9, 10))
    do(vault, children.set_date, moved, ChildDate.SOCIAL_WORKER_SAYS, date(2026, 7, 1), date(2025, 12, 1))
    do(vault, children.set_moves, moved, [date(2026, 2, 2)])
    late = add(vault, "Cy", came_into_care_on=date(2026, 1, 5), council="")
    builders.told_school_days(vault)
    no_place = add(vault, "Di", council="Leeds", came_into_care_on=date(2026, 3, 2), school="")
    do(vault, children.set_school_place, no_place, False)
    rough = add(vault, "Ed", started=date(2026, 2, 23), council="")
    meeting = add(vault, "Flo", council="", came_into_care_on=date(2026, 1, 5))
    builders.add_meeting(vault, meeting)
    return {"passed over": passed_over, "moved": moved, "late": late, "no place": no_place, "rough": rough,
            "meeting": meeting}  # fmt: skip


def how_it_was_worked_out(house: House, show: Show, child: int) -> str:
    page = show(DatesOfPage(house, DatesOf(child)))
    settle()
    return all_sentences(page)


def test_the_page_says_each_doubt_that_the_card_speaks_of(house: House, show: Show, vault: Vault) -> None:
    for what, child in a_child_with_each_doubt(vault).items():
        known = read(vault, next_pep_of, child, TODAY)
        assert known.due.uncertain, what
        card = show(ChildRecordPage(house, ChildRecord(child))).next_pep
        # Where its one sentence has the doubt about the due day, it is not said again beneath.
        assert "certain" in f"{card.why.words()} {card.doubts.words()}", what
        assert ("about this date" in card.doubts.words()) != known.is_a_meeting, what
        said = how_it_was_worked_out(house, show, child)
        for doubt in known.due.uncertain:
            assert doubt in said, (what, doubt)


def test_a_move_of_which_nothing_came_is_not_among_what_was_counted_from(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(vault, came_into_care_on=date(2026, 2, 16), started=date(2024, 9, 3))
    do(vault, children.set_moves, child, [date(2026, 2, 20), date(2026, 3, 2)])
    said = how_it_was_worked_out(house, show, child)
    assert "Came into care: Monday 16 February 2026" in said
    assert "another home" not in said
    assert "Started at this school" not in said
