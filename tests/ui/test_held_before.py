"""A PEP that was held before: from Children, from Documents and from Home's question, without planning a meeting."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import adding_actions, children, pep_copies
from carer_app.use_cases import for_home as today_cases
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.for_home import Step
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.preparing_pages import sentences, type_day
from ui.base.house import House
from ui.base.places import AddActions, AfterMeeting, ChildRecord, Documents, HeldBefore, PepCopyPlace, Place
from ui.children.child_record import ChildRecordPage
from ui.documents.documents import DocumentsPage
from ui.documents.held_before import HeldBeforePage
from ui.documents.pep_copy import how_it_stands
from ui.home.leads_to import place_of

Show = Callable[..., Any]
BEFORE = date(2025, 9, 12)


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def page(house: House, show: Show, mia: int) -> HeldBeforePage:
    page: HeldBeforePage = show(HeldBeforePage(house, HeldBefore(mia)))
    return page


@pytest.fixture
def went(page: HeldBeforePage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def test_the_childs_page_and_documents_lead_to_it(house: House, show: Show, mia: int) -> None:
    for made in (ChildRecordPage(house, ChildRecord(mia)), DocumentsPage(house, Documents())):
        shown = show(made)
        places: list[Place] = []
        shown.go.connect(places.append)
        card = shown.meetings if isinstance(shown, ChildRecordPage) else shown.by_child[mia]
        card.earlier.click()
        assert places == [HeldBefore(mia)]


def test_homes_question_about_the_copy_leads_to_it(house: House, vault: Vault, mia: int) -> None:
    do(vault, children.set_date, mia, ChildDate.LAST_PEP, BEFORE, TODAY)
    (card,) = read(vault, today_cases.home, TODAY).steps
    found = [each for each in card.also if each.step == Step.ASK_FOR_COPY]
    assert [place_of(each.step, card, each.meeting_id) for each in found] == [HeldBefore(mia)]


def test_its_day_is_enough_and_leads_to_its_copy(
    page: HeldBeforePage, vault: Vault, went: list[Place]
) -> None:
    page.day.line.setText("12 September 2025")
    page.save.click()
    (row,) = read(vault, pep_copies.copies, TODAY)
    assert row.held_on == BEFORE
    assert went == [PepCopyPlace(row.meeting_id)]
    assert page.day.raw() == "", "whoever comes back for another PEP finds an empty box"


def test_a_pep_just_held_whose_day_was_told_is_written_down_from_home(
    page: HeldBeforePage, house: House, vault: Vault, mia: int, went: list[Place]
) -> None:
    """Whoever begins with PEP Companion on the evening after a meeting is led to what was agreed there."""
    yesterday = TODAY - timedelta(days=1)
    house.records.change(children.set_date, mia, ChildDate.LAST_PEP, yesterday, TODAY)
    (card,) = read(vault, today_cases.home, TODAY).steps
    assert card.step == Step.WRITE_DOWN
    assert place_of(card.step, card, card.meeting_id) == HeldBefore(mia)
    page.known.click()
    (row,) = read(vault, pep_copies.copies, TODAY)
    assert went == [AfterMeeting(row.meeting_id)]
    assert how_it_stands(row).startswith("It should come by "), "the day is still to come"
    (card,) = read(vault, today_cases.home, TODAY).steps
    assert (card.step, card.meeting_id) == (Step.WRITE_DOWN, row.meeting_id)


def test_the_day_that_is_known_is_one_press(
    page: HeldBeforePage, house: House, vault: Vault, mia: int, went: list[Place]
) -> None:
    assert not page.known.isVisible()
    house.records.change(children.set_date, mia, ChildDate.LAST_PEP, BEFORE, TODAY)
    assert page.known.text() == "Add the PEP of Friday 12 September 2025"
    page.known.click()
    (row,) = read(vault, pep_copies.copies, TODAY)
    assert went == [PepCopyPlace(row.meeting_id)]
    assert not page.known.isVisible()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the day it was held."),
        ("1 April 2026", "That day has not come yet. Type a day up to today."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_added(
    page: HeldBeforePage, vault: Vault, typed: str, said: str
) -> None:
    page.day.line.setText(typed)
    page.save.click()
    assert said in sentences(page)
    assert read(vault, pep_copies.copies, TODAY) == []


def test_undo_takes_it_out(page: HeldBeforePage, house: House, vault: Vault) -> None:
    undos: list[Any] = []
    house.records.undoable.connect(undos.append)
    page.day.line.setText("12 September 2025")
    page.save.click()
    assert undos[-1].words == "Added: the PEP of Friday 12 September 2025."
    house.records.undo()
    assert read(vault, pep_copies.copies, TODAY) == []


def test_who_comes_to_add_an_action_is_told_why_a_day_is_asked_and_goes_on_to_the_action(
    house: House, show: Show, mia: int
) -> None:
    """Also where the meeting is long past: its copy is not what they came for."""
    page = show(HeldBeforePage(house, HeldBefore(mia, "action")))
    assert "An action belongs to the meeting where it was agreed." in sentences(page)
    places: list[Place] = []
    page.go.connect(places.append)
    type_day(page.day.line, "12 September 2025")
    page.save.click()
    [added] = places
    assert isinstance(added, AddActions)
    assert read(page.records.vault, adding_actions.add_to, mia, TODAY).meeting_id == added.meeting_id
