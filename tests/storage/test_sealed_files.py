"""A paper that was put away comes back byte for byte, or not at all."""

import hashlib
import os
from pathlib import Path

import pytest

from carer_app.errors import DocumentRefused, SealedFileDamaged
from carer_app.storage import backup_papers, sealed_files
from carer_app.storage.backup_papers import Patience
from carer_app.storage.sealed_files import Sealed, SealedFiles, decrypt, encrypt
from carer_app.storage.spare_room import SpareRoom

KEY = bytes(range(32))
PAPER = b"%PDF-1.7 Zo\xc3\xab's plan " + bytes(5000)


@pytest.fixture
def sealed(tmp_path: Path) -> SealedFiles:
    return SealedFiles(tmp_path / "documents", KEY, SpareRoom(tmp_path))


def test_a_paper_comes_back_as_it_was(sealed: SealedFiles, tmp_path: Path) -> None:
    kept = sealed.seal(PAPER)
    assert sealed.open(kept.fingerprint, kept.key) == PAPER
    assert sealed.stored() == {kept.fingerprint}
    again = SealedFiles(tmp_path / "documents", KEY, SpareRoom(tmp_path))
    assert again.open(kept.fingerprint, kept.key) == PAPER


def test_the_name_of_the_file_tells_nothing(sealed: SealedFiles) -> None:
    kept = sealed.seal(PAPER)
    assert kept.fingerprint != hashlib.sha256(PAPER).hexdigest()
    assert "key" not in repr(kept)
    assert kept.key.hex() not in repr(kept)


def test_the_same_paper_twice_is_two_papers_that_are_erased_apart(sealed: SealedFiles) -> None:
    one, two = sealed.seal(PAPER), sealed.seal(PAPER)
    assert one.fingerprint != two.fingerprint
    sealed.remove(one.fingerprint)
    assert sealed.open(two.fingerprint, two.key) == PAPER
    with pytest.raises(SealedFileDamaged):
        sealed.open(one.fingerprint, one.key)
    sealed.remove(one.fingerprint)


def test_every_changed_byte_is_noticed(sealed: SealedFiles, tmp_path: Path) -> None:
    kept = sealed.seal(b"short paper")
    file = tmp_path / "documents" / kept.fingerprint
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(SealedFileDamaged, match="rest of your records is safe"):
            sealed.open(kept.fingerprint, kept.key)
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        with pytest.raises(SealedFileDamaged):
            sealed.open(kept.fingerprint, kept.key)
    file.write_bytes(whole + b"x")
    with pytest.raises(SealedFileDamaged):
        sealed.open(kept.fingerprint, kept.key)


def test_one_paper_in_the_place_of_another_is_noticed(sealed: SealedFiles, tmp_path: Path) -> None:
    one, two = sealed.seal(PAPER), sealed.seal(b"another paper")
    os.replace(tmp_path / "documents" / two.fingerprint, tmp_path / "documents" / one.fingerprint)
    for key in (one.key, two.key):
        with pytest.raises(SealedFileDamaged):
            sealed.open(one.fingerprint, key)


def test_an_empty_or_too_big_paper_is_refused_and_leaves_nothing(
    sealed: SealedFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sealed_files.MOST_BYTES == 25 * 1024 * 1024
    monkeypatch.setattr(sealed_files, "MOST_BYTES", 100)
    with pytest.raises(DocumentRefused, match="empty"):
        sealed.seal(b"")
    with pytest.raises(DocumentRefused, match="25 MB"):
        sealed.seal(bytes(101))
    assert not (tmp_path / "documents").exists()
    kept = sealed.seal(bytes(100))
    assert sealed.open(kept.fingerprint, kept.key) == bytes(100)


def test_a_name_that_leads_elsewhere_opens_nothing(sealed: SealedFiles, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(encrypt(PAPER, KEY))
    for name in ("../secret", "", ".", "a" * 63, "A" * 64, str(tmp_path / "secret"), "a" * 64 + "\n"):
        with pytest.raises(SealedFileDamaged):
            sealed.open(name, KEY)


def test_sealing_and_opening_are_plain_functions_of_bytes() -> None:
    one, two = encrypt(PAPER, KEY), encrypt(PAPER, KEY)
    assert one != two
    assert PAPER[:20] not in one
    assert decrypt(one, KEY) == decrypt(two, KEY) == PAPER
    with pytest.raises(SealedFileDamaged):
        decrypt(one, bytes(32))


def test_half_written_files_are_swept_up(sealed: SealedFiles, tmp_path: Path) -> None:
    kept = sealed.seal(PAPER)
    (tmp_path / "documents" / f"{'a' * 64}.1234abcd.part").write_bytes(b"half")
    sealed.sweep()
    assert [each.name for each in (tmp_path / "documents").iterdir()] == [kept.fingerprint]


@pytest.mark.parametrize(
    "size", [1, 20, sealed_files._CHUNK - 1, sealed_files._CHUNK, sealed_files._CHUNK + 1]
)
def test_a_copy_for_a_backup_is_byte_for_byte_the_one_that_opens(size: int, tmp_path: Path) -> None:
    paper = Sealed("a" * 64, KEY)
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    data = os.urandom(size)
    (tmp_path / "here" / paper.fingerprint).write_bytes(encrypt(data, KEY))
    backup_papers.copy(paper, tmp_path / "here", tmp_path / "there", Patience())
    assert decrypt((tmp_path / "there" / paper.fingerprint).read_bytes(), KEY) == data


def test_a_damaged_paper_is_never_spread(tmp_path: Path) -> None:
    paper = Sealed("a" * 64, KEY)
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    file = tmp_path / "here" / paper.fingerprint
    whole = encrypt(os.urandom(sealed_files._CHUNK + 5000), KEY)
    places = [0, 7, 8, 19, 20, 21, sealed_files._CHUNK + 20, len(whole) - 17, len(whole) - 16, len(whole) - 1]
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    damaged += [whole[:at] for at in places] + [whole + b"x", b"", whole[:36]]
    for each in damaged:
        file.write_bytes(each)
        with pytest.raises(SealedFileDamaged):
            backup_papers.copy(paper, tmp_path / "here", tmp_path / "there", Patience())
        assert list((tmp_path / "there").iterdir()) == []
    file.unlink()
    with pytest.raises(SealedFileDamaged):
        backup_papers.copy(paper, tmp_path / "here", tmp_path / "there", Patience())


def test_a_copy_that_the_disk_wrote_otherwise_is_found_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is proved is the copy and not what it was made from."""
    paper = Sealed("a" * 64, KEY)
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    (tmp_path / "here" / paper.fingerprint).write_bytes(encrypt(PAPER, KEY))
    fsync = os.fsync

    def rots(number: int) -> None:
        os.pwrite(number, b"rotten", 100)
        fsync(number)

    monkeypatch.setattr(os, "fsync", rots)
    with pytest.raises(SealedFileDamaged):
        backup_papers.copy(paper, tmp_path / "here", tmp_path / "there", Patience())
    assert list((tmp_path / "there").iterdir()) == []
