"""The page of backups: what it says, a second place, and when a backup is made by itself."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.jobs import backing_up as jobs
from carer_app.paths import DataDir
from carer_app.use_cases import household, second_place
from carer_app.use_cases.second_place import looks_synchronised
from ui.backing_up import SECONDS_BETWEEN, BackingUp
from ui.backups.backups import BackupsPage
from ui.page import House
from ui.places import Backups
from ui.records import Records

Show = Callable[[Any], Any]


class Hours:
    """A clock for the hour between two backups, and one for their names."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.now = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)

    def go_on(self, hours: float) -> None:
        self.seconds += hours * 3600
        self.now += timedelta(hours=hours)


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def keeper(records: Records, tmp_path: Path, hours: Hours) -> BackingUp:
    data = DataDir(tmp_path)
    keeper = BackingUp(lambda: data, records, lambda: hours.now, lambda: hours.seconds)
    keeper.begin()
    return keeper


def wait(qtbot: QtBot, keeper: BackingUp) -> None:
    qtbot.waitUntil(lambda: not keeper.is_busy, timeout=10_000)


def look(qtbot: QtBot, keeper: BackingUp) -> int:
    """Let it look whether something is due; how many backups there are then."""
    keeper.look()
    wait(qtbot, keeper)
    return len(keeper.rows())


def test_backs_up_by_itself_at_most_once_an_hour_and_only_after_changes(
    qtbot: QtBot, records: Records, keeper: BackingUp, hours: Hours
) -> None:
    assert look(qtbot, keeper) == 1
    hours.go_on(2)
    assert look(qtbot, keeper) == 1, "nothing has changed"
    records.change(household.set_own_name, "Sam")
    assert look(qtbot, keeper) == 2
    records.change(household.set_own_name, "Sami")
    hours.go_on(0.9 * SECONDS_BETWEEN / 3600)
    assert look(qtbot, keeper) == 2, "the last one is not an hour ago"
    hours.go_on(0.2)
    assert look(qtbot, keeper) == 3
    keeper.begin()
    assert look(qtbot, keeper) == 3, "unlocking again is no reason"


def test_a_clock_put_back_ten_years_stops_nothing(
    qtbot: QtBot, records: Records, keeper: BackingUp, hours: Hours
) -> None:
    assert look(qtbot, keeper) == 1
    hours.now -= timedelta(days=3650)
    hours.seconds += 2 * SECONDS_BETWEEN
    records.change(household.set_own_name, "Sam")
    assert look(qtbot, keeper) == 2
    assert keeper.rows()[0].made.year == 2016


def test_a_sitting_that_forgets_backs_nothing_up(
    qtbot: QtBot, records: Records, keeper: BackingUp, tmp_path: Path
) -> None:
    from carer_app.storage.vault import Vault

    records.close()
    records.open(Vault.in_memory())
    records.change(household.set_own_name, "Sam")
    keeper.begin()
    keeper.look()
    keeper.back_up_now()
    assert not keeper.is_busy
    assert not (tmp_path / "backups").exists()
    records.close()


def test_the_newest_backup_is_proved_every_week_and_a_bad_one_made_again(
    qtbot: QtBot, keeper: BackingUp, hours: Hours
) -> None:
    look(qtbot, keeper)
    hours.go_on(24 * 7 + 1)
    look(qtbot, keeper)
    assert keeper.rows()[0].proved_on == date(2026, 3, 17)
    spoiled = keeper.folder / keeper.rows()[0].name / "vault.db"
    data = bytearray(spoiled.read_bytes())
    data[9000] ^= 1
    spoiled.write_bytes(data)
    hours.go_on(24 * 7 + 1)
    with qtbot.waitSignal(keeper.went_wrong, timeout=10_000) as heard:
        keeper.look()
    qtbot.waitUntil(lambda: not keeper.is_busy and len(keeper.rows()) == 2, timeout=10_000)
    assert "this backup has been damaged" in heard.args[0]
    newest, bad = keeper.rows()
    assert (newest.has_problem, bad.has_problem) == (False, True)
    assert newest.proved_on == hours.now.date()


def test_the_second_place_is_used_whenever_it_is_there(
    qtbot: QtBot, records: Records, keeper: BackingUp, hours: Hours, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    records.change(second_place.choose, str(stick), date(2026, 3, 10), False)
    look(qtbot, keeper)
    assert not stick.exists(), "nothing is made where the stick would be"
    jobs.in_second_place(stick).mkdir(parents=True)
    look(qtbot, keeper)
    assert len(jobs.rows(jobs.in_second_place(stick), None)) == 1
    facts = records.read(second_place.second_place)
    assert facts is not None
    assert facts.last_backup_on == date(2026, 3, 10)
    hours.go_on(2)
    assert look(qtbot, keeper) == 1, "noting the day is no change to back up"


def test_a_changed_way_in_reaches_the_backups(qtbot: QtBot, records: Records, keeper: BackingUp) -> None:
    from carer_app.storage import keys
    from tests import builders

    look(qtbot, keeper)
    vault = records.vault
    new = keys.with_slot(
        vault.key_file_now(), vault.key, keys.PASSWORD, "otter lantern marble", builders.CHEAP
    )
    vault.keep_key_file(new)
    keeper.ways_in_changed()
    file = keeper.folder / keeper.rows()[0].name / "vault.key"
    qtbot.waitUntil(lambda: file.read_bytes() == new, timeout=10_000)


def test_the_page_says_how_it_stands_and_backs_up_when_asked(qtbot: QtBot, house: House, show: Show) -> None:
    page: BackupsPage = show(BackupsPage(house, Backups()))
    assert page.newest.words() == "There is no backup yet."
    page.now_button.click()
    assert page.newest.words() == "Backing up…"
    assert not page.now_button.isEnabled()
    wait(qtbot, house.door.backing_up)
    assert page.newest.words() == "Last backup: today 10.40am, checked and good."
    assert page.list.words() == "Today 10.40am: checked and good on 10 March"
    assert not page.clear_old.isVisible()


def test_a_failure_is_said_on_the_page(qtbot: QtBot, house: House, show: Show, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file is in the way")
    page: BackupsPage = show(BackupsPage(house, Backups()))
    heard: list[str] = []
    house.door.backing_up.went_wrong.connect(heard.append)
    for _time in range(2):
        page.now_button.click()
        wait(qtbot, house.door.backing_up)
    assert "could not be saved" in page.problem.words()
    assert len(heard) == 1, "not each time again"


def test_a_folder_that_is_copied_elsewhere_needs_a_yes_of_its_own(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    cloud = tmp_path / "OneDrive - Home" / "Papers"
    cloud.mkdir(parents=True)
    page: BackupsPage = show(BackupsPage(house, Backups()))
    page.take_second(str(cloud))
    assert page.ask.isVisible()
    assert house.records.read(second_place.second_place) is None
    page.leave.click()
    assert not page.ask.isVisible()
    assert house.records.read(second_place.second_place) is None
    page.take_second(str(cloud))
    page.agree.click()
    wait(qtbot, house.door.backing_up)
    facts = house.records.read(second_place.second_place)
    assert facts is not None
    assert (facts.path, facts.is_synchronised) == (str(cloud), True)
    assert "Last backup there: Tuesday 10 March 2026." in page.second.words()
    page.stop.click()
    assert house.records.read(second_place.second_place) is None


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (r"C:\Users\Sam\OneDrive\Documents", True),
        ("/home/sam/Dropbox", True),
        ("/Users/sam/Library/Mobile Documents/com~apple~CloudDocs", True),
        ("G:/My Drive/x", True),
        ("/media/sam/BLUE", False),
        ("E:/", False),
        ("/home/sam/Documents", False),
    ],
)
def test_a_synchronised_folder_is_recognised(path: str, is_one: bool) -> None:
    assert looks_synchronised(path) is is_one
