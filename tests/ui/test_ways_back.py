"""A way back that says where it leads, leads there: from every place, wherever the carer came from."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.test_every_place import WITH_IDS, Room, name_of
from ui.base.places import AfterMeeting, CheckAndPrint, ChildRecord, GetReady, Place, Settings
from ui.widgets.button import BackLink

LEADS_TO: dict[str, type[Place]] = {
    "Back to getting ready": GetReady,
    "Back to check": CheckAndPrint,
    "Back to after the meeting": AfterMeeting,
    "Back to Mia": ChildRecord,
}
WHERE_ONE_WAS = ("Back", "Back to where you were")


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room("ordinary", tmp_path_factory.mktemp("ways_back"))
    made.window.show()
    yield made
    made.close()


@pytest.mark.parametrize("number", range(len(WITH_IDS)), ids=lambda n: name_of(("ordinary", n)))
def test_a_way_back_leads_where_it_says(room: Room, number: int) -> None:
    place = room.places()[number]
    if place.is_closed_room:
        return
    room.window.start_at(Settings())
    room.window.go(place)
    room.rest()
    page = room.window.page
    assert page is not None
    for link in page.findChildren(BackLink):
        if link.words() in WHERE_ONE_WAS:
            continue
        assert link.words() in LEADS_TO, "a new name for a way back: say where it leads"
        link.click()
        room.rest()
        now = room.window.page
        assert now is not None
        assert isinstance(now.place, LEADS_TO[link.words()])
