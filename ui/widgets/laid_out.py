"""What stands in a layout, in its order."""

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout) -> list[QWidget]:
    """The widgets in `layout` and in the layouts inside it, as they are placed; hidden ones too.

    The layout is never asked for its items (`itemAt`): Python goes on remembering each at its address, after Qt has
    freed it and put a part of another page there, and then takes that part for the item.
    """
    owner = layout.parentWidget()
    if owner is None:
        return []
    parts = (*owner.children(), *layout.children())
    placed = [
        (place, part)
        for part in parts
        if isinstance(part, QWidget | QLayout) and (place := layout.indexOf(part)) >= 0
    ]
    in_order = [part for _place, part in sorted(placed, key=lambda each: each[0])]
    return [each for part in in_order for each in ([part] if isinstance(part, QWidget) else laid_out(part))]
