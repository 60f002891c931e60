"""The whole application in a process of its own: opens a household, shows its pages, locks, and waits to be looked at.

`python -m tests.faults.locked DATA_DIR`: each line that comes in is a step, each that goes out says that it is done.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.choices import Part
from carer_app.computer.paths import DataDir
from carer_app.storage import free_memory
from tests import builders
from tests.journeys.conftest import settle, wait_for
from ui.base.places import ChildRecord, Home, NotesOf, PreparePart, Unlock
from ui.shell.app import Companion, make_application


def main(data: Path) -> None:
    free_memory.keep_memory_together()
    application = make_application([])
    companion = Companion(DataDir(data), lambda: builders.TODAY, wipes_memory=True)
    companion.start()
    wait_for(lambda: companion.window.place == Unlock(), "the first page")
    wiped: list[None] = []
    write_over = free_memory.write_over_free_memory

    def watched() -> None:
        write_over()
        wiped.append(None)

    free_memory.write_over_free_memory = watched  # type: ignore[assignment]

    def opened() -> None:
        page = companion.window.page
        QTest.keyClicks(page.password, builders.PASSWORD)  # type: ignore[union-attr]
        QTest.keyClick(page.password, Qt.Key.Key_Return)  # type: ignore[union-attr]
        wait_for(lambda: companion.records.is_open, "the records to open", 60)
        for place in (ChildRecord(1), NotesOf(1), PreparePart(1, Part.GOING_WELL), Home()):
            companion.window.go(place)
            settle()
        companion.door.backing_up.back_up_now()
        wait_for(lambda: not companion.background.is_busy, "the backup", 60)

    steps = {
        "open": opened,
        "lock": companion.lock,
        "wait": lambda: wait_for(lambda: wiped, "the memory to be written over", 60),
    }
    for line in sys.stdin:
        steps[line.strip()]()
        settle()
        print(line.strip(), flush=True)
    companion.close()
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
