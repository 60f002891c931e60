"""The door, in parts: a page takes the one that it uses, such as `self.house.door.changing_ways_in`."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from carer_app.computer.paths import DataDir
from carer_app.jobs.reading_in import read_in
from ui.base.place import Place
from ui.base.records import Records
from ui.door.keeping import Keeping

if TYPE_CHECKING:
    from datetime import datetime

    from ui.door.back_to_a_backup import BackToABackup
    from ui.door.changing_key_file import ChangingKeyFile
    from ui.door.changing_ways_in import ChangingWaysIn
    from ui.door.in_memory import InMemory
    from ui.door.new_records import NewRecords
    from ui.door.newest_copy import NewestCopy
    from ui.door.opening import Opening
    from ui.door.reworking import Reworking
    from ui.door.this_key_store import ThisKeyStore
    from ui.door.when_to_back_up import WhenToBackUp
    from ui.door.without_password import WithoutPassword


class Door:
    """The way in: makes or opens the records in one folder, and does what needs them closed or their keys changed.

    Each part is made when it is first used. Only `keeping` is there before the first page is painted: the others need
    what takes a second to import. A page that may be too early asks with `once_read_in`.
    """

    def __init__(
        self,
        data: DataDir,
        records: Records,
        opened: Callable[[], None],
        begin: Callable[[], None],
        put_away: Callable[[Place], None],
        now: "Callable[[], datetime]",
        strengthen: bool = False,
    ) -> None:
        """`opened` is called when records have just been opened; `begin` shows the first page; `put_away` locks and
        shows a place. `strengthen` makes passwords harder to guess where this computer can; tests with the cheapest
        passwords go without."""
        self._records = records
        self._opened = opened
        self._begin = begin
        self._put_away = put_away
        self._now = now
        self._strengthen = strengthen
        self.keeping = Keeping(data, begin)

    def once_read_in(self, do: "Callable[[Door], None]", failed: Callable[[str], None] | None = None) -> None:
        """Do this with the door as soon as its parts can be had. `failed` gets the sentence where they cannot."""
        self._records.run(import_parts, lambda _imported: do(self), failed)

    @cached_property
    def opening(self) -> "Opening":
        from ui.door.opening import Opening

        return Opening(
            self.keeping,
            self._records,
            self.newest_copy,
            self._opened,
            self._on_ways_in_changed,
            self._now,
            self._strengthen,
        )

    @cached_property
    def newest_copy(self) -> "NewestCopy":
        from ui.door.newest_copy import NewestCopy

        return NewestCopy(self._data, self._records)

    @cached_property
    def new_records(self) -> "NewRecords":
        from ui.door.new_records import NewRecords

        return NewRecords(self.keeping, self._records, self.opening)

    @cached_property
    def in_memory(self) -> "InMemory":
        from ui.door.in_memory import InMemory

        return InMemory(self.keeping, self._records, self._opened, self._begin)

    @cached_property
    def without_password(self) -> "WithoutPassword":
        from ui.door.without_password import WithoutPassword

        return WithoutPassword(self.keeping, self._records, self.opening, self._on_ways_in_changed, self._now)

    @cached_property
    def changing_ways_in(self) -> "ChangingWaysIn":
        from ui.door.changing_ways_in import ChangingWaysIn

        return ChangingWaysIn(self.keeping, self._records, self._key_file, self.reworking, self._now)

    @cached_property
    def key_store(self) -> "ThisKeyStore":
        from ui.door.this_key_store import ThisKeyStore

        return ThisKeyStore(self._records, self._key_file)

    @cached_property
    def reworking(self) -> "Reworking":
        from ui.door.reworking import Reworking

        return Reworking(self._records, self.opening, self._put_away, self._begin)

    @cached_property
    def backing_up(self) -> "WhenToBackUp":
        from ui.door.when_to_back_up import WhenToBackUp

        made = WhenToBackUp(self._data, self._records, self._now)
        made.went_wrong.connect(self._records.problem)
        return made

    @cached_property
    def going_back(self) -> "BackToABackup":
        from ui.door.back_to_a_backup import BackToABackup

        seen = self.newest_copy.most_seen
        return BackToABackup(self._data, self._records, self._now, self.reworking.rework, seen)

    @cached_property
    def _key_file(self) -> "ChangingKeyFile":
        from ui.door.changing_key_file import ChangingKeyFile

        return ChangingKeyFile(self._records, self._on_ways_in_changed)

    def _data(self) -> DataDir:
        return self.keeping.data

    def _on_ways_in_changed(self) -> None:
        self.backing_up.ways_in_changed()


def import_parts() -> None:
    """What gets in. Slow: elsewhere, with nothing beside it."""
    read_in()
    import ui.door.in_memory
    import ui.door.new_records
    import ui.door.opening
    import ui.door.when_to_back_up  # noqa: F401
