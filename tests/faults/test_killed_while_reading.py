"""Killed while a paper is read, sealed and filed: it is here whole or noted as not taken in, and nothing readable lies
about. The reader ends with whoever asked it."""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.domain.stored_document import StoredDocument
from carer_app.imports.documents import look_into
from carer_app.storage.vault import Vault
from carer_app.use_cases import coming_in, filing, waiting_photos
from tests.faults.bringing_in import DAY, place_of
from tests.faults.kills import Killer
from tests.faults.test_killed_in_long_work import CHEAP
from tests.imports import pep_like
from tests.imports.mails import MAILS
from tests.imports.test_photo_places import photo
from tests.imports.word_files import A_REPORT
from tests.storage.backup_house import WORDS, Household

pytestmark = pytest.mark.faults

FILES: dict[str, Callable[[], bytes]] = {
    "report.pdf": pep_like.ruled_table,
    "report.docx": lambda: A_REPORT,
    "letter.eml": lambda: MAILS[0],
    "page.jpg": lambda: photo("JPEG"),
}


class PlaceOfRecords:
    """Records with one child that were made once, and a fresh copy of them for each kill."""

    def __init__(self, root: Path, name: str) -> None:
        self.whole, self.now, self.temporary = root / "whole", root / "now", root / "temporary"
        Vault.create(self.whole / "vault", WORDS, CHEAP).close()
        house = Household(self.whole / "vault", self.whole / "backups")
        house.add("Noor")
        with house.vault.work() as session:
            filing.allow_papers(session, "Ms Ali", DAY)
        self.key = house.key
        house.vault.close()
        self.file = root / name
        self.file.write_bytes(FILES[name]())

    def fresh(self) -> dict[str, Any]:
        for each in (self.now, self.temporary):
            shutil.rmtree(each, ignore_errors=True)
        shutil.copytree(self.whole, self.now)
        self.temporary.mkdir()
        return {
            "folder": self.now / "vault",
            "key": self.key.hex(),
            "file": self.file,
            "temporary": self.temporary,
        }


def started_in(folder: Path) -> set[int]:
    """Processes that were started there: what reads the file, and no other test's."""
    found = set()
    for each in Path("/proc").iterdir():
        with suppress(OSError):
            if each.name.isdecimal() and (each / "cwd").readlink() == folder:
                found.add(int(each.name))
    return found


@pytest.mark.parametrize("name", FILES)
def test_while_a_paper_is_taken_in(
    on_a_disk: Path,
    killer: Killer,
    full_counts: bool,
    landed: Callable[[str, int, int], None],
    name: str,
) -> None:
    root = on_a_disk / f"reading {name}"
    root.mkdir(parents=True)
    place = PlaceOfRecords(root, name)
    times, hits, left_out = 60 if full_counts else 4, 0, 0
    for death in killer.sweep("bring_in", times, place.fresh):
        hits += death.landed
        assert list(place.temporary.iterdir()) == [], "nothing is written where anybody could read it"
        end = time.monotonic() + 20
        while started_in(place.temporary) and time.monotonic() < end:
            time.sleep(0.02)
        assert started_in(place.temporary) == set(), "it ends with whoever asked it"
        vault = Vault.open_with(place.now / "vault", place.key)
        with vault.reading() as session:
            child = session.scalars(select(Child.id)).one()
            papers = session.scalars(select(StoredDocument)).all()
            files = [(each.fingerprint, each.seal_key, each.pages) for each in papers]
            sources = [
                (each.fingerprint, each.seal_key)
                for paper in papers
                for each in paper.sources
                if each.seal_key
            ]
            photos = waiting_photos.waiting(session, place_of(child))
            left = coming_in.not_through(session, place_of(child))
        for fingerprint, key, pages in files:
            assert len(look_into(vault.sealed.open(fingerprint, key)).pages) == pages
        opened = [vault.sealed.open(*each) for each in sources]
        opened += [vault.sealed.open(each.fingerprint, each.seal_key) for each in photos]
        assert all(opened)
        is_here = bool(files or photos)
        if death.numbers("noted"):
            assert is_here or [each.path for each in left] == [str(place.file)], (
                "it is not dropped in silence"
            )
        if death.numbers("through"):
            assert is_here
        left_out += bool(left) and not is_here
        vault.close()
        inside = [each for each in place.now.rglob("*") if each.is_file()]
        assert not any(".part" in each.name for each in inside)
        middle = place.file.read_bytes()[100:160]
        assert not any(middle in each.read_bytes() for each in inside)
    landed(f"killed while {name} was taken in", hits, times)
    assert left_out or not full_counts, "some are to be killed while it is read"
