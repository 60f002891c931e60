"""What comes from outside may be made to harm: it is refused or read within bounds, and never decides anything."""

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest

from carer_app.errors import BackupDamaged
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs import going_back as jobs
from carer_app.jobs.backing_up import Work
from carer_app.storage import backup_list, connecting, looking, migrations, one_file, putting_back
from carer_app.storage.backup_content import read_content, restore_into_memory
from carer_app.storage.backup_list import Backup
from carer_app.storage.backups import Backups, Snapshot
from tests.faults.links import HERE, Lie, lay
from tests.storage.backup_house import NOW, WORDS, Household

no_links = pytest.mark.skipif(
    sys.platform == "win32", reason="a link needs a right there that hardly anybody has"
)


@pytest.fixture
def house(folder: Path, tmp_path: Path) -> Iterator[Household]:
    house = Household(folder, tmp_path / "home" / "backups")
    yield house
    house.vault.close()


def tend(house: Household, days: int = 1) -> backing_up.Tended:
    """A change was saved, and a backup is due."""
    house.add("Noor")
    key_file = house.vault.key_file_now()
    snapshot = Snapshot(house.vault.snapshot(), key_file, house.vault.saves)
    now = NOW + timedelta(days=days)
    return backing_up.tend(Work(house.folder, house.backups.folder, None, key_file, house.key, snapshot, now))


def forge(backup: Backup, name: str, **said: Any) -> Path:
    """Another backup beside this one, whose list says what we like; its checksum is right, nobody sealed it."""
    folder = shutil.copytree(backup.folder, backup.folder.with_name(name))
    body = json.loads((folder / "backup.json").read_bytes()) | said
    del body["checksum"]
    (folder / "backup.json").write_bytes(backup_list._with_checksum(body))
    return folder


FORGED: dict[str, dict[str, Any]] = {
    "saved so often that nothing is ever newer": {"saves": 10**9},
    "saved more often than can be counted": {"saves": 10**30},
    "made where no clock has a zone": {"made": "2026-03-10T10:40:00"},
    "made before there were years": {"made": "0001-01-01T00:00:00+14:00"},
    "saved not a whole number of times": {"saves": 3.5},
    "saved for ever": {"saves": float("inf")},
    "saved in words": {"saves": "many"},
    "proved on no day": {"proved": 7},
    "of nobody": {"records": None},
    "good, in words": {"problem": "no"},
    "with papers elsewhere": {"papers": ["../../vault/vault.key", "/etc/passwd"]},
    "with papers in a list": {"papers": [["a"]]},
    "with a paper twice": {"papers": ["a" * 64, "a" * 64]},
    "with fewer papers than none": {"missing": -1},
    "that is no list": {"digest": {"a": {"b": {}}}},
}


@pytest.mark.parametrize("said", FORGED.values(), ids=FORGED)
def test_a_list_that_nobody_sealed_decides_nothing(house: Household, said: dict[str, Any]) -> None:
    backup = house.back_up()
    forge(backup, "2026-03-10 10.41", **said)
    rows = how_backups_stand.rows(house.backups.folder, house.key)
    assert [row.name for row in rows if row.is_good] == [backup.folder.name]
    done = tend(house)
    assert (done.problem, done.saves) == ("", house.vault.saves)
    newest = house.backups.newest(house.key)
    assert newest is not None
    house.vault.close()
    jobs.go_back(
        house.folder, house.backups.folder, house.backups.folder, newest.folder.name, house.key, 0, NOW
    )
    house.vault = type(house.vault).open(house.folder, WORDS)
    assert house.vault.saves < 1000, "how often it was saved is not believed either"


@pytest.mark.parametrize("what", ["deep", "long", "endless"])
def test_a_list_that_would_never_end_is_not_read(house: Household, what: str) -> None:
    backup = house.back_up()
    folder = shutil.copytree(backup.folder, backup.folder.with_name("2026-03-10 10.41"))
    file = folder / "backup.json"
    if what == "deep":
        file.write_bytes(b"[" * 1_000_000)
    elif what == "long":
        with open(file, "r+b") as out:
            out.truncate(3 * 1024**3)
    else:
        file.unlink()
        file.symlink_to("/dev/zero")
    assert backup_list.read_list(folder) is None
    assert tend(house).problem == ""


def test_names_of_papers_lead_nowhere_else(house: Household, tmp_path: Path) -> None:
    """Whoever seals the list has the key of those records, and not ours."""
    backup = house.back_up()
    body = backup_list._body(backup) | {"papers": ["../../letter"]}
    sealed = backup_list._with_checksum({**body, "seal": backup_list._seal(body, house.key)})
    (backup.folder / "backup.json").write_bytes(sealed)
    (house.backups.folder.parent / "letter").write_bytes(b"theirs")
    ours = house.folder.parent.parent / "letter"
    ours.write_bytes(b"a letter of the carer's")
    assert house.backups.all() == []
    house.vault.close()
    shutil.rmtree(house.folder)
    jobs.go_back(
        house.folder, house.backups.folder, house.backups.folder, backup.folder.name, house.key, 0, NOW
    )
    house.vault = type(house.vault).open(house.folder, WORDS)
    assert ours.read_bytes() == b"a letter of the carer's"
    ours.unlink()


FILES = ("backup.json", "vault.key", "vault.db", "paper")


@no_links
@pytest.mark.parametrize(("name", "lie"), [*((name, lie) for name in FILES for lie in HERE)])
def test_nothing_is_read_or_written_through_what_lies_where_a_file_was(
    house: Household, tmp_path: Path, name: str, lie: Lie
) -> None:
    paper = house.file()
    backup = house.back_up()
    place = house.backups.documents / paper if name == "paper" else backup.folder / name
    whole = place.read_bytes()
    place.unlink()
    theirs = tmp_path / "theirs"
    lay(lie, place, theirs)
    if lie == "link":
        theirs.write_bytes(whole)  # it would even be the right thing
    look_at_everything(house, tmp_path)
    assert not place.is_symlink() or not theirs.exists() or name == "vault.db"
    assert lie != "link" or theirs.read_bytes() == whole
    assert lie != "link to nowhere" or not theirs.exists()


@no_links
@pytest.mark.parametrize("name", ["documents", "a backup"])
def test_nothing_is_read_or_written_through_a_link_where_a_folder_was(
    house: Household, tmp_path: Path, name: str
) -> None:
    house.file()
    backup = house.back_up()
    place = house.backups.documents if name == "documents" else backup.folder
    theirs = shutil.copytree(place, tmp_path / "theirs")
    (theirs / "film.pep-0123456789abcdef.part").write_bytes(b"half a film")
    before = everything_in(theirs)
    shutil.rmtree(place)
    place.symlink_to(theirs)
    look_at_everything(house, tmp_path)
    assert everything_in(theirs) == before


@no_links
@pytest.mark.parametrize("lie", [*HERE, "link to a folder"])
def test_what_is_put_aside_goes_where_nothing_lies(
    house: Household, tmp_path: Path, lie: Lie | Literal["link to a folder"]
) -> None:
    """Its name can be foreseen. And a going back that fails looks into nothing that it did not make."""
    house.add("Noor")
    backup = house.back_up()
    house.vault.close()
    (house.folder / "vault.key").write_bytes(b"rubbish")
    theirs = tmp_path / "theirs"
    aside = house.backups.folder / "put aside 2026-03-10 10.40.00"
    if lie == "link to a folder":
        theirs.mkdir()
        aside.symlink_to(theirs)
    else:
        lay(lie, aside, theirs)
    before = theirs.is_dir() and everything_in(theirs)
    for at_least in (2**63, 9):  # more saves than can be counted: it fails at the very end
        with suppress(OverflowError):
            putting_back.go_back(
                house.folder, house.backups, backup, house.key, at_least, NOW, house.backups.folder
            )
    house.vault = type(house.vault).open(house.folder, WORDS)
    assert "Noor" in house.names()
    assert (theirs.is_dir() and everything_in(theirs)) == before
    assert (aside.with_name(f"{aside.name} 2") / "vault.key").read_bytes() == b"rubbish"


def look_at_everything(house: Household, tmp_path: Path) -> None:
    tend(house, days=40)
    how_backups_stand.rows(house.backups.folder, house.key)
    for each in house.backups.found():
        with suppress(BackupDamaged):
            house.backups.check(each, house.key)
            one_file.write(house.backups, each, house.key, tmp_path / "all.pepbackup")


STRANGE = {
    "a view that never ends": "CREATE VIEW child_of_none AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "a view in place of a table": "DROP TABLE draft; CREATE VIEW draft AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "a trigger": "CREATE TRIGGER late AFTER UPDATE ON save_count BEGIN DELETE FROM child; END",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5(word)",
    "a table more": "CREATE TABLE more (id INTEGER)",
    "a rule that is not ours": "CREATE INDEX one_name ON child (length(name))",
    "a column that is worked out": "ALTER TABLE child ADD COLUMN long TEXT AS (hex(zeroblob(100000000)))",
}


@pytest.mark.parametrize("sql", STRANGE.values(), ids=STRANGE)
def test_records_whose_tables_are_not_ours_are_not_opened(house: Household, sql: str) -> None:
    backup = house.back_up()
    with closing(connecting.connect(backup.records, house.key)) as connection:
        connection.executescript(sql)
    (backup.folder / "backup.json").unlink()
    name = backup.folder.name
    with pytest.raises(BackupDamaged):
        jobs.what_would_change(house.folder, house.backups.folder, name, house.key)
    house.vault.close()
    before = {each: each.read_bytes() for each in house.folder.rglob("*") if each.is_file()}
    with pytest.raises(BackupDamaged):
        jobs.go_back(house.folder, house.backups.folder, house.backups.folder, name, house.key, 0, NOW)
    assert {each: each.read_bytes() for each in house.folder.rglob("*") if each.is_file()} == before
    rows = how_backups_stand.rows(house.backups.folder, house.key)
    assert not next(row for row in rows if row.name == name).is_good


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE save_count SET saves = 9223372036854775807",
        "UPDATE save_count SET saves = 'many'",
        "DELETE FROM save_count",
        "INSERT INTO stored_document (title, added_on, fingerprint, seal_key, size, pages)"
        " VALUES (x'00', 'never', '../../vault.key', 'short', 'x', 'y')",
    ],
)
def test_what_stands_in_the_tables_is_not_believed_either(house: Household, sql: str) -> None:
    backup = house.back_up()
    with closing(connecting.connect(backup.records, house.key)) as connection:
        connection.execute(sql)
    for look in (read_content, restore_into_memory):
        try:
            content = look(backup.records, house.key)
        except BackupDamaged:
            continue
        assert content.papers == ()
        assert content.saves < 1000


@pytest.mark.parametrize("bound", ["_STEPS", "_LETTERS"])
def test_a_file_costs_no_more_than_its_length_allows(
    house: Household, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    backup = house.back_up()
    assert restore_into_memory(backup.records, house.key).rows["child"] == 101
    monkeypatch.setattr(looking, bound, 1000)
    monkeypatch.setattr(looking, f"{bound}_A_BYTE", 0)
    monkeypatch.setattr(looking, "_STEPS_AT_ONCE", 100)
    with pytest.raises(BackupDamaged):
        restore_into_memory(backup.records, house.key)


def test_the_shape_of_each_release_is_known() -> None:
    """And so of no other: a step that is added to the tables needs its shape beside it."""
    assert set(looking.SHAPES) == set(migrations.REVISIONS)
    with closing(connecting.connect_in_memory()) as connection:
        with connecting.make_engine(connection).begin() as transaction:
            migrations.upgrade(transaction)
        assert looking.shape_of(connection) == looking.SHAPES[migrations.HEAD]


def everything_in(place: Path) -> dict[str, bytes | None]:
    return {
        str(each.relative_to(place)): each.read_bytes() if each.is_file() else None
        for each in place.rglob("*")
    }


def overlapping(whole: Path, spoiled: Path) -> None:
    """A hundred papers, all of them the same bytes of the file."""
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(spoiled, "w") as out:
        for info in archive.infolist():
            out.writestr(zipfile.ZipInfo(info.filename), archive.read(info))
        paper = zipfile.ZipInfo("documents/" + "0" * 64)
        out.writestr(paper, os.urandom(200_000))
        for number in range(1, 100):
            again = zipfile.ZipInfo(paper.filename)
            for field in ("header_offset", "file_size", "compress_size", "CRC"):
                setattr(again, field, getattr(paper, field))
            again.filename = again.orig_filename = f"documents/{number:064x}"
            out.filelist.append(again)


def packed(whole: Path, spoiled: Path) -> None:
    """A paper of 24 MB in some kilobytes."""
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(spoiled, "w", zipfile.ZIP_DEFLATED) as out:
        for info in archive.infolist():
            out.writestr(info.filename, archive.read(info))
        out.writestr("documents/" + "0" * 64, bytes(24 * 1024 * 1024))


def with_a_file_more(name: str) -> Callable[[Path, Path], None]:
    def spoil(whole: Path, spoiled: Path) -> None:
        with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(spoiled, "w") as out:
            for info in archive.infolist():
                out.writestr(zipfile.ZipInfo(info.filename), archive.read(info))
            out.writestr(zipfile.ZipInfo(name), b"more")
            if name.startswith("again "):
                out.filelist[-1].filename = name.removeprefix("again ")

    return spoil


def with_too_many(whole: Path, spoiled: Path) -> None:
    with zipfile.ZipFile(spoiled, "w") as out:
        for number in range(50_000):
            info = zipfile.ZipInfo(f"documents/{number:064x}")
            info.header_offset = info.CRC = 0
            out.filelist.append(info)
            out._didModify = True  # type: ignore[attr-defined]


def without_a_list(whole: Path, spoiled: Path) -> None:
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(spoiled, "w") as out:
        for info in archive.infolist():
            data = b"{}" if info.filename == "backup.json" else archive.read(info)
            out.writestr(zipfile.ZipInfo(info.filename), data)


def a_pipe(whole: Path, spoiled: Path) -> None:
    os.mkfifo(spoiled)


def an_endless_file(whole: Path, spoiled: Path) -> None:
    spoiled.symlink_to("/dev/zero")


ARCHIVES: dict[str, Callable[[Path, Path], None]] = {
    "overlapping": overlapping,
    "packed": packed,
    "led elsewhere": with_a_file_more("documents/../../vault.key"),
    "with a file of ours twice": with_a_file_more("again vault.key"),
    "with a folder": with_a_file_more("documents/"),
    "with too many": with_too_many,
    "without a list": without_a_list,
} | ({} if sys.platform == "win32" else {"a pipe": a_pipe, "an endless file": an_endless_file})


@pytest.mark.parametrize("spoil", ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_made_to_harm_leaves_nothing_behind(
    house: Household, tmp_path: Path, spoil: Callable[[Path, Path], None]
) -> None:
    house.file()
    one_file.write(house.backups, house.back_up(), house.key, tmp_path / "whole.pepbackup")
    spoil(tmp_path / "whole.pepbackup", tmp_path / "spoiled.pepbackup")
    before = everything_in(house.backups.folder)
    with pytest.raises(BackupDamaged):
        one_file.take_in(tmp_path / "spoiled.pepbackup", house.backups)
    assert everything_in(house.backups.folder) == before


def test_what_was_carried_here_stays_apart_from_the_papers_of_all_others(
    house: Household, tmp_path: Path
) -> None:
    """Otherwise somebody could put rubbish under the name of a paper that is yet to be backed up."""
    paper = house.file()
    one_file.write(house.backups, house.back_up(), house.key, tmp_path / "whole.pepbackup")
    other = Backups(tmp_path / "other")
    rubbish = tmp_path / "rubbish.pepbackup"
    with zipfile.ZipFile(tmp_path / "whole.pepbackup") as archive, zipfile.ZipFile(rubbish, "w") as out:
        for info in archive.infolist():
            data = archive.read(info)
            out.writestr(zipfile.ZipInfo(info.filename), b"rubbish" if paper in info.filename else data)
    carried = one_file.take_in(rubbish, other)
    assert carried.proved_on is None, "nobody has opened it here"
    mine = Backups(other.folder)
    assert not mine.documents.exists()
    house.add("Noor")
    snapshot = Snapshot(house.vault.snapshot(), house.vault.key_file_now(), house.vault.saves)
    made = mine.make(snapshot, house.key, house.folder / "documents", NOW)
    assert mine.prove(made, house.key, NOW.date()).missing == 0
