"""A backup is proved where it lies; what is rotten is mended from another place, or named, and spoils nothing else."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from carer_app.errors import BackupDamaged, NotSaved
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs import going_back as jobs
from carer_app.jobs.backing_up import Work
from carer_app.jobs.other_copies import keep_other_copies
from carer_app.storage import backup_list, backup_papers, backup_place, keys, putting_back, safe_files
from carer_app.storage.backup_list import Backup
from carer_app.storage.backup_papers import Patience
from carer_app.storage.backup_proof import Elsewhere
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.vault import Vault
from tests.storage.backup_house import NOW, PAPER, WORDS, Household

TODAY = NOW.date()


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "backups")
    yield house
    house.vault.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    how_backups_stand.in_second_place(stick).mkdir(parents=True)
    return stick


def second(stick: Path) -> Backups:
    return Backups(how_backups_stand.in_second_place(stick), is_shared=True)


def tend(house: Household, stick: Path | None, days: int = 0, new: bool = False) -> backing_up.Tended:
    key_file = house.vault.key_file_now()
    snapshot = Snapshot(house.vault.snapshot(), key_file, house.vault.saves) if new else None
    now = NOW + timedelta(days=days)
    return backing_up.tend(
        Work(house.folder, house.backups.folder, stick, key_file, house.key, snapshot, now)
    )


def spoil(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def some_backups(house: Household, many: int) -> list[Backup]:
    made = []
    for day in range(many):
        house.add(f"Child {day}")
        made.append(house.back_up(NOW + timedelta(days=day)))
    return made


def test_each_backup_of_each_place_is_proved_within_a_month_of_looking(house: Household, stick: Path) -> None:
    house.file()
    for day in range(9):
        house.add(f"Child {day}")
        tend(house, stick, day, new=True)
    for day in range(9, 40):
        tend(house, stick, day)
        for place in (house.backups, second(stick)):
            ours = place.ours(house.key)
            assert len(ours) == 9
            for each in ours:
                assert each.proved_on is not None
                age = (TODAY + timedelta(days=day) - each.proved_on).days
                assert age <= (7 if each == ours[0] else 30)


def test_a_copy_does_not_say_that_it_was_proved_on_the_day_of_the_first(
    house: Household, stick: Path
) -> None:
    house.file()
    first = house.back_up()
    tend(house, stick, days=3)
    [there] = second(stick).ours(house.key)
    assert (first.proved_on, there.proved_on) == (TODAY, TODAY + timedelta(days=3))


def test_a_rotten_paper_on_the_stick_is_found_and_mended_from_the_records(
    house: Household, stick: Path
) -> None:
    paper = house.file()
    tend(house, stick, new=True)
    rotten = second(stick).documents / paper
    whole = rotten.read_bytes()
    spoil(rotten)
    assert tend(house, stick, days=8).found == ""
    assert rotten.read_bytes() == whole


@pytest.mark.parametrize("name", ["vault.db", "vault.key", "backup.json"])
@pytest.mark.parametrize("rotten", ["first", "second"])
def test_what_is_rotten_in_one_place_is_mended_from_the_other(
    house: Household, stick: Path, name: str, rotten: str
) -> None:
    house.file()
    tend(house, stick, new=True)
    place = house.backups if rotten == "first" else second(stick)
    [backup] = place.ours(house.key)
    spoil(backup.folder / name)
    said = tend(house, stick, days=8)
    assert (said.problem, said.found, said.needs_new) == ("", "", False)
    [mended] = place.ours(house.key)
    assert (mended.has_problem, mended.digest, mended.saves) == (False, backup.digest, backup.saves)
    assert place.prove(mended, house.key, TODAY).papers == backup.papers
    assert keys.unwrap(mended.key_file(), WORDS) == house.key


def test_a_backup_with_a_problem_is_mended_when_the_stick_is_there_again(
    house: Household, stick: Path
) -> None:
    tend(house, stick, new=True)
    [backup] = house.backups.all()
    spoil(backup.records)
    found = tend(house, None, days=8).found
    assert "the backup of Tuesday 10 March 2026" in found
    assert "kept with your records, has been damaged" in found
    assert found.endswith("If you go back to a backup, choose another one.")
    assert house.backups.all()[0].has_problem
    assert tend(house, stick, days=8).found == ""
    assert not house.backups.all()[0].has_problem


def test_a_paper_that_is_whole_nowhere_is_named_once_and_costs_nothing_else(
    house: Household, stick: Path
) -> None:
    paper = house.file()
    tend(house, stick, new=True)
    house.add("Noor")
    tend(house, stick, days=1, new=True)
    for folder in (house.folder, house.backups.folder, second(stick).folder):
        spoil(folder / "documents" / paper)
    said = tend(house, stick, days=9)
    assert said.found.count("“PEP copy”") == 1
    assert "Everything else in it is good." in said.found
    assert not said.needs_new
    for place in (house.backups, second(stick)):
        for each in place.ours(house.key):
            assert (each.has_problem, each.missing, each.papers) == (False, 1, ())
    assert tend(house, stick, days=40).found == ""


def test_one_rotten_paper_does_not_spoil_going_back(house: Household) -> None:
    kept = house.file(b"another paper")
    paper = house.file()
    made = some_backups(house, 5)
    house.vault.close()
    (house.folder / "vault.db").write_bytes(b"rubbish")
    spoil(house.backups.documents / paper)
    shutil.rmtree(house.folder / "documents")
    lines = jobs.what_would_change(house.folder, house.backups.folder, made[2].folder.name, house.key).lines
    assert lines[-1] == "1 file in this backup is damaged and would be missing: “PEP copy”."
    said = jobs.go_back(
        house.folder, house.backups.folder, house.backups.folder, made[2].folder.name, house.key, 0, NOW
    )
    assert said.endswith("1 file was damaged in the backup and is missing now: “PEP copy”.")
    house.vault = Vault.open_with(house.folder, house.key)
    assert "Child 2" in house.names()
    assert house.vault.sealed.stored() == {kept}


def test_a_paper_damaged_in_the_backup_comes_from_the_records_or_from_the_other_place(
    house: Household, stick: Path
) -> None:
    paper = house.file()
    tend(house, stick, new=True)
    [backup] = house.backups.all()
    spoil(house.backups.documents / paper)
    house.go_back(backup)
    assert house.papers() == [PAPER], "the records had a whole one"
    spoil(house.folder / "documents" / paper)
    house.vault.close()
    putting_back.go_back(
        house.folder, house.backups, backup, house.key, 9, NOW, None, (second(stick).documents,)
    )
    house.vault = Vault.open_with(house.folder, house.key)
    assert house.papers() == [PAPER]


@pytest.mark.parametrize("what", ["gone", "rubbish", "unsealed"])
def test_a_backup_without_a_list_of_ours_can_be_gone_back_to_and_is_listed_again(
    house: Household, what: str
) -> None:
    """Also those of earlier versions, which were not sealed."""
    house.add("Noor")
    house.file()
    backup = house.back_up()
    unlist(backup, what)
    house.vault.close()
    shutil.rmtree(house.folder)
    said = jobs.what_would_change(house.folder, house.backups.folder, backup.folder.name, house.key)
    assert "read" in " ".join(said.lines)
    jobs.go_back(
        house.folder, house.backups.folder, house.backups.folder, backup.folder.name, house.key, 0, NOW
    )
    house.vault = Vault.open(house.folder, WORDS)
    assert "Noor" in house.names()
    assert house.papers() == [PAPER]
    assert tend(house, None).problem == ""
    [again] = house.backups.ours(house.key)
    assert (again.digest, again.saves, again.papers) == (backup.digest, backup.saves, backup.papers)
    assert again.made.replace(tzinfo=None) == NOW.replace(tzinfo=None)


def unlist(backup: Backup, what: str) -> None:
    file = backup.folder / "backup.json"
    if what == "gone":
        file.unlink()
    elif what == "rubbish":
        spoil(file)
    else:
        file.write_bytes(backup_list._with_checksum(backup_list._body(backup)))


def test_one_rotten_backup_without_a_list_keeps_none_of_the_others_from_being_listed(
    house: Household,
) -> None:
    first, second, third = some_backups(house, 3)
    for each in (first, second, third):
        (each.folder / backup_list.LIST).write_bytes(b"x")
    spoil(third.records)
    said = tend(house, None)
    assert [each.folder for each in house.backups.ours(house.key)] == [second.folder, first.folder]
    assert (
        "the backup of Thursday 12 March 2026, 10.40am, kept with your records, has been damaged"
        in said.found
    )


def test_what_was_just_copied_stays_where_the_stick_has_more_saves(
    house: Household, stick: Path, tmp_path: Path
) -> None:
    """On a new computer, from a backup of last week on the stick: each copy was called made, and let go of at once."""
    for hour in range(8):
        house.add(f"Child {hour}")
        house.back_up(NOW + timedelta(minutes=hour))
        tend(house, stick)
    old = second(stick).ours(house.key)[-1]
    house.vault.close()
    new = tmp_path / "new"
    jobs.go_back(new / "vault", new / "backups", second(stick).folder, old.folder.name, house.key, 0, NOW, ())
    house.folder, house.backups = new / "vault", Backups(new / "backups")
    house.vault = Vault.open_with(house.folder, house.key)
    assert house.vault.saves > second(stick).ours(house.key)[0].saves
    house.add("At the new home")
    assert tend(house, stick, new=True).copied
    here, there = house.backups.newest(house.key), second(stick).newest(house.key)
    assert here is not None
    assert there is not None
    assert here.digest == there.digest
    assert not tend(house, stick).copied, "it is there"


def test_what_was_just_made_stays_where_older_records_were_put_in_place(
    house: Household, stick: Path
) -> None:
    house.add("Old")
    older = Snapshot(house.vault.snapshot(), house.vault.key_file_now(), house.vault.saves)
    for minute in range(8):
        house.add(f"Child {minute}")
        house.back_up(NOW + timedelta(minutes=minute))
        tend(house, stick)
    made = house.backups.make(older, house.key, house.folder / "documents", NOW + timedelta(minutes=9))
    assert made in house.backups.ours(house.key)
    there = house.backups.copy_to(second(stick), made, house.key, TODAY)
    assert there in second(stick).ours(house.key)


def test_a_backup_whose_records_have_gone_pushes_no_good_one_out(house: Household) -> None:
    made = some_backups(house, 1)
    for minute in range(6):
        house.add(f"Child {minute} of one hour")
        made.append(house.back_up(NOW + timedelta(days=1, minutes=minute)))
    for each in made[2:]:
        each.records.unlink()
    house.add("One more")
    house.back_up(NOW + timedelta(days=1, minutes=10))
    assert made[1] in house.backups.good(house.key)


def test_a_damaged_copy_is_not_called_done_and_leaves_nothing(
    house: Household, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.file()
    backup = house.back_up()
    real = safe_files.write_whole

    @contextmanager
    def a_bad_stick(path: Path) -> Iterator[BinaryIO]:
        with real(path) as file:
            yield file
        if path.name == "vault.db":
            spoil(path)

    monkeypatch.setattr(safe_files, "write_whole", a_bad_stick)
    with pytest.raises(BackupDamaged):
        house.backups.copy_to(second(stick), backup, house.key, TODAY)
    assert second(stick).found() == []
    assert list(second(stick).documents.iterdir()) == []


def test_the_same_paper_is_read_once_for_many_backups(house: Household) -> None:
    house.file()
    made = some_backups(house, 3)
    elsewhere = Elsewhere()
    for each in made:
        assert house.backups.proof(each, house.key, date(2026, 4, 1), elsewhere).backup.missing == 0
    assert len(elsewhere.seen) == 1


def test_a_backup_whose_records_have_gone_is_none(house: Household, stick: Path) -> None:
    tend(house, stick, new=True)
    [backup] = house.backups.all()
    backup.records.unlink()
    assert not how_backups_stand.rows(house.backups.folder, house.key)[0].is_good
    assert "has been damaged" in tend(house, None, new=True).found
    newest = house.backups.newest(house.key)
    assert newest is not None
    assert house.backups.prove(newest, house.key, TODAY).saves == house.vault.saves


def test_a_journal_that_somebody_laid_beside_a_backup_does_not_count(house: Household) -> None:
    backup = house.back_up()
    rubbish = bytes.fromhex("d9d505f920a163d7") + bytes(512)
    backup.records.with_name("vault.db-journal").write_bytes(rubbish)
    assert house.backups.check(backup, house.key).digest == backup.digest
    assert house.backups.content(backup, house.key).digest == backup.digest


def test_a_copy_that_could_not_be_made_is_no_backup_that_failed(
    house: Household, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = safe_files.write_whole

    @contextmanager
    def no_room_on_the_stick(path: Path) -> Iterator[BinaryIO]:
        if stick in path.parents:
            raise OSError(errno.ENOSPC, "no room")
        with real(path) as file:
            yield file

    monkeypatch.setattr(safe_files, "write_whole", no_room_on_the_stick)
    done = tend(house, stick, new=True)
    assert (done.problem, done.saves) == ("", house.vault.saves)
    assert done.not_copied.endswith("There is no room there. Make some, or choose another second place.")
    assert second(stick).found() == []


def test_a_new_backup_is_not_called_checked_while_a_paper_of_it_is_rotten(house: Household) -> None:
    """It lay beside, from the backup of yesterday, and was not opened again for weeks."""
    name = house.file()
    house.back_up()
    spoil(house.backups.documents / name)
    house.add("Mia")
    made = house.back_up(NOW + timedelta(days=1))
    assert (made.proved_on, made.missing) == (TODAY + timedelta(days=1), 0)
    [paper] = house.backups.content(made, house.key).papers
    assert backup_papers.whole(house.backups.documents, paper, Patience()) is not None


def test_a_paper_that_is_rotten_here_and_beside_the_records_comes_from_the_stick(
    house: Household, stick: Path
) -> None:
    name = house.file()
    tend(house, stick, new=True)
    spoil(house.backups.documents / name)
    spoil(house.folder / "documents" / name)
    house.add("Mia")
    assert tend(house, stick, days=1, new=True).found == ""
    newest = house.backups.newest(house.key)
    assert newest is not None
    assert (newest.papers, newest.proved_on) == ((name,), TODAY + timedelta(days=1))
    [paper] = house.backups.content(newest, house.key).papers
    assert backup_papers.whole(house.backups.documents, paper, Patience()) is not None


def test_a_backup_that_is_out_of_the_way_was_taken_away(
    house: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that looks for viruses held one file of it."""
    backup = house.back_up()

    def held(path: str, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(shutil, "rmtree", held)
    house.backups.remove(backup)
    assert house.backups.found() == []


def test_one_copy_that_cannot_be_taken_in_stops_none_of_the_others(
    house: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.add("On the other computer")
    house.vault.close()
    (tmp_path / "theirs").write_bytes(b"theirs")
    (house.folder / "vault 0.db").symlink_to(tmp_path / "theirs")
    for number in (1, 2):
        shutil.copy(house.folder / "vault.db", house.folder / f"vault {number}.db")
    adopt = Backups.adopt

    def held(self: Backups, records: Path, *rest: Any) -> Backup:
        if records.name == "vault 1.db":
            raise NotSaved("held")
        return adopt(self, records, *rest)

    monkeypatch.setattr(Backups, "adopt", held)
    key_file = (house.folder / "vault.key").read_bytes()
    assert keep_other_copies(house.folder, house.backups.folder, key_file, house.key, NOW) == 1
    assert not (house.folder / "vault 2.db").exists()
    assert (house.folder / "vault 1.db").exists()
    assert (house.folder / "vault 0.db").is_symlink()
    house.vault = Vault.open_with(house.folder, house.key)


@pytest.mark.parametrize("most", [1, 2_000])
def test_where_not_every_backup_was_looked_at_no_paper_is_let_go(
    house: Household, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = house.file()
    house.back_up()
    house.add("Mia")
    later = house.back_up(NOW + timedelta(days=1))
    shutil.rmtree(later.folder)
    (house.backups.documents / ("0" * 64)).write_bytes(b"of one that was cut off")
    monkeypatch.setattr(backup_place, "_MOST_FOLDERS", most)
    house.backups.let_go_of([name, "0" * 64])
    assert (house.backups.documents / name).exists()
    assert (house.backups.documents / ("0" * 64)).exists() == (most == 1)
