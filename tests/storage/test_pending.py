"""New records that wait for their place are proved first; nothing else ever takes the place of what was saved."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.errors import VaultDamaged, VaultTooNew
from carer_app.storage import connecting, files, keys, new_key_for_all, waiting_records
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.conftest import NAME, WORDS

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "kettle river button"


def pending_of(folder: Path) -> Path:
    return folder / f"pending-{keys.vault_id(files.read_key_file(folder)).hex()}.db"


def half(folder: Path) -> bytes:
    whole = (folder / "vault.db").read_bytes()
    return whole[: len(whole) // 2]


def of_other_records(folder: Path) -> bytes:
    Vault.create(folder.parent / "other", WORDS, CHEAP).close()
    return (folder.parent / "other" / "vault.db").read_bytes()


def flipped(folder: Path) -> bytes:
    data = bytearray((folder / "vault.db").read_bytes())
    data[len(data) // 2] ^= 1
    return bytes(data)


def no_records_of_ours(folder: Path) -> bytes:
    file = folder.parent / "another.db"
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    connection = connecting.create_file(file, key)
    connection.execute("PRAGMA application_id = 7")
    connection.execute("CREATE TABLE child (id INTEGER)")
    connection.close()
    return file.read_bytes()


def as_it_is(folder: Path) -> bytes:
    """A program for synchronising brings back what waited once, long ago."""
    return (folder / "vault.db").read_bytes()


@pytest.mark.parametrize(
    "stray",
    [
        lambda _folder: b"",
        half,
        of_other_records,
        flipped,
        no_records_of_ours,
        as_it_is,
        lambda _folder: b"x" * 5000,
    ],
)
def test_what_is_not_whole_or_not_newer_never_takes_the_place_of_the_records(
    folder: Path, stray: Callable[[Path], bytes]
) -> None:
    data = stray(folder)
    pending = pending_of(folder)
    pending.write_bytes(data)
    before = (folder / "vault.db").read_bytes()
    vault = Vault.open(folder, WORDS)
    [aside] = vault.put_aside
    with vault.reading() as session:
        assert len(session.scalars(select(Child)).all()) == 101
    vault.close()
    assert (folder / "vault.db").read_bytes() == before
    assert (folder / aside).read_bytes() == data
    assert not pending.exists()
    vault = Vault.open(folder, WORDS)
    assert vault.put_aside == (), "said once"
    vault.close()


@pytest.mark.parametrize("lie", ["link", "folder"])
def test_a_link_or_a_folder_in_that_place_is_put_aside_too(folder: Path, lie: str) -> None:
    pending = pending_of(folder)
    theirs = folder.parent / "theirs"
    theirs.write_bytes((folder / "vault.db").read_bytes())
    if lie == "link":
        pending.symlink_to(theirs)
    else:
        pending.mkdir()
    vault = Vault.open(folder, WORDS)
    assert len(vault.put_aside) == 1
    vault.close()
    assert not (folder / "vault.db").is_symlink()


def test_whole_records_that_count_on_from_those_before_take_their_place(folder: Path) -> None:
    """Someone went back to a backup, and the computer stopped just before the end."""
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    staged = waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves=9)
    staged.rename(pending_of(folder))
    vault = Vault.open(folder, WORDS)
    assert (vault.put_aside, vault.saves) == ((), 9)
    vault.close()
    assert not list(folder.glob("pending-*"))


def test_records_that_wait_are_all_there_is_where_those_before_are_damaged(folder: Path) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    staged = waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves=1)
    staged.rename(pending_of(folder))
    (folder / "vault.db").write_bytes(b"damaged")
    vault = Vault.open(folder, WORDS)
    with vault.reading() as session:
        assert session.scalars(select(Child.name)).first() == NAME
    vault.close()


def test_whole_records_of_a_newer_release_stay_where_they_are(folder: Path) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    staged = waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves=9)
    connection = connecting.connect(staged, key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    pending = pending_of(folder)
    staged.rename(pending)
    with pytest.raises(VaultTooNew):
        Vault.open(folder, WORDS)
    assert pending.exists()


@pytest.mark.parametrize("step", ["_take_its_name", "keep_folder"])
def test_once_the_new_key_counts_locking_anew_has_not_failed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """What is left to do is done by the next opening."""
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    old_key_file = files.read_key_file(folder)
    real = getattr(waiting_records, step)

    def fails(*args: object) -> None:
        if files.read_key_file(folder) != old_key_file:
            raise OSError("the disk went away")
        real(*args)

    with monkeypatch.context() as away:
        away.setattr(waiting_records, step, fails)
        new_key = new_key_for_all.renew(folder, key, NEW_WORDS, CHEAP)
    vault = Vault.open(folder, NEW_WORDS)
    assert (vault.key, vault.put_aside) == (new_key, ())
    with vault.reading() as session:
        assert len(session.scalars(select(Child)).all()) == 101
    vault.close()


def test_after_locking_anew_nothing_in_the_folder_opens_with_the_old_key(folder: Path) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    (folder / files.BEFORE_UPGRADE).write_bytes((folder / "vault.db").read_bytes())
    pending_of(folder).write_bytes((folder / "vault.db").read_bytes())
    Vault.open(folder, WORDS).close()  # puts it aside
    (folder / files.BEFORE_UPGRADE).write_bytes((folder / "vault.db").read_bytes())
    new_key_for_all.renew(folder, key, NEW_WORDS, CHEAP)
    for each in folder.rglob("*"):
        if each.suffix in (".db", ".key"):
            with pytest.raises(Exception):  # noqa: B017, PT011 - whatever it says, it does not open
                connecting.connect_to_read(each, key).close()
    assert {each.suffix for each in folder.iterdir()} >= {".db", ".key"}


def test_what_waits_and_counts_is_what_is_read_where_nothing_can_be_written(folder: Path) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    saves = Vault.open_to_read(folder, key, is_write_protected=True).saves
    waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves + 5).rename(
        pending_of(folder)
    )
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    vault = Vault.open_to_read(folder, key, is_write_protected=True)
    assert vault.saves == saves + 5
    vault.close()
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    waiting_records.stage(folder, (folder / "vault.db").read_bytes(), key, saves).rename(pending_of(folder))
    older = Vault.open_to_read(folder, key, is_write_protected=True)
    assert older.saves == saves
    older.close()


@pytest.mark.parametrize("journal", [b"x" * 600, b"", bytes(4096)])
@pytest.mark.parametrize("stray", [b"anything at all" * 1000, None])
def test_a_stray_file_with_a_journal_beside_it_locks_nobody_out(
    folder: Path, stray: bytes | None, journal: bytes
) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    pending = pending_of(folder)
    pending.write_bytes(as_it_is(folder) if stray is None else stray)
    pending.with_name(f"{pending.name}-journal").write_bytes(journal)
    Vault.open_to_read(folder, key, is_write_protected=True).close()
    vault = Vault.open_with(folder, key)
    assert len(vault.put_aside) == 1
    vault.close()


@pytest.mark.parametrize("journal", [b"x" * 600, bytes(4096)])
def test_what_waits_and_counts_counts_with_a_stray_journal_beside_it_too(
    folder: Path, journal: bytes
) -> None:
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    pending = pending_of(folder)
    waiting_records.stage(folder, as_it_is(folder), key, 9).rename(pending)
    pending.with_name(f"{pending.name}-journal").write_bytes(journal)
    vault = Vault.open_to_read(folder, key, is_write_protected=True)
    assert vault.saves == 9
    vault.close()
    vault = Vault.open_with(folder, key)
    assert (vault.put_aside, vault.saves) == ((), 9)
    vault.close()


def test_newer_pages_laid_beside_the_records_roll_nothing_back(folder: Path) -> None:
    """SQLite reads such a file before it reads the records, page by page, and no check sees them together."""
    key = keys.unwrap(files.read_key_file(folder), WORDS)
    older = as_it_is(folder)
    vault = Vault.open_with(folder, key)
    with vault.work() as session:
        session.get_one(Child, 1).name = "Zoë"
    saves = vault.saves
    vault.close()
    newer = as_it_is(folder)
    wal = folder / "vault.db-wal"
    wal.write_bytes(as_newer_pages(older, newer))
    (folder / "vault.db-shm").write_bytes(b"")
    with pytest.raises(VaultDamaged):
        connecting.connect(folder / "vault.db", key)
    vault = Vault.open_to_read(folder, key, is_write_protected=True)
    assert vault.saves == saves
    vault.close()
    vault = Vault.open_with(folder, key)
    assert vault.saves == saves
    assert sorted(name.rpartition(".")[2] for name in vault.put_aside) == ["db-shm", "db-wal"]
    with vault.reading() as session:
        assert session.get_one(Child, 1).name == "Zoë"
    vault.close()
    assert as_it_is(folder) == newer
    Vault.open_with(folder, key).close()


def as_newer_pages(older: bytes, newer: bytes) -> bytes:
    """https://sqlite.org/fileformat2.html#the_write_ahead_log, 2026-11-29."""
    page = 4096
    changed = [
        at
        for at in range(0, min(len(older), len(newer)), page)
        if older[at : at + page] != newer[at : at + page]
    ]
    head = struct.pack(">6I", 0x377F0682, 3007000, page, 0, 1, 2)
    check = added(head, (0, 0))
    log = head + struct.pack(">2I", *check)
    for at in changed:
        data = older[at : at + page]
        which = struct.pack(">2I", at // page + 1, len(newer) // page if at == changed[-1] else 0)
        check = added(which + data, check)
        log += which + struct.pack(">4I", 1, 2, *check) + data
    return log


def added(data: bytes, check: tuple[int, int]) -> tuple[int, int]:
    one, two = check
    for first, second in struct.iter_unpack("<II", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
