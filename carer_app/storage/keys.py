"""The ways in: the carer's password, the way-back-in sheet, the computer's key store.

The records are locked by a random 256-bit key. Each way in locks that key by a key which Argon2id makes from its
secret, in a slot of the key file. Changing a way in never touches the records, and a new one is proved to open
before the old one goes. Everything here goes from bytes to bytes; `Vault.keep_key_file` puts them on the disk.
"""

import secrets
import time
import unicodedata
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from carer_app.computer.paths import KEY_FILE
from carer_app.errors import NotAllowed, WrongPassphrase
from carer_app.storage import trouble
from carer_app.storage.key_cost import TARGET_SECONDS, Cost, calibrate, stretch
from carer_app.storage.key_file import (
    KEY_BYTES,
    MOST_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    KeyFile,
    Slot,
    check_value,
    derive,
    read_key_file,
    write_key_file,
)
from carer_app.words import _

__all__ = [
    "FILE_NAME", "KEYRING", "MOST_BYTES", "PASSWORD", "SHEET", "derive", "kinds", "new_key_file", "normalise", "number",
    "read_key_file", "stronger", "unwrap", "vault_id", "with_slot", "without", "write_key_file",
]  # fmt: skip

FILE_NAME = KEY_FILE
PASSWORD = "password"
SHEET = "sheet"
KEYRING = "keyring"

_QUICK = Cost(time=1, memory_kib=8, lanes=1)
"""For the secret in the key store: it is 256 random bits already, and nothing is gained by stretching it."""
_MUCH_TOO_QUICK = TARGET_SECONDS / 2


def new_key_file(passphrase: str, cost: Cost | None = None) -> tuple[bytes, bytes]:
    """A new random key behind `passphrase`: (bytes of the key file, key). Slow: run it in the background.

    `cost` is for tests; what ships is measured on this computer and never below the floor. Raises
    NotAllowed for an empty password.
    """
    key = secrets.token_bytes(KEY_BYTES)
    new_id = secrets.token_bytes(16)
    slot = _wrap(key, new_id, PASSWORD, passphrase, cost)
    return write_key_file(KeyFile(new_id, check_value(key, new_id), (slot,)), key), key


def unwrap(key_file: bytes, secret: str, kind: str = PASSWORD) -> bytes:
    """The key, by one way in. Slow: run it in the background.

    Raises WrongPassphrase, KeyFileDamaged, or VaultTooNew for the key file of a newer PEP Companion.
    """
    read = read_key_file(key_file)
    counted = normalise(secret)
    for slot in read.slots:
        if slot.kind != kind or not counted:
            continue
        try:
            wrapper = AESGCM(stretch(counted, slot.salt, slot.cost))
        except MemoryError as error:
            raise trouble.short_of_memory() from error
        try:
            key = wrapper.decrypt(slot.nonce, slot.wrapped, slot.bound_to(read.vault_id))
        except InvalidTag:
            continue
        if not read.fits(key):
            raise trouble.key_file_damaged()
        return key
    raise WrongPassphrase(_WRONG[kind])


def with_slot(key_file: bytes, key: bytes, kind: str, secret: str, cost: Cost | None = None) -> bytes:
    """The key file with `secret` as its one way in of this kind, proved to open. Slow: in the background.

    The old way of this kind is gone from what is returned. Raises NotAllowed for an empty secret, KeyFileDamaged
    where `key` is not the key of this file.
    """
    read = read_key_file(key_file)
    if not read.fits(key):
        raise trouble.key_file_damaged()
    new = _wrap(key, read.vault_id, kind, secret, cost)
    others = tuple(slot for slot in read.slots if slot.kind != kind)
    data = write_key_file(replace(read, slots=(*others, new)), key)
    if unwrap(data, secret, kind) != key:
        raise trouble.key_file_damaged()
    return data


def without(key_file: bytes, key: bytes, kind: str) -> bytes:
    """The key file without this kind of way in. The password stays. Raises NotAllowed, KeyFileDamaged."""
    if kind == PASSWORD:
        raise NotAllowed(_("The password stays: without it there would be no sure way in."))
    read = read_key_file(key_file)
    if not read.fits(key):
        raise trouble.key_file_damaged()
    return write_key_file(replace(read, slots=tuple(slot for slot in read.slots if slot.kind != kind)), key)


def kinds(key_file: bytes) -> frozenset[str]:
    """Which ways in there are. Quick."""
    return frozenset(slot.kind for slot in read_key_file(key_file).slots)


def number(key_file: bytes) -> int:
    """How often the ways in were changed: less than the records know of says that an older file was put in place."""
    return read_key_file(key_file).number


def vault_id(key_file: bytes) -> bytes:
    """Which records this key file belongs to: 16 bytes that say nothing about anyone."""
    return read_key_file(key_file).vault_id


def stronger(key_file: bytes, key: bytes, passphrase: str, cost: Cost | None = None) -> bytes | None:
    """The key file with the password made harder to guess, where this computer can by now; otherwise None.

    Slow. Measured only where trying a password takes less than half of what it should.
    """
    slot = next((each for each in read_key_file(key_file).slots if each.kind == PASSWORD), None)
    if slot is None:
        return None
    began = time.perf_counter()
    try:
        stretch(b"measuring", slot.salt, slot.cost)
    except MemoryError:
        return None
    if time.perf_counter() - began > _MUCH_TOO_QUICK:
        return None
    wanted = cost or calibrate()
    if wanted.time * wanted.memory_kib <= slot.cost.time * slot.cost.memory_kib:
        return None
    unwrap(key_file, passphrase)
    return with_slot(key_file, key, PASSWORD, passphrase, wanted)


def normalise(passphrase: str) -> bytes:
    """The password as it counts: capitals, extra spaces and the two ways to write é make no difference.

    Three words from a list of thousands stay as hard to guess without their capitals, and a carer who wrote
    them on paper gets in at the first try.
    """
    one_spelling = unicodedata.normalize("NFC", unicodedata.normalize("NFC", passphrase).casefold())
    return " ".join(one_spelling.split()).encode("utf-8", "surrogatepass")


def _wrap(key: bytes, vault: bytes, kind: str, secret: str, cost: Cost | None) -> Slot:
    counted = normalise(secret)
    if not counted:
        raise NotAllowed(_("Please choose a password of three words first."))
    salt = secrets.token_bytes(SALT_BYTES)
    nonce = secrets.token_bytes(NONCE_BYTES)
    bare = Slot(kind, salt, _QUICK if kind == KEYRING else cost or calibrate(), nonce, b"")
    try:
        wrapper = AESGCM(stretch(counted, salt, bare.cost))
    except MemoryError as error:
        raise trouble.short_of_memory() from error
    return replace(bare, wrapped=wrapper.encrypt(nonce, key, bare.bound_to(vault)))


_WRONG = {
    PASSWORD: _(
        "That password does not open your records. Your records are safe. Check each word, then try again."
    ),
    SHEET: _(
        "That code does not open these records. Your records are safe. If you made a newer sheet, use the newest "
        "one. An older sheet stopped working when the new one was made."
    ),
    KEYRING: _(
        "What this computer’s key store keeps does not open your records any more. Your records are safe. Type "
        "your password instead."
    ),
}
