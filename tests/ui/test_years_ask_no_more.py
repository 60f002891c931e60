"""However many years are kept, a page asks the records no more often than with a few."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Engine, event

from tests.more_years import add_years
from tests.ui.test_every_place import WITH_IDS, Room, name_of
from tests.ui.visit import elsewhere
from ui.look import theme

FEW, MANY = 3, 9
"""From the third on everything of a kind is read at one go."""

ONE_OF_EACH = sorted({type(place): number for number, place in enumerate(WITH_IDS)}.values())
Asked = dict[int, Counter[str]]


@contextmanager
def statements() -> Iterator[Counter[str]]:
    """What is asked of the records meanwhile, and how often."""
    asked: Counter[str] = Counter()

    def note(_connection: object, _cursor: object, words: str, *_rest: object) -> None:
        asked[_however_many(words)] += 1

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _however_many(words: str) -> str:
    while ", ?, ?" in words:
        words = words.replace(", ?, ?", ", ?")
    return words.replace("(?, ?)", "(?)")


@pytest.fixture(scope="module")
def asked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Asked, Asked]:
    """What each place asks with a few years of records, and with many."""
    theme.apply(qapp, theme.Look())
    room = Room("ordinary", Path(tmp_path_factory.mktemp("years")))
    room.window.show()
    both: list[Asked] = []
    for first, years in ((0, FEW), (FEW, MANY - FEW)):
        for child in ("mia", "jordan"):
            add_years(room.vault, room.ids[child], first, years)
        both.append({number: _opened(room, number) for number in ONE_OF_EACH})
    room.close()
    return both[0], both[1]


def _opened(room: Room, number: int) -> Counter[str]:
    """It is left before it is laid out: that asks nothing."""
    place = room.places()[number]
    room.go(elsewhere(place))
    with statements() as asked:
        room.window.start_at(place)
        assert room.window.page is not None
        room.window.page.fill_whole()
    return asked


@pytest.mark.parametrize("number", ONE_OF_EACH, ids=lambda number: name_of(("ordinary", number)))
def test_a_page_asks_no_more_of_many_years_than_of_a_few(asked: tuple[Asked, Asked], number: int) -> None:
    few, many = asked[0][number], asked[1][number]
    assert not many - few, "each is asked so much more often"
