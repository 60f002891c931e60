"""Days that are odd beside the others of their page are asked about, and what nobody needs to hear is not said."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

COLLEGE = """2022-23 Term Dates
Enrolment: Thursday 25th August - Friday 2nd September 2022. First day of teaching: Monday 5th September 2022
EPC: Thursday 25th August 2022 - Friday 21st October 2022
Half Term: Monday 24th October 2022 - Friday 28th October 2022
EPC: Monday 31st October 2022 - Friday 16th December 2022
EPC: Tuesday 3rd January 2023 - Friday 10th February 2023
Half Term: Monday 13th February 2023 - Friday 17th February 2023
EPC: Monday 20th February 2023 - Friday 31st March 2023
Easter Holiday: Monday 3rd April 2023 - Friday 14th April 2023
EPC: Monday 17th April 2023 - Friday 26th May 2023
Half Term: Monday 29th May 2023 - Friday 2nd June 2023
EPC: Monday 5th June 2023 - Friday 14th July 2023
Last Day for Students: Friday 30th June 2023
"""
SUMMER = """Summer Term 2024
Return - Monday 15th April 2024
Half Term - Monday 27th May - Friday 31st May 2024
End - Friday 19th July 2024
Autumn Term 2024
Return - Wednesday 4th September 2024
Half Term - Monday 28th October 2024 - Friday 1st November 2024
Term Ends - Friday 20th December 2024
"""


def sentences(text: str) -> list[str]:
    return [each.sentence for each in read_pasted(text).problems]


def test_the_letters_of_a_schools_own_name_are_no_words_of_another_thing() -> None:
    assert read_pasted(COLLEGE).periods[1:3] == [
        (date(2022, 10, 31), date(2022, 12, 16)),
        (date(2023, 1, 3), date(2023, 2, 10)),
    ]


@pytest.mark.parametrize("day", [date(2022, 9, 5), date(2023, 6, 30)])
def test_a_first_or_last_day_inside_a_term_is_never_passed_over_in_silence(day: date) -> None:
    """Each was left out with a reason far down the page, and the whole of August was school."""
    reading = read_pasted(COLLEGE)
    assert any(day in each.days for each in reading.problems) or reading.question


@pytest.mark.parametrize(
    "words",
    [
        "Start of term for teaching staff",
        "Term starts for all teaching staff",
        "Term begins (teaching staff)",
    ],
)
def test_a_term_that_begins_for_the_staff_begins_for_no_pupil(words: str) -> None:
    pupils = "Term starts for pupils: Monday 5th September\nTerm ends: Friday 21st October"
    text = f"2022-23\n{words}: Thursday 25th August\n{pupils}"
    reading = read_pasted(text)
    assert reading.periods == [(date(2022, 9, 5), date(2022, 10, 21))]


def test_a_term_that_ends_for_the_staff_asks_nothing() -> None:
    text = (
        "2022-23\nTerm starts: Monday 5th June\nEnd of term for students: Friday 14th July\n"
        "End of term for teaching staff: Wednesday 19th July"
    )
    reading = read_pasted(text)
    assert (reading.question, reading.periods) == (None, [(date(2023, 6, 5), date(2023, 7, 14))])


def test_terms_that_were_over_before_a_page_of_two_years_begins_are_not_asked_for() -> None:
    assert not [each for each in sentences(SUMMER) if "2023/24" in each]


def test_of_a_page_of_one_year_all_missing_terms_are_said() -> None:
    one_year = SUMMER.partition("Autumn")[0]
    assert any("autumn term of 2023/24" in each for each in sentences(one_year))


def test_days_after_the_summer_holiday_and_before_the_first_day_are_no_riddle() -> None:
    text = SUMMER.replace(
        "Autumn Term 2024",
        "Summer holiday - Monday 22nd July 2024 - Friday 30th August 2024\nAutumn Term 2024",
    )
    assert not [each for each in sentences(text) if "neither school nor holiday" in each]


def test_a_trust_named_beside_training_in_a_list_is_nothing_to_look_at() -> None:
    text = f"{SUMMER}INSET days\n2nd September 2024\n29th November 2024 (Hillside INSET)\n"
    reading = read_pasted(text)
    assert date(2024, 11, 29) in reading.inset_days
    assert not [each for each in reading.problems if each.kind == "doubt"]
    other = read_pasted(text.replace("Hillside INSET", "Football INSET"))
    assert date(2024, 11, 29) not in other.inset_days or any(each.kind == "doubt" for each in other.problems)


def test_an_independent_school_is_not_told_that_most_have_190_days() -> None:
    text = """Michaelmas Term 2026 2 September - 11 December, half term 19 - 30 October
Lent Term 2027 5 January - 25 March, half term 15 - 19 February
Summer Term 2027 20 April - 9 July, half term 31 May - 4 June"""
    assert not sentences(text)
    assert any(
        "Most schools have 190" in each
        for each in sentences(text.replace("Michaelmas", "Autumn").replace("Lent", "Spring"))
    )


BLOCKS = """2024-2025 Academic Year School Term and Holiday Dates
Autumn Term (1st half) |
*Monday 2 September 2024 |
Friday 25 October 2024 |
Half Term Holiday |
Monday 28 October 2024 |
Friday 1 November 2024 |
Autumn Term (2nd Half) |
Monday 4 November 2024 |
Friday 20 December 2024 |
School Holiday |
Monday 23 December 2024 |
Friday 3 January 2025 |
Spring Term (1st half) |
Monday 6 January 2025 |
Friday 14 February 2025 |
"""


def test_two_days_below_the_name_of_a_holiday_are_its_first_and_last() -> None:
    assert read_pasted(BLOCKS).periods == [
        (date(2024, 9, 2), date(2024, 10, 25)),
        (date(2024, 11, 4), date(2024, 12, 20)),
        (date(2025, 1, 6), date(2025, 2, 14)),
    ]


def test_a_month_that_is_two_too_late_is_put_right_by_its_weekday_and_said() -> None:
    text = "Term dates 2025-26\nTerm 1 begins Monday 1st September\nTerm 1 ends Friday 17th October\n"
    text += "Term 2 begins Monday 3rd November\nTerm 2 ends Friday 19th February\nTerm 3 begins Monday 5th January\n"
    text += "Term 3 ends Friday 13th February\n"
    reading = read_pasted(text)
    assert (date(2025, 11, 3), date(2025, 12, 19)) in reading.periods
    assert any("19 December 2025" in each.sentence for each in reading.problems)


def test_a_day_below_an_everyday_event_is_that_of_the_event() -> None:
    event = "\nSecondary transfer transition day\nThursday 3 July 2025\n\n"
    assert not [each for each in read_pasted(f"{SUMMER}{event}").problems if each.kind == "unused"]
    below = read_pasted(f"{SUMMER}\nSports day\nTuesday 3 September 2024\nYear 7 (8.30am)\n")
    assert any(date(2024, 9, 3) in each.days for each in below.problems) or below.question


def test_a_day_alone_that_only_follows_from_others_is_not_passed_over() -> None:
    """The Friday before half term, told of by nobody, may be a training day whose heading stands elsewhere."""
    reading = read_pasted(f"Dates\n{SUMMER}\n24 May 2024\n")
    assert any(date(2024, 5, 24) in each.days for each in reading.problems)


def test_a_weekend_at_home_closes_no_school_day_and_asks_nothing() -> None:
    exeats = "Exeat Weekend\nFriday 20 September 2024 - Sunday 22 September 2024\nExeat\nSunday 29 September 2024\n"
    text = f"{SUMMER}{exeats}"
    assert read_pasted(text).periods == read_pasted(SUMMER).periods
    assert sentences(text) == sentences(SUMMER)


def test_a_bank_holiday_left_over_from_the_year_before_closes_nothing() -> None:
    """Monday 5 May was of 2025; in 2026 it is a Tuesday, and school is open."""
    term = "Summer term: Monday 13th April 2026 - Friday 22nd May 2026"
    assert read_pasted(f"Term dates 2025-26\n{term}\nBank holidays\nMonday 5th May\n").closed_days == []


def test_training_torn_from_an_everyday_event_is_asked_about() -> None:
    reading = read_pasted(f"{SUMMER}\nYear 5 first aid\ntraining 3 May 2024\n")
    assert date(2024, 5, 3) not in reading.inset_days or any(
        date(2024, 5, 3) in each.days for each in reading.problems
    )
    plain = read_pasted(f"{SUMMER}\nStaff\ntraining 3 May 2024\n")
    assert not [each for each in plain.problems if each.kind == "doubt"]
