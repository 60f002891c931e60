"""What went wrong and what was done: said on screen, said aloud, and never blocking the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.audit import audit, settle
from ui.look import theme
from ui.look.theme_tokens import Colours
from ui.widgets.announce import Voice, forget_what_was_said
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.line import Line
from ui.widgets.message_bar import MessageBar
from ui.widgets.scroll_page import PageBody
from ui.widgets.text import Heading

Show = Callable[..., QWidget]


@pytest.fixture(params=["as a notification", "as an announcement"])
def said(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader was told to say: on Linux as something that comes on screen, elsewhere as it is."""
    sentences: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() == QAccessible.AnnouncementPoliteness.Polite
            sentences.append(event.message())
        elif event.type() == QAccessible.Event.ObjectShow:
            here = QAccessible.queryAccessibleInterface(event.object())
            assert here.role() == QAccessible.Role.Notification
            assert not here.state().invisible
            sentences.append(here.text(QAccessible.Text.Name))

    monkeypatch.setattr("ui.widgets.announce.HEARS_NO_ANNOUNCEMENT", request.param == "as a notification")
    monkeypatch.setattr("ui.widgets.announce.QAccessible.updateAccessibility", listen)
    return sentences


def test_a_message_is_shown_and_said_aloud(show: Show, said: list[str]) -> None:
    bar = MessageBar()
    show(bar)
    assert not bar.isVisible()
    bar.say("“Reading group” is ticked off.")
    assert bar.isVisible()
    assert bar.text() == "“Reading group” is ticked off."
    assert said == ["“Reading group” is ticked off."]


def test_the_same_words_are_said_again_and_nobody_reads_them_later(show: Show, said: list[str]) -> None:
    bar = MessageBar()
    window = show(bar)
    bar.say("Ticked off.")
    bar.say("Ticked off.")
    assert said == ["Ticked off.", "Ticked off."]
    forget_what_was_said(window.window())
    assert [each.accessibleName() for each in window.window().findChildren(Voice)] in ([], [""])


def test_undo_is_offered_only_where_there_is_one_and_happens_once(show: Show, said: list[str]) -> None:
    bar, undone = MessageBar(), list[str]()
    show(bar)
    bar.say("Saved.")
    assert not bar.undo_button.isVisible()
    bar.say("Removed.", lambda: undone.append("removed"))
    assert bar.undo_button.isVisible()
    bar.undo_button.click()
    bar.undo()
    assert undone == ["removed"]
    assert bar.text() == ""


def test_a_closed_message_can_no_longer_be_undone(show: Show, said: list[str]) -> None:
    bar, undone = MessageBar(), list[str]()
    show(bar)
    bar.say("Removed.", lambda: undone.append("removed"))
    bar.close_button.click()
    bar.undo()
    assert undone == []
    assert not bar.isVisible()


def test_closing_the_message_by_keys_hands_the_keyboard_on(show: Show, said: list[str]) -> None:
    bar, line = MessageBar(), Line()
    window = show(bar, line)
    bar.say("Saved.")
    bar.close_button.setFocus()
    QTest.keyClick(bar.close_button, Qt.Key.Key_Return)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.isVisible()


def test_a_message_that_had_the_keyboard_once_does_not_take_it_later(show: Show, said: list[str]) -> None:
    """Else whoever goes into the child's part hears the page before it first."""
    bar, elsewhere = MessageBar(), Line()
    shown = show(bar, elsewhere)
    bar.say("Saved.")
    bar.close_button.setFocus()
    elsewhere.setFocus()
    handed_on: list[bool] = []
    bar.left.connect(lambda: handed_on.append(True))
    bar.close_message()
    assert handed_on == []
    assert shown.focusWidget() is elsewhere


def test_problems_are_counted_told_and_lead_to_their_boxes(show: Show, said: list[str]) -> None:
    summary, name, day = ErrorSummary(), Field("Name", Line()), Field("Day", Line())
    window = show(summary, name, day)
    assert not summary.isVisible()
    summary.show_problems([("Type a name.", name), ("Type a day.", day)])
    assert summary.isVisible()
    assert summary.sentences() == ["Type a name.", "Type a day."]
    assert window.focusWidget() is summary
    assert summary.accessibleName() == "There are 2 things to look at"
    assert summary.accessibleDescription() == "Type a name. Type a day."
    assert said == [], "coming there tells it; said besides, it is heard twice"
    QTest.keyClick(summary.links()[1], Qt.Key.Key_Return)
    assert window.focusWidget() is day.entry()


def test_one_problem_is_one_thing(show: Show, said: list[str]) -> None:
    summary, name = ErrorSummary(), Field("Name", Line())
    show(summary, name)
    summary.show_problems([("Type a name.", name)])
    assert (summary.accessibleName(), summary.accessibleDescription()) == (
        "There is 1 thing to look at",
        "Type a name.",
    )
    summary.show_problems([])
    assert not summary.isVisible()
    assert summary.sentences() == []


def test_nothing_moves_when_what_was_wrong_is_put_right(show: Show, said: list[str]) -> None:
    body, summary = PageBody(), ErrorSummary()
    name, day = Field("Name", Line()), Line()
    for widget in (summary, name, day):
        body.column.addWidget(widget)
    body.setMinimumHeight(400)
    show(body)
    summary.show_problems([("Type a name.", name.entry()), ("Type a day.", day)])
    settle()
    before = day.mapTo(body, QPoint(0, 0))
    for box in (day, name.entry()):
        QTest.keyClicks(box, "Mia")
        settle()
        assert day.mapTo(body, QPoint(0, 0)) == before
    assert summary.sentences() == []
    assert summary.accessibleName() == "That is put right."
    summary.show_problems([])
    assert summary.isHidden()


def test_from_the_summary_tab_goes_to_its_lines_first(show: Show, said: list[str]) -> None:
    summary, name, day = ErrorSummary(), Field("Name", Line()), Field("Day", Line())
    window = show(summary, name, day)
    summary.show_problems([("Type a name.", name), ("Type a day.", day)])
    visited = []
    for _key in range(4):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
    assert visited == [*summary.links(), name.entry(), day.entry()]


def test_a_long_page_scrolls_to_the_box_that_needs_looking_at(show: Show, said: list[str]) -> None:
    body, summary = PageBody(), ErrorSummary()
    fields = [Field(f"Question {n}", Line()) for n in range(40)]
    for widget in (summary, *fields):
        body.column.addWidget(widget)
    body.setFixedHeight(400)
    show(body)
    summary.show_problems([("Look here.", fields[-1])])
    settle()
    summary.links()[0].click()
    seen = body.viewport().rect()
    box = fields[-1].entry()
    assert seen.contains(box.mapTo(body.viewport(), box.rect().center()))


def test_a_page_with_problems_and_a_message_passes_the_audit(show: Show, said: list[str]) -> None:
    page, name = PageBody(), Field("Name", Line())
    summary, bar = ErrorSummary(), MessageBar()
    page.setAccessibleName("Add a child")
    for widget in (bar, summary, Heading("Add a child"), name):
        page.column.addWidget(widget)
    page.setMinimumHeight(600)
    window = show(page)
    bar.say("Saved.", lambda: None)
    summary.show_problems([("Type a name.", name)])
    name.show_error("Type a name.")
    settle()
    assert audit(window) == []


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_what_did_not_work_is_red_with_an_icon_and_a_word(
    show: Show, qapp: QApplication, colours: Colours
) -> None:
    theme.apply(qapp, theme.Look(colours=colours, scale=100))
    bar = MessageBar()
    show(bar)
    bar.say("Saved.")
    settle()
    assert _edge(bar) == theme.tokens().ok.upper()
    assert not bar.mark.isVisible()
    bar.say("No printer was found.", tone="problem")
    settle()
    assert _edge(bar) == theme.tokens().over.upper()
    assert bar.mark.isVisible()
    assert bar.mark.words() == "Problem"
    assert bar.accessibleName() == "Problem: No printer was found."
    bar.say("This question is first already.", tone="news")
    settle()
    assert _edge(bar) == theme.tokens().info.upper()
    assert not bar.mark.isVisible()


def _edge(bar: MessageBar) -> str:
    return bar.grab().toImage().pixelColor(bar.width() // 2, 0).name().upper()
