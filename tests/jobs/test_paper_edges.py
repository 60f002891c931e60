"""Where the paper is on a photo of it: proposed where it stands out, moved by whoever sees it better."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from carer_app.jobs import photos_of_paper
from carer_app.jobs.paper_edges import LEAST, WHOLE, edges_of, moved, turned_right
from carer_app.jobs.photos_of_paper import PhotoOfPage
from tests import photographed


def on_a_table(
    paper: tuple[int, int, int, int] = (120, 90, 480, 700), table: int = 90, shade: int = 225
) -> Image.Image:
    """A sheet with writing on a darker table, lit from one side and a little out of focus."""
    made = Image.new("L", (600, 800), table)
    draw = ImageDraw.Draw(made)
    draw.rectangle(paper, fill=shade)
    for line in range(paper[1] + 40, paper[3] - 30, 24):
        draw.line((paper[0] + 30, line, paper[2] - 40, line), fill=40, width=6)
    light = Image.linear_gradient("L").resize(made.size).point(lambda value: value // 8)
    return Image.blend(made, light, 0.1).filter(ImageFilter.GaussianBlur(2)).convert("RGB")


@pytest.mark.parametrize("paper", [(120, 90, 480, 700), (20, 30, 400, 780), (200, 300, 590, 790)])
def test_the_paper_on_a_table_is_found(paper: tuple[int, int, int, int]) -> None:
    left, top, right, bottom = edges_of(on_a_table(paper))
    for found, is_at, side in (
        (left, paper[0], 600),
        (top, paper[1], 800),
        (right, paper[2], 600),
        (bottom, paper[3], 800),
    ):
        assert abs(found - is_at * 1000 / side) <= 25
    assert left <= paper[0] * 1000 / 600, "nothing of the paper is cut off"
    assert right >= paper[2] * 1000 / 600


@pytest.mark.parametrize(
    "picture",
    [
        on_a_table((0, 0, 600, 800)),
        Image.new("RGB", (90, 90), "black"),
        on_a_table(table=205),
        on_a_table((290, 390, 330, 430)),
    ],
    ids=["only paper", "dark", "a white table", "a scrap"],
)
def test_where_no_paper_stands_out_the_whole_photo_is_kept(picture: Image.Image) -> None:
    assert edges_of(picture) == WHOLE


def test_what_is_cut_is_what_lies_inside_and_turns_with_the_photo() -> None:
    made = io.BytesIO()
    on_a_table().save(made, "JPEG")
    photo = PhotoOfPage(made.getvalue())
    cut = photo.within(photo.proposed())
    size = Image.open(io.BytesIO(cut.made())).size
    assert abs(size[0] - 360) < 30
    assert abs(size[1] - 610) < 40
    assert Image.open(io.BytesIO(cut.turned().made())).size == size[::-1]
    assert cut.turned().turned().turned().turned() == cut
    assert Image.open(io.BytesIO(cut.shown_whole())).size == (360, 480)


@given(st.integers(0, 3), st.integers(-50, 1_050), st.integers(0, 3), st.integers(-50, 1_050))
def test_wherever_an_edge_is_moved_something_is_left(which: int, to: int, then: int, there: int) -> None:
    left, top, right, bottom = moved(moved(WHOLE, which, to), then, there)
    assert 0 <= left <= right - LEAST <= 1000 - LEAST
    assert 0 <= top <= bottom - LEAST <= 1000 - LEAST
    assert turned_right(turned_right(turned_right(turned_right((left, top, right, bottom))))) == (
        left,
        top,
        right,
        bottom,
    )


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_dark_band_across_the_paper_is_not_cut_off_with_what_is_beside_it(turns: int) -> None:
    table = Image.new("RGB", (900, 1_200), (60, 50, 45))
    draw = ImageDraw.Draw(table)
    draw.rectangle((150, 150, 750, 1_050), fill=(225, 222, 215))
    draw.rectangle((170, 190, 730, 300), fill=(40, 60, 120))
    draw.rectangle((170, 900, 730, 1_010), fill=(40, 60, 120))
    photo = table.rotate(90 * turns, expand=True)
    left, top, right, bottom = edges_of(photo)
    for _turn in range(turns):
        left, top, right, bottom = turned_right((left, top, right, bottom))
    assert left <= 150 / 0.9 <= left + 30
    assert right - 30 <= 750 / 0.9 <= right
    assert top <= 150 / 1.2 <= top + 30
    assert bottom - 30 <= 1_050 / 1.2 <= bottom


def test_a_shadow_over_half_of_the_paper_cuts_no_words_off(tmp_path: Path) -> None:
    for file in photographed.photographs(tmp_path):
        photo = photos_of_paper.read_photo(file)
        left, top, right, bottom = photo.straightened(photo.found_tilt()).proposed()
        assert left < 100, file.name
        assert right > 900, file.name
        assert top < 100, file.name
        assert bottom > 900, file.name


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_sheet_in_a_shadow_that_grows_is_found_whole(turns: int) -> None:
    made = on_a_table((100, 90, 500, 700), table=40, shade=235)
    shadow = (
        Image.linear_gradient("L").rotate(90).resize(made.size).point(lambda value: 110 + value * 145 // 255)
    )
    photo = ImageChops.multiply(made, Image.merge("RGB", (shadow,) * 3)).rotate(90 * turns, expand=True)
    left, top, right, bottom = edges_of(photo)
    for _turn in range(turns):
        left, top, right, bottom = turned_right((left, top, right, bottom))
    assert left <= 100 / 0.6
    assert right >= 500 / 0.6
    assert top <= 90 / 0.8
    assert bottom >= 700 / 0.8
