"""Nothing typed is ever lost, and showing what is stored never disturbs the one who types."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import settle
from ui.widgets.chips import Chips
from ui.widgets.line import Line
from ui.widgets.saved_text import SavedText

Show = Callable[..., QWidget]


class Store:
    """Keeps what it is given, as the records would."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.full = False

    def __call__(self, text: str) -> None:
        if self.full:
            raise OSError("no room")
        self.kept.append(text)


def test_typing_is_saved_four_tenths_of_a_second_after_the_last_key(show: Show, qtbot: QtBot) -> None:
    store = Store()
    box = SavedText(store)
    show(box)
    QTest.keyClicks(box, "Hi")
    assert store.kept == []
    assert box.unsaved()
    with qtbot.waitSignal(box.saved):
        pass
    assert store.kept == ["Hi"]
    assert not box.unsaved()


def test_steady_typing_is_saved_about_each_second(show: Show, qtbot: QtBot) -> None:
    store = Store()
    box = SavedText(store)
    show(box)
    for _key in range(15):
        QTest.keyClicks(box, "a")
        qtbot.wait(100)
    assert store.kept
    assert len(store.kept[0]) < 15
    assert len(store.kept) <= 2


def test_leaving_hiding_and_flushing_save_at_once_and_only_once(show: Show) -> None:
    store, other = Store(), QLineEdit()
    box = SavedText(store)
    show(box, other)
    box.setFocus()
    QTest.keyClicks(box, "a")
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason))
    QTest.keyClicks(box, "b")
    box.flush()
    box.flush()
    other.setFocus()
    QTest.keyClicks(box, "c")
    box.hide()
    assert store.kept == ["a", "ab", "abc"]


def test_what_is_stored_never_replaces_what_is_not_yet_saved(show: Show) -> None:
    box = SavedText(Store())
    show(box)
    QTest.keyClicks(box, "new words")
    box.show_stored("old words")
    assert box.text() == "new words"


def test_showing_what_is_stored_saves_nothing_and_leaves_the_cursor(show: Show) -> None:
    store = Store()
    box = SavedText(store)
    show(box)
    box.show_stored("one two three")
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    box.show_stored("one two four")
    box.flush()
    assert box.text() == "one two four"
    assert box.textCursor().position() == 5
    assert store.kept == []
    box.show_stored("one")
    assert box.textCursor().position() == 3


def test_a_change_of_look_is_not_typing(show: Show, look: Callable[..., None]) -> None:
    store = Store()
    box = SavedText(store)
    show(box)
    box.show_stored("one")
    look("dark", 200)
    assert not box.unsaved()
    box.flush()
    assert store.kept == []


def test_a_space_still_being_typed_is_not_taken_away(show: Show) -> None:
    box = SavedText(lambda _text: None)
    window = show(box)
    box.setFocus()
    assert window.focusWidget() is box
    QTest.keyClicks(box, "word ")
    box.flush()
    assert box.hasFocus()
    box.show_stored("word")
    assert box.text() == "word "


def test_text_that_could_not_be_saved_stays_and_is_tried_again(show: Show) -> None:
    store = Store()
    box = SavedText(store)
    show(box)
    QTest.keyClicks(box, "x")
    store.full = True
    with pytest.raises(OSError, match="no room"):
        box.flush()
    assert box.unsaved()
    assert box.text() == "x"
    store.full = False
    box.flush()
    assert store.kept == ["x"]


def test_a_save_that_shows_the_stored_text_again_does_not_loop(show: Show) -> None:
    kept: list[str] = []

    def save(text: str) -> None:
        kept.append(text)
        box.show_stored(text.strip())

    box = SavedText(save)
    show(box)
    QTest.keyClicks(box, "a ")
    box.flush()
    assert kept == ["a "]
    assert box.text() == "a "


def test_tab_leaves_the_box_and_does_not_write_a_tab(show: Show) -> None:
    box, after = SavedText(Store()), QLineEdit()
    window = show(box, after)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    assert box.text() == ""


def test_twenty_thousand_letters_can_be_pasted_as_plain_text(show: Show) -> None:
    box = SavedText(Store())
    show(box)
    source = QMimeData()
    source.setText("<b>" + "x" * 20_000)
    source.setHtml("<b>bold</b>")
    box.insertFromMimeData(source)
    assert box.text() == "<b>" + "x" * 20_000


def test_one_line_takes_no_line_breaks_by_key_or_paste(show: Show) -> None:
    box = SavedText(Store(), lines=1)
    show(box)
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Return)
    source = QMimeData()
    source.setText("b\nc")
    box.insertFromMimeData(source)
    assert box.text() == "ab c"


@pytest.mark.parametrize("scale", [100, 200])
def test_the_box_grows_with_its_text(show: Show, look: Callable[..., None], scale: int) -> None:
    box = SavedText(Store())
    show(box)
    look(scale=scale)
    before = box.height()
    box.show_stored("\n".join("line" for _line in range(10)))
    settle()
    assert box.height() > 2 * before
    assert box.verticalScrollBar().maximum() == 0
    box.show_stored("word " * 200 + "Unbreakable" * 30)
    settle()
    assert box.horizontalScrollBar().maximum() == 0
    assert box.verticalScrollBar().maximum() == 0 or box.document().size().height() > 24


@pytest.mark.parametrize("again", ["Ctrl+Y", "Ctrl+Shift+Z"])
@pytest.mark.parametrize("make", [lambda: SavedText(Store()), Line])
def test_the_last_typed_text_is_undone_and_typed_again_by_the_field_itself(
    show: Show, make: Callable[[], SavedText | Line], again: str
) -> None:
    box = make()
    window = show(box)
    asked_the_window: list[str] = []
    for keys in ("Ctrl+Z", again):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda: asked_the_window.append("something"))
    box.setFocus()
    QTest.keyClicks(box, "abc")
    QTest.keySequence(box, QKeySequence("Ctrl+Z"))
    assert box.text() == ""
    QTest.keySequence(box, QKeySequence(again))
    assert box.text() == "abc"
    QTest.keySequence(box, QKeySequence(again))
    assert box.text() == "abc"
    assert not asked_the_window


def test_the_wheel_scrolls_the_page_when_the_box_is_not_in_use(show: Show) -> None:
    box = SavedText(Store())
    show(box)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    box.wheelEvent(event)
    assert not event.isAccepted()


def test_words_to_press_add_themselves_and_are_saved(show: Show) -> None:
    store = Store()
    box = SavedText(store)
    chips = Chips(["Reading", "Maths & more"], box)
    show(box, chips)
    for chip in chips.buttons():
        chip.click()
    assert box.text() == "Reading, Maths & more"
    box.flush()
    assert store.kept == ["Reading, Maths & more"]
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, ".")
    chips.buttons()[0].click()
    assert box.text() == "Reading, Maths & more. Reading"
