"""A new key for everything: no paper stays under the old one in silence, because it could not be read just then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from carer_app.domain.draft import Draft
from carer_app.errors import PapersUnread
from carer_app.storage import new_key_for_all, safe_files, sealed_files
from carer_app.storage.backup_content import read_content
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import ORIGINAL, PAPER, Household

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "cobweb harbour tinsel"


@pytest.fixture
def house(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Household]:
    monkeypatch.setattr(new_key_for_all, "_PATIENCE", (0.0, 0.0))
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


def names(house: Household) -> dict[str, str]:
    """A paper, the file it was made from, and a photo that waits."""
    original = house.file_with_original()
    [paper] = house.vault.sealed.stored() - {original}
    photo = house.vault.sealed.seal(b"a photo that waits")
    with house.vault.work() as session:
        opens = f"{photo.fingerprint} {photo.key.hex()} []"
        session.add(Draft(place="add_paper 1 photos", field="000", text=opens))
    return {"paper": paper, "original": original, "photo": photo.fingerprint}


def held(name: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds this file when it is read so often."""
    left = [times]

    def read(path: Path, most: int) -> bytes:
        if path.name == name and left[0]:
            left[0] -= 1
            raise PermissionError(13, "held by another program")
        return safe_files.read_safely(path, most)

    monkeypatch.setattr(sealed_files, "read_safely", read)


@pytest.mark.parametrize("which", ["paper", "original", "photo"])
def test_what_is_held_for_a_moment_is_locked_anew_as_well(
    house: Household, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    before = names(house)
    house.vault.close()
    held(before[which], 2, monkeypatch)
    key = new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP)
    house.vault = Vault.open_with(house.folder, key)
    assert (house.papers(), house.originals()) == ([PAPER], [ORIGINAL])
    now = read_content(house.folder / "vault.db", key).papers
    assert not {paper.fingerprint for paper in now} & set(before.values())


@pytest.mark.parametrize("which", ["paper", "original", "photo"])
def test_what_goes_on_being_held_keeps_everything_as_it_was_and_is_said(
    house: Household, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    before = names(house)
    house.vault.close()
    with monkeypatch.context() as busy:
        held(before[which], 100, busy)
        with pytest.raises(
            PapersUnread, match="could not be read just now, so nothing was changed"
        ) as stopped:
            new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP)
    assert stopped.value.fingerprints == {before[which]}
    house.vault = Vault.open_with(house.folder, house.key)
    assert house.vault.sealed.stored() == set(before.values())
    assert (house.papers(), house.originals()) == ([PAPER], [ORIGINAL])


def test_what_is_damaged_for_good_keeps_nothing_back(house: Household) -> None:
    before = names(house)
    house.vault.close()
    (house.folder / "documents" / before["original"]).write_bytes(b"damaged")
    key = new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP)
    house.vault = Vault.open_with(house.folder, key)
    assert house.papers() == [PAPER]


@pytest.mark.parametrize("which", ["paper", "original", "photo"])
def test_what_can_never_be_read_is_gone_on_without_and_stays_as_it_is(
    house: Household, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    """Nothing of it is deleted: where the disk gives it one day, it opens."""
    before = names(house)
    file = house.folder / "documents" / before[which]
    sealed = file.read_bytes()
    house.vault.close()
    with monkeypatch.context() as busy:
        held(before[which], 100, busy)
        key = new_key_for_all.renew(
            house.folder, house.key, NEW_WORDS, CHEAP, without=frozenset({before[which]})
        )
    house.vault = Vault.open_with(house.folder, key)
    assert file.read_bytes() == sealed
    assert before[which] in {
        paper.fingerprint for paper in read_content(house.folder / "vault.db", key).papers
    }
    assert house.vault.sealed.stored() & set(before.values()) == {before[which]}


def test_every_one_that_cannot_be_read_is_named_at_once_and_no_other_is_gone_on_without(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = names(house)
    house.vault.close()

    def read(path: Path, most: int) -> bytes:
        if path.name in (before["paper"], before["photo"]):
            raise OSError(5, "a bad place on the disk")
        return safe_files.read_safely(path, most)

    monkeypatch.setattr(sealed_files, "read_safely", read)
    with pytest.raises(PapersUnread, match="2 papers could not be read") as stopped:
        new_key_for_all.renew(house.folder, house.key, NEW_WORDS, CHEAP, without=frozenset({before["paper"]}))
    assert stopped.value.fingerprints == {before["paper"], before["photo"]}
    monkeypatch.undo()
    house.vault = Vault.open_with(house.folder, house.key)
    assert house.vault.sealed.stored() == set(before.values())
