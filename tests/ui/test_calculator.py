"""The date calculator on screen: live, without records, and nothing of it is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.use_cases.calculator import TypedFacts
from carer_app.use_cases.checking_dates import ReadAnswer, ReadDates, ReadQuestion
from tests.ui.children_pages import journey
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import CalculatedSheet, DateCalculator
from ui.calculator.calculator import NONE, PASTED, CalculatorPage
from ui.widgets.choice import Choices
from ui.widgets.combo import Combo
from ui.widgets.text import PlainLabel

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show) -> CalculatorPage:
    house.records.close()
    made: CalculatorPage = show(CalculatorPage(house, DateCalculator()))
    return made


def choose(combo: Combo, value: str) -> None:
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_the_dates_are_there_as_soon_as_a_day_is_whole(page: CalculatorPage, qtbot: QtBot) -> None:
    assert "The dates appear here." in sentences(page)
    assert not page.print.isVisible()
    QTest.keyClicks(page.care.line, "9 oct 2025")
    qtbot.waitUntil(
        lambda: "20 working days after coming into care on Thursday 9 October 2025" in sentences(page)
    )
    assert "By Thursday 23 October 2025" in sentences(page)
    choose(page.council, "Southwark")
    choose(page.school, "riverside_2025_26")
    qtbot.waitUntil(lambda: "Southwark’s procedures manual" in sentences(page))
    qtbot.waitUntil(lambda: "By Thursday 13 November 2025" not in sentences(page))
    went = journey(page)
    page.print.click()
    assert went == [
        CalculatedSheet(
            TypedFacts("Southwark", date(2025, 10, 9), example="riverside_2025_26", inset_known=True)
        )
    ]


def test_pasted_dates_are_read_and_what_was_not_understood_is_shown(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    text = Path(__file__).parents[1] / "imports" / "pasted" / "wrong_weekday.txt"
    choose(page.school, PASTED)
    qtbot.waitUntil(lambda: page.text.isVisible())
    page.text.setPlainText(text.read_text(encoding="utf-8") + "\nSports day 3 July 2026")
    qtbot.waitUntil(lambda: "School dates were found." in sentences(page), timeout=20_000)
    assert "Left out: Sports day 3 July 2026. It is an everyday event, while school is open." in sentences(
        page
    )
    assert "Not understood" not in sentences(page)
    shown = sentences(page)
    for line in (
        "School year 2025/26",
        "Autumn, first half: 1 September to 24 October 2025, 38 days for pupils.",
        "Summer, second half: 1 June to 20 July 2026, 34 days for pupils.",
        "Training days: Monday 1 September 2025, ",
    ):
        assert line in shown
    QTest.keyClicks(page.started.line, "9 oct 2025")
    qtbot.waitUntil(lambda: "By Friday 14 November 2025" in sentences(page), timeout=20_000)


def test_a_stretch_that_was_not_read_is_said_and_so_is_each_line_that_was_not_used(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    choose(page.school, PASTED)
    text = "Autumn term 2025: 2 September to 24 October\nSpring term starts 5 January 2026\n"
    text += "".join(f"{n} Hydref 2025 rhywbeth\n" for n in range(1, 16))
    page.text.setPlainText(text)
    qtbot.waitUntil(lambda: "School dates were found." in sentences(page), timeout=20_000)
    shown = page.years.findChildren(PlainLabel)
    said = "\n".join(each.words() for each in shown if each.isVisible())
    assert "Autumn, first half: 2 September to 24 October 2025, " in said
    assert "Summer, second half: not read." in said
    assert "Training days: none were read." in said
    assert "more lines were not used." in page.about_text.words()
    page.text.setPlainText("")
    qtbot.waitUntil(lambda: not page.years.isVisible())
    assert page.facts().read is None, "what is no longer there does not count"


def test_what_the_text_leaves_open_is_asked_and_nothing_counts_before_it_is_answered(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    one, two = (ReadDates(((date(2025, 9, 1), last),)) for last in (date(2025, 10, 24), date(2025, 10, 23)))
    question = ReadQuestion("Which one?", (ReadAnswer("24 October", one), ReadAnswer("23 October", two)))
    choose(page.school, PASTED)
    page._on_read(replace(one, question=question))
    assert page.facts().read is None
    assert page.question is not None
    assert page.question.isVisible()
    assert "found" not in page.about_text.words()
    choices = page.question.widget
    assert isinstance(choices, Choices)
    choices.row("1").click()
    assert page.facts().read == two
    page._on_read(replace(one, question=question))
    assert page.facts().read == two, "the same text keeps its answer"
    page._on_read(one)
    assert (page.question, page.facts().read) == (None, one)


def test_the_next_question_is_asked_after_the_answer_and_nothing_counts_before_the_last(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    one, two, three = (ReadDates(((date(2025, 9, 1), date(2025, 10, last)),)) for last in (24, 23, 22))
    later = ReadQuestion("And after that?", (ReadAnswer("23 October", two), ReadAnswer("22 October", three)))
    answers = (ReadAnswer("24 October", one), ReadAnswer("Before it", replace(two, question=later)))
    choose(page.school, PASTED)
    page._on_read(replace(one, question=ReadQuestion("Which one?", answers)))
    page.question.widget.row("1").click()
    assert page.facts().read is None
    assert "And after that?" in sentences(page)
    assert "Which one?" not in sentences(page)
    page.question.widget.row("1").click()
    assert page.facts().read == three


def test_where_no_answer_is_right_nothing_is_taken_from_the_text_and_that_is_said(
    page: CalculatorPage, qtbot: QtBot
) -> None:
    one, two = (ReadDates(((date(2025, 9, 1), last),)) for last in (date(2025, 10, 24), date(2025, 10, 23)))
    asked = ReadQuestion("Which are the child’s?", (ReadAnswer("Ash", one), ReadAnswer("Birch", two)))
    choose(page.school, PASTED)
    page._on_read(replace(one, question=asked))
    page.question.widget.row("0").click()
    assert page.facts().read == one
    none = page.question.widget.row(NONE)
    assert none.words() == "Neither of these"
    none.click()
    assert page.facts().read is None
    assert page.about_text.words().startswith("Nothing is taken from this text.")
    page._on_read(replace(one, question=asked))
    assert page.about_text.words().startswith("Nothing is taken from this text."), (
        "the same text keeps its answer"
    )
    page.question.widget.row("1").click()
    assert page.facts().read == two


def test_a_day_that_is_none_is_said_beside_its_box(page: CalculatorPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.birthday.line, "31 feb")
    page.birthday.settle()
    assert "has no 31st day" in sentences(page)


def test_nothing_is_written_while_dates_are_worked_out(
    page: CalculatorPage, qtbot: QtBot, tmp_path: Path
) -> None:
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    QTest.keyClicks(page.care.line, "9 oct 2025")
    qtbot.waitUntil(lambda: "20 working days after coming into care" in sentences(page))
    page.flush()
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()} == before
