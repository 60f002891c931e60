"""Two photographs of a paper, by keys alone: from a folder to one upright, cropped, lighter file. `-s` prints the keys.

Before there were keys for photos, two that were right as they came took 13 by count.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from carer_app.imports.documents import draw_pages
from carer_app.use_cases import filing, papers, pep_copies, waiting_photos
from tests import builders, photographed
from tests.builders import TODAY
from tests.journeys.conftest import settle, wait_for
from tests.journeys.sitting import Sitting
from tests.journeys.test_ten_minutes import Counting
from ui.base.places import AddPaper, Home, PepCopyPlace

pytestmark = pytest.mark.journey
A_WHILE = 180.0
MOST = 27
"""With a lock in between, and the way back to the photos after it."""
HELD = date(2026, 3, 9)


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    builders.hold(sitting.vault, sitting.meeting, HELD)
    sitting.records.change(filing.allow_papers, "Ms Ali", TODAY)
    yield sitting
    sitting.close()


def on_a_table(folder: Path, number: int, colour: str, sideways: bool = False) -> Path:
    """A sheet of paper with a mark at its top, on a dark table."""
    table = Image.new("RGB", (900, 1_200), (60, 50, 45))
    draw = ImageDraw.Draw(table)
    draw.rectangle((150, 150, 750, 1_050), fill=(225, 222, 215))
    draw.rectangle((200, 200, 700, 300), fill=colour)
    file = folder / f"IMG_000{number}.jpg"
    (table.rotate(90, expand=True) if sideways else table).save(file, quality=90)
    return file


def choose(keys: Counting, *files: Path) -> None:
    """The window that asks for files: their names are typed, as somebody does who knows them."""
    wait_for(lambda: QApplication.activeModalWidget() is not None, "the window that asks")
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, QFileDialog)
    box = asking.findChild(QLineEdit)
    QTest.keyClicks(box, " ".join(f'"{file}"' for file in files))
    keys.keys += 1
    QTest.keyClick(box, Qt.Key.Key_Return)


def photos_of(page: Any) -> Any:
    return (page.file if hasattr(page, "file") else page).bringing.photos


def bring_in(sitting: Sitting, keys: Counting, *files: Path) -> Any:
    keys.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    choose(keys, *files)
    page: Any = sitting.window.page
    bringing = (page.file if hasattr(page, "file") else page).bringing
    wait_for(
        lambda: len(bringing.photos.pages()) == len(files) and not bringing.is_busy, "the photos", A_WHILE
    )
    wait_for(lambda: not sitting.background.is_busy, "what is looked for on them", A_WHILE)
    settle()
    sitting.window.activateWindow()  # not every window manager hands it back
    wait_for(lambda: QApplication.focusWidget() is not None, "the window to come back")
    return bringing.photos


def stored_page(sitting: Sitting, document_id: int, number: int) -> Image.Image:
    paper = sitting.records.read(filing.sealed_document, document_id)
    data = sitting.records.papers.open(paper.fingerprint, paper.seal_key)
    (drawn,) = draw_pages(data, [number], 600)
    return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.data, "raw", "BGRX")


def test_two_that_are_right_as_they_came(sitting: Sitting, tmp_path: Path) -> None:
    sitting.window.go(PepCopyPlace(sitting.meeting))
    keys = Counting(sitting)
    photos = bring_in(sitting, keys, *photographed.photographs(tmp_path))
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not photos.is_waiting, "the file to be kept", A_WHILE)
    row = sitting.records.read(pep_copies.copy_of, sitting.meeting, TODAY)
    assert row is not None
    assert row.document_id is not None
    assert sitting.records.read(filing.sealed_document, row.document_id).pages == 2
    print(f"\nright as they came: {keys.keys} keys")
    assert keys.keys <= 3


def test_order_turn_crop_and_lighter_paper_each_by_key(sitting: Sitting, tmp_path: Path) -> None:
    sitting.window.go(AddPaper(1))
    keys = Counting(sitting)
    second, first = on_a_table(tmp_path, 1, "#203080"), on_a_table(tmp_path, 2, "#902020", sideways=True)
    photos = bring_in(sitting, keys, second, first)
    assert keys.name() == "Turn it: Photo 1 of 2"
    keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert photos.rows.row(photos.rows.ids()[1]).has_keyboard
    keys.tab_to("Cut away what is round the paper", back=True)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("Make the paper lighter", back=True)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("Turn it: Photo 1 of 2")
    keys.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not sitting.background.is_busy, "what is done with them", A_WHILE)
    assert [each.turns for each in photos.pages()] == [1, 0]
    assert all(each.lighter and each.edges != (0, 0, 1000, 1000) for each in photos.pages())

    sitting.window.go(Home())
    sitting.window.let_go_of_pages()  # as locking does
    sitting.window.start_at(AddPaper(1))
    photos = photos_of(sitting.window.page)
    wait_for(lambda: len(photos.pages()) == 2, "the photos to be there again", A_WHILE)
    settle()
    keys.tab_to("Turn it: Photo 1 of 2")
    keys.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: not photos.is_waiting, "the file to be kept", A_WHILE)
    (row,) = sitting.records.read(papers.papers_of, 1)
    for number, colour in ((1, (0x90, 0x20, 0x20)), (2, (0x20, 0x30, 0x80))):
        page = stored_page(sitting, row.id, number)
        wide, high = page.size
        assert high > wide
        paper = page.getpixel((wide // 2, high * 3 // 4))
        marked = [
            y
            for y in range(high)
            if all(abs(a - b) < 60 for a, b in zip(page.getpixel((wide // 2, y)), colour, strict=True))
        ]
        assert marked, "its mark was not cut away"
        assert max(marked) < high // 3, "its mark is at the top"
        assert min(paper) > 240, "the paper is light"
    assert sitting.records.read(waiting_photos.all_waiting) == ()
    print(f"\norder, turn, crop, lighter: {keys.keys} keys")
    assert keys.keys <= MOST
