"""What the words of a school's diary say: only what is said of the whole school moves a day."""

import pytest

from carer_app.imports.school_events import what_it_says

EVERYDAY = """
Year 6 Bikeability training
Mental health training for Year 8
Non-contact rugby festival
School council election
Religious Studies trip
Car park closed for resurfacing
May Day dancing practice
Polling station in hall - school OPEN
End of term reports home
Football training
Holiday club
Easter egg hunt
Start of swimming lessons
Start of Ramadan
End of term assembly
INSET day cancelled
Training day postponed
Library closed
Sixth form closed
Strike: classes 3 and 4 closed
Last day for dinner money
First day of advent
First day of Spring
Back to school disco
Applications open
Doors open 6pm
""".strip().splitlines()

TRUE_ONES = {
    "INSET": "inset",
    "Staff training day": "inset",
    "Training day": "inset",
    "No school - INSET": "inset",
    "INSET day (school closed to all year groups)": "inset",
    "Occasional day": "closed",
    "School closed - polling day": "closed",
    "School closed to all pupils, including nursery": "closed",
    "Bank holiday": "bank",
    "First day back": "start",
    "Back to school": "start",
    "Pupils return": "start",
    "Break up for Christmas": "end",
    "Last day of term - Christmas jumper day": "end",
    "Twilight INSET": "twilight",
}


@pytest.mark.parametrize("title", EVERYDAY)
@pytest.mark.parametrize("days", [1, 5])
def test_an_everyday_event_says_nothing_about_when_school_is_open(title: str, days: int) -> None:
    assert not what_it_says(title, days > 1, days).is_enough


@pytest.mark.parametrize(("title", "says"), TRUE_ONES.items())
def test_an_event_of_the_whole_school_says_what_it_is(title: str, says: str) -> None:
    evidence = what_it_says(title)
    assert evidence.is_enough
    assert evidence.says == says


def test_a_beginning_for_some_children_is_told_apart() -> None:
    assert what_it_says("Year 7 start").why_not == "some"
    assert what_it_says("Year 6 INSET").why_not == "some"
    assert what_it_says("INSET day cancelled").why_not == "denied"


def test_long_words_take_no_time() -> None:
    assert what_it_says("INSET day " * 200_000).says == "inset"
