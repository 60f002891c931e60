"""A mail that was saved as a file is kept with its plain words; a drawing in lines is kept and never opened."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.errors import DocumentRefused
from carer_app.imports import mail_blocks, words_file
from carer_app.imports.word_blocks import BadWords
from carer_app.imports.words_file import WordBlock
from tests.imports.mails import BOTH, MAILS, PLAIN, WEB

SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script><text>Mia</text></svg>'


def test_the_words_of_a_mail_come_with_who_wrote_it_and_when() -> None:
    assert words_file.words_of_mail(PLAIN) == (
        WordBlock("heading", "Mia’s PEP"),
        WordBlock(
            "words",
            "From: Zoë Hill <office@hill.example>\nTo: carer@home.example\nDate: Mon, 9 Mar 2026 16:02:11 +0000",
        ),
        WordBlock("words", "Dear Sam,"),
        WordBlock("words", "the reading group costs £5 and begins on 24 April."),
        WordBlock("words", "Zoë"),
    )


def test_of_a_page_of_the_web_only_what_somebody_reads_comes_and_what_is_attached_is_named() -> None:
    said = [each.text for each in words_file.words_of_mail(WEB)]
    assert said == [
        "Reading", "From: Mr Fox <fox@hill.example>", "Mia read two books.", "See £5 below", "Attached: report.pdf",
    ]  # fmt: skip


def test_where_a_mail_has_its_words_twice_they_come_once() -> None:
    assert [each.text for each in words_file.words_of_mail(BOTH)][-1] == "The plain words."


@pytest.mark.parametrize("data", MAILS)
def test_a_mail_is_known_by_what_only_programs_write(data: bytes) -> None:
    assert words_file.is_mail(data)
    assert not words_file.is_mail(b"Dear Sam,\n\n" + data), "a letter with a mail in it is a letter"


def test_a_letter_with_lines_like_a_mail_is_a_letter() -> None:
    assert not words_file.is_mail(b"From: Ms Ali\nTo: Sam\nSubject: PEP\n\nThe meeting is on 3 March.")


@pytest.mark.parametrize(
    "data", [SVG, SVG.partition(b"\n")[2], b"\xef\xbb\xbf  <!-- a --><svg/>", b"<!DOCTYPE svg><SVG></SVG>"]
)
def test_a_drawing_is_known_whatever_it_is_called(data: bytes) -> None:
    assert words_file.is_drawing(data)
    assert not words_file.is_drawing(b"Mia drew <svg")


def test_a_mail_saved_by_outlook_is_said_to_be_that() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "__substg1.0_0037001F".encode("utf-16-le")
    with pytest.raises(DocumentRefused, match="a mail saved by Outlook"):
        words_file.read_word(data)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nMIME-Version: 1.0\n\n",
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nA\n" * 2_000,
        b"From: a\nMIME-Version: 1.0\n\n" + b"A" * 3_000_000,
        b"From: a\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 3_000,
    ],
    ids=["nothing in it", "too many parts", "too long", "one in the other"],
)
def test_a_mail_made_to_hurt_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(DocumentRefused, match=r"Nothing was added"):
        words_file.words_of_mail(data)


def test_an_alphabet_that_nobody_knows_keeps_no_mail_back() -> None:
    data = BOTH.replace(b"text/plain", b"text/plain; charset=klingon")
    assert words_file.words_of_mail(data)[-1].text == "The plain words."


@settings(max_examples=200)
@given(st.sampled_from(MAILS), st.binary(max_size=30), st.integers(0, 2_000))
def test_a_damaged_mail_becomes_words_or_is_no_mail(whole: bytes, put: bytes, at: int) -> None:
    data = whole[:at] + put + whole[at + len(put) :]
    try:
        blocks = mail_blocks.blocks_of_mail(data)
    except BadWords:
        return
    assert all(isinstance(said, str) and said for _kind, said in blocks)
