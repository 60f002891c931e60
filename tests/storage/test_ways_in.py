"""Each way in opens the records by itself; changing one leaves the others and the records alone."""

import json
import shutil
from pathlib import Path

import pytest

from carer_app.errors import KeyFileDamaged, NotAllowed, OpenElsewhere, WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests import builders

WORDS = "otter lantern marble"
CODE = "ACDE-FHJK-MNPQ"
SAMPLES = Path(__file__).parent / "samples"
CHEAP = Cost(time=1, memory_kib=8, lanes=1)


@pytest.fixture(scope="module")
def made() -> tuple[bytes, bytes]:
    return keys.new_key_file(WORDS, CHEAP)


def test_each_way_in_opens_and_none_opens_for_another(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    both = keys.with_slot(key_file, key, keys.SHEET, CODE, CHEAP)
    all_three = keys.with_slot(both, key, keys.KEYRING, "f" * 64)
    assert keys.kinds(all_three) == {keys.PASSWORD, keys.SHEET, keys.KEYRING}
    for kind, secret in ((keys.PASSWORD, WORDS), (keys.SHEET, CODE), (keys.KEYRING, "f" * 64)):
        assert keys.unwrap(all_three, secret, kind) == key
        for other in {keys.PASSWORD, keys.SHEET, keys.KEYRING} - {kind}:
            with pytest.raises(WrongPassphrase):
                keys.unwrap(all_three, secret, other)


def test_a_new_password_takes_the_place_of_the_old_one_and_of_nothing_else(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    both = keys.with_slot(key_file, key, keys.SHEET, CODE, CHEAP)
    changed = keys.with_slot(both, key, keys.PASSWORD, "kettle river button", CHEAP)
    assert keys.unwrap(changed, "kettle river button") == key
    assert keys.unwrap(changed, CODE, keys.SHEET) == key
    with pytest.raises(WrongPassphrase):
        keys.unwrap(changed, WORDS)
    old = next(slot for slot in keys.read_key_file(key_file).slots if slot.kind == keys.PASSWORD)
    assert old.wrapped.hex().encode() in key_file
    assert old.wrapped.hex().encode() not in changed


def test_a_way_in_that_is_taken_away_leaves_nothing_in_the_file(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    both = keys.with_slot(key_file, key, keys.SHEET, CODE, CHEAP)
    sheet = next(slot for slot in keys.read_key_file(both).slots if slot.kind == keys.SHEET)
    gone = keys.without(both, key, keys.SHEET)
    assert keys.kinds(gone) == {keys.PASSWORD}
    assert sheet.wrapped.hex().encode() not in gone
    with pytest.raises(NotAllowed):
        keys.without(gone, key, keys.PASSWORD)


def test_a_way_in_for_another_key_is_never_made(made: tuple[bytes, bytes]) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.with_slot(made[0], bytes(32), keys.SHEET, CODE, CHEAP)
    with pytest.raises(NotAllowed):
        keys.with_slot(made[0], made[1], keys.PASSWORD, "  ", CHEAP)


def test_the_password_gets_harder_to_guess_where_the_computer_can(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    wanted = Cost(time=2, memory_kib=64, lanes=1)
    raised = keys.stronger(key_file, key, WORDS, wanted)
    assert raised is not None
    assert keys.read_key_file(raised).slots[0].cost == wanted
    assert keys.unwrap(raised, WORDS) == key
    assert keys.stronger(raised, key, WORDS, CHEAP) is None, "it is never made easier"
    with pytest.raises(WrongPassphrase):
        keys.stronger(key_file, key, "another password altogether", wanted)


def test_a_changed_key_file_opens_the_same_records(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    key = keys.unwrap(vault.key_file_now(), WORDS)
    before = (folder / "vault.db").read_bytes()
    vault.keep_key_file(keys.with_slot(vault.key_file_now(), key, keys.PASSWORD, "kettle river", CHEAP))
    vault.close()
    after = (folder / "vault.db").read_bytes()
    assert len(after) == len(before)
    changed = [at for at in range(0, len(after), 4096) if after[at : at + 4096] != before[at : at + 4096]]
    assert len(changed) <= 2, "changing a way in never re-encrypts: only its number is noted"
    Vault.open(folder, "kettle river").close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, WORDS)


def test_an_older_key_file_that_was_put_back_is_noticed_once(folder: Path) -> None:
    """It is whole, and an old password opens it."""
    older = (folder / "vault.key").read_bytes()
    vault = Vault.open(folder, WORDS)
    vault.keep_key_file(
        keys.with_slot(vault.key_file_now(), vault.key, keys.PASSWORD, "kettle river button", CHEAP)
    )
    vault.close()
    (folder / "vault.key").write_bytes(older)
    noticed = []
    for _time in range(2):
        vault = Vault.open(folder, WORDS)
        noticed.append(vault.has_older_ways_in)
        vault.close()
    assert noticed == [True, False]


def test_ways_in_that_were_changed_while_the_records_could_not_be_told_are_no_older_ones(
    folder: Path,
) -> None:
    """The computer stopped between the two, or the password was set at the door."""
    key = keys.unwrap((folder / "vault.key").read_bytes(), WORDS)
    changed = keys.with_slot((folder / "vault.key").read_bytes(), key, keys.SHEET, CODE, CHEAP)
    (folder / "vault.key").write_bytes(changed)
    for _time in range(2):
        vault = Vault.open(folder, WORDS)
        assert not vault.has_older_ways_in
        vault.close()


@pytest.mark.parametrize("sample", ["0001", "0007"])
def test_a_key_file_of_an_earlier_release_opens_and_is_sealed_with_the_next_change(
    sample: str, tmp_path: Path
) -> None:
    folder = shutil.copytree(SAMPLES / sample, tmp_path / "vault")
    assert json.loads((folder / "vault.key").read_bytes())["format"] == 1
    vault = Vault.open(folder, builders.PASSWORD)
    assert not vault.has_older_ways_in
    before = vault.key_file_now()
    assert keys.number(before) == 0
    vault.keep_key_file(keys.with_slot(before, vault.key, keys.SHEET, CODE, CHEAP))
    assert keys.number(vault.key_file_now()) == 1
    vault.close()
    (folder / "vault.key").write_bytes(before)  # and the unsealed one is an older one from then on
    vault = Vault.open(folder, builders.PASSWORD)
    assert vault.has_older_ways_in
    vault.close()


def test_the_key_file_of_other_records_is_never_put_in_place(vault: Vault, made: tuple[bytes, bytes]) -> None:
    before = vault.key_file_now()
    with pytest.raises(KeyFileDamaged):
        vault.keep_key_file(made[0])
    with pytest.raises(KeyFileDamaged):
        vault.keep_key_file(before[:-1])
    assert vault.key_file_now() == before


def test_records_open_to_read_change_nothing(folder: Path) -> None:
    key = keys.unwrap((folder / "vault.key").read_bytes(), WORDS)
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    vault = Vault.open_to_read(folder, key)
    with pytest.raises(OpenElsewhere, match="another computer"), vault.work():
        pass
    with pytest.raises(OpenElsewhere):
        vault.keep_key_file(vault.key_file_now())
    vault.close()
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
