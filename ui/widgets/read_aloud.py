"""Read aloud, when asked: a sentence at a time, the one being read is marked, any key stops it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QHideEvent

from carer_app.words import _
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.scroll_page import bring_into_view
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ENGINE: Literal["", "mock"] = ""
"""The system's own engine; tests use Qt's mock, which says nothing and takes as long."""

NO_VOICE = _(
    "No voice was found on this computer. Windows and macOS bring one: look for speech in the settings. "
    "On Linux, install speech-dispatcher and espeak-ng."
)

NO_VOICE_HERE = _("This computer has no voice. Somebody can read it out to you.")
"""What is said on a page that a child reads; how to get a voice is for the carer's pages."""

SPEEDS: dict[str, float] = {"slow": -0.4, "usual": 0.0, "fast": 0.3}
"""How fast is read: the engine's rate, from -1 to 1."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[”’\")\]]*(?=\s|$)|$)", re.DOTALL)
_speed = "usual"


def speed() -> str:
    """How fast is read now: one of SPEEDS. One for the whole program, until it is closed."""
    return _speed


def set_speed(wanted: str) -> None:
    """Read so fast from the next sentence on."""
    global _speed
    _speed = wanted


class ReadAloud(QObject):
    """Says lines one after the other. `at` comes with the number of the line that begins, `ended` after the last."""

    at = Signal(int)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice: QTextToSpeech | None = None
        self._lines: list[str] = []
        self._now = -1
        self._by_itself = False

    @property
    def is_reading(self) -> bool:
        """Whether a line is being said."""
        return self._now >= 0

    def read(self, lines: Sequence[str], by_itself: bool = False) -> None:
        """Say these lines from the first. Where there is no voice, `failed` carries a sentence that says what to do.

        What begins `by_itself` nobody asked for just now: without a voice nothing is said, and a key that stops it does
        what it always does."""
        self.stop()
        self._by_itself = by_itself
        self._lines = [line for line in lines if line.strip()]
        if not self._lines:
            return
        if self._voice is None and not self._find_voice():
            self._say_why()
            return
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._say(0)

    def stop(self) -> None:
        """Be quiet at once."""
        if not self.is_reading:
            return
        self._end()
        if self._voice is not None:
            self._voice.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any key stops it, and does nothing else where somebody had asked for it."""
        if self.is_reading and event.type() == QEvent.Type.KeyPress:
            self.stop()
            return not self._by_itself
        return super().eventFilter(watched, event)

    def _find_voice(self) -> bool:
        """A British voice before any other English one. Loaded now: nobody else needs it."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return False
        voice = QTextToSpeech(ENGINE, self) if ENGINE else QTextToSpeech(self)
        if voice.state() == QTextToSpeech.State.Error or not voice.availableLocales():
            voice.deleteLater()
            return False
        british = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        if british in voice.availableLocales():
            voice.setLocale(british)
        voice.stateChanged.connect(self._on_state)
        self._voice = voice
        return True

    def _say(self, number: int) -> None:
        assert self._voice is not None
        self._voice.setRate(SPEEDS[_speed])
        self._now = number
        self.at.emit(number)
        self._voice.say(self._lines[number])

    def _on_state(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        assert self._voice is not None
        state = self._voice.state()
        if not self.is_reading:
            return
        if state == QTextToSpeech.State.Error:
            self._end()
            self._say_why()
        elif state == QTextToSpeech.State.Ready:
            if self._now + 1 < len(self._lines):
                self._say(self._now + 1)
            else:
                self._end()

    def _say_why(self) -> None:
        if not self._by_itself:
            self.failed.emit(NO_VOICE)

    def _end(self) -> None:
        self._now = -1
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.ended.emit()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a label, and where in it it begins."""

    label: PlainLabel
    start: int
    words: str


def _sentences_of(label: PlainLabel) -> list[Sentence]:
    """Up to a full stop, question or exclamation mark before a space; what has none is one sentence."""
    return [
        Sentence(label, found.start(), found.group().rstrip()) for found in _SENTENCE.finditer(label.words())
    ]


class ReadButton(Button):
    """Reads the labels that `labels` gives, and marks the one being read. Pressed again it stops."""

    def __init__(
        self,
        words: str,
        labels: Callable[[], Sequence[PlainLabel]],
        say: Callable[[str], None],
        about: str = "",
        no_voice: str = NO_VOICE,
    ) -> None:
        """`say` shows `no_voice` where none was found. `about` is for screen readers, where there are several."""
        self._about = about
        super().__init__(words)
        self._show(words)
        self._words_to_read, self._labels = words, labels
        self._marked: PlainLabel | None = None
        self.reading: list[Sentence] = []
        self.aloud = ReadAloud(self)
        self.aloud.at.connect(self._on_at)
        self.aloud.ended.connect(self._on_ended)
        self.aloud.failed.connect(lambda _why: say(no_voice))
        self.clicked.connect(self._on_press)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the lock: be quiet."""
        super().hideEvent(event)
        self.aloud.stop()

    def _on_press(self) -> None:
        if self.aloud.is_reading:
            self.aloud.stop()
        else:
            self._begin()

    def begin_by_itself(self) -> None:
        """Without having been pressed."""
        self._begin(by_itself=True)

    def _begin(self, by_itself: bool = False) -> None:
        self.reading = [each for label in self._labels() for each in _sentences_of(label)]
        self._show(_("Stop reading"))
        self.aloud.read([each.words for each in self.reading], by_itself)
        if not self.aloud.is_reading:
            self._show(self._words_to_read)

    def _on_at(self, number: int) -> None:
        self._unmark()
        sentence = self.reading[number]
        self._marked = sentence.label
        self._marked.mark(sentence.start, len(sentence.words))
        if self._marked.isVisible():
            bring_into_view(self._marked)

    def _on_ended(self) -> None:
        self._unmark()
        self._show(self._words_to_read)

    def _unmark(self) -> None:
        if self._marked is not None:
            self._marked.mark(0, 0)
        self._marked = None

    def _show(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(f"{words}: {self._about}" if self._about else words)


class SpeedButton(Button):
    """How fast is read aloud: each press goes to the next of the three speeds."""

    def __init__(self) -> None:
        super().__init__("")
        self.clicked.connect(self._on_press)
        self._show_speed()

    def _on_press(self) -> None:
        speeds = list(SPEEDS)
        set_speed(speeds[(speeds.index(speed()) + 1) % len(speeds)])
        self._show_speed()
        announce(self, self.words())

    def _show_speed(self) -> None:
        words = {"slow": _("Voice: slow"), "usual": _("Voice: usual"), "fast": _("Voice: fast")}[speed()]
        self.setText(words)
        self.setAccessibleName(words)
