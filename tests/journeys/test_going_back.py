"""What was lost comes back: from inside, from the lock page, and on another computer with the backup alone."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.use_cases import household, second_backup_place
from tests import builders
from tests.journeys.conftest import bring_forward, put_away, settle, unlock, wait_for
from ui.base.places import BackupsPlace, GoBack, GoBackLocked, Home, Unlock, Welcome
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


class Clock:
    """A computer's clock that a test can put forward."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def start(qtbot: QtBot, qapp: Any) -> Iterator[Callable[[DataDir, Clock], Companion]]:
    started: list[Companion] = []

    def go(data: DataDir, clock: Clock) -> Companion:
        companion = Companion(data, lambda: builders.TODAY, clock)
        started.append(companion)
        companion.start()
        bring_forward(companion, qtbot)
        return companion

    yield go
    for companion in started:
        put_away(companion)


@pytest.fixture
def household_data(data: DataDir) -> DataDir:
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    vault.close()
    return data


def back_up(companion: Companion) -> None:
    companion.window.go(BackupsPlace())
    page: Any = companion.window.page
    page.now_button.click()
    wait_for(lambda: not companion.door.backing_up.is_busy, "the backup")
    assert companion.door.backing_up.problem == ""


def choose(page: Any, number: int) -> None:
    wait_for(lambda: page._choices is not None, "the list of backups")
    name = page._rows[number].name
    page._choices.row(name).click()


def trouble(page: Any) -> list[str]:
    problems = page._problems
    return list(problems.sentences()) if problems is not None and problems.isVisible() else []


def go_back_to_chosen(companion: Companion) -> None:
    page: Any = companion.window.page
    wait_for(lambda: page.change.isVisible() or trouble(page), "what would change")
    assert trouble(page) == []
    page.do_it.click()
    wait_for(lambda: companion.records.is_open and companion.window.place == Home(), "the records to open")


def name_of(companion: Companion) -> str:
    return companion.records.read(household.own_name)


def test_going_back_and_forward_again_inside(
    start: Callable[[DataDir, Clock], Companion], household_data: DataDir
) -> None:
    clock = Clock()
    companion = start(household_data, clock)
    unlock(companion)
    companion.records.change(household.set_own_name, "Sam")
    back_up(companion)
    newest: Any = companion.window.page
    assert newest.newest.words() == "Last backup: 10 March 10.40am, checked and good." or (
        newest.newest.words() == "Last backup: today 10.40am, checked and good."
    )
    clock.now += timedelta(hours=2)
    for name in ("Sami", "Samira"):
        companion.records.change(household.set_own_name, name)
    companion.window.go(GoBack())
    page: Any = companion.window.page
    choose(page, 0)
    wait_for(page.change.isVisible, "what would change")
    assert page.to.words() == "You would go back to Tuesday 10 March 2026, 10.40am."
    assert page.lines.words().startswith(
        "2 changes were saved since then. They would go.\nChildren: 2 now, 2 then."
    )
    assert not page.opening.isVisible(), "these very records need no password again"
    go_back_to_chosen(companion)
    assert name_of(companion) == "Sam"
    assert "How they were before is kept" in companion.window.message_bar.text()

    companion.window.go(GoBack())
    page = companion.window.page
    wait_for(lambda: page._choices is not None, "the list")
    assert len(page._rows) == 2, "going back pushed nothing out"
    kept = next(n for n, row in enumerate(page._rows) if row.is_before_going_back)
    choose(page, kept)
    go_back_to_chosen(companion)
    assert name_of(companion) == "Samira"


def test_damaged_records_come_back_from_the_lock_page(
    start: Callable[[DataDir, Clock], Companion], household_data: DataDir
) -> None:
    clock = Clock()
    companion = start(household_data, clock)
    unlock(companion)
    companion.records.change(household.set_own_name, "Sam")
    back_up(companion)
    companion.lock()
    assert companion.window.place == Unlock()
    (household_data.vault / "vault.db").write_bytes(b"rubbish")
    door: Any = companion.window.page
    door.go_back.click()
    assert companion.window.place == GoBackLocked()
    page: Any = companion.window.page
    choose(page, 0)
    assert page.opening.isVisible()
    QTest.keyClicks(page.secret, "some other words")
    page.look.click()
    wait_for(lambda: page._problems is not None and page._problems.isVisible(), "the sentence")
    assert "does not open" in page._problems.sentences()[0]
    page.secret.setText(builders.PASSWORD)
    page.look.click()
    go_back_to_chosen(companion)
    assert name_of(companion) == "Sam"
    [aside] = household_data.backups.glob("put aside*")
    assert (aside / "vault.db").read_bytes() == b"rubbish"


def test_a_damaged_key_file_is_mended_and_nothing_is_lost(
    start: Callable[[DataDir, Clock], Companion], household_data: DataDir
) -> None:
    companion = start(household_data, Clock())
    unlock(companion)
    back_up(companion)
    companion.records.change(household.set_own_name, "Saved after the backup")
    companion.lock()
    (household_data.vault / "vault.key").write_bytes(b"rubbish")
    companion.window.go(GoBackLocked())
    page: Any = companion.window.page
    choose(page, 0)
    page.secret.setText(builders.PASSWORD)
    page.look.click()
    go_back_to_chosen(companion)
    assert name_of(companion) == "Saved after the backup"
    assert "Your records were whole" in companion.window.message_bar.text()


@pytest.mark.parametrize("by", ["folder", "one file"])
def test_everything_opens_on_another_computer(
    start: Callable[[DataDir, Clock], Companion], household_data: DataDir, tmp_path: Path, by: str
) -> None:
    companion = start(household_data, Clock())
    unlock(companion)
    companion.records.change(household.set_own_name, "Sam")
    back_up(companion)
    stick = tmp_path / "stick"
    stick.mkdir()
    page: Any = companion.window.page
    if by == "folder":
        page.take_second(str(stick))
        wait_for(lambda: list((stick / "PEP Companion backups").glob("2026*")), "the copy on the stick")
    else:
        (tmp_path / "its own stick").mkdir()
        page.take_second(str(tmp_path / "its own stick"))
        wait_for(lambda: not companion.background.is_busy, "the copy on its own stick")
        page.carry_to(str(stick / "PEP Companion backup.pepbackup"))
        wait_for(lambda: list(stick.glob("*.pepbackup")), "the file")
    wait_for(lambda: not companion.background.is_busy, "the rest")
    companion.close()
    shutil.rmtree(household_data.root)
    shutil.rmtree(tmp_path / "its own stick", ignore_errors=True)

    other = start(DataDir(tmp_path / "other computer"), Clock())
    assert other.window.place == Welcome()
    welcome: Any = other.window.page
    welcome.have_backup.click()
    page = other.window.page
    assert not page.here.isVisible(), "there is nothing on this computer to go back to"
    assert not page.which.isVisible()
    assert page.looking.words().startswith("Choose where the backup is")
    if by == "folder":
        page.look_in_folder(str(stick))
    else:
        page.look_in_file(str(next(stick.glob("*.pepbackup"))))
    wait_for(lambda: page._rows, "the backups of the stick")
    choose(page, 0)
    if by == "file":
        assert page.looking.words() == "The backup in the file PEP Companion backup.pepbackup"
        assert len(page._rows) == 1
    page.secret.setText("not the right words")
    page.look.click()
    wait_for(lambda: trouble(page), "that it does not open")
    assert other.window.focusWidget() is page.secret
    assert page.secret.selectedText() == "not the right words"
    page.secret.setText(builders.PASSWORD)
    page.look.click()
    wait_for(page.change.isVisible, "what would change")
    settle()
    seen = page.change.visibleRegion().boundingRect()
    assert seen.height() == page.change.height(), "what was asked for is in sight, whole"
    assert page.kept.isHidden(), "there is nothing here to keep"
    go_back_to_chosen(other)
    said = "Your records are here now, as they were in the backup."
    assert other.window.message_bar.text() == said
    assert name_of(other) == "Sam"
    there = other.records.read(second_backup_place.second_place)
    assert (there is not None) == (by == "folder"), "a second place that is not here was the other computer’s"
    with other.records.vault.reading() as session:
        from carer_app.domain.stored_document import StoredDocument

        paper = session.query(StoredDocument).one()
    assert other.records.vault.sealed.open(paper.fingerprint, paper.seal_key) == builders.A_PDF
    other.lock()
    unlock(other)
    assert name_of(other) == "Sam"
