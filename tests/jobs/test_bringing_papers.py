"""Whatever they sent is taken for what its bytes are, added once, and nothing of it is half kept."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from carer_app.errors import DocumentRefused
from carer_app.jobs import file_document, photos_of_paper
from carer_app.storage.vault import Vault
from carer_app.use_cases.filing import NewDocument
from tests import builders
from tests.imports.test_photo_places import WHERE, photo
from tests.imports.word_files import A_REPORT, paragraph, word_file


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    vault.close()


def file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def opened(vault: Vault, new: NewDocument) -> list[bytes]:
    """The files kept as they came."""
    return [vault.sealed.open(each.fingerprint, each.seal_key) for each in new.sources if each.fingerprint]


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("called a PDF.pdf", A_REPORT, ".docx"),
        ("letter.docx", b"Dear carer,\nthe report is here.", ".txt"),
        ("a photo.jpg", builders.A_PDF, ".pdf"),
        ("a text.txt", b"\0" * 900 + builders.A_PDF, ".pdf"),
    ],
)
def test_its_bytes_say_what_it_is_and_not_its_name(
    vault: Vault, tmp_path: Path, name: str, data: bytes, ending: str
) -> None:
    new = file_document.bring(file(tmp_path, name, data), vault.sealed)
    assert isinstance(new, NewDocument)
    assert [each.ending for each in new.sources] == [ending]
    assert (tmp_path / name).read_bytes() == data, "it is still where it was"


@pytest.mark.parametrize("data", [A_REPORT, b"Dear carer"], ids=["word", "text"])
def test_a_word_or_text_file_is_kept_as_it_came_beside_its_words(
    vault: Vault, tmp_path: Path, data: bytes
) -> None:
    new = file_document.take_in(file(tmp_path, "x", data), vault.sealed)
    assert opened(vault, new) == [data]
    assert vault.sealed.open(new.fingerprint, new.seal_key).startswith(b"%PDF-")
    assert new.pages == 1


@pytest.mark.parametrize(
    "data",
    [
        *(b"{\\rtf1 Dear}", b"<!DOCTYPE html><p>x", b"PK\x03\x04nothing"),
        *(b"\0\0\0\x18ftypisom", b"GIF89a\0\1", b"%PDF-1.7 cut"),
    ],
    ids=["rich text", "a web page", "a zip", "a film", "gif", "a cut PDF"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_and_nothing_is_sealed(
    vault: Vault, tmp_path: Path, data: bytes
) -> None:
    with pytest.raises(DocumentRefused):
        file_document.bring(file(tmp_path, "x", data), vault.sealed)
    assert vault.sealed.stored() == set()


@pytest.mark.parametrize("data", [A_REPORT, builders.A_PDF], ids=["word", "PDF"])
def test_what_is_here_already_is_not_added_again(vault: Vault, tmp_path: Path, data: bytes) -> None:
    new = file_document.take_in(file(tmp_path, "x", data), vault.sealed)
    before, known = vault.sealed.stored(), frozenset(each.digest for each in new.sources)
    with pytest.raises(DocumentRefused, match="here already"):
        file_document.bring(file(tmp_path, "another name", data), vault.sealed, known)
    assert vault.sealed.stored() == before


def test_photos_that_are_here_already_are_not_added_again_and_one_new_page_is(
    vault: Vault, tmp_path: Path
) -> None:
    pages = [photos_of_paper.read_photo(file(tmp_path, f"{kind}.x", photo(kind))) for kind in ("JPEG", "PNG")]
    new = photos_of_paper.keep(tuple(pages[:1]), vault.sealed)
    known = frozenset(each.digest for each in new.sources)
    with pytest.raises(DocumentRefused, match="here already"):
        photos_of_paper.keep(tuple(pages[:1]), vault.sealed, known)
    assert photos_of_paper.keep(tuple(pages), vault.sealed, known).pages == 2


def test_photos_kept_as_they_came_say_no_place(vault: Vault, tmp_path: Path) -> None:
    pages = tuple(
        photos_of_paper.read_photo(file(tmp_path, f"{kind}.x", photo(kind))) for kind in ("JPEG", "HEIF")
    )
    new = photos_of_paper.keep(pages, vault.sealed, as_they_came=True)
    assert [each.ending for each in new.sources] == [".jpg", ".heic"]
    for kept in opened(vault, new):
        assert Image.open(io.BytesIO(kept)).size == (64, 48)
        assert not any(each.encode() in kept for each in WHERE)


@pytest.mark.parametrize("what", ["gone", "changed"])
def test_a_stick_that_is_pulled_out_between_two_photos_leaves_nothing_half_kept(
    vault: Vault, tmp_path: Path, what: str
) -> None:
    files = [file(tmp_path, f"{kind}.x", photo(kind)) for kind in ("JPEG", "PNG")]
    pages = tuple(photos_of_paper.read_photo(each) for each in files)
    if what == "gone":
        files[1].unlink()
    else:
        files[1].write_bytes(photo("JPEG"))
    with pytest.raises(DocumentRefused, match="Nothing was added"):
        photos_of_paper.keep(pages, vault.sealed, as_they_came=True)
    assert vault.sealed.stored() == set()
    assert photos_of_paper.keep(pages, vault.sealed).pages == 2, "what was read can still be kept"


@pytest.mark.parametrize(
    ("kind", "parts", "ending"),
    [
        ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", (), ".docx"),
        ("vnd.ms-word.document.macroEnabled.main+xml", ("word__vbaProject.bin",), ".docm"),
        ("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", (), ".dotx"),
        ("vnd.ms-word.template.macroEnabledTemplate.main+xml", (), ".dotm"),
        ("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", ("word__vbaProject.bin",), ".docm"),
        ("", ("word__vbaProject.bin",), ".docm"),
    ],
)  # fmt: skip
def test_a_word_file_is_given_back_under_the_ending_that_it_is_of(
    vault: Vault, tmp_path: Path, kind: str, parts: tuple[str, ...], ending: str
) -> None:
    said = {"[Content_Types].xml": f'<Override ContentType="application/{kind}"/>'} if kind else {}
    data = word_file(paragraph("Mia reads."), **said, **dict.fromkeys(parts, b"macro"))
    new = file_document.bring(file(tmp_path, "from school.docx", data), vault.sealed)
    assert isinstance(new, NewDocument)
    assert [each.ending for each in new.sources] == [ending]
    assert opened(vault, new) == [data]
