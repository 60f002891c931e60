"""Whatever has happened to the files: the right sentence, and not a byte changed by us."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.errors import (
    CarerAppError,
    KeyFileDamaged,
    VaultDamaged,
    VaultInUse,
    VaultMissing,
    VaultTooNew,
)
from carer_app.storage import connecting, keys, trouble
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault

WORDS = "otter lantern marble"
ROOT = Path(__file__).parents[2]


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file of ours with its SHA-256; the lock file is empty and no part of the records."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.iterdir()
        if each.name != "vault.lock"
    }


def test_no_records_are_called_missing(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(VaultMissing):
            Vault.open(place, WORDS)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_key_file_is_said_to_be_missing(folder: Path) -> None:
    (folder / "vault.key").unlink()
    with pytest.raises(KeyFileDamaged, match="missing"):
        Vault.open(folder, WORDS)


def test_missing_records_beside_a_key_file_are_said_to_be_missing(folder: Path) -> None:
    (folder / "vault.db").unlink()
    with pytest.raises(VaultDamaged, match="missing"):
        Vault.open(folder, WORDS)
    assert not (folder / "vault.db").exists()


def test_a_damaged_key_file_is_told_before_the_password_is_asked_for(folder: Path) -> None:
    data = bytearray((folder / "vault.key").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "vault.key").write_bytes(data)
    with pytest.raises(KeyFileDamaged, match="damaged"):
        Vault.key_file(folder)


def cut(length: Callable[[int], int]) -> Callable[[bytes], bytes]:
    return lambda data: data[: length(len(data))]


def flip(place: Callable[[int], int]) -> Callable[[bytes], bytes]:
    def flipped(data: bytes) -> bytes:
        where = place(len(data))
        return data[:where] + bytes([data[where] ^ 4]) + data[where + 1 :]

    return flipped


@pytest.mark.parametrize(
    "change",
    [
        cut(lambda size: 0),
        cut(lambda size: 1),
        cut(lambda size: 512),
        cut(lambda size: 4096),
        cut(lambda size: size // 2),
        cut(lambda size: size // 2 // 4096 * 4096),
        cut(lambda size: size - 4096),
        cut(lambda size: size - 1),
        flip(lambda size: 3),
        flip(lambda size: 4090),
        flip(lambda size: size // 3),
        flip(lambda size: size // 2),
        flip(lambda size: size - 1),
        lambda data: b"This is a shopping list.\n" * 400,
        lambda data: bytes(len(data)),
        lambda data: data[:4096] + data[8192:12288] + data[4096:8192] + data[12288:],
        lambda data: data + b"x",
    ],
)
def test_damaged_records_are_never_opened_and_never_touched(
    folder: Path, change: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    file = folder / "vault.db"
    file.write_bytes(change(file.read_bytes()))
    before = fingerprints(folder)
    with pytest.raises(VaultDamaged, match="Nothing has been changed"):
        Vault.open(folder, WORDS)
    assert fingerprints(folder) == before
    assert capfd.readouterr().err == ""


def test_records_damaged_while_they_are_open_say_so(folder: Path) -> None:
    vault = Vault.open(folder, WORDS)
    file = folder / "vault.db"
    data = bytearray(file.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    with open(file, "r+b") as out:
        out.write(data)
    # Forget the pages in memory, as a day of use would.
    vault._connection.execute("PRAGMA shrink_memory")
    with pytest.raises(VaultDamaged), vault.reading() as session:
        session.scalars(select(Child)).all()
    vault.close()


def test_the_key_of_other_records_is_not_a_wrong_password(folder: Path, tmp_path: Path, cheap: Cost) -> None:
    Vault.create(tmp_path / "other", WORDS, cheap).close()
    shutil.copy(tmp_path / "other" / "vault.key", folder / "vault.key")
    with pytest.raises(VaultDamaged):
        Vault.open(folder, WORDS)


def test_a_key_that_is_not_in_the_key_file_opens_nothing(folder: Path) -> None:
    with pytest.raises(KeyFileDamaged):
        Vault.open_with(folder, bytes(32))


def change_inside(folder: Path, *statements: str) -> None:
    key = keys.unwrap((folder / "vault.key").read_bytes(), WORDS)
    connection = connecting.connect(folder / "vault.db", key)
    for each in statements:
        connection.execute(each)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE alembic_version SET version_num = '9999'", "PRAGMA user_version = 2"],
)
def test_records_of_a_newer_version_are_refused_unchanged(folder: Path, statement: str) -> None:
    change_inside(folder, statement)
    before = fingerprints(folder)
    with pytest.raises(VaultTooNew, match="not been changed"):
        Vault.open(folder, WORDS)
    assert fingerprints(folder) == before


def test_a_key_file_of_a_newer_version_is_refused_unchanged(folder: Path) -> None:
    body = json.loads((folder / "vault.key").read_bytes())
    del body["checksum"]
    body["format"] = 3
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    body["checksum"] = hashlib.sha256(plain).hexdigest()
    (folder / "vault.key").write_bytes(json.dumps(body, sort_keys=True, separators=(",", ":")).encode())
    before = fingerprints(folder)
    with pytest.raises(VaultTooNew):
        Vault.open(folder, WORDS)
    assert fingerprints(folder) == before


@pytest.mark.parametrize("statement", ["PRAGMA application_id = 1", "DROP TABLE alembic_version"])
def test_something_else_under_our_name_is_not_opened(folder: Path, statement: str) -> None:
    change_inside(folder, statement)
    with pytest.raises(VaultDamaged):
        Vault.open(folder, WORDS)


HOLD = """
import sys, time
from pathlib import Path
from carer_app.storage.vault import Vault
vault = Vault.open(Path(sys.argv[1]), "otter lantern marble")
print("open", flush=True)
time.sleep(60)
"""


def test_a_second_window_is_told_so_at_once_and_a_killed_one_does_not_block(folder: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        for ask in (lambda: Vault.open(folder, WORDS), lambda: Vault.key_file(folder)):
            with pytest.raises(VaultInUse, match="another PEP Companion window"):
                ask()
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        holder.stdout.close() if holder.stdout else None
    assert (folder / "vault.lock").exists()
    Vault.open(folder, WORDS).close()


def test_the_same_program_cannot_open_them_twice(vault: Vault, folder: Path) -> None:
    with pytest.raises(VaultInUse):
        Vault.open(folder, WORDS)
    vault.close()
    Vault.open(folder, WORDS).close()


def test_records_that_could_not_be_opened_are_not_kept_locked(folder: Path) -> None:
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(whole[:5000])
    with pytest.raises(VaultDamaged):
        Vault.open(folder, WORDS)
    (folder / "vault.db").write_bytes(whole)
    Vault.open(folder, WORDS).close()


def test_every_sentence_is_in_the_carers_words() -> None:
    sentences = [
        str(make())
        for make in vars(trouble).values()
        if callable(make)
        and getattr(make, "__module__", "") == trouble.__name__
        and make.__annotations__.keys() == {"return"}
    ]
    assert len(sentences) >= 10
    for sentence in sentences:
        lower = sentence.lower()
        for word in ("vault", "passphrase", "encrypt", "database", "sqlite", "corrupt", "key file", "error"):
            assert word not in lower, sentence
        assert "safe" in lower or "nothing has been changed" in lower or "no records" in lower, sentence
        assert sentence.endswith("."), sentence
    assert issubclass(type(trouble.disk_full()), CarerAppError)
