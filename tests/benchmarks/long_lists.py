"""What lists of twelve years cost on screen, each figure beside as many plain widgets in the same run."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from carer_app.choices import Owner
from carer_app.computer.preferences import Preferences
from carer_app.storage.vault import Vault
from tests import builders
from tests.benchmarks.big_household import big_household
from tests.benchmarks.keeping import NOW, Pair, timed
from tests.ui.conftest import NoDoor
from ui.actions.actions import ActionsPage
from ui.base.background import Background
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Actions, NotesOf
from ui.base.records import Records
from ui.look import theme
from ui.notes.notes_of import NotesOfPage

RUNS = 7
T = TypeVar("T")


def actions_shown() -> list[Pair]:
    """The page of 594 open actions."""
    with _house() as (house, _child):
        return shown_beside_plain(lambda: ActionsPage(house, Actions()))


def notes_shown() -> list[Pair]:
    """The page of 504 notes about one child."""
    with _house() as (house, child):
        return shown_beside_plain(lambda: NotesOfPage(house, NotesOf(child)))


def ticks() -> list[Pair]:
    """Ticking one of 594 actions off, beside other words on one of as many plain buttons."""
    with _house() as (house, _child):
        page = ActionsPage(house, Actions())
        _show(page)
        plain = plain_like(page)
        _show(plain)
        pairs = []
        for button in plain.findChildren(QPushButton)[: RUNS + 1]:
            floor = timed(partial(_then_settle, partial(button.setText, "It is not done")))
            rows = page.owed[Owner.SCHOOL].rows
            ours = timed(partial(_then_settle, rows.row(rows.ids()[2]).tick.click))
            pairs.append((ours, floor))
        return pairs[1:]


def shown_beside_plain(make: Callable[[], Page]) -> list[Pair]:
    """A page made and shown, beside as many plain widgets as are seen on it."""
    pairs = []
    for _run in range(RUNS + 1):
        pages: list[Page] = []
        ours = timed(lambda pages=pages: (pages.append(make()), _show(pages[0])))  # type: ignore[misc]
        plain: list[QWidget] = []
        floor = timed(lambda pages=pages, plain=plain: (plain.append(plain_like(pages[0])), _show(plain[0])))  # type: ignore[misc]
        for each in (pages[0], plain[0]):
            each.hide()
            each.deleteLater()
        settled()
        pairs.append((ours, floor))
    return pairs[1:]  # the first pair imports and draws icons


def plain_like(page: Page) -> QWidget:
    """As many buttons and labels as are seen on a page, in one column."""
    plain = QWidget()
    column = QVBoxLayout(plain)
    for kind, made in ((QAbstractButton, QPushButton), (QLabel, QLabel)):
        for each in page.findChildren(kind):
            if each.isVisibleTo(page):
                column.addWidget(made("Ask about a place in the reading group"))
    return plain


def _show(page: QWidget) -> None:
    page.resize(1000, 760)
    page.show()
    if isinstance(page, Page):
        page.show_now()
    settled()


def _then_settle(do: Callable[[], object]) -> None:
    do()
    settled()


def settled() -> None:
    """Let what is due in the event loop come, and what was let go, go: here no loop runs that would see to that."""
    for _round in range(5):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _house() -> AbstractContextManager[tuple[House, int]]:
    return house_of(lambda vault: big_household(vault, children=1)[0])


@contextmanager
def house_of(live: Callable[[Vault], T]) -> Iterator[tuple[House, T]]:
    """A house over records of its own, and what living in it gave."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Look("light", 100))
    with tempfile.TemporaryDirectory() as folder:
        vault = builders.new_vault(Path(folder) / "vault")
        lived = live(vault)
        background = Background()
        records = Records(background)
        records.open(vault)
        liked = Preferences()
        door = NoDoor(Path(folder), records)
        yield House(records, NOW.date, lambda: liked, lambda _liked: None, door), lived
        records.close()
        background.finish()
