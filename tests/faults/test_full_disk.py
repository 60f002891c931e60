"""On a full disk nothing that was saved is lost, the carer is told, and it goes on when there is room again."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from carer_app.domain.draft import Draft
from carer_app.errors import DiskFull
from carer_app.storage import spare_room
from carer_app.storage.key_cost import Cost
from carer_app.storage.vault import Session, Vault

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
WORDS = "otter lantern marble"
LONG = "long " * 2000


def write_down(session: Session, number: int) -> None:
    session.add(Draft(place="home", field=str(number), text=f"{number} {LONG}"))


def saved(vault: Vault) -> set[int]:
    with vault.reading() as session:
        return {int(field) for field in session.scalars(select(Draft.field))}


def fill(place: Path) -> Path:
    filler = place / "holiday film"
    with suppress(OSError), open(filler, "ab", buffering=0) as out:
        while out.write(bytes(4096)):
            pass
    return filler


def save_until_full(vault: Vault, start: int = 0) -> int:
    """The first number that was not saved."""
    for number in range(start, 100_000):
        try:
            vault.run(write_down, number)
        except DiskFull:
            return number
    raise AssertionError("The disk was never full.")


def test_every_save_that_was_taken_is_kept_on_a_tiny_disk(small_disk: Callable[[int], Path]) -> None:
    place = small_disk(3)
    vault = Vault.create(place / "vault", WORDS, CHEAP)
    assert not (place / "vault" / spare_room.FILE_NAME).exists()
    number = save_until_full(vault)
    assert number > 20
    assert saved(vault) == set(range(number))
    vault.close()
    again = Vault.open(place / "vault", WORDS)
    assert saved(again) == set(range(number))
    again.close()


def test_the_spare_room_lets_the_carer_finish_and_delete(small_disk: Callable[[int], Path]) -> None:
    place = small_disk(24)
    spare = place / "vault" / spare_room.FILE_NAME
    vault = Vault.create(place / "vault", WORDS, CHEAP)
    kept = vault.sealed.seal(b"a paper")
    assert spare.stat().st_size == spare_room.SIZE
    for number in range(10):
        vault.run(write_down, number)
    filler = fill(place)

    for number in range(10, 40):
        vault.run(write_down, number)
    assert not spare.exists()
    assert saved(vault) == set(range(40))

    vault.run(lambda session: [session.delete(draft) for draft in session.scalars(select(Draft))])
    assert saved(vault) == set()

    fill(place)
    first_lost = save_until_full(vault)
    assert saved(vault) == set(range(first_lost))
    with pytest.raises(DiskFull, match="make some room"):
        vault.sealed.seal(bytes(1_000_000))
    assert vault.sealed.stored() == {kept.fingerprint}
    assert not list((place / "vault" / "documents").glob("*.part"))

    filler.unlink()
    vault.run(write_down, first_lost)
    vault.close()
    assert spare.exists()
    again = Vault.open(place / "vault", WORDS)
    assert saved(again) == set(range(first_lost + 1))
    assert again.sealed.open(kept.fingerprint, kept.key) == b"a paper"
    again.close()


def test_a_paper_takes_the_spare_room_if_it_must(small_disk: Callable[[int], Path]) -> None:
    place = small_disk(24)
    vault = Vault.create(place / "vault", WORDS, CHEAP)
    fill(place)
    kept = vault.sealed.seal(bytes(1_000_000))
    assert vault.sealed.open(kept.fingerprint, kept.key) == bytes(1_000_000)
    vault.close()


def test_records_on_a_full_disk_can_be_opened_and_read(small_disk: Callable[[int], Path]) -> None:
    place = small_disk(3)
    vault = Vault.create(place / "vault", WORDS, CHEAP)
    vault.run(write_down, 1)
    vault.close()
    fill(place)
    again = Vault.open(place / "vault", WORDS)
    assert saved(again) == {1}
    again.close()


def test_new_records_that_do_not_fit_leave_the_folder_ready_for_another_try(
    small_disk: Callable[[int], Path],
) -> None:
    place = small_disk(1)
    filler = fill(place)
    with pytest.raises(DiskFull):
        Vault.create(place / "vault", WORDS, CHEAP)
    assert not Vault.is_here(place / "vault")
    filler.unlink()
    Vault.create(place / "vault", WORDS, CHEAP).close()
    Vault.open(place / "vault", WORDS).close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_limit_on_the_size_of_files_is_a_full_disk_too(tmp_path: Path) -> None:
    import resource

    vault = Vault.create(tmp_path / "vault", WORDS, CHEAP)
    size = (tmp_path / "vault" / "vault.db").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, hard))
    try:
        number = save_until_full(vault)
        assert saved(vault) == set(range(number))
        with vault.work() as session:
            session.execute(delete(Draft).where(Draft.field == "0"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    vault.run(write_down, number)
    assert saved(vault) == set(range(1, number + 1))
    vault.close()


def test_no_word_can_turn_up_in_the_spare_room_by_chance(tmp_path: Path) -> None:
    spare_room.SpareRoom(tmp_path).keep()
    assert min((tmp_path / spare_room.FILE_NAME).read_bytes()) >= 0x80
