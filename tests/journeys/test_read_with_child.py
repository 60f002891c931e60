"""What a child reads beside the carer shows nothing of another child, and no key or button leads to one."""

from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from carer_app.use_cases import following_up
from tests.builders import TODAY
from tests.journeys.conftest import press, settle, visit
from ui.base import places
from ui.base.places import Actions, GetReady, Home, Place, ShowTheChild
from ui.base.records import Undo
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

Unlocked = tuple[Companion, dict[str, Any]]
MAY = ("Lock", "Close PEP Companion")
"""Keys that end it for the child too."""


def read_with_a_child(meeting: int) -> list[Place]:
    """Every place of that kind."""
    kinds = [each for each in vars(places).values() if isinstance(each, type) and issubclass(each, Place)]
    return [kind(meeting) for kind in kinds if kind.is_read_with_child]  # type: ignore[call-arg]


def words_on_screen(window: QWidget) -> str:
    """Everything that can be seen or heard in the window."""
    found = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription()]
            if isinstance(widget, QAbstractButton | QLabel):
                found.append(widget.text())
    return "\n".join(found)


def test_there_is_such_a_place() -> None:
    assert ShowTheChild(1) in read_with_a_child(1)


def test_no_key_leads_from_what_a_child_reads_to_anything_else(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    window = companion.window
    for place in read_with_a_child(ids["coming"]):
        for action in window.findChildren(QAction):
            if action.text() in MAY or not action.shortcuts():
                continue
            visit(companion, Home())
            visit(companion, place)
            action.trigger()
            settle()
            assert window.place in (place, place.leads_to), action.text()
            assert not (window.place == place and window.side_bar.isVisible())


def test_nothing_of_another_child_is_on_screen_also_not_in_a_message_that_can_be_undone(
    unlocked: Unlocked,
) -> None:
    companion, ids = unlocked
    window = companion.window
    for place in read_with_a_child(ids["coming"]):
        visit(companion, Actions())
        row = companion.records.read(following_up.actions_of_child, ids["jordan"], TODAY)[0]
        companion.records.change(
            following_up.tick_off,
            row.id,
            TODAY,
            undo=Undo("Ticked off for Jordan.", following_up.untick, (row.id,)),
        )
        assert "Jordan" in words_on_screen(window)
        visit(companion, place)
        assert "Jordan" not in words_on_screen(window)
        window.back()
        settle()
        assert "Ticked off for Jordan." in words_on_screen(window), "the carer can still undo it"


@pytest.mark.parametrize("before", [Home(), Actions()])
def test_the_way_out_leads_to_this_childs_page_whatever_was_there_before(
    unlocked: Unlocked, before: Place
) -> None:
    companion, ids = unlocked
    window = companion.window
    visit(companion, before)
    page = visit(companion, ShowTheChild(ids["coming"]))
    page.all_seen.click()
    settle()
    assert page.go_on.hasFocus(), "after that there is somewhere to go on"
    assert "has seen this." in page.stands.words()
    press(companion, "On to getting ready")
    assert window.place == GetReady(ids["coming"])
    assert window.side_bar.isVisible()
    window.back()
    assert window.place == Home(), "and never back to what the child read"


def test_it_can_be_locked_from_there(unlocked: Unlocked) -> None:
    companion, ids = unlocked
    visit(companion, ShowTheChild(ids["coming"])).lock.click()
    settle()
    assert not companion.records.is_open
