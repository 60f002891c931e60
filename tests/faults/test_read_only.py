"""Where we may not write, the carer is told so before anything is typed, and nothing is changed."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.domain.child import Child
from carer_app.domain.draft import Draft
from carer_app.errors import CarerAppError, ReadOnlyFolder
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.kills import Killer

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"
NOBODY = 65534


def try_to(what: str, folder: Path) -> None:
    if what == "create":
        Vault.create(folder, WORDS, CHEAP)
    if what == "read":
        key = keys.unwrap(Vault.key_file(folder), WORDS)
        vault = Vault.open_to_read(folder, key, is_write_protected=True)
        with vault.reading() as session:
            print(session.query(Draft).one().text)
        with vault.work() as session:
            session.add(Draft(place="home", field="more", text="not kept"))
    vault = Vault.open(folder, WORDS)
    if what == "save":
        folder.chmod(0o555)
        with vault.work() as session:
            session.add(Draft(place="home", field="note", text="hello"))
    print("no trouble")


def as_someone_who_may_not_write(tmp_path: Path, folder: Path, what: str) -> str:
    """What a process of another user is told."""
    # The way to it is the owner’s alone; open it for the other user.
    for above in folder.parents:
        if os.getuid() == 0 and above.is_relative_to(tmp_path.parent) and above.owner() == "root":
            above.chmod(0o755)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            sys.stdout = os.fdopen(writing, "w", encoding="utf-8")
            if os.getuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            try:
                try_to(what, folder)
            except CarerAppError as error:
                print(type(error).__name__, "|", error)
            sys.stdout.flush()
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        told = said.read()
    os.waitpid(child, 0)
    return told


def give_away(folder: Path, folder_mode: int, file_mode: int) -> dict[str, str]:
    for each in [*folder.iterdir(), folder]:
        if os.getuid() == 0:
            os.chown(each, NOBODY, NOBODY)
        each.chmod(folder_mode if each.is_dir() else file_mode)
    return fingerprints(folder)


def fingerprints(folder: Path) -> dict[str, str]:
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Vault.create(tmp_path / "vault", WORDS, CHEAP).close()
    return tmp_path / "vault"


needs_users = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rules for users")


@needs_users
@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o555, 0o444), (0o755, 0o444), (0o555, 0o644), (0o755, 0o000), (0o000, 0o644)],
)
def test_a_folder_we_may_not_write_in_is_not_opened(
    tmp_path: Path, folder: Path, folder_mode: int, file_mode: int
) -> None:
    before = give_away(folder, folder_mode, file_mode)
    said = as_someone_who_may_not_write(tmp_path, folder, "open")
    assert said.startswith("ReadOnlyFolder | PEP Companion is not allowed to write"), said
    folder.chmod(0o755)
    for each in folder.iterdir():
        each.chmod(0o644)
    assert fingerprints(folder) == before


@needs_users
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o755, 0o444), (0o555, 0o644)])
def test_what_is_in_it_can_be_read_and_not_changed(
    tmp_path: Path, folder: Path, folder_mode: int, file_mode: int
) -> None:
    with Vault.open(folder, WORDS).work() as session:
        session.add(Draft(place="home", field="note", text="Read me"))
    before = give_away(folder, folder_mode, file_mode)
    said = as_someone_who_may_not_write(tmp_path, folder, "read")
    assert said.splitlines()[0] == "Read me"
    assert said.splitlines()[1].startswith("ReadOnlyFolder | Your records can only be read just now"), said
    assert fingerprints(folder).items() >= before.items()


def test_a_save_that_was_broken_off_can_only_be_taken_back_where_we_may_write(
    small_disk: Callable[[int], Path], killer: Killer
) -> None:
    stick = small_disk(16)
    Vault.create(stick / "vault", WORDS, CHEAP).close()
    key = keys.unwrap(Vault.key_file(stick / "vault"), WORDS)
    vault = Vault.open_with(stick / "vault", key)
    with vault.work() as session:
        session.add_all(Child(name=f"Child {number} {'long ' * 200}") for number in range(40))
    vault.close()
    killer.run("half_a_save", folder=stick / "vault", key=key.hex())
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    with pytest.raises(ReadOnlyFolder, match="put in order first"):
        Vault.open_to_read(stick / "vault", key, is_write_protected=True)
    subprocess.run(["mount", "-o", "remount,rw", str(stick)], check=True)
    Vault.open_with(stick / "vault", key).close()


@needs_users
def test_a_folder_that_becomes_read_only_keeps_what_was_saved(tmp_path: Path, folder: Path) -> None:
    give_away(folder, 0o755, 0o644)
    said = as_someone_who_may_not_write(tmp_path, folder, "save")
    assert said.startswith("ReadOnlyFolder | "), said
    folder.chmod(0o755)
    Vault.open(folder, WORDS).close()


@needs_users
def test_new_records_cannot_be_started_there(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir(mode=0o555)
    for place in (tmp_path / "theirs", tmp_path / "theirs" / "vault"):
        said = as_someone_who_may_not_write(tmp_path, place, "create")
        assert said.startswith("ReadOnlyFolder | "), said
    assert list((tmp_path / "theirs").iterdir()) == []


def test_a_memory_stick_with_its_lock_on(small_disk: Callable[[int], Path]) -> None:
    stick = small_disk(8)
    Vault.create(stick / "vault", WORDS, CHEAP).close()
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    with pytest.raises(ReadOnlyFolder, match="lock switch"):
        Vault.open(stick / "vault", WORDS)
    with pytest.raises(ReadOnlyFolder):
        Vault.create(stick / "other", WORDS, CHEAP)
