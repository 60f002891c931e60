"""Where the records are, who can open them, and how long backups are kept: for "What I hold"."""

from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.computer.paths import DataDir
from carer_app.storage import keys, retention
from carer_app.use_cases.what_i_hold import Whereabouts
from carer_app.words import _

if TYPE_CHECKING:
    from carer_app.storage.vault import Vault


def whereabouts(vault: "Vault", root: Path) -> Whereabouts:
    """The facts of these records, whose folder is in `root`. Reads the key file; raises KeyFileDamaged."""
    if vault.forgets:
        anyone = _("Anyone at this computer, until PEP Companion is closed.")
        return Whereabouts("", "", "", (anyone,))
    data = DataDir(root)
    words = {
        keys.PASSWORD: _("Whoever knows the password (three words)."),
        keys.SHEET: _("Whoever has the way-back-in sheet."),
        keys.KEYRING: _("Whoever can sign in to this computer account."),
    }
    there = keys.kinds(vault.key_file_now())
    kept = _(
        "Backups: the last {hours} hours, {days} days, {weeks} weeks and {months} months with changes. "
        "What is taken out stays in older backups until then."
    ).format(hours=retention.HOURLY, days=retention.DAILY, weeks=retention.WEEKLY, months=retention.MONTHLY)
    ways = tuple(sentence for kind, sentence in words.items() if kind in there)
    return Whereabouts(str(data.vault), str(data.backups), kept, ways)
