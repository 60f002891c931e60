"""Ask again, as a carer does it: one person, the words, what was asked, the answer, thanks."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from carer_app.choices import HowAsked, Owner, RequestAbout, Role, WhereIsTheCopy
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, following_up, pep_copies, recording_the_meeting
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, type_day, write
from ui.actions.actions import ActionsPage
from ui.asking.ask_again import AskAgainPage
from ui.base.house import House
from ui.base.places import Actions, AskAgain, Home, PepCopyPlace, Place, PutInDate, WhomToAskInTurn
from ui.documents.pep_copy import PepCopyPage
from ui.home.home import HomePage
from ui.meetings.put_in_date import PutInDatePage

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault, council="Borsetshire", last_pep_on=TODAY - timedelta(days=90))
    builders.do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mrs Hall")
    meeting = builders.add_meeting(vault, child, None, None)
    builders.do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY - timedelta(days=36), TODAY)
    builders.do(vault, recording_the_meeting.set_next_pep, meeting, TODAY + timedelta(days=100))
    builders.do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    return meeting


@pytest.fixture
def action(vault: Vault, meeting: int) -> int:
    new = NewAction("Start a reading group for Mia", Owner.SCHOOL, "Mr Fox", TODAY - timedelta(days=11))
    action: int = builders.do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    return action


@pytest.fixture
def page(house: House, show: Show, action: int) -> AskAgainPage:
    page: AskAgainPage = show(AskAgainPage(house, AskAgain(1, RequestAbout.ACTION, action)))
    settle()
    return page


def went(page: Any) -> list[Place]:
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def test_the_words_have_the_first_letter_unless_the_name_is_chosen(page: AskAgainPage) -> None:
    page.turn.text.button.click()
    assert "M.: Start a reading group for M." in page.turn.words.words()
    assert "Mia" not in page.turn.words.words()
    page.turn.copy.click()
    assert QGuiApplication.clipboard().text() == page.turn.words.words()
    page.turn.named.row("name").click()
    assert "Start a reading group for Mia" in page.turn.words.words()


def test_asked_then_the_answer_then_thanks_each_with_undo(page: AskAgainPage, house: House) -> None:
    undone: list[str] = []
    house.records.undoable.connect(lambda undo: undone.append(undo.words))
    assert page.turn.heading is not None
    assert page.turn.heading.words() == "Next: Mr Fox"
    page.turn.write.click()
    assert page.turn.how_field.error() == "Choose how you asked."
    page.turn.how.row(HowAsked.TELEPHONE).click()
    page.turn.write.click()
    settle()
    assert page.answer.said.words() == "10 March 2026: you asked Mr Fox, by phone."
    assert page.turn.heading.words() == "Next: Mrs Hall"
    assert page.turn.from_day.words().startswith("You can ask from Tuesday 17 March 2026.")
    assert not page.turn.write.isVisible()
    page.answer.answer.setText("Next week.")
    page.answer.write.click()
    settle()
    assert not page.turn.isVisible(), "an answer stops it"
    page.answer.came_to_nothing.click()
    assert page.turn.isVisible()
    house.records.change(following_up.tick_off, page.matter.about_id, on=TODAY)
    assert not page.turn.isVisible()
    assert "Thank you for this: Start a reading group for M." in page.thanks.words.words()
    page.thanks.thanked.click()
    assert page.thanks.said.isVisible()
    assert undone == [
        "Written down: you asked Mr Fox.",
        "The answer is written down.",
        "Written down: you said thank you.",
    ]
    house.records.undo()
    assert page.thanks.thanked.isVisible()


def test_what_was_asked_and_answered_is_put_right_long_after_undo_has_gone(
    page: AskAgainPage, house: House, show: Show, action: int
) -> None:
    page.turn.how.row(HowAsked.TELEPHONE).click()
    page.turn.write.click()
    page.answer.answer.setText("Next week")
    page.answer.write.click()
    house.records.forget_undo()
    page = show(AskAgainPage(house, AskAgain(1, RequestAbout.ACTION, action)))
    page.answer.change.click()
    [request] = page.history.ids()
    boxes = page.history.row(request).boxes
    assert boxes is not None
    assert focused(page) is boxes.answer
    boxes.answer.selectAll()
    write(boxes.answer, "In the week after")
    boxes.how.row(HowAsked.EMAIL).click()
    type_day(boxes.asked_on.line, "8 March 2026")
    type_day(boxes.answered_on.line, "9 March 2026")
    said = "8 March 2026: you asked Mr Fox, by e-mail. Answer on 9 March 2026: In the week after"
    assert page.answer.said.words() == said
    assert page.history.row(request).words.words() == said
    for wrong, box, field, why in (
        ("7 March 2026", boxes.answered_on, boxes.answered_field, "cannot come before the day you asked"),
        ("10 March 2026", boxes.asked_on, boxes.asked_field, "cannot come before the day you asked"),
        ("11 March 2026", boxes.answered_on, boxes.answered_field, "has not come yet"),
    ):
        before = box.value()
        type_day(box.line, wrong)
        assert why in field.error()
        assert page.answer.said.words() == said, "what was stored stays"
        box.set_value(before)
        box.changed.emit()
        box.settle()
    boxes.answer.selectAll()
    QTest.keyClick(boxes.answer, Qt.Key.Key_Delete)
    boxes.answer.flush()
    assert boxes.answer_field.error() == "Type what they said. A few words are enough."
    assert page.answer.said.words() == said
    assert house.records.undo()
    assert "Answer on 10 March 2026" in page.answer.said.words()


def test_one_is_left_out_with_a_reason_and_the_next_one_stands_there(
    page: AskAgainPage, house: House
) -> None:
    page.turn.out.button.click()
    page.turn.leave.click()
    assert page.turn.because_field.error() == "Say why in a word or two."
    page.turn.because.setText("He is ill.")
    page.turn.leave.click()
    settle()
    assert page.turn.heading is not None
    assert page.turn.heading.words() == "Next: Mrs Hall"
    assert page.turn.why.words().startswith("They look after what school does"), "nobody was asked before her"
    house.records.undo()
    assert page.turn.heading.words() == "Next: Mr Fox"


def test_what_may_be_about_safety_shows_whom_to_ring_and_nobody_to_ask(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    new = NewAction("Keep Mia safe on the bus", Owner.SCHOOL, "Mr Fox", TODAY - timedelta(days=3))
    action = builders.do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    page: AskAgainPage = show(AskAgainPage(house, AskAgain(1, RequestAbout.ACTION, action)))
    settle()
    assert page.ring.isVisible()
    assert not page.turn.isVisible()
    assert "Ring now: your fostering service" in page.ring_words.words()
    page.safe.click()
    assert page.turn.isVisible()


def test_ways_lead_there_from_home_actions_the_day_and_the_copy(
    house: House, show: Show, vault: Vault, action: int, meeting: int
) -> None:
    asks = AskAgain(1, RequestAbout.ACTION, action)
    home: HomePage = show(HomePage(house, Home()))
    places = went(home)
    home.cards[1].main.click()
    assert places == [asks]
    actions: ActionsPage = show(ActionsPage(house, Actions()))
    places = went(actions)
    (row,) = [rows.row(action) for rows in actions.action_rows() if action in rows.ids()]
    row.asking.link.click()
    assert places == [asks]
    day: PutInDatePage = show(PutInDatePage(house, PutInDate(1)))
    places = went(day)
    day.ask.click()
    assert places == [AskAgain(1, RequestAbout.MEETING_DATE)]
    builders.do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.NOT_YET, TODAY)
    copy: PepCopyPage = show(PepCopyPage(house, PepCopyPlace(meeting)))
    places = went(copy)
    copy.ask_again.click()
    assert places == [AskAgain(1, RequestAbout.COPY, meeting)]


def test_not_now_makes_this_one_thing_wait_with_undo(house: House, show: Show, action: int) -> None:
    home: HomePage = show(HomePage(house, Home()))
    card = home.cards[1]
    assert card.not_now.isVisible()
    heard: list[str] = []
    house.records.undoable.connect(lambda undo: heard.append(undo.words))
    card.not_now.click()
    assert "Start a reading group" not in card.words.words()
    assert heard == ["Not now: Start a reading group for Mia. It comes back on Tuesday 17 March 2026."]
    house.records.undo()
    assert "Start a reading group" in card.words.words()


def test_the_whole_order_is_a_press_away_on_paper(page: AskAgainPage) -> None:
    places = went(page)
    page.paper.click()
    assert places == [WhomToAskInTurn(1, RequestAbout.ACTION, page.matter.about_id)]
