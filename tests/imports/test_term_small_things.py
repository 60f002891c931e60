"""Small things on a page that once were taken wrongly, or shown for nothing: each said where it is in doubt."""

from datetime import date

import pytest

from carer_app.imports.term_cells_apart import with_weekdays
from carer_app.imports.term_dates import read_pasted
from tests.imports.test_term_silence import TABLE, moved_by, pupil_days


def doubts(line: str) -> list[str]:
    return [each.sentence for each in read_pasted(TABLE + line).problems if each.kind == "doubt"]


@pytest.mark.parametrize(
    "line",
    [
        "Monday 3 May 2027 Bank Holiday",
        "Good Friday 26 March 2027",
        "Easter Monday 29 March 2027",
        "Easter Monday: 29 March 2027",
        "May Day | Monday 3 May 2027",
    ],
)
def test_a_bank_holiday_is_in_the_account_and_nothing_to_look_at(line: str) -> None:
    reading = read_pasted(TABLE + line)
    assert (reading.not_understood, reading.problems) == ([], [])
    assert reading.account[-1].fate == "left_out"


def test_a_day_that_is_called_a_bank_holiday_and_is_none_is_shown() -> None:
    line = "Bank holiday: Tuesday 4 May 2027"
    reading = read_pasted(TABLE + line)
    assert line in reading.not_understood or date(2027, 5, 4) in reading.closed_days


@pytest.mark.parametrize(
    "line", ["INSET days TBC", "INSET days: Monday 7 June 2027, others TBC", "Training days to be confirmed"]
)
def test_training_days_that_are_some_are_said_to_be_more_than_were_counted(line: str) -> None:
    assert any("not how many" in each for each in doubts(line))


@pytest.mark.parametrize(
    "line",
    [
        "INSET days: 7 June 2027 and 2 more TBC",
        "INSET day TBC",
        "5 INSET days: 7 June 2027, others TBC",
        "INSET days: 7 June 2027, October date TBC",
    ],
)
def test_training_days_whose_number_is_told_are_not_doubted(line: str) -> None:
    assert doubts(line) == []


@pytest.mark.parametrize("words", ["Staff training week", "INSET week"])
def test_a_week_of_training_is_taken_and_said(words: str) -> None:
    line = f"{words}: Monday 1 March - Friday 5 March 2027"
    assert len(moved_by(line)) == 5
    assert any("1 to 5 March 2027" in each for each in doubts(line))


@pytest.mark.parametrize(
    "line",
    [
        "Ski trip (half term) Monday 8 - Friday 12 February 2027",
        "8 to 12 February 2027: Ski trip (half term)",
    ],
)
def test_a_trip_in_the_week_before_a_holiday_takes_no_school_day(line: str) -> None:
    assert moved_by(line) == set()
    assert line in read_pasted(TABLE + line).not_understood


@pytest.mark.parametrize("hour", ["3.15pm", "15:15", "3.15", "at 3.15pm", "12 noon"])
def test_an_hour_on_a_line_of_its_own_parts_no_label_from_its_day(hour: str) -> None:
    lines = (
        f"Term starts\n8.45am\n2 September 2026\nTerm ends\n{hour}\nFriday 18 December 2026\n"
        "Half term\n26 - 30 October"
    )
    reading = read_pasted(f"Autumn term 2026\n{lines}")
    assert {date(2026, 9, 2), date(2026, 12, 18)} <= pupil_days(reading)
    assert reading.not_understood == []


@pytest.mark.parametrize("row", ["{} | Thursday | 18 December 2026", "{} | 18 December 2026 | Thursday"])
def test_a_false_weekday_in_a_cell_of_its_own_is_said(row: str) -> None:
    reading = read_pasted(
        f"Term starts | Wednesday | 2 September 2026\n{row.format('Term ends')}\nHalf term 26-30 October"
    )
    assert date(2026, 12, 18) in pupil_days(reading)
    assert "weekday" in {each.kind for each in reading.problems}


def test_a_row_of_two_days_above_a_day_alone_and_two_labels_is_read() -> None:
    lines = [
        "October half term\t24 October 2025\t3 November 2025",
        "Monday 5 January",
        "First day",
        "Term dates 2025/26",
    ]
    assert read_pasted("\n".join(lines)).account


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "Exeat: Friday 25 September - Sunday 27 September",
            "It is a weekend at home, so it closes no school day.",
        ),
        ("Exeat begins Friday 25 September at 4pm", "It is a weekend at home, so it closes no school day."),
        ("Thursday 22 July 2027 Last day of term for staff", "It is about the staff, and not about pupils."),
    ],
)
def test_what_moves_no_day_of_pupils_says_why(line: str, reason: str) -> None:
    reading = read_pasted(TABLE + line)
    assert (moved_by(line), reading.problems) == (set(), [])
    assert (reading.account[-1].fate, reading.account[-1].reason) == ("left_out", reason)


def test_an_exeat_with_a_monday_may_close_it_and_is_said() -> None:
    assert read_pasted(TABLE + "Exeat: Friday 25 September to Monday 28 September").problems


def test_a_last_day_that_is_only_some_childrens_is_said_not_to_speak_of_everybody() -> None:
    lines = (
        "Autumn term begins 2 September 2026\nHalf term 26-30 October\nNursery finishes Thursday 17 December"
    )
    assert any("does not speak of everybody" in each.sentence for each in read_pasted(lines).problems)


def test_months_before_their_days_without_a_dash_are_a_first_and_a_last_day() -> None:
    """In "Sept 2 Oct 23" the 2 is of September; in "September 3 October" the 3 is not."""
    text = "2026/27\nTerm 1: Sept 2 Oct 23\nTerm 2: Nov 2 Dec 18\nTerm 3: Jan 4 Feb 12"
    assert read_pasted(text).periods == [
        (date(2026, 9, 2), date(2026, 10, 23)),
        (date(2026, 11, 2), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2027, 2, 12)),
    ]


def test_of_a_number_of_training_days_in_all_those_with_a_day_are_taken_off() -> None:
    line = "Five training days in all: Monday 7 June 2027, Friday 25 June 2027, the others to be confirmed"
    reading = read_pasted(TABLE + line)
    assert {date(2027, 6, 7), date(2027, 6, 25)} <= set(reading.inset_days)
    assert reading.inset_unknown == 3


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("Friday | 18 December 2026", "| Friday 18 December 2026"),
        ("Term ends | Friday | 18 December 2026", "Term ends | | Friday 18 December 2026"),
        ("18 December 2026 | Friday", "18 December 2026, Friday |"),
    ],
)
def test_a_weekday_in_a_cell_of_its_own_comes_into_the_cell_of_its_day(line: str, joined: str) -> None:
    assert with_weekdays(line).split() == joined.split()
