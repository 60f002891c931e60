"""A paper that another program holds for a moment: waited for, and where that goes on, said and tried again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from carer_app.errors import NotSaved
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs.backing_up import Tended, Work
from carer_app.storage import backup_papers, safe_files
from carer_app.storage.backups import Snapshot
from tests.storage.backup_house import NOW, PAPER, Household


@pytest.fixture
def house(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    monkeypatch.setattr(backup_papers, "_PAUSES", (0.0, 0.0, 0.0))
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


def held(folder: Path, name: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds this file of this folder when it is opened so often."""
    left, there = [times], folder.resolve()

    def opened(path: Path) -> BinaryIO:
        if path.name == name and path.parent.resolve() == there and left[0]:
            left[0] -= 1
            raise PermissionError(13, "held by another program")
        return safe_files.open_plain(path)

    monkeypatch.setattr(backup_papers, "open_plain", opened)


def work(house: Household, second: Path | None = None, days: int = 0) -> Work:
    key_file = house.vault.key_file_now()
    snapshot = Snapshot(house.vault.snapshot(), key_file, house.vault.saves)
    now = NOW + timedelta(days=days)
    return Work(house.folder, house.backups.folder, second, key_file, house.key, snapshot, now)


def newest(house: Household) -> tuple[int, int, bool]:
    """How many papers are in it, how many are not, and whether it was proved."""
    backup = house.backups.newest(house.key)
    assert backup is not None
    return len(backup.papers), backup.missing, backup.proved_on is not None


def test_what_is_held_for_a_moment_is_in_the_backup(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    held(house.folder / "documents", house.file(), 3, monkeypatch)
    assert backing_up.tend(work(house)).found == ""
    assert newest(house) == (1, 0, True)


def test_what_goes_on_being_held_is_said_and_taken_the_next_time(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = house.file()
    with monkeypatch.context() as busy:
        held(house.folder / "documents", paper, 100, busy)
        tended = backing_up.tend(work(house))
    assert tended.problem == ""
    assert "1 file for it could not be read just now: “PEP copy”." in tended.found
    assert newest(house) == (0, 1, False), "it is not called proved, so that its turn comes again"
    assert backing_up.tend(work(house)).found == ""
    assert newest(house) == (1, 0, True)


def test_a_backup_is_not_said_to_have_lost_what_is_held_in_its_own_place(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the last one where the copy beside the records is gone: it stays named, and is looked at again."""
    paper = house.file()
    backing_up.tend(work(house))
    (house.folder / "documents" / paper).unlink()
    with monkeypatch.context() as busy:
        held(house.backups.documents, paper, 100, busy)
        said: Tended = backing_up.tend(work(house, days=8))
    assert "could not be read just now" in said.found
    assert "Problem" not in said.found
    assert newest(house) == (1, 0, False)
    assert backing_up.tend(work(house, days=8)).found == ""
    assert newest(house) == (1, 0, True)
    assert (house.backups.documents / paper).read_bytes()


def test_one_that_is_held_in_the_second_place_is_copied_there_anew(
    house: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    paper = house.file()
    held(how_backups_stand.in_second_place(stick) / "documents", paper, 2, monkeypatch)
    assert (backing_up.tend(work(house, stick)).found, newest(house)) == ("", (1, 0, True))


def test_a_file_to_carry_is_not_made_without_a_paper_that_is_held(
    house: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / f"carry{backing_up.ONE_FILE_ENDING}"
    with monkeypatch.context() as busy:
        held(house.folder / "documents", house.file(), 100, busy)
        with pytest.raises(NotSaved, match="“PEP copy” could not be read just now, so no file was made"):
            backing_up.carry(work(house), target)
    assert not target.exists()
    backing_up.carry(work(house), target)
    assert target.stat().st_size > len(PAPER)


def test_waiting_ends_however_many_are_held(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    waited: list[float] = []
    monkeypatch.setattr(backup_papers.time, "sleep", waited.append)
    patience = backup_papers.Patience()
    for number in range(500):
        file = tmp_path / f"{number:064x}"
        file.write_bytes(b"x")
        held(tmp_path, file.name, 10, monkeypatch)
        with pytest.raises(PermissionError):
            patience.opened(file)
    assert sum(waited) <= 5
    assert len(patience.held) == 500
