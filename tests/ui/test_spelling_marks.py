"""Marks in what the carer writes, and never in a child's own words."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextEdit
from pytestqt.qtbot import QtBot

from carer_app.choices import ConcernKind, Part, PlainQuestion, WhoseWords
from carer_app.computer.spelling import Speller, load_speller
from carer_app.storage.vault import Vault
from carer_app.use_cases import hearing_the_child, preparing
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import part_page, write
from ui.base.house import House
from ui.base.places import AskQuestion, ShowTheChild
from ui.parts.kept_text import KeptText
from ui.parts.spelling_marks import SpellMarks, spelling
from ui.preparation.ask import AskPage
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.show_the_child import ShowTheChildPage
from ui.widgets.saved_text import SavedText

Show = Callable[[Any], Any]
ALONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def loaded() -> Speller:
    speller = load_speller()
    assert speller is not None
    return speller


@pytest.fixture(autouse=True)
def dictionary(loaded: Speller) -> Iterator[None]:
    before = (spelling.speller, spelling.is_on, spelling.is_missing)
    spelling.speller, spelling.is_on, spelling.is_missing = loaded, True, False
    yield
    spelling.forget()
    spelling.speller, spelling.is_on, spelling.is_missing = before


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> AskPage:
    page: AskPage = show(AskPage(house, AskQuestion(meeting, "going_well.school")))
    return page


def marks_of(box: KeptText) -> SpellMarks:
    assert box.spell_marks is not None
    return box.spell_marks


def marked(box: KeptText) -> list[str]:
    return [box.text()[start:end] for start, end in marks_of(box).wrong]


def test_words_are_marked_a_moment_after_typing_and_not_the_one_being_typed(
    page: AskPage, qtbot: QtBot
) -> None:
    page.box.setFocus()
    QTest.keyClicks(page.box, "She lieks freind")
    qtbot.waitUntil(lambda: marked(page.box) == ["lieks"])
    QTest.keyClicks(page.box, "s ")
    qtbot.waitUntil(lambda: marked(page.box) == ["lieks", "freinds"])
    selections: list[QTextEdit.ExtraSelection] = page.box.extraSelections()
    assert len(selections) == 2


def test_marks_change_nothing_that_is_stored_and_mia_is_no_mistake(
    page: AskPage, house: House, meeting: int
) -> None:
    page.box.insertPlainText("Mia’s freind. Mia lieks it.")
    page.box.flush()
    marks_of(page.box).mark()
    assert marked(page.box) == ["freind", "lieks"]
    assert not page.box.unsaved()
    assert house.records.read(preparing.answers, meeting, Part.GOING_WELL)[PlainQuestion.WELL_AT_SCHOOL] == (
        "Mia’s freind. Mia lieks it."
    )


def test_another_word_is_put_in_as_if_typed_and_taken_back_with_undo(page: AskPage) -> None:
    write(page.box, "She lieks art.")
    marks = marks_of(page.box)
    found = marks.word_at(6)
    assert found is not None
    menu = marks.menu(*found, "lieks", ["likes", "leeks"])
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["likes", "leeks", "Leave “lieks” as it is"]
    menu.actions()[0].trigger()
    assert page.box.text() == "She likes art."
    assert page.box.unsaved()
    page.box.undo()
    assert page.box.text() == "She lieks art."
    menu.deleteLater()


def test_a_word_can_be_left_as_it_is(page: AskPage) -> None:
    write(page.box, "She lieks art.")
    marks = marks_of(page.box)
    menu = marks.menu(4, 9, "lieks", [])
    assert menu.actions()[0].text() == "No word like it is in the dictionary"
    menu.actions()[1].trigger()
    assert marked(page.box) == []
    menu.deleteLater()


def test_the_menu_key_on_a_marked_word_offers_words(page: AskPage, qtbot: QtBot) -> None:
    write(page.box, "lieks")
    page.box.moveCursor(page.box.textCursor().MoveOperation.Start)
    middle = page.box.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, page.box.mapToGlobal(middle), ALONE)
    QGuiApplication.sendEvent(page.box, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "likes" in [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_switched_off_or_without_a_dictionary_nothing_is_marked(page: AskPage) -> None:
    write(page.box, "lieks")
    spelling.is_on = False
    marks_of(page.box).mark()
    assert marked(page.box) == []
    spelling.is_on, spelling.speller, spelling.is_missing = True, None, True
    marks_of(page.box).mark()
    assert marked(page.box) == []


def test_a_childs_own_words_are_never_marked(house: House, show: Show, meeting: int, vault: Vault) -> None:
    house.records.change(
        hearing_the_child.add_view, meeting, WhoseWords.CHILD_TYPED, builders.TODAY, "i dont lik it"
    )
    house.records.change(preparing.add_concern, meeting, ConcernKind.CHILDREN)
    builders.prepare(vault, meeting)
    says: ChildSaysPage = show(part_page(house, ChildSaysPage, meeting, Part.CHILD_SAYS))
    settle()
    boxes = says.findChildren(KeptText)
    assert len(boxes) >= 2
    assert [box.accessibleName() for box in boxes if box.spell_marks is not None] == []
    hard: HardNowPage = show(part_page(house, HardNowPage, meeting, Part.HARD_NOW))
    settle()
    card = hard.rows.row(hard.rows.ids()[0])
    assert card.text("child_says").spell_marks is None
    assert card.text("ask_of").spell_marks is None
    assert card.text("what_we_see").spell_marks is not None
    shown: ShowTheChildPage = show(ShowTheChildPage(house, ShowTheChild(meeting)))
    settle()
    assert shown.findChildren(SavedText)
    assert shown.findChildren(SpellMarks) == []


def test_words_that_are_dictated_arrive_and_are_saved(page: AskPage, house: House, meeting: int) -> None:
    assert page.box.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    said = QInputMethodEvent()
    said.setCommitString("Loves art with Zoë.")
    QApplication.sendEvent(page.box, said)
    page.box.flush()
    stored = house.records.read(preparing.answers, meeting, Part.GOING_WELL)
    assert stored[PlainQuestion.WELL_AT_SCHOOL] == "Loves art with Zoë."
