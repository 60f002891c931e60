"""Every place, empty, ordinary and overfull, in every look: what would keep a carer from using it?"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from carer_app.computer.preferences import Preferences
from carer_app.storage.vault import Vault
from tests import builders
from tests.ui.audit import audit, settle
from tests.ui.audit_contrast import old_colours
from tests.ui.audit_survey import Survey, say
from tests.ui.conftest import NoDoor
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import OUTSIDE, Place, every_place
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
SMALL, USUAL = (1366, 728), (1180, 820)
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
        for name, other in made.items():
            if name != kind and other.window.isVisible():
                # else each change of look would be made in every window
                other.window.let_go_of_pages()
                other.window.hide()
                settle()
        made[kind].window.show()
        return made[kind]

    yield room
    for each in made.values():
        each.close()
    theme.apply(qapp, theme.Look())


class Room:
    def __init__(self, kind: str, folder: Path) -> None:
        self.vault = builders.new_vault(folder / "vault")
        self.ids = HOUSEHOLDS[kind](self.vault)
        self.document = builders.file_a_copy(self.vault, self.ids["over"]) if self.ids else None
        self.sheet = builders.hand_out(self.vault, self.ids["coming"]) if self.ids else None
        self.background = Background()
        self.records = Records(self.background)
        self.records.open(self.vault)
        door = NoDoor(folder, self.records)
        if self.ids:
            door.backing_up.back_up_now()
            self.background.finish()
        house = House(self.records, lambda: builders.TODAY, Preferences, lambda _wanted: None, door)
        self.window = Window(house)
        self.measured: dict[theme.Look, set[tuple[object, ...]]] = {}

    def places(self) -> list[Place]:
        ids = self.ids
        return every_place(ids["mia"], ids["school"], ids["coming"], ids["over"], self.document, self.sheet)

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
WITH_IDS = every_place(1, 1, 1, 1, 1, 1)
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


def show_in(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    """As if half typed: nothing of it is stored, and nobody answers yet."""
    box.blockSignals(True)
    box.setText(words) if isinstance(box, QLineEdit) else box.setPlainText(words)
    box.blockSignals(False)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_carer_can_use_every_place(
    qapp: QApplication, rooms: Callable[[str], Room], case: tuple[str, int]
) -> None:
    kind, number = case
    room = rooms(kind)
    room.go(place_of(room, kind, number))
    page, half_typed = room.window.page, list[QLineEdit | QPlainTextEdit]()
    assert page is not None
    found = []
    for look in LOOKS_OF.get(kind, LOOKS):
        theme.apply(qapp, look)
        room.window.resize(*(SMALL if look.scale == 200 else USUAL))
        room.rest()
        seen = Survey(room.window, room.measured.setdefault(look, set()))
        problems = audit(seen)
        if kind == "ordinary" and look.colours == "contrast":
            problems += old_colours(room.window)
        found += [f"{look.colours} {look.scale} %: {problem}" for problem in problems]
        if kind == "bare" and not half_typed:  # T22: the next look comes while something is half typed
            half_typed = empty_boxes(page)
            for box in half_typed:
                show_in(box, "half typed")
    found += [f"{say(box)} lost what was typed" for box in half_typed if text_of(box) != "half typed"]
    for box in half_typed:
        show_in(box, "")
    assert found == []
    assert room.window.page is page
