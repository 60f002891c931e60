"""Photographs of a printed PEP page: rendered, bent, shaded and blurred, as a telephone takes them at a table."""

import io
import math
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from carer_app.imports.documents import draw_pages

PAGES = (
    (
        "Personal Education Plan",
        "Name: Mia    School: Oak Lane Primary",
        "Attendance this term: 96 per cent",
        "Reading age: eight years and two months",
        "What is going well: Mia enjoys science and drawing",
        "Next meeting: Tuesday 15 September 2026",
    ),
    (
        "Targets and actions",
        "1. Reading group every Tuesday with Mr Fox, by 24 April",
        "2. A trombone lesson each week, paid for from Pupil Premium Plus",
        "3. The carer listens to reading for ten minutes at home",
        "Signed: designated teacher",
    ),
)


def printed() -> bytes:
    """The two pages as a PDF, as school printed them."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    for lines in PAGES:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(60, 770, lines[0])
        canvas.setFont("Helvetica", 13)
        for number, line in enumerate(lines[1:]):
            canvas.drawString(60, 720 - 34 * number, line)
        canvas.rect(50, 500, 495, 300)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def photographs(folder: Path) -> list[Path]:
    """The two pages as JPEGs from a telephone."""
    files = []
    for number, image in enumerate(draw_pages(printed(), [1, 2], 1_700), start=1):
        paper = Image.frombytes("RGB", (image.width, image.height), image.data, "raw", "BGRX")
        file = folder / f"IMG_000{number}.jpg"
        photographed(paper, number).save(file, "JPEG", quality=80)
        files.append(file)
    return files


TERM_DATES = (
    ("Oak Lane Primary School", ""),
    ("Term dates 2026 to 2027", ""),
    ("Autumn term begins", "Tuesday 1 September 2026"),
    ("Half term", "Monday 26 October to Friday 30 October 2026"),
    ("Autumn term ends", "Friday 18 December 2026"),
    ("Spring term begins", "Monday 4 January 2027"),
    ("Half term", "Monday 15 February to Friday 19 February 2027"),
    ("Spring term ends", "Thursday 25 March 2027"),
    ("Summer term begins", "Monday 12 April 2027"),
    ("Half term", "Monday 31 May to Friday 4 June 2027"),
    ("Summer term ends", "Wednesday 21 July 2027"),
    ("Training days", "1 September 2026, 4 January 2027"),
)


def newsletter(folder: Path) -> Path:
    """A photograph of a newsletter with a school's dates, in two columns."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4)
    canvas.setFont("Helvetica", 14)
    for number, (what, when) in enumerate(TERM_DATES):
        canvas.drawString(50, 770 - 34 * number, what)
        canvas.drawString(240, 770 - 34 * number, when)
    canvas.save()
    (image,) = draw_pages(made.getvalue(), [1], 1_700)
    paper = Image.frombytes("RGB", (image.width, image.height), image.data, "raw", "BGRX")
    file = folder / "IMG_0042.jpg"
    photographed(paper, 1).save(file, "JPEG", quality=80)
    return file


def photographed(paper: Image.Image, number: int = 1) -> Image.Image:
    """Bent as paper that was folded, darker to one side, a little askew, and not quite sharp."""
    wide, high = paper.size
    bent = Image.new("RGB", (wide, high + 60), (120, 105, 90))
    for x in range(0, wide, 4):
        down = 30 + round(14 * math.sin(math.pi * x / wide + number))
        bent.paste(paper.crop((x, 0, x + 4, high)), (x, down))
    shade = Image.new("L", (64, 64))
    draw = ImageDraw.Draw(shade)
    for x in range(64):
        for y in range(64):
            dark = 255 - 2 * (x if number % 2 else 63 - x) - (40 if 28 < y < 36 else 0)
            draw.point((x, y), fill=max(60, dark))
    shade = shade.resize(bent.size, Image.Resampling.BICUBIC)
    shaded = ImageChops.multiply(bent, Image.merge("RGB", (shade, shade, shade)))
    askew = shaded.rotate(0.8 if number % 2 else -0.7, Image.Resampling.BICUBIC, fillcolor=(110, 95, 80))
    return askew.filter(ImageFilter.GaussianBlur(1.1))
