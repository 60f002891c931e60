"""Words are found in every form they are typed in, as somebody types; nothing that is typed can break the search."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.storage.search_index import SearchIndex

LINES = [
    "She is reading two books a week",
    "Café visit on Friday with Zoë",
    "Football after school, and swimming",
    "He said: “I don’t like maths”",
    "ein Brief für Müller",
]


@pytest.fixture(scope="module")
def index() -> Iterator[SearchIndex]:
    index = SearchIndex()
    index.fill(enumerate(LINES))
    yield index
    index.close()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("reading", 0), ("read", 0), ("reads", 0), ("READ", 0), ("readin", 0), ("rea", 0), ("week read", 0),
        ("cafe", 1), ("café", 1), ("zoe", 1), ("foot", 2), ("swim", 2), ("don’t", 3), ("muller", 4),
        ("redding", 0), ("swiming", 2), ("footbal school", 2),
    ],
)  # fmt: skip
def test_a_word_is_found_by_its_forms_its_beginning_and_nearly_its_spelling(
    index: SearchIndex, typed: str, number: int
) -> None:
    assert [hit.number for hit in index.find(typed).hits] == [number]


def test_a_word_that_nothing_holds_is_said_with_what_was_looked_for(index: SearchIndex) -> None:
    assert index.find("redding").guessed == (("redding", "reading"),)
    assert index.find("reading").guessed == ()
    assert index.find("qqqqq").hits == ()


def test_a_line_that_nobody_wanted_marked_has_its_marks_when_it_is_asked_for(index: SearchIndex) -> None:
    wanted = index.find("reading")
    later = index.find("reading", marks_of=lambda _number: False)
    assert [hit.marks for hit in later.hits] == [None]
    assert [index.marks(later.asked, hit.number) for hit in later.hits] == [hit.marks for hit in wanted.hits]


def test_every_word_that_was_typed_must_be_there(index: SearchIndex) -> None:
    assert index.find("reading football").hits == ()


@given(st.text(max_size=80))
def test_whatever_is_typed_is_words_and_never_an_order_to_the_index(typed: str) -> None:
    index = SearchIndex()
    index.fill(enumerate([*LINES, typed]))
    for hit in index.find(typed).hits:
        words = [*LINES, typed][hit.number]
        for start, length in hit.marks or ():
            assert 0 <= start < start + length <= len(words) or "\x02" in words or "\x03" in words
    index.close()


def test_filled_anew_it_holds_nothing_of_before() -> None:
    index = SearchIndex()
    index.fill([(1, "Xylophone")])
    index.fill([(1, "Trumpet")])
    assert index.find("xylophone").hits == ()
    index.close()
    assert index.find("trumpet").hits == ()


def test_every_place_of_a_word_is_marked(index: SearchIndex) -> None:
    index.fill([(1, "Reading 🙂 and reads, and she read")])
    hit = index.find("reading").hits[0]
    words = "Reading 🙂 and reads, and she read"
    assert [words[start : start + length] for start, length in hit.marks] == ["Reading", "reads", "read"]
