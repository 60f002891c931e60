"""The closed room in the whole application: no way to anything else, and out of it only through the lock, to Home."""

import random
import weakref
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from carer_app.choices import PlainQuestion
from carer_app.computer import preferences
from carer_app.computer.paths import DataDir
from carer_app.use_cases import childs_kept_words, preparing
from tests import builders
from tests.journeys.conftest import bring_forward, press, put_away, settle, unlock, visit, wait_for
from tests.journeys.test_locking import nothing_left
from tests.journeys.test_locking_by_itself import Clocks
from tests.ui.childs_room import ALONE, TOGETHER, Child, heard
from tests.ui.test_childs_room import plant_canaries
from ui.base.places import Actions, CheckAndPrint, ChildRecord, ChildsOwnPart, HandOver, Home, Unlock
from ui.base.records import Undo
from ui.look import theme
from ui.shell import one_window
from ui.shell.app import Companion
from ui.widgets import read_aloud
from ui.widgets.saved_text import SavedText

pytestmark = pytest.mark.journey

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Room:
    """The application with a child in the room."""

    def __init__(self, companion: Companion, ids: dict[str, Any], clocks: Clocks) -> None:
        self.companion, self.ids, self.clocks = companion, ids, clocks
        self.place = ChildsOwnPart(ids["coming"], "7_to_10")

    def enter(self) -> Child:
        visit(self.companion, self.place)
        return Child(self.companion.window.page)


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, data: DataDir) -> Iterator[Room]:
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    ids = builders.ordinary_household(vault)
    ids["canaries"] = plant_canaries(vault)
    vault.close()
    clocks = Clocks()
    companion = Companion(
        data, lambda: builders.TODAY, monotonic=lambda: clocks.awake, wall=lambda: clocks.wall
    )
    companion.start()
    bring_forward(companion, qtbot)
    unlock(companion)
    wait_for(lambda: companion._auto_lock is not None, "the first page to settle in")
    settle()
    yield Room(companion, ids, clocks)
    put_away(companion)
    theme.apply(qapp, theme.Look())


def test_entering_takes_the_carers_pages_out_of_memory(room: Room) -> None:
    companion = room.companion
    refs = [
        weakref.ref(visit(companion, place))
        for place in (Home(), Actions(), ChildRecord(room.ids["mia"]), CheckAndPrint(room.ids["coming"]))
    ]
    visit(companion, HandOver(room.ids["coming"]))
    still_there: list[object] = []
    companion.window.room_changed.connect(
        lambda: still_there.extend(page for ref in refs if (page := ref()) is not None and isValid(page))
    )
    press(companion, "Give Mia the computer")
    assert still_there == [], "they would be given the look of the room first: a third of a second"
    assert isinstance(companion.window.place, ChildsOwnPart)
    assert nothing_left(refs) == []
    assert not companion.window.side_bar.isVisible()
    assert "Mia" not in companion.window.windowTitle()
    assert theme.current().scale >= theme.CHILD_SCALE


def test_every_command_of_the_window_is_dead_but_for_text_size_lock_and_close(room: Room) -> None:
    companion = room.companion
    child = room.enter()
    child.press(ALONE)
    step, alive = child.step, {"Lock", "Close PEP Companion"}
    companion.window.go(Home())
    child.page.go.emit(Actions())
    companion.window.back()
    settle()
    assert companion.window.place == room.place
    commands = [each for each in companion.window.actions() if each.text() not in alive]
    assert len(commands) > 10
    for command in commands:
        command.trigger()
        settle()
        assert companion.window.place == room.place, command.text()
        assert child.step is step, command.text()
        assert QApplication.activeModalWidget() is None
    for key, modifier in ((Qt.Key.Key_1, CTRL), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_P, CTRL), (Qt.Key.Key_F1, None),
                          (Qt.Key.Key_Left, ALT), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_K, CTRL),
                          (Qt.Key.Key_Escape, None), (Qt.Key.Key_Menu, None), (Qt.Key.Key_F10, None)):  # fmt: skip
        QTest.keyClick(companion.window, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()
        assert companion.window.place == room.place
        assert child.step is step
        assert QApplication.activePopupWidget() is None


def test_undo_of_what_the_carer_did_is_gone_in_the_room(room: Room) -> None:
    companion = room.companion
    asked = (room.ids["coming"], PlainQuestion.SEAT)
    undo = Undo("Written", preparing.write_answer, (*asked, ""))
    companion.records.change(preparing.write_answer, *asked, "by the door", undo=undo)
    child = room.enter()
    assert companion.window._message_bar is None or not companion.window._message_bar.isVisible()
    QTest.keyClick(child.room, Qt.Key.Key_Z, CTRL)
    settle()
    assert not companion.records.undo()


def test_leaving_leads_to_the_lock_and_from_there_home(room: Room) -> None:
    companion = room.companion
    visit(companion, HandOver(room.ids["coming"]))
    child = room.enter()
    ref = weakref.ref(child.page)
    child.press("Not today", "Finish")
    del child
    assert companion.window.place == Unlock()
    assert not companion.records.is_open
    assert nothing_left([ref]) == []
    assert theme.current().scale == 100
    unlock(companion)
    assert companion.window.place == Home()
    QTest.keyClick(companion.window, Qt.Key.Key_Left, ALT)
    settle()
    assert companion.window.place == Home()


def test_locked_by_the_keyboard_in_the_middle_the_carer_sees_no_word(room: Room) -> None:
    companion = room.companion
    child = room.enter()
    child.press(ALONE)
    child.step.findChildren(SavedText)[0].insertPlainText("Marzipan is a secret word")
    QTest.keyClick(companion.window, Qt.Key.Key_L, CTRL)
    settle()
    assert companion.window.place == Unlock()
    unlock(companion)
    assert companion.window.place == Home()
    for place in (
        Home(),
        ChildRecord(room.ids["mia"]),
        CheckAndPrint(room.ids["coming"]),
        HandOver(room.ids["coming"]),
    ):
        visit(companion, place)
        assert "Marzipan" not in "\n".join(heard(companion.window))
    again = room.enter()
    assert "You had started something" in again.sees()
    again.press("Go on")
    assert again.step.findChildren(SavedText)[0].text() == "Marzipan is a secret word"


@pytest.mark.parametrize("minutes", [0, 60])
def test_left_alone_the_room_locks_whatever_the_carer_chose_for_their_own_pages(
    room: Room, minutes: int
) -> None:
    companion = room.companion
    companion._prefer(replace(companion._preferences, lock_after=minutes))
    child = room.enter()
    child.press(TOGETHER)
    auto_lock: Any = companion._auto_lock
    room.clocks.pass_by(14.1)
    auto_lock.idle.look()
    settle()
    room.clocks.pass_by(1)
    auto_lock.idle.look()
    settle()
    assert companion.window.place == Unlock()
    unlock(companion)
    assert companion.window.place == Home()


def test_closing_the_window_closes_the_records_and_the_next_start_asks_for_the_password(
    room: Room, data: DataDir
) -> None:
    companion = room.companion
    room.enter().press(ALONE)
    companion.window.close()
    companion.close()
    assert not companion.records.is_open
    again = Companion(data, lambda: builders.TODAY)
    again.start()
    settle()
    assert again.window.place == Unlock()
    wait_for(lambda: again._auto_lock is not None, "the first page to settle in")
    put_away(again)


def test_from_entering_on_only_the_password_opens_also_after_a_new_start(room: Room, data: DataDir) -> None:
    """The key store opens with one press, and would lead the child to the carer's pages."""
    companion = room.companion
    room.enter()
    assert preferences.read_preferences(data.preferences).only_password
    companion.window.close()
    companion.close()
    again = Companion(data, lambda: builders.TODAY)
    again.start()
    settle()
    assert again.window.house.preferences().only_password
    unlock(again)
    assert not preferences.read_preferences(data.preferences).only_password
    put_away(again)


def test_the_rooms_text_has_a_size_of_its_own_up_to_twice_its_usual(room: Room) -> None:
    companion = room.companion
    companion._prefer(replace(companion._preferences, text_size=125))
    child = room.enter()
    assert theme.current().scale == theme.CHILD_SCALE
    seen = [theme.current().scale]
    while "Bigger text" in child.buttons():
        child.press("Bigger text")
        seen.append(theme.current().scale)
    assert seen[-1] == 2 * theme.CHILD_SCALE
    assert seen == sorted(set(seen))
    child.press("Usual text")
    assert theme.current().scale == theme.CHILD_SCALE
    QTest.keyClick(companion.window, Qt.Key.Key_Plus, CTRL)
    settle()
    assert theme.current().scale > theme.CHILD_SCALE
    child.press("Not today", "Finish")
    assert theme.current().scale == 125, "the carer keeps theirs"


def test_entering_gives_the_room_its_text_and_touches_nothing_else(room: Room, qapp: QApplication) -> None:
    """The whole program used to be given another text size, and back: a third of a second each."""
    companion = room.companion
    visit(companion, HandOver(room.ids["coming"]))
    sheet, told = qapp.styleSheet(), list[object]()
    companion.window.side_bar.follow_look = lambda: told.append("the side bar")  # type: ignore[attr-defined]
    child = room.enter()
    child.press(ALONE)
    box = child.step.findChildren(SavedText)[0]
    assert box.font().pixelSize() == theme.font("body").pixelSize() == round(16 * theme.CHILD_SCALE / 100)
    child.press("Bigger text")
    box = child.step.findChildren(SavedText)[0]
    assert box.font().pixelSize() == theme.font("body").pixelSize() > round(16 * theme.CHILD_SCALE / 100)
    assert f"{theme.px(6)}px" in child.page.styleSheet()
    assert (qapp.styleSheet(), qapp.font().pixelSize(), told) == (sheet, 16, [])
    companion._prefer(replace(companion._preferences, colours="dark"))
    settle()
    assert (theme.current().colours, theme.worn().scale) == ("dark", 100)
    assert theme.current().scale > theme.CHILD_SCALE, (
        "the colours of the computer change, the size here does not"
    )
    child.room.leave()
    settle()
    assert theme.current() == theme.worn()
    assert (theme.current().scale, companion.window.place) == (100, Unlock())


def test_a_second_start_brings_the_room_forward_and_nothing_else(room: Room) -> None:
    child = room.enter()
    child.press(ALONE)
    step = child.step
    folder = room.companion.door.keeping.data.at_home
    (folder / one_window.COME_FORWARD).write_bytes(b"")
    wait_for(lambda: not (folder / one_window.COME_FORWARD).exists(), "the window to be brought forward")
    assert room.companion.window.place == room.place
    assert child.step is step


def test_what_the_rest_of_the_program_has_to_say_is_not_said_in_the_room(room: Room) -> None:
    child = room.enter()
    room.companion.records.problem.emit("Backing up Jordan went wrong")
    settle()
    assert "Jordan" not in "\n".join(heard(room.companion.window))
    assert "Jordan" not in child.sees()


def test_a_file_dropped_on_the_room_does_nothing(room: Room) -> None:
    child = room.enter()
    child.press(ALONE)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    dropped.setText("dropped")
    for target in (room.companion.window, child.room, child.step, *child.step.findChildren(SavedText)):
        event = QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)
    settle()
    assert "dropped" not in child.sees()
    assert child.room.sitting.is_empty


@pytest.mark.qt_log_ignore("qt.multimedia", "pipewire")
def test_whatever_a_child_presses_leads_nowhere_else(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few hundred presses, keys and right-clicks, made at random from a fixed seed."""
    monkeypatch.setattr(read_aloud, "ENGINE", "mock")  # a real one, without a sound card, may never come back
    companion, chance = room.companion, random.Random(6)
    words = room.ids["canaries"]
    keys = [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6,
            Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Menu, Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_P,
            Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_F, Qt.Key.Key_Comma]  # fmt: skip
    kinds = [Qt.KeyboardModifier.NoModifier, CTRL, ALT]
    steps, locked = set(), 0
    child = room.enter()
    for _turn in range(400):
        if companion.window.place == Unlock():
            locked += 1
            assert not companion.records.is_open
            unlock(companion)
            assert companion.window.place == Home()
            child = room.enter()
        assert companion.window.place == room.place
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        steps.add(type(child.step).__name__)
        what = chance.random()
        if what < 0.6:
            buttons = [b for b in companion.window.findChildren(QAbstractButton) if b.isVisible()]
            calm = [
                b
                for b in buttons
                if getattr(b, "words", str)()
                not in ("Finish", "Stop for now", "It wasn’t me", "Read it to me", "Read it", "Read this out")
            ]
            chance.choice(calm if chance.random() < 0.97 else buttons).click()
        elif what < 0.9:
            target = QApplication.focusWidget() or companion.window
            QTest.keyClick(target, chance.choice(keys), chance.choice(kinds))
        else:
            shown = [w for w in companion.window.findChildren(QWidget) if w.isVisible()]
            QTest.mouseClick(chance.choice(shown), Qt.MouseButton.RightButton, pos=QPoint(4, 4))
        settle()
        if _turn % 10 == 0 and companion.window.place == room.place:
            told = "\n".join(heard(companion.window))
            assert not [each for each in words if each in told]
    assert len(steps) > 6, steps


def test_a_whole_sitting_and_the_carer_finds_what_was_kept(room: Room) -> None:
    companion = room.companion
    child = room.enter()
    child.press(ALONE)
    child.write("Maths is too fast")
    child.press("Next", *["Skip"] * 7, "Skip", "Skip", "On my sheet", "Next", "Keep", "Finish")
    assert companion.window.place == Unlock()
    unlock(companion)
    [kept] = companion.records.read(childs_kept_words.kept_words, room.ids["mia"])
    assert kept.words == "Maths is too fast"
    assert companion.records.read(preparing.getting_ready, room.ids["coming"]).child == "Mia"
