"""Words read from a picture by Tesseract, where this computer has it. In the reader process and nowhere else.

It is started with nothing but plain grey pixels on its standard input, and tells of its words on its standard output:
no picture file that somebody else made ever reaches it. It keeps the limits of the process that starts it.
"""

import subprocess
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from carer_app.imports.page_limits import PER_MILLE

PLACES = tuple(Path(each) / "tesseract" for each in ("/usr/bin", "/usr/local/bin"))
"""Where it may be. Never by the way to programs: that is anybody's to change."""
_LEAST_SURE = 30.0
_WORD = "5"
_COLUMNS = 12
_NEARBY = 24
"""Pixels: a shadow changes more slowly than that, a letter faster."""

Word = tuple[int, str, int, int, int, int]
"""The line it stands in, the word, and its left, top, right and bottom in thousandths of the picture."""


def program() -> Path | None:
    """Where Tesseract is on this computer, or None."""
    return next((each for each in PLACES if each.is_file()), None)


def words_in(width: int, height: int, pixels: bytes) -> list[Word]:
    """The words of a picture of BGRx bytes, in the order in which they are read. OSError where Tesseract is not whole,
    ValueError where it died of this picture."""
    tesseract = program()
    if tesseract is None:
        return []
    grey = _without_shadows(Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX").convert("L"))
    asked = b"P5 %d %d 255\n" % (width, height) + grey.tobytes()
    command = [str(tesseract), "stdin", "stdout", "-l", "eng", "--dpi", "200", "--psm", "3", "tsv"]
    done = subprocess.run(
        command,
        input=asked,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        check=False,
    )
    if done.returncode > 0:  # its language or a part of it is missing; a signal would be this picture's doing
        raise OSError("Tesseract does not work")
    if done.returncode:
        raise ValueError("Tesseract died")
    return words_of_table(done.stdout.decode("utf-8", "replace"), width, height)


def _without_shadows(grey: Image.Image) -> Image.Image:
    """The brightest nearby is taken for paper: what lies in the dark of a fold is read too."""
    small = (max(1, grey.width // _NEARBY), max(1, grey.height // _NEARBY))
    paper = grey.resize(small, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(5))
    paper = paper.filter(ImageFilter.GaussianBlur(2)).resize(grey.size, Image.Resampling.BICUBIC)
    return ImageChops.invert(ImageChops.subtract(paper, grey))


def words_of_table(table: str, width: int, height: int) -> list[Word]:
    """Its answer, a row a word: level, page, block, paragraph, line, word, left, top, width, height, sureness, text."""
    found: list[Word] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD:
            continue
        try:
            left, top, wide, high = (int(cell) for cell in cells[6:10])
            sure = float(cells[10])
        except ValueError:
            continue
        text = "".join(cells[11].split())
        if sure < _LEAST_SURE or not any(letter.isalnum() for letter in text):
            continue
        line = lines.setdefault(tuple(cells[1:5]), len(lines))
        sides = (left / width, top / height, (left + wide) / width, (top + high) / height)
        found.append((line, text, *(round(PER_MILLE * min(max(side, 0), 1)) for side in sides)))  # type: ignore[arg-type]
    return found
