"""An older copy, or records open on another computer: said just after unlocking, and nothing is lost by going on."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.errors import OpenElsewhere
from carer_app.storage import keys
from carer_app.storage.backups import Backups
from carer_app.use_cases import household, second_backup_place
from tests import builders
from tests.journeys.conftest import bring_forward, put_away, unlock, wait_for
from ui.base.places import Home, OlderCopyHere, OpenOnAnother
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


@pytest.fixture
def start(qtbot: QtBot, qapp: Any, data: DataDir) -> Iterator[Callable[[], Companion]]:
    """Start the application over the household in `data`, and unlock it."""
    data.root.mkdir()
    builders.new_vault(data.vault).close()
    started: list[Companion] = []

    def go() -> Companion:
        companion = Companion(data, lambda: builders.TODAY)
        started.append(companion)
        companion.start()
        bring_forward(companion, qtbot)
        unlock(companion)
        return companion

    yield go
    for companion in started:
        stop(companion)


def stop(companion: Companion) -> None:
    put_away(companion)


def test_an_older_copy_put_in_place_is_said_once(start: Callable[[], Companion], data: DataDir) -> None:
    companion = start()
    companion.records.change(household.set_own_name, "Sam")
    stop(companion)
    older = (data.vault / "vault.db").read_bytes()
    companion = start()
    for name in ("Sami", "Samira", "Sam again"):
        companion.records.change(household.set_own_name, name)
    stop(companion)
    (data.vault / "vault.db").write_bytes(older)

    companion = start()
    assert companion.window.place == OlderCopyHere()
    page: Any = companion.window.page
    assert page.missing.words().startswith("3 changes are missing. The last was saved on ")
    page.go_on.click()
    assert companion.window.place == Home()
    assert companion.records.read(household.own_name) == "Sam"
    stop(companion)
    assert start().window.place == Home()


def test_half_of_newer_records_is_not_used_and_said_once(
    start: Callable[[], Companion], data: DataDir
) -> None:
    """A program for synchronising brought half of what another computer was just putting in place."""
    companion = start()
    companion.records.change(household.set_own_name, "Sam")
    vault_id = keys.vault_id(companion.records.vault.key_file_now()).hex()
    stop(companion)
    (data.vault / f"pending-{vault_id}.db").write_bytes(b"")
    companion = start()
    assert companion.records.read(household.own_name) == "Sam"
    [aside] = data.vault.glob("not-used-*.db")
    said = companion.window.message_bar.text()
    assert said.startswith("A file that looked like newer records lay beside yours.")
    assert f"It is kept as “{aside.name}” in the folder with your records." in said
    assert said.endswith("If not, look under “Go back to a backup”.")
    stop(companion)
    assert "newer records" not in start().window.message_bar.text()


def test_a_childs_part_that_was_damaged_is_said_once_and_no_word_more(
    start: Callable[[], Companion], data: DataDir
) -> None:
    companion = start()
    companion.records.vault.child_drafts.write("uid-1", b"They run off at playtime.", builders.TODAY)
    stop(companion)
    [draft] = data.vault.glob("*.draft")
    draft.write_bytes(draft.read_bytes()[:-1])
    companion = start()
    assert companion.window.message_bar.text() == "A child’s unfinished part was damaged and is gone."
    assert not draft.exists()
    stop(companion)
    assert start().window.message_bar.text() == ""


def test_a_childs_part_that_nobody_came_back_to_does_not_go_without_a_word(
    start: Callable[[], Companion], data: DataDir
) -> None:
    """The clock may be wrong."""
    companion = start()
    companion.records.vault.child_drafts.write("uid-1", b"They run off.", builders.TODAY - timedelta(days=15))
    stop(companion)
    said = start().window.message_bar.text()
    assert said == "A child’s unfinished part was left for more than two weeks and is gone."


def test_an_older_key_file_that_was_put_back_is_said_once(
    start: Callable[[], Companion], data: DataDir
) -> None:
    companion = start()
    older = companion.records.vault.key_file_now()
    vault = companion.records.vault
    vault.keep_key_file(
        keys.with_slot(older, vault.key, keys.PASSWORD, "kettle river button", builders.CHEAP)
    )
    stop(companion)
    (data.vault / "vault.key").write_bytes(older)
    companion = start()
    said = companion.window.message_bar.text()
    assert said.startswith("The small file that goes with your password is an older one.")
    stop(companion)
    assert start().window.message_bar.text() == ""


def test_records_open_on_another_computer_can_be_read(start: Callable[[], Companion], data: DataDir) -> None:
    note = data.vault / "open-now.json"
    note.write_text(json.dumps({"computer": "another one"}))
    companion = start()
    assert companion.window.place == OpenOnAnother()
    heard: list[str] = []
    companion.records.problem.connect(heard.append)
    assert not companion.records.change(household.set_own_name, "Sam")
    assert "open on another computer" in heard[0]
    companion.window.page.read.click()  # type: ignore[union-attr]
    assert companion.window.place == Home()
    with pytest.raises(OpenElsewhere), companion.records.vault.work():
        pass
    companion.door.reworking.rework("Going back to the backup.", lambda: ("", b""))
    assert "open on another computer" in heard[1]
    assert companion.records.is_open, "nothing works on the files that another computer has open"
    companion.window.go(OpenOnAnother())
    companion.window.page.only_here.click()  # type: ignore[union-attr]
    assert companion.window.place == Home()
    assert companion.records.change(household.set_own_name, "Sam")


def test_what_another_computer_saved_is_kept_as_a_backup(
    start: Callable[[], Companion], data: DataDir
) -> None:
    shutil.copy(data.vault / "vault.db", data.vault / "vault-LAPTOP.db")
    companion = start()
    wait_for(lambda: "kept as a backup" in companion.window.message_bar.text(), "the other copy to be kept")
    assert not (data.vault / "vault-LAPTOP.db").exists()
    assert len(Backups(data.backups).all()) == 1


NOTE = "last-save.json"
HAPPENED: dict[str, Callable[[Path, bytes], object]] = {
    "missing": lambda note, _older: note.unlink(),
    "empty": lambda note, _older: note.write_bytes(b""),
    "longer": lambda note, _older: note.write_bytes(note.read_bytes() + b"}"),
    "older": lambda note, older: note.write_bytes(older),
}


@pytest.mark.parametrize("what", HAPPENED)
def test_a_backup_tells_of_an_older_copy_whatever_became_of_the_note(
    start: Callable[[], Companion], data: DataDir, what: str
) -> None:
    """On a stick the note lies beside the records it is to watch over."""
    companion = start()
    companion.records.change(household.set_own_name, "Sam")
    stop(companion)
    older, older_note = (data.vault / "vault.db").read_bytes(), (data.root / NOTE).read_bytes()
    companion = start()
    for name in ("Sami", "Samira", "Sam again"):
        companion.records.change(household.set_own_name, name)
    back_up(companion)
    stop(companion)
    (data.vault / "vault.db").write_bytes(older)
    HAPPENED[what](data.root / NOTE, older_note)

    companion = start()
    assert companion.window.place == OlderCopyHere()
    page: Any = companion.window.page
    said = page.missing.words()
    assert said.startswith("3 changes are missing. They are in a backup of "), said
    # Whatever was seen elsewhere, what is here is backed up as well.
    companion.records.change(household.set_own_name, "Samuel")
    companion.door.backing_up.look()
    wait_for(lambda: not companion.door.backing_up.is_busy, "the backup")
    saves = [each.saves for each in Backups(data.backups).all()]
    assert companion.records.vault.saves in saves
    stop(companion)
    companion = start()
    assert companion.window.place == OlderCopyHere(), "saving something does not make it the newest"
    page = companion.window.page
    page.go_on.click()
    assert companion.records.vault.saves > max(saves)


@pytest.mark.parametrize("what", ["missing", "empty", "longer"])
def test_a_note_that_cannot_tell_is_said_once(
    start: Callable[[], Companion], data: DataDir, what: str
) -> None:
    companion = start()
    companion.records.change(household.set_own_name, "Sam")
    stop(companion)
    HAPPENED[what](data.root / NOTE, b"")
    companion = start()
    assert companion.window.place == Home()
    assert companion.window.message_bar.text().startswith("The small note of your last save ")
    assert companion.window.message_bar.tone == "news"
    stop(companion)
    assert start().window.message_bar.text() == ""


def test_a_second_place_tells_of_an_older_copy_a_moment_later(
    start: Callable[[], Companion], data: DataDir, tmp_path: Path
) -> None:
    companion = start()
    second = tmp_path / "drive"
    (second / "PEP Companion backups").mkdir(parents=True)
    companion.records.change(second_backup_place.choose, str(second), builders.TODAY, True)
    stop(companion)
    older = (data.vault / "vault.db").read_bytes()
    companion = start()
    companion.records.change(household.set_own_name, "Sam")
    back_up(companion)
    stop(companion)
    shutil.rmtree(data.backups)
    (data.root / NOTE).unlink()
    (data.vault / "vault.db").write_bytes(older)
    companion = start()
    wait_for(lambda: "second place has" in companion.window.message_bar.text(), "the second place to tell")


def back_up(companion: Companion) -> None:
    companion.door.backing_up.back_up_now()
    wait_for(lambda: not companion.door.backing_up.is_busy, "the backup")
