"""Photos that wait to be kept lie sealed beside the records: there again after locking, and readable by nobody else."""

from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from carer_app.jobs import photos_of_paper
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.jobs.photos_that_wait import NotOpened, as_they_wait, open_waiting, seal_to_wait
from carer_app.storage import new_key_for_all, safe_files
from carer_app.storage.backup_content import read_content
from carer_app.storage.vault import Vault
from carer_app.use_cases import drafts, waiting_photos
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.waiting_photos import PhotosWait, SealedPhoto
from tests import builders

PLACE = DraftKey("add_paper 1", "child", 1)
PASTED = b"\x89PNG a picture that was pasted"


def two(folder: Path) -> tuple[PhotoOfPage, ...]:
    """One from a file that was turned, cut and made lighter, and one that was pasted."""
    file = folder / "Mia at the table.jpg"
    Image.new("RGB", (60, 40), (200, 190, 180)).save(file)
    first = photos_of_paper.read_photo(file).turned().straightened(1.5).within((100, 0, 900, 1000))
    return first.with_lighter_paper(True), PhotoOfPage(first.jpeg, digest="d" * 64, came_from=PASTED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Locked records in which two photos wait."""
    vault = builders.new_vault(tmp_path / "vault")
    builders.add_child(vault, "Mia")
    sealed = seal_to_wait(two(tmp_path), vault.sealed)
    vault.run(waiting_photos.note_waiting, PLACE, as_they_wait(sealed), {"lighter", "files"})
    vault.close()
    return tmp_path / "vault"


def opened(vault: Vault) -> tuple[PhotoOfPage | NotOpened, ...]:
    with vault.reading() as session:
        return open_waiting(waiting_photos.waiting(session, PLACE), vault.sealed)


def test_locked_and_opened_again_they_are_as_they_were(folder: Path, tmp_path: Path) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    first, second = opened(vault)
    was, pasted = two(tmp_path)
    assert isinstance(first, PhotoOfPage)
    assert isinstance(second, PhotoOfPage)
    assert (first.jpeg, first.turns, first.tilt, first.lighter) == (was.jpeg, 1, 1.5, True)
    assert (first.edges, first.digest, first.came_from) == (was.edges, was.digest, was.came_from)
    assert (second.digest, second.came_from) == (pasted.digest, PASTED)
    with vault.reading() as session:
        assert waiting_photos.how_they_wait(session, PLACE) == {"lighter", "files"}
        assert waiting_photos.all_waiting(session) == (PhotosWait(1, 0, 2),)
    vault.close()


def test_nothing_of_them_can_be_read_on_the_disk(folder: Path, tmp_path: Path) -> None:
    was, _pasted = two(tmp_path)
    for file in (each for each in folder.rglob("*") if each.is_file()):
        data = file.read_bytes()
        for word in (b"Mia at the table", was.jpeg[20:60], b"JFIF", PASTED):
            assert word not in data, file.name


def test_they_are_there_after_everything_was_locked_anew_and_a_backup_names_them(folder: Path) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    key, before = vault.key, opened(vault)
    vault.close()
    assert len(read_content(folder / "vault.db", key).papers) == 3
    vault = Vault.open_with(folder, new_key_for_all.renew(folder, key, "kettle river button", builders.CHEAP))
    after = opened(vault)
    was = [each for each in before if isinstance(each, PhotoOfPage)]
    now = [each for each in after if isinstance(each, PhotoOfPage)]
    assert len(now) == len(after) == len(before)
    assert [each.jpeg for each in now] == [each.jpeg for each in was]
    assert [each.came_from for each in now] == [each.came_from for each in was]
    assert vault.sealed.stored() == {name for each in now if each.sealed for name in each.sealed.fingerprints}
    vault.close()


def test_one_that_is_damaged_is_said_to_be_and_the_other_is_there(folder: Path) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    with vault.reading() as session:
        first = waiting_photos.waiting(session, PLACE)[0]
    vault.sealed.remove(first.fingerprint)
    assert [each is NotOpened.DAMAGED for each in opened(vault)] == [True, False]
    vault.close()


def test_what_cannot_be_read_for_a_moment_is_not_damaged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    for error in (PermissionError(13, "held"), OSError(5, "worn out"), OSError(6, "no device")):
        with monkeypatch.context() as held:
            held.setattr(safe_files, "must_be_plain", partial(_refuse, error))
            assert set(opened(vault)) == {NotOpened.JUST_NOW}
    (folder / "documents").rename(folder / "away")
    assert set(opened(vault)) == {NotOpened.JUST_NOW}
    (folder / "away").rename(folder / "documents")
    assert all(isinstance(each, PhotoOfPage) for each in opened(vault))
    vault.close()


def _refuse(error: OSError, _path: Path) -> bool:
    raise error


def test_with_their_line_goes_the_only_key(folder: Path) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    vault.run(waiting_photos.note_waiting, PLACE, ())
    with vault.reading() as session:
        assert drafts.of_place(session, PLACE.part(waiting_photos.WAITING)) == {}
    assert read_content(folder / "vault.db", vault.key).papers == ()
    vault.close()


@pytest.mark.parametrize(
    "text",
    [
        "", "words", "a" * 64 + " " + "b" * 64 + " ", "a" * 64 + " " + "b" * 64 + " [1]",
        "a" * 64 + " " + "b" * 64 + ' ["", "", 9, 0, false, [0, 0, 1000, 1000]]',
        "a" * 64 + " " + "b" * 64 + ' ["", "", 0, 1e999, false, [0, 0, 1000, 1000]]',
        "a" * 64 + " " + "b" * 64 + ' ["", "", 0, 0, false, [900, 0, 100, 1000]]',
        "a" * 64 + " " + "b" * 64 + ' ["", "", 0, 0, false, "abcd"]',
        "a" * 64 + " " + "b" * 64 + ' ["", "", [], 0, false, [0, 0, 1000, 1000]]',
    ],
)  # fmt: skip
def test_a_line_that_nobody_wrote_here_is_no_photo(folder: Path, text: str) -> None:
    vault = Vault.open(folder, builders.PASSWORD)
    vault.run(drafts.keep, PLACE.part(waiting_photos.WAITING), "001", text)
    assert len(opened(vault)) == 1
    vault.close()


def test_what_opens_them_is_in_no_log() -> None:
    assert repr(SealedPhoto("a" * 64, b"k" * 32, came_from="Mia.jpg")) == "<SealedPhoto>"
