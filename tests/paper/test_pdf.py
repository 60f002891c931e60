"""The printed sheets, read back."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfDocument

from carer_app.paper import pdf
from carer_app.paper.content import Ask, Difficulty, Item, Mark, Quote, TextSize, Told
from carer_app.paper.pdf.cells import PANEL_PAD
from carer_app.paper.pdf.pages import CARD_WIDTH
from carer_app.paper.pdf.pen import Pen
from carer_app.paper.pdf.shapes import MarkShape
from carer_app.paper.sheets.actions_for_review import ActionsForReview
from carer_app.paper.sheets.child_sheet import ChildSheet
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.paper.sheets.pocket_card import PocketCard
from carer_app.paper.sheets.what_i_hold import WhatIHold
from carer_app.use_cases.blank_sheets import blank_notes
from tests.paper import sheets
from tests.paper.sheets import NASTY, in_order, read, text_of

EVERY_SHEET: list[Callable[[], bytes]] = [
    lambda: pdf.make_pdf(sheets.meeting()),
    lambda: pdf.make_pdf(MeetingSheet("Mia")),
    lambda: pdf.make_pdf(sheets.mine()),
    lambda: pdf.make_pdf(sheets.adults()),
    lambda: pdf.make_pdf(sheets.pocket()),
    lambda: pdf.make_pdf(sheets.before()),
    lambda: pdf.make_pdf(sheets.after()),
    lambda: pdf.make_pdf(sheets.review()),
    lambda: pdf.make_pdf(ActionsForReview("Mia", date(2026, 3, 10))),
    lambda: pdf.make_pdf(WhatIHold("Mia", date(2026, 3, 10), (Told("What is stored", ("The name.",)),))),
    lambda: pdf.make_pdf(blank_notes()),
]


def _fonts(data: bytes) -> list[DictionaryObject]:
    pages = read(data).pages
    return [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]


@pytest.mark.parametrize("make", EVERY_SHEET)
def test_every_sheet_is_a4_in_english_with_embedded_fonts_and_a_title_that_names_no_child(
    make: Callable[[], bytes],
) -> None:
    data = make()
    reader = read(data)
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title
    assert "Mia" not in str(dict(reader.metadata))
    assert not reader.metadata.author
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    for font in _fonts(data):
        assert "/FontFile2" in font["/FontDescriptor"]


def test_an_ordinary_load_fits_one_page_at_12_point_and_two_at_14_and_18() -> None:
    pages = {size: len(read(pdf.make_pdf(sheets.meeting(), size)).pages) for size in (12, 14, 18)}
    assert pages[12] == 1
    assert pages[14] <= 2
    assert pages[18] <= 2


def test_the_sheet_keeps_to_its_skeleton() -> None:
    text = text_of(pdf.make_pdf(sheets.meeting()))
    assert in_order(
        text,
        "Mia · notes from home for the PEP meeting",
        "Wednesday 18 March 2026, 2.00pm · Elm Park Primary, Year 5, Miss Kay’s class",
        "1 Mia says",
        "“Playtime is hard. They run off.”",
        "Mia said this, Sam wrote it down, 12 March",
        "What Mia would change at school: “A quiet place at lunch.”",
        "2 Going well",
        "3 What makes school hard just now",
        "What we see, how often, since when",
        "What helps",
        "4 What we ask for",
        "Agreed?",
        "5 What we do at home",
        "6 More from home",
        "7 From last time",
        "8 Questions for school",
        "9 Dates",
        "Next PEP date:",
        "Copy of the PEP to us by:",
        "Private: about a child. For people at the meeting only. Shred or hand back after.",
        "Page 1 of 1",
    )


@pytest.mark.parametrize("size", [12, 14, 18])
def test_numbers_close_up_over_what_was_left_out(size: TextSize) -> None:
    sheet = MeetingSheet("Mia", going_well=(Item("Art"),), questions=("Is there a club?",))
    text = text_of(pdf.make_pdf(sheet, size))
    assert in_order(text, "1 Going well", "2 Questions for school")
    for left_out in ("says", "hard", "ask", "at home", "last time", "Dates", "take part", "Written", "None"):
        assert left_out not in text


def test_no_column_is_headed_what_helps_when_nothing_was_found_to_help() -> None:
    sheet = MeetingSheet("Mia", hard_now=(Difficulty("Loud halls"),))
    assert "What helps" not in text_of(pdf.make_pdf(sheet))


def test_a_sheet_with_only_a_name_still_has_its_lines_to_fill_in() -> None:
    text = text_of(pdf.make_pdf(MeetingSheet("Mia")))
    assert text == (
        "Mia · notes from home for the PEP meeting Next PEP date: Copy of the PEP to us by: Private: about a child. "
        "For people at the meeting only. Shred or hand back after. Page 1 of 1"
    )


def test_only_the_carers_copy_has_room_for_notes_and_what_to_say() -> None:
    for size in (12, 14, 18):
        text = text_of(pdf.make_pdf(sheets.mine(), size))  # type: ignore[arg-type]
        assert in_order(
            text, "What I want to say", "Thank you for the reading group.", "Ms Ali", "1 Mia says"
        )
        assert "My notes" in text
    assert "My notes" not in text_of(pdf.make_pdf(sheets.meeting()))


def test_the_childs_sheet_before_the_meeting() -> None:
    text = text_of(pdf.make_pdf(sheets.before()))
    assert in_order(
        text, "Mia’s sheet", "You said", "“Playtime is hard.", "What happens next", "1. People meet"
    )
    assert "You can ask Sam or Ms Ali about anything on this sheet." in text
    assert "Shred" not in text


def test_the_childs_sheet_after_the_meeting_gives_honest_noes() -> None:
    text = text_of(pdf.make_pdf(sheets.after()))
    assert in_order(
        text,
        "You said “Playtime is hard.”",
        "At the meeting Everyone agreed it should be easier.",
        "Now There is a quiet room at lunch. (Mr Fox, by 27 March)",
        "You said “I want Miss Kay for maths.”",
        "They said it cannot happen because the class is full. You can ask Mr Fox about it.",
        "You said “I want to come.”",
        "Nobody has written here yet what came of this.",
        "Mr Fox said yes to this: a place in art club, by 20 March",
        "Sam said yes to this: a library card. It was done on 21 March.",
        "Something good that was said",
        "Wednesday 16 September 2026 was agreed for the next meeting.",
    )


def ticks_and_boxes(sheet: ChildSheet) -> int:
    """How many shapes of how far something has come are drawn."""
    rows = pdf.rows_on(sheet, Pen(12))
    return sum(
        isinstance(piece, MarkShape) or cell.boxed
        for row in rows
        for cell in row.cells
        for piece in cell.drawn
    )


def test_a_tick_on_the_childs_sheet_means_done_and_what_is_not_done_has_no_box() -> None:
    whole = sheets.after()
    assert ticks_and_boxes(whole) == 1
    assert (
        ticks_and_boxes(replace(whole, yeses=tuple(replace(yes, done_on=None) for yes in whole.yeses))) == 0
    )


def test_the_list_for_the_review_says_late_in_words_and_groups_by_who_owes_it() -> None:
    text = text_of(pdf.make_pdf(sheets.review()))
    assert in_order(
        text,
        "For Mia’s review on Wednesday 22 April 2026",
        "School · Mr Fox",
        "A quiet place at lunch",
        "Late by 3 days · was due by 27 March 2026",
        "Start a reading group",
        "Done on 20 March",
        "Me Decided at the review",
        "No date yet",
    )


def test_each_state_has_a_shape_of_its_own() -> None:
    def drawn(mark: Mark) -> bytes:
        review = sheets.review()
        action = replace(review.owed[0].actions[0], mark=mark, mark_words="x", by_when=None)
        data = pdf.make_pdf(replace(review, owed=(replace(review.owed[0], actions=(action,)),)))
        return read(data).pages[0].get_contents().get_data()  # type: ignore[union-attr]

    assert len({drawn(mark) for mark in Mark}) == len(Mark)


def test_what_people_write_is_never_read_as_mark_up() -> None:
    typed = "likes <maths> & <b>bold? A<B &amp; <img src=x> 100% </para>"
    sheet = MeetingSheet(
        typed, child_says=(Quote(typed, typed),), asks=(Ask(typed, typed),), questions=(typed,)
    )
    assert text_of(pdf.make_pdf(sheet)).count(typed) >= 5


@pytest.mark.parametrize(
    "words", [NASTY, "x" * 300, "m", "W" * 5_000, "word " * 1000, "a\r\nb\n\n\nc\u2028d", "\ud800a"]
)
@pytest.mark.parametrize("size", [12, 18])
def test_no_words_stop_a_sheet_from_being_made(words: str, size: TextSize) -> None:
    sheet = replace(
        sheets.meeting(),
        child=words[:400],
        child_says=(Quote(words, words[:400]),),
        going_well=(Item(words, words[:300]),),
        asks=(Ask(words[:300], words[:300], date(2026, 3, 1)),),
    )
    data = pdf.make_pdf(sheet, size)
    assert len(text_of(data)) > len("".join(words.split())) / 2


def test_long_words_wrap_inside_the_page() -> None:
    right_edges: list[float] = []

    def seen(text: str, matrix: object, place: list[float], *_rest: object) -> None:
        if text.strip():
            right_edges.append(place[4] + len(text.strip()) * 6.5)

    data = pdf.make_pdf(MeetingSheet("Mia", going_well=(Item("n" * 300),)))
    read(data).pages[0].extract_text(visitor_text=seen)
    assert right_edges
    assert max(right_edges) < 595


def test_a_long_sheet_goes_on_to_numbered_pages_and_loses_nothing() -> None:
    said = " ".join(f"word{number}" for number in range(2000))
    data = pdf.make_pdf(MeetingSheet("Mia", child_says=(Quote(said),), questions=("Last?",)))
    count = len(read(data).pages)
    assert count > 2
    pages = [" ".join(page.extract_text().split()) for page in read(data).pages]
    assert pages[0].endswith(f"Page 1 of {count}")
    assert pages[-1].endswith(f"Page {count} of {count}")
    assert all(page.startswith("Mia · notes from home for the PEP meeting, continued") for page in pages[1:])
    together = " ".join(pages)
    assert [number for number in range(2000) if f"word{number}" not in together] == []


def test_a_long_label_stands_before_its_words() -> None:
    items = (Item("Two books a week", "Reading"), Item("A lift home", "What would make a club possible"))
    text = text_of(pdf.make_pdf(MeetingSheet("Mia", at_home=items)))
    assert in_order(text, "Reading Two books a week", "What would make a club possible: A lift home")


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    for lines in range(20, 66):
        item = Item("\n".join("line" for _line in range(lines)))
        sheet = MeetingSheet(
            "Mia", going_well=(item,), at_home=(Item("Reading every night"),), questions=("Why?",) * 3
        )
        pages = [page.get_textpage().get_text_range() for page in PdfDocument(pdf.make_pdf(sheet))]
        assert sum("What we do at home" in words for words in pages) == 1
        for words in pages:
            assert ("What we do at home" in words) == ("Reading every night" in words)


def test_the_same_content_gives_the_same_bytes_in_another_process_too() -> None:
    code = (
        "import sys; from carer_app.paper import pdf; from tests.paper import sheets;"
        "sys.stdout.buffer.write(pdf.make_pdf(sheets.meeting()))"
    )
    elsewhere = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert pdf.make_pdf(sheets.meeting()) == pdf.make_pdf(sheets.meeting()) == elsewhere


def test_the_adults_sheet_is_a_file_of_its_own_and_says_it_is_not_for_the_table() -> None:
    data = pdf.make_pdf(sheets.adults())
    assert len(read(data).pages) == 1
    words = text_of(data)
    assert in_order(
        words, "Before Mia joins us", "Family time", "Unsettled after Saturdays", "not for the meeting table"
    )
    for sheet in (pdf.make_pdf(sheets.meeting()), pdf.make_pdf(sheets.mine())):
        assert "Unsettled after Saturdays" not in text_of(sheet)


def test_the_pocket_card_has_three_things_and_names_nobody() -> None:
    words = text_of(pdf.make_pdf(sheets.pocket()))
    assert in_order(
        words, "Three things to say", "Thank you for the reading group.", "Ask for a buddy at lunch."
    )
    assert "Mia" not in words


def test_what_the_child_answered_stands_beneath_and_what_we_think_apart() -> None:
    hard = Difficulty(
        "In tears after lunch",
        how_often="twice a week",
        think="It is the noise",
        child_says=Quote("They run off", "Mia"),
        reply="Mia sees it differently: “Only on Mondays”",
    )
    sheet = MeetingSheet(
        "Mia", going_well=(Item("Loves art", "School", "Mia: “that’s right”"),), hard_now=(hard,)
    )
    for size in (12, 18):
        words = text_of(pdf.make_pdf(sheet, size))
        assert in_order(
            words, "Loves art", "Mia: “that’s right”", "In tears after lunch · twice a week",
            "We think", "It is the noise", "They run off", "Only on Mondays",
        )  # fmt: skip


def test_the_card_for_the_pocket_can_be_cut_out_and_its_day_is_clear_of_the_box() -> None:
    data = pdf.make_pdf(sheets.pocket())
    [page] = read(data).pages
    drawn = page.get_contents().get_data().decode("latin-1")
    boxes = [
        tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", drawn)
    ]
    wide, high = next((w, h) for _x, _y, w, h in boxes if round(w) == 298)
    assert (round(wide), round(high)) == (298, 420)
    rows = pdf.rows_on(sheets.pocket(), Pen(16, width=CARD_WIDTH))
    first = next(row for row in rows if row.panel)
    assert first.above > PANEL_PAD, "the soft box reaches above its first row"


@pytest.mark.parametrize(
    "words", ["Thank you.", "A sentence that is quite a bit longer than it need be. " * 6, NASTY * 30]
)
def test_a_long_thing_to_say_makes_letters_smaller_or_the_card_longer_and_loses_no_word(words: str) -> None:
    card = PocketCard((words, words, words), date(2026, 3, 18))
    text = text_of(pdf.make_pdf(card))
    assert text.count(words.split()[0]) >= 3


def test_where_each_numbered_part_lies_is_known_also_over_the_end_of_a_page() -> None:
    more = tuple(Item("Words that take some room on the page. " * 8, "At home") for _number in range(14))
    sheet = replace(sheets.meeting(), more=more)
    data, parts = pdf.make_with_parts(sheet)
    assert data == pdf.make_pdf(sheet)
    sections = sheet.sections()
    assert list(dict.fromkeys(each.number for each in parts)) == list(range(1, len(sections) + 1))
    assert len(parts) > len(sections), "one of them goes on over the page"
    document = PdfDocument(data)
    seen = set[int]()
    for each in parts:
        page = document[each.page - 1]
        width, height = page.get_size()
        words = page.get_textpage().get_text_bounded(
            0, height * (1 - each.bottom) - 1, width, height * (1 - each.top) + 1
        )
        headings = [sheet.heading(section) for section in sections if sheet.heading(section) in words]
        assert headings == ([] if each.number in seen else [sheet.heading(sections[each.number - 1])])
        seen.add(each.number)
