"""What is asked where a place is left: that a look changes nothing that is stored, and where a way back leads."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ui.base.places import (
    AfterMeeting,
    CareReviewPlace,
    CheckAndPrint,
    ChildRecord,
    DaysWithoutSchoolPlace,
    GetReady,
    Place,
    PreparePart,
    Settings,
)
from ui.widgets.button import BackLink

if TYPE_CHECKING:
    from tests.ui.test_every_place import Room

LEADS_TO: dict[str, type[Place]] = {
    "Back to getting ready": GetReady,
    "Back to check": CheckAndPrint,
    "Back to after the meeting": AfterMeeting,
    "Back to the review": CareReviewPlace,
    "Back to days without school": DaysWithoutSchoolPlace,
    "Back to Mia": ChildRecord,
    "Back to Mia’s words": PreparePart,
}
WHERE_ONE_WAS = ("Back", "Back to where you were")

Stored = dict[str, list[tuple[Any, ...]]]
"""The rows of each table."""


def everything(room: "Room") -> Stored:
    """Every row of every table. Where no row was written since, they are not read again."""
    with room.vault.reading() as session:
        connection = session.connection()
        so_far = connection.connection.driver_connection.total_changes
        if room.stored is None or room.stored[0] != so_far:
            run = connection.exec_driver_sql
            tables = run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").scalars().all()
            room.stored = (
                so_far,
                {
                    name: [tuple(row) for row in run(f'SELECT * FROM "{name}" ORDER BY rowid')]
                    for name in tables
                },
            )
        return room.stored[1]


def changed(before: Stored, now: Stored) -> Iterator[str]:
    """The tables that are not as they were."""
    yield from (name for name in now if now[name] != before[name])


def wrong_ways_back(room: "Room") -> Iterator[str]:
    """Wherever the carer came from: here from Settings."""
    page, place = room.window.page, room.window.place
    assert page is not None
    assert place is not None
    for words in [link.words() for link in page.findChildren(BackLink)]:
        if words in WHERE_ONE_WAS:
            continue
        if words not in LEADS_TO:
            yield f"{words!r} is a new name for a way back: say where it leads"
            continue
        room.window.start_at(Settings())
        room.window.go(place)
        again = room.window.page
        assert again is not None
        next(link for link in again.findChildren(BackLink) if link.words() == words).click()
        room.rest()
        if not isinstance(room.window.place, LEADS_TO[words]):
            yield f"{words!r} leads to {room.window.place}"
