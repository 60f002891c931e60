"""Whether notes may be kept, and where: what the carer answered, and the folder on this computer or on a stick."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carer_app.computer.paths import DataDir, has_records

if TYPE_CHECKING:
    from carer_app.use_cases.may_keep import KeepingAnswer


class Keeping:
    """`data` is where everything is kept, and changes where the carer keeps it on a stick.

    `keeping_answer` is in memory only, until new records are made `in_new`: it is written into them.
    """

    def __init__(self, data: DataDir, begin: Callable[[], None]) -> None:
        """`begin` shows the first page, for what is in the folder."""
        self.data = self.in_new = data
        self.keeping_answer: KeepingAnswer | None = None
        self._begin = begin

    def exists(self) -> bool:
        """Whether there are records in the folder, damaged or not."""
        return has_records(self.data.vault)

    def where(self) -> Path:
        """The folder with everything that is kept."""
        return self.data.root

    def answered(self, keeping_answer: "KeepingAnswer", stick: Path | None = None) -> None:
        """What the carer said of keeping notes. Nothing is written down yet."""
        self.keeping_answer = keeping_answer
        self.in_new = self.data if stick is None else self.data.moved_to(stick)

    def begin_again(self) -> bool:
        """Look for the stick once more. False where it is still not there."""
        if self.data.is_missing:
            return False
        self._begin()
        return True

    def begin_on_stick(self, folder: Path) -> None:
        """The records are in this folder on a stick: ask for their password. Raises OSError."""
        data = self.data.moved_to(folder)
        data.point()
        self.data = self.in_new = data
        self._begin()

    def begin_without_stick(self) -> None:
        """Start anew on this computer. What is on the stick stays there. Raises OSError."""
        self.data = self.in_new = self.data.back_here()
        self._begin()
