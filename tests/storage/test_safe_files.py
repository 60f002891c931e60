"""A file is kept by the disk before it takes its name, and its name before anybody relies on it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from carer_app.computer.paths import DataDir
from carer_app.computer.preferences import Preferences, write_preferences
from carer_app.jobs.meeting_calendar import _write as write_calendar
from carer_app.jobs.save_pdf import save_pdf
from carer_app.storage import open_elsewhere
from carer_app.storage.safe_files import (
    NotPlain,
    TooLong,
    beside,
    copy_safely,
    is_litter,
    make_real_folder,
    read_safely,
    sweep_parts,
    write_over,
    write_safely,
    write_where_chosen,
    write_whole,
)
from carer_app.storage.saves_seen import SavesSeen
from tests.faults.links import HERE, Lie, lay


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
    (tmp_path / "file.1234abcd.part").write_bytes(b"ha")
    beside(tmp_path / "file").write_bytes(b"ha")
    sweep_parts(tmp_path)
    sweep_parts(tmp_path / "nowhere")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_sweeping_leaves_what_is_not_ours(tmp_path: Path) -> None:
    theirs = ["film.mp4.part", "file.XyZw1234.part", "notes.pep-12.part", "part", "renewed.parts"]
    for name in theirs:
        (tmp_path / name).write_bytes(b"half a download")
    folder = beside(tmp_path / "folder")
    folder.mkdir()
    sweep_parts(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([*theirs, folder.name])


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that hardly anybody has")
def test_sweeping_goes_through_no_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    half = beside(elsewhere / "file")
    half.write_bytes(b"half")
    (tmp_path / "documents").symlink_to(elsewhere)
    sweep_parts(tmp_path / "documents")
    assert half.exists()


def test_what_a_killed_export_left_goes_with_the_next_one(tmp_path: Path) -> None:
    """And what another program of ours may be writing just now does not."""
    old, young = beside(tmp_path / "sheet.pdf"), beside(tmp_path / "sheet.pdf")
    for each in (old, young):
        each.write_bytes(b"half a sheet")
    os.utime(old, (0, 0))
    write_where_chosen(tmp_path / "sheet.pdf", b"whole")
    assert {each.name for each in tmp_path.iterdir()} == {young.name, "sheet.pdf"}


def test_a_long_name_of_the_carers_can_still_be_written(tmp_path: Path) -> None:
    name = "é" * 120 + ".pdf"
    write_safely(tmp_path / name, b"whole")
    assert is_litter(beside(tmp_path / name).name)
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_every_export_is_for_this_person_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        save_pdf(tmp_path / "sheet.pdf", b"%PDF-")
        write_calendar(b"BEGIN:VCALENDAR", tmp_path / "meeting.ics")
        with write_whole(tmp_path / "all.pepbackup") as file:
            assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}
            file.write(b"whole")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("lie", HERE)
def test_nothing_is_written_through_what_lies_in_the_place_of_a_file(lie: Lie, tmp_path: Path) -> None:
    target = tmp_path / "file"
    untouched = lay(lie, target, tmp_path / "theirs")
    for write in (write_safely, write_over, write_where_chosen):
        with pytest.raises(NotPlain):
            write(target, b"ours")
    with pytest.raises(NotPlain):
        copy_safely(_file(tmp_path / "whole"), target)
    with pytest.raises(NotPlain):
        read_safely(target, 100)
    with pytest.raises(NotPlain):
        copy_safely(target, tmp_path / "copy")
    assert untouched()
    assert target.is_symlink() == ("link" in lie)
    assert not [each for each in tmp_path.iterdir() if is_litter(each.name)]


@pytest.mark.parametrize("lie", HERE)
def test_no_note_of_ours_is_written_through_it_either(lie: Lie, tmp_path: Path) -> None:
    folders = DataDir(tmp_path / "ours")
    for folder in (folders.root, folders.vault):
        folder.mkdir()
    writers = {
        folders.preferences: lambda: write_preferences(folders.preferences, Preferences()),
        folders.last_save: lambda: SavesSeen(folders.last_save, bytes(16)).note(7),
        folders.vault / open_elsewhere.FILE_NAME: lambda: open_elsewhere.say_open(folders.vault),
    }
    for number, (place, write) in enumerate(writers.items()):
        untouched = lay(lie, place, tmp_path / f"theirs {number}")
        write()
        assert untouched(), place.name


def test_a_note_with_a_second_name_leaves_that_one_alone(tmp_path: Path) -> None:
    """A backup program may keep hard links."""
    write_over(tmp_path / "note", b"saves 1")
    os.link(tmp_path / "note", tmp_path / "kept")
    write_over(tmp_path / "note", b"saves 2")
    assert (tmp_path / "kept").read_bytes() == b"saves 1"
    assert (tmp_path / "note").read_bytes() == b"saves 2"


def test_a_note_that_was_made_longer_is_as_long_as_it_should_be_again(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(b"saves 1 and more")
    write_over(tmp_path / "note", b"saves 2")
    assert (tmp_path / "note").read_bytes() == b"saves 2"


def test_more_than_was_asked_for_is_not_read(tmp_path: Path) -> None:
    assert read_safely(_file(tmp_path / "file"), 5) == b"whole"
    with pytest.raises(TooLong):
        read_safely(tmp_path / "file", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a right there that hardly anybody has")
def test_a_folder_of_ours_is_no_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "documents").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotPlain):
        make_real_folder(tmp_path / "documents")
    make_real_folder(tmp_path / "real")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the names of files by itself")
def test_once_the_old_file_is_gone_nothing_is_said_to_have_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is new can be taken back: then it can be said, and nothing of it is there."""
    write_safely(tmp_path / "file", b"old")
    fsync = os.fsync

    def fails_for_folders(number: int) -> None:
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError("the disk went away")
        fsync(number)

    monkeypatch.setattr(os, "fsync", fails_for_folders)
    write_safely(tmp_path / "file", b"new")
    with pytest.raises(OSError, match="went away"):
        write_safely(tmp_path / "another", b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("file", b"new")]


def _file(path: Path) -> Path:
    path.write_bytes(b"whole")
    return path


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
