"""The page of one PEP copy: paper first, and a file only once somebody said yes."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from carer_app.choices import WhereIsTheCopy
from carer_app.errors import DiskFull
from carer_app.jobs import file_document
from carer_app.storage import trouble
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, pep_copies, waiting_photos
from tests import builders, photographed
from tests.ui.opening import in_sight
from ui.base import dialogs
from ui.base.house import House
from ui.base.places import AfterMeeting, PepCopyPlace, ReadDocument
from ui.documents import photo_pages
from ui.documents.pep_copy import PepCopyPage
from ui.widgets.text import PlainLabel

Show = Callable[..., Any]
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    number = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, number, HELD)
    return number


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> Any:
    return show(PepCopyPage(house, PepCopyPlace(meeting)))


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    file = tmp_path / "sent.pdf"
    file.write_bytes(builders.A_PDF)
    return file


def words(page: Any) -> str:
    return "\n".join(label.words() for label in page.findChildren(PlainLabel) if label.isVisible())


def copy(page: Any) -> Any:
    return page.records.read(pep_copies.copy_of, page.meeting_id, builders.TODAY)


def allow(page: Any) -> None:
    page.records.change(filing.allow_papers, "Ms Ali", builders.TODAY)


def store(page: Any, qtbot: QtBot, file: Path) -> None:
    page.file.take_in(str(file))
    qtbot.waitUntil(lambda: not page.file.working.isVisible(), timeout=20_000)


def test_the_page_says_when_the_copy_should_come_and_by_whose_rule(page: Any) -> None:
    assert page.accessibleName() == "The copy of Mia’s PEP"
    assert "It should come by Monday 23 March 2026." in words(page)
    assert "The meeting was on 9 March." in words(page)
    assert "14 days after the meeting on Monday 9 March 2026" in words(page)
    assert "School or the social worker can send it." in words(page)


def test_a_meeting_that_was_not_held_yet_leads_to_the_day_it_was_held(
    house: House, show: Show, vault: Vault
) -> None:
    coming = builders.add_meeting(vault, builders.add_child(vault, "Mia"))
    page = show(PepCopyPage(house, PepCopyPlace(coming)))
    went: list[object] = []
    page.go.connect(went.append)
    assert page.not_held.isVisible()
    assert not page.paper.isVisible()
    assert not page.file.isVisible()
    page.focus_first()
    page.first_field().click()
    assert went == [AfterMeeting(coming)]


def test_paper_is_asked_about_first_and_the_lock_box_is_offered_first(page: Any) -> None:
    rows = [page.where.row(place) for place in ("lock_box", "file", "not_yet")]
    assert [row.y() for row in rows] == sorted(row.y() for row in rows)
    assert page.where.value() == WhereIsTheCopy.NOT_YET
    assert page.paper.y() < page.file.y()
    assert not page.file.choosing.isVisible()


def test_saying_that_the_paper_is_in_the_lock_box_can_be_undone(page: Any) -> None:
    said: list[str] = []
    page.records.undoable.connect(lambda undo: said.append(undo.words))
    page.where.row("lock_box").click()
    assert copy(page).place == WhereIsTheCopy.LOCK_BOX
    assert said == ["The paper copy: On paper, in my lock box."]
    assert "You have it: on paper, in my lock box." in words(page)
    assert "Ask" not in page.ask.words() or not page.ask.isVisible()
    page.records.undo()
    assert copy(page).place == WhereIsTheCopy.NOT_YET
    assert page.where.value() == WhereIsTheCopy.NOT_YET


def test_a_file_needs_a_name_behind_the_yes(page: Any) -> None:
    assert "Some councils do not allow their papers" in words(page)
    page.file.yes.click()
    assert page._summary.sentences() == [page.file.who_field.error()]
    assert "who said yes" in page.file.who_field.error()
    assert not page.records.read(filing.permission).is_given
    page.file.who.setText("Ms Ali")
    page.file.yes.setFocus()
    page.file.yes.click()
    assert page.records.read(filing.permission).by == "Ms Ali"
    assert page._summary.isHidden()
    assert "Ms Ali said yes. You wrote that down on 10 March 2026." in words(page)
    assert page.focusWidget() is page.file.choose


def test_a_half_typed_name_is_there_again_and_is_let_go_once_it_counts(
    house: House, show: Show, page: Any, qtbot: QtBot, meeting: int
) -> None:
    qtbot.keyClicks(page.file.who, "Ms Ali")
    again = show(PepCopyPage(house, PepCopyPlace(meeting)))
    assert again.file.who.text() == "Ms Ali"
    again.file.yes.click()
    assert again.drafts() == {}


def test_a_yes_can_be_taken_back(page: Any) -> None:
    allow(page)
    page.file.not_allowed.click()
    assert not page.records.read(filing.permission).is_given
    assert page.file.permission.isVisible()
    page.records.undo()
    assert page.records.read(filing.permission).by == "Ms Ali"


def test_the_limit_is_said_before_a_file_is_chosen(page: Any) -> None:
    allow(page)
    assert "PDF, Word, text, mails or photos: at most 25 MB each." in words(page)
    assert page.file.choose.isVisible()


def test_the_file_that_is_chosen_in_the_dialog_is_taken_in(
    page: Any, qtbot: QtBot, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_owner: object, _heading: str, kinds: str, chosen: Callable[[list[str]], None]) -> None:
        asked.append(kinds)
        chosen([str(sent)])

    monkeypatch.setattr(dialogs, "choose_files", choose)
    allow(page)
    page.file.choose.setFocus()
    page.file.choose.click()
    assert "Taking it in and locking it" in words(page)
    qtbot.waitUntil(lambda: page.file.stored.isVisible(), timeout=20_000)
    assert "*.pdf" in asked[0]
    assert "What you chose is still where it was, and it is not locked." in words(page)
    assert "sent.pdf" not in words(page)
    assert copy(page).place == WhereIsTheCopy.HERE
    assert sent.read_bytes() == builders.A_PDF
    assert page.focusWidget() is page.file.read


def test_a_stored_copy_can_be_read_and_undone(page: Any, qtbot: QtBot, sent: Path) -> None:
    allow(page)
    store(page, qtbot, sent)
    went: list[object] = []
    page.go.connect(went.append)
    page.file.read.click()
    assert went == [ReadDocument(copy(page).document_id)]
    page.records.undo()
    assert copy(page).document_id is None
    assert page.file.choosing.isVisible()
    assert "It should come by" in words(page)


def test_on_another_day_the_page_no_longer_talks_about_the_file_that_was_chosen(
    house: House, show: Show, page: Any, qtbot: QtBot, sent: Path, meeting: int
) -> None:
    allow(page)
    store(page, qtbot, sent)
    later = show(PepCopyPage(house, PepCopyPlace(meeting)))
    assert "Stored here, locked, on Tuesday 10 March 2026." in words(later)
    assert "still where it was" not in words(later)


@pytest.mark.parametrize(
    ("bytes_sent", "sentence"),
    [(b"", "empty"), (b"GIF89a\0\1", "kind of file"), (b"%PDF-1.7\ncut", "damaged"), (None, "25 MB")],
    ids=["empty", "another kind", "damaged", "too big"],
)
def test_a_refused_file_is_a_problem_on_the_page_and_what_was_stored_stays(
    page: Any, qtbot: QtBot, sent: Path, bytes_sent: bytes | None, sentence: str
) -> None:
    allow(page)
    store(page, qtbot, sent)
    before = copy(page)
    if bytes_sent is None:
        with sent.open("wb") as file:
            file.truncate(26 * 1024 * 1024)
    else:
        sent.write_bytes(bytes_sent)
    store(page, qtbot, sent)
    assert page._summary.isVisible()
    assert sentence in page._summary.sentences()[0]
    assert copy(page) == before
    page._summary.links()[0].click()
    assert page.focusWidget() is page.file.another


def test_a_full_disk_is_a_problem_on_the_page_and_another_try_clears_it(
    page: Any, qtbot: QtBot, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(page)
    sealed = page.records.vault.sealed

    def full(_data: bytes) -> None:
        raise trouble.disk_full()

    monkeypatch.setattr(sealed, "seal", full)
    store(page, qtbot, sent)
    assert page._summary.sentences() == [str(trouble.disk_full())]
    assert isinstance(trouble.disk_full(), DiskFull)
    assert copy(page).document_id is None
    monkeypatch.undo()
    store(page, qtbot, sent)
    assert page._summary.isHidden()
    assert copy(page).place == WhereIsTheCopy.HERE


def test_who_went_elsewhere_meanwhile_is_told_and_the_copy_is_stored(
    page: Any, qtbot: QtBot, sent: Path
) -> None:
    allow(page)
    page.file.take_in(str(sent))
    page.hide()
    with qtbot.waitSignal(page.records.undoable, timeout=20_000):
        pass
    assert copy(page).place == WhereIsTheCopy.HERE
    told: list[str] = []
    page.records.problem.connect(told.append)
    sent.write_bytes(b"")
    page.file.take_in(str(sent))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "empty" in told[0]


def test_locking_while_a_file_is_taken_in_breaks_nothing(
    house: House, page: Any, qtbot: QtBot, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(page)
    go_on, done = threading.Event(), threading.Event()
    look = file_document.documents.look_into

    def slow(data: bytes) -> Any:
        go_on.wait(20)
        return look(data)

    real = page.records.vault.sealed.seal

    def seal(data: bytes) -> Any:
        try:
            return real(data)
        finally:
            done.set()

    monkeypatch.setattr(file_document.documents, "look_into", slow)
    monkeypatch.setattr(page.records.vault.sealed, "seal", seal)
    page.file.take_in(str(sent))
    page.hide()
    page.records.close()
    go_on.set()
    assert done.wait(20)
    monkeypatch.undo()
    page.records.open(Vault.open(tmp_path / "vault", builders.PASSWORD))
    assert len(page.records.vault.sealed.stored()) == 1
    assert copy(page).document_id is None
    again = PepCopyPage(house, PepCopyPlace(page.meeting_id))
    qtbot.addWidget(again)
    again.show()
    again.show_now()
    store(again, qtbot, sent)
    assert copy(page).place == WhereIsTheCopy.HERE
    page.records.close()


def test_another_file_can_take_its_place(page: Any, qtbot: QtBot, sent: Path) -> None:
    allow(page)
    store(page, qtbot, sent)
    first = copy(page).document_id
    sent.write_bytes(builders.A_PDF + b"%")
    store(page, qtbot, sent)
    assert copy(page).document_id not in (None, first)


def test_the_same_file_is_not_added_a_second_time(page: Any, qtbot: QtBot, sent: Path) -> None:
    allow(page)
    store(page, qtbot, sent)
    first = copy(page)
    store(page, qtbot, sent)
    assert "here already" in page._summary.sentences()[0]
    assert copy(page) == first


def test_a_file_is_taken_out_only_after_a_question_and_then_its_bytes_go_too(
    page: Any, qtbot: QtBot, sent: Path
) -> None:
    allow(page)
    store(page, qtbot, sent)
    page.file.take_out.click()
    question = page.window().findChild(QDialog)
    assert question.accessibleName() == "Take the file out of PEP Companion?"
    question.reject()
    assert copy(page).place == WhereIsTheCopy.HERE
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.file._take_out()
    assert "taken out" in told.args[0]
    assert page.records.vault.sealed.stored() == set()
    assert copy(page).place == WhereIsTheCopy.NOT_YET


def test_the_paper_may_be_in_the_lock_box_as_well(page: Any, qtbot: QtBot, sent: Path) -> None:
    allow(page)
    store(page, qtbot, sent)
    page.where.row("lock_box").click()
    assert "You have it: on paper, in my lock box. A file is stored here too, locked." in words(page)
    assert page.file.stored.isVisible()


def test_the_keyboard_begins_on_the_answer_that_is_chosen(house: House, show: Show, meeting: int) -> None:
    page = show(PepCopyPage(house, PepCopyPlace(meeting)))
    assert page.first_field() is page.where.row(WhereIsTheCopy.NOT_YET)


def test_what_is_stored_here_and_that_it_has_not_come_never_stand_together(
    page: Any, qtbot: QtBot, sent: Path
) -> None:
    assert "It has not come yet" in [row.words() for row in shown_answers(page)]
    allow(page)
    store(page, qtbot, sent)
    assert "You have it: stored here, locked." in words(page)
    assert [row.words() for row in shown_answers(page)] == [
        "On paper, in my lock box",
        "On paper, in my file",
        "No paper here. The file stored below is my copy",
    ]
    assert page.where.value() == WhereIsTheCopy.HERE
    page.where.row("lock_box").click()
    page.where.row("here").click()
    assert copy(page).place == WhereIsTheCopy.HERE


def shown_answers(page: Any) -> list[Any]:
    rows = [page.where.row(place) for place in WhereIsTheCopy]
    return sorted((row for row in rows if row.isVisible()), key=lambda row: row.y())


def photo_file(folder: Path, name: str, size: tuple[int, int]) -> str:
    Image.new("RGB", size, (200, 200, 200)).save(folder / name)
    return str(folder / name)


def test_photos_of_the_paper_are_put_in_order_turned_and_kept_as_one_file(
    page: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    allow(page)
    photos = page.file.photos
    assert not photos.isVisible()
    page.file.bringing.take(
        [photo_file(tmp_path, "b.png", (60, 40)), photo_file(tmp_path, "a.jpg", (40, 60))]
    )
    qtbot.waitUntil(lambda: len(photos.pages()) == 2)
    assert photos.says.words() == "2 photos. They are not kept yet."
    first, second = photos.rows.ids()
    photos.rows.row(second).turn.click()
    photos.rows.row(second).earlier.click()
    assert photos.rows.ids() == [second, first]
    assert photos.rows.row(second).name.words() == "Photo 1 of 2"
    photos.lighter.click()
    photos.keep_them.click()
    qtbot.waitUntil(lambda: page.file.stored.isVisible())
    assert photos.pages() == ()
    assert not photos.isVisible()
    row = page.records.read(pep_copies.copy_of, page.meeting_id, page.today())
    paper = page.records.read(filing.sealed_document, row.document_id)
    assert paper.pages == 2


def test_a_tilted_photo_is_put_straight_and_can_be_turned_a_little_by_hand(
    page: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    allow(page)
    photos = page.file.photos
    file = photographed.photographs(tmp_path)[0]
    with Image.open(file) as taken:
        taken.rotate(4, expand=True, fillcolor=(120, 105, 90)).save(tmp_path / "a-tilted.jpg")
    page.file.bringing.take([str(tmp_path / "a-tilted.jpg"), photo_file(tmp_path, "b.png", (60, 40))])
    qtbot.waitUntil(lambda: len(photos.pages()) == 2 and bool(photos.pages()[0].tilt), timeout=60_000)
    tilted, plain = photos.rows.ids()
    found = photos.pages()[0].tilt
    assert 4 <= found <= 7, "the photograph was a little askew itself"
    qtbot.waitUntil(lambda: photos.rows.row(tilted).tilted.isVisible(), timeout=60_000)
    assert photos.rows.row(tilted).tilted.words() == f"Turned {found:g} degrees to the right"
    assert not photos.rows.row(plain).tilted.isVisible()
    row = photos.rows.row(plain)
    assert not row.right.isVisible(), "few photos need it: it is no key on the way to the next"
    row.cut.click()
    for button, degrees in ((row.right, 1), (row.left, 0)):
        assert button.isVisible()
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert photos.pages()[1].tilt == degrees
    photos.straight.click()
    assert [each.tilt for each in photos.pages()] == [0, 0]
    page.records._background.finish()


def test_the_keyboard_and_the_page_go_to_the_photos_that_were_chosen(
    page: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    allow(page)
    page.window().resize(1024, 700)
    page.file.choose.setFocus()
    photos = page.file.photos
    page.file.bringing.take(
        [photo_file(tmp_path, "a.jpg", (40, 60)), photo_file(tmp_path, "b.png", (60, 40))]
    )
    qtbot.waitUntil(lambda: len(photos.pages()) == 2)
    turn = photos.rows.row(photos.rows.ids()[0]).turn
    assert page.window().focusWidget() is turn
    qtbot.waitUntil(lambda: in_sight(turn))


def test_a_photo_that_cannot_be_read_is_said_and_the_others_stay(
    page: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    allow(page)
    photos = page.file.photos
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff" + b"0" * 100)
    page.file.bringing.take([photo_file(tmp_path, "a.jpg", (40, 60)), str(tmp_path / "bad.jpg")])
    qtbot.waitUntil(lambda: "damaged" in photos.wrong.words() and len(photos.pages()) == 1)
    photos.rows.row(photos.rows.ids()[0]).out.click()
    assert photos.pages() == ()


def test_photos_wait_on_where_it_is_not_allowed_after_all(
    page: Any, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    """They may be nowhere else. Nothing can be done with them but to leave them out, until there is a yes again."""
    allow(page)
    files = [photo_file(tmp_path, "a.jpg", (40, 60)), photo_file(tmp_path, "b.png", (60, 40))]
    page.file.bringing.take(files)
    photos = page.file.photos
    qtbot.waitUntil(lambda: len(photos.pages()) == 2 and not page.file.bringing.is_busy)
    photos.turn(photos.rows.ids()[0])
    before = photos.pages()
    page.file.not_allowed.click()
    assert photos.pages() == before
    assert len(vault.sealed.stored()) == 2
    assert photos.says.words() == (
        "2 photos wait here, locked. Once you have a yes again, you can keep them."
    )
    assert photos.leave.isVisible()
    assert not any(each.isVisible() for each in (photos.rows, photos.ticks, photos.keep_them, photos.more))
    assert not page.file.bringing.offer.isVisible()
    page.records.undo()
    assert photos.pages() == before
    assert photos.rows.isVisible()
    assert photos.keep_them.isVisible()
    page.file.not_allowed.click()
    photos.leave.click()
    assert not photos.isVisible()
    page.records.undo()
    assert photos.pages() == before


def test_photos_come_back_where_the_copy_made_of_them_is_taken_back(
    page: Any, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    """In their order, turned and cut as they were; a picture that was pasted is nowhere else."""
    allow(page)
    files = [photo_file(tmp_path, "a.jpg", (40, 60)), photo_file(tmp_path, "b.png", (60, 40))]
    page.file.bringing.take(files)
    photos = page.file.photos
    qtbot.waitUntil(lambda: len(photos.pages()) == 2 and not page.file.bringing.is_busy)
    first, second = photos.rows.ids()
    photos.turn(second)
    photos.move_by(second, -1)
    photos.cut(first, (100, 0, 900, 1000))
    before = photos.pages()
    photos.keep_them.click()
    qtbot.waitUntil(lambda: not page.file.bringing.is_busy, timeout=20_000)
    assert photos.pages() == ()
    assert copy(page).document_id is not None
    assert page.holds_typed(), "they can come back"
    page.records.undo()
    assert copy(page).document_id is None
    assert photos.pages() == before
    qtbot.waitUntil(lambda: photos.isVisible() and photos.rows.ids() == [second, first])
    waits = page.records.read(waiting_photos.waiting, page.place.key)
    assert [each.turns for each in waits] == [1, 0]
    assert {name for each in waits for name in each.fingerprints} <= vault.sealed.stored()
    photos.keep_them.click()
    qtbot.waitUntil(lambda: not page.file.bringing.is_busy, timeout=20_000)
    page.records.forget_undo()
    gone = {name for each in waits for name in each.fingerprints}
    qtbot.waitUntil(lambda: not gone & vault.sealed.stored(), timeout=20_000)
    assert not page.holds_typed()


def test_a_copy_that_was_undone_leaves_nothing_on_the_disk(
    page: Any, vault: Vault, qtbot: QtBot, sent: Path
) -> None:
    """Nor does one that took the place of another, which is there again."""
    allow(page)
    store(page, qtbot, sent)
    page.records.undo()
    qtbot.waitUntil(lambda: vault.sealed.stored() == set(), timeout=20_000)
    store(page, qtbot, sent)
    first = vault.sealed.stored()
    before = sent.read_bytes()
    sent.write_bytes(builders.A_PDF + b"%")
    store(page, qtbot, sent)
    assert len(vault.sealed.stored()) == 2
    page.records.undo()
    qtbot.waitUntil(lambda: vault.sealed.stored() == first, timeout=20_000)
    document = page.records.read(filing.sealed_document, copy(page).document_id)
    assert vault.sealed.open(document.fingerprint, document.seal_key) == before


def test_photos_that_are_too_many_leave_nothing_on_the_disk(
    page: Any, vault: Vault, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo_pages, "MOST_PAGES", 1)
    allow(page)
    sizes = {"a.jpg": (40, 60), "b.jpg": (60, 40)}
    page.file.bringing.take([photo_file(tmp_path, name, size) for name, size in sizes.items()])
    qtbot.waitUntil(lambda: not page.file.bringing.is_busy)
    assert "more than 1 photos" in page.file.photos.wrong.words()
    assert len(page.file.photos.pages()) == 1
    qtbot.waitUntil(lambda: len(vault.sealed.stored()) == 1, timeout=20_000)


def test_what_is_dropped_or_pasted_on_the_page_is_taken_in(
    page: Any, tmp_path: Path, qtbot: QtBot, sent: Path
) -> None:
    """Only where it is allowed; a picture that was copied elsewhere waits as a photo does."""
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    QGuiApplication.clipboard().setImage(picture)
    paste = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(page, paste)
    assert not page.file.bringing.is_busy
    allow(page)
    page.file.bringing.paste.click()
    qtbot.waitUntil(lambda: len(page.file.photos.pages()) == 1)
    picture.fill(0xFF000000)  # the same one once more would not be taken in
    QGuiApplication.clipboard().setImage(picture)
    QApplication.sendEvent(page, paste)
    qtbot.waitUntil(lambda: len(page.file.photos.pages()) == 2)
    page.file.photos.let_go()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sent)), QUrl("https://example.org/a.pdf")])
    how = (dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *how))
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *how))
    qtbot.waitUntil(lambda: page.file.stored.isVisible(), timeout=20_000)


def test_several_papers_at_once_are_no_copy_of_one_pep(
    page: Any, tmp_path: Path, qtbot: QtBot, sent: Path
) -> None:
    allow(page)
    other = tmp_path / "another.pdf"
    other.write_bytes(builders.A_PDF)
    page.file.bringing.take([str(sent), str(other)])
    qtbot.waitUntil(lambda: not page.file.bringing.is_busy, timeout=20_000)
    assert "kept as one file" in page._summary.sentences()[0]
    assert copy(page).document_id is None


def test_what_is_round_the_paper_is_cut_away_by_keys_by_mouse_and_as_proposed(
    page: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    allow(page)
    photo = Image.new("RGB", (300, 400), (60, 50, 40))
    photo.paste((230, 230, 230), (60, 80, 240, 360))
    photo.save(tmp_path / "table.png")
    page.file.bringing.take([str(tmp_path / "table.png")])
    photos = page.file.photos
    qtbot.waitUntil(lambda: len(photos.pages()) == 1)
    row = photos.rows.row(photos.rows.ids()[0])
    row.cut.click()
    assert row.edges.isVisible()
    row.edges.further_in.click()
    assert photos.pages()[0].edges == (20, 0, 1000, 1000)
    row.edges.which.row("3").click()
    row.edges.further_in.click()
    row.edges.further_in.click()
    assert photos.pages()[0].edges == (20, 0, 1000, 960)
    row.edges.proposed.click()
    qtbot.waitUntil(lambda: photos.pages()[0].edges[0] > 150)
    frame = row.edges.frame
    qtbot.waitUntil(lambda: frame.edges == photos.pages()[0].edges)
    at = frame.box().topLeft().toPoint() + QPoint(0, 60)
    qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(frame, QPoint(2, at.y()))
    qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=QPoint(2, at.y()))
    assert photos.pages()[0].edges[0] < 30
    row.cut.click()
    assert not row.edges.isVisible()
    photos.cut_all.click()
    qtbot.waitUntil(lambda: photos.pages()[0].edges[0] > 150)
    photos.cut_all.click()
    assert photos.pages()[0].edges == (0, 0, 1000, 1000)


def test_it_is_said_where_the_file_still_lies_and_how_photos_come_from_a_phone(
    page: Any, qtbot: QtBot, sent: Path
) -> None:
    allow(page)
    page.file.bringing.from_a_phone.open(True)
    assert "charging cable" in words(page)
    store(page, qtbot, sent)
    assert f"It is in the folder “{sent.parent.name}”. You can take it out there." in words(page)
    assert sent.exists()
