"""The clock jumps ten years, or the computer is in another part of the world: no date moves and no backup goes."""

import os
import sys
import time
import zoneinfo
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from carer_app.domain.child import Child
from carer_app.domain.stored_document import StoredDocument
from carer_app.storage import keys, open_elsewhere
from carer_app.storage.backups import Backups
from carer_app.storage.key_cost import Cost
from carer_app.storage.saves_seen import SavesSeen
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, WORDS, Household

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
BORN = date(2015, 3, 29)
TEN_YEARS = timedelta(days=3653)

Landed = Callable[[str, int, int], None]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Household]:
    Vault.create(tmp_path / "vault", WORDS, CHEAP).close()
    house = Household(tmp_path / "vault", tmp_path / "backups")
    yield house
    house.vault.close()


@pytest.fixture
def zone() -> Iterator[Callable[[str], None]]:
    before = os.environ.get("TZ")

    def move(name: str) -> None:
        os.environ["TZ"] = name
        time.tzset()

    yield move
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one time zone for all programs")
def test_no_date_moves_in_any_time_zone(
    house: Household, zone: Callable[[str], None], full_counts: bool, landed: Landed
) -> None:
    with house.vault.work() as session:
        session.add(Child(name="Noor", birthday=BORN))
    house.file()
    backup = house.back_up(NOW.replace(tzinfo=None))
    saves_seen = SavesSeen(house.folder.parent / "seen", keys.vault_id(house.vault.key_file_now()))
    saves_seen.note(house.vault.saves)
    house.vault.close()

    everywhere = sorted(zoneinfo.available_timezones())
    names = everywhere if full_counts else [*everywhere[:: len(everywhere) // 10], "Pacific/Kiritimati"]
    offsets = set()
    for name in names:
        zone(name)
        offsets.add(time.localtime().tm_gmtoff)
        vault = Vault.open_with(house.folder, house.key)
        with vault.work() as session:
            child = session.scalars(select(Child)).one()
            paper = session.scalars(select(StoredDocument)).one()
            assert (child.birthday, paper.added_on) == (BORN, NOW.date())
            # Written again each time: what drifts by a day at each save would be far away at the end.
            child.birthday, paper.added_on = child.birthday, paper.added_on
            child.name = name
        saves_seen.note(vault.saves)
        seen = saves_seen.seen()
        assert seen is not None
        assert seen.saves == vault.saves
        vault.close()
        [found] = Backups(house.backups.folder).all()
        assert found == backup
        assert found.made == datetime(2026, 3, 10, 10, 40)
    assert len(offsets) > 5
    landed("Time zones in which no date moved", len(names), len(everywhere) if full_counts else len(names))


@pytest.mark.parametrize("jump", [TEN_YEARS, -TEN_YEARS])
def test_no_backup_goes_because_the_clock_jumped(house: Household, jump: timedelta, landed: Landed) -> None:
    for day in range(10):
        house.add(f"before {day}")
        house.back_up(NOW + timedelta(days=day))
    before = house.backups.all()
    house.add("after the jump")
    jumped = house.back_up(NOW + jump)
    house.add("put right")
    right = house.back_up(NOW + timedelta(days=11))
    assert house.backups.all() == [right, jumped, *before]
    assert house.backups.newest(house.key) == right
    for backup in (right, jumped, *before):
        assert house.backups.prove(backup, house.key, NOW.date()).made == backup.made
    house.go_back(jumped)
    assert "after the jump" in house.names()
    landed(f"Backups kept when the clock jumped {jump.days} days", len(before) + 2, 12)


@pytest.mark.parametrize("jump", [TEN_YEARS, -TEN_YEARS])
def test_a_note_of_another_computer_does_not_count_for_ten_years(house: Household, jump: timedelta) -> None:
    (house.folder / open_elsewhere.FILE_NAME).write_text('{"computer": "another"}')
    written = (house.folder / open_elsewhere.FILE_NAME).stat().st_mtime
    assert open_elsewhere.is_open_elsewhere(house.folder, written + 60)
    assert not open_elsewhere.is_open_elsewhere(house.folder, written + jump.total_seconds())
