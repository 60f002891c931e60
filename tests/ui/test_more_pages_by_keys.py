"""The pages of a school day, of the meeting and of afterwards, by keys and with big text: as `test_room_by_keys`."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.choices import Role, Share
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    childs_kept_words,
    household,
    planning,
    recording_the_meeting,
    you_said,
)
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from tests.ui.test_room_by_keys import QUESTIONS, SCREENS, TITLE_BAR
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.coming import ComingStep
from ui.child_mode.school_day import DayStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme

Show = Callable[[Any], Any]
LOOKED_AT = [
    ("3_to_6", *SCREENS[1], "contrast"),
    ("7_to_10", *SCREENS[0], "light"),
    ("7_to_10", *SCREENS[1], "dark"),
    ("11_to_16", *SCREENS[1], "light"),
]


@pytest.fixture(params=LOOKED_AT, ids=str)
def child(
    request: pytest.FixtureRequest, house: House, show: Show, vault: Vault, qapp: QApplication
) -> Iterator[Child]:
    """In the room, after a meeting at which something came of what was said."""
    age, width, height, size, colours = request.param
    do(vault, household.set_own_name, "Sam")
    child = builders.add_child(vault)
    held = builders.add_meeting(vault, child, TODAY, uid="uid-held")
    said = Sitting("7_to_10")
    said.said["day.lunch"] = Said(words="Too loud.", share=Share.SHEET)
    do(vault, childs_kept_words.keep, held, said, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, held, TODAY, TODAY)
    [lunch] = read(vault, you_said.said_to_the_meeting, held)
    do(vault, you_said.write_what_happened, lunch.id, "at_the_meeting", "Everyone agreed.")
    meeting = builders.add_meeting(vault, child, uid="uid-coming")
    do(vault, planning.suggest_attendees, meeting)
    do(vault, planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    theme.apply(qapp, theme.Look(colours, theme.CHILD_SCALE * size // 100))
    page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
    page.resize(width, height - TITLE_BAR)
    page.activateWindow()
    settle()
    yield Child(page)
    theme.apply(qapp, theme.Look())


def more_pages(child: Child) -> Iterator[str]:
    """Each of them once, with something said where something is asked."""
    child.press("What I kept before")
    yield "is it you"
    child.press("What happened")
    yield "what happened"
    child.press("That is not how I said it")
    yield "not how I said it"
    child.press("Go back", "My own book")
    yield "the book"
    child.press("Go back", "My school day")
    yield "the door of the day"
    young = child.room.sitting.age_set.by == "cards"
    child.press(TOGETHER if young else ALONE)
    while isinstance(child.step, DayStep):
        child.press("In between")
        yield child.step.accessibleName()
        child.press("Next")
    assert isinstance(child.step, ComingStep)
    child.press("Who is there?")
    yield "who is there"
    child.press("Where do I sit?")
    child.step.table.places[0].click()  # type: ignore[attr-defined]
    settle()
    yield "the table"
    child.press("In words")
    yield "the table in words"
    if not young:
        child.press("Go back", "A part of it", "Next", "Next")
        yield "a sign"


def test_every_one_can_be_used_by_keys_with_the_ways_on_in_sight(child: Child) -> None:
    found = []
    for name in more_pages(child):
        for question in QUESTIONS:
            found += [f"{question.__name__}: {name}: {problem}" for problem in question(child)]
    assert found == []
