"""Saving a PDF where the carer chose: whole or not at all."""

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
