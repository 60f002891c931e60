"""The order of Tab, asked of Qt in the one way that does not end the run.

PySide makes each answer of `nextInFocusChain` a child of the widget before it. What Qt made for itself, such as a
scroll bar, is then held long after it is gone, and what comes to lie at its place in memory is taken for it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_MOST = 20_000


def chain_of(window: QWidget) -> tuple[list[QWidget], bool]:
    """Every widget of a window in order, and whether the last is reached. Then each is again its parent's."""
    last = (
        window.previousInFocusChain()
    )  # never asked for the one after it: that would make `window` its child
    chain: list[QWidget] = []
    widget = window
    while widget is not last and len(chain) < _MOST:
        widget = widget.nextInFocusChain()
        chain.append(widget)
    for parent in {one.parentWidget() for one in chain} - {None}:
        parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return chain, widget is last


def tab_stops(start: QWidget) -> list[QWidget]:
    """What Tab reaches after this one, in order."""
    wanted = Qt.FocusPolicy.TabFocus
    chain, _whole = chain_of(start.window())
    at = chain.index(start) + 1 if start in chain else 0
    order = [*chain[at:], *chain[: max(at - 1, 0)]]
    return [one for one in order if one.focusPolicy() & wanted and one.isVisible()]
