"""Taking in a paper from outside: look at it safely, whatever it is called, then seal it beside the records."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import DocumentRefused
from carer_app.imports import documents, pictures, words_file
from carer_app.imports.chosen_file import MEGABYTE, MOST_BYTES, is_pdf, read_file
from carer_app.imports.reader_process import start_ahead
from carer_app.imports.words_file import WordBlock
from carer_app.jobs import words_as_pdf
from carer_app.jobs.look_at_pdf import PdfBegun, PdfToShow, begin_pdf, show_pdf
from carer_app.jobs.photos_of_paper import PhotoOfPage, read_photos
from carer_app.jobs.save_pdf import save_pdf
from carer_app.use_cases.filing import KeptSource, NewDocument, NewSource, SealedDocument
from carer_app.words import _

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

MOST_MEGABYTES = MOST_BYTES // MEGABYTE
"""The biggest file that can be taken in, to be said before one is chosen."""


def bring(
    path: Path,
    sealed_files: "SealedFiles",
    known: frozenset[str] = frozenset(),
    only_photos: bool = False,
) -> NewDocument | tuple[PhotoOfPage, ...]:
    """Read, check and seal a file; photos are read only: they wait to be put upright. What it is, its bytes say.

    The file itself stays where it is, untouched. What is sealed and never registered cannot be opened by anyone: the
    only key is in what this returns. `known` are digests of files that are here already.
    Raises DocumentRefused, or NotSaved where the disk says no.
    """
    data = read_file(path)
    if pictures.is_picture(data):
        return read_photos(data, path)
    if only_photos:  # several files that are to become one
        raise DocumentRefused(
            _(
                "This is kept as one file. Choose one PDF or Word file, or photos of its pages. "
                "Nothing was added."
            )
        )
    return _seal(data, sealed_files, known)


def take_in(path: Path, sealed_files: "SealedFiles", known: frozenset[str] = frozenset()) -> NewDocument:
    """The same for what is no photo. Raises DocumentRefused."""
    return _seal(read_file(path), sealed_files, known)


def may_be_opened_soon() -> None:
    """Papers are listed, and one of them may be opened: what opens them starts, and waits a while. Quick."""
    start_ahead()


def open_stored(document: SealedDocument, sealed_files: "SealedFiles") -> PdfToShow:
    """Unseal a stored paper and look into its pages. Raises SealedFileDamaged or DocumentRefused."""
    return show_pdf(sealed_files.open(document.fingerprint, document.seal_key))


def begin_stored(
    document: SealedDocument, sealed_files: "SealedFiles", first: tuple[int, int]
) -> PdfBegun | PdfToShow:
    """The same, with one page to be seen first: its number, and how many pixels wide (`begin_pdf`)."""
    return begin_pdf(sealed_files.open(document.fingerprint, document.seal_key), first)


def save_source(source: KeptSource, sealed_files: "SealedFiles", path: Path) -> str:
    """Unseal a file that was kept as it came, and write it where the carer chose. Returns where, in words.

    Raises SealedFileDamaged or NotSaved.
    """
    return save_pdf(path, sealed_files.open(source.fingerprint, source.seal_key))


def _seal(data: bytes, sealed_files: "SealedFiles", known: frozenset[str]) -> NewDocument:
    digest = hashlib.sha256(data).hexdigest()
    if digest in known:
        raise DocumentRefused(_("That file is here already, so it was not added again. Nothing was changed."))
    if is_pdf(data):
        facts = documents.look_into(data)
        sealed = sealed_files.seal(data)
        source = NewSource(digest, ".pdf")
        return NewDocument(sealed.fingerprint, sealed.key, len(data), len(facts.pages), (source,))
    return _seal_words(data, digest, sealed_files)


def _seal_words(data: bytes, digest: str, sealed_files: "SealedFiles") -> NewDocument:
    """A Word file, a text or a mail: its words as a PDF, and beside it the file itself, as it came."""
    is_word = words_file.is_word(data)
    if words_file.is_drawing(data):
        return _seal_both(words_file.instead_of_drawing(), data, digest, ".svg", sealed_files)
    if words_file.is_mail(data):
        return _seal_both(words_file.words_of_mail(data), data, digest, ".eml", sealed_files)
    if not is_word and data.lstrip()[:14].lower().startswith((b"{\\rtf", b"<!doctype html", b"<html")):
        raise DocumentRefused(words_file.not_taken())
    blocks, ending = words_file.read_word(data) if is_word else (words_file.words_of_text(data), ".txt")
    return _seal_both(blocks, data, digest, ending, sealed_files)


def _seal_both(
    blocks: tuple[WordBlock, ...], data: bytes, digest: str, ending: str, sealed_files: "SealedFiles"
) -> NewDocument:
    pdf = words_as_pdf.to_pdf(blocks)
    pages = len(documents.look_into(pdf).pages)
    sealed, itself = sealed_files.seal(pdf), sealed_files.seal(data)
    source = NewSource(digest, ending, itself.fingerprint, itself.key, len(data))
    return NewDocument(sealed.fingerprint, sealed.key, len(pdf), pages, (source,))
