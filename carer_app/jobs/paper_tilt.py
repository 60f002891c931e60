"""How far a page on a photo is tilted. Where its lines of words lie level, dark and light rows differ most from each
other; the page is turned by the angle at which they do, and only where that angle is clearly better than others.

Degrees are those by which the photo must be turned to the right.
"""

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from carer_app.jobs.paper_edges import cut, edges_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 8.0
"""A page that is tilted further was laid so: it is for the carer to turn it."""
_LOOKED = 10
"""Degrees to each side that are looked at."""
_COARSE, _FINE = 320, 720
_LEAST = 0.5
"""What is tilted less is read as it is, and stays as it was taken."""
_CLEARLY, _BETTER = 5.0, 1.15
"""So many times as good as the usual angle, and as none, is certain."""
_PARTS, _AGREE, _PART_CLEARLY = 8, 3, 2.0
"""Of so many parts so many must say the same."""


def tilt_of(picture: "Image") -> float:
    """By how many degrees it should be turned to the right; 0 where that is not certain."""
    paper = cut(picture, edges_of(picture))
    found = _certainly(paper)
    if found is None and paper.size != picture.size:  # what stood out may not have been the paper
        found = _certainly(picture)
    return found or 0.0


def _certainly(paper: "Image") -> float | None:
    """How far it is tilted, 0 where it is straight; None where no angle is clearly best."""
    from PIL import Image

    found = []
    for sideways in (False, True):  # a page that lies on its side is tilted just as far
        seen = paper.transpose(Image.Transpose.ROTATE_90) if sideways else paper
        found.append((*_roughly(_ink(seen, _COARSE)), seen))
    clearly, near, seen = max(found, key=lambda each: each[0])
    if clearly < _CLEARLY or abs(near) > MOST:
        return None
    ink = _ink(seen, _FINE)
    fine = {near + step / 4: _parted(_rows(ink, near + step / 4)) for step in range(-4, 5)}
    best = max(fine, key=fine.__getitem__)
    if abs(best) < _LEAST:
        return 0.0
    return best if fine[best] >= _BETTER * _parted(_rows(ink, 0.0)) else None


def straight(picture: "Image", tilt: float) -> "Image":
    """Turned by so many degrees to the right, all of it. What comes in at the corners is like the edge of the photo."""
    from PIL import Image

    if not tilt:
        return picture
    edge = picture.resize((3, 3), Image.Resampling.BOX).convert("RGB")
    corners = [edge.getpixel((x, y)) for x in (0, 2) for y in (0, 2)]
    around = tuple(round(sum(each) / len(corners)) for each in zip(*corners, strict=True))
    return picture.convert("RGB").rotate(-tilt, Image.Resampling.BICUBIC, expand=True, fillcolor=around)


def _roughly(ink: "Image") -> tuple[float, float]:
    """How many times as good as the usual the best angle is, and that angle, to a degree.

    Nothing is clear about a page whose parts, from the top down, do not agree: a drawing has a long line as well.
    """
    rows = {float(angle): _rows(ink, angle) for angle in range(-_LOOKED, _LOOKED + 1)}
    whole = {angle: _parted(each) for angle, each in rows.items()}
    best, usual = max(whole, key=whole.__getitem__), median(whole.values())
    high = ink.height * 8 // 10 // _PARTS
    agree = 0
    for part in range(_PARTS):
        here = {angle: _parted(each[part * high : (part + 1) * high]) for angle, each in rows.items()}
        own = max(here, key=here.__getitem__)
        agree += abs(own - best) <= 1 and here[own] >= _PART_CLEARLY * median(here.values())
    return (whole[best] / usual if usual and agree >= _AGREE else 0.0), best


def _rows(ink: "Image", angle: float) -> list[float]:
    """How dark each row is, turned so far."""
    from PIL import Image

    wide, high = ink.size
    turned = ink.rotate(-angle, Image.Resampling.BILINEAR)
    # The corners that come in empty are the same for no two angles: they are left out.
    side = (wide // 10, high // 10, wide - wide // 10, high - high // 10)
    rows = turned.crop(side).convert("F").resize((1, side[3] - side[1]), Image.Resampling.BOX)
    return [float(each) for each in rows.get_flattened_data()]  # type: ignore[arg-type]


def _parted(rows: list[float]) -> float:
    """How much each row differs from the next."""
    return sum((after - before) ** 2 for before, after in pairwise(rows))


def _ink(picture: "Image", longest: int) -> "Image":
    """What is written: darker than the paper round it, so that shadows and the table are left out."""
    from PIL import Image, ImageChops, ImageFilter

    small = picture.convert("L")
    small.thumbnail((longest, longest), Image.Resampling.BOX)
    near = longest // 80 * 2 + 1
    paper = small.filter(ImageFilter.MaxFilter(near)).filter(ImageFilter.GaussianBlur(near))
    return ImageChops.subtract(paper, small)
