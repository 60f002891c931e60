"""Five made-up households on paper: what a designated teacher sees in a minute."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from carer_app.choices import ForWhom
from carer_app.jobs.made_up import MadeUpSheet, made_up_sheets
from carer_app.paper.content import Section
from carer_app.paper.sheets.adults_sheet import AdultsSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.made_up import HOUSEHOLDS
from carer_app.texts.question_sets import Printed
from carer_app.use_cases import on_the_sheet
from tests.builders import TODAY

SHEETS = [sheet for household in HOUSEHOLDS for sheet in made_up_sheets(household, TODAY)]
FOR_EVERYONE = [each for each in SHEETS if each.for_whom == ForWhom.EVERYONE]


def name_of(sheet: MadeUpSheet) -> str:
    return f"{sheet.household}-{sheet.child}"


def pages(sheet: MadeUpSheet) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(sheet.pdf)).pages]


def test_there_are_five_households_with_six_children() -> None:
    assert len({each.household for each in FOR_EVERYONE}) == 5
    assert len(FOR_EVERYONE) == 6


@pytest.mark.parametrize("sheet", FOR_EVERYONE, ids=name_of)
def test_the_sheet_for_everyone_is_one_page_with_what_the_child_said_and_what_is_asked(
    sheet: MadeUpSheet,
) -> None:
    assert isinstance(sheet.sheet, MeetingSheet)
    [page] = pages(sheet)
    said = sheet.sheet.child_says[0].words if sheet.sheet.child_says else "chose not to add words this time"
    assert said in page
    first_ask = sheet.sheet.asks[0]
    assert first_ask.what in page
    assert first_ask.who in page
    assert page.index(said) < page.index(first_ask.what)


@pytest.mark.parametrize("sheet", FOR_EVERYONE, ids=name_of)
def test_nothing_empty_is_printed(sheet: MadeUpSheet) -> None:
    assert isinstance(sheet.sheet, MeetingSheet)
    [page] = pages(sheet)
    here = sheet.sheet.sections()
    for number, section in enumerate(here, start=1):
        assert f"{number} {sheet.sheet.heading(section)}" in page
    for section in set(Section) - set(here):
        assert f" {sheet.sheet.heading(section)} " not in page
    for empty in ("None", "()", "[]", "not filled", "n/a", " · ·"):
        assert empty not in page


def test_what_is_for_the_adults_is_on_no_other_sheet() -> None:
    keys = [question.label for question in on_the_sheet.all_questions() if question.sheet == Printed.ADULTS]
    assert keys
    adults = {each.child: each.sheet for each in SHEETS if isinstance(each.sheet, AdultsSheet)}
    assert set(adults) == {"Alfie", "Mia", "Jordan"}
    for each in SHEETS:
        secret = adults.get(each.child)
        if secret is not None and each.sheet is not secret:
            for item in secret.to_know:
                assert item.what not in " ".join(pages(each))


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each.for_whom == ForWhom.CHILD], ids=name_of)
def test_a_childs_own_sheet_has_no_word_of_what_is_hard(sheet: MadeUpSheet) -> None:
    [everyone] = [each for each in FOR_EVERYONE if each.child == sheet.child]
    assert isinstance(everyone.sheet, MeetingSheet)
    words = " ".join(pages(sheet))
    for hard in everyone.sheet.hard_now:
        assert hard.see not in words
