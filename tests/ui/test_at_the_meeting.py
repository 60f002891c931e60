"""Coming to the meeting: who may be there, where I sit, a sign for stopping; and not coming is as easy."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.choices import Coming, Role, Share, WhoSays
from carer_app.seats import ME
from carer_app.sitting import AtMeeting, Sitting
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import AgeSet, age_sets
from carer_app.use_cases import (
    childs_kept_words,
    household,
    planning,
    preparing,
    reporting_back,
    summarising,
)
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.at_the_meeting import PeopleStep, SignStep, TableStep
from ui.child_mode.chair import Chair, figure_high
from ui.child_mode.coming import ComingStep, WhoStep, WouldHelpStep
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.picture import PictureButton

Show = Callable[[Any], Any]
Enter = Callable[[str], Child]
AGES = [asked.key for asked in age_sets()]
OLDER = AGES[1:]


@pytest.fixture
def meeting(vault: Vault) -> int:
    do(vault, household.set_own_name, "Sam")
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    for name, role in (("Ms Ali", Role.SOCIAL_WORKER), ("Mr Fox", Role.TEACHER), ("Gran", Role.FAMILY)):
        do(vault, planning.add_attendee, meeting, name, role)
    return meeting


@pytest.fixture
def enter(house: House, show: Show, meeting: int) -> Enter:
    def _enter(set_key: str = "7_to_10") -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, set_key)))
        settle()
        return Child(page)

    return _enter


def to_coming(enter: Enter, set_key: str) -> Child:
    child = enter(set_key)
    child.press(TOGETHER if set_key == AGES[0] else ALONE)
    while not isinstance(child.step, ComingStep):
        child.press("Skip" if set_key != AGES[2] and "Skip" in child.buttons() else "Next")
    return child


def to_the_table(enter: Enter, set_key: str) -> Child:
    child = to_coming(enter, set_key)
    if set_key == AGES[0]:
        child.press("Who is there?", "Where do I sit?")
    else:
        child.press("A part of it", "Next")
    assert isinstance(child.step, TableStep)
    return child


def place(child: Child, number: int) -> None:
    child.step.table.places[number].click()  # type: ignore[attr-defined]
    settle()


def kept(vault: Vault, meeting: int) -> tuple[childs_kept_words.Kept, ...]:
    child = read(vault, planning.meeting_facts, meeting).child_id
    found: tuple[childs_kept_words.Kept, ...] = read(vault, childs_kept_words.kept_words, child)
    return found


# Who may be there


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_each_person_is_told_with_what_they_do_and_family_is_left_to_the_social_worker(
    enter: Enter, asked: AgeSet
) -> None:
    child = to_coming(enter, asked.key)
    child.press("Who is there?")
    assert isinstance(child.step, PeopleStep)
    does = {each.role: each.does for each in asked.people}
    assert f"Sam {does[Role.CARER]}." in child.sees()
    assert f"Ms Ali {does[Role.SOCIAL_WORKER]}." in child.sees()
    assert f"Mr Fox {does[Role.TEACHER]}." in child.sees()
    assert "Gran" not in child.sees()
    child.press("Talk to someone else", "Go back")
    assert isinstance(child.step, ComingStep), "what lies beside the way leads back to the way"


def test_who_is_known_not_to_come_is_not_there(enter: Enter, vault: Vault, meeting: int) -> None:
    fox = next(each for each in read(vault, planning.attendees, meeting) if each.name == "Mr Fox")
    do(vault, planning.set_coming, fox.id, Coming.NO)
    child = to_coming(enter, "7_to_10")
    child.press("Who is there?")
    assert "Mr Fox" not in child.sees()


# Coming or not


@pytest.mark.parametrize("set_key", AGES)
def test_not_this_time_is_as_easy_as_yes_and_asks_nothing_more(enter: Enter, set_key: str) -> None:
    child = to_coming(enter, set_key)
    yes = next(words for words in child.buttons() if words.startswith("Yes"))
    no = child.buttons()["Not this time"]
    assert (no.height(), no.y()) == (child.buttons()[yes].height(), child.buttons()[yes].y())
    child.press("Not this time", "Next")
    assert isinstance(child.step, WhoStep if set_key in OLDER else ReadBackStep)


@pytest.mark.parametrize("set_key", OLDER)
def test_who_may_come_is_asked_where_to_sit_for_a_sign_what_would_help_and_who_speaks(
    enter: Enter, set_key: str
) -> None:
    child = to_the_table(enter, set_key)
    for step in (SignStep, WouldHelpStep, WhoStep, ReadBackStep):
        child.press("Skip")
        assert isinstance(child.step, step)


def test_the_youngest_see_the_table_only_when_they_ask_for_it(enter: Enter) -> None:
    child = to_coming(enter, "3_to_6")
    child.press("Yes, to say hello", "Next")
    assert isinstance(child.step, ReadBackStep)
    child.press("Go back", "Where do I sit?")
    place(child, 0)
    child.press("Next")
    assert isinstance(child.step, ReadBackStep)
    child.press("Go back")
    assert isinstance(child.step, TableStep), "what was said there is asked after"


# The table


@pytest.mark.parametrize("set_key", AGES)
def test_people_are_placed_by_one_press_each_read_back_kept_and_printed_as_a_plain_sentence(
    enter: Enter, vault: Vault, meeting: int, set_key: str
) -> None:
    child = to_the_table(enter, set_key)
    assert "Me: press a chair." in child.sees()
    place(child, 1)
    assert "Sam: press a chair." in child.sees()
    place(child, 2)
    while not isinstance(child.step, ReadBackStep):
        child.press("Skip" if "Skip" in child.buttons() else "Next")
    words = "I sit next to Sam."
    assert words in child.sees().split("\n")
    assert kept(vault, meeting) == ()
    if set_key == AGES[0]:
        child.press("Put it on my sheet", "Next", "Keep")
    else:
        child.press("On my sheet", "Next", "Keep")
    [one] = kept(vault, meeting)
    assert (one.asked, one.words, one.share) == ("Where do you want to sit?", words, Share.SHEET)
    sheet = read(vault, summarising.whole_sheet, meeting, TODAY)
    assert sheet.child_says[0].in_a_line.startswith(f"Where do you want to sit? {words} Mia chose this")


def test_a_place_is_given_back_somebody_else_takes_it_and_nobody_sits_twice(enter: Enter) -> None:
    child = to_the_table(enter, "7_to_10")
    place(child, 0)
    place(child, 1)
    assert child.room.sitting.seats[:2] == ["me", "Sam"]
    place(child, 0)
    assert "Me: press a chair." in child.sees()
    place(child, 5)
    assert [who for who in child.room.sitting.seats if who] == ["Sam", "me"]
    child.press("Mr Fox")
    place(child, 0)
    assert child.room.sitting.seats[0] == "Mr Fox"
    child.press("Go back", "Next")
    assert child.buttons()["Mr Fox"] is child.step.table.places[0]  # type: ignore[attr-defined]


def test_rubbed_out_where_it_is_read_back_nobody_sits_there_any_more(enter: Enter) -> None:
    child = to_the_table(enter, "7_to_10")
    place(child, 3)
    while not isinstance(child.step, ReadBackStep):
        child.press("Skip")
    for way in ("Change it", "Rub it out"):
        [button] = (
            each for each in child.step.findChildren(Button) if each.accessibleName() == f"{way}: Where I sit"
        )
        button.click()
        settle()
    assert "I sit" not in child.sees()
    assert child.room.sitting.seats == []


def test_the_same_is_said_in_words_from_a_list(enter: Enter, vault: Vault, meeting: int) -> None:
    child = to_the_table(enter, "11_to_16")
    child.press("In words", "next to Sam", "near the door")
    child.write("Not next to Mr Fox.")
    child.press("With a picture")
    place(child, 0)
    child.press("In words")
    assert child.buttons()["next to Sam"].isChecked()
    while not isinstance(child.step, ReadBackStep):
        child.press("Next")
    child.press("On my sheet", "Next", "Keep")
    [one] = kept(vault, meeting)
    assert one.words == "Not next to Mr Fox."
    assert one.mark == "Chose: I sit near the door. Next to Sam, near the door"


def test_the_table_is_filled_with_tab_and_space_and_says_where_each_place_is(
    enter: Enter, qtbot: QtBot
) -> None:
    child = to_the_table(enter, "7_to_10")
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    child.room.focus_step()
    places = child.step.table.places  # type: ignore[attr-defined]
    tabs = 0
    while QApplication.focusWidget() is not places[1]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        tabs += 1
    assert tabs <= 2
    assert places[0].accessibleName() == "Chair 1, by the door: empty"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert places[1].accessibleName() == "Chair 2: Me"
    assert QApplication.focusWidget() is places[1], "the keyboard stays at the table"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert child.room.sitting.seats[1:3] == ["me", "Sam"]


def test_who_sits_where_is_said_in_sentences_that_a_person_can_read() -> None:
    """Each names everybody once who sits, and nobody is told where they do not sit."""
    sitting = Sitting("7_to_10")
    assert sitting.seated == ""
    for place, who, said in (
        (4, ME, "I sit in the middle of one side."),
        (0, "Sam", "I sit in the middle of one side. Near the door: Sam."),
        (2, "Mr Fox", "I sit in the middle of one side. Near the door: Sam. Further away: Mr Fox."),
        (3, "Ms Ali", "I sit next to Ms Ali. Near the door: Sam. Further away: Mr Fox."),
        (1, "Gran", "I sit next to Ms Ali. Across from me: Gran. Near the door: Sam. Further away: Mr Fox."),
        (
            5,
            "Mr Fox",
            "I sit between Ms Ali and Mr Fox. Across from me: Gran. Near the door: Sam and Mr Fox.",
        ),
        (4, "", "Near the door: Sam and Mr Fox. At the table: Gran and Ms Ali."),
        (2, ME, "I sit next to Gran. Across from me: Ms Ali. Near the door: Sam and Mr Fox."),
    ):
        sitting.sit(place, who, 6)
        assert sitting.seated == said
    assert sitting.seats == ["Sam", "Gran", ME, "Ms Ali", "", "Mr Fox"]
    [thing] = sitting.things()
    assert thing.words == sitting.seated


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (0, "I sit near the door."),
        (1, "I sit in the middle of one side."),
        (2, "I sit at the end away from the door."),
    ],
)
def test_a_chair_alone_says_where_it_stands_and_nothing_of_the_others(place: int, said: str) -> None:
    sitting = Sitting("7_to_10")
    sitting.sit(place, ME, 6)
    assert sitting.seated == said


def test_in_the_childs_mouth_nobody_is_your_teacher() -> None:
    assert AtMeeting("your teacher", Role.TEACHER).mine == "my teacher"
    assert AtMeeting("the person who runs your review", Role.REVIEWING_OFFICER).mine == (
        "the person who runs my review"
    )
    assert AtMeeting("Mr Younger", Role.TEACHER).mine == "Mr Younger"


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_the_table_is_a_picture_in_which_nobody_looks_like_me_and_an_empty_chair_like_nobody(
    enter: Enter, qapp: QApplication, colours: theme.Colours
) -> None:
    """Seen in grey, too, and no chair looks like a button of the bar."""
    theme.apply(qapp, theme.Look(colours, theme.CHILD_SCALE))
    try:
        child = to_the_table(enter, "7_to_10")
        place(child, 0)
        place(child, 1)
        chairs = child.step.table.places[:3]  # type: ignore[attr-defined]
        me, sam, empty = (_in_grey(chair) for chair in chairs)
        assert not {each.words() for each in chairs} & {"empty"}
        assert differ(me, sam) > 200
        assert differ(sam, empty) > 200
    finally:
        theme.apply(qapp, theme.Look())


def _in_grey(chair: Chair) -> QImage:
    """Its figure, without the name on the table before it."""
    chair.clearFocus()
    picture: QImage = chair.grab(QRect(0, 0, chair.width(), figure_high())).toImage()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def differ(one: QImage, other: QImage) -> int:
    """How many pixels are plainly lighter or darker."""
    size = one.size().boundedTo(other.size())
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
        for x in range(size.width())
        for y in range(size.height())
    )


# The sign, and what becomes of it all


def test_a_sign_is_chosen_or_said_and_stays_off_the_sheet_where_the_child_says_so(
    enter: Enter, vault: Vault, meeting: int
) -> None:
    child = to_the_table(enter, "7_to_10")
    child.press("Skip", "put my hand up")
    child.write("I tap my pen.")
    while not isinstance(child.step, ReadBackStep):
        child.press("Next")
    child.press("On my sheet", "On my sheet", "Next", "Keep")
    [one] = kept(vault, meeting)
    assert (one.asked, one.words, one.share) == (
        "How can you show that you want to stop?",
        "I tap my pen.",
        Share.OFF,
    )
    for way_out in (
        read(vault, summarising.whole_sheet, meeting, TODAY),
        read(vault, reporting_back.child_sheet, meeting),
        read(vault, preparing.answers_of, meeting, "tell_the_child"),
    ):
        assert "I tap my pen." not in repr(way_out)


@pytest.mark.parametrize("set_key", OLDER)
def test_a_sign_what_would_help_and_who_speaks_are_chosen_by_pictures_and_only_by_words_from_eleven_on(
    enter: Enter, set_key: str
) -> None:
    child = to_the_table(enter, set_key)
    for step in (SignStep, WouldHelpStep, WhoStep):
        child.press("Next")
        assert isinstance(child.step, step)
        offered = child.step.findChildren(PictureButton)
        assert len([each for each in offered if each.has_picture]) == (
            0 if set_key == AGES[2] else len(offered)
        )
        drawn = [each._drawing for each in offered if each.has_picture]
        assert len(drawn) == len(set(drawn)), "no two look the same"
    child.press("Sam", "Someone else")
    assert child.room.sitting.who == WhoSays.SOMEONE_ELSE
    assert [words for words, each in child.buttons().items() if each.isChecked()] == ["Someone else"]
    child.write("Gran")
    child.press("Someone else")
    assert child.room.sitting.who == WhoSays.NOT_SAID, "what is pressed again is let go"


@pytest.mark.parametrize("set_key", AGES)
@pytest.mark.parametrize("screen", [(1366, 768), (1024, 700)], ids=str)
def test_nothing_scrolls_and_no_way_on_moves(
    enter: Enter, qapp: QApplication, set_key: str, screen: tuple[int, int]
) -> None:
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))
    try:
        child = to_coming(enter, set_key)
        child.page.resize(screen[0], screen[1] - 28)
        settle()
        bar = lambda: child.step.body.verticalScrollBar().maximum()  # noqa: E731
        if set_key in OLDER:
            child.press("Yes, all of it")
        child.press("Who is there?")
        assert bar() == 0
        child.press("Where do I sit?")
        assert bar() == 0
        place(child, 0)
        assert bar() == 0
        child.press("In words")
        assert bar() == 0
        if set_key in OLDER:
            child.press("Next")
            assert isinstance(child.step, SignStep)
            assert bar() == 0
    finally:
        theme.apply(qapp, theme.Look())
