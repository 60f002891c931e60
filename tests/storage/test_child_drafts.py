"""What a child says before it is kept: one sealed file, replaced, gone when rubbed out or left for two weeks."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from carer_app.domain.meeting import Meeting
from carer_app.errors import DiskFull, NotSaved, ReadOnlyFolder
from carer_app.storage import child_drafts, new_key_for_all
from carer_app.storage.child_drafts import DRAFT_DAYS, ChildDrafts, Known, SweptDrafts
from carer_app.storage.key_file import derive
from carer_app.storage.sealed_files import encrypt
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
    ("days", "stays"), [(0, True), (DRAFT_DAYS, True), (DRAFT_DAYS + 1, False), (-15, True), (-400, True)]
)
def test_a_draft_nobody_came_back_to_is_gone_after_two_weeks(
    drafts: ChildDrafts, days: int, stays: bool
) -> None:
    """What a clock that was wrong dated into the future stays. What goes is said."""
    drafts.write("uid-1", SAID, TODAY)
    today = TODAY + timedelta(days=days)
    assert (drafts.left("uid-1", today) != {}) is stays
    assert drafts.sweep(today) == SweptDrafts(left=not stays)
    assert (drafts.read("uid-1") is not None) is stays
    assert drafts.sweep(today) == SweptDrafts(), "said once"


def test_a_damaged_draft_is_none_and_goes_with_the_next_sweep(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert drafts.read("uid-1") is None
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    assert list(tmp_path.iterdir()) == []
    assert drafts.sweep(TODAY) == SweptDrafts(), "said once"


@pytest.mark.parametrize("at", range(0, 100, 3))
def test_every_damaged_byte_is_damage_and_never_other_words(
    drafts: ChildDrafts, tmp_path: Path, at: int
) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[at % len(data)] ^= 4
    file.write_bytes(data)
    assert drafts.read("uid-1") is None
    assert drafts.left("uid-1") == {}
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)


def test_what_is_begun_meanwhile_does_not_take_the_place_of_a_damaged_one(
    drafts: ChildDrafts, tmp_path: Path
) -> None:
    """It is still to be said that it is gone."""
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.write_bytes(b"damaged")
    number = drafts.free("uid-1")
    drafts.write("uid-1", b"New.", TODAY, number)
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    assert drafts.read("uid-1", number) == b"New."


def test_two_childrens_drafts_that_were_swapped_are_read_by_neither(
    drafts: ChildDrafts, tmp_path: Path
) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [one] = tmp_path.iterdir()
    drafts.write("uid-2", b"Something else.", TODAY)
    [two] = set(tmp_path.iterdir()) - {one}
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert (drafts.read("uid-1"), drafts.read("uid-2")) == (None, None)
    assert (drafts.left("uid-1"), drafts.left("uid-2")) == ({}, {})
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=2)


def test_an_older_one_that_was_put_back_is_not_read(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", b"What I take out again.", TODAY)
    [file] = tmp_path.iterdir()
    older = file.read_bytes()
    drafts.write("uid-1", SAID, TODAY)
    newest = file.read_bytes()
    file.write_bytes(older)
    assert drafts.read("uid-1") is None
    file.write_bytes(newest)
    assert drafts.read("uid-1") == SAID


def test_what_was_rubbed_out_stays_rubbed_out_and_nobody_is_told(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    before = file.read_bytes()
    drafts.wipe("uid-1")
    file.write_bytes(before)
    assert drafts.read("uid-1") is None
    assert drafts.left("uid-1") == {}
    assert drafts.sweep(TODAY) == SweptDrafts()
    assert list(tmp_path.iterdir()) == []


def test_the_records_know_nothing_of_what_was_rubbed_out(tmp_path: Path) -> None:
    known = Known()
    drafts = ChildDrafts(tmp_path, KEY, known)
    drafts.sweep(TODAY)
    nothing = known.text
    drafts.write("uid-1", SAID, TODAY)
    assert known.text != nothing
    drafts.write("uid-1", SAID, TODAY)
    drafts.wipe("uid-1")
    assert known.text == nothing


def test_what_is_known_does_not_tell_how_often_something_was_changed(tmp_path: Path) -> None:
    known = Known()
    drafts = ChildDrafts(tmp_path, KEY, known)
    drafts.write("uid-1", SAID, TODAY)
    [version] = json.loads(known.text).values()
    assert version > 1000  # one in four million times it is not


class Unsure(Known):
    """Records that cannot be written just now."""

    is_full = False

    def write(self, text: str) -> None:
        if self.is_full:
            raise DiskFull("full")
        super().write(text)


def test_words_that_are_written_are_not_said_to_have_failed(tmp_path: Path) -> None:
    known = Unsure()
    drafts = ChildDrafts(tmp_path, KEY, known)
    drafts.write("uid-1", b"They", TODAY)
    known.is_full = True
    drafts.write("uid-1", SAID, TODAY)
    assert drafts.read("uid-1") == SAID
    drafts.wipe("uid-1")
    assert drafts.read("uid-1") is None
    with pytest.raises(DiskFull):
        drafts.write("uid-2", SAID, TODAY)
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_does_not_give_just_now_stays(
    drafts: ChildDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.write("uid-1", SAID, TODAY)

    def away(*_: object) -> bytes:
        raise OSError("the stick is not there")

    with monkeypatch.context() as pulled:
        pulled.setattr(child_drafts, "read_safely", away)
        assert drafts.read("uid-1") is None
        assert drafts.sweep(TODAY) == SweptDrafts()
    assert drafts.read("uid-1") == SAID


def test_the_drafts_of_an_earlier_release_are_read_until_they_are_written_anew(
    drafts: ChildDrafts, tmp_path: Path
) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    before = encrypt(TODAY.isoformat().encode() + SAID, derive(KEY, "child drafts"))
    file.write_bytes(before)
    upgraded = ChildDrafts(tmp_path, KEY)
    assert upgraded.read("uid-1") == SAID
    assert upgraded.sweep(TODAY) == SweptDrafts()
    upgraded.write("uid-1", b"And more.", TODAY)
    file.write_bytes(before)
    assert upgraded.read("uid-1") is None


def test_after_going_back_what_was_begun_is_still_there(drafts: ChildDrafts, tmp_path: Path) -> None:
    """The records of then know nothing of it."""
    drafts.write("uid-1", SAID, TODAY)
    back = ChildDrafts(tmp_path, KEY)
    assert back.sweep(TODAY) == SweptDrafts()
    assert back.read("uid-1") == SAID


def test_under_another_key_it_cannot_be_read_and_goes(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    other = ChildDrafts(tmp_path, b"o" * 32)
    assert other.read("uid-1") is None
    other.sweep(TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_child_goes_on_with_what_was_begun_after_everything_was_locked_anew(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    vault = builders.new_vault(folder)
    vault.child_drafts.write("uid-1", SAID, TODAY)
    vault.child_drafts.write("uid-1", b"Another sitting.", TODAY, 3)
    vault.child_drafts.write("uid-2", b"Rubbed out.", TODAY)
    vault.child_drafts.wipe("uid-2")
    key = vault.key
    vault.close()
    vault = Vault.open_with(folder, new_key_for_all.renew(folder, key, "kettle river button", builders.CHEAP))
    drafts = vault.child_drafts
    assert drafts.sweep(TODAY) == SweptDrafts()
    assert (drafts.read("uid-1"), drafts.read("uid-1", 3)) == (SAID, b"Another sitting.")
    assert set(drafts.left("uid-1")) == {0, 3}
    assert len(list(folder.glob("*.draft"))) == 2
    vault.close()


def test_what_is_known_is_in_the_records_and_no_save(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    vault = builders.new_vault(folder)
    saves = vault.saves
    vault.child_drafts.write("uid-1", b"Taken out again.", TODAY)
    [file] = folder.glob("*.draft")
    older = file.read_bytes()
    vault.child_drafts.write("uid-1", SAID, TODAY)
    assert vault.saves == saves
    vault.close()
    file.write_bytes(older)
    vault = Vault.open(folder, builders.PASSWORD)
    assert vault.saves == saves
    assert vault.child_drafts.read("uid-1") is None
    assert vault.child_drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    vault.close()


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


def test_a_draft_whose_file_is_gone_is_said_once(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.unlink()
    number = drafts.free("uid-1")
    drafts.write("uid-1", b"New.", TODAY, number)
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    assert drafts.sweep(TODAY) == SweptDrafts(), "said once"
    assert drafts.read("uid-1", number) == b"New."


def test_a_draft_that_could_not_be_begun_was_never_lost(
    drafts: ChildDrafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as disk:
        disk.setattr(child_drafts, "write_safely", full)
        with pytest.raises(DiskFull):
            drafts.write("uid-1", SAID, TODAY)
    assert drafts.sweep(TODAY) == SweptDrafts()


def test_what_is_gone_is_said_only_once_the_records_could_note_it(tmp_path: Path) -> None:
    known = Unsure()
    drafts = ChildDrafts(tmp_path, KEY, known)
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.unlink()
    known.is_full = True
    assert drafts.sweep(TODAY) == SweptDrafts()
    known.is_full = False
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)


def test_a_link_in_the_place_of_a_draft_is_damage(drafts: ChildDrafts, tmp_path: Path) -> None:
    drafts.write("uid-1", SAID, TODAY)
    [file] = tmp_path.iterdir()
    file.rename(tmp_path / "theirs")
    file.symlink_to(tmp_path / "theirs")
    assert drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    assert [each.name for each in tmp_path.iterdir()] == ["theirs"]


def test_a_draft_the_disk_does_not_give_stops_locking_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the new records would know nothing of it, and it would be swept without a word."""
    folder = tmp_path / "vault"
    vault = builders.new_vault(folder)
    vault.child_drafts.write("uid-1", SAID, TODAY)
    key = vault.key
    vault.close()
    real = child_drafts.read_safely

    def away(path: Path, most: int) -> bytes:
        if path.suffix == ".draft":
            raise OSError(5, "the disk does not give it just now")
        return real(path, most)

    with monkeypatch.context() as disk:
        disk.setattr(child_drafts, "read_safely", away)
        with pytest.raises(NotSaved):
            new_key_for_all.renew(folder, key, "kettle river button", builders.CHEAP)
    vault = Vault.open(folder, builders.PASSWORD)
    assert vault.child_drafts.read("uid-1") == SAID
    assert vault.child_drafts.sweep(TODAY) == SweptDrafts()
    vault.close()


@pytest.mark.parametrize("what", ["damaged", "gone", "a link"])
def test_a_draft_that_was_lost_before_everything_was_locked_anew_is_said_after_it(
    tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "vault"
    vault = builders.new_vault(folder)
    vault.child_drafts.write("uid-1", SAID, TODAY)
    [file] = folder.glob("*.draft")
    vault.child_drafts.write("uid-2", b"Whole.", TODAY)
    key = vault.key
    vault.close()
    if what == "damaged":
        file.write_bytes(file.read_bytes()[:-1] + b"!")
    else:
        file.rename(tmp_path / "elsewhere")
        if what == "a link":
            file.symlink_to(tmp_path / "elsewhere")
    vault = Vault.open_with(folder, new_key_for_all.renew(folder, key, "kettle river button", builders.CHEAP))
    assert vault.child_drafts.sweep(TODAY) == SweptDrafts(damaged=1)
    assert vault.child_drafts.sweep(TODAY) == SweptDrafts(), "said once"
    assert vault.child_drafts.read("uid-2") == b"Whole."
    assert len(list(folder.glob("*.draft"))) == 1
    vault.close()


def test_a_draft_of_an_earlier_release_is_there_after_everything_was_locked_anew(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    vault = builders.new_vault(folder)
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    with vault.reading() as session:
        uid = session.get_one(Meeting, meeting).calendar_uid
    for whose in (uid, "a meeting that is no more"):
        vault.child_drafts.write(whose, SAID, TODAY, 2)
    key = vault.key
    before = encrypt(TODAY.isoformat().encode() + SAID, derive(key, "child drafts"))
    vault._know("drafts", "")
    vault.close()
    for file in folder.glob("*.draft"):
        file.write_bytes(before)
    Vault.open_with(folder, key).close()
    vault = Vault.open_with(folder, new_key_for_all.renew(folder, key, "kettle river button", builders.CHEAP))
    assert vault.child_drafts.sweep(TODAY) == SweptDrafts(damaged=1), (
        "of the other nobody can tell whose it is"
    )
    assert vault.child_drafts.read(uid, 2) == SAID
    vault.close()
