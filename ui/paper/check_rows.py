"""The rows of the check page: one part as printed, the names found, and a quiet look."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import OnPaper, Part
from carer_app.use_cases.names_on_sheet import NameRow, line_about
from carer_app.use_cases.quiet_check import Suggestion
from carer_app.words import _
from ui.base.places import Place
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

Ways = dict[Place, str]
"""Where the words of a section are changed, each place with the words that say so."""

_ADULT = _("Is it about how an adult behaved?")


class SectionRow(QWidget):
    """One section as it will be printed, with the ways to where its words come from: `go` carries the place."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PlainLabel] = []
        self.heading = Heading(" ", 2)
        self.body = QVBoxLayout(self)
        theme.space(self.body, gap=8, edges=(0, 0, 0, 0))
        self.body.addWidget(self.heading)
        self._column = QVBoxLayout()
        theme.space(self._column, gap=8)
        self.body.addLayout(self._column)
        self.changes: dict[Place, Button] = {}
        self._row: WrapRow | None = None

    def labels(self) -> list[PlainLabel]:
        """The heading and the lines, to be read aloud."""
        return [self.heading, *self._lines]

    def show_lines(self, heading: str, lines: list[str], ways: Ways) -> None:
        """`ways` are where the words of the section are changed: each place with its words."""
        self.heading.setText(heading)
        _show_in(self._column, self._lines, lines)
        if tuple(ways) != tuple(self.changes):
            self._show_ways(heading, ways)

    def _show_ways(self, heading: str, ways: Ways) -> None:
        """One is called Change; of several each says where it leads."""
        if self._row is not None:
            _take_away(self._row)
        if len(ways) == 1:
            name = _("Change: {part}").format(part=heading)
            buttons = [Button(_("Change"), kind="quiet", name=name)]
        else:
            buttons = [Button(each, kind="quiet", name=f"{each} ({heading})") for each in ways.values()]
        self.changes = dict(zip(ways, buttons, strict=True))
        for place, button in self.changes.items():
            button.clicked.connect(partial(self._on_change, place))
        self._row = WrapRow(*buttons)
        self.body.addWidget(self._row)

    def _on_change(self, place: Place, _pressed: bool = False) -> None:
        self.go.emit(place)


class NamesRows(QWidget):
    """Names of other people on the sheet, each with what happens to it on paper."""

    def __init__(self, choose: Callable[[str, OnPaper], None]) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        theme.space(self.body, gap=12, edges=(0, 0, 0, 0))
        self._choose = choose
        self.about = Heading(" ", 2)
        self.body.addWidget(self.about)
        everyone = _("Everyone at the meeting may read this. Another child’s name need not be on it.")
        self.body.addWidget(PlainLabel(everyone, kind="hint"))
        first = PlainLabel(_("Speak to the social worker or head teacher first."))
        self.body.addWidget(Opens("", first, words=_ADULT, when_open=_ADULT))
        self.rows: dict[str, ChoicesAcross] = {}
        self._fields: dict[str, QWidget] = {}

    def show_names(self, names: list[NameRow]) -> None:
        self.setVisible(bool(names))
        self.about.setText(line_about(names))
        for gone in [name for name in self.rows if name not in {each.name for each in names}]:
            self.rows.pop(gone)
            _take_away(self._fields.pop(gone))
        for each in names:
            row = self.rows.get(each.name)
            if row is None:
                row = ChoicesAcross([(on_paper.value, on_paper.words) for on_paper in OnPaper])
                row.chosen.connect(partial(self._on_chosen, each.name))
                label = f"{each.name} ({each.who})" if each.who else each.name
                self.rows[each.name] = row
                self._fields[each.name] = Field(label, row)
                self.body.addWidget(self._fields[each.name])
            row.set_value(each.on_paper)

    def _on_chosen(self, name: str, on_paper: str) -> None:
        self._choose(name, OnPaper(on_paper))


class QuietRows(Opens):
    """What could still be done, put away. It never holds anything up."""

    def __init__(self, go: Callable[[Part], None]) -> None:
        super().__init__("", words=_("A quiet look"))
        self._go = go
        self.body.addWidget(PlainLabel(_("Do what you like of it. You can print now."), kind="hint"))
        self._rows: dict[Suggestion, QWidget] = {}
        self.buttons: dict[Suggestion, Button] = {}

    def show_suggestions(self, found: list[Suggestion]) -> None:
        self.setVisible(bool(found))
        for gone in [each for each in self._rows if each not in found]:
            self.buttons.pop(gone, None)
            _take_away(self._rows.pop(gone))
        for place, each in enumerate(found):
            if each in self._rows:
                continue
            parts: list[QWidget] = [PlainLabel(each.words)]
            if each.part is not None:
                button = Button(_("Go there"), kind="quiet")
                button.setAccessibleName(_("Go there: {what}").format(what=each.words))
                button.clicked.connect(partial(self._go, each.part))
                self.buttons[each] = button
                parts.append(button)
            self._rows[each] = WrapRow(*parts)
            # After the line above them.
            self.body.insertWidget(place + 1, self._rows[each])


def _take_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def _show_in(column: QVBoxLayout, labels: list[PlainLabel], lines: list[str]) -> None:
    while len(labels) > len(lines):
        labels.pop().deleteLater()
    while len(labels) < len(lines):
        label = PlainLabel("")
        labels.append(label)
        column.addWidget(label)
    for label, line in zip(labels, lines, strict=True):
        label.setText(line)
