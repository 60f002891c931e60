"""What is typed into an "add" form is kept, box by box, until it is whole."""

from collections.abc import Mapping
from functools import partial

from carer_app.use_cases import drafts
from carer_app.use_cases.drafts import DraftKey
from ui.base.records import Records
from ui.widgets.date_field import DateField
from ui.widgets.line import Line


class HalfTyped:
    """Ties the boxes of a form to drafts. `place` is what they are kept under; the use case forgets it."""

    def __init__(self, records: Records, place: DraftKey, boxes: Mapping[str, Line | DateField]) -> None:
        self.place = place
        self._records = records
        self._boxes = boxes
        for name, box in boxes.items():
            typed = box.textEdited if isinstance(box, Line) else box.changed
            typed.connect(partial(self._on_typed, name))

    def show(self) -> dict[str, str]:
        """Show what was half typed before, and give it back. Never empties a box."""
        kept = self._records.read(drafts.of_place, self.place)
        for name, box in self._boxes.items():
            text = kept.get(name, "")
            if text and text != _typed_in(box):
                _put_in(box, text)
        return kept

    def keep(self, name: str, text: str) -> None:
        """Keep something of the form that is not a box, such as a choice."""
        self._records.change(drafts.keep, self.place, name, text, announce=False)

    def clear(self) -> None:
        """Empty the boxes: what was typed has become whole, or is not wanted."""
        for box in self._boxes.values():
            _put_in(box, "")

    def forget(self) -> None:
        """Empty the boxes, and keep nothing of them."""
        self.clear()
        # It may be let go right after a change that can be undone.
        self._records.change(drafts.forget, self.place, ends_undo=False)

    def _on_typed(self, name: str, *_text: str) -> None:
        self.keep(name, _typed_in(self._boxes[name]))


def _typed_in(box: Line | DateField) -> str:
    return box.text() if isinstance(box, Line) else box.raw()


def _put_in(box: Line | DateField, text: str) -> None:
    if isinstance(box, Line):
        box.setText(text)
    else:
        box.set_raw(text)
