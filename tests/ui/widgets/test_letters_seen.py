"""LettersSeen of a page: found however they are written, marked line by line, nearest to the mouse."""

from array import array

import pytest
from PySide6.QtCore import QPointF

from ui.widgets.folded_text import FoldedText
from ui.widgets.letters_seen import ALONG, LettersSeen


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Reading group", "READING", ["Reading"]),
        ("the read\u00ad\ning group", "reading", ["read\u00ad\ning"]),
        ("reading\n  group", "reading group", ["reading\n  group"]),
        ("Zoë’s café", "zoe's cafe", ["Zoë’s café"]),
        ("🙂 ﬁne ﬁne", "fine", ["ﬁne", "ﬁne"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("Straße", "strasse", ["Straße"]),
        ("nothing", " ", []),
        ("", "a", []),
    ],
)
def test_words_are_found_however_they_are_written(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in FoldedText(text).find(typed)] == found


def page_of(said: str) -> LettersSeen:
    """Each letter a tenth of the page wide, each line a tenth high."""
    boxes, across, down = array("H"), 0, 0
    for letter in said:
        if letter == "\n":
            boxes.extend((0, 0, 0, 0))
            across, down = 0, down + 1
            continue
        tenth = ALONG // 10
        boxes.extend((across * tenth, down * tenth, (across + 1) * tenth, (down + 1) * tenth))
        across += 1
    return LettersSeen(said, boxes.tobytes())


def test_what_is_marked_is_one_rectangle_a_line() -> None:
    letters = page_of("abc\ndef")
    first, second = letters.rects(1, 6)
    assert (round(first.left(), 2), round(first.right(), 2)) == (0.1, 0.3)
    assert (round(second.left(), 2), round(second.right(), 2), round(second.top(), 2)) == (0.0, 0.2, 0.1)


def test_the_letter_nearest_to_a_point_is_in_its_line_first() -> None:
    letters = page_of("abc\ndefgh")
    assert letters.nearest(QPointF(0.45, 0.05)) == 2
    assert letters.nearest(QPointF(0.01, 0.9)) == 4
    assert LettersSeen("", b"").nearest(QPointF(0.5, 0.5)) is None


def test_a_word_that_goes_on_in_the_next_line_is_copied_whole() -> None:
    letters = page_of("read\u00ad\ning group")
    assert letters.words(*letters.find("reading")[0]) == "reading"
    assert letters.word_at(12) == (10, 15)
