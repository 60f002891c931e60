"""Settings apply at once; Help says how Home chooses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from carer_app.computer.preferences import read_preferences, write_preferences
from carer_app.use_cases import household
from carer_app.use_cases.for_home import STEP_RULES
from carer_app.use_cases.notices import NOTICE_RULES
from tests.ui.preparing_pages import all_sentences, focused, sentences, write
from ui.base.house import House
from ui.base.places import Help, Settings
from ui.help.help import HelpPage
from ui.settings.settings import SettingsPage

Show = Callable[[Any], Any]


def test_text_size_and_colours_apply_as_they_are_chosen(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    assert (page.sizes.value(), page.colours.value()) == ("100", "system")
    page.sizes.row("150").click()
    page.colours.row("contrast").click()
    assert (house.preferences().text_size, house.preferences().colours) == (150, "contrast")


def test_when_to_lock_is_kept_as_it_is_chosen(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    assert page.lock_after.value() == "15"
    page.lock_after.row("60").click()
    assert house.preferences().lock_after == 60
    page.lock_after.row("0").click()
    assert house.preferences().lock_after == 0


@pytest.mark.parametrize(
    ("stored", "minutes"),
    [
        ("20", 20),
        ("0", 0),
        ("7", 15),
        ("-5", 15),
        ("false", 15),
        ('"never"', 15),
        ("null", 15),
        ("1e9", 15),
    ],
)
def test_only_a_choice_that_is_offered_changes_when_to_lock(
    tmp_path: Path, stored: str, minutes: int
) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(f'{{"lock_after": {stored}}}')
    assert read_preferences(file).lock_after == minutes
    write_preferences(file, read_preferences(file))
    assert read_preferences(file).lock_after == minutes


def test_the_carers_name_is_kept_as_typed(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    write(page.name, "Sam")
    assert house.records.read(household.own_name) == "Sam"


def test_a_name_that_could_not_be_saved_stays_in_the_box_and_is_tried_again(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    vault, house.records._vault = house.records._vault, None
    write(page.name, "Sam")
    assert page.name.unsaved()
    assert page.name.text() == "Sam"
    house.records._vault = vault
    page.flush()
    assert house.records.read(household.own_name) == "Sam"


def test_help_begins_with_what_to_do_when_a_child_says_something_worrying(house: House, show: Show) -> None:
    page = show(HelpPage(house, Help()))
    words = sentences(page).split("\n")
    assert words[1] == "If a child tells you something that worries you"
    assert "If anyone is in danger: 999" in words


def test_help_lists_the_rules_of_home_in_their_order(house: House, show: Show) -> None:
    page = show(HelpPage(house, Help()))
    words = all_sentences(page)
    rules = [*enumerate(STEP_RULES.values(), start=1), *enumerate(NOTICE_RULES.values(), start=1)]
    places = [words.index(f"{number}. {rule}") for number, rule in rules]
    assert places == sorted(places)


def test_help_can_be_read_to_its_end_by_keyboard(house: House, show: Show) -> None:
    page = show(HelpPage(house, Help()))
    page.resize(900, 400)
    QGuiApplication.processEvents()
    page.focus_first()
    at = focused(page)
    assert at is not None
    bar = page.body.verticalScrollBar()
    for _press in range(30):
        QTest.keyClick(at, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 400


def test_spelling_can_be_switched_off_and_on(house: House, show: Show) -> None:
    page = show(SettingsPage(house, Settings()))
    assert page.spelling.isChecked()
    page.spelling.click()
    assert not house.preferences().spelling
    page.spelling.click()
    assert house.preferences().spelling
