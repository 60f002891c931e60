"""Documents: a carer sees at a glance which PEP copies are here and which are missing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import WhereIsTheCopy
from carer_app.storage.vault import Vault
from carer_app.use_cases import pep_copies, recording_the_meeting
from tests import builders
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import Children, Documents, HeldBefore, PepCopyPlace, ReadDocument
from ui.documents.documents import DocumentsPage
from ui.widgets.buttons import RowButton

Show = Callable[..., Any]


@pytest.fixture
def held(vault: Vault) -> dict[str, int]:
    """Mia's meeting was yesterday; Jordan had one in September and one yesterday."""
    mia, jordan = builders.add_child(vault, "Mia"), builders.add_child(vault, "Jordan")
    meetings = {}
    for name, child, day in (
        ("old", jordan, date(2025, 9, 12)),
        ("jordan", jordan, date(2026, 3, 9)),
        ("mia", mia, date(2026, 3, 9)),
    ):
        meetings[name] = builders.add_meeting(vault, child, day, uid=f"uid-{name}")
        builders.hold(vault, meetings[name], day)
    return meetings


def rows(page: Any) -> list[RowButton]:
    return [row for row in page.findChildren(RowButton) if row.isVisible()]


def said(page: Any) -> dict[str, str]:
    return {row.accessibleName(): row.detail() for row in rows(page)}


def test_with_no_meeting_held_there_is_one_sentence_and_a_way_to_add_one_that_was(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, "Mia")
    builders.add_meeting(vault, mia)
    page = show(DocumentsPage(house, Documents()))
    went: list[object] = []
    page.go.connect(went.append)
    assert not page.empty.isVisible()
    assert rows(page) == []
    assert "No PEP copies yet. They show here after a meeting." in sentences(page)
    page.first_field().click()
    assert went == [HeldBefore(mia)]


def test_without_a_child_documents_leads_to_the_children(house: House, show: Show) -> None:
    page = show(DocumentsPage(house, Documents()))
    went: list[object] = []
    page.go.connect(went.append)
    assert page.empty.isVisible()
    assert rows(page) == []
    page.first_field().click()
    assert went == [Children()]


def test_a_missing_copy_is_a_row_that_says_when_it_should_come(
    house: House, show: Show, held: dict[str, int]
) -> None:
    page = show(DocumentsPage(house, Documents()))
    assert said(page)["PEP of 9 March 2026, Not here yet: Mia"] == (
        "It should come by 23 March 2026 · Ask for it"
    )
    assert said(page)["PEP of 12 September 2025, Not here yet: Jordan"] == (
        "It should have come by 26 September 2025 · Ask for it"
    )
    assert len(set(said(page))) == len(rows(page)) == 3


def test_tab_leads_from_the_heading_to_the_first_copy_and_down_the_rows(
    house: House, show: Show, held: dict[str, int]
) -> None:
    page = show(DocumentsPage(house, Documents()))
    page.focus_first()
    names = []
    for _each in range(len(rows(page)) + 2 * len(page.by_child)):
        page.focusNextChild()
        names.append(page.focusWidget().accessibleName())
    copies = [name for name in names if name.startswith("PEP of")]
    assert sorted(copies) == sorted(row.accessibleName() for row in rows(page))
    assert names[0] in copies
    jordans = [name for name in names if name.endswith("Jordan")]
    assert jordans[-3:] == [
        "PEP of 12 September 2025, Not here yet: Jordan",
        "Add an earlier PEP: Jordan",
        "Add another paper: Jordan",
    ]


def test_a_late_copy_is_never_red_for_it_is_not_the_carers_to_send(
    house: House, show: Show, held: dict[str, int]
) -> None:
    page = show(DocumentsPage(house, Documents()))
    kinds = {row.words(): row.tag().kind for row in rows(page)}
    assert kinds == {"PEP of 9 March 2026": "info", "PEP of 12 September 2025": "warn"}


def test_a_missing_copy_leads_to_where_one_can_say_where_it_is(
    house: House, show: Show, held: dict[str, int]
) -> None:
    page = show(DocumentsPage(house, Documents()))
    went: list[object] = []
    page.go.connect(went.append)
    next(row for row in rows(page) if row.accessibleName().endswith("Mia")).click()
    assert went == [PepCopyPlace(held["mia"])]


def test_a_stored_copy_opens_to_be_read(house: House, show: Show, vault: Vault, held: dict[str, int]) -> None:
    document = builders.file_a_copy(vault, held["mia"])
    page = show(DocumentsPage(house, Documents()))
    went: list[object] = []
    page.go.connect(went.append)
    row = next(row for row in rows(page) if row.accessibleName().endswith("Mia"))
    assert row.accessibleName() == "PEP of 9 March 2026, Stored here, locked: Mia"
    row.click()
    assert went == [ReadDocument(document)]


def test_a_copy_on_paper_says_where_it_is(
    house: House, show: Show, vault: Vault, held: dict[str, int]
) -> None:
    vault.run(pep_copies.say_where_the_copy_is, held["mia"], WhereIsTheCopy.LOCK_BOX, builders.TODAY)
    page = show(DocumentsPage(house, Documents()))
    assert "PEP of 9 March 2026, On paper, in my lock box: Mia" in said(page)


def test_rows_change_in_place_and_the_keyboard_stays(house: House, show: Show, held: dict[str, int]) -> None:
    page = show(DocumentsPage(house, Documents()))
    row = next(row for row in rows(page) if row.accessibleName().endswith("Mia"))
    row.setFocus()
    house.records.change(pep_copies.say_where_the_copy_is, held["mia"], WhereIsTheCopy.FILE, builders.TODAY)
    assert page.focusWidget() is row
    assert "On paper, in my file" in row.accessibleName()


def test_a_meeting_that_was_not_held_after_all_takes_its_row_along(
    house: House, show: Show, held: dict[str, int]
) -> None:
    page = show(DocumentsPage(house, Documents()))
    house.records.change(recording_the_meeting.meeting_was_not_held, held["mia"])
    assert [row.accessibleName()[-6:] for row in rows(page)] == ["Jordan", "Jordan"]
