"""Where the paper is on a photo of it: found by its brightness, and cut out where the carer says so.

Edges are left, top, right and bottom in thousandths of the photo, so that they hold at every size.
"""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Edges = tuple[int, int, int, int]
WHOLE: Edges = (0, 0, 1000, 1000)
LEAST = 50
"""Thousandths that are left between two edges at least."""
_LOOKED_AT = 200
_APART = 45
"""So much brighter than what is round it, of 255, is paper."""
_FILLED = 0.45
"""A line across the photo goes through the paper where so much of it is as bright as paper."""
_SMALLEST, _BIGGEST = 0.15, 0.97
_ROOM = 6
_NEAR, _STEP = 5, 22
"""So many lines beside an edge are looked at; what lies beyond it is so much darker, of 255."""


def turned_right(edges: Edges) -> Edges:
    """The same part of the photo after a quarter turn to the right."""
    left, top, right, bottom = edges
    return 1000 - bottom, left, 1000 - top, right


def moved(edges: Edges, which: int, to: int) -> Edges:
    """One edge (0 to 3: left, top, right, bottom) moved; it stays inside the photo and off the edge opposite."""
    opposite = edges[(which + 2) % 4]
    to = min(max(to, 0), opposite - LEAST) if which < 2 else max(min(to, 1000), opposite + LEAST)
    return tuple(to if place == which else edge for place, edge in enumerate(edges))  # type: ignore[return-value]


def tilted(edges: Edges, size: tuple[int, int], was: float, now: float) -> Edges:
    """What holds all of the same part, of a photo of this size that was turned by `was` degrees and is by `now`."""
    if edges == WHOLE:
        return WHOLE
    (wide_was, high_was), (wide, high) = _turned_size(size, was), _turned_size(size, now)
    by = math.radians(now - was)
    left, top, right, bottom = edges
    across, down = [], []
    for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
        dx, dy = (x / 1000 - 0.5) * wide_was, (y / 1000 - 0.5) * high_was
        across.append((dx * math.cos(by) - dy * math.sin(by)) / wide + 0.5)
        down.append((dx * math.sin(by) + dy * math.cos(by)) / high + 0.5)
    return (
        max(0, math.floor(min(across) * 1000)),
        max(0, math.floor(min(down) * 1000)),
        min(1000, math.ceil(max(across) * 1000)),
        min(1000, math.ceil(max(down) * 1000)),
    )


def _turned_size(size: tuple[int, int], angle: float) -> tuple[float, float]:
    wide, high = size
    cos, sin = abs(math.cos(math.radians(angle))), abs(math.sin(math.radians(angle)))
    return wide * cos + high * sin, wide * sin + high * cos


def cut(picture: "Image", edges: Edges) -> "Image":
    """Only what lies inside the edges."""
    if edges == WHOLE:
        return picture
    wide, high = picture.size
    left, top, right, bottom = edges
    box = (left * wide // 1000, top * high // 1000, -(-right * wide // 1000), -(-bottom * high // 1000))
    return picture.crop(box)


def edges_of(picture: "Image") -> Edges:
    """Of the brightest big thing on it; the whole photo where nothing stands out as a paper does."""
    from PIL import Image, ImageFilter

    small = picture.convert("L")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT))
    small = small.filter(ImageFilter.MaxFilter(3)).filter(
        ImageFilter.MedianFilter(5)
    )  # without what is written
    border = _between(small.histogram())
    if border is None:
        return WHOLE
    bright = small.point(lambda shade: 255 if shade > border else 0)
    wide, high = bright.size
    down = _stretch(bright.resize((1, high), Image.Resampling.BOX).tobytes())
    if down is None:
        return WHOLE
    across = _stretch(
        bright.crop((0, down[0], wide, down[1])).resize((wide, 1), Image.Resampling.BOX).tobytes()
    )
    if across is None:
        return WHOLE
    down = _where_it_steps(
        small.crop((across[0], 0, across[1], high)).resize((1, high), Image.Resampling.BOX).tobytes(), down
    )
    across = _where_it_steps(
        small.crop((0, down[0], wide, down[1])).resize((wide, 1), Image.Resampling.BOX).tobytes(), across
    )
    share = (across[1] - across[0]) * (down[1] - down[0]) / (wide * high)
    if not _SMALLEST <= share <= _BIGGEST:
        return WHOLE
    return (
        max(0, across[0] * 1000 // wide - _ROOM),
        max(0, down[0] * 1000 // high - _ROOM),
        min(1000, across[1] * 1000 // wide + _ROOM),
        min(1000, down[1] * 1000 // high + _ROOM),
    )


def _between(counts: list[int]) -> int | None:
    """The shade that parts dark from bright best (Otsu's way); None where the two are hardly apart."""
    every, weight = sum(counts), sum(shade * count for shade, count in enumerate(counts))
    best, border, dark, dark_weight, means = 0.0, None, 0, 0, (0.0, 0.0)
    for shade, count in enumerate(counts):
        dark, dark_weight = dark + count, dark_weight + shade * count
        bright = every - dark
        if not dark or not bright:
            continue
        low, high = dark_weight / dark, (weight - dark_weight) / bright
        apart = dark * bright * (high - low) ** 2
        if apart > best:
            best, border, means = apart, shade, (low, high)
    return border if means[1] - means[0] >= _APART else None


def _where_it_steps(shades: bytes, found: tuple[int, int]) -> tuple[int, int]:
    """The same edges where it is darker at once beyond them. A shadow grows by and by: there nothing is cut off, for
    the paper goes on in it."""
    first, last = found
    if not _steps(shades[: max(0, first - 1)][-_NEAR:], shades[first + 1 : first + 1 + _NEAR]):
        first = 0
    if not _steps(shades[last + 1 : last + 1 + _NEAR], shades[max(0, last - 1 - _NEAR) : last - 1]):
        last = len(shades)
    return first, last


def _steps(outside: bytes, inside: bytes) -> bool:
    if not outside or not inside:
        return True  # the photo ends here
    return sum(inside) / len(inside) - sum(outside) / len(outside) >= _STEP


def _stretch(shares: bytes) -> tuple[int, int] | None:
    """From the first line that goes through the paper to the one after the last. A dark band across it, such as a
    form has behind its headings, is a part of it: rather a little of the table than nothing of a heading."""
    through = [place for place, share in enumerate(shares) if share > _FILLED * 255]
    return (through[0], through[-1] + 1) if through else None
