"""The pages about days without full-time school: written down by mouse and keyboard, put right, taken out and back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from carer_app.choices import WithoutSchool
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, days_without_school
from tests import builders
from tests.builders import TODAY, do, read
from ui.base.house import House
from ui.base.places import DaysOnPaper, DaysWithoutSchoolPlace, TimeWithoutSchool
from ui.between_meetings.days_without_school import DaysWithoutSchoolPage
from ui.between_meetings.time_without_school import TimeWithoutSchoolPage

SPRING = ((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27)))

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *SPRING)
    return child


def type_day(box: Any, words: str) -> None:
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClicks(box.line, words)
    box.settle()


def rows(vault: Vault, child: int) -> Any:
    return read(vault, days_without_school.days_out, child, TODAY).rows


def test_a_time_is_written_down_and_opens_with_what_must_happen(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    went: list[object] = []
    page.go.connect(went.append)
    page.kind.row(WithoutSchool.SUSPENDED).click()
    type_day(page.day, "6 March")
    page.add.click()
    (row,) = rows(vault, child)
    assert (row.kind, row.first_on) == (WithoutSchool.SUSPENDED, date(2026, 3, 6))
    assert went == [TimeWithoutSchool(child, row.id)]
    assert page.day.raw() == ""
    one = show(TimeWithoutSchoolPage(house, TimeWithoutSchool(child, row.id)))
    assert one.how_long.words() == "3 school days so far"
    assert "day_six" in one.must.rows.ids()


def test_without_a_kind_or_a_day_it_is_said_and_nothing_is_written_down(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    page.add.click()
    assert page.kind_field.error() == "Choose what it is."
    assert page.day_field.error() == "Type the first day."
    assert rows(vault, child) == ()


def test_what_is_half_typed_is_there_again(house: House, show: Show, vault: Vault, child: int) -> None:
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    page.kind.row(WithoutSchool.NO_PLACE).click()
    QTest.keyClicks(page.day.line, "6 Mar")
    again = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    assert (again.kind.value(), again.day.raw()) == (WithoutSchool.NO_PLACE, "6 Mar")


def test_enter_in_the_day_writes_it_down(house: House, show: Show, vault: Vault, child: int) -> None:
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    page.kind.row(WithoutSchool.SENT_HOME).click()
    page.day.line.setFocus()
    QTest.keyClicks(page.day.line, "9 March")
    QTest.keyClick(page.day.line, Qt.Key.Key_Return)
    assert [each.last_on for each in rows(vault, child)] == [date(2026, 3, 9)]


def test_a_row_says_when_and_how_long_and_leads_there(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    days = builders.write_days(vault, child)
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(child)))
    went: list[object] = []
    page.go.connect(went.append)
    assert page.total.words() == "In 2025/26: 3 and a half school days."
    row = page.rows.row(days)
    assert row.accessibleName() == "Suspended, since Friday 6 March 2026"
    assert row.detail() == "3 school days so far"
    row.click()
    page.on_paper.click()
    assert went == [TimeWithoutSchool(child, days), DaysOnPaper(child)]


def test_days_and_who_was_told_are_kept_and_a_wrong_order_is_said(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    days = builders.write_days(vault, child)
    page = show(TimeWithoutSchoolPage(house, TimeWithoutSchool(child, days)))
    boxes = {name: stored._box for name, stored in page.stored_days.items()}
    type_day(boxes["social_worker_told_on"], "9 March")
    type_day(boxes["last_on"], "5 March")
    assert "cannot be before the first" in page.stored_days["last_on"]._field.error()
    (row, _sent) = rows(vault, child)
    assert (row.told["social_worker_told_on"], row.last_on) == (date(2026, 3, 9), None)
    type_day(boxes["last_on"], "10 March")
    assert rows(vault, child)[0].last_on == date(2026, 3, 10)
    assert page.accessibleName() == "Mia: suspended, 6 to 10 March 2026"


def test_half_days_and_another_kind_change_the_count_and_what_must_happen(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    days = builders.write_days(vault, child)
    page = show(TimeWithoutSchoolPage(house, TimeWithoutSchool(child, days)))
    page.part.toggle()  # as a screen reader does
    assert page.how_long.words() == "1 and a half school days, as 3 half days so far"
    page.kind.row(WithoutSchool.PART_TIME).click()
    assert page.must.rows.ids() == ["part_time"]


def test_the_words_to_ask_with_are_behind_the_letter_and_are_copied(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page = show(TimeWithoutSchoolPage(house, TimeWithoutSchool(child, builders.write_days(vault, child))))
    row = page.must.rows.row("letter")
    row.more.button.click()
    assert row.words.words().startswith("Hello")
    row.copy.click()
    assert QGuiApplication.clipboard().text() == row.words.words()
    assert page.must.rows.row("told").copy.isHidden()


def test_it_is_taken_out_and_comes_back(house: House, show: Show, vault: Vault, child: int) -> None:
    days = builders.write_days(vault, child)
    page = show(TimeWithoutSchoolPage(house, TimeWithoutSchool(child, days)))
    went: list[object] = []
    page.back.connect(lambda: went.append("back"))
    page.remove.click()
    assert went == ["back"]
    assert days not in [each.id for each in rows(vault, child)]
    page.records.undo()
    assert days in [each.id for each in rows(vault, child)]


def test_two_children_are_never_mixed(house: House, show: Show, vault: Vault, child: int) -> None:
    leo = builders.add_child(vault, "Leo")
    builders.write_days(vault, child)
    do(vault, days_without_school.add_days, leo, WithoutSchool.NO_PLACE, TODAY)
    page = show(DaysWithoutSchoolPage(house, DaysWithoutSchoolPlace(leo)))
    assert [page.rows.row(each).accessibleName() for each in page.rows.ids()] == [
        "No school place, since Tuesday 10 March 2026"
    ]
