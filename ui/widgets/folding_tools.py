"""Tools above what they are for: on as many lines as they need; where text is big, on one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.rail import stay_at
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.wrap_row import WrapRow

BIG = 150
"""From this text size on the window has little room for tools."""


class FoldingTools(QWidget):
    """Where text is big only the `main` ones are in sight at once; the others open beneath them with "More"."""

    folded = Signal(bool)
    """Text has become big, or is it no more."""

    def __init__(self, *tools: QWidget, main: QWidget) -> None:
        super().__init__()
        self._tools = list(tools)
        self._main = [main]
        self.is_folded = False
        self.more = Button(_("More"), name=_("More tools"), icon="chevron-right")
        self.more.clicked.connect(lambda: self.open(not self.is_open))
        self.more.hide()
        self._line, self._rest = WrapRow(*tools, self.more), WrapRow()
        self._inside = QWidget()
        inside, column = QVBoxLayout(self._inside), QVBoxLayout(self)
        for layout, parts in ((inside, [self._rest]), (column, [self._line, self._inside])):
            theme.space(layout, gap=8, edges=(0, 0, 0, 0))
            for part in parts:
                layout.addWidget(part)
        self._under = inside
        self._inside.hide()
        self.follow_look()

    @property
    def is_open(self) -> bool:
        """Whether the others are in sight too, where text is big."""
        return not self._inside.isHidden()

    def add(self, tool: QWidget, main: bool = False) -> None:
        """Put a tool at the end."""
        self._tools.append(tool)
        if main:
            self._main.append(tool)
        self._arrange()

    def hold(self, part: QWidget) -> None:
        """What stands above the tools where there is room for it: now it opens with the others."""
        self._under.addWidget(part)
        part.show()

    def open(self, on: bool) -> None:
        """Show the others, or put them away."""
        self._inside.setVisible(on)
        self.more.setText(_("Less") if on else _("More"))
        self.more.setAccessibleName(_("Less tools") if on else _("More tools"))
        self.more.setAccessibleDescription(_("open") if on else _("closed"))
        self.more.set_icon("chevron-down" if on else "chevron-right")

    def follow_look(self) -> None:
        """The look changed."""
        is_big = theme.px(100) >= BIG
        if is_big == self.is_folded:
            return
        self.is_folded = is_big
        at = self.window().focusWidget()
        self._arrange()
        stay_at(at)
        self.folded.emit(is_big)

    def _arrange(self) -> None:
        on_line = self._main if self.is_folded else self._tools
        for tool in self._tools:
            to, before = (self._line, self._rest) if tool in on_line else (self._rest, self._line)
            if tool not in to.items():
                before.let_go(tool)
            else:
                to.let_go(tool)  # they stand in their order again
            to.add(tool)
        self._line.let_go(self.more)
        self._line.add(self.more)
        for tool in (*self._tools, self.more):
            tool.raise_()  # a screen reader goes by the order of the parts
        self.more.setVisible(self.is_folded)
        self.open(False)
        follow_reading_order(self)
