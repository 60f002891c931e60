"""In a sitting that is in memory only, no page promises another evening."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.computer.preferences import Preferences
from carer_app.storage.vault import Vault
from tests import builders
from tests.ui.audit import settle
from tests.ui.conftest import NoDoor
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import every_place
from ui.base.records import Records
from ui.shell.window import Window
from ui.widgets.text import PlainLabel
from ui.widgets.word_button import WordButton

PROMISES = ("saved as you type", "another evening", "Stop here for now", "kept at once", "carry on later")


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Window:
    vault = Vault.in_memory()
    ids = builders.ordinary_household(vault)
    background = Background()
    records = Records(background)
    records.open(vault)
    assert records.forgets
    window = Window(
        House(records, lambda: builders.TODAY, Preferences, lambda _wanted: None, NoDoor(tmp_path, records))
    )
    window.show()
    window.places = every_place(ids["mia"], ids["school"], ids["coming"], ids["over"])  # type: ignore[attr-defined]
    return window


def test_no_page_of_a_sitting_says_that_it_is_kept(window: Window) -> None:
    found = []
    for place in window.places:  # type: ignore[attr-defined]
        window.let_go_of_pages()
        window.start_at(place)
        settle()
        window.house.records._background.finish()
        settle()
        page = window.page
        assert page is not None
        shown = [each for kind in (PlainLabel, WordButton) for each in page.findChildren(kind)]
        words = " ".join(each.words() for each in shown if each.isVisible())
        found += [f"{place}: {promise}" for promise in PROMISES if promise in words]
    window.close()
    window.house.records.close()
    assert found == []
