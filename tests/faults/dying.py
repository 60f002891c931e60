"""A process that has everything imported and does one piece of work after another, each in a child that may be killed.

It reads one line of JSON for each: which work, on which folders, and when to die: before or after the n-th time that
Python touches the disk, before the n-th time that anything asks the system to change it (`calls`), or after so many
seconds. It answers with what the child said and how it ended.
"""

import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from sqlalchemy import create_engine, text
from sqlcipher3 import dbapi2

from carer_app.domain.all_tables import Draft, StoredDocument
from carer_app.storage import left_behind, migrations, new_key_for_all, putting_back
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults import calls
from tests.faults.bringing_in import bring_in

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "cobweb harbour tinsel"
A_PAGE = 4096
DAY = date(2026, 3, 10)
LATER = datetime(2026, 3, 11, 9, 30)
BIG_PAPER = bytes(range(256)) * (20 * 4096)
_TOUCHES_THE_DISK = {
    "open", "write", "fsync", "replace", "rename", "unlink", "mkdir", "rmdir", "chmod", "execute", "commit", "close",
}  # fmt: skip

Say = Callable[[str], None]


# Each gets ready, yields once, and then does what may be killed.


def edit(asked: dict[str, Any], say: Say) -> Iterator[None]:
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    number = int(asked["start"])
    while True:
        kept = vault.sealed.seal(f"paper {number}".encode())
        say(f"saving {number}")
        with vault.work() as session:
            session.add(Draft(place="one", field=str(number), text="x" * (number * 977 % 9000)))
            session.flush()
            session.add(Draft(place="two", field=str(number), text="x"))
            paper = StoredDocument(title=str(number), added_on=DAY, size=7, pages=1)
            paper.fingerprint, paper.seal_key = kept.fingerprint, kept.key
            session.add(paper)
        say(f"saved {number}")
        if number == asked["start"]:
            yield  # the first save of a process takes ten times as long as the others
        number += 1


def open_records(asked: dict[str, Any], say: Say) -> Iterator[None]:
    yield
    Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))


def back_up(asked: dict[str, Any], say: Say) -> Iterator[None]:
    folder, key = Path(asked["folder"]), bytes.fromhex(asked["key"])
    vault = Vault.open_with(folder, key)
    snapshot = Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
    yield
    Backups(Path(asked["place"])).make(snapshot, key, folder / "documents", LATER)


def go_back(asked: dict[str, Any], say: Say) -> Iterator[None]:
    backups = Backups(Path(asked["place"]))
    backup = next(each for each in backups.all() if each.saves == asked["saves"])
    yield
    putting_back.go_back(
        Path(asked["folder"]),
        backups,
        backup,
        bytes.fromhex(asked["key"]),
        asked["at_least"],
        LATER,
        backups.folder,
    )


def renew(asked: dict[str, Any], say: Say) -> Iterator[None]:
    yield
    new_key_for_all.renew(Path(asked["folder"]), bytes.fromhex(asked["key"]), NEW_WORDS, CHEAP)


def tidy(asked: dict[str, Any], say: Say) -> Iterator[None]:
    """What nothing names goes, as when it lay there long enough."""
    folder, key = Path(asked["folder"]), bytes.fromhex(asked["key"])
    yield
    vault = Vault.open_with(folder, key)
    long_after = time.time() + (left_behind.DAYS + 1) * 24 * 60 * 60
    left_behind.remove(
        folder, Backups(Path(asked["place"])), key, vault.named_nowhere(), lambda: True, long_after
    )


def save(asked: dict[str, Any], say: Say) -> Iterator[None]:
    """One save of so many letters; where those are more than a page, what was saved before changes as well."""
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    if asked.get("in_parts"):
        save_in_parts(vault)
    yield
    with vault.work() as session:
        if asked["letters"] > A_PAGE:
            session.execute(text("UPDATE draft SET text = :text"), {"text": "y" * asked["letters"]})
        session.add(Draft(place="saved", field=str(asked["start"]), text="x" * asked["letters"]))
    say(f"saved {asked['start']}")


def lock(asked: dict[str, Any], say: Say) -> Iterator[None]:
    """Words are erased, and the records locked: they are written anew meanwhile."""
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    with vault.work() as session:
        session.execute(text("UPDATE child SET name = replace(name, 'long ', '')"))
    yield
    vault.close()


def open_and_save(asked: dict[str, Any], say: Say) -> Iterator[None]:
    """As `save`, and it may be killed while it opens the records as well: a save that was broken off is taken back."""
    yield
    for _ready in save(asked, say):
        pass


def seal(asked: dict[str, Any], say: Say) -> Iterator[None]:
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    yield
    big = BIG_PAPER[: asked["bytes"]]
    kept = vault.sealed.seal(big)
    with vault.work() as session:
        paper = StoredDocument(title="big", added_on=DAY, size=len(big), pages=1)
        paper.fingerprint, paper.seal_key = kept.fingerprint, kept.key
        session.add(paper)


def save_in_parts(vault: Vault) -> None:
    """As PEP Companion once saved: with hardly any memory for pages, they go to the disk before the save ends."""
    vault._connection.execute("PRAGMA cache_spill = ON")
    vault._connection.execute("PRAGMA cache_size = 2")


def half_a_save(asked: dict[str, Any], say: Say) -> Iterator[None]:
    """Dies by itself with half of a save in the file of records and the other half only in the journal."""
    vault = Vault.open_with(Path(asked["folder"]), bytes.fromhex(asked["key"]))
    save_in_parts(vault)
    yield
    with vault.work() as session:
        session.execute(text("UPDATE child SET name = name || ' half'"))
        session.execute(text("UPDATE child SET name = replace(name, 'long', 'LONG')"))
        os.kill(os.getpid(), signal.SIGKILL)


WORKS = {
    work.__name__: work
    for work in (
        edit,
        bring_in,
        save,
        lock,
        open_and_save,
        open_records,
        back_up,
        go_back,
        renew,
        seal,
        half_a_save,
        tidy,
    )
}


def run(asked: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        be_the_child(asked, writing)
    os.close(writing)
    said = b""
    while b"began\n" not in said and (more := os.read(reading, 4096)):
        said += more
    seconds, came_to = asked.get("after"), 0
    if "call" in asked:
        status, came_to = calls.watch(child, asked["call"], keep_what_is_there(asked))
    if seconds is not None:
        end = time.monotonic() + seconds
        # Reading on meanwhile: a child that cannot say anything more would stop and wait.
        while (left := end - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
            if not (more := os.read(reading, 4096)):
                break
            said += more
        os.kill(child, signal.SIGKILL)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    if "call" not in asked:
        status = os.waitpid(child, 0)[1]
    return {
        "signal": status & 0x7F,
        "code": status >> 8,
        "said": said.decode().splitlines(),
        "calls": came_to,
    }


def keep_what_is_there(asked: dict[str, Any]) -> Callable[[int], None] | None:
    """Where it is asked for `copies`: the records and their journal as they are before each call, by its number."""
    if "copies" not in asked:
        return None
    folder, copies = Path(asked["folder"]), Path(asked["copies"])

    def keep(call: int) -> None:
        for name in ("vault.db", "vault.db-journal"):
            if (folder / name).exists():
                (copies / f"{call} {name}").write_bytes((folder / name).read_bytes())

    return keep


def be_the_child(asked: dict[str, Any], writing: int) -> None:
    touched = 0

    def look(_frame: FrameType, event: str, what: Any) -> None:
        nonlocal touched
        if event in ("c_call", "c_return") and what.__name__ in _TOUCHES_THE_DISK:
            touched += 1
            if touched == asked.get("touch"):
                os.kill(os.getpid(), signal.SIGKILL)

    try:
        say: Say = lambda word: (os.write(writing, f"{word}\n".encode()), None)[1]  # noqa: E731
        steps = WORKS[asked["work"]](asked, say)
        next(steps)
        say("began")
        if "call" in asked:
            calls.be_watched()
        began = time.perf_counter()
        if "touch" in asked:
            sys.setprofile(look)
        next(steps, None)
        sys.setprofile(None)
        say(f"ended {touched} {time.perf_counter() - began}")
    except BaseException:  # noqa: BLE001  # said on stderr; the caller sees the code
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


def main() -> None:
    # What is done once here need not be imported and prepared by each child.
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.begin() as connection:
        migrations.upgrade(connection)
    engine.dispose()
    with Vault.in_memory().work() as session:
        session.add(Draft(place="", field="", text=""))
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
