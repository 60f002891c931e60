"""The child's part as a stage: what never moves, what fits without scrolling, and how little has to be pressed."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import childs_kept_words, household, planning
from tests import builders
from tests.builders import do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.asking import AskStep
from ui.child_mode.beginning import DoorsStep, StartStep
from ui.child_mode.ending import EndStep
from ui.child_mode.own_words import OwnWordsStep
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme

Show = Callable[[Any], Any]
SCREENS = ((1366, 768), (1024, 700))
TITLE_BAR = 28
STAYS = ("Next", "Skip", "Not sure", "Go back", "Stop for now", "Talk to someone else", "Read it to me")


class Counting(Child):
    """A child whose touches are counted."""

    touches = 0

    def press(self, *words: str) -> None:
        self.touches += len(words)
        super().press(*words)


@pytest.fixture
def enter(
    house: House, show: Show, vault: Vault, qapp: QApplication
) -> Iterator[Callable[[str, tuple[int, int]], Counting]]:
    """Into the room at its usual text, in a window as big as the screen."""
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))

    def _enter(age: str, screen: tuple[int, int]) -> Counting:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(screen[0], screen[1] - TITLE_BAR)
        settle()
        return Counting(page)

    yield _enter
    theme.apply(qapp, theme.Look())


def to_the_last_page(child: Counting, answers: int) -> Iterator[str]:
    """Through the room as a child goes who gives so many short answers, and passes over the rest."""
    while isinstance(child.step, StartStep):
        yield child.step.accessibleName()
        child.press("Next")
    yield child.step.accessibleName()
    by = child.room.sitting.age_set.by
    child.press(TOGETHER if by == "cards" else ALONE)
    given = 0
    while not isinstance(child.step, EndStep):
        yield child.step.accessibleName()
        buttons = child.buttons()
        if isinstance(child.step, AskStep | OwnWordsStep) and given < answers and by != "cards":
            given += 1
            offers = child.step.question.offers if isinstance(child.step, AskStep) else ()
            if offers:
                child.press(offers[0])
            elif "Good" in buttons:
                child.press("Good")
            else:
                child.write("I like art.")
            child.press("Next")
        elif "I like it" in buttons:
            child.press("I like it" if given % 2 else "I don’t like it")
            given += 1
        elif isinstance(child.step, ReadBackStep) and "Put it on my sheet" in buttons:
            child.press("Put it on my sheet", "Next")
        else:
            ways = ("Put them all on my sheet", "Skip", "Next")
            child.press(next(each for each in ways if each in buttons))
    yield child.step.accessibleName()


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", [asked.key for asked in age_sets()])
def test_the_ways_never_move_and_nothing_scrolls_at_the_usual_text(
    enter: Callable[[str, tuple[int, int]], Counting], age: str, screen: tuple[int, int]
) -> None:
    """With three short answers, in a small window with two. Who says more may have to scroll what is read back."""
    child = enter(age, screen)
    places: dict[str, set[tuple[int, int]]] = {}
    scrolls = []
    for name in to_the_last_page(child, 3 if screen == SCREENS[0] else 2):
        for way in (*child.room.top.items(), *child.step.ways_row.items()):
            if way.isVisible() and way.words() in STAYS:
                at = way.mapTo(child.page, QPoint(0, 0))
                places.setdefault(way.words(), set()).add((at.x(), at.y()))
        if child.step.body.verticalScrollBar().maximum() > 0 or child.step.more.isVisible():
            scrolls.append((name, child.step.body.verticalScrollBar().maximum()))
    assert {words: at for words, at in places.items() if len(at) > 1} == {}
    assert set(STAYS) - {"Not sure"} <= places.keys()
    assert scrolls == []


@pytest.mark.parametrize(("age", "answers"), [("3_to_6", 6), ("7_to_10", 6)])
def test_from_entering_to_keep_a_child_touches_less_than_25_times_for_six_answers(
    enter: Callable[[str, tuple[int, int]], Counting], vault: Vault, age: str, answers: int
) -> None:
    child = enter(age, SCREENS[0])
    pages = list(to_the_last_page(child, answers))
    child.press("Keep")
    said = read(vault, childs_kept_words.kept_words, 1)
    assert len(said) == (2 if age == "3_to_6" else answers), "the cards are kept a pile at a time"
    assert all(one.on_sheet for one in said)
    assert child.touches < 25, pages


def test_where_one_is_is_said_in_words_and_to_a_listener_and_never_as_a_score(
    enter: Callable[[str, tuple[int, int]], Counting],
) -> None:
    child = enter("7_to_10", SCREENS[0])
    assert child.room.top.where.words.words() == "1 of 4"
    child.press("Next", "Next", "Next", "Next")
    assert isinstance(child.step, DoorsStep)
    assert not child.room.top.where.isVisible()
    child.press(ALONE, "Skip", "Skip")
    at = child.room.top.where.words.words()
    assert at.startswith("3 of ")
    assert child.step.accessibleDescription() == at
    child.press("Next")
    assert child.room.top.where.words.words().startswith("4 of "), "also where nothing was said"
    child.press("Talk to someone else")
    assert not child.room.top.where.isVisible()
