"""The sheet for everyone at the meeting, section by section."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from carer_app.paper.content.at_the_meeting import Ask, DateToKnow, Difficulty, LastAction, Section
from carer_app.paper.content.pieces import (
    Column,
    FillIn,
    Labelled,
    LastLines,
    Marked,
    Paragraph,
    Piece,
    Quotation,
    Reply,
    Room,
    RoomFor,
    SheetOpening,
    SheetPart,
    ShortThings,
    Table,
    TableRow,
    Title,
    ToTick,
    words,
)
from carer_app.paper.content.printed import Item, Quote, comma, spaced, when_words
from carer_app.paper.content.sheet import Sheet
from carer_app.typed_dates import say_day, say_short, say_when
from carer_app.words import _

_IF_NOT = _("If not: why, and what instead?")


@dataclass(frozen=True, slots=True)
class MeetingSheet(Sheet):
    """The sheet for everyone at the meeting."""

    child: str
    meeting_on: date | None = None
    meeting_at: time | None = None
    where: str = ""
    school: str = ""
    year_group: str = ""
    class_name: str = ""
    written_by: str = ""
    written_on: date | None = None
    child_has_seen_it: str = ""
    taking_part: tuple[str, ...] = ()
    child_says: tuple[Quote, ...] = ()
    child_would_change: Quote | None = None
    child_asked_on: date | None = None
    going_well: tuple[Item, ...] = ()
    hard_now: tuple[Difficulty, ...] = ()
    asks: tuple[Ask, ...] = ()
    at_home: tuple[Item, ...] = ()
    more: tuple[Item, ...] = ()
    last_time: tuple[LastAction, ...] = ()
    questions: tuple[str, ...] = ()
    dates: tuple[DateToKnow, ...] = ()
    next_pep_on: date | None = None
    copy_by: date | None = None

    document_title = _("Notes for a PEP meeting")
    footer = _("Private: about a child. For people at the meeting only. Shred or hand back after.")
    file_name = "PEP notes.pdf"

    @property
    def title(self) -> str:
        return _("{child} · notes from home for the PEP meeting").format(child=self.child)

    def opening_lines(self) -> tuple[str, ...]:
        """The lines under the title: when and where, who wrote it, how the child takes part."""
        return tuple(line for line in (self._when_line(), self._written_line(), self._part_line()) if line)

    def pieces(self) -> tuple[Piece, ...]:
        return (Title(self.title), SheetOpening(self.opening_lines()), *numbered_parts(self))

    def sections(self) -> tuple[Section, ...]:
        """The parts that have something in them, in order; number them from 1."""
        return tuple(section for section in Section if self._has(section))

    def heading(self, section: Section) -> str:
        """The heading of a part, without its number."""
        return {
            Section.CHILD_SAYS: _("{child} says"),
            Section.GOING_WELL: _("Going well"),
            Section.HARD_NOW: _("What makes school hard just now"),
            Section.ASKS: _("What we ask for"),
            Section.AT_HOME: _("What we do at home"),
            Section.MORE: _("More from home"),
            Section.LAST_TIME: _("From last time"),
            Section.QUESTIONS: _("Questions for school"),
            Section.DATES: _("Dates"),
        }[section].format(child=self.child)

    @property
    def no_words_line(self) -> str:
        """Said when the child was asked and chose to add nothing. Empty where there are words."""
        if self.child_says or self.child_would_change or not self.child_asked_on:
            return ""
        return _("Asked {when}. {child} chose not to add words this time.").format(
            when=say_when(self.child_asked_on), child=self.child
        )

    def _has(self, section: Section) -> bool:
        if section is Section.CHILD_SAYS:
            return bool(self.child_says or self.child_would_change or self.no_words_line)
        return bool(getattr(self, section.value))

    def _when_line(self) -> str:
        where = "" if self.where == self.school else self.where
        # "Elm Park Primary, the library" names the school already
        school = "" if where.startswith(self.school) else self.school
        return spaced(
            comma(when_words(self.meeting_on, self.meeting_at), where),
            comma(school, self.year_group, self.class_name),
        )

    def _written_line(self) -> str:
        by = _("Written by {name}").format(name=self.written_by) if self.written_by else ""
        if by and self.written_on:
            by = _("{written_by} on {day}").format(written_by=by, day=say_short(self.written_on))
        seen = ""
        if self.child_has_seen_it:
            seen = _("{child} has seen this: {answer}").format(
                child=self.child, answer=self.child_has_seen_it
            )
        return spaced(by, seen)

    def _part_line(self) -> str:
        if not self.taking_part:
            return ""
        how = spaced(*self.taking_part)
        return _("How {child} will take part: {how}").format(child=self.child, how=how)


def numbered_parts(sheet: MeetingSheet) -> tuple[Piece, ...]:
    """The parts that have something in them, and the two lines to fill in before leaving the room."""
    parts = (
        SheetPart(
            sheet.heading(section), _SECTIONS[section](sheet), number, in_box=section is Section.CHILD_SAYS
        )
        for number, section in enumerate(sheet.sections(), 1)
    )
    next_pep = FillIn(_("Next PEP date:"), say_day(sheet.next_pep_on) if sheet.next_pep_on else "")
    copy_by = FillIn(_("Copy of the PEP to us by:"), say_short(sheet.copy_by) if sheet.copy_by else "")
    return (*parts, LastLines(next_pep, copy_by))


def _child_says(sheet: MeetingSheet) -> tuple[Piece, ...]:
    pieces: list[Piece] = [Quotation(quote) for quote in sheet.child_says]
    if sheet.child_would_change:
        label = _("What {child} would change at school:").format(child=sheet.child)
        pieces.append(Quotation(sheet.child_would_change, label))
    if sheet.no_words_line:
        pieces.append(words(sheet.no_words_line))
    return tuple(pieces)


def _hard_now(sheet: MeetingSheet) -> tuple[Piece, ...]:
    columns = (Column(_("What we see, how often, since when"), share=0.56), Column(_("What helps")))
    rows = (TableRow((each.seen_line, each.helps), _beneath_hard(each)) for each in sheet.hard_now)
    return (Table(columns, tuple(rows)),)


def _beneath_hard(each: Difficulty) -> tuple[Piece, ...]:
    """What the carer thinks, marked as such, and what the child says."""
    pieces: list[Piece] = []
    if each.think:
        pieces.append(Labelled((Item(each.think, _("We think")),)))
    if each.child_says:
        pieces.append(Quotation(each.child_says))
    if each.reply:
        pieces.append(Reply(each.reply))
    return tuple(pieces)


def _asks(sheet: MeetingSheet) -> tuple[Piece, ...]:
    columns = (
        Column(_("What")),
        Column(_("Who"), share=0.19, to_fill_in=True),
        Column(_("By when"), share=0.17, to_fill_in=True),
        Column(_("Agreed?"), letters=4.4, to_fill_in=True),
    )
    table = Table(columns, tuple(_ask(each) for each in sheet.asks), numbered=True)
    return (table, RoomFor(_IF_NOT, Room.FOR_ALL))


def _ask(ask: Ask) -> TableRow:
    """The child's line below it, and where there is room on the page a line for an honest no."""
    day = say_short(ask.by_when) if ask.by_when else ""
    reply = (Reply(ask.reply),) if ask.reply else ()
    return TableRow((ask.what, ask.who, day, ""), (*reply, RoomFor(_IF_NOT)))


def _last_time(sheet: MeetingSheet) -> tuple[Piece, ...]:
    return (ShortThings(tuple(_last_action(each) for each in sheet.last_time)),)


def _last_action(action: LastAction) -> Marked:
    who = f" ({action.who})" if action.who else ""
    return Marked(action.mark, ((f"{action.what} · ", False), (action.mark.words, True), (who, False)))


def _dates(sheet: MeetingSheet) -> tuple[Piece, ...]:
    return (ShortThings(tuple(_date(each) for each in sheet.dates)),)


def _date(each: DateToKnow) -> Paragraph:
    when = ((f"{each.when_words}: ", True),) if each.when_words else ()
    return Paragraph((*when, (each.what, False)))


_SECTIONS: dict[Section, Callable[[MeetingSheet], tuple[Piece, ...]]] = {
    Section.CHILD_SAYS: _child_says,
    Section.GOING_WELL: lambda sheet: (Labelled(sheet.going_well),),
    Section.HARD_NOW: _hard_now,
    Section.ASKS: _asks,
    Section.AT_HOME: lambda sheet: (Labelled(sheet.at_home),),
    Section.MORE: lambda sheet: (Labelled(sheet.more),),
    Section.LAST_TIME: _last_time,
    Section.QUESTIONS: lambda sheet: (ToTick(sheet.questions),),
    Section.DATES: _dates,
}
