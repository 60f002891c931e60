"""Where the letters of a foreign PDF stand, and its own table of contents."""

import gc
import io
import threading
from array import array
from pathlib import Path

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from carer_app.errors import DocumentRefused
from carer_app.imports import reader
from carer_app.imports.documents import LookIntoPdf, PageImage, PageLetters, letters_of, look_into
from carer_app.imports.page_limits import ALONG, MOST_OUTLINE, MOST_PAGES
from tests.imports.test_documents_hostile import instead
from tests.imports.test_documents_pages import made, says


def places(page: PageLetters) -> list[tuple[int, int, int, int]]:
    numbers = array("H", page.boxes)
    return [tuple(numbers[at : at + 4]) for at in range(0, len(numbers), 4)]  # type: ignore[misc]


def test_each_letter_has_its_place_from_the_top_left() -> None:
    page = letters_of(made(says("Zoë can read")), [1])[1]
    assert page.said == "Zoë can read"
    left, top, _right, bottom = places(page)[0]
    assert left == pytest.approx(72 / 595.28 * ALONG, abs=30)
    assert top < (842 - 700) / 842 * ALONG < bottom + 400
    assert all(one[2] <= other[0] + 2 for one, other in zip(places(page), places(page)[1:], strict=False))


def test_on_a_page_that_is_turned_they_are_where_they_are_seen() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(says("Turned"))))
    writer.pages[0].rotate(90)
    turned = io.BytesIO()
    writer.write(turned)
    left, top, _right, _bottom = places(letters_of(turned.getvalue(), [1])[1])[0]
    assert top == pytest.approx(72 / 595.28 * ALONG, abs=30)
    assert left == pytest.approx(700 / 842 * ALONG, abs=900)


def test_what_lies_outside_the_page_is_not_told() -> None:
    def outside(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Inside")
        canvas.drawString(900, 700, "Outside")

    assert letters_of(made(outside), [1])[1].said.strip() == "Inside"


def test_only_pages_that_are_asked_for_and_are_there_are_told() -> None:
    data = made(says("one"), says("two"), says("three"))
    assert {number: page.said for number, page in letters_of(data, [3, 1, 9]).items()} == {
        3: "three",
        1: "one",
    }


def test_a_table_of_contents_leads_to_its_pages() -> None:
    def part(words: str, level: int) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.bookmarkPage(words)
            canvas.addOutlineEntry(words, words, level)
            canvas.drawString(72, 700, words)

        return draw

    data = made(part("Education", 0), part("Reading", 1), part("Health", 0))  # type: ignore[arg-type]
    assert look_into(data).outline == ((0, "Education", 1), (1, "Reading", 2), (0, "Health", 3))


def test_a_table_of_contents_that_goes_round_in_a_circle_ends() -> None:
    from tests.imports.test_documents_hostile import pdf, stream

    data = pdf(
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream(b"0 0 m 9 9 l S"),
        b"<< /First 6 0 R /Last 7 0 R /Count 2 >>",
        b"<< /Title (One) /Parent 5 0 R /Next 7 0 R /First 7 0 R /Dest [3 0 R /Fit] >>",
        b"<< /Title (Two) /Parent 5 0 R /Next 6 0 R /First 6 0 R /Dest [3 0 R /Fit] >>",
    )
    assert len(look_into(data).outline) <= MOST_OUTLINE


@pytest.mark.parametrize(
    "lie",
    [
        reader.pack({"number": 1, "said": "ab"}, 8) + bytes(8),
        reader.pack({"number": 2, "said": "a"}, 8) + bytes(8),
        reader.pack({"number": 1, "said": ["a"]}, 8) + bytes(8),
        reader.pack({"said": "a"}, 8) + bytes(8),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(lie: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = lie + reader.pack({"done": True}, 0)
    instead(monkeypatch, f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answer!r})")
    with pytest.raises(DocumentRefused):
        letters_of(made(says("a")), [1])


def test_the_first_page_can_be_drawn_in_the_same_breath() -> None:
    data = made(says("one"), says("two"))
    facts = look_into(data, (2, 300))
    assert facts.drawn is not None
    assert (facts.drawn.number, facts.drawn.width) == (2, 300)
    assert [page.text for page in facts.pages] == ["one", "two"]
    assert look_into(data, (9, 300)).drawn is None
    assert len(look_into(data, (9, 300)).pages) == 2


def test_a_page_is_seen_before_the_words_of_all_are_read() -> None:
    data = made(says("one"), says("two"))
    look = LookIntoPdf(data, (2, 300))
    begun = look.begun()
    assert begun is not None
    assert (begun.drawn.number, begun.drawn.width) == (2, 300)
    facts = look.whole()
    assert begun.drawn == facts.drawn
    assert begun.sizes == tuple((page.width_pt, page.height_pt) for page in facts.pages)
    assert [page.text for page in facts.pages] == ["one", "two"]
    for nothing in (LookIntoPdf(data), LookIntoPdf(data, (9, 300))):
        assert nothing.begun() is None
        assert len(nothing.whole().pages) == 2


def test_the_words_come_also_where_the_thread_that_began_has_ended() -> None:
    data = made(*(says(f"page {number}") for number in range(300)))
    for _try in range(5):
        looks: list[LookIntoPdf] = []

        def begin(looks: list[LookIntoPdf] = looks) -> None:
            looks.append(LookIntoPdf(data, (1, 300)))
            assert looks[0].begun() is not None

        thread = threading.Thread(target=begin)
        thread.start()
        thread.join()
        assert len(looks[0].whole().pages) == 300


HEADING = {"title": "", "pages": 1, "adobe": False, "outline": [], "sizes": [[9, 9]]}
PICTURE = reader.pack({"number": 1, "width": 1, "height": 1}, 4) + b"abcd"


def test_it_is_there_while_the_reader_still_works_and_whoever_lets_go_ends_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = reader.pack(HEADING, 0) + PICTURE
    instead(
        monkeypatch,
        f"import sys, time; sys.stdout.buffer.write({told!r}); sys.stdout.buffer.flush(); time.sleep(60)",
    )
    look = LookIntoPdf(made(says("one")), (1, 300))
    begun = look.begun()
    assert begun is not None
    assert begun.drawn == PageImage(1, 1, 1, b"abcd")
    process = look._answer._process
    assert process.poll() is None
    del look
    gc.collect()
    assert process.returncode is not None


@pytest.mark.parametrize(
    "lie",
    [
        b"",
        b"hello",
        reader.pack({"trouble": "password"}, 0),
        reader.LENGTHS.pack(2**31, 2**63) + b"{}",
        reader.pack(HEADING, 0),
        reader.pack(HEADING, 0) + reader.pack({"number": 1, "width": 2, "height": 1}, 4) + b"abcd",
        reader.pack(HEADING, 0) + reader.pack({"number": 2, "width": 1, "height": 1}, 4) + b"abcd",
        reader.pack({**HEADING, "sizes": []}, 0) + PICTURE,
        reader.pack({**HEADING, "sizes": [[9]]}, 0) + PICTURE,
        reader.pack({**HEADING, "sizes": [[-1, 9]]}, 0) + PICTURE,
        reader.pack({**HEADING, "sizes": [[9, 9]] * (MOST_PAGES + 1)}, 0) + PICTURE,
        reader.pack({**HEADING, "outline": 5}, 0) + PICTURE,
    ],
)
def test_what_does_not_fit_is_not_seen_first_and_is_refused(
    lie: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = tmp_path / "answer"
    answer.write_bytes(lie)
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(open({str(answer)!r}, 'rb').read())"
    instead(monkeypatch, code)
    look = LookIntoPdf(made(says("one")), (1, 300))
    assert look.begun() is None
    with pytest.raises(DocumentRefused):
        look.whole()
