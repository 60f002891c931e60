"""What is dropped on a page or pasted into it: files of this computer, or a picture."""

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

MOST_PIXELS = 60_000_000


class Drops(QObject):
    """Listens on one widget and all within it, as long as `is_open`. A box that is typed in pastes its own words."""

    files = Signal(list)
    picture = Signal(bytes)

    def __init__(self, on: QWidget) -> None:
        super().__init__(on)
        self.is_open = False
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def paste(self) -> bool:
        """Take what was copied elsewhere; whether there was anything to take."""
        return self._take(QGuiApplication.clipboard().mimeData())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not self.is_open:
            return False
        if isinstance(event, QDropEvent):  # entering and moving are of its kind
            if not _is_any(event.mimeData()):
                return False
            # Always a copy: after a move, the program it came from would take the carer's own file away.
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if event.type() == QEvent.Type.Drop:
                self._take(event.mimeData())
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self.paste()
        return False

    def _take(self, what: QMimeData | None) -> bool:
        if what is None:
            return False
        if files := _files(what):
            self.files.emit(files)
            return True
        if what.hasImage() and (data := _as_png(QImage(what.imageData()))):
            self.picture.emit(data)
            return True
        return False


def _is_any(what: QMimeData) -> bool:
    return bool(_files(what)) or what.hasImage()


def _files(what: QMimeData) -> list[str]:
    """Only what lies on this computer: an address elsewhere is not fetched."""
    return [url.toLocalFile() for url in what.urls() if url.isLocalFile()]


def _as_png(image: QImage) -> bytes:
    if image.isNull() or image.width() * image.height() > MOST_PIXELS:
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # into memory, never into a file
    return bytes(buffer.data().data())
