"""Links, pipes and folders planted where a file of ours belongs: nothing is written through them, nor read."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from carer_app.computer.logs import start_logging, stop_logging
from carer_app.computer.paths import DataDir
from carer_app.computer.preferences import Preferences, write_preferences
from carer_app.errors import CarerAppError
from carer_app.jobs.save_pdf import save_pdf
from carer_app.storage import keys, new_key_for_all, one_file, open_elsewhere
from carer_app.storage.key_cost import Cost
from carer_app.storage.saves_seen import SavesSeen
from carer_app.storage.vault import Vault
from tests.faults.links import HERE, Lie, lay
from tests.storage.backup_house import NOW, WORDS, Household
from ui.shell import one_window

pytestmark = pytest.mark.faults

CHEAP = Cost(time=1, memory_kib=8, lanes=1)
NEW_WORDS = "cobweb harbour tinsel"
SQLITE_FILES = (
    "vault/vault.db", "vault/vault.new", "vault/before-upgrade.db", "vault/{pending}", "backups/{backup}/vault.db",
)  # fmt: skip
"""SQLite looks beside each of them for a save that was broken off, and for newer pages."""
PLACES = (
    "vault/vault.db", "vault/vault.key", "vault/vault.lock", "vault/vault.new",
    "vault/before-upgrade.db", "vault/spare-room.bin", "vault/open-now.json", "vault/documents", "vault/{pending}",
    "vault/{draft}", "vault/documents/{paper}", "backups/documents", "backups/documents/{paper}",
    "backups/{backup}", "backups/{backup}/vault.key", "backups/{backup}/backup.json", "backups/{backup}/vault.db",
    *(f"{file}-{end}" for file in SQLITE_FILES for end in ("journal", "wal", "shm")),
    "last-save.json", "preferences.json", "where.json", "logs/pep-companion.log", "running.lock",
    "come-forward", "exported.pdf", "carried.pepbackup",
)  # fmt: skip
ALONE = tuple(
    place
    for place in PLACES
    if place.split("/")[-1]
    in ("vault.db", "vault.key", "vault.lock", "vault.db-journal", "vault.db-wal", "documents", "backup.json")
    or place.endswith("}")
)
"""Where something else lies in these, the others are not reached. All others are in the way at once."""
FOLDERS = ("vault/documents", "backups/documents", "backups/{backup}")
"""A carer may have moved the whole data folder, or all backups, and left a link: these inside of them nobody moves."""


def state(theirs: Path) -> object:
    """What is there of somebody else, to the last byte."""
    if theirs.is_dir():
        return sorted((each.name, state(each)) for each in theirs.iterdir())
    return (theirs.read_bytes(), theirs.stat().st_mode) if theirs.exists() else None


@pytest.fixture(scope="module")
def made(on_a_disk: Path) -> tuple[Path, dict[str, str]]:
    """A data folder with everything in it, and the names in it that differ from one to the next."""
    data = DataDir(on_a_disk / "links" / "made")
    data.make()
    Vault.create(data.vault, WORDS, CHEAP).close()
    house = Household(data.vault, data.backups)
    paper = house.file()
    backup = house.back_up()
    house.vault.child_drafts.write("uid", b"They run off.", date(2026, 3, 10))
    [draft] = data.vault.glob("*.draft")
    names = {
        "paper": paper, "backup": backup.folder.name, "draft": draft.name,
        "pending": f"pending-{keys.vault_id(house.vault.key_file_now()).hex()}.db",
    }  # fmt: skip
    house.vault.close()
    return data.root, names


def live(data: DataDir) -> int:
    """Everything that writes, each part whatever became of the one before. How much of it worked."""
    worked = 0

    def tried(work: Callable[[], object]) -> None:
        nonlocal worked
        with suppress(CarerAppError, OSError):
            work()
            worked += 1

    tried(data.make)
    tried(lambda: one_window.is_first(data.root))
    tried(lambda: stop_logging(start_logging(data.logs)))
    tried(lambda: write_preferences(data.preferences, Preferences()))
    tried(lambda: SavesSeen(data.last_save, bytes(16)).note(7))
    tried(lambda: DataDir(data.root / "stick", data.root).point())
    open_elsewhere.say_open(data.vault)
    tried(lambda: save_pdf(data.root / "exported.pdf", b"%PDF-"))
    house: list[Household] = []
    tried(lambda: house.append(Household(data.vault, data.backups)))
    for each in house:
        tried(lambda each=each: each.add("New"))
        tried(lambda each=each: each.file(b"another paper"))
        tried(lambda each=each: each.vault.child_drafts.write("uid", b"And shout.", date(2026, 3, 10)))
        tried(lambda each=each: each.back_up(NOW + timedelta(days=1)))
        tried(lambda each=each: each.backups.renew_key_files(each.vault.key_file_now(), each.key))
        for backup in each.backups.all():
            tried(lambda each=each, b=backup: each.backups.prove(b, each.key, NOW.date()))
            tried(
                lambda each=each, b=backup: one_file.write(
                    each.backups, b, each.key, data.root / "carried.pepbackup"
                )
            )
        changed = keys.with_slot(each.vault.key_file_now(), each.key, keys.SHEET, "a sheet", CHEAP)
        tried(lambda each=each, changed=changed: each.vault.keep_key_file(changed))
        each.vault.close()
        tried(lambda each=each: new_key_for_all.renew(data.vault, each.key, NEW_WORDS, CHEAP))
    return worked


def plant(lie: Lie, place: str, where: Path, theirs: Path) -> None:
    if where.is_dir():
        shutil.rmtree(where)
    else:
        where.unlink(missing_ok=True)
    if lie == "link" and place in FOLDERS:
        theirs.mkdir()
        (theirs / "a letter").write_bytes(b"of somebody else")
        where.symlink_to(theirs)
    else:
        lay(lie, where, theirs)


def test_at_every_place(
    made: tuple[Path, dict[str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    full_counts: bool,
    landed: Callable[[str, int, int], None],
) -> None:
    monkeypatch.setattr(one_window, "PATIENCE_SECONDS", 0)
    root, names = made
    planted = 0
    written_through: list[tuple[str, str]] = []
    together = tuple(place for place in PLACES if place not in ALONE)
    groups = [(place,) for place in PLACES] if full_counts else [*((place,) for place in ALONE), together]
    for number, places in enumerate(groups):
        for lie in HERE if full_counts else (HERE[number % len(HERE)],):
            data = DataDir(shutil.copytree(root, tmp_path / f"{number} {lie}"))
            theirs = {place: tmp_path / f"theirs {number} {lie} {at}" for at, place in enumerate(places)}
            for place, there in theirs.items():
                plant(lie, place, data.root / place.format(**names), there)
            before = {place: state(there) for place, there in theirs.items()}
            live(data)
            planted += len(places)
            written_through += [
                (place, lie) for place, there in theirs.items() if state(there) != before[place]
            ]
            shutil.rmtree(data.root)
    assert written_through == []
    landed("Links, pipes and folders in our way, none written through", planted, planted)


def test_without_them_all_of_it_works(made: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """Otherwise the test above would prove nothing."""
    data = DataDir(shutil.copytree(made[0], tmp_path / "data"))
    assert live(data) == 19
    assert (data.root / "carried.pepbackup").stat().st_mode & 0o777 == 0o600
