"""The copy beside what the carer wrote: what differs, what one has alone, what is the same; nothing by itself."""

from datetime import date

import pytest

from carer_app.choices import Owner
from carer_app.jobs.copy_against_record import most_alike
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, comparing_copy, following_up, household, recording_the_meeting
from carer_app.use_cases.comparing_copy import ComparedRow, CopyAction
from carer_app.use_cases.copy_alike import is_the_same_person, says_the_same_much
from carer_app.use_cases.copy_worded import says_the_same
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read

HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    """Held on 9 March: a reading group (Mr Fox, 20 March), swimming (me, 9 March), the copy (Ms Ali, no day)."""
    meeting: int = builders.ordinary_household(vault)["over"]
    return meeting


def rows(vault: Vault, meeting: int, *found: CopyAction) -> dict[str, list[ComparedRow]]:
    known = read(vault, comparing_copy.to_compare, meeting, TODAY)
    compared = read(vault, comparing_copy.compared, meeting, found, most_alike(known.own, found), TODAY)
    by_kind: dict[str, list[ComparedRow]] = {}
    for row in compared:
        by_kind.setdefault(row.how, []).append(row)
    return by_kind


SAME = (
    CopyAction("Start the reading group", "Mr Fox", "20/03/2026", 2),
    CopyAction("Carer will ask about a place at swimming", "Foster carer", "9 March 2026", 2),
    CopyAction("Send the PEP copy", "Social worker", "", 3),
)


def test_the_same_in_other_words_is_the_same(vault: Vault, meeting: int) -> None:
    assert [row.how for group in rows(vault, meeting, *SAME).values() for row in group] == ["same"] * 3


def test_another_day_and_another_person_are_said_with_both(vault: Vault, meeting: int) -> None:
    found = (
        CopyAction("Start a reading group", "Mrs Hill", "27 March 2026", 1),
        CopyAction("Ask about a place at swimming", "Social worker", "", 1),
        CopyAction("Send the PEP copy", "Ms Ali", "1 May 2026", 1),
    )
    first, swimming, copy = rows(vault, meeting, *found)["differs"]
    assert first.differs == (
        "The copy says by Friday 27 March 2026. You wrote Friday 20 March 2026.",
        "The copy says: Mrs Hill. You wrote: Mr Fox.",
    )
    assert first.day == date(2026, 3, 27)
    assert swimming.differs[0] == "The copy has no day. You wrote Monday 9 March 2026."
    assert swimming.differs[1].startswith("The copy says: Social worker.")
    assert copy.differs == ("The copy says by Friday 1 May 2026. You wrote no day.",)


@pytest.mark.parametrize(
    "when",
    ["End of April", "Ongoing", "by Easter", "next term", "Term 5", "w/c 16 March", "20 March 2025", "by 1 March",
     "20 March or 27 March"],
)  # fmt: skip
def test_a_time_in_other_words_is_a_difference_and_stands_as_it_is(
    vault: Vault, meeting: int, when: str
) -> None:
    found = CopyAction("Start a reading group", "Mr Fox", when, 1)
    (row,) = rows(vault, meeting, found)["differs"]
    assert row.differs == (f"The copy says by when: {when}. You wrote Friday 20 March 2026.",)
    assert row.day is None


@pytest.mark.parametrize("when", ["", "-", "–", "n/a", "TBC", "To be confirmed"])
def test_a_day_that_the_copy_has_not_is_a_difference(vault: Vault, meeting: int, when: str) -> None:
    found = CopyAction("Start a reading group", "Mr Fox", when, 1)
    (row,) = rows(vault, meeting, found)["differs"]
    assert row.differs == ("The copy has no day. You wrote Friday 20 March 2026.",)
    for what in (
        "Start a reading group by 20 March",
        "By 20/3: start a reading group",
        "Start a reading group 20th Mar",
    ):
        assert "differs" not in rows(vault, meeting, CopyAction(what, "Mr Fox", when, 1)), what
    assert "differs" in rows(
        vault, meeting, CopyAction("Start a reading group by 27 March", "Mr Fox", when, 1)
    )


@pytest.mark.parametrize("when", ["by 20 March", "By the 20th March 2026", "due by 20/3/26"])
def test_my_own_day_behind_by_is_no_difference(vault: Vault, meeting: int, when: str) -> None:
    found = CopyAction("Start a reading group", "Mr Fox", when, 1)
    assert "differs" not in rows(vault, meeting, found)


@pytest.mark.parametrize(
    ("mine", "copy", "is_same"),
    [
        ("Miss Kay", "Miss Hall", False),
        ("Mrs Ali", "Mrs Brown", False),
        ("Ms Ali", "Ms Alison", False),
        ("Anna Hall", "Anna Brown", False),
        ("Mr Fox", "Mr Fox and Ms Ali", False),
        ("Mr Fox", "Mr Fox, Ms Ali", False),
        ("Miss Kay", "J. Kay (class teacher)", True),
        ("Jo Kay", "Miss Kay", True),
        ("Jo Kay", "T Kay", False),
        ("Miss Kay", "Class teacher", True),
        ("", "Mrs Brown", False),
        ("", "Mrs Brown (DT)", True),
        ("Mr Fox", "Mrs Fox", False),
        ("Mr Fox", "Fox", True),
        ("Mr Fox", "Mr J. Fox (teacher)", True),
    ],
)
def test_a_title_alone_is_no_name_another_title_is_another_person_and_nobody_else_is_named(
    mine: str, copy: str, is_same: bool
) -> None:
    assert is_the_same_person(Owner.SCHOOL, mine, copy) is is_same


@pytest.mark.parametrize(
    ("mine", "copy"),
    [
        ("Read with Mia for 20 minutes each day", "Read with Mia for 10 minutes each week"),
        ("Read with Mia for 20 minutes each day", "Read with Mia for 20 minutes each week"),
        ("Mia stays in the nurture group", "Mia no longer stays in the nurture group"),
        ("The tutor comes on Fridays", "The tutor doesn’t come on Fridays"),
        ("Mia goes to the club", "Mia stops going to the club"),
        ("Buy 3 books for Mia", "Buy books for Mia"),
        ("School will stop the morning lessons", "School will not stop the morning lessons"),
        ("School will stop the morning lessons", "School will go on with the morning lessons"),
        ("Increase lessons with the tutor", "Reduce lessons with the tutor"),
        ("More lessons with the tutor", "Fewer lessons with the tutor"),
        ("Mia joins the reading group", "Mia leaves the reading group"),
        ("Mia eats lunch before the others", "Mia eats lunch after the others"),
        ("Mia works in a group in maths", "Mia works on her own in maths"),
        ("Mia is in school full time", "Mia is in school part time"),
    ],
)
def test_another_number_or_a_not_is_a_difference_with_both_texts(
    vault: Vault, meeting: int, mine: str, copy: str
) -> None:
    do(vault, recording_the_meeting.add_action, meeting, NewAction(mine, Owner.SCHOOL, "", None), TODAY)
    (row,) = rows(vault, meeting, CopyAction(copy, "School", "", 1))["differs"]
    assert row.differs == (f"The copy says: {copy}. You wrote: {mine}.",)


@pytest.mark.parametrize(
    ("mine", "copy"),
    [
        ("£1,500 for maths lessons from the school", "School will give £1500 for lessons in maths"),
        ("£1,500 for maths lessons from the school", "School will give £1,500.00 for lessons in maths"),
        ("Maths lessons with the tutor at 5pm", "The tutor gives maths lessons at 17:00"),
        ("Maths lessons with the tutor twice a week", "The tutor gives maths lessons 2 x a week"),
    ],
)
def test_the_same_number_written_another_way_is_no_other_number(
    vault: Vault, meeting: int, mine: str, copy: str
) -> None:
    for one, other in ((mine, copy), (copy, mine)):
        assert says_the_same_much(one, None, other, "")
        assert not says_the_same(Owner.SCHOOL, one, None, other, ""), "nobody knows that they mean the same"


@pytest.mark.parametrize(
    ("mine", "copy"),
    [
        ("£1,500 for lessons", "£1,600 for lessons with a tutor"),
        ("£1,500 for lessons", "£15,000 for lessons with a tutor"),
        ("Lessons at 5pm", "Lessons with a tutor at 17:30"),
        ("Lessons at 5pm", "Lessons with a tutor at 18:00"),
        ("Lessons twice a week", "Lessons with a tutor 3 x a week"),
        ("Lessons twice a week", "Lessons with a tutor 2 x a month"),
    ],
)
def test_another_number_is_another_number_however_it_is_written(mine: str, copy: str) -> None:
    assert not says_the_same_much(mine, None, copy, "")
    assert not says_the_same_much(copy, None, mine, "")


@pytest.mark.parametrize(
    "when",
    [
        "Not set",
        "Ongoing",
        "ongoing.",
        "Ongoing / not set",
        "Date not set",
        "On-going – no end date",
        "tbc or ongoing",
    ],
)
def test_words_for_no_day_are_no_difference_where_i_wrote_none(vault: Vault, meeting: int, when: str) -> None:
    what = "A quiet pass for lessons"
    do(vault, recording_the_meeting.add_action, meeting, NewAction(what, Owner.SCHOOL, "", None), TODAY)
    assert len(rows(vault, meeting, CopyAction(what, "School", when, 1))["same"]) == 1
    (row,) = rows(vault, meeting, CopyAction(what, "School", f"{when} / Term 5", 1))["differs"]
    assert "by when" in row.differs[0]


@pytest.mark.parametrize("when", ["Not set", "TBC", "Date not set", "-"])
def test_what_is_taken_over_without_a_day_does_not_say_so_behind_it(
    vault: Vault, meeting: int, when: str
) -> None:
    do(vault, comparing_copy.add_from_copy, meeting, CopyAction("Meet the tutor", "DT", when, 1), TODAY)
    assert read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1].what == "Meet the tutor"
    do(vault, comparing_copy.add_from_copy, meeting, CopyAction("Meet the head", "DT", "Term 5", 1), TODAY)
    assert read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1].what == "Meet the head (Term 5)"


def test_what_was_written_down_as_the_copy_says_it_is_no_difference(vault: Vault, meeting: int) -> None:
    extra = CopyAction("Meet the new tutor", "Mr Brown and Ms Day", "Term 5", 4)
    do(vault, comparing_copy.add_from_copy, meeting, extra, TODAY)
    assert [row.copy for row in rows(vault, meeting, extra)["same"]] == [extra]


def test_what_is_missing_on_either_side_is_said_and_asked_for_without_the_name(
    vault: Vault, meeting: int
) -> None:
    do(vault, household.set_own_name, "Sam")
    child = read(vault, following_up.actions_of_meeting, meeting, TODAY)[0].child_id
    do(vault, children.rename, child, "Jordan")
    extra = CopyAction("Meet the new tutor", "DT", "End of April", 4)
    found = rows(vault, meeting, *SAME[:2], extra)
    (only_mine,) = found["only_mine"]
    assert only_mine.words == (
        "Hello, I have the copy of J.’s PEP of Monday 9 March 2026. This was agreed and I cannot find it there: "
        "Send the PEP copy. Could it be added, please?\n\nSam"
    )
    (only_copy,) = found["only_copy"]
    assert only_copy.copy == extra


def test_what_only_the_copy_has_is_added_and_taken_back(vault: Vault, meeting: int) -> None:
    extra = CopyAction("Meet the new tutor", "Designated teacher", "End of April", 4)
    do(vault, comparing_copy.add_from_copy, meeting, extra, TODAY)
    added = read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1]
    assert (added.what, added.owner, added.due_on) == (
        "Meet the new tutor (End of April)",
        Owner.SCHOOL,
        None,
    )
    do(vault, comparing_copy.take_back_from_copy, meeting, extra, TODAY)
    assert len(read(vault, comparing_copy.to_compare, meeting, TODAY).own) == 3
    named = CopyAction("Fix the laptop", "Mr Brown", "1 May 2026", 4)
    do(vault, comparing_copy.add_from_copy, meeting, named, TODAY)
    added = read(vault, comparing_copy.to_compare, meeting, TODAY).own[-1]
    assert (added.owner, added.name, added.due_on) == (Owner.SOMEONE_ELSE, "Mr Brown", date(2026, 5, 1))


def test_each_of_both_sides_stands_once(vault: Vault, meeting: int) -> None:
    found = (*SAME, *SAME[:1])
    everything = [row for group in rows(vault, meeting, *found).values() for row in group]
    assert len({row.id for row in everything}) == len(everything) == 4


def test_without_a_copy_there_is_nothing_to_open(vault: Vault, meeting: int) -> None:
    known = read(vault, comparing_copy.to_compare, meeting, TODAY)
    assert (known.paper, known.document_id, len(known.own)) == (None, 0, 3)


def test_no_other_child_of_the_household_is_named_in_words_that_ask(vault: Vault, meeting: int) -> None:
    new = NewAction("Jordan goes to the club with Mia", Owner.SCHOOL, "", None)
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    (asked,) = [row.words for row in rows(vault, meeting, *SAME)["only_mine"]]
    assert "J. goes to the club with M." in asked
    assert "Mia" not in asked


@pytest.mark.parametrize(
    ("copy", "how", "said"),
    [
        (
            "Reading group with Mr Fox",
            "worded",
            "The copy does not say clearly who does it. You wrote: Mr Fox.",
        ),
        ("Start a reading group", "differs", "The copy does not say clearly who does it. You wrote: Mr Fox."),
        ("Mr Fox to start a reading group", "worded", ""),
        ("Mrs Hill will start a reading group", "differs", "The copy says: Mrs Hill. You wrote: Mr Fox."),
        (
            "The social worker to start a reading group",
            "differs",
            "The copy says: social worker. You wrote: Mr Fox.",
        ),
    ],
)
def test_a_line_without_a_name_beside_it_is_never_called_the_same_in_silence(
    vault: Vault, meeting: int, copy: str, how: str, said: str
) -> None:
    """“With Mr Fox” may mean that he does it, or that somebody else does it with him."""
    ((kind, (row,)),) = [
        (kind, rows_of)
        for kind, rows_of in rows(vault, meeting, CopyAction(copy, "", "20 March 2026", 1)).items()
        if kind != "only_mine"
    ]
    assert kind == how
    assert (said in row.differs) if said else not any("who does it" in each for each in row.differs)


def test_who_is_taken_over_from_the_line_itself(vault: Vault, meeting: int) -> None:
    do(vault, comparing_copy.add_from_copy, meeting, CopyAction("Mr Fox to mend the door", "", "", 1), TODAY)
    do(vault, comparing_copy.add_from_copy, meeting, CopyAction("Chess with Mr Fox", "", "", 1), TODAY)
    own = read(vault, comparing_copy.to_compare, meeting, TODAY).own[-2:]
    assert [(each.owner, each.name) for each in own] == [
        (Owner.SOMEONE_ELSE, "Mr Fox"),
        (Owner.SOMEONE_ELSE, ""),
    ]


def test_where_i_wrote_nobody_a_copy_that_names_nobody_is_the_same(vault: Vault, meeting: int) -> None:
    what = "A quiet pass for lessons"
    do(vault, recording_the_meeting.add_action, meeting, NewAction(what, Owner.SOMEONE_ELSE, "", None), TODAY)
    assert len(rows(vault, meeting, CopyAction(what, "", "", 1))["same"]) == 1
