"""The carer's password opens the records, forgivingly; a damaged key file never looks like a wrong password."""

import hashlib
import json

import pytest

from carer_app.errors import KeyFileDamaged, NotAllowed, VaultTooNew, WrongPassphrase
from carer_app.storage import key_cost, keys
from carer_app.storage.key_cost import Cost, calibrate

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "Otter lantern café"


@pytest.fixture(scope="module")
def made() -> tuple[bytes, bytes]:
    return keys.new_key_file(WORDS, CHEAP)


@pytest.mark.parametrize(
    "typed",
    ["Otter lantern café", "otter lantern café", "  OTTER   lantern\tCAFÉ \n", "otter lantern cafe\u0301"],
)
def test_the_password_opens_however_it_is_spaced_capitalised_or_accented(
    made: tuple[bytes, bytes], typed: str
) -> None:
    key_file, key = made
    assert keys.unwrap(key_file, typed) == key


@pytest.mark.parametrize(
    "typed", ["", "   ", "otter lantern", "otter lantern cafe", "otterlanterncafé", "x" * 10_000]
)
def test_another_password_is_wrong_and_says_the_records_are_safe(
    made: tuple[bytes, bytes], typed: str
) -> None:
    with pytest.raises(WrongPassphrase, match="Your records are safe"):
        keys.unwrap(made[0], typed)


def test_two_vaults_with_one_password_share_nothing() -> None:
    (one, first), (two, second) = keys.new_key_file(WORDS, CHEAP), keys.new_key_file(WORDS, CHEAP)
    assert first != second
    assert len(first) == 32
    for name in ("check", "vault", "checksum"):
        assert json.loads(one)[name] != json.loads(two)[name]
    for name in ("salt", "nonce", "wrapped"):
        assert json.loads(one)["slots"][0][name] != json.loads(two)["slots"][0][name]


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(NotAllowed):
        keys.new_key_file("  ", CHEAP)


def test_the_key_file_holds_neither_the_key_nor_the_password(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    assert key not in key_file
    assert key.hex().encode() not in key_file
    assert b"otter" not in key_file.lower()


def test_every_damaged_byte_is_called_damage_and_never_a_wrong_password(made: tuple[bytes, bytes]) -> None:
    key_file, _ = made
    for place in range(len(key_file)):
        for bit in (1, 0x80, 0x20):
            damaged = bytearray(key_file)
            damaged[place] ^= bit
            with pytest.raises(KeyFileDamaged):
                keys.unwrap(bytes(damaged), WORDS)


def test_a_key_file_cut_short_or_grown_is_damaged(made: tuple[bytes, bytes]) -> None:
    key_file, _ = made
    for length in range(len(key_file)):
        with pytest.raises(KeyFileDamaged):
            keys.read_key_file(key_file[:length])
    for other in (key_file + b"\n", key_file * 2, b" " + key_file, b"[" * 60_000, b"null", b"x" * 100_000):
        with pytest.raises(KeyFileDamaged):
            keys.read_key_file(other)


def with_change(key_file: bytes, *, slot: dict[str, object] | None = None, **changes: object) -> bytes:
    """What someone who knows the format could make of it: the checksum fits."""
    body = json.loads(key_file)
    del body["checksum"]
    body.update(changes)
    if slot:
        body["slots"][0].update(slot)
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    body["checksum"] = hashlib.sha256(plain).hexdigest()
    return json.dumps(body, sort_keys=True, separators=(",", ":")).encode()


def test_a_key_file_of_a_newer_version_is_said_to_be_newer(made: tuple[bytes, bytes]) -> None:
    with pytest.raises(VaultTooNew, match="newer PEP Companion"):
        keys.unwrap(with_change(made[0], format=3, slots="something new"), WORDS)


@pytest.mark.parametrize(
    "slot",
    [
        {"memory_kib": 2**31},
        {"memory_kib": 2 * 1024 * 1024},
        {"time": 10**9},
        {"time": 1.5},
        {"time": True},
        {"time": 0},
        {"lanes": 0},
        {"lanes": 10**6},
        {"memory_kib": -8},
        {"memory_kib": "8"},
        {"salt": ""},
        {"nonce": "00"},
        {"wrapped": "zz"},
        {"kind": 7},
    ],
)
def test_a_tampered_key_file_cannot_freeze_the_computer(
    made: tuple[bytes, bytes], slot: dict[str, object]
) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.unwrap(with_change(made[0], slot=slot), WORDS)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0}, {"format": "1"}, {"slots": []}, {"slots": None}, {"check": "00"}, {"number": 0},
        {"number": 1.0}, {"number": True}, {"number": 10**30}, {"number": None}, {"seal": ""}, {"seal": None},
        {"slots": {"a": 1}}, {"slots": [7]}, {"vault": 7},
    ],
)  # fmt: skip
def test_a_key_file_with_parts_missing_is_damaged(
    made: tuple[bytes, bytes], change: dict[str, object]
) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.unwrap(with_change(made[0], **change), WORDS)


@pytest.mark.parametrize("change", [{"time": 2}, {"memory_kib": 16}, {"salt": "00" * 16}])
def test_what_a_slot_says_of_itself_is_bound_to_it(
    made: tuple[bytes, bytes], change: dict[str, object]
) -> None:
    with pytest.raises(WrongPassphrase):
        keys.unwrap(with_change(made[0], slot=change), WORDS)


def test_a_slot_of_another_vault_does_not_open_this_one(made: tuple[bytes, bytes]) -> None:
    other, _ = keys.new_key_file(WORDS, CHEAP)
    with pytest.raises(WrongPassphrase):
        keys.unwrap(with_change(made[0], slots=json.loads(other)["slots"]), WORDS)


def as_before(key_file: bytes, **changes: object) -> bytes:
    """As an earlier release wrote it, without a seal over all ways in."""
    body = json.loads(key_file)
    del body["number"], body["seal"]
    plain = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    return with_change(plain.replace(b"{", b'{"checksum":"",', 1), **{"format": 1, **changes})


def test_a_way_in_that_nobody_knows_is_in_nobodys_way(made: tuple[bytes, bytes]) -> None:
    key_file, key = made
    slots = json.loads(key_file)["slots"]
    strange = {**slots[0], "kind": "system keyring"}
    assert keys.unwrap(as_before(key_file, slots=[strange, *slots]), WORDS) == key


def test_ways_in_that_were_added_taken_away_or_brought_back_are_noticed(made: tuple[bytes, bytes]) -> None:
    """By whoever can write the file and has no way in, or an old one."""
    before, key = made
    with_sheet = keys.with_slot(before, key, keys.SHEET, "ACDE-FHJK-MNPQ", CHEAP)
    after = keys.with_slot(with_sheet, key, keys.PASSWORD, "kettle river button", CHEAP)
    [old] = json.loads(before)["slots"]
    sheet, new = json.loads(after)["slots"]
    assert (sheet["kind"], new["kind"]) == (keys.SHEET, keys.PASSWORD)
    for slots, secret in (
        ([sheet, old], WORDS),  # the old password brought back
        ([old], WORDS),
        ([new], "kettle river button"),  # the sheet taken away
        ([new, sheet], "kettle river button"),
        ([sheet, new, {**new, "kind": keys.KEYRING}], "kettle river button"),
        ([sheet, {**new, "wrapped": old["wrapped"], "nonce": old["nonce"], "salt": old["salt"]}], WORDS),
    ):
        with pytest.raises(KeyFileDamaged):
            keys.unwrap(with_change(after, slots=slots), secret)
    with pytest.raises(KeyFileDamaged):
        keys.unwrap(with_change(after, number=1), "kettle river button")
    assert keys.unwrap(after, "kettle river button") == key


def test_a_file_that_was_tampered_with_is_never_changed_as_if_it_were_whole(
    made: tuple[bytes, bytes],
) -> None:
    key_file, key = made
    tampered = with_change(key_file, number=7)
    with pytest.raises(KeyFileDamaged):
        keys.with_slot(tampered, key, keys.SHEET, "ACDE-FHJK-MNPQ", CHEAP)
    with pytest.raises(KeyFileDamaged):
        keys.without(tampered, key, keys.SHEET)


@pytest.mark.parametrize("kinds", [["password"] * 16, [f"password{n}" for n in range(15)] + ["password"]])
@pytest.mark.parametrize("is_old", [True, False])
def test_ways_in_that_would_take_minutes_together_are_refused_before_any_is_tried(
    made: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch, kinds: list[str], is_old: bool
) -> None:
    [slot] = json.loads(made[0])["slots"]
    slots = [{**slot, "kind": kind, "memory_kib": 1024 * 1024, "time": 3} for kind in kinds]

    def never(*_: object) -> bytes:
        raise AssertionError("it was tried")

    monkeypatch.setattr(keys, "stretch", never)
    with pytest.raises(KeyFileDamaged, match="has been damaged"):
        keys.unwrap((as_before if is_old else with_change)(made[0], slots=slots), WORDS)


def test_all_three_ways_in_at_the_most_this_program_makes_are_not_too_much() -> None:
    most = calibrate(lambda cost: cost.memory_kib * cost.time * 1e-9)
    assert key_cost.are_sane_together([most, most, Cost(1, 8, 1)])


def test_a_key_that_fits_another_check_value_is_damage(made: tuple[bytes, bytes]) -> None:
    with pytest.raises(KeyFileDamaged):
        keys.unwrap(with_change(made[0], check="00" * 32), WORDS)


def test_what_ships_is_never_easier_to_guess_than_the_floor() -> None:
    assert key_cost.FLOOR_MEMORY_KIB == 64 * 1024
    assert key_cost.FLOOR_TIME == 3
    for pace in (1e-9, 1e-7, 3e-6, 1e-3):  # seconds for a KiB and a pass: from very fast to very slow
        cost = calibrate(lambda cost, pace=pace: cost.memory_kib * cost.time * pace)
        assert cost.memory_kib >= 64 * 1024
        assert cost.time >= 3
        assert cost.is_sane()


def test_calibration_comes_near_half_a_second() -> None:
    pace = 0.12 / (64 * 1024 * 3)
    cost = calibrate(lambda cost: cost.memory_kib * cost.time * pace)
    assert cost.memory_kib == 256 * 1024
    assert 0.35 <= cost.memory_kib * cost.time * pace <= 0.7


def test_calibration_stays_with_what_fits_in_memory() -> None:
    def seconds(cost: Cost) -> float:
        if cost.memory_kib > 64 * 1024:
            raise MemoryError
        return 0.05

    assert calibrate(seconds) == Cost(12, 64 * 1024, key_cost.LANES)


def test_without_a_cost_the_measured_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "calibrate", lambda: Cost(2, 16, 1))
    slot = json.loads(keys.new_key_file(WORDS)[0])["slots"][0]
    assert (slot["time"], slot["memory_kib"], slot["lanes"]) == (2, 16, 1)


def test_too_little_memory_is_not_called_a_wrong_password(
    made: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(keys, "stretch", none_left)
    with pytest.raises(keys.trouble.VaultError, match="free memory"):
        keys.unwrap(made[0], WORDS)
