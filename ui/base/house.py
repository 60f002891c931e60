"""What a page is given."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carer_app.computer.preferences import Preferences
from ui.base.records import Records

if TYPE_CHECKING:
    from datetime import date

    from ui.door.door import Door


@dataclass(frozen=True)
class House:
    """What a page may use. There is no global."""

    records: Records
    today: "Callable[[], date]"
    preferences: Callable[[], Preferences]
    prefer: Callable[[Preferences], None]
    door: "Door"
