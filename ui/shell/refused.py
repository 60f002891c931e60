"""The program cannot start as it was asked to: one sentence, in a box where nobody reads a terminal."""

import sys

from PySide6.QtWidgets import QMessageBox

from carer_app.words import _

REFUSED = 2
"""The exit code, as for any other mistake in the command line."""


def refuse_data_dir() -> int:
    """Say that the folder cannot be, where it will be read. Returns the exit code."""
    words = _(
        "The folder named with --data-dir is not there and cannot be made. Nothing was changed. "
        "Name another folder, or leave --data-dir out."
    )
    print(words, file=sys.stderr, flush=True)
    if not sys.stderr.isatty():
        from ui.shell.app import make_application

        application = make_application(sys.argv)
        box = QMessageBox(QMessageBox.Icon.Warning, application.applicationName(), words)
        box.exec()
    return REFUSED
