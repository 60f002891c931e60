"""What lies on the table when the child is there: nothing to be ashamed of, and nothing that only the adults need."""

from datetime import date

import pytest

from carer_app.choices import ConcernKind, HasSeen, HowFar, Owner, PlainQuestion, Share, TakingPart, WhoSays
from carer_app.paper import pdf
from carer_app.paper.content import Section
from carer_app.paper.plain import lines_of_part
from carer_app.paper.sheets.child_sheet import ChildSheet, Yes
from carer_app.paper.sheets.meeting_sheet import MeetingSheet
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    childs_kept_words,
    following_up,
    hearing_the_child,
    household,
    preparing,
    quiet_check,
    recording_the_meeting,
    reporting_back,
    showing_the_child,
    summarising,
)
from carer_app.use_cases.quiet_check import LooksFor
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import in_order, text_of


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


def sheet(vault: Vault, meeting: int) -> MeetingSheet:
    return read(vault, summarising.meeting_sheet, meeting, TODAY)  # type: ignore[no-any-return]


def hard(vault: Vault, meeting: int, see: str, ask: str = "") -> int:
    with vault.work() as session:
        concern = preparing.add_concern(session, meeting, ConcernKind.PLAYTIME)
        preparing.write_concern(session, concern, "what_we_see", see)
        preparing.write_concern(session, concern, "we_ask_for", ask)
    return concern


def test_what_stands_in_the_ehcp_and_is_not_given_is_the_first_thing_asked_for(
    vault: Vault, meeting: int
) -> None:
    hard(vault, meeting, "Tears after lunch.", "A buddy at playtime")
    do(vault, preparing.write_answer, meeting, "support.not_given", "speech and language each week")
    asks = [ask.what for ask in sheet(vault, meeting).asks]
    assert asks == ["In the EHCP, and not happening: speech and language each week", "A buddy at playtime"]
    assert not sheet(vault, meeting).more
    found = read(vault, quiet_check.suggestions, meeting, sheet(vault, meeting))
    assert LooksFor.ASK not in [each.about for each in found]


def test_the_child_is_shown_what_is_asked_because_of_the_plan_and_may_answer(
    vault: Vault, meeting: int
) -> None:
    do(vault, preparing.write_answer, meeting, "support.not_given", "speech and language")
    [shown] = read(vault, showing_the_child.what_i_wrote, meeting)
    do(vault, showing_the_child.answer, meeting, shown.item, showing_the_child.ReplyMark.RIGHT, TODAY)
    made = sheet(vault, meeting)
    assert made.asks[0].reply == "Mia: “That’s right.”"
    assert "That’s right." in lines_of_part(made, Section.ASKS)[0]
    assert "That’s right." in text_of(pdf.make_pdf(made))


def test_why_the_child_has_not_seen_it_is_on_the_carers_own_copy_only(vault: Vault, meeting: int) -> None:
    hard(vault, meeting, "Tears after lunch.")
    do(vault, preparing.write_answer, meeting, PlainQuestion.CHILD_HAS_SEEN, HasSeen.NOT_YET)
    do(vault, preparing.write_answer, meeting, PlainQuestion.NOT_SEEN_BECAUSE, "at her sister’s")
    everyone = text_of(pdf.make_pdf(sheet(vault, meeting)))
    assert "Mia has seen this: not yet" in everyone
    assert "sister" not in everyone
    assert "at her sister’s" in text_of(pdf.make_pdf(read(vault, summarising.my_sheet, meeting, TODAY)))


def test_a_thing_that_is_hard_can_be_for_the_adults_only_and_what_school_could_do_goes_with_it(
    vault: Vault, meeting: int
) -> None:
    concern = hard(vault, meeting, "Holds on to my leg at the door.", "A grown-up to meet us")
    do(vault, preparing.set_for_adults, concern, True)
    everyone = sheet(vault, meeting)
    assert not everyone.hard_now
    assert not everyone.asks
    assert read(vault, showing_the_child.what_i_wrote, meeting) == []
    adults = text_of(pdf.make_pdf(read(vault, summarising.adults_sheet, meeting, TODAY)))
    assert in_order(adults, "Holds on to my leg", "What school could do", "A grown-up to meet us")
    do(vault, preparing.set_for_adults, concern, False)
    assert sheet(vault, meeting).hard_now
    assert not read(vault, summarising.adults_sheet, meeting, TODAY).to_know


def test_no_label_on_the_sheet_names_what_is_done_to_the_child() -> None:
    from carer_app.texts.question_sets import SheetSection, themes

    labels = [
        question.label.casefold()
        for theme in themes()
        for question in theme.questions
        if question.sheet not in (SheetSection.ADULTS, SheetSection.MINE)
    ]
    assert not [
        label for label in labels if any(word in label for word in ("picked on", "left out", "bullied"))
    ]


def test_a_sheet_that_is_to_be_read_out_and_words_that_are_not_there_are_seen_before_printing(
    vault: Vault, meeting: int
) -> None:
    hard(vault, meeting, "Tears after lunch.")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WHO_SAYS_IT, "her sheet is read out")
    do(vault, preparing.write_answer, meeting, PlainQuestion.ASKED_ON, "2026-03-08")

    def found() -> list[LooksFor]:
        return [each.about for each in read(vault, quiet_check.suggestions, meeting, sheet(vault, meeting))]

    assert LooksFor.HOW_IT_IS_SAID in found()
    do(vault, hearing_the_child.add_view, meeting, "child_said", TODAY, "I like art.")
    assert LooksFor.HOW_IT_IS_SAID not in found()


def test_there_is_room_for_an_honest_no_where_the_page_has_it(vault: Vault, meeting: int) -> None:
    hard(vault, meeting, "Tears after lunch.", "A buddy at playtime")
    made = pdf.make_pdf(sheet(vault, meeting))
    assert "If not: why, and what instead?" in text_of(made)
    assert len(pdf_pages(made)) == 1


def pdf_pages(made: bytes) -> list[object]:
    from tests.paper.sheets import read as read_pdf

    return list(read_pdf(made).pages)


def test_a_child_is_never_late_and_owes_nobody_on_any_paper(vault: Vault) -> None:
    child = builders.add_child(vault)
    over = builders.add_meeting(vault, child, date(2026, 2, 9), uid="uid-over")
    builders.hold(vault, over, date(2026, 2, 9))
    new = NewAction("Try the chess club", Owner.CHILD, "", date(2026, 2, 20))
    do(vault, recording_the_meeting.add_action, over, new, TODAY)
    review = read(vault, reporting_back.actions_for_review, child, TODAY)
    mine = next(each for each in review.owed if each.who == "Mia wants to try")
    assert [action.state_line for action in mine.actions] == ["Still to come · by 20 February 2026"]
    words = text_of(pdf.make_pdf(review))
    assert "To do" not in words.split("Mia wants to try")[1].split("by 20 February")[0]
    coming = builders.add_meeting(vault, child, uid="uid-coming")
    [said] = [each for each in sheet(vault, coming).last_time if each.what == "Try the chess club"]
    assert said.mark.words == "still to come"


def test_the_review_list_counts_nothing_and_asks_what_difference_was_made(vault: Vault) -> None:
    child = builders.add_child(vault)
    over = builders.add_meeting(vault, child, date(2026, 3, 9), uid="uid-over")
    builders.hold(vault, over)
    builders.tick_first(vault, child)
    words = text_of(pdf.make_pdf(read(vault, reporting_back.actions_for_review, child, TODAY)))
    assert " of 3" not in words
    assert words.count("What difference did it make?") == 1


def test_at_the_review_nobody_asks_what_difference_was_made_by_what_will_not_happen(vault: Vault) -> None:
    child = builders.add_child(vault)
    over = builders.add_meeting(vault, child, date(2026, 3, 9), uid="uid-over")
    do(vault, recording_the_meeting.meeting_was_held, over, date(2026, 3, 9), TODAY)
    new = NewAction("Visit the works", Owner.SCHOOL, "Mr Hale", None)
    action = do(vault, recording_the_meeting.add_action, over, new, TODAY)
    do(vault, following_up.say_how_far, action, HowFar.WILL_NOT, TODAY)
    words = text_of(pdf.make_pdf(read(vault, reporting_back.actions_for_review, child, TODAY)))
    assert "What instead?" in words
    assert "What difference did it make?" not in words


def test_a_yes_that_is_done_tells_the_child_the_day_it_was_done_and_not_by_when_it_was_due() -> None:
    done = Yes("Art club", "Miss Kay", date(2026, 3, 20), done_on=date(2026, 3, 18))
    words = text_of(pdf.make_pdf(ChildSheet("Mia", after_the_meeting=True, yeses=(done,))))
    assert "Miss Kay said yes to this: Art club. It was done on 18 March." in " ".join(words.split())


def test_what_stands_on_the_table_never_says_i(vault: Vault, meeting: int) -> None:
    """Whoever reads the sheet out would be that "I"."""
    do(vault, household.set_own_name, "Sam")
    said = Sitting("7_to_10", coming=TakingPart.ALL, who=WhoSays.CARER)
    said.said["one_thing"] = Said(words="More science", share=Share.SHEET)
    do(vault, childs_kept_words.keep, meeting, said, TODAY)
    assert "Sam says it for Mia" in sheet(vault, meeting).taking_part
