"""Text that was pasted with its markup: HTML and RTF made plain, with rows as lines and cells parted by tabs."""

import re
from collections.abc import Iterator

from carer_app.imports.struck_words import TAKEN_BACK, told_of_struck

MOST_TAGS = re.compile(
    r"</?(?:td|th|tr|p|br|li|div|h[1-6]|table|ul|ol|span|b|i|strong|em|a|tbody|thead)\b", re.I
)
_DROPPED = re.compile(r"<(script|style|head)\b[^>]*>.*?(?:</\1>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
# What is struck out on a page is taken back there; without its line it would count.
_STRUCK = re.compile(
    r"<(s|strike|del)\b[^<>]{0,500}>((?:[^<>]|</?(?:b|i|u|em|strong|span|a)\b[^<>]{0,200}>){1,2000}?)</\1>|"
    r"<(span|b|i|u|em|strong|p|a)\b[^<>]{0,500}line-through[^<>]{0,500}>([^<>]{1,2000})</\3>",
    re.I,
)
_CELL_ENDS = re.compile(r"</t[dh]>\s*(?=<t[dh])", re.I)
_LINE_ENDS = re.compile(r"<br\b[^>]*>|</(?:p|tr|li|div|h[1-6]|table|ul|ol|dt|dd)>", re.I)
_TABLE = re.compile(r"(</?table\b[^<>]{0,500}>)", re.I)
_TAG = re.compile(r"</?[a-z!][^<>]{0,500}>", re.I)

_RTF_GROUPS = re.compile(
    r"\{\\(?:\*|fonttbl|colortbl|stylesheet|info|pict|generator)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"
)
_RTF_STRUCK = re.compile(r"\\strike(?:d?1)?(?![a-z0-9])([^{}]{1,2000}?)(?=\\strike(?:d)?0|\\plain\b|\}|\Z)")
_RTF_NEW_LINE = re.compile(r"(\\[a-zA-Z]{1,32}-?\d{0,10})\r?\n")
_RTF_LINES = re.compile(r"\\(?:par|row|line)\b ?")
_RTF_CELLS = re.compile(r"\\(?:cell|tab)\b ?")
_RTF_BYTE = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_LETTER = re.compile(r"\\u(-?\d{1,6}) ?\??")
_RTF_WORD = re.compile(r"\\[a-zA-Z]{1,32}-?\d{0,10} ?|\\[^a-zA-Z]")


def without_markup(text: str) -> str:
    """The text as somebody would see it; text without markup comes back as it is."""
    if text.lstrip()[:5] == "{\\rtf":
        return _from_rtf(text)
    return told_of_struck(_from_html(text) if MOST_TAGS.search(text) else text)


def _from_html(text: str) -> str:
    text = _STRUCK.sub(_struck_out, _DROPPED.sub(" ", text))
    text = "".join(_tables_on_lines(text))
    text = _CELL_ENDS.sub("\t", text)
    return _TAG.sub("", _LINE_ENDS.sub("\n", text))


def _struck_out(found: re.Match[str]) -> str:
    """What was struck out with the word for it; the end of a paragraph stays the end of a line."""
    ends = "</p>" if (found[3] or "").lower() == "p" else ""
    return f"{found[2] or found[4]}{TAKEN_BACK}{ends}"


def _tables_on_lines(text: str) -> Iterator[str]:
    """The text with each row of a table on one line: in the source of a table a new line is only a space."""
    depth = 0
    for part in _TABLE.split(text):
        if _TABLE.fullmatch(part):
            depth += -1 if part.startswith("</") else 1
        yield " ".join(part.splitlines()) if depth > 0 else part


def _from_rtf(text: str) -> str:
    text = _RTF_NEW_LINE.sub(r"\1 ", text).replace("\r", "").replace("\n", "")
    text = _RTF_STRUCK.sub(_taken_back, _RTF_GROUPS.sub("", text))
    text = _RTF_CELLS.sub("\t", _RTF_LINES.sub("\n", text))
    text = _RTF_BYTE.sub(lambda found: bytes([int(found[1], 16)]).decode("cp1252", "replace"), text)
    text = _RTF_LETTER.sub(lambda found: chr(int(found[1]) % 0x10000), text)
    return _RTF_WORD.sub("", text).replace("{", "").replace("}", "")


def _taken_back(struck: re.Match[str]) -> str:
    """Words of an RTF text that are struck out, each line with the word for it."""
    lines = _RTF_LINES.split(struck[1])
    return r"\line ".join(f"{line}{TAKEN_BACK}" if line.strip() else line for line in lines)
