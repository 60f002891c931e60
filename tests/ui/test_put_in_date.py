"""A day for the next meeting is put in: there is a meeting once it is saved, and none for having looked."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import children, next_pep, planning, recording_the_meeting
from tests import builders
from tests.builders import TODAY
from tests.ui.children_pages import facts, journey
from tests.ui.preparing_pages import sentences, type_day
from ui.base.house import House
from ui.base.places import ChildRecord, GetReady, HeldBefore, Home, PreparePart, PutInDate
from ui.children.child_record import ChildRecordPage
from ui.home.home import HomePage
from ui.meetings.put_in_date import PutInDatePage

Show = Callable[[Any], Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault, last_pep_on=date(2025, 9, 12))


def test_a_day_is_saved_and_the_time_and_place_come_next(house: House, show: Show, mia: int) -> None:
    page = show(PutInDatePage(house, PutInDate(mia)))
    went = journey(page)
    assert page.accessibleName() == "When is Mia’s next PEP meeting?"
    page.save.click()
    assert page.field.error() == "Type the day of the meeting."
    type_day(page.day.line, "9 March 2026")
    assert page.field.error() == (
        "That day has been. If the PEP was held then, use the link below. Else type the day that comes next."
    )
    assert facts(house, mia).meetings == ()
    type_day(page.day.line, "18 March 2026")
    (meeting,) = facts(house, mia).meetings
    assert (meeting.on_day, meeting.place) == (date(2026, 3, 18), "Riverside Primary")
    assert [type(place) for place in went] == [PreparePart]
    assert page.drafts() == {}


def test_a_day_that_has_been_leads_to_where_a_pep_that_was_held_is_put_in(
    house: House, show: Show, mia: int
) -> None:
    """“Put in the date” led a carer who knew only the last one into a refusal without a way on."""
    page = show(PutInDatePage(house, PutInDate(mia)))
    went = journey(page)
    page.held.click()
    assert went == [HeldBefore(mia)]


def test_the_day_that_was_agreed_is_offered_first(house: House, show: Show, vault: Vault, mia: int) -> None:
    held = builders.add_meeting(vault, mia, date(2026, 3, 2))
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, held, date(2026, 3, 2), TODAY)
        recording_the_meeting.set_next_pep(session, held, date(2026, 6, 8))
    page = show(PutInDatePage(house, PutInDate(mia)))
    assert page.known.words() == "Yes, it is on Monday 8 June 2026"
    page.known.click()
    assert facts(house, mia).meetings[0].on_day == date(2026, 6, 8)


def test_a_meeting_of_which_nobody_said_if_it_was_held_is_not_moved(vault: Vault, mia: int) -> None:
    gone = builders.add_meeting(vault, mia, date(2026, 3, 5), uid="gone")
    with vault.work() as session:
        new = planning.put_in_a_meeting(session, mia, "new", date(2026, 5, 5), TODAY)
    assert new != gone
    with vault.reading() as session:
        assert planning.meeting_facts(session, gone).on_day == date(2026, 3, 5)


def test_looking_from_home_leaves_no_meeting_behind(house: House, show: Show, vault: Vault, mia: int) -> None:
    """What was found: only opening "Put in the date" left a "Meeting with no date yet"."""
    saves = vault.saves
    home = show(HomePage(house, Home()))
    went = journey(home)
    home.cards[mia].main.click()
    assert went == [PutInDate(mia)]
    show(PutInDatePage(house, PutInDate(mia)))
    assert (vault.saves, facts(house, mia).meetings) == (saves, ())


def test_getting_ready_that_was_only_looked_at_is_not_spoken_of(
    house: House, show: Show, vault: Vault, mia: int
) -> None:
    page = show(ChildRecordPage(house, ChildRecord(mia)))
    before = house.records.read(next_pep.next_pep_of, mia, TODAY)
    went = journey(page)
    page.next_pep.ready.click()
    (place,) = went
    assert isinstance(place, GetReady)
    again = show(ChildRecordPage(house, ChildRecord(mia)))
    assert "Meeting with no date yet" not in sentences(again)
    assert again.meetings.rows.ids() == []
    after = house.records.read(next_pep.next_pep_of, mia, TODAY)
    assert (after.leads, after.day, after.words) == (before.leads, before.day, before.words)
    with vault.work() as session:
        planning.set_place(session, place.meeting_id, "The library")
    assert house.records.read(children.child_facts, mia, TODAY).meetings[0].is_untouched is False
