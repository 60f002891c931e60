"""Breaking things on purpose: a disk of a few megabytes, a child process to kill, another user."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.kills import Killer


@pytest.fixture(scope="session")
def on_a_disk() -> Iterator[Path]:
    """A folder on a disk, also where the other tests have theirs in memory."""
    with tempfile.TemporaryDirectory(prefix="pep-faults-", dir=os.environ.get("PEP_ON_A_DISK")) as folder:
        yield Path(folder).resolve()


@pytest.fixture
def tmp_path(on_a_disk: Path) -> Path:
    """A kill or a power cut shows less where writing takes no time."""
    return Path(tempfile.mkdtemp(dir=on_a_disk))


@pytest.fixture(scope="session")
def full_counts() -> bool:
    """True under `make faults`."""
    return os.environ.get("PEP_FULL_FAULTS") == "1"


@pytest.fixture
def landed(record_property: Callable[[str, object], None]) -> Callable[[str, int, int], None]:
    """Say how often a fault really happened where it was meant to; tests/conftest.py prints it at the end."""

    def say(what: str, landed: int, of: int) -> None:
        record_property("landed", f"{what}: {landed} of {of}")

    return say


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk of so many megabytes; the test is skipped where only the system may make one."""
    made: list[Path] = []

    def make(megabytes: int) -> Path:
        place = tmp_path / f"disk{len(made)}"
        place.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)]
        if (
            sys.platform != "linux"
            or os.getuid() != 0
            or subprocess.run(mount, capture_output=True).returncode
        ):
            pytest.skip("making a small disk needs Linux, root and the right to mount")
        made.append(place)
        return place

    yield make
    for place in made:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="session")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.stop()
