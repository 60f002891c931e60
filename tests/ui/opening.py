"""Every page opens at its heading, with the keyboard where a carer would begin, and nothing is taken away by chance."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from carer_app.choices import Part
from tests.ui.audit import settle
from ui.base.page import Page
from ui.base.places import ChildsOwnPart
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.laid_out import laid_out
from ui.widgets.opens import Opens
from ui.widgets.rail import Lies, Rail
from ui.widgets.text import Heading, PlainLabel

if TYPE_CHECKING:
    from tests.ui.test_every_place import Room


def wrong_at_opening(room: "Room") -> Iterator[str]:
    """What keeps the page just opened from being read from its heading on."""
    page = room.window.page
    assert page is not None
    box = room.window.focusWidget()
    if box is None or not (page is box or page.isAncestorOf(box)):
        yield f"the keyboard is not on the page but on {box}"
        return
    heading = next(each for each in page.findChildren(Heading) if each.level == 1 and each.isVisible())
    if not in_sight(heading):
        yield f"the heading {heading.words()!r} is out of sight"
    if isinstance(page.place, ChildsOwnPart):
        return
    if box is not heading and not isinstance(box, QLineEdit | QPlainTextEdit):
        yield f"the keyboard begins on {box.accessibleName()!r}, which one reads or presses"
    if seen_of(box).isEmpty():
        yield f"the keyboard is on {box.accessibleName()!r}, out of sight"


READ_FIRST = {Part.CHILD_SAYS: "what to do about being hurt is read before anybody writes"}
"""Where the box comes further down at the biggest text size, and why."""


def nowhere_to_write(room: "Room") -> Iterator[str]:
    """A page where the keyboard begins in a box shows the box, or an answer above it, also where text is big."""
    page = room.window.page
    assert page is not None
    box = page.where_to_begin()
    if box is None or getattr(page.place, "part", None) in READ_FIRST or page.is_gone:
        return
    answers = [each for each in page.findChildren(QRadioButton) if in_sight(each)]
    if room.window.focusWidget() is not box and not answers:
        yield f"{box.accessibleName()!r} is out of sight"
    elif seen_of(box).boundingRect().height() < theme.px(_ONE_LINE) and not answers:
        yield f"of {box.accessibleName()!r} not one line is seen"


def half_a_line(page: Page) -> Iterator[str]:
    """No part of the column is cut by the upper edge of what one sees as the page opens."""
    view = page.body.viewport()
    for part in laid_out(page.body.column):
        top = part.mapTo(view, QPoint(0, 0)).y()
        if (
            part.isVisible()
            and isinstance(part, (PlainLabel, QAbstractButton))
            and top < 0 < top + part.height()
        ):
            yield f"{part.accessibleName() or part.text()!r} is cut in two"


_ONE_LINE = 40
TAKES_AWAY = re.compile(r"(remove|clear|delete|forget|rub|take .*\b(out|off|away))\b", re.IGNORECASE)


CHANGES = re.compile(r"(change|put .*right)\b", re.IGNORECASE)


def wrong_after_a_removal(room: "Room") -> Iterator[str]:
    """Take away the first thing that can be: the keyboard must not be where one more press takes away another."""
    page = room.window.page
    assert page is not None
    folds = [each for each in page.findChildren(Opens) if each.isVisible() and not each.is_open]
    for fold in folds:
        fold.open(True)
    settle()
    yield from _after_taking_away(room, page)
    yield from _after_taking_away_behind_a_change(room, page)
    for fold in folds:
        if isValid(fold):
            fold.open(False)
    settle()


def _after_taking_away(room: "Room", page: Page, seen: set[QWidget] | None = None) -> Iterator[str]:
    """Of what was not `seen` before, press the first that takes away."""
    buttons = [each for each in page.findChildren(Button) if each.isVisible() and each.isEnabled()]
    buttons = [each for each in buttons if seen is None or each not in seen]
    yield from (
        f"nothing says that {each.words()!r} takes away"
        for each in buttons
        if TAKES_AWAY.match(each.words()) and not each.is_removal
    )
    for button in [each for each in buttons if each.is_removal][:1]:
        words = button.accessibleName() or button.words()
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        settle()
        dialog = QApplication.activeModalWidget()
        now = dialog.focusWidget() if dialog is not None else room.window.focusWidget()
        if isinstance(now, Button) and (now.is_removal or TAKES_AWAY.match(now.words())):
            yield f"after {words!r} the keyboard is on {now.accessibleName()!r}"
        if now is None or now.visibleRegion().isEmpty():
            yield f"after {words!r} the keyboard is out of sight"
        if dialog is not None:
            dialog.close()
        room.records.undo()
        room.rest()


def _after_taking_away_behind_a_change(room: "Room", page: Page) -> Iterator[str]:
    """What opens in place, as an action that is put right does, may hold a press that takes away as well."""
    buttons = [each for each in page.findChildren(Button) if each.isVisible() and each.isEnabled()]
    for change in [each for each in buttons if CHANGES.match(each.words())][:1]:
        change.click()
        room.rest()
        if room.window.page is page:
            yield from _after_taking_away(room, page, set(buttons))


def seen_of(widget: QWidget) -> QRegion:
    """What of it is on screen and not under a line that stays in sight."""
    seen = widget.visibleRegion()
    for rail in [each for each in widget.window().findChildren(Rail) if each.isVisible()]:
        if rail.lies == Lies.LINE and not rail.isAncestorOf(widget):
            seen -= QRegion(QRect(widget.mapFromGlobal(rail.mapToGlobal(QPoint(0, 0))), rail.size()))
    return seen


def in_sight(widget: QWidget) -> bool:
    """Whether all of it is on screen, in its window and in whatever scrolls."""
    return QRect(QPoint(0, 0), widget.size()) == widget.visibleRegion().boundingRect()
