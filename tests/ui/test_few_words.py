"""The child's part: a few words for the youngest and the rest for who reads out, and what lies where on small screens
and in big words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from carer_app.choices import ChildMark, Role, TakingPart
from carer_app.sitting import COMING, TABLE, WHO, BookPage
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.afterwards import BookStep
from ui.child_mode.asking import AskStep
from ui.child_mode.doors import OtherWaysStep
from ui.child_mode.ending import EndStep
from ui.child_mode.grown_up import GrownUpWords
from ui.child_mode.own_words import OwnWordsStep
from ui.child_mode.reading_back import ReadBackStep
from ui.child_mode.school_day import DayStep, SchoolDayStrip
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.field import Field
from ui.widgets.picture import PictureButton
from ui.widgets.text import Heading, PlainLabel

Show = Callable[[Any], Any]
Enter = Callable[..., Child]
AGES = [asked.key for asked in age_sets()]
SCREENS = ((1366, 768), (1024, 700))
TITLE_BAR = 28
OF_A_HEADING, OF_A_PAGE = 6, 12
"""Words: a heading of the youngest, and all on a page of theirs that is neither a button nor read out to them."""


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication) -> Iterator[Enter]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    for name, role in (("Ms Ali", Role.SOCIAL_WORKER), ("Mr Fox", Role.TEACHER)):
        do(vault, planning.add_attendee, meeting, name, role)

    def _enter(age: str, screen: tuple[int, int] = SCREENS[0], bigger: int = 100) -> Child:
        theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE * bigger // 100))
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(screen[0], screen[1] - TITLE_BAR)
        settle()
        return Child(page)

    yield _enter
    theme.apply(qapp, theme.Look())


def seen(widget: QWidget, kind: Any) -> list[Any]:
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def through_the_room(child: Child) -> Iterator[str]:
    """Each page of a whole sitting, and those beside it; the first answer is taken on each."""
    beside = {
        "Other ways",
        "My school day",
        "Who is there?",
        "Where do I sit?",
        "Stop for now",
        "Talk to someone else",
    }
    done = set[str]()
    for _page in range(60):
        yield child.step.accessibleName()
        here = child.buttons()
        aside = next((each for each in beside - done if each in here), None)
        if aside is not None:
            done.add(aside)
            child.press(aside)
        elif isinstance(child.step, EndStep):
            child.press("Keep")
            yield child.step.accessibleName()
            return
        else:
            known = (TOGETHER, "I like it", "Put it on my sheet", "Next", "Go back")
            wanted = [each for each in known if each in here and each not in done]
            done |= {"Put it on my sheet"} & set(wanted[:1])
            if TOGETHER in here and child.step.accessibleName() == "My school day":
                wanted = ["Go back"]
            child.press(wanted[0])
    raise AssertionError(f"no way out of {child.step.accessibleName()!r}")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_the_youngest_see_a_few_words_and_the_rest_is_read_out_to_them(
    enter: Enter, screen: tuple[int, int]
) -> None:
    child = enter("3_to_6", screen)
    pages = list[str]()
    for name in through_the_room(child):
        pages.append(name)
        if isinstance(child.step, ReadBackStep):  # their own words
            continue
        [heading, *_] = seen(child.step, Heading)
        assert heading.words() == name
        assert len(name.split()) <= OF_A_HEADING or name == "Shall the grown-ups at the talk see it?", name
        apart = [line for place in seen(child.step, GrownUpWords) for line in seen(place, PlainLabel)]
        told = [each for each in child.step.to_read() if each.isVisible()]
        theirs = [each.words() for each in told if each not in apart]
        if name not in ("Who may be at the talk", "Talk to someone else"):
            assert len(" ".join(theirs).split()) <= OF_A_PAGE + (8 if name.startswith("Keep it") else 0), (
                theirs
            )
    assert {"Talk about school", "Who can see?", "Tell a grown-up", "You can stop", "Other ways"} <= set(
        pages
    )
    assert {"What helps", "Come to the talk?", "Keep it, or rub it out?", "That was all. Thank you."} <= set(
        pages
    )


def test_what_is_read_out_is_read_by_the_voice_and_what_is_read_out_alone_is_not(enter: Enter) -> None:
    child = enter("3_to_6")
    [place] = seen(child.step, GrownUpWords)
    whose, *lines = seen(place, PlainLabel)
    assert whose.words() == "Grown-up:"
    assert whose not in child.step.to_read()
    assert set(lines) <= set(child.step.to_read())


def test_only_the_youngest_have_a_place_for_who_reads_out(enter: Enter) -> None:
    for age in AGES[1:]:
        child = enter(age)
        assert seen(child.step, GrownUpWords) == []


def test_from_another_way_one_comes_back_to_where_it_is_offered(enter: Enter) -> None:
    child = enter("3_to_6")
    while TOGETHER not in child.buttons():
        child.press("Next")
    child.press("Other ways")
    for way in ("My school day", next(each for each in child.buttons() if each.startswith("I’d rather"))):
        child.press(way, "Go back")
        assert isinstance(child.step, OtherWaysStep)
    child = enter("7_to_10")
    while TOGETHER not in child.buttons():
        child.press("Next")
    child.press("My school day", "Go back")
    assert TOGETHER in child.buttons()
    assert child.step.accessibleName() == "How do you want to do it?"


@pytest.mark.parametrize("bigger", [100, 200])
@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_where_one_is_has_a_mark_for_each_step_on_small_screens_too(
    enter: Enter, age: str, screen: tuple[int, int], bigger: int
) -> None:
    child = enter(age, screen, bigger)
    child.press(TOGETHER)
    for _page in range(60):
        if isinstance(child.step, EndStep):
            break
        where = child.room.top.where
        if where.isVisible():
            assert where.has_marks, where.words.words()
            assert where.words.geometry().bottom() < where.height()
        child.press("Skip" if "Skip" in child.buttons() else "Next")


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES[:2])
def test_in_big_words_the_box_lies_right_below_its_name(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen, 200)
    child.press(TOGETHER)
    asked = 0
    for _page in range(40):
        if isinstance(child.step, ReadBackStep | EndStep):
            break
        for field in seen(child.step, Field) if isinstance(child.step, AskStep | DayStep) else []:
            asked += 1
            label, box = field.label_on_top(), child.step.text
            assert label.height() >= label.heightForWidth(label.width()), "not cut"
            below = label.mapTo(child.step, QPoint(0, label.height())).y()
            assert box.mapTo(child.step, QPoint(0, 0)).y() - below <= theme.px(30), (
                child.step.accessibleName()
            )
            assert box.width() >= child.room.width() * 0.27, "wide enough for a few words"
        child.press("Skip" if "Skip" in child.buttons() else "Next")
    assert asked >= 2


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES[:2])
def test_the_marks_and_the_strip_of_a_school_day_have_their_edges_in_common(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen)
    child.press(TOGETHER)
    child.room.take_way("day")
    child.room.go_to_asked(child.room.sitting.day()[0].key)
    settle()
    assert isinstance(child.step, DayStep)
    [strip] = seen(child.step, SchoolDayStrip)
    parts = seen(strip, PictureButton)
    marks = list(child.step.marks.values())
    assert _left(child, parts[0]) == _left(child, marks[0])
    ends = [_left(child, each) + each.width() for each in (parts[-1], child.step.text)]
    assert abs(ends[0] - ends[1]) <= len(parts)


def _left(child: Child, widget: QWidget) -> int:
    return widget.mapTo(child.step, QPoint(0, 0)).x()


def test_a_mark_is_said_as_it_is_where_it_is_decided_about(enter: Enter) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    sitting = child.room.sitting
    sitting.answer("playtimes").mark = ChildMark.DOWN
    sitting.say("going_well", "Art.")
    sitting.choose("going_well", "friends", True)
    child.room.finish()
    while "Put them all on my sheet" not in child.buttons():
        child.press("Next")
    said = child.sees()
    assert "Chose:" not in said
    assert "Playtimes and lunch: Hard" in said
    assert "Going well: friends. “Art.”" in said


def test_what_is_opened_of_the_rest_stands_above_what_is_not(enter: Enter) -> None:
    child = enter("11_to_16", SCREENS[1])
    child.press(ALONE, "Next", "I want to say more")
    assert isinstance(child.step, OwnWordsStep)
    closed = child.step.closed  # type: ignore[attr-defined]
    first, *others = closed.values()
    first.click()
    settle()
    [box] = child.step.boxes.values()
    assert box.visibleRegion().boundingRect() == box.rect(), "in sight"
    assert all(_top(child, each) > _top(child, box) for each in others)


def _top(child: Child, widget: QWidget) -> int:
    return widget.mapTo(child.step, QPoint(0, 0)).y()


@pytest.mark.parametrize("age", AGES[:2])
def test_the_table_is_whole_in_big_words(enter: Enter, age: str) -> None:
    child = enter(age, SCREENS[0], 200)
    child.press(TOGETHER)
    child.room.sitting.coming = TakingPart.PART
    child.room.go_to_asked(TABLE)
    settle()
    table = child.step.table  # type: ignore[attr-defined]
    assert table.visibleRegion().boundingRect() == table.rect()


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("age", AGES)
def test_a_page_of_the_book_that_is_full_goes_on_and_every_line_of_it_is_seen(
    enter: Enter, age: str, screen: tuple[int, int]
) -> None:
    child = enter(age, screen)
    lines = tuple(
        f"Number {number}: a quiet place at lunch, and I want to do art with Mr Fox on Fridays after school."
        for number in range(9)
    )
    heading = "The meeting on Saturday 28 February 2026"
    book = [BookPage(heading, lines, drawing="coming_all"), BookPage("Letters", ("Dear Mia,",))]
    child.room.outside.book = lambda: book  # type: ignore[method-assign]
    child.room.show_step(BookStep)
    settle()
    seen, pages = list[str](), 0
    for _page in range(9):
        pages += 1
        assert isinstance(child.step, BookStep)
        assert child.step.where()[0] == pages
        assert child.step.body.verticalScrollBar().maximum() == 0
        seen += [each.words() for each in child.step.to_read() if each.words() in (*lines, "Dear Mia,")]
        if "Next" not in child.buttons():
            break
        child.press("Next")
    assert seen == [*lines, "Dear Mia,"]
    assert child.step.where() == (pages, pages)


@pytest.mark.parametrize("age", AGES[:2])
def test_in_very_big_words_on_a_small_screen_an_answer_stands_right_below_what_is_asked(
    enter: Enter, age: str
) -> None:
    child = enter(age, SCREENS[1], 200)
    child.press(TOGETHER)
    for key in (COMING, WHO) if age == "7_to_10" else (COMING,):
        child.room.go_to_asked(key)
        settle()
        first = seen(child.step, PictureButton)[0]
        assert first.visibleRegion().boundingRect() == first.rect(), child.step.accessibleName()
