"""A screen reader for tests, run by the system's own Python: it sees an application only through AT-SPI."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pyatspi
from gi.repository import Atspi, GLib

PATIENCE_SECONDS = 30
LONGEST_ANSWER_SECONDS = 5
BUTTONS = (
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_CHECK_BOX,
)
BOXES = (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT)
PAPER = (pyatspi.ROLE_PARAGRAPH,)

GROUPS = (pyatspi.ROLE_PANEL, pyatspi.ROLE_LAYERED_PANE, pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM)
"""What Orca tells when one comes into it, where it has a name. It never tells of a filler."""

heard: list[str] = []
focused: list[str] = []
inside: list[str] = []
"""The named groups around what has the focus, from within."""
_came: list[Any] = []
"""What got the focus, and was not asked yet what it is."""


class Reader:
    """Finds things by role and name, and does what can be done to them."""

    def __init__(self) -> None:
        self.app: Any = None
        self.app = self.wait_for(self._find_app, "the application in the tree")
        # What is asked for is then what is so now, not what was heard of last.
        self.app.set_cache_mask(Atspi.Cache.NONE)
        self.wait_for(
            lambda: self.app[0].getState().contains(pyatspi.STATE_ACTIVE), "the window to be active"
        )

    def words(self) -> list[str]:
        """Every name, description and text there is."""
        return list(self._words())

    def _words(self) -> Iterator[str]:
        """One after another: what is found at the top is not asked of all that is below it."""
        for thing in _shown(self.app):
            if name := thing.name:
                yield name
            if more := thing.description:
                yield more
            if text := text_of(thing):
                yield text

    def reads(self, words: str) -> bool:
        """Whether these words are shown."""
        return any(words in said for said in self._words())

    def must_read(self, words: str) -> None:
        """Wait until these words are shown."""
        self.wait_for(lambda: self.reads(words), f"the words {words!r}")

    def heading(self) -> str:
        """The name of the first heading, which is the page's."""
        return next((each.name for each in _shown(self.app) if each.getRole() == pyatspi.ROLE_HEADING), "")

    def on_page(self, heading: str) -> None:
        """Wait until a page with this heading is shown, and the focus in it told so."""
        # Where the focus is we are told; what is shown has to be looked for, so that comes second.
        self.wait_for(lambda: heading in inside, f"the focus to come into {heading!r}; it is in {inside}")
        self.wait_for(lambda: self.heading() == heading, f"the heading {heading!r}")

    def find(self, roles: tuple[Any, ...], name: str) -> Any:
        """The first thing of one of these roles with this name; "Add: How…" is any whose name begins so."""

        def look() -> Any:
            for thing in _shown(self.app):
                if thing.getRole() in roles and _is_called(thing.name, name):
                    return thing
            return None

        return self.wait_for(look, f"{name!r}")

    def press(self, name: str) -> None:
        """Do the first action of a button, an answer or a row."""
        thing = self.find(BUTTONS, name)
        assert thing.getState().contains(pyatspi.STATE_ENABLED), f"{name!r} cannot be pressed"
        actions = thing.queryAction()
        named = [actions.getName(number) for number in range(actions.nActions)]
        wanted = next(number for number, each in enumerate(named) if each in ("Press", "Toggle"))
        assert actions.doAction(wanted)
        self.rest()

    def write(self, name: str, words: str) -> None:
        """Put words into a box, in place of what is there, as dictation does."""
        box = self.find(BOXES, name)
        box.queryComponent().grabFocus()
        self.wait_for(lambda: box.getState().contains(pyatspi.STATE_FOCUSED), f"the focus in {name!r}")
        assert box.queryEditableText().setTextContents(words), f"{name!r} takes no words"
        self.rest()

    def wait_for(self, look: Callable[[], Any], what: str) -> Any:
        """Look again and again; gives what was found."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                found = look()
            except (GLib.Error, LookupError):  # it went away while one looked at it
                found = None
            if found:
                return found
            if time.monotonic() > end:
                here = self.words() if self.app else []
                raise SystemExit(f"Waited too long for {what}. Here is: {here}\nHeard: {heard}")
            self.rest()

    def rest(self) -> None:
        """Take in what the application tells meanwhile."""
        end = time.monotonic() + 0.05
        context = GLib.MainContext.default()
        while time.monotonic() < end:
            while context.pending():
                context.iteration(False)
            time.sleep(0.005)
        _hear_focus()

    def _find_app(self) -> Any:
        desktop = pyatspi.Registry.getDesktop(0)
        return next((app for app in desktop if app is not None and app.name == "PEP Companion"), None)


def _shown(thing: Any) -> Iterator[Any]:
    """All that is shown, in reading order."""
    try:
        if (
            not thing.getState().contains(pyatspi.STATE_SHOWING)
            and thing.getRole() != pyatspi.ROLE_APPLICATION
        ):
            return
        yield thing
        # All at once: pyatspi's own way asks again how many there are before each of them.
        for child in [thing.get_child_at_index(number) for number in range(thing.get_child_count())]:
            if child is not None:
                yield from _shown(child)
    except GLib.Error:  # it went away while one looked at it
        return


def text_of(thing: Any) -> str:
    try:
        text = thing.queryText()
        return text.getText(0, text.characterCount)
    except NotImplementedError:  # how pyatspi says that a thing has no text
        return ""


def _is_called(said: str, name: str) -> bool:
    return said == name or (name.endswith("…") and said.startswith(name[:-1]))


def say(day: date) -> str:
    """The way a carer types a day."""
    return f"{day.day} {day:%B %Y}"


def listen() -> None:
    """Hear what the application announces, and where the focus goes."""
    # An application that locks its records, on a busy computer, answers later than within the usual 0.8 seconds.
    Atspi.set_timeout(LONGEST_ANSWER_SECONDS * 1000, PATIENCE_SECONDS * 1000)
    pyatspi.Registry.registerEventListener(_on_showing, "object:state-changed:showing")
    pyatspi.Registry.registerEventListener(_on_focus, "object:state-changed:focused")


def _on_showing(event: Any) -> None:
    """Orca up to 45 hears no announcement, but every notification that comes on screen."""
    with suppress(GLib.GError):  # what came on screen is gone again
        if event.detail1 and event.source.getRole() == pyatspi.ROLE_NOTIFICATION:
            heard.append(event.source.name)


def _on_focus(event: Any) -> None:
    """An application that is busy lets a question go unanswered: so what it is, is asked once the reader rests."""
    if event.detail1:
        _came.append(event.source)


def _hear_focus() -> None:
    """What Orca says of what got the focus: its name, and the names of the groups that one came into with it."""
    while _came:
        thing, around, is_there = _came[0], list[str](), False
        try:
            is_there, said = thing.getRole() != pyatspi.ROLE_INVALID, thing.name
            while thing is not None and thing.getRole() != pyatspi.ROLE_APPLICATION:
                if thing.getRole() in GROUPS and thing.name:
                    around.append(thing.name)
                thing = thing.parent
        except GLib.Error:
            if len(_came) == 1:
                return  # there was no answer in time: ask again
            is_there = False  # it is gone, and something else has the focus
        del _came[0]
        if is_there:
            focused.append(said)
            inside[:] = around
