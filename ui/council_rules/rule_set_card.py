"""One rule set in words: what it says, what stands beside that, and what it does not say and the carer can add."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from carer_app.typed_dates import say_short
from carer_app.use_cases.council_page import RuleSetView
from carer_app.words import _
from ui.base.page import Page
from ui.council_rules.rule_line import RuleLineRow
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.opens import Opens
from ui.widgets.text import PlainLabel
from ui.widgets.wrap_row import WrapRow

SAYS = _("What it says")
ABOUT = _("About these rules")


class RuleSetCard(Card):
    """What one page of a council says. The lines stay the same widgets, so that typing in one is never lost."""

    def __init__(self, page: Page, key: str, name: str) -> None:
        super().__init__(name)
        self._page, self._key = page, key
        self.standing = PlainLabel("", kind="strong")
        self.source = PlainLabel("", kind="hint")
        self.note = PlainLabel("")
        self.people = PlainLabel("")
        self.lines: dict[str, RuleLineRow] = {}
        self._rows = QVBoxLayout()
        theme.space(self._rows, gap=12, edges=(0, 0, 0, 0))
        self.more = Button(_("Add what is not said here"), kind="quiet", icon="plus")
        self.more.clicked.connect(self._on_more)
        self._shows_all = False
        self._rules: RuleSetView | None = None
        self._council = ""
        self.body.addWidget(self.standing)
        self.says = Opens(name, words=SAYS, when_open=SAYS)
        self.says.body.addLayout(self._rows)
        self.body.addWidget(self.says)
        self.about = Opens(name, self.note, self.people, self.source, words=ABOUT, when_open=ABOUT)
        self.says.body.addWidget(WrapRow(self.more))
        self.body.addWidget(self.about)

    def show_rules(self, rules: RuleSetView, council: str) -> None:
        """Show what the rule set says now."""
        self._rules, self._council = rules, council
        # What is not said gets its rows when it is asked for: they would take as long as all the others.
        wanted = (
            *rules.lines,
            *(line for line in rules.open_lines if self._shows_all or line.part in self.lines),
        )
        for place, line in enumerate(wanted):
            if line.part not in self.lines:
                self.lines[line.part] = RuleLineRow(self._page, self._key, line)
            row = self.lines[line.part]
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)
            row.show_line(line, council, rules.name)
            row.setVisible(line.is_said or self._shows_all or not row.form.isHidden())
        assert self.heading is not None
        self.heading.setText(rules.name)
        self.about.call(rules.name)
        self.says.call(rules.name)
        # Rules that do not count now are opened by who wants to see them, or where something is half typed.
        self.says.button.setVisible(bool(rules.standing))
        if not rules.standing or any(not row.form.isHidden() for row in self.lines.values()):
            self.says.open(True)
        self.more.setVisible(bool(rules.open_lines) and not self._shows_all)
        self.more.setAccessibleName(_("Add what is not said here: {rule}").format(rule=rules.name))
        for label, text in (
            (self.standing, rules.standing),
            (self.note, rules.note),
            (self.people, "\n".join(rules.people)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.source.setText(
            _("Source: {source}. We looked at it on {day}.").format(
                source=rules.source, day=say_short(rules.checked_on, with_year=True)
            )
        )

    def _on_more(self) -> None:
        assert self._rules is not None
        self._shows_all = True
        self.show_rules(self._rules, self._council)
        if self._rules.open_lines:
            first = self.lines[self._rules.open_lines[0].part]
            first.change.setFocus(Qt.FocusReason.OtherFocusReason)
