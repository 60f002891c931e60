"""A school’s dates in boxes: typed, put right by keyboard, kept, used and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from carer_app.choices import WhatDay
from carer_app.jobs.read_term_dates import read_text
from carer_app.storage.vault import Vault
from carer_app.use_cases import checked_form, dates_drafts, drafts
from carer_app.use_cases.checking_dates import ReadAnswer, ReadDates, ReadDay, ReadQuestion
from carer_app.use_cases.dates_form import DatesForm
from tests import builders
from tests.ui.audit import settle
from tests.ui.children_pages import (
    dates,
    journey,
    school_of,
    undoable,
    use_all_the_same,
    use_riverside,
)
from tests.ui.preparing_pages import focused, sentences
from ui.base.house import House
from ui.base.places import CheckDates, SchoolDates
from ui.children.asked_lines import LineRow
from ui.children.check_dates import CheckDatesPage
from ui.children.day_off_row import DayOffRow
from ui.children.stretch_row import StretchRow
from ui.widgets.announce import Voice

Show = Callable[[Any], Any]
PASTED = Path(__file__).parents[1] / "imports" / "pasted"
SIX = (
    ("1 sep", "24 oct"), ("3 nov", "19 dec"), ("5 jan", "13 feb"),
    ("23 feb", "27 mar"), ("13 apr", "22 may"), ("1 jun", "20 jul"),
)  # fmt: skip
FIRST, LAST = date(2025, 9, 1), date(2026, 7, 20)


@pytest.fixture
def school(vault: Vault) -> int:
    return school_of(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, school: int) -> CheckDatesPage:
    return by_hand(house, show, school)


def by_hand(house: House, show: Show, school: int, year: int = 2025) -> CheckDatesPage:
    made: CheckDatesPage = show(CheckDatesPage(house, CheckDates(school, year)))
    return made


def of_read(house: House, show: Show, school: int, read: ReadDates) -> CheckDatesPage:
    place = CheckDates(school)
    house.records.change(dates_drafts.begin, place.key, read, "the text you pasted", house.today())
    made: CheckDatesPage = show(CheckDatesPage(house, place))
    return made


def pasted(name: str) -> ReadDates:
    return read_text((PASTED / f"{name}.txt").read_text(encoding="utf-8"), builders.TODAY)


def stretch(page: CheckDatesPage, place: int, year: int = 2025) -> StretchRow:
    rows = page.sections[year].stretches
    row: StretchRow = rows.row(rows.ids()[place])
    return row


def off(page: CheckDatesPage, place: int, year: int = 2025) -> DayOffRow:
    rows = page.sections[year].days
    row: DayOffRow = rows.row(rows.ids()[place])
    return row


def line(page: CheckDatesPage, place: int) -> LineRow:
    row: LineRow = page.lines.rows.row(page.lines.rows.ids()[place])
    return row


def put(box: QLineEdit, text: str) -> None:
    """Type over what stands in a box, and leave it."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def periods(house: House, school: int) -> list[tuple[date, date]]:
    return [(each.first_day, each.last_day) for each in dates(house, school).periods]


def counts(page: CheckDatesPage, year: int = 2025) -> str:
    return page.sections[year].drawn.counts.words()


def problems(page: CheckDatesPage) -> list[str]:
    assert page._summary is not None
    return page._summary.sentences()


def type_all(page: CheckDatesPage) -> None:
    """A whole year by keyboard: a day, Enter, the next day."""
    stretch(page, 0).first.line.setFocus()
    for pair in SIX:
        for text in pair:
            box = focused(page)
            assert isinstance(box, QLineEdit)
            QTest.keyClicks(box, text)
            QTest.keyClick(box, Qt.Key.Key_Return)


def fill_all(page: CheckDatesPage) -> None:
    """A whole year, a box at a time."""
    for place, pair in enumerate(SIX):
        row = page.sections[2025].stretches.ids()[place]
        page.changes.type_in(row, "first", pair[0])
        page.changes.type_in(row, "last", pair[1])


def test_a_year_is_typed_by_keyboard_alone_and_enter_leads_from_box_to_box(
    page: CheckDatesPage, house: House, school: int
) -> None:
    went = journey(page)
    assert counts(page) == "Nothing counts yet."
    type_all(page)
    assert focused(page) is page.using.use
    assert counts(page) == "School is open on 195 days."
    assert dates(house, school).periods == (), "nothing counts before it is used"
    QTest.keyClick(page.using.use, Qt.Key.Key_Return)
    assert periods(house, school)[0][0] == FIRST
    assert periods(house, school)[-1][1] == LAST
    assert went == [SchoolDates(school)]


def test_what_is_said_last_takes_no_room_while_the_page_is_still_filled(
    house: House, show: Show, school: int
) -> None:
    page = CheckDatesPage(house, CheckDates(school, 2025))
    page.comes_in_pieces = True
    show(page)
    for without_words in (page.using.replaces, page.using.not_looked):
        assert not without_words.words()
        assert without_words.isHidden()


def test_what_cannot_be_right_is_said_beside_its_box_and_on_top_once_it_is_to_be_used(
    page: CheckDatesPage, house: House, school: int
) -> None:
    put(stretch(page, 0).first.line, "24 oct")
    put(stretch(page, 0).last.line, "1 sep")
    assert stretch(page, 0).last_field.error().startswith("The last day must not be before the first day.")
    put(stretch(page, 1).first.line, "31 feb")
    put(stretch(page, 2).first.line, "5 jan")
    page.using.use.click()
    assert [each.split(".")[0] for each in problems(page)] == [
        "The last day must not be before the first day",
        "February 2026 has no 31st day",
        "Type the last day before the holiday, or take this part out",
        "Type the last day before the holiday, or take this part out",
    ]
    assert periods(house, school) == []
    put(stretch(page, 0).first.line, "1 sep")
    put(stretch(page, 0).last.line, "24 oct")
    assert stretch(page, 0).last_field.error() == ""
    assert len(problems(page)) == 3


def test_the_picture_and_the_counts_follow_what_is_typed_at_once(page: CheckDatesPage) -> None:
    QTest.keyClicks(stretch(page, 0).first.line, "1 sep")
    QTest.keyClicks(stretch(page, 0).last.line, "24 oct")
    assert counts(page) == "So far we know 40 school days."
    assert stretch(page, 0).count.words() == "40 days for pupils"
    page.sections[2025].training.click()
    QTest.keyClicks(off(page, 0).day.line, "1 sep")
    assert counts(page) == "So far we know 40 school days, 39 of them for pupils. 1 training day."
    assert page.sections[2025].drawn.grid._kinds[FIRST] == "inset"


def test_nothing_typed_is_lost_by_leaving_locking_or_a_sudden_end(
    page: CheckDatesPage, house: House, show: Show, school: int
) -> None:
    QTest.keyClicks(stretch(page, 0).first.line, "1 se")
    page.sections[2025].training.click()
    QTest.keyClicks(off(page, 0).day.line, "31 f")
    again = by_hand(house, show, school)
    assert (stretch(again, 0).first.raw(), off(again, 0).day.raw()) == ("1 se", "31 f")


def test_a_listener_hears_which_stretch_a_box_is_of(page: CheckDatesPage) -> None:
    labels = [stretch(page, place).first_field.label_on_top().accessibleName() for place in range(6)]
    assert len(set(labels)) == 6
    assert labels[1] == "First day back: Autumn, second half, 2025/26"


def test_a_listener_hears_the_warning_beside_a_box_whose_day_can_be_read(page: CheckDatesPage) -> None:
    put(stretch(page, 0).first.line, "1 sep")
    put(stretch(page, 0).last.line, "19 dec")
    row = stretch(page, 0)
    assert row.look.words().endswith("Please check whether it is missing.")
    assert row.last.line.accessibleDescription().startswith("Friday 19 December 2025")
    assert row.look.words() in row.last.line.accessibleDescription()


def test_a_listener_hears_why_a_line_was_handed_back(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    assert line(page, 1).reason.words() == "There is no such day."
    assert "There is no such day." in line(page, 1).what.accessibleDescription()
    assert "There is no such day." in line(page, 1).day.line.accessibleDescription()


def test_typing_leaves_the_cursor_and_the_other_boxes_alone(page: CheckDatesPage) -> None:
    box = stretch(page, 0).first.line
    box.setFocus()
    QTest.keyClicks(box, "24 october 2025")
    box.setCursorPosition(2)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert (box.text(), box.cursorPosition()) == ("2 october 2025", 1)


def test_taking_out_is_undone_exactly(page: CheckDatesPage, house: House) -> None:
    fill_all(page)
    before = page.form
    assert stretch(page, 1).out.accessibleName() == "Take out: Autumn, second half, 2025/26"
    stretch(page, 1).out.click()
    assert len(page.sections[2025].stretches.ids()) == 5
    assert house.records.undo()
    assert page.form == before


def test_typing_ends_undo_so_that_it_never_takes_back_what_was_typed(
    page: CheckDatesPage, house: House
) -> None:
    page.sections[2025].training.click()
    QTest.keyClicks(off(page, 0).day.line, "1 sep")
    assert house.records.undo() is None
    assert off(page, 0).day.raw() == "1 sep"


def test_a_seventh_stretch_is_added_with_the_keyboard_in_it(
    page: CheckDatesPage, house: House, school: int
) -> None:
    fill_all(page)
    page.sections[2025].add.click()
    assert focused(page) is stretch(page, 6).first.line
    assert stretch(page, 6).name.words() == "Another part of the year"
    put(stretch(page, 6).first.line, "22 jul")
    put(stretch(page, 6).last.line, "23 jul")
    use_all_the_same(page)
    assert periods(house, school)[-1] == (date(2026, 7, 22), date(2026, 7, 23))


def test_training_days_are_added_changed_and_taken_out(
    page: CheckDatesPage, house: House, school: int
) -> None:
    fill_all(page)
    page.sections[2025].training.click()
    put(off(page, 0).day.line, "1 sep")
    page.sections[2025].closed.click()
    assert off(page, 1).why.value() == "closed"
    put(off(page, 1).day.line, "8 jan")
    off(page, 0).why.row("closed").click()
    off(page, 1).why.row("inset").click()
    page.using.use.click()
    assert [(each.day, each.is_inset) for each in dates(house, school).closings] == [
        (date(2025, 9, 1), False),
        (date(2026, 1, 8), True),
    ]


def test_a_closed_day_that_changes_nothing_says_so(page: CheckDatesPage) -> None:
    fill_all(page)
    page.sections[2025].closed.click()
    put(off(page, 0).day.line, "4 may")
    assert off(page, 0).look.words() == "A bank holiday, so it is left out already"


# Lines


def with_lines(house: House, show: Show, school: int) -> CheckDatesPage:
    account = (
        ReadDay("Term begins 1 September", "1 September", (FIRST,), "used", ""),
        ReadDay("Sports day 3 July", "3 July", (date(2026, 7, 3),), "left_out", "Pupils are in school."),
        ReadDay("Staff 5 May", "5 May", (date(2026, 5, 5),), "handed_back", "What is it?"),
        ReadDay("45 March", "45 March", (), "handed_back", "There is no such day."),
    )
    return of_read(house, show, school, replace(pasted("wrong_weekday"), account=account))


def test_what_was_undone_can_be_done_again_and_undone_once_more(
    house: House, show: Show, school: int
) -> None:
    page = by_hand(house, show, school)
    fill_all(page)
    full = page.form
    page.changes.take_out(page.sections[2025].stretches.ids()[1], "Autumn, second half")
    without = page.form
    for shown in (full, without, full):
        assert house.records.undo()
        assert page.form == shown


def test_what_a_form_comes_to_is_worked_out_once_a_key(
    house: House, show: Show, school: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = with_lines(house, show, school)
    told: list[DatesForm] = []
    check = checked_form.check
    monkeypatch.setattr(checked_form, "check", lambda form: (told.append(form), check(form))[1])
    page.changes.type_in(stretch(page, 1).row_id, "first", "4 nov")
    page.changes.settle()
    assert len(told) == 1


def test_a_day_that_cannot_be_read_is_said_before_the_dates_are_used_and_when_one_leaves(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    news: list[str] = []
    page.news.connect(news.append)
    line(page, 1).what.row(WhatDay.INSET).click()
    page.using.use.click()
    assert problems(page) == ["Type the day of this line, or choose another answer for it."]
    put(line(page, 1).day.line, "31 feb")
    page.note_where()
    settle()
    assert [each for each in news if "could not be read" in each], "also by leaving"
    page.using.use.click()
    assert page.using.not_looked.isHidden()
    assert periods(house, school) == []
    assert problems(page) == [line(page, 1).day.problem()]


def test_a_line_is_one_key_away_from_each_answer(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    before = counts(page)
    first = line(page, 0).what.entry()
    first.setFocus()
    for key, what in (
        (Qt.Key.Key_T, WhatDay.INSET), (Qt.Key.Key_S, WhatDay.CLOSED), (Qt.Key.Key_F, WhatDay.FIRST),
        (Qt.Key.Key_L, WhatDay.LAST), (Qt.Key.Key_N, WhatDay.NOTHING),
    ):  # fmt: skip
        at = focused(page)
        assert at is not None
        QTest.keyClick(at, key)
        assert line(page, 0).what.value() == what
        assert (counts(page) == before) == (what == WhatDay.NOTHING)
    line(page, 0).what.row(WhatDay.INSET).click()
    assert counts(page) == "School is open on 195 days, 189 of them for pupils. 6 training days."
    assert house.records.undo()
    assert (counts(page), line(page, 0).what.value()) == (before, WhatDay.NOTHING)


def test_what_came_of_an_answer_stands_beneath_it_with_the_counts(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    undos = undoable(house)
    line(page, 0).what.row(WhatDay.INSET).click()
    assert (undos[-1].words, undos[-1].came) == ("Training day: 5 May.", "The year has 189 days for pupils.")
    assert line(page, 0).came.words() == (
        "Put in: Training day. School is open on 195 days, 189 of them for pupils. 6 training days."
    )
    line(page, 0).what.row(WhatDay.FIRST).click()
    assert line(page, 0).came.words().startswith("Put in: Summer, first half, First day back. School is open")
    line(page, 0).what.row(WhatDay.NOTHING).click()
    assert line(page, 0).came.words().startswith("It changes nothing.")


def test_a_half_term_is_put_into_a_term_with_one_press(house: House, show: Show, school: int) -> None:
    page = of_read(house, show, school, ReadDates(((FIRST, date(2025, 12, 19)),)))
    assert stretch(page, 0).split.isVisible()
    assert not stretch(page, 1).split.isVisible()
    stretch(page, 0).split.click()
    assert focused(page) is stretch(page, 0).last.line
    assert stretch(page, 1).last.raw() == "19 December 2025"
    put(stretch(page, 0).last.line, "24 oct")
    assert focused(page) is stretch(page, 1).first.line
    assert house.records.undo() is None, "typing ended it"


def test_a_line_whose_day_cannot_be_read_asks_for_it(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    row = line(page, 1)
    assert row.day_field.isVisibleTo(page)
    assert not line(page, 0).day_field.isVisibleTo(page)
    row.what.row(WhatDay.CLOSED).click()
    QTest.keyClicks(row.day.line, "5 march")
    assert "189 of them for pupils" in counts(page)


def test_the_days_wait_behind_a_press_until_every_line_has_its_answer(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    year = page.sections[2025]
    assert not year.stretches.isVisible()
    for row_id in page.lines.rows.ids():
        page.lines.row(row_id).what.row(WhatDay.NOTHING).click()
    assert year.stretches.isVisible()
    assert not year.all.button.isVisible(), "there is nothing to put away"


def test_who_is_led_to_a_day_sees_it_also_while_a_line_has_no_answer(
    house: House, show: Show, school: int
) -> None:
    page = with_lines(house, show, school)
    row_id, box = page.sections[2025].boxes()[0]
    assert not page.sections[2025].stretches.isVisible()
    page.going.jump(row_id, box)
    assert page.sections[2025].stretches.isVisible()
    assert focused(page) is stretch(page, 0).first.line


def test_what_was_used_and_left_out_is_shown_with_its_reason(house: House, show: Show, school: int) -> None:
    page = with_lines(house, show, school)
    assert "“Sports day 3 July”" not in sentences(page), "the lines come first"
    page.stood.all.button.click()
    shown = sentences(page)
    assert "“Sports day 3 July”: Pupils are in school." in shown
    assert "“Staff 5 May”" in shown
    assert "Term begins 1 September" not in shown
    page.stood.used.button.click()
    assert "“Term begins 1 September”" in sentences(page)


# The one question


def test_the_one_question_comes_first_and_nothing_counts_before_it_is_answered(
    house: House, show: Show, school: int
) -> None:
    one = ReadDates(((FIRST, date(2025, 10, 24)),))
    two = ReadDates(((FIRST, date(2025, 10, 23)),))
    asked = ReadQuestion("Does school close on 24 or on 23 October?", (
        ReadAnswer("24 October", one), ReadAnswer("23 October", two),
    ))  # fmt: skip
    page = of_read(house, show, school, replace(one, question=asked))
    assert "Does school close on 24 or on 23 October?" in sentences(page)
    assert page.sections == {}
    assert not page.using.use.isVisibleTo(page)
    assert page.question is not None
    page._heading.setFocus()
    QTest.keyClick(page._heading, Qt.Key.Key_Return)
    assert focused(page) is page.question.choices.row("0"), "it is the next thing to check"
    page.question.choices.row("1").click()
    assert stretch(page, 0).last.raw() == "23 October 2025"
    page.question.choices.row("0").click()
    assert stretch(page, 0).last.raw() == "24 October 2025"
    assert house.records.undo()
    assert stretch(page, 0).last.raw() == "23 October 2025"
    use_all_the_same(page)
    assert periods(house, school) == [(FIRST, date(2025, 10, 23))]


def test_the_next_question_comes_after_the_answer_in_its_place_and_the_keyboard_with_it(
    house: House, show: Show, school: int
) -> None:
    whole = [ReadDates(((FIRST, date(2025, 10, last)),)) for last in (24, 23, 22, 21)]
    later = [
        ReadQuestion("And after that?", (ReadAnswer("The first", one), ReadAnswer("The second", two)))
        for one, two in (whole[:2], whole[2:])
    ]
    asked = ReadQuestion("Which of the two?", (
        ReadAnswer("One", replace(whole[0], question=later[0])),
        ReadAnswer("Two", replace(whole[2], question=later[1])),
    ))  # fmt: skip
    page = of_read(house, show, school, replace(whole[0], question=asked))
    assert "And after that?" not in sentences(page)
    page.question.choices.row("1").setFocus()
    page.question.choices.row("1").click()
    assert "Which of the two?" not in sentences(page)
    assert "And after that?" in sentences(page)
    assert page.sections == {}
    assert not page.using.use.isVisibleTo(page)
    assert focused(page) is page.question.choices.row("0")
    assert page.question.choices.value() is None
    page.question.choices.row("1").click()
    assert stretch(page, 0).last.raw() == "21 October 2025"
    page.question.choices.row("0").click()
    assert stretch(page, 0).last.raw() == "22 October 2025"
    assert house.records.undo()
    assert stretch(page, 0).last.raw() == "21 October 2025"
    use_all_the_same(page)
    assert periods(house, school) == [(FIRST, date(2025, 10, 21))]


def test_an_answer_that_is_taken_back_brings_its_question_back(house: House, show: Show, school: int) -> None:
    one, two, three = (ReadDates(((FIRST, date(2025, 10, last)),)) for last in (24, 23, 22))
    later = ReadQuestion("And after that?", (ReadAnswer("The first", two), ReadAnswer("The second", three)))
    answers = (ReadAnswer("One", one), ReadAnswer("Two", replace(two, question=later)))
    page = of_read(house, show, school, replace(one, question=ReadQuestion("Which of the two?", answers)))
    page.question.choices.row("1").click()
    assert "And after that?" in sentences(page)
    assert house.records.undo()
    assert "Which of the two?" in sentences(page)
    assert page.question.choices.value() is None
    page.question.choices.row("0").click()
    assert stretch(page, 0).last.raw() == "24 October 2025"
    page.question.choices.row("1").click()
    assert "And after that?" in sentences(page), "an answer that was changed may leave something open again"
    assert page.sections == {}
    assert not page.using.use.isVisibleTo(page)


def test_what_was_answered_and_what_came_of_it_is_said(house: House, show: Show, school: int) -> None:
    one, two, three = (ReadDates(((FIRST, date(2025, 10, last)),)) for last in (24, 23, 22))
    later = ReadQuestion("And after that?", (ReadAnswer("The first", two), ReadAnswer("The second", three)))
    answers = (ReadAnswer("24 October", one), ReadAnswer("Another day", replace(two, question=later)))
    page = of_read(house, show, school, replace(one, question=ReadQuestion("Which of the two?", answers)))
    said: list[tuple[str, str]] = []
    house.records.undoable.connect(lambda undo: said.append((undo.words, undo.came)))
    page.question.choices.row("1").click()
    page.question.choices.row("1").click()
    assert said == [
        ("You answered: Another day.", "There is one more question."),
        ("You answered: The second.", "So far we know 38 days for pupils."),
    ]


def test_what_came_of_an_answer_is_heard_once_selected_has_been_said(
    house: House, show: Show, school: int, qtbot: QtBot
) -> None:
    one, two = (ReadDates(((FIRST, date(2025, 10, last)),)) for last in (24, 23))
    asked = ReadQuestion("Which of the two?", (ReadAnswer("One", one), ReadAnswer("Two", two)))
    page = of_read(house, show, school, replace(one, question=asked))
    page.question.choices.row("1").click()
    voice = Voice.of(page.window()) or Voice(page.window())
    voice.setAccessibleName("")  # what was said before “selected” is broken off
    qtbot.waitUntil(lambda: voice.accessibleName() != "")
    assert Voice.of(page.window()) is voice
    assert voice.accessibleName() == "You answered: Two. So far we know 39 days for pupils."


# Last year's pattern


def test_last_years_pattern_is_offered_says_what_it_is_and_counts_once_looked_at(
    house: House, show: Show, vault: Vault, school: int
) -> None:
    assert not by_hand(house, show, school).sections[2025].pattern.isVisible()
    use_riverside(vault, school)
    page = by_hand(house, show, school, 2026)
    page.sections[2026].pattern.click()
    assert stretch(page, 0, 2026).first.raw() == "31 August 2026"
    assert "Last year’s days, moved. They do not count yet." in sentences(page)
    assert counts(page, 2026) == "Nothing counts yet."
    page.using.use.click()
    assert len(problems(page)) == 6
    for place in range(6):
        at = stretch(page, place, 2026).right
        assert at.isVisible()
        at.setFocus()
        QTest.keyClick(at, Qt.Key.Key_Space)
    assert focused(page) is page.using.use
    page.using.use.click()
    assert len(periods(house, school)) == 12


def test_last_years_pattern_is_not_offered_for_a_year_that_is_over(
    house: House, show: Show, vault: Vault, school: int
) -> None:
    use_riverside(vault, school)
    days = [date(2027, 7, 31)]
    page = by_hand(replace(house, today=lambda: days[-1]), show, school, 2026)
    assert page.sections[2026].pattern.isVisible()
    days.append(date(2027, 8, 1))
    page.look_again()
    assert not page.sections[2026].pattern.isVisible()


# Ways


def test_what_is_stored_is_changed_in_its_boxes_and_comes_back(
    house: House, show: Show, vault: Vault, school: int
) -> None:
    use_riverside(vault, school)
    before = periods(house, school)
    page = by_hand(house, show, school)
    assert stretch(page, 0).first.raw() == "1 September 2025"
    put(stretch(page, 0).first.line, "2 sep")
    page.using.use.click()
    assert periods(house, school)[0][0] == date(2025, 9, 2)
    assert house.records.read(drafts.of_place, CheckDates(school, 2025).key) == {}
    assert house.records.undo()
    assert periods(house, school) == before
    assert stretch(by_hand(house, show, school), 0).first.raw() == "2 sep", "the form as it was"


def test_dates_that_are_not_wanted_can_be_left_and_brought_back(
    page: CheckDatesPage, house: House, show: Show, school: int
) -> None:
    fill_all(page)
    went = journey(page)
    page.using.leave.click()
    assert went == [SchoolDates(school)]
    assert stretch(by_hand(house, show, school), 0).first.raw() == ""
    assert house.records.undo()
    assert stretch(by_hand(house, show, school), 0).first.raw() == "1 sep"


def test_where_nothing_is_to_be_checked_the_page_says_so_and_leads_on(
    house: House, show: Show, school: int
) -> None:
    page: CheckDatesPage = show(CheckDatesPage(house, CheckDates(school)))
    went = journey(page)
    assert page.nothing.words().startswith("There are no dates to check here now.")
    assert not page.using.use.isVisible()
    page.on.click()
    assert went == [SchoolDates(school)]


def test_a_school_that_is_gone_has_no_boxes(house: House, show: Show, vault: Vault) -> None:
    page = by_hand(house, show, 99)
    assert page.is_gone
    assert page.sections == {}
