"""The pages of a file of records as SQLCipher writes them: is one whole, and what stands in it?

SQLCipher itself tells only of pages that are in their place. In the journal of a save lie pages too.
https://www.zetetic.net/sqlcipher/design/ (file format 4, the only one that we write)
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
SALT = 16
_SEAL = 64
_START = 16
_SALT_OF_SEALS = 0x3A
_ROUNDS = 2


class CipherPages:
    """Reads the pages of one file of records, which begins with `salt`."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        salted = bytes(each ^ _SALT_OF_SEALS for each in salt)
        self._seals = hashlib.pbkdf2_hmac("sha512", key, salted, _ROUNDS, len(key))

    def is_whole(self, number: int, page: bytes) -> bool:
        """Whether this was written, as page `number`, by whoever has the key."""
        sealed = page[_salt_in(number) : -_SEAL] + number.to_bytes(4, "little")
        return len(page) == PAGE and hmac.compare_digest(
            page[-_SEAL:], hmac.digest(self._seals, sealed, "sha512")
        )

    def content(self, number: int, page: bytes) -> bytes:
        """What stands in a whole page. The same words look different each time that they are written."""
        start = page[-_SEAL - _START : -_SEAL]
        reader = Cipher(algorithms.AES(self._key), modes.CBC(start)).decryptor()
        return reader.update(page[_salt_in(number) : -_SEAL - _START])


def _salt_in(number: int) -> int:
    return SALT if number == 1 else 0
