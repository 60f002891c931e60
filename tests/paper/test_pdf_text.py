"""Letters on paper: every script we carry, the right order, and what no font can show."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from carer_app.paper import pdf, right_to_left
from carer_app.paper.content import Item, Quote
from carer_app.paper.pdf.lettering import lines_of, on_paper
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.paper.sheets.my_sheet import MySheet
from tests.paper.sheets import NASTY, text_of

LATIN = st.characters(codec="utf-8", exclude_categories=("C", "Z", "M"), max_codepoint=0x17F)
CYRILLIC = st.characters(min_codepoint=0x410, max_codepoint=0x44F)
ETHIOPIC = st.characters(min_codepoint=0x1200, max_codepoint=0x1246)
WORDS = st.lists(
    st.text(st.one_of(LATIN, CYRILLIC, ETHIOPIC), min_size=1, max_size=20), min_size=1, max_size=12
)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_what_was_typed_is_what_is_printed(words: list[str]) -> None:
    typed = " ".join(words)
    sheet = MeetingSheet("Mia", questions=(typed,))
    assert pdf.missing_characters(sheet) == []
    printed = text_of(pdf.make_pdf(sheet))
    assert "".join(unicodedata.normalize("NFC", typed).split()) in "".join(printed.split())


@settings(max_examples=150, deadline=None)
@example(typed=" 000®", width=30.0)
@given(st.text(max_size=200), st.sampled_from([30.0, 120.0, 490.0]))
def test_no_letter_is_lost_or_doubled_and_no_line_is_too_wide(typed: str, width: float) -> None:
    lines = lines_of([(typed, False)], width, 12)
    kept = "".join(glyph.typed for line in lines for glyph in line.glyphs)
    expected = on_paper(typed).replace("\u200c", "")
    assert "".join(kept.split()) == "".join(expected.split())
    assert all(line.width(12) <= width + 0.01 or len(line.glyphs) == 1 for line in lines)


def test_a_telephone_number_is_not_broken_where_a_line_ends() -> None:
    text = "Talk to a person: a teacher you trust, your social worker, or Childline on 0800 528 0731."
    for width in range(120, 420, 7):
        lines = ["".join(g.typed for g in line.glyphs) for line in lines_of([(text, False)], width, 12)]
        assert any("0800 528 0731" in line for line in lines), width
        assert " ".join(lines) == text


def test_what_no_font_has_is_named_once_each_in_order_wherever_it_stands() -> None:
    sheet = MeetingSheet(NASTY, child_says=(Quote("A 🎨 and 🙂", "你"),), going_well=(Item("x", "🎨"),))
    assert pdf.missing_characters(sheet) == ["🙂", "🎨", "你"]
    assert pdf.missing_characters(MySheet(sheet, things_to_say=("好",))) == ["🙂", "🎨", "你", "好"]


def test_names_in_the_scripts_we_carry_are_not_missing() -> None:
    names = "Łukasz Şükrü Đặng Győző Олена ዮናስ محمد فاطمه پیمان گلنار"
    assert pdf.missing_characters(MeetingSheet(names)) == []


def test_what_no_font_has_prints_as_a_mark_not_as_nothing() -> None:
    plain = pdf.make_pdf(MeetingSheet("Mia", questions=("ab",)))
    marked = pdf.make_pdf(MeetingSheet("Mia", questions=("a🙂b",)))
    assert text_of(marked).replace("? ", "", 1) != text_of(plain)
    assert "?" in text_of(marked)


def test_arabic_letters_join_and_lam_with_alef_becomes_one() -> None:
    assert "".join(drawn for drawn, _typed in right_to_left.joined("محمد")) == "\ufee3\ufea4\ufee4\ufeaa"
    assert right_to_left.joined("سلام")[1] == ("\ufefc", "لا")
    assert right_to_left.joined("Mia") == [("M", "M"), ("i", "i"), ("a", "a")]


def _drawn(text: str) -> str:
    letters = list(text)
    whole = right_to_left.reads_right_to_left(text)
    return "".join(letters[at] for at in right_to_left.visual_order(letters, whole))


def test_right_to_left_words_turn_round_and_numbers_do_not() -> None:
    assert _drawn("Mia אבג two") == "Mia גבא two"
    assert _drawn("אב גד") == "דג בא"
    assert _drawn("אב 123 גד") == "דג 123 בא"
    assert _drawn("אב 12/3 גד") == "דג 12/3 בא"
    assert _drawn("אבג, 5.") == ".5 ,גבא"
    assert _drawn("Sam 12") == "Sam 12"


def test_a_name_at_the_start_does_not_turn_our_own_sentence_round() -> None:
    assert not right_to_left.reads_right_to_left("محمد · notes from home")
    assert right_to_left.reads_right_to_left("أحب المدرسة 123")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_ordering_never_loses_a_letter(text: str, whole: bool) -> None:
    assert sorted(right_to_left.visual_order(list(text), whole)) == list(range(len(text)))
    assert "".join(typed for _drawn, typed in right_to_left.joined(text)) == text
