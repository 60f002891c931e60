"""How soon the child's room and what is read back in it are seen, beside as many plain widgets."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from carer_app.choices import ChildMark, ChildsDoor, TakingPart, WhoSays
from carer_app.sitting import MY_DAY
from tests import builders
from tests.benchmarks.first_seen import HIGH, WIDE, until_painted
from tests.benchmarks.keeping import Pair
from tests.benchmarks.long_lists import RUNS, house_of, plain_like, settled
from ui.base.places import ChildsOwnPart, Home
from ui.child_mode.room import ChildRoom
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.look import theme
from ui.shell.sweep import sweep_what_is_due
from ui.shell.window import Window

AGE = "7_to_10"


def seen() -> tuple[list[Pair], list[Pair]]:
    """Entering the room, and opening the first page of all that can be said at an age. The first time is not counted:
    it draws the pictures."""
    with house_of(lambda vault: builders.add_meeting(vault, builders.add_child(vault))) as (house, meeting):
        window = Window(house)
        window.resize(WIDE, HIGH)
        window.show()
        with _text_of_the_room():
            pairs = [_once(window, ChildsOwnPart(meeting, AGE)) for _run in range(RUNS + 1)][1:]
        window.let_go_of_pages()
        window.hide()
        window.deleteLater()
        settled()
    return [entered for entered, _opened in pairs], [opened for _entered, opened in pairs]


@contextmanager
def _text_of_the_room() -> Iterator[None]:
    application = cast(QApplication, QApplication.instance())
    theme.apply(application, theme.Look("light", theme.CHILD_SCALE))
    yield
    theme.apply(application, theme.Look("light", 100))


def _once(window: Window, place: ChildsOwnPart) -> tuple[Pair, Pair]:
    window.start_at(Home())
    window.let_go_of_pages()
    settled()
    sweep_what_is_due()

    def enter() -> QWidget:
        window.start_at(place)
        return _shown(window)

    def read_back() -> QWidget:
        _room(window).finish()
        return _shown(window)

    entered = _beside_plain(window, until_painted(enter))
    _say_it_all(_room(window))
    settled()
    opened = _beside_plain(window, until_painted(read_back))
    return entered, opened


def _beside_plain(window: Window, ours: float) -> Pair:
    plain = plain_like(cast(ChildsOwnPartPage, window.page))
    plain.resize(window.size())
    floor = until_painted(lambda: (plain.show(), plain)[1])  # type: ignore[func-returns-value]
    plain.hide()
    plain.deleteLater()
    settled()
    return ours, floor


def _room(window: Window) -> ChildRoom:
    return cast(ChildsOwnPartPage, window.page).room


def _shown(window: Window) -> QWidget:
    step = _room(window).step
    assert step is not None
    return step.body.viewport()


def _say_it_all(room: ChildRoom) -> None:
    room.begin(ChildsDoor.ON_MY_OWN)
    room.take_way(MY_DAY)
    for question in room.sitting.questions():
        room.sitting.say(question.key, "They help me when I count to ten.")
    for question in room.sitting.day():
        room.sitting.answer(question.key).mark = ChildMark.UP
    room.sitting.coming, room.sitting.who = TakingPart.PART, WhoSays.CARER
