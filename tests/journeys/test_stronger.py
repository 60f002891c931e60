"""A password gets harder to guess by itself where this computer can, and opens as before."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from tests import builders
from tests.journeys.conftest import bring_forward, put_away, unlock, wait_for
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

WANTED = Cost(time=2, memory_kib=256, lanes=1)


def test_after_unlocking_the_password_is_made_harder_to_guess(
    qtbot: QtBot, qapp: Any, data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "calibrate", lambda: WANTED)
    data.root.mkdir()
    builders.new_vault(data.vault).close()
    companion = Companion(data, lambda: builders.TODAY, strengthen=True)
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)

    def cost() -> Cost:
        return keys.read_key_file(companion.records.vault.key_file_now()).slots[0].cost

    wait_for(lambda: cost() == WANTED, "the password to be made harder to guess")
    companion.lock()
    unlock(companion)
    assert cost() == WANTED
    put_away(companion)
