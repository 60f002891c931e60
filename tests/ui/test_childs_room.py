"""The child's own part: three doors, three ways to answer, nothing chosen beforehand, nothing kept before Keep."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from carer_app.choices import ForWhom, Part, PlainQuestion, TakingPart
from carer_app.jobs import childs_drawing
from carer_app.sitting import DID_IT_HELP, Kept, Sitting, sitting_from
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import AgeSet, age_sets
from carer_app.use_cases import (
    childs_book,
    childs_kept_words,
    did_it_help,
    following_up,
    household,
    planning,
    preparing,
    recording_the_meeting,
    reporting_back,
    summarising,
    you_said,
)
from tests import builders, canaries
from tests.builders import TODAY, do, read
from tests.canaries import columns_to_plant
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, SHOW_THEM, TOGETHER, Child, heard, small_targets
from ui.base.house import House
from ui.base.places import ChildsOwnPart, HandOver, MeetingSheetPlace, PreparePart
from ui.child_mode.beginning import DoorsStep, StartStep
from ui.child_mode.child_text import ChildText
from ui.child_mode.coming import WhoStep
from ui.child_mode.ending import EndStep
from ui.child_mode.reading_back import ReadBackStep
from ui.child_mode.sorting import PilesStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.paper.meeting_sheet import MeetingSheetPage
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hand_over import HandOverPage
from ui.widgets import read_aloud
from ui.widgets.button import Button
from ui.widgets.picture import DrawnPicture, PhotoView, PictureButton
from ui.widgets.text import PlainLabel

Show = Callable[[Any], Any]
SECRET = "Xylophone words nobody kept"


@pytest.fixture
def meeting(vault: Vault) -> int:
    do(vault, household.set_own_name, "Sam")
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    return meeting


@pytest.fixture
def enter(house: House, show: Show, meeting: int) -> Callable[[str], Child]:
    """Into the room, with one set of questions."""

    def _enter(set_key: str = "7_to_10") -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, set_key)))
        settle()
        return Child(page)

    return _enter


def kept(vault: Vault, meeting: int) -> tuple[Kept, ...]:
    child = read(vault, planning.meeting_facts, meeting).child_id
    found: tuple[Kept, ...] = read(vault, childs_kept_words.kept_words, child)
    return found


def drafts(vault_folder: Path) -> list[Path]:
    return [each for each in vault_folder.rglob("*") if ".draft" in each.name]


def to_the_end(child: Child) -> None:
    """From Coming on, without a word. The youngest are asked that alone."""
    child.press("Skip")
    if isinstance(child.step, WhoStep):
        child.press("Skip")


def texts_in(child: Child) -> list[str]:
    return [box.text() for box in child.step.findChildren(ChildText)]


def said_one_thing(enter: Callable[[str], Child], door: str, words: str) -> Child:
    """Somebody who answered the first question, passed over the rest, and has it read back."""
    child = enter("7_to_10")
    child.press(door)
    child.write(words)
    child.press("Next", *["Skip"] * 7)
    to_the_end(child)
    return child


# Beginning


@pytest.mark.parametrize("set_key", ["3_to_6", "7_to_10", "11_to_16"])
def test_the_first_page_says_who_sees_it_and_that_one_can_stop_at_every_age(
    enter: Callable[[str], Child], set_key: str
) -> None:
    words = said_first(enter(set_key))
    assert "Sam has the key to this computer" in words
    assert "sheet" in words or "Sam can show the grown-ups who talk" in words
    assert "stop" in words
    assert "hurts you" in words or "hurting you" in words
    assert "secret" not in words.lower()
    assert "private" not in words.lower()
    assert "Nothing is kept until you press Keep" in words


def said_first(child: Child) -> str:
    """Every word of the first pages."""
    said = list[str]()
    while isinstance(child.step, StartStep):
        said.append(child.sees())
        child.press("Next")
    assert isinstance(child.step, DoorsStep)
    return "\n".join(said)


def test_what_teenagers_are_told_first_lies_in_the_middle_beneath_its_heading(
    enter: Callable[[str], Child],
) -> None:
    child = enter("11_to_16")
    heading, *told = child.step.to_read()
    assert len({label.mapTo(child.step, QPoint(0, 0)).x() for label in told}) == 1
    widest = max(told, key=lambda label: label.width())
    middle = [each.mapTo(child.step, each.rect().center()).x() for each in (heading, widest)]
    assert abs(middle[0] - middle[1]) <= 1


@pytest.mark.parametrize("asked", age_sets(), ids=lambda asked: asked.key)
def test_what_must_be_said_is_said_once_in_small_pieces_and_can_be_read_again_at_any_time(
    enter: Callable[[str], Child], asked: AgeSet
) -> None:
    child, told = enter(asked.key), asked.telling
    must = [told.what, told.seen, told.hurt, told.stop, told.until_keep]
    must = [child.room.words.fill(each) for each in must]
    said = list[str]()
    while isinstance(child.step, StartStep):
        here = [label.words() for label in child.step.to_read()][1:]
        assert len(" ".join(here).split()) <= (100 if asked.by == "words" else 55), here
        assert "Not today" in child.buttons()
        said += here
        child.press("Next")
    assert [said.count(each) for each in must] == [1] * len(must)
    child.press("Go back", "Go back", "Next", "Next", TOGETHER)
    while not isinstance(child.step, EndStep):
        asks = child.step.accessibleName()
        child.press("Who can see this?")
        again = child.sees()
        while "Next" in child.buttons():
            child.press("Next")
            again += child.sees()
        assert must[1] in again
        assert must[2] in again
        child.press("Go back")
        assert child.step.accessibleName() == asks, "one comes back to where one was"
        child.go_on()


def test_the_youngest_see_a_picture_and_three_words_and_the_oldest_no_greeting(
    enter: Callable[[str], Child],
) -> None:
    for page in age_sets()[0].telling.pages:
        assert page.drawing
        assert len(page.heading.split()) <= 3
    assert len(age_sets()[0].telling.pages) == len(age_sets()[1].telling.pages) == 4
    child = enter("7_to_10")
    assert child.step.accessibleName() == "Hello Mia"
    assert child.step.findChildren(DrawnPicture)
    oldest = enter("11_to_16")
    assert "Hello" not in said_first(oldest)
    assert [page.drawing for page in age_sets()[2].telling.pages] == ["", ""]


def test_the_doors_are_all_there_and_none_is_behind_another(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    assert "Not today" in child.buttons()
    said_first(child)
    buttons = child.buttons()
    for door in (
        TOGETHER,
        ALONE,
        "On paper",
        "I’d rather do this with my social worker or at school",
        "Not today",
    ):
        assert door in buttons


def test_not_today_leaves_and_counts_nothing(
    enter: Callable[[str], Child], vault: Vault, tmp_path: Path
) -> None:
    child = enter("7_to_10")
    saves, left = vault.saves, list[bool]()
    child.page.leave_room.connect(lambda: left.append(True))
    child.press("Not today")
    assert "That is fine." in child.sees()
    child.press("Finish")
    assert left == [True]
    assert vault.saves == saves
    assert drafts(tmp_path) == []


def test_with_somebody_else_is_offered_without_asking_why(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press("I’d rather do this with my social worker or at school")
    assert "You don’t have to say why." in child.sees()
    child.press("Go back")
    assert TOGETHER in child.buttons()


# Answering


def test_nothing_is_chosen_all_is_big_and_every_question_can_be_passed_over_on_any_page(
    enter: Callable[[str], Child], qapp: QApplication
) -> None:
    """In the sizes in which `test_room_by_keys` does not look at pages of this age, or in the usual one."""
    looks = {"3_to_6": ("dark", 1), "7_to_10": ("contrast", 1), "11_to_16": ("light", 2)}
    for asked in age_sets():
        colours, times = looks[asked.key]
        theme.apply(qapp, theme.Look(colours, times * theme.CHILD_SCALE))  # type: ignore[arg-type]
        child = enter(asked.key)
        pages = 0
        while not isinstance(child.step, EndStep):
            _nothing_is_chosen_and_all_is_big(child)
            child.go_on()
            pages += 1
        _nothing_is_chosen_and_all_is_big(child)
        assert pages > 4
        assert "There is nothing to keep" in child.sees()
        assert "Keep" not in child.buttons()
    theme.apply(qapp, theme.Look())


def _nothing_is_chosen_and_all_is_big(child: Child) -> None:
    step, buttons = child.step, child.buttons()
    chosen = [each for each in buttons.values() if each.isCheckable() and each.isChecked()]
    assert chosen == [], step.accessibleName()
    assert list(small_targets(child)) == [], step.accessibleName()
    assert step.more.isVisible() is (step.body.verticalScrollBar().maximum() > 0), step.accessibleName()
    if not isinstance(step, EndStep):
        assert "Stop for now" in buttons
    if not isinstance(step, ReadBackStep | PilesStep | StartStep | DoorsStep | EndStep):
        assert {"Skip", "Not sure"} <= buttons.keys(), step.accessibleName()


def test_a_mark_is_chosen_and_let_go_again(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER, *["Skip"] * 4)
    assert "How are playtimes and lunch?" in child.sees()
    child.press("Hard", "Good")
    assert [words for words, b in child.buttons().items() if b.isCheckable() and b.isChecked()] == ["Good"]
    child.press("Good")
    assert [words for words, b in child.buttons().items() if b.isCheckable() and b.isChecked()] == []
    assert child.room.sitting.is_empty


def test_six_cards_one_at_a_time_after_two_that_go_nowhere(enter: Callable[[str], Child]) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER)
    assert "It is not kept." in child.sees()
    child.press("I like it", "I don’t like it")
    assert child.room.sitting.cards == {}
    seen = []
    for _card in range(6):
        seen.append(child.step.which.words())  # type: ignore[attr-defined]
        child.press("I like it")
    assert len(set(seen)) == 6
    assert "These are your cards" in child.sees()
    child.press("friends", "I don’t like it")
    assert "These are your cards" in child.sees()
    child.press("Take another card", "More cards", "noise", "I don’t like it", "Next")
    liked = [thing.words for thing in child.room.sitting.things()]
    assert liked[1] == "friends, noise"


def test_going_back_over_the_cards_loses_none(enter: Callable[[str], Child]) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", "Skip", "I like it", "I like it", "Go back")
    assert len(child.room.sitting.cards) == 2
    child.press("I don’t like it")
    assert sorted(child.room.sitting.cards.values()) == ["down", "up"]


def test_own_words_are_a_letter_then_two_questions_and_without_a_greeting(
    enter: Callable[[str], Child],
) -> None:
    child = enter("11_to_16")
    assert "Hello" not in child.sees()
    child.press(ALONE)
    [letter] = child.step.findChildren(ChildText)
    assert letter.accessibleName() == "What do you want the meeting to hear?"
    child.press("Next")
    assert len(child.step.findChildren(ChildText)) == 2
    child.press("Next")
    assert "Do you want to come to the meeting?" in child.sees()


def test_who_wants_to_say_more_is_asked_more_and_each_box_opens_when_it_is_pressed(
    enter: Callable[[str], Child], qtbot: QtBot
) -> None:
    child = enter("11_to_16")
    child.press(ALONE, "Next", "I want to say more")
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    assert "More, if you want" in child.sees()
    assert texts_in(child) == []
    asked = [each for each in child.room.sitting.age_set.questions if each.more]
    assert {each.short for each in asked} <= child.buttons().keys()
    heard_as = {child.buttons()[each.short].accessibleName() for each in asked}
    assert heard_as == {f"{each.short}: {each.words}" for each in asked}, (
        "the whole question, for who listens"
    )
    for question in (asked[-1], asked[2]):
        child.press(question.short)
        field = child.step.fields[question.key]  # type: ignore[attr-defined]
        assert field.label_on_top().words() == question.words
        assert child.step.focusWidget() is field.widget
        assert field.visibleRegion().boundingRect() == field.rect(), "in sight"
    child.write("Ms Ali at break", 1)  # the one that was opened last
    child.press("Next")
    assert "Do you want to come to the meeting?" in child.sees()
    child.press("Go back", "Go back")
    assert "In my own words" in child.sees()
    assert "I want to say more" not in child.buttons()
    again = enter("11_to_16")
    again.press("Go on")
    assert texts_in(again) == ["Ms Ali at break"], "what is answered is open"
    to_the_end_of_more(again)
    assert asked[2].short in again.sees()
    again.press("Change")
    assert texts_in(again) == ["Ms Ali at break"]


def to_the_end_of_more(child: Child) -> None:
    child.press("Next")
    to_the_end(child)


def test_the_youngest_are_asked_two_questions_and_two_more_if_they_want(
    enter: Callable[[str], Child],
) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER, *["Skip"] * 8, "Next")
    pages = []
    while "Come to the talk" not in child.step.accessibleName():
        pages.append((child.step.accessibleName(), "I want to say more" in child.buttons()))
        child.press("Skip")
    assert pages == [
        ("What helps", False),
        ("For my teacher", True),
    ]
    child.press("Go back", "I want to say more")
    assert child.step.accessibleName() == "Who I play with"
    child.press("Skip", "Skip")
    assert child.step.accessibleName() == "Come to the talk?"


def test_the_youngest_say_yes_or_no_to_coming_and_nothing_speaks_of_a_meeting(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = enter("3_to_6")
    said = [child.sees()]
    child.press(TOGETHER, *["I like it"] * 8, "Next", "Skip", "I want to say more", "Skip", "Skip")
    said.append(child.sees())
    assert texts_in(child) == []
    child.press("Yes, to say hello", "Next")
    assert isinstance(child.step, ReadBackStep)
    assert "You want to come and say hello." in child.sees()
    assert "Chose: playing outside" in child.sees()
    assert "Good" not in child.sees().split(), "what was pressed is called I like it"
    for press in ("Next", "Next", "Keep"):
        said.append(child.sees())
        child.press(press)
    said.append(child.sees())
    assert [each for each in said if "meeting" in each.lower()] == []
    answers = read(vault, preparing.answers_of, meeting, "tell_the_child")
    assert answers[PlainQuestion.TAKING_PART] == TakingPart.PART


def test_words_offered_are_chosen_and_never_put_into_the_childs_mouth(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = enter("7_to_10")
    child.press(ALONE, "friends", "a club", "my teacher", "my teacher")
    assert child.step.findChildren(ChildText)[0].text() == ""
    child.write("chess with  Mr Fox")
    child.press("Next", "Skip", "lunch", "Next", *["Skip"] * 5)
    to_the_end(child)
    assert "Chose: friends, a club" in child.sees()
    child.press("Next", "Put them all on my sheet", "Keep")
    mixed, only_chosen = read(vault, summarising.whole_sheet, meeting, TODAY).child_says
    assert (mixed.words, mixed.chosen) == ("chess with  Mr Fox", "Chose: friends, a club.")
    assert (only_chosen.words, only_chosen.chosen, only_chosen.whose) == ("", "lunch.", "Mia chose this")
    assert [(one.mark, one.words) for one in reversed(kept(vault, meeting))] == [
        ("Chose: friends, a club", "chess with  Mr Fox"),
        ("", "lunch"),
    ]


# The end


def test_everything_is_read_back_word_for_word_and_kept_only_by_keep(
    enter: Callable[[str], Child], vault: Vault, meeting: int, tmp_path: Path
) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    child.write("i like  art!!")
    child.press("Next", *["Skip"] * 7)
    child.press("A part of it", "Next", *["Skip"] * 3, "Sam", "Next")
    assert "i like  art!!" in child.sees()
    assert "You typed this" in child.sees()
    assert "Mia typed this" not in child.sees(), "it is said to the child"
    assert "chose this" not in child.sees()
    assert "You want to come to a part of the meeting." in child.sees()
    assert "You want Sam to say it for you." in child.sees()
    child.press("On my sheet", "Next")
    assert kept(vault, meeting) == ()
    child.press("Keep")
    [one] = kept(vault, meeting)
    assert (one.words, one.on_sheet) == ("i like  art!!", True)
    assert drafts(tmp_path) == []
    answers = read(vault, preparing.answers_of, meeting, "tell_the_child")
    assert answers[PlainQuestion.TAKING_PART] == TakingPart.PART
    assert "Afterwards you can ask Sam what happened" in child.sees()


def test_together_says_who_wrote_it_down_and_lets_that_be_put_right(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, TOGETHER, "I like art.")
    assert "You said this, Sam wrote it down" in child.sees()
    child.press("Whose words?", "Sam thinks", "Back to what I said")
    assert "Sam thinks" in child.sees()
    child.press("On my sheet", "Next", "Keep")
    [quote] = read(vault, summarising.whole_sheet, meeting, TODAY).child_says
    assert quote.whose == "Sam thinks"


def test_what_nobody_decided_stays_off_the_sheet(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, TOGETHER, SECRET)
    child.press("Next", "Next", "Keep")
    assert [one.on_sheet for one in kept(vault, meeting)] == [False]
    assert SECRET not in repr(read(vault, summarising.whole_sheet, meeting, TODAY))
    assert SECRET not in repr(read(vault, reporting_back.child_sheet, meeting))


def test_the_youngest_decide_once_with_pictures(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", "Skip", *["I like it"] * 6, "Next", *["Skip"] * 2)
    to_the_end(child)
    child.press("Put it on my sheet", "Next", "Keep")
    assert [one.on_sheet for one in kept(vault, meeting)] == [True]


def test_one_thing_is_changed_and_read_back_again(enter: Callable[[str], Child]) -> None:
    child = said_one_thing(enter, TOGETHER, "I like art.")
    child.press("Change")
    child.write(" Really.")
    child.press("Back to what I said")
    assert "I like art. Really." in child.sees()


def test_what_is_rubbed_out_is_not_there_any_more(enter: Callable[[str], Child], tmp_path: Path) -> None:
    child = said_one_thing(enter, TOGETHER, "I like art.")
    child.press("Rub it out")
    assert "I like art." not in child.sees()
    assert "That is fine." in child.sees()
    assert drafts(tmp_path) == []


# The draft


def test_a_draft_left_behind_shows_no_word_and_goes_on_where_it_was(
    enter: Callable[[str], Child], vault: Vault, tmp_path: Path
) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write(SECRET)
    child.page.hide()
    again = enter("7_to_10")
    assert "You had started something" in again.sees()
    assert SECRET not in "\n".join(heard(again.page))
    again.press("Go on")
    assert again.step.findChildren(ChildText)[0].text() == SECRET
    assert vault.child_drafts.read("uid-1") is not None


def test_a_draft_left_behind_can_be_rubbed_out_unseen(enter: Callable[[str], Child], tmp_path: Path) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write(SECRET)
    child.page.hide()
    again = enter("7_to_10")
    again.press("Rub it out", "Go back", "Rub it out")
    assert len(drafts(tmp_path)) == 1
    again.press("Yes, rub it all out")
    assert drafts(tmp_path) == []
    again.press(ALONE)
    assert again.step.findChildren(ChildText)[0].text() == ""


def test_who_finds_something_that_is_not_theirs_leaves_it_alone(
    enter: Callable[[str], Child], tmp_path: Path
) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write(SECRET)
    child.page.hide()
    again, left = enter("7_to_10"), list[bool]()
    again.page.leave_room.connect(lambda: left.append(True))
    again.press("It wasn’t me", ALONE)
    assert left == []
    assert again.step.findChildren(ChildText)[0].text() == ""
    assert SECRET not in "\n".join(heard(again.page))
    again.write("Mine.")
    assert len(drafts(tmp_path)) == 2
    again.press("Stop for now", "Rub it all out", "Yes, rub it all out")
    assert len(drafts(tmp_path)) == 1


def test_each_of_several_is_asked_about_and_keeping_ones_own_leaves_the_others(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    first = enter("7_to_10")
    first.press(TOGETHER)
    first.write(SECRET)
    first.page.hide()
    second = enter("7_to_10")
    second.press("It wasn’t me", ALONE)
    second.write("Mine.")
    second.press("Next", *["Skip"] * 7)
    to_the_end(second)
    second.page.hide()
    third = enter("7_to_10")
    third.press("It wasn’t me")
    assert "You had started something" in third.sees()
    third.press("It wasn’t me")
    assert "Hello Mia" in third.sees()
    third.page.hide()
    again = enter("7_to_10")
    again.press("It wasn’t me", "Go on")
    own, other = ("Mine.", SECRET) if "Mine." in texts_in(again) else (SECRET, "Mine.")
    again.press("Next", *["Skip"] * 7)
    to_the_end(again)
    again.press("Next", "Next", "Keep")
    assert [one.words for one in kept(vault, meeting)] == [own]
    later = enter("7_to_10")
    later.press("Go on")
    assert other in texts_in(later)


def test_in_the_middle_one_comes_back_from_the_numbers_to_where_one_was(
    enter: Callable[[str], Child],
) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    child.write("I like art.")
    child.press("Go back", "Talk to someone else", "Go back")
    assert "You had started something" not in child.sees()
    assert "How do you want to do it?" in child.sees()
    child.press("Talk to someone else", "Stop for now", "Go back")
    assert "How do you want to do it?" in child.sees()


def test_stopping_says_that_the_carer_could_open_it(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    child.write("I like art.")
    child.press("Stop for now")
    assert "Sam has the key to this computer and could open it." in child.sees()
    child.press("Go back", "Go back", "Not today")
    assert "Stop for now" in child.step.accessibleName()


def test_one_goes_on_at_the_last_answer_and_at_the_next_card(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(ALONE, "Skip")
    child.write("I can swim.")
    child.page.hide()
    again = enter("7_to_10")
    again.press("Go on")
    assert "What have you got better at" in again.sees()
    again.press("Stop for now", "Rub it all out", "Yes, rub it all out")
    cards = enter("3_to_6")
    cards.press(TOGETHER, "Skip", "Skip", "I like it", "I like it")
    cards.page.hide()
    later = enter("3_to_6")
    later.press("Go on")
    assert later.step.which.words() == "my teacher"  # type: ignore[attr-defined]


def test_what_was_sorted_is_shown_and_skip_leaves_it_there(enter: Callable[[str], Child]) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", "Skip", "I like it", "In between", *["Skip"] * 4)
    assert "In between" in child.sees()
    child.press("playing outside")
    assert "Before: I like it" in child.sees()
    child.press("Skip")
    assert child.room.sitting.cards["playing_outside"] == "up"
    child.press("Take another card")
    assert "my teacher" in child.buttons()
    child.press("Go back", "Next", *["Skip"] * 2)
    to_the_end(child)
    assert isinstance(child.step, ReadBackStep)
    assert "In between" in child.sees()


def test_after_keep_there_is_nothing_left_to_keep_or_rub_out(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, ALONE, "I like art.")
    child.press("Next", "Keep them all off my sheet", "Keep", "Talk to someone else", "Go back")
    assert "What you kept stays off your sheet." in child.sees()
    child.room.keep()
    assert len(kept(vault, meeting)) == 1
    assert "Rub it all out" not in child.buttons()


def test_whose_words_go_by_the_door_they_came_through(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write("I like art.")
    child.press("Go back", ALONE, "Skip", *["Skip"] * 7)
    to_the_end(child)
    assert "You said this, Sam wrote it down" in child.sees()


def test_words_after_skip_are_just_words(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(ALONE, "Skip", "Go back")
    child.write("I like art.")
    child.press("Next", *["Skip"] * 7)
    to_the_end(child)
    labels = [label.words() for label in child.room.findChildren(PlainLabel) if label.isVisible()]
    assert "I like art." in labels
    assert "Skip" not in labels


def test_coming_and_who_says_it_are_read_back_changed_and_rubbed_out(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(ALONE, *["Skip"] * 8, "Not this time", "Next", "Me", "Next")
    assert child.sees().count("Sam can read it and tell them.") == 1
    shown = [each for each in child.step.findChildren(Button) if each.isVisible()]
    names = [each.accessibleName() or each.words() for each in shown]
    assert {f"{way}: Coming to the meeting" for way in ("Read it", "Change it")} <= set(names)
    assert {f"{way}: Who says it" for way in ("Read it", "Change it")} <= set(names)
    assert len(names) == len(set(names)), "by ear, too, one is told from the other"
    child.press("Rub it out")
    assert "You say it yourself." not in child.sees()
    child.press("Change", "A part of it", "Back to what I said")
    assert "You want to come to a part of the meeting." in child.sees()


def test_family_may_come_is_said_without_naming_anybody(enter: Callable[[str], Child]) -> None:
    assert "perhaps from your family" in said_first(enter("7_to_10"))
    assert "someone from your family" in said_first(enter("3_to_6"))


def test_a_picture_left_out_stays_out(
    house: House, show: Show, enter: Callable[[str], Child], meeting: int, drawing: Path
) -> None:
    hand_in(house, show, meeting, drawing)
    child = enter("7_to_10")
    child.press(ALONE, "Leave the picture out", "Go back", ALONE)
    assert "Tell me about your picture" not in child.sees()


def test_words_about_a_picture_that_is_gone_can_still_be_changed(
    house: House, show: Show, enter: Callable[[str], Child], meeting: int, drawing: Path
) -> None:
    page = hand_in(house, show, meeting, drawing)
    child = enter("7_to_10")
    child.press(ALONE)
    child.write("my dog")
    child.press("Stop for now")
    assert "Your picture does not wait here." in child.sees()
    child.page.hide()
    page.records.vault.child_drafts.photos.clear()
    again = enter("7_to_10")
    again.press("Go on")
    assert "Tell me about your picture" in again.sees()
    assert "Your picture does not wait here." in again.sees()
    again.press("Next", *["Skip"] * 8)
    to_the_end(again)
    again.press("Change")
    assert again.step.findChildren(ChildText)[0].text() == "my dog"


def test_what_is_being_added_is_still_there_after_a_look_at_the_numbers(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, ALONE, "I like art.")
    child.press("Next", "Next", "Keep")
    again = enter("7_to_10")
    again.press("What I kept before", SHOW_THEM, "Add to it")
    again.write("And PE.")
    again.press("Talk to someone else", "Go back")
    assert again.step.findChildren(ChildText)[0].text() == "And PE."
    again.press("Rub it out", "Add to it")
    assert again.step.findChildren(ChildText)[0].text() == ""
    assert kept(vault, meeting)[0].added == ()


def test_rubbed_out_and_unkept_words_are_in_no_file_with_every_key_known(
    enter: Callable[[str], Child], house: House, vault: Vault, tmp_path: Path
) -> None:
    """The records, the draft and a backup that was made in the middle are opened and searched."""
    child = enter("7_to_10")
    child.press(ALONE)
    child.write(SECRET)
    backups = house.door.backing_up
    backups.back_up_now()
    child.page.records._background.finish()
    settle()
    assert len(list(tmp_path.rglob("*.db"))) >= 2, "the records, and a backup made in the middle"
    middle = tmp_path / "middle"
    shutil.copytree(tmp_path / "vault", middle, ignore=shutil.ignore_patterns("vault.lock"))
    assert SECRET in everything_in(middle), "the draft holds it while it is being said"
    child.step.findChildren(ChildText)[0].selectAll()
    QTest.keyClick(child.step.findChildren(ChildText)[0], Qt.Key.Key_Delete)
    child.write("Only this.")
    assert SECRET not in everything_in(tmp_path / "vault")
    child.press("Stop for now", "Rub it all out", "Yes, rub it all out")
    assert "Only this." not in everything_in(tmp_path / "vault")
    assert drafts(tmp_path / "vault") == []
    shutil.rmtree(middle)
    for folder in (each for each in tmp_path.iterdir() if each.is_dir()):
        assert SECRET not in everything_in(folder)
        assert "Only this." not in everything_in(folder)


def everything_in(folder: Path) -> str:
    """Every byte of a data folder in clear: the records' pages, the sealed drafts, and all other files."""
    from carer_app.storage import connecting, keys
    from carer_app.storage.child_drafts import ChildDrafts

    told: list[str] = []
    for key_file in folder.rglob("vault.key"):
        key = keys.unwrap(key_file.read_bytes(), builders.PASSWORD)
        for file in key_file.parent.rglob("*.db"):
            connection = connecting.connect_to_read(file, key)
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            told += [repr(connection.execute(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables]
            connection.close()
        for draft in key_file.parent.rglob("*.draft*"):
            found = ChildDrafts(key_file.parent, key)._open(draft)
            told.append(found[1].decode() if found else "")
    told += [each.read_bytes().decode("latin-1") for each in folder.rglob("*") if each.is_file()]
    return "\n".join(told)


def test_a_full_disk_is_never_the_childs_fault(
    enter: Callable[[str], Child], vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carer_app.storage import child_drafts

    child = enter("7_to_10")
    child.press(TOGETHER)

    def full(*_args: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(child_drafts, "write_safely", full)
    child.write("I like art.")
    assert "That did not work. Ask Sam to have a look." in child.sees()
    assert child.step.findChildren(ChildText)[0].text() == "I like art."


# After keeping


def test_kept_words_come_off_the_sheet_and_can_be_added_to(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, ALONE, "I like art.")
    child.press("On my sheet", "Next", "Keep")
    again = enter("7_to_10")
    again.press("What I kept before", SHOW_THEM)
    assert "I like art." in again.sees()
    assert "ask your social worker, or an advocate" in again.sees()
    again.press("Add to it")
    again.write("And PE.")
    again.press("Keep it, on my sheet")
    assert "Say who wrote it down" in again.sees()
    again.press("You typed this", "Keep it, on my sheet")
    assert kept(vault, meeting)[0].added == ("And PE.",)
    again.press("Take it off my sheet", "Go back")
    assert kept(vault, meeting)[0].on_sheet
    again.press("Take it off my sheet", "Take it off")
    assert "You took this off your sheet on 10 March." in again.sees()
    assert "Take it off my sheet" not in again.buttons()
    assert "I like art." not in repr(read(vault, summarising.whole_sheet, meeting, TODAY))


def test_what_came_of_what_was_kept_stands_beneath_it_and_is_read_out(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = said_one_thing(enter, ALONE, "I like art.")
    child.press("On my sheet", "Next", "Keep")
    do(vault, planning.set_day, meeting, TODAY)
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    [said] = read(vault, you_said.said_to_the_meeting, meeting)
    do(vault, you_said.write_what_happened, said.id, "cannot_because", "the art room is shut")
    do(vault, you_said.write_what_happened, said.id, "ask_about_it", "Mr Fox")
    again = enter("7_to_10")
    again.press("What I kept before", SHOW_THEM)
    assert "They said no, because the art room is shut." in again.sees()
    assert "You can ask Mr Fox about it." in again.sees()


# Talk to someone else


def test_numbers_are_there_in_order_and_looking_changes_no_file(
    enter: Callable[[str], Child], tmp_path: Path
) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write("I like art.")
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    child.press("Talk to someone else")
    words = child.sees()
    places = [
        words.index(each)
        for each in (
            "999",
            "0800 1111",
            "a teacher you trust, your social worker",
            "0800 528 0731",
        )
    ]
    assert places == sorted(places)
    assert "Numbers as we had them on" in words
    child.press("Go back")
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before
    assert child.step.findChildren(ChildText)[0].text() == "I like art."


def test_the_slip_is_printed_without_a_dialog_and_changes_no_file(
    enter: Callable[[str], Child], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = a_printer(monkeypatch)
    child = enter("7_to_10")
    child.press("Talk to someone else")
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    child.press("Print this")
    child.page.records._background.finish()
    settle()
    assert QApplication.activeModalWidget() is None
    [text] = printed
    assert "People I can talk to" in text
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before


def test_on_paper_prints_the_questions_and_keeps_nothing(
    enter: Callable[[str], Child], vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = a_printer(monkeypatch)
    saves = vault.saves
    child = enter("11_to_16")
    child.press("On paper")
    child.page.records._background.finish()
    settle()
    [text] = printed
    assert "Who in school do you trust" in text
    assert "Mia" not in text
    assert vault.saves == saves


def test_without_a_printer_there_is_a_way_that_does_not_lead_through_the_carer(
    enter: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    child = enter("7_to_10")
    child.press("On paper")
    assert (
        "There is no printer here. You can write on any paper, or ask for the questions at school."
        in child.sees()
    )
    child.press("Talk to someone else", "Print this")
    assert "There is no printer here. You can write the numbers down by hand." in child.sees()
    assert "Ask Sam" not in child.sees()


def a_printer(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A printer that takes whatever is sent to it; gives the text of the pages."""
    from PySide6.QtPrintSupport import QPrinterInfo

    from ui.parts import printing

    printed: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kitchen"])

    class Takes:
        def __init__(self, _page: object, _printer: object, shown: Any) -> None:
            self.text = "\n".join(words for _width, _height, words in shown.pages)

        def start(self) -> None:
            printed.append(self.text)

    monkeypatch.setattr(printing, "Printing", Takes)
    return printed


# The walls


def test_nothing_of_the_carers_and_of_no_other_child_is_in_the_accessible_tree(
    house: House, show: Show, vault: Vault
) -> None:
    """A canary in every column with words; then every page of the room is walked."""
    ids = builders.ordinary_household(vault)
    planted = plant_canaries(vault)
    assert len(planted) > 60
    for set_key in ("3_to_6", "7_to_10", "11_to_16"):
        child = Child(show(ChildsOwnPartPage(house, ChildsOwnPart(ids["coming"], set_key))))
        for _page in range(30):
            told = "\n".join([*heard(child.page), child.sees(), child.page.windowTitle()])
            found = [canary for canary in planted if canary in told]
            assert found == [], (set_key, child.step.accessibleName())
            if not child.go_on():
                break
        assert isinstance(child.step, EndStep)
        child.press("Talk to someone else")
        assert not [canary for canary in planted if canary in "\n".join(heard(child.page))]


def test_what_was_agreed_and_is_done_is_the_one_thing_of_others_that_the_room_asks_about(
    house: House, show: Show, vault: Vault
) -> None:
    """Whether it helped: asked, read back, on the sheet only where the child says so, and nothing before Keep."""
    mia = builders.add_child(vault)
    builders.hold(vault, builders.add_meeting(vault, mia, date(2026, 2, 9)), date(2026, 2, 9))
    rows = read(vault, following_up.actions_of_child, mia, TODAY)
    group = next(row for row in rows if row.what == "Start a reading group")
    do(vault, following_up.tick_off, group.id, TODAY)
    meeting = builders.add_meeting(vault, mia, date(2026, 5, 6))
    child = Child(show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, "7_to_10"))))
    child.press(ALONE)
    asked = "Last time people said yes to this: “Start a reading group”. Did it help?"
    while asked not in child.sees():
        assert "Send the PEP copy" not in child.sees(), "what is not done is not asked about"
        assert child.go_on()
    child.press("It helped a little")
    child.write("We read about sharks.")
    assert read(vault, did_it_help.in_their_words, group.id) is None, "nothing is kept before Keep"
    while not isinstance(child.step, ReadBackStep):
        child.go_on()
    assert "Chose: It helped a little" in child.sees()
    child.press("On my sheet")
    while child.go_on():
        pass
    child.press("Keep")
    said = read(vault, did_it_help.in_their_words, group.id)
    assert said is not None
    assert (said.words, said.mark) == ("We read about sharks.", "Chose: It helped a little")
    view = read(vault, childs_kept_words.kept_for, meeting)[-1].id
    assert read(vault, childs_kept_words.room_words, meeting, TODAY).done == (), "it is asked once"
    do(vault, childs_kept_words.take_off_my_sheet, view, TODAY)
    assert read(vault, did_it_help.in_their_words, group.id) is None, (
        "what is off the sheet is on no page of actions"
    )


@pytest.mark.parametrize("set_key", ["3_to_6", "7_to_10", "11_to_16"])
def test_a_draft_asks_what_it_was_begun_with_and_the_youngest_are_not_asked_to_look_back(
    set_key: str,
) -> None:
    sitting = Sitting(set_key, done={"action:7": "A buddy"})
    again = sitting_from(sitting.as_bytes())
    assert again == sitting
    assert len(sitting.helped()) == (0 if set_key == "3_to_6" else 1)
    sitting.choose("action:7", DID_IT_HELP[0], True)
    assert len(sitting.things()) == (0 if set_key == "3_to_6" else 1)


ALLOWED = frozenset({
    ("child", "name"), ("person", "name"), ("person", "phone"), ("attendee", "name"), ("attendee", "child_calls"),
    ("household", "carer_name"),
})  # fmt: skip
"""What the room may show of this child: their name, who comes, and whom they know."""


def plant_canaries(vault: Vault) -> list[str]:
    """Words of its own in each column with words, but for codes and what the room may show."""
    planted = canaries.plant(vault, leave=ALLOWED)
    assert columns_to_plant() <= {*planted.values(), *(".".join(each) for each in ALLOWED)}
    return list(planted)


def test_boxes_have_no_menu_no_clipboard_and_take_nothing_dropped(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(ALONE)
    box = child.step.findChildren(ChildText)[0]
    child.write(SECRET)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from elsewhere")
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V):
        QTest.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
        settle()
    assert clipboard.text() == "from elsewhere"
    assert box.text() == SECRET
    dropped = QMimeData()
    dropped.setText("dropped")
    box.insertFromMimeData(dropped)
    assert box.text() == SECRET
    assert not box.canInsertFromMimeData(dropped)
    assert box.createMimeDataFromSelection().text() == ""
    QTest.mouseClick(box.viewport(), Qt.MouseButton.RightButton)
    settle()
    assert QApplication.activePopupWidget() is None
    assert not [each for each in child.room.findChildren(QWidget) if each.acceptDrops()]


def test_no_label_opens_anything_and_nothing_can_be_dragged_out(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    for widget in child.room.findChildren(QWidget):
        assert widget.contextMenuPolicy() != Qt.ContextMenuPolicy.ActionsContextMenu
        assert widget.actions() == []


def test_what_lies_below_is_reached_with_the_hint(enter: Callable[[str], Child]) -> None:
    child = enter("11_to_16")
    child.press(
        ALONE,
        "Next",
        "I want to say more",
        "Who I trust",
        "Extra help",
        "Outside school",
        "What was promised",
    )
    bar = child.step.body.verticalScrollBar()
    assert child.step.more.isVisible()
    for _press in range(20):
        if not child.step.more.isVisible():
            break
        child.step.more.click()
        settle()
    assert bar.value() == bar.maximum()


def test_the_question_is_read_and_an_answer_only_when_asked_again(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    child.write(SECRET)
    assert all(SECRET not in label.words() for label in child.step.to_read())
    child.press("Next", *["Skip"] * 7)
    to_the_end(child)
    assert all(SECRET not in label.words() for label in child.step.to_read())
    assert "Read it" in child.buttons()


@pytest.mark.qt_log_ignore("qt.multimedia", "pipewire")
def test_going_on_while_it_reads_makes_it_quiet(
    enter: Callable[[str], Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_aloud, "ENGINE", "mock")
    child = enter("7_to_10")
    child.press("Read it to me")
    assert child.room.read.aloud.is_reading
    child.buttons()["Next"].click()
    settle()
    assert not child.room.read.aloud.is_reading
    assert "Read it to me" in child.buttons()


def test_every_control_is_reached_and_pressed_by_keys_alone(
    enter: Callable[[str], Child], qtbot: QtBot
) -> None:
    """Sorting too: Tab to a pile, Enter."""
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", "Skip")
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    for _card in range(6):
        child.step.setFocus()
        for _tab in range(12):
            now = QApplication.focusWidget()
            assert now is not None
            QTest.keyClick(now, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if isinstance(focused, PictureButton) and focused.words() == "I don’t like it":
                break
        assert isinstance(focused, PictureButton)
        QTest.keyClick(focused, Qt.Key.Key_Return)
        settle()
    assert len(child.room.sitting.cards) == 6
    assert set(child.room.sitting.cards.values()) == {"down"}


def test_a_picture_says_its_words_and_what_is_chosen_is_told(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER, *["Skip"] * 4, "Hard")
    button = child.buttons()["Hard"]
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.text(QAccessible.Text.Name) == "Hard"
    assert interface.state().checked


def test_escape_does_nothing(enter: Callable[[str], Child]) -> None:
    child = enter("7_to_10")
    child.press(TOGETHER)
    step = child.step
    QTest.keyClick(child.page, Qt.Key.Key_Escape)
    QTest.keyClick(child.step, Qt.Key.Key_Escape)
    settle()
    assert child.step is step


def test_buttons_of_the_room_are_all_ours(enter: Callable[[str], Child]) -> None:
    """A plain Qt button would have no focus ring and no big target."""
    child = enter("7_to_10")
    assert all(hasattr(each, "words") for each in child.room.findChildren(QAbstractButton))


# A drawing on paper


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    from PIL import Image

    file = tmp_path / "drawing.jpg"
    Image.new("RGB", (80, 60), (10, 120, 10)).save(file, "JPEG")
    return file


def hand_in(house: House, show: Show, meeting: int, photo: Path) -> HandOverPage:
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    page.take_photo(str(photo))
    page.records._background.finish()
    settle()
    return page


def test_a_photographed_drawing_is_told_about_and_kept_with_the_childs_words(
    house: House, show: Show, enter: Callable[[str], Child], vault: Vault, meeting: int, drawing: Path
) -> None:
    page = hand_in(house, show, meeting, drawing)
    assert page.photo_says.words() == "The photo is ready. It is stored only if it is kept."
    child = enter("7_to_10")
    child.press(ALONE)
    assert "Tell me about your picture" in child.sees()
    child.write("It is my den")
    child.press("Next", *["Skip"] * 8)
    to_the_end(child)
    assert child.step.findChildren(PhotoView)
    child.press("On my sheet", "Next")
    assert vault.sealed.stored() == set()
    child.press("Keep")
    [one] = kept(vault, meeting)
    assert (one.words, one.mark) == ("It is my den", "A drawing")
    assert len(vault.sealed.stored()) == 1
    assert vault.child_drafts.photos == {}
    book = read(vault, childs_book.childs_book, read(vault, planning.meeting_facts, meeting).child_id)
    papers = read(vault, childs_kept_words.drawings, read(vault, planning.meeting_facts, meeting).child_id)
    filled: Any = childs_drawing.with_drawings(book, papers, vault.sealed)
    assert filled.meetings[0].said[0].picture.startswith(b"\xff\xd8\xff")
    pdf = childs_drawing.show_sheet(book, 18, papers, vault.sealed)
    assert b"/DCTDecode" in pdf.data
    everyone = read(vault, summarising.whole_sheet, meeting, TODAY)
    assert everyone.child_says[0].chosen == "A drawing."
    before: Any = show(MeetingSheetPage(house, MeetingSheetPlace(meeting)))
    before.for_whom.row(ForWhom.CHILD).click()
    assert b"/DCTDecode" in before.job(before.sheet(), 18)().data, (
        "their own sheet has it before the meeting too"
    )
    before.for_whom.row(ForWhom.EVERYONE).click()
    assert b"/DCTDecode" not in before.job(before.sheet(), 12)().data


def test_a_drawing_that_is_left_out_or_rubbed_out_is_stored_nowhere(
    house: House, show: Show, enter: Callable[[str], Child], vault: Vault, meeting: int, drawing: Path
) -> None:
    hand_in(house, show, meeting, drawing)
    child = enter("7_to_10")
    child.press(ALONE)
    child.write(SECRET)
    child.press("Leave the picture out")
    assert "What is going well at school?" in child.sees()
    child.press(*["Skip"] * 8)
    to_the_end(child)
    assert SECRET not in child.sees()
    child.press("Next", "Finish")
    assert kept(vault, meeting) == ()
    assert vault.sealed.stored() == set()


def test_a_drawing_without_words_is_kept_too_and_can_be_rubbed_out_at_the_end(
    house: House, show: Show, enter: Callable[[str], Child], vault: Vault, meeting: int, drawing: Path
) -> None:
    hand_in(house, show, meeting, drawing)
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", *["Skip"] * 8, "Next", *["Skip"] * 2)
    to_the_end(child)
    assert "You drew this" in child.sees()
    child.press("Rub it out")
    assert not child.step.findChildren(PhotoView)
    child.press("Next", "Finish")
    assert vault.sealed.stored() == set()


def test_a_photo_can_be_taken_back_before_the_child_comes(
    house: House, show: Show, enter: Callable[[str], Child], meeting: int, drawing: Path
) -> None:
    page = hand_in(house, show, meeting, drawing)
    page.no_photo.click()
    child = enter("7_to_10")
    child.press(ALONE)
    assert "Tell me about your picture" not in child.sees()


def test_a_file_that_is_no_photo_is_refused_with_a_sentence(
    house: House, show: Show, meeting: int, tmp_path: Path
) -> None:
    other = tmp_path / "letter.jpg"
    other.write_bytes(b"%PDF-1.7")
    page = hand_in(house, show, meeting, other)
    assert "Choose a photo that ends in .jpg, .png, .heic or .tif." in page.photo_says.words()


def test_the_carer_sees_a_kept_drawing_with_the_words(
    house: House, show: Show, enter: Callable[[str], Child], meeting: int, drawing: Path
) -> None:
    hand_in(house, show, meeting, drawing)
    child = enter("7_to_10")
    child.press(ALONE, *["Skip"] * 9)
    to_the_end(child)
    child.press("Next", "Next", "Keep")
    page: ChildSaysPage = show(ChildSaysPage(house, PreparePart(meeting, Part.CHILD_SAYS)))
    page.records._background.finish()
    settle()
    [view] = page.kept.ids()
    assert page.kept.row(view).photo is not None
