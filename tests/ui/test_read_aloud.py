"""Read aloud with Qt's mock voice: line after line, marked, stopped by any key; and no voice at all."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.paper.content import Section
from carer_app.storage.vault import Vault
from tests import builders
from tests.ui.audit import settle
from ui.base import places
from ui.base.house import House
from ui.base.places import CheckAndPrint, ChildsOwnPart, HandOver, Place, ShowTheChild
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.paper.check import CheckPage
from ui.preparation.hand_over import HandOverPage
from ui.preparation.show_the_child import ShowTheChildPage
from ui.widgets import read_aloud
from ui.widgets.read_aloud import NO_VOICE, NO_VOICE_HERE, ReadAloud
from ui.widgets.text import PlainLabel

Show = Callable[[Any], Any]
WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("qt.multimedia", "pipewire")


@pytest.fixture(autouse=True)
def mock_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_aloud, "ENGINE", "mock")


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> CheckPage:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    page: CheckPage = show(CheckPage(house, CheckAndPrint(meeting)))
    page.resize(1150, 700)
    settle()
    return page


def test_lines_are_said_one_after_the_other_and_then_it_ends(qtbot: QtBot) -> None:
    aloud = ReadAloud()
    begun: list[int] = []
    aloud.at.connect(begun.append)
    with qtbot.waitSignal(aloud.ended, timeout=WAIT):
        aloud.read(["One two.", "  ", "Three."])
    assert begun == [0, 1]
    assert not aloud.is_reading


def test_any_key_stops_it_and_does_nothing_else(page: CheckPage, qtbot: QtBot) -> None:
    page.read.click()
    assert page.read.aloud.is_reading
    assert page.read.words() == "Stop reading"
    before = page.beneath.three.text()
    QTest.keyClick(page.beneath.three, Qt.Key.Key_A)
    assert not page.read.aloud.is_reading
    assert page.beneath.three.text() == before
    assert page.read.words() == "Read my sheet to me"
    QTest.keyClick(page.beneath.three, Qt.Key.Key_A)
    assert page.beneath.three.text() == before + "a"


def test_what_is_being_read_is_marked_and_only_that(page: CheckPage, qtbot: QtBot) -> None:
    seen: list[str] = []
    on_paper: list[list[object]] = []

    def look(_number: int) -> None:
        on_paper.append([section for section, part in page.live.paper.parts.items() if part.is_read])
        marked = [label.marked() for label in page.findChildren(PlainLabel) if label.marked()]
        assert len(marked) <= 1

    page.read.aloud.at.connect(look)
    page.read.aloud.at.connect(lambda number: seen.append(page.read.reading[number].words))
    page.read.click()
    qtbot.waitUntil(lambda: len(seen) > 2, timeout=WAIT)
    page.read.click()
    assert seen[0] == page.live.head.words()
    assert seen[1] == "Mia says"
    assert seen[2] == "“Playtime is hard."
    assert on_paper[:3] == [[], [Section.CHILD_SAYS], [Section.CHILD_SAYS]]
    assert not [part for part in page.live.paper.parts.values() if part.is_read]
    assert not [label for label in page.findChildren(PlainLabel) if label.marked()]


def test_it_never_begins_by_itself_and_stops_when_the_page_goes(page: CheckPage) -> None:
    assert not page.read.aloud.is_reading
    page.read.click()
    assert page.read.aloud.is_reading
    page.hide()
    assert not page.read.aloud.is_reading


def test_a_child_hears_what_the_carer_wrote_and_never_their_own_answer(
    house: House, show: Show, vault: Vault
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    page: ShowTheChildPage = show(ShowTheChildPage(house, ShowTheChild(meeting)))
    settle()
    read = [label.words() for label in page._to_read()]
    assert read[:2] == ["School", "Loves art. Comes home telling us about it."]
    assert all("differently" not in words for words in read)


def test_without_a_voice_a_sentence_says_what_to_do(page: CheckPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    heard: list[str] = []
    page.went_wrong.connect(heard.append)
    page.read.click()
    assert heard == [NO_VOICE]
    assert page.read.words() == "Read my sheet to me"


READ_BY_A_CHILD = {ShowTheChild: ShowTheChildPage, ChildsOwnPart: ChildsOwnPartPage}


def test_without_a_voice_nothing_technical_is_said_to_a_child(
    house: House, show: Show, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    theirs = [
        kind
        for kind in vars(places).values()
        if isinstance(kind, type)
        and issubclass(kind, Place)
        and (kind.is_read_with_child or kind.is_closed_room)
    ]
    assert set(theirs) == set(READ_BY_A_CHILD), "a new page that a child reads"
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    builders.prepare(vault, meeting)
    for kind, make in READ_BY_A_CHILD.items():
        place = kind(meeting, "7_to_10") if kind is ChildsOwnPart else kind(meeting)
        page = show(make(house, place))
        heard: list[str] = []
        page.went_wrong.connect(heard.append)
        buttons = page.findChildren(read_aloud.ReadButton)
        assert buttons
        for button in buttons:
            button.click()
        said = "\n".join([*heard, *(label.words() for label in page.findChildren(PlainLabel))])
        assert NO_VOICE_HERE in said, make.__name__
        assert "Linux" not in said


def enter(house: House, show: Show, vault: Vault, age: str, told: bool) -> ChildsOwnPartPage:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    page: ChildsOwnPartPage = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age, told)))
    settle()
    return page


@pytest.mark.parametrize(
    ("age", "told", "begins"),
    [("3_to_6", True, True), ("3_to_6", False, False), ("7_to_10", True, False), ("11_to_16", True, False)],
)
def test_reading_begins_by_itself_only_for_the_youngest_and_only_where_the_carer_said_so(
    house: House, show: Show, vault: Vault, age: str, told: bool, begins: bool
) -> None:
    page = enter(house, show, vault, age, told)
    assert page.room.read.aloud.is_reading is begins


def test_a_key_that_stops_what_began_by_itself_does_what_it_always_does(
    house: House, show: Show, vault: Vault
) -> None:
    page = enter(house, show, vault, "3_to_6", told=True)
    before = page.room.step
    assert before is not None
    first = page.room.read.reading
    QTest.keyClick(before, Qt.Key.Key_Return)
    settle()
    assert page.room.step is not before, "Enter is Next"
    assert page.room.read.aloud.is_reading, "the next page is read"
    assert page.room.read.reading != first


def test_where_reading_begins_by_itself_and_there_is_no_voice_nothing_is_said(
    house: House, show: Show, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    page = enter(house, show, vault, "3_to_6", told=True)
    assert page.room.said_here.words() == ""
    page.room.read.click()
    assert page.room.said_here.words() == NO_VOICE_HERE, "who asks is told"


def test_the_carer_is_asked_of_reading_by_itself_for_the_youngest_alone(
    house: House, show: Show, vault: Vault
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    gone: list[Place] = []
    page.go.connect(gone.append)
    page.which.row("7_to_10").click()
    assert page.reads_itself.isHidden()
    page.which.row("3_to_6").click()
    assert not page.reads_itself.isHidden()
    assert not page.reads_itself.isChecked()
    page.reads_itself.click()
    page.give.click()
    page.which.row("11_to_16").click()
    page.give.click()
    assert gone == [ChildsOwnPart(meeting, "3_to_6", True), ChildsOwnPart(meeting, "11_to_16")]


def test_a_label_is_read_sentence_by_sentence(page: CheckPage) -> None:
    label = PlainLabel("It is at 9.30. Really? “Yes.” And then")
    assert [each.words for each in read_aloud._sentences_of(label)] == [
        "It is at 9.30.",
        "Really?",
        "“Yes.”",
        "And then",
    ]
    assert [
        label.words()[each.start :].startswith(each.words) for each in read_aloud._sentences_of(label)
    ] == [True] * 4
    assert read_aloud._sentences_of(PlainLabel("  ")) == []


def test_three_speeds_go_round(page: CheckPage) -> None:
    read_aloud.set_speed("usual")  # one for the whole program: others may have pressed it
    button = read_aloud.SpeedButton()
    try:
        said = [button.words()]
        for _press in range(3):
            button.click()
            said.append(button.words())
        assert said == ["Voice: usual", "Voice: fast", "Voice: slow", "Voice: usual"]
    finally:
        read_aloud.set_speed("usual")


def test_the_voice_is_told_the_speed(page: CheckPage, qtbot: QtBot) -> None:
    read_aloud.set_speed("slow")
    try:
        page.read.click()
        voice = page.read.aloud._voice
        assert voice is not None
        assert voice.rate() == read_aloud.SPEEDS["slow"]
        page.read.click()
    finally:
        read_aloud.set_speed("usual")
