"""A calendar file taken apart into events and their lines, so that what is broken in one costs no other.

Lines are put together as bytes, because a fold may lie inside a letter; each is then read on its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline, unescape_backslash

from carer_app.imports.calendar_event import BadCalendar

MOST_EVENTS = 20_000
LONGEST_TITLE = 300
LONGEST_LINE = 40_000
"""Bytes of a line that is needed: a title, a day, a thousand days left out."""
NEEDED = (
    *("UID", "SUMMARY", "STATUS", "SEQUENCE", "LAST-MODIFIED", "DTSTART", "DTEND", "DURATION"),
    *("RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID"),
)
MOST_LINES = 1_000
_LISTS = ("RRULE", "RDATE", "EXDATE")
_ALONE = ("SUMMARY", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
"""Two of these that differ make an event that nobody can read rightly."""
_OTHERS = frozenset(
    (
        *("ACKNOWLEDGED", "ATTACH", "ATTENDEE", "CALSCALE", "CATEGORIES", "CLASS", "COLOR", "COMMENT"),
        *("CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "DTSTAMP", "DUE", "GEO", "IMAGE", "LOCATION"),
        *("ORGANIZER", "PRIORITY", "RELATED-TO", "REQUEST-STATUS", "RESOURCES", "SOURCE", "STRUCTURED-DATA"),
        *("STYLED-DESCRIPTION", "TRANSP", "TRIGGER", "URL"),
    )
)
_NAME = re.compile(rb"\s*([A-Za-z][A-Za-z0-9-]*)[ \t]*[;:]")
_SIMPLE = re.compile(r"[A-Za-z-]+((?:;[A-Za-z0-9-]+=[^\":;,=^]*)*):(.*)", re.DOTALL)
_LAST_VALUE = re.compile(r":([^:\"]*)$")
# What English names and sentences are written with in Windows' own letters; any other such byte is damage.
_LETTERS = frozenset("‘’“”–—…•£°½¼¾\xa0àáâäãåæçèéêëìíîïñòóôöõøùúûüÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜ")


@dataclass(frozen=True, slots=True)
class Property:
    """A line of an event: what stands after its name, and its value as it is written."""

    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class RawEvent:
    """The lines of one event that are needed. `is_broken` where one of them, or its end, cannot be read."""

    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    is_broken: bool = False
    lines: dict[str, bytes] = field(default_factory=dict)

    def first(self, name: str) -> Property | None:
        return self.properties.get(name, [None])[0]

    def value(self, name: str) -> str:
        found = self.first(name)
        return found.value.strip() if found else ""

    @property
    def title(self) -> str:
        text = str(unescape_backslash(self.value("SUMMARY")))
        plain = "".join(letter if letter.isprintable() and letter != "\ufffd" else " " for letter in text)
        return " ".join(plain.split())[:LONGEST_TITLE]

    @property
    def is_change(self) -> bool:
        """Whether it is one day of a repeated event that differs from the others."""
        return "RECURRENCE-ID" in self.properties


@dataclass(frozen=True, slots=True)
class RawCalendar:
    events: list[RawEvent]
    is_cancelled: bool = False


def taken_apart(data: bytes) -> RawCalendar:
    """The events of a file. Raises BadCalendar where it is no calendar, or holds more than a school's."""
    text = _as_utf8(data)
    upper = text.upper()
    if b"BEGIN:VCALENDAR" not in upper and b"BEGIN:VEVENT" not in upper:
        raise BadCalendar("no_calendar")
    if upper.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise BadCalendar("too_many")
    return _Parts().read(_lines(text))


def _as_utf8(data: bytes) -> bytes:
    """UTF-8 as the format asks; UTF-16 where the file begins as that. Zero bytes are in no calendar."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").encode("utf-8", "replace")
    for encoding, zeros in (("utf-16-le", data[1:40:2]), ("utf-16-be", data[0:40:2])):
        if len(zeros) >= 8 and not any(zeros):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    if b"\x00" in data[:40]:
        raise BadCalendar("encoding")
    return data.removeprefix(b"\xef\xbb\xbf")


def _lines(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Each whole line with the number that it begins at. Empty lines, also those of doubled line ends, are none."""
    whole: list[bytes] = []
    at = 0
    plain = text.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    for number, line in enumerate(plain.split(b"\n"), start=1):
        if not line.strip():
            continue
        if line[:1] in b" \t" and whole:
            whole.append(line[1:])
            continue
        if whole:
            yield at, b"".join(whole)
        whole, at = [line], number
    if whole:
        yield at, b"".join(whole)


@dataclass(slots=True)
class _Parts:
    """Where in the file we are: in which event, how deep inside what belongs to it, after which kind of line."""

    events: list[RawEvent] = field(default_factory=list)
    event: RawEvent | None = None
    inside: int = 0
    after_free_text: bool = False
    is_cancelled: bool = False

    def read(self, lines: Iterator[tuple[int, bytes]]) -> RawCalendar:
        for number, line in lines:
            self._take(number, line)
        self._close(is_whole=False)  # a file that was cut off
        return RawCalendar(self.events, self.is_cancelled)

    def _take(self, number: int, line: bytes) -> None:
        begun = line.strip().upper() if len(line) < 100 else b""
        if begun == b"BEGIN:VEVENT":
            self._close(is_whole=False)
            self.event, self.inside, self.after_free_text = RawEvent(number), 0, False
        elif begun == b"END:VEVENT":
            self._close(is_whole=self.inside == 0)
        elif begun == b"END:VCALENDAR":
            self._close(is_whole=False)
        elif begun.startswith(b"BEGIN:"):
            self.inside += 1
        elif begun.startswith(b"END:"):
            self.inside = max(self.inside - 1, 0)
        elif begun == b"METHOD:CANCEL":
            self.is_cancelled = True
        elif self.event is not None and self.inside == 0:
            self._take_line(self.event, line)

    def _close(self, *, is_whole: bool) -> None:
        if self.event is not None:
            self.event.is_broken |= not is_whole
            self.events.append(self.event)
        self.event = None

    def _take_line(self, event: RawEvent, line: bytes) -> None:
        found = _NAME.match(line)
        name = found[1].decode().upper() if found else ""
        if name not in NEEDED and name not in _OTHERS and not name.startswith("X-"):
            # A long note that was broken over lines by hand is still that note; anything else may be a day.
            event.is_broken |= not self.after_free_text
            return
        self.after_free_text = name not in NEEDED
        if self.after_free_text:
            return
        kept = event.properties.setdefault(name, [])
        if len(kept) >= (MOST_LINES if name in _LISTS else 1):
            event.is_broken |= name in _LISTS or (name in _ALONE and line.strip() != event.lines.get(name))
            return
        read, is_whole = _property(name, line)
        event.is_broken |= not is_whole
        kept.append(read)
        event.lines[name] = line.strip()


def _property(name: str, line: bytes) -> tuple[Property, bool]:
    """A needed line, and whether all of it could be read."""
    if len(line) > LONGEST_LINE:
        return Property({}, ""), False
    text, is_whole = _decoded(line)
    if simple := _SIMPLE.fullmatch(text):
        pairs = (pair.partition("=") for pair in simple[1].split(";")[1:])
        return Property({key.upper(): said for key, _equals, said in pairs}, simple[2]), is_whole
    try:
        _name, parameters, value = Contentline(text).raw_parts()  # type: ignore[no-untyped-call]
    except (ValueError, AssertionError):
        value_alone = _LAST_VALUE.search(text)
        if value_alone is None:
            return Property({}, ""), False
        # Bad quotes before it: a day at the end of the line is still that day, a title may be cut.
        return Property({}, value_alone[1]), is_whole and name != "SUMMARY"
    plain = {
        key.upper(): kept if isinstance(kept, str) else ",".join(kept) for key, kept in parameters.items()
    }
    return Property(plain, value), is_whole


def _decoded(line: bytes) -> tuple[str, bool]:
    """The line as text, and whether every byte of it is a letter."""
    try:
        text = line.decode("utf-8")
        return text.replace("\x00", "\ufffd"), "\x00" not in text
    except UnicodeDecodeError:
        pass
    text = line.decode("cp1252", "replace")
    odd = [letter for letter in text if ord(letter) > 126 and letter not in _LETTERS]
    return text, not odd
