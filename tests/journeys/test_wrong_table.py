"""A table of school dates that was read wrongly is put right by keyboard alone; every key is counted.

At one key a second, which is slow, 20 keys are well under a minute. `-s` prints them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carer_app.jobs.read_term_dates import read_text
from carer_app.use_cases import dates_drafts, school_dates
from carer_app.use_cases.checking_dates import ReadDates, ReadDay
from tests.builders import TODAY
from tests.journeys.keyboard import ALONE, SHIFT, Keyboard
from tests.journeys.sitting import Sitting
from tests.ui.children_pages import school_of
from ui.base.places import CheckDates, SchoolDates

pytestmark = pytest.mark.journey

TEXT = Path(__file__).parents[1] / "imports" / "pasted" / "wrong_weekday.txt"
MOST_KEYS = 20


class Counting(Keyboard):
    """Counts every key, letters too."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)  # type: ignore[arg-type]  # a window, records and a background are all it uses
        self.keys: list[str] = []

    def press(self, key: Qt.Key, with_key: Qt.KeyboardModifier = ALONE) -> None:
        self.keys.append(key.name.removeprefix("Key_"))
        super().press(key, with_key)

    def write(self, words: str) -> None:
        """Type where the keyboard is, in place of what is marked."""
        self.keys += words
        self.type(words, over=False)


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    yield sitting
    sitting.close()


def read_wrongly() -> tuple[ReadDates, ReadDates]:
    """A table as it is, and as it might be read: two days that are wrong, and a training day that was handed back."""
    right = read_text(TEXT.read_text(encoding="utf-8"), TODAY)
    periods = list(right.periods)
    periods[1] = (date(2025, 11, 10), periods[1][1])
    periods[3] = (periods[3][0], date(2026, 2, 13))
    handed = ReadDay("Staff day 8 June", "8 June", (date(2026, 6, 8),), "handed_back", "What is it?")
    return right, replace(right, periods=tuple(periods), problems=(), account=(handed,))


def test_a_wrong_table_is_put_right_with_20_keys(sitting: Sitting) -> None:
    right, wrong = read_wrongly()
    school = school_of(sitting.vault, 1)
    place = CheckDates(school)
    sitting.records.change(dates_drafts.begin, place.key, wrong, "the text you pasted", TODAY)
    sitting.window.go(place)
    keys = Counting(sitting)
    keys.rest()
    keys.press(Qt.Key.Key_Return)
    assert keys.name() == "Training day"  # an answer of the first thing to look at, a line
    keys.write("t")
    keys.press(Qt.Key.Key_Return)
    assert keys.name() == "Last day before the holiday: Spring, second half, 2025/26"
    keys.write("27 mar")
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_Backtab, SHIFT)
    keys.press(Qt.Key.Key_Backtab, SHIFT)
    assert keys.name() == "First day back: Autumn, second half, 2025/26"
    keys.write("3 nov")
    keys.press(Qt.Key.Key_Return)
    assert keys.name() == "Use these dates"
    keys.press(Qt.Key.Key_Return)
    print(f"{len(keys.keys)} keys: {' '.join(keys.keys)}")
    assert sitting.window.place == SchoolDates(school)
    assert len(keys.keys) <= MOST_KEYS
    seen = sitting.records.read(school_dates.school_dates, school)
    assert [(each.first_day, each.last_day) for each in seen.periods] == list(right.periods)
    assert [each.day for each in seen.closings] == sorted((*right.inset_days, date(2026, 6, 8)))
