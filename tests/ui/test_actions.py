"""Actions, as a carer meets them: by who owes them, ticked off, given another date."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from carer_app.choices import ActionDay, Helped, HowFar, Owner, Role
from carer_app.domain.draft import Draft
from carer_app.storage.vault import Vault
from carer_app.use_cases import action_history, adding_actions, children, following_up
from carer_app.use_cases.about_a_child import rows_about
from carer_app.use_cases.following_up import ActionRow
from carer_app.use_cases.sorting_actions import SortedBy, WhichActions
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences, type_day, write
from ui.actions.actions import DONE, TO_DO, ActionsPage
from ui.base.house import House
from ui.base.places import Actions, AddActions, AfterMeeting, CareReviewPlace, HeldBefore, Place
from ui.look import theme
from ui.parts.action_edit import ActionEdit
from ui.parts.action_row import ActionWidget, how_it_stands
from ui.widgets.rail import Lies

Show = Callable[[Any], Any]


@pytest.fixture
def page(house: House, show: Show, vault: Vault) -> ActionsPage:
    builders.ordinary_household(vault)
    page: ActionsPage = show(ActionsPage(house, Actions()))
    return page


def row(page: ActionsPage, what: str) -> ActionWidget:
    rows = [
        each for each in page.findChildren(ActionWidget) if each.tick.words() == what and each.isVisible()
    ]
    assert rows, f"no action {what!r} on screen"
    return rows[-1]


def shown(page: ActionsPage) -> list[str]:
    return [
        page.owed[owner].rows.row(action).tick.words()
        for owner in Owner
        if owner in page.owed
        for action in page.owed[owner].rows.ids()
    ]


def stored(page: ActionsPage, what: str) -> ActionRow:
    rows = page.records.read(following_up.actions_of_child, 2, builders.TODAY)
    return next(each for each in rows if each.what == what)


def test_an_action_of_somebody_who_has_left_is_offered_to_whoever_has_their_role_now(
    page: ActionsPage, vault: Vault
) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    assert not group.edit.successor.isVisible(), "Mr Fox is still there"
    with vault.work() as session:
        children.set_person(session, 2, Role.DESIGNATED_TEACHER, "Mrs Reed")
    group.change.click()
    group.change.click()
    assert group.edit.successor.words() == "It is now with Mrs Reed"
    group.edit.successor.click()
    assert stored(page, "Start a reading group").owner_name == "Mrs Reed"
    assert not group.edit.successor.isVisible()
    assert [each.words for each in page.records.read(action_history.changes_of, group._given().id)] == [
        "10 March 2026 · Who: Mr Fox, then Mrs Reed"
    ]
    assert group.edit.changed.isVisible()
    assert group.edit.changes.words() == "10 March 2026 · Who: Mr Fox, then Mrs Reed"


def test_an_action_beside_a_short_name_keeps_its_line(page: ActionsPage) -> None:
    page.window().resize(1366 - 176, 728)  # beside the side bar
    settle()
    middling = row(page, "Ask about a place at swimming")
    assert page.rail.lies == Lies.BESIDE
    assert middling.tick.height() == theme.px(44)
    assert middling.tick.geometry().right() < middling.whose.geometry().left()


def test_late_has_an_icon_and_a_word_and_is_red_only_where_it_is_the_carers_own() -> None:
    late = ActionRow(
        id=1, child_id=1, child="Mia", what="Ring", owner=Owner.ME, who="Me", due_on=date(2026, 3, 4),
        done_on=None, agreed_on=date(2026, 3, 1), days_late=6, is_mine=True,
    )  # fmt: skip
    theirs = ActionRow(
        id=2, child_id=1, child="Mia", what="Ring", owner=Owner.SCHOOL, who="School", due_on=date(2026, 3, 4),
        done_on=None, agreed_on=date(2026, 3, 1), days_late=6, is_mine=False,
    )  # fmt: skip
    assert how_it_stands(late) == ("Late, due 4 March", "over", "triangle-alert")
    assert how_it_stands(theirs) == ("Late, due 4 March", "warn", "hourglass")


def test_actions_stand_under_who_owes_them_and_say_for_which_child(page: ActionsPage) -> None:
    assert [owed.heading.words() for owed in page.owed.values()] == ["Me", "School", "Social worker"]
    action = row(page, "Start a reading group")
    assert action.whose.words() == "Mr Fox · Jordan"
    assert action.tick.accessibleName() == "Done: Start a reading group, Jordan"
    action.change.click()
    assert action.edit.agreed.words() == "Agreed on 9 March 2026"


def test_ticking_off_moves_it_to_done_and_undo_brings_it_back(page: ActionsPage) -> None:
    row(page, "Start a reading group").tick.click()
    assert shown(page) == ["Ask about a place at swimming", "Send the PEP copy"]
    page.show_which.row(DONE).click()
    assert row(page, "Start a reading group").tag.words() == "Done on 10 March 2026"
    assert page.records.undo()
    assert shown(page) == []
    assert "Finished actions will show here." in sentences(page)
    page.show_which.row(TO_DO).click()
    assert "Start a reading group" in shown(page)


def test_what_was_typed_meanwhile_does_not_take_the_undo_away(page: ActionsPage) -> None:
    row(page, "Start a reading group").tick.click()
    page.keep_draft("anything", "typed")
    assert page.records.undo()
    assert "Start a reading group" in shown(page)


def type_a_day(edit: ActionEdit, which: ActionDay, typed: str) -> None:
    day = edit.days[which].day
    day.line.setFocus()
    day.set_raw(typed)
    day.settle()


def test_the_day_it_was_done_is_put_right_and_undone(page: ActionsPage) -> None:
    row(page, "Start a reading group").tick.click()
    page.show_which.row(DONE).click()
    done = row(page, "Start a reading group")
    done.change.click()
    assert done.edit.days[ActionDay.DONE].isVisible()
    for typed, day in (("8 march 2026", date(2026, 3, 10)), ("9 march 2026", date(2026, 3, 9))):
        type_a_day(done.edit, ActionDay.DONE, typed)
        assert stored(page, "Start a reading group").done_on == day, typed
    assert done.tag.words() == "Done on 9 March 2026"
    assert done.edit.changes.words().splitlines()[0] == (
        "10 March 2026 · The day it was done: 10 March 2026, then 9 March 2026"
    )
    assert page.records.undo()
    assert stored(page, "Start a reading group").done_on == date(2026, 3, 10)
    assert "The day it was done" not in done.edit.changes.words()


def test_unticking_can_be_undone_and_keeps_the_day_it_was_done(page: ActionsPage, house: House) -> None:
    done_on = date(2026, 3, 9)
    page.records.change(following_up.tick_off, stored(page, "Start a reading group").id, done_on)
    page.show_which.row(DONE).click()
    row(page, "Start a reading group").tick.click()
    assert stored(page, "Start a reading group").done_on is None
    assert page.records.undo()
    assert stored(page, "Start a reading group").done_on == done_on


def test_the_keyboard_goes_on_when_the_action_it_was_on_goes(page: ActionsPage) -> None:
    button = row(page, "Ask about a place at swimming").tick
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert focused(page) is row(page, "Start a reading group").tick


def test_another_date_is_typed_kept_and_undone(page: ActionsPage) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    assert focused(page) is group.edit.what
    type_day(group.edit.due.line, "27 march")
    assert stored(page, "Start a reading group").due_on == date(2026, 3, 27)
    assert group.tag.words() == "By 27 March"
    assert focused(page) is group.change
    assert not group.edit.field.isVisible()
    assert page.records.undo()
    assert group.tag.words() == "By 20 March"


def test_a_date_before_the_meeting_is_refused_with_its_sentence_and_stays_typed(
    page: ActionsPage, house: House, show: Show
) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    elsewhere: list[str] = []
    house.records.problem.connect(elsewhere.append)
    type_day(group.edit.due.line, "8 march 2026")
    assert elsewhere == [], "said beside the box, not a second time at the top"
    assert group.edit.field.error().startswith("The date is before the meeting.")
    assert group.edit.due.raw() == "8 march 2026"
    assert group.edit.field.isVisible()
    assert stored(page, "Start a reading group").due_on == date(2026, 3, 20)
    again = row(show(ActionsPage(house, Actions())), "Start a reading group")
    assert again.edit.field.isVisible()
    assert again.edit.due.raw() == "8 march 2026"
    about = house.records.read(rows_about, Draft, stored(page, "Start a reading group").child_id)
    assert [each.text for each in about] == ["8 march 2026"], "it is found among what is about the child"


def test_each_child_has_a_printed_list_for_the_review(page: ActionsPage) -> None:
    went: list[Place] = []
    page.go.connect(went.append)
    assert [page.reviews.buttons.row(child).words() for child in page.reviews.buttons.ids()] == [
        "Get ready for Mia’s review",
        "Get ready for Jordan’s review",
    ]
    page.reviews.buttons.row(2).click()
    assert went == [CareReviewPlace(2)]


@pytest.mark.parametrize(
    ("which", "there"),
    [
        (WhichActions.MINE, ["Ask about a place at swimming"]),
        (WhichActions.OTHERS, ["Start a reading group", "Send the PEP copy"]),
        (WhichActions.DONE, []),
    ],
)
def test_mine_and_what_others_owe_can_be_looked_at_alone(
    page: ActionsPage, which: WhichActions, there: list[str]
) -> None:
    page.show_which.row(which).click()
    assert shown(page) == there


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        (SortedBy.CHILD, ["Jordan"]),
        (SortedBy.DAY, ["Late", "Later", "No date was said"]),
        (SortedBy.WHO, ["Me", "School", "Social worker"]),
    ],
)
def test_actions_stand_under_the_child_or_the_day_where_that_is_wanted(
    page: ActionsPage, by: SortedBy, headings: list[str]
) -> None:
    page.sort_by.row(by).click()
    in_order = sorted(page.owed.values(), key=page.groups.indexOf)
    assert [owed.heading.words() for owed in in_order] == headings
    assert sum(len(owed.rows.ids()) for owed in in_order) == 3


def test_an_action_is_added_from_here_for_each_child_and_where_there_was_no_meeting_its_day_is_asked_first(
    page: ActionsPage, vault: Vault
) -> None:
    went: list[Place] = []
    page.go.connect(went.append)
    mia, jordan = page.add_to.ids()
    buttons = [page.add_to.row(each) for each in (mia, jordan)]
    assert [button.words() for button in buttons] == ["Add an action for Mia", "Add an action for Jordan"]
    for button in buttons:
        button.click()
    [meeting] = {row.meeting_id for row in page.records.read(adding_actions.where_to_add, builders.TODAY)[1:]}
    assert meeting is not None
    assert went == [HeldBefore(mia, "action"), AddActions(meeting)]
    past = builders.add_meeting(vault, mia, date(2026, 3, 9))
    page.records.changed.emit()
    page.add_to.row(mia).click()
    assert went[-1] == AfterMeeting(past), "whether it was held is asked there"


def test_with_nothing_agreed_it_says_where_actions_come_from(house: House, show: Show) -> None:
    page = show(ActionsPage(house, Actions()))
    assert "Nothing to do. Actions are written down after a meeting." in sentences(page)
    assert not page.rail.isVisible()


def test_a_date_that_could_not_be_stored_is_said_at_the_top_and_beside_the_box(page: ActionsPage) -> None:
    group = row(page, "Start a reading group")
    group.change.click()
    elsewhere: list[str] = []
    page.records.problem.connect(elsewhere.append)
    group.edit.due.set_raw("27 march")
    vault, page.records._vault = page.records._vault, None
    group.edit.due.settle()
    page.records._vault = vault
    assert (
        group.edit.field.error()
        == elsewhere[0]
        == ("Your records are locked. Unlock them first. What was saved is safe.")
    )


def test_an_action_is_handed_on_where_it_stands_moves_when_that_is_put_away_and_is_undone(
    page: ActionsPage,
) -> None:
    action = row(page, "Start a reading group")
    action.change.click()
    assert action.edit.name.text() == "Mr Fox"
    action.edit.who.row(Owner.SOCIAL_WORKER).click()
    group = stored(page, "Start a reading group")
    assert (group.owner, group.who) == (Owner.SOCIAL_WORKER, "Ms Ali"), "whose name is known is not typed"
    assert page.records.can_be_undone is not None
    action.edit.name.selectAll()
    write(action.edit.name, "Mrs Reed")
    assert stored(page, "Start a reading group").who == "Mrs Reed"
    assert action.edit.isVisible(), "nothing jumps away while it is put right"
    action.edit.close_it.click()
    moved = row(page, "Start a reading group")
    assert group.id in page.owed[Owner.SOCIAL_WORKER].rows.ids()
    assert focused(page) is moved.change


def test_handing_on_is_undone_with_the_name_it_had(page: ActionsPage) -> None:
    action = row(page, "Start a reading group")
    action.change.click()
    action.edit.who.row(Owner.ME).click()
    assert stored(page, "Start a reading group").who == "Me"
    assert not action.edit.name_field.isVisible()
    assert page.records.undo()
    assert stored(page, "Start a reading group").who == "Mr Fox"
    assert action.edit.name.text() == "Mr Fox"


def test_what_was_agreed_is_put_right_as_it_is_typed_and_is_never_emptied(page: ActionsPage) -> None:
    action, before = row(page, "Start a reading group"), stored(page, "Start a reading group").id
    elsewhere: list[str] = []
    page.records.problem.connect(elsewhere.append)
    action.change.click()
    action.edit.what.selectAll()
    write(action.edit.what, "Start a chess group")
    assert stored(page, "Start a chess group").id == before
    assert action.tick.accessibleName() == "Done: Start a chess group, Jordan"
    action.edit.what.selectAll()
    QTest.keyClick(action.edit.what, Qt.Key.Key_Delete)
    action.edit.what.flush()
    assert action.edit.what_field.error() == "Type what will happen."
    assert elsewhere == [], "said beside the box, not a second time at the top"
    assert stored(page, "Start a chess group").id == before


def test_an_action_is_taken_out_and_comes_back_with_undo(page: ActionsPage) -> None:
    action = row(page, "Start a reading group")
    action.change.click()
    action.edit.take_out.click()
    assert shown(page) == ["Ask about a place at swimming", "Send the PEP copy"]
    assert page.records.undo()
    assert "Start a reading group" in shown(page)


def test_a_tick_that_could_not_be_stored_is_none(page: ActionsPage) -> None:
    tick = row(page, "Start a reading group").tick
    vault, page.records._vault = page.records._vault, None
    tick.click()
    page.records._vault = vault
    assert not tick.isChecked()
    assert "Start a reading group" in shown(page)


def test_beside_the_list_stands_the_carers_own_that_is_late_first_and_is_ticked_there(
    page: ActionsPage,
) -> None:
    page.resize(1194, 728)  # a window of 1366, less its side bar
    settle()
    rail = page.rail
    assert rail.heading.words() == "Your next action"
    assert rail.when.words() == "Jordan: Ask about a place at swimming"
    assert (rail.tag.words(), rail.tag.kind) == ("Late, due 9 March", "over")
    assert rail.tag.isVisible()
    rail.done.setFocus()
    rail.done.click()
    assert "Ask about a place at swimming" not in shown(page)
    assert not rail.isVisible(), "what others owe is not the carer's next"
    assert focused(page) is page.show_which.entry()
    assert page.records.undo()
    page.resize(800, 728)
    settle()
    assert rail.lies == Lies.LINE
    assert rail.y() < page.show_which.mapTo(page, QPoint(0, 0)).y(), "on top, as one line with its button"
    assert rail.day.isVisible()
    assert rail.done.isVisible()
    assert not rail.place.has_more


@pytest.mark.parametrize(
    "first", ["Ask about a place at swimming", "Start a reading group", "Send the PEP copy"]
)
def test_what_was_ticked_is_there_for_a_moment_still_since_a_screen_reader_asks_where_the_keyboard_was(
    page: ActionsPage, first: str
) -> None:
    box = row(page, first).tick
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
    box = row(page, first).tick
    box.setFocus()
    for left in (2, 1, 0):
        QTest.keyClick(focused(page), Qt.Key.Key_Space)
        assert len(shown(page)) == left
        if left:
            assert focused(page).accessibleName().startswith("Done: ")
    assert focused(page) is page.show_which.entry()


@pytest.mark.parametrize(("wide", "lines"), [(1194, 1), (560, 2)])
def test_an_action_is_one_line_where_there_is_room_and_two_where_there_is_not(
    page: ActionsPage, wide: int, lines: int
) -> None:
    page.resize(wide, 728)  # a window of 1366, less its side bar
    page.records.change(following_up.change_due, stored(page, "Start a reading group").id, date(2026, 2, 1))
    settle()
    each = row(page, "Start a reading group")
    middles = {part.geometry().center().y() // 8 for part in (each.tick, each.whose, each.tag, each.change)}
    assert len(middles) == lines
    assert each.tick.geometry().left() == 0, "the tick is at the left, as on paper"


def test_of_what_is_done_who_did_it_and_by_when_are_seen_and_put_right_and_undone(page: ActionsPage) -> None:
    what = "Start a reading group"
    row(page, what).tick.click()
    page.show_which.row(DONE).click()
    done = row(page, what)
    assert done.tick.isChecked()
    done.change.click()
    assert done.edit.what_field.isVisible()
    assert done.edit.who_field.isVisible()
    assert done.edit.who_field.label_on_top().words() == "Who did it?"
    assert done.edit.field.isVisible()
    done.edit.who.row(Owner.SOMEONE_ELSE).click()
    write(done.edit.name, "Mrs Reed")
    done.edit.due.line.setFocus()
    done.edit.due.set_raw("27 march 2026")
    done.edit.due.settle()
    kept = stored(page, what)
    assert (kept.owner, kept.owner_name, kept.due_on, kept.done_on) == (
        Owner.SOMEONE_ELSE,
        "Mrs Reed",
        date(2026, 3, 27),
        builders.TODAY,
    )
    assert page.records.undo()
    assert stored(page, what).due_on == date(2026, 3, 20)


def test_the_days_it_was_partly_done_ended_and_agreed_are_put_right_and_undone(page: ActionsPage) -> None:
    what = "Start a reading group"
    edit = row(page, what).edit
    row(page, what).change.click()
    assert not any(edit.days[which].isVisible() for which in (ActionDay.PARTLY, ActionDay.ENDED))
    for which, how_far in ((ActionDay.PARTLY, HowFar.PARTLY), (ActionDay.ENDED, HowFar.WILL_NOT)):
        edit.how_far.row(how_far).click()
        assert edit.days[which].isVisible()
        type_a_day(edit, which, "9 march 2026")
        assert getattr(stored(page, what), which) == date(2026, 3, 9)
        type_a_day(edit, which, "8 march 2026")
        assert "The date is before the meeting" in edit.days[which].error()
        assert page.records.undo()
        assert getattr(stored(page, what), which) == builders.TODAY
    edit.more.button.click()
    type_a_day(edit, ActionDay.AGREED, "6 march 2026")
    assert stored(page, what).agreed_on == date(2026, 3, 6)
    type_a_day(edit, ActionDay.AGREED, "11 march 2026")
    assert "has not come yet" in edit.days[ActionDay.AGREED].error()
    assert "11 march 2026" in edit.days[ActionDay.AGREED].day.raw(), "what was typed stays"
    assert page.records.undo()
    assert stored(page, what).agreed_on == date(2026, 3, 9)


def test_a_day_half_typed_behind_more_is_open_and_there_when_the_page_is_made_again(
    page: ActionsPage, house: House
) -> None:
    action = row(page, "Start a reading group")
    page.keep_draft(f"agreed_on_{action._given().id}", "9 ma")
    page.refresh()
    assert action.is_unfolded()
    assert action.edit.more.is_open
    assert action.edit.days[ActionDay.AGREED].day.raw() == "9 ma"


def test_what_home_does_is_put_right_from_the_actions_and_stands_in_what_changed(page: ActionsPage) -> None:
    what = "Start a reading group"
    action = row(page, what)
    action.change.click()
    action.edit.more.button.click()
    write(action.edit.at_home, "Ten pages each night")
    write(action.edit.why, "Reading is slow")
    assert stored(page, what).at_home == "Ten pages each night"
    assert action.edit.changes.words().splitlines() == [
        "10 March 2026 · Why: nobody said, then Reading is slow",
        "10 March 2026 · What home does: nobody said, then Ten pages each night",
    ]


def test_what_is_done_in_part_stays_on_the_list_and_what_will_not_happen_leaves_it_with_its_reason(
    page: ActionsPage, house: House
) -> None:
    what = "Start a reading group"
    action = row(page, what)
    action.change.click()
    assert action.edit.helped_field.isHidden()
    action.edit.how_far.row(HowFar.PARTLY).click()
    assert how_it_stands(stored(page, what)) == ("Partly done, by 20 March", "info", "circle")
    assert what in shown(page)
    assert not action.edit.helped_field.isHidden()
    action.edit.how_far.row(HowFar.WILL_NOT).click()
    assert not action.edit.ended_field.isHidden()
    write(action.edit.ended_why, "No room is free")
    ended = stored(page, what)
    assert (ended.is_open, ended.ended_on, ended.ended_why) == (False, builders.TODAY, "No room is free")
    assert how_it_stands(ended) == ("Will not happen", "later", "circle")
    action.edit.how_far.row(HowFar.TO_DO).click()
    again = stored(page, what)
    assert (again.is_open, again.partly_on, again.ended_why) == (True, None, "No room is free")


def test_how_far_it_is_can_be_undone(page: ActionsPage, house: House) -> None:
    what = "Start a reading group"
    row(page, what).change.click()
    row(page, what).edit.how_far.row(HowFar.WILL_NOT).click()
    assert not stored(page, what).is_open
    house.records.undo()
    assert stored(page, what).is_open


def test_why_how_we_know_and_whether_it_helped_are_kept_as_typed_and_chosen(page: ActionsPage) -> None:
    what = "Start a reading group"
    action = row(page, what)
    action.change.click()
    write(action.edit.why, "Reading is slow")
    write(action.edit.how_we_know, "Two books by June")
    action.edit.how_far.row(HowFar.PARTLY).click()
    action.edit.helped.row(Helped.A_LITTLE).click()
    kept = stored(page, what)
    assert (kept.why, kept.how_we_know, kept.helped) == (
        "Reading is slow",
        "Two books by June",
        Helped.A_LITTLE,
    )
