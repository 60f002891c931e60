"""What was agreed, found in PEP-like documents of eight layouts; hostile words never raise."""

import math
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from carer_app.imports import words_by_tesseract, words_file
from carer_app.imports.agreed_in_copy import agreed_in
from carer_app.imports.agreed_rows import FoundAction
from carer_app.imports.chosen_file import is_pdf
from carer_app.imports.documents import draw_pages, look_into
from carer_app.imports.placed_words import PlacedWord, unbent, words_of_letters
from carer_app.jobs import words_as_pdf
from carer_app.jobs.copy_against_record import CopyRead, agreed_in_pdf
from carer_app.jobs.make_pdf import make_pdf
from carer_app.jobs.paper_tilt import straight, tilt_of
from carer_app.paper.sheets.photographed_copy import PhotographedCopy
from carer_app.texts.copy_words import copy_words
from carer_app.use_cases.comparing_copy import CopyAction, MachineWords
from tests import photographed
from tests.imports import pep_forms, pep_like, word_peps
from tests.paper.sheets import A_PHOTO


def made_here() -> bytes:
    """A photo as it is filed, with our own words at its foot."""
    return make_pdf(PhotographedCopy((A_PHOTO,)))


def scanned_by() -> bytes:
    """A page that is one picture, and a line that the scanner wrote."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, *A4)
    canvas.drawString(40, 20, "Scanned by the office")
    canvas.save()
    return made.getvalue()


WRITTEN = Path(__file__).parent / "word_written"


@pytest.mark.parametrize("layout", pep_like.LAYOUTS)
def test_each_layout_gives_the_four_things_agreed(layout: str) -> None:
    expected = pep_like.SENTENCES if layout == "bulleted_list" else pep_like.AGREED
    found = agreed_in_pdf(pep_like.LAYOUTS[layout]()).found
    squeezed = [(each.what, each.who.replace(" ", ""), each.when.replace(" ", "")) for each in found]
    assert squeezed == [
        (what, who.replace(" ", ""), when.replace(" ", "")) for what, who, when in expected
    ], "in a narrow column a word may be cut in two"


@pytest.mark.parametrize("layout", word_peps.LAYOUTS)
def test_each_form_from_word_gives_the_four_things_agreed_and_no_more(layout: str) -> None:
    made = words_as_pdf.to_pdf(words_file.words_of_word(word_peps.LAYOUTS[layout]()))
    found = [
        tuple("".join(part.split()) for part in (each.what, each.who, each.when))
        for each in agreed_in_pdf(made).found
    ]
    assert found == [tuple("".join(part.split()) for part in each) for each in pep_like.AGREED]


def form(layout: str) -> bytes:
    made = pep_forms.LAYOUTS[layout]()
    return made if is_pdf(made) else words_as_pdf.to_pdf(words_file.words_of_word(made))


@pytest.mark.parametrize("layout", pep_forms.LAYOUTS)
def test_each_of_four_other_forms_gives_the_four_things_agreed_and_no_more(layout: str) -> None:
    found = [(each.what, each.who, each.when) for each in agreed_in_pdf(form(layout)).found]
    assert found == list(pep_forms.AGREED)


@pytest.mark.parametrize("layout", pep_forms.LAYOUTS)
def test_each_of_four_other_forms_is_read_from_a_scan_as_well(layout: str) -> None:
    """Put on the glass a little crooked."""
    assert words_by_tesseract.program() is not None, "`make setup` installs it"
    pdf = form(layout)
    pages = []
    for number, page in enumerate(look_into(pdf).pages, start=1):
        (drawn,) = draw_pages(pdf, [number], 1_700)
        paper = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")
        paper = paper.rotate(0.6, fillcolor="white")
        paper = straight(paper, tilt_of(paper))
        words = words_by_tesseract.words_in(*paper.size, paper.convert("RGBX").tobytes("raw", "BGRX"))
        pages.append(placed(words, page.width_pt, page.height_pt))
    found = [squeezed(each.what, each.who, each.when) for each in agreed_in(pages)]
    assert found == [squeezed(*each) for each in pep_forms.AGREED]


def test_two_ticks_are_two_people_and_no_tick_is_nobody() -> None:
    table = [
        ("Action", "School", "Carer", "By when"),
        ("Read", "☒", "☒", "1 May"),
        ("Swim", "☐", "☐", "2 May"),
        ("Sing", "☐", "✓", "3 May"),
    ]
    assert [(each.what, each.who) for each in agreed_in([in_columns(table)])] == [
        ("Read", "School and Carer"), ("Swim", ""), ("Sing", "Carer"),
    ]  # fmt: skip


def test_where_nobody_is_named_for_one_it_is_not_taken_for_the_next_one() -> None:
    table = [
        ("Action", "Who", "When"),
        ("Read", "School", "1 May"),
        ("Swim", "", "2 May"),
        ("Sing", "Carer", "3 May"),
    ]
    assert [(each.what, each.who, each.when) for each in agreed_in([in_columns(table)])] == [
        ("Read", "School", "1 May"), ("Swim", "", "2 May"), ("Sing", "Carer", "3 May"),
    ]  # fmt: skip


def test_words_below_school_and_home_are_no_ticks() -> None:
    table = [
        ("Target", "School", "Home"),
        ("Reading", "Phonics daily", "A story at night"),
        ("Maths", "A quiet table", "Counting stairs"),
    ]
    assert agreed_in([in_columns(table)]) == ()


@pytest.mark.parametrize("closing", ["Signed: Ms Hill", "Signature", "Date of next meeting: 3 June 2026"])
def test_what_closes_the_form_is_no_action(closing: str) -> None:
    table = [("Action", "Who", "When"), ("Read", "School", "1 May"), (closing,)]
    assert [each.what for each in agreed_in([in_columns(table)])] == ["Read"]


def test_a_label_that_nobody_knows_ends_what_stands_above_it() -> None:
    table = [
        ("Target", "Read more"), ("By whom", "School"), ("By when", "1 May"), ("What it may bring", "More joy"),
        ("Page two of it",), ("Target", "Swim"), ("By whom", "Carer"), ("By when", "2 May"),
    ]  # fmt: skip
    assert agreed_in([in_columns(table)]) == (
        FoundAction("Read more", "School", "1 May", 1),
        FoundAction("Swim", "Carer", "2 May", 1),
    )


def in_columns(table: Sequence[Sequence[str]]) -> list[PlacedWord]:
    """Each word in its column, a line a row."""
    words = []
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            left = 40.0 + 150 * column
            for word in cell.split():
                words.append(PlacedWord(word, left, 40 + 20 * number, left + 5 * len(word), 50 + 20 * number))
                left += 5 * len(word) + 4
    return words


@pytest.mark.parametrize(
    ("said", "who", "when"),
    [
        ("Mr Fox 20 March", "Mr Fox", "20 March"),
        ("Ms May – by half term", "Ms May", "by half term"),
        ("June Hill (SENCo), 4/5/26", "June Hill (SENCo)", "4/5/26"),
        ("Foster carer", "Foster carer", ""),
        ("Ongoing", "", "Ongoing"),
    ],
)
def test_who_and_when_in_one_cell_are_told_apart(said: str, who: str, when: str) -> None:
    rows = [("Action", "Who / By when"), ("Read each day", said)]
    words = [
        PlacedWord(cell, 40 + 200 * column, 40 + 20 * line, 40 + 200 * column + 90, 50 + 20 * line)
        for line, row in enumerate(rows)
        for column, cell in enumerate(row)
    ]
    assert agreed_in([words]) == (FoundAction("Read each day", who, when, 1),)


def test_a_form_from_word_that_was_printed_and_photographed_is_read_by_a_machine() -> None:
    assert words_by_tesseract.program() is not None, "`make setup` installs it"
    made = words_as_pdf.to_pdf(words_file.words_of_word(word_peps.who_and_when_in_one_cell()))
    (drawn,) = draw_pages(made, [1], 1_900)
    paper = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")
    taken = photographed.photographed(paper).rotate(3, expand=True, fillcolor=(120, 105, 90))
    straightened = straight(taken, tilt_of(taken))
    pixels = straightened.convert("RGBX").tobytes("raw", "BGRX")
    read = words_by_tesseract.words_in(*straightened.size, pixels)
    boxes = ";".join(" ".join(map(str, box)) for _line, _word, *box in read)
    words = MachineWords(1, " ".join(word for _line, word, *_box in read), boxes)
    found = agreed_in_pdf(pep_like.picture(), [words]).found
    whats = " ".join(each.what for each in found)
    for what, _who, _when in pep_like.AGREED:
        assert set(what.split()[:3]) <= set(whats.split()), found


@pytest.mark.parametrize("file", sorted(WRITTEN.glob("*.docx")), ids=lambda file: file.stem)
def test_each_file_written_in_words_own_styles_gives_the_four_things_agreed_and_no_more(file: Path) -> None:
    """Made with python-docx: headings, lists, table styles, a header and a footer, as Word has them."""
    made = words_as_pdf.to_pdf(words_file.words_of_word(file.read_bytes()))
    found = [(each.what, each.who, each.when) for each in agreed_in_pdf(made).found]
    expected = list(pep_like.AGREED)
    if file.stem == "list_number":  # a sentence for each; the last says no time
        expected[-1] = (*expected[-1][:2], "")
    assert found == expected


@pytest.mark.parametrize("layout", ["tick_boxes", "over_two_pages", "bulleted_list", "two_columns"])
def test_of_a_photographed_copy_who_and_when_are_told_apart(layout: str) -> None:
    assert words_by_tesseract.program() is not None, "`make setup` installs it"
    pdf = pep_like.LAYOUTS[layout]()
    pages = []
    for number, page in enumerate(look_into(pdf).pages, start=1):
        (drawn,) = draw_pages(pdf, [number], 1_700)
        paper = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")
        taken = photographed.photographed(paper, number)
        taken = straight(taken, tilt_of(taken))
        words = words_by_tesseract.words_in(*taken.size, taken.convert("RGBX").tobytes("raw", "BGRX"))
        pages.append(placed(words, page.width_pt, page.height_pt))
    found = [squeezed(each.what, each.who, each.when) for each in agreed_in(pages)]
    expected = pep_like.SENTENCES if layout == "bulleted_list" else pep_like.AGREED
    assert found == [squeezed(*each) for each in expected]


def placed(words: Sequence[Sequence[Any]], wide: float, high: float) -> list[PlacedWord]:
    lines: dict[int, list[PlacedWord]] = {}
    for line, word, left, top, right, bottom in words:
        box = (left * wide / 1000, top * high / 1000, right * wide / 1000, bottom * high / 1000)
        lines.setdefault(line, []).append(PlacedWord(word, *box))
    return unbent(list(lines.values()), wide)


def squeezed(*parts: str) -> tuple[str, ...]:
    """Letters and figures alone: a machine sees a dash for a smudge, and a narrow column cuts words in two."""
    return tuple("".join(each for each in part.casefold() if each.isalnum()) for part in parts)


@given(st.floats(-20, 20), st.floats(0, 6), st.integers(3, 12))
def test_lines_of_a_bent_page_are_straight_again(deep: float, shift: float, often: int) -> None:
    def bent(x: float) -> float:
        return deep * math.sin(math.pi * x / 595 + shift)

    lines = [
        [
            PlacedWord("word", x, 40 + 15 * line + bent(x + 15), x + 30, 50 + 15 * line + bent(x + 15))
            for x in range(40, 520, 40)
        ]
        for line in range(often)
    ]
    flat = unbent(lines, 595)
    for line in range(often):
        middles = [word.middle for word in flat[12 * line : 12 * line + 12]]
        assert max(middles) - min(middles) < 4
    assert [word.text for word in flat] == ["word"] * 12 * often


def test_what_no_machine_takes_for_a_line_is_left_where_it_stands() -> None:
    scattered = [PlacedWord("a", 40, 40, 50, 50), PlacedWord("b", 90, 400, 99, 410)]
    assert unbent([scattered], 595) == scattered
    assert unbent([], 595) == []


def test_a_table_of_something_else_is_no_list_of_actions() -> None:
    assert agreed_in_pdf(pep_like.no_actions()).found == ()


def test_a_picture_of_a_page_is_read_by_where_a_machine_found_its_words() -> None:
    rows = [("Action", "Who", "When"), ("Reading group", "Mr Fox", "20 March"), ("Laptop", "Ms Ali", "1 May")]
    words, boxes = [], []
    for line, row in enumerate(rows):
        for column, cell in enumerate(row):
            for place, word in enumerate(cell.split()):
                left = 80 + 300 * column + 70 * place + (line * 7) % 5  # as crooked as a photo is
                top = 100 + 40 * line + place
                words.append(word)
                boxes.append(f"{left} {top} {left + 62} {top + 14}")
    read = MachineWords(1, " ".join(words), ";".join(boxes))
    assert agreed_in_pdf(pep_like.picture(), [read]).found == (
        CopyAction("Reading group", "Mr Fox", "20 March", 1),
        CopyAction("Laptop", "Ms Ali", "1 May", 1),
    )
    for broken in ("", "1 2 3", ";".join(boxes[:-1])):
        assert agreed_in_pdf(pep_like.picture(), [MachineWords(1, read.text, broken)]).found == ()


def _read_from_a_picture() -> MachineWords:
    rows = [("Action", "Who", "When"), ("Reading group", "Mr Fox", "20 March"), ("Laptop", "Ms Ali", "1 May")]
    placed = [
        (word, 80 + 300 * column + 70 * place, 100 + 40 * line)
        for line, row in enumerate(rows)
        for column, cell in enumerate(row)
        for place, word in enumerate(cell.split())
    ]
    boxes = ";".join(f"{left} {top} {left + 62} {top + 14}" for _word, left, top in placed)
    return MachineWords(1, " ".join(word for word, _left, _top in placed), boxes)


@pytest.mark.parametrize("made", [made_here, scanned_by], ids=["made here from a photo", "by a scanner"])
def test_a_few_letters_beside_a_picture_are_not_the_page(made: Callable[[], bytes]) -> None:
    """What is made of photos here has "Page 1 of 2" in letters: they hid all that a machine read in the picture."""
    assert agreed_in_pdf(made()) == CopyRead((), (1,)), "nobody has read it yet, and that is said"
    assert agreed_in_pdf(made(), [_read_from_a_picture()]).found == (
        CopyAction("Reading group", "Mr Fox", "20 March", 1),
        CopyAction("Laptop", "Ms Ali", "1 May", 1),
    )


def test_two_tables_and_words_between_are_told_apart() -> None:
    lines = [
        ("Action", "Who", "When"),
        ("One", "A", "1 May"),
        ("Targets", "Lead", "Deadline"),
        ("Two", "B", "2 May"),
    ]
    words = [
        PlacedWord(cell, 40 + 150 * column, 40 + 20 * line, 40 + 150 * column + 40, 50 + 20 * line)
        for line, row in enumerate(lines)
        for column, cell in enumerate(row)
    ]
    assert agreed_in([words]) == (FoundAction("One", "A", "1 May", 1), FoundAction("Two", "B", "2 May", 1))


def listed(*lines: str) -> list[PlacedWord]:
    """Lines one below the other, at the left of a page; an empty one is room."""
    words = []
    for number, line in enumerate(lines):
        left = 40.0
        for word in line.split():
            words.append(PlacedWord(word, left, 40 + 14 * number, left + 5 * len(word), 50 + 14 * number))
            left += 5 * len(word) + 4
    return words


READING = ("Reading group twice a week", "Mr Fox", "24 April")


@pytest.mark.parametrize(
    "line",
    [
        "Reading group twice a week - Mr Fox - 24 April",
        "Reading group twice a week – Mr Fox – by 24 April",
        "Reading group twice a week (Mr Fox, 24 April)",
        "Reading group twice a week (Mr Fox, by 24 April).",
        "Reading group twice a week (Mr Fox by 24 April)",
        "Reading group twice a week - 24 April - Mr Fox",
        "Reading group twice a week – Mr Fox by 24 April",
        "- Reading group twice a week – Mr Fox by 24 April",
        "• Reading group twice a week (Mr Fox, 24 April)",
        "2. Reading group twice a week - Mr Fox, by 24 April",
    ],
)
@pytest.mark.parametrize("heading", ["Actions agreed", "Agreed actions:", "Next steps"])
def test_a_list_with_or_without_signs_is_found_with_who_and_when(heading: str, line: str) -> None:
    found = agreed_in([listed("PEP of Mia", heading, line, "Buy a laptop (Ms Ali, end of term)")])
    assert [(each.what, each.who, each.when) for each in found] == [
        READING,
        ("Buy a laptop", "Ms Ali", "end of term"),
    ]


def test_a_list_without_signs_goes_on_over_lines_and_after_words_that_lead_to_it() -> None:
    found = agreed_in(
        [
            listed(
                "Actions agreed",
                "The following was agreed at the meeting:",
                "Reading group",
                "twice a week - Mr Fox",
                "- 24 April",
                "",
                "Laptop for home - social worker - ongoing",
            )
        ]
    )
    assert [(each.what, each.who, each.when) for each in found] == [
        READING,
        ("Laptop for home", "social worker", "ongoing"),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("• Reading group with Mr Fox, by 24 April", "Reading group with Mr Fox"),
        ("• Reading group, by 24 April", "Reading group"),
        ("• Reading group – by 24 April", "Reading group"),
    ],
)
def test_nothing_hangs_on_to_what_is_to_be_done(line: str, what: str) -> None:
    (found,) = agreed_in([listed("Actions", line)])
    assert (found.what, found.when) == (what, "24 April")


@pytest.mark.parametrize(
    "line",
    [
        "Mia enjoys the reading group (she goes on Mondays) and asked for more of it.",
        "We talked about school - it went well - and about home.",
        "The next meeting is on 24 April.",
        "School - Hill Primary",
    ],
)
def test_what_only_stands_under_such_a_heading_is_no_action(line: str) -> None:
    assert agreed_in([listed("Actions agreed", line)]) == ()


ANY_WORD = st.one_of(
    st.sampled_from(
        [*copy_words().what.words, *copy_words().who.words, *copy_words().when.words, "□", "1.", "•", ":"]
    ),
    st.text(max_size=12),
)
SIDE = st.floats(min_value=-10, max_value=900, allow_nan=False)


@given(st.lists(st.lists(st.tuples(ANY_WORD, SIDE, SIDE, SIDE, SIDE), max_size=40), max_size=3))
def test_whatever_stands_on_the_pages_it_never_raises_and_invents_no_word(
    pages: list[list[tuple[str, float, float, float, float]]],
) -> None:
    placed = [[PlacedWord(*word) for word in page] for page in pages]
    letters = {letter for page in pages for word in page for letter in word[0]} | {" "}
    for each in agreed_in(placed):
        assert each.what
        assert set(each.what.casefold()) <= {letter.casefold()[:1] for letter in letters} | set(
            "".join(letters).casefold()
        )


@given(st.lists(st.tuples(st.characters(), SIDE, SIDE, SIDE, SIDE), max_size=60))
def test_letters_become_words_and_none_is_lost(letters: list[tuple[str, float, float, float, float]]) -> None:
    said = "".join(letter for letter, *_box in letters)
    boxes = [(left, top, right, bottom) for _letter, left, top, right, bottom in letters]
    shown = [
        letter
        for letter, left, top, right, bottom in letters
        if not letter.isspace() and letter.isprintable() and (right > left or bottom > top)
    ]
    assert "".join(word.text for word in words_of_letters(said, boxes)) == "".join(shown)
