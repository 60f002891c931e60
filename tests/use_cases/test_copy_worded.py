"""A copy is said to be the same only where each word that carries meaning is; else both are shown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carer_app.choices import Owner
from carer_app.jobs.copy_against_record import most_alike
from carer_app.storage.vault import Vault
from carer_app.use_cases import comparing_copy, recording_the_meeting
from carer_app.use_cases.comparing_copy import CopyAction
from carer_app.use_cases.copy_worded import says_the_same
from carer_app.use_cases.recording_the_meeting import NewAction
from tests import builders
from tests.builders import TODAY, do, read

DAY = date(2026, 3, 20)
OTHER = [
    ("Two 30 minute sessions a week", "Two 20 minute sessions a week"),
    ("Reading every day", "Reading on Mondays"),
    ("A laptop is needed at home", "A laptop isn't needed at home"),
    ("School will pay for the trip", "School won’t pay for the trip"),
    ("School can pay for the trip", "School is unable to pay for the trip"),
    ("School pays for the trip", "School refuses to pay for the trip"),
    ("Half an hour of phonics", "An hour of phonics"),
    ("£50 for a music lesson", "£500 for a music lesson"),
    ("Maths tuition in the morning", "Maths tuition in the afternoon"),
    ("Maths tuition at 9am", "Maths tuition at 9pm"),
    ("Maths tuition twice a week", "Maths tuition once a week"),
    ("Maths tuition every week", "Maths tuition every fortnight"),
    ("Maths tuition every week", "Maths tuition every other week"),
    ("Quiet room at lunch", "Quiet room at break"),
    ("Reading group every Tuesday", "Reading group every Thursday"),
    ("A quiet pass for lessons", "A quiet pass for lessons except maths"),
    ("A quiet pass for lessons", "Consider a quiet pass for lessons"),
    ("A quiet pass for lessons", "A quiet pass for lessons if funding allows"),
    ("A quiet pass for lessons", "A quiet pass for lessons unless Mia says no"),
    ("A quiet pass for lessons", "A quiet pass for lessons was discussed"),
    ("A quiet pass for lessons", "A quiet pass for lessons?"),
    ("Start the reading group in Year 5", "Start the reading group in Year 6"),
    ("Speech therapist will visit", "Speech therapist will not be able to visit"),
    ("Move her to a smaller class", "Move her to a larger class"),
    ("Sit at the front of the class", "Sit at the back of the class"),
    ("Laptop for home", "Laptop for school"),
    ("Move from maths to art", "Move from art to maths"),
    ("Club Monday to Friday", "Club Monday and Friday"),
    ("Club Monday to Friday", "Club Monday, Friday"),
    ("Read 5-10 minutes", "Read 5 and 10 minutes"),
    ("Maths or art", "Maths/art and music"),
    ("A few books", "Few books"),
    ("Buy a book", "Buy books"),
    ("Home to school transport", "School transport"),
    ("A week in the library", "Weekly in the library"),
    ("Help Year 5 with a lesson", "Help Year 5 with every lesson"),
    ("The Year 5 times table", "The Year 5 time table"),
    ("Mia and teacher will go to the club", "Go to the club"),
    ("Meet the tutor before 20 March", "Meet the tutor by 20 March"),
    ("Meet the tutor by 20 March", "Meet the tutor by 27 March"),
    ("Stop reading aloud", "Stop to read aloud"),
    ("Start a reading group", "Start a weekly reading group with two others"),
    ("Send the list by the end of term", "Send the list"),
]
SAME = [
    ("£1,500 for tuition", "£1500 for tuition"),
    ("£1,500 for tuition", "£1,500.00 for tuition"),
    ("Maths tuition at 5pm", "Maths tuition at 17:00"),
    ("Maths tuition at 5.30 p.m.", "Maths tuition at 17:30"),
    ("Maths tuition at 9:00", "Maths tuition at 9am"),
    ("Maths tuition twice a week", "Maths tuition 2 x weekly"),
    ("Maths tuition twice a week", "Maths tuition 2x per week"),
    ("Maths tuition twice a week", "Maths tuition two times each week"),
    ("Maths tuition every week", "Maths tuition weekly"),
    ("Two sessions a week", "2 sessions per week"),
    ("Reading group every Tuesday", "Reading group every Tues."),
    ("Read for 20 minutes each day", "1. Read for twenty minutes daily"),
    ("Read for 45 mins", "Read for forty-five minutes"),
    ("School will pay for the trip", "School to pay for the trip"),
    ("School will pay for the trip", "School pays for the trip"),
    ("School will pay for the trip", "Pay for the trip"),
    ("School won’t pay", "School will not pay"),
    ("Start a reading group", "Start reading group."),
    ("A follow-up visit & tea", "Follow up visit and tea"),
    ("Meet the new tutor", "Meet the new tutor by 20 March 2026"),
    ("Meet the new tutor", "By 20/3: meet the new tutor"),
    ("Meet the new tutor on 3 Sept", "Meet the new tutor on 3rd September"),
    ("Write to Mr Fox", "• Write to Mr Fox"),
]  # fmt: skip
SAID = """
    reading maths art school home tuesday thursday 9am 9pm 17:00 half hour not never except if
    unless consider can unable refuses pays front back smaller larger morning before after with
    without for from in at or and mr mrs fox five 6 £50 £500 other once daily weekly only maybe ?
    1/2 jan every
"""
WORDS = SAID.split()
"""No two of them mean the same, and not one of them may go unseen."""
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8)


def is_same(mine: str, copy: str, when: str = "") -> bool:
    return says_the_same(Owner.SCHOOL, mine, DAY, copy, when)


@pytest.mark.parametrize(("mine", "copy"), OTHER)
def test_other_words_are_never_said_to_be_the_same(mine: str, copy: str) -> None:
    assert not is_same(mine, copy)
    assert not is_same(copy, mine)


@pytest.mark.parametrize(("mine", "copy"), SAME)
def test_the_same_words_written_another_way_are_the_same(mine: str, copy: str) -> None:
    assert is_same(mine, copy)
    assert is_same(copy, mine)


@given(line=LINES, word=st.sampled_from(WORDS), place=st.integers(0, 8))
def test_a_word_more_or_less_is_always_seen(line: list[str], word: str, place: int) -> None:
    more = [*line[:place], word, *line[place:]]
    assert is_same(" ".join(line), " ".join(line))
    assert not is_same(" ".join(line), " ".join(more))
    assert not is_same(" ".join(more), " ".join(line))


@given(line=LINES, word=st.sampled_from(WORDS), data=st.data())
def test_another_word_and_another_order_are_always_seen(
    line: list[str], word: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(line) - 1)
    one, two = data.draw(places), data.draw(places)
    other = [word if place == one else each for place, each in enumerate(line)]
    turned = list(line)
    turned[one], turned[two] = turned[two], turned[one]
    for changed in (other, turned):
        assert is_same(" ".join(line), " ".join(changed)) is (line == changed)


@given(st.text(), st.text(), st.text())
def test_any_text_at_all_is_compared(mine: str, copy: str, when: str) -> None:
    assert is_same(mine, mine, when)
    is_same(mine, copy, when)


def test_words_of_the_column_for_the_day_may_stand_in_my_own_words() -> None:
    assert is_same("Send the list by the end of term", "Send the list", "end of term")
    assert is_same("Meet the tutor (Term 5)", "Meet the tutor", "Term 5")
    assert not is_same("Meet the tutor (not in Term 5)", "Meet the tutor", "Term 5")


@pytest.mark.parametrize(
    ("mine", "copy", "when", "how"),
    [
        ("Quiet room at lunch", "Quiet room at break", "", "worded"),
        ("Quiet room at lunch", "No quiet room at lunch", "", "worded"),
        ("Quiet room at lunch", "Quiet room at lunch", "Ongoing", "same"),
        ("Quiet room at lunch", "Quiet room at lunch", "Not set", "same"),
        ("Quiet room at lunch", "Quiet room at lunch", "Term 5", "differs"),
        ("Quiet room at lunch", "Quiet room not at lunch", "", "differs"),
    ],
)
def test_other_words_show_both_texts(vault: Vault, mine: str, copy: str, when: str, how: str) -> None:
    meeting = builders.ordinary_household(vault)["over"]
    do(vault, recording_the_meeting.add_action, meeting, NewAction(mine, Owner.SCHOOL, "Mr Fox", None), TODAY)
    found = (CopyAction(copy, "Mr Fox", when, 1),)
    known = read(vault, comparing_copy.to_compare, meeting, TODAY)
    rows = read(vault, comparing_copy.compared, meeting, found, most_alike(known.own, found), TODAY)
    (row,) = [each for each in rows if each.own and each.copy]
    assert row.how == how
    if mine != copy:
        assert row.differs == (f"The copy says: {copy}. You wrote: {mine}.",)


def test_of_two_lines_that_are_near_the_nearer_is_taken(vault: Vault) -> None:
    meeting = builders.ordinary_household(vault)["over"]
    new = NewAction("A quiet pass for lessons", Owner.SCHOOL, "Mr Fox", None)
    do(vault, recording_the_meeting.add_action, meeting, new, TODAY)
    found = [
        CopyAction(f"{before}quiet pass for lessons", "Mr Fox", "", 1) for before in ("Consider a ", "A ")
    ]
    own = read(vault, comparing_copy.to_compare, meeting, TODAY).own
    assert most_alike(own, found)[own[-1].id] == 1
