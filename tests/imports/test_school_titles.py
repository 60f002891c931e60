"""What titles of a school's calendar say: plain ones move a day, everyday ones none, doubtful ones are handed back."""

import tomllib
from pathlib import Path

import pytest

from carer_app.imports.school_titles import what_a_title_says

DATA = tomllib.loads((Path(__file__).parent / "titles.toml").read_text(encoding="utf-8"))
TITLES = [(kind, title) for kind, each in DATA.items() for title in each["titles"].strip().splitlines()]
SAYS = {
    "inset": {"inset"},
    "closed": {"closed", "holiday"},
    "start": {"start"},
    "end": {"end", "holiday_ends"},  # "End of half term" is either; the days beside it settle it
    "holiday": {"half", "holiday"},
}


@pytest.mark.parametrize("title", [title for kind, title in TITLES if kind == "everyday"])
@pytest.mark.parametrize("days", [1, 5])
def test_an_everyday_title_moves_no_day(title: str, days: int) -> None:
    found = what_a_title_says(title, days > 1, days)
    assert found.says == "twilight" or not found.is_enough


@pytest.mark.parametrize(("kind", "title"), [each for each in TITLES if each[0] != "everyday"])
def test_a_plain_title_says_what_it_is(kind: str, title: str) -> None:
    found = what_a_title_says(title, kind == "holiday", 5 if kind == "holiday" else 1)
    assert found.is_enough
    assert found.says in SAYS[kind]


@pytest.mark.parametrize(
    "title",
    [
        "Elm Park INSET day",
        "INSET day next Monday",
        "INSET day tomorrow",
        "Reminder: INSET day",
        "INSET (morning only)",
        "School closed from noon",
        "Pupils return from France",
        "School closes at 2pm",
        "School closes at 1.30pm for staff training",
        "INSET day 1pm finish",
        "Staff training day, late start 10.30am",
        "School closed from 12.30pm for INSET",
        "Early closure 2pm - INSET",
        "INSET day (pm)",
        "School may be closed (strike)",
        "Possible school closure",
    ],
)
def test_a_title_that_may_be_about_another_day_or_school_is_doubtful(title: str) -> None:
    found = what_a_title_says(title)
    assert found.says is not None
    assert not found.is_enough


@pytest.mark.parametrize(
    "title",
    [
        *(
            "INSET day - school open",
            "INSET day moved",
            "Polling day: we are open",
            "Closed? No, open as usual",
        ),
        *(
            "~~INSET day~~",
            "I\u0336N\u0336S\u0336E\u0336T\u0336 day",
            "INSET day (cncld)",
            "INSET day - cancelation",
        ),
        *("INSET day - removed", "IGNORE: INSET day", "INSET day withdrawn", "INSET day now 4 December"),
        *("INSET day - date change, see website", "School closure lifted", "INSET (teaching assistants)"),
        *("Infant staff INSET", "Secondary INSET"),
    ],
)
def test_what_is_taken_back_moves_no_day(title: str) -> None:
    assert what_a_title_says(title).says is None


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Staff training 4pm", "twilight"),
        ("INSET 3.45-5.45", "twilight"),
        ("Training after school", "twilight"),
        ("INSET 15:45", "twilight"),
        ("INSET 9am-4pm", "inset"),
        ("INSET 8.30-3.30", "inset"),
        ("INSET day 4", "inset"),
    ],
)
def test_training_after_school_is_told_by_its_time(title: str, says: str) -> None:
    assert what_a_title_says(title).says == says
