"""The child's part by voice: every sentence of ours on every page is given to the voice once, in the order in which it
stands there; and with espeak-ng each of them, at each speed, becomes sound of its own."""

import ctypes
import ctypes.util
import wave
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from carer_app.choices import Role
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import household, planning
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart
from ui.child_mode.beginning import AgainStep
from ui.child_mode.ending import EndStep, UnsaidStep
from ui.child_mode.read_back_card import ReadBackCard
from ui.child_mode.school_day import DayDoorStep
from ui.child_mode.table_seats import TableSeats
from ui.child_mode.talking import TalkStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.widgets.field import Field
from ui.widgets.read_aloud import SPEEDS, ReadAloud
from ui.widgets.text import Heading, PlainLabel

Show = Callable[[Any], Any]
AGES = [asked.key for asked in age_sets()]
NOT_READ = {"Grown-up:"}
"""Says only whose words the next ones are."""
OWN_BUTTON = (ReadBackCard, TableSeats, Field, QAbstractButton)
"""What is inside these is named by what is pressed or written there, or has a button of its own to be heard by."""
BESIDE = (
    "Other ways",
    "My school day",
    "Who is there?",
    "Stop for now",
    "Talk to someone else",
    "Who can see this?",
)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the voice is given, page by page."""
    given: list[list[str]] = []
    monkeypatch.setattr(ReadAloud, "read", lambda _self, lines, by_itself=False: given.append(list(lines)))
    return given


@pytest.fixture
def enter(house: House, show: Show, vault: Vault, qapp: QApplication) -> Iterator[Callable[[str], Child]]:
    do(vault, household.set_own_name, "Sam")
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    for name, role in (("Ms Ali", Role.SOCIAL_WORKER), ("Mr Fox", Role.TEACHER)):
        do(vault, planning.add_attendee, meeting, name, role)
    theme.apply(qapp, theme.Look("light", theme.CHILD_SCALE))

    def _enter(age: str) -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, age)))
        page.resize(1366, 740)
        settle()
        return Child(page)

    yield _enter
    theme.apply(qapp, theme.Look())


def pages_of(child: Child) -> Iterator[str]:
    """Every page of a sitting in which something is said, and those beside it."""
    by_cards = child.room.sitting.age_set.by == "cards"
    done = set[object]()
    for _page in range(80):
        yield child.step.accessibleName()
        here, name = child.buttons(), child.step.accessibleName()
        aside = next((each for each in BESIDE if each in here and each not in done), None)
        if aside is not None:
            done.add(aside)
            child.press(aside)
            continue
        if isinstance(child.step, EndStep):
            child.press("Keep")
            yield child.step.accessibleName()
            return
        if isinstance(child.step, AgainStep | DayDoorStep):
            child.press("Go back")
            continue
        first = (TOGETHER if by_cards else ALONE, "I like it", "Yes, to say hello", "A part of it", "Good")
        ways = [*first, "Put it on my sheet", "Put them all on my sheet", "Next", "Go back"]
        wanted = next(each for each in ways if each in here and (name, each) not in done)
        if wanted not in (*first[:2], "Next", "Go back"):
            done.add((name, wanted))
        if not by_cards and child.room.sitting.is_empty and child.step.keys.box is not None:
            child.write("I like art.")
        child.press(wanted)
    raise AssertionError(f"no way on from {child.step.accessibleName()!r}")


def ours(child: Child) -> list[str]:
    """The lines of ours that are seen, from top to bottom, but for what has a button of its own."""
    found = []
    for label in child.step.findChildren(PlainLabel):
        if not label.isVisible() or not label.words().strip() or label.words() in NOT_READ:
            continue
        over: QWidget | None = label.parentWidget()
        while over is not None and not isinstance(over, OWN_BUTTON):
            over = over.parentWidget()
        if over is None:
            found.append(label)
    at = {each: each.mapTo(child.step, QPoint(0, 0)) for each in found}
    return [each.words() for each in sorted(found, key=lambda each: (at[each].y(), at[each].x()))]


@pytest.mark.parametrize("age", AGES)
def test_every_sentence_on_every_page_is_spoken_once(
    enter: Callable[[str], Child], heard: list[list[str]], age: str
) -> None:
    child = enter(age)
    missing, twice, number = [], [], 0
    for name in pages_of(child):
        heard.clear()
        child.press("Read it to me")
        [said] = heard
        number += len(said)
        spoken = " ".join(said)
        for line in ours(child):
            if line not in spoken and not is_left_out(child, line):
                missing.append((name, line))
        if not isinstance(child.step, TalkStep):  # two numbers can be rung day and night
            twice += [(name, each) for each in set(said) if said.count(each) > 1]
        at = [(each.label, each.start) for each in child.room.read.reading]
        assert len(at) == len(set(at)) == len(said)
    assert missing == []
    assert twice == []
    assert number > 30, "a whole sitting was read"


def is_left_out(child: Child, line: str) -> bool:
    """A child's own words are not said into the room; and over a question that is read in full stand a few words."""
    if isinstance(child.step, UnsaidStep) and ": " in line:
        return True
    headings = [each for each in child.step.findChildren(Heading) if each.words() == line]
    asked = [each for each in child.step.to_read() if each.font().bold()]
    return bool(headings) and headings[0] not in child.step.to_read() and bool(asked)


class Espeak:
    """espeak-ng into a file: how much sound each sentence is, in seconds."""

    USUAL, SLOWEST, FASTEST = 175, 80, 449
    """Words a minute: what a rate of 0, -1 and 1 is to it."""

    def __init__(self) -> None:
        self._lib = ctypes.CDLL("libespeak-ng.so.1")
        self.rate = self._lib.espeak_Initialize(2, 0, None, 0)
        self._sound = bytearray()
        kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
        self._taken = kind(self._take)
        self._lib.espeak_SetSynthCallback(self._taken)
        self._lib.espeak_SetVoiceByName(b"en-gb")

    def _take(self, sound: Any, samples: int, _events: int) -> int:
        if sound and samples:
            self._sound += ctypes.string_at(sound, samples * 2)
        return 0

    def says(self, line: str, speed: float) -> bytes:
        """The sound of one sentence."""
        reach = self.USUAL - self.SLOWEST if speed < 0 else self.FASTEST - self.USUAL
        self._lib.espeak_SetParameter(1, round(self.USUAL + speed * reach), 0)
        self._sound.clear()
        words = line.encode()
        self._lib.espeak_Synth(words, len(words) + 1, 0, 1, 0, 1, None, None)
        return bytes(self._sound)


@pytest.mark.skipif(ctypes.util.find_library("espeak-ng") is None, reason="espeak-ng is not on this computer")
def test_espeak_makes_sound_of_every_sentence_at_three_speeds(
    enter: Callable[[str], Child], heard: list[list[str]], tmp_path: Path
) -> None:
    child, lines = enter("3_to_6"), dict[str, None]()
    for _name in pages_of(child):
        child.press("Read it to me")
        lines |= dict.fromkeys(heard[-1])
    espeak, long = Espeak(), dict[str, float]()
    for speed, rate in SPEEDS.items():
        with wave.open(str(tmp_path / f"{speed}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(espeak.rate)
            for line in lines:
                sound = espeak.says(line, rate)
                seconds = len(sound) / 2 / espeak.rate
                assert max(sound, default=0), f"nothing is heard of {line!r}"
                assert 0.02 < seconds / len(line) < 0.4, (line, seconds)
                file.writeframes(sound)
        with wave.open(str(tmp_path / f"{speed}.wav")) as file:
            long[speed] = file.getnframes() / espeak.rate
    assert len(lines) > 40
    assert all(
        before > after * 1.1 for before, after in pairwise(long[each] for each in ("slow", "usual", "fast"))
    )
