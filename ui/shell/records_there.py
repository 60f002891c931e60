"""Whether the open records are still where they were: a memory stick can be pulled out at any moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from carer_app.computer.paths import DataDir
from carer_app.words import _
from ui.base.records import Records
from ui.shell.window import Window
from ui.widgets.message_bar import MessageBar

LOOK_EVERY_MS = 3000
GONE = _(
    "Your records are not there any more. If they are on a memory stick, plug it in. "
    "Until then nothing new is saved. What was saved before is safe."
)
BACK_BUT_SHUT = _(
    "Your records are there again, but they have to be opened anew. Copy what you typed last, then lock and unlock."
)


class RecordsThere(QObject):
    """Says so at the top of the window, on every page, until they are back. Then what waits to be saved is saved."""

    def __init__(
        self, window: Window, records: Records, data: Callable[[], DataDir], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._records = records
        self._data = data
        self.bar: MessageBar | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        records.gone.connect(self.look)

    def watch(self) -> None:
        """Records were opened."""
        if self._records.is_open and not self._records.forgets:
            self._timer.start()

    def rest(self) -> None:
        """They are being closed."""
        self._timer.stop()
        self._put_bar_away()

    def look(self) -> None:
        """Say how it stands, where that is not as it was."""
        if not self._timer.isActive() or self._window.in_closed_room:
            return
        if not self._data().are_there:
            self._say(GONE)
        elif self.bar is not None and self.bar.text():
            if not self._records.can_save():
                self._say(BACK_BUT_SHUT)
                return
            self._put_bar_away()
            self._window.save_now()

    def _put_bar_away(self) -> None:
        self._records.gone_is_said = False
        if self.bar is not None:
            self.bar.close_message()

    def _say(self, words: str) -> None:
        self._records.gone_is_said = True
        if self.bar is None:
            self.bar = MessageBar()
            self.bar.close_button.hide()
            self._window.add_bar(self.bar)
        if self.bar.text() != words:
            self.bar.say(words, tone="problem")
