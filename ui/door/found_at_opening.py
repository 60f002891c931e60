"""What was found beside the records when they were opened, in words for the carer. Each is said once."""

from contextlib import suppress
from datetime import date

from carer_app.errors import CarerAppError
from carer_app.storage.vault import Vault
from carer_app.words import _


def say_what_was_found(vault: Vault, today: date) -> str:
    """The sentences, or nothing. What a child had begun is swept with it: of what is lost, no more than that."""
    said = [
        _(
            "A file that looked like newer records lay beside yours. It was not whole, or older than yours, so it was "
            "not used. It is kept as “{name}” in the folder with your records. If all you wrote is here, there is "
            "nothing to do. If not, look under “Go back to a backup”."
        ).format(name=name)
        for name in vault.put_aside
    ]
    if vault.has_older_ways_in:
        said.append(
            _(
                "The small file that goes with your password is an older one. An old password or an old sheet may open "
                "your records. If you did not put it back yourself, change your password and make a new sheet."
            )
        )
    with suppress(CarerAppError):  # the next opening looks again
        gone = vault.child_drafts.sweep(today)
        if gone.damaged:
            said.append(_("A child’s unfinished part was damaged and is gone."))
        if gone.left:
            said.append(_("A child’s unfinished part was left for more than two weeks and is gone."))
    return " ".join(said)
