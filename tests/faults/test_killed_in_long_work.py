"""Killed while records are upgraded, locked, backed up, gone back to, given a new key or a big paper: old or new."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from carer_app.domain.draft import Draft
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import WrongPassphrase
from carer_app.storage import connecting, files, keys, putting_back
from carer_app.storage.backup_content import read_content
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.faults.dying import BIG_PAPER, NEW_WORDS
from tests.faults.kills import Killer
from tests.storage.backup_house import NOW, PAPER, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
SAMPLE = Path(__file__).parents[1] / "storage" / "samples" / "0001"
SAMPLE_WORDS = "kettle river button"
USUAL = {"vault.db", "vault.key", "vault.lock", "documents", "spare-room.bin"}

Landed = Callable[[str, int, int], None]


class Place:
    """A household that was made once, and a fresh copy of it for each kill."""

    def __init__(self, whole: Path) -> None:
        self.whole = whole
        self.now = whole.with_name("now")
        self.key = b""
        self.backup_saves = 0
        self.saves = 0

    def fresh(self) -> dict[str, Any]:
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.whole, self.now)
        return {
            "folder": self.now / "vault",
            "place": self.now / "backups",
            "key": self.key.hex(),
            "saves": self.backup_saves,
            "at_least": self.saves,
        }

    def house(self) -> Household:
        return Household(self.now / "vault", self.now / "backups")

    def left_over(self) -> set[str]:
        inside = {each.name for each in (self.now / "vault").iterdir()} - USUAL
        parts = {each.name for each in self.now.rglob("*") if ".part" in each.name}
        journal = self.now / "vault" / "vault.db-journal"
        if journal.exists() and not any(journal.read_bytes()[:8]):
            # Of a save that had changed nothing yet: SQLite knows, and uses the file for the next save.
            inside.remove(journal.name)
        return inside | parts


@pytest.fixture(scope="module")
def made(on_a_disk: Path) -> Place:
    """A backup of two children and a paper; since then a third child and another paper."""
    whole = on_a_disk / "killed" / "whole"
    Vault.create(whole / "vault", WORDS, CHEAP).close()
    (whole / "vault" / "spare-room.bin").unlink()
    place = Place(whole)
    house = Household(whole / "vault", whole / "backups")
    place.key = house.key
    for number in range(60):
        house.add(f"Child {number} {'long ' * 200}")
    house.add("Noor")
    house.file()
    place.backup_saves = house.back_up().saves
    house.add("Added later")
    house.file(b"another paper")
    place.saves = house.vault.saves
    house.vault.close()
    (whole / "vault" / "spare-room.bin").unlink(missing_ok=True)
    return place


@pytest.fixture
def place(made: Place) -> Iterator[Place]:
    yield made
    shutil.rmtree(made.now, ignore_errors=True)


@pytest.fixture
def times(full_counts: bool) -> int:
    return 100 if full_counts else 3


def test_during_an_upgrade(tmp_path: Path, killer: Killer, times: int, landed: Landed) -> None:
    key = keys.unwrap((SAMPLE / "vault.key").read_bytes(), SAMPLE_WORDS)
    folder = tmp_path / "vault"

    def prepare() -> dict[str, Any]:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(SAMPLE, folder)
        with closing(connecting.connect(folder / "vault.db", key)) as connection:
            connection.execute("INSERT INTO draft VALUES ('EditChild(child_id=1)', 'birthday', '31 feb')")
        return {"folder": folder, "key": key.hex()}

    prepare()
    before = read_content(folder / "vault.db", key)
    Vault.open(folder, SAMPLE_WORDS).close()
    after = read_content(folder / "vault.db", key)
    assert before.digest != after.digest

    hits, tries, between = 0, 0, 0
    for death in killer.sweep("open_records", times, prepare):
        hits, tries = hits + death.landed, tries + 1
        if (folder / "vault.db-journal").exists():
            between += 1
            copy = read_content(folder / files.BEFORE_UPGRADE, key)
            assert copy.digest == before.digest, "it is there before anything is changed"
        with closing(connecting.connect(folder / "vault.db", key)) as connection:
            revision = connecting.read_revision(connection)
        wanted = before if revision == "0001" else after
        assert read_content(folder / "vault.db", key).digest == wanted.digest
        vault = Vault.open(folder, SAMPLE_WORDS)
        with vault.reading() as session:
            for paper in session.scalars(select(StoredDocument)):
                assert vault.sealed.open(paper.fingerprint, paper.seal_key)
        vault.close()
        assert read_content(folder / "vault.db", key).digest == after.digest
        left = {each.name for each in folder.iterdir()} - USUAL
        assert left == set(), (
            "the copy opens with the ways in of before, and goes once the new records are proved"
        )
    landed("SIGKILL during an upgrade from 0001", hits, tries)
    landed("SIGKILL during an upgrade, with half a transaction on the disk", between, tries)
    assert hits == times


def test_while_records_are_locked_after_words_were_erased(
    place: Place, killer: Killer, times: int, landed: Landed
) -> None:
    hits, tries, half = 0, 0, 0
    for death in killer.sweep("lock", times, place.fresh):
        hits, tries = hits + death.landed, tries + 1
        journal = place.now / "vault" / "vault.db-journal"
        half += journal.exists() and any(journal.read_bytes()[:8])
        house = place.house()
        assert house.vault.saves == place.saves + 1
        assert not any("long" in name for name in house.names())
        assert len(house.names()) == 62
        assert sorted(house.papers()) == sorted([PAPER, b"another paper"])
        house.vault.close()
        assert place.left_over() == set()
    landed(f"SIGKILL while records are locked (half written {half})", hits, tries)
    assert hits == times


def test_during_a_backup(place: Place, killer: Killer, times: int, landed: Landed) -> None:
    hits, tries = 0, 0
    for death in killer.sweep("back_up", times, place.fresh):
        hits, tries = hits + death.landed, tries + 1
        house = place.house()
        assert house.vault.saves == place.saves
        found = house.backups.all()
        assert [each.saves for each in found] in (
            [place.backup_saves],
            [place.saves, place.backup_saves],
        )
        for each in found:
            house.backups.prove(each, place.key, NOW.date())
        house.add("Since")
        newest = house.back_up(NOW + timedelta(days=1))
        assert house.backups.prove(newest, place.key, NOW.date()).missing == 0
        assert sorted(house.papers()) == sorted([PAPER, b"another paper"])
        house.vault.close()
        assert place.left_over() == set()
    landed("SIGKILL during a backup", hits, tries)
    assert hits == times


@pytest.mark.parametrize("first", ["closed well", "half a save", "no key file", "no records"])
def test_during_going_back(place: Place, killer: Killer, times: int, landed: Landed, first: str) -> None:
    """Whatever state the records are in when the carer goes back."""

    def prepare() -> dict[str, Any]:
        asked = place.fresh()
        if first == "half a save":
            killer.run("half_a_save", **asked)
            assert (place.now / "vault" / "vault.db-journal").stat().st_size > 4096
        if first == "no key file":
            (place.now / "vault" / "vault.key").unlink()
        if first == "no records":
            shutil.rmtree(place.now / "vault")
        return asked

    hits, tries, old = 0, 0, 0
    for death in killer.sweep("go_back", times, prepare):
        hits, tries = hits + death.landed, tries + 1
        backups = Backups(place.now / "backups")
        [backup] = backups.all()
        is_new = first in ("closed well", "half a save")
        if not Vault.is_here(place.now / "vault") or not (place.now / "vault" / "vault.key").exists():
            assert not is_new
            again = backups.prove(backup, place.key, NOW.date())
            putting_back.go_back(
                place.now / "vault", backups, again, place.key, place.saves, NOW, backups.folder
            )
        elif not (place.now / "vault" / "vault.db").exists():
            assert list((place.now / "vault").glob("pending-*.db"))
        house = place.house()
        names, papers = house.names(), house.papers()
        assert len([name for name in names if name.startswith("Child ")]) == 60
        if "Added later" in names:
            old += 1
            assert is_new
            assert not any("half" in name or "LONG" in name for name in names)
            assert house.vault.saves == place.saves
            assert sorted(papers) == sorted([PAPER, b"another paper"])
        else:
            assert house.vault.saves == place.saves + 1
            assert papers == [PAPER]
        assert "Noor" in names
        backups.prove(backup, place.key, NOW.date())
        house.add("Since")
        house.back_up(NOW + timedelta(days=1))
        house.vault.close()
        assert place.left_over() == set()
    landed(f"SIGKILL during going back, {first} (old state {old})", hits, tries)
    assert hits == times


def test_while_everything_gets_a_new_key(place: Place, killer: Killer, times: int, landed: Landed) -> None:
    hits, tries, old = 0, 0, 0
    for death in killer.sweep("renew", times, place.fresh):
        hits, tries = hits + death.landed, tries + 1
        folder = place.now / "vault"
        opens = []
        for words in (WORDS, NEW_WORDS):
            try:
                vault = Vault.open(folder, words)
            except WrongPassphrase:
                continue
            opens.append(words)
            with vault.reading() as session:
                rows = session.scalars(select(StoredDocument)).all()
            papers = [vault.sealed.open(row.fingerprint, row.seal_key) for row in rows]
            assert sorted(papers) == sorted([PAPER, b"another paper"])
            assert vault.saves == place.saves + (words == NEW_WORDS)
            vault.close()
        assert opens in ([WORDS], [NEW_WORDS])
        old += opens == [WORDS]
        assert place.left_over() == set()
    landed(f"SIGKILL while everything gets a new key (old key {old})", hits, tries)
    assert hits == times


def test_while_what_nothing_names_goes(place: Place, killer: Killer, times: int, landed: Landed) -> None:
    """Whatever is named, in the records, in a photo that waits or in the backup, is whole after each kill."""
    left: list[str] = []

    def prepare() -> dict[str, Any]:
        asked = place.fresh()
        house = place.house()
        photo = house.vault.sealed.seal(b"a photo that waits")
        opens = f"{photo.fingerprint} {photo.key.hex()} []"
        with house.vault.work() as session:
            session.add(Draft(place="add_paper 1 photos", field="000", text=opens))
        left[:] = [house.vault.sealed.seal(f"left {number}".encode()).fingerprint for number in range(6)]
        house.vault.close()
        return asked

    hits, tries, some = 0, 0, 0
    for death in killer.sweep("tidy", times, prepare):
        hits, tries = hits + death.landed, tries + 1
        house = place.house()
        stored = house.vault.sealed.stored()
        some += 0 < len(stored & set(left)) < len(left)
        assert sorted(house.papers()) == sorted([PAPER, b"another paper"])
        with house.vault.reading() as session:
            name, key = session.scalars(select(Draft.text)).one().split()[:2]
        assert house.vault.sealed.open(name, bytes.fromhex(key)) == b"a photo that waits"
        [backup] = house.backups.all()
        assert house.backups.prove(backup, place.key, NOW.date()).missing == 0
        house.vault.close()
        asked = {"folder": place.now / "vault", "place": place.now / "backups", "key": place.key.hex()}
        killer.run("tidy", **asked)
        house = place.house()
        assert house.vault.named_nowhere() == set()
        assert len(house.vault.sealed.stored()) == 3
        house.vault.close()
        assert place.left_over() == set()
    landed(f"SIGKILL while what nothing names goes (some were gone {some})", hits, tries)
    assert hits == times


def test_while_a_big_paper_is_sealed(
    place: Place, killer: Killer, times: int, full_counts: bool, landed: Landed
) -> None:
    hits, tries, half = 0, 0, 0
    size = len(BIG_PAPER) // (1 if full_counts else 10)
    big = hashlib.sha256(BIG_PAPER[:size]).digest()
    for death in killer.sweep("seal", times, lambda: {**place.fresh(), "bytes": size}):
        hits, tries = hits + death.landed, tries + 1
        half += bool(list((place.now / "vault" / "documents").glob("*.part")))
        house = place.house()
        papers = {hashlib.sha256(paper).digest() for paper in house.papers()}
        small = {hashlib.sha256(paper).digest() for paper in (PAPER, b"another paper")}
        assert papers in (small, small | {big})
        assert house.vault.saves == place.saves + (big in papers)
        house.vault.close()
        assert place.left_over() == set()
    landed(f"SIGKILL while {size // 1_000_000} MB are sealed (with a half-written file {half})", hits, tries)
    assert hits == times
