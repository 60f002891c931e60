"""The small key file: the key of the records, locked once for each way in ("slot").

The file says of itself whether it is whole (a checksum) and whether a key is the right one (a check value), so
that a wrong password, a damaged key file, damaged records and a newer version are different sentences.

The file is JSON in exactly one spelling (sorted keys, no spaces). Every format, now and later, is an object
with a number "format" and a "checksum", the SHA-256 of the rest in that spelling: so an older program can
tell "newer" from "damaged".
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carer_app.storage import trouble
from carer_app.storage.key_cost import Cost

FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
MOST_BYTES = 64 * 1024
_ID_BYTES = 16
_TAG_BYTES = 16
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
        return hmac.compare_digest(self.check, check_value(key, self.vault_id))


def derive(key: bytes, purpose: str) -> bytes:
    """A 256-bit key for one purpose, from the key of the records."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"PEP Companion {purpose}".encode()).derive(key)


def check_value(key: bytes, vault_id: bytes) -> bytes:
    """What the key file keeps to tell the right key from a wrong one."""
    return hmac.digest(derive(key, "key check"), vault_id, "sha256")


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
        read = KeyFile(_bytes(body["vault"], _ID_BYTES), _bytes(body["check"], 32), slots)
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
        _bytes(slot["salt"], SALT_BYTES),
        cost,
        _bytes(slot["nonce"], NONCE_BYTES),
        _bytes(slot["wrapped"], KEY_BYTES + _TAG_BYTES),
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


def _spell(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode("ascii")


def _bytes(text: str, length: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != length:
        raise ValueError
    return data
