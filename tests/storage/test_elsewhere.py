"""One writer, wherever the records lie; another copy of them is never mistaken for the one that was saved last."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.errors import BackupDamaged, OpenElsewhere
from carer_app.jobs.other_copies import keep_other_copies
from carer_app.storage import files, keys, open_elsewhere
from carer_app.storage.saves_seen import SavesSeen
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household


def key_of(folder: Path) -> bytes:
    return keys.unwrap((folder / "vault.key").read_bytes(), WORDS)


def open_on_another_computer(folder: Path) -> None:
    (folder / open_elsewhere.FILE_NAME).write_text(json.dumps({"computer": "another one"}))


def test_records_open_on_another_computer_are_open_to_read_only(folder: Path) -> None:
    key = key_of(folder)
    open_on_another_computer(folder)
    with pytest.raises(OpenElsewhere, match="another computer"):
        Vault.open_with(folder, key)
    vault = Vault.open_to_read(folder, key)
    with vault.reading() as session:
        assert session.scalars(select(Child)).first() is not None
    vault.close()
    assert (folder / open_elsewhere.FILE_NAME).exists(), "the other computer's note is not ours to take away"
    Vault.open_with(folder, key, only_here=True).close()
    Vault.open_with(folder, key).close()


def test_a_note_left_behind_never_blocks_for_long(folder: Path) -> None:
    open_on_another_computer(folder)
    left = (folder / open_elsewhere.FILE_NAME).stat().st_mtime
    assert open_elsewhere.is_open_elsewhere(folder, left + open_elsewhere.STALE_AFTER_SECONDS - 60)
    assert not open_elsewhere.is_open_elsewhere(folder, left + open_elsewhere.STALE_AFTER_SECONDS + 60)
    (folder / open_elsewhere.FILE_NAME).write_bytes(b"half a no")
    assert not open_elsewhere.is_open_elsewhere(folder)


def test_our_own_note_does_not_keep_us_out_after_a_crash(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    assert not open_elsewhere.is_open_elsewhere(folder)
    note = (folder / open_elsewhere.FILE_NAME).read_bytes()
    vault.close()
    assert not (folder / open_elsewhere.FILE_NAME).exists()
    (folder / open_elsewhere.FILE_NAME).write_bytes(note)
    Vault.open(folder, WORDS).close()


def save(vault: Vault, name: str) -> None:
    with vault.work() as session:
        session.add(Child(name=name))


def test_an_older_copy_in_its_place_knows_of_fewer_saves(folder: Path, tmp_path: Path) -> None:
    key = key_of(folder)
    saves_seen = SavesSeen(tmp_path / "last-save.json", keys.vault_id((folder / "vault.key").read_bytes()))
    assert saves_seen.seen() is None
    vault = Vault.open_with(folder, key, saves_seen)
    save(vault, "One")
    vault.close()
    older = (folder / "vault.db").read_bytes()
    vault = Vault.open_with(folder, key, saves_seen)
    for name in ("Two", "Three", "Four"):
        save(vault, name)
    seen = saves_seen.seen()
    assert seen is not None
    assert (seen.saves, seen.on) == (vault.saves, date.today())
    vault.close()

    (folder / "vault.db").write_bytes(older)
    vault = Vault.open_with(folder, key, saves_seen)
    assert seen.saves - vault.saves == 3
    vault.count_from(seen.saves)
    assert vault.saves == seen.saves + 1
    vault.close()
    vault = Vault.open_with(folder, key, saves_seen)
    assert saves_seen.seen() is not None
    assert vault.saves >= saves_seen.seen().saves  # type: ignore[union-attr]
    vault.close()


def test_a_witness_of_other_records_or_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    SavesSeen(tmp_path / "last-save.json", b"one").note(7)
    assert SavesSeen(tmp_path / "last-save.json", b"two").seen() is None
    (tmp_path / "last-save.json").write_bytes(b"{")
    assert SavesSeen(tmp_path / "last-save.json", b"one").seen() is None
    SavesSeen(tmp_path / "not there" / "last-save.json", b"one").note(7)


def test_saving_counts_and_reading_or_failing_does_not(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    before = vault.saves
    with vault.reading() as session:
        session.scalars(select(Child)).all()
    with vault.work():
        pass
    with pytest.raises(ZeroDivisionError):
        vault.run(lambda session: 1 // (session.add(Child(name="No")) or 0))
    assert vault.saves == before
    save(vault, "Yes")
    assert vault.saves == before + 1
    vault.close()
    again = Vault.open(folder, WORDS)
    assert again.saves == before + 1
    again.close()


def test_what_another_computer_saved_meanwhile_is_noticed_and_kept(folder: Path, tmp_path: Path) -> None:
    conflict = folder / "vault (Sam’s laptop's conflicted copy 2026-03-01).db"
    house = Household(folder, tmp_path / "backups")
    house.add("Saved on the laptop")
    house.vault.close()
    shutil.copy(folder / "vault.db", conflict)
    house.vault = Vault.open(folder, WORDS)
    house.add("Saved here")
    assert files.conflict_copies(folder) == [conflict]
    house.back_up()
    key_file = house.vault.key_file_now()
    kept = house.backups.adopt(conflict, key_file, house.key, folder / "documents", NOW)
    assert files.conflict_copies(folder) == []
    assert "Saved here" in house.names()
    assert len(house.backups.all()) == 2
    house.go_back(kept)
    assert "Saved here" not in house.names()
    assert "Saved on the laptop" in house.names()
    house.vault.close()


def test_a_copy_that_cannot_be_opened_stays_where_it_is(folder: Path, tmp_path: Path) -> None:
    house = Household(folder, tmp_path / "backups")
    conflict = folder / "vault-LAPTOP.db"
    conflict.write_bytes(b"rubbish")
    with pytest.raises(BackupDamaged):
        house.backups.adopt(conflict, house.vault.key_file_now(), house.key, folder / "documents", NOW)
    assert conflict.read_bytes() == b"rubbish"
    assert house.backups.all() == []
    house.vault.close()


def test_a_copy_that_is_kept_and_cannot_be_taken_away_is_no_failure(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = Household(folder, tmp_path / "backups")
    conflict = folder / "vault-LAPTOP.db"
    shutil.copy(folder / "vault.db", conflict)
    real = Path.unlink

    def stays(self: Path, missing_ok: bool = False) -> None:
        if self == conflict:
            raise OSError(5, "the disk does not let go of it")
        real(self, missing_ok)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "unlink", stays)
        for _again in range(2):
            house.backups.adopt(conflict, house.vault.key_file_now(), house.key, folder / "documents", NOW)
    assert len(house.backups.all()) == 1
    house.vault.close()


def test_a_link_among_the_copies_keeps_no_other_back(folder: Path, tmp_path: Path) -> None:
    house = Household(folder, tmp_path / "backups")
    (folder / "vault-A.db").symlink_to(tmp_path / "theirs")
    shutil.copy(folder / "vault.db", tmp_path / "theirs")
    shutil.copy(folder / "vault.db", folder / "vault-B.db")
    assert keep_other_copies(folder, house.backups.folder, house.vault.key_file_now(), house.key, NOW) == 1
    assert (folder / "vault-A.db").is_symlink()
    house.vault.close()
