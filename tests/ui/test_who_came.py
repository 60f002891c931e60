"""Who came to the meeting, how the child was heard, and what did not go as planned."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from carer_app.choices import Came, Coming, PlainQuestion, Role
from carer_app.domain.meeting import Attendee
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    household,
    planning,
    preparing,
    putting_off,
    recording_the_meeting,
    searching,
    who_was_there,
)
from tests import builders
from tests.builders import TODAY, do
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences, type_day, write
from ui.after_meeting.not_as_planned import NotAsPlannedPage
from ui.after_meeting.who_came import WhoCamePage
from ui.base.house import House
from ui.base.places import AfterMeeting, NotAsPlanned, Place, ReadyWordsPlace, WhoCame
from ui.widgets.chips import Chips

Show = Callable[[Any], Any]
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, HELD)
    do(vault, household.set_own_name, "Sam")
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    return meeting


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> WhoCamePage:
    page: WhoCamePage = show(WhoCamePage(house, WhoCame(meeting)))
    return page


def came(page: WhoCamePage) -> dict[str, Came]:
    return {row.name: row.came for row in page.records.read(who_was_there.who_was_there, page.meeting_id)}


def test_where_everybody_came_it_is_one_press(page: WhoCamePage) -> None:
    page.usual.click()
    assert not page.usual.isVisible()
    page.all_came.click()
    assert came(page) == {"Mia": Came.YES, "Sam": Came.YES, "Ms Ali": Came.YES}
    assert not page.all_came.isVisible()
    assert focused(page) is page.rows.first_box(0)
    assert page.records.undo()
    assert set(came(page).values()) == {Came.NOT_SAID}


def test_who_was_missing_is_told_apart_and_what_to_do_now_stands_beneath(page: WhoCamePage) -> None:
    page.usual.click()
    worker = next(each for each in page.people if each.role == Role.SOCIAL_WORKER)
    row = page.rows.row(worker.id)
    row.came.row(Came.NO).click()
    assert "Not there: Ms Ali, social worker. Ask for a yes or a no" in sentences(page)
    page.all_came.click()
    assert came(page)["Ms Ali"] == Came.NO, "what was said already stays"
    child = next(each for each in page.people if each.role == Role.CHILD)
    page.rows.row(child.id).came.row(Came.NO).click()
    assert "Tell Mia what happened, and say below how Mia was heard." in sentences(page)


@pytest.mark.parametrize("role", list(Role))
def test_whoever_was_missing_somebody_can_do_something(vault: Vault, meeting: int, role: Role) -> None:
    row = who_was_there.ThereRow(1, "Jo", "Jo, " + role.words, role, Came.NO, is_expected=True)
    assert who_was_there.what_to_do(row).endswith(".")
    for other in (Came.YES, Came.NOT_SAID):
        there = who_was_there.ThereRow(1, "Jo", "Jo", role, other, is_expected=True)
        assert who_was_there.what_to_do(there) == ""


def test_who_was_not_expected_and_came_is_on_the_list_and_nobody_is_on_it_twice(page: WhoCamePage) -> None:
    page.usual.click()
    page.records.change(planning.set_coming, page.people[2].id, Coming.NO)
    for name in ("Mr Fox", "ms  ali"):
        page.name.setFocus()
        QTest.keyClicks(page.name, name)
        QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert page.name.text() == ""
    assert came(page) == {"Mia": Came.NOT_SAID, "Sam": Came.NOT_SAID, "Ms Ali": Came.YES, "Mr Fox": Came.YES}
    assert "Ms Ali, social worker (not expected)" in sentences(page)
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert "Type a name" in page.name_field.error()


def test_where_somebody_else_does_it_by_now_they_are_offered_and_undo_brings_the_name_back(
    page: WhoCamePage, vault: Vault
) -> None:
    page.usual.click()
    worker = next(row for row in page.people if row.role == Role.SOCIAL_WORKER)
    assert not any(page.rows.row(each).by_now.isVisible() for each in page.rows.ids())
    child = page.records.read(planning.meeting_facts, page.meeting_id).child_id
    page.records.change(children.set_phone, child, Role.SOCIAL_WORKER, "0111")
    with vault.work() as session:
        session.get_one(Attendee, worker.id).phone = "0111"
    page.records.change(children.set_person, child, Role.SOCIAL_WORKER, "Ms Reid")
    page.records.change(children.set_phone, child, Role.SOCIAL_WORKER, "0222")
    page.records.change(children.set_person, child, Role.FAMILY, "Grandma")
    assert [each.by_now for each in page.people if each.by_now] == ["Ms Reid"], "of family there are several"
    offered = page.rows.row(worker.id)
    assert offered.by_now.text() == "It is now Ms Reid"
    offered.by_now.click()
    assert came(page) == {"Mia": Came.NOT_SAID, "Sam": Came.NOT_SAID, "Ms Reid": Came.NOT_SAID}
    assert focused(page) is offered.first_box()
    assert not offered.by_now.isVisible()
    assert page.records.undo()
    assert "Ms Ali" in came(page)
    with vault.reading() as session:
        assert session.get_one(Attendee, worker.id).phone == "0111"
    page.say_came(worker, Came.YES)
    assert not offered.by_now.isVisible(), "who was there is said, and stays"


def test_a_name_half_typed_stays(page: WhoCamePage, house: House, show: Show) -> None:
    QTest.keyClicks(page.name, "Mr F")
    again = show(WhoCamePage(house, WhoCame(page.meeting_id)))
    assert again.name.text() == "Mr F"


def test_how_the_child_was_heard_is_saved_and_what_was_planned_stands_above_the_box(
    house: House, show: Show, meeting: int
) -> None:
    house.records.change(preparing.write_answer, meeting, PlainQuestion.VIEWS_HOW, "a drawing.")
    page = show(WhoCamePage(house, WhoCame(meeting)))
    assert "The plan was: a drawing." in sentences(page)
    [chip, *_others] = page.findChildren(Chips)[0].buttons()
    assert chip.words() == "Mia said it there"
    chip.click()
    page.heard.flush()
    stored = house.records.read(recording_the_meeting.what_school_said, meeting)
    assert stored[PlainQuestion.VIEWS_HEARD] == "Mia said it there"


@pytest.fixture
def other_way(house: House, show: Show, meeting: int) -> NotAsPlannedPage:
    page: NotAsPlannedPage = show(NotAsPlannedPage(house, NotAsPlanned(meeting)))
    return page


def times(page: NotAsPlannedPage) -> list[tuple[date | None, date, str]]:
    rows = page.records.read(putting_off.times_put_off, page.meeting_id)
    return [(row.was_on, row.said_on, row.why) for row in rows]


def test_a_meeting_is_put_off_twice_and_each_time_stays_with_its_reason(
    other_way: NotAsPlannedPage, house: House
) -> None:
    page = other_way
    went: list[Place] = []
    page.go.connect(went.append)
    page.put_off.click()
    assert focused(page) is page.new_day.line
    assert not page.put_off.isVisible(), "what has no day cannot be put off"
    page.ask.click()
    assert went == [ReadyWordsPlace(page.meeting_id)]
    first = page.rows.row(page.rows.ids()[0])
    QTest.keyClicks(first.why, "Miss Kay was ill.")
    page.flush()
    type_day(page.new_day.line, "18 march 2026")
    assert not page.ask.isVisible()
    page.put_off.click()
    assert times(page) == [(HELD, TODAY, "Miss Kay was ill."), (date(2026, 3, 18), TODAY, "")]
    assert "It was to be on Wednesday 18 March 2026. Put off on 10 March 2026." in sentences(page)
    from_both = "Put off from 9 March 2026, then from 18 March 2026."
    child = page.records.read(children.child_facts, 1, TODAY)
    assert [row.put_off for row in child.meetings] == [from_both], "it leaves a trace on the child's page"
    assert page.records.read(putting_off.put_off_from, page.meeting_id) == from_both
    assert page.records.undo()
    assert len(times(page)) == 1
    assert page.records.read(putting_off.day_of, page.meeting_id).on_day == date(2026, 3, 18)


def test_i_could_not_go_keeps_its_reason(other_way: NotAsPlannedPage, house: House, show: Show) -> None:
    page = other_way
    page.could_not_go.button.click()
    write(page.why_not, "Leo was in hospital.")
    assert page.records.read(putting_off.why_could_not_go, page.meeting_id) == "Leo was in hospital."
    again = show(NotAsPlannedPage(house, NotAsPlanned(page.meeting_id)))
    assert again.why_not.isVisible(), "what is written is never out of sight"
    assert again.why_not.text() == "Leo was in hospital."
    [found] = [line for line in page.records.read(searching.everything_to_search) if "hospital" in line.words]
    assert found.what.startswith("Why you could not go · ")


def test_what_was_said_to_be_held_can_have_been_put_off_and_comes_back_with_undo(
    other_way: NotAsPlannedPage, vault: Vault
) -> None:
    page = other_way
    do(vault, recording_the_meeting.meeting_was_held, page.meeting_id, HELD, TODAY)
    page.records.changed.emit()
    page.put_off.click()
    assert page.records.read(putting_off.day_of, page.meeting_id).held_on is None
    assert times(page) == [(HELD, TODAY, "")]
    assert page.records.undo()
    now = page.records.read(putting_off.day_of, page.meeting_id)
    assert (now.held_on, now.on_day) == (HELD, HELD)
    assert times(page) == []


def test_a_new_day_that_has_been_is_a_sentence_beside_the_box(other_way: NotAsPlannedPage) -> None:
    page = other_way
    page.put_off.click()
    type_day(page.new_day.line, "2 march 2026")
    assert page.new_day_field.error().startswith("That day has been.")
    assert page.new_day.raw() == "2 march 2026"
    assert page.records.read(putting_off.day_of, page.meeting_id).on_day is None


def test_what_may_have_happened_stands_below_each_other_at_one_edge(other_way: NotAsPlannedPage) -> None:
    like = (other_way.put_off, other_way.could_not_go.button, other_way.missing)
    settle()
    assert len({each.mapTo(other_way, QPoint(0, 0)).x() for each in like}) == 1


def test_who_could_not_go_is_told_what_to_do_and_nobody_is_blamed(other_way: NotAsPlannedPage) -> None:
    page = other_way
    went: list[Place] = []
    page.go.connect(went.append)
    page.could_not_go.button.click()
    assert "Ask Mia how it was." in sentences(page)
    page.not_there.click()
    assert went == [AfterMeeting(page.meeting_id)]
    there = page.records.read(who_was_there.who_was_there, page.meeting_id)
    assert [(row.role, row.came) for row in there] == [(Role.CARER, Came.NO)]
    assert page.records.undo()
    assert page.records.read(who_was_there.who_was_there, page.meeting_id) == []
