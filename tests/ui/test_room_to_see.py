"""The child's part, page by page: what is in sight as one comes to it, and that nothing is decided unseen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from carer_app.choices import Share, TakingPart, WhoSays
from carer_app.sitting import COMING, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.asking import AskStep
from ui.child_mode.beginning import StartStep
from ui.child_mode.ending import EndStep
from ui.child_mode.leaving import NotTodayStep
from ui.child_mode.read_back_card import ReadBackCard
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.picture import DrawnPicture, PictureButton
from ui.widgets.text import Heading, PlainLabel

Show = Callable[[Any], Any]
Enter = Callable[..., Child]
AGES = ("3_to_6", "7_to_10", "11_to_16")
SCREENS = ((1366, 768), (1024, 700))
TITLE_BAR = 28
FEW_WORDS = 26


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication) -> Iterator[Enter]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)

    def _enter(age: str, screen: tuple[int, int] = SCREENS[0], bigger: int = 100) -> Child:
        theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE * bigger // 100))
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(screen[0], screen[1] - TITLE_BAR)
        settle()
        return Child(page)

    yield _enter
    theme.apply(qapp, theme.Look())


def scrolls(child: Child) -> bool:
    return child.step.body.verticalScrollBar().maximum() > 0 or child.step.more.isVisible()


def is_whole(child: Child, widget: QWidget) -> bool:
    """Whether all of it lies in the page, with nothing over it."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def has_said_all(child: Child) -> Sitting:
    """Everything that can be said at this age, with a short answer each."""
    sitting = child.room.sitting
    sitting.ways = ["asked", "day"]
    if sitting.age_set.by == "cards":
        for number, key in enumerate(("friends", "lunch", "noise")):
            sitting.cards[key] = child_marks()[number]
    for question in (*sitting.questions(), *sitting.day()):
        sitting.say(question.key, f"My words about {question.short}.")
    sitting.coming, sitting.who = TakingPart.PART, WhoSays.CARER
    return sitting


def child_marks() -> tuple[Any, ...]:
    from carer_app.sitting import PILES

    return tuple(PILES)


def lines_of(child: Child) -> list[str]:
    cards = [each for each in child.step.findChildren(ReadBackCard) if each.isVisible()]
    return [line.words() for card in cards for line in card.lines]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_all_that_was_said_is_in_sight_page_by_page_and_nothing_is_passed_by(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen)
    child.press(TOGETHER if age == "3_to_6" else ALONE)
    sitting = has_said_all(child)
    child.room.finish()
    settle()
    seen, pages = list[str](), 0
    while isinstance(child.step, ReadBackStep):
        assert not scrolls(child), child.room.top.where.words.words()
        seen += lines_of(child)
        pages += 1
        assert child.step.where() == (pages, child.step.of_all)
        last = child.step
        child.press("Next")
    assert pages == last.of_all
    assert [line for thing in sitting.things() for line in thing.lines()] == seen[:-1] or [
        line for thing in sitting.things() for line in thing.lines()
    ] == seen[:-2], "each once, in its order; then coming, and who says it"
    child.press("Go back")
    assert isinstance(child.step, ReadBackStep)
    for page in range(pages, 0, -1):
        assert child.step.where() == (page, pages)
        child.press("Go back")


def test_the_youngest_are_asked_about_all_of_it_where_the_last_of_it_stands(enter: Enter) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER)
    has_said_all(child)
    child.room.finish()
    settle()
    while isinstance(child.step, ReadBackStep):
        is_last = child.step.where()[0] == child.step.of_all
        assert ("Put it on my sheet" in child.buttons()) is is_last
        if is_last:
            assert lines_of(child), "beside some of what it is about"
            assert is_whole(child, child.buttons()["Put it on my sheet"])
        child.press("Next")


@pytest.mark.parametrize("age", AGES[1:])
def test_what_is_put_on_the_sheet_at_one_press_stands_there_word_for_word(enter: Enter, age: str) -> None:
    child = enter(age)
    child.press(ALONE)
    sitting = has_said_all(child)
    child.room.finish()
    settle()
    while "Put them all on my sheet" not in child.buttons():
        child.press("Next")
    for thing in sitting.unsaid():
        assert thing.words in child.sees()
    ways = ("Put them all on my sheet", "Keep them all off my sheet", "Choose one by one")
    buttons = [child.buttons()[each] for each in ways]
    assert all(is_whole(child, each) for each in buttons)
    assert len({each.height() for each in buttons}) == 1, "none is larger"
    child.press("Choose one by one")
    assert isinstance(child.step, ReadBackStep)
    assert child.step.where()[0] == 1
    assert sitting.unsaid() == sitting.things(), "to go there decides nothing"


def to_what_nobody_decided(child: Child, answer: str) -> Sitting:
    """All that can be said, with these words for each, up to where it is asked what goes on the sheet."""
    child.press(ALONE)
    sitting = has_said_all(child)
    for question in (*sitting.questions(), *sitting.day()):
        sitting.say(question.key, answer)
    child.room.finish()
    settle()
    while "Put them all on my sheet" not in child.buttons():
        child.press("Next")
    return sitting


@pytest.mark.parametrize("age", AGES[1:])
def test_what_goes_on_the_sheet_is_seen_at_once_in_the_usual_text(enter: Enter, age: str) -> None:
    child = enter(age)
    to_what_nobody_decided(child, "They help me when I count to ten.")
    assert not scrolls(child)
    assert child.step.body.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("bigger", [100, 150, 200])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES[1:])
def test_no_words_go_on_the_sheet_that_one_has_not_come_by(
    enter: Enter, age: str, screen: tuple[int, int], bigger: int
) -> None:
    """What decides about all of them is in sight together with all of them, or stands below the last."""
    child = enter(age, screen, bigger)
    to_what_nobody_decided(child, "The toilets. Somebody waits there and pushes me, and nobody sees it.")
    said = [each for each in child.step.findChildren(PlainLabel) if "The toilets" in each.words()]
    assert said
    put = child.buttons()["Put them all on my sheet"]
    if not all(is_whole(child, each) for each in said):
        page = child.step.body.widget()
        assert page is not None
        assert page.isAncestorOf(put)
        last = max(each.mapTo(page, QPoint(0, each.height())).y() for each in said)
        assert put.mapTo(page, QPoint(0, 0)).y() >= last


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_at_twice_the_text_nothing_is_kept_or_rubbed_out_before_it_was_told_who_can_read_it(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen, 200)
    child.press(TOGETHER)
    has_said_all(child)
    child.press("Stop for now")
    _comes_after_the_words(child, "Rub it all out")
    child.press("Rub it all out")
    _comes_after_the_words(child, "Yes, rub it all out")
    child.press("Go back", "Go back")
    child.room.finish()
    while not isinstance(child.step, EndStep):
        child.press("Next")
    _comes_after_the_words(child, "Keep")


def _comes_after_the_words(child: Child, press: str) -> None:
    button, page = child.buttons()[press], child.step.body.widget()
    told = [each for each in child.step.to_read() if each.isVisible()]
    if not all(is_whole(child, each) for each in told):
        assert page is not None
        assert page.isAncestorOf(button), press
        last = max(each.mapTo(page, QPoint(0, each.height())).y() for each in told)
        assert button.mapTo(page, QPoint(0, 0)).y() >= last


@pytest.mark.parametrize("age", AGES)
def test_stop_on_a_first_page_asks_before_the_computer_is_locked(enter: Enter, age: str) -> None:
    child = enter(age)
    left = list[bool]()
    child.room.outside.leave = lambda: left.append(True)  # type: ignore[method-assign]
    child.press("Stop for now")
    assert isinstance(child.step, NotTodayStep)
    child.press("Go back")
    assert isinstance(child.step, StartStep)
    child.press("Next", "Stop for now")
    assert left == []
    child.press("Stop for now")
    assert left == [True], "asked once is enough"


def test_where_one_is_counts_the_questions_and_begins_anew_for_the_day_and_the_meeting(enter: Enter) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    told = list[str]()
    while not isinstance(child.step, ReadBackStep):
        told.append(child.room.top.where.words.words())
        if child.room.top.where.isVisible():
            assert child.room.top.where.words.x() > 0, "with its marks"
        buttons = child.buttons()
        if "My day, too" in buttons:
            child.press("My day, too")
        else:
            child.press("Skip" if "Skip" in buttons else "Next")
    asked = [f"{number} of 8" for number in range(1, 9)]
    day = [f"{number} of 5" for number in range(1, 6)]
    assert told[:13] == [*asked, *day]
    assert told[13].startswith("1 of ")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_youngest_begin_with_two_large_pictures(enter: Enter, screen: tuple[int, int]) -> None:
    child = enter("3_to_6", screen)
    while TOGETHER not in child.buttons():
        child.press("Next")
    doors = [each for each in child.step.findChildren(PictureButton) if each.isVisible()]
    assert [each.words() for each in doors] == [TOGETHER, ALONE]
    assert all(each.has_picture and each.height() > 200 for each in doors)
    assert "On paper" not in child.buttons()
    child.press("Other ways")
    assert {"On paper", "My school day"} <= child.buttons().keys()
    assert not scrolls(child)


def test_the_youngest_are_told_a_few_words_a_page(enter: Enter) -> None:
    child = enter("3_to_6")
    while isinstance(child.step, StartStep):
        labels = [each.words() for each in child.step.to_read()]
        assert len(" ".join(labels).split()) <= FEW_WORDS, labels
        child.press("Next")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_whom_to_talk_to_is_in_sight_and_danger_first(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen)
    child.press("Talk to someone else")
    assert not scrolls(child)
    said = child.sees()
    for each in ("999", "0800 1111", "Or talk to"):
        assert each in said
    if "0800 528 0731" not in said:
        child.press("More numbers")
        assert not scrolls(child)
        assert "0800 528 0731" in child.sees()
        child.press("Go back")
    child.press("Go back")
    assert isinstance(child.step, StartStep)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_whole_pack_is_seen_without_scrolling(enter: Enter, screen: tuple[int, int]) -> None:
    child = enter("3_to_6", screen)
    child.press(TOGETHER, "I like it", "I like it", *["I like it", "In between", "I don’t like it"] * 2)
    assert not scrolls(child)
    child.press("Take another card")
    seen = set[str]()
    while True:
        assert not scrolls(child)
        seen |= {each.words() for each in child.step.findChildren(PictureButton)}
        if "More cards" not in child.buttons():
            break
        child.press("More cards")
    assert len(seen) == 18
    while child.step.accessibleName() == "Take another card":
        child.press("Go back")
    assert child.step.accessibleName() == "These are your cards"


@pytest.mark.parametrize("age", AGES[1:])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_at_twice_the_text_a_question_is_whole_and_an_answer_is_in_sight(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen, 200)
    child.press(ALONE)
    while not isinstance(child.step, ReadBackStep):
        heading = child.step.findChildren(Heading)[0]
        assert is_whole(child, heading), heading.words()
        if isinstance(child.step, AskStep):
            answers = [*child.step.marks.values(), *child.step.offers.offers, child.step.text]
            assert any(_begins_in_sight(child, each) for each in answers if each.isVisible()), heading.words()
        child.press("Next")


def _begins_in_sight(child: Child, part: QWidget) -> bool:
    seen = part.visibleRegion().boundingRect()
    return seen.top() == 0 and seen.height() >= min(part.height(), 44)


def test_skip_skips_on_every_page_that_has_it(enter: Enter) -> None:
    """What stands in its place leads nowhere else: whoever presses it by habit is not sent into other pages."""
    child = enter("11_to_16")
    child.press(ALONE)
    first = child.buttons()["Skip"].mapTo(child.page, QPoint(0, 0))
    assert "My day, too" in child.buttons()
    child.press("Skip")
    at_first = [
        words
        for words, button in child.buttons().items()
        if button.mapTo(child.page, QPoint(0, 0)) == first and words != "Skip"
    ]
    assert at_first == []
    assert child.room.sitting.ways == ["asked"]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_the_people_and_the_end_have_pictures_where_they_are_wanted(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen)
    child.press(TOGETHER)
    wanted = age != "11_to_16"

    def looked_at() -> None:
        assert bool(child.step.findChildren(DrawnPicture)) is wanted, child.step.accessibleName()
        assert not scrolls(child), child.step.accessibleName()

    has_said_all(child)
    child.press("Stop for now")
    looked_at()
    child.press("Rub it all out")
    looked_at()
    child.press("Go back", "Go back")
    child.room.go_to_asked(COMING)
    child.press("Who is there?")
    looked_at()
    child.press("Go back")
    child.room.sitting.share_all = Share.SHEET
    for thing in child.room.sitting.unsaid():
        child.room.sitting.decide(thing.key, Share.SHEET)
    child.room.finish()
    while not isinstance(child.step, EndStep):
        child.press("Next")
    looked_at()
    child.press("Keep")
    looked_at()


@pytest.mark.parametrize("age", AGES)
def test_words_in_the_middle_have_each_line_there(enter: Enter, age: str) -> None:
    child = enter(age, (1024, 700), 150)
    while TOGETHER not in child.buttons():
        child.press("Next")
    heading = child.step.findChildren(Heading)[0]
    picture = heading.grab().toImage()
    ground = picture.pixelColor(0, 0)
    columns = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]
    assert abs(columns[0] - (picture.width() - 1 - columns[-1])) <= 6


def test_nothing_that_can_be_pressed_is_only_words_where_a_picture_helps(enter: Enter) -> None:
    child = enter("7_to_10")
    while TOGETHER not in child.buttons():
        child.press("Next")
    here: dict[str, QAbstractButton] = child.buttons()
    for door in (TOGETHER, ALONE):
        assert isinstance(here[door], PictureButton)
    assert all(isinstance(each, PlainLabel) for each in child.step.to_read())
