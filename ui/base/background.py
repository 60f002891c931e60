"""Slow work elsewhere, the result back here."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal, Slot

_PATIENCE_SECONDS = 60


def is_gone(call: Callable[..., Any] | None) -> bool:
    """Whether this is a method of an object of Qt that is no more: a page let go of while its work was done."""
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)


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
        self._is_read_in = threading.Event()
        self._is_read_in.set()
        self._finished.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits, or its answer was not delivered yet."""
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

    def one_by_one(self) -> None:
        """Until `read_in` is through, a job waits for the one before it.

        Two threads that import one package meet it half made: then nothing works until the program is started anew.
        """
        self._pool.setMaxThreadCount(1)

    def read_in(self, work: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Import what nearly everything needs, while no other job runs; then jobs run beside each other."""
        if self._ended:
            return

        def alone() -> None:
            try:
                work()
            finally:
                self._pool.setMaxThreadCount(QThread.idealThreadCount())
                self._is_read_in.set()

        self._is_read_in.clear()
        self.run(alone, lambda _nothing: None, failed)

    def until_read_in(self) -> None:
        """Wait, on the main thread, until `read_in` is through: before a page is imported."""
        self._is_read_in.wait(_PATIENCE_SECONDS)

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
