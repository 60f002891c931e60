"""The sheet in plain lines, as they are printed: to be played back, read aloud, or pasted into a council's box."""

import textwrap
from dataclasses import dataclass

from carer_app.paper.content import Difficulty, Item, Section
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.typed_dates import say_short
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class Pasted:
    """A piece to paste: the heading of its part, which piece of how many, and how long the whole part is."""

    section: Section
    heading: str
    text: str
    number: int
    of: int
    whole: int


def lines_of_part(sheet: MeetingSheet, section: Section) -> list[str]:
    """One part of the sheet, a line for each thing in it."""
    if section == Section.CHILD_SAYS:
        return _child_says(sheet)
    if section in (Section.GOING_WELL, Section.AT_HOME, Section.MORE):
        items: tuple[Item, ...] = getattr(sheet, section.value)
        return [
            _with_reply(f"{each.label}: {each.what}" if each.label else each.what, each.reply)
            for each in items
        ]
    if section == Section.HARD_NOW:
        return [_hard(each) for each in sheet.hard_now]
    if section == Section.ASKS:
        return [_with_reply(ask.in_a_line, ask.reply) for ask in sheet.asks]
    if section == Section.LAST_TIME:
        return [
            f"{last.what}: {last.mark.words}" + (f" ({last.who})" if last.who else "")
            for last in sheet.last_time
        ]
    if section == Section.QUESTIONS:
        return list(sheet.questions)
    return [f"{day.what}: {say_short(day.on, with_year=True) if day.on else day.when}" for day in sheet.dates]


def to_paste(sheet: MeetingSheet, most: int) -> tuple[Pasted, ...]:
    """Every part of the sheet in pieces of up to `most` characters, cut between words and never inside one unless a
    single word is longer than that."""
    return tuple(
        Pasted(section, sheet.heading(section), text, number, len(pieces), len("\n".join(lines)))
        for section in sheet.sections()
        for lines in [lines_of_part(sheet, section)]
        for pieces in [_pieces(lines, most)]
        for number, text in enumerate(pieces, start=1)
    )


def _pieces(lines: list[str], most: int) -> list[str]:
    """Whole lines together as long as they fit; a line that is too long alone is cut between words."""
    pieces: list[str] = []
    for line in lines:
        short = textwrap.wrap(line, most, break_on_hyphens=False)
        for part in short:
            if pieces and len(pieces[-1]) + 1 + len(part) <= most:
                pieces[-1] += f"\n{part}"
            else:
                pieces.append(part)
    return pieces


def _child_says(sheet: MeetingSheet) -> list[str]:
    quotes = [quote.in_a_line for quote in sheet.child_says]
    if sheet.child_would_change:
        quotes.append(
            _("What {child} would change: “{words}”").format(
                child=sheet.child, words=sheet.child_would_change.words
            )
        )
    return quotes + ([sheet.no_words_line] if sheet.no_words_line else [])


def _hard(hard: Difficulty) -> str:
    said = hard.child_says.in_a_line if hard.child_says else ""
    parts = (
        hard.seen_line,
        _("What helps: {helps}").format(helps=hard.helps) if hard.helps else "",
        _("We think: {think}").format(think=hard.think) if hard.think else "",
        said,
    )
    return _with_reply(" ".join(part for part in parts if part), hard.reply)


def _with_reply(line: str, reply: str) -> str:
    return f"{line} {reply}".strip()
