"""A carer chooses a file: it is read whole, or a sentence says why not."""

import os
import socket
from pathlib import Path

import pytest

from carer_app.errors import DocumentRefused
from carer_app.imports.chosen_file import MOST_BYTES, read_file


def refusal(path: Path) -> str:
    with pytest.raises(DocumentRefused) as refused:
        read_file(path)
    sentence = str(refused.value)
    assert "Nothing was added." in sentence, "says what is safe"
    assert sentence.endswith(".")
    assert "/" not in sentence, "says no folder names"
    return sentence


def test_a_file_is_read_whole_whatever_its_name(tmp_path: Path) -> None:
    for name in ("pep.pdf", "no ending", "Zoë & O'Łukasz.docx"):
        chosen = tmp_path / name
        chosen.write_bytes(b"%PDF-1.7\n" + b"x" * 3_000_000)
        assert read_file(chosen) == chosen.read_bytes()


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    chosen = tmp_path / "pep.pdf"
    chosen.touch()
    assert "empty" in refusal(chosen)


def test_a_file_that_has_gone_is_refused(tmp_path: Path) -> None:
    assert "not there" in refusal(tmp_path / "gone.pdf")
    plain = tmp_path / "plain"
    plain.touch()
    assert "not there" in refusal(plain / "inside.pdf")
    assert "could not be read" in refusal(tmp_path / "odd\0name.pdf")


def test_twenty_five_megabytes_are_taken_and_one_byte_more_is_not(tmp_path: Path) -> None:
    chosen = tmp_path / "big.pdf"
    with chosen.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(MOST_BYTES)
    assert len(read_file(chosen)) == MOST_BYTES == 25 * 1024 * 1024
    with chosen.open("ab") as file:
        file.write(b"!")
    assert "That file is 26 MB. The most you can add is 25 MB." in refusal(chosen)


@pytest.mark.parametrize("megabytes", [40, 500])
def test_the_size_is_said_as_the_carer_would_see_it(tmp_path: Path, megabytes: int) -> None:
    chosen = tmp_path / "huge.pdf"
    with chosen.open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)
    assert f"That file is {megabytes} MB." in refusal(chosen)


@pytest.mark.skipif(os.name == "nt", reason="the file that claims to be empty is a Linux one")
def test_a_file_that_grows_past_its_claim_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "growing.pdf"
    with chosen.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(MOST_BYTES + 5)
    really = os.fstat

    def smaller(number: int) -> os.stat_result:
        told = list(really(number))
        told[6] = 10
        return os.stat_result(told)

    monkeypatch.setattr(os, "fstat", smaller)
    assert "26 MB" in refusal(chosen)


def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read may be half of one and half of another: a scanner or a download is still at it."""
    chosen = tmp_path / "scan.pdf"
    chosen.write_bytes(b"%PDF-1.7" + b"a" * 3_000_000)
    really, seen = os.fstat, []

    def and_then_it_is_written_to(number: int) -> os.stat_result:
        about = really(number)
        if not seen:
            seen.append(about)
            with chosen.open("r+b") as file:
                file.write(b"%PDF-1.4")
            os.utime(chosen, ns=(about.st_atime_ns, about.st_mtime_ns + 1_000_000))
        return about

    monkeypatch.setattr(os, "fstat", and_then_it_is_written_to)
    assert "changed while it was read" in refusal(chosen)


@pytest.mark.parametrize(
    "name", ["../../up.pdf", "new\nline.pdf", "\u202efdp.exe", "odd\0name.pdf", "x" * 300]
)
def test_a_name_that_plays_tricks_reads_nothing_and_is_never_said(tmp_path: Path, name: str) -> None:
    sentence = refusal(tmp_path / name)
    assert "\n" not in sentence
    assert "\u202e" not in sentence


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder or a device" in refusal(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="named pipes and sockets are not files on Windows")
def test_what_would_wait_for_ever_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert "folder or a device" in refusal(tmp_path / "pipe.pdf")
    assert "folder or a device" in refusal(Path("/dev/zero"))
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket.pdf"))
        assert "folder or a device" in refusal(tmp_path / "socket.pdf")


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "locked.pdf"
    chosen.write_bytes(b"%PDF-1.7")

    def forbidden(*_args: object) -> int:  # the administrator may read everything, so it is played
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)
    assert "does not let PEP Companion read" in refusal(chosen)


def test_a_stick_pulled_out_half_way_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = tmp_path / "stick.pdf"
    chosen.write_bytes(b"%PDF-1.7")

    def broken(*_args: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", broken)
    assert "still plugged in" in refusal(chosen)
