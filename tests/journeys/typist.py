"""Run as its own process: unlocks the records in a folder, types without leaving the field, and waits to be killed."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from carer_app.computer.paths import DataDir
from tests import builders
from ui.base.places import AddActions, AfterMeeting, CheckDates, Place, WhatSchoolSaid
from ui.shell import app

LATER = "two seconds later"
"""What is said then, by the clock of the program itself: on the slowest computer whatever was due before it is done."""


def main() -> int:
    """Arguments: the data folder, the meeting's id, and which field: text, form, date or check."""
    folder, meeting, field = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    application = app.make_application(["typist"])
    companion = app.Companion(DataDir(folder), lambda: builders.TODAY)
    companion.start()
    places: dict[str, Place] = {
        "text": WhatSchoolSaid(meeting),
        "form": AddActions(meeting),
        "date": AfterMeeting(meeting),
    }
    places["check"] = CheckDates(1, 2025)

    def type_it() -> None:
        companion.window.go(places[field])
        page = companion.window.page
        box = {
            "text": lambda: next(iter(page.texts.values())),  # type: ignore[union-attr]
            "form": lambda: page.form.what,  # type: ignore[union-attr]
            "date": lambda: page.held.line,  # type: ignore[union-attr]
            "check": lambda: page.sections[2025].stretches.first_box(0),  # type: ignore[union-attr]
        }[field]()
        box.setFocus()
        for key in "31 f" if field in ("date", "check") else "x":
            QTest.keyClick(box, key)
        QTimer.singleShot(2000, partial(print, LATER, flush=True))

    def when_open() -> None:
        if companion.records.is_open:
            type_it()
        else:
            QTimer.singleShot(20, when_open)

    companion.door.once_read_in(
        lambda door: door.opening.unlock(builders.PASSWORD, lambda sentence: print(sentence, flush=True))
    )
    when_open()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
