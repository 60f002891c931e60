"""Every place, empty, ordinary and overfull, in every look: what would keep a carer from using it?

Each is opened once, and everything that is asked of every place is asked of it then: how it opens (`opening`), what a
listener meets (`by_ear`), what can be seen and pressed (`audit`), what its being left leaves (`leaving`). In a
household that is lived in it is opened in each size of text and window, and asked besides whether anything moves
(`first_paint`), what the eye meets (`page_edges`) and how many words there are (`words_on_page`).
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from carer_app.computer.preferences import Preferences
from carer_app.storage.vault import Vault
from carer_app.use_cases import writing_to_the_child
from tests import builders
from tests.ui import by_ear
from tests.ui.audit import settle
from tests.ui.audit_contrast import old_colours
from tests.ui.audit_survey import say
from tests.ui.conftest import NoDoor
from tests.ui.leaving import Stored, wrong_ways_back
from tests.ui.opening import wrong_after_a_removal
from tests.ui.visit import USUAL, Visit
from tests.ui.words_on_page import own_sentences
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import OUTSIDE, OnlyToRead, Place, every_place
from ui.base.records import Records
from ui.look import theme
from ui.shell.window import Window

LOOKS = [theme.Look(colours, scale) for colours, scale in (("light", 100), ("dark", 200), ("contrast", 100))]
"""Every set of colours, since they are measured as drawn."""
EVERY_SIZE = [LOOKS[0], theme.Look("light", 150), LOOKS[1]]
"""Long words move; in other colours they lie where they lay."""
IN_SHORT = LOOKS[:2]
"""Empty pages hold few words: the usual look and the biggest in the dark."""
LOOKS_OF = {"bare": IN_SHORT, "nothing": IN_SHORT, "overfull": EVERY_SIZE}
HOUSEHOLDS: dict[str, Callable[[Vault], dict[str, Any]]] = {
    "nothing": lambda _vault: {},
    "bare": builders.bare_household,
    "ordinary": builders.ordinary_household,
    "overfull": builders.long_household,
}


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], "Room"]]:
    """One window over one household of each kind, made when first asked for."""
    theme.apply(qapp, theme.Look())  # as at every start: before there is a window
    made: dict[str, Room] = {}

    def room(kind: str) -> Room:
        if kind not in made:
            made[kind] = Room(kind, tmp_path_factory.mktemp(kind))
            made[kind].window.add_commands()
        for name, other in made.items():
            if name != kind and other.window.isVisible():
                # else each change of look would be made in every window
                other.window.let_go_of_pages()
                other.window.hide()
                settle()
        room = made[kind]
        if not room.window.isVisible():
            for each in QApplication.topLevelWidgets():
                each.setProperty(by_ear.OF_ANOTHER_WINDOW, each is not room.window)
            theme.apply(qapp, theme.Look())
            room.window.start_at(OnlyToRead())
            room.window.show()
        return room

    yield room
    for each in made.values():
        each.close()
    theme.apply(qapp, theme.Look())


class Room:
    def __init__(self, kind: str, folder: Path, sitting: Vault | None = None) -> None:
        """Over records of its own, or over those of a sitting in memory, in which no paper is kept."""
        self.vault = sitting or builders.new_vault(folder / "vault")
        self.ids = HOUSEHOLDS[kind](self.vault)
        is_kept = bool(self.ids) and sitting is None
        self.document = builders.file_a_copy(self.vault, self.ids["over"]) if is_kept else None
        self.sheet = builders.hand_out(self.vault, self.ids["coming"]) if self.ids else None
        self.days = builders.write_days(self.vault, self.ids["mia"]) if self.ids else None
        if self.ids:
            builders.do(self.vault, writing_to_the_child.begin_letter, self.ids["mia"], builders.TODAY)
        self.background = Background()
        self.records = Records(self.background)
        self.records.open(self.vault)
        door = NoDoor(folder, self.records)
        if is_kept:
            door.backing_up.back_up_now()
            self.background.finish()
        house = House(self.records, lambda: builders.TODAY, Preferences, lambda _wanted: None, door)
        self.window = Window(house)
        self.measured: dict[theme.Look, set[tuple[object, ...]]] = {}
        self.stored: tuple[int, Stored] | None = None
        """How many rows had been written when all of them were last read, and what they were."""
        self.without_boxes: set[int] = set()
        """The numbers of places that were opened and had nothing to type into."""

    @cached_property
    def own(self) -> set[str]:
        """What the carer and the child wrote themselves is as long as it is."""
        return own_sentences(self.vault)

    def places(self) -> list[Place]:
        ids = self.ids
        return every_place(
            ids["mia"], ids["school"], ids["coming"], ids["over"], self.document, self.sheet, self.days
        )

    def go(self, place: Place) -> None:
        self.window.let_go_of_pages()
        self.window.start_at(place)
        self.rest()

    def rest(self) -> None:
        """Let layouts and slow work come to rest."""
        for _round in range(400):
            settle()
            if not self.background.is_busy:
                break
            self.background.finish()
        settle()

    def close(self) -> None:
        self.window.let_go_of_pages()
        self.window.close()
        self.background.finish()
        self.records.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


WITHOUT_IDS = [place for place in every_place(1, 1, 1, 1) if repr(place).endswith("()")]
WITH_IDS = every_place(1, 1, 1, 1, 1, 1, 1)
CASES = [
    *(("nothing", number) for number in range(len(WITHOUT_IDS) + len(OUTSIDE))),
    *((kind, number) for kind in ("bare", "ordinary", "overfull") for number in range(len(WITH_IDS))),
]


def place_of(room: Room, kind: str, number: int) -> Place:
    if kind == "nothing":
        return [*WITHOUT_IDS, *(place() for place in OUTSIDE)][number]
    return room.places()[number]


def name_of(case: tuple[str, int]) -> str:
    kind, number = case
    places = [*WITHOUT_IDS, *(place() for place in OUTSIDE)] if kind == "nothing" else WITH_IDS
    place = places[number]
    which = getattr(place, "part", "") or getattr(place, "question", "") or getattr(place, "step", "")
    return f"{kind}-{type(place).__name__}{f'-{which}' if which else ''}"


def empty_boxes(page: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    boxes = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [box for box in boxes if box.isVisible() and box.isEnabled() and not text_of(box)]


def text_of(box: QLineEdit | QPlainTextEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def type_into(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    """As a carer types: whoever listens hears of it, and keeps what is half typed in its own way."""
    box.insert(words) if isinstance(box, QLineEdit) else box.insertPlainText(words)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_carer_can_use_every_place(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    kind, number = case
    room = rooms(kind)
    place = place_of(room, kind, number)
    visit = Visit(qapp, room, place)
    if kind == "ordinary" and not place.is_closed_room:
        use_a_page_that_is_lived_with(visit)
        assert visit.found == {}
        return
    visit.open(USUAL)
    visit.hear_opening()
    page = visit.page
    visit.hear()
    is_typed_into = kind == "bare" and bool(empty_boxes(page))
    if not is_typed_into:
        room.without_boxes.add(number)
    for look in LOOKS_OF.get(kind, LOOKS):
        if is_typed_into and look != LOOKS[0]:
            break  # the next look comes while something is half typed: another test
        see(visit, look)
    assert room.window.page is page
    visit.leave()
    if kind == "ordinary" or type(place) in OUTSIDE:
        visit.open_small()
    if type(place) in OUTSIDE and not place.is_closed_room:
        take_away(visit)
    assert visit.found == {}


def use_a_page_that_is_lived_with(visit: Visit) -> None:
    """It opens in three sizes, and in each all is asked that can be. What the biggest text left is made small."""
    visit.open_big(LOOKS[1])
    page = visit.page
    for look in (LOOKS[1], LOOKS[0], LOOKS[2]):
        see(visit, look)
    assert visit.page is page
    visit.leave()
    visit.open_as_usual()
    visit.window.resize(*USUAL)
    visit.room.rest()
    visit.hear()
    visit.ask("a way back leads where it says", wrong_ways_back(visit.room))
    visit.open_small()
    take_away(visit)


def see(visit: Visit, look: theme.Look) -> None:
    visit.see(look)
    if look.colours == "contrast":
        visit.ask("nothing has old colours", old_colours(visit.window))


def take_away(visit: Visit) -> None:
    """In the page that is open now. It is not as it was afterwards."""
    visit.ask("nothing is taken away by chance", wrong_after_a_removal(visit.room))
    visit.room.records.forget_undo()
    visit.window.let_go_of_pages()


OUTSIDE_CASES = [
    (kind, number) for kind in ("bare", "ordinary", "overfull") for number in range(len(OUTSIDE))
]


@pytest.mark.parametrize("case", OUTSIDE_CASES, ids=lambda case: f"{case[0]}-{OUTSIDE[case[1]].__name__}")
def test_a_place_outside_is_told_whatever_is_stored(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    kind, number = case
    visit = Visit(qapp, rooms(kind), OUTSIDE[number]())
    visit.open(USUAL)
    visit.hear_opening()
    visit.hear()
    visit.leave()
    assert visit.found == {}


BARE_CASES = [case for case in CASES if case[0] == "bare"]


@pytest.mark.parametrize("case", BARE_CASES, ids=name_of)
def test_what_is_half_typed_stays_when_the_look_changes(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    """T22. After all else that is asked in these records, since some of it is stored."""
    room = rooms(case[0])
    if case[1] in room.without_boxes:
        return
    visit = Visit(qapp, room, place_of(room, *case))
    theme.apply(qapp, LOOKS[0])
    room.go(visit.place)
    page, boxes = visit.page, empty_boxes(visit.page)
    if not boxes:
        return
    visit.change_to(LOOKS[0])  # seen so already: in the test of every place
    for box in boxes:
        type_into(box, "half typed")
    visit.change_to(LOOKS[1])
    lost = [say(box) for box in boxes if text_of(box) != "half typed"]
    # Leaving a box in a window that has the keyboard saves it: here as well, whoever has the keyboard meanwhile.
    page.flush()
    visit.see(LOOKS[1])
    lost += [say(box) for box in boxes if text_of(box) != "half typed"]
    for box in boxes:
        box.clear()
    assert lost == []
    assert visit.found == {}
    assert room.window.page is page
