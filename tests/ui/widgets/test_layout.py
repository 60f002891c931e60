"""Rows wrap, cards hold, pages never scroll sideways, at any text size."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractSlider, QApplication, QHBoxLayout, QVBoxLayout, QWidget, QWidgetItem

from tests.ui.audit import settle
from ui.look import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.laid_out import laid_out
from ui.widgets.opens import Opens
from ui.widgets.rail import Rail
from ui.widgets.scroll_page import PageBody
from ui.widgets.tab_order import follow_reading_order
from ui.widgets.tag import Tag
from ui.widgets.text import Heading, PlainLabel
from ui.widgets.wrap_row import WrapRow

Show = Callable[..., QWidget]
Look = Callable[..., None]


def _inside(row: WrapRow) -> bool:
    return all(row.rect().contains(item.geometry()) for item in row.items() if not item.isHidden())


def test_a_row_goes_on_below_when_there_is_no_room(show: Show) -> None:
    row = WrapRow(*[Button(f"Answer {n}") for n in range(6)])
    show(row, width=1200)
    assert len({item.y() for item in row.items()}) == 1
    row.window().resize(300, 600)
    settle()
    assert len({item.y() for item in row.items()}) >= 3
    assert _inside(row)


@pytest.mark.parametrize("scale", [100, 125, 150, 175, 200])
def test_what_lies_in_a_row_never_overlaps_and_stays_apart(show: Show, look: Look, scale: int) -> None:
    row = WrapRow(
        Heading("Mia", 2), Tag("Overdue by 6 days", "over"), *[Button("B" * n) for n in range(1, 40, 7)]
    )
    show(row, width=700)
    look(scale=scale)
    boxes = [item.geometry() for item in row.items()]
    assert _inside(row)
    for index, box in enumerate(boxes):
        assert not any(box.adjusted(-7, -7, 7, 7).intersects(other) for other in boxes[index + 1 :])


def test_hidden_things_take_no_room_in_a_row(show: Show) -> None:
    first, second, third = Button("One"), Button("Two"), Button("Three")
    second.hide()
    row = WrapRow(first, second, third)
    show(row)
    gap = third.x() - first.geometry().right()
    assert gap <= theme.px(14)
    second.show()
    settle()
    assert third.x() > second.x() > first.x()


def test_widgets_come_into_a_row_and_go_again(show: Show) -> None:
    row = WrapRow(Button("One"))
    show(row)
    late = Button("Two")
    row.add(late)
    settle()
    assert late.isVisible()
    assert _inside(row)
    row.remove(late)
    settle()
    assert [item.isVisible() for item in row.items()] == [True]


def test_a_row_tells_its_parent_when_something_in_it_grows(show: Show) -> None:
    label, row = PlainLabel("short"), WrapRow()
    row.add(label)
    show(row, width=300)
    before = row.height()
    label.setText("now a much longer sentence stands here, one that needs several lines at this width")
    settle()
    assert row.height() > before
    assert _inside(row)


@pytest.mark.parametrize("scale", [100, 200])
def test_a_page_never_scrolls_sideways_and_shows_all_its_words(show: Show, look: Look, scale: int) -> None:
    body = PageBody()
    card = Card("N" * 300, tag=Tag("T" * 300, "warn"))
    card.body.addWidget(PlainLabel("x" * 300))
    card.actions(Button("A" * 300, "main"), Button("Later"))
    body.column.addWidget(Heading("H" * 300))
    body.column.addWidget(card)
    show(body, width=500)
    look(scale=scale)
    assert body.horizontalScrollBar().maximum() == 0
    sheet = body.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= body.viewport().width()
    for label in (*body.findChildren(PlainLabel), *body.findChildren(Button)):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_page_starts_at_the_top_and_is_not_too_wide(show: Show) -> None:
    body, card = PageBody(max_width=720), Card("Mia")
    body.column.addWidget(card)
    body.setMinimumHeight(600)
    show(body, width=1300)
    assert card.width() == 720
    assert card.height() < 150
    assert card.mapTo(body, card.rect().topLeft()).y() == 28


@pytest.mark.parametrize("with_rail", [True, False])
@pytest.mark.parametrize(("scale", "width"), [(100, 1100), (100, 1300), (150, 1650), (200, 1300)])
def test_edges_line_up_with_a_scroll_bar_and_without(
    show: Show, look: Look, scale: int, width: int, with_rail: bool
) -> None:
    look(scale=scale)
    body, card, more = PageBody(), Card("Mia"), QWidget()
    body.column.addWidget(card)
    rail = Rail("Next PEP")
    if with_rail:
        body.put_rail(rail)
    body.column.addWidget(more)
    body.setFixedHeight(600)
    show(body, width=width)
    edges = []
    for height in (0, 2000):
        more.setFixedHeight(height)
        settle()
        assert body.verticalScrollBar().isVisible() == bool(height)
        edges.append(
            [each.mapTo(body, each.rect().topLeft()).x() for each in (card, rail) if each.isVisible()]
        )
        edges[-1] += [card.width(), rail.width()]
    assert edges[0] == edges[1]


def test_a_page_that_just_fits_comes_to_rest(show: Show, look: Look) -> None:
    """With a scroll bar it must not be lower than without: the bar would come and go for ever."""
    look(scale=200)
    body, more = PageBody(), QWidget()
    for _number in range(4):
        body.column.addWidget(PlainLabel("a sentence that goes on and on, and needs more than one line " * 2))
    body.column.addWidget(more)
    body.setFixedHeight(900)
    show(body, width=1200)
    for width in range(1180, 1230, 3):
        body.setFixedWidth(width)
        for height in (1, 40):
            more.setFixedHeight(height)
            settle()
            more.setFixedHeight(height + body.height() - body.column.geometry().height() - 2 * theme.gap(28))
            settle()
            assert body.column.geometry().width() == theme.px(700) or body.width() < theme.px(700)


def test_an_empty_page_has_a_picture_a_sentence_and_a_button(show: Show) -> None:
    button = Button("Add a child", "main")
    empty = EmptyState("book-open", "No children added yet", button)
    show(empty)
    assert empty.sentence.words() == "No children added yet"
    assert button.isVisible()
    assert button.width() == button.sizeHint().width()


def test_rows_survive_many_changes_of_look(show: Show, look: Look) -> None:
    card = Card("Mia", tag=Tag("Late", "over"))
    row = card.actions(Button("One", icon="plus"), Button("Two"))
    show(card)
    for _round in range(5):
        for colours in theme.COLOURS:
            look(colours, 200)
            look(colours, 100)
    QApplication.processEvents()
    assert _inside(row)


def _a_page_with_the_keyboard_at_its_end(show: Show) -> tuple[PageBody, QWidget, Button]:
    body, grows, last = PageBody(), QWidget(), Button("Add the school’s dates")
    grows.setFixedHeight(200)
    body.column.addWidget(grows)
    body.column.addWidget(last)
    show(body, width=600, height=400)
    last.setFocus()
    settle()
    body.stay_with_keyboard()
    settle()
    return body, grows, last


def test_what_grows_later_does_not_push_the_keyboard_out_of_sight(show: Show) -> None:
    _body, grows, last = _a_page_with_the_keyboard_at_its_end(show)
    for height in (600, 900, 1500):
        grows.setFixedHeight(height)
        settle()
        assert last.visibleRegion().boundingRect().contains(last.rect())


def test_whoever_scrolls_away_is_not_called_back(show: Show) -> None:
    body, grows, last = _a_page_with_the_keyboard_at_its_end(show)
    grows.setFixedHeight(900)
    settle()
    body.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    grows.setFixedHeight(1500)
    settle()
    assert last.visibleRegion().isEmpty()
    body.stay_with_keyboard()
    settle()
    assert not last.visibleRegion().isEmpty()


def test_what_stands_in_a_layout_comes_in_its_order() -> None:
    top = QWidget()
    column, row = QVBoxLayout(top), QHBoxLayout()
    one, two, three, four, elsewhere = (QWidget(top) for _ in range(5))
    column.addWidget(four)
    column.insertLayout(0, row)
    column.insertWidget(0, one)
    column.addStretch(1)
    row.addWidget(three)
    row.insertWidget(0, two)
    two.hide()
    assert laid_out(column) == [one, two, three, four]
    assert elsewhere not in laid_out(column)


def test_no_item_of_a_layout_is_remembered(show: Show) -> None:
    """Each would be taken for what comes to lie at its address."""
    page = PageBody()
    for part in (Button("On"), Tag("Due", "over"), Card(), WrapRow(Button("Back"))):
        page.column.addWidget(part)
    show(page, width=600)
    follow_reading_order(page)
    settle()
    assert [each for each in gc.get_objects() if isinstance(each, QWidgetItem)] == []


def test_what_is_made_late_is_gone_through_where_it_stands(show: Show) -> None:
    whole, inside, first = QWidget(), Button("Inside"), Button("First")
    put_in, after = Button("Put in"), Button("After")
    fold = Opens("", words="Sort", make=lambda: inside)
    row = WrapRow(first, after)
    column = QVBoxLayout(whole)
    for part in (Button("Before"), fold, row):
        column.addWidget(part)
    show(whole)
    fold.button.click()
    row.put_before(after, put_in)
    follow_reading_order(row)
    order = list[QWidget]()
    at = fold.button.nextInFocusChain()
    while at is not fold.button:
        order.append(at)
        at = at.nextInFocusChain()
    assert [each for each in order if isinstance(each, Button)][:4] == [inside, first, put_in, after]
    assert row.items() == [first, put_in, after]
    assert row.children().index(put_in) < row.children().index(after), "as a screen reader reads them"
