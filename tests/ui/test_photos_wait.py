"""Photos that wait to be kept are nowhere else: none is let go before it is kept, and what is left out comes back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from carer_app.domain.stored_document import StoredDocument
from carer_app.storage import sealed_files
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, filing, papers, recording_the_meeting, waiting_photos
from carer_app.use_cases.waiting_photos import SealedPhoto
from tests import builders
from tests.builders import TODAY
from ui.base.house import House
from ui.base.places import Actions, AddPaper, ChildRecord, Documents, Home, PepCopyPlace, Settings
from ui.base.records import Undo
from ui.documents import photo_pages
from ui.documents.add_paper import AddPaperPage
from ui.shell.window import PAGES_KEPT, Window
from ui.widgets.picture import PhotoView
from ui.widgets.text import PlainLabel

Show = Callable[..., Any]


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


def two_photos(page: Any, folder: Path, qtbot: QtBot) -> None:
    bringing = page.file.bringing if hasattr(page, "file") else page.bringing
    for name in ("a.jpg", "b.jpg"):
        Image.new("RGB", (40, 60) if name == "a.jpg" else (60, 40), (200, 200, 200)).save(folder / name)
    bringing.take([str(folder / "a.jpg"), str(folder / "b.jpg")])
    qtbot.waitUntil(lambda: len(bringing.photos.pages()) == 2 and not bringing.is_busy, timeout=60_000)


def test_with_a_day_that_is_none_nothing_is_kept_and_nothing_is_lost(
    house: House, show: Show, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(AddPaperPage(house, AddPaper(mia)))
    two_photos(page, tmp_path, qtbot)
    page.day.set_raw("32 July")
    page.bringing.photos.keep_them.click()
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert len(page.bringing.photos.pages()) == 2
    assert page.more.is_open
    assert page.day_field.error() == page.day.problem() != ""
    assert page._summary.sentences() == [page.day.problem()]
    (tmp_path / "good.pdf").write_bytes(builders.A_PDF)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 cut")
    page.bringing.take([str(tmp_path / "bad.pdf"), str(tmp_path / "good.pdf")])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert page._summary.sentences() == [page.day.problem()], "nothing was taken in, so nothing is said to be"
    page.day.set_raw("3 July 2025")
    page.bringing.photos.keep_them.click()
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert page.bringing.photos.pages() == ()
    assert page.day_field.error() == ""
    (row,) = page.records.read(papers.papers_of, mia)
    assert row.on is not None


@pytest.mark.parametrize("kind", ["paper", "copy"])
def test_photos_stay_where_the_records_say_no(
    house: House, window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, kind: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, meeting, date(2026, 3, 9))
    window.go(AddPaper(mia) if kind == "paper" else PepCopyPlace(meeting))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    bringing = page.file.bringing if kind == "copy" else page.bringing
    with monkeypatch.context() as no:
        no.setattr(page.records, "change", lambda *_args, **_more: False)
        bringing.photos.keep_them.click()
        qtbot.waitUntil(lambda: not bringing.is_busy, timeout=60_000)
    assert len(bringing.photos.pages()) == 2


def test_photos_wait_while_other_pages_come_and_go(
    window: Window, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    window.go(Home())
    window.go(Settings())
    window.let_go_of_unseen_pages()
    for place in [Documents(), Actions(), ChildRecord(mia), Settings(), Home()] * 2:
        window.go(place)
    for number in range(PAGES_KEPT + 1):
        window.go(PepCopyPlace(900 + number))
    window.go(AddPaper(mia))
    assert window.page is page
    assert len(page.bringing.photos.pages()) == 2


def test_what_is_left_out_comes_back(window: Window, mia: int, qtbot: QtBot, tmp_path: Path) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    photos = page.bringing.photos
    first, second = photos.rows.ids()
    photos.turn(second)
    before = photos.pages()
    photos.rows.row(first).out.click()
    assert photos.rows.ids() == [second]
    assert page.records.can_be_undone.words == "Left out: Photo 1 of 2."
    page.records.undo()
    assert photos.pages() == before
    qtbot.waitUntil(lambda: len(waiting_in(page)) == 2)
    photos.leave.click()
    assert photos.pages() == ()
    assert waiting_in(page) == ()
    assert page.holds_typed(), "they can come back"
    page.records.undo()
    assert photos.pages() == before
    qtbot.waitUntil(lambda: len(waiting_in(page)) == 2)
    photos.leave.click()
    page.records.forget_undo()
    assert not page.holds_typed()


def test_a_drop_is_always_a_copy_and_one_that_comes_while_another_is_read_has_its_turn(
    house: House, show: Show, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show(AddPaperPage(house, AddPaper(mia)))
    other = builders.A_PDF + b"\n%"
    for name, data in (("a.pdf", builders.A_PDF), ("b.pdf", other)):
        (tmp_path / name).write_bytes(data)
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        either = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        how = (either, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), *how))
        event = QDropEvent(QPointF(5, 5), *how)
        event.setDropAction(Qt.DropAction.MoveAction)
        QApplication.sendEvent(page, event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction
    assert page.bringing.is_busy
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert len(page.records.read(papers.papers_of, mia)) == 2


@pytest.mark.parametrize("kind", ["paper", "copy"])
def test_photos_wait_while_the_records_are_locked(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, meeting, date(2026, 3, 9))
    place = AddPaper(mia) if kind == "paper" else PepCopyPlace(meeting)
    window.go(place)
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    photos = (page.file if kind == "copy" else page).bringing.photos
    second = photos.rows.ids()[1]
    photos.straight.setChecked(False)
    photos.turn(second)
    photos.move_by(second, -1)
    photos.lighter.setChecked(True)
    photos.as_they_came.setChecked(True)
    before = photos.pages()
    window.let_go_of_pages()
    for file in tmp_path.glob("?.jpg"):
        file.unlink()
    window.start_at(Documents())
    waiting: Any = window.page
    (row,) = (
        each for card in waiting.by_child.values() for each in [card.waiting.row(card.waiting.ids()[0])]
    )
    assert row.words() == "2 photos are not kept yet"
    row.click()
    assert window.place == place
    page = window.page
    photos = (page.file if kind == "copy" else page).bringing.photos
    qtbot.waitUntil(lambda: photos.pages() == before, timeout=60_000)
    first = photos.rows.row(photos.rows.ids()[0])
    qtbot.waitUntil(lambda: page.focusWidget() is first.turn, timeout=60_000)
    assert [each.turns for each in before] == [1, 0]
    assert (photos.lighter.isChecked(), photos.straight.isChecked()) == (True, False)
    assert photos.as_they_came.isChecked()
    photos.as_they_came.setChecked(False)
    photos.keep_them.click()
    qtbot.waitUntil(lambda: not photos.is_waiting, timeout=60_000)
    page.records.forget_undo()  # until then the photos of a PEP copy may come back
    kept = {each.fingerprint for each in vault.run(all_stored)}
    qtbot.waitUntil(lambda: vault.sealed.stored() == kept, timeout=60_000)
    window.go(Documents())
    assert all(not card.waiting.ids() for card in window.page.by_child.values())  # type: ignore[union-attr]


def begin_anew(window: Window, mia: int, qtbot: QtBot) -> Any:
    """The page as it is after the records were locked and unlocked."""
    window.let_go_of_pages()
    window.start_at(Home())
    window.go(AddPaper(mia))
    photos = window.page.bringing.photos  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: photos.isVisible() and not photos._safe._is_opening, timeout=60_000)
    return photos


def test_photos_that_cannot_be_read_for_a_moment_wait_on(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(AddPaper(mia))
    two_photos(window.page, tmp_path, qtbot)
    before = [each.jpeg for each in window.page.bringing.photos.pages()]  # type: ignore[union-attr]
    noted, files = waiting_in(window.page), vault.sealed.stored()
    read = sealed_files.read_safely
    first = noted[0].fingerprint

    def held(path: Path, most: int) -> bytes:
        if path.name == first:
            raise PermissionError(13, "held by another program")
        return read(path, most)

    with monkeypatch.context() as busy:
        busy.setattr(sealed_files, "read_safely", held)
        photos = begin_anew(window, mia, qtbot)
        assert [each.jpeg for each in photos.pages()] == before[1:]
        assert "1 photo that waits here could not be read just now. It is still kept." in shown(photos)
        photos.turn(photos.rows.ids()[0])
        assert len(waiting_in(window.page)) == 2, "what is changed forgets none of them"
        photos.again.click()
        qtbot.wait(200)
        assert len(photos.pages()) == 1
        assert vault.sealed.stored() == files
    photos.again.click()
    qtbot.waitUntil(lambda: [each.jpeg for each in photos.pages()] == before, timeout=60_000)
    assert not photos.again.isVisible()
    assert "just now" not in shown(photos)
    assert [each.fingerprint for each in waiting_in(window.page)] == [each.fingerprint for each in noted]


def test_where_all_are_damaged_it_is_seen_and_nothing_is_taken_away_by_itself(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    two_photos(window.page, tmp_path, qtbot)
    files = vault.sealed.stored()
    for file in vault.sealed._folder.iterdir():
        file.write_bytes(b"worn out")
    for _time in range(2):
        photos = begin_anew(window, mia, qtbot)
        assert "2 photos that waited here cannot be opened any more." in shown(photos)
        assert "0 photos" not in shown(photos)
        assert not photos.keep_them.isVisible()
        assert len(waiting_in(window.page)) == 2
        assert vault.sealed.stored() == files
    photos.leave.click()
    assert not photos.isVisible()
    window.page.records.undo()  # type: ignore[union-attr]
    qtbot.waitUntil(photos.isVisible)
    photos.leave.click()
    assert waiting_in(window.page) == ()


def test_that_one_file_holds_too_many_is_seen_where_none_waited(
    window: Window, mia: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_pages, "MOST_PAGES", 0)
    window.go(AddPaper(mia))
    page: Any = window.page
    Image.new("RGB", (40, 60)).save(tmp_path / "a.jpg")
    page.bringing.take([str(tmp_path / "a.jpg")])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    (sentence,) = page._summary.sentences()
    assert "more than 0 photos" in sentence
    assert page._summary.isVisible()
    assert not page.bringing.photos.leave.isVisible()


def shown(widget: Any) -> str:
    return "\n".join(each.words() for each in widget.findChildren(PlainLabel) if each.isVisible())


def test_what_was_left_out_is_on_the_disk_only_while_it_can_come_back(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    assert len(vault.sealed.stored()) == 2
    page.bringing.photos.leave.click()
    page.records.undo()
    assert len(page.bringing.photos.pages()) == 2
    qtbot.waitUntil(lambda: len(waiting_in(page)) == 2)
    page.bringing.photos.leave.click()
    assert len(vault.sealed.stored()) == 2
    page.records.forget_undo()
    qtbot.waitUntil(lambda: not vault.sealed.stored(), timeout=60_000)


def test_what_was_left_out_goes_where_another_change_takes_the_place_of_its_undo(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    page.bringing.photos.leave.click()
    assert len(vault.sealed.stored()) == 2
    page.records.change(
        filing.take_back_permission, undo=Undo("Taken back.", filing.allow_papers, ("Ms Ali", TODAY))
    )
    qtbot.waitUntil(lambda: not vault.sealed.stored(), timeout=60_000)
    assert window.message_bar.offers_undo(), "the new one is offered"
    page.records.undo()
    assert page.records.read(filing.permission).is_given


def waiting_in(page: Any) -> tuple[SealedPhoto, ...]:
    """What the records know to wait there."""
    return page.records.read(waiting_photos.waiting, page.place.key)  # type: ignore[no-any-return]


def all_stored(session: Any) -> list[StoredDocument]:
    return list(session.scalars(select(StoredDocument)))


@pytest.mark.parametrize("is_locked", [False, True])
def test_where_the_day_of_the_meeting_was_taken_away_its_photos_are_still_where_documents_leads(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, is_locked: bool
) -> None:
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, meeting, date(2026, 3, 9))
    window.go(PepCopyPlace(meeting))
    two_photos(window.page, tmp_path, qtbot)
    window.house.records.change(recording_the_meeting.meeting_was_not_held, meeting)
    if is_locked:
        window.let_go_of_pages()
        window.start_at(Documents())
    else:
        window.go(Documents())
    waiting: Any = window.page
    card = waiting.by_child[mia]
    card.waiting.row(card.waiting.ids()[0]).click()
    page: Any = window.page
    photos = page.file.photos
    assert page.not_held.isVisible()
    qtbot.waitUntil(photos.isVisible, timeout=60_000)
    assert photos.says.words() == (
        "2 photos wait here, locked. First say which day the meeting was held. Then they can be kept."
    )
    seen = (photos.rows, photos.keep_them, page.file.bringing.offer, page.file.stored, page.file.permission)
    assert not any(part.isVisible() for part in seen)
    assert photos.leave.isVisible()
    builders.do(vault, recording_the_meeting.meeting_was_held, meeting, date(2026, 3, 9), TODAY)
    page.records.changed.emit()
    qtbot.waitUntil(photos.keep_them.isVisible, timeout=60_000)
    assert photos.rows.isVisible()


@pytest.mark.parametrize("kind", ["paper", "copy"])
def test_the_open_page_of_a_child_that_was_put_to_one_side_shows_none_of_its_photos(
    window: Window, vault: Vault, mia: int, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    meeting = builders.add_meeting(vault, mia, date(2026, 3, 9))
    builders.hold(vault, meeting, date(2026, 3, 9))
    window.go(AddPaper(mia) if kind == "paper" else PepCopyPlace(meeting))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    photos = (page.file if kind == "copy" else page).bringing.photos
    window.house.records.change(children.delete_child, mia, TODAY)
    assert page.is_gone
    assert not photos.isVisible()
    window.go(Home())
    window.go(AddPaper(mia) if kind == "paper" else PepCopyPlace(meeting))
    assert not any(view.isVisible() for view in window.page.findChildren(PhotoView))  # type: ignore[union-attr]
    window.house.records.change(children.bring_back, mia)
    assert not page.is_gone
    assert len(photos.pages()) == 2


def test_a_photo_that_waits_already_is_not_added_again_and_that_is_said(
    window: Window, mia: int, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go(AddPaper(mia))
    page: Any = window.page
    two_photos(page, tmp_path, qtbot)
    stored = page.records.papers.stored()
    Image.new("RGB", (50, 60), (90, 90, 90)).save(tmp_path / "c.jpg")
    again = [str(tmp_path / name) for name in ("a.jpg", "c.jpg")]
    page.bringing.take(again)
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert len(page.bringing.photos.pages()) == 3
    assert "“a.jpg”: That photo waits here already, so it was not added again." in shown(page)
    qtbot.waitUntil(lambda: len(page.records.papers.stored()) == len(stored) + 1, timeout=20_000)


def test_why_a_photo_does_not_wait_is_still_said_after_the_next_one(
    window: Window, mia: int, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_pages, "MOST_PAGES", 1)
    window.go(AddPaper(mia))
    page: Any = window.page
    scan = [Image.new("RGB", (40, 60)), Image.new("RGB", (60, 40))]
    scan[0].save(tmp_path / "a.tif", save_all=True, append_images=scan[1:])
    scan[0].save(tmp_path / "b.jpg")
    page.bringing.take([str(tmp_path / "a.tif"), str(tmp_path / "b.jpg")])
    qtbot.waitUntil(lambda: not page.bringing.is_busy, timeout=60_000)
    assert "“a.tif”: These are more than 1 photos. Choose fewer." in shown(page)
    assert len(page.bringing.photos.pages()) == 1
