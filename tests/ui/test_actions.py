"""Actions, as a carer meets them: by who owes them, ticked off, given another date."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from carer_app.choices import Owner
from carer_app.domain.draft import Draft
from carer_app.storage.vault import Vault
from carer_app.use_cases import following_up
from carer_app.use_cases.about_a_child import rows_about
from carer_app.use_cases.following_up import ActionRow
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences, type_day
from ui.actions.action_row import ActionWidget, how_it_stands
from ui.actions.actions import DONE, TO_DO, ActionsPage
from ui.base.house import House
from ui.base.places import Actions, Place, ReviewList

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> ActionsPage:
    builders.ordinary_household(vault)
    page: ActionsPage = show(ActionsPage(house, Actions()))
    return page


def row(page: ActionsPage, what: str) -> ActionWidget:
    rows = [
        each for each in page.findChildren(ActionWidget) if each.what.words() == what and each.isVisible()
    ]
    assert rows, f"no action {what!r} on screen"
    return rows[-1]


def shown(page: ActionsPage) -> list[str]:
    return [
        page.cards[owner].rows.row(action).what.words()
        for owner in Owner
        if owner in page.cards
        for action in page.cards[owner].rows.ids()
    ]


def stored(page: ActionsPage, what: str) -> ActionRow:
    rows = page.records.read(following_up.actions_of_child, 2, builders.TODAY)
    return next(each for each in rows if each.what == what)


def test_late_has_an_icon_and_a_word_and_is_red_only_where_it_is_the_carers_own() -> None:
    late = ActionRow(
        id=1, child_id=1, child="Mia", what="Ring", owner=Owner.ME, who="Me", due_on=date(2026, 3, 4),
        done_on=None, agreed_on=date(2026, 3, 1), days_late=6, is_mine=True,
    )  # fmt: skip
    theirs = ActionRow(
        id=2, child_id=1, child="Mia", what="Ring", owner=Owner.SCHOOL, who="School", due_on=date(2026, 3, 4),
        done_on=None, agreed_on=date(2026, 3, 1), days_late=6, is_mine=False,
    )  # fmt: skip
    assert how_it_stands(late) == ("Late by 6 days, was due 4 March", "over", "triangle-alert")
    assert how_it_stands(theirs) == ("Late by 6 days, was due 4 March", "warn", "hourglass")


def test_actions_stand_under_who_owes_them_and_say_for_which_child(page: ActionsPage) -> None:
    headings = [card.heading.words() for card in page.cards.values() if card.heading]
    assert headings == ["Me", "School", "Social worker"]
    assert row(page, "Start a reading group").about.words() == "Mr Fox · Jordan · agreed on 9 March 2026"
    assert row(page, "Start a reading group").button.accessibleName() == (
        "It is done: Start a reading group, Jordan"
    )


def test_ticking_off_moves_it_to_done_and_undo_brings_it_back(page: ActionsPage) -> None:
    row(page, "Start a reading group").button.click()
    assert shown(page) == ["Ask about a place at swimming", "Send the PEP copy"]
    page.show_which.row(DONE).click()
    assert row(page, "Start a reading group").tag.words() == "Done on Tuesday 10 March 2026"
    assert page.records.undo()
    assert shown(page) == []
    assert "Finished actions will show here." in sentences(page)
    page.show_which.row(TO_DO).click()
    assert "Start a reading group" in shown(page)


def test_what_was_typed_meanwhile_does_not_take_the_undo_away(page: ActionsPage) -> None:
    row(page, "Start a reading group").button.click()
    page.keep_draft("anything", "typed")
    assert page.records.undo()
    assert "Start a reading group" in shown(page)


def test_unticking_can_be_undone_and_keeps_the_day_it_was_done(page: ActionsPage, house: House) -> None:
    done_on = date(2026, 3, 9)
    page.records.change(following_up.tick_off, stored(page, "Start a reading group").id, done_on)
    page.show_which.row(DONE).click()
    row(page, "Start a reading group").button.click()
    assert stored(page, "Start a reading group").done_on is None
    assert page.records.undo()
    assert stored(page, "Start a reading group").done_on == done_on


def test_the_keyboard_goes_on_when_the_action_it_was_on_goes(page: ActionsPage) -> None:
    button = row(page, "Ask about a place at swimming").button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert focused(page) is row(page, "Start a reading group").button


def test_another_date_is_typed_kept_and_undone(page: ActionsPage) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    assert focused(page) is group.due.line
    type_day(group.due.line, "27 march")
    assert stored(page, "Start a reading group").due_on == date(2026, 3, 27)
    assert group.tag.words() == "Due by Friday 27 March 2026"
    assert focused(page) is group.change
    assert not group.field.isVisible()
    assert page.records.undo()
    assert group.tag.words() == "Due by Friday 20 March 2026"


def test_a_date_before_the_meeting_is_refused_with_its_sentence_and_stays_typed(
    page: ActionsPage, house: House, show: Show
) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    elsewhere: list[str] = []
    house.records.problem.connect(elsewhere.append)
    type_day(group.due.line, "8 march 2026")
    assert elsewhere == [], "said beside the box, not a second time at the top"
    assert group.field.error().startswith("The date is before the meeting.")
    assert group.due.raw() == "8 march 2026"
    assert group.field.isVisible()
    assert stored(page, "Start a reading group").due_on == date(2026, 3, 20)
    again = row(show(ActionsPage(house, Actions())), "Start a reading group")
    assert again.field.isVisible()
    assert again.due.raw() == "8 march 2026"
    about = house.records.read(rows_about, Draft, stored(page, "Start a reading group").child_id)
    assert [each.text for each in about] == ["8 march 2026"], "it is found among what is about the child"


def test_each_child_has_a_printed_list_for_the_review(page: ActionsPage) -> None:
    went: list[Place] = []
    page.go.connect(went.append)
    assert [page.review_buttons.row(child).words() for child in page.review_buttons.ids()] == [
        "See the list for Mia’s review",
        "See the list for Jordan’s review",
    ]
    page.review_buttons.row(2).click()
    assert went == [ReviewList(2)]


def test_with_nothing_agreed_it_says_where_actions_come_from(house: House, show: Show) -> None:
    page = show(ActionsPage(house, Actions()))
    assert "Nothing to do. Actions are written down after a meeting." in sentences(page)
    assert not page.review.isVisible()


def test_a_date_that_could_not_be_stored_is_said_at_the_top_and_beside_the_box(page: ActionsPage) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    elsewhere: list[str] = []
    page.records.problem.connect(elsewhere.append)
    group.due.set_raw("27 march")
    vault, page.records._vault = page.records._vault, None
    group.due.settle()
    page.records._vault = vault
    assert (
        group.field.error()
        == elsewhere[0]
        == ("Your records are locked. Unlock them first. What was saved is safe.")
    )


def test_an_action_is_handed_on_to_somebody_else_and_undone(page: ActionsPage) -> None:
    action = row(page, "Start a reading group")
    assert action.hand_on.isHidden()
    action.hand.click()
    assert action.hand_on.name.text() == "Mr Fox"
    action.hand_on.who.row(Owner.SOCIAL_WORKER).click()
    action.hand_on.name.setText("Ms Ali")
    action.hand_on.done.click()
    assert (stored(page, "Start a reading group").owner, stored(page, "Start a reading group").who) == (
        Owner.SOCIAL_WORKER,
        "Ms Ali",
    )
    assert page.records.undo()
    assert stored(page, "Start a reading group").who == "Mr Fox"


@pytest.mark.parametrize(
    "first", ["Ask about a place at swimming", "Start a reading group", "Send the PEP copy"]
)
def test_what_was_ticked_is_there_for_a_moment_still_since_a_screen_reader_asks_where_the_keyboard_was(
    page: ActionsPage, first: str
) -> None:
    box = row(page, first).button
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert focused(page) is not box
    assert isValid(box), "Orca would not say where the keyboard is now"
    assert not box.isVisible()


@pytest.mark.parametrize(
    "first", ["Ask about a place at swimming", "Start a reading group", "Send the PEP copy"]
)
def test_after_a_tick_the_keyboard_is_on_the_next_action_whoever_owes_it(
    page: ActionsPage, first: str
) -> None:
    box = row(page, first).button
    box.setFocus()
    for left in (2, 1, 0):
        QTest.keyClick(focused(page), Qt.Key.Key_Space)
        assert len(shown(page)) == left
        if left:
            assert focused(page).accessibleName().startswith("It is done: ")
    assert focused(page) is page.show_which.entry()


def test_what_can_be_done_with_a_late_action_stands_in_one_row_at_1366_pixels(page: ActionsPage) -> None:
    page.resize(1194, 728)  # a window of 1366, less its side bar
    page.records.change(following_up.change_due, stored(page, "Start a reading group").id, date(2026, 2, 1))
    settle()
    each = row(page, "Start a reading group")
    middles = {part.geometry().center().y() for part in (each.button, each.change, each.hand)}
    assert len(middles) == 1
