"""Lists of what was agreed, under a heading: with a sign before each thing, or with who and by when behind it."""

import re
from collections.abc import Iterator, Sequence

from carer_app.imports.agreed_rows import NUMBER, SIGNS, TIME, FoundAction, GatheredLine
from carer_app.imports.placed_words import PlacedLine
from carer_app.texts.copy_words import copy_words

_MOST_LINES, _MOST_WORDS = 4, 6
_WHO_TO = re.compile(r"^(?P<who>[A-Z][\w.’'/ ()-]{1,50}?) (?:to|will|agreed to) (?P<what>.+)$")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY_OR_TERM = (
    rf"(?:the )?(?:end of |half )?[\w /.-]*(?:\d|term|week|year|\b(?:{_MONTHS})\b|easter|christmas)[\w /.-]*"
)
_BY = re.compile(rf"^(?P<what>.*)[ ,(]+(?:by|before|due) (?P<when>{_DAY_OR_TERM})[.)]?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"^(?P<what>.+?)\s*[(\[](?P<said>[^()\[\]]{2,80})[)\]]$")
_DASH = re.compile(r"\s+[-–—|]\s+")
_WHEN = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}|[a-z]{{3,4}}\b)|\d{{1,2}}[/.-]\d{{1,2}}\b|"
    rf"\b(?:(?:{_MONTHS})\b|term\b|half.?term|easter|christmas|end of|start of|next |within |each |every |daily|weekly|"
    r"monthly|termly|ongoing|on-going|asap|as soon as|immediate|straight away|not set|tbc|"
    r"(?:mon|tues|wednes|thurs|fri)day)",
    re.IGNORECASE,
)
_BEFORE_WHEN = re.compile(r"^(?:due )?(?:by|before|due|on)\b:? +", re.IGNORECASE)
_BESIDE = " ,;:–—-|("


def in_lists(lines: Sequence[PlacedLine]) -> Iterator[FoundAction | None]:
    """ "Mr Fox to start a reading group by 20 March"; without a sign also "A reading group (Mr Fox, 20 March)"."""
    listing, before, indent = False, None, 0.0
    item: GatheredLine | None = None
    bare: list[str] = []
    items: list[GatheredLine] = []
    for line in lines:
        text = line.text.translate(SIGNS).strip()
        if text.casefold().strip(" :") in copy_words().headings.words:
            listing, item, bare = True, None, []
        elif bare and before is not None and _is_near(before, line) and _apart(" ".join((*bare, text))):
            items.append(_bare_item(line, (*bare, text)))
            bare = []
        elif listing and (
            NUMBER.match(line.text) or _WHO_TO.match(line.text)
        ):  # a sign may not have been read
            item, bare = GatheredLine(line.page), []
            item.add("what", line.text)
            items.append(item)
            has_sign = NUMBER.match(line.text) and len(line.words) > 1
            indent = line.words[1 if has_sign else 0].left
        elif item is not None and before is not None and _goes_on(before, line, indent):
            item.add("what", text)
        elif listing and before is not None and _is_near(before, line, not bare):
            if _apart(text):
                item, bare = None, []
                items.append(_bare_item(line, (text,)))
            elif item is not None or text.endswith((".", "?", "!")) or len(bare) == _MOST_LINES:
                listing, item, bare = False, None, []
            else:
                bare = [] if text.endswith(":") else [*bare, text]
        else:
            listing, item, bare = False, None, []
        before = line
    return (_sentence(each) for each in items)


def _bare_item(line: PlacedLine, texts: Sequence[str]) -> GatheredLine:
    item = GatheredLine(line.page)
    item.add("what", " ".join(texts))
    return item


def _goes_on(before: PlacedLine, line: PlacedLine, indent: float) -> bool:
    """Whether a line goes on with the one above: close beneath it, and where it is less close, beneath its words."""
    room, high = line.top - before.bottom, line.words[0].height
    return room < 0.7 * high and (room < 0.35 * high or line.words[0].left >= indent - 0.2 * high)


def _is_near(before: PlacedLine, line: PlacedLine, begins: bool = False) -> bool:
    """Whether it may belong to the same list; what `begins` may stand a little lower, or on the next page."""
    if line.page != before.page:
        return begins
    return line.top - before.bottom < (3 if begins else 1) * line.words[0].height


def _sentence(row: GatheredLine) -> FoundAction | None:
    found = row.found()
    if found is None:
        return None
    what, who, when = found.what.rstrip("."), "", ""
    if apart := _apart(what):
        what, who, when = apart
    elif by := _BY.match(what):
        what, when = by["what"].strip(_BESIDE), by["when"].strip(" .")
    if not who and (to := _WHO_TO.match(what)):
        who, what = to["who"].strip(), to["what"]
    return FoundAction(what[:1].upper() + what[1:], who, when, row.page)


def _apart(text: str) -> tuple[str, str, str] | None:
    """A thing with who does it and by when behind it, in brackets or behind a stroke; None where it is not so."""
    text = text.strip(" .;")
    if (brackets := _IN_BRACKETS.match(text)) and (both := _who_and_when(brackets["said"])):
        return (brackets["what"].strip(_BESIDE), *both)
    parts = _DASH.split(text)
    if len(parts) > 2:
        for who, when in ((parts[-2], parts[-1]), (parts[-1], parts[-2])):
            if _is_who(who) and _is_when(when):
                return " – ".join(parts[:-2]), who, _BEFORE_WHEN.sub("", when)
    if len(parts) > 1 and (both := _who_and_when(parts[-1])):
        return (" – ".join(parts[:-1]), *both)
    return None


def _who_and_when(said: str) -> tuple[str, str] | None:
    """ "Mr Fox, 24 April" or "Mr Fox by 24th April"."""
    at = TIME.search(said)
    if at is None:
        return None
    who, when = said[: at.start()].strip(_BESIDE), said[at.start() :].strip(" .")
    return (who, _BEFORE_WHEN.sub("", when)) if _is_who(who) and _is_when(when) else None


def _is_who(said: str) -> bool:
    words = said.split()
    is_short = 0 < len(words) <= _MOST_WORDS and not any(letter.isdigit() for letter in said)
    return is_short and (said[0].isupper() or bool(copy_words().owner_of(said)))


def _is_when(said: str) -> bool:
    return len(said.split()) <= _MOST_WORDS and _WHEN.search(said) is not None
