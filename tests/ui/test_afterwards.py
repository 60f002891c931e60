"""Afterwards, in the child's own part: what came of what was said, how I say it instead, and my own book."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carer_app.choices import KeepsakeKind, NoteKind, Owner, Part, Share, WhoseWords
from carer_app.jobs import childs_drawing
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import (
    childs_kept_words,
    filing,
    for_home,
    hearing_the_child,
    household,
    keepsakes,
    planning,
    preparing,
    reading_kept,
    recording_the_meeting,
    reporting_back,
    writing_notes,
    writing_to_the_child,
    you_said,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, SHOW_THEM, Child, heard
from ui.after_meeting.you_said import YouSaidPage
from ui.base.house import House
from ui.base.places import ChildsOwnPart, PreparePart, YouSaid
from ui.child_mode.afterwards import BookStep, NotHowStep, WhatHappenedStep, WroteStep
from ui.child_mode.beginning import StartStep
from ui.child_mode.coming import WhoStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.preparation.child_says import ChildSaysPage
from ui.widgets.button import Button
from ui.widgets.picture import DrawnPicture, PhotoView
from ui.widgets.text import Heading, PlainLabel

Show = Callable[[Any], Any]
AGES = [asked.key for asked in age_sets()]
BEFORE = TODAY - timedelta(days=10)
NOT_HOW = "That is not how I said it"
OFF = "Zqoff words at lunch"


@pytest.fixture
def held(vault: Vault) -> int:
    """A meeting that was held, at which two things that were said came to something."""
    do(vault, household.set_own_name, "Sam")
    child = builders.add_child(vault)
    meeting: int = builders.add_meeting(vault, child, BEFORE, uid="uid-held")
    said = Sitting("7_to_10")
    said.said["day.lunch"] = Said(words="Too loud.", share=Share.SHEET)
    said.said["playtimes"] = Said(words=OFF, share=Share.OFF)
    do(vault, childs_kept_words.keep, meeting, said, BEFORE)
    view = do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, BEFORE)
    do(vault, hearing_the_child.write_view, view, "She wants more maths.")
    do(vault, reading_kept.say_read, meeting)
    do(vault, recording_the_meeting.meeting_was_held, meeting, BEFORE, BEFORE)
    action = NewAction("A quiet room at lunch", Owner.SCHOOL, "Mr Fox", TODAY)
    quiet = do(vault, recording_the_meeting.add_action, meeting, action, BEFORE)
    lunch, maths = read(vault, you_said.said_to_the_meeting, meeting)
    do(vault, you_said.set_action, lunch.id, quiet)
    do(vault, you_said.write_what_happened, maths.id, "cannot_because", "there is no teacher for it yet")
    return meeting


@pytest.fixture
def enter(house: House, show: Show, held: int) -> Callable[..., Child]:
    def _enter(set_key: str = "7_to_10", afterwards: bool = True) -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(held, set_key, afterwards=afterwards)))
        settle()
        return Child(page)

    return _enter


def words_of(page: Any) -> str:
    return "\n".join(label.words() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page))


@pytest.mark.parametrize("set_key", AGES)
def test_at_every_age_a_child_reads_what_came_of_each_thing_by_themselves(
    enter: Callable[..., Child], set_key: str
) -> None:
    child = enter(set_key)
    assert isinstance(child.step, WhatHappenedStep)
    seen = child.sees()
    while "Next" in child.buttons():
        child.press("Next")
        seen += child.sees()
    for words in (
        "Too loud.",
        "Mr Fox said yes to this: A quiet room at lunch.",
        "She wants more maths.",
        "They said no, because there is no teacher for it yet.",
    ):
        assert words in seen
    assert "Now:" not in seen
    assert ("By 10 March." in seen) is (set_key != AGES[0]), "a day says nothing to the youngest"
    assert OFF not in seen, "nothing came of what was nobody's to hear"
    left: list[bool] = []
    child.page.leave_room.connect(lambda: left.append(True))
    child.press("Finish")
    assert left == [True]


@pytest.mark.parametrize("set_key", AGES)
def test_words_that_somebody_else_wrote_down_are_not_shown_as_said_by_the_child(
    enter: Callable[..., Child], vault: Vault, held: int, set_key: str
) -> None:
    thinks = do(vault, hearing_the_child.add_view, held, WhoseWords.CARER_THINKS, BEFORE)
    do(vault, hearing_the_child.write_view, thinks, "She needs more time.")
    do(vault, you_said.write_what_happened, thinks, "now", "A card for more time")
    child = enter(set_key)
    over = dict[str, str]()
    for page in range(3):
        heading = ""
        for label in child.step.findChildren(PlainLabel):
            if isinstance(label, Heading) and label.level == 2 and label.words() != "What happened":
                heading = label.words()
            over.setdefault(label.words(), heading)
        if "Next" in child.buttons() and page < 2:
            child.press("Next")
    assert over["Too loud."] == "You said"
    assert over["She wants more maths."] == "Sam wrote that you said"
    assert over["She needs more time."] == "Sam thinks that you would say"


@pytest.mark.parametrize("set_key", AGES)
def test_what_came_of_it_does_not_scroll(enter: Callable[..., Child], set_key: str) -> None:
    child = enter(set_key)
    child.page.resize(1366, 740)
    settle()
    for page in (1, 2):
        assert child.step.where() == (page, 2)
        assert child.step.body.verticalScrollBar().maximum() == 0
        child.press("Next" if page == 1 else "Go back")


def test_the_youngest_hear_it_first(enter: Callable[..., Child], qtbot: QtBot) -> None:
    child = enter(AGES[0])
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    child.room.focus_step()
    assert QApplication.focusWidget() is child.buttons()["Read it"]


@pytest.mark.parametrize("set_key", AGES[:2])
def test_each_thing_has_a_picture_also_where_it_answers_no_question_of_ours(
    enter: Callable[..., Child], set_key: str
) -> None:
    child = enter(set_key)
    assert len(child.step.findChildren(DrawnPicture)) == 1
    child.press("Next")
    assert "She wants more maths." in child.sees()
    assert len(child.step.findChildren(DrawnPicture)) == 1


def test_before_words_off_the_sheet_are_shown_it_is_asked_who_is_there_and_no_word_of_them_is_seen(
    enter: Callable[..., Child],
) -> None:
    child = enter("7_to_10")
    child.press("What I kept before")
    assert "Was it you who kept them? Is anyone looking?" in child.sees()
    heard_here = repr(heard(child.room))
    assert OFF not in heard_here
    assert "Too loud." not in heard_here
    child.press("Go back")
    assert isinstance(child.step, WhatHappenedStep)
    child.press("What I kept before", SHOW_THEM)
    assert OFF in child.sees()


def test_the_oldest_read_what_the_carer_wrote_as_their_words_and_nothing_else_the_carer_wrote(
    enter: Callable[..., Child], vault: Vault, held: int
) -> None:
    """Only for this meeting, only what is printed, and to be put right on the spot."""
    for whose, words, on_sheet in (
        (WhoseWords.CHILD_SAID, "I hate PE.", True),
        (WhoseWords.CARER_THINKS, "She is shy.", True),
        (WhoseWords.CHILD_SAID, "Zqnot for the meeting", False),
    ):
        view = do(vault, hearing_the_child.add_view, held, whose, BEFORE)
        do(vault, hearing_the_child.write_view, view, words)
        if not on_sheet:
            do(vault, hearing_the_child.put_on_sheet, view, False)
    do(vault, preparing.write_answer, held, "home.proud_of", "Zqcarer’s own words")
    for young in AGES[:2]:
        assert "Show me what Sam wrote" not in enter(young, afterwards=False).buttons()
    child = enter("11_to_16", afterwards=False)
    child.press(ALONE)
    while not isinstance(child.step, WhoStep):
        child.press("Next")
    child.press("Show me what Sam wrote")
    assert isinstance(child.step, WroteStep)
    seen = child.sees()
    for words in (
        "Sam wrote that you said",
        "She wants more maths.",
        "Sam thinks that you would say",
        "She is shy.",
    ):
        assert words in seen
    for words in ("Zq", "Too loud.", OFF):
        assert words not in repr(heard(child.room))
    change = next(
        each for each in child.step.findChildren(Button) if each.accessibleName() == f"{NOT_HOW}: I hate PE."
    )
    change.click()
    settle()
    child.write("I hate the changing rooms.")
    child.press("Keep it, on my sheet")
    assert isinstance(child.step, WroteStep)
    assert "I say it like this: I hate the changing rooms." in child.sees()
    assert "I hate PE." in child.sees()
    child.press("Talk to someone else", "Go back", "Go back")
    assert isinstance(child.step, WhoStep)


def test_a_page_of_the_book_says_what_it_is(enter: Callable[..., Child]) -> None:
    child = enter("7_to_10")
    child.press("My own book")
    assert child.step.accessibleName() == "The meeting on Saturday 28 February 2026"
    assert child.step.findChildren(DrawnPicture)
    oldest = enter("11_to_16")
    oldest.press("My own book")
    assert not oldest.step.findChildren(DrawnPicture)


def test_before_a_meeting_the_same_is_on_the_way_from_the_first_page_and_back(
    enter: Callable[..., Child],
) -> None:
    child = enter("7_to_10", afterwards=False)
    assert isinstance(child.step, StartStep)
    child.press("What I kept before", "What happened")
    assert isinstance(child.step, WhatHappenedStep)
    assert "Too loud." in child.sees()
    child.press("Go back")
    assert isinstance(child.step, StartStep)


@pytest.mark.parametrize("share", [Share.SHEET, Share.OFF])
def test_that_is_not_how_i_said_it_puts_the_childs_own_words_beside_the_old_ones_and_the_carer_reads_both(
    enter: Callable[..., Child], house: House, show: Show, vault: Vault, held: int, share: Share
) -> None:
    assert not read(vault, reading_kept.is_unread, held)
    child = enter("7_to_10")
    child.press("Next", NOT_HOW)
    assert isinstance(child.step, NotHowStep)
    assert "Sam can read both." in child.sees()
    child.write("I want harder maths.")
    assert child.buttons()["You typed this"].isChecked(), "who is alone is not asked what can be known"
    child.press("You said this, Sam wrote it down")
    child.press("Keep it, on my sheet" if share == Share.SHEET else "Keep it, off my sheet")
    assert isinstance(child.step, WhatHappenedStep)
    assert "She wants more maths." in child.sees(), "the old words stay"
    assert "I say it like this: I want harder maths." in child.sees()
    assert read(vault, reading_kept.is_unread, held)
    card = read(vault, for_home.home, TODAY).steps[0]
    assert "Mia kept something. Read it today." in repr(card)
    page: ChildSaysPage = show(ChildSaysPage(house, PreparePart(held, Part.CHILD_SAYS)))
    told = words_of(page)
    assert "Before it said: “She wants more maths.”. Both stay." in told
    assert "“I want harder maths.”" in told
    assert not any(word in told.lower() for word in ("wrong", "mistake", "fault", "blame"))
    sheet = repr(read(vault, reporting_back.child_sheet, held))
    assert ("I want harder maths." in sheet) is (share == Share.SHEET)
    assert "She wants more maths." in sheet


def test_nothing_is_kept_of_it_before_a_button_is_pressed(
    enter: Callable[..., Child], vault: Vault, held: int, tmp_path: Path
) -> None:
    child = enter("7_to_10")
    child.press(NOT_HOW)
    child.write("Zanzibar")
    child.press("Go back", NOT_HOW)
    assert child.step.text.text() == "Zanzibar"  # type: ignore[attr-defined]
    child.press("Rub it out")
    assert isinstance(child.step, WhatHappenedStep)
    assert len(read(vault, childs_kept_words.kept_for, held)) == 2
    assert not any(b"Zanzibar" in each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())


def test_what_comes_off_the_sheet_takes_how_it_was_said_differently_along(vault: Vault, held: int) -> None:
    kept = read(vault, childs_kept_words.kept_for, held)
    lunch = next(each for each in kept if each.said.words == "Too loud.")
    do(
        vault,
        childs_kept_words.say_differently,
        lunch.id,
        "It echoes.",
        Share.SHEET,
        WhoseWords.CHILD_TYPED,
        TODAY,
    )
    printed = read(vault, reporting_back.child_sheet, held)
    assert "It echoes." in repr(printed)
    do(vault, childs_kept_words.take_off_my_sheet, lunch.id, TODAY)
    assert "It echoes." not in repr(read(vault, reporting_back.child_sheet, held))


def test_the_book_is_read_page_by_page_with_letters_what_was_achieved_and_pictures(
    enter: Callable[..., Child], vault: Vault, held: int, tmp_path: Path
) -> None:
    from PIL import Image

    child_id = read(vault, planning.meeting_facts, held).child_id
    letter = do(vault, writing_to_the_child.begin_letter, child_id, BEFORE)
    do(vault, writing_to_the_child.give_letter, letter, BEFORE)
    do(vault, writing_notes.add_note, child_id, NewNote(NoteKind.ACHIEVEMENT, BEFORE, "You swam 50 metres."))
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    file = tmp_path / "certificate.png"
    Image.new("RGB", (80, 60), (10, 120, 10)).save(file)
    new = childs_drawing.seal(childs_drawing.take_photo(file), vault.sealed)
    do(vault, keepsakes.add_keepsake, child_id, KeepsakeKind.CERTIFICATE, "Swimming", new, date(2026, 3, 2))
    child = enter("7_to_10")
    child.press("My own book")
    seen, photos = child.sees(), 0
    while "Next" in child.buttons():
        child.press("Next")
        assert isinstance(child.step, BookStep)
        seen += child.sees()
        photos += len(child.step.findChildren(PhotoView))
    for words in ("Too loud.", "A quiet room at lunch", "Dear Mia,", "You swam 50 metres.", "Swimming"):
        assert words in seen
    assert photos == 1
    assert OFF not in seen


def test_the_carer_gives_the_computer_only_where_there_is_something_to_read(
    house: House, show: Show, vault: Vault, held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page: YouSaidPage = show(YouSaidPage(house, YouSaid(held)))
    gone: list[Any] = []
    page.go.connect(gone.append)
    page.give.click()
    assert [(each.meeting_id, each.afterwards) for each in gone] == [(held, True)]
    monkeypatch.setattr(type(house.records), "forgets", property(lambda _self: True))
    page.refresh()
    assert not page.give.isVisible()


@pytest.mark.parametrize("set_key", AGES)
def test_how_i_say_it_begins_at_the_box_with_nothing_over_it_and_fits_the_screen(
    enter: Callable[..., Child], qapp: QApplication, set_key: str
) -> None:
    """The words that stand there, then the box, then what is done with it: all of it in sight."""
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))
    try:
        child = enter(set_key)
        child.page.resize(1366, 768 - 28)
        child.press(NOT_HOW)
        step: Any = child.step
        assert step.body.verticalScrollBar().maximum() == 0
        box = step.text.mapTo(step, QPoint(0, 0)).y()
        for words in ("Keep it, on my sheet", "Keep it, off my sheet", "Rub it out"):
            button = child.buttons()[words]
            assert button.mapTo(step, QPoint(0, 0)).y() >= box + step.text.height()
        for row in step.whose.rows():
            assert row.visibleRegion().boundingRect() == row.rect(), "who wrote it down is in sight"
        assert step.keys.box is step.text
    finally:
        theme.apply(qapp, theme.Look())


@pytest.mark.parametrize(("set_key", "afterwards"), [(AGES[0], True), (AGES[1], False)])
def test_where_somebody_may_write_for_the_child_it_is_asked_who_did_and_the_keyboard_goes_there(
    enter: Callable[..., Child], qtbot: QtBot, vault: Vault, held: int, set_key: str, afterwards: bool
) -> None:
    child = enter(set_key, afterwards=afterwards)
    with qtbot.waitActive(child.page):
        child.page.activateWindow()
    child.press(NOT_HOW) if afterwards else child.press("What I kept before", SHOW_THEM, "Add to it")
    child.write("It echoes.")
    child.press("Keep it, off my sheet")
    assert "Say who wrote it down, then press again." in child.sees()
    assert QApplication.focusWidget() is child.step.whose.rows()[0]  # type: ignore[attr-defined]
    assert "It echoes." not in repr(read(vault, childs_kept_words.kept_for, held))
    child.press("You typed this", "Keep it, off my sheet")
    assert "It echoes." in repr(read(vault, childs_kept_words.kept_for, held))


@pytest.mark.parametrize("set_key", AGES[:2])
def test_each_thing_fits_a_page(enter: Callable[..., Child], qapp: QApplication, set_key: str) -> None:
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))
    try:
        child = enter(set_key)
        for screen in ((1366, 768), (1024, 700)):
            child.page.resize(screen[0], screen[1] - 28)
            settle()
            assert child.step.body.verticalScrollBar().maximum() == 0, screen
    finally:
        theme.apply(qapp, theme.Look())
