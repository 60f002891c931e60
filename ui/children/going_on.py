"""Where the keyboard goes on the page of a school’s dates: on to what is open, and up and down between the boxes."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt

from carer_app.use_cases import dates_form
from carer_app.use_cases.dates_form import Box
from ui.children.stretch_row import StretchRow
from ui.children.to_look_at import Spot
from ui.children.what_waits import looks_of, waiting_in
from ui.widgets.scroll_page import bring_into_view

if TYPE_CHECKING:
    from ui.children.check_dates import CheckDatesPage


class GoingOn:
    """Enter goes to the next thing to check, then to what is wrong, and at last to the button that uses the dates."""

    def __init__(self, page: "CheckDatesPage") -> None:
        self._page = page

    def go_on(self, row_id: int, box: Box | Literal["line"]) -> None:
        """From here to the next line without an answer, or box that is empty or needs a look; then to what is wrong."""
        self.go_after((row_id, box))

    def go_after(self, spot: Spot | None) -> None:
        """The same from any spot, or from the beginning of the page."""
        page, spots = self._page, self.spots()
        after = spots[spots.index(spot) + 1 :] if spot in spots else spots if spot is None else []
        looks, wrong = set(waiting_in(page.given, page.checked)), set(page.using.hindering())
        following = next((each for each in after if each in looks), None)
        following = following or next((each for each in spots if each in wrong), None)
        if following is None:
            page.using.take_keyboard()
        else:
            self.jump_to(following)

    def go_to_open(self, spot: Spot) -> None:
        """On to the next thing to check, also above: to the end only where nothing is open."""
        page, spots = self._page, self.spots()
        looks = looks_of(page.given, page.checked, only_open=True)
        above = spots[: spots.index(spot)] if spot in spots else []
        waits = set(waiting_in(page.given, page.checked))
        first = next((where for _name, where in looks if where in above), None)
        if first is None or any(each in waits for each in spots[len(above) + 1 :]):
            self.go_after(spot)
        else:
            self.jump_to(first)

    def spots(self) -> list[Spot]:
        """Everywhere Enter may lead to, in its order: what is said of a whole year comes after its boxes."""
        found: list[Spot] = [(each.id, "line") for each in dates_form.lines_asked(self._page.given)]
        for year, section in self._page.sections.items():
            found += section.boxes()
            found.append((year, "look"))
        return found

    def jump_to(self, spot: Spot) -> None:
        """Put the keyboard there."""
        place, box = spot
        sections = self._page.sections
        if box == "line":
            row = self._page.lines.row(place)
            row.first_box().setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(row)
        elif box == "look":
            sections[place].open()
            sections[place].looked.setFocus(Qt.FocusReason.ShortcutFocusReason)
            bring_into_view(sections[place].look)
            bring_into_view(sections[place].looked)
        else:
            self.jump(place, box)

    def step(self, row_id: int, box: Box, by: int) -> None:
        """To the same box of the part of the year above or below."""
        sections = self._page.sections.values()
        rows = [row for section in sections for row, which in section.boxes() if which == box]
        place = rows.index(row_id) + by
        if 0 <= place < len(rows):
            self.jump(rows[place], box, to_box=True)

    def jump(self, row_id: int, box: Box, *, to_box: bool = False) -> None:
        """Put the keyboard into a box, with all of it marked: what is typed takes its place.

        Where last year's days wait to be checked, to "This is right" instead, unless `to_box`.
        """
        field = self._page.field(row_id, box)
        if field is None:
            return
        moved = next(
            (bool(each.moved) for _y, each in self._page.given.stretches() if each.id == row_id), False
        )
        row: StretchRow | None = None
        if moved and not to_box:
            sections = self._page.sections.values()
            row = next(each.stretches.row(row_id) for each in sections if each.has(row_id))
        entry = field.entry() if row is None else row.right
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(entry)
        if row is not None:
            # Both days are seen before they are said to be right, also once the message bar has its place below.
            self._page.body.show_together(row, row.days)
