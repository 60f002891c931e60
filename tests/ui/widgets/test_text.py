"""Words appear exactly as people typed them, whole, and headings are announced as headings."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from ui.look import theme
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel

Show = Callable[..., QWidget]
NAME = "<b>Zoë & O’Łukasz</b> 🙂 \u200fمحمد"
LONG_WORD = "Unbreakable" * 30


def _spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("make", [PlainLabel, Heading, lambda text: Tag(text, "info")])
@pytest.mark.parametrize("text", [NAME, "A", "5 & 6", "&Save", "two\nlines", "100 %"])
def test_words_are_kept_and_read_aloud_exactly_as_typed(
    show: Show, make: Callable[[str], PlainLabel | Tag], text: str
) -> None:
    label = make(text)
    show(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.words() == text
    assert label.text() == text
    assert _spoken(label) == text


def test_markup_is_drawn_as_letters(show: Show) -> None:
    as_typed, without_marks = PlainLabel("<b>Zoë</b>"), PlainLabel("Zoë")
    show(as_typed, without_marks)
    assert as_typed.sizeHint().width() > 2 * without_marks.sizeHint().width()


@pytest.mark.parametrize("make", [PlainLabel, Heading, lambda text: Tag(text, "later")])
@pytest.mark.parametrize("scale", [100, 200])
def test_a_word_longer_than_the_line_is_broken_not_cut(
    show: Show, look: Callable[..., None], make: Callable[[str], PlainLabel | Tag], scale: int
) -> None:
    label = make(LONG_WORD)
    window = show(label, width=300, height=6000)
    look(scale=scale)
    assert window.minimumSizeHint().width() <= 300
    assert label.width() <= 300
    assert label.height() >= label.heightForWidth(label.width())
    needed = len(LONG_WORD) * theme.px(16) * 0.4 / label.width()
    assert label.heightForWidth(label.width()) >= needed * theme.px(16)


def test_text_is_at_most_about_seventy_characters_wide(show: Show) -> None:
    label = PlainLabel("word " * 60)
    show(label, width=1400)
    assert label.heightForWidth(1300) == label.heightForWidth(620)
    right = label.grab().toImage().copy(630, 0, 600, label.height())
    assert {right.pixelColor(x, y).name() for x in range(0, 600, 3) for y in range(right.height())} == {
        right.pixelColor(0, 0).name()
    }


def test_right_to_left_words_after_english_stay_on_the_left(show: Show) -> None:
    label = PlainLabel("محمد")
    show(label, width=600)
    picture = label.grab().toImage()
    ground = picture.pixelColor(400, 1).name()
    inked = [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).name() != ground for y in range(picture.height()))
    ]
    assert inked
    assert max(inked) < 100


@pytest.mark.parametrize("level", [1, 2])
def test_a_heading_is_announced_as_a_heading(show: Show, level: int) -> None:
    heading = Heading("Mia", level=1 if level == 1 else 2)
    show(heading, PlainLabel("Mia"))
    assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
    assert _spoken(heading) == "Mia"


def test_new_words_replace_the_old_ones(show: Show) -> None:
    label = PlainLabel("short")
    show(label, width=300)
    one_line = label.height()
    label.setText("a much longer sentence that needs three lines or so at this width, surely, or even four")
    for _round in range(5):
        QApplication.processEvents()
    assert label.height() >= 3 * one_line
    assert _spoken(label).startswith("a much longer")


def test_a_screen_reader_does_not_keep_a_closed_page_alive(show: Show) -> None:
    page = QWidget()
    heading = Heading("Mia", parent=page)
    QAccessible.queryAccessibleInterface(heading).role()
    gone = weakref.ref(heading)
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del page, heading
    gc.collect()
    assert gone() is None
