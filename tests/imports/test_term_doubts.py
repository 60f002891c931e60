"""The net below the reader: what speaks against a reading is said, and a plain table of dates is not doubted."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

TABLE = """Term dates 2026/27
Autumn term: Wednesday 2 September - Friday 18 December 2026
Half term: Monday 26 - Friday 30 October 2026
Spring term: Monday 4 January - Thursday 25 March 2027
Half term: Monday 15 - Friday 19 February 2027
Summer term: Monday 12 April - Wednesday 21 July 2027
Half term: Monday 31 May - Friday 4 June 2027
INSET days: Wednesday 2 September 2026, Friday 12 February 2027
"""
EIGHT = "INSET days: 3, 4, 7, 8, 9, 10 September 2026"


def doubts(text: str) -> list[str]:
    return [each.sentence for each in read_pasted(text).problems if each.kind == "doubt"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The February INSET is now on Monday 22 February 2027.", "something was changed"),
        ("INSET day changed to Monday 22 February 2027", "something was changed"),
        ("Please note the new date for our training day.", "something was changed"),
        (EIGHT, "We found 8 training days in 2026/27"),
        ("Pupils return on Friday 12 February 2027", "has pupils back on that day"),
        (
            "Friday 25 June 2027: INSET day (not for all)",
            "does not speak of everybody",
        ),
    ],
)
def test_what_speaks_against_a_reading_is_said(line: str, said: str) -> None:
    assert any(said in sentence for sentence in doubts(TABLE + line)), read_pasted(TABLE + line).problems


@pytest.mark.parametrize(
    "line",
    [
        "",
        "These dates may be changed. Please look here again.",
        "These INSET days cannot be swapped or moved.",
        "INSET day: Friday 25 June 2027 (school closed to pupils)",
        "Friday 25 June 2027 - Trust training day",
    ],
)
def test_a_plain_table_is_not_doubted(line: str) -> None:
    assert doubts(TABLE + line) == []


def test_a_year_that_begins_long_after_others_is_doubted() -> None:
    assert "Monday 21 September 2026" in doubts("Autumn term: 21 September 2026 - 23 October 2026")[0]
    assert read_pasted("Autumn term: 7 September 2026 - 23 October 2026").periods[0][0] == date(2026, 9, 7)


@pytest.mark.parametrize("first", ["Thursday 22", "Friday 23"])
@pytest.mark.parametrize("last", ["Monday 2", "Tuesday 3"])
def test_a_holiday_to_a_monday_or_tuesday_may_hold_a_day_of_school_at_either_end(
    first: str, last: str
) -> None:
    before, after = int(first[-2:]) - 1, int(last[-1]) + 1
    text = f"""Term 1: 2 September 2026 to {before} October 2026
Half term: {first} October 2026 to {last} November 2026
Term 2: {after} November 2026 to 18 December 2026"""
    said = f"We took {first[-2:]} October to {last[-1]} November 2026 as days off."
    assert [each[: len(said)] for each in doubts(text)] == [said]
