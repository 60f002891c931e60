"""A time of day, typed the way people write it."""

from datetime import time
from typing import Any, cast

from carer_app.typed_dates import read_time, say_time
from carer_app.words import _
from ui.widgets.date_field import DateField

_ACROSS = 160
"""As wide as a time needs (100 % pixels), so that it stands beside its day."""


class TimeField(DateField):
    """A day box that reads times instead: same saving, same saying back, no calendar."""

    def __init__(self) -> None:
        super().__init__(cast(Any, read_time), cast(Any, say_with_part_of_day))
        self.line.across = _ACROSS

    def _typed_form(self, value: Any) -> str:
        return say_time(cast(time, value))


def say_with_part_of_day(at: time) -> str:
    """The time and the part of the day, so that a typed 2 is not taken for the night."""
    if at.hour < 12:
        part = _("in the morning")
    elif at.hour < 18:
        part = _("in the afternoon")
    else:
        part = _("in the evening")
    return f"{say_time(at)}, {part}"
