"""What 500 papers with 2,000 pages of words cost: to search, to show pages, to open one, and in memory."""

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select
from sqlcipher3 import dbapi2

from carer_app.computer.preferences import Preferences
from carer_app.domain.meeting import Meeting
from carer_app.jobs import file_document, look_at_pdf
from carer_app.jobs.search import Search
from carer_app.storage.vault import Vault
from carer_app.use_cases import searching
from tests import builders
from tests.benchmarks.keeping import NOW, Pair, timed
from tests.benchmarks.long_lists import RUNS, shown_beside_plain
from tests.benchmarks.papers_household import papers_household
from tests.ui.conftest import NoDoor
from ui.base.background import Background
from ui.base.house import House
from ui.base.places import (
    Actions,
    AfterMeeting,
    CheckAndPrint,
    ChildRecord,
    Children,
    Documents,
    GetReady,
    Home,
    NotesOf,
    Place,
    SearchPlace,
)
from ui.base.records import Records
from ui.look import theme
from ui.search.search import AT_ONCE

TYPED = ("reading", "trombone", "reading group", "attend", "xylophone lesson", "mr fox", "redding")
WIDE = 900
IN_THE_LIST = 1.0
"""Seconds for which a list of papers is looked at before one is opened, at the least."""


@contextmanager
def household() -> Iterator[tuple[House, Vault, int]]:
    """Open records with all of it, and the first child."""
    with tempfile.TemporaryDirectory() as folder:
        vault = builders.new_vault(Path(folder) / "vault")
        child = papers_household(vault)[0]
        with house_of(vault, Path(folder)) as house:
            yield house, vault, child


@contextmanager
def house_of(vault: Vault, folder: Path) -> Iterator[House]:
    """What the pages of an open vault stand on, until it is closed."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Look("light", 100))
    background = Background()
    records = Records(background)
    records.open(vault)
    liked = Preferences()
    yield House(records, NOW.date, lambda: liked, lambda _liked: None, NoDoor(folder, records))
    records.close()
    background.finish()


def searched(vault: Vault) -> tuple[list[Pair], list[Pair]]:
    """Each search beside the same in plain FTS5; and filling the index beside filling the plain one."""
    lines = builders.read(vault, searching.everything_to_search)
    search, plain = Search(), dbapi2.connect(":memory:", isolation_level=None)
    filled = [
        (
            timed(partial(search.fill, lines)),
            timed(partial(_fill_plain, plain, [each.words for each in lines])),
        )
    ]
    found = []
    for typed in TYPED * RUNS:
        floor = timed(partial(_find_plain, plain, typed))
        found.append((timed(partial(_find_and_show, search, typed)), floor))
    search.close()
    plain.close()
    return found[len(TYPED) :], filled


def pages_shown(house: House, child: int) -> dict[str, list[Pair]]:
    """The pages that hold most, each beside as many plain widgets."""
    from ui.actions.actions import ActionsPage
    from ui.children.child_record import ChildRecordPage
    from ui.children.children import ChildrenPage
    from ui.documents.documents import DocumentsPage
    from ui.home.home import HomePage
    from ui.notes.notes_of import NotesOfPage
    from ui.search.search import SearchPage

    pages: dict[str, Callable[[], object]] = {
        "Home": lambda: HomePage(house, Home()),
        "Children": lambda: ChildrenPage(house, Children()),
        "Child": lambda: ChildRecordPage(house, ChildRecord(child)),
        "Documents": lambda: DocumentsPage(house, Documents()),
        "Actions": lambda: ActionsPage(house, Actions()),
        "Notes": lambda: NotesOfPage(house, NotesOf(child)),
        "Search": lambda: SearchPage(house, SearchPlace()),
    }
    return {name: shown_beside_plain(make) for name, make in pages.items()}  # type: ignore[arg-type]


def places_shown(vault: Vault, child: int) -> dict[str, Place]:
    """The places that hold most, each with the newest meeting where it is about one."""
    with vault.reading() as session:
        newest = select(Meeting.id).where(Meeting.child_id == child).order_by(Meeting.held_on.desc())
        meeting = session.scalars(newest).first() or 0
    return {
        "Home": Home(),
        "Children": Children(),
        "Child": ChildRecord(child),
        "Documents": Documents(),
        "Actions": Actions(),
        "Notes": NotesOf(child),
        "Search": SearchPlace(),
        "After the meeting": AfterMeeting(meeting),
        "Check and print": CheckAndPrint(meeting),
        "Get ready": GetReady(meeting),
    }


def first_pages() -> list[Pair]:
    """From a paper's bytes to its first page drawn, beside QtPdf with the same bytes in this process.

    Whoever opens a paper has seen it in a list before: there the reader is started.
    """
    from PySide6.QtPdf import QPdfDocument

    data = _plain_file()

    def theirs() -> None:
        held = QBuffer()
        held.setData(QByteArray(data))
        held.open(QBuffer.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(held)
        assert not document.render(0, QSize(WIDE, round(WIDE * 1.414))).isNull()

    def ours() -> look_at_pdf.PdfBegun:
        begun = look_at_pdf.begin_pdf(data, (1, WIDE))
        assert isinstance(begun, look_at_pdf.PdfBegun)
        return begun

    pairs, opened = [], []
    for _run in range(RUNS + 1):
        file_document.may_be_opened_soon()
        time.sleep(IN_THE_LIST)
        floor = timed(theirs)
        pairs.append((timed(lambda: opened.append(ours())), floor))
        assert opened.pop().rest().pages  # its words come once it is seen
    return pairs[1:]


def megabytes() -> float:
    """What this process holds of its own, beside what it shares."""
    try:
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def slowest(pages: dict[str, list[Pair]]) -> str:
    """The page that takes longest."""
    return max(pages, key=lambda name: median(ours for ours, _floor in pages[name]))


def _find_and_show(search: Search, typed: str) -> None:
    """As the page does: all that is found, and the words of those that are shown first."""
    for child in search.find(typed, AT_ONCE).children:
        for line in child.lines[:AT_ONCE]:
            assert line.shown


def _fill_plain(plain: dbapi2.Connection, words: list[str]) -> None:
    plain.execute("BEGIN")
    plain.execute(
        "CREATE VIRTUAL TABLE line USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    plain.executemany("INSERT INTO line (rowid, words) VALUES (?, ?)", enumerate(words))
    plain.execute("COMMIT")


def _find_plain(plain: dbapi2.Connection, typed: str) -> None:
    asked = "SELECT rowid, highlight(line, 0, '<', '>') FROM line WHERE line MATCH ? ORDER BY rank LIMIT 101"
    plain.execute(asked, (typed + "*",)).fetchall()


def _plain_file() -> bytes:
    paper = io.BytesIO()
    canvas = Canvas(paper)
    for number in range(6):
        for line in range(60):
            canvas.drawString(
                50, 800 - 12 * line, f"Line {line} of page {number}: reading, and the group that meets"
            )
        canvas.showPage()
    canvas.save()
    return paper.getvalue()
