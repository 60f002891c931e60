"""Photos that wait to be kept are sealed as they come in, and opened again after the records were locked."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.errors import SealedFileDamaged, SealedFileOutOfReach
from carer_app.jobs.photos_of_paper import PhotoOfPage
from carer_app.use_cases.waiting_photos import SealedPhoto

if TYPE_CHECKING:
    from carer_app.storage.sealed_files import SealedFiles


class NotOpened(Enum):
    """Why a photo that waits is not there."""

    DAMAGED = auto()
    JUST_NOW = auto()
    """It may be there the next time."""


def seal_to_wait(photos: tuple[PhotoOfPage, ...], sealed_files: "SealedFiles") -> tuple[PhotoOfPage, ...]:
    """The same, each in a sealed file of its own. Raises NotSaved or DocumentRefused."""
    return tuple(replace(each, sealed=_sealed(each, sealed_files)) for each in photos)


def as_they_wait(photos: Sequence[PhotoOfPage]) -> tuple[SealedPhoto, ...]:
    """What the records note of them."""
    return tuple(
        replace(each.sealed, turns=each.turns, tilt=each.tilt, lighter=each.lighter, edges=each.edges)
        for each in photos
        if each.sealed is not None
    )


def open_waiting(
    waiting: Sequence[SealedPhoto], sealed_files: "SealedFiles"
) -> tuple[PhotoOfPage | NotOpened, ...]:
    """Each as it was when it waited, or why it is not."""
    return tuple(_opened(each, sealed_files) for each in waiting)


def _sealed(photo: PhotoOfPage, sealed_files: "SealedFiles") -> SealedPhoto:
    sealed = sealed_files.seal(photo.jpeg)
    if isinstance(photo.came_from, Path):
        return SealedPhoto(sealed.fingerprint, sealed.key, photo.digest, str(photo.came_from))
    itself = sealed_files.seal(photo.came_from)
    return SealedPhoto(sealed.fingerprint, sealed.key, photo.digest, itself=(itself.fingerprint, itself.key))


def _opened(each: SealedPhoto, sealed_files: "SealedFiles") -> PhotoOfPage | NotOpened:
    try:
        jpeg = sealed_files.open(each.fingerprint, each.seal_key)
        came_from: Path | bytes = Path(each.came_from)
        if each.itself is not None:
            came_from = sealed_files.open(*each.itself)
    except SealedFileOutOfReach:
        return NotOpened.JUST_NOW
    except (SealedFileDamaged, ValueError):
        return NotOpened.DAMAGED
    return PhotoOfPage(jpeg, each.turns, each.lighter, each.edges, each.digest, came_from, each.tilt, each)
