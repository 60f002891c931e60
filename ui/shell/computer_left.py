"""Notices that the computer goes to sleep or that its screen is locked, where the system says so.

Linux says it on its buses, which are files of this computer and no network. Windows sends it to the window. On
macOS nothing is heard; there `ui.shell.idle` notices afterwards that the clock went on without us.
"""

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

_SCREENS = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
_SIGNING_IN = "org.freedesktop.login1"
# Untyped: its types ask for bytes and it takes only text.
_BEGINS: Any = SLOT("on_begins(bool)")
_LOCK: Any = SLOT("on_lock()")


class ComputerLeft(QObject):
    """`left` comes when the screen is locked or the computer is about to sleep, where somebody says so."""

    left = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            from ui.shell.windows_messages import WindowsMessages

            self._messages = WindowsMessages(int(window.winId()), self.left.emit)
        elif sys.platform == "linux":
            self._listen_on_buses()

    def _listen_on_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        if _there_is_a_session_bus():
            bus = QDBusConnection.sessionBus()
            for screen in _SCREENS:
                bus.connect(screen, "", screen, "ActiveChanged", self, _BEGINS)
        bus = QDBusConnection.systemBus()
        if bus.isConnected():
            manager, session = f"{_SIGNING_IN}.Manager", f"{_SIGNING_IN}.Session"
            bus.connect(_SIGNING_IN, "", manager, "PrepareForSleep", self, _BEGINS)
            # Any session of this computer: when somebody else's screen locks, ours may lock too.
            bus.connect(_SIGNING_IN, "", session, "Lock", self, _LOCK)

    @Slot(bool)
    def on_begins(self, begins: bool) -> None:
        """True before sleeping or when the screen locks, False afterwards."""
        if begins:
            self.left.emit()

    @Slot()
    def on_lock(self) -> None:
        """The desktop was told to lock."""
        self.left.emit()


def _there_is_a_session_bus() -> bool:
    """Asking for one that is not there would start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(runtime or "", "bus").exists()
