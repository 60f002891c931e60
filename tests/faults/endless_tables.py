"""Records whose pages lead round and round: every page whole and sealed by whoever has the key, and no end to the rows.

A page of a table says which pages come beneath it. Here each of a few pages names the next one as often as it can.
"""

import hashlib
import hmac
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _SALT, _IV, _MAC = 4096, 16, 16, 64
_USABLE = _PAGE - _IV - _MAC
_INTERIOR, _LEAF = 5, 13


class LockedPages:
    """The pages of a file that SQLCipher 4 locked, to be read and written with its key."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        self._data = bytearray(file.read_bytes())
        self._salt = bytes(self._data[:_SALT])
        masked = bytes(each ^ 0x3A for each in self._salt)
        self._mac_key = hashlib.pbkdf2_hmac("sha512", key, masked, 2, 32)

    def count(self) -> int:
        return len(self._data) // _PAGE

    def read(self, number: int) -> bytearray:
        start, clear = (number - 1) * _PAGE, _SALT if number == 1 else 0
        page = bytes(self._data[start : start + _PAGE])
        opened = self._cipher(page[_USABLE : _USABLE + _IV]).decryptor().update(page[clear:_USABLE])
        return bytearray(b"SQLite format 3\x00" + opened if clear else opened)

    def write(self, number: int, page: bytes) -> None:
        start, clear = (number - 1) * _PAGE, _SALT if number == 1 else 0
        initial = secrets.token_bytes(_IV)
        locked = self._cipher(initial).encryptor().update(bytes(page[clear:_USABLE])) + initial
        mac = hmac.digest(self._mac_key, locked + number.to_bytes(4, "little"), "sha512")
        self._data[start : start + _PAGE] = (self._salt if clear else b"") + locked + mac

    def save(self) -> None:
        self._file.write_bytes(self._data)

    def _cipher(self, initial: bytes) -> Cipher[modes.CBC]:
        return Cipher(algorithms.AES(self._key), modes.CBC(initial))


def make_endless(file: Path, key: bytes, root: int) -> None:
    """Let the table whose first page is `root` (with more than three pages beneath it) go on without an end."""
    pages = LockedPages(file, key)
    first = pages.read(root)
    assert first[0] == _INTERIOR
    beneath = [int.from_bytes(first[at : at + 4]) for at in _cells(first)]
    *between, leaf = beneath[:4]
    assert pages.read(leaf)[0] == _LEAF
    for page, below in zip([root, *between], [*between, leaf], strict=True):
        pages.write(page, _leading_to(below))
    pages.save()


def _cells(page: bytes) -> list[int]:
    many = int.from_bytes(page[3:5])
    return [int.from_bytes(page[12 + 2 * each : 14 + 2 * each]) for each in range(many)]


def _leading_to(below: int) -> bytes:
    many = (_USABLE - 12) // 7
    page = bytearray(_USABLE)
    page[0] = _INTERIOR
    page[3:5] = many.to_bytes(2)
    page[5:7] = (_USABLE - 5 * many).to_bytes(2)
    page[8:12] = below.to_bytes(4)
    for each in range(many):
        at = _USABLE - 5 * (each + 1)
        page[12 + 2 * each : 14 + 2 * each] = at.to_bytes(2)
        page[at : at + 5] = below.to_bytes(4) + bytes([each % 128])
    return bytes(page)
