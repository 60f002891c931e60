"""Young people choose how their part looks: only there, and no picture unless they want one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.storage.vault import Vault
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.picture import DrawnPicture, PictureButton

Show = Callable[[Any], Any]


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication) -> Iterator[Callable[[str], Child]]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))

    def _enter(age: str = "11_to_16") -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        settle()
        return Child(page)

    yield _enter
    theme.apply(qapp, theme.Look())


def files(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def ground(child: Child) -> str:
    return str(child.room.grab().toImage().pixelColor(2, 2).name()).upper()


def test_their_colours_are_worn_in_this_part_alone_and_stored_nowhere(
    enter: Callable[[str], Child], tmp_path: Path
) -> None:
    child = enter("11_to_16")
    before = files(tmp_path)
    child.press("How it looks", "Dark")
    assert theme.current().colours == "dark"
    assert theme.worn().colours == "light", "nothing else changes"
    assert ground(child) == theme.tokens("dark").bg
    child.press("Go back")
    assert child.step.accessibleName() == "What I want to say about school"
    assert ground(child) == theme.tokens("dark").bg
    assert files(tmp_path) == before


def test_the_page_of_it_fits_a_small_window(enter: Callable[[str], Child]) -> None:
    child = enter("11_to_16")
    child.page.resize(1024, 700 - 28)
    child.press("How it looks")
    assert child.step.body.verticalScrollBar().maximum() == 0
    assert not child.step.more.isVisible()


def test_another_text_size_leaves_them_their_colours(enter: Callable[[str], Child]) -> None:
    child = enter("11_to_16")
    child.press("How it looks", "High contrast")
    bigger = theme.CHILD_SCALE * 150 // 100
    theme.take(replace(theme.worn(), scale=bigger))  # as the application does it, with the carer's colours
    theme.dress(child.page)
    settle()
    assert (theme.current().colours, theme.current().scale) == ("contrast", bigger)


def pictures(child: Child) -> list[object]:
    drawn = [*child.step.findChildren(DrawnPicture)]
    return [*drawn, *(each for each in child.step.findChildren(PictureButton) if each.has_picture)]


def to_coming(child: Child) -> None:
    child.press(ALONE, "Next", "Next")
    assert child.step.accessibleName() == "Do you want to come to the meeting?"


def test_no_picture_is_shown_to_them_unless_they_want_pictures(enter: Callable[[str], Child]) -> None:
    child = enter("11_to_16")
    assert pictures(child) == []
    to_coming(child)
    assert pictures(child) == []
    child.press("Yes, all of it")
    assert "Yes, all of it" in child.buttons()
    other = enter("11_to_16")
    other.press("It wasn’t me", "How it looks", "With pictures", "Go back")
    to_coming(other)
    assert len(pictures(other)) == 4


@pytest.mark.parametrize("age", ["3_to_6", "7_to_10"])
def test_younger_children_have_their_pictures_and_are_not_asked(
    enter: Callable[[str], Child], age: str
) -> None:
    child = enter(age)
    assert "How it looks" not in child.buttons()
    assert pictures(child)
