"""Two photographs of a printed PEP page: chosen, kept as one file, read by a machine, searched for and found."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from carer_app.use_cases import filing, paper_words
from tests import builders, photographed
from tests.journeys.conftest import named, press, settle, visit, wait_for
from ui.base.places import PepCopyPlace, ReadDocument
from ui.documents.taking_in import TakingIn
from ui.shell.app import Companion
from ui.widgets.buttons import RowButton

pytestmark = pytest.mark.journey
A_WHILE = 180.0
"""A machine reads a page in some seconds; on a computer that does other work too, in many."""


def test_two_photographs_are_kept_read_searched_for_and_found(
    unlocked: tuple[Companion, dict[str, Any]], tmp_path: Path
) -> None:
    companion, ids = unlocked
    companion.records.change(filing.allow_papers, "Ms Ali", builders.TODAY)
    page = visit(companion, PepCopyPlace(ids["over"]))
    (taking,) = page.findChildren(TakingIn)
    photos = taking.photos
    taking.take([str(file) for file in photographed.photographs(tmp_path)])
    wait_for(lambda: len(photos.pages()) == 2, "both photos to be read", A_WHILE)
    settle()
    press(companion, "Keep these as one file")
    wait_for(lambda: companion.records.read(paper_words.to_read), "the file to be kept", A_WHILE)
    wait_for(lambda: not companion.records.read(paper_words.to_read), "the machine to read it", A_WHILE)

    QTest.keyClick(companion.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.keyClicks(named(companion.window, "What are you looking for?"), "trombone")
    wait_for(lambda: _finds(companion), "the find", A_WHILE)
    (find,) = _finds(companion)
    assert "read by a machine" in find.detail()
    find.click()
    settle()
    reading = companion.window.page
    assert isinstance(companion.window.place, ReadDocument)
    wait_for(lambda: reading.view.shown is not None, "the paper", A_WHILE)
    wait_for(lambda: reading.tools.find.told.words() == "1 of 1, on page 2", "the word to be marked", A_WHILE)
    assert reading.by_machine.words().startswith("A machine read the words")
    sheet = reading.tools.pages._sheet(2)
    wait_for(lambda: sheet.has_picture and sheet._now, "the page", A_WHILE)
    QTest.keyClick(companion.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert named(companion.window, "What are you looking for?")


def _finds(companion: Companion) -> list[RowButton]:
    return [
        each
        for each in companion.window.page.findChildren(RowButton)
        if each.isVisible() and "trombone" in each.words()
    ]
