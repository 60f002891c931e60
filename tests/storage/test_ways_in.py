"""Each way in opens the records by itself; changing one leaves the others and the records alone."""

from pathlib import Path

import pytest

from carer_app.errors import KeyFileDamaged, NotAllowed, OpenElsewhere, WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault

WORDS = "otter lantern marble"
CODE = "ACDE-FHJK-MNPQ"
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
    gone = keys.without(both, keys.SHEET)
    assert keys.kinds(gone) == {keys.PASSWORD}
    assert sheet.wrapped.hex().encode() not in gone
    with pytest.raises(NotAllowed):
        keys.without(gone, keys.PASSWORD)


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
    assert (folder / "vault.db").read_bytes() == before, "changing a way in never re-encrypts"
    Vault.open(folder, "kettle river").close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, WORDS)


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
