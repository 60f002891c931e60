"""After the meeting: the day it was held, and the small jobs that follow."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.choices import Part, PlainQuestion, WhereIsTheCopy
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, filing, planning, recording_the_meeting
from tests import builders
from tests.ui.preparing_pages import sentences, type_day, write
from ui.after_meeting.after_meeting import AfterMeetingPage
from ui.after_meeting.next_pep import NextPepPage
from ui.after_meeting.what_school_said import WhatSchoolSaidPage
from ui.base.house import House
from ui.base.places import (
    AddActions,
    AfterMeeting,
    ChildSheetPlace,
    NextPepPlace,
    PepCopyPlace,
    Place,
    PreparePart,
    WhatSchoolSaid,
)

Show = Callable[[Any], Any]
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    """A meeting planned for yesterday."""
    return builders.add_meeting(vault, builders.add_child(vault), HELD)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> AfterMeetingPage:
    page: AfterMeetingPage = show(AfterMeetingPage(house, AfterMeeting(meeting)))
    return page


@pytest.fixture
def went(page: AfterMeetingPage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def held_on(page: Any) -> date | None:
    state = page.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)
    found: date | None = state.held_on
    return found


def test_held_as_planned_is_one_press(page: AfterMeetingPage) -> None:
    assert page.accessibleName() == "After Mia’s meeting"
    assert page.as_planned.words() == "It was held on Monday 9 March 2026"
    page.as_planned.click()
    assert held_on(page) == HELD
    assert page.held.raw() == "9 March 2026"
    assert not page.as_planned.isVisible()


def test_a_meeting_still_to_come_cannot_be_said_to_have_been_held(page: AfterMeetingPage) -> None:
    page.records.change(planning.set_day, page.meeting_id, date(2026, 3, 18))
    assert not page.as_planned.isVisible()
    type_day(page.held.line, "18 march 2026")
    assert page.held_field.error().startswith("That day has not come yet.")
    assert page.held.raw() == "18 march 2026"
    assert held_on(page) is None


def test_an_impossible_day_stays_typed_beside_its_sentence_also_after_a_restart(
    page: AfterMeetingPage, house: House, show: Show
) -> None:
    type_day(page.held.line, "31 feb")
    again = show(AfterMeetingPage(house, AfterMeeting(page.meeting_id)))
    for each in (page, again):
        assert each.held.raw() == "31 feb"
        assert "February" in each.held_field.error()
    type_day(again.held.line, "9 march")
    assert held_on(again) == HELD
    assert again.drafts() == {}


def test_emptying_the_box_key_by_key_does_not_bring_the_old_day_back(page: AfterMeetingPage) -> None:
    page.as_planned.click()
    page.held.line.setFocus()
    QTest.keyClick(page.held.line, Qt.Key.Key_End)
    for _letter in page.held.raw():
        QTest.keyClick(page.held.line, Qt.Key.Key_Backspace)
    assert page.held.raw() == ""
    page.held.settle()
    assert held_on(page) is None


def test_a_meeting_that_did_not_happen_gets_another_date_without_scolding(
    page: AfterMeetingPage, went: list[Place]
) -> None:
    page.as_planned.click()
    page.not_held.click()
    assert held_on(page) is None
    assert went == [PreparePart(page.meeting_id, Part.WHEN_WHERE)]
    assert page.records.undo()
    assert held_on(page) == HELD


def test_each_job_is_one_row_that_says_how_it_stands(
    page: AfterMeetingPage, went: list[Place], vault: Vault
) -> None:
    assert [row.accessibleName() for row in page.rows.values() if not row.isHidden()] == [
        "Write down who does what, by when, Not started",
        "The date of the next PEP, Not started",
        "What school said, Not started",
        "The copy of the PEP",
        "Tell Mia what happened",
    ]
    builders.hold(vault, page.meeting_id)
    page.records.change(recording_the_meeting.set_next_pep, page.meeting_id, date(2026, 9, 7))
    assert [row.detail() for row in page.rows.values()][:2] == ["3 actions", "Monday 7 September 2026"]
    for row in page.rows.values():
        if not row.isHidden():
            row.click()
    here = page.meeting_id
    assert went == [
        AddActions(here),
        NextPepPlace(here),
        WhatSchoolSaid(here),
        PepCopyPlace(here),
        ChildSheetPlace(here),
    ]


@pytest.mark.parametrize(
    ("held", "detail", "tag"),
    [
        (HELD, "It should come by 23 March", "Waiting"),
        (date(2026, 2, 20), "It was due by 6 March. School or the social worker sends it.", "Not here yet"),
    ],
)
def test_a_late_copy_says_who_sends_it_and_is_never_red(
    page: AfterMeetingPage, held: date, detail: str, tag: str
) -> None:
    page.records.change(recording_the_meeting.meeting_was_held, page.meeting_id, held, builders.TODAY)
    row = page.rows["copy"]
    shown = row.tag()
    assert shown is not None
    assert (row.detail(), shown.words()) == (detail, tag)
    assert shown.kind != "over"
    page.records.change(
        filing.say_where_the_copy_is, page.meeting_id, WhereIsTheCopy.LOCK_BOX, builders.TODAY
    )
    assert (row.detail(), row.tag()) == ("On paper, in my lock box", None)


def state_of(house: House, page: AfterMeetingPage) -> Any:
    return house.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)


def test_the_next_date_stands_beside_the_rules_date_and_why(
    house: House, show: Show, page: AfterMeetingPage, vault: Vault
) -> None:
    builders.told_six_months(vault)
    page.as_planned.click()
    following = show(NextPepPage(house, NextPepPlace(page.meeting_id)))
    assert following.rule_by.words() == "By Wednesday 9 September 2026"
    assert following.rule_why.words().startswith("6 months after the last PEP on Monday 9 March 2026.")
    assert "a rule you set on 10 March 2026" in following.rule_why.words()
    house.records.change(children.set_council, state_of(house, page).child_id, "Leeds")
    assert following.rule_by.words() == "By the end of the summer term, at the latest 31 July 2026"
    house.records.change(children.set_council, state_of(house, page).child_id, "Southwark")
    type_day(following.when.line, "9 march 2026")
    assert "must be after this meeting" in sentences(following)
    type_day(following.when.line, "7 sept 2026")
    assert state_of(house, page).next_pep_on == date(2026, 9, 7)
    assert "must be after this meeting" not in sentences(following)


def test_what_school_said_is_saved_under_its_question(house: House, show: Show, meeting: int) -> None:
    page = show(WhatSchoolSaidPage(house, WhatSchoolSaid(meeting)))
    assert len(page.texts) == 5
    write(page.texts[PlainQuestion.KIND_SAID], "A joy to teach.")
    stored = house.records.read(recording_the_meeting.what_school_said, meeting)
    assert stored[PlainQuestion.KIND_SAID] == "A joy to teach."
    assert stored[PlainQuestion.LEARNING_SAID] == ""
