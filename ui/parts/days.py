"""Date and time boxes that read what people type."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from carer_app.errors import NotADate
from carer_app.rough_days import RoughDay
from carer_app.spoken_days import SaidOfTerm, said_of_term
from carer_app.typed_dates import read_day, say_day
from carer_app.words import _
from ui.widgets.date_field import DateField

if TYPE_CHECKING:
    from ui.base.page import Page


EXAMPLE_AHEAD = timedelta(days=8)
"""So far ahead lies the example beside a box for a day to come: it is never a day that has been."""


class _DayBox(DateField):
    """What is only roughly known stands in the box as it was said."""

    def _typed_form(self, value: date) -> str:
        return value.words if isinstance(value, RoughDay) else super()._typed_form(value)


def day_field(
    today: Callable[[], date],
    near: Literal["future", "past"] = "future",
    about: bool = False,
    has_been: bool = False,
    ends_of_term: Callable[[SaidOfTerm], tuple[date, ...]] | None = None,
) -> DateField:
    """A box for a day. A missing year is taken to be the nearest one in the direction of `near`.

    With `about`, "June 2023" and "about a week ago" are taken too, as a `RoughDay`. With `has_been`, a day that is
    still ahead is not taken. `ends_of_term` knows the days of the child's school: then "end of term" is a day, and said
    back as one; where it may be either of two, it is asked which.
    """

    def read(typed: str) -> date:
        said = said_of_term(typed) if ends_of_term is not None else None
        if ends_of_term is not None and said is not None:
            ends = ends_of_term(said)
            if len(ends) == 1:
                return ends[0]
            if ends:
                raise NotADate(
                    _("Do you mean {first} or {second}? Type the day.").format(
                        first=say_day(ends[0]), second=say_day(ends[-1])
                    )
                )
            raise NotADate(
                _(
                    "We do not know when that is: the school’s dates are not here yet. "
                    "Type a day. Or leave this empty, and say “by the end of term” in the words above."
                )
            )
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


def by_when_field(page: "Page", ends_of_term: Callable[..., tuple[date, ...]], whose_id: int) -> DateField:
    """A box for the day by which something is done. `ends_of_term` is a use case of `term_ends`, about `whose_id`."""
    return day_field(
        page.today, ends_of_term=lambda said: page.records.read(ends_of_term, whose_id, said, page.today())
    )
