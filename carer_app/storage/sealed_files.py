"""Papers kept beside the records: each sealed in a file of its own, under a key of its own.

The caller keeps `Sealed` in the records, in a transaction that starts only after `seal` has returned: a
crash between the two leaves an unreadable file that nothing names, never a row without its paper.
"""

import hmac
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from carer_app.computer.owner_only import keep_folder
from carer_app.errors import DiskFull, DocumentRefused, SealedFileDamaged, SealedFileOutOfReach
from carer_app.storage import trouble
from carer_app.storage.key_file import derive
from carer_app.storage.safe_files import (
    NotPlain,
    TooLong,
    is_real_folder,
    make_real_folder,
    read_safely,
    sweep_parts,
    write_safely,
)
from carer_app.storage.spare_room import SpareRoom
from carer_app.words import _

FOLDER_NAME = "documents"
MOST_BYTES = 25 * 1024 * 1024
MOST_SEALED_BYTES = MOST_BYTES + 1024

_MARK = b"PEPSEAL1"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_CHUNK = 256 * 1024
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the records must keep: the name of the sealed file and the only key that opens it."""

    fingerprint: str
    key: bytes

    def __repr__(self) -> str:
        return "<Sealed>"


def is_fingerprint(name: str) -> bool:
    """Whether a file of this name can be a sealed paper."""
    return _FINGERPRINT.fullmatch(name) is not None


def encrypt(data: bytes, key: bytes) -> bytes:
    """The bytes of a sealed file. Touches nothing else, so it may run in the background."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _MARK + nonce + AESGCM(key).encrypt(nonce, data, _MARK)


def decrypt(sealed: bytes, key: bytes) -> bytes:
    """What was sealed. Raises SealedFileDamaged unless every byte is as it was written."""
    start = len(_MARK) + _NONCE_BYTES
    if not sealed.startswith(_MARK) or len(sealed) < start + _TAG_BYTES:
        raise damaged()
    try:
        return AESGCM(key).decrypt(sealed[len(_MARK) : start], sealed[start:], _MARK)
    except (InvalidTag, ValueError) as error:
        raise damaged() from error


def must_open(file: BinaryIO, key: bytes) -> None:
    """Read a sealed file from its start to its end, and see it open, without holding more than a little of it.

    Raises SealedFileDamaged unless every byte is as it was written, and OSError.
    """
    left = os.fstat(file.fileno()).st_size - len(_MARK) - _NONCE_BYTES - _TAG_BYTES
    file.seek(0)
    head = file.read(len(_MARK) + _NONCE_BYTES)
    if left < 0 or left > MOST_SEALED_BYTES or not head.startswith(_MARK):
        raise damaged()
    opening = Cipher(algorithms.AES(key), modes.GCM(head[len(_MARK) :])).decryptor()
    opening.authenticate_additional_data(_MARK)
    clear, sealed = bytearray(_CHUNK), memoryview(bytearray(_CHUNK))
    while left:
        part = sealed[: file.readinto(sealed[: min(left, _CHUNK)])]  # type: ignore[attr-defined]
        if not part:
            raise damaged()
        opening.update_into(part, clear)
        left -= len(part)
    try:
        opening.finalize_with_tag(file.read(_TAG_BYTES))
    except (InvalidTag, ValueError) as error:
        raise damaged() from error
    finally:
        clear[:] = bytes(_CHUNK)


class SealedFiles:
    """The folder of sealed papers. Knows nothing of the records, so any thread may call it."""

    def __init__(self, folder: Path, key: bytes, spare: SpareRoom) -> None:
        self._folder = folder
        self._naming_key = derive(key, "sealed file names")
        self._spare = spare

    def seal(self, data: bytes) -> Sealed:
        """Seal `data` and make the disk keep it. Each call makes a file of its own, also for the same bytes.

        Raises DocumentRefused (empty, or over 25 MB), DiskFull, ReadOnlyFolder or NotSaved.
        """
        if not data:
            raise DocumentRefused(
                _(
                    "That file is empty, so there is nothing to keep. Your records are as they were. "
                    "Please check it."
                )
            )
        if len(data) > MOST_BYTES:
            raise DocumentRefused(
                _(
                    "That file is bigger than 25 MB, which is too big to keep here. Your records are as "
                    "they were. Please ask for a smaller copy, or scan fewer pages at a time."
                )
            )
        key = secrets.token_bytes(32)
        sealed = Sealed(self._fingerprint(data, key), key)
        self._write(self._path(sealed.fingerprint), encrypt(data, key))
        return sealed

    def open(self, fingerprint: str, key: bytes) -> bytes:
        """The paper, whole and as it was sealed. Raises SealedFileDamaged, or its kind SealedFileOutOfReach."""
        data = decrypt(self._read(fingerprint), key)
        if not hmac.compare_digest(self._fingerprint(data, key), fingerprint):
            raise damaged()
        return data

    def remove(self, *fingerprints: str) -> None:
        """Take these sealed files away; a file that has gone already is fine.

        Raises ReadOnlyFolder or NotSaved.
        """
        try:
            for fingerprint in fingerprints:
                self._path(fingerprint).unlink(missing_ok=True)
            keep_folder(self._folder)
        except FileNotFoundError:
            return
        except OSError as error:
            raise trouble.from_os(error) from error

    def stored(self) -> set[str]:
        """The fingerprints of every sealed file: what the records do not name was left by a crash."""
        with suppress(OSError):
            return {each.name for each in self._folder.iterdir() if _FINGERPRINT.fullmatch(each.name)}
        return set()

    def sweep(self) -> None:
        """Remove half-written files. Only when the records have just been opened."""
        sweep_parts(self._folder)

    def _read(self, fingerprint: str) -> bytes:
        try:
            return read_safely(self._path(fingerprint), MOST_SEALED_BYTES)
        except (NotPlain, TooLong) as error:
            raise damaged() from error
        except OSError as error:
            # Another program may hold it, or the stick was pulled out: then the folder is gone as well.
            if isinstance(error, FileNotFoundError) and is_real_folder(self._folder):
                raise damaged() from error
            raise out_of_reach() from error

    def _write(self, path: Path, sealed: bytes) -> None:
        try:
            self._write_once(path, sealed)
        except DiskFull:
            if not self._spare.release():
                raise
            self._write_once(path, sealed)

    def _write_once(self, path: Path, sealed: bytes) -> None:
        try:
            if not self._folder.parent.exists():
                # The stick was pulled out: made anew, the folder would lie on the computer itself.
                raise FileNotFoundError(self._folder.parent)
            make_real_folder(self._folder)
            write_safely(path, sealed)
        except OSError as error:
            raise trouble.from_os(error) from error

    def _fingerprint(self, data: bytes, key: bytes) -> str:
        # With the file's own key in it, one paper stored for two children is two files, erased apart.
        return hmac.new(self._naming_key, key + data, "sha256").hexdigest()

    def _path(self, fingerprint: str) -> Path:
        if not _FINGERPRINT.fullmatch(fingerprint):
            raise damaged()
        return self._folder / fingerprint


class NoPapers(SealedFiles):
    """For a sitting that forgets everything: no paper is taken in, and there is no folder."""

    def __init__(self) -> None:
        return

    def seal(self, data: bytes) -> Sealed:
        """Raises DocumentRefused."""
        raise DocumentRefused(
            _("Nothing is kept in this sitting, so a file cannot be stored. Keep the paper in your lock box.")
        )

    def open(self, fingerprint: str, key: bytes) -> bytes:
        raise damaged()

    def remove(self, *fingerprints: str) -> None:
        return

    def _read(self, fingerprint: str) -> bytes:
        raise damaged()

    def stored(self) -> set[str]:
        return set()

    def sweep(self) -> None:
        return


def damaged() -> SealedFileDamaged:
    return SealedFileDamaged(
        _(
            "This paper has been damaged or has gone missing, so it cannot be shown. The rest of your "
            "records is safe. If you still have the file or the paper itself, please add it again."
        )
    )


def out_of_reach() -> SealedFileOutOfReach:
    return SealedFileOutOfReach(
        _(
            "This paper could not be read just now, so it cannot be shown. It may well be whole. If your records are "
            "on a memory stick, check that it is plugged in. Then wait a moment and try again."
        )
    )
