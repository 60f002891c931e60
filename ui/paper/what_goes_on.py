"""Beside a sheet: what goes on it for whoever gets it, behind one line, and always in sight what was left out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.choices import KeptBack, NamesAs, Reader
from carer_app.use_cases import choosing_for_paper
from carer_app.use_cases.choosing_for_paper import WhatGoes
from carer_app.words import _, plural
from ui.base.records import Records
from ui.look import theme
from ui.parts.filled_combo import fill_combo
from ui.parts.rows import Rows
from ui.widgets.buttons import Button
from ui.widgets.choice import Choices, Tick
from ui.widgets.combo import Combo
from ui.widgets.field import Field
from ui.widgets.let_go import let_go
from ui.widgets.opens import Opens
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.text import PlainLabel


class WhatGoesOn(QWidget):
    """`read_again` is called when another reader was chosen; every other choice is kept at once."""

    def __init__(
        self, records: Records, child_id: int, child: str, reader: Reader, read_again: Callable[[], None]
    ) -> None:
        super().__init__()
        self._records, self._child_id, self._child = records, child_id, child
        self._read_again = read_again
        self.reader = reader
        self._shown: WhatGoes | None = None
        self.inside: ChosenInside | None = None
        self.left_out = PlainLabel("")
        self.left_out.hide()
        self.opens = Opens("", words=_("What goes on it: everything"), make=self._make_inside)
        column = QVBoxLayout(self)
        theme.space(column, gap=8, edges=(0, 0, 0, 0))
        column.addWidget(self.left_out)  # first: what opens is long, and this stays in sight
        column.addWidget(self.opens)

    def for_reader(self, reader: Reader) -> None:
        """The sheet is another one now, for somebody else to begin with."""
        self.reader = reader

    def goes(self, what: WhatGoes) -> None:
        """Show what was chosen, and what that left out."""
        self._shown = what
        said = [_("Left out: {what}.").format(what=", ".join(what.left_out))] if what.left_out else []
        if what.to_read:
            said.append(
                plural(
                    "{count} line to read once more.", "{count} lines to read once more.", len(what.to_read)
                )
            )
        self.left_out.setText(" ".join(said))
        self.left_out.setVisible(bool(said))
        self.opens.say(_("What goes on it") if said else _("What goes on it: everything"))
        if self.inside is not None:
            self.inside.show_choice(what, self.reader)

    def _make_inside(self) -> QWidget:
        self.inside = ChosenInside(self._child, self._choose, self._read_for)
        if self._shown is not None:
            self.inside.show_choice(self._shown, self.reader)
        return self.inside

    def _choose(self, use_case: Callable[..., None], *what: object) -> None:
        self._records.change(use_case, self._child_id, self.reader, *what)

    def _read_for(self, reader: Reader) -> None:
        self.reader = reader
        self._read_again()


class ChosenInside(QWidget):
    """The choices themselves. Every tick means that it goes on the sheet."""

    def __init__(self, child: str, choose: Callable[..., None], read_for: Callable[[Reader], None]) -> None:
        super().__init__()
        self._choose, self._read_for = choose, read_for
        self._what: WhatGoes | None = None
        column = QVBoxLayout(self)
        theme.space(column, gap=16, edges=(0, 0, 0, 0))
        self.readers = Combo()
        self._readers = [(each.words(child), each) for each in Reader]
        self.readers.activated.connect(self._on_reader)
        hint = _("What you choose is kept for the next paper they get.")
        column.addWidget(Field(_("Who will read it?"), self.readers, hint=hint))
        self.ticks: dict[KeptBack, Tick] = {}
        self._goes = QVBoxLayout()
        theme.space(self._goes, gap=8)
        for each in KeptBack:
            self.ticks[each] = tick = Tick(each.words(child))
            tick.toggled.connect(self._on_kept_back)
            self._goes.addWidget(tick)
        column.addLayout(self._goes)
        self.parts: dict[str, Tick] = {}
        self.names = Choices([(each.value, each.words(child)) for each in NamesAs])
        self.names.chosen.connect(lambda names: choose(choosing_for_paper.name_as, NamesAs(names)))
        column.addWidget(Field(_("Names"), self.names))
        self.about = PlainLabel(
            _(
                "PEP Companion can leave out only what is in its records. "
                "Look at pictures, and at these lines, yourself."
            ),
            kind="hint",
        )
        column.addWidget(self.about)
        self.lines: Rows[TellingLine] = Rows(partial(ReadLineRow, choose), self.about)
        column.addWidget(self.lines)

    def show_choice(self, what: WhatGoes, reader: Reader) -> None:
        """Show what was chosen for this reader."""
        self._what = None  # what is shown is nothing that somebody chose
        fill_combo(self.readers, self._readers, reader)
        for each, tick in self.ticks.items():
            tick.setChecked(each not in what.kept_back)
        for heading in [each for each in self.parts if each not in what.parts]:
            let_go(self.parts.pop(heading))
        for heading in what.parts:
            if heading not in self.parts:
                self.parts[heading] = tick = Tick(heading)
                tick.toggled.connect(partial(self._on_part, heading))
                self._goes.addWidget(tick)
            self.parts[heading].setChecked(heading not in what.parts_off)
        follow_reading_order(self)
        self.names.set_value(what.names)
        taken = [TellingLine(each, is_out=True) for each in what.words_off]
        self.lines.show_rows([*(TellingLine(each, is_out=False) for each in what.to_read), *taken])
        self.about.setVisible(bool(what.kept_back or what.to_read or taken) or what.names != NamesAs.FULL)
        self._what = what

    def _on_reader(self, at: int) -> None:
        self._read_for(Reader(self.readers.itemData(at)))

    def _on_kept_back(self, _on: bool) -> None:
        if self._what is not None:
            off = [each for each, tick in self.ticks.items() if not tick.isChecked()]
            self._choose(choosing_for_paper.keep_back, off)

    def _on_part(self, heading: str, on: bool) -> None:
        if self._what is not None:
            self._choose(choosing_for_paper.leave_out, heading, not on)


@dataclass(frozen=True, slots=True)
class TellingLine:
    """A line on the sheet that may tell too much, or one that was taken out."""

    id: str
    is_out: bool


class ReadLineRow(QWidget):
    """The line, and what may be done with it."""

    def __init__(self, choose: Callable[..., None], line: str) -> None:
        super().__init__()
        self._choose, self._line = choose, line
        self._is_out = False
        self.words = PlainLabel(line)
        self.button = Button("", kind="quiet")
        self.button.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        column.addWidget(self.words)
        column.addWidget(self.button)

    def show_row(self, _number: int, row: TellingLine) -> None:
        """Whether it stands on the sheet."""
        self._is_out = row.is_out
        words = _("Put it back") if row.is_out else _("Take it out")
        self.button.setText(words)
        self.button.setAccessibleName(_("{words}: {line}").format(words=words, line=self._line))

    def first_box(self) -> QWidget:
        return self.button

    def _on_pressed(self) -> None:
        use_case = choosing_for_paper.put_back if self._is_out else choosing_for_paper.take_out
        self._choose(use_case, self._line)
