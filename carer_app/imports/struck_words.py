"""Words that are struck out, in letters alone: "~~INSET day~~", or with a stroke through every letter of it."""

import re

TAKEN_BACK = " (cancelled)"
_STROKES = "\u0335-\u0338"
# Two marks on each side stand anywhere; one alone only where it hugs its words, for "5 ~ 9 May" is a stretch.
_MARKED = re.compile(r"~~(?=\S)([^~\n]{1,300})~~|(?<![\w~])~(?=[^\s~])([^~\n]{1,300})(?<=[^\s~])~(?![\w~])")
_CROSSED = re.compile(rf"(?:\w[{_STROKES}](?:[^\w\n{_STROKES}][{_STROKES}]?)*)+")
_STROKE = re.compile(f"[{_STROKES}]")


def told_of_struck(text: str) -> str:
    """The text with the word for it behind everything that is struck out, which would count without it."""
    if "~" not in text and not _STROKE.search(text):
        return text
    text = _MARKED.sub(lambda found: (found[1] or found[2]).rstrip() + TAKEN_BACK, text)
    return _CROSSED.sub(_without_strokes, text)


def _without_strokes(found: re.Match[str]) -> str:
    plain = _STROKE.sub("", found[0])
    words = plain.rstrip(" .,;:-")
    return f"{words}{TAKEN_BACK}{plain[len(words) :]}"
