"""Slow work elsewhere, the result back here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Background(QObject):
    """Runs work on other threads and hands each result back on the main thread.

    One long-lived object owns the one signal: a runnable that owned its own would lose results.
    """

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._number = 0
        self._ended = False
        self._finished.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call `work` on another thread; later `then(result)` or `failed(error)` on this one."""
        if self._ended:
            return
        self._number += 1
        self._waiting[self._number] = (then, failed)
        self._pool.start(_Job(self._number, work, self._finished))

    def forget(self) -> None:
        """Whatever is still running may finish; nobody is told. Used when the records are locked."""
        self._waiting.clear()

    def finish(self) -> None:
        """Wait for every thread. What is to be done with the results is done later."""
        self._pool.waitForDone()

    def end(self) -> None:
        """The application ends: wait for every thread, and let no result begin another.

        One that came home after this object was gone could bring the program down.
        """
        self._ended = True
        self.forget()
        self.finish()

    @Slot(int, object, object)
    def _deliver(self, number: int, result: Any, error: Any) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is None:
            return
        then, failed = waiting
        if error is None:
            then(result)
        else:
            failed(error)


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], finished: Any) -> None:
        super().__init__()
        self._number = number
        self._work: Callable[[], Any] | None = work
        self._finished = finished

    def run(self) -> None:
        work, self._work = self._work, None
        assert work is not None
        try:
            result, error = work(), None
        except Exception as problem:  # noqa: BLE001 - handed to `failed`, which decides
            result, error = None, problem
        del work
        self._finished.emit(self._number, result, error)
