"""Ctrl+N: a note from wherever one is, and back to the very sentence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from carer_app.use_cases import preparing, writing_notes
from tests.journeys.keyboard import ALT, CTRL, Keyboard
from tests.journeys.sitting import Sitting
from ui.base.places import AskQuestion, Hidden, WriteNote

pytestmark = pytest.mark.journey


@pytest.fixture
def sitting(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = Sitting(tmp_path, date(2016, 5, 2))
    sitting.window.add_commands()
    yield sitting
    sitting.close()


def test_a_note_is_written_in_the_middle_of_a_sentence_and_nothing_is_lost(sitting: Sitting) -> None:
    keys = Keyboard(sitting)  # type: ignore[arg-type]  # a window, records and a background are all it uses
    sitting.window.go(AskQuestion(sitting.meeting, "going_well.home"))
    keys.rest()
    keys.type("Half a sen", over=False)
    keys.press(Qt.Key.Key_N, CTRL)
    assert sitting.window.place == WriteNote()
    keys.type("Swam ten metres", over=False)
    keys.enter("Keep this note")
    keys.press(Qt.Key.Key_Left, ALT)
    assert sitting.window.place == AskQuestion(sitting.meeting, "going_well.home")
    keys.tab_to("In your own words…")
    keys.type("tence", over=False)
    sitting.window.save_now()
    [note] = sitting.records.read(writing_notes.notes_of, 1)
    assert note.seen == "Swam ten metres"
    answers = sitting.records.read(preparing.answers_of, sitting.meeting, "going_well")
    assert answers == {"going_well.home": "Half a sentence"}


def test_where_nothing_may_be_seen_the_key_does_nothing(sitting: Sitting) -> None:
    keys = Keyboard(sitting)  # type: ignore[arg-type]  # a window, records and a background are all it uses
    sitting.window.go(Hidden())
    keys.rest()
    keys.press(Qt.Key.Key_N, CTRL)
    assert sitting.window.place == Hidden()
