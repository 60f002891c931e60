"""After the meeting: the day it was held, and the small jobs that follow."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carer_app.choices import AfterPart, ConcernKind, Owner, PlainQuestion, Role, WhereIsTheCopy
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    following_up,
    pep_copies,
    planning,
    preparing,
    recording_the_meeting,
    the_same_evening,
)
from carer_app.use_cases.blank_sheets import blank_notes
from tests import builders
from tests.builders import do
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences, type_day, write
from ui.after_meeting.after_meeting import AfterMeetingPage
from ui.after_meeting.answers import AnswersPage
from ui.after_meeting.help_agreed import HELP_AGREED, HelpAgreedPage
from ui.after_meeting.next_pep import NextPepPage
from ui.after_meeting.what_school_said import WhatSchoolSaidPage
from ui.base.house import House
from ui.base.places import (
    AfterMeeting,
    AnswersPlace,
    ChildSheetPlace,
    HelpAgreed,
    LastMeeting,
    MyAfterwardsPlace,
    NextPepPlace,
    NotAsPlanned,
    PepCopyPlace,
    Place,
    WhatSchoolSaid,
    WhoCame,
)
from ui.preparation.last_meeting import LastMeetingPage
from ui.widgets.text import Heading

Show = Callable[[Any], Any]
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    """A meeting planned for yesterday."""
    return builders.add_meeting(vault, builders.add_child(vault), HELD)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> AfterMeetingPage:
    page: AfterMeetingPage = show(AfterMeetingPage(house, AfterMeeting(meeting)))
    return page


@pytest.fixture
def went(page: AfterMeetingPage) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def held_on(page: Any) -> date | None:
    state = page.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)
    found: date | None = state.held_on
    return found


def test_held_as_planned_is_one_press(page: AfterMeetingPage) -> None:
    assert page.accessibleName() == "After Mia’s meeting"
    assert page.as_planned.words() == "It was held on Monday 9 March 2026"
    page.as_planned.click()
    assert held_on(page) == HELD
    assert page.held.raw() == "9 March 2026"
    assert not page.as_planned.isVisible()


def test_a_meeting_still_to_come_cannot_be_said_to_have_been_held(page: AfterMeetingPage) -> None:
    page.records.change(planning.set_day, page.meeting_id, date(2026, 3, 18))
    assert not page.as_planned.isVisible()
    type_day(page.held.line, "18 march 2026")
    assert page.held_field.error().startswith("That day has not come yet.")
    assert page.held.raw() == "18 march 2026"
    assert held_on(page) is None


def test_an_impossible_day_stays_typed_beside_its_sentence_also_after_a_restart(
    page: AfterMeetingPage, house: House, show: Show
) -> None:
    type_day(page.held.line, "31 feb")
    again = show(AfterMeetingPage(house, AfterMeeting(page.meeting_id)))
    for each in (page, again):
        assert each.held.raw() == "31 feb"
        assert "February" in each.held_field.error()
    type_day(again.held.line, "9 march")
    assert held_on(again) == HELD
    assert again.drafts() == {}


def test_emptying_the_box_key_by_key_does_not_bring_the_old_day_back(page: AfterMeetingPage) -> None:
    page.as_planned.click()
    page.held.line.setFocus()
    QTest.keyClick(page.held.line, Qt.Key.Key_End)
    for _letter in page.held.raw():
        QTest.keyClick(page.held.line, Qt.Key.Key_Backspace)
    assert page.held.raw() == ""
    page.held.settle()
    assert held_on(page) is None


def test_what_did_not_go_as_planned_is_a_page_of_its_own(page: AfterMeetingPage, went: list[Place]) -> None:
    page.as_planned.click()
    page.not_held.click()
    assert went == [NotAsPlanned(page.meeting_id)]
    assert held_on(page) == HELD, "to look is no act"


def test_each_job_is_one_row_that_says_how_it_stands(
    page: AfterMeetingPage, went: list[Place], vault: Vault
) -> None:
    page.more.said_there.open(True)
    assert [row.accessibleName() for row in page.rows.values() if not row.isHidden()] == [
        "Who came, and how Mia was heard, Not started",
        "What school said, Not started",
        "Help at home, and what was decided, Not started",
        "The copy of the PEP",
        "Tell Mia what happened",
        "My own copy on paper",
    ]
    written = (PlainQuestion.VIEWS_HEARD, PlainQuestion.LEARNING_SAID, PlainQuestion.EXTRA_SAID)
    for question in written:
        page.records.change(recording_the_meeting.write_school_said, page.meeting_id, question, "Fine.")
    shown = [row for row in page.rows.values() if not row.isHidden()]
    assert [row.detail() for row in shown][:3] == ["Something is written"] * 3
    for row in page.rows.values():
        if not row.isHidden():
            row.click()
    here = page.meeting_id
    assert went == [
        WhoCame(here),
        WhatSchoolSaid(here),
        HelpAgreed(here),
        PepCopyPlace(here),
        ChildSheetPlace(here),
        MyAfterwardsPlace(here),
    ]


@pytest.mark.parametrize(
    ("held", "detail", "tag"),
    [
        (HELD, "It should come by 23 March", "Waiting"),
        (date(2026, 2, 20), "It was due by 6 March. School or the social worker sends it.", "Not here yet"),
    ],
)
def test_a_late_copy_says_who_sends_it_and_is_never_red(
    page: AfterMeetingPage, held: date, detail: str, tag: str
) -> None:
    page.records.change(recording_the_meeting.meeting_was_held, page.meeting_id, held, builders.TODAY)
    row = page.rows["copy"]
    shown = row.tag()
    assert shown is not None
    assert (row.detail(), shown.words()) == (detail, tag)
    assert shown.kind != "over"
    page.records.change(
        pep_copies.say_where_the_copy_is, page.meeting_id, WhereIsTheCopy.LOCK_BOX, builders.TODAY
    )
    assert (row.detail(), row.tag()) == ("On paper, in my lock box", None)


def state_of(house: House, page: AfterMeetingPage) -> Any:
    return house.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)


def test_the_next_date_stands_beside_the_rules_date_and_why(
    house: House, show: Show, page: AfterMeetingPage, vault: Vault
) -> None:
    builders.told_six_months(vault)
    page.as_planned.click()
    following = show(NextPepPage(house, NextPepPlace(page.meeting_id)))
    assert following.rule_by.words() == "By Wednesday 9 September 2026"
    assert following.rule_why.words().startswith("6 months after the last PEP on Monday 9 March 2026.")
    assert "a rule you set on 10 March 2026" in following.rule_why.words()
    house.records.change(children.set_council, state_of(house, page).child_id, "Leeds")
    assert following.rule_by.words() == "By the end of the summer term, at the latest 31 July 2026"
    house.records.change(children.set_council, state_of(house, page).child_id, "Southwark")
    type_day(following.when.line, "9 march 2026")
    assert "must be after this meeting" in sentences(following)
    type_day(following.when.line, "7 sept 2026")
    assert state_of(house, page).next_pep_on == date(2026, 9, 7)
    assert "must be after this meeting" not in sentences(following)


def test_what_school_said_is_saved_under_its_question(house: House, show: Show, meeting: int) -> None:
    page = show(WhatSchoolSaidPage(house, WhatSchoolSaid(meeting)))
    assert page.texts.keys() == set(recording_the_meeting.SCHOOL_SAID) - {
        *HELP_AGREED,
        PlainQuestion.OTHER_SAID,
    }, "what is not here has its own place"
    write(page.texts[PlainQuestion.KIND_SAID], "A joy to teach.")
    stored = house.records.read(recording_the_meeting.what_school_said, meeting)
    assert stored[PlainQuestion.KIND_SAID] == "A joy to teach."
    assert stored[PlainQuestion.LEARNING_SAID] == ""


def test_how_home_can_help_is_saved_under_its_question(house: House, show: Show, meeting: int) -> None:
    page = show(HelpAgreedPage(house, HelpAgreed(meeting)))
    write(page.texts[PlainQuestion.AT_HOME_SAID], "Read ten minutes a day.")
    stored = house.records.read(recording_the_meeting.what_school_said, meeting)
    assert stored[PlainQuestion.AT_HOME_SAID] == "Read ten minutes a day."


def test_what_home_does_for_each_thing_that_was_agreed_has_a_box_and_comes_along(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    builders.hold(vault, meeting, HELD)
    page = show(HelpAgreedPage(house, HelpAgreed(meeting)))
    first = page.rows.row(page.rows.ids()[0])
    assert first.field.label_on_top().words() == "Start a reading group"
    write(first.at_home, "We read the same book.")
    after = show(AfterMeetingPage(house, AfterMeeting(meeting)))
    after.more.said_there.open(True)
    assert after.rows["help"].detail() == "Something is written"
    coming = builders.add_meeting(vault, 1, date(2026, 9, 8), uid="uid-2")
    last = show(LastMeetingPage(house, LastMeeting(coming)))
    settle()
    assert "At home: We read the same book." in sentences(last)


def test_each_question_that_was_prepared_has_a_box_for_its_answer(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    after = show(AfterMeetingPage(house, AfterMeeting(meeting)))
    after.more.said_there.open(True)
    assert after.rows["answers"].isHidden(), "nobody is asked about nothing"
    assert "No question was written down" in sentences(show(AnswersPage(house, AnswersPlace(meeting))))
    for question in ("How is Mia’s reading?", "  ", "x" * 300):
        do(vault, preparing.add_question, meeting, question)
    builders.hold(vault, meeting, HELD)
    after.records.changed.emit()
    assert after.rows["answers"].accessibleName() == "The answers to your questions, Not started"
    page = show(AnswersPage(house, AnswersPlace(meeting)))
    [reading, _long] = [page.rows.row(each) for each in page.rows.ids()]
    assert reading.field.label_on_top().words() == "1. How is Mia’s reading?"
    write(reading.answer, "A year behind, and catching up.")
    assert after.rows["answers"].detail() == "1 thing is answered"
    coming = builders.add_meeting(vault, 1, date(2026, 9, 8), uid="uid-2")
    last = show(LastMeetingPage(house, LastMeeting(coming)))
    settle()
    assert "How is Mia’s reading?\nA year behind, and catching up." in sentences(last)


def test_once_it_was_held_that_is_one_line_and_can_be_put_right(page: AfterMeetingPage) -> None:
    page.as_planned.click()
    assert page.was_held.words() == "It was held on Monday 9 March 2026."
    assert not page.held_box.isVisible()
    assert focused(page) is page.agreed.form.what, "what was agreed is written first"
    page.change_held.click()
    assert focused(page) is page.held.line
    type_day(page.held.line, "8 march")
    assert held_on(page) == date(2026, 3, 8)


def recorded(page: AfterMeetingPage) -> Any:
    return page.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)


def asked_of(page: AfterMeetingPage) -> list[str]:
    return [page.agreed.asked.row(each).tick.words() for each in page.agreed.asked.ids()]


def agreed_on(page: AfterMeetingPage) -> list[tuple[str, str, date | None]]:
    rows = page.records.read(recording_the_meeting.agreed, page.meeting_id)
    return [(row.what, row.who, row.due_on) for row in rows]


def ask(page: AfterMeetingPage, what: str, who: str = "", by: date | None = None) -> None:
    page.records.change(preparing.add_concern, page.meeting_id, ConcernKind.CHILDREN, then=made.append)
    for field, words in (("we_ask_for", what), ("ask_of", who)):
        page.records.change(preparing.write_concern, made[-1], field, words)
    if by is not None:
        page.records.change(preparing.set_ask_by, made[-1], by)


made: list[int] = []


def test_what_was_asked_for_is_agreed_by_a_tick_each_and_taken_back_by_undo(
    page: AfterMeetingPage, vault: Vault
) -> None:
    page.records.change(children.set_person, recorded(page).child_id, Role.SOCIAL_WORKER, "Ms Ali")
    ask(page, "A buddy at playtimes.", "Mr Fox", date(2026, 3, 20))
    ask(page, "Pay for swimming", "ms ali", date(2026, 1, 2))
    ask(page, "A quiet place")
    assert asked_of(page) == [
        "A buddy at playtimes · Mr Fox · by 20 March",
        "Pay for swimming · ms ali · by 2 January",
        "A quiet place",
    ]
    page.as_planned.click()
    first = page.agreed.asked.row(page.agreed.asked.ids()[0]).tick
    assert focused(page) is first
    assert first.accessibleName() == "Agreed: A buddy at playtimes · Mr Fox · by 20 March"
    for _each in range(3):
        QTest.keyClick(focused(page), Qt.Key.Key_Space)
    assert agreed_on(page) == [
        ("A buddy at playtimes.", "Mr Fox", date(2026, 3, 20)),
        ("Pay for swimming", "ms ali", None),
        ("A quiet place", "Someone else", None),
    ], "a day before the meeting is none, and nobody is guessed"
    rows = page.records.read(following_up.actions_of_meeting, page.meeting_id, HELD)
    owners = [row.owner for row in rows]
    assert owners == [Owner.SCHOOL, Owner.SOCIAL_WORKER, Owner.SOMEONE_ELSE]
    assert focused(page) is page.agreed.heading, "in a box, Ctrl+Z would be about its text"
    assert asked_of(page) == []
    assert page.records.undo()
    assert asked_of(page) == ["A quiet place"]
    assert len(agreed_on(page)) == 2


def test_a_day_that_was_asked_for_and_lies_before_the_meeting_is_told_and_asked_about_until_there_is_one(
    page: AfterMeetingPage,
) -> None:
    ask(page, "Pay for swimming", "Ms Ali", date(2026, 1, 2))
    ask(page, "A quiet place")
    page.as_planned.click()
    for each in page.agreed.asked.ids():
        page.agreed.asked.row(each).tick.click()
        if "swimming" in page.records.can_be_undone.words:
            assert page.records.can_be_undone.words == (
                "Agreed: Pay for swimming. The day you asked for, 2 January, was before the meeting. By when now?"
            )
    swimming, quiet = [page.agreed.rows.row(each) for each in page.agreed.rows.ids()]
    assert swimming.doubt.isVisible()
    assert swimming.doubt.words.words() == (
        "You asked for this by 2 January 2026. That was before the meeting. By when now?"
    )
    assert "doubt" not in quiet.__dict__
    assert swimming.tag.words() == "No date was said"
    swimming.doubt.link.click()
    assert focused(page) is swimming.edit.due.line
    type_day(swimming.edit.due.line, "20 March 2026")
    assert agreed_on(page)[0][2] == date(2026, 3, 20)
    assert not swimming.doubt.isVisible()
    page.records.undo()
    assert swimming.doubt.isVisible()


def test_a_no_is_a_press_and_why_and_stays_where_it_is_seen(page: AfterMeetingPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    ask(page, "A buddy at playtimes")
    ask(page, "A quiet place.")
    page.as_planned.click()
    quiet = page.agreed.asked.row(page.agreed.asked.ids()[1])
    assert quiet.no.accessibleName() == "No, not agreed: A quiet place"
    quiet.no.click()
    assert asked_of(page) == ["A buddy at playtimes"]
    [no] = page.agreed.refused.ids()
    row = page.agreed.refused.row(no)
    assert focused(page) is row.why, "why is typed next"
    assert row.field.label_on_top().words() == "Not agreed: A quiet place. Why? (optional)"
    QTest.keyClicks(row.why, "No room is free.")
    page.flush()
    [stored] = page.records.read(the_same_evening.not_agreed, page.meeting_id)
    assert stored.because == "No room is free."
    row.agreed.click()
    assert len(asked_of(page)) == 2
    assert page.records.undo()
    assert page.agreed.refused.ids() == [no]
    assert page.agreed.refused.row(no).why.text() == "No room is free."


def test_what_was_only_just_agreed_has_no_tick_and_is_put_right_where_it_stands(
    page: AfterMeetingPage, vault: Vault
) -> None:
    builders.hold(vault, page.meeting_id)
    page.records.changed.emit()
    row = page.agreed.rows.row(page.agreed.rows.ids()[0])
    assert not hasattr(row, "tick"), "one box never means both agreed and done"
    row.change.click()
    row.edit.what.selectAll()
    write(row.edit.what, "Start a chess group")
    assert "Start a chess group" in [what for what, _who, _by in agreed_on(page)]


def test_an_evening_with_six_actions_is_one_page_and_few_keys(page: AfterMeetingPage, qtbot: QtBot) -> None:
    """Three had been asked for. Words and dates are typed; every other key is counted."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    went: list[Place] = []
    page.go.connect(went.append)
    for what in ("A buddy at playtimes", "Pay for swimming", "A quiet place"):
        ask(page, what, "Mr Fox", date(2026, 3, 20))
    keys = 0

    def press(*pressed: Qt.Key | str) -> None:
        nonlocal keys
        for key in pressed:
            if isinstance(key, str):
                QTest.keyClicks(focused(page), key)
                continue
            QTest.keyClick(focused(page), key)
            keys += 1

    page.as_planned.setFocus()
    press(Qt.Key.Key_Space, *[Qt.Key.Key_Space] * 3, Qt.Key.Key_Tab)
    for what in ("Start a reading group", "Ask about swimming", "Send the copy"):
        press(what, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Tab, "20 march", Qt.Key.Key_Return)
    assert focused(page) is page.agreed.form.what
    assert len(agreed_on(page)) == 6
    page.next.click()
    keys += 1
    press("8 september 2026", Qt.Key.Key_Return)
    page.next.click()
    keys += 1
    press("Everybody was kind.")
    page.flush()
    assert page.next.words() == "Tell Mia what happened"
    stored = page.records.read(recording_the_meeting.after_the_meeting, page.meeting_id)
    assert (stored.next_pep_on, stored.actions) == (date(2026, 9, 8), 6)
    assert went == [], "all of it on one page"
    assert keys <= 20


def test_the_back_of_the_blank_sheet_has_the_order_of_the_page(page: AfterMeetingPage) -> None:
    page.more.said_there.open(True)
    headings = [each.words() for each in page.findChildren(Heading)]
    first = ["1. Who does what, by when", "2. The next date", "3. What surprised me"]
    assert [each for each in headings if each[0].isdigit()] == first
    on_page = [*first, *(row.words() for row in page.rows.values())]
    on_paper = [heading for heading, _lines in blank_notes().parts][-len(AfterPart) :]
    same = ("who.*by when", "next", "surprised me", "who came", "school said", "answers to", "help")
    for words in (on_page[: len(AfterPart)], on_paper):
        assert [bool(re.search(each, said.lower())) for each, said in zip(same, words, strict=True)] == [
            True
        ] * len(same), words


def test_an_action_due_before_the_day_it_was_held_asks_which_day_is_right(
    page: AfterMeetingPage, meeting: int
) -> None:
    def hold(on: date) -> str:
        page.records.change(recording_the_meeting.meeting_was_held, meeting, on, builders.TODAY)
        return page.was_held.words()

    assert hold(date(2026, 3, 2)) == "It was held on Monday 2 March 2026."
    for what, due in (("Reading group", date(2026, 3, 4)), ("Laptop", date(2026, 3, 9))):
        new = recording_the_meeting.NewAction(what, Owner.SCHOOL, "", due)
        page.records.change(recording_the_meeting.add_action, meeting, new, builders.TODAY)
    assert hold(date(2026, 3, 9)) == (
        "It was held on Monday 9 March 2026. 1 action is due before that. Which day is right?"
    )
    assert hold(date(2026, 3, 10)).endswith("2 actions are due before that. Which day is right?")
    assert hold(date(2026, 3, 3)) == "It was held on Tuesday 3 March 2026."
