"""From an empty computer to a ticked-off action and a stored copy, with keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from carer_app.choices import ConcernKind
from tests.builders import PASSWORD
from tests.journeys.keyboard import ALT, CTRL, Keyboard
from ui.shell.app import Companion
from ui.widgets import combo

pytestmark = pytest.mark.journey


@pytest.fixture
def keys(companion: Companion, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    # A list finds "lee" only from letters typed soon after one another; a slow machine is not a slow typist.
    monkeypatch.setattr(combo, "SAME_NAME_MS", 60_000)
    return Keyboard(companion)


@pytest.fixture
def copy_from_school(tmp_path: Path) -> Path:
    path = tmp_path / "from-school.pdf"
    write_pdf(path)
    return path


def write_pdf(path: Path) -> None:
    """A PDF of three pages as some other program makes them."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in (1, 2, 3):
        painter.drawText(600, 900, f"Personal Education Plan, page {page}")
        if page < 3:
            writer.newPage()
    painter.end()


def test_the_whole_job_is_done_by_keyboard_alone(keys: Keyboard, copy_from_school: Path) -> None:
    first_run(keys)
    add_mia(keys)
    plan_the_meeting(keys)
    get_ready(keys)
    see_the_sheet(keys)
    write_down_what_was_agreed(keys)
    tick_off(keys)
    file_the_copy(keys, copy_from_school)
    lock_with_a_dialog_open(keys)
    everything_is_still_there(keys)


def first_run(keys: Keyboard) -> None:
    assert keys.place == "Welcome"
    keys.all_round()
    keys.enter("Continue")
    keys.all_round()
    keys.choose("What did your fostering service say?", "Yes")
    keys.fill("Who said so?", "Ms Dean")
    keys.fill("When?", "2 march 2026")
    keys.all_round()
    keys.enter("Continue")
    keys.all_round()
    keys.fill("Password", PASSWORD)
    keys.enter("Use this password")
    keys.wait(lambda: keys.companion.records.is_open, "the records to be made")
    assert keys.place == "WayBackSheetPlace"
    keys.all_round()
    keys.enter("Make my sheet")
    keys.rest()
    keys.finds("It is shown only now and cannot be shown again.")
    keys.all_round()
    keys.enter("I have it on paper")
    keys.all_round()
    keys.enter("Ask me in a week")
    assert keys.place == "Home"


def add_mia(keys: Keyboard) -> None:
    """A first name and one date; then the school, and the days it is open."""
    keys.all_round()
    keys.enter("Add a child")
    keys.fill("Name you use at home", "Mia")
    keys.choose("What do you know?", "I know when they came into care")
    keys.fill("Which day did they come into care?", "3 feb 2026")
    keys.all_round()
    keys.enter("Add this child")
    assert keys.place == "ChildRecord"

    keys.enter("Add the school")
    assert keys.place == "EditChild"
    keys.all_round()
    keys.fill("Name of the school", "Riverside Primary")
    keys.fill("Started at this school on", "10 feb 2026")
    keys.enter("Continue")
    keys.enter("Which council is responsible for Mia?")
    assert keys.place == "CouncilRules"
    keys.tab_to("I don’t know yet")
    keys.type("lee", over=False)
    keys.finds("This is what Leeds asks for")
    keys.all_round()
    keys.press(Qt.Key.Key_Left, ALT)
    keys.enter("School dates")
    assert keys.place == "SchoolDates"
    keys.space("Use these dates: Riverside Primary…")
    keys.all_round()
    keys.press(Qt.Key.Key_Left, ALT)
    assert keys.place == "ChildRecord"
    keys.finds("It was due by Tuesday 3 March 2026")


def plan_the_meeting(keys: Keyboard) -> None:
    keys.all_round()
    keys.enter("Get ready")
    assert keys.place == "GetReady"
    keys.all_round()
    keys.enter("When and where")
    keys.fill("Day", "10 march 2026")
    keys.fill("Time", "2pm")
    keys.fill("Place", "Riverside Primary, the library")
    keys.all_round()
    keys.space("Continue")
    keys.finds("Tuesday 10 March 2026, 2.00pm · Riverside Primary, the library")


def get_ready(keys: Keyboard) -> None:
    keys.enter("What Mia wants to say")
    keys.enter("Add something Mia said")
    assert keys.name() == "1. What Mia said"
    keys.type("Playtime is hard. They run off.")
    keys.space("Hide whose words and when: 1. What Mia said")
    keys.all_round()
    keys.space("I have finished this part")
    keys.enter("Continue")

    keys.enter("What is going well")
    keys.enter("Begin")
    keys.fill("In your own words…", "Loves art with Zoë.")
    for line in range(2, 36):
        keys.press(Qt.Key.Key_Return)
        keys.type(f"Line {line}.", over=False)
    keys.space("Add: reading…")
    keys.all_round()
    keys.enter("Continue")
    keys.enter("Not sure yet")
    keys.enter("Leave this out")
    keys.enter("Continue")
    assert keys.place == "PreparePart"
    keys.all_round()
    keys.enter("Continue")

    keys.enter("What makes school hard just now")
    keys.enter(f"Add: {ConcernKind.CHILDREN.words}")
    keys.type("In tears after lunch about twice a week.")
    keys.fill("What we ask for: 1. …", "A buddy at playtime.")
    keys.fill("Who we ask: 1. …", "Mr Fox")
    keys.all_round()
    keys.enter("Continue")

    keys.enter("Questions for school")
    keys.enter("Add: How is Mia doing…")
    keys.enter("Write a question of my own")
    keys.type("Who is the new form tutor?")
    keys.press(Qt.Key.Key_Up, ALT)
    assert keys.name() == "Question 1"
    keys.all_round()
    keys.enter("Continue")


def see_the_sheet(keys: Keyboard) -> None:
    keys.enter("Check and print")
    keys.finds("“Playtime is hard. They run off.”")
    keys.all_round()
    keys.enter("See and print")
    keys.wait(lambda: keys.reads("Page 1 of 2"), "the sheet")
    keys.all_round()
    keys.tab_to("Pages")
    keys.finds("Playtime is hard. They run off.")
    keys.enter("Read as text")
    keys.tab_to("Words on the pages")
    keys.finds("A buddy at playtime.")
    keys.space("Show the pages")
    for place in ("CheckAndPrint", "GetReady"):
        keys.press(Qt.Key.Key_Left, ALT)
        assert keys.place == place


def write_down_what_was_agreed(keys: Keyboard) -> None:
    keys.enter("The meeting is over")
    assert keys.place == "AfterMeeting"
    keys.all_round()
    keys.space("It was held on Tuesday 10 March 2026")
    assert keys.name() == "Agreed: A buddy at playtime · Mr Fox", "what was asked for needs only a tick"
    keys.press(Qt.Key.Key_Space)
    keys.finds("Agreed: A buddy at playtime.")
    keys.press(Qt.Key.Key_Z, CTRL)
    for what, who, name, when in (
        ("Find a buddy for playtimes", "School", "Mr Fox", "20 march 2026"),
        ("Ask about a place at swimming", "Me", "", ""),
    ):
        keys.tab_to("What will happen")
        keys.type(what)
        keys.choose("Who will do it", who)
        keys.fill("By when (optional)", when)
        if name:
            keys.fill("Their name (optional)", name)
        keys.press(Qt.Key.Key_Return)
        assert keys.name() == "What will happen"
    keys.finds("Find a buddy for playtimes")
    keys.finds("Mr Fox")
    keys.finds("By 20 March")
    keys.all_round()
    keys.enter("Next: the next date")
    keys.fill("When is the next PEP meeting? (optional)", "8 sep 2026")
    keys.press(Qt.Key.Key_Return)
    keys.all_round()
    keys.enter("Next: what surprised you")
    assert keys.name() == "What surprised you? (optional)"
    keys.enter("Why this day?")
    assert keys.place == "NextPepPlace"
    keys.all_round()
    keys.enter("Continue")
    assert keys.place == "AfterMeeting"
    keys.finds("Tuesday 8 September 2026")


def tick_off(keys: Keyboard) -> None:
    """Tick, undo, tick again. F6 leads to the side bar and back."""
    keys.press(Qt.Key.Key_F6)
    keys.enter("Actions")
    assert keys.place == "Actions"
    keys.all_round()
    mine = "Ask about a place at swimming, Mia"
    keys.space(f"Done: {mine}")
    keys.finds("Ticked off: Ask about a place at swimming")
    keys.press(Qt.Key.Key_Z, CTRL)
    keys.space(f"Done: {mine}")
    keys.press(Qt.Key.Key_F6)
    keys.press(Qt.Key.Key_F6)
    assert keys.name() == "Undo: Ticked off: Ask about a place at swimming"
    keys.press(Qt.Key.Key_F6)
    assert keys.name() == "To do"
    keys.press(Qt.Key.Key_Left)
    assert keys.name() == "Done"
    keys.tab_to(f"Done: {mine}")
    keys.tab_to("Done", back=True)
    keys.press(Qt.Key.Key_Right)
    assert keys.name() == "To do"


def file_the_copy(keys: Keyboard, path: Path) -> None:
    keys.press(Qt.Key.Key_4, CTRL)
    assert keys.place == "Documents"
    keys.all_round()
    keys.enter("PEP of 10 March 2026, …")
    assert keys.place == "PepCopyPlace"
    keys.fill("Who said you may keep files they send you?", "Ms Dean")
    keys.all_round()
    keys.press(Qt.Key.Key_Return)
    keys.enter("Choose a file or photos")
    keys.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the file dialog")
    keys.type(str(path))
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: keys.reads("It is stored here, locked."), "the copy to be stored")
    keys.all_round()
    keys.enter("Read it")
    keys.wait(lambda: keys.reads("Page 1 of 3"), "the copy to open")
    keys.all_round()
    keys.tab_to("Pages")
    keys.press(Qt.Key.Key_End)
    keys.wait(lambda: keys.reads("Page 3 of 3. Personal Education Plan, page 3"), "the last page")


def lock_with_a_dialog_open(keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_Left, ALT)
    keys.enter("Take the file out")
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    assert keys.name() == "Keep it here"
    keys.press(Qt.Key.Key_Tab)
    assert keys.name() == "Take the file out"
    keys.press(Qt.Key.Key_L, CTRL)
    keys.wait(lambda: QGuiApplication.focusWindow() is not None, "the window")
    assert not keys.companion.records.is_open
    assert keys.place == "Unlock"
    assert not [said for said in keys.everything() if "Mia" in said or "Ms Dean" in said]
    keys.all_round()
    keys.tab_to("Password (three words)")
    keys.type(PASSWORD)
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: keys.companion.records.is_open, "the records to open")
    assert keys.place == "PepCopyPlace"
    keys.finds("Stored here, locked, on Tuesday 10 March 2026.")


def everything_is_still_there(keys: Keyboard) -> None:
    keys.press(Qt.Key.Key_2, CTRL)
    keys.enter("Mia")
    keys.rest()
    keys.finds("Riverside Primary, since 10 February 2026")
    keys.enter("Tuesday 10 March 2026, 2.00pm, It was held")
    keys.finds("2 actions so far.")
    keys.finds("Tuesday 8 September 2026")
    keys.press(Qt.Key.Key_3, CTRL)
    keys.finds("Find a buddy for playtimes")
    assert not keys.reads("Ask about a place at swimming")
    keys.press(Qt.Key.Key_1, CTRL)
    assert keys.place == "Home"
    keys.all_round()
