"""A PDF that was sent is looked at, sealed, and opened again; a bad one leaves nothing behind."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from carer_app.errors import DocumentRefused, SealedFileDamaged
from carer_app.jobs import file_document, look_at_pdf
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, pep_copies
from tests import builders

WORDS = ("Zoë’s PEP, page one", "Targets: reading", "Signed by everybody")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    vault.close()


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A real PDF of three pages, made by some other program."""
    paper = io.BytesIO()
    canvas = Canvas(paper)
    for words in WORDS:
        canvas.drawString(72, 700, words.replace("’", "'"))
        canvas.showPage()
    canvas.save()
    file = tmp_path / "sent to Zoë.pdf"
    file.write_bytes(paper.getvalue())
    return file


def store(vault: Vault, new: filing.NewDocument) -> int:
    """The paper is registered for a meeting that was held."""
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Zoë"))
    builders.hold(vault, meeting)
    vault.run(filing.allow_papers, "Ms Ali", builders.TODAY)
    return vault.run(pep_copies.register_copy, meeting, new, builders.TODAY)


def test_a_pdf_is_sealed_and_opens_again_with_all_its_pages_and_words(vault: Vault, sent: Path) -> None:
    new = file_document.take_in(sent, vault.sealed)
    document = store(vault, new)
    assert (new.pages, new.size) == (3, sent.stat().st_size)
    with vault.reading() as session:
        paper = filing.sealed_document(session, document)
    opened = file_document.open_stored(paper, vault.sealed)
    assert opened.data == sent.read_bytes()
    assert [text for _width, _height, text in opened.pages] == [words.replace("’", "'") for words in WORDS]
    picture = look_at_pdf.draw(opened.data, [2], 300)[0]
    assert len(picture.data) == picture.width * picture.height * 4


def test_the_file_that_was_sent_stays_where_it_is_and_is_not_named_anywhere(vault: Vault, sent: Path) -> None:
    before = sent.read_bytes()
    new = file_document.take_in(sent, vault.sealed)
    store(vault, new)
    assert sent.read_bytes() == before
    assert "sent to" not in repr(new)
    for file in sent.parent.joinpath("vault").rglob("*"):
        assert "sent" not in file.name
        if file.is_file():
            kept = file.read_bytes()
            assert b"sent to" not in kept
            assert b"%PDF" not in kept
            assert "sent to".encode("utf-16-le") not in kept


@pytest.mark.parametrize(
    ("bytes_sent", "sentence"),
    [
        (b"", "empty"),
        (b"GIF89a\0\1\2", "kind of file cannot be kept"),
        (b"%PDF-1.7\n" + bytes(25 * 1024 * 1024), "at most|most you can add is 25 MB"),
        (b"%PDF-1.7\nand then the stick was pulled out", "damaged"),
    ],
    ids=["empty", "another kind", "over 25 MB", "cut short"],
)
def test_a_file_that_cannot_be_taken_in_is_refused_with_a_sentence_and_nothing_is_sealed(
    vault: Vault, tmp_path: Path, bytes_sent: bytes, sentence: str
) -> None:
    file = tmp_path / "sent.pdf"
    file.write_bytes(bytes_sent)
    with pytest.raises(DocumentRefused, match=sentence):
        file_document.take_in(file, vault.sealed)
    assert vault.sealed.stored() == set()
    assert file.read_bytes() == bytes_sent


def test_a_sealed_file_that_was_never_registered_disturbs_nothing(vault: Vault, sent: Path) -> None:
    """The records were locked, or the computer went off, between sealing and registering."""
    lost = file_document.take_in(sent, vault.sealed)
    document = store(vault, file_document.take_in(sent, vault.sealed))
    folder = sent.parent / "vault"
    vault.close()
    again = Vault.open(folder, builders.PASSWORD)
    assert lost.fingerprint in again.sealed.stored()
    with again.reading() as session:
        assert [row.document_id for row in pep_copies.copies(session, builders.TODAY)] == [document]
        paper = filing.sealed_document(session, document)
    assert file_document.open_stored(paper, again.sealed).data == sent.read_bytes()
    again.close()


def test_a_sealed_file_that_was_changed_is_never_shown(vault: Vault, sent: Path) -> None:
    document = store(vault, file_document.take_in(sent, vault.sealed))
    with vault.reading() as session:
        paper = filing.sealed_document(session, document)
    sealed = next(file for file in sent.parent.joinpath("vault").rglob(paper.fingerprint))
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(SealedFileDamaged, match="rest of your records is safe"):
        file_document.open_stored(paper, vault.sealed)
