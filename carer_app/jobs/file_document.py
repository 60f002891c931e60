"""Taking in a paper from outside: look at it safely, then seal it beside the records."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.imports import documents
from carer_app.imports.chosen_file import check_file
from carer_app.use_cases.filing import NewDocument, SealedDocument

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A stored paper, opened for reading: its bytes and what the reader process found in them."""

    data: bytes
    facts: documents.DocumentFacts


def take_in(path: Path, sealed_files: "SealedFiles") -> NewDocument:
    """Read, check and seal a file. Raises DocumentRefused, or NotSaved where the disk says no.

    The file itself stays where it is, untouched.
    """
    data = check_file(path)
    facts = documents.look_into(data)
    sealed = sealed_files.seal(data)
    return NewDocument(sealed.fingerprint, sealed.key, len(data), len(facts.pages))


def open_stored(document: SealedDocument, sealed_files: "SealedFiles") -> OpenedDocument:
    """Unseal a stored paper and read its pages. Raises SealedFileDamaged or DocumentRefused."""
    data = sealed_files.open(document.fingerprint, document.seal_key)
    return OpenedDocument(data, documents.look_into(data))
