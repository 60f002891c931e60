"""The cards of the check page: one part as printed, who may read it, the names found, and a quiet look."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import FamilyThere, OnPaper, Part
from carer_app.use_cases import summarising
from carer_app.use_cases.names_on_sheet import NameRow, line_about
from carer_app.use_cases.quiet_check import Suggestion
from carer_app.words import _
from ui.look import theme
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class SectionCard(Card):
    """One section as it will be printed, with a way to each part its words come from."""

    def __init__(self, name: str, child: str, change: Callable[[Part], None]) -> None:
        super().__init__(name)
        self._child, self._change = child, change
        self._lines: list[PlainLabel] = []
        self._column = QVBoxLayout()
        theme.space(self._column, gap=8)
        self.body.addLayout(self._column)
        self.many = PlainLabel(
            _("People at the meeting have a minute to read. Three things are plenty."), kind="hint"
        )
        self.body.addWidget(self.many)
        self.changes: dict[Part, Button] = {}
        self._row: WrapRow | None = None

    def labels(self) -> list[PlainLabel]:
        """The heading and the lines, to be read aloud."""
        assert self.heading is not None
        return [self.heading, *self._lines]

    def show_lines(self, heading: str, lines: list[str], parts: tuple[Part, ...]) -> None:
        assert self.heading is not None
        self.heading.setText(heading)
        self.many.setVisible(len(lines) > summarising.MOST_OF_EACH)
        _show_in(self._column, self._lines, lines)
        if parts != tuple(self.changes):
            self._show_ways(heading, parts)

    def _show_ways(self, heading: str, parts: tuple[Part, ...]) -> None:
        """One is called Change; of several each says where it leads."""
        if self._row is not None:
            _take_away(self._row)
        change = _("Change: {part}")
        if len(parts) == 1:
            ways = [Button(_("Change"), kind="quiet", name=change.format(part=heading))]
        else:
            words = [change.format(part=part.words(self._child)) for part in parts]
            ways = [Button(each, kind="quiet", name=f"{each} ({heading})") for each in words]
        self.changes = dict(zip(parts, ways, strict=True))
        for part, button in self.changes.items():
            button.clicked.connect(partial(self._on_change, part))
        self._row = WrapRow(*ways) if ways else None
        if self._row is not None:
            self.body.addWidget(self._row)

    def _on_change(self, part: Part, _pressed: bool = False) -> None:
        self._change(part)


class FamilyCard(Card):
    """Who may read it comes first: with family there, some things are left off."""

    def __init__(self, child: str, chosen: Callable[[str], None]) -> None:
        super().__init__(_("Who may read it?"))
        self.choices = Choices([(each.value, each.words) for each in FamilyThere])
        self.choices.chosen.connect(chosen)
        self.body.addWidget(
            Field(
                _("Will anyone from {child}’s family be there, or get a copy?").format(child=child),
                self.choices,
                hint=_("The social worker can tell you. Ask before you print."),
            )
        )
        self.left_off = PlainLabel("")
        self.body.addWidget(self.left_off)

    def show_answer(self, answer: str, left_off: tuple[str, ...]) -> None:
        """`left_off` names what stays off the sheet for everyone."""
        self.choices.set_value(answer)
        self.left_off.setVisible(answer in (FamilyThere.YES, FamilyThere.NOT_SURE))
        self.left_off.setText(
            _("Left off, because family may read it: {parts}. What you wrote is still kept here.").format(
                parts=", ".join(left_off)
            )
            if left_off
            else _("Nothing had to be left off. Read it once more as somebody from the family would.")
        )


class NamesCard(Card):
    """Names of other people on the sheet, each with what happens to it on paper."""

    def __init__(self, choose: Callable[[str, OnPaper], None]) -> None:
        super().__init__(_("Names on the sheet"))
        self._choose = choose
        self.about = PlainLabel("")
        self.body.addWidget(self.about)
        self.body.addWidget(
            PlainLabel(
                _(
                    "Everyone at the meeting may read this. Another child’s name need not be on it. "
                    "If it is about how an adult behaved, speak to the social worker or the head teacher first."
                ),
                kind="hint",
            )
        )
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


class QuietCard(Card):
    """What could still be done. It never holds anything up."""

    def __init__(self, go: Callable[[Part], None]) -> None:
        super().__init__(_("A quiet look before you print"))
        self._go = go
        self.body.addWidget(
            PlainLabel(_("Schools look for these. Do what you like of it. You can print now."), kind="hint")
        )
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
            # After the heading and the line beneath it.
            self.body.insertWidget(place + 2, self._rows[each])


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
