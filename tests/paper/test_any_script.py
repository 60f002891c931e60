"""Names and words of any script on paper: what is taken out of the PDF again is what was typed."""

import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from carer_app.paper import pdf
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from tests.paper.tagged import heard, wrong_with

NAMES = {
    "Latin Extended": "Łukasz Şükrü Győző Nuñez Çelik Ẹ̀kọ́ Ọlá",
    "Cyrillic": "Олена Пётр Ђорђе",
    "Greek": "Αλέξανδρος Ελένη",
    "Arabic": "محمد سلام فاطمة ياسمين",
    "Arabic with vowel marks": "مُحَمَّد عَائِشَة",
    "Persian": "پیمان گلنار می‌خواهم",
    "Hebrew": "שרה דוד יצחק",
    "Hebrew with points": "שָׁלוֹם מִרְיָם",
    "Devanagari": "प्रिया हिन्दी क्षत्रिय श्रीकृष्ण",
    "Bengali": "শ্রীমতী বাংলা কৌশিক র‍্যাম",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Tamil": "கோபால் ஸ்ரீ கௌரி",
    "Vietnamese": "Nguyễn Thị Hương Đặng",
    "Tigrinya": "ዮናስ ሰላም ትግርኛ",
    "Chinese": "小明 陳美玥 王喆，你好。",
}
ONLY_DIRECTIONS = dict.fromkeys(map(ord, "\u200c\u200d\u200e\u200f\u202a\u202b\u202c"))
"""Marks that a reader of PDFs puts in or leaves out: they say how letters join, or which way words run."""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(ONLY_DIRECTIONS)


def _by_pdfium(made: bytes) -> str:
    document = PdfDocument(made)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _by_poppler(made: bytes, folder: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext here")
    (folder / "sheet.pdf").write_bytes(made)
    command = ["pdftotext", "-enc", "UTF-8", str(folder / "sheet.pdf"), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_in_any_script_is_taken_out_of_the_paper_as_it_was_typed(name: str, tmp_path: Path) -> None:
    sheet = MeetingSheet("Mia", questions=(name,))
    assert pdf.missing_characters(sheet) == []
    made = pdf.make_pdf(sheet, 12)
    assert _plain(name) in _plain(_by_pdfium(made))
    assert _plain(name) in _plain(_by_poppler(made, tmp_path))
    assert _plain(name) in _plain(heard(made).whole)
    assert wrong_with(made) == []
    assert pdf.make_pdf(sheet, 12) == made


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_the_same_name_in_our_own_title_is_there_word_by_word(name: str, tmp_path: Path) -> None:
    """English round right-to-left words: a PDF holds what is seen, and each reader guesses the order of the line."""
    made = pdf.make_pdf(MeetingSheet(name), 12)
    by_pdfium = [] if _is_pointed_and_turned(name) else [_by_pdfium(made)]
    for taken in (*by_pdfium, _by_poppler(made, tmp_path)):
        assert not Counter(_plain(name).split()) - Counter(_plain(taken).split())


def _is_pointed_and_turned(name: str) -> bool:
    """Among English words, pdfium turns each letter of such a word by itself, wherever it has a mark on it."""
    kinds = {unicodedata.bidirectional(letter) for letter in name}
    return "NSM" in kinds and bool(kinds & {"R", "AL"})


LETTERS = {
    "Greek": st.characters(min_codepoint=0x391, max_codepoint=0x3C9, categories=("Lu", "Ll")),
    "Cyrillic": st.characters(min_codepoint=0x400, max_codepoint=0x45F),
    "Arabic": st.characters(min_codepoint=0x621, max_codepoint=0x64A, categories=("Lo",)),
    "Hebrew": st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA),
    "Devanagari": st.characters(min_codepoint=0x905, max_codepoint=0x94D, categories=("Lo", "Mn", "Mc")),
    "Bengali": st.characters(min_codepoint=0x985, max_codepoint=0x9CD, categories=("Lo", "Mn", "Mc")),
    "Gurmukhi": st.characters(min_codepoint=0xA05, max_codepoint=0xA4D, categories=("Lo", "Mn", "Mc")),
    "Tamil": st.characters(min_codepoint=0xB85, max_codepoint=0xBCD, categories=("Lo", "Mn", "Mc")),
    "Vietnamese": st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9),
    "Ethiopic": st.characters(min_codepoint=0x1208, max_codepoint=0x1246),
    "Latin with loose accents": st.sampled_from("aeiou\u0301\u0323\u0304\u0300"),
    "Arabic with marks": st.sampled_from("محمدعليفاطمةسلا\u064e\u064f\u0650\u0651\u0652"),
    "Hebrew with points": st.sampled_from("שרהדודיצחק\u05b0\u05b4\u05b8\u05bc"),
    "Chinese": st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    "markup": st.sampled_from("<b>&amp;</b>()[]{}\\/%#*_`'\"0123456789"),
}


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS.keys())
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_whatever_is_typed_in_a_script_is_taken_out_again(
    letters: st.SearchStrategy[str], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    word = st.text(letters, min_size=1, max_size=9).map(lambda typed: f"{_first(typed)}{typed}")
    typed = " ".join(data.draw(st.lists(word, min_size=1, max_size=4)))
    made = pdf.make_pdf(MeetingSheet("Mia", questions=(typed,)), 12)
    assert "".join(_plain(typed).split()) in "".join(_plain(_by_pdfium(made)).split())
    folder = tmp_path_factory.mktemp("poppler")
    assert "".join(_plain(typed).split()) in "".join(_plain(_by_poppler(made, folder)).split())


def _first(typed: str) -> str:
    """A letter for a mark to stand on."""
    if unicodedata.category(typed[0])[0] != "M":
        return ""
    block = ord(typed[0]) & ~0x7F
    return {0x300: "a", 0x600: "م", 0x580: "ש"}.get(block, chr(block + 0x15))


@pytest.mark.parametrize("name", ["Αλέξανδρος", "محمد", "প্রিয়া", "Ẹ̀kọ́"])
def test_where_a_line_ends_two_words_are_still_two(name: str) -> None:
    typed = " ".join([name] * 40)
    made = pdf.make_pdf(MeetingSheet("Mia", questions=(typed,)), 18)
    assert (
        len(_plain(heard(made).whole).split())
        == len(heard(pdf.make_pdf(MeetingSheet("Mia", questions=("x",)), 18)).whole.split()) + 39
    )
