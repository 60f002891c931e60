"""The main road, counted: from Home to the printed sheet on the evening before, with keys alone.

The numbers are of a carer who writes one sentence for each question. `-s` prints them.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carer_app.use_cases import planning
from tests.journeys.keyboard import ALONE, Keyboard
from tests.journeys.sitting import Sitting
from ui.base.places import CheckAndPrint, MeetingSheetPlace, ShortWayPlace
from ui.paper.meeting_sheet import MeetingSheetPage

pytestmark = pytest.mark.journey

MOST_PAGES = 8
"""Home, five questions, what will be printed, the sheet."""


class Counting(Keyboard):
    """Counts keys that move and choose, letters, words and pages."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)  # type: ignore[arg-type]  # a window, records and a background are all it uses
        self.keys = self.letters = self.words = 0
        self.pages = [self.companion.window.place]

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = ALONE) -> None:
        self.keys += 1
        super().press(key, with_key)
        if self.companion.window.place != self.pages[-1]:
            self.pages.append(self.companion.window.place)

    def write(self, words: str) -> None:
        """Type where the keyboard is."""
        self.letters += len(words)
        self.words += len(words.split())
        self.type(words, over=False)


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    sitting.records.change(planning.set_day, sitting.meeting, None)
    yield sitting
    sitting.close()


def test_from_home_to_the_sheet_in_eight_pages(sitting: Sitting) -> None:
    keys = Counting(sitting)
    keys.enter("Get ready in ten minutes")
    assert sitting.window.place == ShortWayPlace(sitting.meeting, 1)
    keys.write("Playtime is hard. They run off.")
    keys.enter("Continue")
    keys.write("Loves art with Miss Kay.")
    keys.enter("Continue")
    keys.write("In tears after lunch.")
    keys.tab_to("How often…")
    keys.write("twice a week")
    keys.enter("Continue")
    keys.write("A buddy at playtime.")
    keys.enter("Continue")
    keys.space("How is Mia doing…")
    keys.enter("See what will be printed")
    assert sitting.window.place == CheckAndPrint(sitting.meeting)
    keys.enter("See and print")
    assert sitting.window.place == MeetingSheetPlace(sitting.meeting)
    page = sitting.window.page
    assert isinstance(page, MeetingSheetPage)
    keys.wait(lambda: page.view.shown is not None, "the sheet")
    assert page.view.shown is not None
    [printed] = PdfReader(BytesIO(page.view.shown.data)).pages
    words = printed.extract_text()
    for said in (
        "They run off",
        "Loves art",
        "In tears after lunch",
        "twice a week",
        "A buddy at playtime",
        "How is Mia",
    ):
        assert said in words
    keys.tab_to("Print")
    print(
        f"\npages {len(keys.pages)}, keys that move or choose {keys.keys}, "
        f"letters typed {keys.letters} in {keys.words} words"
    )
    assert len(keys.pages) == MOST_PAGES
    assert keys.keys < 60
