"""The small key file: the key of the records, locked once for each way in ("slot").

The file says of itself whether it is whole (a checksum) and whether a key is the right one (a check value), so
that a wrong password, a damaged key file, damaged records and a newer version are different sentences.

All ways in are sealed together by the key itself, with a number that rises at every change: a way in that was added,
taken away or brought back from an older file is noticed as soon as any of them opens. Files of format 1 have no such
seal; they open, and get one with the next change.

The file is JSON in exactly one spelling (sorted keys, no spaces). Every format, now and later, is an object
with a number "format" and a "checksum", the SHA-256 of the rest in that spelling: so an older program can
tell "newer" from "damaged".
"""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carer_app.storage import trouble
from carer_app.storage.key_cost import Cost, are_sane_together

FORMAT = 2
_WITHOUT_SEAL = 1
_SLOT_FORMAT = 1
"""What a slot is bound to: it has not changed since format 1."""
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
MOST_BYTES = 64 * 1024
_ID_BYTES = 16
_TAG_BYTES = 16
_MOST_SLOTS = 16
_MOST_CHANGES = 10**15


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
        return _spell({"format": _SLOT_FORMAT, "vault": vault_id.hex(), **_slot_facts(self)})


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file as read: `check` tells whether a key is the one of these records.

    `number` rises at every change, and is 0 for one of format 1, which has no `seal` either.
    """

    vault_id: bytes
    check: bytes
    slots: tuple[Slot, ...]
    number: int = 0
    seal: bytes = b""

    def fits(self, key: bytes) -> bool:
        """Whether this is the key of these records, and whoever had it wrote this file whole."""
        is_the_key = hmac.compare_digest(self.check, check_value(key, self.vault_id))
        return is_the_key and (not self.number or hmac.compare_digest(self.seal, _seal(self, key)))


def derive(key: bytes, purpose: str) -> bytes:
    """A 256-bit key for one purpose, from the key of the records."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"PEP Companion {purpose}".encode()).derive(key)


def check_value(key: bytes, vault_id: bytes) -> bytes:
    """What the key file keeps to tell the right key from a wrong one."""
    return hmac.digest(derive(key, "key check"), vault_id, "sha256")


def write_key_file(key_file: KeyFile, key: bytes) -> bytes:
    """The bytes of the key file that comes after `key_file` was read: its number is one more, its seal made anew."""
    after = replace(key_file, number=key_file.number + 1)
    body = {**_body(after), "seal": _seal(after, key).hex()}
    return _spell({**body, "checksum": hashlib.sha256(_spell(body)).hexdigest()})


def _body(key_file: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "number": key_file.number,
        "vault": key_file.vault_id.hex(),
        "check": key_file.check.hex(),
        "slots": [
            {**_slot_facts(slot), "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex()}
            for slot in key_file.slots
        ],
    }


def _seal(key_file: KeyFile, key: bytes) -> bytes:
    return hmac.digest(derive(key, "ways in"), _spell(_body(key_file)), "sha256")


def read_key_file(data: bytes) -> KeyFile:
    """Read and check a key file. Raises KeyFileDamaged or VaultTooNew. Quick: no password is needed."""
    body = _checked(data)
    number = body.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise trouble.too_new()
    try:
        if (
            type(number) is not int
            or number not in (_WITHOUT_SEAL, FORMAT)
            or not 1 <= len(body["slots"]) <= _MOST_SLOTS
        ):
            raise ValueError
        slots = tuple(_read_slot(each) for each in body["slots"])
        # One way in of each kind, and all of them in bounded time: before any of them is tried.
        if len({slot.kind for slot in slots}) != len(slots) or not are_sane_together([s.cost for s in slots]):
            raise ValueError
        read = KeyFile(_bytes(body["vault"], _ID_BYTES), _bytes(body["check"], 32), slots)
        if number == _WITHOUT_SEAL:
            return read
        if type(body["number"]) is not int or not 1 <= body["number"] <= _MOST_CHANGES:
            raise ValueError
        return replace(read, number=body["number"], seal=_bytes(body["seal"], 32))
    except (KeyError, TypeError, ValueError) as error:
        raise trouble.key_file_damaged() from error


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
