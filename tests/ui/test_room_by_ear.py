"""The child's part for who listens: each thing is heard once, in the order in which it is read, and told apart."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.asking import AskStep
from ui.child_mode.beginning import StartStep
from ui.child_mode.coming import ComingStep
from ui.child_mode.ending import EndStep
from ui.child_mode.own_words import OwnWordsStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.widgets.picture import DrawnPicture
from ui.widgets.tab_order import everything_in_order
from ui.widgets.text import PlainLabel
from ui.widgets.worded import Worded

Show = Callable[[Any], Any]
AGES = [asked.key for asked in age_sets()]


@pytest.fixture
def enter(house: House, show: Show, vault: Vault) -> Callable[[str], Child]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    do(vault, planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)

    def _enter(set_key: str) -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, set_key)))
        settle()
        return Child(page)

    return _enter


def every_page(child: Child) -> Iterator[str]:
    """A sitting with something said on each page, also of the table and of the sign."""
    while isinstance(child.step, StartStep):
        yield child.step.accessibleName()
        child.press("Next")
    yield child.step.accessibleName()
    young = child.room.sitting.age_set.by == "cards"
    child.press(TOGETHER if young else ALONE)
    while not isinstance(child.step, EndStep):
        yield child.step.accessibleName()
        if isinstance(child.step, AskStep | OwnWordsStep):
            child.write("I like art.")
        if isinstance(child.step, ComingStep):
            child.press("Who is there?")
            yield child.step.accessibleName()
            child.press("Where do I sit?")
            yield child.step.accessibleName()
            child.step.table.places[1].click()  # type: ignore[attr-defined]
            while not isinstance(child.step, ComingStep):
                child.press("Go back")
            child.press(next(each for each in child.buttons() if each.startswith("Yes")))
        ways = ("I like it", "Put them all on my sheet", "Next")
        child.press(next(each for each in ways if each in child.buttons()))
    yield child.step.accessibleName()


def in_tree(top: QWidget) -> list[QWidget]:
    """Everything that a screen reader comes to below `top`, as it comes to it."""
    found = list[QWidget]()

    def walk(interface: QAccessibleInterface) -> None:
        thing = interface.object()
        if not isinstance(thing, QWidget) or not thing.isVisible():
            return
        found.append(thing)
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None and child.isValid():
                walk(child)

    walk(QAccessible.queryAccessibleInterface(top))
    return found


@pytest.mark.parametrize("age", AGES)
def test_what_is_heard_comes_in_the_order_in_which_it_is_read_once_and_is_told_apart(
    enter: Callable[[str], Child], age: str
) -> None:
    child = enter(age)
    for name in every_page(child):
        tree = in_tree(child.room)
        heard = [each for each in tree if isinstance(each, PlainLabel | Worded)]
        read = [each for each in everything_in_order(child.room) if each in heard]
        assert heard == read, name
        buttons = [each for each in heard if isinstance(each, Worded)]
        names = [each.accessibleName() or each.words() for each in buttons]
        assert sorted(names) == sorted(set(names)), name
        for picture in tree:
            if isinstance(picture, DrawnPicture):
                told = QAccessible.queryAccessibleInterface(picture)
                assert told.role() == QAccessible.Role.Graphic, name
                beside = {each.words() for each in tree if isinstance(each, PlainLabel)}
                assert told.text(QAccessible.Text.Name) not in beside, name
