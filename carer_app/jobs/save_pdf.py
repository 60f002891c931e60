"""Saving a PDF where the carer chose: whole or not at all, and locked with a password where they want that."""

from io import BytesIO
from pathlib import Path

from carer_app.errors import NotSaved
from carer_app.storage.safe_files import write_where_chosen
from carer_app.words import _


def save_pdf(path: Path, data: bytes) -> str:
    """Write the PDF; returns its name and folder in words. Raises NotSaved, leaving a file that was there as it was."""
    try:
        write_where_chosen(path, data)
    except OSError as error:
        raise NotSaved(
            _(
                "The file could not be saved there. Your records are safe. "
                "Choose another folder, or make some room on the disk."
            )
        ) from error
    return _("{file} in the folder {folder}").format(file=path.name, folder=path.parent.name or path.parent)


def save_locked_pdf(path: Path, data: bytes, password: str) -> str:
    """The same, in a form that opens only with the password (AES-256, ISO 32000-2, 7.6.4). Raises NotSaved."""
    return save_pdf(path, lock_pdf(data, password))


def lock_pdf(data: bytes, password: str) -> bytes:
    """The PDF so that only who has the password can read it; a screen reader may, then as before.

    It says which PDF it is: without that the tags are of no standard, and older programs guess at the cipher.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, NumberObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.pdf_header = "%PDF-1.7"
    cipher = DictionaryObject(
        {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
    )
    writer.root_object[NameObject("/Extensions")] = DictionaryObject({NameObject("/ADBE"): cipher})
    writer.encrypt(password, algorithm="AES-256")
    locked = BytesIO()
    writer.write(locked)
    return locked.getvalue()
