"""Every place as a listener meets it: what is told when a page opens, and what its parts are called.

What else can be asked of an open page without changing it: its keys, that nothing moves, that all of it goes with it.
`tests/ui/test_every_place.py` asks all of it of every place.
"""

import string
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QAbstractAnimation, QPoint, QRect
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from tests.builders import LONG_NAME
from tests.ui.audit import same_names
from ui.base.page import Page
from ui.help.help import KEYS
from ui.parts.rows import Rows
from ui.widgets.accessible import has_role
from ui.widgets.choice import Choices
from ui.widgets.field import Field
from ui.widgets.laid_out import laid_out
from ui.widgets.text import Heading, PlainLabel

GROUPS = {QAccessible.Role.Grouping, QAccessible.Role.LayeredPane, QAccessible.Role.List}
"""Orca tells these, by name, when one comes into them."""

OF_ANOTHER_WINDOW = "of another window"
"""So marked, a window is not asked why it lies in nothing."""


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


def names(page: Page) -> Iterator[str]:
    """T6. What somebody typed twice may be called the same twice."""
    yield from (each for each in same_names(page) if LONG_NAME[:40] not in each)


def answers(page: Page) -> Iterator[str]:
    """Orca counts them by itself only where it was asked to."""
    for group in page.findChildren(Choices):
        rows = group.findChildren(QRadioButton)
        said = [row.accessibleDescription() for row in rows]
        if said != [f"{number} of {len(rows)}" for number in range(1, len(rows) + 1)]:
            yield f"{group.accessibleName()!r} says {said}"


def lists(page: Page) -> Iterator[str]:
    """A list's children are its rows, none beside them and none between; the last may be the one that shows more."""
    for rows in page.findChildren(Rows):
        here = QAccessible.queryAccessibleInterface(rows)
        kinds = [here.child(number).role() for number in range(here.childCount())]
        if here.role() != QAccessible.Role.List or set(kinds) - {QAccessible.Role.ListItem}:
            yield f"{here.role()} of {set(kinds)}"
        more = rows.more is not None and rows.more.isVisible()
        if len(kinds) != len(rows.ids()) + more:
            yield f"{len(rows.ids())} rows are {len(kinds)} items"


def bold_lines(page: Page) -> Iterator[str]:
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


def beside(page: Page) -> Iterator[str]:
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


def keys(page: Page) -> Iterator[str]:
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


def motion(page: Page) -> Iterator[str]:
    """T23. Whoever asked their computer for less motion is not asked whether a little is all right."""
    for each in page.window().findChildren(QAbstractAnimation):
        if (
            each.duration() or each.state() == QAbstractAnimation.State.Running
        ):  # Qt's own for a window lasts no time
            yield f"{type(each).__name__} of {each.parent()}"


def columns(page: Page) -> Iterator[str]:
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


def homeless(page: Page) -> Iterator[str]:
    """Only Python holds what lies in nothing: it would go when Python lets go of it, on whichever thread that is."""
    for each in QApplication.topLevelWidgets():
        if each.parent() is None and each is not page.window() and not each.property(OF_ANOTHER_WINDOW):
            yield f"{type(each).__name__} {each.accessibleName()!r} lies in nothing"


def gone(page: Page) -> Iterator[str]:
    """Asked for a part that has just gone, Qt's own scroll area brings the whole program down: it does not count."""
    for area in page.window().findChildren(QScrollArea):
        here = QAccessible.queryAccessibleInterface(area)
        if not has_role(type(area)) or here.child(here.childCount()) is not None:
            yield f"{type(area).__name__} {area.accessibleName()!r}"


CHECKS: dict[str, Callable[[Page], Iterator[str]]] = {
    "things that do something different are called something different": names,
    "an answer says which of how many it is": answers,
    "a list of rows is a list and its rows are its items": lists,
    "what looks like a heading is one": bold_lines,
    "every sentence beside a box is told with it": beside,
    "every key does one thing and is in Help’s list": keys,
    "nothing moves by itself": motion,
    "answers side by side begin on one line": columns,
    "every part of a page goes when the page goes": homeless,
    "whoever asks for a part that has just gone is told that there is none": gone,
}
"""Each with what it asks, in the words that a test which finds something says."""


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
    if layout is None:
        return None
    return next(
        (each for each in laid_out(layout) if layout.indexOf(each) == layout.indexOf(label) + 1), None
    )
