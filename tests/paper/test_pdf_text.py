"""Letters on paper: every script we carry, the right order, and what no font can show."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carer_app.paper import pdf
from carer_app.paper.content import Item, Quote
from carer_app.paper.pdf import lettering, lines_drawn, reading_order, shaping
from carer_app.paper.pdf.lettering import lines_of, on_paper
from carer_app.paper.pdf.shaping import shaped
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


def _without_joiners(text: str) -> str:
    """Two marks that only say how letters join: alone, they are nothing."""
    return "".join(text.replace("\u200c", "").replace("\u200d", "").split())


@settings(max_examples=150, deadline=None)
@example(typed=" 000®", width=30.0)
@given(st.text(max_size=200), st.sampled_from([30.0, 120.0, 490.0]))
def test_no_letter_is_lost_or_doubled_and_no_line_is_too_wide(typed: str, width: float) -> None:
    lines = lines_of([(typed, False)], width, 12)
    kept = "".join(glyph.typed for line in lines for glyph in line.glyphs)
    expected = on_paper(typed)
    assert _without_joiners(kept) == _without_joiners(expected)
    assert all(line.width(12) <= width + 0.01 or len(line.glyphs) == 1 for line in lines)


def test_a_telephone_number_is_not_broken_where_a_line_ends() -> None:
    text = "Talk to a person: a teacher you trust, your social worker, or Childline on 0800 528 0731."
    for width in range(120, 420, 7):
        lines = ["".join(g.typed for g in line.glyphs) for line in lines_of([(text, False)], width, 12)]
        assert any("0800 528 0731" in line for line in lines), width
        assert " ".join(lines) == text


def test_chinese_goes_on_on_the_next_line_after_any_letter_and_no_line_begins_with_a_full_stop() -> None:
    text = "Mia 说：我喜欢上学，也喜欢和凯老师一起看书。数学有点难，但是她会帮助我。"
    for width in range(60, 400, 13):
        lines = lines_of([(text, False)], width, 12)
        typed = ["".join(glyph.typed for glyph in line.glyphs) for line in lines]
        assert "".join(typed).replace(" ", "") == text.replace(" ", "")
        assert not [each for each in typed if each[0] in "，。："]
        assert all(line.ends_in_a_word for line in lines[:-1] if not line.glyphs[-1].typed.isascii())


def test_what_no_font_has_is_named_once_each_in_order_wherever_it_stands() -> None:
    sheet = MeetingSheet(f"{NASTY} 한", child_says=(Quote("A ก and 한", "ა"),), going_well=(Item("x", "ก"),))
    assert pdf.missing_characters(sheet) == ["한", "ก", "ა"]
    assert pdf.missing_characters(MySheet(sheet, things_to_say=("한국",))) == ["한", "ก", "ა", "국"]


def test_names_in_the_scripts_we_carry_are_not_missing() -> None:
    names = "Łukasz Şükrü Đặng Győző Олена Αλέξανδρος ዮናስ محمد فاطمه پیمان گلنار مُحَمَّد שָׁלוֹם"
    names += " प्रिया শ্রীমতী ਗੁਰਪ੍ਰੀਤ கோபால் Ẹ̀kọ́ 小明 陳美玥 🙂 👍🏽 🎨 ❤️"
    assert pdf.missing_characters(MeetingSheet(names)) == []


def test_what_no_font_has_prints_as_a_mark_not_as_nothing() -> None:
    plain = pdf.make_pdf(MeetingSheet("Mia", questions=("ab",)))
    marked = pdf.make_pdf(MeetingSheet("Mia", questions=("a한b",)))
    assert text_of(marked).replace("? ", "", 1) != text_of(plain)
    assert "?" in text_of(marked)


def _numbers(word: str) -> list[int]:
    return [glyph.number for letter in shaped(word, False) for glyph in letter.glyphs]


def test_arabic_letters_join_and_lam_with_alef_becomes_one() -> None:
    alone = [_numbers(letter)[0] for letter in "محمد"]
    assert all(drawn != by_itself for drawn, by_itself in zip(_numbers("محمد"), alone, strict=True))
    assert [letter.typed for letter in shaped("سلام", False)] == ["س", "لا", "م"]
    assert len(_numbers("سلام")) == 3


def test_a_letter_that_is_written_before_another_is_drawn_before_it() -> None:
    (syllable,) = shaped("कि", False)
    assert [glyph.number for glyph in syllable.glyphs][1] == _numbers("क")[0]
    assert len(_numbers("क्ष")) == 1


def test_plain_english_takes_no_shaping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "uharfbuzz", None)
    monkeypatch.setattr(lines_drawn, "draw_shaped", None)
    monkeypatch.setattr(reading_order, "get_display", None)
    assert text_of(pdf.make_pdf(MeetingSheet("Zoë Łukasz", questions=("Is there a club?",))))


def _drawn(text: str) -> str:
    letters = list(text)
    order = reading_order.as_it_stands(letters, reading_order.reads_right_to_left(text))
    return "".join(reading_order.mirrored(letters[at]) if turned else letters[at] for at, turned in order)


def test_right_to_left_words_turn_round_and_numbers_do_not() -> None:
    assert _drawn("Mia אבג two") == "Mia גבא two"
    assert _drawn("אב גד") == "דג בא"
    assert _drawn("אב 123 גד") == "דג 123 בא"
    assert _drawn("אב 12/3 גד") == "דג 12/3 בא"
    assert _drawn("אבג, 5.") == ".5 ,גבא"
    assert _drawn("אב (גד)") == "(דג) בא"
    assert _drawn("Mia (אבג) two") == "Mia (גבא) two"
    assert _drawn("and אבג 3") == "and 3 גבא"
    assert _drawn("אבג 3 and") == "3 גבא and"
    assert _drawn("Sam 12") == "Sam 12"


def test_a_name_at_the_start_does_not_turn_our_own_sentence_round() -> None:
    assert not reading_order.reads_right_to_left("محمد · notes from home")
    assert reading_order.reads_right_to_left("أحب المدرسة 123")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60).map(on_paper), st.booleans())
def test_ordering_never_loses_a_letter(text: str, whole: bool) -> None:
    order = reading_order.as_it_stands(list(text), whole)
    assert sorted(at for at, _turned in order) == list(range(len(text)))


def test_no_word_is_kept_once_a_sheet_is_made() -> None:
    sheet = MeetingSheet("Mia", questions=("محمد has a question",))
    for make in (pdf.make_pdf, pdf.make_with_parts, pdf.missing_characters):
        make(sheet)
        assert lettering._lines_of.cache_info().currsize == 0
        assert shaped.cache_info().currsize == 0
