"""The days of an action, each in a box of its own, and the names under which what is half typed there is kept."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from carer_app.choices import ActionDay
from carer_app.use_cases.following_up import ActionRow
from carer_app.words import _
from ui.parts.days import past_day_field
from ui.parts.stored_day import StoredDay
from ui.widgets.field import Field

if TYPE_CHECKING:
    from ui.parts.page_with_actions import PageWithActions

_DUE = "due_"
_BEFORE_THE_NUMBER = (_DUE, *(f"{day}_" for day in ActionDay))
_ASKS = {
    ActionDay.AGREED: _("Which day was it agreed?"),
    ActionDay.PARTLY: _("Which day was it partly done?"),
    ActionDay.DONE: _("Which day was it done?"),
    ActionDay.ENDED: _("Which day did it end?"),
}


def due_name(action_id: int) -> str:
    """Under this name a date that is half typed is kept."""
    return f"{_DUE}{action_id}"


def action_of(name: str) -> int | None:
    """The action of which a day is half typed under this name; None for another name."""
    for before in _BEFORE_THE_NUMBER:
        number = name.removeprefix(before)
        if number != name and number.isdecimal():
            return int(number)
    return None


def half_typed(names: Collection[str]) -> frozenset[int]:
    """The actions of which a day is half typed under one of these names."""
    return frozenset(action for name in names if (action := action_of(name)) is not None)


class ActionDayField(Field):
    """Asked only where there is such a day. An emptied box keeps the one there was."""

    def __init__(self, page: "PageWithActions", which: ActionDay, action_id: int) -> None:
        self.day = past_day_field(page.today)
        super().__init__(_ASKS[which], self.day)
        self._page, self._which = page, which
        self._row: ActionRow | None = None
        self._draft = f"{which}_{action_id}"
        self._stored = StoredDay(page, self._draft, self, self.day, self._save)

    def show_row(self, row: ActionRow) -> None:
        """Show what is stored; what is being typed is left alone."""
        self._row = row
        day: date | None = getattr(row, self._which)
        self._stored.show(day)
        self.setVisible(day is not None)

    def is_half_typed(self) -> bool:
        """Whether something stands in the box that is not stored."""
        return self._draft in self._page.drafts()

    def _save(self, day: date | None) -> bool:
        return (
            day is not None and self._row is not None and self._page.change_day(self._row, self._which, day)
        )
