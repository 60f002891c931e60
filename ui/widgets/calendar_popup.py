"""The calendar that a date field can open."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from carer_app.words import _
from ui import theme

_ARROWS = {"qt_calendar_prevmonth": "arrow-left", "qt_calendar_nextmonth": "arrow-right"}


class CalendarPopup(QFrame):
    """Qt's calendar in our colours; `picked` carries the day. Esc puts it away."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("part", "calendar")
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(_("Calendar"))
        self._calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.activated.connect(self._pick)
        self._calendar.clicked.connect(self._pick)
        column = QVBoxLayout(self)
        theme.space(column, edges=(8, 8, 8, 8))
        column.addWidget(self._calendar)

    def open_at(self, button: QWidget, day: date) -> None:
        """Show the calendar under `button`, on `day`."""
        self._colour()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + theme.px(4)))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), corner.y() - self.height() - button.height() - 2 * theme.px(4)))
        self.move(corner)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _colour(self) -> None:
        """Qt paints weekends bright red and its arrows black, whatever the look."""
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        head.setForeground(theme.colour("muted"))
        head.setBackground(theme.colour("sunken"))
        self._calendar.setHeaderTextFormat(head)
        for day in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(day, plain)
        for name, icon in _ARROWS.items():
            arrow = self._calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(theme.icon(icon))
                arrow.setIconSize(QSize(theme.px(theme.ICON_SIZE), theme.px(theme.ICON_SIZE)))

    def _pick(self, chosen: QDate) -> None:
        self.hide()
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
