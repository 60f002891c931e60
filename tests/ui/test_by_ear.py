"""Every place as a listener meets it: what is told when a page opens, and what its parts are called.

What else is asked of every place, and can be asked on the same way through them: its keys, that nothing moves, that
to look changes nothing that is stored, and that a way back which says where it leads, leads there.
"""

import string
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QRect
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QRadioButton,
    QWidget,
)

from tests.builders import LONG_NAME
from tests.ui.audit import same_names
from tests.ui.test_every_place import Room
from ui.base.page import Page
from ui.base.places import (
    OUTSIDE,
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    GetReady,
    Place,
    PreparePart,
    Settings,
)
from ui.help.help import KEYS
from ui.parts.rows import Rows
from ui.widgets.button import BackLink
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.text import Heading, PlainLabel

GROUPS = {QAccessible.Role.Grouping, QAccessible.Role.LayeredPane, QAccessible.Role.List}
"""Orca tells these, by name, when one comes into them."""

LEADS_TO: dict[str, type[Place]] = {
    "Back to getting ready": GetReady,
    "Back to check": CheckAndPrint,
    "Back to after the meeting": AfterMeeting,
    "Back to Mia": ChildRecord,
    "Back to Mia’s words": PreparePart,
}
WHERE_ONE_WAS = ("Back", "Back to where you were")

OF_ANOTHER_TEST = "of another test"

Wrong = dict[str, list[str]]


@pytest.fixture(scope="module", params=["bare", "ordinary", "overfull"])
def wrong(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Wrong]:
    """What each check found, from going once through every place."""
    for each in QApplication.topLevelWidgets():
        each.setProperty(OF_ANOTHER_TEST, True)
    room = Room(request.param, tmp_path_factory.mktemp("heard"))
    room.window.add_commands()
    room.window.start_at(Settings())
    room.window.show()
    room.window.activateWindow()
    assert QTest.qWaitForWindowActive(room.window, 20_000)
    focused: list[QWidget] = []

    def on_focus(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            focused.append(now)

    found: Wrong = {check.__name__: [] for check in CHECKS} | {"changed": [], "ways_back": []}
    stored = everything(room)
    assert sum(map(len, stored.values())) > 10, "there is something to lose"
    before: Place = Settings()
    for place in [*room.places(), *(place() for place in OUTSIDE)]:
        focused.clear()
        qapp.focusChanged.connect(on_focus)
        room.window.start_at(place)
        qapp.focusChanged.disconnect(on_focus)
        page = room.window.page
        assert page is not None
        room.rest()  # what stands where is asked only of a page that has come to rest
        for check in CHECKS:
            found[check.__name__] += [f"{place}: {each}" for each in check(page, focused)]
        now = everything(room)
        found["changed"] += [
            f"{place}, or leaving {before}: {name}" for name in now if now[name] != stored[name]
        ]
        stored, before = now, place
        if request.param == "ordinary" and not place.is_closed_room:
            found["ways_back"] += [f"{place}: {each}" for each in ways_back(room)]
    yield found
    room.close()


def test_every_page_that_opens_is_told_and_nothing_before_it(wrong: Wrong) -> None:
    assert wrong["opening"] == []


def test_things_that_do_something_different_are_called_something_different(wrong: Wrong) -> None:
    assert wrong["names"] == []


def test_an_answer_says_which_of_how_many_it_is(wrong: Wrong) -> None:
    assert wrong["answers"] == []


def test_every_list_of_rows_is_a_list_and_its_rows_are_its_items(wrong: Wrong) -> None:
    assert wrong["lists"] == []


def test_what_looks_like_a_heading_is_one(wrong: Wrong) -> None:
    assert wrong["bold_lines"] == []


def test_every_sentence_beside_a_box_is_told_with_it(wrong: Wrong) -> None:
    assert wrong["beside"] == []


def test_every_key_does_one_thing_and_is_in_helps_list(wrong: Wrong) -> None:
    assert wrong["keys"] == []


def test_nothing_moves_by_itself(wrong: Wrong) -> None:
    assert wrong["motion"] == []


def test_answers_side_by_side_begin_on_one_line(wrong: Wrong) -> None:
    assert wrong["columns"] == []


def test_every_part_of_a_page_goes_when_the_page_goes(wrong: Wrong) -> None:
    assert wrong["homeless"] == []


def test_a_place_that_is_opened_and_left_leaves_the_records_as_they_were(wrong: Wrong) -> None:
    assert wrong["changed"] == []


def test_a_way_back_leads_where_it_says(wrong: Wrong) -> None:
    assert wrong["ways_back"] == []


def everything(room: Room) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with room.vault.reading() as session:
        run = session.connection().exec_driver_sql
        names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: [tuple(row) for row in run(f'SELECT * FROM "{name}" ORDER BY rowid')] for name in names}


def ways_back(room: Room) -> Iterator[str]:
    """Wherever the carer came from: here from Settings."""
    page, place = room.window.page, room.window.place
    assert page is not None
    assert place is not None
    for words in [link.words() for link in page.findChildren(BackLink)]:
        if words in WHERE_ONE_WAS:
            continue
        if words not in LEADS_TO:
            yield f"{words!r} is a new name for a way back: say where it leads"
            continue
        room.window.start_at(Settings())
        room.window.go(place)
        again = room.window.page
        assert again is not None
        next(link for link in again.findChildren(BackLink) if link.words() == words).click()
        room.rest()
        if not isinstance(room.window.place, LEADS_TO[words]):
            yield f"{words!r} leads to {room.window.place}"


def opening(page: Page, focused: list[QWidget]) -> Iterator[str]:
    """The page's heading is among the groups around what has the focus, and nothing else had it before."""
    shown = (each for each in page.findChildren(Heading) if each.level == 1 and each.isVisible())
    heading = next(shown).words()
    told, widget = [], focused[-1] if focused else None
    while widget is not None:
        if role(widget) in GROUPS and widget.accessibleName():
            told.append(widget.accessibleName())
        widget = widget.parentWidget()
    if heading not in told:
        yield f"{heading!r} is not told, only {told}"
    for each in focused:
        if each is not page and not page.isAncestorOf(each) and name(each):
            yield f"{name(each)!r} is told first"


def names(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """T6. What somebody typed twice may be called the same twice."""
    yield from (each for each in same_names(page) if LONG_NAME[:40] not in each)


def answers(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """Orca counts them by itself only where it was asked to."""
    for group in page.findChildren(Choices):
        rows = group.findChildren(QRadioButton)
        said = [row.accessibleDescription() for row in rows]
        if said != [f"{number} of {len(rows)}" for number in range(1, len(rows) + 1)]:
            yield f"{group.accessibleName()!r} says {said}"


def lists(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """A list's children are its rows, none beside them and none between."""
    for rows in page.findChildren(Rows):
        here = QAccessible.queryAccessibleInterface(rows)
        kinds = [here.child(number).role() for number in range(here.childCount())]
        if here.role() != QAccessible.Role.List or set(kinds) - {QAccessible.Role.ListItem}:
            yield f"{here.role()} of {set(kinds)}"
        if len(kinds) != len(rows.ids()):
            yield f"{len(rows.ids())} rows are {len(kinds)} items"


def bold_lines(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """A bold line that is no sentence and no figure, with plain words right under it, looks like a heading."""
    for label in page.findChildren(PlainLabel):
        words = label.words()
        if isinstance(label, Heading) or label.kind() != "strong" or not label.isVisible():
            continue
        if not words.strip() or words.endswith((".", "?", "!", "…")) or any(each.isdigit() for each in words):
            continue
        under = next_in_layout(label)
        if isinstance(under, PlainLabel) and under.kind() == "body" and under.isVisible():
            yield repr(words)


def beside(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """Every sentence that is seen beside a box is told with it: its hint, what was understood, what is wrong."""
    for field in page.findChildren(Field):
        if not field.isVisible():
            continue
        told, entry = "", field.entry()
        while entry is not None and entry is not field:
            told += f" {entry.accessibleDescription()}"
            entry = entry.parentWidget()
        for label in field.findChildren(PlainLabel):
            asked = label is field.label_on_top() or field_of(label) is not field
            if not asked and label.isVisible() and label.words() not in told:
                yield f"{label.words()!r} is not told with {name(field.entry())!r}, only {told.strip()!r}"


def keys(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """T35. No single letter, since a voice program types what it hears."""
    window, all_keys = page.window(), list[str]()
    for action in window.findChildren(QAction):
        all_keys += [each.toString() for each in action.shortcuts()]
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and (shortcut.parent() is window or page.isAncestorOf(shortcut.parent())):
            all_keys += [each.toString() for each in QShortcut.keys(shortcut)]
    all_keys += [each.shortcut().toString() for each in page.findChildren(QAbstractButton)]
    told = keys_in_help()
    for each, count in Counter(filter(None, all_keys)).items():
        if count > 1:
            yield f"{each} is there {count} times"
        if len(each) == 1 or each.removeprefix("Shift+") in string.ascii_uppercase:
            yield f"{each} alone does something"
        if each not in told:
            yield f"{each} is not in Help"


def keys_in_help() -> set[str]:
    """As Qt writes them. What is told as a plus is typed without Shift too."""
    told = {"Ctrl+="}
    for words, _what in KEYS:
        for each in words.replace("Ctrl+1, 2, 3, 4", "Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4").split(", "):
            told.add(each.replace(" and ", "+").replace("comma", ","))
    return told


def motion(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """T23. Whoever asked their computer for less motion is not asked whether a little is all right."""
    for each in page.window().findChildren(QAbstractAnimation):
        if (
            each.duration() or each.state() == QAbstractAnimation.State.Running
        ):  # Qt's own for a window lasts no time
            yield f"{type(each).__name__} of {each.parent()}"


def columns(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """Lists of answers beside each other begin on one line, each with its first answer at its left edge."""
    groups = [
        each for each in page.findChildren(Choices) if each.isVisible() and each.findChildren(QRadioButton)
    ]
    boxes = [QRect(each.mapTo(page, QPoint(0, 0)), each.size()) for each in groups]
    for (first, a), (second, b) in combinations(zip(groups, boxes, strict=True), 2):
        beside = a.top() < b.bottom() and b.top() < a.bottom()
        if beside and a.top() != b.top():
            yield f"{first.accessibleName()!r} and {second.accessibleName()!r} begin at {a.top()} and {b.top()}"
    for group in groups:
        rows = [each.mapTo(page, QPoint(0, 0)) for each in group.findChildren(QRadioButton)]
        lines = Counter(each.y() for each in rows)
        if max(lines.values()) == 1 and len({each.x() for each in rows}) > 1:
            yield f"the answers of {group.accessibleName()!r} are not in line"


def homeless(page: Page, _focused: list[QWidget]) -> Iterator[str]:
    """Only Python holds what lies in nothing: it would go when Python lets go of it, on whichever thread that is."""
    for each in QApplication.topLevelWidgets():
        if each.parent() is None and each is not page.window() and not each.property(OF_ANOTHER_TEST):
            yield f"{type(each).__name__} {each.accessibleName()!r} lies in nothing"


CHECKS: list[Callable[[Page, list[QWidget]], Iterator[str]]] = [
    opening, names, answers, lists, bold_lines, beside, keys, motion, columns, homeless,
]  # fmt: skip


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def field_of(label: QWidget) -> QWidget | None:
    above: QWidget | None = label
    while above is not None and not isinstance(above, Field):
        above = above.parentWidget()
    return above


def next_in_layout(label: QWidget) -> QWidget | None:
    parent = label.parentWidget()
    layout = parent.layout() if parent is not None else None
    item = layout.itemAt(layout.indexOf(label) + 1) if layout is not None else None
    return item.widget() if item is not None else None
