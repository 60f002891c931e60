"""The picture cards: one for each, in one style, on paper as on screen; and the child's own book."""

import re
from datetime import date
from io import BytesIO
from math import ceil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from carer_app.paper import pdf
from carer_app.paper.content import AnswerToChild, Quote, Told
from carer_app.paper.pdf.svg import Drawing
from carer_app.paper.sheets.child_book import BookMeeting, ChildBook
from carer_app.texts import cards
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases.blank_sheets import child_questions
from carer_app.use_cases.cards_to_cut import cards_to_cut
from resources import path
from tests.paper.sheets import text_of

DRAWINGS = sorted(path("cards").glob("*.svg"))
CHILD_MODE = Path(__file__).parents[2] / "ui" / "child_mode"
STYLE = {"#222222", "#d9d9d9", "#ffffff", "none"}


def test_there_are_cards_enough_six_to_begin_with_and_two_to_practise() -> None:
    said = [card.words for card in cards.cards()]
    assert len(said) >= 24
    assert len(set(said)) == len(said), "a child could not tell two cards apart"
    assert [card.key for card in cards.first_six()] == [
        "playing_outside", "friends", "my_teacher", "story", "lunch", "hello_goodbye",
    ]  # fmt: skip
    assert [card.words for card in cards.practice()] == ["ice cream", "rain"]


def test_every_drawing_is_used_and_nothing_is_missing() -> None:
    named = {card.key for card in (*cards.cards(), *cards.practice())}
    marks = {"mark_up", "mark_between", "mark_down", "not_sure", "on_my_sheet", "off_my_sheet"}
    coming = {"coming_all", "coming_part", "coming_not", "coming_someone", "table"}
    told = {page.drawing for asked in age_sets() for page in asked.telling.pages if page.drawing}
    days = {part.drawing for asked in age_sets() for part in asked.day.parts}
    offered = {each for asked in age_sets() for one in asked.questions for each in one.offer_drawings}
    signs = {"sign_hand", "sign_say", "sign_card", "sign_look", "sign_door"}
    helps = {"say_first", "a_break", "friends", "another_time", "no_fuss"}
    who_speaks = {"who_me", "a_helper", "who_else"}
    meeting = coming | signs | helps | who_speaks
    in_code = "".join(file.read_text(encoding="utf-8") for file in CHILD_MODE.glob("*.py"))
    assert {each for each in meeting if f'"{each}"' not in in_code} == set(), "nobody shows it any more"
    assert {file.stem for file in DRAWINGS} == named | marks | meeting | told | days | offered


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_one_style_outlines_in_black_and_grey(file: object) -> None:
    told = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    top = ElementTree.fromstring(told)
    assert top.attrib["viewBox"] == "0 0 96 96"
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', told)) <= STYLE
    assert "<text" not in told


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_every_drawing_can_be_put_on_paper_and_stays_in_its_square(file: object) -> None:
    svg = file.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    canvas = Canvas(BytesIO())
    Drawing(svg, 96, 96).draw(canvas, 0, 96, 96)
    canvas.showPage()
    numbers = [
        float(each)
        for each in re.findall(
            r"(?<![\w#.-])-?\d+(?:\.\d+)?", re.sub(r'(xmlns|stroke-width)="[^"]*"', "", svg)
        )
    ]
    assert max(numbers) <= 96
    assert min(numbers) >= -1


@pytest.mark.parametrize(
    "shape", ['<text x="1"/>', '<path d="m 1 1"/>', '<path d="A 1 1"/>', '<polygon points="1"/>']
)
def test_a_drawing_of_other_parts_is_refused(shape: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{shape}</svg>'
    with pytest.raises((ValueError, KeyError)):
        Drawing(svg, 96, 96).draw(Canvas(BytesIO()), 0, 96, 96)


def test_the_pack_prints_six_centimetres_square_twelve_to_a_page() -> None:
    data = pdf.make_pdf(cards_to_cut())
    pages = PdfReader(BytesIO(data)).pages
    answers = 4
    assert len(pages) == ceil((len(cards.cards()) + len(cards.practice()) + answers) / 12)
    text = " ".join(text_of(data).split())
    for card in (*cards.cards(), *cards.practice()):
        assert card.words in text
    for words in ("I like it", "In between", "I don’t like it", "Someone says it for me"):
        assert words in text
    drawn = pages[0].get_contents()
    assert drawn is not None
    squares = re.findall(rb"([\d.]+) ([\d.]+) re", drawn.get_data())
    assert (
        sum(abs(float(wide) - 170.08) < 0.1 and abs(float(high) - 170.08) < 0.1 for wide, high in squares)
        == 12
    )


def test_the_questions_on_paper_name_nobody_and_say_who_reads_it() -> None:
    for asked in age_sets():
        text = " ".join(text_of(pdf.make_pdf(child_questions(asked.key), 14)).split())
        for question in asked.questions:
            assert question.words in text
        assert "Whoever gets this paper can read it." in text


def book() -> ChildBook:
    said = Quote("They run off.", "Mia typed this", date(2026, 3, 9), asked="How are playtimes?", mark="Hard")
    return ChildBook(
        "Mia",
        (
            BookMeeting(
                date(2025, 9, 18),
                (Quote("I like art.", "Mia typed this"),),
                (
                    AnswerToChild(said, now="A quiet room", who="Mr Fox"),
                    AnswerToChild(Quote("More maths"), cannot_because="no room"),
                ),
                (Quote("Mia helped a new boy.", "Said about you"),),
            ),
            BookMeeting(None, (), (AnswerToChild(Quote("nothing came of it")),)),
        ),
        (Told("2025/26", ("Swam 50 metres.",)), Told("2024/25", ())),
    )


def test_the_book_has_the_words_what_came_of_them_and_nothing_empty() -> None:
    made = book()
    assert len(made.achieved) == 1
    text = " ".join(text_of(pdf.make_pdf(made)).split())
    for words in (
        "Mia’s own book", "Thursday 18 September 2025", "“I like art.”", "How are playtimes? Hard. “They run off.”",
        "A quiet room (Mr Fox)", "They said it cannot happen because no room.", "“Mia helped a new boy.”",
        "Swam 50 metres.",
    ):  # fmt: skip
        assert words in text, words
    assert "2024/25" not in text


def test_an_empty_book_knows_it() -> None:
    assert ChildBook("Mia").is_empty
    assert not book().is_empty
