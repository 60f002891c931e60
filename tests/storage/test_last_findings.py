"""What was found last of all: races, what lies beside, older lineages, and sentences that said too much."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from carer_app.errors import BackupDamaged, CarerAppError, NotSaved, ReadOnlyFolder
from carer_app.jobs import backing_up, going_back, how_backups_stand, proving_backups, way_back
from carer_app.jobs.other_copies import keep_other_copies
from carer_app.storage import backups as backups_module
from carer_app.storage import child_drafts, connecting, files, new_key_for_all, safe_files
from carer_app.storage.backup_content import restore_into_memory
from carer_app.storage.key_cost import Cost
from carer_app.storage.safe_files import NotPlain, write_over
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
no_links = pytest.mark.skipif(
    sys.platform == "win32", reason="a link needs a right there that hardly anybody has"
)


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


def work(house: Household, stick: Path | None = None, days: int = 0) -> backing_up.Work:
    vault = house.vault
    snapshot = backups_module.Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
    now = NOW + timedelta(days=days)
    return backing_up.Work(
        house.folder, house.backups.folder, stick, vault.key_file_now(), house.key, snapshot, now
    )


@no_links
def test_what_is_opened_is_what_lay_there_a_moment_ago(
    house: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking and opening a link was put in its place: SQLite goes through it."""
    backup = house.back_up()
    elsewhere = shutil.copy(backup.records, tmp_path / "elsewhere.db")
    real = dbapi2.connect

    def connect(*args: Any, **how: Any) -> dbapi2.Connection:
        backup.records.unlink()
        backup.records.symlink_to(elsewhere)
        return real(*args, **how)

    monkeypatch.setattr(dbapi2, "connect", connect)
    with pytest.raises(BackupDamaged):
        restore_into_memory(backup.records, house.key)


@no_links
def test_a_note_is_not_written_into_a_file_that_got_a_second_name_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs, note = tmp_path / "letter", tmp_path / "note"
    theirs.write_bytes(b"a letter of the carer's")
    note.write_bytes(b"before")
    real = safe_files.must_be_plain

    def plain(path: Path) -> bool:
        found = real(path)
        if path == note and not os.path.samefile(note, theirs):
            note.unlink()
            os.link(theirs, note)
        return found

    monkeypatch.setattr(safe_files, "must_be_plain", plain)
    before = os.lstat(note)
    monkeypatch.setattr(Path, "lstat", lambda self: before if self == note else os.lstat(self))
    write_over(note, b"saves")
    monkeypatch.undo()
    assert theirs.read_bytes() == b"a letter of the carer's"
    assert note.read_bytes() == b"saves"


@no_links
def test_records_are_not_read_through_a_link_to_what_has_newer_pages_beside_it(
    house: Household, tmp_path: Path
) -> None:
    house.vault.close()
    there = shutil.move(house.folder / "vault.db", tmp_path / "theirs.db")
    (tmp_path / "theirs.db-wal").write_bytes(b"newer pages")
    (house.folder / "vault.db").symlink_to(there)
    with pytest.raises(NotPlain):
        connecting.connect_to_read(house.folder / "vault.db", house.key)
    with pytest.raises(NotSaved, match="a link or a folder"):
        Vault.open_to_read(house.folder, house.key)
    (house.folder / "vault.db").unlink()
    shutil.move(there, house.folder / "vault.db")
    house.vault = Vault.open(house.folder, WORDS)


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_is_left_beside_records_that_waited_goes(house: Household, ending: str) -> None:
    """It lay there for ever."""
    house.vault.close()
    stray = house.folder / f"pending-{'0a' * 16}.db{ending}"
    stray.write_bytes(b"left")
    theirs = house.folder / f"pending-notes.db{ending}"
    theirs.write_bytes(b"not ours")
    house.vault = Vault.open(house.folder, WORDS)
    assert not stray.exists()
    assert theirs.exists()


def test_a_rotten_backup_without_a_list_is_tried_once_a_day(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every ten minutes each of its pages was read again."""
    backup = house.back_up()
    rotten = shutil.copytree(backup.folder, backup.folder.with_name("2026-03-01 10.00"))
    (rotten / "backup.json").unlink()
    data = bytearray((rotten / "vault.db").read_bytes())
    data[9000] ^= 1
    (rotten / "vault.db").write_bytes(data)
    tried: list[str] = []
    real = type(house.backups).proof

    def proof(self: Any, each: Any, *args: Any) -> Any:
        tried.append(each.folder.name)
        return real(self, each, *args)

    monkeypatch.setattr(backups_module.Backups, "proof", proof)
    monkeypatch.setattr(proving_backups, "_NOT_OPENED", set())
    said = [backing_up.tend(work(house)).found for _look in range(3)]
    assert tried.count(rotten.name) == 1
    assert "has been damaged" in said[0]
    backing_up.tend(work(house, days=1))
    assert tried.count(rotten.name) == 2
    shutil.copy(backup.records, rotten / "vault.db")
    backing_up.tend(work(house, days=1))
    assert tried.count(rotten.name) == 3, "its file is another now"
    assert (rotten / "backup.json").exists()


def test_as_many_saves_after_an_older_copy_are_not_the_same_saves(house: Household, tmp_path: Path) -> None:
    """What was typed then was taken to be in the backup of before, and was in none."""
    stick = tmp_path / "stick"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    older = house.vault.snapshot()
    house.add("Before, once")
    house.add("Before, twice")
    backing_up.tend(work(house, stick))
    house.vault.close()
    (house.folder / "vault.db").write_bytes(older)
    house.vault = Vault.open(house.folder, WORDS)
    house.add("After")  # one save less than the backup knows of
    backing_up.tend(work(house, stick, 1))
    house.add("After, again")  # just as many
    done = backing_up.tend(work(house, stick, 2))
    assert (done.problem, done.not_copied) == ("", "")
    wanted = house.names()
    for place in (house.backups.folder, how_backups_stand.in_second_place(stick)):
        found = []
        for backup in type(house.backups)(place).ours(house.key):
            with closing(connecting.connect_to_read(backup.records, house.key)) as connection:
                found.append([name for (name,) in connection.execute("SELECT name FROM child ORDER BY id")])
        assert wanted in found, place
        assert any("Before, twice" in names for names in found), "and that one is kept as well"


def test_nothing_changed_makes_no_second_backup(house: Household) -> None:
    backup = house.back_up()
    assert house.back_up(NOW + timedelta(hours=2)) == backup
    house.vault._know("ways_in", 7)  # counts for nothing
    assert house.back_up(NOW + timedelta(hours=3)) == backup


def test_a_copy_that_can_never_be_read_is_no_trouble_with_the_backups_at_each_unlocking(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = house.folder / "vault (Sam's conflicted copy).db"
    copy.write_bytes(house.vault.snapshot())
    monkeypatch.setattr(backups_module, "MOST_BYTES", 1000)
    key_file = house.vault.key_file_now()
    assert keep_other_copies(house.folder, house.backups.folder, key_file, house.key, NOW) == 0
    assert copy.exists()


def test_a_renewal_that_a_childs_draft_stops_says_what_stopped_it(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It said that the last change could not be saved: nobody had changed anything."""
    house.vault.child_drafts.write("meeting", b"words", NOW.date())
    house.vault.close()

    def unreadable(_path: Path, _most: int) -> bytes:
        raise OSError(5, "the disk cannot read it")

    monkeypatch.setattr(child_drafts, "read_safely", unreadable)
    with pytest.raises(NotSaved, match="a child had begun could not be read, so nothing was locked anew"):
        new_key_for_all.renew(house.folder, house.key, "cobweb harbour tinsel", CHEAP)
    monkeypatch.undo()
    house.vault = Vault.open(house.folder, WORDS)
    assert house.vault.child_drafts.read("meeting") == b"words"


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (
            PermissionError(13, "no"),
            ReadOnlyFolder,
            "is not allowed to give the folder with your records another name",
        ),
        (OSError(16, "busy"), NotSaved, "could not be given another name. Nothing has been changed."),
    ],
)
def test_a_folder_that_cannot_be_renamed_is_no_change_that_was_not_saved(
    house: Household, monkeypatch: pytest.MonkeyPatch, error: OSError, kind: type[CarerAppError], said: str
) -> None:
    house.vault.close()

    def rename(_self: Path, _target: Path) -> Path:
        raise error

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(kind, match=said):
        way_back.put_aside(house.folder, NOW.date())
    monkeypatch.undo()
    house.vault = Vault.open(house.folder, WORDS)


def test_records_that_came_back_onto_a_stick_are_not_said_to_be_on_this_computer(
    house: Household, tmp_path: Path
) -> None:
    backup = house.back_up()
    new = tmp_path / "stick" / "vault"
    said = going_back.go_back(
        new, tmp_path / "stick" / "backups", house.backups.folder, backup.folder.name, house.key, 0, NOW
    )
    assert said == "Your records are here now, as they were in the backup."
    assert files.is_here(new)
