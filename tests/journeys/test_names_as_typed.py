"""A child's name with markup, accents, an emoji and letters read from the right shows exactly as it was typed."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.computer.paths import DataDir
from tests import builders
from tests.builders import NASTY
from tests.journeys.conftest import bring_forward, put_away, unlock
from tests.journeys.keyboard import Keyboard
from ui.base.places import (
    Actions,
    ChildRecord,
    Children,
    ChildSheetPlace,
    Documents,
    GetReady,
    Home,
    MeetingSheetPlace,
    Place,
)
from ui.shell.app import Companion

pytestmark = pytest.mark.journey
SCHOOL = f"School of {NASTY}"


@pytest.fixture
def at_home(qapp: QApplication, qtbot: QtBot, data: DataDir) -> Iterator[tuple[Keyboard, dict[str, int]]]:
    """Unlocked, with a child of that name whose one meeting is over and another is coming."""
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    child = builders.add_child(vault, NASTY, SCHOOL, started=date(2026, 2, 10))
    over = builders.add_meeting(vault, child, date(2026, 3, 9), uid="uid-over")
    builders.prepare(vault, over, NASTY)
    builders.hold(vault, over)
    coming = builders.add_meeting(vault, child, uid="uid-coming")
    builders.prepare(vault, coming, NASTY)
    vault.close()
    companion = Companion(data, lambda: builders.TODAY)
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)
    yield Keyboard(companion), {"child": child, "coming": coming, "over": over}
    put_away(companion)


def test_a_name_shows_as_typed_everywhere(at_home: tuple[Keyboard, dict[str, int]]) -> None:
    keys, ids = at_home
    places: list[tuple[Place, str]] = [
        (Home(), NASTY),
        (Home(), f"Open {NASTY}’s page"),
        (Children(), NASTY),
        (ChildRecord(ids["child"]), NASTY),
        (ChildRecord(ids["child"]), f"{SCHOOL}, since 10 February 2026"),
        (GetReady(ids["coming"]), f"Get ready for {NASTY}’s PEP meeting"),
        (Actions(), f"Done: Start a reading group, {NASTY}"),
        (Documents(), NASTY),
    ]
    for place, words in places:
        keys.companion.window.go(place)
        keys.rest()
        assert words in keys.everything(), place


@pytest.mark.parametrize("sheet", [MeetingSheetPlace, ChildSheetPlace])
def test_on_the_sheets_too(
    at_home: tuple[Keyboard, dict[str, int]], sheet: type[MeetingSheetPlace | ChildSheetPlace]
) -> None:
    keys, ids = at_home
    keys.companion.window.go(sheet(ids["over"]))
    printable, smile, from_the_right = NASTY.rsplit(" ", 2)

    def on_paper() -> str:
        said = keys.everything()
        return said[said.index("Page 1 of 1", said.index("Pages")) + 1]

    keys.wait(lambda: "Page 1 of 1" in keys.everything(), "the sheet")
    keys.wait(lambda: printable in on_paper(), "its words")
    page, said = on_paper(), keys.everything()
    assert from_the_right.strip("\u200f") in page
    assert smile in page
    assert "cannot be printed" not in "".join(said)
