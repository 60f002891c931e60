"""What can go wrong, each kind with a sentence for the carer: what happened, what is safe, what to do."""


class CarerAppError(Exception):
    """Any trouble the carer is told about. `str(error)` is the sentence they read."""


# Records and rules


class NotFound(CarerAppError):
    """Something was asked for that is not in the records (any more)."""


class NotAllowed(CarerAppError):
    """A rule says no, for example a due date before the meeting."""


class TermDatesMissing(CarerAppError):
    """The known school dates do not reach far enough to count.

    `school_years` are those whose dates are needed, each as the year in which it begins.
    """

    def __init__(self, sentence: str, school_years: tuple[int, ...] = ()) -> None:
        super().__init__(sentence)
        self.school_years = school_years


class TermDatesWrong(CarerAppError):
    """School dates that cannot be true, for example a term that ends before it starts."""


class NotADate(CarerAppError):
    """What was typed is not a day we can be sure of."""


class NotATime(CarerAppError):
    """What was typed is not a time of day we can be sure of."""


class TextFileWrong(CarerAppError):
    """A file that comes with PEP Companion is not as it should be."""


# The locked records


class VaultError(CarerAppError):
    """Any trouble with the locked records as a whole."""


class WrongPassphrase(VaultError):
    """The password does not open the key file."""


class KeyFileDamaged(VaultError):
    """The small key file beside the records is damaged or missing."""


class VaultDamaged(VaultError):
    """The records themselves are damaged: cut short, changed or not ours."""


class VaultInUse(VaultError):
    """The records are open in another window."""


class VaultTooNew(VaultError):
    """The records were written by a newer PEP Companion."""


class VaultMissing(VaultError):
    """There are no records in this folder."""


class VaultFolderNotEmpty(VaultError):
    """New records need an empty folder."""


class NotSaved(VaultError):
    """The last change could not be written. What was stored before is safe."""


class RecordsGone(NotSaved):
    """The open records are not where they were: a memory stick was pulled out, or a folder was moved."""


class DiskFull(NotSaved):
    """No room left on the disk."""


class ReadOnlyFolder(NotSaved):
    """The folder cannot be written to."""


class OpenElsewhere(NotSaved):
    """The records are open on another computer, so here they can only be read."""


class BackupDamaged(VaultError):
    """A backup is not whole, or does not belong to these records."""


class BackupUnfit(BackupDamaged):
    """A backup opens, but holds what is never written here, and nothing says that it was made of these records."""


class CodeSlip(VaultError):
    """The code of the way-back-in sheet was not typed as it stands there.

    `groups` are the numbers, from 1, of the groups to look at again.
    """

    def __init__(self, sentence: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(sentence)
        self.groups = groups


class KeyringTrouble(CarerAppError):
    """This computer's key store did not do what was asked. The records open by password as ever."""


class PapersUnread(NotSaved):
    """Some papers cannot be read, so they cannot be locked anew. `fingerprints` names them, `titles` is what the carer
    calls them."""

    def __init__(self, sentence: str, fingerprints: frozenset[str], titles: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.fingerprints, self.titles = fingerprints, titles


# Papers from outside


class DocumentRefused(CarerAppError):
    """A file cannot be taken in: wrong kind, empty, too big, unreadable."""


class NoWordReader(DocumentRefused):
    """What this computer has for reading words in pictures is not whole: it is the same with every picture."""


class SealedFileDamaged(CarerAppError):
    """A stored paper is missing or was changed outside PEP Companion."""


class SealedFileOutOfReach(SealedFileDamaged):
    """A stored paper cannot be read just now; it may well be whole."""
