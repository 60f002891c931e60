"""What the eye meets on every page: edges that line up, paper that fills what is there, what one came for in sight."""

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.audit import settle
from tests.ui.audit_survey import say
from tests.ui.opening import in_sight
from ui.base.page import Page
from ui.look import theme
from ui.parts.pdf_view import EDGE, PdfView
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.childs_words import ChildsWords
from ui.widgets.foot import Foot
from ui.widgets.opens import Opens
from ui.widgets.rail import Lies, Rail, RailPlace
from ui.widgets.rail_keeper import COLUMN
from ui.widgets.readable_paper import ReadablePaper
from ui.widgets.text import Heading, PlainLabel

OWN_WIDTH = {
    "CheckDates": "a year of days is a table",
    "ReadDocument": "paper whose words somebody else chose to print small",
}
"""Which column is as wide as it needs, and why."""


def paper(page: Page) -> Iterator[str]:
    """Paper fills what is there, and Print is in sight beside it."""
    papers = [view for view in page.findChildren(PdfView) if view.isVisible()]
    for view in papers:
        free = page.height() - box_of(page, view.viewer).bottom() - 1
        if free != theme.gap(EDGE):
            yield f"{free} pixels lie between the paper and the end of the window"
        if view.viewer.height() < 0.6 * page.height():
            yield f"the paper is only {view.viewer.height()} pixels high"
    for button in page.findChildren(Button):
        if papers and button.isVisible() and button.kind() == "main" and not in_sight(button):
            yield f"{say(button)} is out of sight"


def paper_that_is_read(page: Page) -> Iterator[str]:
    """At least half of the window is paper where one is read, at any text size."""
    for pages in [each for each in page.findChildren(ReadablePaper) if each.isVisible()]:
        seen = pages.visibleRegion().boundingRect().height()
        if seen < page.height() / 2:
            yield f"only {seen} of {page.height()} pixels are paper"


FURTHER_DOWN = {
    *("AddPaper", "AskAgain", "CareReviewPlace", "CheckDates", "CouncilRules", "DaysWithoutSchoolPlace"),
    *("KeepsakesPlace", "MayKeepAgain", "OlderCopyHere", "OnlyToRead", "OpenOnAnother", "OwnCalendar"),
    *("PasteDates", "PepCopyPlace", "SchoolCardPlace", "ShowTheChild"),
}
"""Where the button is about what is to be read or chosen above it first, and not the end of a form."""


def main_button(page: Page) -> Iterator[str]:
    """One of the main buttons is in sight as the page opens."""
    if type(page.place).__name__ in FURTHER_DOWN:
        return
    buttons = [each for each in page.body.findChildren(Button) if each.isVisible() and each.kind() == "main"]
    if buttons and not any(in_sight(each) for each in buttons):
        yield f"{say(buttons[0])} is out of sight"
    on = [each for each in buttons if each.words() == "Continue"]
    yield from (f"{say(each)} is out of sight, which ends the form" for each in on if not in_sight(each))


def ends_of_cards(page: Page) -> Iterator[str]:
    """Every column ends at the same edge."""
    side = page.body.column.parentWidget()
    assert side is not None
    if type(page.place).__name__ in OWN_WIDTH or page.centred:
        return
    wanted = box_of(page, side).left() + theme.px(COLUMN)
    for card in page.body.findChildren(Card):
        ends = box_of(page, card).right() + 1
        if card.isVisible() and not isinstance(card.parentWidget(), Card) and ends != wanted:
            yield f"{say(card)} ends at {ends}, and others end at {wanted}"


def folded_cards(page: Page) -> Iterator[str]:
    """A card that says nothing but its heading, and a press such as "More", is one line."""
    for fold in page.findChildren(Opens):
        card = fold.parentWidget()
        if not isinstance(card, Card) or fold.is_open or not fold.isVisible():
            continue
        words = [each for each in card.findChildren(PlainLabel) if each.isVisible()]
        pressed = [each for each in card.findChildren(QAbstractButton) if each.isVisible()]
        says_more = len(words) > 1 or pressed != [fold.button] or len(fold.button.words().split()) > 2
        if not says_more and card.height() > 2 * fold.button.height():
            yield f"{words[0].words()} takes {card.height()} pixels to say that there is more"


def cards_without_a_heading(page: Page) -> Iterator[str]:
    """Where cards stand below one another and some say what they are about, all do but the first: the page says it."""
    cards = [each for each in page.findChildren(Card) if each.isVisible() and each.property("part") == "card"]
    beside: dict[QWidget, list[Card]] = {}
    for card in cards:
        above = card.parentWidget()
        if above is not None:
            beside.setdefault(above, []).append(card)
    for here in beside.values():
        after = sorted(here, key=lambda each: each.y())[1:]
        if sum(each.heading is not None for each in here) > 2:
            yield from (f"{say(each)} has no heading" for each in after if each.heading is None)


def sizes_and_weights(page: Page) -> Iterator[str]:
    """Three sizes of words at most, and two weights."""
    fonts = [each.font() for each in page.findChildren(PlainLabel) if each.isVisible()]
    sizes, weights = {each.pixelSize() for each in fonts}, {each.weight() for each in fonts}
    if len(sizes) > 3 or len(weights) > 2:
        yield f"words in {sorted(sizes)} pixels and {len(weights)} weights"


_EDGE_BENEATH = 28
_BOXES = (Card, Rail, RailPlace)


def scrolls_into_nothing(page: Page) -> Iterator[str]:
    """No page scrolls further than to the edge beneath the last that can be seen on it."""
    sheet = page.body.widget()
    if page.body.isHidden() or sheet is None or not page.body.verticalScrollBar().maximum():
        return
    shown = [each for each in sheet.findChildren(QWidget) if each.isVisible()]
    with_parts = {each.parentWidget() for each in shown}
    parts = [each for each in shown if each not in with_parts or isinstance(each, _BOXES)]
    lowest = max(parts, key=lambda part: part.mapTo(sheet, QPoint(0, part.height())).y())
    beneath = sheet.height() - lowest.mapTo(sheet, QPoint(0, lowest.height())).y()
    if beneath > theme.gap(_EDGE_BENEATH):
        yield f"one can scroll {beneath} pixels further than {say(lowest)}"


_A_LINE = 40


def holes(page: Page) -> Iterator[str]:
    """As a page opens it keeps no room, or that of one line, for what cannot be seen."""
    for part in page.body.findChildren(QWidget):
        above = part.parentWidget()
        keeps = part.isHidden() and part.sizePolicy().retainSizeWhenHidden()
        if keeps and above is not None and above.isVisible() and part.height() > theme.px(_A_LINE):
            yield f"{part.height()} pixels are kept for {say(part)}, which cannot be seen"


def heading_again(page: Page) -> Iterator[str]:
    """What stands first beneath the heading does not begin as the heading does."""
    labels = [each for each in page.body.findChildren(PlainLabel) if each.isVisible()]
    heading = next((each for each in labels if isinstance(each, Heading) and each.level == 1), None)
    if heading is None:
        return
    below = [each for each in labels if box_of(page, each).top() > box_of(page, heading).bottom()]
    first = " ".join(re.findall(r"\w+", heading.words())[:2]).lower()
    for label in sorted(below, key=lambda each: box_of(page, each).top())[:2]:
        if " ".join(re.findall(r"\w+", label.words())[:2]).lower() == first:
            yield f"{label.words()!r} begins as the heading does"


def days_again(page: Page) -> Iterator[str]:
    """A number of days is said once on a page."""
    labels = [each.words() for each in page.body.findChildren(PlainLabel) if each.isVisible()]
    said = [number for words in labels for number in re.findall(r"\b\d+ days\b", words)]
    yield from (f"{each} is said {said.count(each)} times" for each in set(said) if said.count(each) > 1)


def covered(page: Page) -> Iterator[str]:
    """At large text a line covers no words of a child and no main button."""
    parts: list[QWidget] = [*page.findChildren(ChildsWords), *page.findChildren(Button)]
    for rail in [each for each in page.findChildren(Rail) if each.isVisible() and each.lies == Lies.LINE]:
        line = box_of(page, rail)
        for part in parts:
            if not part.isVisible() or rail.isAncestorOf(part):
                continue
            if isinstance(part, Button) and part.kind() != "main":
                continue
            box = box_of(page, part)
            if box.top() < line.top() <= box.bottom() or box.top() <= line.bottom() < box.bottom():
                yield f"a line covers {say(part)}"


def feet(page: Page) -> Iterator[str]:
    """What a form is filled in for stays in sight, also with every button that may come to stand beside it."""
    for foot in [each for each in page.findChildren(Foot) if each.isVisible()]:
        hidden = [each for each in foot.findChildren(Button) if each.isHidden()]
        for button in hidden:
            button.show()
        settle()
        if foot.lies != Lies.LINE:
            yield f"{say(foot.findChildren(Button)[0])} is only at the end of its page"
        for button in hidden:
            button.hide()
        settle()


def box_of(page: Page, part: QWidget) -> QRect:
    """Where this lies on the page."""
    return QRect(part.mapTo(page, QPoint(0, 0)), part.size())


CHECKS: dict[str, Callable[[Page], Iterator[str]]] = {
    "paper fills what is there, and Print is in sight": paper,
    "at least half of the window is paper where one is read": paper_that_is_read,
    "what a page is filled in for is in sight": main_button,
    "every column ends at the same edge": ends_of_cards,
    "a card that says nothing but its heading is one line": folded_cards,
    "what is beneath the heading does not begin as it does": heading_again,
    "a number of days is said once": days_again,
    "no page scrolls further than to its last part": scrolls_into_nothing,
    "every card among others says what it is about": cards_without_a_heading,
    "no room is kept for what cannot be seen": holes,
    "words come in three sizes and two weights at most": sizes_and_weights,
}
"""Each with what it asks, in the words that a test which finds something says."""
