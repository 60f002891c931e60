"""Date and time boxes that read what people type."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from carer_app.typed_dates import read_day, say_day
from ui.widgets.date_field import DateField


def day_field(today: Callable[[], date], near: Literal["future", "past"] = "future") -> DateField:
    """A box for a day. A missing year is taken to be the nearest one in the direction of `near`."""
    return DateField(lambda typed: read_day(typed, today(), near), say_day, today)
