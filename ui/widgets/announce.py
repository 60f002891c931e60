"""Telling people who listen to the screen what has just changed."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.accessible import give_role

HEARS_NO_ANNOUNCEMENT = sys.platform.startswith("linux")
"""Orca, up to 45, hears no announcement; every Orca reads out a notification that comes on screen. Only one of the
two is sent: newer ones hear both."""


class Voice(QWidget):
    """What was said last, for screen readers alone: a speck in the corner of its window, called what it says."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(1, 1)
        self.show()

    def say(self, text: str) -> None:
        """Be called `text`, and tell that this has come on screen."""
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectShow))

    @classmethod
    def of(cls, window: QWidget) -> "Voice | None":
        """The voice of this window, where anything was said in it."""
        return window.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, politely: it finishes its sentence first."""
    if HEARS_NO_ANNOUNCEMENT:
        window = widget.window()
        (Voice.of(window) or Voice(window)).say(text)
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


def forget_what_was_said(window: QWidget) -> None:
    """Nothing of it may be read any longer: it may have been about a child."""
    voice = Voice.of(window)
    if voice is not None:
        voice.setAccessibleName("")


give_role(Voice, QAccessible.Role.Notification)
