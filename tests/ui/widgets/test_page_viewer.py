"""Looking at pages of paper, by eye, by keyboard and by ear."""

import gc
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.focus_chain import tab_stops
from ui.look import theme
from ui.widgets import page_viewer
from ui.widgets.buttons import Button
from ui.widgets.page_pictures import Reply
from ui.widgets.page_viewer import PageViewer
from ui.widgets.paper_sheet import PaperSheet
from ui.widgets.paper_stack import PaperStack

A4 = (595.0, 842.0)


@dataclass
class Drawn:
    """A picture of a page: each page has a blue of its own."""

    number: int
    width: int
    height: int
    data: bytes


def drawn(number: int, pixels_wide: int) -> Drawn:
    height = round(pixels_wide * A4[1] / A4[0])
    return Drawn(number, pixels_wide, height, bytes((100 + number, 10, 10, 255)) * (pixels_wide * height))


class Drawer:
    """Draws at once, or keeps the requests when told to wait."""

    def __init__(self) -> None:
        self.asked: list[tuple[list[int], int]] = []
        self.waiting: list[tuple[list[int], int, Reply]] = []
        self.wait = False
        self.fails: set[int] = set()

    def __call__(self, numbers: list[int], pixels_wide: int, reply: Reply) -> None:
        self.asked.append((numbers, pixels_wide))
        if self.wait:
            self.waiting.append((numbers, pixels_wide, reply))
        else:
            reply([drawn(number, pixels_wide) for number in numbers if number not in self.fails])

    def answer(self) -> None:
        numbers, pixels_wide, reply = self.waiting.pop(0)
        reply([drawn(number, pixels_wide) for number in numbers])


@pytest.fixture
def drawer(qapp: QApplication) -> Iterator[Drawer]:
    theme.apply(qapp, theme.Look("light", 100))
    yield Drawer()
    theme.apply(qapp, theme.Look("light", 100))


def pages(count: int) -> list[tuple[float, float, str]]:
    return [(*A4, f"Words of page {number}, Zoë 🙂") for number in range(1, count + 1)]


def shown(qtbot: QtBot, drawer: Drawer, paper: Sequence[tuple[float, float, str]]) -> PageViewer:
    viewer = PageViewer(drawer)
    qtbot.addWidget(viewer)
    viewer.resize(800, 700)
    viewer.show()
    qtbot.waitExposed(viewer)
    viewer.show_pages(paper)
    return viewer


def stack(viewer: PageViewer) -> PaperStack:
    return viewer.findChildren(PaperStack)[0]


def button(viewer: PageViewer, words: str) -> Button:
    return next(one for one in viewer.findChildren(Button) if one.words() == words)


def press(qtbot: QtBot, viewer: PageViewer, key: Qt.Key) -> None:
    qtbot.keyClick(stack(viewer), key)


def held(viewer: PageViewer) -> list[int]:
    return stack(viewer).pictures_held()


def test_only_pages_near_what_can_be_seen_are_drawn(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(60))
    qtbot.waitUntil(lambda: 1 in held(viewer))
    assert drawer.asked[0][0][0] == 1
    assert all(number <= 3 for numbers, _wide in drawer.asked for number in numbers)
    assert all(len(numbers) <= 2 for numbers, _wide in drawer.asked)


def test_pictures_far_away_are_let_go_and_come_back(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(60))
    qtbot.waitUntil(lambda: 1 in held(viewer))
    for number in range(1, 61, 3):
        viewer.go_to(number)
        qtbot.waitUntil(lambda number=number: number in held(viewer))
        assert len(held(viewer)) <= 6
    assert 1 not in held(viewer)
    viewer.go_to(1)
    qtbot.waitUntil(lambda: 1 in held(viewer))


def test_the_picture_is_what_is_seen(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(3))
    qtbot.waitUntil(lambda: 1 in held(viewer))
    sheet = viewer.findChildren(PaperSheet)[0]
    assert sheet.grab().toImage().pixelColor(50, 50) == QColor(10, 10, 101)


def test_paper_is_white_in_the_dark(qtbot: QtBot, drawer: Drawer, qapp: QApplication) -> None:
    drawer.wait = True
    theme.apply(qapp, theme.Look("dark", 100))
    viewer = shown(qtbot, drawer, pages(2))
    image = stack(viewer).grab().toImage()
    sheet = viewer.findChildren(PaperSheet)[0]
    at = sheet.mapTo(stack(viewer), QPoint(30, 300))
    assert image.pixelColor(at) == QColor("#FFFFFF")
    assert image.pixelColor(at.x() - 38, at.y()) == theme.colour("sunken")


def test_a_request_is_answered_before_the_next_is_made(qtbot: QtBot, drawer: Drawer) -> None:
    drawer.wait = True
    viewer = shown(qtbot, drawer, pages(40))
    qtbot.waitUntil(lambda: len(drawer.waiting) == 1)
    for number in range(1, 30):
        viewer.go_to(number)
    qtbot.wait(120)
    assert len(drawer.asked) == 1
    drawer.answer()
    qtbot.waitUntil(lambda: len(drawer.waiting) == 1)
    assert 29 in drawer.asked[-1][0]


def test_a_late_answer_about_another_paper_is_dropped(qtbot: QtBot, drawer: Drawer) -> None:
    drawer.wait = True
    viewer = shown(qtbot, drawer, pages(5))
    qtbot.waitUntil(lambda: len(drawer.waiting) == 1)
    viewer.show_pages(pages(1))
    drawer.answer()
    assert held(viewer) == []
    qtbot.waitUntil(lambda: len(drawer.waiting) == 1)
    drawer.answer()
    assert held(viewer) == [1]


def test_a_page_that_cannot_be_drawn_says_so_and_is_not_asked_again(qtbot: QtBot, drawer: Drawer) -> None:
    drawer.fails = {1}
    viewer = shown(qtbot, drawer, pages(1))
    qtbot.waitUntil(lambda: drawer.asked == [([1], drawer.asked[0][1])] if drawer.asked else False)
    qtbot.wait(150)
    assert len(drawer.asked) == 1
    assert held(viewer) == []


def test_a_picture_of_the_wrong_size_is_not_shown(qtbot: QtBot, drawer: Drawer) -> None:
    drawer.wait = True
    viewer = shown(qtbot, drawer, pages(1))
    viewer.set_image(1, 100, 100, b"too short")
    viewer.set_image(7, 1, 1, b"1234")
    assert held(viewer) == []
    viewer.set_image(1, 1, 1, b"1234")
    assert held(viewer) == [1]


def test_an_answer_after_the_viewer_was_closed_harms_nothing_and_keeps_nothing(
    drawer: Drawer, qtbot: QtBot
) -> None:
    drawer.wait = True
    viewer = PageViewer(drawer)
    viewer.resize(700, 500)
    viewer.show()
    viewer.show_pages(pages(2))
    qtbot.waitUntil(lambda: len(drawer.waiting) == 1)
    inner = weakref.ref(stack(viewer))
    outer = weakref.ref(viewer)
    viewer.close()
    viewer.deleteLater()
    del viewer
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    gc.collect()
    assert outer() is None
    assert inner() is None
    drawer.answer()


def test_pages_are_asked_for_as_sharp_as_they_are_shown(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(2))
    qtbot.waitUntil(lambda: 1 in held(viewer))
    sheet = viewer.findChildren(PaperSheet)[0]
    assert drawer.asked[-1][1] == round(sheet.width() * viewer.devicePixelRatioF())
    before = sheet.width()
    qtbot.mouseClick(button(viewer, "Bigger"), Qt.MouseButton.LeftButton)
    assert sheet.width() == round(before * 1.25)
    qtbot.waitUntil(lambda: drawer.asked[-1][1] == round(sheet.width() * viewer.devicePixelRatioF()))


def test_zoom_keeps_the_place_stops_at_its_ends_and_fits_again(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(9))
    viewer.go_to(5)
    assert viewer.page() == 5
    fitted = viewer.findChildren(PaperSheet)[0].width()
    assert button(viewer, "Fit the width").isHidden()
    for _ in range(12):
        qtbot.mouseClick(button(viewer, "Bigger"), Qt.MouseButton.LeftButton)
        assert viewer.page() == 5
    assert viewer.findChildren(PaperSheet)[0].width() == fitted * 3
    for _ in range(12):
        qtbot.mouseClick(button(viewer, "Smaller"), Qt.MouseButton.LeftButton)
    assert viewer.findChildren(PaperSheet)[0].width() == round(fitted / 2)
    qtbot.mouseClick(button(viewer, "Fit the width"), Qt.MouseButton.LeftButton)
    assert viewer.findChildren(PaperSheet)[0].width() == fitted
    assert button(viewer, "Fit the width").isHidden()
    assert viewer.focusWidget() is stack(viewer)


def test_pages_never_need_sideways_scrolling_until_they_are_made_bigger(
    qtbot: QtBot, drawer: Drawer, qapp: QApplication
) -> None:
    for scale in theme.SCALES:
        theme.apply(qapp, theme.Look("light", scale))
        viewer = shown(qtbot, drawer, pages(3))
        for width in (400, 800, 1366):
            viewer.resize(width, 600)
            assert stack(viewer).horizontalScrollBar().maximum() == 0
        viewer.hide()


def test_the_keys_go_through_the_pages(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(6))
    bar = stack(viewer).verticalScrollBar()
    press(qtbot, viewer, Qt.Key.Key_Down)
    assert 0 < bar.value() < 100
    press(qtbot, viewer, Qt.Key.Key_Up)
    assert bar.value() == 0
    press(qtbot, viewer, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    press(qtbot, viewer, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert viewer.page() == 6
    press(qtbot, viewer, Qt.Key.Key_Home)
    assert (bar.value(), viewer.page()) == (0, 1)


def test_the_wheel_scrolls(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(6))
    viewport = stack(viewer).viewport()
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(viewport.mapToGlobal(QPoint(50, 50))),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    assert stack(viewer).verticalScrollBar().value() > 0


def test_tab_goes_through_and_out(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(3))
    assert [stop.accessibleName() or stop.words() for stop in tab_stops(viewer)] == [  # type: ignore[attr-defined]
        "Read as text",
        "Smaller pages",
        "Bigger pages",
        "Pages",
    ]
    viewer.read_as_text(True)
    assert viewer.findChildren(QPlainTextEdit)[0].tabChangesFocus()


def test_where_one_is_stands_above_the_pages_and_is_said(
    qtbot: QtBot, drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page_viewer, "announce", lambda _widget, text: said.append(text))
    viewer = shown(qtbot, drawer, pages(5))
    for number in (2, 3, 4):
        viewer.go_to(number)
    qtbot.waitUntil(lambda: said != [])
    assert said == ["Page 4 of 5"]


def read_aloud(viewer: PageViewer) -> dict[str, tuple[QAccessible.Role, str]]:
    """Everything a screen reader finds below the viewer: name -> role, description."""
    found = {}

    def walk(one: object) -> None:
        for index in range(one.childCount()):  # type: ignore[attr-defined]
            child = one.child(index)  # type: ignore[attr-defined]
            if child is not None:
                found[child.text(QAccessible.Text.Name)] = (
                    child.role(),
                    child.text(QAccessible.Text.Description),
                )
                walk(child)

    walk(QAccessible.queryAccessibleInterface(viewer))
    return found


def test_a_screen_reader_finds_every_page_with_its_words(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, [*pages(2), (*A4, "")])
    heard = read_aloud(viewer)
    assert heard["Page 1 of 3"] == (QAccessible.Role.Paragraph, "Words of page 1, Zoë 🙂")
    assert heard["Page 2 of 3"] == (QAccessible.Role.Paragraph, "Words of page 2, Zoë 🙂")
    assert "no words on this page" in heard["Page 3 of 3"][1]
    assert heard["Pages"] == (QAccessible.Role.Document, "Page 1 of 3. Words of page 1, Zoë 🙂")
    viewer.go_to(2)
    assert read_aloud(viewer)["Pages"][1] == "Page 2 of 3. Words of page 2, Zoë 🙂"


def test_reading_as_text_gives_all_words_at_the_same_page_and_back(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(8))
    viewer.go_to(4)
    qtbot.mouseClick(button(viewer, "Read as text"), Qt.MouseButton.LeftButton)
    text = viewer.findChildren(QPlainTextEdit)[0]
    assert text.isVisible()
    assert not stack(viewer).isVisible()
    assert text.isReadOnly()
    assert text.accessibleName() == "Words on the pages"
    for number in range(1, 9):
        assert f"Page {number} of 8\n\nWords of page {number}, Zoë 🙂" in text.toPlainText()
    assert text.textCursor().block().text() == "Page 4 of 8"
    viewer.go_to(6)
    qtbot.mouseClick(button(viewer, "Show the pages"), Qt.MouseButton.LeftButton)
    assert stack(viewer).isVisible()
    assert viewer.page() == 6


def test_markup_in_a_page_is_shown_as_typed(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, [(*A4, "<b>Zoë & O'Łukasz</b> 🙂 ‏محمد")])
    viewer.read_as_text(True)
    assert "<b>Zoë & O'Łukasz</b> 🙂 ‏محمد" in viewer.findChildren(QPlainTextEdit)[0].toPlainText()


def test_text_size_and_colours_change_while_looking(qtbot: QtBot, drawer: Drawer, qapp: QApplication) -> None:
    viewer = shown(qtbot, drawer, pages(6))
    viewer.resize(1300, 700)
    qtbot.waitUntil(lambda: 1 in held(viewer))
    viewer.go_to(3)
    assert viewer.findChildren(PaperSheet)[0].width() == 900
    theme.apply(qapp, theme.Look("dark", 200))
    qtbot.waitUntil(lambda: viewer.findChildren(PaperSheet)[0].width() > 900)
    assert viewer.page() == 3
    qtbot.waitUntil(lambda: drawer.asked[-1][1] > 900)
    ground = stack(viewer).viewport().grab().toImage()
    assert ground.pixelColor(3, 3) == theme.colour("sunken")


@pytest.mark.parametrize("size", [(1.0, 14_400.0), (14_400.0, 1.0), (0.001, 0.001)])
def test_a_page_of_odd_shape_still_has_a_place(
    qtbot: QtBot, drawer: Drawer, size: tuple[float, float]
) -> None:
    viewer = shown(qtbot, drawer, [(*size, "odd"), *pages(1)])
    odd = viewer.findChildren(PaperSheet)[0]
    assert 0.1 <= odd.height() / odd.width() <= 10.1


def test_an_empty_paper_is_no_trouble(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(2))
    viewer.show_pages([])
    assert viewer.page() == 0
    viewer.read_as_text(True)
    viewer.read_as_text(False)
    press(qtbot, viewer, Qt.Key.Key_End)
    qtbot.wait(80)


def test_who_asks_for_the_words_is_taken_to_them(qtbot: QtBot, drawer: Drawer) -> None:
    viewer = shown(qtbot, drawer, pages(3))
    button = next(b for b in viewer.findChildren(Button) if b.words() == "Read as text")
    button.click()
    assert viewer.focusWidget() is viewer.findChildren(QPlainTextEdit)[0]
    button.click()
    assert viewer.focusWidget().accessibleName() == "Pages"


def test_of_words_that_are_not_known_yet_nobody_is_told_that_there_are_none(qtbot: QtBot) -> None:
    viewer = PageViewer(Drawer())
    qtbot.addWidget(viewer)
    none = "no words on this page"

    def said() -> str:
        sheets = [each.accessibleDescription() for each in viewer.findChildren(PaperSheet)]
        return " ".join((*sheets, viewer.words.toPlainText()))

    viewer.show_empty_paper()
    assert none not in said()
    viewer.show_pages([(*A4, None)])
    assert none not in said()
    viewer.say_words([""])
    assert said().count(none) == 2
