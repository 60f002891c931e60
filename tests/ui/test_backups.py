"""The page of backups: what it says, a second place, and when a backup is made by itself."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from carer_app.jobs import backing_up as jobs
from carer_app.jobs import how_backups_stand
from carer_app.storage import keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, second_backup_place
from carer_app.use_cases.second_backup_place import looks_synchronised
from tests.builders import CHEAP, PASSWORD
from ui.backups.backups import BackupsPage
from ui.backups.go_back import GoBackPage, _words_of
from ui.base.house import House
from ui.base.places import BackupsPlace, GoBack
from ui.base.records import Records
from ui.door.when_to_back_up import SECONDS_BETWEEN, WhenToBackUp
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel

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
def keeper(records: Records, tmp_path: Path, hours: Hours) -> WhenToBackUp:
    data = DataDir(tmp_path)
    keeper = WhenToBackUp(lambda: data, records, lambda: hours.now, lambda: hours.seconds)
    keeper.begin()
    return keeper


def wait(qtbot: QtBot, keeper: WhenToBackUp) -> None:
    qtbot.waitUntil(lambda: not keeper.is_busy, timeout=10_000)


def look(qtbot: QtBot, keeper: WhenToBackUp) -> int:
    """Let it look whether something is due; how many backups there are then."""
    keeper.look()
    wait(qtbot, keeper)
    return len(keeper.rows())


def test_backs_up_by_itself_at_most_once_an_hour_and_only_after_changes(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, hours: Hours
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
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, hours: Hours
) -> None:
    assert look(qtbot, keeper) == 1
    hours.now -= timedelta(days=3650)
    hours.seconds += 2 * SECONDS_BETWEEN
    records.change(household.set_own_name, "Sam")
    assert look(qtbot, keeper) == 2
    assert keeper.rows()[0].made.year == 2016


def test_one_moment_in_which_nothing_can_be_read_turns_no_backups_off(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, tmp_path: Path
) -> None:
    """A stick pulled out and put back: no backup was made any more until the next unlocking."""
    away = tmp_path / "vault" / "away"
    key_file = tmp_path / "vault" / "vault.key"
    key_file.rename(away)
    said: list[str] = []
    keeper.carry(tmp_path / "one.pepbackup", lambda: None, said.append)
    keeper.look()
    assert not keeper.is_busy
    assert keeper.problem == said[0]
    away.rename(key_file)
    assert look(qtbot, keeper) == 1
    assert keeper.problem == ""


def test_a_sitting_that_forgets_backs_nothing_up(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, tmp_path: Path
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
    qtbot: QtBot, keeper: WhenToBackUp, hours: Hours
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
    assert (
        "the backup of Tuesday 10 March 2026, 10.40am, kept with your records, has been damaged"
        in heard.args[0]
    )
    newest, bad = keeper.rows()
    assert (newest.has_problem, bad.has_problem) == (False, True)
    assert newest.proved_on == hours.now.date()


def test_the_second_place_is_used_whenever_it_is_there(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, hours: Hours, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    records.change(second_backup_place.choose, str(stick), date(2026, 3, 10), False)
    look(qtbot, keeper)
    assert not stick.exists(), "nothing is made where the stick would be"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    look(qtbot, keeper)
    assert len(how_backups_stand.rows(how_backups_stand.in_second_place(stick), None)) == 1
    facts = records.read(second_backup_place.second_place)
    assert facts is not None
    assert facts.last_backup_on == date(2026, 3, 10)
    hours.go_on(2)
    assert look(qtbot, keeper) == 1, "noting the day is no change to back up"


def test_a_changed_way_in_reaches_the_backups(qtbot: QtBot, records: Records, keeper: WhenToBackUp) -> None:
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
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
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
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    heard: list[str] = []
    house.door.backing_up.went_wrong.connect(heard.append)
    for _time in range(2):
        page.now_button.click()
        wait(qtbot, house.door.backing_up)
    assert page.problem.words().startswith(
        "A backup in the folder with your backups could not be read or written."
    )
    assert len(heard) == 1, "not each time again"


def test_a_folder_that_is_copied_elsewhere_needs_a_yes_of_its_own(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    cloud = tmp_path / "OneDrive - Home" / "Papers"
    cloud.mkdir(parents=True)
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    page.take_second(str(cloud))
    assert page.ask.isVisible()
    assert house.records.read(second_backup_place.second_place) is None
    page.leave.click()
    assert not page.ask.isVisible()
    assert house.records.read(second_backup_place.second_place) is None
    page.take_second(str(cloud))
    page.agree.click()
    wait(qtbot, house.door.backing_up)
    facts = house.records.read(second_backup_place.second_place)
    assert facts is not None
    assert (facts.path, facts.is_synchronised) == (str(cloud), True)
    assert "Last backup there: Tuesday 10 March 2026." in page.second.words()
    page.stop.click()
    assert house.records.read(second_backup_place.second_place) is None


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


def test_the_page_says_how_it_stands_in_each_place(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    assert page.here.words().endswith("\nThere is no backup here yet.")
    page.take_second(str(stick))
    wait(qtbot, house.door.backing_up)
    said = "1 backup, opened and checked here since 10 March."
    assert page.here.words().endswith(f"\n{said}")
    assert page.second.words().endswith(f"Last backup there: Tuesday 10 March 2026.\n{said}")
    shutil.rmtree(stick)
    page.now_button.click()
    wait(qtbot, house.door.backing_up)
    assert page.second.words().endswith("The backups there can be checked only while it is plugged in.")


def test_a_backup_that_does_not_open_or_has_no_list_is_said_to_be_so(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    page.now_button.click()
    wait(qtbot, house.door.backing_up)
    [row] = house.door.backing_up.rows()
    (tmp_path / "backups" / row.name / "backup.json").write_bytes(b"[")
    page.refresh()
    assert page.here.words().endswith("\nThere is no backup here yet.")
    assert page.list.words() == (
        "Today 10.40am: Its list is damaged. The backup will be read and checked again."
    )
    assert not page.clear_old.isVisible(), "it opens with the password of today"
    back: GoBackPage = show(GoBackPage(house, GoBack()))
    qtbot.waitUntil(lambda: bool(back._rows), timeout=10_000)
    assert _words_of(back._rows[0]) == (
        "Tuesday 10 March 2026, 10.40am, as far as we can tell. Its list is damaged"
    )
    page.now_button.click()
    wait(qtbot, house.door.backing_up)
    assert page.list.words() == "Today 10.40am: checked and good on 10 March"
    assert page.newest.words() == "Last backup: today 10.40am, checked and good."


PLACES = {
    "1 backup, not checked here yet.": (1, None, 0, 0),
    "9 backups, not all checked here yet.": (9, None, 0, 0),
    "9 backups, each opened and checked here since 3 November 2025.": (9, date(2025, 11, 3), 0, 0),
    "8 backups, each opened and checked here since 3 March. 1 backup will not open.": (9, date(2026, 3, 3), 1, 0),
    "2 backups will not open.": (2, None, 2, 0),
    "1 backup, not checked here yet. 1 backup will not open.": (2, None, 1, 0),
    "8 backups, each opened and checked here since 3 March. In 2 of them files are missing. 1 backup will not open.": (
        9, date(2026, 3, 3), 1, 2,
    ),
    "9 backups, each opened and checked here since 3 March. In 2 of them files are missing.": (
        9, date(2026, 3, 3), 0, 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "now"), PLACES.items())
def test_one_sentence_for_each_place(
    house: House, show: Show, said: str, now: tuple[int, date | None, int, int]
) -> None:
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    count, since, damaged, lacking = now
    assert page._say_place(how_backups_stand.PlaceNow(count, None, since, damaged, lacking)) == said


@pytest.mark.parametrize(
    ("proved", "problem", "said"),
    [
        (date(2026, 3, 10), False, "Last backup: today 10.40am, checked and good."),
        (None, False, "Last backup: today 10.40am, not checked here yet."),
        (date(2026, 3, 10), True, "No backup here is known to be good. Press “Back up now”."),
    ],
)
def test_the_newest_is_called_good_only_where_it_was_checked(
    house: House, show: Show, proved: date | None, problem: bool, said: str
) -> None:
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    made = datetime(2026, 3, 10, 10, 40, tzinfo=UTC)
    page._show_newest([how_backups_stand.BackupRow("one", made, 1, proved, 0, problem, False, True)])
    assert page.newest.words() == said


def test_the_page_of_backups_says_nothing_of_a_computer_where_all_may_be_on_a_stick(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    page.now_button.click()
    wait(qtbot, house.door.backing_up)
    assert page.here.words().startswith(f"With your records: {house.door.backing_up.folder}")
    shown = [label.words() for label in page.findChildren(PlainLabel) if label.isVisible()]
    assert not [words for words in shown if "this computer" in words.casefold()]


def test_a_second_place_that_is_plugged_in_is_not_asked_to_be(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    """Nothing was written for a month: the copy is old, and the stick is there all the same."""
    stick = tmp_path / "stick"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    house.records.change(second_backup_place.choose, str(stick), date(2026, 1, 10), False)
    house.records.change(second_backup_place.note_backup, date(2026, 1, 10))
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    assert "Plug it in when you can." in page.second.words()
    house.door.backing_up._second_seen = (stick, how_backups_stand.PlaceNow(1, None, date(2026, 3, 9), 0, 0))
    page.refresh()
    assert "Last backup there: Saturday 10 January 2026." in page.second.words()
    assert "Plug it in" not in page.second.words()


def test_a_change_that_did_not_reach_every_backup_has_not_failed(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp
) -> None:
    look(qtbot, keeper)
    file = keeper.folder / keeper.rows()[0].name / "vault.key"
    file.unlink()
    file.mkdir()
    problems: list[str] = []
    records.problem.connect(problems.append)
    with qtbot.waitSignal(records.news, timeout=10_000) as heard:
        keeper.ways_in_changed()
    assert heard.args[0].startswith("Your change is made. One thing is left: some backups may still open")
    assert problems == []


def test_what_was_put_aside_and_opens_with_an_old_password_is_named_and_can_be_cleared(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    aside = tmp_path / "backups" / "put aside 2026-03-09 10.00.00"
    aside.mkdir(parents=True)
    (aside / "vault.key").write_bytes(b"damaged")
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    assert page.aside.words() == (
        "1 copy of damaged files was put aside on going back. It may open with an old password."
    )
    page.clear_aside.click()
    asked = QApplication.activeModalWidget()
    assert asked is not None
    yes = next(each for each in asked.findChildren(Button) if each.words() == "Clear them")
    with qtbot.waitSignal(house.door.backing_up.changed, timeout=10_000):
        yes.click()
    assert not aside.exists()
    assert not page.aside.isVisible()
    assert not page.clear_aside.isVisible()


def test_older_backups_in_the_second_place_are_listed_and_can_be_cleared(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    """After everything was locked anew the page spoke of those with the records only."""
    stick = tmp_path / "stick"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    before = Vault.create(tmp_path / "before" / "vault", PASSWORD, CHEAP)
    at = datetime(2026, 3, 9, 18, 5, tzinfo=UTC)
    jobs.tend(jobs.work_for(before, DataDir(tmp_path / "before"), stick, True, at))
    house.records.vault._know("earlier_ids", keys.vault_id(before.key_file_now()).hex())
    before.close()
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    assert not page.earlier_card.isVisible()
    heard: list[str] = []
    house.door.backing_up.went_wrong.connect(heard.append)
    page.take_second(str(stick))
    wait(qtbot, house.door.backing_up)
    assert heard == [
        "1 backup in your second place opens with the password of an earlier time. You can clear "
        "older backups on the page Backups."
    ]
    assert page.earlier.words() == (
        "1 backup is of an earlier time. It opens with the password of that time."
    )
    assert page.earlier_list.words() == "9 March 6.05pm"
    said: list[str] = []
    page.said.connect(said.append)
    page.clear_earlier.click()
    asked = QApplication.activeModalWidget()
    assert asked is not None
    next(each for each in asked.findChildren(Button) if each.words() == "Clear them").click()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == ["The older backups in your second place were cleared."]
    assert not page.earlier_card.isVisible()
    [left] = how_backups_stand.rows(how_backups_stand.in_second_place(stick), house.records.vault.key)
    assert left.opens_as_now


def test_what_was_seen_of_one_second_place_is_not_said_of_another(
    qtbot: QtBot, house: House, show: Show, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        how_backups_stand.in_second_place(tmp_path / name).mkdir(parents=True)
    keeper = house.door.backing_up

    def seen() -> bool:
        return keeper.second is not None

    house.records.change(second_backup_place.choose, str(tmp_path / "one"), date(2026, 3, 10), False)
    look(qtbot, keeper)
    assert seen()
    house.records.change(second_backup_place.choose, str(tmp_path / "two"), date(2026, 3, 10), False)
    assert not seen()
    house.records.change(second_backup_place.choose, str(tmp_path / "one"), date(2026, 3, 10), False)
    assert seen()
    away = house.records.vault._folder / "vault.key"
    away.rename(away.with_name("away"))
    keeper.look()  # nothing can be read for a moment, and so nothing was seen there either
    away.with_name("away").rename(away)
    assert not seen()


def test_ten_minutes_of_work_are_in_a_backup_just_after_the_next_opening(
    qtbot: QtBot, records: Records, keeper: WhenToBackUp, hours: Hours
) -> None:
    """Within the hour of the last one, then closed: nobody waits for it, and nothing is left out for a day."""
    assert look(qtbot, keeper) == 1
    records.change(household.set_own_name, "Sam")
    hours.go_on(1 / 6)
    assert look(qtbot, keeper) == 1
    assert keeper.has_newer_work
    keeper.end()
    keeper.begin()
    assert look(qtbot, keeper) == 2
    assert keeper.rows()[0].saves == records.vault.saves
    assert not keeper.has_newer_work


def test_the_page_says_where_what_was_saved_since_is_not_in_the_last_backup(
    qtbot: QtBot, house: House, show: Show
) -> None:
    """“Checked and good” was all it said."""
    page: BackupsPage = show(BackupsPage(house, BackupsPlace()))
    assert not page.newer.isVisible()
    page.now_button.click()
    wait(qtbot, house.door.backing_up)
    assert not page.newer.isVisible()
    house.records.change(household.set_own_name, "Sam")
    page.refresh()
    assert page.newer.isVisible()
    assert page.newer.words().startswith("What you saved since then is not in it yet.")
    page.now_button.click()
    assert not page.newer.isVisible()
    wait(qtbot, house.door.backing_up)
    assert not page.newer.isVisible()
