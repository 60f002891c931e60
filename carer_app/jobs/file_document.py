"""Taking in a paper from outside: look at it safely, then seal it beside the records."""

from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.imports import documents
from carer_app.imports.chosen_file import MEGABYTE, MOST_BYTES, check_file
from carer_app.jobs.look_at_pdf import PdfToShow, show_pdf
from carer_app.use_cases.filing import NewDocument, SealedDocument

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles

MOST_MEGABYTES = MOST_BYTES // MEGABYTE
"""The biggest file that can be taken in, to be said before one is chosen."""


def take_in(path: Path, sealed_files: "SealedFiles") -> NewDocument:
    """Read, check and seal a file. Raises DocumentRefused, or NotSaved where the disk says no.

    The file itself stays where it is, untouched. What is sealed and never registered cannot be opened by
    anyone: the only key is in what this returns.
    """
    data = check_file(path)
    facts = documents.look_into(data)
    sealed = sealed_files.seal(data)
    return NewDocument(sealed.fingerprint, sealed.key, len(data), len(facts.pages))


def open_stored(document: SealedDocument, sealed_files: "SealedFiles") -> PdfToShow:
    """Unseal a stored paper and look into its pages. Raises SealedFileDamaged or DocumentRefused."""
    return show_pdf(sealed_files.open(document.fingerprint, document.seal_key))
