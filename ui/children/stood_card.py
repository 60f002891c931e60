"""What became of the days that stand in the source: those that were used, and those left out with the reason."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import dates_form
from carer_app.use_cases.dates_drafts import Stood
from carer_app.use_cases.dates_form import DatesForm
from carer_app.words import _, plural
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import Heading, PlainLabel

A_FEW = 6
"""So few things left out stand there without a press."""
_LINES_A_LABEL = 40


class StoodCard(Card):
    """What became of the days that stand in the source: those used, and those left out with the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._stood: Sequence[Stood] | None = None
        self.left_out, self.listed, self.no_day, self.used = _Opens(), _Opens(), _Opens(), _Opens()
        about = _("What we did with each day")
        self.heading = Heading(about, 2)
        parts = (self.left_out, self.listed, self.no_day, self.used)
        self.all = Opens(about, *parts, words=_("Show"), heading=self.heading)
        self.body.addWidget(self.all)
        self._is_folded: bool | None = None
        self.fold(False)

    def fold(self, on: bool) -> None:
        """Put all of it behind a press, or no longer."""
        if on != self._is_folded:
            self._is_folded = on
            self.all.button.setVisible(on)
            self.all.open(not on)

    def show_stood(self, told: Sequence[Stood], form: DatesForm | None) -> None:
        """Show these, and what is not asked about; long lists stay closed until somebody opens them."""
        stood = (*told, *_not_asked(form))
        self.setVisible(bool(stood))
        if stood == self._stood:
            return
        self._stood = stood
        for part, fate, one, many in (
            (self.left_out, "left_out", _("We left out {count} day"), _("We left out {count} days")),
            (
                self.listed,
                "listed",
                _("{count} training day takes no school day away"),
                _("{count} training days take no school day away"),
            ),
            (
                self.no_day,
                "no_day",
                _("We found no day in {count} line"),
                _("We found no day in {count} lines"),
            ),
            (self.used, "used", _("We used {count} day"), _("We used {count} days")),
        ):
            lines = [_line_words(each) for each in stood if each.fate == fate]
            part.show_lines(plural(one, many, len(lines)), list(dict.fromkeys(lines)))
            part.open(fate != "used" and len(lines) <= A_FEW)


class _Opens(QWidget):
    """A line that says how many there are, and shows or hides them."""

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._lines: Sequence[str] = ()
        self._is_open = False
        self.button = Button("", kind="quiet", icon="chevron-right")
        self.button.clicked.connect(lambda: self.open(not self._is_open))
        self.labels: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        theme.space(self._column, gap=4, edges=(0, 0, 0, 0))
        self._column.addWidget(self.button)

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Show these lines, once it is opened."""
        self._title, self._lines = title, lines
        for label in self.labels:
            label.hide()
            label.deleteLater()
        self.labels = []
        self.setVisible(bool(lines))

    def open(self, on: bool) -> None:
        """Show the lines, or hide them."""
        self._is_open = on
        words = _("{title}: hide") if on else _("{title}: show")
        self.button.setText(words.format(title=self._title))
        self.button.set_icon("chevron-down" if on else "chevron-right")
        if on and not self.labels:
            for place in range(0, len(self._lines), _LINES_A_LABEL):
                label = PlainLabel("\n".join(self._lines[place : place + _LINES_A_LABEL]))
                self._column.addWidget(label)
                self.labels.append(label)
        for label in self.labels:
            label.setVisible(on)


def _not_asked(form: DatesForm | None) -> Iterator[Stood]:
    """Lines that were handed back and are about years that are left out."""
    if form is None:
        return
    asked = dates_form.lines_asked(form)
    why = _("{reason} Its day is in a school year that is not ticked, so we do not ask about it.")
    for each in form.lines:
        if each not in asked:
            yield Stood(each.line, why.format(reason=each.reason).strip(), "left_out")


def _line_words(stood: Stood) -> str:
    line = _("“{line}”").format(line=stood.line)
    return f"{line}: {stood.reason}" if stood.reason else line
