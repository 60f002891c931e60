"""What a carer keeps back from one reader is nowhere in that file, whichever sheet it is and however it was written."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.paper import pdf
from carer_app.paper.content import Sheet
from carer_app.paper.content.kept_back import Swap, Swapping, fold, words_in
from carer_app.paper.content.pieces import Picture, SheetPart
from carer_app.paper.sheets.chosen_sheet import ChosenSheet, chosen, parts_on
from tests.paper.everything import everything_in, is_in, said_in
from tests.paper.sheets import every_sheet, meeting, text_of

SHEETS = [each for each in every_sheet() if any(words_in(each)) and not isinstance(each, ChosenSheet)]
NAMES = (
    "Zqoffle",
    "O’Zbrién",
    "St Zqary’s",
    "Zwe-Qjin Vxo",
    "Зюзина",
    "محمدقوي",
    "प्रियाक्ष",
    "王喆淼",
    "Żółćzq",
)
UNSEEN = ("\u200b", "\u00ad", "\u200e", "\u2060", "\u0301")
STANDS_IN = "[kept]"


def planted(value: Any, words: str) -> Any:
    """The same with these words at the end of every text."""
    if type(value) is str:
        return f"{value} {words}."
    if isinstance(value, tuple):
        return tuple(planted(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                each.name: planted(getattr(value, each.name), words)
                for each in fields(value)
                if not (isinstance(value, Picture) and each.name == "drawing")
            },
        )
    return value


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """A name as somebody might write it: other capitals, other apostrophes and spaces, signs that nobody sees."""
    name = draw(st.sampled_from((name, name.upper(), name.lower(), name.title())))
    name = name.replace("’", draw(st.sampled_from("’'‘`")))
    name = name.replace(" ", draw(st.sampled_from((" ", "  ", "\u00a0", "-", "\n", ""))))
    at = draw(st.integers(1, len(name) - 1))
    return name[:at] + draw(st.sampled_from(("", *UNSEEN))) + name[at:]


def squeezed(words: str) -> str:
    return "".join(each for each in fold(words)[0] if each.isalnum())


@settings(max_examples=40)
@given(st.data())
def test_a_name_kept_back_is_nowhere_in_any_sheet(data: st.DataObject) -> None:
    sheet = data.draw(st.sampled_from(SHEETS))
    name = data.draw(st.sampled_from(NAMES))
    as_written = data.draw(written(name))
    whole = planted(sheet, as_written)
    made = chosen(whole, frozenset(), Swapping((Swap(name, STANDS_IN),)))
    size = data.draw(st.sampled_from((12, 14, 18)))
    data_of_it = pdf.make_pdf(made, size)  # type: ignore[arg-type]
    said = " ".join(said_in(data_of_it))
    assert squeezed(name) not in squeezed(said)
    for form in {name, as_written, name.upper(), name.lower()}:
        assert not is_in(form, everything_in(data_of_it)), form
    assert squeezed(name) not in squeezed(made.file_name)
    assert squeezed(name) not in squeezed(repr(made)), "it is there to be drawn, if only over"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: type(sheet).__name__)
def test_the_words_that_were_planted_are_on_the_sheet_as_it_is(sheet: Sheet) -> None:
    """So that the test before does not look for what was never there."""
    assert "zqoffle" in squeezed(" ".join(words_in(planted(sheet, "Zqoffle").pieces())))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: type(sheet).__name__)
def test_a_part_left_out_is_nowhere_in_the_file_and_the_numbers_close_up(sheet: Sheet) -> None:
    headings = parts_on(sheet)
    for heading in headings:
        made = chosen(sheet, frozenset([heading]), Swapping(()))
        others = [each for each in sheet.pieces() if getattr(each, "heading", "") != heading]
        assert len(made.pieces()) == len(others)
        numbers = [each.number for each in made.pieces() if isinstance(each, SheetPart) and each.number]
        assert numbers == list(range(1, len(numbers) + 1))
    if headings:
        [gone, *_] = headings
        only_there = planted_in_part(sheet, gone)
        made_of_it = pdf.make_pdf(chosen(only_there, frozenset([gone]), Swapping(())), 12)
        assert not is_in("Zqpart", everything_in(made_of_it))


def planted_in_part(sheet: Sheet, heading: str) -> Sheet:
    """The sheet, as chosen, with a word in one of its parts only."""
    whole = chosen(sheet, frozenset(), Swapping(()))
    return replace(
        whole,
        left=tuple(
            replace(each, pieces=planted(each.pieces, "Zqpart"))
            if isinstance(each, SheetPart) and each.heading == heading
            else each
            for each in whole.left
        ),
    )


@pytest.mark.parametrize("sheet", every_sheet(), ids=lambda sheet: type(sheet).__name__)
def test_a_sheet_from_which_nothing_is_left_out_is_the_same_to_the_byte(sheet: Sheet) -> None:
    assert pdf.make_pdf(chosen(sheet, frozenset(), Swapping(())), 12) == pdf.make_pdf(sheet, 12)


@pytest.mark.parametrize(
    ("text", "comes_out"),
    [
        ("Mia’s friend is MIA.", "M.’s friend is M."),
        ("Amiable Miami", "Amiable Miami"),
        ("mia_2 and mia2", "M._2 and M.2"),
        ("We met the Mias", "We met the M."),
        ("M\u0301i\u200ba", "M."),
    ],
)
def test_what_is_around_a_name_stays(text: str, comes_out: str) -> None:
    assert Swapping((Swap("Mia", "M."),)).in_text(text) == comes_out


def test_an_everyday_word_is_a_name_only_with_its_capital() -> None:
    swapping = Swapping((Swap("Will", "W.", with_capital=True),))
    assert swapping.in_text("Will said he will come.") == "W. said he will come."


def test_the_longest_of_two_names_counts() -> None:
    swapping = Swapping((Swap("Brown", "B."), Swap("Mr Brown", "Mr B.")))
    assert swapping.in_text("Mr Brown and Brown") == "Mr B. and B."


def test_in_the_childs_own_words_one_sees_what_was_changed() -> None:
    sheet = chosen(meeting(), frozenset(), Swapping((Swap("Miss Kay", "Miss K."), Swap("Mia", "M."))))
    words = text_of(pdf.make_pdf(sheet, 12))
    assert "I like art with [Miss K.]" in words
    assert "M. typed this" in words


@given(st.text(), st.lists(st.text(min_size=1, max_size=6), max_size=3))
def test_any_text_and_any_names_come_through(text: str, names: list[str]) -> None:
    swapping = Swapping(tuple(Swap(name, STANDS_IN) for name in names))
    made = swapping.in_text(text)
    assert (made == text) == (not swapping.taken.total()) or STANDS_IN in text
