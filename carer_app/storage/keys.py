"""The key of the records, and the small key file that keeps it behind the carer's password.

The records are locked by a random 256-bit key. The key file holds that key, itself locked by a key that
Argon2id makes from the password, once for each way in ("slot"). The file says of itself whether it is whole
(a checksum) and whether a key is the right one (a check value), so that a wrong password, a damaged key
file, damaged records and a newer version are four different sentences.

The file is JSON in exactly one spelling (sorted keys, no spaces). Every format, now and later, is an object
with a number "format" and a "checksum", the SHA-256 of the rest in that spelling: so an older program can
tell "newer" from "damaged".
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carer_app.errors import NotAllowed, WrongPassphrase
from carer_app.paths import KEY_FILE
from carer_app.storage import trouble
from carer_app.storage.key_cost import Cost, calibrate, stretch
from carer_app.words import _

FILE_NAME = KEY_FILE
FORMAT = 1
PASSWORD = "password"

_KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_TAG_BYTES = 16
MOST_BYTES = 64 * 1024
_MOST_SLOTS = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in: the key, locked by `kind` of secret at `cost`."""

    kind: str
    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes

    def bound_to(self, vault_id: bytes) -> bytes:
        """What may not be changed without the slot refusing to open."""
        return _spell({"format": FORMAT, "vault": vault_id.hex(), **_slot_facts(self)})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file as read: `check` tells whether a key is the one of these records."""

    vault_id: bytes
    check: bytes
    slots: tuple[Slot, ...]

    def fits(self, key: bytes) -> bool:
        return hmac.compare_digest(self.check, _check_value(key, self.vault_id))


def new_key_file(passphrase: str, cost: Cost | None = None) -> tuple[bytes, bytes]:
    """A new random key behind `passphrase`: (bytes of the key file, key). Slow: run it in the background.

    `cost` is for tests; what ships is measured on this computer and never below the floor. Raises
    NotAllowed for an empty password.
    """
    if not normalise(passphrase):
        raise NotAllowed(_("Please choose a password of three words first."))
    key = secrets.token_bytes(_KEY_BYTES)
    vault_id = secrets.token_bytes(16)
    slot = _wrap(key, vault_id, passphrase, cost or calibrate())
    return write_key_file(KeyFile(vault_id, _check_value(key, vault_id), (slot,))), key


def unwrap(key_file: bytes, passphrase: str) -> bytes:
    """The key, by the password. Slow: run it in the background.

    Raises WrongPassphrase, KeyFileDamaged, or VaultTooNew for the key file of a newer PEP Companion.
    """
    read = read_key_file(key_file)
    secret = normalise(passphrase)
    for slot in read.slots:
        if slot.kind != PASSWORD or not secret:
            continue
        try:
            wrapper = AESGCM(stretch(secret, slot.salt, slot.cost))
        except MemoryError as error:
            raise trouble.short_of_memory() from error
        try:
            key = wrapper.decrypt(slot.nonce, slot.wrapped, slot.bound_to(read.vault_id))
        except InvalidTag:
            continue
        if not read.fits(key):
            raise trouble.key_file_damaged()
        return key
    raise WrongPassphrase(
        _("That password does not open your records. Your records are safe. Check each word, then try again.")
    )


def normalise(passphrase: str) -> bytes:
    """The password as it counts: capitals, extra spaces and the two ways to write é make no difference.

    Three words from a list of thousands stay as hard to guess without their capitals, and a carer who wrote
    them on paper gets in at the first try.
    """
    one_spelling = unicodedata.normalize("NFC", unicodedata.normalize("NFC", passphrase).casefold())
    return " ".join(one_spelling.split()).encode("utf-8", "surrogatepass")


def derive(key: bytes, purpose: str) -> bytes:
    """A 256-bit key for one purpose, from the key of the records."""
    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=f"PEP Companion {purpose}".encode()).derive(key)


def write_key_file(key_file: KeyFile) -> bytes:
    """The bytes of a key file, checksum and all."""
    body = {
        "format": FORMAT,
        "vault": key_file.vault_id.hex(),
        "check": key_file.check.hex(),
        "slots": [
            {**_slot_facts(slot), "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}
            for slot in key_file.slots
        ],
    }
    return _spell({**body, "checksum": hashlib.sha256(_spell(body)).hexdigest()})


def read_key_file(data: bytes) -> KeyFile:
    """Read and check a key file. Raises KeyFileDamaged or VaultTooNew. Quick: no password is needed."""
    body = _checked(data)
    number = body.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise trouble.too_new()
    try:
        slots = tuple(_read_slot(each) for each in body["slots"])
        read = KeyFile(_bytes(body["vault"], 16), _bytes(body["check"], 32), slots)
    except (KeyError, TypeError, ValueError) as error:
        raise trouble.key_file_damaged() from error
    if number != FORMAT or not 1 <= len(slots) <= _MOST_SLOTS:
        raise trouble.key_file_damaged()
    return read


def _checked(data: bytes) -> dict[str, Any]:
    try:
        if len(data) > MOST_BYTES:
            raise ValueError
        whole: Any = json.loads(data.decode("ascii"))
        if not isinstance(whole, dict) or _spell(whole) != data:
            raise ValueError
        checksum = whole.pop("checksum")
        if checksum != hashlib.sha256(_spell(whole)).hexdigest():
            raise ValueError
    except (KeyError, ValueError, RecursionError) as error:
        raise trouble.key_file_damaged() from error
    return whole


def _wrap(key: bytes, vault_id: bytes, passphrase: str, cost: Cost) -> Slot:
    salt = secrets.token_bytes(_SALT_BYTES)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    bare = Slot(PASSWORD, salt, cost, nonce, b"")
    try:
        wrapper = AESGCM(stretch(normalise(passphrase), salt, cost))
    except MemoryError as error:
        raise trouble.short_of_memory() from error
    return Slot(PASSWORD, salt, cost, nonce, wrapper.encrypt(nonce, key, bare.bound_to(vault_id)))


def _read_slot(slot: dict[str, Any]) -> Slot:
    numbers = (slot["time"], slot["memory_kib"], slot["lanes"])
    cost = Cost(*numbers)
    if (
        not all(type(number) is int for number in numbers)
        or not cost.is_sane()
        or not isinstance(slot["kind"], str)
    ):
        raise ValueError
    return Slot(
        slot["kind"],
        _bytes(slot["salt"], _SALT_BYTES),
        cost,
        _bytes(slot["nonce"], _NONCE_BYTES),
        _bytes(slot["wrapped"], _KEY_BYTES + _TAG_BYTES),
    )


def _slot_facts(slot: Slot) -> dict[str, object]:
    cost = slot.cost
    return {
        "kind": slot.kind,
        "salt": slot.salt.hex(),
        "time": cost.time,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
    }


def _check_value(key: bytes, vault_id: bytes) -> bytes:
    return hmac.digest(derive(key, "key check"), vault_id, "sha256")


def _spell(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def _bytes(text: str, length: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != length:
        raise ValueError
    return data
