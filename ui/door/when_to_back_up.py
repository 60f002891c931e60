"""When to back up: by itself while there are changes, at most once an hour, in the background, never at the end.

Nobody waits for it at the end, and the key does not outlive the locking: what was saved last is backed up by the first
look after the next opening.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from carer_app.computer.paths import DataDir
from carer_app.errors import CarerAppError
from carer_app.jobs import backing_up, how_backups_stand
from carer_app.jobs.backing_up import Tended, Work
from carer_app.jobs.how_backups_stand import BackupRow, PlaceNow
from carer_app.use_cases import second_backup_place
from carer_app.use_cases.notices import BackupsNow
from carer_app.words import _
from ui.base.records import Records

if TYPE_CHECKING:
    from datetime import datetime

SECONDS_BETWEEN = 60 * 60
LOOK_EVERY_MS = 10 * 60 * 1000
FIRST_LOOK_MS = 4000
"""The first page comes first."""


class WhenToBackUp(QObject):
    """Backs up the open records. `changed` after each look; `went_wrong` carries what is worth hearing at once."""

    changed = Signal()
    went_wrong = Signal(str)

    def __init__(
        self,
        data: Callable[[], DataDir],
        records: Records,
        now: "Callable[[], datetime]",
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`now` is local time, to name backups by; `clock` counts the hour between two of them, in seconds."""
        super().__init__(parent)
        self._data = data
        self._records = records
        self._now = now
        self._clock = clock
        self._busy = False
        self._nothing_until = -1
        self._tried_at: float | None = None
        self.problem = ""
        self._second_seen: tuple[Path | None, PlaceNow | None] = (None, None)
        self._now_known: BackupsNow | None = None
        self._not_copied = self._found = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        return self._busy

    @property
    def second(self) -> PlaceNow | None:
        """How the second place stands, as it was seen last; None where it was not there, or another was chosen."""
        where, seen = self._second_seen
        return seen if seen is not None and where == self._second() else None

    @property
    def folder(self) -> Path:
        """Where the backups on this computer are."""
        return self._data().backups

    def begin(self) -> None:
        """The records were opened."""
        self._busy, self._nothing_until, self._tried_at = False, -1, None
        self.problem, self._now_known = "", None
        self._second_seen = None, None
        self._not_copied = self._found = ""
        if self._can_back_up():
            QTimer.singleShot(FIRST_LOOK_MS, self, self.look)
            self._timer.start()

    def end(self) -> None:
        """The records are being closed. What runs finishes by itself; nobody is told."""
        self._timer.stop()
        self._busy = False

    def rows(self) -> list[BackupRow]:
        """The backups on this computer, newest first."""
        return how_backups_stand.rows(self.folder, self._records.vault.key)

    def here(self) -> PlaceNow:
        """How the backups on this computer stand."""
        return how_backups_stand.how_it_stands(self.folder, self._records.vault.key)

    def now(self) -> BackupsNow | None:
        """How the backups stand, as far as it was seen; None before the first look."""
        return self._now_known

    def look(self) -> None:
        """Do what is due, elsewhere."""
        if not self._busy and self._can_back_up():
            self._tend(self._is_due())

    def back_up_now(self) -> None:
        """The carer asks for it."""
        if not self._busy and self._can_back_up():
            self._tend(True)

    def carry(self, target: Path, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Make one file to carry to another computer."""
        try:
            work = self._work(True)
        except CarerAppError as error:
            failed(str(error))
            return
        self._records.run(partial(backing_up.carry, work, target), lambda _done: then(), failed)

    def clear(self, names: set[str], then: Callable[[], None]) -> None:
        """Take these backups on this computer away."""

        def done(_nothing: None) -> None:
            then()
            self.changed.emit()

        self._records.run(partial(backing_up.clear, self.folder, names), done)

    def clear_earlier(self, names: set[str], then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Take these backups, from before everything was locked anew, away from the second place."""
        try:
            work = self._work(with_snapshot=False)
        except CarerAppError as error:
            failed(str(error))
            return

        def done(second: PlaceNow) -> None:
            self._second_seen, self._found = (work.second, second), ""
            then()
            self.changed.emit()

        self._records.run(partial(backing_up.clear_earlier, work, names), done, failed)

    def ways_in_changed(self) -> None:
        """The backups within reach open with the ways in of today."""
        if not self._can_back_up():
            return
        # The change itself is made: whatever goes wrong here is what is left, and no failure.
        try:
            places = [self.folder]
            second = self._second()
            if second is not None:
                places.append(how_backups_stand.in_second_place(second))
            vault = self._records.vault
            work = partial(backing_up.renew_key_files, places, vault.key_file_now(), vault.key)
        except CarerAppError:
            self._say_backups_are_left()
            return
        self._records.run(work, lambda _done: None, lambda _sentence: self._say_backups_are_left())

    def _say_backups_are_left(self) -> None:
        self._records.news.emit(
            _(
                "Your change is made. One thing is left: some backups may still open with what opened them before. "
                "They are changed too with the next backup."
            )
        )

    def older_put_aside(self) -> set[str]:
        """What was put aside on this computer when going back, and opens with other ways in than today's."""
        return backing_up.older_put_aside(self.folder, self._records.vault.key_file_now())

    def clear_put_aside(self, names: set[str], then: Callable[[], None]) -> None:
        """Take these away."""

        def done(_nothing: None) -> None:
            then()
            self.changed.emit()

        self._records.run(partial(backing_up.clear_put_aside, self.folder, names), done)

    def _can_back_up(self) -> bool:
        return (
            self._records.is_open and not self._records.vault.forgets and not self._records.vault.is_read_only
        )

    def _is_due(self) -> bool:
        """Changed since the newest backup; and none was tried in the last hour. What was seen outside plays no part."""
        if self._tried_at is not None and self._clock() - self._tried_at < SECONDS_BETWEEN:
            return False
        return self.has_newer_work

    @property
    def has_newer_work(self) -> bool:
        """Whether something was saved that is in no good backup on this computer yet."""
        newest = self._newest()
        return self._records.vault.saves > max(self._nothing_until, newest.saves if newest else -1)

    def _newest(self) -> BackupRow | None:
        """The newest backup of what is here. Where an older copy was put in place, those with more are not of it."""
        saves = self._records.vault.saves
        return next((row for row in self.rows() if row.is_good and row.saves <= saves), None)

    def _second(self) -> Path | None:
        facts = self._records.read(second_backup_place.second_place)
        return Path(facts.path) if facts else None

    def _work(self, with_snapshot: bool) -> Work:
        second, now = self._second(), self._now()
        return backing_up.work_for(self._records.vault, self._data(), second, with_snapshot, now)

    def _tend(self, with_snapshot: bool) -> None:
        try:
            work = self._work(with_snapshot)
        except CarerAppError as error:  # what cannot be read for a moment may be there at the next look
            self._on_failed(str(error))
            return
        self._busy = True
        if with_snapshot:
            self._tried_at = self._clock()
        self._records.run(partial(backing_up.tend, work), partial(self._on_tended, work), self._on_failed)
        self.changed.emit()

    def _on_tended(self, work: Work, done: Tended) -> None:
        self._busy = False
        self._second_seen = work.second, done.second
        if done.copied:
            self._note_second(work)
        self._hear(done.problem or done.not_copied)
        self._not_copied = "" if done.problem else done.not_copied
        if done.found and done.found != self._found:
            self.went_wrong.emit(done.found)
        self._found = done.found
        if done.needs_new:
            self.went_wrong.emit(_("A backup did not open. A new one is being made."))
            self._tend(True)
            return
        self._see_how_it_stands()
        self.changed.emit()

    def _see_how_it_stands(self) -> None:
        """For Home, which reads often: looked at once after each look here."""
        newest = self._newest()
        self._now_known = BackupsNow(
            newest.made.date() if newest else None,
            "" if self._not_copied else self.problem,
            newest is None or self._records.vault.saves > newest.saves,
            self._not_copied,
            self.second is not None,
        )

    def _note_second(self, work: Work) -> None:
        facts = self._records.read(second_backup_place.second_place)
        today = work.now.date()
        if facts is not None and facts.last_backup_on != today:
            before, newest = self._records.vault.saves, self._newest()
            self._records.change(second_backup_place.note_backup, today, ends_undo=False)
            if newest is not None and newest.saves == before:
                self._nothing_until = self._records.vault.saves  # this alone is nothing to back up

    def _on_failed(self, sentence: str) -> None:
        # How the second place stands now was not seen.
        self._busy, self._not_copied, self._second_seen = False, "", (None, None)
        self._hear(sentence)
        self._see_how_it_stands()
        self.changed.emit()

    def _hear(self, problem: str) -> None:
        """Say a new problem once, not every hour."""
        if problem and problem != self.problem:
            self.went_wrong.emit(problem)
        self.problem = problem
