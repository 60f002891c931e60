"""A text box whose words go straight into the records."""

from collections.abc import Callable
from typing import Any

from carer_app.errors import NotSaved
from ui.records import Records
from ui.widgets.saved_text import SavedText


class KeptText(SavedText):
    """Calls `use_case(*args, text)` as one types. What could not be stored stays in the box and is tried again."""

    def __init__(self, records: Records, use_case: Callable[..., Any], *args: Any, lines: int = 3) -> None:
        def save(typed: str) -> None:
            if not records.change(use_case, *args, typed):
                raise NotSaved

        super().__init__(save, lines)

    def flush(self) -> None:
        try:
            super().flush()
        except NotSaved:
            # The records have said so already; raising again would keep the text box from closing.
            return
