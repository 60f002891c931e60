"""Use cases run over a real vault, without any screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carer_app.storage.vault import Vault
from tests import builders


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    builders.put_away(vault)
