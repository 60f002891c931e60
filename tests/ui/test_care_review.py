"""The pages of a child-in-care review, as a carer meets them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from carer_app.choices import Fate, NoteKind, Share
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_history,
    after_review,
    at_the_review,
    children,
    childs_kept_words,
    review_form_answers,
    writing_notes,
)
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY
from tests.ui.audit import settle
from tests.ui.preparing_pages import focused, sentences, type_day, write
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import (
    AfterReview,
    CareReviewPlace,
    CarersPartPlace,
    ChildRecord,
    Place,
    ReviewFormPlace,
    ReviewList,
)
from ui.care_review.after_review import AfterReviewPage
from ui.care_review.care_review import CareReviewPage
from ui.care_review.review_form import ReviewFormPage

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    mia = builders.add_child(vault, review_on=TODAY)
    builders.hold(vault, builders.add_meeting(vault, mia, date(2026, 3, 9)))
    return mia


def goes(page: Page) -> list[Place]:
    went: list[Place] = []
    page.go.connect(went.append)
    return went


def test_the_page_before_a_review_says_what_goes_along_and_leads_to_each(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page: CareReviewPage = show(CareReviewPage(house, CareReviewPlace(child)))
    went = goes(page)
    assert page.goes_along.words() == "3 open actions."
    write(page.chair, "Ms Okoro")
    assert vault_says(page).chaired_by == "Ms Okoro"
    for leads in (page.print, page.form, page.after):
        leads.click()
    assert went == [ReviewList(child), ReviewFormPlace(child), AfterReview(child)]
    assert not page.about_wishes.isVisible(), "nothing was said, and so nothing is asked"


def vault_says(page: CareReviewPage) -> at_the_review.ReviewAhead:
    return page.records.read(at_the_review.review_facts, page.child_id, TODAY)


def test_what_the_child_said_is_ticked_one_by_one(house: House, show: Show, vault: Vault, child: int) -> None:
    meeting = builders.add_meeting(vault, child, date(2026, 5, 6))
    sitting = Sitting("11_to_16")
    sitting.said["letter"] = Said(words="I like art.", share=Share.SHEET)
    sitting.said["stuck"] = Said(words="Not this.", share=Share.OFF)
    with vault.work() as session:
        childs_kept_words.keep(session, meeting, sitting, TODAY)
    page: CareReviewPage = show(CareReviewPage(house, CareReviewPlace(child)))
    page.about_wishes.button.click()
    (wish,) = [page.wishes.row(view) for view in page.wishes.ids()]
    assert "I like art." in wish.words()
    assert not wish.isChecked()
    assert not any("Not this." in sentence for sentence in sentences(page))
    wish.click()
    assert [row.may_be_read for row in page.records.read(at_the_review.wishes, child, TODAY)] == [True]
    wish.click()
    assert [row.may_be_read for row in page.records.read(at_the_review.wishes, child, TODAY)] == [False]


def test_a_day_for_the_review_is_the_one_that_every_page_knows(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page: CareReviewPage = show(CareReviewPage(house, CareReviewPlace(child)))
    type_day(page.when.line, "22 April 2026")
    assert page.records.read(children.child_facts, child, TODAY).review_on == date(2026, 4, 22)


def test_one_sitting_after_a_review_says_what_was_decided_of_each_open_action(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page: AfterReviewPage = show(AfterReviewPage(house, AfterReview(child)))
    went = goes(page)
    assert page.rows.ids() == []
    page.as_planned.click()
    assert page.was_held.words() == "It was held on Tuesday 10 March 2026."
    assert focused(page) is page.rows.first_box(0)
    first, second, third = [page.rows.row(action) for action in page.rows.ids()]
    first.fate.row(Fate.NEXT_PEP).click()
    second.fate.row(Fate.ENDED).click()
    assert second.why_field.isVisible()
    assert not first.why_field.isVisible()
    write(second.why, "No room is free")
    state = page.records.read(after_review.after_the_review, child, TODAY)
    assert [row.fate for row in state.rows] == [Fate.NEXT_PEP, Fate.ENDED, Fate.STAYS]
    assert state.rows[1].ended_why == "No room is free"
    assert third.fate.value() == Fate.STAYS, "what nobody says anything of stays"
    page.done.click()
    assert went == [ChildRecord(child)]


def test_what_was_decided_has_the_day_of_the_review_and_not_of_the_evening_it_was_typed(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    page: AfterReviewPage = show(AfterReviewPage(house, AfterReview(child)))
    type_day(page.held.line, "9 March 2026")
    fates = (Fate.NEXT_PEP, Fate.ENDED, Fate.DONE)
    for action, fate in zip(page.rows.ids(), fates, strict=True):
        page.rows.row(action).fate.row(fate).click()
    held = date(2026, 3, 9)
    stood = [row.stood for row in page.records.read(after_review.after_the_review, child, TODAY).rows]
    assert [stood[0].moved_on, stood[1].ended_on, stood[2].done_on] == [held] * 3
    said = [page.rows.row(action).who.words() for action in page.rows.ids()]
    assert [each.rpartition(" · ")[2] for each in said] == [
        "moved on 9 March",
        "ended on 9 March",
        "done on 9 March",
    ]
    for action in page.rows.ids():
        [change] = page.records.read(action_history.changes_of, action)
        assert change.words.startswith("9 March 2026 · How far: Still to do, then ")
    assert page.records.undo()
    rows = page.records.read(after_review.after_the_review, child, TODAY).rows
    assert rows[2].stood.done_on is None


def test_a_day_that_is_typed_and_continue_lead_to_what_was_decided_and_not_away(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    """Leaving at that press, nobody would ever be asked what was decided."""
    page: AfterReviewPage = show(AfterReviewPage(house, AfterReview(child)))
    went = goes(page)
    page.to_decisions.click()
    assert page.held_field.error() == "Type the day it was held."
    page.held.line.setFocus()
    QTest.keyClicks(page.held.line, "9 March 2026")
    press(page.to_decisions)
    assert page.was_held.words() == "It was held on Monday 9 March 2026."
    assert page.rows.ids() != []
    assert went == []
    assert focused(page) is page.rows.first_box(0)
    press(page.done)
    assert went == [ChildRecord(child)]


def press(button: QWidget) -> None:
    """As a mouse does: the keyboard comes along."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_a_day_before_the_last_review_stays_in_its_box_with_a_sentence(
    house: House, show: Show, vault: Vault
) -> None:
    mia = builders.add_child(vault, last_review_on=date(2026, 3, 1))
    page: AfterReviewPage = show(AfterReviewPage(house, AfterReview(mia)))
    type_day(page.held.line, "1 February 2026")
    assert page.held_field.error().startswith("The last review was on Sunday 1 March 2026.")
    house.records.changed.emit()
    settle()
    assert page.held.line.text() == "1 February 2026"
    assert page.held_field.error().startswith("The last review was on Sunday 1 March 2026.")


def test_a_note_goes_into_the_form_by_one_press_and_the_parts_lead_on_to_paper(
    house: House, show: Show, vault: Vault, child: int
) -> None:
    with vault.work() as session:
        writing_notes.add_note(
            session, child, NewNote(NoteKind.GOOD_NEWS, date(2026, 3, 1), "Read two books.")
        )
    page: ReviewFormPage = show(ReviewFormPage(house, ReviewFormPlace(child)))
    box = page.boxes["going_well"]
    (note,) = box.notes.buttons.values()
    note.click()
    box.text.flush()
    assert page.records.read(review_form_answers.answers, child) == {"going_well": "Read two books."}
    assert not box.notes.isVisible()
    went = goes(page)
    page.on.click()
    assert went == [ReviewFormPlace(child, 2)]
    last: ReviewFormPage = show(ReviewFormPage(house, ReviewFormPlace(child, 3)))
    went = goes(last)
    last.on.click()
    assert went == [CarersPartPlace(child)]
