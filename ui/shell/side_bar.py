"""The side bar: always the same doors in the same order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.places import Actions, Children, Documents, Help, Home, Place, SearchPlace, Settings
from ui.look import theme
from ui.widgets.buttons import SideBarButton


class SideBar(QScrollArea):
    """Doors to the main places, and Lock. Scrolls where text is big and the window small."""

    go = Signal(object)
    lock = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("part", "sidebar")
        self._doors: dict[str, SideBarButton] = {}
        inside = QWidget()
        inside.setProperty("part", "doors")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        upper: list[tuple[str, str, Place]] = [
            (_("Home"), "house", Home()),
            (_("Children"), "users", Children()),
            (_("Actions"), "list-checks", Actions()),
            (_("Documents"), "folder", Documents()),
            (_("Search"), "search", SearchPlace()),
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
        column.addWidget(self.lock_button)
        self.setWidget(inside)
        theme.signals.changed.connect(self._fit)
        self._fit()

    def show_door(self, name: str) -> None:
        """Mark the door the page on screen belongs to."""
        for door, button in self._doors.items():
            button.setChecked(door == name)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _door(self, words: str, icon: str, place: Place) -> SideBarButton:
        button = SideBarButton(words, icon)
        button.clicked.connect(lambda: self.go.emit(place))
        self._doors[place.side_bar] = button
        return button

    def _fit(self) -> None:
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is None or layout is None:
            return
        edges = inside.contentsMargins() + layout.contentsMargins()
        words = max(button.sizeHint().width() for button in inside.findChildren(SideBarButton))
        scrolls = inside.minimumSizeHint().height() > self.height()
        # One pixel more is the line between the bar and the page.
        beside = 1 + (self.verticalScrollBar().sizeHint().width() if scrolls else 0)
        self.setFixedWidth(max(theme.px(172), words + edges.left() + edges.right()) + beside)
