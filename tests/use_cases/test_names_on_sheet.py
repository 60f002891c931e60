"""Names on the sheet: found before printing, then kept, shortened, or taken out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.choices import ConcernKind, OnPaper, Owner, PlainQuestion, Role, WhoseWords
from carer_app.paper.content import Mark
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    hearing_the_child,
    names_on_sheet,
    preparing,
    recording_the_meeting,
    summarising,
)
from carer_app.use_cases.names_on_sheet import names_in
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    return builders.add_meeting(vault, child)


def found(vault: Vault, meeting: int) -> dict[str, str]:
    with vault.reading() as session:
        sheet = summarising.whole_sheet(session, meeting, TODAY)
        return {row.name: row.who for row in names_on_sheet.names_on_sheet(session, meeting, sheet)}


def printed(vault: Vault, meeting: int) -> str:
    with vault.reading() as session:
        return repr(summarising.meeting_sheet(session, meeting, TODAY))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jayden hits me at playtime. Mr Brown says I am rude.", ["Jayden", "Mr Brown"]),
        ("Playtime is hard. They run off.", []),
        ("Loves art with Miss Kay and Zoë’s dog.", ["Miss Kay", "Zoë"]),
        ("Struggles on Mondays in English. Trampolining at Cubs in December.", []),
        ("Sam took it. So did Rosie.", ["Sam", "Rosie"]),
        ("Cries when Aisha-Mae isn't there. “Tyler is mean.” Ms O’Brien.", ["Aisha-Mae", "Tyler", "Ms O’Brien"]),
        ("GCSEs in RE and PE, an EHCP, TAs and SATs", []),
        ("jayden took it", []),
        ("Comes home crying. Wants to stop. Likes Ms Patel-Jones", ["Ms Patel-Jones"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_told_from_common_words(text: str, names: list[str]) -> None:
    assert list(names_in(text)) == names


@given(st.text())
def test_whatever_is_typed_every_name_found_stands_in_it(text: str) -> None:
    assert all(name in text for name in names_in(text))


def test_names_are_found_in_every_part_but_not_the_childs_the_carers_or_the_schools(
    vault: Vault, meeting: int
) -> None:
    builders.prepare(vault, meeting)
    concern = do(vault, preparing.add_concern, meeting, ConcernKind.TEACHER)
    do(vault, preparing.write_concern, concern, "what_we_see", "Mia says Mr Brown shouts. Riverside knows.")
    do(vault, preparing.write_concern, concern, "child_says", "Tyler laughs at me")
    do(vault, preparing.write_concern, concern, "we_ask_for", "Ms Ali to ring us")
    assert found(vault, meeting) == {
        "Miss Kay": "", "Mr Brown": "", "Tyler": "", "Ms Ali": Role.SOCIAL_WORKER.words,
    }  # fmt: skip


def test_a_name_is_kept_until_the_carer_says_otherwise(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Plays with Jayden.")
    assert "Plays with Jayden." in printed(vault, meeting)
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.INITIAL)
    assert "what='Plays with J.'" in printed(vault, meeting)
    assert "Jayden" not in printed(vault, meeting)
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.KEEP)
    assert "Plays with Jayden." in printed(vault, meeting)


def test_taken_out_leaves_a_sign_and_the_rest_of_the_sentence(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Plays with Jayden at lunch.")
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.TAKE_OUT)
    assert "Plays with […] at lunch." in printed(vault, meeting)


def test_in_the_childs_own_words_a_change_can_be_seen(vault: Vault, meeting: int) -> None:
    do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_TYPED, date(2026, 3, 8), "Jayden hits me")
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.INITIAL)
    assert "[J.] hits me" in printed(vault, meeting)


def test_a_name_inside_a_longer_word_is_left_alone(vault: Vault, meeting: int) -> None:
    written = "Sat with Ann and Annabel. Mr Brown came. Brown bread."
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, written)
    do(vault, names_on_sheet.choose, meeting, "Ann", OnPaper.INITIAL)
    do(vault, names_on_sheet.choose, meeting, "Mr Brown", OnPaper.INITIAL)
    assert "Sat with A. and Annabel. Mr B. came. Brown bread." in printed(vault, meeting)


def test_my_own_copy_has_every_name(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Plays with Jayden.")
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.TAKE_OUT)
    with vault.reading() as session:
        assert "Jayden" in repr(summarising.my_sheet(session, meeting, TODAY))


def test_a_name_that_was_chosen_once_stays_off_wherever_it_is_written_later(
    vault: Vault, meeting: int
) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_SCHOOL, "Plays with Jayden.")
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.TAKE_OUT)
    do(vault, preparing.add_question, meeting, "Can Jayden sit elsewhere?")
    assert "Jayden" not in printed(vault, meeting)


def test_names_are_found_in_last_times_actions_and_in_how_the_child_takes_part(vault: Vault) -> None:
    child = builders.add_child(vault)
    before = builders.add_meeting(vault, child, date(2025, 9, 17), uid="uid-0")
    do(vault, recording_the_meeting.meeting_was_held, before, date(2025, 9, 17), TODAY)
    new = NewAction("Move Jayden to another table", Owner.SCHOOL, "Mr Fox", None)
    do(vault, recording_the_meeting.add_action, before, new, TODAY)
    meeting = builders.add_meeting(vault, child)
    do(vault, preparing.write_answer, meeting, PlainQuestion.WHAT_HELPS_THERE, "sitting with Tyler")
    assert set(found(vault, meeting)) == {"Jayden", "Tyler"}
    do(vault, names_on_sheet.choose, meeting, "Jayden", OnPaper.INITIAL)
    do(vault, names_on_sheet.choose, meeting, "Tyler", OnPaper.TAKE_OUT)
    with vault.reading() as session:
        sheet = summarising.meeting_sheet(session, meeting, TODAY)
    [action] = sheet.last_time
    assert (action.what, action.who, action.mark) == ("Move J. to another table", "Mr Fox", Mark.OPEN)
    assert isinstance(action.mark, Mark)
    assert "sitting with […]" in sheet.opening_lines()[-1]
