"""May notes be kept here? Yes, on a stick, no, or not asked yet: each in a real window, each with its own files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from carer_app.choices import MayKeep
from carer_app.computer.paths import DataDir, data_dir
from carer_app.computer.preferences import Preferences
from carer_app.storage import keys
from carer_app.use_cases import children, household, may_keep
from tests import builders
from tests.journeys.conftest import bring_forward, fill, press, put_away, settle, unlock, visit, wait_for
from ui.base.places import (
    AddChild,
    ChildRecord,
    ChoosePassword,
    Help,
    Hidden,
    Home,
    MayKeepAgain,
    MayKeepNotes,
    MeetingSheetPlace,
    PreparePart,
    Settings,
    StickMissing,
    Unlock,
    WayBackSheetPlace,
    Welcome,
)
from ui.shell.app import Companion
from ui.widgets.text import PlainLabel

pytestmark = pytest.mark.journey

PASSWORD = builders.PASSWORD
Start = Callable[[], Companion]


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a password as long as for a family would take most of the time here."""
    slow = keys.new_key_file
    monkeypatch.setattr(keys, "new_key_file", lambda password: slow(password, builders.CHEAP))


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Start the application on the folder of this computer; each one is closed at the end."""
    running: list[Companion] = []

    def begin() -> Companion:
        while running:
            put_away(running.pop())
        companion = Companion(data_dir(tmp_path / "computer"), lambda: builders.TODAY)
        running.append(companion)
        companion.start()
        bring_forward(companion, qtbot)
        return companion

    yield begin
    while running:
        put_away(running.pop())


def answer(companion: Companion, words: str) -> Any:
    """From the first page to one of the four answers."""
    press(companion, "Continue")
    assert companion.window.place == MayKeepNotes()
    press(companion, words)
    return companion.window.page


def say_who_and_when(companion: Companion) -> None:
    fill(companion, "Who said so?", "Ms Dean")
    fill(companion, "When?", "2 March 2026")


def choose_password(companion: Companion) -> None:
    assert companion.window.place == ChoosePassword()
    fill(companion, "Password", PASSWORD)
    press(companion, "Use this password")
    wait_for(lambda: companion.records.is_open and not companion.records.forgets, "the records to be made")
    settle()
    assert companion.window.place == WayBackSheetPlace()
    press(companion, "Later")


def begin_sitting(companion: Companion, words: str = "No") -> None:
    answer(companion, words)
    press(companion, "Print and forget")
    wait_for(lambda: companion.records.forgets, "the sitting to begin")
    settle()


def files_in(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_a_yes_is_written_into_the_new_records_with_who_and_when(start: Start) -> None:
    companion = start()
    answer(companion, "Yes")
    press(companion, "Continue")
    problems = companion.window.page._summary.sentences()  # type: ignore[union-attr]
    assert problems == ["Type who said so.", "Type the day they said so. A rough date is fine."]
    say_who_and_when(companion)
    press(companion, "Continue")
    choose_password(companion)
    assert companion.window.place == Home()
    written = companion.records.read(may_keep.keeping_answer)
    assert (written.answer, written.said_by) == (MayKeep.YES, "Ms Dean")
    assert (str(written.said_on), written.asked_on) == ("2026-03-02", builders.TODAY)
    visit(companion, Settings())
    assert (
        "Ms Dean said that notes may be kept on this computer" in companion.window.page.keeping_answer.words()
    )  # type: ignore[union-attr]


def test_what_was_typed_is_there_after_going_back_and_forth_and_nothing_was_written(
    start: Start, tmp_path: Path
) -> None:
    companion = start()
    answer(companion, "Yes")
    say_who_and_when(companion)
    press(companion, "Continue")
    press(companion, "Back")
    press(companion, "Back")
    assert companion.window.place == Welcome()
    press(companion, "Continue")
    page: Any = companion.window.page
    assert (page.form.value(), page.form.who.text()) == (MayKeep.YES, "Ms Dean")
    assert page.form.when.value().isoformat() == "2026-03-02"
    companion.settle_in()
    assert not (tmp_path / "computer").exists()


def test_not_asked_yet_offers_the_words_to_send_and_print_and_forget_first(start: Start) -> None:
    companion = start()
    page = answer(companion, "I have not asked yet")
    assert page.forget.kind() == "main"
    assert page.go_on.isHidden()
    press(companion, "Copy these words")
    assert "May I keep notes about the child" in QGuiApplication.clipboard().text()
    press(companion, "Go on, and remind me to ask")
    choose_password(companion)
    assert companion.records.read(may_keep.keeping_answer).answer == MayKeep.NOT_ASKED


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def on_stick(start: Start, stick: Path) -> Companion:
    """Records on the stick, with Mia in them."""
    companion = start()
    companion.window.house.prefer(Preferences(text_size=125))
    page = answer(companion, "Only on the stick they gave me")
    say_who_and_when(companion)
    press(companion, "Continue")
    assert companion.window.place == MayKeepNotes(), "without a stick nothing goes on"
    page.form.take_stick(str(stick))
    assert str(stick / "PEP Companion") in page.form.stick_is.words()
    press(companion, "Continue")
    choose_password(companion)
    builders.add_child(companion.records.vault)
    return companion


def test_on_a_stick_only_a_pointer_and_a_count_stay_on_the_computer(
    on_stick: Companion, stick: Path, tmp_path: Path
) -> None:
    on_stick.window.house.prefer(Preferences(text_size=150))
    on_stick.lock()
    assert files_in(tmp_path / "computer") == {"where.json", "last-save.json"}
    ours = files_in(stick)
    assert {"PEP Companion/vault/vault.db", "PEP Companion/preferences.json"} <= ours
    assert all(name.startswith("PEP Companion/") for name in ours)
    assert data_dir(tmp_path / "computer") == DataDir(stick / "PEP Companion", tmp_path / "computer")


def test_without_its_stick_it_says_so_kindly_and_writes_nothing(
    on_stick: Companion, start: Start, stick: Path, tmp_path: Path
) -> None:
    stick.rename(tmp_path / "in a drawer")
    before = files_in(tmp_path)
    companion = start()
    assert companion.window.place == StickMissing()
    press(companion, "Try again")
    assert "still not there" in companion.window.page._summary.sentences()[0]  # type: ignore[union-attr]
    companion.window.house.prefer(Preferences(text_size=200))
    companion.settle_in()
    assert files_in(tmp_path) == before
    assert not stick.exists()
    (tmp_path / "in a drawer").rename(stick)
    press(companion, "Try again")
    assert companion.window.place == Unlock()
    unlock(companion)
    assert companion.records.read(children.list_children, builders.TODAY)[0].name == "Mia"


def test_a_stick_that_is_pulled_out_while_open_is_said_to_be_gone_until_it_is_back(
    on_stick: Companion, stick: Path, tmp_path: Path
) -> None:
    window = on_stick.window
    page: Any = visit(on_stick, Settings())
    assert on_stick._there is not None
    on_stick._there.look()
    assert on_stick._there.bar is None
    away = stick.rename(tmp_path / "in a drawer")
    QTest.keyClicks(page.name, "Sam")
    page.name.flush()
    bar = on_stick._there.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.tone == "problem"
    assert "plug it in" in bar.text()
    assert "lock switch" not in bar.text()
    assert window._message_bar is None or not window._message_bar.isVisible(), "it is said once"
    for place in (Help(), Settings()):
        visit(on_stick, place)
        on_stick._there.look()
        assert bar.isVisible(), "it stays across pages"
    assert not bar.close_button.isVisible()
    away.rename(stick)
    on_stick._there.look()
    assert not bar.isVisible()
    assert on_stick.records.read(household.own_name) == "Sam", "what waited is saved"


def test_a_stick_pulled_out_is_noticed_also_when_nothing_is_typed(
    on_stick: Companion, stick: Path, tmp_path: Path
) -> None:
    there = on_stick._there
    assert there is not None
    stick.rename(tmp_path / "in a drawer")
    wait_for(lambda: there.bar is not None and there.bar.isVisible(), "it to be noticed")
    on_stick.lock()
    assert there.bar is not None
    assert not there.bar.isVisible()


def test_a_stick_that_has_another_name_now_is_chosen_again(
    on_stick: Companion, start: Start, stick: Path, tmp_path: Path
) -> None:
    moved = stick.rename(tmp_path / "E")
    companion = start()
    page: Any = companion.window.page
    page.take_stick(str(tmp_path))
    assert "not in that folder" in page._summary.sentences()[0]
    page.take_stick(str(moved))
    assert companion.window.house.preferences().text_size == 125, "the look is on the stick too"
    unlock(companion)
    assert data_dir(tmp_path / "computer").root == moved / "PEP Companion"


def test_starting_anew_leaves_the_stick_as_it_is(
    on_stick: Companion, start: Start, stick: Path, tmp_path: Path
) -> None:
    away = stick.rename(tmp_path / "away")
    companion = start()
    before = {each: each.read_bytes() for each in away.rglob("*") if each.is_file()}
    press(companion, "Start anew without it")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    press(companion, "Start anew", dialog)
    assert companion.window.place == Welcome()
    assert {each: each.read_bytes() for each in away.rglob("*") if each.is_file()} == before
    assert data_dir(tmp_path / "computer") == DataDir(tmp_path / "computer")


def test_a_pointer_that_cannot_be_read_is_a_missing_stick_and_no_new_beginning(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "computer").mkdir()
    (tmp_path / "computer" / "where.json").write_text("{half a poi", encoding="utf-8")
    companion = start()
    assert companion.window.place == StickMissing()


def add_mia(companion: Companion) -> int:
    child = builders.add_child(companion.records.vault)
    meeting = builders.add_meeting(companion.records.vault, child)
    builders.prepare(companion.records.vault, meeting)
    companion.records.changed.emit()
    return meeting


def test_print_and_forget_says_so_all_the_time_and_saves_nothing_but_a_sheet(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    meeting = add_mia(companion)
    for place in (Home(), ChildRecord(1), PreparePart(meeting, builders.Part.WHEN_WHERE)):
        visit(companion, place)
        assert "nothing is kept" in companion.window.forget_line.words.words()
        assert companion.window.forget_line.isVisible()
    assert not companion.window.page.save.isVisible()  # type: ignore[union-attr]
    page = visit(companion, MeetingSheetPlace(meeting))
    assert page.rail.print.isVisible()
    assert page.rail.save.isVisible()
    wait_for(lambda: page.rail.save.isEnabled(), "the sheet")  # until then it says why it waits
    assert "not forgotten, and not locked without a password" in page.rail.not_locked.words()


def test_hiding_shows_nothing_and_loses_nothing(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    add_mia(companion)
    visit(companion, Settings())
    page: Any = companion.window.page
    QTest.keyClicks(page.name, "Sam")
    press(companion, "Hide")
    assert companion.window.place == Hidden()
    shown = " ".join(
        getattr(widget, "words", str)()
        for widget in companion.window.findChildren(QAbstractButton)
        if widget.isVisible()
    )
    assert "Show it again" in shown
    for key in (Qt.Key.Key_1, Qt.Key.Key_L):
        QTest.keyClick(companion.window, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(companion.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert companion.window.place == Hidden()
    assert not companion.window.side_bar.isVisible()
    assert not companion.window.forget_line.isVisible()
    press(companion, "Show it again")
    assert companion.window.place == Settings()
    assert companion.window.page.name.text() == "Sam"  # type: ignore[union-attr]


def test_forgetting_ends_the_sitting_and_begins_again_at_the_first_page(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    add_mia(companion)
    companion.lock()
    press(companion, "Forget everything now")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    press(companion, "Forget it", dialog)
    assert companion.window.place == Welcome()
    assert not companion.records.is_open


def is_closed(companion: Companion) -> bool:
    return not companion.window.isVisible()


def question() -> QDialog | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, QDialog) else None


def by_key(companion: Companion) -> None:
    QTest.keyClick(companion.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


CLOSING: list[Callable[[Companion], None]] = [by_key, lambda companion: companion.window.close()]
"""Ctrl+Q; and the cross or Alt+F4, which the system turns into closing the window."""


@pytest.mark.parametrize("close_it", CLOSING, ids=["Ctrl+Q", "cross or Alt+F4"])
def test_closing_a_sitting_asks_while_something_is_on_no_sheet(
    start: Start, close_it: Callable[[Companion], None]
) -> None:
    companion = start()
    begin_sitting(companion)
    wait_for(companion.window.actions, "the keys that work everywhere")
    add_mia(companion)
    close_it(companion)
    assert not is_closed(companion)
    dialog = question()
    assert dialog is not None
    press(companion, "Stay here", dialog)
    assert companion.records.read(children.list_children, builders.TODAY)[0].name == "Mia"
    close_it(companion)
    dialog = question()
    assert dialog is not None
    press(companion, "Close and forget it", dialog)
    assert is_closed(companion)


def test_also_what_is_only_half_typed_and_also_while_it_is_hidden(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    visit(companion, AddChild())
    fill(companion, "Name you use at home", "Mi")
    companion.lock()
    companion.window.close()
    dialog = question()
    assert dialog is not None
    assert "Mi" not in " ".join(label.words() for label in dialog.findChildren(PlainLabel)).split()
    press(companion, "Close and forget it", dialog)
    assert is_closed(companion)


def test_where_nothing_was_typed_it_just_closes(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    visit(companion, Settings())
    companion.window.close()
    assert question() is None
    assert is_closed(companion)


def test_with_the_sheet_saved_it_just_closes_and_after_one_more_word_it_asks(
    start: Start, tmp_path: Path
) -> None:
    companion = start()
    begin_sitting(companion)
    meeting = add_mia(companion)
    page = visit(companion, MeetingSheetPlace(meeting))
    wait_for(lambda: page.rail.save.isEnabled(), "the sheet")
    page.view.save_to(page.view.shown.data, str(tmp_path / "sheet.pdf"))
    wait_for((tmp_path / "sheet.pdf").exists, "the file")
    wait_for(lambda: not companion.records.would_be_lost, "it to count as saved")
    visit(companion, Settings())
    fill(companion, "Your name", "Sam")
    companion.window.close()
    dialog = question()
    assert dialog is not None
    press(companion, "Stay here", dialog)
    page = visit(companion, MeetingSheetPlace(meeting))
    wait_for(lambda: page.rail.save.isEnabled(), "the sheet")
    page.view.save_to(page.view.shown.data, str(tmp_path / "again.pdf"))
    wait_for(lambda: not companion.records.would_be_lost, "it to count as saved")
    companion.window.close()
    assert question() is None
    assert is_closed(companion)


def test_the_pocket_card_alone_does_not_count_as_printed(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    meeting = add_mia(companion)
    page = visit(companion, MeetingSheetPlace(meeting))
    page.for_whom.set_value(builders.ForWhom.POCKET)
    page.view.handed_out.emit(b"%PDF-1.7 a card")
    assert companion.records.would_be_lost


def test_what_a_child_said_and_has_not_kept_is_asked_about_too(start: Start) -> None:
    companion = start()
    begin_sitting(companion)
    companion.records.vault.child_drafts.write("uid", b"They run off", builders.TODAY)
    companion.window.close()
    assert question() is not None


def test_records_that_are_kept_close_without_a_question(start: Start) -> None:
    companion = start()
    answer(companion, "I have not asked yet")
    press(companion, "Go on, and remind me to ask")
    choose_password(companion)
    add_mia(companion)
    companion.window.close()
    assert question() is None
    assert is_closed(companion)


def test_a_yes_is_not_asked_for_twice_and_the_sitting_goes_on_without_loss(
    start: Start, tmp_path: Path
) -> None:
    companion = start()
    begin_sitting(companion, "I have not asked yet")
    meeting = add_mia(companion)
    sitting = companion.records.vault
    press(companion, "I may keep these notes now")
    assert companion.window.place == MayKeepAgain()
    page: Any = companion.window.page
    assert page.form.value() == MayKeep.YES
    assert QApplication.focusWidget() is page.form.who
    say_who_and_when(companion)
    press(companion, "Continue")
    choose_password(companion)
    with pytest.raises(RuntimeError, match="closed"), sitting.reading():
        pass
    assert not companion.window.forget_line.isVisible()
    assert companion.window.side_bar.lock_button.words() == "Lock"
    assert companion.records.read(may_keep.keeping_answer).answer == MayKeep.YES
    companion.lock()
    unlock(companion)
    page = visit(companion, PreparePart(meeting, builders.Part.CHILD_SAYS))
    boxes = " ".join(str(getattr(each, "toPlainText", str)()) for each in page.findChildren(object))
    assert "Playtime is hard." in boxes


def test_what_cannot_be_taken_over_stays_in_the_sitting(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companion = start()
    begin_sitting(companion)
    add_mia(companion)
    page = visit(companion, MayKeepAgain())
    press(companion, "Only on the stick they gave me")
    say_who_and_when(companion)
    page.form.take_stick(str(tmp_path))
    press(companion, "Continue")
    fill(companion, "Password", PASSWORD)
    (tmp_path / "computer").write_text("a file where the folder of the pointer should be", encoding="utf-8")
    press(companion, "Use this password")
    page = companion.window.page
    wait_for(lambda: page._problems is not None and page._problems.isVisible(), "the sentence")
    assert "could not note down where the stick is" in page._summary.sentences()[0]
    assert companion.records.forgets
    assert companion.records.read(children.list_children, builders.TODAY)[0].name == "Mia"
    assert not (tmp_path / "PEP Companion" / "vault").exists()
