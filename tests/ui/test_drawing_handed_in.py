"""A photograph of a child's drawing lies on no disk until the child keeps it, also where it is locked meanwhile."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from carer_app.jobs import childs_drawing
from carer_app.storage.vault import Vault
from tests import builders
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import HandOver
from ui.preparation.hand_over import HandOverPage

Show = Callable[[Page], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    return meeting


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    file = tmp_path / "drawing.jpg"
    Image.new("RGB", (80, 60), (10, 120, 10)).save(file, "JPEG")
    return file


def files(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_photo_that_is_being_read_when_it_locks_is_kept_nowhere_and_noted_nowhere(
    house: House, show: Show, qtbot: QtBot, vault: Vault, meeting: int, drawing: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    it_is_locked = threading.Event()
    read, photos, seen = childs_drawing.take_photo, vault.child_drafts.photos, list[bytes]()

    def slow(path: Path) -> bytes:
        it_is_locked.wait(5)
        seen.append(read(path))
        return seen[-1]

    monkeypatch.setattr(childs_drawing, "take_photo", slow)
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    assert (
        "Until then the photo is saved nowhere" in page.drawing.findChildren(type(page.photo_says))[0].words()
    )
    before = files(tmp_path)
    page.take_photo(str(drawing))
    house.records.close()
    it_is_locked.set()
    qtbot.waitUntil(lambda: bool(seen))
    house.records._background.finish()
    assert photos == {}
    after = files(tmp_path)
    assert set(after) <= set(before), "locking may take a file away, and makes none"
    assert not any(str(drawing).encode() in each or seen[0][:64] in each for each in after.values())


def test_a_photo_that_was_ready_is_gone_once_it_is_locked(
    house: House, show: Show, vault: Vault, meeting: int, drawing: Path, qtbot: QtBot
) -> None:
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    page.take_photo(str(drawing))
    photos = vault.child_drafts.photos
    qtbot.waitUntil(lambda: bool(photos))
    house.records.close()
    assert photos == {}
