"""A long page that is filled a moment at a time: what the carer does meanwhile comes in between."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from time import thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.scroll_page import PageBody
from ui.widgets.tab_order import follow_reading_order

A_MOMENT = 0.04
"""So many seconds of work a page is filled, before a key or a press can come in between. After each the page is laid
out: where the computer is busy with other things, that is not done for less."""


_ROUNDS = 5
"""A part that is shown may measure itself anew, and so may what it lies in."""


class InPieces(QObject):
    """Whoever fills the page meets nobody else who does, and whoever asks for all of it never meets it half filled.

    `body`: each moment of it is laid out once. `may_go_on`: whether there is still something to fill it with. `filled`
    is called when the last piece is there. `at_one_go` goes round each moment.
    """

    def __init__(
        self,
        page: QWidget,
        body: PageBody | None = None,
        may_go_on: Callable[[], bool] = lambda: True,
        filled: Callable[[], None] = lambda: None,
        at_one_go: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        super().__init__(page)
        self._page, self._body, self._may_go_on, self._filled = page, body, may_go_on, filled
        self._at_one_go = at_one_go
        self._rest: Iterator[None] | None = None
        self._is_drawn = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._next)

    @property
    def is_filling(self) -> bool:
        """Whether something is still to come."""
        return self._rest is not None

    def begin(self, pieces: Iterator[None], *, at_once: bool) -> None:
        """Fill the page with these, now or a moment at a time; of what was being filled before nothing is left."""
        self._rest = pieces
        if at_once:
            self.finish()
        else:
            self._soon.start()

    def begin_with_what_is_seen(self, pieces: Iterator[None]) -> None:
        """Fill the page now until what is there goes on beneath the window; the rest comes once that is drawn."""
        assert self._body is not None
        rest: Iterator[None] | None = pieces
        self._rest = None
        for _piece in pieces:
            if self._body.goes_on_beneath():
                break
        else:
            rest = None
        if rest is not None and self._rest is None:
            self._rest, self._is_drawn = rest, False
            self._body.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._is_drawn = True
            watched.removeEventFilter(self)
            self._soon.start()
        return False

    def finish(self) -> None:
        """Fill what is not filled yet, now."""
        rest = self._take()
        with self._at_one_go():
            for _piece in rest or ():
                pass
        if self._body is not None and not self._is_drawn:
            self._is_drawn = True
            self._body.viewport().removeEventFilter(self)
            self._soon.start()
        if rest is not None and self._soon.isActive():
            self._soon.stop()
            self._is_filled()

    def _next(self) -> None:
        """Go on filling the page for a moment."""
        if not self._may_go_on():
            return
        if self._body is None:
            self._go_on()
            return
        seen = self._body.viewport()
        seen.setUpdatesEnabled(
            False
        )  # else what is seen is drawn squeezed once, before the page is as high as it is now
        with self._at_one_go(), self._body.laid_out_once():
            self._go_on()
        for _round in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            if self._body.is_as_high_as_it_needs():
                break
        seen.setUpdatesEnabled(True)

    def _go_on(self) -> None:
        rest, until = self._take(), thread_time() + A_MOMENT
        while rest is not None:
            try:
                next(rest)
            except StopIteration:
                self._is_filled()
                return
            if thread_time() > until:
                self._rest = self._rest or rest  # a newer one, where it was read again meanwhile
                self._soon.start()
                return

    def _is_filled(self) -> None:
        follow_reading_order(self._page)
        self._filled()

    def _take(self) -> Iterator[None] | None:
        rest, self._rest = self._rest, None
        return rest
