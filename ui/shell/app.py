"""Puts the application together: look, records, background, window.

The first page comes on screen before anything that it does not need is imported or made: see `Companion.settle_in`.
"""

import logging
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from carer_app.computer import preferences
from carer_app.computer.paths import DataDir, data_dir, has_records
from carer_app.computer.preferences import Preferences
from carer_app.words import _
from ui.base.background import Background
from ui.base.house import House
from ui.base.place import Place
from ui.base.places_of_side_bar import Home, WayBackSheetPlace
from ui.base.places_outside import (
    Hidden,
    OlderCopyHere,
    OnlyToRead,
    OpenOnAnother,
    StickMissing,
    Unlock,
    Welcome,
)
from ui.base.records import Records
from ui.door.door import Door
from ui.look import computers_colours, theme
from ui.shell import one_window
from ui.shell.heavy_imports import import_heavy_things
from ui.shell.window import Window
from ui.shell.window_place import put_on_screen, with_place_of
from ui.widgets.announce import forget_what_was_said

if TYPE_CHECKING:
    from datetime import date, datetime

    from ui.shell.auto_lock import AutoLock
    from ui.shell.place_on_page import LeftAt
    from ui.shell.records_there import RecordsThere
    from ui.shell.words_of_papers import WordsOfPapers

__all__ = ["Companion", "data_dir", "make_application", "run"]

_log = logging.getLogger(__name__)

WIPE_AFTER_MS = 500
"""The page that says locked comes first."""
ROOM_LOCKS_AFTER = 15
"""Minutes: the longest that the child's part waits, whatever the carer chose for their own."""


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication, with its name set."""
    application = QApplication([*arguments, "-style", theme.STYLE])
    application.setProperty("style", theme.STYLE)
    application.setApplicationName("PEP Companion")
    application.setApplicationDisplayName("PEP Companion")
    return application


class Companion(QObject):
    """The running application: one window over one data folder.

    `kept` carries that folder when records that are kept were opened; in a sitting that forgets it never comes.
    """

    kept = Signal(object)

    def __init__(
        self,
        data: DataDir,
        today: "Callable[[], date]",
        now: "Callable[[], datetime] | None" = None,
        strengthen: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        wipes_memory: bool = False,
    ) -> None:
        """`now` is local time with its offset. `strengthen`: see `Door`. The clocks are for the lock by itself.

        `wipes_memory`: what was let go of in memory is written over after locking. Tests that are not about it go
        without.
        """
        super().__init__()
        self._clocks = (monotonic, wall)
        self._auto_lock: AutoLock | None = None
        self._there: RecordsThere | None = None
        self._words_of_papers: WordsOfPapers | None = None
        self._place_on_page: LeftAt | None = None
        self._preferences = preferences.read_preferences(data.preferences)
        self._is_for_child = False
        theme.apply(_application(), self._wanted_look())
        self._came_from: Place | None = None
        self.background = Background(self)
        self.background.one_by_one()
        self.records = Records(self.background, self)
        self.door = Door(
            data, self.records, self._on_opened, self._begin, self._put_away, now or _now, strengthen
        )
        house = House(self.records, today, lambda: self._preferences, self._prefer, self.door)
        self.window = Window(house)
        self.window.lock_wanted.connect(self.lock)
        self.window.room_comes.connect(self._on_room_comes)
        self.window.room_changed.connect(self._on_room_changed)
        if wipes_memory:
            self.records.closed.connect(lambda: QTimer.singleShot(WIPE_AFTER_MS, self, self._wipe_memory))
        self.window.computer_looks_different.connect(self._apply_look)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._apply_look())
        hints.accessibility().contrastPreferenceChanged.connect(lambda _wanted: self._apply_look())

    def start(self) -> None:
        """Show the first page at once; import the heavy things after it is painted."""
        self._begin()
        put_on_screen(self.window, self._preferences)
        self.window.show()
        QTimer.singleShot(0, lambda: QTimer.singleShot(50, self.settle_in))

    def settle_in(self) -> None:
        """The first page is on screen: now what the next ones need."""
        from ui.shell.sweep import Sweep

        Sweep(self)
        self.window.add_commands()
        theme.load_fonts()
        self.records.read_in(import_heavy_things)
        from ui.shell.auto_lock import AutoLock
        from ui.shell.new_day import NewDay
        from ui.shell.one_window import ComesForward
        from ui.shell.records_there import RecordsThere
        from ui.shell.words_of_papers import WordsOfPapers

        self._words_of_papers = WordsOfPapers(self.records, self)
        ComesForward(self.door.keeping.data.at_home, self.window, self)
        self._there = RecordsThere(self.window, self.records, lambda: self.door.keeping.data, self)
        self._auto_lock = AutoLock(self.window, self.records, self.lock, *self._clocks, self)
        NewDay(self.window, self.window.house.today, self)
        self._watch()

    def lock(self) -> None:
        """Save, close everything about a child, and show the unlock page. Never asks.

        A sitting that is in memory only is hidden instead: there is nothing to unlock it with.
        """
        if not self.records.is_open or self.window.place == Hidden():
            return
        from ui.shell import place_on_page

        closed = self.window.in_closed_room  # whoever unlocks is not shown what a child was saying
        self._came_from = None if closed else self.window.place
        self._place_on_page = None if closed else place_on_page.of(self.window.page)
        if not self.records.forgets:
            self._put_away(Unlock())
            return
        self._close_pages()
        self.window.start_at(Hidden())

    def _wipe_memory(self) -> None:
        """Not while somebody has the records open again already."""
        if not self.records.is_open:
            from carer_app.storage.free_memory import write_over_free_memory

            write_over_free_memory()

    def _put_away(self, place: Place) -> None:
        """Save, destroy everything that shows the records, close them, and show a place that says nothing."""
        self._close_pages()
        self.door.backing_up.end()
        self.records.close()
        self.window.start_at(place)

    def _close_pages(self) -> None:
        from ui.base import dialogs
        from ui.parts.spelling_marks import spelling

        if self._auto_lock is not None:
            self._auto_lock.rest()
        if self._there is not None:
            self._there.rest()
        self.window.save_now()
        dialogs.close_all()
        self.window.let_go_of_pages()
        forget_what_was_said(self.window)
        spelling.forget()

    def close(self) -> None:
        """The window was closed: lock, or forget a sitting, and let the threads finish."""
        with suppress(OSError):
            self._keep_place_of_window()
        self.lock()
        self.records.close()
        self.background.end()

    def _keep_place_of_window(self) -> None:
        """Beside records that are kept, and only there: for print and forget no folder is made."""
        if self.records.forgets or self.door.keeping.data.is_missing or not self.door.keeping.exists():
            return
        now = with_place_of(self.window, self._preferences)
        if now != self._preferences:
            self._preferences = now
            preferences.write_preferences(self.door.keeping.data.preferences, now)

    def _begin(self) -> None:
        """The first page, for what is in the data folder."""
        self.window.let_go_of_pages()
        if self.door.keeping.data.is_missing:
            self.window.start_at(StickMissing())
            return
        if (
            self.door.keeping.data.is_on_stick
        ):  # the look is on it too, and it may only now have been plugged in
            self._preferences = preferences.read_preferences(self.door.keeping.data.preferences)
            self._apply_look()
        self.window.start_at(Unlock() if self.door.keeping.exists() else Welcome())

    def _on_opened(self) -> None:
        at = self._came_from
        came_from, self._came_from = self.door.reworking.afterwards or self._came_from, None
        was_at, self._place_on_page = self._place_on_page, None
        self.door.reworking.afterwards = None
        self._preferences = replace(self._preferences, only_password=False)
        self.window.let_go_of_pages()
        if self.records.vault.is_write_protected:
            came_from = OnlyToRead()
        elif self.records.vault.is_read_only:
            came_from = OpenOnAnother()
        elif self.door.newest_copy.older_copy() is not None:
            came_from = OlderCopyHere()
        elif self.door.opening.just_made:
            came_from = WayBackSheetPlace()
        self.window.start_at(came_from or Home())
        if was_at is not None and self.window.page is not None and self.window.place == at:
            was_at.go_back(self.window.page)
        self.door.backing_up.begin()
        found = [self.door.newest_copy.doubt]
        if not self.records.vault.is_read_only:
            from ui.door.found_at_opening import say_what_was_found

            found.append(say_what_was_found(self.records.vault, self.window.house.today()))
        self.door.opening.found = " ".join(filter(None, found))
        if self.door.opening.found:
            self.records.news.emit(self.door.opening.found)
        if not self.records.forgets:
            preferences.write_preferences(self.door.keeping.data.preferences, self._preferences)
            self.kept.emit(self.door.keeping.data)
        self._watch()

    def _watch(self) -> None:
        """Lock when nobody has done anything for as long as the carer chose; mark spelling where they want it."""
        if self._words_of_papers is not None:
            self._words_of_papers.look_soon()
        from ui.parts.spelling_marks import spelling

        spelling.is_on = self._preferences.spelling
        if self._auto_lock is not None:
            minutes = self._preferences.lock_after
            if self.window.in_closed_room:
                minutes = min(minutes or ROOM_LOCKS_AFTER, ROOM_LOCKS_AFTER)
            self._auto_lock.watch(minutes)
        if self._there is not None:
            self._there.watch()

    def _prefer(self, wanted: Preferences) -> None:
        self._preferences = wanted
        self._apply_look()
        if not self.records.forgets and not self.door.keeping.data.is_missing:
            preferences.write_preferences(self.door.keeping.data.preferences, wanted)
        self._watch()

    def _apply_look(self) -> None:
        wanted = self._wanted_look()
        if wanted != theme.worn():
            self.window.let_go_of_unseen_pages()
            theme.apply(_application(), wanted)
        if self._is_for_child:
            self._apply_to_room(wanted)

    def _apply_to_room(self, carers: theme.Look) -> None:
        """Only the child's part gets its own text size. Nothing else is on screen meanwhile."""
        wanted = replace(
            carers, scale=theme.CHILD_SCALE * self._preferences.in_the_room(theme.CHILD_SCALE) // 100
        )
        if wanted != theme.current():
            theme.take(wanted)
            if self.window.in_closed_room and self.window.page is not None:
                theme.dress(self.window.page)

    def _wanted_look(self) -> theme.Look:
        colours = next((name for name in theme.COLOURS if name == self._preferences.colours), None)
        if colours is None:
            colours = computers_colours.colours_of_the_computer()
        theirs = None
        if colours == "contrast" and computers_colours.wants_high_contrast():
            palette = computers_colours.palette_of_the_computer(_application())
            theirs = computers_colours.tokens_of(palette)
        return theme.Look(colours, self._preferences.text_size, theirs)

    def _on_room_comes(self, is_for_child: bool) -> None:
        """A child is about to be given the window, or the carer: what comes is made in the right size at once."""
        self._is_for_child = is_for_child
        if is_for_child:
            self._apply_to_room(self._wanted_look())
        else:
            theme.apply(_application(), self._wanted_look())

    def _on_room_changed(self) -> None:
        """A child has the window, or the carer has it back: bigger in the room, and never without a lock.

        From then on only the password opens, or the way-back-in sheet, also after a new start: the key store would need
        no more than a press, and lead to the carer's pages.
        """
        if self._is_for_child:
            self._prefer(replace(self._preferences, only_password=True))
        self._watch()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def today() -> "date":
    """The computer's own date: here and just below are the only places that ask for it."""
    from datetime import date

    return date.today()


def _now() -> "datetime":
    from datetime import datetime

    return datetime.now().astimezone()


def run(data: DataDir, started: Callable[[Companion], None] | None = None) -> int:
    """Start the application on this data folder; returns when the window is closed.

    `started` is for whoever measures the start: it is called just before the first page is painted.
    """
    if not one_window.is_first(data.at_home):
        print(_("PEP Companion is already open. Its window has been brought to the front."))
        return 0
    application = make_application(sys.argv)
    log = _Log(data)
    sys.excepthook = log.on_surprise
    theme.load_fonts(theme.FIRST_FONTS)
    companion = Companion(data, today, strengthen=True, wipes_memory=True)
    companion.kept.connect(log.open_in)
    application.aboutToQuit.connect(companion.close)
    companion.start()
    QTimer.singleShot(50, log.open)
    if started is not None:
        started(companion)
    return application.exec()


class _Log:
    """The log file, beside records that are kept: opened once the first page is on screen, or at the first trouble.

    While nothing is kept there is no log: no folder is made for it.
    """

    def __init__(self, data: DataDir) -> None:
        self._data = data
        self._open = False

    def open(self) -> None:
        """Log to the data folder where it can be written to."""
        if self._open or not self._is_beside_records():
            return
        from carer_app.computer import logs

        self._open = True
        try:
            self._data.make()
            logs.start_logging(self._data.logs)
        except OSError:
            pass  # a read-only folder gets its sentence when the records are opened

    def open_in(self, data: DataDir) -> None:
        """Records in this folder were opened: log beside them from now on."""
        if data != self._data:
            self._data, self._open = data, False
        self.open()

    def _is_beside_records(self) -> bool:
        try:
            return has_records(self._data.vault)
        except OSError:
            return False

    def on_surprise(
        self, kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
    ) -> None:
        """Trouble that nobody expected: only ever "where", never "what"."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        from carer_app.computer import logs

        self.open()
        _log.error("Something was not expected", exc_info=error)
        sys.stderr.write(logs.say_where(error) + "\n")
