"""What keeping records safe costs, each figure beside its floor in the same run: saving, backing up, unlocking."""

import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from carer_app.domain.stored_document import StoredDocument
from carer_app.storage import connecting, keys
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.key_cost import SHIPPED_FLOOR, stretch
from carer_app.storage.vault import Vault
from carer_app.use_cases import drafts
from tests import builders

NOTE = "What a carer writes of an evening. " * 28
SAVES = 1000
PAPERS, PAPER_BYTES = 10, 20 * 1024 * 1024
UNLOCKS = 9
NOW = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)

Pair = tuple[float, float]


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def worst_save(folder: Path) -> Pair:
    """The 99th percentile of 1,000 saves of a 1 KB note, beside a bare commit of the same to a bare SQLCipher file."""
    vault = builders.new_vault(folder / "vault")
    key = secrets.token_bytes(32)
    ours, floor = [], []
    with closing(connecting.create_file(folder / "bare.db", key)) as bare:
        bare.execute("CREATE TABLE draft (place TEXT, field TEXT, text TEXT, PRIMARY KEY (place, field))")
        for number in range(SAVES):
            text = f"{number} {NOTE}"

            def save(text: str = text) -> None:
                vault.run(drafts.keep, "home", "note", text)

            def commit(text: str = text) -> None:
                bare.execute("BEGIN IMMEDIATE")
                bare.execute("INSERT OR REPLACE INTO draft VALUES ('home', 'note', ?)", (text,))
                bare.execute("COMMIT")

            ours.append(timed(save))
            floor.append(timed(commit))
    vault.close()
    return _99th(ours), _99th(floor)


def whole_backup(folder: Path) -> list[Pair]:
    """The first backup of a household with 200 MB of papers, opened and checked, beside `cp` of the same and a sync."""
    vault = builders.new_vault(folder / "vault")
    builders.ordinary_household(vault)
    for number in range(PAPERS):
        sealed = vault.sealed.seal(secrets.token_bytes(PAPER_BYTES))
        paper = StoredDocument(title=f"{number}", added_on=NOW.date(), size=PAPER_BYTES, pages=1)
        paper.fingerprint, paper.seal_key = sealed.fingerprint, sealed.key
        with vault.work() as session:
            session.add(paper)
    pairs = []
    for run in range(4):
        place = folder / f"copy{run}"
        floor = timed(lambda place=place: _cp(folder / "vault", place))  # type: ignore[misc]
        snapshot = Snapshot(vault.snapshot(), vault.key_file_now(), vault.saves)
        backups = Backups(folder / f"backups{run}")
        ours = timed(
            lambda backups=backups, snapshot=snapshot: backups.make(  # type: ignore[misc]
                snapshot, vault.key, folder / "vault" / "documents", NOW
            )
        )
        shutil.rmtree(place)
        shutil.rmtree(backups.folder)
        if run:
            pairs.append((ours, floor))
    vault.close()
    return pairs


def unlock(folder: Path) -> list[Pair]:
    """From the password to open records, at the least cost that ships, beside Argon2id alone at that cost."""
    Vault.create(folder / "vault", builders.PASSWORD, SHIPPED_FLOOR).close()
    salt = secrets.token_bytes(16)
    password = keys.normalise(builders.PASSWORD)
    pairs = []
    for run in range(UNLOCKS + 1):
        floor = timed(lambda: stretch(password, salt, SHIPPED_FLOOR))
        opened: list[Vault] = []
        ours = timed(lambda opened=opened: opened.append(Vault.open(folder / "vault", builders.PASSWORD)))  # type: ignore[misc]
        opened[0].close()
        if run:
            pairs.append((ours, floor))
    return pairs


def _cp(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", "--reflink=never", str(source), str(target)], check=True)
    for each in target.rglob("*"):
        number = os.open(each, os.O_RDONLY)
        os.fsync(number)
        os.close(number)


def _99th(seconds: list[float]) -> float:
    return sorted(seconds)[len(seconds) * 99 // 100]
