"""Five kinds of trouble at the door, five different sentences: what happened, what is safe, what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.storage import connecting, keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import household
from tests import builders
from tests.journeys.conftest import bring_forward, named, put_away, wait_for
from ui.base.places import OlderCopyHere
from ui.shell.app import Companion

pytestmark = pytest.mark.journey


@pytest.fixture
def try_to_open(qtbot: QtBot, qapp: Any, data: DataDir) -> Callable[[str], str]:
    """Start the application, type this password, and give back what the page then says."""
    started: list[Companion] = []

    def go(password: str) -> str:
        companion = Companion(data, lambda: builders.TODAY)
        started.append(companion)
        companion.start()
        bring_forward(companion, qtbot)
        page: Any = companion.window.page
        box = named(companion.window, "Password (three words)")
        QTest.keyClicks(box, password)
        QTest.keyClick(box, Qt.Key.Key_Return)
        wait_for(lambda: companion.records.is_open or page._problems is not None, "the answer")
        if companion.records.is_open:
            now: Any = companion.window.page
            assert companion.window.place == OlderCopyHere()
            said = f"{now.accessibleName()}. {now.missing.words()}"
        else:
            said = page._summary.sentences()[0]
        put_away(companion)
        return said

    return go


def wrong_password(_folder: Path) -> None:
    return


def damaged_key_file(folder: Path) -> None:
    data = bytearray((folder / "vault.key").read_bytes())
    data[100] ^= 1
    (folder / "vault.key").write_bytes(data)


def damaged_records(folder: Path) -> None:
    data = bytearray((folder / "vault.db").read_bytes())
    data[5000] ^= 1
    (folder / "vault.db").write_bytes(data)


def newer_version(folder: Path) -> None:
    key = keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD)
    connection = connecting.connect(folder / "vault.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def older_copy(folder: Path) -> None:
    older = (folder / "vault.db").read_bytes()
    companion = Companion(DataDir(folder.parent), lambda: builders.TODAY)
    assert companion.door.opening.open_with(
        keys.unwrap((folder / "vault.key").read_bytes(), builders.PASSWORD), lambda _sentence: None
    )
    companion.records.change(household.set_own_name, "Sam")
    put_away(companion)
    (folder / "vault.db").write_bytes(older)


TROUBLE = {
    wrong_password: ("does not open your records", "are safe", "Check each word"),
    damaged_key_file: (
        "small file that goes with your password has been damaged",
        "still there",
        "Go back to",
    ),
    damaged_records: (
        "file with your records has been damaged",
        "backups were not touched",
        "Go back to a backup",
    ),
    newer_version: ("by a newer PEP Companion", "are safe", "install the newest"),
    older_copy: ("an older copy of your records", "1 change is missing", "The last was saved on"),
}


@pytest.mark.parametrize("spoil", TROUBLE, ids=lambda spoil: spoil.__name__)
def test_each_trouble_has_its_own_sentence(
    spoil: Callable[[Path], None], data: DataDir, try_to_open: Callable[[str], str]
) -> None:
    data.root.mkdir()
    builders.new_vault(data.vault).close()
    spoil(data.vault)
    password = "another three words" if spoil is wrong_password else builders.PASSWORD
    said = try_to_open(password)
    for words in TROUBLE[spoil]:
        assert words in said, said
    others = [each for other, each in TROUBLE.items() if other is not spoil]
    assert not any(each[0] in said for each in others)


def test_a_spoiled_folder_is_left_as_it_was(data: DataDir, try_to_open: Callable[[str], str]) -> None:
    data.root.mkdir()
    builders.new_vault(data.vault).close()
    damaged_records(data.vault)
    before = (data.vault / "vault.db").read_bytes()
    try_to_open(builders.PASSWORD)
    assert (data.vault / "vault.db").read_bytes() == before
    assert Vault.is_here(data.vault)
