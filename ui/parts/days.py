"""Date and time boxes that read what people type."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from carer_app.errors import NotADate
from carer_app.rough_days import RoughDay
from carer_app.typed_dates import read_day, say_day
from carer_app.words import _
from ui.widgets.date_field import DateField


class _DayBox(DateField):
    """What is only roughly known stands in the box as it was said."""

    def _typed_form(self, value: date) -> str:
        return value.words if isinstance(value, RoughDay) else super()._typed_form(value)


def day_field(
    today: Callable[[], date],
    near: Literal["future", "past"] = "future",
    about: bool = False,
    has_been: bool = False,
) -> DateField:
    """A box for a day. A missing year is taken to be the nearest one in the direction of `near`.

    With `about`, "June 2023" and "about a week ago" are taken too, as a `RoughDay`. With `has_been`, a day that is
    still ahead is not taken.
    """

    def read(typed: str) -> date:
        day = read_day(typed, today(), near, about)
        if has_been and day > today():
            raise NotADate(_("That day has not come yet. Type a day up to today."))
        return day

    def say(day: date) -> str:
        if isinstance(day, RoughDay):
            return _("We read: {day}. If you know the exact day, type it.").format(day=say_day(day))
        return say_day(day)

    return _DayBox(read, say, today)


def past_day_field(today: Callable[[], date], about: bool = False) -> DateField:
    """A box for a day up to today."""
    return day_field(today, "past", about, has_been=True)
