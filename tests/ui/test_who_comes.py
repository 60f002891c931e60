"""Who is coming to the meeting."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import Coming, Invited, Part, PlainQuestion, Role, TakingPart
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, planning, preparing
from carer_app.use_cases.planning import AttendeeRow
from tests import builders
from tests.ui.preparing_pages import focused, part_page, sentences, write
from ui.base.house import House
from ui.meetings.who_comes import WhoComesPage

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.work() as session:
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
    return builders.add_meeting(vault, child)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> WhoComesPage:
    page: WhoComesPage = show(part_page(house, WhoComesPage, meeting, Part.WHO_COMES))
    page.put_down.click()
    return page


def people(house: House, meeting: int) -> list[AttendeeRow]:
    return house.records.read(planning.attendees, meeting)


def names(house: House, meeting: int) -> list[str]:
    return [row.name for row in people(house, meeting)]


def test_the_people_we_know_are_put_on_the_list_by_a_press_and_not_by_looking(
    house: House, show: Show, meeting: int
) -> None:
    page = show(part_page(house, WhoComesPage, meeting, Part.WHO_COMES))
    assert page.usual_people.words() == "Mia\nFoster carer\nMs Ali (social worker)"
    assert names(house, meeting) == []
    page.put_down.click()
    assert not page.usual.isVisible()
    assert names(house, meeting) == ["Mia", "Foster carer", "Ms Ali"]
    assert len(page.rows.ids()) == 3


def test_a_list_with_somebody_on_it_is_left_alone(house: House, show: Show, meeting: int) -> None:
    house.records.change(planning.add_attendee, meeting, "Miss Kay", Role.TEACHER)
    show(part_page(house, WhoComesPage, meeting, Part.WHO_COMES))
    assert names(house, meeting) == ["Miss Kay"]


def test_family_is_asked_about_before_the_child_is_told(page: WhoComesPage) -> None:
    words = "Will anyone from Mia’s family be there? Ask the social worker before you tell Mia."
    assert words in sentences(page)


@pytest.mark.parametrize("coming", [Coming.YES, Coming.PART, Coming.NO])
def test_whether_somebody_comes_is_kept(
    page: WhoComesPage, house: House, meeting: int, coming: Coming
) -> None:
    last = page.rows.ids()[-1]
    page.rows.row(last).coming.row(coming).click()
    assert [row.coming for row in people(house, meeting)] == [Coming.NOT_KNOWN, Coming.NOT_KNOWN, coming]


def test_every_answer_names_the_person(page: WhoComesPage) -> None:
    row = page.rows.row(page.rows.ids()[-1])
    assert row.coming.accessibleName() == "Is Ms Ali, social worker coming?"
    assert row.coming.row(Coming.YES).accessibleName() == "Coming: Ms Ali, social worker"


def test_somebody_is_added_with_enter_and_the_form_is_ready_for_the_next(
    page: WhoComesPage, house: House, meeting: int
) -> None:
    page.name.setFocus()
    page.role.setCurrentIndex(page.role.findData(Role.SENCO.value))
    page.role.activated.emit(page.role.currentIndex())
    QTest.keyClicks(page.name, "Mrs Bell")
    QTest.keyClick(page.name, "\r")
    assert (people(house, meeting)[-1].name, people(house, meeting)[-1].role) == ("Mrs Bell", Role.SENCO)
    assert page.name.text() == ""
    assert focused(page) is page.name
    assert page.drafts() == {}


def test_a_missing_name_is_asked_for_kindly(page: WhoComesPage, house: House, meeting: int) -> None:
    page.add.click()
    assert page.name_field.error() == "Type a name, or what the person does."
    assert len(people(house, meeting)) == 3
    QTest.keyClicks(page.name, "Mrs Bell")
    page.add.click()
    assert page.name_field.error() == ""
    assert names(house, meeting)[-1] == "Mrs Bell"


def test_a_half_typed_name_is_still_there_next_time(
    page: WhoComesPage, house: House, show: Show, meeting: int
) -> None:
    QTest.keyClicks(page.name, "Mrs B")
    page.role.setCurrentIndex(page.role.findData(Role.SENCO.value))
    page.role.activated.emit(page.role.currentIndex())
    again = show(part_page(house, WhoComesPage, meeting, Part.WHO_COMES))
    assert again.name.text() == "Mrs B"
    assert again.role.currentData() == Role.SENCO.value


def test_somebody_taken_off_can_be_put_back(page: WhoComesPage, house: House, meeting: int) -> None:
    first = page.rows.ids()[0]
    before = people(house, meeting)
    row = page.rows.row(first)
    row.remove.setFocus()
    row.remove.click()
    assert names(house, meeting) == ["Foster carer", "Ms Ali"]
    assert page.rows.row(page.rows.ids()[0]).isAncestorOf(focused(page))
    house.records.undo()
    assert people(house, meeting) == before


def test_when_everybody_is_taken_off_the_keyboard_is_in_the_form(
    page: WhoComesPage, house: House, meeting: int
) -> None:
    for row_id in page.rows.ids():
        row = page.rows.row(row_id)
        row.remove.setFocus()
        row.remove.click()
    assert people(house, meeting) == []
    assert focused(page) is page.name
    assert "Nobody is on the list." in sentences(page)


def person(page: WhoComesPage, name: str) -> Any:
    [row_id] = [row.id for row in people_of(page) if row.name == name]
    return page.rows.row(row_id)


def people_of(page: WhoComesPage) -> list[AttendeeRow]:
    return page.records.read(planning.attendees, page.meeting_id)


def test_phone_invited_and_what_the_child_calls_them_are_folded_away_and_kept(page: WhoComesPage) -> None:
    row = person(page, "Ms Ali")
    assert not row.details.isVisible()
    row.more.click()
    row.invited.row(Invited.YES).click()
    write(row.phone, "020 7946 0000")
    write(row.calls, "Amina")
    [stored] = [each for each in people_of(page) if each.name == "Ms Ali"]
    assert (stored.invited, stored.phone, stored.child_calls) == (Invited.YES, "020 7946 0000", "Amina")
    assert row.role.words() == "Social worker · Invited · 020 7946 0000"
    row.more.click()
    assert not row.details.isVisible()


def test_whether_the_child_comes_is_asked_in_one_place_only(
    page: WhoComesPage, house: House, meeting: int
) -> None:
    row = person(page, "Mia")
    assert not row.coming.isVisible()
    assert row.role.words().startswith("Not sure yet.")
    house.records.change(preparing.write_answer, meeting, PlainQuestion.TAKING_PART, TakingPart.PART)
    assert row.role.words().startswith("For part of it.")
    assert people(house, meeting)[0].coming == Coming.PART


def test_nothing_more_is_asked_of_the_child_and_the_carer(page: WhoComesPage) -> None:
    assert not person(page, "Mia").more.isVisible()
    assert not person(page, "Foster carer").more.isVisible()


def test_somebody_who_has_left_gives_way_to_the_new_name_here_and_with_the_child(
    page: WhoComesPage, house: House, vault: Vault
) -> None:
    row = person(page, "Ms Ali")
    row.more.click()
    row.coming.row(Coming.YES).click()
    assert row.left.words() == "Ms Ali has left"
    QTest.keyClicks(row.new_name, "Mr Osei")
    row.left.click()
    [stored] = [each for each in people_of(page) if each.role == Role.SOCIAL_WORKER]
    assert (stored.name, stored.coming, stored.phone) == ("Mr Osei", Coming.NOT_KNOWN, "")
    with vault.reading() as session:
        named = children.child_facts(session, 1, builders.TODAY)
    assert "Mr Osei" in repr(named)
    assert "Ms Ali" not in repr(named)


def test_without_a_new_name_the_role_stands_in(page: WhoComesPage) -> None:
    row = person(page, "Ms Ali")
    row.more.click()
    row.left.click()
    assert [each.name for each in people_of(page)][2] == Role.SOCIAL_WORKER.words


def test_somebody_taken_off_comes_back_with_everything(page: WhoComesPage, house: House) -> None:
    row = person(page, "Ms Ali")
    row.more.click()
    write(row.phone, "020 7946 0000")
    [before] = [each for each in people_of(page) if each.name == "Ms Ali"]
    page.remove(before)
    house.records.change(planning.bring_attendee_back, page.meeting_id, before)
    assert before in people_of(page)
