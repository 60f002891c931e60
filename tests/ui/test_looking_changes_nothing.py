"""Opening a page to look changes nothing that is stored: every place is opened and left, and the records compared."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.test_every_place import WITH_IDS, Room, name_of
from ui.base.places import Help


@pytest.fixture(scope="module")
def rooms(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Room]]:
    made = {kind: Room(kind, tmp_path_factory.mktemp(kind)) for kind in ("bare", "ordinary")}
    for room in made.values():
        room.window.show()
    yield made
    for room in made.values():
        room.close()


def everything(room: Room) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    with room.vault.reading() as session:
        run = session.connection().exec_driver_sql
        names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: [tuple(row) for row in run(f'SELECT * FROM "{name}" ORDER BY rowid')] for name in names}


@pytest.mark.parametrize("kind", ["bare", "ordinary"])
@pytest.mark.parametrize("number", range(len(WITH_IDS)), ids=lambda n: name_of(("ordinary", n)))
def test_a_place_that_is_opened_and_left_leaves_the_records_as_they_were(
    rooms: dict[str, Room], kind: str, number: int
) -> None:
    room = rooms[kind]
    before, saves = everything(room), room.vault.saves
    room.window.start_at(room.places()[number])
    room.rest()
    room.window.start_at(Help())
    room.rest()
    changed = [name for name, rows in everything(room).items() if rows != before[name]]
    assert (changed, room.vault.saves) == ([], saves)


def test_the_made_up_households_have_something_to_lose(rooms: dict[str, Room]) -> None:
    assert sum(map(len, everything(rooms["ordinary"]).values())) > 40
