"""You said, and what happened: only what was on the sheet, an honest no, and nothing empty on paper."""

from datetime import date

import pytest

from carer_app.choices import HowFar, Owner, PlainQuestion, Share, TakingPart, WhoseWords
from carer_app.errors import NotFound
from carer_app.paper import pdf
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    childs_book,
    childs_kept_words,
    following_up,
    hearing_the_child,
    household,
    preparing,
    recording_the_meeting,
    reporting_back,
    you_said,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

DAY = date(2026, 3, 27)


@pytest.fixture
def meeting(vault: Vault) -> int:
    meeting: int = builders.add_meeting(vault, builders.add_child(vault), on_day=TODAY)
    said = Sitting("7_to_10")
    said.said["one_thing"] = Said(words="More science", share=Share.SHEET)
    said.said["going_well"] = Said(words="Off the sheet", share=Share.OFF)
    do(vault, childs_kept_words.keep, meeting, said, TODAY)
    do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY, "I like art.")
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    return meeting


def rows(vault: Vault, meeting: int) -> list[you_said.SaidRow]:
    found: list[you_said.SaidRow] = read(vault, you_said.said_to_the_meeting, meeting)
    return found


def test_only_what_the_child_put_on_the_sheet_is_answered(vault: Vault, meeting: int) -> None:
    assert [row.said.words for row in rows(vault, meeting)] == ["More science", "I like art."]


def test_what_was_decided_stands_beside_the_words_on_the_childs_sheet(vault: Vault, meeting: int) -> None:
    first = rows(vault, meeting)[0].id
    for field, text in (("at_the_meeting", "Everyone agreed."), ("now", "Science club"), ("who", "Mr Fox")):
        do(vault, you_said.write_what_happened, first, field, text)
    do(vault, you_said.set_by_when, first, DAY)
    sheet = read(vault, reporting_back.child_sheet, meeting)
    [answer] = sheet.answers
    assert answer.you_said.words == "More science"
    assert (answer.at_the_meeting, answer.now, answer.who, answer.by_when) == (
        "Everyone agreed.",
        "Science club",
        "Mr Fox",
        DAY,
    )
    assert [quote.words for quote in sheet.child_says] == ["I like art."]


def test_an_honest_no_says_why_and_who_will_explain_it(vault: Vault, meeting: int) -> None:
    second = rows(vault, meeting)[1].id
    do(vault, you_said.write_what_happened, second, "cannot_because", "the club is full")
    do(vault, you_said.write_what_happened, second, "ask_about_it", "Mr Fox")
    [answer] = read(vault, reporting_back.child_sheet, meeting).answers
    assert (answer.cannot_because, answer.ask_about_it) == ("the club is full", "Mr Fox")


def test_a_name_or_a_day_alone_is_no_answer(vault: Vault, meeting: int) -> None:
    first = rows(vault, meeting)[0].id
    do(vault, you_said.set_by_when, first, DAY)
    do(vault, you_said.write_what_happened, first, "who", "Mr Fox")
    assert not rows(vault, meeting)[0].is_answered
    sheet = read(vault, reporting_back.child_sheet, meeting)
    assert sheet.answers == ()
    assert len(sheet.child_says) == 2


def test_what_comes_off_the_sheet_takes_its_answer_along(vault: Vault, meeting: int) -> None:
    first = rows(vault, meeting)[0].id
    do(vault, you_said.write_what_happened, first, "now", "Science club")
    do(vault, childs_kept_words.take_off_my_sheet, first, TODAY)
    assert read(vault, reporting_back.child_sheet, meeting).answers == ()


def test_a_field_that_is_none_is_refused(vault: Vault, meeting: int) -> None:
    with pytest.raises(ValueError, match="view_id"):
        do(vault, you_said.write_what_happened, rows(vault, meeting)[0].id, "view_id", "7")


WISH = "A quiet place at lunch"


@pytest.mark.parametrize("held", [True, False])
def test_what_the_child_would_change_is_on_their_own_sheet_and_in_their_book(
    vault: Vault, held: bool
) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child, on_day=TODAY)
    do(vault, preparing.write_answer, meeting, PlainQuestion.WOULD_CHANGE, WISH)
    if held:
        do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    assert WISH in [quote.words for quote in read(vault, reporting_back.child_sheet, meeting).child_says]
    [in_book] = read(vault, childs_book.childs_book, child).meetings
    assert WISH in [quote.words for quote in in_book.said]


@pytest.mark.parametrize("whose", list(WhoseWords))
@pytest.mark.parametrize("answered", [True, False])
def test_the_childs_own_sheet_speaks_to_the_child_whoever_wrote_the_words(
    vault: Vault, whose: WhoseWords, answered: bool
) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Zuzanna"), on_day=TODAY)
    do(vault, household.set_own_name, "Sam")
    view = do(vault, hearing_the_child.add_view, meeting, whose, TODAY, "I like art.")
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    if answered:
        do(vault, you_said.write_what_happened, view, "now", "Art club")
    sheet = read(vault, reporting_back.child_sheet, meeting)
    words = text_of(pdf.make_pdf(sheet))
    assert "Zuzanna" not in words.replace("Zuzanna: what happened at the meeting", "")
    heading = "Said for you" if whose == WhoseWords.CARER_THINKS else "You said"
    assert f"{heading} “I like art.”" in words or f"{heading} I like art." in words
    assert ("Nobody has written here yet what came of this." in words) == (not answered)


@pytest.mark.parametrize(("birthday", "word"), [(date(2021, 1, 5), "talk"), (date(2016, 1, 5), "meeting")])
@pytest.mark.parametrize("held", [True, False])
def test_paper_for_the_child_calls_the_meeting_what_their_own_part_calls_it(
    vault: Vault, birthday: date, word: str, held: bool
) -> None:
    child = builders.add_child(vault, birthday=birthday)
    meeting = builders.add_meeting(vault, child, on_day=TODAY)
    sitting = Sitting(
        read(vault, childs_kept_words.room_words, meeting, TODAY).set_key, coming=TakingPart.PART
    )
    sitting.said[sitting.age_set.questions[0].key] = Said(words="A quiet place", share=Share.SHEET)
    sitting.share_all = Share.SHEET
    do(vault, childs_kept_words.keep, meeting, sitting, TODAY)
    if held:
        do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
        do(vault, preparing.write_answer, meeting, PlainQuestion.KIND_SAID, "She is kind.")
        [view] = read(vault, you_said.said_to_the_meeting, meeting)
        do(vault, you_said.write_what_happened, view.id, "at_the_meeting", "Good idea.")
    words = text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))
    assert ("meeting" in words) == (word == "meeting")
    assert ("talk" in words) == (word == "talk")
    if not held:
        said = "come and say hello." if word == "talk" else "come: for part of it."
        assert f"You said that you want to {said}" in words


def test_only_what_is_done_is_done_on_the_childs_sheet(vault: Vault, meeting: int) -> None:
    done, agreed = (
        do(
            vault,
            recording_the_meeting.add_action,
            meeting,
            NewAction(what, Owner.SCHOOL, "Mr Fox", None),
            TODAY,
        )
        for what in ("Reading group", "Science club")
    )
    do(vault, following_up.tick_off, done, TODAY)
    sheet = read(vault, reporting_back.child_sheet, meeting)
    assert [(yes.what, yes.done_on) for yes in sheet.yeses] == [
        ("Reading group", TODAY),
        ("Science club", None),
    ]
    do(vault, following_up.tick_off, agreed, TODAY)
    assert all(yes.done_on for yes in read(vault, reporting_back.child_sheet, meeting).yeses)


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("the pool is closed", "swimming. It will not happen after all: the pool is closed."),
        (" ", "swimming. It will not happen after all. You can ask why."),
    ],
)
def test_what_was_agreed_and_will_not_happen_says_so_on_the_childs_sheet(
    vault: Vault, meeting: int, why: str, told: str
) -> None:
    new = NewAction("swimming", Owner.SCHOOL, "Mr Fox", None)
    action = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    do(vault, following_up.say_how_far, action, HowFar.WILL_NOT, TODAY)
    do(vault, action_put_right.write_why_it_ended, action, TODAY, why)
    assert told in text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))
    do(vault, following_up.tick_off, action, DAY)
    words = text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))
    assert "It was done on 27 March." in words
    assert "will not happen" not in words, "what was done is done, also where it had ended"


def agree(vault: Vault, meeting: int, what: str = "Science club", who: str = "Mr Fox") -> int:
    new = NewAction(what, Owner.SCHOOL, who, DAY)
    action: int = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    return action


def on_paper(vault: Vault, meeting: int) -> str:
    return text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))


def test_what_was_agreed_because_of_it_stands_beside_the_words_with_its_end_and_only_there(
    vault: Vault, meeting: int
) -> None:
    first, action = rows(vault, meeting)[0].id, agree(vault, meeting)
    agree(vault, meeting, "Reading group")
    do(vault, you_said.set_action, first, action)
    assert rows(vault, meeting)[0].is_answered
    assert "Now Science club (Mr Fox, by 27 March)" in on_paper(vault, meeting)
    assert [yes.what for yes in read(vault, reporting_back.child_sheet, meeting).yeses] == ["Reading group"]
    do(vault, following_up.say_how_far, action, HowFar.WILL_NOT, TODAY)
    do(vault, action_put_right.write_why_it_ended, action, TODAY, "too few children came")
    do(vault, you_said.write_what_happened, first, "ask_about_it", "Miss Kay")
    told = (
        "Now Science club (Mr Fox). It will not happen after all: too few children came. "
        "You can ask Miss Kay about it."
    )
    assert told in on_paper(vault, meeting)
    do(vault, following_up.tick_off, action, DAY)
    assert "Now Science club (Mr Fox). It was done on 27 March." in on_paper(vault, meeting)
    book = text_of(pdf.make_pdf(read(vault, childs_book.childs_book, 1)))
    assert "Now Science club (Mr Fox). It was done on 27 March." in book


def test_an_action_that_was_taken_out_came_of_nothing_and_comes_back_with_undo(
    vault: Vault, meeting: int
) -> None:
    first, action = rows(vault, meeting)[0].id, agree(vault, meeting)
    do(vault, you_said.set_action, first, action)
    do(vault, following_up.remove_action, action, TODAY)
    assert not rows(vault, meeting)[0].is_answered
    assert "Science club" not in on_paper(vault, meeting)
    do(vault, following_up.bring_action_back, action)
    assert rows(vault, meeting)[0].action_id == action


def test_an_action_of_another_meeting_came_of_nothing_that_was_said_here(vault: Vault, meeting: int) -> None:
    other = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), TODAY, uid="uid-9")
    do(vault, recording_the_meeting.meeting_was_held, other, TODAY, TODAY)
    with pytest.raises(NotFound, match="no longer in your records"):
        do(vault, you_said.set_action, rows(vault, meeting)[0].id, agree(vault, other))
    assert rows(vault, meeting)[0].action is None


def test_what_is_done_in_part_is_told_to_the_child_as_that(vault: Vault, meeting: int) -> None:
    new = NewAction("Reading group", Owner.SCHOOL, "Mr Fox", DAY)
    group = do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    do(vault, following_up.say_how_far, group, HowFar.PARTLY, TODAY)
    sheet = read(vault, reporting_back.child_sheet, meeting)
    words = text_of(pdf.make_pdf(sheet))
    assert "Reading group, by 27 March. Some of it is done, since 10 March." in " ".join(words.split())
    do(vault, following_up.tick_off, group, TODAY)
    assert "Some of it" not in text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting)))


def test_what_another_meeting_agreed_or_was_put_in_later_can_have_come_of_it_too(
    vault: Vault, meeting: int
) -> None:
    first, here = rows(vault, meeting)[0].id, agree(vault, meeting)
    later = builders.add_meeting(vault, 1, DAY, uid="uid-later")
    do(vault, recording_the_meeting.meeting_was_held, later, DAY, DAY)
    new = NewAction("A science box", Owner.SCHOOL, "Mr Fox", None)
    box = do(vault, recording_the_meeting.add_action, later, new, DAY)
    assert read(vault, you_said.agreed_for_it, meeting) == [
        (here, "Science club"),
        (box, "A science box · agreed 27 March 2026"),
    ]
    do(vault, you_said.set_action, first, box)
    do(vault, following_up.say_how_far, box, HowFar.PARTLY, DAY)
    assert "Now A science box (Mr Fox). Some of it is done, since 27 March." in on_paper(vault, meeting)


def test_in_their_own_part_the_child_reads_what_came_of_what_they_kept(vault: Vault, meeting: int) -> None:
    first = rows(vault, meeting)[0].id
    do(vault, you_said.write_what_happened, first, "at_the_meeting", "Everyone agreed.")
    do(vault, you_said.set_action, first, agree(vault, meeting))
    kept = {each.words: each.happened for each in read(vault, childs_kept_words.kept_words, 1)}
    assert kept == {
        "More science": (
            "At the meeting: Everyone agreed.",
            "Mr Fox said yes to this: Science club.",
            "By 27 March.",
        ),
        "Off the sheet": (),
    }
    do(vault, childs_kept_words.take_off_my_sheet, first, TODAY)
    assert [each.happened for each in read(vault, childs_kept_words.kept_words, 1)] == [(), ()]


def test_what_came_of_the_one_thing_the_child_would_change_stands_beside_it(
    vault: Vault, meeting: int
) -> None:
    nobody_wrote = "Nobody has written here yet what came of this."
    assert read(vault, you_said.would_change, meeting) is None
    do(vault, preparing.write_answer, meeting, PlainQuestion.WOULD_CHANGE, "A quiet place at lunch.")
    for view in rows(vault, meeting):
        do(vault, you_said.write_what_happened, view.id, "now", "Yes")
    assert nobody_wrote in on_the_childs_sheet(vault, meeting)
    came = "You may eat in the library."
    do(vault, recording_the_meeting.write_school_said, meeting, PlainQuestion.CAME_OF_CHANGE, came)
    change = read(vault, you_said.would_change, meeting)
    assert (change.words, change.came) == ("A quiet place at lunch.", came)
    on_paper = on_the_childs_sheet(vault, meeting)
    assert f"One thing at school you would change: “A quiet place at lunch.” Now {came}" in on_paper
    assert nobody_wrote not in on_paper


def on_the_childs_sheet(vault: Vault, meeting: int) -> str:
    return " ".join(text_of(pdf.make_pdf(read(vault, reporting_back.child_sheet, meeting))).split())
