"""What stands in a layout, in its order."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout) -> list[QWidget]:
    """The widgets in `layout` and in the layouts inside it, as they are placed; hidden ones too.

    The layout is never asked for its items (`itemAt`): Python goes on remembering each at its address, after Qt has
    freed it and put a part of another page there, and then takes that part for the item.
    """
    owner = layout.parentWidget()
    if owner is None:
        return []
    return list(_placed(layout, [each for each in owner.children() if isinstance(each, QWidget)]))


def _placed(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    inside = [each for each in layout.children() if isinstance(each, QLayout)]
    parts: list[QWidget | QLayout] = [*widgets, *inside]
    in_order = sorted(
        (place, number) for number, part in enumerate(parts) if (place := layout.indexOf(part)) >= 0
    )
    for _place, number in in_order:
        part = parts[number]
        if isinstance(part, QLayout):
            yield from _placed(part, widgets)
        else:
            yield part
