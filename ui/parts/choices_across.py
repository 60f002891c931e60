"""A few short answers side by side."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible

from ui.widgets.accessible import give_role
from ui.widgets.choice import Choices
from ui.widgets.wrap_row import WrapRow


class ChoicesAcross(Choices):
    """`Choices` in a row that wraps when text is big; for lists of people, where rows would make a long page."""

    def __init__(self, options: Sequence[tuple[str, str]]) -> None:
        super().__init__(options)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(WrapRow(*(self.row(value) for value, _words in options)))


give_role(ChoicesAcross, QAccessible.Role.Grouping)
