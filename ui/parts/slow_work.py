"""Work that may take long: after a second it is said that it goes on, with a way to stop it. The page can be used."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.records import Records
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

AFTER_MS = 1000
Result = TypeVar("Result")


class SlowWork(QWidget):
    """Hidden until a second has gone by. What comes home after it was stopped, or after newer work, is let go."""

    stopped = Signal()

    def __init__(self, records: Records) -> None:
        super().__init__()
        self._records = records
        self._number = 0
        self._words = ""
        self._end_job: Callable[[], None] = lambda: None
        self.sentence = PlainLabel("", kind="strong")
        self.stop_it = Button(_("Stop"), icon="x")
        self.stop_it.clicked.connect(self._on_stop)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.sentence)
        column.addWidget(WrapRow(self.stop_it))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._say)
        self.hide()

    @property
    def is_on(self) -> bool:
        """Whether somebody waits for a result."""
        return bool(self._words)

    def run(
        self,
        words: str,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        stop: Callable[[], None] = lambda: None,
    ) -> None:
        """Do `job` elsewhere, then `then`. `words` say what goes on, once that takes a second.

        `stop` ends it where it goes on: once nobody waits for it.
        """
        self._end_job()
        self._number += 1
        self._end_job = stop
        self._words = words
        self.sentence.setText(words)
        if self.isHidden():
            self._soon.start()
        number = self._number
        self._records.run(job, partial(self._come_home, number, then), partial(self._went_wrong, number))

    def let_go(self) -> None:
        """Nobody waits for it any more."""
        self._end_job()
        self._number += 1
        self._end()

    def _say(self) -> None:
        self.show()
        announce(self, self._words)

    def _on_stop(self) -> None:
        self.let_go()
        self.stopped.emit()

    def _come_home(self, number: int, then: Callable[[Result], None], result: Result) -> None:
        if number == self._number:
            self._end()
            then(result)

    def _went_wrong(self, number: int, sentence: str) -> None:
        if number == self._number:
            self._end()
            self._records.problem.emit(sentence)

    def _end(self) -> None:
        self._soon.stop()
        self._end_job = lambda: None
        self._words = ""
        self.hide()
