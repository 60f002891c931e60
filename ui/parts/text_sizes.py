"""How large the words of a sheet are."""

from typing import get_args

from carer_app.paper.content import TextSize
from carer_app.words import _
from ui.parts.choices_across import ChoicesAcross
from ui.widgets.field import Field


class TextSizes(ChoicesAcross):
    """One of the sizes in which a sheet can be printed. The numbers alone: they stand in one row beside a sheet."""

    def __init__(self) -> None:
        super().__init__([(str(size), str(size)) for size in get_args(TextSize)])

    def field(self) -> Field:
        """With the words that say what they are."""
        return Field(_("Text size on paper"), self)
