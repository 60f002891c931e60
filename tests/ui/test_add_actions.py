"""Writing down what was agreed: six actions in a row, by keyboard alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import Owner, Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, recording_the_meeting
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences
from ui.after_meeting.add_actions import AddActionsPage
from ui.base.house import House
from ui.base.places import AddActions, AfterMeeting, Place
from ui.widgets.button import Button

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, date(2026, 3, 9))
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, date(2026, 3, 9), builders.TODAY)
        children.set_person(session, child, Role.SOCIAL_WORKER, "Ms Ali")
    return meeting


@pytest.fixture
def page(house: House, show: Show, meeting: int, qtbot: QtBot) -> AddActionsPage:
    page: AddActionsPage = show(AddActionsPage(house, AddActions(meeting)))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.focus_first()
    return page


def agreed(page: AddActionsPage) -> list[tuple[str, str, date | None]]:
    rows = page.records.read(recording_the_meeting.agreed, page.meeting_id)
    return [(row.what, row.who, row.due_on) for row in rows]


def here(page: AddActionsPage) -> QWidget:
    widget = focused(page)
    assert widget is not None
    return widget


def press(page: AddActionsPage, *keys: Qt.Key | str) -> None:
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(here(page), key)
        else:
            QTest.keyClick(here(page), key)


def test_several_actions_are_written_by_keyboard_alone(page: AddActionsPage) -> None:
    assert here(page) is page.form.what
    for what, to_the_right, due in (("Start a reading group", 1, "20 march"), ("Ask about swimming", 0, "")):
        press(page, what, Qt.Key.Key_Tab, Qt.Key.Key_Space)
        press(page, *[Qt.Key.Key_Right] * to_the_right)
        press(page, Qt.Key.Key_Tab)
        assert here(page) is page.form.due.line
        press(page, due, Qt.Key.Key_Return)
        assert here(page) is page.form.what
        assert (page.form.what.text(), page.form.owner.value(), page.form.due.raw()) == ("", None, "")
    assert agreed(page) == [
        ("Start a reading group", "School", date(2026, 3, 20)),
        ("Ask about swimming", "Me", None),
    ]
    assert "School: Start a reading group · by Friday 20 March 2026" in sentences(page)
    assert "Me: Ask about swimming · no date was said" in sentences(page)


def test_a_date_before_the_meeting_is_refused_and_nothing_typed_is_lost(page: AddActionsPage) -> None:
    press(page, "Start a reading group")
    page.form.owner.row(Owner.SCHOOL).click()
    page.form.due.line.setFocus()
    press(page, "8 march 2026", Qt.Key.Key_Return)
    assert page.form.due_field.error().startswith("The date is before the meeting.")
    assert agreed(page) == []
    assert page.form.what.text() == "Start a reading group"
    assert (page.form.owner.value(), page.form.due.raw()) == ("school", "8 march 2026")


def test_what_is_missing_is_listed_at_the_top_and_beside_each_box(page: AddActionsPage) -> None:
    page.form.due.line.setFocus()
    press(page, "31 feb", Qt.Key.Key_Return)
    assert page.form.what_field.error() == "Type what will happen."
    assert page.form.owner_field.error() == "Choose who will do it."
    assert "February" in page.form.due_field.error()
    assert page._summary is not None
    assert page._summary.sentences()[:2] == ["Type what will happen.", "Choose who will do it."]
    assert here(page) is page._summary


def test_a_half_typed_action_is_there_again_after_a_restart(
    page: AddActionsPage, house: House, show: Show
) -> None:
    press(page, "Start a rea")
    page.form.owner.row(Owner.SCHOOL).click()
    page.form.owner_name.setFocus()
    press(page, "Mr F")
    page.form.due.line.setFocus()
    press(page, "31 fe")
    again = show(AddActionsPage(house, AddActions(page.meeting_id)))
    assert again.form.what.text() == "Start a rea"
    assert (again.form.owner.value(), again.form.owner_name.text(), again.form.due.raw()) == (
        "school",
        "Mr F",
        "31 fe",
    )


def test_a_known_name_fills_itself_in_but_never_over_a_typed_one(page: AddActionsPage) -> None:
    page.form.owner.row(Owner.SOCIAL_WORKER).click()
    assert page.form.owner_name.text() == "Ms Ali"
    page.form.owner.row(Owner.ME).click()
    assert page.form.owner_name.text() == ""
    page.form.owner_name.setFocus()
    press(page, "Mr Fox")
    page.form.owner.row(Owner.SOCIAL_WORKER).click()
    assert page.form.owner_name.text() == "Mr Fox"


def test_an_action_taken_out_comes_back_with_undo(page: AddActionsPage, vault: Vault) -> None:
    builders.hold(vault, page.meeting_id)
    page.records.changed.emit()
    row = page.rows.row(page.rows.ids()[0])
    assert row.remove.accessibleName() == "Take out: Start a reading group"
    row.remove.setFocus()
    press(page, Qt.Key.Key_Space)
    assert [what for what, _who, _due in agreed(page)] == [
        "Ask about a place at swimming",
        "Send the PEP copy",
    ]
    assert here(page) is page.rows, "one more press must not take out the next one"
    assert page.records.undo()
    assert len(page.rows.ids()) == 3


def test_what_was_added_is_said_to_the_eye_too(page: AddActionsPage) -> None:
    settle()
    before = page.list.mapTo(page, page.list.rect().topLeft())
    QTest.keyClicks(page.form.what, "Ring the school")
    page.form.owner.row(Owner.ME).click()
    page.form.add.click()
    settle()
    assert page.form.said.words() == "Added: Ring the school"
    assert page.list.mapTo(page, page.list.rect().topLeft()) == before


def test_continue_takes_along_what_stands_in_the_boxes(page: AddActionsPage) -> None:
    went: list[Place] = []
    page.go.connect(went.append)
    QTest.keyClicks(page.form.what, "Ring the school")
    done = next(each for each in page.findChildren(Button) if each.words() == "Continue")
    done.click()
    assert went == [], "nobody was said to do it"
    page.form.owner.row(Owner.ME).click()
    done.click()
    assert went == [AfterMeeting(page.meeting_id)]
    assert agreed(page) == [("Ring the school", "Me", None)]


def test_a_vague_action_is_asked_about_once_one_stops_typing_and_can_be_added_all_the_same(
    page: AddActionsPage, qtbot: QtBot
) -> None:
    form = page.form
    QTest.keyClicks(form.what, "Support with reading")
    assert not form.nudge.isVisible(), "whoever is typing is not asked yet"
    qtbot.waitUntil(form.nudge.isVisible)
    assert form.nudge.words().startswith("Who reads with Mia, what, and how often?")
    assert form.nudge.words() in form.what.accessibleDescription()
    press(page, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert [what for what, _who, _due in agreed(page)] == ["Support with reading"]
    assert not form.nudge.isVisible(), "the next one is not asked about before it is typed"


def test_end_of_term_is_the_day_of_the_childs_school_or_is_asked_about_in_words_that_help(
    page: AddActionsPage, vault: Vault
) -> None:
    form = page.form
    form.what.setText("A buddy at playtimes")
    form.owner.row(Owner.SCHOOL).click()
    form.due.set_raw("End of term")
    form.add.click()
    assert form.due_field.error().startswith(
        "We do not know when that is: the school’s dates are not here yet."
    )
    assert form.due.raw() == "End of term", "what was typed stays"
    school = page.records.read(children.child_facts, 1, builders.TODAY).school_id
    with vault.work() as session:
        builders.open_on(
            session, school, (date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27))
        )
    form.due.line.selectAll()
    QTest.keyClicks(form.due.line, "by the end of term")
    assert form.due.answer() == "Friday 27 March 2026", "it is said back before it counts"
    form.add.click()
    assert agreed(page)[-1][2] == date(2026, 3, 27)


def test_a_second_press_on_add_writes_nothing_and_asks_nothing(page: AddActionsPage) -> None:
    form = page.form
    form.what.setFocus()
    QTest.keyClicks(form.what, "A reading buddy")
    form.owner.row(Owner.SCHOOL).click()
    form.add.click()
    form.add.click()
    assert len(agreed(page)) == 1
    assert form.said.words() == "Added: A reading buddy"
    assert not form.what_field.error()
    assert focused(page) is form.what
    QTest.keyClicks(form.what, "More")
    form.add.click()
    assert form.owner_field.error(), "what was begun is still asked about"


def test_the_button_ends_on_one_line_with_the_box_beside_it(page: AddActionsPage) -> None:
    page.resize(1100, 800)
    settle()
    add, box = page.form.add, page.form.due.line
    ends = [each.mapTo(page, each.rect().bottomLeft()).y() for each in (add, box)]
    assert ends[0] == ends[1]
