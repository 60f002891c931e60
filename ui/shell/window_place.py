"""Where the window stands: whole on the screen at the first start, and later as it was left."""

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from carer_app.computer.preferences import Preferences

_FRAME = (8, 40)
"""Room for the frame that the computer draws around it, before anybody knows how big that is."""


def put_on_screen(window: QMainWindow, preferences: Preferences) -> None:
    """Where it was, if a screen still holds it there; else its usual size, or as much of it as the screen has."""
    box = QRect(*preferences.window) if preferences.window is not None else None
    screens = rooms_of_screens()
    if box is not None and any(room.contains(box) for room in screens):
        window.resize(box.size())
        window.move(box.topLeft())
    else:
        room = screens[0]
        width = min(window.width(), room.width() - 2 * _FRAME[0])
        height = min(window.height(), room.height() - _FRAME[1] - _FRAME[0])
        window.resize(width, height)
        window.move(room.left() + (room.width() - width) // 2, room.top() + _FRAME[0])
    if preferences.maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def rooms_of_screens() -> list[QRect]:
    """What each screen has room for, without the bars of the computer; the main one first."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]


def with_place_of(window: QMainWindow, preferences: Preferences) -> Preferences:
    """The preferences, with where the window is now; of a maximised one, where it would be otherwise."""
    fills = window.isMaximized()
    box = window.normalGeometry() if fills or window.isMinimized() else QRect(window.pos(), window.size())
    if not box.isValid():
        return preferences
    place = (box.left(), box.top(), box.width(), box.height())
    return replace(preferences, window=place, maximised=fills)
