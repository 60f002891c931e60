"""The parts of the window that F6 goes round: side bar, what bars there are, and the page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.tab_order import in_reading_order


def next_area(areas: Sequence[QWidget]) -> QWidget | None:
    """The area after the one that has the keyboard and in which something can have it; the last one where none has."""
    here = next((place for place, each in enumerate(areas) if _has_keyboard(each)), len(areas) - 1)
    round_about = [*areas[here + 1 :], *areas[:here]]
    return next((each for each in round_about if first_control(each) is not None), None)


def first_control(area: QWidget) -> QWidget | None:
    """What Tab comes to first in there."""
    return next(
        (
            each
            for each in in_reading_order(area)
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ),
        None,
    )


def _has_keyboard(area: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (area is focused or area.isAncestorOf(focused))
