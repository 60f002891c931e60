"""The sheet for the meeting, section by section, as rows on paper."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from carer_app.paper.content import (
    Ask,
    DateToKnow,
    Difficulty,
    Item,
    LastAction,
    MeetingSheet,
    MySheet,
    Section,
)
from carer_app.paper.pdf_parts import Pen
from carer_app.paper.pdf_rows import Cell, Piece, Row, WritingLine, spans
from carer_app.paper.pdf_shapes import TickBox
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _

_UNDER_HEADS = 3.0


def meeting_rows(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    """Everything on the sheet for everyone, in order."""
    return [
        pen.title(sheet.title),
        *pen.opening(sheet.opening_lines()),
        *_numbered(sheet, pen),
        *_closing(sheet, pen),
    ]


def my_rows(mine: MySheet, pen: Pen) -> list[Row]:
    """The same sheet for the carer's own hand: what to say comes first, then who will be there."""
    sheet = mine.sheet
    rows = [pen.title(sheet.title), *pen.opening(sheet.opening_lines())]
    if mine.things_to_say:
        box = pen.in_panel()
        rows.append(box.heading(_("What I want to say")))
        for number, thing in enumerate(mine.things_to_say, 1):
            rows.append(box.counted(number, thing))
    if mine.who_comes:
        names = pen.words(", ".join(mine.who_comes))
        rows += [pen.heading(_("Who is coming")), pen.row(Cell(pen.left, pen.width, names))]
    if mine.only_here:
        rows += [pen.heading(_("For me only")), *pen.labelled(mine.only_here)]
    return [*rows, *_numbered(sheet, pen), *_closing(sheet, pen)]


def notes_at_the_end(heading: str, pen: Pen) -> list[Row]:
    """Lines to write on, where the words are too big to leave a column for notes."""
    lines = [
        pen.row(Cell(pen.left, pen.width, (WritingLine(pen.size * 1.7),)), above=0) for _line in range(8)
    ]
    return [pen.heading(heading), replace(lines[0], with_next=True), *lines[1:]]


def _numbered(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    rows: list[Row] = []
    for number, section in enumerate(sheet.sections(), 1):
        on = pen.in_panel() if section is Section.CHILD_SAYS else pen
        rows.append(on.heading(sheet.heading(section), number))
        rows += _SECTIONS[section](sheet, on.indented())
    return rows


def _child_says(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    rows = [row for quote in sheet.child_says for row in pen.quote(quote)]
    if sheet.child_would_change:
        label = _("What {child} would change at school:").format(child=sheet.child)
        rows += pen.quote(sheet.child_would_change, label)
    if sheet.no_words_line:
        rows.append(pen.row(Cell(pen.left, pen.width, pen.words(sheet.no_words_line))))
    return rows


def _going_well(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    return pen.labelled(sheet.going_well)


def _hard_now(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    if not pen.has_room or not any(row.helps for row in sheet.hard_now):
        return _hard_stacked(sheet, pen)
    gap = pen.size * 1.2
    left = (pen.width - gap) * 0.56
    right = pen.width - gap - left
    at = pen.left + left + gap
    heads = (
        Cell(pen.left, left, pen.quiet(_("What we see, how often, since when"), left)),
        Cell(at, right, pen.quiet(_("What helps"), right)),
    )
    rows = [pen.row(*heads, above=1, with_next=True)]
    for place, each in enumerate(sheet.hard_now):
        cells = (
            Cell(pen.left, left, pen.words(each.seen_line, left)),
            Cell(at, right, pen.words(each.helps, right)),
        )
        beneath = _beneath(each, pen)
        above = pen.gap * 2 + 3 if place else 1
        rows.append(pen.row(*cells, above=above, rule=place > 0, with_next=bool(beneath)))
        rows += beneath
    return rows


def _beneath(each: Difficulty, pen: Pen) -> list[Row]:
    """What the carer thinks, marked as such, and what the child says."""
    rows = pen.labelled([Item(each.think, _("We think"))]) if each.think else []
    if each.child_says:
        rows += pen.quote(each.child_says)
    if each.reply:
        rows.append(pen.reply(each.reply))
    return rows


def _hard_stacked(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    rows: list[Row] = []
    for place, each in enumerate(sheet.hard_now):
        helps = pen.labelled([Item(each.helps, _("What helps"))]) if each.helps else []
        see = (
            [pen.row(Cell(pen.left, pen.width, pen.words(each.seen_line)), with_next=bool(helps))]
            if each.see
            else []
        )
        first, *others = [*see, *helps, *_beneath(each, pen)]
        if place:
            first = replace(first, above=pen.gap * 3 + 2, rule_above=True)
        rows += [first, *others]
    return rows


def _asks(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    if not pen.has_room:
        return [row for number, ask in enumerate(sheet.asks, 1) for row in _ask_stacked(number, ask, pen)]
    gap = pen.size * 0.5
    number_width = pen.size * 1.3
    who, when, agreed = pen.width * 0.19, pen.width * 0.17, pen.size * 4.4
    what = pen.width - number_width - who - when - agreed - 3 * gap
    lefts = _lefts(pen.left, [number_width, what, who, when, agreed], [0, gap, gap, gap])
    names = (_("What"), _("Who"), _("By when"), _("Agreed?"))
    widths = (what, who, when, agreed)
    heads = [
        Cell(at, width, pen.quiet(name, width))
        for at, width, name in zip(lefts[1:], widths, names, strict=True)
    ]
    rows = [pen.row(*heads, above=1, with_next=True)]
    for number, ask in enumerate(sheet.asks, 1):
        day = say_short(ask.by_when) if ask.by_when else ""
        cells = [
            Cell(lefts[0], number_width, pen.words(f"{number}.", number_width, bold=True)),
            Cell(lefts[1], what, pen.words(ask.what, what)),
            *(
                _box(pen, at, width, text)
                for at, width, text in zip(lefts[2:], widths[1:], (ask.who, day, ""), strict=True)
            ),
        ]
        row = pen.row(*cells, above=pen.gap + 3 if number > 1 else _UNDER_HEADS)
        beneath = _beneath_ask(ask, lefts[1], pen.left + pen.width - lefts[1], pen)
        rows.append(replace(row, at_least=pen.line * 1.25, with_next=bool(beneath)))
        rows += beneath
    return rows


def _beneath_ask(ask: Ask, left: float, width: float, pen: Pen) -> list[Row]:
    """The child's line, and where there is room on the page a line for an honest no."""
    rows = [pen.reply(ask.reply, left - pen.left)] if ask.reply else []
    if pen.spacious:
        label = pen.quiet(_("If not: why, and what instead?"), width * 0.42)
        at = left + width * 0.42
        line = Cell(at, width * 0.58, (WritingLine(label[0].height + 1),))
        rows.append(pen.row(Cell(left, width * 0.42, label), line, above=pen.size * 0.8))
    return rows


def _ask_stacked(number: int, ask: Ask, pen: Pen) -> list[Row]:
    gap = pen.size * 0.5
    width = (pen.width - pen.indent - 2 * gap) / 3
    lefts = _lefts(pen.left + pen.indent, [width] * 3, [gap] * 2)
    day = say_short(ask.by_when) if ask.by_when else ""
    labels = zip(lefts, (_("Who"), _("By when"), _("Agreed?")), (ask.who, day, ""), strict=True)
    boxes = []
    for at, label, text in labels:
        pieces = (*pen.quiet(label, width - 10), *(pen.words(text, width - 10) if text else ()))
        boxes.append(Cell(at, width, pieces, boxed=True))
    least = pen.small * 1.3 + pen.line
    rows = [
        replace(pen.counted(number, ask.what), with_next=True),
        replace(pen.row(*boxes, above=4), at_least=least),
    ]
    return rows + _beneath_ask(ask, pen.left + pen.indent, pen.width - pen.indent, pen)


def _at_home(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    return pen.labelled(sheet.at_home)


def _more(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    return pen.labelled(sheet.more)


def _last_time(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    return pen.side_by_side([partial(_last_action, each) for each in sheet.last_time])


def _last_action(action: LastAction, pen: Pen) -> list[Cell]:
    return pen.shaped(action.mark, _so_far(action))


def _so_far(action: LastAction) -> list[tuple[str, bool]]:
    who = f" ({action.who})" if action.who else ""
    return [(f"{action.what} · ", False), (action.mark.words, True), (who, False)]


def _questions(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    rows = []
    for question in sheet.questions:
        width = pen.width - pen.indent
        pieces: tuple[Piece, ...] = (*pen.words(question, width), WritingLine(pen.writing))
        box = Cell(pen.left, pen.indent, (TickBox(pen.line, pen.size * 0.85),))
        rows.append(pen.row(box, Cell(pen.left + pen.indent, width, pieces)))
    return rows


def _dates(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    return pen.side_by_side([partial(_date, each) for each in sheet.dates])


def _date(each: DateToKnow, pen: Pen) -> list[Cell]:
    parts = [(f"{each.when_words}: ", True)] if each.when_words else []
    said = spans([*parts, (each.what, False)], pen.width, pen.size, leading=pen.leading)
    return [Cell(pen.left, pen.width, said)]


def _closing(sheet: MeetingSheet, pen: Pen) -> list[Row]:
    """Two lines that somebody fills in before leaving the room."""
    next_pep = (_("Next PEP date:"), say_day(sheet.next_pep_on) if sheet.next_pep_on else "")
    copy_by = (_("Copy of the PEP to us by:"), say_short(sheet.copy_by) if sheet.copy_by else "")
    above = pen.above_heading + pen.gap
    if not pen.has_room:
        rows = [pen.to_fill_in(*each, pen.left, pen.width) for each in (next_pep, copy_by)]
        return [replace(rows[0], above=above), replace(rows[1], above=pen.size * 0.6)]
    gap = pen.size * 1.4
    half = (pen.width - gap) / 2
    left = pen.to_fill_in(*next_pep, pen.left, half)
    right = pen.to_fill_in(*copy_by, pen.left + half + gap, half)
    return [pen.row(*left.cells, *right.cells, above=above)]


def _box(pen: Pen, at: float, width: float, text: str) -> Cell:
    return Cell(at, width, pen.words(text, width - 10) if text else (), boxed=True)


def _lefts(start: float, widths: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """Where each column begins."""
    lefts = [start]
    for width, gap in zip(widths, gaps, strict=False):
        lefts.append(lefts[-1] + width + gap)
    return lefts


_SECTIONS: dict[Section, Callable[[MeetingSheet, Pen], list[Row]]] = {
    Section.CHILD_SAYS: _child_says,
    Section.GOING_WELL: _going_well,
    Section.HARD_NOW: _hard_now,
    Section.ASKS: _asks,
    Section.AT_HOME: _at_home,
    Section.MORE: _more,
    Section.LAST_TIME: _last_time,
    Section.QUESTIONS: _questions,
    Section.DATES: _dates,
}
