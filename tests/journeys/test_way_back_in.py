"""The drill: the records and the paper, a clean computer, a forgotten password."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from carer_app.choices import MayKeep
from carer_app.computer.paths import DataDir
from carer_app.domain.all_tables import Base
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import CarerAppError, WrongPassphrase
from carer_app.jobs import way_back
from carer_app.storage import key_cost, keys
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, household, may_keep, ways_in
from carer_app.use_cases.may_keep import KeepingAnswer
from carer_app.use_cases.notices import NoticeKind
from tests import builders
from tests.journeys.conftest import (
    bring_forward,
    fill,
    named,
    press,
    put_away,
    settle,
    unlock,
    visit,
    wait_for,
)
from ui.base.places import BackupsPlace, Forgotten, Home, Unlock, WayBackSheetPlace, WaysIn, Welcome
from ui.shell.app import Companion

pytestmark = pytest.mark.journey

NEW_PASSWORD = "otter lantern marble"
Start = Callable[[DataDir], Companion]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a password as long as for a family would take most of the time here."""
    for module in (keys, key_cost):
        monkeypatch.setattr(module, "calibrate", lambda: builders.CHEAP)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot) -> Iterator[Start]:
    """Start the application on a data folder, in place of the one that was running."""
    running: list[Companion] = []

    def stop() -> None:
        while running:
            put_away(running.pop())

    def begin(data: DataDir) -> Companion:
        stop()
        companion = Companion(data, lambda: builders.TODAY)
        running.append(companion)
        companion.start()
        bring_forward(companion, qtbot)
        return companion

    yield begin
    stop()


@pytest.fixture
def at_home(start: Start, data: DataDir) -> tuple[Companion, dict[str, Any]]:
    """The ordinary household, unlocked."""
    data.root.mkdir()
    vault = builders.new_vault(data.vault)
    ids = builders.ordinary_household(vault)
    ids["copy"] = builders.file_a_copy(vault, ids["over"])
    vault.close()
    companion = start(data)
    unlock(companion)
    return companion, ids


def make_sheet(companion: Companion) -> Any:
    page = visit(companion, WayBackSheetPlace())
    press(companion, "Make my sheet")
    wait_for(lambda: page.code_card.isVisible(), "the code")
    return page


def save_sheet(companion: Companion, page: Any, path: Path) -> None:
    press(companion, "Save as PDF")
    wait_for(QApplication.activeModalWidget, "the file dialog")
    dialog: Any = QApplication.activeModalWidget()
    box = dialog.findChild(QLineEdit, "fileNameEdit")
    box.setText(str(path))
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait_for(lambda: path.exists() and page._in_force, "the file, and the code to be a way in")
    settle()


def put_on_paper(companion: Companion, page: Any) -> None:
    press(companion, "I have it on paper")
    wait_for(lambda: page.proof_card.isVisible(), "the code to be a way in")


def opens(companion: Companion, code: str) -> bool:
    try:
        return bool(keys.unwrap(companion.records.vault.key_file_now(), code, keys.SHEET))
    except WrongPassphrase:
        return False


def code_on(paper: Path) -> str:
    """What somebody with the paper in their hand would type: the six groups as they stand there."""
    [page] = PdfReader(paper).pages
    words = page.extract_text().split()
    groups = []
    for number in range(1, 7):
        at = next(at for at in range(len(words)) if words[at : at + 2] == ["Group", str(number)])
        groups.append("".join(words[at + 2 : at + 6]))
    return " ".join(groups).lower()


def use_code(companion: Companion, code: str) -> Any:
    press(companion, "I have forgotten it")
    assert companion.window.place == Forgotten()
    press(companion, "I have my way-back-in sheet")
    fill(companion, "The code on your sheet", code)
    press(companion, "Check the code")
    page: Any = companion.window.page
    wait_for(lambda: not companion.background.is_busy, "the code to be tried")
    settle()
    return page


def everything(companion: Companion) -> dict[str, list[Any]]:
    """Every row of every table."""
    with companion.records.vault.reading() as session:
        return {t.name: list(map(tuple, session.execute(t.select()))) for t in Base.metadata.sorted_tables}


def test_the_drill_with_the_paper_and_the_records_on_a_clean_computer(
    at_home: tuple[Companion, dict[str, Any]], start: Start, data: DataDir, tmp_path: Path
) -> None:
    companion, ids = at_home
    page = make_sheet(companion)
    paper = tmp_path / "sheet.pdf"
    save_sheet(companion, page, paper)
    before = everything(companion)
    companion.lock()
    clean = DataDir(tmp_path / "another computer")
    clean.root.mkdir()
    shutil.copytree(data.vault, clean.vault)
    code = code_on(paper)

    companion = start(clean)
    assert companion.window.place == Unlock()
    use_code(companion, code)
    fill(companion, "New password", NEW_PASSWORD)
    press(companion, "Use this password and open")
    wait_for(lambda: companion.records.is_open, "the records to open")
    settle()
    assert companion.window.place == Home()
    after = everything(companion)
    for table in ("household", "save_count", "known_numbers"):
        assert len(before.pop(table)) == len(after.pop(table)) == 1
    assert after == before
    assert companion.records.read(ways_in.sheet_facts).proved_on == companion.door._now().date()
    sealed = companion.records.read(filing.sealed_document, ids["copy"])
    assert companion.records.vault.sealed.open(sealed.fingerprint, sealed.seal_key) == builders.A_PDF
    assert companion.records.change(household.set_own_name, "Sam")

    companion.lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(clean.vault, builders.PASSWORD)
    unlock(companion, NEW_PASSWORD)
    assert companion.records.read(household.own_name) == "Sam"
    key_file = companion.records.vault.key_file_now()
    assert keys.unwrap(key_file, way_back.read_code(code), keys.SHEET), "the sheet still opens them"


def test_only_the_newest_sheet_opens_the_records(
    at_home: tuple[Companion, dict[str, Any]], start: Start, data: DataDir
) -> None:
    companion, _ids = at_home
    page = make_sheet(companion)
    old = page._code
    put_on_paper(companion, page)
    press(companion, "Make a new sheet")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(companion, "Make a new sheet", dialog)
    wait_for(lambda: page.code_card.isVisible(), "the new code")
    new = page._code
    put_on_paper(companion, page)
    companion.lock()
    forgotten = use_code(companion, old)
    assert "An older sheet stopped working" in forgotten._summary.sentences()[0]
    fill(companion, "The code on your sheet", new)
    press(companion, "Check the code")
    wait_for(lambda: forgotten.new.isVisible(), "the new code to fit")


def test_the_password_is_changed_only_by_who_knows_it(
    at_home: tuple[Companion, dict[str, Any]], data: DataDir
) -> None:
    companion, _ids = at_home
    page = visit(companion, WaysIn())
    press(companion, "Change the password")
    fill(companion, "Password you have now", "not the right words")
    fill(companion, "New password", NEW_PASSWORD)
    press(companion, "Use this password")
    wait_for(lambda: page._problems is not None and page._problems.isVisible(), "the sentence")
    assert "does not open your records" in page._summary.sentences()[0]
    assert keys.unwrap(companion.records.vault.key_file_now(), builders.PASSWORD)
    fill(companion, "Password you have now", builders.PASSWORD)
    press(companion, "Use this password")
    wait_for(lambda: not page.change.inside.isVisible(), "the password to be changed")
    companion.lock()
    unlock(companion, NEW_PASSWORD)
    with pytest.raises(WrongPassphrase):
        keys.unwrap(companion.records.vault.key_file_now(), builders.PASSWORD)


def test_a_sheet_taken_away_opens_nothing(at_home: tuple[Companion, dict[str, Any]], data: DataDir) -> None:
    companion, _ids = at_home
    page = make_sheet(companion)
    code = page._code
    put_on_paper(companion, page)
    visit(companion, WaysIn())
    press(companion, "Take the sheet away")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(companion, "Take it away", dialog)
    wait_for(lambda: keys.SHEET not in keys.kinds(companion.records.vault.key_file_now()), "the sheet to go")
    with pytest.raises(WrongPassphrase):
        keys.unwrap(companion.records.vault.key_file_now(), code, keys.SHEET)


def test_a_new_sheet_that_is_left_before_it_is_on_paper_leaves_the_old_one_as_it_was(
    at_home: tuple[Companion, dict[str, Any]],
) -> None:
    companion, _ids = at_home
    page = make_sheet(companion)
    old = page._code
    # The ways in are read again by and by: that a new sheet replaces one is known before.
    companion.door.opening.ask_ways_in = lambda _then: None  # type: ignore[method-assign]
    put_on_paper(companion, page)
    del companion.door.opening.ask_ways_in
    before = everything(companion)["household"]
    press(companion, "Make a new sheet")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(companion, "Make a new sheet", dialog)
    new = page._code
    assert opens(companion, old)
    assert not opens(companion, new)
    visit(companion, WaysIn())
    bar = companion.window.message_bar
    assert bar.text().endswith("it opens nothing. The sheet you had still works.")
    assert bar.tone == "news"
    wait_for(lambda: not companion.background.is_busy, "the ways in to be read")
    assert companion.window.page.sheet.words().startswith("You made your sheet on")  # type: ignore[union-attr]
    assert opens(companion, old)
    assert not opens(companion, new)
    assert everything(companion)["household"] == before


def test_leaving_before_it_is_on_paper_is_said_on_home(at_home: tuple[Companion, dict[str, Any]]) -> None:
    companion, _ids = at_home
    page = make_sheet(companion)
    companion.records.change(
        may_keep.write_down, KeepingAnswer(MayKeep.YES, "Ms Dean", builders.TODAY, builders.TODAY)
    )
    home = visit(companion, Home())
    assert home.notices.cards[NoticeKind.SHEET].heading.words() == "Make a way-back-in sheet"
    assert page._code == ""
    assert "".join(line.text() for line in page.groups.lines) == ""


def test_records_nobody_can_open_are_put_aside_whole(
    at_home: tuple[Companion, dict[str, Any]], data: DataDir
) -> None:
    companion, _ids = at_home
    companion.lock()
    before = {each.name: each.read_bytes() for each in data.vault.iterdir() if each.is_file()}
    press(companion, "I have forgotten it")
    press(companion, "I have none of these")
    press(companion, "Keep them and start fresh")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    press(companion, "Keep them and start fresh", dialog)
    assert companion.window.place == Welcome()
    [aside] = data.root.glob("vault put aside *")
    assert {each.name: each.read_bytes() for each in aside.iterdir() if each.is_file()} == before
    assert not data.vault.exists()
    Vault.open(aside, builders.PASSWORD).close()


def test_enter_in_the_code_box_tries_it(at_home: tuple[Companion, dict[str, Any]]) -> None:
    companion, _ids = at_home
    companion.lock()
    press(companion, "I have forgotten it")
    press(companion, "I have my way-back-in sheet")
    box = named(companion.window, "The code on your sheet")
    QTest.keyClicks(box, "acde")
    QTest.keyClick(box, Qt.Key.Key_Return)
    page: Any = companion.window.page
    assert "you typed 4" in page._summary.sentences()[0]


def names_and_papers(companion: Companion) -> tuple[str, bytes]:
    with companion.records.vault.reading() as session:
        paper = session.scalars(select(StoredDocument)).one()
    return companion.records.read(household.own_name), companion.records.vault.sealed.open(
        paper.fingerprint, paper.seal_key
    )


def test_the_drill_with_the_backup_and_the_paper_alone(
    at_home: tuple[Companion, dict[str, Any]], start: Start, data: DataDir, tmp_path: Path
) -> None:
    companion, _ids = at_home
    companion.records.change(household.set_own_name, "Sam")
    page = make_sheet(companion)
    save_sheet(companion, page, tmp_path / "sheet.pdf")
    code = way_back.read_code(code_on(tmp_path / "sheet.pdf"))
    backups: Any = visit(companion, BackupsPlace())
    backups.carry_to(str(tmp_path / "carried.pepbackup"))
    wait_for(lambda: (tmp_path / "carried.pepbackup").exists(), "the backup")
    wait_for(lambda: not companion.background.is_busy, "the rest")
    companion.close()
    shutil.rmtree(data.root)

    clean = DataDir(tmp_path / "another computer")
    companion = start(clean)
    began = time.monotonic()
    assert companion.window.place == Welcome()
    press(companion, "I have a backup from another computer")
    going: Any = companion.window.page
    going.look_in_file(str(tmp_path / "carried.pepbackup"))
    wait_for(going.opening.isVisible, "the backup to be chosen")
    QTest.keyClicks(going.secret, code.replace("-", " ").lower())
    press(companion, "Show what would change")
    wait_for(going.change.isVisible, "what would change")
    press(companion, "Go back to this backup")
    assert not clean.vault.exists(), "a new password comes first"
    QTest.keyClicks(going.password.password, NEW_PASSWORD)
    press(companion, "Go back to this backup")
    wait_for(lambda: companion.records.is_open, "the records to open")
    print(f"The drill, without reading the pages: {time.monotonic() - began:.1f} s")
    assert names_and_papers(companion) == ("Sam", builders.A_PDF)
    companion.lock()
    unlock(companion, NEW_PASSWORD)
    with pytest.raises(WrongPassphrase):
        keys.unwrap((clean.vault / "vault.key").read_bytes(), builders.PASSWORD)
    assert (
        keys.unwrap((clean.vault / "vault.key").read_bytes(), code, keys.SHEET) == companion.records.vault.key
    )


def test_someone_may_have_seen_it_and_everything_is_locked_anew(
    at_home: tuple[Companion, dict[str, Any]], data: DataDir, tmp_path: Path
) -> None:
    companion, _ids = at_home
    companion.records.change(household.set_own_name, "Sam")
    save_sheet(companion, make_sheet(companion), tmp_path / "sheet.pdf")
    code = way_back.read_code(code_on(tmp_path / "sheet.pdf"))
    before = companion.records.vault.key
    old_key_file = companion.records.vault.key_file_now()
    page: Any = visit(companion, WaysIn())
    page.seen.begin.click()
    QTest.keyClicks(page.seen.present, "not the password at all")
    QTest.keyClicks(page.seen.form.password, NEW_PASSWORD)
    page.seen.do.click()
    wait_for(lambda: page._problems is not None and page._problems.isVisible(), "the sentence")
    assert companion.records.vault.key == before
    page.seen.present.setText(builders.PASSWORD)
    page.seen.do.click()
    wait_for(lambda: companion.window.place == WayBackSheetPlace(), "the page for a new sheet")
    assert companion.records.vault.key != before
    assert "Everything is locked anew" in companion.window.message_bar.text()
    assert names_and_papers(companion) == ("Sam", builders.A_PDF)
    assert companion.records.read(ways_in.sheet_facts).made_on is None
    now = companion.records.vault.key_file_now()
    assert keys.kinds(now) == {keys.PASSWORD}
    for secret, kind in ((builders.PASSWORD, keys.PASSWORD), (code, keys.SHEET)):
        with pytest.raises(WrongPassphrase):
            keys.unwrap(now, secret, kind)
    assert keys.unwrap(old_key_file, builders.PASSWORD) == before
    with pytest.raises(CarerAppError):
        Vault.open_to_read(data.vault, before)
    companion.lock()
    unlock(companion, NEW_PASSWORD)


def test_a_key_store_that_is_gone_does_not_make_locking_anew_a_failure(
    at_home: tuple[Companion, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key store's own setting names a part that is not installed here. What is left is said, and nothing else."""
    import keyring

    companion, _ids = at_home
    vault = companion.records.vault
    vault.keep_key_file(keys.with_slot(vault.key_file_now(), vault.key, keys.KEYRING, "f" * 64))
    before = vault.key

    def missing() -> None:
        raise ModuleNotFoundError("No module named 'keyrings'")

    monkeypatch.setattr(keyring, "get_keyring", missing)
    heard: list[str] = []
    companion.records.problem.connect(heard.append)
    page: Any = visit(companion, WaysIn())
    page.seen.begin.click()
    QTest.keyClicks(page.seen.present, builders.PASSWORD)
    QTest.keyClicks(page.seen.form.password, NEW_PASSWORD)
    page.seen.do.click()
    wait_for(lambda: companion.window.place == WayBackSheetPlace(), "the page for a new sheet")
    assert companion.records.vault.key != before
    assert heard == []
    said = companion.window.message_bar.text()
    assert said.startswith("Everything is locked anew.")
    assert "One thing is left: this computer’s key store did not let go of its old key." in said


def test_a_changed_password_opens_the_backups_too(
    at_home: tuple[Companion, dict[str, Any]], data: DataDir
) -> None:
    companion, _ids = at_home
    companion.door.backing_up.back_up_now()
    wait_for(lambda: not companion.background.is_busy, "the backup")
    page: Any = visit(companion, WaysIn())
    page.change.begin.click()
    QTest.keyClicks(page.change.present, builders.PASSWORD)
    QTest.keyClicks(page.change.form.password, NEW_PASSWORD)
    page.change.do.click()
    [file] = data.backups.glob("*/vault.key")
    now = companion.records.vault.key_file_now
    wait_for(lambda: keys.unwrap(now(), NEW_PASSWORD) if _opens(now()) else False, "the new password")
    wait_for(lambda: file.read_bytes() == now(), "the backup's key file")
    with pytest.raises(WrongPassphrase):
        keys.unwrap(file.read_bytes(), builders.PASSWORD)


def _opens(key_file: bytes) -> bool:
    try:
        keys.unwrap(key_file, NEW_PASSWORD)
    except WrongPassphrase:
        return False
    return True
