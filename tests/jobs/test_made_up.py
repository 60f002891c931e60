"""Five made-up households on paper: what a designated teacher sees in a minute."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from carer_app.choices import ForWhom
from carer_app.jobs import made_up_sheets as jobs
from carer_app.jobs.made_up_sheets import MadeUpSheet, made_up_sheets
from carer_app.paper.content import Section
from carer_app.paper.sheets.adults_sheet import AdultsSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.made_up import HOUSEHOLDS, households
from carer_app.texts.question_sets import SheetSection
from carer_app.use_cases import on_the_sheet
from tests.builders import TODAY


@cache
def sheets(household: str, for_whom: ForWhom | None = None) -> list[MadeUpSheet]:
    """What is printed of a household, for everybody or for these."""
    if for_whom is None:
        return list(made_up_sheets(household, TODAY))
    return [each for each in sheets(household) if each.for_whom == for_whom]


def pages(sheet: MadeUpSheet) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(sheet.pdf)).pages]


def test_there_are_five_households_with_six_children() -> None:
    assert [len(sheets(each, ForWhom.EVERYONE)) for each in HOUSEHOLDS].count(0) == 0
    assert len(HOUSEHOLDS) == 5
    assert sum(len(sheets(each, ForWhom.EVERYONE)) for each in HOUSEHOLDS) == 6


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_the_sheet_for_everyone_is_one_page_with_what_the_child_said_and_what_is_asked(
    household: str,
) -> None:
    for sheet in sheets(household, ForWhom.EVERYONE):
        assert isinstance(sheet.sheet, MeetingSheet)
        [page] = pages(sheet)
        nothing = "chose not to add words this time"
        said = sheet.sheet.child_says[0].words if sheet.sheet.child_says else nothing
        assert said in page
        first_ask = sheet.sheet.asks[0]
        assert first_ask.what in page
        assert first_ask.who in page
        assert page.index(said) < page.index(first_ask.what)


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_nothing_empty_is_printed(household: str) -> None:
    for sheet in sheets(household, ForWhom.EVERYONE):
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
    keys = [
        question.label for question in on_the_sheet.all_questions() if question.sheet == SheetSection.ADULTS
    ]
    assert keys
    everything = [sheet for household in HOUSEHOLDS for sheet in sheets(household)]
    adults = {each.child: each.sheet for each in everything if isinstance(each.sheet, AdultsSheet)}
    assert set(adults) == {"Alfie", "Mia", "Jordan"}
    for each in everything:
        secret = adults.get(each.child)
        if secret is not None and each.sheet is not secret:
            for item in secret.to_know:
                assert item.what not in " ".join(pages(each))


def test_a_childs_own_sheet_has_no_word_of_what_is_hard() -> None:
    childs = [sheet for household in HOUSEHOLDS for sheet in sheets(household, ForWhom.CHILD)]
    assert childs
    for sheet in childs:
        [everyone] = [each for each in sheets(sheet.household, ForWhom.EVERYONE) if each.child == sheet.child]
        assert isinstance(everyone.sheet, MeetingSheet)
        words = " ".join(pages(sheet))
        for hard in everyone.sheet.hard_now:
            assert hard.see not in words


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_after_each_meeting_there_is_a_page_for_the_child_one_for_the_review_and_the_carers_part(
    household: str,
) -> None:
    told = {child.name: child for each in households() for child in each.children}
    printed = list(jobs.after_the_meeting(household, TODAY))
    assert {each.which for each in printed} == {"child-afterwards", "review", "carers-part"}
    for each in printed:
        after = told[each.child].after
        texts = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(each.pdf)).pages]
        if each.which == "carers-part":
            assert len(texts) == 1
            assert all(words in texts[0] for words in after.answers.values())
        else:
            assert all(action.what in " ".join(texts) for action in after.actions)
        if each.which == "review":
            assert len(texts) == 1, "one page goes along"
            assert after.chair in texts[0]
