"""What is done with all photos of a paper alike."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.words import _
from ui.look import theme
from ui.widgets.choice import Tick


class PhotoTicks(QWidget):
    """Ticks beneath the photos that wait."""

    def __init__(self) -> None:
        super().__init__()
        self.straight = Tick(_("Put tilted pages straight"))
        self.straight.setChecked(True)
        self.lighter = Tick(_("Make the paper lighter"))
        self.cut_all = Tick(_("Cut away what is round the paper"))
        self.as_they_came = Tick(_("Keep the photos themselves too, without where they were taken"))
        self._named = {
            "straight": self.straight,
            "lighter": self.lighter,
            "cut": self.cut_all,
            "files": self.as_they_came,
        }
        column = QVBoxLayout(self)
        theme.space(column, gap=12, edges=(0, 0, 0, 0))
        for tick in self._named.values():
            column.addWidget(tick)

    @property
    def how(self) -> frozenset[str]:
        """The names of those that are on."""
        return frozenset(name for name, tick in self._named.items() if tick.isChecked())

    def show_how(self, how: frozenset[str]) -> None:
        """They were so when the photos began to wait. Nothing is done with any photo."""
        for name, tick in self._named.items():
            was = tick.blockSignals(True)
            tick.setChecked(name in how)
            tick.blockSignals(was)
