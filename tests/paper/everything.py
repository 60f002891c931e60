"""All that a program can take from a PDF file, and whether words are in it however they are written."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from tests.paper.sheets import text_of
from tests.paper.tagged import heard


def everything_in(made: bytes) -> str:
    """Words heard, words drawn, every string, every stream, however letters are written."""
    found = [*said_in(made), made.decode("latin-1"), made.decode("utf-16-be", "ignore")]
    with pikepdf.open(BytesIO(made)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    data = thing.read_bytes()
                except pikepdf.PdfError:  # a photograph
                    data = thing.read_raw_bytes()
                found += [
                    data.decode("latin-1"),
                    data.decode("utf-8", "ignore"),
                    data.decode("utf-16-be", "ignore"),
                ]
    return "\n".join(found)


def said_in(made: bytes) -> list[str]:
    """What is words: heard by tags, drawn on pages, in what the file says of itself, bookmarks, names, other words."""
    found = [heard(made).whole, text_of(made)]
    with pikepdf.open(BytesIO(made)) as document:
        for thing in document.objects:
            found += _strings(thing)
        found.append(document.Root.Metadata.read_bytes().decode("utf-8"))
        with document.open_outline() as outline:
            waiting = list(outline.root)
            while waiting:
                waiting += (each := waiting.pop()).children
                found.append(each.title)
    return found


def is_in(words: str, everything: str) -> bool:
    """Also where letters are written as numbers."""
    return words in everything or words.encode("utf-16-be").hex() in everything.lower()


def _strings(thing: Any) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for each in thing:
            yield from () if getattr(each, "is_indirect", False) else _strings(each)
    elif isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for _name, each in thing.items():
            yield from () if getattr(each, "is_indirect", False) else _strings(each)
