"""Which school a child goes to, and moving to another one."""

from datetime import date

import pytest

from carer_app.choices import Role
from carer_app.errors import NotAllowed, NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import changing_school, children, council_rules, planning, school_dates
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.new_school import name_teacher_there, new_school
from carer_app.use_cases.pep_dates import pep_due
from tests.builders import TODAY, add_child

STARTED, MOVED = date(2025, 9, 2), date(2026, 2, 23)


def facts(vault: Vault, child: int) -> ChildFacts:
    with vault.reading() as session:
        return children.child_facts(session, child, TODAY)


def name_it(vault: Vault, child: int, *names: str) -> None:
    """As somebody types: each is stored."""
    for name in names:
        with vault.work() as session:
            children.set_school(session, child, name)


def give_dates(vault: Vault, child: int) -> None:
    school = facts(vault, child).school_id
    assert school is not None
    with vault.work() as session:
        school_dates.use_example(session, school, "riverside_2025_26")


def schools(vault: Vault) -> list[str]:
    with vault.reading() as session:
        return [
            str(name)
            for (name,) in session.connection().exec_driver_sql("SELECT name FROM school ORDER BY id")
        ]


def move(vault: Vault, child: int, name: str = "Elm Park", on: date = MOVED) -> None:
    with vault.work() as session:
        changing_school.change_school(session, child, name, on, TODAY)


def test_moving_keeps_the_school_before_and_starts_the_count_again(vault: Vault) -> None:
    mia = add_child(
        vault, school="Riverside Primary", started=STARTED, came_into_care_on=date(2024, 1, 8),
        last_pep_on=date(2025, 11, 3),
    )  # fmt: skip
    give_dates(vault, mia)
    move(vault, mia)
    give_dates(vault, mia)
    now = facts(vault, mia)
    assert (now.school, now.started_school_on, now.class_name) == ("Elm Park", MOVED, "")
    with vault.reading() as session:
        due = pep_due(session, mia, TODAY)
    # 24 to 27 February, three weeks of March, and 23 March is the 20th.
    assert due.due_on == date(2026, 3, 23)
    assert "20 school days after starting at Elm Park on Monday 23 February 2026" in due.reason
    assert schools(vault) == ["Riverside Primary", "Elm Park"]


def test_a_move_can_be_taken_back(vault: Vault) -> None:
    mia = add_child(vault, school="Riverside Primary", started=STARTED)
    before = facts(vault, mia)
    move(vault, mia)
    with vault.work() as session:
        changing_school.take_back_change(session, mia)
    assert facts(vault, mia) == before
    assert schools(vault) == ["Riverside Primary"]


def test_a_move_that_never_was_cannot_be_taken_back(vault: Vault) -> None:
    mia = add_child(vault, school="Riverside Primary")
    with pytest.raises(NotFound), vault.work() as session:
        changing_school.take_back_change(session, mia)
    assert facts(vault, mia).school == "Riverside Primary"


@pytest.mark.parametrize(
    ("name", "on", "sentence"),
    [
        (" ", MOVED, "Type the name"),
        ("Riverside Primary", MOVED, "already"),
        ("Elm Park", STARTED, "must come after"),
        ("Elm Park", date(2027, 9, 1), "Check the year"),
    ],
)
def test_a_move_that_cannot_be_right_changes_nothing(
    vault: Vault, name: str, on: date, sentence: str
) -> None:
    mia = add_child(vault, school="Riverside Primary", started=STARTED)
    with pytest.raises(NotAllowed, match=sentence):
        move(vault, mia, name, on)
    assert facts(vault, mia).school == "Riverside Primary"
    assert schools(vault) == ["Riverside Primary"]


def test_correcting_a_school_name_keeps_its_dates(vault: Vault) -> None:
    mia = add_child(vault, school="Riversid")
    give_dates(vault, mia)
    name_it(vault, mia, "Riverside", "Riverside P", "Riverside Primary")
    assert facts(vault, mia).school_has_dates
    assert schools(vault) == ["Riverside Primary"]


def test_two_children_at_one_school_share_its_dates(vault: Vault) -> None:
    mia = add_child(vault, "Mia", "Riverside Primary")
    give_dates(vault, mia)
    jo = add_child(vault, "Jo", "")
    name_it(vault, jo, "River", "Riverside", "Riverside Primary")
    assert facts(vault, jo).school_id == facts(vault, mia).school_id
    assert schools(vault) == ["Riverside Primary"]


def test_naming_another_school_for_one_child_leaves_the_other_child_alone(vault: Vault) -> None:
    mia, jo = add_child(vault, "Mia", "Riverside"), add_child(vault, "Jo", "Riverside")
    name_it(vault, jo, "Riverside", "Riverside Academy")
    assert (facts(vault, mia).school, facts(vault, jo).school) == ("Riverside", "Riverside Academy")


def test_emptying_a_school_name_to_type_it_again_loses_no_dates(vault: Vault) -> None:
    mia, jo = add_child(vault, "Mia", "Elm", started=STARTED), add_child(vault, "Jo", "Ash")
    give_dates(vault, mia)
    name_it(vault, mia, "", "A", "Ash Grove")
    assert facts(vault, mia).school_has_dates
    assert facts(vault, mia).started_school_on == STARTED
    assert facts(vault, jo).school == "Ash"


def test_a_start_day_or_class_may_come_before_the_name_of_the_school(vault: Vault) -> None:
    mia, jo = add_child(vault, "Mia", ""), add_child(vault, "Jo", "")
    with vault.work() as session:
        children.set_school_start(session, mia, STARTED)
        children.set_class(session, jo, "Miss Kay’s class")
    assert facts(vault, mia).school_id != facts(vault, jo).school_id
    name_it(vault, mia, "Elm")
    assert (facts(vault, mia).school, facts(vault, mia).started_school_on) == ("Elm", STARTED)
    assert (facts(vault, jo).school, facts(vault, jo).class_name) == ("", "Miss Kay’s class")


def test_clearing_what_was_never_there_makes_no_school(vault: Vault) -> None:
    mia = add_child(vault, "Mia", "")
    with vault.work() as session:
        children.set_school(session, mia, " ")
        children.set_school_start(session, mia, None)
        children.set_class(session, mia, "")
    assert facts(vault, mia).school_id is None


SEPTEMBER = date(2026, 9, 3)
JUNE, THERE = date(2026, 6, 10), date(2026, 9, 7)


def teacher(vault: Vault, child: int, today: date) -> str:
    with vault.reading() as session:
        return children.child_facts(session, child, today).designated_teacher


def test_a_school_to_come_counts_from_its_first_day_and_not_before(vault: Vault) -> None:
    """Typed in June for September: today's school, its dates and its people stay today's."""
    mia = add_child(
        vault, school="Riverside Primary", started=STARTED, came_into_care_on=date(2024, 1, 8),
        last_pep_on=date(2025, 11, 3), council="Knowsley",
    )  # fmt: skip
    give_dates(vault, mia)
    with vault.work() as session:
        children.set_person(session, mia, Role.DESIGNATED_TEACHER, "Mr Fox")
        before = pep_due(session, mia, JUNE)
        changing_school.change_school(session, mia, "Elm Park Academy", SEPTEMBER, JUNE)
    with vault.reading() as session:
        now = children.child_facts(session, mia, JUNE)
        then = children.child_facts(session, mia, THERE)
        due = pep_due(session, mia, JUNE)
    assert (now.school, now.started_school_on) == ("Riverside Primary", STARTED)
    assert (now.school_to_come, now.school_to_come_on) == ("Elm Park Academy", SEPTEMBER)
    assert (then.school, then.started_school_on, then.school_to_come) == ("Elm Park Academy", SEPTEMBER, "")
    assert (due.due_on, due.reason) == (before.due_on, before.reason)
    assert "new_school" in [each.kind for each in due.working]
    assert (teacher(vault, mia, JUNE), teacher(vault, mia, THERE)) == ("Mr Fox", "")


def test_the_new_schools_dates_teacher_and_the_meetings_place_are_asked_for(vault: Vault) -> None:
    mia = add_child(vault, school="Riverside Primary", started=STARTED, last_pep_on=date(2025, 11, 3))
    with vault.work() as session:
        children.set_person(session, mia, Role.DESIGNATED_TEACHER, "Mr Fox")
        early = planning.plan_meeting(session, mia, "uid-1", TODAY)
        planning.set_day(session, early, date(2026, 6, 24))
        changing_school.change_school(session, mia, "Elm Park", SEPTEMBER, TODAY)
    with vault.reading() as session:
        new = new_school(session, mia, TODAY)
    assert new is not None
    assert (new.missing, new.has_begun) == (("its dates", "the designated teacher there"), False)
    assert new.counting == "From Thursday 3 September 2026 the days to the next PEP are counted again."
    with vault.work() as session:
        planning.set_day(session, early, date(2026, 9, 16))
    with vault.reading() as session:
        new = new_school(session, mia, TODAY)
    assert new is not None
    assert new.place_of == early
    assert new.place_words == (
        "The meeting on Wednesday 16 September 2026 is put down at Riverside Primary. "
        "Mia is at Elm Park then. Where will it be?"
    )
    with vault.work() as session:
        planning.set_place(session, early, "Elm Park, room 2")
        name_teacher_there(session, mia, SEPTEMBER, "Mrs Reed")
        school_dates.use_example(session, new.school_id, "riverside_2025_26")
    with vault.reading() as session:
        new = new_school(session, mia, TODAY)
    assert new is not None
    assert new.missing == ()
    assert (teacher(vault, mia, TODAY), teacher(vault, mia, THERE)) == ("Mr Fox", "Mrs Reed")


def test_where_a_move_changes_no_date_it_says_why(vault: Vault) -> None:
    """The first day at the new school before the last PEP: nothing is counted again, and that is explained."""
    mia = add_child(vault, school="Riverside Primary", started=STARTED, last_pep_on=date(2026, 3, 2))
    move(vault, mia)
    with vault.reading() as session:
        new = new_school(session, mia, TODAY)
    assert new is not None
    assert new.counting == (
        "The last PEP was on Monday 2 March 2026, and the first day there was Monday 23 February 2026. "
        "So a PEP has been held since the move, and the days are not counted again."
    )


def test_taking_a_move_back_leaves_the_teacher_of_before(vault: Vault) -> None:
    mia = add_child(vault, school="Riverside Primary", started=STARTED)
    with vault.work() as session:
        children.set_person(session, mia, Role.DESIGNATED_TEACHER, "Mr Fox")
    before = facts(vault, mia)
    move(vault, mia)
    assert teacher(vault, mia, TODAY) == ""
    with vault.work() as session:
        name_teacher_there(session, mia, MOVED, "Mrs Reed")
    assert teacher(vault, mia, TODAY) == "Mrs Reed"
    with vault.work() as session:
        changing_school.take_back_change(session, mia)
    assert facts(vault, mia) == before
    assert teacher(vault, mia, TODAY) == "Mr Fox"


def test_a_year_is_not_said_to_begin_at_a_school_she_came_to_later(vault: Vault) -> None:
    """Kent asks for a PEP at the start of Year 11; her carer was told a number of days for it.

    She came in November to a school that opens on 2 September.
    """
    mia = add_child(
        vault, council="Kent", school="Elm Park", started=date(2025, 11, 3), birthday=date(2010, 3, 1),
        came_into_care_on=date(2020, 1, 8), last_pep_on=date(2025, 6, 16),
    )  # fmt: skip
    give_dates(vault, mia)
    with vault.work() as session:
        council_rules.change_number(session, "Kent", "kent", "new_school.days", "10 school days", TODAY)
    with vault.reading() as session:
        due = pep_due(session, mia, date(2025, 11, 10))
    (stage,) = [each for each in due.working if each.kind == "key_stage"]
    assert "after starting Year 11 on Monday 1 September 2025" in stage.reason
    assert (
        "Counted with the dates of the school now. The school before may have had other days."
        in stage.uncertain
    )
