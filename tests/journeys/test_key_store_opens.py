"""This computer's key store opens the records once it was asked to, and losing it loses nothing."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from carer_app.storage import key_store, keys
from tests.journeys.conftest import press, unlock, visit, wait_for
from tests.journeys.test_way_back_in import at_home, quick_keys, start  # noqa: F401  # fixtures
from ui.base.places import Unlock, WaysIn
from ui.shell.app import Companion

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(
        shutil.which("gnome-keyring-daemon") is None or "DBUS_SESSION_BUS_ADDRESS" not in os.environ,
        reason="needs a real key store: gnome-keyring and a session bus",
    ),
]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A real key store, unlocked, with a home of its own, on the bus of this session."""
    monkeypatch.setattr(key_store, "PATIENCE_SECONDS", 2.5)
    (tmp_path / "home").mkdir()
    daemon = subprocess.Popen(
        ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--foreground", "--replace"],
        env={**os.environ, "HOME": str(tmp_path / "home"), "XDG_DATA_HOME": str(tmp_path / "home" / "data")},
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert daemon.stdin is not None
    daemon.stdin.write(b"pw")
    daemon.stdin.close()
    end = time.monotonic() + 10
    # Asked before it is there, the bus would start another one, which is locked.
    while not _is_on_the_bus() and time.monotonic() < end:
        time.sleep(0.1)
    assert key_store.why_not() == ""
    yield daemon
    daemon.kill()
    daemon.wait()


def _is_on_the_bus() -> bool:
    with open_dbus_connection() as bus:
        owned: bool = bus.send_and_get_reply(message_bus.NameHasOwner("org.freedesktop.secrets")).body[0]
    return owned


def test_switched_on_it_opens_and_switched_off_it_does_not(
    at_home: tuple[Companion, dict[str, Any]],  # noqa: F811
    store: subprocess.Popen[bytes],
) -> None:
    companion, _ids = at_home
    page: Any = visit(companion, WaysIn())
    wait_for(page.remember.isVisible, "how the key store stands")
    page.remember.click()
    press(companion, "Let it open them", _dialog())
    wait_for(lambda: keys.KEYRING in keys.kinds(companion.records.vault.key_file_now()), "the key store")
    vault_id = keys.vault_id(companion.records.vault.key_file_now())

    companion.lock()
    door: Any = companion.window.page
    wait_for(door.key_store.isVisible, "the button")
    door.key_store.click()
    wait_for(lambda: companion.records.is_open, "the records to open without a password")

    key_store.forget(vault_id)  # lost behind our back
    companion.lock()
    door = companion.window.page
    wait_for(door.key_store.isVisible, "the button")
    door.key_store.click()
    wait_for(lambda: door._problems is not None and door._problems.isVisible(), "the sentence")
    assert "does not have the key any more" in door._problems.sentences()[0]
    assert companion.window.place == Unlock()
    unlock(companion)

    page = visit(companion, WaysIn())
    wait_for(page.forget.isVisible, "how the key store stands")
    page.forget.click()
    wait_for(lambda: keys.KEYRING not in keys.kinds(companion.records.vault.key_file_now()), "it to be off")
    companion.lock()
    door = companion.window.page
    wait_for(lambda: not companion.background.is_busy, "the key file to be read")
    assert not door.key_store.isVisible()


def _dialog() -> Any:
    from PySide6.QtWidgets import QApplication

    wait_for(QApplication.activeModalWidget, "the question")
    return QApplication.activeModalWidget()
