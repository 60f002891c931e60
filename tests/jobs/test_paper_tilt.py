"""A tilted page is put straight where that is certain, and is never worse than it was."""

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from carer_app.imports import words_by_tesseract
from carer_app.imports.documents import draw_pages
from carer_app.jobs.paper_edges import WHOLE, tilted
from carer_app.jobs.paper_tilt import MOST, straight, tilt_of
from carer_app.jobs.photos_of_paper import PhotoOfPage
from tests import photographed
from tests.imports import pep_like

TABLE = (120, 105, 90)


def page(number: int = 1) -> Image.Image:
    (drawn,) = draw_pages(photographed.printed(), [number], 1_500)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")


def laid(paper: Image.Image, tilt: float) -> Image.Image:
    """On a table, so far to the left."""
    return paper.rotate(tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=TABLE)


def read_right(picture: Image.Image, lines: tuple[str, ...]) -> float:
    """How many of the words on a page the machine reads, of one."""
    wide, high = picture.size
    pixels = picture.convert("RGB").convert("RGBX").tobytes("raw", "BGRX")
    read = {word for _line, word, *_box in words_by_tesseract.words_in(wide, high, pixels)}
    read = {word.strip(".,:") for word in read}
    wanted = {word.strip(".,:") for line in lines for word in line.split()}
    return len(wanted & read) / len(wanted)


@pytest.mark.parametrize("tilt", [2.0, -3.0, 5.0, -7.0])
def test_a_page_that_is_tilted_is_found_to_be_and_is_read_no_worse(tilt: float) -> None:
    lying = laid(page(), tilt)
    found = tilt_of(lying)
    assert abs(found - tilt) <= 0.5
    assert words_by_tesseract.program() is not None, "`make setup` installs it"
    before, after = (read_right(each, photographed.PAGES[0]) for each in (lying, straight(lying, found)))
    assert after >= max(before, 0.9)


def test_a_form_on_its_side_is_as_tilted_and_a_straight_one_is_left_as_it_was_taken() -> None:
    (drawn,) = draw_pages(pep_like.ruled_table(), [1], 1_200)
    form = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")
    assert abs(tilt_of(laid(form, 4).rotate(90, expand=True)) - 4) <= 0.5
    assert tilt_of(form) == 0
    made = io.BytesIO()
    form.save(made, "JPEG")
    photo = PhotoOfPage(made.getvalue())
    assert photo.straightened(photo.found_tilt()).made() == photo.jpeg


def test_what_has_no_lines_of_words_is_never_turned() -> None:
    """A blank sheet, noise, and what a child drew, with long lines in it."""
    pictures = [Image.new("RGB", (900, 1200), "white"), Image.effect_noise((600, 800), 80).convert("RGB")]
    for number in range(4):
        dice, drawn = random.Random(number), Image.new("RGB", (900, 1200), (238, 236, 230))
        pen = ImageDraw.Draw(drawn)
        for _stroke in range(dice.randint(2, 30)):
            x, y, size = dice.randint(0, 900), dice.randint(0, 1200), dice.randint(20, 300)
            pen.ellipse((x, y, x + size, y + size), outline=(20, 90, 30), width=7)
            pen.line(
                (x, y, x + dice.randint(-400, 400), y + dice.randint(-60, 60)), fill=(20, 20, 120), width=7
            )
        pictures.append(drawn)
    assert [tilt_of(each) for each in pictures] == [0.0] * len(pictures)


def test_a_little_at_a_time_up_to_the_most_and_back_to_how_it_was_taken() -> None:
    made = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(made, "JPEG")
    photo = PhotoOfPage(made.getvalue())
    for _press in range(20):
        photo = photo.straightened(photo.tilt + 1)
    assert photo.tilt == MOST
    assert Image.open(io.BytesIO(photo.made())).size > (300, 400)
    assert photo.straightened(0) == PhotoOfPage(made.getvalue())


@given(
    st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(500, 1000), st.integers(500, 1000)),
    st.floats(-8, 8),
)
def test_nothing_inside_the_edges_is_cut_off_by_turning_a_little(
    edges: tuple[int, int, int, int], tilt: float
) -> None:
    there = tilted(edges, (1000, 1400), 0.0, tilt)
    assert 0 <= there[0] < there[2] <= 1000
    assert 0 <= there[1] < there[3] <= 1000
    back = tilted(there, (1000, 1400), tilt, 0.0)
    for side, (was, now) in enumerate(zip(edges, back, strict=True)):
        assert now <= was + 1 if side < 2 else now >= was - 1
    assert tilted(WHOLE, (1000, 1400), 0.0, tilt) == WHOLE
