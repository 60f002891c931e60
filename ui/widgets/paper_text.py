"""The words of all pages of a paper, to read and to choose from; nothing in it can be changed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from carer_app.words import _
from ui.look import theme
from ui.widgets.folded_text import FoldedText

_WIDTH = 720


class PaperText(QPlainTextEdit):
    """One Tab stop. `copied` carries words that somebody wants to paste elsewhere: whoever hears it does that."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._starts: list[int] = []
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setAccessibleName(_("Words on the pages"))
        self.setMinimumHeight(1)
        self._space()

    def write(self, texts: Sequence[str | None]) -> None:
        """The words of each page, under its number; nothing where they are not known yet (None)."""
        none = _("There are no words on this page that the computer can read.")
        self._starts, written = [], ""
        for number, text in enumerate(texts, start=1):
            self._starts.append(len(written))
            written += _("Page {number} of {count}").format(number=number, count=len(texts)) + "\n\n"
            written += ("" if text is None else text or none) + "\n\n\n"
        self.setPlainText(written.rstrip("\n"))

    def go_to(self, number: int) -> None:
        """The cursor goes before a page, and its first line comes to the top."""
        if 1 <= number <= len(self._starts):
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.setTextCursor(cursor)  # from below
            cursor.setPosition(_utf16(self.toPlainText()[: self._starts[number - 1]]))
            self.setTextCursor(cursor)

    def page(self) -> int:
        """The page that the cursor is on, from 1."""
        text, at = self.toPlainText(), self.textCursor().position()
        return max(1, sum(1 for start in self._starts if _utf16(text[:start]) <= at))

    def find_all(self, typed: str) -> list[tuple[int, int]]:
        """Each place where it stands, from the first letter to behind the last."""
        return FoldedText(self.toPlainText()).find(typed)

    def mark(self, hits: Sequence[tuple[int, int]], now: int) -> None:
        """Mark these places, and go to one of them; none where `now` is below 0."""
        marks = []
        for start, end in hits:
            one = QTextEdit.ExtraSelection()
            one.cursor = self._cursor(start, end)
            one.format.setBackground(theme.colour("focus_bg"))
            one.format.setForeground(theme.colour("focus_ink"))
            marks.append(one)
        self.setExtraSelections(marks)
        if 0 <= now < len(hits):
            self.setTextCursor(self._cursor(*hits[now]))
            self.centerCursor()

    def selected(self) -> str:
        """The words that are chosen."""
        return self.textCursor().selectedText().replace("\u2029", "\n").strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would leave a copy lying for as long as the computer runs."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.selected():
                self.copied.emit(self.selected())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(_utf16(text[:start]))
        cursor.setPosition(_utf16(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _space(self) -> None:
        self.setMaximumWidth(theme.px(_WIDTH))
        self.document().setDocumentMargin(theme.px(16))


def _utf16(text: str) -> int:
    """Qt counts an emoji as two characters, Python as one."""
    return len(text.encode("utf-16-le")) // 2
