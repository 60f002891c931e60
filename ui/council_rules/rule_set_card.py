"""One rule set in words, each number of which can be changed in a box that opens below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.typed_dates import say_short
from carer_app.use_cases import council_rules
from carer_app.use_cases.council_rules import RuleLine, RuleSetView
from carer_app.words import _
from ui import theme
from ui.page import Page
from ui.parts.half_typed import HalfTyped
from ui.records import Undo
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class RuleSetCard(Card):
    """What one page of a council says. The lines stay the same widgets, so that typing in one is never lost."""

    def __init__(self, page: Page, key: str, name: str) -> None:
        super().__init__(name)
        self._page, self._key = page, key
        self.source = PlainLabel("", kind="hint")
        self.note = PlainLabel("")
        self.people = PlainLabel("")
        self.lines: dict[str, _LineRow] = {}
        self._rows = QVBoxLayout()
        theme.space(self._rows, gap=12, edges=(0, 0, 0, 0))
        self.body.addLayout(self._rows)
        for part in (self.note, self.people, self.source):
            self.body.addWidget(part)

    def show_rules(self, rules: RuleSetView, council: str) -> None:
        """Show what the rule set says now."""
        wanted = {line.part: line for line in rules.lines}
        for part in [part for part in self.lines if part not in wanted]:
            gone = self.lines.pop(part)
            gone.hide()
            gone.deleteLater()
        for place, (part, line) in enumerate(wanted.items()):
            if part not in self.lines:
                self.lines[part] = _LineRow(self._page, self._key, line)
                self._rows.insertWidget(place, self.lines[part])
            self.lines[part].show_line(line, council, rules.name)
        assert self.heading is not None
        self.heading.setText(rules.name)
        self.note.setText(rules.note)
        self.note.setVisible(bool(rules.note))
        self.people.setText("\n".join(rules.people))
        self.people.setVisible(bool(rules.people))
        self.source.setText(
            _("Source: {source}. We looked at it on {day}.").format(
                source=rules.source, day=say_short(rules.checked_on, with_year=True)
            )
        )


class _LineRow(QWidget):
    """One sentence of a rule, and the box to put its number right; for the rhythm also which kind it is."""

    def __init__(self, page: Page, key: str, line: RuleLine) -> None:
        super().__init__()
        part = line.part
        self._page, self._key = page, key
        self._line: RuleLine | None = None
        self._council = ""
        self.words = PlainLabel("")
        self.about = PlainLabel("", kind="hint")
        self.change = Button(_("Change"), kind="quiet", icon="pencil")
        self.back = Button("", kind="quiet", icon="undo-2")
        self.box = Line()
        self.field = Field("", self.box, hint=_DAYS_HINT if part.endswith(".days") else "")
        self.ways = Choices([(way, _ways()[way]) for way in line.ways])
        self.ways.setVisible(bool(line.ways))
        self.ways.chosen.connect(self._on_way)
        self.half_typed = HalfTyped(page.records, f"{page.place.key}:{key}:{part}", {"number": self.box})
        self.save = Button(_("Save"), kind="main")
        self.leave = Button(_("Leave it"), kind="quiet")
        self.form = QWidget()
        inside = QVBoxLayout(self.form)
        theme.space(inside, gap=8, edges=(0, 0, 0, 0))
        inside.addWidget(self.ways)
        inside.addWidget(self.field)
        inside.addWidget(WrapRow(self.save, self.leave))
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        self.buttons = WrapRow(self.change, self.back)
        for widget in (self.words, self.about, self.buttons, self.form):
            column.addWidget(widget)
        self.form.hide()
        self.change.clicked.connect(self.open)
        self.save.clicked.connect(self._on_save)
        self.box.returnPressed.connect(self._on_save)
        self.leave.clicked.connect(self.close_form)
        self.back.clicked.connect(self._on_back)

    def show_line(self, line: RuleLine, council: str, rules: str) -> None:
        """Show one thing the rule says, and what was changed in it."""
        self._line, self._council = line, council
        self.words.setText(line.words)
        self.about.setText(_about(line))
        self.about.setVisible(bool(self.about.words()))
        self.buttons.setVisible(line.can_change)
        # Two sets of rules may both have a line of this name.
        what = f"{line.label}, {rules}"
        self.change.setAccessibleName(_("Change: {what}").format(what=what))
        self.ways.take_name(line.label, "")
        self._show_box(self.ways.value() or line.way)
        self.field.call(rules)
        self.back.setVisible(bool(line.page_says))
        words = _("Back to {number}").format(number=line.page_says)
        self.back.setText(words)
        self.back.setAccessibleName(_("{words}: {what}").format(words=words, what=what))
        self.save.setAccessibleName(_("Save: {what}").format(what=line.label))
        self.leave.setAccessibleName(_("Leave it: {what}").format(what=line.label))
        if any(self._show_half_typed().values()):
            self.form.show()

    def open(self) -> None:
        """Show the box with the number in it."""
        assert self._line is not None
        if not any(self._show_half_typed().values()):
            self.box.setText(self._line.number)
            self.ways.set_value(self._line.way)
        self._show_box(self.ways.value() or self._line.way)
        self.form.show()
        first = self.ways.entry() if self._line.ways else self.box
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        show_soon(self.form)
        self.box.selectAll()

    def _show_half_typed(self) -> dict[str, str]:
        kept = self.half_typed.show()
        if kept.get("way"):
            self.ways.set_value(kept["way"])
            self._show_box(kept["way"])
        return kept

    def _on_way(self, way: str) -> None:
        self.half_typed.keep("way", way)
        if way not in _WITH_BOX or (self._line and way != self._line.way and self.field.isHidden()):
            self.box.clear()
        self._show_box(way)

    def _show_box(self, way: str) -> None:
        """The box stands for what this way of following one another needs; some need nothing."""
        assert self._line is not None
        self.field.setVisible(not way or way in _WITH_BOX)
        label = {"last_dates": _("The council’s last dates"), "": self._line.label}
        self.field.set_label(label.get(way, _("Months between two PEPs")))

    def _said(self) -> str:
        """What was typed, with the way that was chosen."""
        way = self.ways.value() or ""
        return f"{way} {self.box.text() if not way or way in _WITH_BOX else ''}".strip()

    def close_form(self) -> None:
        """Put the box away; the keyboard goes back to where it was opened."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.clear_error()
        self.form.hide()
        self.half_typed.forget()

    def _on_save(self) -> None:
        assert self._line is not None
        wrong = council_rules.what_is_wrong(
            self._council, self._key, self._line.part, self._said(), self._page.today()
        )
        if wrong:
            self.field.show_error(wrong)
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._store(self._said())
        self.close_form()

    def _on_back(self) -> None:
        assert self._line is not None
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self._store(self._line.page_text)

    def _store(self, text: str) -> None:
        assert self._line is not None
        line = self._line
        place = (self._council, self._key, line.part)
        self._page.records.change(
            council_rules.change_number,
            *place,
            text,
            self._page.today(),
            undo=Undo(
                _("Changed: {what}.").format(what=line.label),
                council_rules.change_number,
                (*place, line.text, self._page.today()),
            ),
        )


_WITH_BOX = ("months", "at_most_months", "last_dates")
_DAYS_HINT = _("For example 20 school days, 10 working days, 28 days or 4 weeks.")


def _ways() -> dict[str, str]:
    return {
        "months": _("One every so many months"),
        "at_most_months": _("Never more than so many months apart"),
        "each_term": _("One in each school term"),
        "first_half_term": _("One in the first half of each school term"),
        "last_dates": _("One in each round that the council sets a last date for"),
    }


def _about(line: RuleLine) -> str:
    if line.changed_on is not None:
        was = _("You changed this on {day}. The page says {number}.")
        if line.whose:
            was = _("You changed this on {day}. It was {number}.")
        words = was.format(day=say_short(line.changed_on, with_year=True), number=line.page_says or _("none"))
        return " ".join(part for part in (words, _whose(line)) if part)
    return _whose(line)


def _whose(line: RuleLine) -> str:
    return _("Rule: {name}.").format(name=line.whose) if line.whose else ""
