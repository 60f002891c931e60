"""The sheet in plain lines, and in pieces that fit a council's box."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.paper.content import Difficulty, Item, Quote, Section
from carer_app.paper.plain import lines_of_part, to_paste
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.texts.council_boxes import council_boxes
from tests.paper import sheets


@pytest.mark.parametrize("section", list(Section))
def test_every_part_has_its_lines_and_nothing_of_another(section: Section) -> None:
    sheet = sheets.meeting()
    alone = {Section.CHILD_SAYS: ("child_says", "child_would_change")}.get(section, (section.value,))
    only = replace(MeetingSheet("Mia"), **{name: getattr(sheet, name) for name in alone})
    assert lines_of_part(only, section) == lines_of_part(sheet, section) != []
    assert [s for s in Section if lines_of_part(only, s)] == [section]


def test_what_is_hard_is_said_with_how_often_what_we_think_and_the_childs_line() -> None:
    hard = Difficulty(
        "In tears after lunch.",
        "A job to do",
        how_often="twice a week",
        since="January",
        think="It is the noise",
        child_says=Quote("They run off", "Mia"),
        reply="Mia: that’s right",
    )
    [line] = lines_of_part(MeetingSheet("Mia", hard_now=(hard,)), Section.HARD_NOW)
    assert line == (
        "In tears after lunch · twice a week · since January What helps: A job to do "
        "We think: It is the noise “They run off” Mia Mia: that’s right"
    )


def test_a_child_who_was_asked_and_said_nothing_has_a_line() -> None:
    from datetime import date

    [line] = lines_of_part(MeetingSheet("Mia", child_asked_on=date(2026, 3, 12)), Section.CHILD_SAYS)
    assert line.startswith("Asked on 12 March.")


@given(
    st.lists(st.text(min_size=1, max_size=1500).filter(str.strip), min_size=1, max_size=6),
    st.sampled_from(council_boxes().limits),
)
def test_every_piece_fits_and_no_word_is_lost(texts: list[str], most: int) -> None:
    sheet = MeetingSheet("Mia", going_well=tuple(Item(text) for text in texts))
    pieces = to_paste(sheet, most)
    assert all(0 < len(piece.text) <= most for piece in pieces)
    pasted = "".join("".join(piece.text.split()) for piece in pieces)
    assert pasted == "".join("".join(item.what.split()) for item in sheet.going_well)
    assert [(piece.number, piece.of) for piece in pieces] == [
        (n + 1, len(pieces)) for n in range(len(pieces))
    ]


def test_short_lines_share_a_piece_and_a_long_one_is_cut_between_words() -> None:
    short = MeetingSheet("Mia", going_well=(Item("Loves art", "School"), Item("Reads", "Home")))
    assert [piece.text for piece in to_paste(short, 500)] == ["School: Loves art\nHome: Reads"]
    words = " ".join(f"word{number}" for number in range(120))
    long = to_paste(MeetingSheet("Mia", going_well=(Item(words),)), 500)
    assert len(long) == 2
    assert " ".join(piece.text for piece in long) == words
    assert {piece.whole for piece in long} == {len(words)}
