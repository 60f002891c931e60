"""Going back to a backup: open it, say in words what would change, then do it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carer_app.computer.paths import has_records
from carer_app.errors import BackupDamaged, CarerAppError, CodeSlip, KeyFileDamaged, WrongPassphrase
from carer_app.jobs.paper_titles import say_titles
from carer_app.storage import backup_trouble, files, keys, one_file, putting_back, sheet_code
from carer_app.storage.backup_content import Content, read_content
from carer_app.storage.backup_list import Backup
from carer_app.storage.backups import Backups, Snapshot
from carer_app.storage.earlier_ids import EarlierIds
from carer_app.storage.looking import MOST_BYTES
from carer_app.storage.safe_files import read_safely
from carer_app.storage.sealed_files import FOLDER_NAME
from carer_app.words import _, plural

_NOUNS = {
    "child": _("Children"),
    "meeting": _("Meetings"),
    "agreed_action": _("Actions"),
    "child_view": _("Things the children said"),
    "stored_document": _("Stored files"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The key of a backup, and whether the way-back-in sheet gave it."""

    key: bytes
    by_sheet: bool

    def __repr__(self) -> str:
        return "<Opened>"


def take_in(file: Path, place: Path) -> str:
    """A backup that came in one file is put among the others in `place`. Returns its name. Slow.

    Raises BackupDamaged, NotSaved.
    """
    return one_file.take_in(file, Backups(place)).folder.name


def open_backup(place: Path, name: str, typed: str) -> Opened:
    """The key of a backup, by its password or by the code of the way-back-in sheet. Slow.

    Raises WrongPassphrase, CodeSlip, BackupDamaged, KeyFileDamaged.
    """
    key_file = _find(place, name).key_file()
    try:
        return _open(key_file, typed)
    except KeyFileDamaged as error:
        raise backup_trouble.key_file_damaged() from error


def _open(key_file: bytes, typed: str) -> Opened:
    try:
        return Opened(keys.unwrap(key_file, typed), by_sheet=False)
    except WrongPassphrase:
        if keys.SHEET not in keys.kinds(key_file):
            raise
        try:
            return Opened(keys.unwrap(key_file, sheet_code.read_code(typed), keys.SHEET), by_sheet=True)
        except CodeSlip as slip:
            if slip.groups and len(slip.groups) < sheet_code.GROUPS:  # so it was meant to be the code
                raise
        raise


@dataclass(frozen=True, slots=True)
class Change:
    """What going back would change, a line each; and what becomes of what is here now."""

    lines: tuple[str, ...]
    kept: str


def what_would_change(
    folder: Path, place: Path, name: str, key: bytes, others: tuple[Path, ...] = ()
) -> Change:
    """In words: what is in the backup, beside what is in the records now where they can be opened. Slow.

    `others` are other places with backups: a paper that is damaged here may be whole there. Raises BackupDamaged,
    VaultTooNew.
    """
    backups = Backups(place)
    backup = _find(place, name)
    then = backups.content(backup, key, putting_back.may_be_foreign(folder, key))
    now = _content_now(folder, key)
    kept = _("We will first keep how things are now. You can come back to that in the same way.")
    lines = []
    if now is None:
        kept = ""
        if has_records(folder):
            lines.append(_("What is here now cannot be opened."))
            kept = _("The files that cannot be opened will be kept as they are, beside the backups.")
    elif now.saves > then.saves:
        lines.append(
            plural(
                "{count} change was saved since then. It would go.",
                "{count} changes were saved since then. They would go.",
                now.saves - then.saves,
            )
        )
    elif now.digest == then.digest:
        lines.append(_("Nothing has changed since then."))
    for table, noun in _NOUNS.items():
        if now is None:
            lines.append(_("{noun}: {then} in the backup.").format(noun=noun, then=then.rows[table]))
        else:
            lines.append(
                _("{noun}: {now} now, {then} then.").format(
                    noun=noun, now=now.rows[table], then=then.rows[table]
                )
            )
    if not backup.is_sealed(key):
        lines.append(
            _(
                "The list of this backup is damaged or is not yours. What you read here is from the backup itself."
            )
        )
    sources = (*putting_back.sources_of(backups, backup), *_papers_beside(folder, others))
    lines.extend(_say_would_be_missing(putting_back.missing_papers(then, sources)))
    return Change(tuple(lines), kept)


def mend_or_go_back(
    folder: Path,
    backups: Path,
    place: Path,
    name: str,
    key: bytes,
    last_seen: int,
    now: datetime,
    password: str = "",
    others: tuple[Path, ...] = (),
    known: EarlierIds | None = None,
) -> str:
    """Where only the small key file is damaged, put that back and lose nothing; otherwise `go_back`. Slow.

    A new `password` takes the place of the old one afterwards: for whoever came by the way-back-in sheet.
    """
    if putting_back.mend_key_file(folder, _find(place, name), key):
        said = _(
            "Your records were whole. Only the small file that goes with your password had to be put back. Nothing "
            "else was changed."
        )
    else:
        said = go_back(folder, backups, place, name, key, last_seen, now, others, known)
    if password:
        try:
            putting_back.set_password(folder, key, password)
        except CarerAppError:
            # What went before cannot be taken back, and has worked.
            said += " " + _(
                "One thing is left: your new password could not be kept. Your way-back-in sheet opens your records. "
                "Choose a new password in Settings."
            )
    return said


def go_back(
    folder: Path,
    backups: Path,
    place: Path,
    name: str,
    key: bytes,
    last_seen: int,
    now: datetime,
    others: tuple[Path, ...] = (),
    known: EarlierIds | None = None,
) -> str:
    """Make the records in `folder` what they were in the backup. Returns the sentence to say. Slow.

    What is there is kept in `backups`: as a backup, or as it lies there if it cannot be opened. `last_seen` is the
    highest count of saves that was ever seen here; `others` are other places with backups; `known` is what the records
    here were called under keys of before, where they were open. Raises BackupDamaged, VaultTooNew, VaultInUse,
    NotSaved: nothing has changed then.
    """
    backup, ours, present = _find(place, name), Backups(backups), _content_now(folder, key)
    was_empty = not has_records(folder)
    if present is not None:
        records = read_safely(folder / files.RECORDS, MOST_BYTES)
        snapshot = Snapshot(records, files.read_key_file(folder), present.saves)
        ours.make(snapshot, key, folder / FOLDER_NAME, now, before_going_back=True)
    # A count below what lies anywhere would be taken for older, and be let go of first.
    seen = [each for there in (backups, place, *others) for each in Backups(there).ours(key)]
    most = max([last_seen, *(each.saves for each in seen)])
    aside = backups if present is None else None
    beside = _papers_beside(folder, (backups, *others))
    lost = putting_back.go_back(folder, Backups(place), backup, key, most, now, aside, beside, known)
    said = [
        _("Your records are here now, as they were in the backup.")
        if was_empty
        else _("You are back at how things were. How they were before is kept too.")
    ]
    return " ".join([*said, *_said_missing(lost)])


def _said_missing(titles: tuple[str, ...]) -> list[str]:
    if not titles:
        return []
    said = plural(
        "{count} file was damaged in the backup and is missing now:",
        "{count} files were damaged in the backup and are missing now:",
        len(titles),
    )
    return [f"{said} {say_titles(titles)}."]


def _say_would_be_missing(titles: tuple[str, ...]) -> list[str]:
    if not titles:
        return []
    said = plural(
        "{count} file in this backup is damaged and would be missing:",
        "{count} files in this backup are damaged and would be missing:",
        len(titles),
    )
    return [f"{said} {say_titles(titles)}."]


def _papers_beside(folder: Path, places: tuple[Path, ...]) -> tuple[Path, ...]:
    """Where a paper that is damaged in one place may be whole."""
    return (folder.resolve() / FOLDER_NAME, *(place / FOLDER_NAME for place in places))


def _find(place: Path, name: str) -> Backup:
    found = next((each for each in Backups(place).found() if each.folder.name == name), None)
    if found is None:
        raise BackupDamaged(
            _("That backup is not there any more. Your records are safe. Please choose another backup.")
        )
    return found


def _content_now(folder: Path, key: bytes) -> Content | None:
    try:
        if not keys.read_key_file(files.read_key_file(folder)).fits(key):
            return None
        return read_content(folder / files.RECORDS, key)
    except CarerAppError:
        return None


def key_file_of(folder: Path) -> bytes | None:
    """The key file of the records, open or not, or None where there is none that can be read."""
    try:
        return files.read_key_file(folder)
    except CarerAppError:
        return None
