"""A page that is opened reads at one go: what it has read is not read again."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from carer_app.storage.sessions import ReadingSession
from tests.ui.test_every_place import WITH_IDS, Room, name_of
from tests.ui.visit import elsewhere
from ui.base.page import Page
from ui.look import theme

AGAIN = 16
"""So many questions of all are asked once more at most: each child of a household asks some of its own."""

ONE_OF_EACH = sorted({type(place): number for number, place in enumerate(WITH_IDS)}.values())


@pytest.fixture(scope="module")
def room(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    theme.apply(qapp, theme.Look())
    made = Room("ordinary", Path(tmp_path_factory.mktemp("ordinary")))
    made.window.show()
    yield made
    made.close()


@pytest.mark.parametrize("number", ONE_OF_EACH, ids=lambda number: name_of(("ordinary", number)))
def test_a_page_that_is_opened_reads_at_one_go(
    room: Room, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = room.places()[number]
    before = elsewhere(place)
    room.go(before)
    readings: list[Session] = []
    asked: Counter[tuple[str, str]] = Counter()
    shown: list[Page] = []
    begin = ReadingSession.__init__

    def note(session: ReadingSession, engine: Engine) -> None:
        readings.append(session)
        begin(session, engine)

    def ask(_connection: object, _cursor: object, words: str, values: object, *_more: object) -> None:
        asked[words, str(values)] += 1

    monkeypatch.setattr(ReadingSession, "__init__", note)
    event.listen(Engine, "before_cursor_execute", ask)
    try:
        room.window.start_at(place)
        page = room.window.page
        assert page is not None
        monkeypatch.setattr(type(page), "refresh", lambda page: shown.append(page))
        opened = len(readings)
        room.window.start_at(before)
    finally:
        event.remove(Engine, "before_cursor_execute", ask)
    room.rest()
    again = {words: times - 1 for words, times in asked.items() if times > 1}
    assert opened <= 1 + place.is_closed_room, "what a child has begun is asked of its own file"
    assert sum(again.values()) <= AGAIN, again
    assert not shown, "it reads again as it is left"
