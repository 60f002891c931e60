"""What is sealed beside the records and was let go by an Undo is removed once that is saved."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QTimer

from carer_app.use_cases import filing
from ui.base.records import Records


def let_go_of(records: Records, names: Collection[str]) -> None:
    """Remove these sealed files a moment later: what undoes is under way, and may still not be saved.

    Those that anything names then stay.
    """
    if names:
        QTimer.singleShot(0, records, partial(_remove, records, tuple(names)))


def _remove(records: Records, names: tuple[str, ...]) -> None:
    if records.is_open and (gone := records.read(filing.named_no_more, names)):
        records.run(partial(records.papers.remove, *gone), _done)


def _done(_nothing: None) -> None:
    """They are gone."""
