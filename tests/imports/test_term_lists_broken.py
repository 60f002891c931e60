"""Lists of training days that other lines break, or with letters of their own; and days that are odd beside others."""

from datetime import date

import pytest

from carer_app.imports.term_calendar import read_calendar
from carer_app.imports.term_dates import read_pasted
from tests.imports.calendar_files import calendar, day

TERMS = """Autumn term 2 September 2024 to 20 December 2024, half term 21 to 25 October
Spring term 6 January 2025 to 4 April 2025, half term 17 to 21 February
Summer term 22 April 2025 to 22 July 2025, half term 26 to 30 May
"""
TRAINING = [date(2024, 9, 2), date(2024, 9, 3), date(2024, 11, 4), date(2025, 6, 2), date(2025, 6, 3)]

LISTS = (
    # when pupils are back, told in the midst of them
    """INSET days
Monday 2nd September 2024
Tuesday 3rd September 2024
School opens to children on Wednesday 4th September 2024
Monday 4th November 2024
Monday 2nd June 2025
Tuesday 3rd June 2025
""",
    # the first letters of their heading, and their number
    """Staff Development Days 2024/2025 (students do not attend school on these days):
SDD1 - 2nd September 2024
SDD2 - 3rd September 2024
SDD3 - 4th November 2024
SDD4  - 2nd June 2025
SDD5 - 3rd June 2025
""",
    "INSET days 2 September 3 September 4 November 2 June 3 June\n",
    "Training days Mon 2 Sep 2024 Tue 3 Sep 2024 Mon 4 Nov 2024 Mon 2 June 2025 Tue 3 June 2025\n",
)


@pytest.mark.parametrize("training", LISTS)
def test_every_day_of_a_list_of_training_days_is_one(training: str) -> None:
    reading = read_pasted(f"Term dates 2024/25\n{TERMS}\n{training}")
    assert reading.inset_days == TRAINING


def test_a_list_in_the_same_line_as_other_dates_is_read_to_its_end() -> None:
    reading = read_pasted(" ".join(f"Term dates 2024/25 {TERMS} {LISTS[2]}".split()))
    assert reading.inset_days == TRAINING


def test_a_training_day_on_which_some_are_in_is_asked_about() -> None:
    some = LISTS[1].replace(
        "SDD2 - 3rd September 2024", "SDD2 - 3rd September 2024 (all of Year 7 will be in)"
    )
    reading = read_pasted(f"Term dates 2024/25\n{TERMS}\n{some}")
    assert any("does not speak of everybody" in each.sentence for each in reading.problems)


def test_days_below_one_another_without_a_word_are_all_shown_though_some_end_a_term() -> None:
    """Of training days without their heading one was shown, and the last days of term beside it were not."""
    reading = read_pasted(
        f"Term dates 2024/25\n{TERMS}\n2 September 2024\n25 October 2024\n14 March 2025\n3 June 2025\n"
    )
    handed_back = {each.written for each in reading.account if each.fate == "handed_back"}
    assert {"14 March 2025", "2 September 2024"} <= handed_back


def test_one_holiday_that_is_told_otherwise_than_the_others_is_asked_about() -> None:
    page = """Holidays 2028/2029
Start of the school year
Tue 5 September 2028
October half term
First day
Mon 23 October 2028
Last day
Fri 27 October 2028
Christmas holiday
Wed 20 December 2028
Last day
Tue 2 January 2029
February half term
First day
Mon 12 February 2029
Last day
Fri 16 February 2029
"""
    reading = read_pasted(page)
    assert any(date(2028, 12, 20) in each.days for each in reading.problems)


@pytest.mark.parametrize(
    "title", ["Year 7 and 8 only 8:35 - 2:00 p.m.", "Year 7 first day", "Year 12 pupils return"]
)
def test_some_who_begin_before_the_rest_are_told_of(title: str) -> None:
    data = calendar(
        day(title, date(2023, 9, 7)),
        day("All pupils return", date(2023, 9, 8)),
        day("Half term", date(2023, 10, 23), date(2023, 10, 28)),
    )
    reading = read_calendar(data, date(2023, 10, 1))
    assert any("Some children begin before" in each.sentence for each in reading.problems)


def test_days_of_a_page_copied_as_one_line_are_each_accounted_for() -> None:
    """One word of the line, "updated", had excused every day in it that was not used."""
    page = (
        "2023/2024 Tuesday 5 September 2023 - Friday 20 October 2023 Monday 30 October 2023 - Wednesday 20 December "
        "2023 Friday 5 January 2024 - Friday 9 February 2024 Tuesday 20 February 2024 - Wednesday 27 March 2024 "
        "Monday 15 April 2024 - Thursday 23 May 2024 Monday 3 June 2024 - Friday 19 July 2024 Training days Monday "
        "4 September 2023 Monday 15 January 2024 Monday 19 February 2024 Thursday 28 March 2024 Friday 24 May 2024 "
        "Click here to print Page last updated 3 March"
    )
    reading = read_pasted(page)
    assert date(2024, 1, 15) in reading.inset_days
    assert date(2024, 3, 3) not in reading.inset_days
    spoilt = read_pasted(page.replace("Training days", "Learning days"))
    assert any(date(2024, 1, 15) in each.days for each in spoilt.problems)


def test_what_comes_behind_a_closed_day_is_none() -> None:
    page = f"Term dates 2024/25\n{TERMS}\n16 June 2025 - INSET day, school closed to pupils "
    for other in ("Page last updated 3 March", "Sports day 25 June", "School photographs 3 October"):
        assert read_pasted(page + other).inset_days == [date(2025, 6, 16)], other


def test_school_at_christmas_is_said() -> None:
    reading = read_pasted(
        "Term dates 2027/28\n17 December 2027 - 11 February 2028\n21 February 2028 - 31 March 2028"
    )
    assert any("open at Christmas" in each.sentence for each in reading.problems)
