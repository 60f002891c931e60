"""The pages before the records are open: welcome, choosing the password, unlocking."""

import secrets
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from resources import path
from tests.ui.conftest import NoDoor
from tests.ui.preparing_pages import focused, sentences
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ChoosePassword, MayKeepNotes, Place, Unlock, Welcome
from ui.parts.password_form import suggest_words, what_is_wrong
from ui.unlock.choose_password import ChoosePasswordPage
from ui.unlock.unlock import UnlockPage
from ui.unlock.welcome import WelcomePage
from ui.widgets.buttons import Button

Show = Callable[[Any], Any]
WRONG = "That password does not open your records. Your records are safe."


@pytest.fixture
def door(house: House) -> NoDoor:
    return cast(NoDoor, house.door)


@pytest.fixture
def choosing(house: House, show: Show) -> ChoosePasswordPage:
    page: ChoosePasswordPage = show(ChoosePasswordPage(house, ChoosePassword()))
    return page


@pytest.fixture
def locked(house: House, show: Show) -> UnlockPage:
    page: UnlockPage = show(UnlockPage(house, Unlock()))
    return page


def problems(page: Page) -> list[str]:
    assert page._summary is not None
    return page._summary.sentences()


def test_the_first_page_promises_and_leads_to_the_question_whether_notes_may_be_kept(
    house: House, show: Show
) -> None:
    page = show(WelcomePage(house, Welcome()))
    went: list[Place] = []
    page.go.connect(went.append)
    words = sentences(page)
    for promise in (
        "sends nothing over the internet",
        "We have no key.",
        "is not locked",
    ):
        assert promise in words
    QTest.keyClick(page.start, Qt.Key.Key_Space)
    assert went == [MayKeepNotes()]


def test_bigger_text_can_be_had_before_anything_else(house: House, show: Show) -> None:
    page = show(WelcomePage(house, Welcome()))
    biggest = next(b for b in page.findChildren(Button) if b.accessibleName() == "Text size 200%")
    biggest.click()
    assert house.preferences().text_size == 200


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Type three words, or let us suggest them."),
        ("kettle river", "Too short. Use three words."),
        ("a b c", "Too short. Use longer words."),
        ("kettle Kettle kettle", "That one is easy to guess. Use three different words."),
        ("kettle river button", ""),
        ("Violin, pepper cloud", "That is the example. Use three other words."),
        ("Zażółć gęślą jaźń", ""),
        ("correcthorsebatterystaple", ""),
    ],
)
def test_a_password_is_judged_in_plain_words(typed: str, answer: str) -> None:
    assert what_is_wrong(typed) == answer


def test_suggested_words_are_three_of_the_shipped_list_chosen_by_secrets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = path("words/three_words.txt").read_text(encoding="utf-8").split()
    assert len(set(words)) >= 2000
    for _time in range(20):
        assert set(suggest_words().split(" ")) <= set(words)
    picks = iter(["kettle", "river", "button"])
    monkeypatch.setattr(secrets, "choice", lambda _words: next(picks))
    assert suggest_words() == "kettle river button"


def test_even_the_shortest_suggestion_is_strong_enough() -> None:
    words = sorted(path("words/three_words.txt").read_text(encoding="utf-8").split(), key=len)
    assert what_is_wrong(" ".join(words[:3])) == ""


def test_the_words_are_seen_and_can_be_pasted(choosing: ChoosePasswordPage, door: NoDoor) -> None:
    assert choosing.form.password.echoMode() == QLineEdit.EchoMode.Normal
    QGuiApplication.clipboard().setText("kettle river button")
    choosing.form.password.setFocus()
    QTest.keyClick(choosing.form.password, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert choosing.form.feedback.words() == "Good. This is strong enough."
    assert "Good. This is strong enough." in choosing.form.password.accessibleDescription()
    QTest.keyClick(choosing.form.password, Qt.Key.Key_Return)
    assert door.asked == [("create", "kettle river button")]
    QTest.keyClick(choosing.form.password, Qt.Key.Key_Return)
    assert len(door.asked) == 1, "a second Enter while it works makes nothing"


def test_whether_the_words_are_strong_enough_is_said_once_typing_pauses(
    choosing: ChoosePasswordPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr("ui.parts.password_form.announce", lambda _widget, text: told.append(text))
    QTest.keyClicks(choosing.form.password, "kettle")
    qtbot.waitUntil(lambda: told == ["Too short. Use three words."])
    QTest.keyClicks(choosing.form.password, " river button")
    qtbot.waitUntil(lambda: told[1:] == ["Good. This is strong enough."])


def test_suggesting_fills_the_box_and_shows_it_even_when_typing_was_hidden(
    choosing: ChoosePasswordPage,
) -> None:
    choosing.form.hide_it.click()
    choosing.form.suggest.click()
    assert len(choosing.form.password.text().split()) == 3
    assert choosing.form.password.echoMode() == QLineEdit.EchoMode.Normal
    assert not choosing.form.again_field.isVisible()


def test_a_weak_password_makes_nothing_and_says_what_to_change(
    choosing: ChoosePasswordPage, door: NoDoor
) -> None:
    QTest.keyClicks(choosing.form.password, "kettle")
    choosing.make.click()
    assert door.asked == []
    assert problems(choosing) == ["Too short. Use three words."]
    assert choosing.form.field.error() == "Too short. Use three words."
    assert choosing.form.password.text() == "kettle"


def test_a_hidden_password_is_typed_twice(choosing: ChoosePasswordPage, door: NoDoor) -> None:
    choosing.form.hide_it.click()
    QTest.keyClicks(choosing.form.password, "kettle river button")
    QTest.keyClicks(choosing.form.again, "kettle river buttom")
    choosing.make.click()
    assert door.asked == []
    assert problems(choosing) == ["The two are not the same. Type the password again."]
    QTest.keyClicks(choosing.form.again, "kettle river button")
    choosing.make.click()
    assert door.asked == [("create", "kettle river button")]


def test_where_records_cannot_be_made_the_words_stay_and_the_reason_is_said(
    choosing: ChoosePasswordPage, door: NoDoor
) -> None:
    QTest.keyClicks(choosing.form.password, "kettle river button")
    choosing.make.click()
    assert not choosing.make.isEnabled()
    choosing._on_failed("This folder cannot be written to.")
    assert problems(choosing) == ["This folder cannot be written to."]
    assert choosing.form.password.text() == "kettle river button"
    assert choosing.make.isEnabled()


def test_the_locked_page_holds_nothing_private_and_hides_what_is_typed(locked: UnlockPage) -> None:
    assert locked.accessibleName() == "Locked"
    assert locked.password.echoMode() == QLineEdit.EchoMode.Password
    locked.show_it.click()
    assert locked.password.echoMode() == QLineEdit.EchoMode.Normal


def test_a_wrong_password_is_said_the_box_is_emptied_and_keeps_the_keyboard(
    locked: UnlockPage, door: NoDoor
) -> None:
    locked.focus_first()
    assert focused(locked) is locked.password
    QTest.keyClicks(locked.password, "kettle river")
    QTest.keyClick(locked.password, Qt.Key.Key_Return)
    assert door.asked == [("unlock", "kettle river")]
    assert not locked.open.isEnabled()
    locked._on_failed(WRONG)
    assert problems(locked) == [WRONG]
    assert locked.password.text() == ""
    assert focused(locked) is locked.password
    assert locked.open.isEnabled()
    assert not locked.hint.isVisible()


def test_after_three_tries_it_says_where_the_words_may_be(locked: UnlockPage) -> None:
    for _try in range(3):
        locked._on_failed(WRONG)
    assert locked.hint.isVisible()
    assert "Look at the paper where you wrote the words" in locked.hint.words()


def test_an_empty_box_asks_for_the_password_and_tries_nothing(locked: UnlockPage, door: NoDoor) -> None:
    locked.open.click()
    assert door.asked == []
    assert problems(locked) == ["Type your password."]


@pytest.mark.parametrize("page_and_place", [(WelcomePage, Welcome()), (UnlockPage, Unlock())])
def test_pages_without_a_side_bar_stand_in_the_middle(
    house: House, show: Show, page_and_place: tuple[type[Any], Place]
) -> None:
    kind, place = page_and_place
    page = show(kind(house, place))
    page.resize(1180, 820)
    QGuiApplication.processEvents()
    holder = page.body.column.parentWidget()
    left = holder.mapTo(page, holder.rect().topLeft()).x()
    right = page.width() - left - holder.width()
    assert abs(left - right) <= 20
    assert left > 100


def test_what_was_wrong_with_a_password_is_no_longer_said_once_words_are_suggested(
    choosing: ChoosePasswordPage,
) -> None:
    choosing.make.click()
    assert problems(choosing)
    choosing.form.suggest.click()
    assert choosing._summary.sentences() == []
    assert choosing.form.field.error() == ""
