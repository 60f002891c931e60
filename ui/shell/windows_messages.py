"""What Windows tells a window: the screen was locked, the computer is about to sleep."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication

POWER, ABOUT_TO_SLEEP = 0x0218, 0x0004
SESSION, SESSION_LOCKED = 0x02B1, 0x0007
_THIS_SESSION = 0


class WindowsMessages(QAbstractNativeEventFilter):
    """Calls `left` when the person or the computer goes away."""

    def __init__(self, window_id: int, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left
        application = QCoreApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window_id), _THIS_SESSION)

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:
        if bytes(kind) == b"windows_generic_MSG":
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) in ((POWER, ABOUT_TO_SLEEP), (SESSION, SESSION_LOCKED)):
                self._left()
        return False, 0
