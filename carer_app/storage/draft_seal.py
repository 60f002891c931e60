"""How a draft of a child is sealed: bound to its own name, which is made of its meeting, and to a number that rises."""

import hmac
import secrets
import struct
from contextlib import suppress
from datetime import date

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from carer_app.errors import SealedFileDamaged
from carer_app.storage.key_file import derive
from carer_app.storage.sealed_files import decrypt

_HEAD = struct.Struct(">8sQ12s")
_MARK = b"PEPDRAFT"
_DAY = len("2026-03-10")

Whose = tuple[str, int]
"""The meeting's uid, and which sitting of it."""


class DraftSeal:
    """The names and seals under one key of the records. It reads and writes nothing."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(derive(key, "child drafts"))
        self._key_before = derive(key, "child drafts")
        self._naming_key = derive(key, "child draft names")

    def mark_of(self, uid: str, number: int) -> str:
        """The name of a draft: it says nothing, and only the key finds it again."""
        name = f"{uid} {number}" if number else uid
        return hmac.digest(self._naming_key, name.encode(), "sha256").hex()[:32]

    def seal(self, whose: Whose, version: int, on: date, data: bytes) -> bytes:
        """The bytes of the file, of this version and last changed on this day."""
        uid, number = whose
        nonce = secrets.token_bytes(12)
        words = on.isoformat().encode() + f"{uid}\n{number}\n".encode() + data
        return _HEAD.pack(_MARK, version, nonce) + self._cipher.encrypt(
            nonce, words, _bound_to(self.mark_of(uid, number), version)
        )

    def unseal(self, mark: str, sealed: bytes) -> tuple[int, bytes] | None:
        """Its version, 0 for one of an earlier release, and what is in it; None for what is damaged or swapped."""
        with suppress(InvalidTag, SealedFileDamaged, struct.error):
            if not sealed.startswith(_MARK):
                return 0, decrypt(sealed, self._key_before)
            _mark, version, nonce = _HEAD.unpack_from(sealed)
            return version, self._cipher.decrypt(nonce, sealed[_HEAD.size :], _bound_to(mark, version))
        return None


def told(version: int, data: bytes) -> tuple[date, bytes, Whose | None]:
    """The day, the words, and whose: an earlier release did not write that. Raises ValueError for what is no draft."""
    day = date.fromisoformat(data[:_DAY].decode())
    if not version:
        return day, data[_DAY:], None
    uid, number, words = data[_DAY:].split(b"\n", 2)
    return day, words, (uid.decode(), int(number))


def _bound_to(mark: str, version: int) -> bytes:
    return _MARK + version.to_bytes(8) + mark.encode()
