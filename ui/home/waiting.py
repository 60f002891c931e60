"""What others said yes to, for all children, without red."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from carer_app.typed_dates import say_short
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel

SHOWN = 5


class Waiting(Card):
    """The first few open actions of others; hidden where there are none."""

    def __init__(self, see_all: Callable[..., None]) -> None:
        super().__init__(_("Waiting for someone else"))
        self.lines: list[PlainLabel] = []
        self._list = QVBoxLayout()
        theme.space(self._list, gap=12)
        self.body.addLayout(self._list)
        button = Button(_("See all actions"), kind="quiet")
        button.clicked.connect(see_all)
        self.actions(button)

    def show_rows(self, rows: tuple[ActionRow, ...]) -> None:
        """Show these, soonest first."""
        self.setVisible(bool(rows))
        words = [_in_words(row) for row in rows[:SHOWN]]
        if len(rows) > SHOWN:
            words.append(_("and {count} more").format(count=len(rows) - SHOWN))
        while len(self.lines) > len(words):
            self.lines.pop().deleteLater()
        while len(self.lines) < len(words):
            label = PlainLabel("")
            self.lines.append(label)
            self._list.addWidget(label)
        for label, line in zip(self.lines, words, strict=True):
            label.setText(line)


def _in_words(row: ActionRow) -> str:
    if row.due_on is None:
        when = _("no date was said")
    elif row.days_late:
        when = _("was due {day}").format(day=say_short(row.due_on))
    else:
        when = _("due {day}").format(day=say_short(row.due_on))
    return _("{who}: {what}, for {child} · {when}").format(
        who=row.who, what=row.what, child=row.child, when=when
    )
