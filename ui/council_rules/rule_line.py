"""One line of a rule, and the box that opens below it to put it right, or to add it where it is not said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carer_app.use_cases import council_rules
from carer_app.use_cases.council_page import RuleLine
from carer_app.words import _
from ui.base.page import Page
from ui.base.records import Undo
from ui.council_rules.line_words import BOXES, about, hint_of, way_words
from ui.look import theme
from ui.parts.half_typed import HalfTyped
from ui.widgets.buttons import Button
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.scroll_page import show_soon
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow


class RuleLineRow(QWidget):
    """One sentence of a rule, and the box to put it right; for some also which of several ways it goes by."""

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
        self.field = Field("", self.box, hint=hint_of(part))
        self.ways = Choices([(way, way_words(part)[way]) for way in line.ways])
        self.ways_field = Field(line.label, self.ways) if line.ways else None
        if (
            self.ways_field is None
        ):  # what has no place in a page goes when Python lets go of it, and not with the page
            self.ways.setParent(self)
            self.ways.hide()
        self.ways.chosen.connect(self._on_way)
        self.half_typed = HalfTyped(page.records, page.place.key.part(key, part), {"number": self.box})
        self.save = Button(_("Save"), kind="main")
        self.leave = Button(_("Leave it"), kind="quiet")
        self.form = QWidget()
        inside = QVBoxLayout(self.form)
        theme.space(inside, gap=8, edges=(0, 0, 0, 0))
        if self.ways_field is not None:
            inside.addWidget(self.ways_field)
        inside.addWidget(self.field)
        inside.addWidget(WrapRow(self.save, self.leave))
        column = QVBoxLayout(self)
        theme.space(column, gap=4, edges=(0, 0, 0, 0))
        self.buttons = WrapRow(self.change, self.back)
        self.beside = PlainLabel("", kind="hint")
        for widget in (self.words, self.beside, self.about, self.buttons, self.form):
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
        self.beside.setText("\n".join(line.also))
        self.beside.setVisible(bool(line.also))
        self.about.setText(about(line))
        self.about.setVisible(bool(self.about.words()))
        # Two sets of rules may both have a line of this name.
        what = f"{line.label}, {rules}"
        verb = _("Change") if line.is_said else _("Add")
        self.change.setText(verb)
        self.change.setAccessibleName(_("{verb}: {what}").format(verb=verb, what=what))
        if self.ways_field is not None:
            self.ways_field.call(rules)
        self._show_box(self.ways.value() or line.way)
        self.field.call(rules)
        self.back.setVisible(line.changed_on is not None)
        words = (
            _("Back to {number}").format(number=line.page_says) if line.page_says else _("Take it away again")
        )
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
        if self.ways_field is not None:
            self.ways_field.clear_error()
        if way not in BOXES or (self._line and way != self._line.way and self.field.isHidden()):
            self.box.clear()
        self._show_box(way)

    def _show_box(self, way: str) -> None:
        """The box stands for what this way needs; some need nothing."""
        assert self._line is not None
        self.field.setVisible(bool(way in BOXES or not self._line.ways))
        self.field.set_label(BOXES.get(way, self._line.label))

    def _said(self) -> str:
        """What was typed, with the way that was chosen."""
        way = self.ways.value() or ""
        return f"{way} {self.box.text() if not way or way in BOXES else ''}".strip()

    def close_form(self) -> None:
        """Put the box away; the keyboard goes back to where it was opened."""
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        for field in (self.field, self.ways_field):
            if field is not None:
                field.clear_error()
        self.form.hide()
        self.half_typed.forget()

    def _on_save(self) -> None:
        assert self._line is not None
        said = self._said()
        if self.ways_field is not None and not self.ways.value():
            self.ways_field.show_error(_("Choose one of these first."))
            self.ways.entry().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        wrong = _("Nothing is typed yet.")
        if said:
            wrong = council_rules.what_is_wrong(
                self._council, self._key, self._line.part, said, self._page.today()
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
