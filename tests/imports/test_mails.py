"""A mail that was saved as a file is kept with its plain words; a drawing in lines is kept and never opened."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.errors import DocumentRefused
from carer_app.imports import mail_blocks, words_file
from carer_app.imports.mail_blocks import blocks_of_mail
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


_HEAD = b"From: a@example.com\nMIME-Version: 1.0\nSubject: PEP\n"
_PAGE = _HEAD + b"Content-Type: text/html\n\nThe plan. "
LONG_WAYS = {
    "comments without an end": _PAGE + b"<!--" * 400_000,
    "comments without an end, and signs that end": _PAGE + b"<!-- > " * 250_000,
    "brackets without an end": _PAGE + b"<![CDATA[" * 200_000,
    "brackets without their end": _PAGE + b"<![x> " * 200_000,
    "tags without an end": _PAGE + b"<a " * 500_000,
    "quotation marks without an end": _PAGE + b"<a b='" * 300_000,
    "quotation marks over many": _PAGE + b"<a b='>" * 200_000,
    "ends without a name": _PAGE + b"</" * 600_000,
    "instructions without an end": _PAGE + b"<?" * 600_000,
    "scripts without an end": _PAGE + b"<script>" + b"</scrip" * 200_000,
    "signs": _PAGE + b"&" * 900_000,
    "many things of a part": _HEAD + b"Content-Type: text/plain" + b";" * 500_000 + b"\n\nThe plan.\n",
    "many folded things": _HEAD + b"Content-Type: text/plain" + b";\n a=b" * 100_000 + b"\n\nThe plan.\n",
    "a name in pieces": _HEAD
    + b"Content-Disposition: attachment; "
    + b"; ".join(b"filename*%d=x" % number for number in range(50_000))
    + b"\n\nThe plan.\n",
    "many parts": _HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 300_000,
    "subjects in signs": _HEAD.replace(b"PEP", b" ".join([b"=?utf-8?q?a?="] * 20_000)) + b"\nThe plan.\n",
}


@pytest.mark.parametrize("mail", LONG_WAYS.values(), ids=LONG_WAYS)
def test_no_mail_takes_longer_than_its_length_asks_for(mail: bytes) -> None:
    """A few seconds at the very most on a slow computer, where some once took the whole time that there is."""
    begun = time.process_time()
    with suppress(BadWords):
        blocks_of_mail(mail)
    assert time.process_time() - begun < 6


def test_what_has_no_end_is_left_out_and_the_words_beside_it_are_read() -> None:
    page = b"<p>One <!-- note --> two</p><![if !mso]><p>three</p><![endif]><p>4 < 5 <!-- never <b>closed</b>"
    said = [words for _kind, words in blocks_of_mail(_HEAD + b"Content-Type: text/html\n\n" + page)]
    text = " ".join(" ".join(each.split()) for each in said)
    for words in ("One two", "three", "4 < 5", "closed"):
        assert words in text
