"""Key files made by somebody who knows their format: none opens, none freezes the computer, none is silent."""

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carer_app.errors import CarerAppError, KeyFileDamaged, VaultTooNew, WrongPassphrase
from carer_app.storage import keys
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Vault
from tests.storage.backup_house import WORDS

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
OLD_WORDS = "kettle river button"
CODE = "ACDE-FHJK-MNPQ"
STRANGE: tuple[Any, ...] = (
    None, True, -1, 0, 1.0, 2.0, 1.5, 2**63, 10**400, "", "00", "zz", "x" * 5000, [], [[]], {}, {"a": None},
    float("inf"), "\ud800",
)  # fmt: skip
TAMPERED = (KeyFileDamaged, WrongPassphrase, VaultTooNew)

Landed = Callable[[str, int, int], None]
Forge = Callable[[random.Random, dict[str, Any], dict[str, Any]], None]


def a_strange_value(dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    place = dice.choice([body, *body["slots"]])
    place[dice.choice(sorted(place))] = dice.choice(STRANGE)


def a_flipped_digit(dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    place = dice.choice([body, *body["slots"]])
    name = dice.choice([each for each in sorted(place) if isinstance(place[each], str) and each != "kind"])
    at = dice.randrange(len(place[name]))
    place[name] = place[name][:at] + format(int(place[name][at], 16) ^ 1, "x") + place[name][at + 1 :]


def a_way_in_from_before(dice: random.Random, body: dict[str, Any], older: dict[str, Any]) -> None:
    old = dice.choice(older["slots"])
    body["slots"] = [each for each in body["slots"] if each["kind"] != old["kind"]] + [old]


def one_more_way_in(dice: random.Random, body: dict[str, Any], older: dict[str, Any]) -> None:
    body["slots"] += [
        {**dice.choice(older["slots"]), "kind": f"kind {n}"} for n in range(dice.randrange(1, 20))
    ]


def one_way_in_less(dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    body["slots"].pop(dice.randrange(len(body["slots"])))


def another_order(_dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    body["slots"].reverse()


def too_costly(dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    for slot in body["slots"]:
        slot["memory_kib"] = dice.choice([2**20, 2**22, 2**40])
        slot["time"] = dice.choice([16, 17, 10**6])


def another_number(dice: random.Random, body: dict[str, Any], _older: dict[str, Any]) -> None:
    body["number"] += dice.choice([-1, 1, 1000])


def as_if_from_before_the_seal(dice: random.Random, body: dict[str, Any], older: dict[str, Any]) -> None:
    """Without a seal: it opens as files of an earlier release do, and the records know that it is an older one."""
    body["format"] = 1
    del body["number"], body["seal"]
    if dice.random() < 0.5:
        a_way_in_from_before(dice, body, older)


FORGERIES: tuple[Forge, ...] = (
    a_strange_value, a_flipped_digit, a_way_in_from_before, one_more_way_in, one_way_in_less, another_order, too_costly,
    another_number,
)  # fmt: skip


def spelled(body: dict[str, Any]) -> bytes:
    """With a checksum that fits."""
    plain = json.dumps(body, sort_keys=True, separators=(",", ":"))
    return json.dumps(
        {**body, "checksum": hashlib.sha256(plain.encode()).hexdigest()},
        sort_keys=True,
        separators=(",", ":"),
    ).encode()


@pytest.fixture(scope="module")
def house(on_a_disk: Path) -> tuple[Path, bytes, bytes]:
    """Closed records whose password was changed once: their folder, the key file of before, and that of today."""
    folder = on_a_disk / "forged" / "vault"
    vault = Vault.create(folder, OLD_WORDS, CHEAP)
    vault.keep_key_file(keys.with_slot(vault.key_file_now(), vault.key, keys.SHEET, CODE, CHEAP))
    older = vault.key_file_now()
    vault.keep_key_file(keys.with_slot(older, vault.key, keys.PASSWORD, WORDS, CHEAP))
    newest = vault.key_file_now()
    vault.close()
    return folder, older, newest


def body_of(key_file: bytes) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(key_file)
    del body["checksum"]
    return body


def test_no_part_of_a_key_file_can_say_anything_strange(house: tuple[Path, bytes, bytes]) -> None:
    """Also not what is equal to a number and is none: a format that was "true" opened without its seal."""
    _folder, _older, newest = house
    key = keys.unwrap(newest, WORDS)
    believed = []
    for place, name, strange in [
        (place, name, strange)
        for place, part in enumerate((body_of(newest), *body_of(newest)["slots"]))
        for name in part
        for strange in STRANGE
    ]:
        body = body_of(newest)
        (body, *body["slots"])[place][name] = strange
        try:
            if spelled(body) != newest and keys.read_key_file(spelled(body)).fits(key):
                believed.append((name, strange))
        except TAMPERED:
            continue
    assert believed == []


def test_forged_key_files(house: tuple[Path, bytes, bytes], full_counts: bool, landed: Landed) -> None:
    folder, older, newest = house
    dice = random.Random(14)
    refused = tried = 0
    silent: list[tuple[str, str]] = []
    for number in range(2000 if full_counts else 48):
        forge = FORGERIES[number % len(FORGERIES)]
        body = body_of(newest)
        forge(dice, body, body_of(older))
        forged = spelled(body)
        if forged == newest:
            continue
        tried += 1
        (folder / "vault.key").write_bytes(forged)
        for secret, kind in ((WORDS, keys.PASSWORD), (OLD_WORDS, keys.PASSWORD), (CODE, keys.SHEET)):
            try:
                keys.unwrap(Vault.key_file(folder), secret, kind)
            except TAMPERED:
                continue
            silent.append((forge.__name__, kind))
        refused += 1
    (folder / "vault.key").write_bytes(newest)
    assert silent == []
    assert keys.unwrap(newest, WORDS)
    landed("Forged key files refused", refused, tried)


def test_key_files_without_their_seal(
    house: tuple[Path, bytes, bytes], full_counts: bool, landed: Landed
) -> None:
    """Made of an older one: where one opens, as those of earlier releases must, the records say that it is older."""
    folder, older, newest = house
    dice = random.Random(15)
    noticed = tried = 0
    for _number in range(100 if full_counts else 6):
        body = body_of(newest)
        as_if_from_before_the_seal(dice, body, body_of(older))
        opens = False
        for secret in (WORDS, OLD_WORDS):
            (folder / "vault.key").write_bytes(spelled(body))
            try:
                vault = Vault.open(folder, secret)
            except CarerAppError:
                continue
            opens = True
            noticed += vault.has_older_ways_in
            vault.keep_key_file(newest)
            vault.close()
        tried += opens
    (folder / "vault.key").write_bytes(newest)
    assert 0 < noticed == tried
    landed("Key files without their seal noticed", noticed, tried)
