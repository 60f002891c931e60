"""Getting ready for a meeting, without any screen."""

from datetime import date

import pytest

from carer_app.choices import ConcernKind, Part, PlainQuestion, Role, WhoseWords
from carer_app.errors import NotAllowed, NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    hearing_the_child,
    household,
    planning,
    preparing,
    recording_the_meeting,
)
from tests import builders
from tests.builders import TODAY


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


def begun(vault: Vault, meeting: int) -> set[Part]:
    with vault.reading() as session:
        return {row.part for row in preparing.getting_ready(session, meeting).parts if row.is_begun}


def test_a_new_meeting_has_its_parts_and_nothing_written(vault: Vault) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault), on_day=None, at=None)
    with vault.reading() as session:
        state = preparing.getting_ready(session, meeting)
    assert [row.part for row in state.parts] == list(Part)
    assert begun(vault, meeting) == set()
    assert state.next_part is not None
    assert state.next_part.words == "Tell Mia about the meeting"


def test_each_part_is_begun_once_something_is_written_in_it(vault: Vault, meeting: int) -> None:
    builders.prepare(vault, meeting)
    untouched = {Part.WHO_COMES, Part.PEOPLE, Part.DAYS, Part.SUPPORT, Part.AHEAD}
    assert begun(vault, meeting) == set(Part) - untouched


def test_what_was_taken_away_no_longer_counts_as_begun(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, TODAY, "I like art.")
        concern = preparing.add_concern(session, meeting, ConcernKind.SUBJECT)
        preparing.write_concern(session, concern, "what_we_see", "Maths is a fight.")
        question = preparing.add_question(session, meeting, "Which reading book?")
    assert begun(vault, meeting) >= {Part.CHILD_SAYS, Part.HARD_NOW, Part.QUESTIONS}
    with vault.work() as session:
        hearing_the_child.remove_view(session, view, TODAY)
        preparing.remove_concern(session, concern, TODAY)
        preparing.remove_question(session, question, TODAY)
        assert preparing.getting_ready(session, meeting).parts[1].is_begun is False
    assert begun(vault, meeting) & {Part.CHILD_SAYS, Part.HARD_NOW, Part.QUESTIONS} == set()


def test_finishing_a_part_twice_is_the_same_as_once_and_can_be_taken_back(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        preparing.finish_part(session, meeting, Part.TELL_THE_CHILD)
        preparing.finish_part(session, meeting, Part.TELL_THE_CHILD)
    with vault.reading() as session:
        state = preparing.getting_ready(session, meeting)
    assert state.parts[0].is_finished
    assert state.next_part is not None
    assert state.next_part.part == Part.CHILD_SAYS
    with vault.work() as session:
        preparing.reopen_part(session, meeting, Part.TELL_THE_CHILD)
        assert not preparing.getting_ready(session, meeting).parts[0].is_finished


def test_nothing_is_next_when_every_part_is_finished(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        for part in Part:
            preparing.finish_part(session, meeting, part)
    with vault.reading() as session:
        assert preparing.getting_ready(session, meeting).next_part is None


def test_an_answer_written_twice_is_kept_once(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        preparing.write_answer(session, meeting, PlainQuestion.READING, "Ten minutes.")
        preparing.write_answer(session, meeting, PlainQuestion.READING, "Ten minutes each evening.")
    with vault.reading() as session:
        assert preparing.answers(session, meeting, Part.LEARNING) == {
            PlainQuestion.READING: "Ten minutes each evening."
        }
        assert preparing.answers(session, meeting, Part.GOING_WELL) == {}


def test_last_time_is_the_same_childs_meeting_before_this_one(vault: Vault) -> None:
    mia, jordan = builders.add_child(vault, "Mia"), builders.add_child(vault, "Jordan")
    first = builders.add_meeting(vault, mia, date(2026, 3, 2), uid="uid-1")
    other = builders.add_meeting(vault, jordan, uid="uid-2")
    with vault.work() as session:
        preparing.write_answer(session, first, PlainQuestion.READING, "Comics.")
        preparing.write_answer(session, other, PlainQuestion.READING, "Football annuals.")
        recording_the_meeting.meeting_was_held(session, first, date(2026, 3, 2), TODAY)
    second = builders.add_meeting(vault, mia, uid="uid-3")
    assert second != first
    with vault.reading() as session:
        last = preparing.answers_last_time(session, second, Part.LEARNING)
        assert last == {PlainQuestion.READING: "Comics."}
        assert preparing.answers_last_time(session, first, Part.LEARNING) == {}


def test_a_meeting_called_off_offers_its_answers_and_an_empty_one_hides_nothing(vault: Vault) -> None:
    mia = builders.add_child(vault)
    first = builders.add_meeting(vault, mia, uid="uid-1")
    with vault.work() as session:
        preparing.write_answer(session, first, PlainQuestion.READING, "Comics.")
        planning.call_off(session, first, TODAY)
    by_mistake = builders.add_meeting(vault, mia, None, None, uid="uid-2")
    with vault.work() as session:
        planning.call_off(session, by_mistake, TODAY)
    third = builders.add_meeting(vault, mia, uid="uid-3")
    with vault.reading() as session:
        last = preparing.answers_last_time(session, third, Part.LEARNING)
    assert last == {PlainQuestion.READING: "Comics."}


def test_a_childs_words_are_kept_exactly_with_whose_words_they_are(vault: Vault, meeting: int) -> None:
    words = "  Playtime is 'orrid <b>& they run off</b> 🙂"
    with vault.work() as session:
        household.set_own_name(session, "Sam")
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, date(2026, 3, 8))
        hearing_the_child.write_view(session, view, words)
    with vault.reading() as session:
        (row,) = hearing_the_child.views(session, meeting)
    assert row.words == words
    assert row.whose_line == "Mia said this, Sam wrote it down"
    assert row.on_the_sheet
    with vault.work() as session:
        hearing_the_child.set_whose_words(session, view, WhoseWords.CARER_THINKS)
        hearing_the_child.put_on_sheet(session, view, False)
        hearing_the_child.set_said_on(session, view, date(2026, 3, 9), TODAY)
    with vault.reading() as session:
        (row,) = hearing_the_child.views(session, meeting)
    assert (row.whose_line, row.on_the_sheet, row.said_on) == ("Sam thinks", False, date(2026, 3, 9))


def test_a_child_cannot_have_said_something_tomorrow(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, TODAY)
    with pytest.raises(NotAllowed, match="has not come yet"), vault.work() as session:
        hearing_the_child.set_said_on(session, view, date(2026, 3, 11), TODAY)
    with vault.reading() as session:
        assert hearing_the_child.views(session, meeting)[0].said_on == TODAY


def test_every_way_to_say_whose_words_names_the_people_at_home(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        household.set_own_name(session, "Sam")
    with vault.reading() as session:
        lines = hearing_the_child.whose_lines(session, meeting)
    assert [*lines, WhoseWords.CHILD_CHOSE, WhoseWords.CHILD_DREW] == list(WhoseWords)
    assert lines[WhoseWords.CHILD_TYPED] == "Mia typed this"
    assert lines[WhoseWords.CARER_THINKS] == "Sam thinks"


def test_words_taken_away_are_gone_and_come_back_where_they_stood(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        first = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, TODAY, "One")
        hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, TODAY, "Two")
        hearing_the_child.remove_view(session, first, TODAY)
    with vault.reading() as session:
        assert [row.words for row in hearing_the_child.views(session, meeting)] == ["Two"]
    with vault.work() as session:
        hearing_the_child.bring_view_back(session, first)
    with vault.reading() as session:
        assert [row.words for row in hearing_the_child.views(session, meeting)] == ["One", "Two"]


def test_a_concern_keeps_its_four_boxes_apart(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        concern = preparing.add_concern(session, meeting, ConcernKind.TEACHER)
        for field in preparing.CONCERN_FIELDS:
            preparing.write_concern(session, concern, field, f"about {field}")
    with vault.reading() as session:
        (row,) = preparing.concerns(session, meeting)
    assert row.kind == ConcernKind.TEACHER
    assert [getattr(row, field) for field in preparing.CONCERN_FIELDS] == [
        f"about {field}" for field in preparing.CONCERN_FIELDS
    ]


def test_a_box_that_a_concern_does_not_have_is_refused(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        concern = preparing.add_concern(session, meeting, ConcernKind.HOME)
    with pytest.raises(ValueError, match="meeting_id"), vault.work() as session:
        preparing.write_concern(session, concern, "meeting_id", "7")


def test_questions_move_up_and_down_and_stop_at_the_edges(vault: Vault, meeting: int) -> None:
    def texts() -> list[str]:
        with vault.reading() as session:
            return [row.text for row in preparing.questions(session, meeting)]

    with vault.work() as session:
        ids = [preparing.add_question(session, meeting, text) for text in ("One", "Two", "Three")]
        preparing.move_question(session, ids[2], up=True)
    assert texts() == ["One", "Three", "Two"]
    with vault.work() as session:
        preparing.move_question(session, ids[0], up=True)
        preparing.move_question(session, ids[1], up=False)
    assert texts() == ["One", "Three", "Two"]


def test_a_question_moves_past_one_that_was_taken_away(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        ids = [preparing.add_question(session, meeting, text) for text in ("One", "Two", "Three")]
        preparing.remove_question(session, ids[1], TODAY)
        preparing.move_question(session, ids[2], up=True)
    with vault.reading() as session:
        assert [row.text for row in preparing.questions(session, meeting)] == ["Three", "One"]


def test_the_same_question_is_not_put_down_twice(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        preparing.add_question(session, meeting, "Which book?")
    with pytest.raises(NotAllowed, match="already on your list"), vault.work() as session:
        preparing.add_question(session, meeting, "Which book?")


def test_a_question_taken_away_can_be_put_down_again(vault: Vault, meeting: int) -> None:
    with vault.work() as session:
        first = preparing.add_question(session, meeting, "Which book?")
        preparing.remove_question(session, first, TODAY)
        preparing.add_question(session, meeting, "Which book?")
    with vault.reading() as session:
        assert len(preparing.questions(session, meeting)) == 1


def test_ready_questions_name_the_child(vault: Vault, meeting: int) -> None:
    with vault.reading() as session:
        bank = preparing.question_bank(session, meeting)
    lines = [line for topic in bank for line in topic.questions]
    assert lines[0] == "How is Mia doing against what is expected, and how can we help at home?"
    assert len(set(lines)) == len(lines)
    assert len({topic.title for topic in bank}) == len(bank) > 5
    assert not [line for line in lines if "{" in line]
    assert all(line.endswith("?") for line in lines)


def test_people_to_ask_are_named_where_known(vault: Vault) -> None:
    child = builders.add_child(vault)
    meeting = builders.add_meeting(vault, child)
    with vault.work() as session:
        children.set_person(session, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    with vault.reading() as session:
        assert preparing.people_to_ask(session, meeting) == ["Mr Fox", "Social worker"]


def test_a_meeting_that_is_not_there_says_so(vault: Vault) -> None:
    with pytest.raises(NotFound, match="no longer in your records"), vault.reading() as session:
        preparing.getting_ready(session, 99)
