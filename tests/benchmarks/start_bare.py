"""The floor: a bare PySide6 window with one line of text, until it is painted."""

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel


class WhenPainted(QObject):
    """Says so and ends the program once the first frame with content is on screen."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print("painted", flush=True)
        QApplication.exit()


def main() -> int:
    application = QApplication(sys.argv)
    window = QLabel("A bare window")
    window.resize(1180, 820)
    watcher = WhenPainted()
    window.installEventFilter(watcher)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
