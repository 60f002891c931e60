"""Going back to a backup, for the pages: the slow parts elsewhere, the records closed and opened around it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from carer_app.computer.paths import DataDir, has_records
from carer_app.jobs import going_back, how_backups_stand
from carer_app.jobs.going_back import Change, Opened
from carer_app.jobs.how_backups_stand import BackupRow
from carer_app.use_cases import second_backup_place
from carer_app.words import _
from ui.base.records import Records

if TYPE_CHECKING:
    from datetime import datetime

Failed = Callable[[str], None]


class Rework(Protocol):
    def __call__(
        self,
        words: str,
        work: "Callable[[], tuple[str, bytes]]",
        *,
        opened: Callable[[], None] | None = None,
    ) -> None: ...


class BackToABackup:
    """`rework(words, work)` closes the records, does the work, and opens them with the key that it gives back."""

    def __init__(
        self,
        data: Callable[[], DataDir],
        records: Records,
        now: "Callable[[], datetime]",
        rework: Rework,
        seen: Callable[[bytes], int],
    ) -> None:
        """`seen` is the highest count of saves that was ever seen here of the records that a key opens."""
        self._data = data
        self._records = records
        self._now = now
        self._rework = rework
        self._seen = seen

    @property
    def here(self) -> Path:
        """Where this computer's own backups are."""
        return self._data().backups

    def is_any_here(self) -> bool:
        """Whether there is anything to begin with on this computer: records, or backups of them."""
        data = self._data()
        return has_records(data.vault) or (data.backups.is_dir() and any(data.backups.iterdir()))

    def second(self) -> Path | None:
        """Where the backups in the second place are, when it is known and there."""
        if not self._records.is_open:
            return None
        facts = self._records.read(second_backup_place.second_place)
        place = how_backups_stand.in_second_place(Path(facts.path)) if facts else None
        return place if place is not None and how_backups_stand.is_there(place) else None

    def rows(self, place: Path, then: Callable[[list[BackupRow]], None], failed: Failed) -> None:
        """The backups in a place, newest first."""
        knows = self._records.is_open and not self._records.forgets
        key = self._records.vault.key if knows else None
        self._records.run(partial(how_backups_stand.rows, place, key), then, failed)

    def in_folder(self, chosen: Path) -> Path:
        """Where in a folder that the carer chose the backups lie."""
        inner = how_backups_stand.in_second_place(chosen)
        if how_backups_stand.is_there(inner):
            return inner
        return chosen / "backups" if (chosen / "backups").is_dir() else chosen

    def take_in(self, file: Path, then: Callable[[str], None], failed: Failed) -> None:
        """A backup that came in one file: put it among this computer's own. `then` gets its name."""
        self._records.run(partial(going_back.take_in, file, self.here), then, failed)

    def open(
        self, place: Path, name: str, typed: str, then: Callable[[Opened], None], failed: Failed
    ) -> None:
        """Open a backup by its password, or by the code of the way-back-in sheet."""
        self._records.run(partial(going_back.open_backup, place, name, typed), then, failed)

    def opened_as_now(self) -> Opened:
        """A backup of these very records opens with the key they are open with."""
        return Opened(self._records.vault.key, by_sheet=False)

    def what_would_change(
        self, place: Path, name: str, opened: Opened, then: Callable[[Change], None], failed: Failed
    ) -> None:
        """In words, a line each."""
        folder = self._data().vault
        work = partial(going_back.what_would_change, folder, place, name, opened.key, self._others(place))
        self._records.run(work, then, failed)

    def go_back(self, place: Path, name: str, opened: Opened, password: str = "") -> None:
        """Keep how things are, then make them what they were, and open that. A new `password` where the old is lost."""
        data, seen, now, others = self._data(), self._seen(opened.key), self._now(), self._others(place)
        knows = self._records.is_open and not self._records.forgets
        known = self._records.vault.earlier_ids if knows else None

        def work() -> tuple[str, bytes]:
            said = going_back.mend_or_go_back(
                data.vault, data.backups, place, name, opened.key, seen, now, password, others, known
            )
            return said, opened.key

        was_empty = not has_records(data.vault)
        self._rework(
            _("Going back to the backup."), work, opened=self._leave_other_computer if was_empty else None
        )

    def _others(self, place: Path) -> tuple[Path, ...]:
        """Other places within reach: a paper that is damaged in one may be whole in another."""
        return tuple(each for each in (self.here, self.second()) if each is not None and each != place)

    def _leave_other_computer(self) -> None:
        """The records come from another computer: a second place that is not here was that computer's."""
        facts = self._records.read(second_backup_place.second_place)
        if facts is not None and not Path(facts.path).is_dir():
            self._records.change(second_backup_place.stop, ends_undo=False)
