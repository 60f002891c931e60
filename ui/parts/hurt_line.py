"""The one line that keeps harm from being written down where nobody sees it."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Help
from ui.look import theme
from ui.parts.own_numbers import ring_now
from ui.widgets.buttons import Link
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class HurtLine(QWidget):
    """Says what these pages are not for and whom to ring, and leads to Help."""

    def __init__(self, page: Page, child: str) -> None:
        super().__init__()
        self._page = page
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        self.words = PlainLabel("")
        column.addWidget(self.words)
        self.link = Link(_("What to do"))
        self.link.setAccessibleName(
            _("What to do if {child} tells you something that worries you").format(child=child)
        )
        self.link.clicked.connect(page.go_to(Help()))
        column.addWidget(WrapRow(self.link))

    def showEvent(self, event: QShowEvent) -> None:
        """The number may have been typed since."""
        super().showEvent(event)
        self.words.setText(not_here(self._page.house))


def not_here(house: House) -> str:
    """Why not here, and what instead: the same instruction everywhere."""
    return _(
        "This is not for telling about being hurt. It may be days before anybody reads it. {ring_now}"
    ).format(ring_now=ring_now(house))
