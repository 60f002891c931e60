"""What a child said, read back: on how few pages, and what the icons on its cards are."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from carer_app.choices import ChildMark, TakingPart, WhoSays
from carer_app.sitting import MY_DAY, PILES
from carer_app.storage.vault import Vault
from carer_app.texts.cards import first_six
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.read_back_card import IconButton, OnMySheet, ReadBackCard
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.icon_only import IconOnly
from ui.widgets.tag import Tag

Show = Callable[[Any], Any]
Enter = Callable[..., Child]
AGES = ("3_to_6", "7_to_10", "11_to_16")
ANSWERS = (
    "They help me when I count to ten.",
    "The toilets. Jayden waits there and pushes me.",
    "I like art with Mr Fox.",
)


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication) -> Iterator[Enter]:
    """Where all that was said in a full sitting is read back."""
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)

    def _enter(age: str, screen: tuple[int, int] = (1366, 740), bigger: int = 100) -> Child:
        theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE * bigger // 100))
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(*screen)
        settle()
        child = Child(page)
        child.press(TOGETHER if age == "3_to_6" else ALONE)
        say_it_all(child)
        child.room.finish()
        settle()
        return child

    yield _enter
    theme.apply(qapp, theme.Look())


def say_it_all(child: Child) -> None:
    """Six cards, every question, each part of the day, and coming."""
    sitting = child.room.sitting
    child.room.take_way(MY_DAY)
    marks = list(PILES)
    if sitting.age_set.by == "cards":
        for number, card in enumerate(first_six()):
            sitting.cards[card.key] = marks[number % 3]
    for number, question in enumerate(sitting.questions()):
        if question.offers and number % 2 == 0:
            sitting.choose(question.key, question.offers[0], True)
        else:
            sitting.say(question.key, ANSWERS[number % 3])
    for number, question in enumerate(sitting.day()):
        sitting.answer(question.key).mark = marks[number % 3]
        if number == 3:
            sitting.say(question.key, "Too loud.")
    sitting.coming = TakingPart.PART
    if sitting.age_set.by != "cards":
        sitting.who = WhoSays.CARER


def rests_on(button: QWidget) -> None:
    """The mouse rests there."""
    at = button.rect().center()
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at)))


def cards(child: Child) -> list[ReadBackCard]:
    return [each for each in child.step.findChildren(ReadBackCard) if each.isVisible()]


@pytest.mark.parametrize(
    ("age", "screen", "most"),
    [
        ("3_to_6", (1366, 740), 1),
        ("7_to_10", (1366, 740), 2),
        ("11_to_16", (1366, 740), 2),
        ("3_to_6", (1024, 672), 2),
        ("7_to_10", (1024, 672), 3),
        ("11_to_16", (1024, 672), 2),
    ],
)
def test_a_full_sitting_is_read_back_on_few_pages(
    enter: Enter, age: str, screen: tuple[int, int], most: int
) -> None:
    child = enter(age, screen)
    seen, pages = 0, 0
    while isinstance(child.step, ReadBackStep):
        assert child.step.body.verticalScrollBar().maximum() == 0
        seen += sum(len(card.lines) for card in cards(child))
        pages += 1
        child.press("Next")
    sitting = child.room.sitting
    said = sum(len(thing.lines()) for thing in sitting.things())
    assert seen == said + (1 if age == "3_to_6" else 2)
    assert pages <= most


@pytest.mark.parametrize("bigger", [100, 150, 200])
@pytest.mark.parametrize("age", AGES)
def test_a_card_is_as_high_as_was_reckoned_before_it_was_made_and_none_of_its_words_is_cut(
    enter: Enter, age: str, bigger: int
) -> None:
    child = enter(age, (1366, 740), bigger)
    for card in cards(child):
        assert card.height() == card.heightForWidth(card.width())
        for label in card.texts:
            assert label.heightForWidth(label.width()) <= label.height(), label.words()
            assert card.rect().contains(label.geometry()), label.words()


@pytest.mark.parametrize("bigger", [100, 200])
@pytest.mark.parametrize("age", AGES)
def test_an_icon_alone_has_its_word_once_on_the_page_and_is_heard_and_large(
    enter: Enter, age: str, bigger: int
) -> None:
    child = enter(age, (1366, 740), bigger)
    named = {tag.words() for tag in child.step.findChildren(Tag) if tag.isVisible()}
    alone = [each for each in child.step.findChildren(IconOnly) if each.isVisible()]
    assert {each.words() for each in alone} == named
    names = [each.accessibleName() for each in alone]
    assert len(set(names)) == len(names)
    for each in alone:
        assert each.accessibleName().startswith(f"{each.words()}: ")
        described = QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Description)
        assert not described, "it is heard once"
        rests_on(each)
        assert QToolTip.text() == each.words()
        assert min(each.width(), each.height()) >= 64


def test_on_the_sheet_is_seen_by_its_sign_and_heard(enter: Enter) -> None:
    child = enter("7_to_10")
    button = child.step.findChildren(OnMySheet)[0]
    off = button.grab().toImage()
    assert not QAccessible.queryAccessibleInterface(button).state().checked
    button.click()
    settle()
    assert QAccessible.queryAccessibleInterface(button).state().checked
    assert child.room.sitting.on_sheet() == 1
    assert button.grab().toImage() != off
    assert button.words() == "On my sheet"


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_where_the_keyboard_is_the_drawing_is_as_plain_as_before(
    enter: Enter, qapp: QApplication, colours: theme.Colours
) -> None:
    child = enter("7_to_10")
    theme.apply(qapp, theme.Look(colours, theme.CHILD_SCALE))
    settle()
    ear = next(
        each for each in child.step.findChildren(IconOnly) if each.isVisible() and each.words() == "Read it"
    )
    middle = ear.rect().adjusted(12, 12, -12, -12)
    before = ear.grab(middle).toImage()
    edge = ear.grab().toImage()
    ear.ring.key_used()
    assert ear.grab(middle).toImage() == before
    assert ear.grab().toImage() != edge


def test_the_school_day_of_the_youngest_is_one_card_of_which_each_part_can_be_changed(enter: Enter) -> None:
    child = enter("3_to_6")
    [day] = (card for card in cards(child) if len(card.lines) == 5)
    sitting = child.room.sitting
    parts = [question.short for question in sitting.day()]
    [change] = (each for each in day.findChildren(IconButton) if each.words() == "Change it")
    change.click()
    settle()
    assert set(parts) <= child.buttons().keys()
    child.press("Leave it")
    assert not set(parts) & child.buttons().keys()
    change.click()
    settle()
    child.press(parts[2])
    assert sitting.day()[2].words == child.step.accessibleName()
    child.press("Back to what I said")
    assert isinstance(child.step, ReadBackStep)
    [day] = (card for card in cards(child) if len(card.lines) == 5)
    day.findChildren(IconButton)[0].click()
    settle()
    child.press("Rub it out")
    assert all(sitting.said.get(question.key) is None for question in sitting.day())
    assert ChildMark.UP in sitting.cards.values(), "and nothing else is"
