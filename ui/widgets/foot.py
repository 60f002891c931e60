"""What a form is filled in for: its button, at the end of the boxes, and in sight however far they go on."""

from PySide6.QtWidgets import QWidget

from ui.look import theme
from ui.widgets.rail import Lies, Rail, show_as

_OVER = 8


class Foot(Rail):
    """Only the buttons of a rail, and never beside the page: `Page.add_rail` puts it where it is read.

    As long as that place is below what can be seen, it lies at the bottom of the window.
    """

    may_lie_beside = False

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        for part in (self._head, self.when, self._said, self._ways):
            part.setParent(self)
            part.hide()
        self.actions(*buttons)

    def line_height(self, width: int) -> int:
        return 2 * theme.gap(_OVER) + self._doing.heightForWidth(width)

    def _arrange(self) -> None:
        theme.space(self._box, edges=(0, _OVER, 0, _OVER))
        if self._box.indexOf(self._doing) < 0:
            self._box.addWidget(self._doing)
        show_as(self, self._looks(), None)

    def _point(self, width: int) -> None:
        """There is nothing but the buttons."""

    def _looks(self) -> str:
        return "foot" if self._is_low and self.lies == Lies.LINE else ""
