"""Files that were chosen and are still being read when the records are locked are never lost in silence."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from carer_app.jobs import childs_drawing, file_document, photos_of_paper
from carer_app.storage.vault import Vault
from carer_app.use_cases import coming_in, filing, papers
from tests import builders
from tests.builders import TODAY
from ui.base.house import House
from ui.base.places import AddPaper, Documents, Home, KeepsakesPlace, PepCopyPlace
from ui.shell.window import Window


@pytest.fixture
def mia(vault: Vault) -> int:
    child = builders.add_child(vault, "Mia")
    vault.run(filing.allow_papers, "Ms Ali", TODAY)
    return child


@pytest.fixture
def window(house: House, mia: int, qtbot: QtBot) -> Iterator[Window]:
    window = Window(replace(house, today=lambda: TODAY))
    qtbot.addWidget(window)
    window.start_at(Home())
    window.show()
    yield window
    window.let_go_of_pages()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Reading a file takes until this is called."""
    go_on, real = threading.Event(), file_document.read_file

    def slow(path: Path) -> bytes:
        go_on.wait(20)
        return real(path)

    monkeypatch.setattr(file_document, "read_file", slow)
    yield go_on.set
    go_on.set()


def chosen(folder: Path) -> list[str]:
    paths = []
    for number, name in enumerate(("a letter.pdf", "b report.pdf")):
        (folder / name).write_bytes(builders.A_PDF + b"%" * number)
        paths.append(str(folder / name))
    return paths


def locked_and_opened(window: Window, vault: Vault, folder: Path, go_on: Callable[[], None]) -> None:
    """As the lock does: the pages go, what is running is forgotten, the vault is closed; then it is opened again."""
    window.let_go_of_pages()
    records = window.house.records
    records.close()
    go_on()
    records._background.finish()
    records.open(Vault.open(folder, builders.PASSWORD))


def bringing(page: Any) -> Any:
    return page.file.bringing if hasattr(page, "file") else page.bringing


@pytest.mark.parametrize("kind", ["paper", "copy"])
def test_locked_meanwhile_the_page_says_which_were_not_taken_in_and_takes_them(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, held: Callable[[], None], kind: str
) -> None:
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, meeting, date(2026, 3, 9))
    place = AddPaper(mia) if kind == "paper" else PepCopyPlace(meeting)
    window.go(place)
    files = chosen(tmp_path)[: 2 if kind == "paper" else 1]
    bringing(window.page).take(files)
    assert not bringing(window.page).not_taken.isVisible(), "it is under way"
    locked_and_opened(window, vault, vault._folder, held)
    window.start_at(Documents())
    card = window.page.by_child[mia]  # type: ignore[union-attr]
    row = card.waiting.row(card.waiting.ids()[0])
    assert row.words() == (
        "2 files are not taken in yet" if kind == "paper" else "1 file is not taken in yet"
    )
    row.click()
    assert window.place == place
    taking: Any = bringing(window.page)
    assert taking.not_taken.isVisible()
    assert "“a letter.pdf”" in taking.not_taken.says.words()
    assert "Each is still where you chose it." in taking.not_taken.says.words()
    taking.not_taken.now.click()
    qtbot.waitUntil(lambda: not taking.is_busy, timeout=60_000)
    assert not taking.not_taken.isVisible()
    records = window.house.records
    assert records.read(coming_in.not_through, place.key) == ()
    if kind == "paper":
        assert len(records.read(papers.papers_of, mia)) == 2
    window.let_go_of_pages()
    records.close()


def test_a_picture_that_was_pasted_is_said_as_well_and_can_be_left_out(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    real = photos_of_paper.read_photos
    monkeypatch.setattr(photos_of_paper, "read_photos", lambda *given: (go_on.wait(20), real(*given))[1])
    window.go(AddPaper(mia))
    page: Any = window.page
    page.bringing._on_picture(b"a picture")
    locked_and_opened(window, vault, vault._folder, go_on.set)
    window.start_at(AddPaper(mia))
    not_taken = window.page.bringing.not_taken  # type: ignore[union-attr]
    assert "A picture that you pasted was not taken in" in not_taken.says.words()
    assert not not_taken.now.isVisible()
    not_taken.leave.click()
    assert not not_taken.isVisible()
    window.house.records.undo()
    assert not_taken.isVisible()
    window.let_go_of_pages()
    window.house.records.close()


def test_while_it_goes_well_nothing_is_said_and_nothing_stays_noted(
    window: Window, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 cut")
    page.bringing.take([*chosen(tmp_path), str(tmp_path / "bad.pdf")])
    assert len(page.records.read(coming_in.not_through, page.place.key)) == 3
    window.go(Home())
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    window.go(AddPaper(mia))
    assert not page.bringing.not_taken.isVisible()
    assert page.records.read(coming_in.not_through, page.place.key) == ()


def test_what_goes_into_the_childs_book_is_not_lost_either(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, real = threading.Event(), childs_drawing.take_pages
    monkeypatch.setattr(childs_drawing, "take_pages", lambda path: (go_on.wait(20), real(path))[1])
    window.go(KeepsakesPlace(mia))
    page: Any = window.page
    page.take_in(chosen(tmp_path)[0])
    assert page.holds_typed(), "it stays while the carer is elsewhere"
    locked_and_opened(window, vault, vault._folder, go_on.set)
    window.start_at(KeepsakesPlace(mia))
    page = window.page
    assert "“a letter.pdf”" in page.not_taken.says.words()
    page.not_taken.now.click()
    qtbot.waitUntil(lambda: len(page.rows.ids()) == 1, timeout=60_000)
    assert not page.not_taken.isVisible()
    window.let_go_of_pages()
    window.house.records.close()


def test_nor_is_a_leaflet(
    window: Window, vault: Vault, qtbot: QtBot, tmp_path: Path, held: Callable[[], None]
) -> None:
    window.go(Documents())
    page: Any = window.page
    page.fill_whole()
    page.leaflets.title.setText("Handbook")
    page.leaflets.title.textEdited.emit("Handbook")
    page.leaflets.take_in(chosen(tmp_path)[0])
    locked_and_opened(window, vault, vault._folder, held)
    window.start_at(Documents())
    page = window.page
    page.fill_whole()
    assert "“a letter.pdf”" in page.leaflets.not_taken.says.words()
    page.leaflets.not_taken.now.click()
    qtbot.waitUntil(lambda: len(page.leaflets.rows.ids()) == 1, timeout=60_000)
    assert not page.leaflets.not_taken.isVisible()
    window.let_go_of_pages()
    window.house.records.close()


def test_a_name_may_hold_anything(vault: Vault, mia: int) -> None:
    key = AddPaper(mia).key
    names = ["/x/a\nb.pdf", "/x/\udcff.pdf", "/x/\u202efdp.exe", ""]
    vault.run(coming_in.note, key, names)
    with vault.reading() as session:
        assert [each.path for each in coming_in.not_through(session, key)] == names
