"""A list to choose from, filled anew only where something else is to stand there: an open list stays open."""

from collections.abc import Sequence

from ui.widgets.combo import Combo


def fill_combo(box: Combo, options: Sequence[tuple[str, object]], chosen: object) -> None:
    """Each option has its words and its value."""
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != list(options):
        box.clear()
        for words, value in options:
            box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
