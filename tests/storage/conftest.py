"""A ready-made vault to copy, so that each test has one of its own in a few milliseconds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from carer_app.domain.child import Child
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"
NAME = "Zoë O'Łukasz-Canary"


@pytest.fixture(scope="session")
def finished_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with one child in it, and enough drafts for a good many pages. Copy it, never open it."""
    folder = tmp_path_factory.mktemp("vaults") / "finished"
    vault = Vault.create(folder, WORDS, CHEAP)
    with vault.work() as session:
        session.add_all([Child(name=NAME)] + [Child(name=f"{NAME} {n} {'long ' * 60}") for n in range(100)])
    vault.close()
    (folder / "spare-room.bin").unlink()
    return folder


@pytest.fixture
def folder(finished_folder: Path, tmp_path: Path) -> Path:
    """The folder of a closed vault; its password is "otter lantern marble"."""
    return shutil.copytree(finished_folder, tmp_path / "vault")


@pytest.fixture
def vault(folder: Path) -> Iterator[Vault]:
    opened = Vault.open(folder, WORDS)
    yield opened
    opened.close()


@pytest.fixture
def cheap() -> Cost:
    return CHEAP
