"""Word and text files: their words are read, in the process for foreign files; nothing in them is run or fetched."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.errors import DocumentRefused
from carer_app.imports import documents, words_file
from carer_app.imports.page_limits import MOST_TOLD
from carer_app.imports.words_file import WordBlock, words_of_text, words_of_word
from carer_app.jobs import words_as_pdf
from tests.imports.word_files import A_REPORT, document, links, paragraph, table, word_file


def told(blocks: tuple[WordBlock, ...]) -> str:
    return "\n".join(each.text or " | ".join(" ".join(row) for row in each.rows) for each in blocks)


def test_headings_words_and_tables_come_in_their_order() -> None:
    assert words_of_word(A_REPORT) == (
        WordBlock("heading", "Report"),
        WordBlock("words", "Mia & her class read every day."),
        WordBlock(
            "table",
            rows=(("Target", "Who", "By"), ("Read at home", "School", "1 May"), ("A laptop", "Ms Ali", "")),
        ),
        WordBlock("words", "Signed by the teacher."),
    )


def test_a_table_inside_a_cell_is_told_as_words_of_that_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{table(('Maths', '5'))}{paragraph('after')}</w:tc></w:tr></w:tbl>"
    words = told(words_of_word(word_file(inner)))
    assert "Maths" in words
    assert "after" in words


def test_a_ticked_box_is_told_apart_from_an_empty_one() -> None:
    box = (
        '<w:sdt xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr><w14:checkbox>'
        '<w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>"
    )
    words = told(
        words_of_word(
            word_file(paragraph("Yes ", inside=box.format(1)), paragraph("No ", inside=box.format(0)))
        )
    )
    assert words.split("\n") == ["Yes ☒", "No ☐"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Dear carer,\r\nread £5\r\n\r\nYours".encode("cp1252"), "Dear carer,\nread £5\nYours"),
        ("Dear carer".encode("utf-16"), "Dear carer"),
        ("\ufeffZoë".encode(), "Zoë"),
        (b"One\x0cTwo", "One\nTwo"),
    ],
    ids=["from Windows", "in two bytes", "with a mark", "with a new page"],
)
def test_text_is_read_as_it_was_meant(data: bytes, words: str) -> None:
    assert told(words_of_text(data)) == words


@pytest.mark.parametrize(
    "data", [b"\0\1\2\3" * 50, b"MZ\x90\0", b"   \n\n "], ids=["bytes", "a program", "nothing"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentRefused, match="Nothing was added"):
        words_of_text(data)


def test_what_turns_the_words_beside_it_does_not_come_in() -> None:
    """A right-to-left override makes "exe.txt" of "txt.exe", and one answer of another."""
    assert told(words_of_text("He \u202eton si ti\u202c said\u200b no".encode())) == "He ton si ti said no"


def test_macros_pictures_and_links_are_left_out_and_nothing_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"canary")
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:link="rId1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    link = '<w:hyperlink r:id="rId2"><w:r><w:t>our page</w:t></w:r></w:hyperlink>'
    whole = word_file(
        paragraph("See ", inside=link), paragraph("A picture: ", inside=picture),
        **{
            "word/vbaProject.bin": b"macro",
            "word/_rels/document.xml.rels": links(secret.as_uri(), "http://127.0.0.1:9/"),
        },
    )  # fmt: skip
    words = told(words_of_word(whole))
    assert words.split("\n") == ["See our page", "A picture:"]
    assert "canary" not in words
    assert "127.0.0.1" not in words


def entities(of: int = 9) -> str:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(of))
    return f"<!DOCTYPE w [{names}]>" + document(paragraph(f"&a{of - 1};"))


def archive(**parts: bytes | str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            whole.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return made.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "cut": lambda: A_REPORT[:300],
    "a zip of something else": lambda: archive(hello="there"),
    "a spreadsheet": lambda: archive(xl__workbook_xml="<workbook/>"),
    "names that grow": lambda: archive(word__document_xml=entities()),
    "a file outside": lambda: archive(
        word__document_xml='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + document(paragraph("&x;"))
    ),
    "a bomb": lambda: archive(word__document_xml=document(paragraph("a" * 200_000_000))),
    "many bombs": lambda: archive(
        **{f"word__x{n}_xml": " " * 4_000_000 for n in range(12)}, word__document_xml=document()
    ),
    "too deep": lambda: archive(word__document_xml=document("<w:p>" * 60_000 + "</w:p>" * 60_000)),
    "too many words": lambda: word_file(paragraph("word " * 40_000)),
    "nothing in it": lambda: word_file(paragraph("")),
    "no XML": lambda: archive(word__document_xml=b"\xff\xfe\0\0garbage"),
    "an older one": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
}
"""Each made only where it is asked for: two hundred million letters are no part of reading this file."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_word_file_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(DocumentRefused, match=r"Nothing was added|Your records are safe"):
        words_of_word(HOSTILE[name]())


def test_a_word_file_whose_parts_say_they_are_short_is_read_no_further() -> None:
    """What an archive says of a part is not believed: never more than that comes out of it."""
    whole = bytearray(A_REPORT)
    at = whole.index(b"PK\x01\x02")
    whole[at + 24 : at + 28] = (50).to_bytes(4, "little")
    with pytest.raises(DocumentRefused):
        words_of_word(bytes(whole))


def test_a_locked_part_is_told_as_locked() -> None:
    whole = bytearray(A_REPORT)
    for mark, where in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.index(mark) + where] |= 1
    with pytest.raises(DocumentRefused, match="locked with a password"):
        words_of_word(bytes(whole))


@settings(max_examples=12, deadline=None)
@given(
    cut=st.floats(0.0, 0.5),
    flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
    inside=st.booleans(),
)
def test_a_damaged_word_file_is_refused_or_read_and_never_ends_the_program(
    cut: float, flips: list[tuple[float, int]], inside: bool
) -> None:
    """Also where the archive is whole, and what it holds is not."""
    whole = bytearray(document(paragraph("Report"), table(("a", "b"))).encode() if inside else A_REPORT)
    for where, byte in flips:
        whole[int(where * (len(whole) - 1))] = byte
    data = bytes(whole[: int(len(whole) * (1 - cut))])
    try:
        blocks = words_of_word(archive(word__document_xml=data) if inside else data)
    except DocumentRefused:
        return
    assert blocks


@settings(max_examples=12, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_as_text_are_refused_or_become_a_paper(data: bytes) -> None:
    try:
        blocks = words_of_text(data)
    except DocumentRefused:
        return
    assert documents.look_into(words_as_pdf.to_pdf(blocks)).pages


def test_the_words_become_a_paper_that_can_be_heard() -> None:
    paper = words_as_pdf.to_pdf(words_of_word(A_REPORT))
    words = documents.look_into(paper).pages[0].text
    assert "Mia & her class read every day." in words
    assert words.index("Target") < words.index("Read at home") < words.index("Signed")
    assert b"/StructTreeRoot" in paper


@pytest.mark.parametrize(
    "body",
    [
        table(("", "Name"), ("Mia", "Year 4")),
        table(("only one",), ("column",)),
        table(("Head", "Head"), ("long " * 500, "x")),
        table(tuple("abcdefgh"), tuple("12345678")),
        paragraph("w" * 9_000),
        table(("a", "b")),
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>{paragraph("wide")}</w:tc></w:tr></w:tbl>',
    ],
    ids=["no head", "one column", "long cell", "wide", "one long word", "one row", "merged"],
)
def test_whatever_shape_a_table_has_all_of_its_words_are_on_the_paper(body: str) -> None:
    blocks = words_of_word(word_file(body))
    told = "".join(
        "".join(page.text.split()) for page in documents.look_into(words_as_pdf.to_pdf(blocks)).pages
    )
    for block in blocks:
        for word in (block.text, *(cell for row in block.rows for cell in row)):
            assert "".join(word.split())[:300] in told


def test_as_many_words_as_may_be_are_taken() -> None:
    assert len(told(words_of_text(b"word " * (MOST_TOLD // 5)))) > MOST_TOLD - 10
    with pytest.raises(DocumentRefused, match="more in that file"):
        words_of_text(b"word " * (MOST_TOLD // 5 + 1))


@pytest.mark.parametrize(
    "answer",
    [
        [],
        "words",
        [["heading"]],
        [["table", [["a"], ["b", "c"]]]],
        [["words", 5]],
        [["script", "x"]],
        [["words", "x" * 10**6]],
    ],
    ids=["none", "no list", "no words", "uneven", "a number", "another kind", "too long"],
)
def test_nothing_the_reader_says_is_believed_until_it_fits(
    answer: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words_file, "ask", lambda *_all: [({"blocks": answer}, b""), ({"done": True}, b"")])
    with pytest.raises(DocumentRefused):
        words_of_text(b"x")
