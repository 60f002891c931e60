"""Three hundred letters as an action, a name, who chairs, an answer: kept whole, shown whole, and whole on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from carer_app.choices import Fate, HowAsked, Owner, RequestAbout
from carer_app.paper.content import Sheet
from carer_app.paper.pdf import make_pdf
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_history,
    action_put_right,
    asking_again,
    asking_on_paper,
    at_the_review,
    following_up,
    reporting_back,
    review_form_answers,
    writing_requests,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.recording_the_meeting import NewAction, add_action
from tests import builders
from tests.builders import TODAY, do
from tests.paper.sheets import read, text_of
from tests.ui.audit import audit, settle
from tests.ui.preparing_pages import open_everything
from ui.actions.actions import ActionsPage
from ui.after_meeting.after_meeting import AfterMeetingPage
from ui.after_meeting.help_agreed import HelpAgreedPage
from ui.asking.ask_again import AskAgainPage
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Actions, AfterMeeting, AfterReview, AskAgain, CareReviewPlace, HelpAgreed, Place
from ui.care_review.after_review import AfterReviewPage
from ui.care_review.care_review import CareReviewPage
from ui.look import theme

Show = Callable[[Any], Any]
MOST_PAGES = 3


def long(begins: str) -> str:
    """So many letters, in words of which one is longer than a line."""
    words = f"{begins} is Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and "
    return (words * 10)[:299] + "."


WHAT, WHO, CHAIR, ANSWER, LEFT, WHY, HOME = (
    long(each) for each in ("What", "Who", "Chair", "Answer", "Left", "Why", "Home")
)


@dataclass(frozen=True)
class Kept:
    child: int
    meeting: int
    action: int

    @property
    def matter(self) -> Matter:
        """Ask again about the action."""
        return Matter(self.child, RequestAbout.ACTION, self.action)


@pytest.fixture
def kept(vault: Vault) -> Kept:
    child = builders.add_child(vault, review_on=TODAY)
    meeting = builders.add_meeting(vault, child, TODAY - timedelta(days=1))
    builders.hold(vault, meeting)
    new = NewAction(WHAT, Owner.SCHOOL, WHO, TODAY - timedelta(days=1))
    action = do(vault, add_action, meeting, new, TODAY)
    for write in (action_put_right.write_why, action_put_right.write_how_we_know):
        do(vault, write, action, TODAY, WHY)
    do(vault, action_put_right.write_at_home, action, TODAY, HOME)
    do(vault, at_the_review.name_chair, child, CHAIR)
    do(vault, at_the_review.write, child, "school", WHY)
    all_of = Kept(child, meeting, action)
    do(vault, writing_requests.left_out, all_of.matter, "first", WHO, LEFT, TODAY)
    request = do(vault, writing_requests.asked, all_of.matter, "teacher", WHO, HowAsked.EMAIL, TODAY, TODAY)
    do(vault, writing_requests.answered, request, ANSWER, TODAY, TODAY)
    return all_of


def test_all_of_it_is_kept_to_the_last_letter(vault: Vault, kept: Kept) -> None:
    assert {len(each) for each in (WHAT, WHO, CHAIR, ANSWER, LEFT, WHY, HOME)} == {300}
    [row] = [
        each
        for each in builders.read(vault, following_up.actions_of_child, kept.child, TODAY)
        if each.id == kept.action
    ]
    assert (row.what, row.owner_name, row.why, row.how_we_know, row.at_home) == (WHAT, WHO, WHY, WHY, HOME)
    assert builders.read(vault, at_the_review.review_facts, kept.child, TODAY).chaired_by == CHAIR
    asked, left = builders.read(vault, asking_again.ask_again, kept.matter, TODAY).history
    assert (asked.who, asked.answer, left.left_out_because) == (WHO, ANSWER, LEFT)
    told = "\n".join(each.words for each in builders.read(vault, action_history.changes_of, kept.action))
    assert HOME in told


PAGES: tuple[tuple[type[Page], Callable[[Kept], Place]], ...] = (
    (ActionsPage, lambda _kept: Actions()),
    (AfterMeetingPage, lambda kept: AfterMeeting(kept.meeting)),
    (HelpAgreedPage, lambda kept: HelpAgreed(kept.meeting)),
    (AskAgainPage, lambda kept: AskAgain(kept.child, RequestAbout.ACTION, kept.action)),
    (CareReviewPage, lambda kept: CareReviewPlace(kept.child)),
    (AfterReviewPage, lambda kept: AfterReview(kept.child)),
)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize(("made", "place"), PAGES, ids=[made.__name__ for made, _place in PAGES])
def test_no_page_cuts_it_or_grows_sideways(
    qapp: QApplication,
    house: House,
    show: Show,
    kept: Kept,
    made: Any,
    place: Callable[[Kept], Place],
    scale: int,
) -> None:
    theme.apply(qapp, theme.Look("light", scale))
    try:
        page = show(made(house, place(kept)))
        if isinstance(page, AfterReviewPage):
            page.as_planned.click()
            page.rows.row(kept.action).fate.row(Fate.ENDED).click()
        if isinstance(page, ActionsPage | AfterMeetingPage):
            for rows in page.action_rows():
                if kept.action in rows.ids():
                    rows.row(kept.action).change.click()
        if isinstance(page, AskAgainPage):
            for request in page.history.ids():
                page.history.row(request).open()
        open_everything(page)
        settle()
        assert audit(page) == []
    finally:
        theme.apply(qapp, theme.Look())


SHEETS: tuple[tuple[Callable[..., Sheet], Callable[[Kept], tuple[Any, ...]], tuple[str, ...]], ...] = (
    (reporting_back.actions_for_review, lambda kept: (kept.child, TODAY), (WHAT, CHAIR)),
    (asking_on_paper.in_turn_sheet, lambda kept: (kept.matter,), ()),
    (review_form_answers.carers_part, lambda kept: (kept.child, TODAY), (WHY,)),
    (reporting_back.child_sheet, lambda kept: (kept.meeting,), (WHAT,)),
)


@pytest.mark.parametrize(("fill", "about", "words"), SHEETS, ids=[fill.__name__ for fill, *_rest in SHEETS])
def test_it_is_whole_on_paper_and_the_sheet_stays_short(
    vault: Vault,
    kept: Kept,
    fill: Callable[..., Sheet],
    about: Callable[[Kept], tuple[Any, ...]],
    words: tuple[str, ...],
) -> None:
    pdf = make_pdf(builders.read(vault, fill, *about(kept)))
    printed = "".join(text_of(pdf).replace("\u00ad", "").split())
    for each in words:
        assert "".join(each.split()).rstrip(".") in printed
    assert len(read(pdf).pages) <= MOST_PAGES
