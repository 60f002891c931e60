"""The code of a way-back-in sheet on screen: six numbered boxes, big letters with room between them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.wrap_row import WrapRow

_WIDTH = 200
"""Three stand in a row, as on the paper."""


class CodeGroupBoxes(WrapRow):
    """Each group is a box to read and not to type in, so that the keyboard and a screen reader can go through it."""

    def __init__(self, count: int) -> None:
        self.lines = [_Group() for _number in range(count)]
        fields: list[QWidget] = [
            _GroupField(_("Group {number}").format(number=number), line)
            for number, line in enumerate(self.lines, 1)
        ]
        super().__init__(*fields)

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show these groups, or nothing at all."""
        for line, group in zip(self.lines, groups or [""] * len(self.lines), strict=True):
            line.setText(" ".join(group))
            line.setCursorPosition(0)

    def said(self) -> str:
        """The whole code as it is read out."""
        return ". ".join(
            _("Group {number}: {letters}").format(number=number, letters=line.text())
            for number, line in enumerate(self.lines, 1)
        )


class _Group(Line):
    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        theme.signals.changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), max(super().sizeHint().height(), theme.px(60)))

    def _fit(self) -> None:
        self.setFont(theme.font("h1"))
        self.updateGeometry()


class _GroupField(Field):
    def sizeHint(self) -> QSize:
        return QSize(theme.px(_WIDTH), super().sizeHint().height())
