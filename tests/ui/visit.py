"""One place from its opening to its being left, and what is found wrong on the way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui import by_ear, page_edges
from tests.ui.audit import audit, settle
from tests.ui.audit_survey import Survey
from tests.ui.first_paint import FirstPaint, moved_since
from tests.ui.leaving import changed, everything
from tests.ui.opening import half_a_line, nowhere_to_write, wrong_at_opening
from tests.ui.words_on_page import too_many_words
from ui.base.page import Page
from ui.base.places import OlderCopyHere, OnlyToRead, Place
from ui.look import theme

if TYPE_CHECKING:
    from tests.ui.test_every_place import Room

SMALL, USUAL, SMALLEST = (1366, 728), (1180, 820), (1024, 700)
Found = dict[str, list[str]]
"""What was found wrong, by the question that was asked."""


def elsewhere(place: Place) -> Place:
    """A small page to come from and to go to."""
    return OnlyToRead() if place != OnlyToRead() else OlderCopyHere()


def come_near(room: "Room", place: Place, size: tuple[int, int]) -> None:
    """Be somewhere else, in a window of this size: what is opened from here is made anew."""
    room.window.start_at(elsewhere(place))
    room.window.let_go_of_unseen_pages()
    room.window.resize(*size)
    room.rest()


def opened(room: "Room", place: Place, size: tuple[int, int]) -> tuple[Page, FirstPaint]:
    """A page just opened in a window of this size, and how it was when it was drawn for the first time."""
    come_near(room, place, size)
    room.window.start_at(place)
    page = room.window.page
    assert page is not None
    first = FirstPaint(page)
    room.rest()
    return page, first


class Visit:
    """One place from its opening to its being left, and what is found on the way."""

    def __init__(self, app: QApplication, room: "Room", place: Place) -> None:
        self.app, self.room, self.window, self.place = app, room, room.window, place
        self.found: Found = {}
        self.focused: list[QWidget] = []
        self.stored = everything(room)
        assert sum(map(len, self.stored.values())) > 10 or not room.ids, "there is something to lose"
        if self.window.place != elsewhere(place):
            self.window.start_at(elsewhere(place))
        self.window.let_go_of_unseen_pages()

    @property
    def page(self) -> Page:
        assert self.window.page is not None
        return self.window.page

    def ask(self, question: str, problems: Iterable[str]) -> None:
        """Note what is wrong."""
        for problem in problems:
            self.found.setdefault(question, []).append(problem)

    def open(self, size: tuple[int, int]) -> None:
        """Come from elsewhere, in the usual look, in a window of this size that has the keyboard."""
        theme.apply(self.app, theme.Look())
        self._take_keyboard()
        self.window.resize(*size)
        settle()
        self._go(elsewhere(self.place))
        self.window.let_go_of_unseen_pages()
        self._go(self.place)

    def hear_opening(self) -> None:
        """What a listener is told as the page opens."""
        self.ask("a page that opens is told and nothing before it", by_ear.opening(self.page, self.focused))

    def hear(self) -> None:
        """What a listener meets, and what can be asked on the same way."""
        for question, check in by_ear.CHECKS.items():
            self.ask(question, check(self.page))

    def change_to(self, look: theme.Look) -> None:
        """As a carer chooses another look while the page is open."""
        theme.apply(self.app, look)
        self.window.resize(*(SMALL if look.scale == 200 else USUAL))
        self.room.rest()

    def see(self, look: theme.Look) -> None:
        """What can be seen and used in this look."""
        self.change_to(look)
        seen = Survey(self.window, self.room.measured.setdefault(look, set()))
        self.ask(f"{look.colours} {look.scale} %", audit(seen))

    def leave(self) -> None:
        """To open a place and to leave it changes nothing that is stored."""
        self._go(elsewhere(self.place))
        self.ask("every part of a page goes when the page goes", by_ear.homeless(self.page))
        now = everything(self.room)
        self.ask("a place only looked at leaves the records as they were", changed(self.stored, now))

    def open_small(self) -> None:
        """In the smallest window, and for what changes the page, or goes elsewhere, as it is asked."""
        opened(self.room, self.place, SMALLEST)
        self.ask("a page opens at its heading", wrong_at_opening(self.room))

    def open_big(self, look: theme.Look) -> None:
        """With text that is big already, in the smallest window and in one as big as most screens."""
        theme.apply(self.app, look)
        opened(self.room, self.place, SMALLEST)
        self.ask("a big page opens at its heading in the smallest window", wrong_at_opening(self.room))
        self.ask(
            "what a form is filled in for stays in sight in the smallest window", page_edges.feet(self.page)
        )
        page, first = opened(self.room, self.place, SMALL)
        self.ask("a big page opens at its heading", wrong_at_opening(self.room))
        self.ask("nothing moves after a big page is drawn for the first time", moved_since(first, page))
        self.ask("where one begins to write is in sight", nowhere_to_write(self.room))
        self.ask("what one sees begins with a whole line", half_a_line(page))
        self.ask("no page scrolls further than to its last part", page_edges.scrolls_into_nothing(page))
        self.ask("at least half of the window is paper", page_edges.paper_that_is_read(page))
        self.ask("what a page is filled in for is in sight", page_edges.main_button(page))
        self.ask("a line covers no words of a child and no main button", page_edges.covered(page))
        self.ask("what a form is filled in for stays in sight", page_edges.feet(page))

    def open_as_usual(self) -> None:
        """As most carers do: in the usual look, in a window as big as their screen."""
        theme.apply(self.app, theme.Look())
        self._take_keyboard()
        come_near(self.room, self.place, SMALL)
        self._start(self.place)
        page, first = self.page, FirstPaint(self.page)
        self.room.rest()
        self.hear_opening()
        self.ask("nothing moves after a page is drawn for the first time", moved_since(first, page))
        for question, check in page_edges.CHECKS.items():
            self.ask(question, check(page))
        self.ask("no page for carers has more than 150 words", too_many_words(page, self.room.own))

    def _take_keyboard(self) -> None:
        """A dialog may have had it."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window, 20_000)

    def _go(self, place: Place) -> None:
        self._start(place)
        self.room.rest()  # what stands where is asked only of a page that has come to rest

    def _start(self, place: Place) -> None:
        self.focused.clear()
        self.app.focusChanged.connect(self._on_focus)
        self.window.start_at(place)
        self.app.focusChanged.disconnect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.focused.append(now)
