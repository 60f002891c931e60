"""Proving the backups in one place in turn: whose turn it is, and what is said of what could not be mended."""

from contextlib import suppress
from datetime import date

from carer_app.errors import BackupDamaged, BackupUnfit, CarerAppError
from carer_app.jobs.paper_titles import say_titles
from carer_app.storage.backup_list import Backup
from carer_app.storage.backup_proof import Elsewhere, Proof
from carer_app.storage.backups import Backups
from carer_app.typed_dates import say_day, say_time
from carer_app.words import _, plural

DAYS_BETWEEN_PROOFS = 7
DAYS_BETWEEN_TURNS = 21
"""For all but the newest: with some days to spare, each is proved within a month in which its place is there."""
PROOFS_AT_ONCE = 6
_NOT_OPENED: set[tuple[object, ...]] = set()
"""What had no list and did not open, since the program began: each look makes its places anew, and a try is slow."""


def prove(
    place: Backups, backups: list[Backup], elsewhere: Elsewhere, key: bytes, today: date, said: list[str]
) -> None:
    """Prove these in one place, and add a sentence for what is damaged for good."""
    for backup in backups:
        try:
            proof = place.proof(backup, key, today, elsewhere)
            if proof.lost:
                said.append(_say_lost(proof))
            if proof.unread:
                said.append(_say_unread(proof))
        except CarerAppError as error:
            if backup.is_sealed(key):  # of another nobody ever said that it is good
                is_damaged = isinstance(error, BackupDamaged)
                said.append(_say_damaged(backup, place.is_shared) if is_damaged else str(error))


def due(place: Backups, elsewhere: Elsewhere, key: bytes, today: date) -> list[Backup]:
    """Whose turn it is, the longest ago first: the newest each week, every other one each month.

    And one with a problem, once there is another place that can mend it.
    """
    newest = place.newest(key)

    def is_due(backup: Backup) -> bool:
        if backup.has_problem or not backup.is_here:
            return not backup.has_problem or any(each.like(backup.digest, key) for each in elsewhere.places)
        days = DAYS_BETWEEN_PROOFS if newest and backup.folder == newest.folder else DAYS_BETWEEN_TURNS
        return backup.proved_on is None or not 0 <= (today - backup.proved_on).days < days

    in_turn = filter(is_due, place.ours(key))
    return sorted(in_turn, key=lambda each: each.proved_on or date.min)[:PROOFS_AT_ONCE]


def list_anew(place: Backups, elsewhere: Elsewhere, key: bytes, today: date, said: list[str]) -> None:
    """What opens with our key but has no list of ours may have been damaged: its proof writes the list anew.

    A few at once, the newest first. One that does not open is said, and keeps none of the others from it; it is tried
    again on another day, or once its file is another.
    """
    listed = 0
    for backup in place.found():
        if listed == PROOFS_AT_ONCE:
            return
        if backup.is_sealed(key) or not backup.opens_with(key):
            continue
        this_try = _try_of(backup, today)
        if this_try in _NOT_OPENED:
            continue
        try:
            place.proof(backup, key, today, elsewhere)
            listed += 1
        except BackupDamaged as error:
            _NOT_OPENED.add(this_try)
            is_unfit = isinstance(error, BackupUnfit)
            said.append(_say_unfit(backup) if is_unfit else _say_damaged(backup, place.is_shared))
        except CarerAppError:
            continue  # of a newer version, or it cannot be written there just now


def _try_of(backup: Backup, today: date) -> tuple[object, ...]:
    with suppress(OSError):
        about = backup.records.lstat()
        return today, backup.records, about.st_size, about.st_mtime_ns
    return today, backup.records


def _say_damaged(backup: Backup, is_second: bool) -> str:
    if is_second:
        said = _(
            "Problem: the backup of {day}, {time}, kept in your second place, has been damaged. There was no good "
            "copy to mend it with. Your records are as they were. If you go back to a backup, choose another one."
        )
    else:
        said = _(
            "Problem: the backup of {day}, {time}, kept with your records, has been damaged. There was no good "
            "copy to mend it with. Your records are as they were. If you go back to a backup, choose another one."
        )
    return said.format(day=say_day(backup.made.date()), time=say_time(backup.made.time()))


def _say_unfit(backup: Backup) -> str:
    said = _(
        "Problem: the backup of {day}, {time}, holds something that PEP Companion never writes, and its list is gone. "
        "Your records are as they were. If you go back to a backup, choose another one."
    )
    return said.format(day=say_day(backup.made.date()), time=say_time(backup.made.time()))


def _say_unread(proof: Proof) -> str:
    """Another program held them, and went on doing so."""
    which = _("The backup of {day} was opened.").format(day=say_day(proof.backup.made.date()))
    held = plural(
        "{count} file for it could not be read just now:",
        "{count} files for it could not be read just now:",
        len(proof.unread),
    )
    why = _("Another program may be looking there. Nothing is lost by that. It will be tried again.")
    return f"{which} {held} {say_titles(proof.unread)}. {why}"


def _say_lost(proof: Proof) -> str:
    """Of this one backup. It is whole nowhere: in which place it was looked for is not said, or it is heard twice."""
    which = _("The backup of {day} was opened.")
    lost = plural(
        "Problem: {count} file in it is damaged, and there was no good copy to mend it with:",
        "Problem: {count} files in it are damaged, and there was no good copy to mend them with:",
        len(proof.lost),
    )
    said = [which.format(day=say_day(proof.backup.made.date())), f"{lost} {say_titles(proof.lost)}."]
    if proof.backup.missing == len(proof.lost):  # nothing was lost before
        said.append(_("Everything else in it is good."))
    said.append(_("If you still have the file, add it again."))
    return " ".join(said)
