"""A carer with a worry: whom to ring stands first, with the two numbers where they are known, and no blank to fill."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from carer_app.choices import Part, Role, Share
from carer_app.computer.preferences import read_preferences
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.texts.leaflets import OwnNumbers, leaflets
from carer_app.use_cases import children, childs_kept_words, household
from carer_app.use_cases.leaflet_sheets import leaflet_sheet
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.preparing_pages import part_page, sentences
from ui.base.house import House
from ui.base.places import HandOver, Help, LeafletPlace, Settings, WriteNote
from ui.help.help import HelpPage
from ui.leaflets.leaflet import LeafletPage
from ui.notes.write_note import WriteNotePage
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hand_over import HandOverPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.tell_the_child import TellTheChildPage
from ui.settings.settings import SettingsPage

Show = Callable[[Any], Any]
NIGHT = "020 7946 0999"
WORKER = "020 7946 0123"


def type_number(box: Any, number: str) -> None:
    box.setFocus()
    QTest.keyClicks(box, number)
    box.flush()


@pytest.mark.parametrize("kind", [HelpPage, SettingsPage])
def test_the_services_number_is_typed_once_and_stands_first_in_help_and_on_the_leaflet(
    house: House, show: Show, kind: type[Any]
) -> None:
    page = show(kind(house, Help() if kind is HelpPage else Settings()))
    type_number(page.out_of_hours.box, NIGHT)
    for other in (HelpPage(house, Help()), LeafletPage(house, LeafletPlace("something_worrying"))):
        lines = sentences(show(other)).split("\n")
        [at] = [place for place, line in enumerate(lines) if NIGHT in line and "out of hours too" in line]
        assert lines.index("Ring now") < at < lines.index("While the child is with you")
        assert at - lines.index("Ring now") <= 2


def test_the_social_workers_number_is_the_one_on_the_childs_page_and_names_no_child(
    house: House, show: Show, vault: Vault
) -> None:
    for name in ("Mia", "Jordan"):
        child = builders.add_child(vault, name)
        house.records.change(children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
        house.records.change(children.set_phone, child, Role.SOCIAL_WORKER, WORKER)
    assert house.records.read(household.social_workers_to_ring) == f"Ms Ali, {WORKER}"
    page = show(LeafletPage(house, LeafletPlace("something_worrying")))
    assert f"The child’s social worker: Ms Ali, {WORKER}" in sentences(page)
    assert "Mia" not in sentences(page)


def test_while_locked_the_services_number_is_there_and_nothing_of_the_records(
    house: House, show: Show, vault: Vault
) -> None:
    child = builders.add_child(vault)
    house.records.change(children.set_phone, child, Role.SOCIAL_WORKER, WORKER)
    type_number(show(HelpPage(house, Help())).out_of_hours.box, NIGHT)
    house.records.close()
    words = sentences(show(LeafletPage(house, LeafletPlace("something_worrying"))))
    assert NIGHT in words
    assert WORKER not in words


@pytest.mark.parametrize("leaflet", leaflets(), ids=lambda each: each.key)
def test_a_screen_has_nothing_to_write_on_by_hand_and_paper_has(
    house: House, show: Show, leaflet: Any
) -> None:
    words = sentences(show(LeafletPage(house, LeafletPlace(leaflet.key))))
    assert "__" not in words
    assert "{" not in words
    printed = repr(leaflet_sheet(leaflet.key, TODAY))
    assert ("____" in printed) == (leaflet.key in ("something_worrying", "for_services_risks"))
    assert "{" not in printed.replace("{}", "")
    assert NIGHT in repr(leaflet_sheet("something_worrying", TODAY, OwnNumbers(NIGHT, WORKER)))


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (TellTheChildPage, Part.TELL_THE_CHILD),
        (ChildSaysPage, Part.CHILD_SAYS),
        (HardNowPage, Part.HARD_NOW),
        (WriteNotePage, None),
        (HandOverPage, None),
    ],
)
def test_wherever_a_worry_is_spoken_of_the_number_is_shown_also_when_it_was_typed_later(
    house: House, show: Show, vault: Vault, kind: type[Any], part: Part | None
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    other = HandOver(meeting) if kind is HandOverPage else WriteNote()
    page = show(part_page(house, kind, meeting, part) if part else kind(house, other))
    assert "Ring now: your fostering service, out of hours too." in sentences(page)
    page.hide()
    type_number(show(HelpPage(house, Help())).out_of_hours.box, NIGHT)
    page.show_now()
    page.show()
    settle()
    assert f"Ring now: your fostering service, out of hours too, {NIGHT}." in sentences(page)


def test_words_the_child_keeps_off_the_sheet_are_shown_with_the_number_to_ring(
    house: House, show: Show, vault: Vault
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    said = Sitting("7_to_10")
    said.said["one_thing"] = Said(words="Off the sheet", share=Share.OFF)
    builders.do(vault, childs_kept_words.keep, meeting, said, builders.TODAY)
    type_number(show(HelpPage(house, Help())).out_of_hours.box, NIGHT)
    page = show(part_page(house, ChildSaysPage, meeting, Part.CHILD_SAYS))
    [where] = [line for line in sentences(page).split("\n") if line.startswith("Mia keeps this off")]
    assert f"Ring now: your fostering service, out of hours too, {NIGHT}." in where


@pytest.mark.parametrize(
    ("stored", "number"),
    [('" 020\\n 79 "', "020 79"), ("7", ""), ("null", ""), ('["020"]', ""), (f'"{"1" * 500}"', "1" * 60)],
)
def test_a_number_that_was_meddled_with_is_one_short_line_or_none(
    tmp_path: Path, stored: str, number: str
) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(f'{{"out_of_hours": {stored}}}')
    assert read_preferences(file).out_of_hours == number
