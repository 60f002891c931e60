"""Trouble with backups, in sentences for the carer. The records themselves are not what failed, and it is said so."""

import errno

from carer_app.errors import BackupDamaged, DiskFull, KeyFileDamaged, NotSaved, ReadOnlyFolder, VaultTooNew
from carer_app.storage import trouble
from carer_app.words import _


def from_os(error: OSError, is_second: bool = False) -> NotSaved:
    """The sentence for trouble in a place with backups. `is_second` for the one that the carer chose."""
    place = _("your second place for backups") if is_second else _("the folder with your backups")
    kind = type(trouble.from_os(error))
    if kind is DiskFull:
        said = _(
            "There is no room left in {place}. Your records are as they were. Please make some room there."
        )
    elif kind is ReadOnlyFolder:
        said = _(
            "PEP Companion is not allowed to write in {place}. Your records are as they were. If it is on a memory "
            "stick, check its lock switch. Otherwise ask someone who looks after this computer to let you write there."
        )
    elif error.errno == errno.ELOOP:
        said = _(
            "Something else is where a backup belongs in {place}: a link or a folder. Your records are as they were. "
            "Ask someone who looks after this computer to take it away."
        )
    else:
        said = _(
            "A backup in {place} could not be read or written. Your records are as they were. Check that its disk or "
            "memory stick is still plugged in, then try again."
        )
    return _as_class(kind, said.format(place=place))


def carrying(error: OSError) -> NotSaved:
    """The sentence for trouble with the one file to carry, where the carer wants it saved."""
    kind = type(trouble.from_os(error))
    if kind is DiskFull:
        said = _(
            "There is no room left for this file. Your records are as they were. Make some room there, or choose "
            "another place."
        )
    elif kind is ReadOnlyFolder:
        said = _(
            "PEP Companion is not allowed to write there. Your records are as they were. If it is a memory stick, "
            "check its lock switch. Otherwise choose another place."
        )
    else:
        said = _(
            "The file could not be made. Your records are as they were. Check that the disk or memory stick is still "
            "plugged in, then try again."
        )
    return _as_class(kind, said)


def paper_held(title: str) -> NotSaved:
    """One file to carry that would lack a paper, because another program holds it."""
    return NotSaved(
        _(
            "“{title}” could not be read just now, so no file was made. Another program may be looking at it. Your "
            "records are as they were. Wait a minute and try again."
        ).format(title=title)
    )


def second_is_away() -> NotSaved:
    return NotSaved(
        _(
            "Your second place for backups is not there just now, so nothing was cleared. Plug it in, then try again."
        )
    )


def not_read() -> NotSaved:
    """For the one file from another computer."""
    return NotSaved(
        _(
            "That file could not be read. Your records are as they were. Check that the disk or memory stick is still "
            "plugged in, then choose the file again."
        )
    )


def not_made() -> BackupDamaged:
    """For a backup that was only now being made: there is none to choose in its place."""
    return BackupDamaged(
        _(
            "The new backup could not be read back, so it does not count. Your records are as they were. Try again. If "
            "it happens again, the disk may be worn out."
        )
    )


def key_file_damaged() -> KeyFileDamaged:
    return KeyFileDamaged(
        _(
            "The small file that goes with the password of this backup is damaged or missing. Your records are as they "
            "were. Please choose another backup."
        )
    )


def too_new() -> VaultTooNew:
    return VaultTooNew(
        _(
            "This backup was made by a newer PEP Companion than this one. Your records are as they were. Please "
            "install the newest PEP Companion, or choose another backup."
        )
    )


def _as_class(kind: type[object], said: str) -> NotSaved:
    if kind is DiskFull:
        return DiskFull(said)
    return ReadOnlyFolder(said) if kind is ReadOnlyFolder else NotSaved(said)
