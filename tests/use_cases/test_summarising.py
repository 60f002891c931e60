"""From what is stored to what goes on each sheet."""

from datetime import date

import pytest

from carer_app.choices import Coming, ConcernKind, HasSeen, Owner, PlainQuestion, Role, WhoseWords
from carer_app.paper.content import Mark, Section
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    following_up,
    hearing_the_child,
    household,
    planning,
    preparing,
    recording_the_meeting,
    reporting_back,
    summarising,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault, birthday=date(2016, 5, 2))


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


def test_what_is_empty_is_left_off_and_never_counted(vault: Vault, meeting: int) -> None:
    do(vault, preparing.add_concern, meeting, "children")
    do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY)
    do(vault, preparing.add_question, meeting, "  ")
    assert read(vault, summarising.meeting_sheet, meeting, TODAY).sections() == ()


def test_everything_written_comes_in_the_order_of_the_skeleton(vault: Vault, meeting: int) -> None:
    builders.prepare(vault, meeting)
    sheet = read(vault, summarising.meeting_sheet, meeting, TODAY)
    assert sheet.sections() == (
        Section.CHILD_SAYS, Section.GOING_WELL, Section.HARD_NOW, Section.ASKS, Section.AT_HOME, Section.QUESTIONS,
    )  # fmt: skip
    assert [(quote.words, quote.whose) for quote in sheet.child_says] == [
        ("Playtime is hard. They run off.", "Mia said this, the foster carer wrote it down"),
        ("I like art with Miss Kay.", "Mia typed this"),
    ]
    assert (sheet.asks[0].what, sheet.asks[0].who) == ("A buddy at playtime.", "Mr Fox")


def test_the_child_decides_which_words_go_on_the_sheet(vault: Vault, meeting: int) -> None:
    view = do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY, "Only for Sam")
    do(vault, hearing_the_child.put_on_sheet, view, False)
    assert read(vault, summarising.meeting_sheet, meeting, TODAY).child_says == ()
    assert read(vault, reporting_back.child_sheet, meeting).child_says == ()


def test_a_child_who_chose_not_to_add_words_is_said_so_kindly(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.ASKED_ON, "2026-03-08")
    sheet = read(vault, summarising.meeting_sheet, meeting, TODAY)
    assert sheet.no_words_line == "Asked on 8 March. Mia chose not to add words this time."


def test_the_opening_lines_say_when_who_and_whether_the_child_has_seen_it(vault: Vault, meeting: int) -> None:
    do(vault, household.set_own_name, "Sam")
    do(vault, preparing.write_answer, meeting, PlainQuestion.CHILD_HAS_SEEN, HasSeen.SOME)
    do(vault, preparing.write_answer, meeting, PlainQuestion.TAKING_PART, "part")
    assert read(vault, summarising.meeting_sheet, meeting, TODAY).opening_lines() == (
        "Wednesday 18 March 2026, 2.00pm · Riverside Primary, Year 5",
        "Written by Sam (foster carer) on 10 March · Mia has seen this: some of it",
        "How Mia will take part: for part of it",
    )


def test_only_my_own_sheet_has_the_three_things_and_who_comes(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.THREE_THINGS, "One\n\nTwo\nThree\nFour")
    do(vault, planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    away = do(vault, planning.add_attendee, meeting, "Mr Fox", Role.DESIGNATED_TEACHER)
    do(vault, planning.set_coming, away, Coming.NO)
    do(vault, planning.suggest_attendees, meeting)
    do(vault, household.set_own_name, "Sam")
    mine = read(vault, summarising.my_sheet, meeting, TODAY)
    assert mine.things_to_say == ("One", "Two", "Three")
    assert mine.who_comes == ("Ms Ali (social worker)", "Mia", "Sam")
    assert "One" not in repr(read(vault, summarising.meeting_sheet, meeting, TODAY))


def test_from_last_time_has_the_last_meetings_actions_and_older_ones_still_open(
    vault: Vault, child: int
) -> None:
    for held, actions in (
        (date(2025, 3, 3), ("old and done", "old and open")),
        (date(2025, 9, 9), ("newer and done", "newer and late")),
    ):
        earlier = builders.add_meeting(vault, child, held, uid=str(held))
        do(vault, recording_the_meeting.meeting_was_held, earlier, held, TODAY)
        for what in actions:
            due = date(2026, 3, 1) if "late" in what else None
            new = NewAction(what, Owner.ME, "", due)
            action = do(vault, recording_the_meeting.add_action, earlier, new, TODAY)
            if "done" in what:
                do(vault, following_up.tick_off, action, TODAY)
    meeting = builders.add_meeting(vault, child, uid="coming")
    do(vault, recording_the_meeting.add_action, meeting, NewAction("of this one", Owner.ME, "", None), TODAY)
    sheet = read(vault, summarising.meeting_sheet, meeting, TODAY)
    assert [(last.what, last.mark, last.who) for last in sheet.last_time] == [
        ("old and open", Mark.OPEN, "Foster carer"),
        ("newer and done", Mark.DONE, "Foster carer"),
        ("newer and late", Mark.LATE, "Foster carer"),
    ]


def test_before_the_meeting_the_childs_sheet_has_what_happens_next_and_no_actions(
    vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    sheet = read(vault, reporting_back.child_sheet, meeting)
    assert not sheet.after_the_meeting
    assert sheet.yeses == ()
    assert "You said that you want to come: for part of it." in sheet.happens_next


def test_the_child_can_ask_the_carer_first(vault: Vault, child: int, meeting: int) -> None:
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    do(vault, household.set_own_name, "Sam")
    assert read(vault, reporting_back.child_sheet, meeting).people_to_ask == ("Sam", "Ms Ali")


def test_on_the_childs_sheet_nobody_is_called_me_but_the_child_is_you(vault: Vault, meeting: int) -> None:
    do(vault, household.set_own_name, "Sam")
    do(vault, recording_the_meeting.meeting_was_held, meeting, TODAY, TODAY)
    for owner, name in (
        (Owner.ME, ""),
        (Owner.CHILD, "Mia"),
        (Owner.SCHOOL, "Mr Fox"),
        (Owner.SOCIAL_WORKER, ""),
    ):
        new = NewAction(f"By {owner}", owner, name, None)
        do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    sheet = read(vault, reporting_back.child_sheet, meeting)
    assert [yes.who for yes in sheet.yeses] == ["Sam", "You", "Mr Fox", "Social worker"]


def test_the_childs_sheet_never_shows_what_adults_wrote_about_the_child(vault: Vault, meeting: int) -> None:
    builders.prepare(vault, meeting)
    builders.hold(vault, meeting)
    for question in recording_the_meeting.SCHOOL_SAID:
        do(vault, recording_the_meeting.write_school_said, meeting, question, f"Adults said {question}")
    printed = repr(read(vault, reporting_back.child_sheet, meeting))
    assert "In tears after lunch" not in printed
    assert [each for each in recording_the_meeting.SCHOOL_SAID if f"Adults said {each}'" in printed] == [
        PlainQuestion.KIND_SAID
    ]


def test_the_review_list_says_by_who_what_is_done_open_and_late(
    vault: Vault, child: int, meeting: int
) -> None:
    builders.hold(vault, meeting)
    do(vault, children.set_date, child, children.ChildDate.REVIEW, date(2026, 4, 22), TODAY)
    do(vault, household.set_own_name, "Sam")
    with vault.reading() as session:
        ids = {row.what: row.id for row in following_up.actions_of_child(session, child, TODAY)}
    do(vault, following_up.tick_off, ids["Start a reading group"], TODAY)
    review = read(vault, reporting_back.actions_for_review, child, TODAY)
    found = {owed.who: [(action.what, action.mark_words) for action in owed.actions] for owed in review.owed}
    assert found == {
        "Sam (foster carer)": [("Ask about a place at swimming", "Late by 1 day")],
        "Ms Ali": [("Send the PEP copy", "To do")],
        "Mr Fox": [("Start a reading group", "Done on 10 March 2026")],
    }
    assert (review.review_on, review.meeting_on) == (date(2026, 4, 22), date(2026, 3, 9))


@pytest.mark.parametrize(
    ("there", "printed"), [("", True), ("no", True), ("yes", False), ("not_sure", False)]
)
def test_what_comes_from_home_is_not_for_family_to_read(
    vault: Vault, meeting: int, there: str, printed: bool
) -> None:
    concern = do(vault, preparing.add_concern, meeting, ConcernKind.HOME)
    do(vault, preparing.write_concern, concern, "what_we_see", "Quiet on Mondays after family time.")
    do(vault, preparing.write_concern, concern, "we_ask_for", "No tests on Mondays.")
    do(vault, preparing.write_answer, meeting, PlainQuestion.FAMILY_THERE, there)
    for use_case in (summarising.meeting_sheet, summarising.my_sheet):
        sheet = repr(read(vault, use_case, meeting, TODAY))
        assert ("Quiet on Mondays" in sheet, "No tests" in sheet) == (printed, printed)
    left_off = read(vault, summarising.left_off_for_family, meeting)
    assert left_off == (() if printed else ("Something at home that shows at school",))
