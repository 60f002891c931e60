"""What a child says before it is kept: one sealed file, replaced, gone when rubbed out or left for two weeks."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from carer_app.errors import NotSaved, ReadOnlyFolder
from carer_app.storage.child_drafts import DRAFT_DAYS, ChildDrafts
from carer_app.storage.vault import Vault
from tests import builders

TODAY = date(2026, 3, 10)
KEY = b"k" * 32
SAID = b"They run off at playtime."


@pytest.fixture
def drafts(tmp_path: Path) -> ChildDrafts:
    return ChildDrafts(tmp_path, KEY)


def test_a_draft_is_read_again_with_every_byte(drafts: ChildDrafts) -> None:
    drafts.write("uid-1", SAID, TODAY)
    assert drafts.read("uid-1") == SAID
    assert drafts.read("uid-2") is None


def test_its_file_says_nothing_of_the_words_or_the_meeting(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    assert b"playtime" not in file.read_bytes()
    assert b"2026" not in file.read_bytes()
    assert "uid" not in file.name


def test_there_is_only_ever_the_newest(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    drafts.write("uid-1", b"Nothing.", TODAY)
    assert drafts.read("uid-1") == b"Nothing."
    assert len(list(tmp_path.iterdir())) == 1


def test_wiping_leaves_nothing_behind(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    (tmp_path / f"{file.name}.ab12cd34.part").write_bytes(b"half")
    drafts.wipe("uid-1")
    drafts.wipe("uid-1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("days", "stays"), [(0, True), (DRAFT_DAYS, True), (DRAFT_DAYS + 1, False), (-15, False)]
)
def test_a_draft_nobody_came_back_to_is_gone_after_two_weeks(
    drafts: ChildDrafts, days: int, stays: bool
) -> None:
    drafts.write("uid-1", SAID, TODAY)
    drafts.sweep(TODAY + timedelta(days=days))
    assert (drafts.read("uid-1") is not None) is stays


def test_a_damaged_draft_is_none_and_goes_with_the_next_sweep(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert drafts.read("uid-1") is None
    drafts.sweep(TODAY)
    assert list(tmp_path.iterdir()) == []


def test_under_another_key_it_cannot_be_read_and_goes(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    other = ChildDrafts(tmp_path, b"o" * 32)
    assert other.read("uid-1") is None
    other.sweep(TODAY)
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    gone = ChildDrafts(tmp_path / "gone", KEY)
    with pytest.raises((NotSaved, ReadOnlyFolder)):
        gone.write("uid-1", SAID, TODAY)


def test_a_sitting_that_forgets_keeps_its_draft_in_memory() -> None:
    vault = Vault.in_memory()
    vault.child_drafts.write("uid-1", SAID, TODAY)
    assert vault.child_drafts.read("uid-1") == SAID
    vault.child_drafts.wipe("uid-1")
    assert vault.child_drafts.read("uid-1") is None
    vault.close()


def test_the_drafts_of_open_records_lie_beside_them(tmp_path: Path) -> None:
    vault = builders.new_vault(tmp_path / "vault")
    before = set((tmp_path / "vault").iterdir())
    vault.child_drafts.write("uid-1", SAID, TODAY)
    assert len(set((tmp_path / "vault").iterdir()) - before) == 1
    vault.close()
