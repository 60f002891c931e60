"""What others said yes to, for all children, without red."""

from collections.abc import Callable

from carer_app.typed_dates import say_short
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.parts.few_lines import FewLines
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import PlainLabel


class Waiting(Card):
    """The first few open actions of others; hidden where there are none."""

    def __init__(self, see_all: Callable[..., None]) -> None:
        super().__init__(_("Waiting for someone else"))
        self._few = FewLines()
        self.body.addWidget(self._few)
        button = Button(_("See all actions"), kind="quiet")
        button.clicked.connect(see_all)
        self.actions(button)

    def show_rows(self, rows: tuple[ActionRow, ...], all_of_them: int) -> None:
        """Show these, soonest first; and how many there are."""
        self.setVisible(bool(rows))
        self._few.show_first([_in_words(row) for row in rows], all_of_them)

    @property
    def lines(self) -> list[PlainLabel]:
        return self._few.lines


def _in_words(row: ActionRow) -> str:
    if row.due_on is None:
        when = _("no date")
    elif row.days_late:
        when = _("was due {day}").format(day=say_short(row.due_on))
    else:
        when = _("due {day}").format(day=say_short(row.due_on))
    return _("{who}: {what}, for {child} · {when}").format(
        who=row.who, what=row.what, child=row.child, when=when
    )
