"""Date and time boxes that read what people type."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from carer_app.errors import NotADate
from carer_app.typed_dates import is_rough, read_day, say_day
from carer_app.words import _
from ui.widgets.date_field import DateField


def day_field(
    today: Callable[[], date],
    near: Literal["future", "past"] = "future",
    about: bool = False,
    has_been: bool = False,
) -> DateField:
    """A box for a day. A missing year is taken to be the nearest one in the direction of `near`.

    With `about`, "June 2023" and "about a week ago" are taken, and the day that is used is said. With `has_been`, a
    day that is still ahead is not taken.
    """

    def read(typed: str) -> date:
        day = read_day(typed, today(), near, about)
        if has_been and day > today():
            raise NotADate(_("That day has not come yet. Type a day up to today."))
        return day

    def say(day: date) -> str:
        if about and is_rough(box.raw(), today(), near):
            return _("We use {day}. If you know the exact day, type it.").format(day=say_day(day))
        return say_day(day)

    box = DateField(read, say, today)
    return box


def past_day_field(today: Callable[[], date], about: bool = False) -> DateField:
    """A box for a day up to today."""
    return day_field(today, "past", about, has_been=True)
