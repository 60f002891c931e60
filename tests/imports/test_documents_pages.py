"""What is on the pages of a PDF that some other program made."""

import io
import sys
from collections.abc import Callable

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from carer_app.errors import DocumentRefused
from carer_app.imports.documents import PageImage, draw_pages, look_into


def made(*pages: Callable[[Canvas], None], title: str = "", size: tuple[float, float] = A4) -> bytes:
    """A real PDF with one page for each function."""
    paper = io.BytesIO()
    canvas = Canvas(paper, pagesize=size)
    canvas.setTitle(title)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


def says(words: str) -> Callable[[Canvas], None]:
    return lambda canvas: canvas.drawString(72, 700, words)


def colour_at(image: PageImage, across: float, down: float) -> tuple[int, int, int]:
    """Red, green, blue at this part of the width and the height."""
    start = (int(down * image.height) * image.width + int(across * image.width)) * 4
    blue, green, red = image.data[start : start + 3]
    return red, green, blue


def test_all_pages_are_found_with_size_and_words() -> None:
    facts = look_into(made(says("Zoë can read"), says("café £5 – naïve"), says("the end"), title="Zoë's PEP"))
    assert [page.text for page in facts.pages] == ["Zoë can read", "café £5 – naïve", "the end"]
    assert [(round(page.width_pt), round(page.height_pt)) for page in facts.pages] == [(595, 842)] * 3
    assert all(page.readable for page in facts.pages)
    assert facts.title == "Zoë's PEP"
    assert facts.warning == ""


def test_lines_stay_lines() -> None:
    def lines(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "First line")
        canvas.drawString(72, 680, "Second line")

    assert look_into(made(lines)).pages[0].text == "First line\nSecond line"


def test_words_outside_the_page_are_not_told() -> None:
    def beside(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "on the page")
        canvas.drawString(-4000, 700, "beside the page")

    assert look_into(made(beside)).pages[0].text == "on the page"


def test_a_page_on_its_side_is_wide() -> None:
    page = look_into(made(says("wide"), size=landscape(A4))).pages[0]
    assert page.width_pt > page.height_pt
    turned = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("turned"))))
    turned.pages[0].rotate(90)
    paper = io.BytesIO()
    turned.write(paper)
    page = look_into(paper.getvalue()).pages[0]
    assert page.width_pt > page.height_pt
    image = draw_pages(paper.getvalue(), [1], 400)[0]
    assert image.width > image.height


def test_pages_are_drawn_on_white_in_their_own_colours() -> None:
    def red_corner(canvas: Canvas) -> None:
        canvas.setFillColor(Color(1, 0, 0))
        canvas.rect(0, A4[1] - 100, 100, 100, stroke=0, fill=1)

    image = draw_pages(made(says("plain"), red_corner), [2], 500)[0]
    assert (image.number, image.width) == (2, 500)
    assert image.height == int(500 * A4[1] / A4[0])
    assert len(image.data) == image.width * image.height * 4
    assert colour_at(image, 0.05, 0.03) == (255, 0, 0)
    assert colour_at(image, 0.9, 0.9) == (255, 255, 255)


def test_pages_come_in_the_order_asked_and_once() -> None:
    data = made(says("one"), says("two"), says("three"))
    assert [image.number for image in draw_pages(data, [3, 1, 3], 80)] == [3, 1]
    assert draw_pages(data, [], 80) == []
    assert draw_pages(data, [9, 0, -1], 80) == []


def test_a_picture_never_gets_too_big_to_hold() -> None:
    image = draw_pages(made(says("wide")), [1], 10_000_000)[0]
    assert image.width * image.height <= 16_000_000
    assert image.width > 2_000
    with pytest.raises(ValueError, match="17 pages"):
        draw_pages(b"", range(1, 18), 100)


def form(canvas: Canvas) -> None:
    canvas.drawString(72, 720, "What I want to say")
    canvas.acroForm.textfield(
        name="views", tooltip="What Mia says", value="I like maths & Zoë", x=72, y=600, width=300, height=80
    )
    canvas.acroForm.checkbox(name="came", tooltip="Mia came to the meeting", checked=True, x=72, y=500)
    canvas.acroForm.checkbox(name="no", tooltip="Social worker came", checked=False, x=72, y=450)


def test_what_was_typed_into_a_form_is_told_and_drawn() -> None:
    data = made(form)
    page = look_into(data).pages[0]
    assert "What I want to say" in page.text
    assert "What Mia says: I like maths & Zoë" in page.text
    assert "Mia came to the meeting: ticked" in page.text
    assert "Social worker came" not in page.text
    image = draw_pages(data, [1], 595)[0]
    box = [colour_at(image, x / 595, (842 - y) / 842) for x in range(76, 200) for y in range(606, 676)]
    assert sum(sum(colour) < 300 for colour in box) > 100, "the typed words are in the picture"


def answers(canvas: Canvas) -> None:
    for value, x, words in (("1", 72, "Above"), ("2", 172, "Expected"), ("3", 272, "Below")):
        canvas.drawString(x + 30, 505, words)
        canvas.acroForm.radio(name="maths", tooltip="Maths", value=value, selected=value == "2", x=x, y=500)
    for value, x in (("yes", 72), ("no", 122)):
        canvas.acroForm.radio(
            name="came", tooltip="Did the carer come?", value=value, selected=value == "yes", x=x, y=400
        )
    canvas.acroForm.choice(
        name="reading", tooltip="Reading", value="b", options=[("Above", "a"), ("Below", "b")], x=72, y=300
    )


def test_what_was_chosen_in_a_form_is_told_as_it_is_shown() -> None:
    told = look_into(made(answers)).pages[0].text.splitlines()
    assert "Maths: Expected" in told
    assert "Did the carer come? yes" in told
    assert "Reading: Below" in told
    assert not [line for line in told if "ticked" in line or line.startswith(("Maths: 2", "Reading: b"))]


def annotated(*annotations: DictionaryObject) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("Mia needs a laptop"))))
    for annotation in annotations:
        writer.add_annotation(0, annotation)
    paper = io.BytesIO()
    writer.write(paper)
    return paper.getvalue()


def put_on(kind: str, words: str, box: tuple[float, float, float, float], flags: int = 4) -> DictionaryObject:
    facts: dict[str, PdfObject] = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject(kind),
        "/Rect": ArrayObject(map(FloatObject, box)),
        "/F": NumberObject(flags),
    }
    if words:
        facts["/Contents"] = TextStringObject(words)
    return DictionaryObject({NameObject(name): fact for name, fact in facts.items()})


@pytest.mark.parametrize("kind", ["/Text", "/FreeText", "/Highlight", "/Stamp", "/Square"])
def test_what_somebody_wrote_on_a_page_is_told_with_its_place(kind: str) -> None:
    told = look_into(annotated(put_on(kind, "Ask for it by June", (72, 40, 300, 60)))).pages[0].text
    assert told == "Mia needs a laptop\n\nNote, near the bottom: Ask for it by June"


def test_words_that_were_crossed_out_are_told_as_that() -> None:
    told = look_into(annotated(put_on("/StrikeOut", "Not agreed", (60, 690, 300, 720)))).pages[0].text
    assert told.splitlines()[2:] == [
        "Crossed out, near the top: Mia needs a laptop",
        "Note, near the top: Not agreed",
    ]


@pytest.mark.parametrize("flags", [2, 32], ids=["hidden", "not on a screen"])
def test_a_note_that_nobody_sees_is_not_told(flags: int) -> None:
    data = annotated(put_on("/Text", "left in by mistake", (72, 40, 300, 60), flags))
    assert look_into(data).pages[0].text == "Mia needs a laptop"


def test_a_pdf_with_more_files_inside_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("Open the files in this portfolio"))))
    writer.add_attachment("PEP.docx", b"words")
    paper = io.BytesIO()
    writer.write(paper)
    assert "more files inside this PDF" in look_into(paper.getvalue()).warning
    pinned = annotated(put_on("/FileAttachment", "", (72, 40, 90, 60)))
    assert "more files inside this PDF" in look_into(pinned).warning


def test_a_page_without_words_has_none() -> None:
    assert look_into(made(lambda canvas: canvas.rect(10, 10, 50, 50))).pages[0].text == ""


def test_no_pdf_library_is_loaded_in_the_process_that_holds_the_records(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in sys.modules if name.startswith("pypdfium2")]:
        monkeypatch.delitem(sys.modules, name)  # tests that read sheets back load it themselves
    look_into(made(says("hello")))
    assert not [name for name in sys.modules if name.startswith("pypdfium2")]


def test_a_pdf_with_a_password_says_so() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("secret"))))
    writer.encrypt("three words here", algorithm="AES-256")
    paper = io.BytesIO()
    writer.write(paper)
    for read in (look_into, lambda data: draw_pages(data, [1], 100)):
        with pytest.raises(DocumentRefused, match="locked with a password"):
            read(paper.getvalue())


def test_a_pdf_locked_only_against_changes_opens() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("only for reading"))))
    writer.encrypt("", "the owner", algorithm="AES-256")
    paper = io.BytesIO()
    writer.write(paper)
    assert look_into(paper.getvalue()).pages[0].text == "only for reading"


def test_a_form_for_adobe_reader_only_is_named() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(form)))
    fields = writer.root_object["/AcroForm"].get_object()
    xfa = pypdf.generic.StreamObject()
    xfa.set_data(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>")
    fields[pypdf.generic.NameObject("/XFA")] = writer._add_object(xfa)
    writer.root_object[pypdf.generic.NameObject("/NeedsRendering")] = pypdf.generic.BooleanObject(True)
    paper = io.BytesIO()
    writer.write(paper)
    assert "Adobe Reader" in look_into(paper.getvalue()).warning
