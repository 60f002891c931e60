"""The calendar that a date field can open: one month of days, each a button that says its whole date."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.text import PlainLabel

WEEKS, DAYS = 6, 7
_SIDE = 44
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_BY_DAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -DAYS,
    Qt.Key.Key_Down: DAYS,
}
_BY_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class CalendarPopup(QFrame):
    """`picked` carries the day. Arrow keys go by days, Page Up and Down by months, with Shift by years; Esc closes."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("part", "calendar")
        self.setAccessibleName(_("Calendar"))
        self._day = date(2000, 1, 1)
        self._today: date | None = None
        self.before, self.after = _Arrow("arrow-left"), _Arrow("arrow-right")
        self.year_before, self.year_after = _Arrow(), _Arrow()
        self.title = PlainLabel("", kind="strong")
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.year_before.clicked.connect(lambda: self._turn(-12))
        self.year_after.clicked.connect(lambda: self._turn(12))
        self.days = [_Day() for _place in range(WEEKS * DAYS)]
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(12, 12, 12, 12))
        for parts in (
            (self.before, self.title, self.after),
            (self._month(),),
            (self.year_before, self.year_after),
        ):
            row = QHBoxLayout()
            theme.space(row, gap=8)
            for part in parts:
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
                if part in (self.before, self.title, self.year_before):
                    row.addStretch(1)
            column.addLayout(row)

    def open_at(self, box: QWidget, day: date, today: date) -> None:
        """Show the month of `day` at `box`: beneath it, or above it where there is no room."""
        self._today = today
        self._show(day)
        self.ensurePolished()
        gap = theme.px(4)
        corner = box.mapToGlobal(QPoint(0, box.height() + gap))
        screen = box.screen().availableGeometry()
        self._fit(screen.height())
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            above = corner.y() - self.height() - box.height() - 2 * gap
            corner.setY(
                max(screen.top(), above if above >= screen.top() else screen.bottom() - self.height())
            )
        self.move(corner)
        self.show()
        self._button(self._day).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self, most: int) -> None:
        """As big as the text asks for; with big text on a low screen the days are a little less high."""
        self._make_days(theme.px(_SIDE))
        too_high = self.sizeHint().height() - most
        if too_high > 0:
            self._make_days(theme.px(_SIDE) - (too_high + WEEKS - 1) // WEEKS)
        self.resize(self.sizeHint())

    def _make_days(self, high: int) -> None:
        for button in self.days:
            button.set_height(high)
        for layout in self.findChildren(QLayout):
            layout.invalidate()
            layout.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _BY_DAYS:
            self._go(self._day + timedelta(days=_BY_DAYS[key]))
        elif key in _BY_MONTHS:
            self._go(_months_on(self._day, _BY_MONTHS[key] * (12 if shift else 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, Button):
                focused.click()
        else:
            super().keyPressEvent(event)

    def _month(self) -> QWidget:
        whole = QWidget()
        grid = QGridLayout(whole)
        theme.space(grid, gap=4, edges=(0, 0, 0, 0))
        for number in range(DAYS):
            head = PlainLabel(_ENGLISH.dayName(number + 1, QLocale.FormatType.ShortFormat), kind="hint")
            grid.addWidget(head, 0, number, Qt.AlignmentFlag.AlignCenter)
        for place, button in enumerate(self.days):
            button.clicked.connect(lambda _checked=False, button=button: self._pick(button.day))
            grid.addWidget(button, 1 + place // DAYS, place % DAYS)
        return whole

    def _turn(self, months: int) -> None:
        """Another month is shown; the keyboard stays on the arrow."""
        self._show(_months_on(self._day, months))
        announce(self, self.title.words())

    def _go(self, day: date) -> None:
        if 1990 <= day.year <= 2100:
            self._show(day)
            self._button(day).setFocus(Qt.FocusReason.TabFocusReason)
            self._button(day).be_called_now()

    def _show(self, day: date) -> None:
        self._day = day
        first = day.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        self.title.setText(_ENGLISH.toString(QDate(day.year, day.month, 1), "MMMM yyyy"))
        for place, button in enumerate(self.days):
            this = monday + timedelta(days=place)
            button.show_day(this, this.month != day.month, this == day, this == self._today)
        for arrow, months in (
            (self.before, -1),
            (self.after, 1),
            (self.year_before, -12),
            (self.year_after, 12),
        ):
            there = _months_on(first, months)
            arrow.be_called(_ENGLISH.toString(QDate(there.year, there.month, 1), "MMMM yyyy"))
            arrow.setEnabled(1990 <= there.year <= 2100)
        self.year_before.setText(str(day.year - 1))
        self.year_after.setText(str(day.year + 1))

    def _button(self, day: date) -> "_Day":
        return next(button for button in self.days if button.day == day)

    def _pick(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)


class _Renamed(Button):
    """While the keyboard is on it its name stays: a new one would be said as where one is."""

    def __init__(self, words: str, icon: str | None = None) -> None:
        self._wanted = ""
        super().__init__(words, icon=icon)

    def be_called(self, name: str) -> None:
        """Have this name, at the latest when the keyboard is elsewhere."""
        self._wanted = name
        if not self.hasFocus():
            self.setAccessibleName(name)

    def be_called_now(self) -> None:
        """Where the keyboard stays on it."""
        self.setAccessibleName(self._wanted)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self.be_called_now)  # once the keyboard is told to be elsewhere


class _Arrow(_Renamed):
    """Leads to another month."""

    def __init__(self, icon: str | None = None) -> None:
        super().__init__("", icon=icon)


class _Day(_Renamed):
    """One day. Only the one that is chosen is reached by Tab: from there the arrow keys go on."""

    _padding = 0

    def __init__(self) -> None:
        self.day = date(2000, 1, 1)
        self._is_other = self._is_chosen = self._is_today = False
        self._height = theme.px(_SIDE)
        super().__init__("0")

    def set_height(self, pixels: int) -> None:
        """Be so high."""
        self._height = pixels
        self.updateGeometry()

    def show_day(self, day: date, other_month: bool, chosen: bool, today: bool) -> None:
        """Be this day."""
        self.day = day
        self._is_other, self._is_chosen, self._is_today = other_month, chosen, today
        self.setText(str(day.day))
        name = _ENGLISH.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
        self.be_called(_("{day}, today").format(day=name) if today else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_SIDE), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, _width: int) -> int:
        return self._height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in (*_BY_DAYS, *_BY_MONTHS, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the calendar knows what to do
            return
        super().keyPressEvent(event)

    def _sides(self) -> int:
        return 0

    def _colours(self) -> tuple[str | None, str | None, str]:
        if self.ring.shown:
            return None, None, "focus_ink"
        if self._is_chosen:
            return "primary", None, "on_primary"
        if self._is_other:
            return ("tint" if self.underMouse() else None), None, "muted"
        return ("tint" if self.underMouse() else "sunken"), ("border" if self._is_today else None), "text"


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = QDate(year, month + 1, 1).daysInMonth()
    return date(year, month + 1, min(day.day, last))
