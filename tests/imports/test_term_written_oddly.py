"""Pages that write a year, a half of a term, or a closing in a way of their own: read rightly, or the carer is told."""

from datetime import date

import pytest

from carer_app.domain.school_calendar import SchoolCalendar, days_between
from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

YEAR = """Autumn term 2025
Monday 1 September 2025 - Friday 19 December 2025
Half term: Monday 27 October 2025 - Friday 31 October 2025
Spring term 2026
Monday 5 January 2026 - Friday 27 March 2026
Half term: Monday 16 February 2026 - Friday 20 February 2026
Summer term 2026
Monday 13 April 2026 - Friday 17 July 2026
Half term: Monday 25 May 2026 - Friday 29 May 2026
"""
STRETCHES = [
    (date(2025, 9, 1), date(2025, 10, 24)),
    (date(2025, 11, 3), date(2025, 12, 19)),
    (date(2026, 1, 5), date(2026, 2, 13)),
    (date(2026, 2, 23), date(2026, 3, 27)),
    (date(2026, 4, 13), date(2026, 5, 22)),
    (date(2026, 6, 1), date(2026, 7, 17)),
]


def pupil_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for day in days_between(date(2025, 8, 1), date(2026, 8, 31)) if calendar.is_school_day(day)}


@pytest.mark.parametrize("kind", ["Christmas holidays", "Christmas break"])
def test_closed_for_a_holiday_from_a_last_day_takes_it_from_no_term(kind: str) -> None:
    reading = read_pasted(f"{YEAR}School closed for the {kind} from Friday 19th December 2025.\n")
    assert (reading.periods, reading.closed_days) == (STRETCHES, [])


def test_a_last_day_that_another_line_closes_is_told() -> None:
    reading = read_pasted(f"{YEAR}Closed: Friday 19th December 2025\n")
    assert any("first or last day of school" in each.sentence for each in reading.problems)


def test_a_first_day_above_its_words_is_one_though_an_event_follows() -> None:
    text = YEAR.replace("Half term: Monday 25 May 2026 - Friday 29 May 2026\n", "").replace(
        "Monday 13 April 2026 - Friday 17 July 2026",
        """Monday 13 April 2026
ALL pupils back to school
End of term - Friday 22 May 2026
Half term - Monday 25 May 2026 - Friday 29 May 2026
Monday 1 June 2026
ALL pupils back to school
Thursday 2 July 2026
Transfer Day
End of summer term - Friday 17 July 2026""",
    )
    assert read_pasted(text).periods == STRETCHES


def test_a_term_whose_heading_is_of_the_year_before_goes_on_from_the_term_above_it() -> None:
    text = """Children's term dates 2025/2026
Autumn term 2025
First day: Monday 1 September
Last day: Friday 19 December
Half term: Monday 27 October to Friday 31 October
Spring term 2025
First day: Monday 5 January
Last day: Friday 27 March
Half term: Monday 16 - Friday 20 February
Summer term 2025
First day: Monday 13 April
Last day: Friday 17 July
Half term: Monday 26 May - Friday 30 May
"""
    reading = read_pasted(text)
    assert {last.year for _first, last in reading.periods} == {2025, 2026}
    assert (reading.periods[0][0], reading.periods[-1][1]) == (date(2025, 9, 1), date(2026, 7, 17))
    assert any(each.kind == "year" for each in reading.problems)


def test_terms_told_from_the_latest_back_stay_in_their_years() -> None:
    text = """Autumn term 2025
Monday 1 September - Friday 19 December
Summer term 2025
Tuesday 22 April - Friday 18 July
"""
    assert [first.year for first, _last in read_pasted(text).periods] == [2025, 2025]


@pytest.mark.parametrize("whose", ["(Year 7 and Year 12)", "Year 7 and Year 12)", "(Years 7, 11 and 12)"])
def test_a_first_day_of_some_years_before_a_dash_is_that_of_a_stretch(whose: str) -> None:
    text = YEAR.replace("Monday 1 September 2025 -", f"Wednesday 3 September 2025 {whose} -")
    assert read_pasted(text).periods == [(date(2025, 9, 3), STRETCHES[0][1]), *STRETCHES[1:]]


def test_christmas_term_is_the_autumn_term() -> None:
    text = """Summer term 2025
Term begins: Wednesday 23 April
Term ends: Tuesday 8 July
Christmas term 2025
Term starts: Monday 1 September
Half term: Monday 27 October to Friday 31 October
Term ends: Friday 19 December
"""
    assert read_pasted(text).periods[-2:] == STRETCHES[:2]


def test_a_stretch_that_runs_backwards_is_of_the_year_of_its_heading_and_told() -> None:
    text = YEAR.replace("Monday 13 April 2026 - Friday 17 July 2026", "13 April 2026 - 17 July 2025")
    reading = read_pasted(text.replace("Autumn term 2025", "Term dates 2025/26\nAutumn term 2025"))
    assert reading.periods == STRETCHES
    assert any("runs backwards. We read it as" in each.sentence for each in reading.problems)


def test_a_half_of_a_term_in_figures_is_no_day() -> None:
    text = """Term | First day | Last day |
Autumn term (1/2) | 1st September 2025 | 24th October 2025 |
Autumn term (2/2) | 3rd November 2025 | 19th December 2025 (12.30 finish) |
Spring term (1/2) | 5th January 2026 | 13th February 2026 |
Spring term (2/2) | 23rd February 2026 | 27th March 2026 |
Summer term 1/2 | 13th April 2026 (11.15 start) | 22nd May 2026 |
Summer term 2/2 | 1st June 2026 | 17th July 2026 |
"""
    assert read_pasted(text).periods == STRETCHES


@pytest.mark.parametrize(
    "line",
    [
        "Monday 22 December 2025 - open to all year round children.",
        "Monday 31 August 2026 - Summer holiday, open to year round children only.",
        "Friday 2 January 2026 - nursery open for year-round children",
    ],
)
def test_a_day_for_children_who_come_all_year_begins_no_term(line: str) -> None:
    assert pupil_days(read_pasted(f"{YEAR}{line}\n")) == pupil_days(read_pasted(YEAR))
    assert what_it_says(line.partition(" - ")[2]).says is None


def test_a_first_day_in_spring_is_not_ended_by_a_last_day_in_december() -> None:
    text = """Spring term 2024
First day of term: Friday 5th January 2024
Last day of term: Thursday 28th March 2024
First day of term: Wednesday 10th April 2024
Autumn term 2024
Friday 20th December 2024: Last day of term for children
"""
    reading = read_pasted(text)
    assert reading.periods == [(date(2024, 1, 5), date(2024, 3, 28))]
    assert sum(each.lacks_edge for each in reading.problems) == 2


@pytest.mark.parametrize(
    "line",
    [
        "5 INSET days per year, of which {} are confirmed; the rest to be confirmed",
        "INSET days: 5 days, of which {}; the rest TBC",
        "Staff training: 5 days, of which {}; remaining days TBC",
        "INSET (5 days): {}, rest TBC",
        "5 INSET days, of which 2 are fixed: {}; rest TBC",
        "5 INSET days, of which {}; rest TBC",
    ],
)
def test_of_a_number_of_training_days_those_with_a_day_are_no_more_to_come(line: str) -> None:
    reading = read_pasted(f"{YEAR}{line.format('1 September 2025 and 5 January 2026')}\n")
    assert (reading.inset_unknown, len(reading.inset_days)) == (3, 2)


def test_an_own_number_of_those_to_come_is_theirs() -> None:
    line = "5 INSET days, of which 1 September 2025 and 5 January 2026; the other two TBC"
    assert read_pasted(f"{YEAR}{line}\n").inset_unknown == 2


LISTED = """Term starts Monday 1 September 2025
Last day before half term Friday 24 October 2025
School opens Monday 3 November 2025
Last day of term Friday 19 December 2025
Term starts Monday 5 January 2026
Last day before half term Friday 13 February 2026
School opens Monday 23 February 2026
Last day of term Friday 27 March 2026
Term starts Monday 13 April 2026
Last day before half term Friday 22 May 2026
School opens Monday 1 June 2026
Last day of term Friday 17 July 2026
"""
LAST, FIRST = "Friday 19 December 2025", "Monday 1 September 2025"


@pytest.mark.parametrize(
    ("day", "title"),
    [
        *(
            (LAST, "Start of Walk to School Week"),
            (LAST, "Guitar lessons resume"),
            (LAST, "GCSE exams begin"),
        ),
        *((LAST, "Come back to school in your PJs"), (LAST, "Staggered starts for Reception")),
        *((LAST, "Summer reading challenge starts"), (LAST, "Toddler group resumes")),
        (LAST, "Year 6 can wear their hoodies from the first day back"),
        *((FIRST, "Year 10 end of year exams"), (FIRST, "Clubs finish at the end of the school day")),
        (FIRST, "Children can wear party clothes on the last day of term"),
    ],
)
def test_what_begins_on_a_last_day_or_ends_on_a_first_one_moves_neither(day: str, title: str) -> None:
    assert read_pasted(LISTED).periods == STRETCHES
    assert read_pasted(f"{LISTED}{day} - {title}\n").periods == STRETCHES
    assert read_pasted(f"{LISTED}{title}: {day}\n").periods == STRETCHES


def test_the_day_of_another_school_alone_is_a_school_day_and_told() -> None:
    text = LISTED.replace(
        "School opens Monday 23 February 2026",
        "Monday 23 February 2026 - first day of half term. (This is an Oak Hill inset day only).",
    )
    reading = read_pasted(text)
    assert date(2026, 2, 23) in pupil_days(reading)
    assert reading.question is None
    assert any("speaks of training" in each.sentence for each in reading.problems)


HOURS = (
    "8:55am - 9:55am - Period 1",
    "13.25 - Lunch",
    "9.30 - 9.45am Breakfast",
    "8:50am - 10:30am Session 1",
)


def test_hours_of_a_school_day_are_not_handed_back() -> None:
    assert not read_pasted("\n".join((YEAR, *HOURS))).not_understood


@pytest.mark.parametrize("line", ["12.30 Friday 3 pupils", "The number is 01234 5678", "Room 12, 9.30am"])
def test_a_line_with_other_numbers_is_still_handed_back(line: str) -> None:
    assert read_pasted(f"{YEAR}\n{line}\n").not_understood


LABELS_ABOVE = """Autumn term starts
Tuesday 2 September 2025
Break up for half term
Friday 24 October 2025
Back to school
Monday 3 November 2025
End of term
Friday 19 December 2025
"""
TRAINING = {date(2025, 9, 1): "Monday 1st September 2025", date(2025, 11, 27): "Thursday 27th November 2025"}


@pytest.mark.parametrize("count", [1, 2])
def test_words_below_the_days_of_a_list_at_the_top_are_of_the_day_above_them(count: int) -> None:
    days = list(TRAINING)[:count]
    reading = read_pasted("".join(f"{TRAINING[day]}\nINSET day\n" for day in days) + LABELS_ABOVE)
    assert reading.inset_days == days
    assert reading.periods[-1] == (date(2025, 11, 3), date(2025, 12, 19))


def test_words_above_the_days_of_a_list_stay_with_the_days_below_them() -> None:
    listed = "".join(f"INSET day\n{written}\n" for written in TRAINING.values())
    assert read_pasted(f"{listed}{LABELS_ABOVE}").inset_days == list(TRAINING)


@pytest.mark.parametrize("more", [(), ("Term 1: Tuesday 2 September to Friday 24 October 2025",)])
def test_no_year_is_asked_for_where_each_makes_the_same_of_the_text(more: tuple[str, ...]) -> None:
    half = "Half term 27-31 October"
    lines = (half, half, "October half term\t24 October 2025\t3 November 2025", *more)
    reading = read_pasted("\n".join(lines), date(2025, 11, 29))
    assert reading.question is None or "Which school year" not in reading.question.sentence
