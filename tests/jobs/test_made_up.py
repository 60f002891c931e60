"""Five made-up households on paper: what a designated teacher sees in a minute."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from carer_app.choices import ForWhom, Owner
from carer_app.jobs.made_up_afterwards import MadeUpAfterSheet, after_the_meeting
from carer_app.jobs.made_up_sheets import MadeUpSheet, made_up_sheets
from carer_app.paper.content import Section
from carer_app.paper.sheets.adults_sheet import AdultsSheet
from carer_app.paper.sheets.child_sheet import ChildSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.made_up import HOUSEHOLDS, MadeUpChild, households
from carer_app.texts.question_sets import SheetSection
from carer_app.use_cases import on_the_sheet
from tests.builders import TODAY


@cache
def sheets(household: str, for_whom: ForWhom | None = None) -> list[MadeUpSheet]:
    """What is printed of a household, for everybody or for these."""
    if for_whom is None:
        return list(made_up_sheets(household, TODAY))
    return [each for each in sheets(household) if each.for_whom == for_whom]


def pages(sheet: MadeUpSheet | MadeUpAfterSheet) -> list[str]:
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


@cache
def afterwards(household: str) -> list[MadeUpAfterSheet]:
    return list(after_the_meeting(household, TODAY))


def on_paper(sheet: MadeUpSheet | MadeUpAfterSheet) -> str:
    return " ".join(pages(sheet))


def told(child: str) -> MadeUpChild:
    return next(each for household in households() for each in household.children if each.name == child)


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_each_child_has_every_sheet_that_follows_from_a_meeting(household: str) -> None:
    printed = afterwards(household)
    for child in {each.child for each in printed}:
        which = {each.which for each in printed if each.child == child}
        usual = {
            "mine-afterwards",
            "child-afterwards",
            "childs-book",
            "letter",
            "review",
            "carers-part",
            "first-week",
        }
        assert usual <= which
        assert any(each.startswith("ladder-") for each in which) == bool(told(child).after.asked)
        assert ("school-card" in which) == bool(told(child).after.school_card)
        assert ("days-without-school" in which) == bool(told(child).after.out)


@pytest.mark.parametrize("household", HOUSEHOLDS)
def test_on_the_sheets_after_a_meeting_is_all_that_came_of_it(household: str) -> None:
    for each in afterwards(household):
        after, words = told(each.child).after, on_paper(each)
        if each.which in ("mine-afterwards", "review", "child-afterwards"):
            assert all(action.what in words for action in after.actions)
        if each.which == "mine-afterwards":
            assert all(said in words for said in (*after.answered, *after.said.values()))
            assert all(action.at_home in words for action in after.actions)
            assert all(no.because in words for no in after.no)
        if each.which == "review":
            assert len(pages(each)) == 1, "one page goes along"
            assert after.chair in words
            assert all(asking.answer in words for asking in after.asked)
        if each.which == "carers-part":
            assert len(pages(each)) == 1
            assert all(answer in words for answer in after.answers.values())
        if each.which == "letter":
            assert all(line in words for line in after.letter.split("\n"))
            assert all(note.words in words for note in after.notes)


def test_among_the_households_everything_that_can_become_of_an_action_is_seen() -> None:
    actions = [
        action for household in households() for child in household.children for action in child.after.actions
    ]
    assert {action.owner for action in actions} == set(Owner)
    for came_of_it in ("by", "done", "partly", "ended", "for_ask", "at_home", "how_we_know"):
        assert any(getattr(action, came_of_it) for action in actions), came_of_it
    afters = [child.after for household in households() for child in household.children]
    for came_of_it in ("no", "asked", "not_there", "to_child", "notes", "letter", "out", "school_card"):
        assert any(getattr(after, came_of_it) for after in afters), came_of_it


def test_what_home_does_and_what_school_answered_is_on_no_sheet_for_the_child() -> None:
    for household in HOUSEHOLDS:
        for each in afterwards(household):
            if each.which in ("child-afterwards", "childs-book", "letter"):
                after, words = told(each.child).after, on_paper(each)
                adults = [action.at_home for action in after.actions if action.at_home]
                assert not [said for said in (*adults, *after.answered) if said in words]


def test_a_childs_own_sheet_is_for_their_age() -> None:
    """Who does not write as adults do yet has drawings and big words; who does has neither."""
    own = {
        each.child: each.sheet
        for household in HOUSEHOLDS
        for each in sheets(household, ForWhom.CHILD)
        if isinstance(each.sheet, ChildSheet)
    }
    for child in ("Alfie", "Mia"):
        assert [each.words for each in own[child].pictures][-1] == "You can ask what they said"
        assert own[child].text_size == 18
    assert own["Alfie"].pictures[0].words == "People talk about school"
    assert own["Mia"].pictures[0].words == "People meet about school"
    assert (own["Jordan"].pictures, own["Jordan"].text_size) == ((), 14)
