"""Notes between meetings: kept, found again, and offered where they belong."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.choices import NoteKind, Part, PlainQuestion
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import household, preparing, writing_notes
from carer_app.use_cases.writing_notes import BELONGS, NewNote
from tests import builders
from tests.builders import TODAY, do, read


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


def note(vault: Vault, child: int, seen: str, kind: NoteKind = NoteKind.GOOD_NEWS, day: date = TODAY) -> int:
    made: int = do(vault, writing_notes.add_note, child, NewNote(kind, day, seen))
    return made


def offered(vault: Vault, meeting: int, part: Part) -> list[str]:
    return [row.seen for row in read(vault, writing_notes.notes_for, meeting, part)]


def test_the_newest_comes_first_whenever_it_was_typed(vault: Vault, child: int) -> None:
    note(vault, child, "today")
    note(vault, child, "in january", day=date(2026, 1, 5))
    assert [row.seen for row in read(vault, writing_notes.notes_of, child)] == ["today", "in january"]


def test_an_empty_note_is_no_note(vault: Vault, child: int) -> None:
    with pytest.raises(NotAllowed):
        do(vault, writing_notes.add_note, child, NewNote(NoteKind.HOME, TODAY, "  ", "\n"))
    assert read(vault, writing_notes.notes_of, child) == []


def test_what_is_taken_away_comes_back_as_it_was(vault: Vault, child: int) -> None:
    made = note(vault, child, "Read to the dog")
    before = read(vault, writing_notes.notes_of, child)
    do(vault, writing_notes.remove_note, made, TODAY)
    assert read(vault, writing_notes.notes_of, child) == []
    do(vault, writing_notes.bring_note_back, made)
    assert read(vault, writing_notes.notes_of, child) == before


def test_every_part_of_a_note_can_be_changed_and_nothing_else(vault: Vault, child: int) -> None:
    made = note(vault, child, "Read")
    for field in writing_notes.NOTE_FIELDS:
        do(vault, writing_notes.write_note, made, field, f"new {field}")
    do(vault, writing_notes.set_kind, made, NoteKind.ACHIEVEMENT)
    do(vault, writing_notes.set_day, made, date(2026, 2, 1))
    [row] = read(vault, writing_notes.notes_of, child)
    assert (row.seen, row.think, row.by) == ("new seen", "new think", "new by")
    assert (row.kind, row.on_day) == (NoteKind.ACHIEVEMENT, date(2026, 2, 1))
    with pytest.raises(ValueError, match="child_id"):
        do(vault, writing_notes.write_note, made, "child_id", "2")


def test_notes_of_two_children_never_meet(vault: Vault, child: int, meeting: int) -> None:
    other = builders.add_child(vault, "Jordan")
    note(vault, other, "Jordan swam")
    assert read(vault, writing_notes.notes_of, child) == []
    assert offered(vault, meeting, Part.GOING_WELL) == []


def test_achievements_stand_by_school_year_over_the_years(vault: Vault, child: int) -> None:
    for day, seen in ((date(2024, 8, 31), "Ten metres"), (date(2024, 9, 1), "Badge"), (TODAY, "Grade 1")):
        note(vault, child, seen, NoteKind.ACHIEVEMENT, day)
    note(vault, child, "not this one")
    years = read(vault, writing_notes.achieved, child)
    assert [(year.school_year, [row.seen for row in year.notes]) for year in years] == [
        ("2025/26", ["Grade 1"]), ("2024/25", ["Badge"]), ("2023/24", ["Ten metres"]),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "letters"), [("", ""), ("Sam", "S"), ("sam  o’Neill", "SO")])
def test_initials_come_from_the_carers_own_name(vault: Vault, name: str, letters: str) -> None:
    do(vault, household.set_own_name, name)
    assert read(vault, writing_notes.initials) == letters


def test_every_kind_belongs_somewhere_and_to_parts_that_are_prepared() -> None:
    assert set(BELONGS) == set(NoteKind)
    assert all(parts and set(parts) <= set(Part) for parts in BELONGS.values())


@settings(max_examples=15, deadline=None)
@given(kind=st.sampled_from(NoteKind), part=st.sampled_from(Part), days=st.integers(-400, 400))
def test_a_note_is_offered_exactly_where_it_belongs_since_the_last_meeting(
    kind: NoteKind, part: Part, days: int
) -> None:
    with builders.new_vault_each_time() as vault:
        child = builders.add_child(vault)
        held = builders.add_meeting(vault, child, date(2025, 9, 10), uid="uid-0")
        builders.hold(vault, held, date(2025, 9, 10))
        meeting = builders.add_meeting(vault, child)
        day = date(2025, 9, 10) + timedelta(days=days)
        note(vault, child, "A small thing", kind, day)
        expected = part in BELONGS[kind] and day > date(2025, 9, 10)
        assert bool(offered(vault, meeting, part)) is expected


def test_before_the_first_meeting_a_year_of_notes_is_offered(vault: Vault, child: int, meeting: int) -> None:
    note(vault, child, "long ago", day=date(2025, 3, 18))
    note(vault, child, "a year", day=date(2025, 3, 19))
    assert offered(vault, meeting, Part.GOING_WELL) == ["a year"]


def test_what_is_used_is_not_offered_twice(vault: Vault, child: int, meeting: int) -> None:
    note(vault, child, "Read to the dog")
    do(
        vault,
        preparing.write_answer,
        meeting,
        PlainQuestion.WELL_AT_HOME,
        "On Sunday: Read to the dog, all of it",
    )
    assert offered(vault, meeting, Part.GOING_WELL) == []
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, "")
    assert offered(vault, meeting, Part.GOING_WELL) == ["Read to the dog"]


def test_a_note_that_was_used_and_reworded_is_not_offered_again(
    vault: Vault, child: int, meeting: int
) -> None:
    made = note(vault, child, "Read to the dog")
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, "Read to the dog")
    do(vault, writing_notes.use_note, meeting, made, PlainQuestion.WELL_AT_HOME)
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, "She reads aloud on Sundays.")
    assert offered(vault, meeting, Part.GOING_WELL) == []
    do(vault, preparing.write_answer, meeting, PlainQuestion.WELL_AT_HOME, " ")
    assert offered(vault, meeting, Part.GOING_WELL) == ["Read to the dog"]


def test_a_worry_that_became_what_is_hard_and_was_reworded_is_not_offered_again(
    vault: Vault, child: int, meeting: int
) -> None:
    made = note(vault, child, "Cried on the stairs", NoteKind.WORRY)
    concern = do(vault, writing_notes.add_as_concern, meeting, made)
    do(vault, preparing.write_concern, concern, "what_we_see", "Is upset before school")
    assert offered(vault, meeting, Part.HARD_NOW) == []
    do(vault, preparing.remove_concern, concern, TODAY)
    assert offered(vault, meeting, Part.HARD_NOW) == ["Cried on the stairs"]


def test_a_worry_becomes_what_is_hard_with_facts_and_thoughts_apart(
    vault: Vault, child: int, meeting: int
) -> None:
    made = do(
        vault,
        writing_notes.add_note,
        child,
        NewNote(NoteKind.WORRY, TODAY, "Cried on the stairs", "It is the noise"),
    )
    do(vault, writing_notes.add_as_concern, meeting, made)
    [row] = read(vault, preparing.concerns, meeting)
    assert (row.what_we_see, row.we_think) == ("Cried on the stairs", "It is the noise")
    assert offered(vault, meeting, Part.HARD_NOW) == []
