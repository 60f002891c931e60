"""The child-in-care review: what goes along, only with the child's leave; that it was held; what was decided there."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carer_app.choices import Fate, NoteKind, Owner, RequestAbout, Role, Share, WhichReview
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.asked_again import Request
from carer_app.domain.child import Child
from carer_app.errors import NotAllowed
from carer_app.paper import pdf
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    after_review,
    at_the_review,
    children,
    childs_kept_words,
    following_up,
    for_home,
    last_time,
    recording_the_meeting,
    reporting_back,
    review_form_answers,
    sorting_actions,
    writing_notes,
)
from carer_app.use_cases.sorting_actions import SortedBy, WhichActions
from carer_app.use_cases.writing_notes import NewNote
from tests import builders, canaries
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

HELD = date(2026, 3, 9)


@pytest.fixture
def child(vault: Vault) -> int:
    """A child with a review tomorrow and three open actions of a meeting that was held."""
    mia = builders.add_child(vault, review_on=TODAY)
    builders.hold(vault, builders.add_meeting(vault, mia, HELD))
    return mia


def fates(vault: Vault, child: int, today: date = TODAY) -> list[Fate]:
    return [row.fate for row in read(vault, after_review.after_the_review, child, today).rows]


def was_held(vault: Vault, child: int, on: date = TODAY) -> None:
    do(vault, at_the_review.review_was_held, child, on, on)


# It was held


def test_a_review_that_was_held_is_the_last_one_and_undo_brings_everything_back(
    vault: Vault, child: int
) -> None:
    do(vault, at_the_review.name_chair, child, "Ms Okoro")
    before = read(vault, at_the_review.reviews_before, child)
    was_held(vault, child)
    facts = read(vault, at_the_review.review_facts, child, TODAY)
    assert (facts.held_on, facts.on_day, facts.chaired_by) == (TODAY, None, "")
    do(vault, at_the_review.take_back_review, before)
    facts = read(vault, at_the_review.review_facts, child, TODAY)
    assert (facts.held_on, facts.on_day, facts.chaired_by) == (None, TODAY, "Ms Okoro")
    assert read(vault, at_the_review.reviews_before, child) == before


def test_a_review_before_the_last_one_is_a_sentence_and_nothing_is_lost(vault: Vault, child: int) -> None:
    do(vault, children.set_date, child, children.ChildDate.LAST_REVIEW, date(2026, 3, 1), TODAY)
    do(vault, at_the_review.write, child, "school", "It goes well.")
    before = read(vault, at_the_review.reviews_before, child)
    with pytest.raises(
        NotAllowed, match=r"The last review was on Sunday 1 March 2026\. This day is before it\."
    ):
        do(vault, at_the_review.review_was_held, child, date(2026, 2, 27), TODAY)
    assert read(vault, at_the_review.reviews_before, child) == before
    assert read(vault, review_form_answers.answers, child) == {"school": "It goes well."}


def test_undo_brings_back_a_next_review_before_the_last_one_where_that_is_how_it_stood(
    vault: Vault, child: int
) -> None:
    """The rule is for what is typed. What stood before stands again, whatever it was."""
    last = date(2026, 3, 1)
    do(vault, children.set_date, child, children.ChildDate.REVIEW, date(2026, 2, 20), TODAY)
    do(vault, children.set_date, child, children.ChildDate.LAST_REVIEW, last, TODAY)
    before = read(vault, at_the_review.reviews_before, child)
    was_held(vault, child)
    do(vault, at_the_review.take_back_review, before)
    facts = read(vault, children.child_facts, child, TODAY)
    assert (facts.review_on, facts.last_review_on) == (date(2026, 2, 20), last)


def test_a_day_for_the_next_review_before_the_last_one_is_a_sentence_and_the_day_before_stays(
    vault: Vault, child: int
) -> None:
    do(vault, children.set_date, child, children.ChildDate.LAST_REVIEW, date(2026, 3, 1), TODAY)
    with pytest.raises(NotAllowed, match=r"The last review was on Sunday 1 March 2026\. The next one comes"):
        do(vault, children.set_date, child, children.ChildDate.REVIEW, date(2025, 3, 20), TODAY)
    assert read(vault, at_the_review.review_facts, child, TODAY).on_day == TODAY
    do(vault, children.set_date, child, children.ChildDate.REVIEW, None, TODAY)


def test_a_review_whose_day_is_with_the_childs_facts_already_can_be_written_down_too(
    vault: Vault, child: int
) -> None:
    do(vault, children.set_date, child, children.ChildDate.LAST_REVIEW, TODAY, TODAY)
    do(vault, children.set_last_review_was, child, WhichReview.FIRST)
    was_held(vault, child)
    assert len(fates(vault, child)) == 3
    assert read(vault, children.child_facts, child, TODAY).last_review_was == WhichReview.FIRST


def test_a_review_that_has_not_come_yet_was_not_held(vault: Vault, child: int) -> None:
    with pytest.raises(NotAllowed, match="That day has not come yet"):
        do(vault, at_the_review.review_was_held, child, TODAY + timedelta(days=1), TODAY)


def test_the_next_review_begins_empty(vault: Vault, child: int) -> None:
    do(vault, at_the_review.write, child, "school", "It goes well.")
    was_held(vault, child)
    assert read(vault, review_form_answers.answers, child) == {}
    assert read(vault, at_the_review.review_facts, child, TODAY).written == 0


# What was decided


def test_each_open_action_stays_ends_is_done_or_goes_to_the_next_pep(vault: Vault, child: int) -> None:
    was_held(vault, child)
    assert fates(vault, child) == [Fate.STAYS] * 3
    rows = read(vault, after_review.after_the_review, child, TODAY).rows
    for row, fate in zip(rows, (Fate.NEXT_PEP, Fate.ENDED, Fate.DONE), strict=True):
        do(vault, following_up.decide, row.id, fate, TODAY)
    assert fates(vault, child) == [Fate.NEXT_PEP, Fate.ENDED, Fate.DONE], "and none jumps away"
    do(vault, following_up.put_back, rows[0].id, rows[0].stood)
    assert fates(vault, child) == [Fate.STAYS, Fate.ENDED, Fate.DONE]


def test_what_was_moved_is_late_for_nobody_until_that_pep_was_held_and_stands_in_getting_ready_for_it(
    vault: Vault, child: int
) -> None:
    was_held(vault, child)
    late = next(row for row in read(vault, following_up.actions_of_child, child, TODAY) if row.days_late)
    do(vault, following_up.decide, late.id, Fate.NEXT_PEP, TODAY)
    later = TODAY + timedelta(days=100)
    row = next(row for row in read(vault, following_up.actions_of_child, child, later) if row.id == late.id)
    assert (row.days_late, row.waits_for_pep, row.is_open) == (0, True, True)
    coming = builders.add_meeting(vault, child, later)
    last = read(vault, last_time.last_time, coming, later)
    assert last is not None
    assert [line.state for line in last.open if line.id == late.id] == [
        "moved here at the review on 10 March"
    ]
    do(vault, recording_the_meeting.meeting_was_held, coming, later, later)
    row = next(row for row in read(vault, following_up.actions_of_child, child, later) if row.id == late.id)
    assert (row.waits_for_pep, row.days_late > 0) == (False, True)


def test_what_was_moved_and_given_a_new_day_is_late_after_that_day(vault: Vault, child: int) -> None:
    was_held(vault, child)
    row = read(vault, following_up.actions_of_child, child, TODAY)[0]
    do(vault, following_up.decide, row.id, Fate.NEXT_PEP, TODAY)
    assert read(vault, following_up.next_of_mine, TODAY) is None, "it is nobody's next thing to do"
    for other in read(vault, following_up.actions_of_child, child, TODAY):
        do(vault, following_up.decide, other.id, Fate.NEXT_PEP, TODAY)
    assert read(vault, for_home.home, TODAY).waiting == ()
    assert "was due" not in on_paper(vault, child)
    groups = read(vault, sorting_actions.sorted_actions, TODAY, WhichActions.MINE, SortedBy.DAY)
    assert [group.heading for group in groups] == ["For the next PEP"]
    do(vault, following_up.change_due, row.id, TODAY + timedelta(days=5), TODAY)
    later = read(vault, following_up.actions_of_child, child, TODAY + timedelta(days=6))
    assert [each.days_late for each in later if each.id == row.id] == [1]


def test_a_second_review_moves_it_once_more(vault: Vault, child: int) -> None:
    was_held(vault, child)
    row = read(vault, following_up.actions_of_child, child, TODAY)[0]
    do(vault, following_up.decide, row.id, Fate.NEXT_PEP, TODAY)
    pep, again = TODAY + timedelta(days=60), TODAY + timedelta(days=120)
    do(vault, recording_the_meeting.meeting_was_held, builders.add_meeting(vault, child, pep), pep, pep)
    was_held(vault, child, again)
    do(vault, following_up.decide, row.id, Fate.NEXT_PEP, again)
    assert next(
        r for r in read(vault, following_up.actions_of_child, child, again) if r.id == row.id
    ).waits_for_pep


def test_what_was_agreed_after_the_review_was_not_there(vault: Vault, child: int) -> None:
    was_held(vault, child)
    later = builders.add_meeting(vault, child, TODAY + timedelta(days=5))
    do(
        vault,
        recording_the_meeting.meeting_was_held,
        later,
        TODAY + timedelta(days=5),
        TODAY + timedelta(days=5),
    )
    new = recording_the_meeting.NewAction("Later", Owner.SCHOOL, "", None)
    do(vault, recording_the_meeting.add_action, later, new, TODAY + timedelta(days=5))
    assert len(fates(vault, child, TODAY + timedelta(days=5))) == 3


DAYS = st.integers(0, 20).map(lambda days: TODAY + timedelta(days=days))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(Fate), DAYS), max_size=12))
def test_nothing_is_lost_at_a_review_and_each_action_has_one_fate(
    vault: Vault, decided: list[tuple[int, Fate, date]]
) -> None:
    mia = builders.add_child(vault, review_on=TODAY)
    builders.hold(vault, builders.add_meeting(vault, mia, HELD))
    was_held(vault, mia)
    ids = [row.id for row in read(vault, after_review.after_the_review, mia, TODAY).rows]
    whats = {row.id: row.what for row in read(vault, following_up.actions_of_child, mia, TODAY)}
    last = dict.fromkeys(ids, Fate.STAYS)
    for which, fate, on in decided:
        do(vault, following_up.decide, ids[which], fate, on)
        last[ids[which]] = fate
    today = TODAY + timedelta(days=20)
    rows = read(vault, after_review.after_the_review, mia, today).rows
    assert {row.id: row.fate for row in rows} == last
    assert {row.id: row.what for row in rows} == whats
    with vault.reading() as session:
        for action_id in ids:
            action = session.get_one(AgreedAction, action_id)
            days = (action.done_on, action.ended_on, action.to_next_pep_on)
            assert sum(day is not None for day in days) == (last[action_id] != Fate.STAYS)


# What goes along


def kept(vault: Vault, meeting: int, words: str, share: Share) -> int:
    sitting = Sitting("11_to_16")
    sitting.said["letter"] = Said(words=words, share=share)
    do(vault, childs_kept_words.keep, meeting, sitting, TODAY)
    return read(vault, childs_kept_words.kept_for, meeting)[-1].id


def test_what_the_child_said_goes_along_only_with_their_leave_and_never_what_is_off_the_sheet(
    vault: Vault, child: int
) -> None:
    meeting = builders.add_meeting(vault, child, date(2026, 5, 6))
    on, off = kept(vault, meeting, "I like art.", Share.SHEET), kept(vault, meeting, "Secret.", Share.OFF)
    assert [row.id for row in read(vault, at_the_review.wishes, child, TODAY)] == [on]
    assert on_paper(vault, child).count("I like art.") == 0
    do(vault, at_the_review.may_be_read, child, on, True)
    assert on_paper(vault, child).count("I like art.") == 1
    with pytest.raises(NotAllowed):
        do(vault, at_the_review.may_be_read, child, off, True)
    do(vault, childs_kept_words.take_off_my_sheet, on, TODAY)
    assert "I like art." not in on_paper(vault, child), "what is taken off later is off here too"
    assert read(vault, at_the_review.review_facts, child, TODAY).written == 0, (
        "leave is no answer of the carer's"
    )


def on_paper(vault: Vault, child: int) -> str:
    sheets = (
        read(vault, reporting_back.actions_for_review, child, TODAY),
        read(vault, review_form_answers.carers_part, child, TODAY),
    )
    return " ".join(text_of(pdf.make_pdf(sheet)) for sheet in sheets)


def test_no_word_that_is_off_the_sheet_is_on_a_page_for_the_review(vault: Vault) -> None:
    household = builders.ordinary_household(vault)
    mia = household["jordan"]
    meeting = builders.add_meeting(vault, mia, date(2026, 5, 6))
    off = [kept(vault, meeting, "Canaryoff", Share.OFF), kept(vault, meeting, "Canaryunsaid", Share.NOT_SAID)]
    planted = canaries.plant(vault)
    with vault.work() as session:
        for view in off:
            at_the_review.write(
                session, mia, f"{at_the_review.LEAVE}{view}", "yes"
            )  # even where somebody wrote it
    text = on_paper(vault, mia)
    for words in ("Canaryoff", "Canaryunsaid"):
        assert words not in text
    forbidden = ("child_reply.", "concern.child_says", "note.", "answer.", "draft.")
    assert [where for word, where in planted.items() if word in text and where.startswith(forbidden)] == []


def test_what_was_asked_and_answered_goes_along_with_its_day(vault: Vault, child: int) -> None:
    with vault.work() as session:
        for about, answer in ((RequestAbout.COPY, "It comes this week."), (RequestAbout.MEETING_DATE, "")):
            session.add(
                Request(
                    child_id=child,
                    about=about,
                    rung="social_worker",
                    name="Ms Ali",
                    asked_on=TODAY,
                    answer=answer,
                )
            )
        session.add(
            Request(
                child_id=child, about="copy", rung="senco", asked_on=TODAY, left_out_because="nobody is there"
            )
        )
        session.add(Request(child_id=child, about=RequestAbout.MEETING_DATE, rung="for_you", asked_on=TODAY))
    text = on_paper(vault, child)
    assert "10 March, Ms Ali: the copy of the PEP. Answer: It comes this week." in text
    assert "10 March, Ms Ali: the date of a meeting. Answer: none yet." in text
    assert "10 March, your supervising social worker: the date of a meeting. Answer: none yet." in text
    assert "nobody is there" not in text


def test_what_was_settled_before_the_last_review_was_told_there_and_is_left_out(
    vault: Vault, child: int
) -> None:
    first, second, _third = [row.id for row in read(vault, following_up.actions_of_child, child, TODAY)]
    do(vault, following_up.tick_off, first, TODAY)
    was_held(vault, child)
    later = TODAY + timedelta(days=30)
    do(vault, following_up.tick_off, second, later)
    sheet = read(vault, reporting_back.actions_for_review, child, later)
    assert len([action for owed in sheet.owed for action in owed.actions]) == 2
    facts = read(vault, at_the_review.review_facts, child, later)
    assert (facts.open_actions, facts.settled_actions) == (1, 1)


def test_names_of_three_hundred_letters_are_kept_whole(vault: Vault, child: int) -> None:
    long = "Okoro " * 50
    do(vault, at_the_review.name_chair, child, long)
    assert read(vault, at_the_review.review_facts, child, TODAY).chaired_by == long
    assert " ".join(long.split()) in " ".join(on_paper(vault, child).split())


def test_who_is_known_to_run_reviews_is_offered_and_not_taken(vault: Vault, child: int) -> None:
    do(vault, children.set_person, child, Role.REVIEWING_OFFICER, "Ms Okoro")
    facts = read(vault, at_the_review.review_facts, child, TODAY)
    assert (facts.known_chair, facts.chaired_by) == ("Ms Okoro", "")


# The carer's own part


def test_notes_since_the_last_review_are_offered_where_they_belong_and_never_twice(
    vault: Vault, child: int
) -> None:
    do(vault, children.set_date, child, children.ChildDate.LAST_REVIEW, date(2025, 10, 1), TODAY)
    for kind, day, words in (
        (NoteKind.GOOD_NEWS, date(2026, 2, 1), "Read two books."),
        (NoteKind.GOOD_NEWS, date(2025, 9, 1), "Long ago."),
        (NoteKind.WORRY, date(2026, 2, 2), "Sleeps badly."),
    ):
        do(vault, writing_notes.add_note, child, NewNote(kind, day, words))
    page = read(vault, review_form_answers.form_page, child, 1, TODAY)
    offered = {box.id: [note.seen for note in box.notes] for box in page.boxes}
    assert offered == {
        "going_well": ["Read two books."],
        "school": [],
        "hard": ["Sleeps badly."],
        "free_time": [],
    }
    do(vault, at_the_review.write, child, "going_well", "Read two books. Swims.")
    page = read(vault, review_form_answers.form_page, child, 1, TODAY)
    assert page.boxes[0].notes == ()
    sheet = read(vault, review_form_answers.carers_part, child, TODAY)
    assert [(told.label, told.lines) for told in sheet.written] == [
        ("What is going well", ("Read two books. Swims.",))
    ]


def test_an_emptied_box_keeps_nothing(vault: Vault, child: int) -> None:
    do(vault, at_the_review.write, child, "school", "")
    do(vault, at_the_review.name_chair, child, "  ")
    with vault.reading() as session:
        assert at_the_review.coming(session, child) is None
    do(vault, at_the_review.write, child, "school", "Well")
    do(vault, at_the_review.write, child, "school", " ")
    assert read(vault, review_form_answers.answers, child) == {}


def test_the_reviews_of_a_child_are_no_others(vault: Vault, child: int) -> None:
    other = builders.add_child(vault, name="Jordan")
    do(vault, at_the_review.write, child, "school", "Well")
    assert read(vault, review_form_answers.answers, other) == {}
    assert read(vault, at_the_review.wishes, other, TODAY) == []
    with vault.reading() as session:
        assert session.get_one(Child, other).review_on is None
