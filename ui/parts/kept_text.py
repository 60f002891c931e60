"""A text box whose words go straight into the records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from carer_app.errors import NotSaved
from ui.base.records import Records
from ui.widgets.field import Field
from ui.widgets.saved_text import SavedText

if TYPE_CHECKING:
    from ui.parts.spelling_marks import SpellMarks


class KeptText(SavedText):
    """Calls `use_case(*args, text)` as one types. What could not be stored stays in the box and is tried again.

    `spelling` marks words that the dictionary does not have: for what the carer writes, never for a child's own words.
    """

    def __init__(
        self,
        records: Records,
        use_case: Callable[..., Any],
        *args: Any,
        lines: int = 3,
        spelling: bool = False,
    ) -> None:
        def save(typed: str) -> None:
            if not records.change(use_case, *args, typed, ends_undo=False):
                raise NotSaved

        super().__init__(save, lines)
        self._records = records
        self.about = args
        """What its words are kept for: the row, and the question where there is one."""
        self.spell_marks: SpellMarks | None = None
        if spelling:
            from ui.parts import spelling_marks as marks

            self.spell_marks = marks.SpellMarks(self, records)

    def flush(self) -> None:
        try:
            super().flush()
        except NotSaved:
            # The records have said so already; raising again would keep the text box from closing.
            return


class KeptAndSaid(KeptText):
    """The same, where a rule may say no: what is not stored, an empty box for one, is said beside its `field`."""

    field: Field

    def flush(self) -> None:
        with self._records.problems_said_here() as said:
            super().flush()
        if said:
            self.field.show_error(" ".join(said))
