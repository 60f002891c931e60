"""Kinds of pages that were once read wrongly, or not at all: each by the one thing that it is about."""

from datetime import date

from carer_app.imports.term_dates import read_pasted


def test_a_closing_in_august_ends_no_term() -> None:
    text = (
        "Summer term 2026\nStarts: Monday 13 April\nHalf term: 25 to 29 May\n"
        "Nursery closed to all children: Monday 3rd to Friday 7th August"
    )
    reading = read_pasted(text)
    assert reading.periods == [(date(2026, 4, 13), date(2026, 5, 22))]
    assert any("summer term" in each.sentence for each in reading.problems)


def test_a_half_term_holiday_of_eight_weeks_is_no_time_at_school() -> None:
    text = (
        "Autumn term 2023\nStarts - Wednesday 6th September\n"
        "Half term holiday - Monday 23rd October - Friday 19th December\nEnds - Tuesday 19th December"
    )
    reading = read_pasted(text)
    assert reading.periods == [(date(2023, 9, 6), date(2023, 12, 19))]
    assert {"half_term", "unused"} <= {each.kind for each in reading.problems}


def test_a_row_whose_label_came_on_a_line_of_its_own_is_one_of_the_table() -> None:
    rows = [
        "Holiday | Closing date | Date re-opens |",
        "Summer 2024 |",
        "Tuesday 23rd July 2024 | Thursday 5th September 2024 |",
        "Autumn Half Term 2024 | Thursday 24th October 2024 | Monday 4th November 2024 |",
        "Christmas 2024 | Friday 20th December 2024 | Monday 6th January 2025 |",
        "Spring Half Term 2025 | Friday 21st February 2025 | Monday 3rd March 2025 |",
        "Easter 2025 | Friday 11th April 2025 | Monday 28th April 2025 |",
        "Summer Half Term 2025 | Friday 23rd May 2025 | Monday 2nd June 2025 |",
        "Summer 2025 | Friday 18th July 2025 | Tuesday 2nd September 2025 |",
    ]
    assert read_pasted("\n".join(rows)).periods[0] == (date(2024, 9, 5), date(2024, 10, 24))


def test_the_weekdays_tell_the_year_of_a_page_with_one_slip() -> None:
    text = (
        "Term 1\nLast preschool session: Wednesday 23rd October\nPreschool returns: Monday 4th November\n"
        "Term 2\nLast preschool session: Wednesday 18th December\nPreschool returns: Tuesday 7th December\n"
        "Term 3\nLast preschool session: Friday 14th February\nPreschool returns: Monday 24th February\n"
        "Term 4\nLast preschool session: Friday 4th April\nPreschool returns: Tuesday 22nd April\n"
    )
    reading = read_pasted(text, date(2026, 11, 30))
    assert (date(2025, 2, 24), date(2025, 4, 4)) in reading.periods
    assert "2024/25" in reading.problems[0].sentence


def test_a_half_term_on_one_day_with_an_hour_begins_after_school() -> None:
    text = (
        "Spring term 2026\n| Term begins | Tues 6 January | 0820 |\n| Half Term | Fri 13 February | 1600 |\n"
        "| Pupils return | Mon 23 February | 0820 |\n| Term ends | Fri 27 March | 1600 |\n"
    )
    assert read_pasted(text).periods == [
        (date(2026, 1, 6), date(2026, 2, 13)),
        (date(2026, 2, 23), date(2026, 3, 27)),
    ]
