"""A file is kept by the disk before it takes its name, and its name before anybody relies on it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from carer_app.storage.safe_files import sweep_parts, write_safely


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the names of files by itself")
def test_the_bytes_are_kept_then_the_name_then_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(number: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(number).st_mode)
        done.append("folder kept" if is_folder else f"{os.fstat(number).st_size} bytes kept")
        fsync(number)

    def watched_replace(source: Path, target: Path) -> None:
        done.append("renamed")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    write_safely(tmp_path / "file", b"seven b")
    assert done == ["7 bytes kept", "renamed", "folder kept"]
    assert (tmp_path / "file").read_bytes() == b"seven b"


def test_a_write_that_fails_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_safely(tmp_path / "file", b"old")

    def fails(_: int) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="went away"):
        write_safely(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_sweeping_takes_only_halves(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"whole")
    (tmp_path / "file.1234.part").write_bytes(b"ha")
    sweep_parts(tmp_path)
    sweep_parts(tmp_path / "nowhere")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_crash_writes_no_memory_to_the_disk() -> None:
    script = (
        "import resource, sys; from carer_app.storage.hardening import harden_process; harden_process();"
        "harden_process(); import ctypes;"
        "print(resource.getrlimit(resource.RLIMIT_CORE));"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0)"
    )
    root = Path(__file__).parents[2]
    ran = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert ran.stdout.split("\n")[:2] == ["(0, 0)", "0"]
