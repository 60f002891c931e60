"""The accessibility audit: what would keep a carer from using this window, in plain words.

`audit(window)` runs every check on what the window shows now, in the look it has now; it needs the window
shown. The numbers are those of the accessibility test list (T1 names, T2 visible text in the name, T3 roles,
T5 headings, T7 Tab order, T8 Tab traps, T10 focus, T12 and T13 contrast, T14 clipping, T15
sideways, T16 size, T18 targets).
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.ui.audit_contrast import drawn_contrast, focus_seen, token_contrast
from tests.ui.audit_survey import Survey, say, see, shown_text
from tests.ui.focus_chain import chain_of
from ui.look import theme
from ui.widgets.buttons import BackLink
from ui.widgets.choice import Choices
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.laid_out import laid_out
from ui.widgets.message_bar import MessageBar
from ui.widgets.rail import Lies, Rail
from ui.widgets.text import Heading, PlainLabel

BIGGEST_WINDOW = (1366, 728)
_MEANINGLESS = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.Pane,
    QAccessible.Role.Window,
}


def audit(top: QWidget | Survey) -> list[str]:
    """Everything found wrong in this window as it stands; empty when nothing is."""
    seen = see(top)
    return [f"{number} {problem}" for number, check in CHECKS.items() for problem in check(seen)]


def names(top: QWidget | Survey) -> list[str]:
    """T1: every control says what it is to people who cannot see it."""
    return [f"{say(c)} has no name" for c in see(top).controls if not _name(c).strip()]


def same_names(top: QWidget) -> list[str]:
    """T6: what does something different is called something different; an answer is told with its question."""
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit
    controls = [each for each in top.findChildren(QWidget) if isinstance(each, kinds)]
    counted = Counter(_called(each) for each in controls if each.isVisible() and each.isEnabled())
    return [f'{count} controls are called "{words}"' for words, count in counted.items() if count > 1]


def visible_text_in_names(top: QWidget | Survey) -> list[str]:
    """T2: who says aloud what they see on a control reaches that control."""
    return [
        f'{say(c)} shows "{shown_text(c)}" but is named "{_name(c)}"'
        for c in see(top).controls
        if isinstance(c, QAbstractButton) and _plain(shown_text(c)) not in _plain(_name(c))
    ]


def roles(top: QWidget | Survey) -> list[str]:
    """T3: every control says what kind of thing it is."""
    return [f"{say(c)} has no useful role" for c in see(top).controls if _role(c) in _MEANINGLESS]


def headings(top: QWidget | Survey) -> list[str]:
    """T5: one main heading, first on the page, which is named after it."""
    seen = see(top)
    found = [w for w in seen.widgets if isinstance(w, Heading)]
    problems = [
        f"{say(h)} is not announced as a heading" for h in found if _role(h) != QAccessible.Role.Heading
    ]
    problems += [f'{say(h)} is read aloud as "{_name(h)}"' for h in found if _name(h) != h.words()]
    main = [h for h in found if h.level == 1]
    if len(main) != 1:
        return [*problems, f"there are {len(main)} main headings instead of one"]
    page = _page_named(main[0], seen.top)
    if page is None:
        return [*problems, f'no page has the name of its heading "{main[0].words()}"']
    return problems + [
        f"{say(w)} comes before the main heading"
        for w in seen.read_before(main[0])
        if page.isAncestorOf(w) and not _may_come_first(w)
    ]


def tab_order(top: QWidget | Survey) -> list[str]:
    """T7: Tab goes through each region as one reads it, leaves nothing out and ends where it began."""
    seen = see(top)
    chain, closed = chain_of(seen.top.window())
    problems = [] if closed else ["Tab never comes back to where it began"]
    place = {w: i for i, w in enumerate(chain)}
    controls = [c for c in seen.controls if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    problems += [f"Tab never reaches {say(c)}" for c in controls if c not in place]
    problems += [f"Tab leaves out {say(c)}" for c in seen.controls if _left_out(c)]
    in_order = sorted((c for c in controls if c in place), key=place.__getitem__)
    regions = [seen.region(each) for each in in_order]
    for region in dict.fromkeys(regions):
        own = [each for each, its in zip(in_order, regions, strict=True) if its == region]
        for first, second in pairwise(own):
            if seen.reads_before(second, first):
                problems.append(f"Tab goes from {say(first)} back to {say(second)}")
        starts = sum(its == region and its != before for before, its in pairwise(["", *regions]))
        if region != "page" and starts > 1:
            problems.append(f"Tab goes through the {region} {starts} times")
    return problems + _not_at_their_place(seen, in_order)


def _not_at_their_place(seen: Survey, in_order: list[QWidget]) -> list[str]:
    """A rail beside the page is come to between what is before its place in the column and what is after it."""
    problems = []
    for rail in [w for w in seen.widgets if isinstance(w, Rail) and w.lies == Lies.BESIDE]:
        column = rail.place.parentWidget().layout()
        after = False
        for part in laid_out(column):
            after = after or part is rail.place
            for one in (each for each in in_order if part.isAncestorOf(each)):
                for own in (each for each in in_order if rail.isAncestorOf(each)):
                    if (in_order.index(own) < in_order.index(one)) != after:
                        problems.append(f"Tab comes to {say(own)} and not where its rail is read: {say(one)}")
    return problems


def tab_traps(top: QWidget | Survey) -> list[str]:
    """T8: Tab leaves every text box and list again."""
    seen = see(top)
    before = seen.top.focusWidget()
    problems = []
    for box in seen.controls:
        if not isinstance(box, (QPlainTextEdit, QTextEdit, QAbstractItemView)):
            continue
        box.setFocus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(box, QKeyEvent(kind, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t"))
        if seen.top.focusWidget() is box and len(seen.controls) > 1:
            problems.append(f"Tab does not leave {say(box)}")
    if before is not None:
        before.setFocus()
    return problems


def clipping(top: QWidget | Survey) -> list[str]:
    """T14: no words are cut off."""
    seen = see(top)
    problems = []
    for widget in seen.widgets:
        if not _holds_words(widget):
            continue
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else -1
        needed = needed if needed > 0 else widget.minimumSizeHint().height()
        if needed > widget.height() + 1:
            problems.append(f"{say(widget)} needs {needed} pixels of height and has {widget.height()}")
        if widget.minimumSizeHint().width() > widget.width() + 1:
            problems.append(f"{say(widget)} is too narrow for its words")
        above = widget.parentWidget()
        if (
            _cuts(above)
            and above is not None
            and not above.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())
        ):
            problems.append(f"{say(widget)} is cut by what it lies in")
    return problems


def sideways(top: QWidget | Survey) -> list[str]:
    """T15: nothing scrolls sideways."""
    return [
        f"{say(area)} scrolls sideways by {area.horizontalScrollBar().maximum()} pixels"
        for area in see(top).widgets
        if isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().maximum() > 0
    ]


def window_size(top: QWidget | Survey) -> list[str]:
    """T16: the window fits a small laptop."""
    least, (width, height) = see(top).top.minimumSizeHint(), BIGGEST_WINDOW
    if least.width() <= width and least.height() <= height:
        return []
    return [f"the window cannot be smaller than {least.width()} x {least.height()}"]


def targets(top: QWidget | Survey) -> list[str]:
    """T18: what one presses is 44 pixels at 100 % (never under 24) and 8 pixels from the next."""
    seen = see(top)
    least = max(24, theme.px(44))
    problems = [
        f"{say(c)} is only {c.width()} x {c.height()} pixels, {least} are needed"
        for c in seen.controls
        if min(c.width(), c.height()) < least
    ]
    ordered = sorted(seen.controls, key=lambda c: seen.box[c].top())
    for index, first in enumerate(ordered):
        around = seen.box[first].adjusted(-7, -7, 7, 7)
        for second in ordered[index + 1 :]:
            if seen.box[second].top() > around.bottom():
                break
            nested = first.isAncestorOf(second) or second.isAncestorOf(first)
            here, there = seen.beside(first, second)
            if here.adjusted(-7, -7, 7, 7).intersects(there) and not nested:
                problems.append(f"{say(first)} and {say(second)} are less than 8 pixels apart")
    return problems


CHECKS: dict[str, Callable[[QWidget | Survey], list[str]]] = {
    "T1": names,
    "T2": visible_text_in_names,
    "T3": roles,
    "T5": headings,
    "T7": tab_order,
    "T8": tab_traps,
    "T10": focus_seen,
    "T12": token_contrast,
    "T13": drawn_contrast,
    "T14": clipping,
    "T15": sideways,
    "T16": window_size,
    "T18": targets,
}


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _called(control: QWidget) -> str:
    group = control.parentWidget()
    while group is not None and not isinstance(group, Choices):
        group = group.parentWidget()
    return _name(control) if group is None else f"{_name(group)}: {_name(control)}"


def _role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _page_named(heading: Heading, top: QWidget) -> QWidget | None:
    above = heading.parentWidget()
    while above is not None:
        if above.accessibleName() == heading.words():
            return above
        above = None if above is top else above.parentWidget()
    return None


def _may_come_first(widget: QWidget) -> bool:
    """The way back, what is wrong, what was just done, and a quiet line such as "Step 1 of 5"."""
    if isinstance(widget, PlainLabel) and widget.kind() == "hint":
        return True
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, (BackLink, ErrorSummary, MessageBar)):
            return True
        above = above.parentWidget()
    return False


def _left_out(control: QWidget) -> bool:
    if control.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(control, QRadioButton):  # arrow keys reach the others of a group
        group = control.parentWidget() or control
        return not any(
            one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in group.findChildren(QRadioButton)
        )
    return True


def _holds_words(widget: QWidget) -> bool:
    if isinstance(widget, (QLabel, QAbstractButton)):
        return bool(shown_text(widget))
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, QScrollArea)


def _cuts(above: QWidget | None) -> bool:
    return above is not None and above.objectName() != "qt_scrollarea_viewport"


def settle() -> None:
    """Let layouts come to rest, each level of nesting may take a round, and dropped widgets really go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _round in range(10):
        QApplication.processEvents()
