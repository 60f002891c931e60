"""A passage that was searched for: brought into sight on the page that holds it, and marked there until one goes on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.base.page import Page
from ui.parts.kept_text import KeptText
from ui.parts.rows import Rows
from ui.widgets.announce import announce
from ui.widgets.choice import Tick
from ui.widgets.line import Line
from ui.widgets.opens import Opens
from ui.widgets.row_button import RowButton
from ui.widgets.saved_text import SavedText
from ui.widgets.tab_order import everything_in_order, follow_reading_order, is_meant_to_be_seen
from ui.widgets.text import PlainLabel

_MOST_ROUNDS = 40
IN_LISTS = (
    *("agreed_action", "attendee", "child_view", "concern", "meeting_put_off", "note", "report_figure"),
    *("child_letter", "request", "school_question"),
)
"""Tables whose rows stand in a list that says so (see `Rows.table`), on the page where a find of theirs opens."""
Holder = PlainLabel | SavedText | RowButton | Line | Tick


@dataclass(frozen=True)
class Passage:
    """What stands in a box of the records, and the words in it that were looked for.

    `table` and `id` name its row, `box` its box (see `SearchLine`): the same words may stand twice.
    """

    table: str
    id: int
    box: tuple[str | int, ...]
    words: str
    found: str


def show_passage(page: Page, passage: Passage) -> Callable[[], None] | None:
    """Bring it into sight and mark it. Returns what takes the mark away; None where the page does not show it."""
    page.fill_whole()
    holder = None
    for _round in range(_MOST_ROUNDS):
        holder = _holder(page, passage)
        if holder is not None or not (_show_more_rows(page) or page.show_what_is_left_out()):
            break
    if holder is None:
        return None
    _open_what_is_round(holder, page)
    follow_reading_order(page)
    at = _text(holder).find(passage.found)
    _mark(holder, max(0, at), len(passage.found) if at >= 0 else len(_text(holder)))
    box = holder if isinstance(holder, SavedText | Line | RowButton) else _next_box(page, holder)
    if box is not None:
        box.setFocus(Qt.FocusReason.OtherFocusReason)
    page.body.open_at(holder, holder)
    if isinstance(holder, PlainLabel):
        announce(page, holder.words())
    return lambda: _mark(holder, 0, 0) if isValid(holder) else None


def _holder(page: Page, passage: Passage) -> Holder | None:
    """What shows all of the words and is of that very row; what is in sight comes first."""
    holders = [each for each in everything_in_order(page.body) if isinstance(each, Holder) and _is_left(each)]
    holders = _of_the_row(page, passage, holders)
    holders.sort(key=lambda each: not is_meant_to_be_seen(each, page))
    words = _plain(passage.words)
    whole = (each for each in holders if words in _plain(_text(each)))
    return next(whole, None)


def _of_the_row(page: Page, passage: Passage, holders: list[Holder]) -> list[Holder]:
    """Those that may be of that row: of what stands in lists nothing but the row with that id is. Of what does not, its
    very box, where that is known; failing that, what is of no row of another table."""
    lists = [rows for rows in page.findChildren(Rows) if rows.table]
    if passage.table in IN_LISTS:
        theirs = [rows for rows in lists if rows.table == passage.table]
        row = next((rows.row(passage.id) for rows in theirs if passage.id in rows.ids()), None)
        return [each for each in holders if row is not None and (each is row or row.isAncestorOf(each))]
    boxes: list[Holder] = [
        each
        for each in holders
        if isinstance(each, KeptText) and passage.box and set(passage.box) <= set(each.about)
    ]
    return boxes or [each for each in holders if not any(rows.isAncestorOf(each) for rows in lists)]


def _is_left(holder: QWidget) -> bool:
    """Whether it may be shown: what a page itself hides, other than behind a press, stays hidden."""
    above: QWidget | None = holder
    while above is not None and not isinstance(above, Page):
        behind = above.parentWidget()
        is_closed = isinstance(behind, Opens) and behind.inside is above
        if (
            above.isHidden()
            and above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
            and not is_closed
        ):
            return False
        above = behind
    return True


def _open_what_is_round(holder: QWidget, page: Page) -> None:
    above = holder.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, Opens) and not above.is_open and above.inside.isAncestorOf(holder):
            above.open(True)
        above = above.parentWidget()


def _show_more_rows(page: Page) -> bool:
    """More of the lists that show their first rows only. False where every list is whole."""
    shown = False
    for rows in page.findChildren(Rows):
        if rows.show_more():
            shown = True
    return shown


def _next_box(page: Page, holder: QWidget) -> QWidget | None:
    """The control after the words, never one that takes them away."""
    after: Iterator[QWidget] = iter(everything_in_order(page.body))
    for each in after:
        if each is holder:
            break
    return next(
        (
            each
            for each in after
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isEnabled()
            and is_meant_to_be_seen(each, page)
            and not getattr(each, "is_removal", False)
        ),
        None,
    )


def _mark(holder: Holder, start: int, length: int) -> None:
    if isinstance(holder, RowButton):
        holder.mark([(start, length)] if length else [])
    elif isinstance(holder, Line):
        holder.setSelection(start, length) if length else holder.deselect()
    else:
        holder.mark(start, length)


def _text(holder: Holder) -> str:
    return holder.text() if isinstance(holder, SavedText | Line) else holder.words()


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
