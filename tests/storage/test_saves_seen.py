"""The small note of the last save: whatever happens to it, it is said once, and it sees again afterwards."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.storage import files, keys, waiting_records
from carer_app.storage.backup_content import read_content
from carer_app.storage.looking import MOST_SAVES
from carer_app.storage.saves_seen import MOST_BELIEVABLE, SavesSeen
from carer_app.storage.vault import Vault
from tests.storage.backup_house import WORDS

KEY = bytes(range(32))
RECORDS = b"these records..."


def longer(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\n}")


def a_link(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


def of_others(file: Path) -> None:
    SavesSeen(file, b"other records...").note(40)


HAPPENED: dict[str, Callable[[Path], None]] = {
    "missing": Path.unlink,
    "empty": lambda file: file.write_bytes(b"") and None,
    "longer": longer,
    "garbled": lambda file: file.write_bytes(b"\xff{") and None,
    "a number that is none": lambda file: write(file, "-00000000000009"),
    "a number without end": lambda file: write(file, "9" * 40),
    "no number": lambda file: write(file, 9),
    "deep": lambda file: file.write_bytes(b"[" * 4000) and None,
    "a link": a_link,
    "of others": of_others,
}


def write(file: Path, saves: object) -> None:
    file.write_text(json.dumps({"records": RECORDS.hex(), "saves": saves}))


@pytest.mark.parametrize("what", HAPPENED)
def test_a_note_that_says_nothing_is_told_and_says_something_again(tmp_path: Path, what: str) -> None:
    file = tmp_path / "last-save.json"
    SavesSeen(file, RECORDS).note(41)
    HAPPENED[what](file)
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if not each.is_symlink()}

    saves_seen = SavesSeen(file, RECORDS)
    assert saves_seen.seen() is None
    assert saves_seen.doubt(41).startswith("The small note of your last save ")
    assert saves_seen.doubt(0) == "", "records that were just made have no older copy"
    saves_seen.note(41)
    seen = SavesSeen(file, RECORDS).seen()
    assert seen is not None
    assert seen.saves == 41
    assert SavesSeen(file, RECORDS).doubt(41) == ""
    elsewhere = {name: data for name, data in before.items() if name == "elsewhere"}
    assert all((tmp_path / name).read_bytes() == data for name, data in elsewhere.items())
    assert file.lstat().st_mode & 0o777 == 0o600 or what != "missing"


def test_a_note_older_than_the_records_is_told(tmp_path: Path) -> None:
    saves_seen = SavesSeen(tmp_path / "last-save.json", RECORDS)
    saves_seen.note(38)
    assert "older than your records" in saves_seen.doubt(41)
    assert saves_seen.doubt(39) == "", "a program that died between a save and its note is one behind"
    assert saves_seen.doubt(38) == ""


def test_an_older_copy_that_is_saved_does_not_make_the_note_forget(tmp_path: Path) -> None:
    file = tmp_path / "last-save.json"
    SavesSeen(file, RECORDS).note(62)
    saves_seen = SavesSeen(file, RECORDS)
    assert saves_seen.seen() is not None
    saves_seen.note(51)
    saves_seen.keep(51)
    seen = SavesSeen(file, RECORDS).seen()
    assert seen is not None
    assert seen.saves == 62


def test_on_a_stick_a_second_note_stays_on_the_computer_and_names_nobody(tmp_path: Path) -> None:
    stick, computer = tmp_path / "stick.json", tmp_path / "computer.json"
    SavesSeen(stick, RECORDS, computer, KEY).note(62)
    said = json.loads(computer.read_bytes())
    assert set(said) == {"records", "saves", "check"}
    assert said["saves"] == "000000000000062"
    assert said["records"] not in (RECORDS.hex(), json.loads(stick.read_bytes())["records"])
    SavesSeen(stick, RECORDS).note(50)  # an older copy of the whole stick

    saves_seen = SavesSeen(stick, RECORDS, computer, KEY)
    seen = saves_seen.seen()
    assert seen is not None
    assert seen.saves == 62
    stick.unlink()
    assert saves_seen.doubt(62) == "", "the second one can tell"
    assert saves_seen.doubt(61) != ""
    assert SavesSeen(stick, RECORDS, computer, bytes(32)).seen() is None, "that of other records says nothing"


def test_closing_the_records_writes_it_down_for_good(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "last-save.json"
    key = keys.unwrap(Vault.key_file(folder), WORDS)
    vault = Vault.open_with(folder, key, SavesSeen(file, RECORDS))
    saves = vault.saves
    vault.close()
    seen = SavesSeen(file, RECORDS).seen()
    assert seen is not None
    assert seen.saves == saves


def test_one_changed_bit_is_never_another_count(tmp_path: Path) -> None:
    """It would tell the carer of changes that are missing and were never made."""
    file = tmp_path / "last-save.json"
    SavesSeen(file, RECORDS).note(41)
    whole = file.read_bytes()
    for place in range(len(whole) * 8):
        some = bytearray(whole)
        some[place // 8] ^= 1 << place % 8
        file.write_bytes(some)
        seen = SavesSeen(file, RECORDS).seen()
        assert seen is None or seen.saves == 41


def test_a_note_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    write(tmp_path / "last-save.json", "000000000000041")
    seen = SavesSeen(tmp_path / "last-save.json", RECORDS).seen()
    assert seen is not None
    assert seen.saves == 41


def test_a_number_that_nobody_can_have_come_to_decides_nothing(folder: Path, tmp_path: Path) -> None:
    """It would go into the records with “Go on with this copy”, and no backup could ever be made again."""
    vault_id = keys.vault_id((folder / "vault.key").read_bytes())
    file = tmp_path / "last-save.json"
    vault = Vault.open(folder, WORDS)
    for number in ("9999999999999999", "999999999999999", str(MOST_BELIEVABLE + 1).zfill(15)):
        file.write_text(json.dumps({"records": vault_id.hex(), "saves": number}))
        saves_seen = SavesSeen(file, vault_id)
        assert saves_seen.seen() is None
        assert "could not be read" in saves_seen.doubt(vault.saves)
        before = vault.saves
        vault.count_from(int(number))
        assert vault.saves == before
    vault.close()


def test_records_put_in_place_have_room_to_count_on(folder: Path) -> None:
    """Whatever was seen: what is saved more often than `MOST_SAVES` cannot be backed up."""
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    staged = waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves=9999999999999999)
    assert read_content(staged, key).saves < MOST_SAVES - 10**9
    staged.unlink()
