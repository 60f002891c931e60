"""Spelling marks in what the carer writes; never in a child's own words.

The dictionary is loaded elsewhere when the first box wants it. Marks come a moment after typing stops.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit
from shiboken6 import isValid

from carer_app.computer.spelling import Speller, load_speller
from carer_app.words import _
from ui.look import theme

if TYPE_CHECKING:
    from ui.base.records import Records
    from ui.widgets.saved_text import SavedText

PAUSE_MS = 500
"""So long after the last key the words are looked at."""


class Spelling(QObject):
    """The one dictionary of the application: off, on its way, there, or not on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.is_on = True
        self.speller: Speller | None = None
        self.is_missing = False
        self._is_asked = False
        self._waiting: list[Callable[[], None]] = []
        self.names: frozenset[str] = frozenset()
        self._names_of: Records | None = None
        self._names_are_old = True

    def want(self, records: Records, then: Callable[[], None]) -> None:
        """Call `then` once it is known whether there is a dictionary."""
        if self.speller is not None or self.is_missing:
            then()
            return
        self._waiting.append(then)
        if not self._is_asked:
            self._is_asked = True
            records.run(load_speller, self._on_loaded)

    def learn_names(self, records: Records) -> None:
        """The names of the household's children and people are no mistakes. Read again after a change."""
        from carer_app.use_cases.household import names_known

        if self._names_of is not records:
            self._names_of = records
            records.changed.connect(self._on_changed)
            self._names_are_old = True
        if self._names_are_old:
            self._names_are_old = False
            self.names = records.read(names_known)

    def _on_changed(self) -> None:
        self._names_are_old = True

    def forget(self) -> None:
        """The records lock: no word that was typed stays here."""
        self._waiting.clear()
        self.names, self._names_are_old = frozenset(), True
        if self.speller is not None:
            self.speller.forget()

    def _on_loaded(self, speller: Speller | None) -> None:
        self.speller, self.is_missing = speller, speller is None
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()


spelling = Spelling()


class SpellMarks(QObject):
    """Marks the words of one box that the dictionary does not have, and offers others in its menu."""

    def __init__(self, box: SavedText, records: Records) -> None:
        super().__init__(box)
        self._box, self._records = box, records
        self.wrong: tuple[tuple[int, int], ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.mark)
        box.textChanged.connect(self._pause.start)
        box.cursorPositionChanged.connect(self._pause.start)
        box.offer = self._offer
        spelling.learn_names(records)

    def mark(self) -> None:
        """Look at the words now. The word being typed is left alone."""
        if not spelling.is_on or spelling.is_missing:
            self._show(())
            return
        if spelling.speller is None:
            spelling.want(self._records, self._mark_later)
            return
        text, at = self._box.text(), self._box.textCursor().position()
        typing = self._box.window().focusWidget() is self._box
        self._show(
            tuple(
                (start, end)
                for start, end in spelling.speller.wrong_in(text, spelling.names)
                if not (typing and start < at <= end)
            )
        )

    def _mark_later(self) -> None:
        if isValid(self):
            self._pause.start()

    def _show(self, wrong: tuple[tuple[int, int], ...]) -> None:
        self.wrong = wrong
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme.colour("warn"))
        marks = []
        for start, end in wrong:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._box.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self._box.setExtraSelections(marks)

    # The menu

    def _offer(self, event: QContextMenuEvent) -> bool:
        """With the mouse: the word under it. With the menu key: the word of the cursor. False: the usual menu."""
        if spelling.speller is None or not spelling.is_on:
            return False
        box = self._box
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = box.textCursor() if by_key else box.cursorForPosition(event.pos())
        found = self.word_at(cursor.position())
        if found is None or spelling.speller is None:
            return False
        start, end = found
        word = box.text()[start:end]
        at = box.viewport().mapToGlobal(box.cursorRect(cursor).bottomLeft()) if by_key else event.globalPos()
        job = partial(spelling.speller.suggestions, word)
        self._records.run(job, partial(self._on_suggested, start, end, word, at))
        return True

    def word_at(self, position: int) -> tuple[int, int] | None:
        """The word at a place in the text, where it is not in the dictionary."""
        if spelling.speller is None:
            return None
        wrong = spelling.speller.wrong_in(self._box.text(), spelling.names)
        return next(((start, end) for start, end in wrong if start <= position <= end), None)

    def _on_suggested(self, start: int, end: int, word: str, at: QPoint, words: list[str]) -> None:
        if isValid(self) and self._box.isVisible() and self._box.text()[start:end] == word:
            self.menu(start, end, word, words).popup(at)

    def menu(self, start: int, end: int, word: str, words: list[str]) -> QMenu:
        """The usual menu of a text box, with words that may be meant at its top."""
        menu = self._box.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        for each in words:
            action = QAction(each, menu)
            action.triggered.connect(partial(self._put, start, end, each))
            menu.insertAction(first, action)  # type: ignore[arg-type]  # None puts it at the end
        if not words:
            none = QAction(_("No word like it is in the dictionary"), menu)
            none.setEnabled(False)
            menu.insertAction(first, none)  # type: ignore[arg-type]
        ignore = QAction(_("Leave “{word}” as it is").format(word=word), menu)
        ignore.triggered.connect(partial(self._let_be, word))
        menu.insertAction(first, ignore)  # type: ignore[arg-type]
        menu.insertSeparator(first)  # type: ignore[arg-type]
        return menu

    def _put(self, start: int, end: int, word: str, _pressed: bool = False) -> None:
        """As if it was typed: it is saved, and Ctrl+Z takes it back."""
        cursor = self._box.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)
        self.mark()

    def _let_be(self, word: str, _pressed: bool = False) -> None:
        if spelling.speller is not None:
            spelling.speller.let_be(word)
        self.mark()
