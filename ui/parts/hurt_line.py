"""The one line that keeps harm from being written down where nobody sees it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui import theme
from ui.widgets.buttons import Link
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class HurtLine(QWidget):
    """Says what these pages are not for, and leads to Help."""

    def __init__(self, child: str, go_to_help: Callable[..., None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        theme.space(column, gap=0, edges=(0, 0, 0, 0))
        column.addWidget(PlainLabel(_("Not for telling about being hurt. For that, talk to a person.")))
        self.link = Link(_("What to do if {child} tells you something that worries you").format(child=child))
        self.link.clicked.connect(go_to_help)
        column.addWidget(WrapRow(self.link))
