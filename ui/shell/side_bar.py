"""The side bar: always the same doors in the same order."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.place import Place
from ui.base.places_of_side_bar import Actions, Children, Documents, Help, Home, SearchPlace, Settings
from ui.look import theme
from ui.widgets.accessible import give_role
from ui.widgets.buttons import PictureDoor, SideBarButton

_BETWEEN = 8
"""Between Lock and Search."""


class _Doors(QScrollArea):
    """What scrolls here. It is a class of its own so that its role can be given to it: see `PageBody`."""


give_role(_Doors, QAccessible.Role.Client)


class SideBar(QWidget):
    """Doors to the main places, which scroll where text is big; beneath them Lock and Search, always in sight."""

    go = Signal(object)
    lock = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.doors = _Doors()
        self.doors.setFrameShape(QFrame.Shape.NoFrame)
        self.doors.setWidgetResizable(True)
        self.doors.setMinimumHeight(1)  # they scroll: what is said beneath has the height it needs first
        self.doors.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.doors.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._doors: dict[str, SideBarButton] = {}
        inside = QWidget()
        inside.setProperty("part", "doors")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 0)
        column.setSpacing(8)
        upper: list[tuple[str, str, Place]] = [
            (_("Home"), "house", Home()),
            (_("Children"), "users", Children()),
            (_("Actions"), "list-checks", Actions()),
            (_("Documents"), "folder", Documents()),
        ]
        lower: list[tuple[str, str, Place]] = [
            (_("Help"), "circle-help", Help()),
            (_("Settings"), "settings", Settings()),
        ]
        for words, icon, place in upper:
            column.addWidget(self._door(words, icon, place))
        column.addStretch(1)
        for words, icon, place in lower:
            column.addWidget(self._door(words, icon, place))
        self.lock_button = SideBarButton(_("Lock"), "lock")
        self.lock_button.setCheckable(False)
        self.lock_button.clicked.connect(self.lock)
        # A row of its own would push the last door out of sight where text is twice as big.
        self.search_button = PictureDoor(_("Search"), "search", "Ctrl+F")
        self._leads(self.search_button, SearchPlace())
        self.doors.setWidget(inside)
        at_the_end = QHBoxLayout()
        at_the_end.setContentsMargins(12, 8, 12, 8)
        at_the_end.setSpacing(_BETWEEN)
        at_the_end.addWidget(self.lock_button, 1)
        at_the_end.addWidget(self.search_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)  # the line between the bar and the page
        outer.setSpacing(0)
        outer.addWidget(self.doors, 1)
        outer.addLayout(at_the_end)
        theme.signals.changed.connect(self._fit)
        self.doors.installEventFilter(self)
        self._fit()

    def show_door(self, name: str) -> None:
        """Mark the door the page on screen belongs to."""
        for door, button in self._doors.items():
            button.setChecked(door == name)
            if door == name and button is not self.search_button:
                self.doors.ensureWidgetVisible(button)

    def show_lock(self, hides: bool) -> None:
        """Say "Hide" where there is nothing to lock: in a sitting that is in memory only."""
        words = _("Hide") if hides else _("Lock")
        if self.lock_button.words() != words:
            self.lock_button.setText(words)
            self.lock_button.setAccessibleName(words)
            self._fit()

    def focus_current(self, reason: Qt.FocusReason) -> None:
        for button in self._doors.values():
            if button.isChecked():
                button.setFocus(reason)
                return
        next(iter(self._doors.values())).setFocus(reason)

    def hasHeightForWidth(self) -> bool:
        """Its doors scroll: what is said beneath it is never cut for them."""
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _door(self, words: str, icon: str, place: Place) -> SideBarButton:
        button = SideBarButton(words, icon)
        self._leads(button, place)
        return button

    def _leads(self, button: SideBarButton, place: Place) -> None:
        button.clicked.connect(lambda: self.go.emit(place))
        self._doors[place.side_bar] = button

    def _fit(self) -> None:
        inside = self.doors.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        edges = inside.contentsMargins() + layout.contentsMargins()
        doors = [button.sizeHint().width() for button in inside.findChildren(SideBarButton)]
        at_the_end = self.lock_button.sizeHint().width() + _BETWEEN + self.search_button.sizeHint().width()
        words = max(*doors, at_the_end)
        width = max(theme.px(172), words + edges.left() + edges.right())
        scrolls = inside.heightForWidth(width) > self.doors.height()
        # Decided here: a scroll bar that comes by itself makes the doors narrower, and so higher, and stays.
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.doors.setVerticalScrollBarPolicy(policy)
        # One pixel more is the line between the bar and the page.
        beside = 1 + (self.doors.verticalScrollBar().sizeHint().width() if scrolls else 0)
        self.setFixedWidth(width + beside)
