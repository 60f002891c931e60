"""Our folders are the owner's alone, and our log says where something failed but never about whom."""

import logging
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from carer_app.computer.logs import say_where, start_logging, stop_logging
from carer_app.computer.owner_only import owner_only_folder
from carer_app.computer.paths import DataDir, data_dir

NAME = "Zoë Canary"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_everything_lies_under_the_folder_that_was_named(tmp_path: Path) -> None:
    places = data_dir(tmp_path / "here")
    for each in (places.vault, places.documents, places.backups, places.logs, places.preferences):
        assert each.is_relative_to(tmp_path / "here")
    assert places.documents.parent == places.vault


def test_a_named_folder_stays_the_same_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = data_dir(Path("here"))
    monkeypatch.chdir("/")
    assert places == DataDir(tmp_path / "here")


def test_without_a_name_it_is_the_usual_place() -> None:
    root = data_dir().root
    assert root.is_relative_to(Path(platformdirs.user_data_dir()))
    assert root.name == "PEP Companion"


def test_new_folders_are_the_owners_alone_and_old_ones_are_left_as_they_are(tmp_path: Path) -> None:
    shared = tmp_path / "stick"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)
    old = os.umask(0)
    try:
        data_dir(shared / "a" / "b").make()
    finally:
        os.umask(old)
    assert mode(shared) == 0o755
    for each in (shared / "a", shared / "a" / "b", shared / "a" / "b" / "logs"):
        assert mode(each) == 0o700
    data_dir(shared / "a" / "b").make()


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        owner_only_folder(tmp_path / "file")


def deep_trouble() -> Exception:
    try:
        try:
            raise KeyError(NAME)
        except KeyError as first:
            first.add_note(NAME)
            raise ValueError(f"no such child: {NAME}", {"name": NAME}) from first
    except ValueError as error:
        return error


def test_where_is_said_and_what_is_not() -> None:
    said = say_where(deep_trouble())
    assert "ValueError" in said
    assert "KeyError" in said
    assert f"{__name__}:" in said
    assert "Canary" not in said
    assert "no such child" not in said
    assert "/" not in said


def test_trouble_that_goes_round_in_a_circle_is_said_once() -> None:
    one, two = ValueError("a"), TypeError("b")
    one.__cause__, two.__cause__ = two, one
    assert say_where(one) == "ValueError; because of TypeError"
    group = ExceptionGroup(NAME, [ValueError(NAME), KeyError(NAME)])
    assert "Canary" not in say_where(group)
    assert "KeyError" in say_where(group)


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = start_logging(tmp_path)
    yield tmp_path / "pep-companion.log"
    stop_logging(handler)


def test_the_log_keeps_our_words_and_numbers_but_no_name(log_file: Path) -> None:
    ours = logging.getLogger("carer_app.use_cases.children")
    ours.info("Added child %d", 7)
    ours.warning("Child %s of %d", NAME, 3)
    ours.warning("Child %(name)s", {"name": NAME})
    ours.error(deep_trouble())
    try:
        raise RuntimeError(NAME)
    except RuntimeError:
        ours.exception("Could not save %s", NAME)
    theirs = logging.getLogger("sqlalchemy.engine")
    theirs.error(f"INSERT INTO child VALUES ('{NAME}')")
    theirs.error("INSERT %s", NAME, stack_info=True)
    said = log_file.read_text("utf-8")
    assert "Canary" not in said
    assert "INSERT" not in said
    assert "Added child 7" in said
    assert "Child … of 3" in said
    assert "RuntimeError at " in said
    assert len(said.splitlines()) == 7
    assert mode(log_file) == 0o600


def test_the_log_stays_small(log_file: Path) -> None:
    ours = logging.getLogger("ui")
    for number in range(12_000):
        ours.info("A line that says nothing but takes up room, again and again: %d", number)
    files = list(log_file.parent.iterdir())
    assert 2 <= len(files) <= 3
    assert sum(each.stat().st_size for each in files) < 1_000_000
    assert all(mode(each) == 0o600 for each in files)


def test_a_log_that_cannot_be_written_prints_nothing_instead(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    handler = start_logging(tmp_path)
    try:
        (tmp_path / "pep-companion.log").mkdir()
        logging.getLogger("carer_app").error("Could not save %s", NAME)
    finally:
        stop_logging(handler)
    assert "Canary" not in "".join(capfd.readouterr())


def test_once_the_pointer_is_gone_coming_back_here_has_not_failed(tmp_path: Path) -> None:
    (tmp_path / "where.json").write_text("{}")
    (tmp_path / "last-save.json").mkdir()
    here = DataDir(tmp_path / "stick", tmp_path).back_here()
    assert here == DataDir(tmp_path)
    assert not (tmp_path / "where.json").exists()
