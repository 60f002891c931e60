"""A long page that is filled a moment at a time: what the carer does meanwhile comes in between."""

from collections.abc import Iterator
from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.tab_order import follow_reading_order

A_MOMENT = 0.015
"""So many seconds a page is filled, before a key or a press can come in between."""


class InPieces(QObject):
    """Whoever fills the page meets nobody else who does, and whoever asks for all of it never meets it half filled."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._rest: Iterator[None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)

    def begin(self, pieces: Iterator[None], *, at_once: bool) -> None:
        """Fill the page with these, now or a moment at a time; of what was being filled before nothing is left."""
        self._rest = pieces
        if at_once:
            self.finish()
        else:
            self._soon.start()

    def finish(self) -> None:
        """Fill what is not filled yet, now."""
        rest = self._take()
        for _piece in rest or ():
            pass
        if rest is not None and self._soon.isActive():
            self._soon.stop()
            follow_reading_order(self._page)

    def _next(self) -> None:
        """Go on filling the page for a moment."""
        rest, until = self._take(), monotonic() + A_MOMENT
        while rest is not None:
            try:
                next(rest)
            except StopIteration:
                follow_reading_order(self._page)
                return
            if monotonic() > until:
                self._rest = self._rest or rest  # a newer one, where it was read again meanwhile
                self._soon.start()
                return

    def _take(self) -> Iterator[None] | None:
        rest, self._rest = self._rest, None
        return rest
