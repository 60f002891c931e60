"""Records on a memory stick with its lock on: everything can be read, and each change is answered once."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.domain.draft import Draft
from carer_app.use_cases import household
from tests import builders
from tests.journeys.conftest import bring_forward, put_away, settle, unlock
from ui.base.places import BackupsPlace, ChildRecord, Home, OnlyToRead, WriteNote
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    place = tmp_path / "stick"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(place)]
    if sys.platform != "linux" or os.getuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("making a disk needs Linux, root and the right to mount")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def child_id(stick: Path) -> int:
    """Mia is in the records on the stick, and then its lock is put on."""
    data = DataDir(stick / "PEP Companion")
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    child = builders.add_child(vault)
    vault.close()
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    return child


def test_a_stick_with_its_lock_on_opens_to_read(qtbot: QtBot, qapp: Any, stick: Path, child_id: int) -> None:
    companion = Companion(DataDir(stick / "PEP Companion"), lambda: builders.TODAY)
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)
    heard: list[str] = []
    companion.records.problem.connect(heard.append)
    assert companion.window.place == OnlyToRead()
    companion.window.page.read.click()  # type: ignore[union-attr]
    assert companion.window.place == Home()
    for place in (ChildRecord(child_id), BackupsPlace(), WriteNote(child_id)):
        companion.window.go(place)
        settle()
    assert heard == [], "looking is no change"

    page: Any = companion.window.page
    for words in ("Good", "Good day", "Good day at school"):
        page.seen.setPlainText(words)
        page.seen.flush()
    assert len(heard) == 1, "said once, and not at each word"
    assert page.seen.text() == "Good day at school"
    for count in (2, 3):
        assert not companion.records.change(household.set_own_name, "Sam")
        assert len(heard) == count, "each press is answered"
    assert {sentence[:37] for sentence in heard} == {"Your records can only be read just now"[:37]}
    companion.door.reworking.rework("Going back to the backup.", lambda: ("", b""))
    assert len(heard) == 4
    assert companion.records.is_open

    companion.lock()
    unlock(companion)
    assert companion.window.place == OnlyToRead()
    companion.lock()
    subprocess.run(["mount", "-o", "remount,rw", str(stick)], check=True)
    unlock(companion)
    assert companion.records.change(household.set_own_name, "Sam")
    with companion.records.vault.reading() as session:
        assert session.query(Draft).filter(Draft.field == "seen").first() is None
    put_away(companion)
