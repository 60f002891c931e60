"""Every question of the files is reached, answered, set aside and left by keyboard, in order, and asked once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from PySide6.QtWidgets import QApplication

from carer_app.choices import Aside, Support
from carer_app.texts.question_sets import THEME_PARTS, AboutChild, question_of, with_name
from carer_app.use_cases import on_the_sheet, prepared_questions
from tests.builders import TODAY
from tests.journeys.keyboard import Keyboard
from tests.journeys.sitting import Sitting
from ui.base.places import AskQuestion, PreparePart
from ui.preparation.ask import AskPage

pytestmark = pytest.mark.journey

CHILDREN = {
    "a nursery child": (date(2022, 6, 14), Support.NONE, True),
    "in Year 6 with an EHCP": (date(2014, 11, 20), Support.EHCP, True),
    "in Year 10": (date(2010, 11, 20), Support.NONE, True),
    "without a school place": (date(2013, 1, 30), Support.SEN_SUPPORT, False),
}
"""Together they are asked every question there is."""

WAYS = ("answer", "not sure", "leave out", "go on")


@pytest.fixture(params=CHILDREN.values(), ids=CHILDREN.keys())
def sitting(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, *request.param)
    yield sitting
    sitting.close()


def test_every_question_is_reached_answered_set_aside_and_left_by_keyboard(sitting: Sitting) -> None:
    keys = Keyboard(sitting)  # type: ignore[arg-type]  # a window, records and a background are all it uses
    asked: list[str] = []
    for part in THEME_PARTS:
        rows = sitting.records.read(prepared_questions.theme_view, sitting.meeting, part, TODAY).rows
        expected = [row.key for row in rows]
        sitting.window.go(PreparePart(sitting.meeting, part))
        keys.rest()
        if not expected:
            continue
        keys.enter("Begin")
        for key in expected:
            assert sitting.window.place == AskQuestion(sitting.meeting, key)
            asked.append(key)
            _do(keys, sitting, key, WAYS[len(asked) % len(WAYS)])
        assert sitting.window.place == PreparePart(sitting.meeting, part)
    assert len(set(asked)) == len(asked)
    for number, key in enumerate(asked, start=1):
        _is_stored(sitting, key, WAYS[number % len(WAYS)])


def test_between_them_the_four_children_are_asked_every_question() -> None:
    asked: set[str] = set()
    for birthday, support, has_place in CHILDREN.values():
        about = AboutChild(
            age=relativedelta(date(2026, 3, 18), birthday).years,
            has_sen_support=support == Support.SEN_SUPPORT,
            has_ehcp=support == Support.EHCP,
            has_school_place=has_place,
        )
        asked |= {each.key for each in on_the_sheet.all_questions() if each.fits(about)}
    assert asked == {each.key for each in on_the_sheet.all_questions()}


def _do(keys: Keyboard, sitting: Sitting, key: str, way: str) -> None:
    question = question_of(key)
    assert question is not None
    page = sitting.window.page
    assert isinstance(page, AskPage)
    assert (page.accessibleName(), page.why.words()) == (
        with_name(question.ask, "Mia"),
        with_name(question.why, "Mia"),
    )
    keys.tab_to("In your own words…")
    if way == "answer":
        keys.type(_words(key), over=False)
    if way == "go on":
        if question.chips:
            keys.space(f"Add: {with_name(question.chips[0], 'Mia')}")
        keys.enter("Continue")
    else:
        keys.enter({"answer": "Continue", "not sure": "Not sure yet", "leave out": "Leave this out"}[way])


def _words(key: str) -> str:
    return key[-3:]


def _is_stored(sitting: Sitting, key: str, way: str) -> None:
    question = question_of(key)
    assert question is not None
    view = sitting.records.read(prepared_questions.ask_view, sitting.meeting, key, TODAY)
    chip = with_name(question.chips[0], "Mia") if question.chips else ""
    expected = {
        "answer": (_words(key), Aside.NOTHING),
        "not sure": ("", Aside.NOT_SURE),
        "leave out": ("", Aside.LEAVE_OUT),
        "go on": (chip, Aside.NOTHING),
    }
    assert (view.text, view.aside) == expected[way], key
