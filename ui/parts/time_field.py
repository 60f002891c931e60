"""A time of day, typed the way people write it."""

from datetime import time
from typing import Any, cast

from carer_app.typed_dates import read_time, say_time
from ui.widgets.date_field import DateField


class TimeField(DateField):
    """A day box that reads times instead: same saving, same saying back, no calendar."""

    def __init__(self) -> None:
        super().__init__(cast(Any, read_time), cast(Any, say_time))
        self.button.hide()

    def _typed_form(self, value: Any) -> str:
        return say_time(cast(time, value))
