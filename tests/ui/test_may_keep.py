"""The question whether notes may be kept, and the pages around it, as a carer meets them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from carer_app.choices import MayKeep
from carer_app.use_cases.may_keep import KeepingAnswer
from tests import builders
from tests.paper.sheets import read, text_of
from tests.ui.audit import audit, settle
from tests.ui.conftest import NoDoor
from tests.ui.preparing_pages import sentences
from ui.base.house import House
from ui.base.places import BlankSheet, ChoosePassword, MayKeepNotes, Place, StickMissing
from ui.look import theme
from ui.paper.one_sheet import OneSheetPage
from ui.unlock.may_keep import MayKeepNotesPage
from ui.unlock.stick_missing import StickMissingPage

Show = Callable[[Any], Any]


@pytest.fixture
def door(house: House) -> NoDoor:
    return cast(NoDoor, house.door)


@pytest.fixture
def asking(house: House, show: Show) -> MayKeepNotesPage:
    page: MayKeepNotesPage = show(MayKeepNotesPage(house, MayKeepNotes()))
    return page


def test_without_an_answer_nothing_goes_on(asking: MayKeepNotesPage, door: NoDoor) -> None:
    asking.go_on.click()
    assert asking._summary.sentences() == ["Choose one of the four answers."]
    assert door.answers == []


@pytest.mark.parametrize("answer", list(MayKeep))
@pytest.mark.parametrize("scale", [100, 200])
def test_each_answer_can_be_used_by_everybody(asking: MayKeepNotesPage, answer: MayKeep, scale: int) -> None:
    asking.form.answer.row(answer).click()
    theme.apply(cast(Any, theme.QApplication.instance()), theme.Look("contrast", scale))
    settle()
    assert audit(asking) == []


def test_a_yes_goes_on_to_a_password_with_who_and_when(asking: MayKeepNotesPage, door: NoDoor) -> None:
    went: list[Place] = []
    asking.go.connect(went.append)
    asking.form.answer.row("yes").click()
    asking.form.who.setText(" Ms Dean ")
    asking.form.when.set_raw("yesterday")
    asking.go_on.click()
    said_on = builders.TODAY.replace(day=9)
    assert door.answers == [(KeepingAnswer(MayKeep.YES, "Ms Dean", said_on, builders.TODAY), None)]
    assert went == [ChoosePassword()]


@pytest.mark.parametrize("answer", [MayKeep.NO, MayKeep.NOT_ASKED])
def test_no_and_not_asked_yet_lead_to_print_and_forget(
    asking: MayKeepNotesPage, door: NoDoor, answer: MayKeep
) -> None:
    asking.form.answer.row(answer).click()
    assert asking.forget_words.isVisible()
    assert asking.remind.isVisible() == (answer == MayKeep.NOT_ASKED)
    asking.forget.click()
    asking.forget.click()
    assert door.forgetting == [KeepingAnswer(answer, asked_on=builders.TODAY)], (
        "a second press begins nothing more"
    )
    door.failed("It did not work.")
    assert asking._summary.sentences() == ["It did not work."]
    assert asking.forget.isEnabled()


def test_a_folder_on_this_computer_is_pointed_out_and_allowed(
    asking: MayKeepNotesPage, door: NoDoor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    asking.form.answer.row("stick").click()
    here = tmp_path / "here"
    here.mkdir()
    asking.form.take_stick(str(here))
    assert "looks as if it is on this computer itself" in asking.form.stick_warning.words()
    asking.form.who.setText("Ms Dean")
    asking.form.when.set_raw("today")
    asking.go_on.click()
    assert [stick for _permit, stick in door.answers] == [here / "PEP Companion"]


def test_another_drive_is_not_pointed_out(
    asking: MayKeepNotesPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = Path("/dev/shm")
    if not elsewhere.is_dir() or elsewhere.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no other drive here")
    monkeypatch.setenv("HOME", str(tmp_path))
    asking.form.answer.row("stick").click()
    asking.form.take_stick(str(elsewhere))
    assert not asking.form.stick_warning.isVisible()


def test_a_stick_with_notes_on_it_is_opened_and_not_written_over(
    asking: MayKeepNotesPage, door: NoDoor, tmp_path: Path
) -> None:
    builders.new_vault(tmp_path / "PEP Companion" / "vault").close()
    asking.form.answer.row("stick").click()
    asking.form.take_stick(str(tmp_path / "PEP Companion"))
    assert "There are notes in this folder already." in asking.form.stick_warning.words()
    assert not asking.form.who_field.isVisible()
    asking.go_on.click()
    assert door.asked == [("stick", str(tmp_path / "PEP Companion"))]
    assert door.answers == []


def test_a_folder_that_is_gone_is_said_and_nothing_is_chosen(
    asking: MayKeepNotesPage, tmp_path: Path
) -> None:
    asking.form.answer.row("stick").click()
    asking.form.take_stick(str(tmp_path / "pulled out"))
    assert "cannot be looked into" in asking.form.stick_warning.words()
    assert asking.form.chosen_stick is None


def test_a_missing_stick_is_nobodys_fault_and_says_where_it_was(house: House, show: Show) -> None:
    page = show(StickMissingPage(house, StickMissing()))
    words = sentences(page)
    assert "Plug it in, then try again." in words
    assert str(house.door.keeping.where()) in words


def test_a_blank_sheet_can_be_printed_before_anything_is_kept(house: House, show: Show, qtbot: QtBot) -> None:
    page = show(OneSheetPage(house, BlankSheet()))
    qtbot.waitUntil(lambda: page.view.shown is not None, timeout=20_000)
    data = page.view.shown.data
    assert len(read(data).pages) == 2, (
        "before the meeting on its front, and what is written down there on its back"
    )
    assert "What the child says, in their own words" in text_of(data)
