"""Training days of another year than the table, or in strange words: in their own year, handed back, or asked about."""

from datetime import date
from itertools import product

import pytest

from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.imports.term_dates import read_pasted
from carer_app.typed_dates import MONTHS, WEEKDAYS

TABLE = """Term dates 2025-2026
Autumn term: Wednesday 3rd September to Friday 19th December
Half term: Monday 27th October to Friday 31st October
Spring term: Monday 5th January to Friday 27th March
Half term: Monday 16th February to Friday 20th February
Summer term: Monday 13th April to Tuesday 21st July
Half term: Monday 25th May to Friday 29th May
"""
OF_YEARS = {
    2023: (date(2023, 9, 4), date(2023, 11, 6), date(2024, 1, 8), date(2024, 7, 22)),
    2024: (date(2024, 9, 2), date(2024, 11, 4), date(2025, 1, 6), date(2025, 7, 21)),
    2026: (date(2026, 9, 1), date(2026, 11, 2), date(2027, 1, 4), date(2027, 7, 22)),
}
HEADINGS = (
    "INSET days {a}/{b}",
    "INSET days for {a}-{c} are",
    "Staff training days ({a}/{b})",
    "Training days for the academic year {a} - {c}",
)
SHAPES = ("{}: ", "{}\n", "{} - ", "{} | ")


def say(day: date, *, weekday: bool, year: bool) -> str:
    first = f"{WEEKDAYS[day.weekday()]} " if weekday else ""
    last = f" {day.year}" if year else ""
    return f"{first}{day.day} {MONTHS[day.month - 1]}{last}"


@pytest.mark.parametrize("year", OF_YEARS)
@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("is_above", [False, True])
def test_a_list_for_another_year_is_of_that_year_or_handed_back(
    year: int, heading: str, is_above: bool
) -> None:
    days = OF_YEARS[year]
    for shape, weekday, with_year, apart in product(SHAPES, (True, False), (True, False), (", ", "\n")):
        head = shape.format(heading.format(a=year, b=(year + 1) % 100, c=year + 1))
        said = f"{head}{apart.join(say(day, weekday=weekday, year=with_year) for day in days)}\n"
        reading = read_pasted(f"{said}\n{TABLE}" if is_above else f"{TABLE}\n{said}")
        fates = {each.fate for each in reading.account if each.line.strip() and each.line in said}
        assert set(reading.inset_days) == set(days) or "handed_back" in fates, said
        assert not [day for day in reading.inset_days if day not in days], said


@pytest.mark.parametrize("apart", [": ", "\n"])
def test_training_days_named_by_their_calendar_year_are_not_of_the_years_of_the_table(apart: str) -> None:
    text = f"{TABLE}INSET days 2023{apart}4 September\n5 September\nINSET days 2026{apart}20 July\n21 July\n"
    if apart == ": ":
        text = text.replace("September\n5", "September, 5").replace("July\n21", "July, 21")
    assert read_pasted(text).inset_days == [
        *(date(2023, 9, 4), date(2023, 9, 5)),
        *(date(2026, 7, 20), date(2026, 7, 21)),
    ]


def test_training_days_named_by_a_year_of_their_table_stay_in_it() -> None:
    reading = read_pasted(f"{TABLE}INSET days 2025: 3 September, 5 January\nINSET days 2026: 20 July\n")
    assert reading.inset_days == [date(2025, 9, 3), date(2026, 1, 5), date(2026, 7, 20)]


@pytest.mark.parametrize(
    "words",
    [
        "Teacher/TA INSET day",
        "Staff/Governor INSET day",
        "Staff and governor training day",
        "Teaching and support staff INSET",
        "Teachers & TAs training day",
        "TA/teacher INSET day",
    ],
)
@pytest.mark.parametrize(
    "line", ["{}: Friday 6 March 2026", "Friday 6 March 2026 - {}", "{} | Friday 6 March 2026"]
)
def test_two_kinds_of_staff_together_are_all_of_them(words: str, line: str) -> None:
    assert read_pasted(TABLE + line.format(words)).inset_days == [date(2026, 3, 6)]


@pytest.mark.parametrize("words", ["TA training day", "Support staff INSET", "Governor training day"])
def test_one_of_them_alone_is_not(words: str) -> None:
    assert read_pasted(f"{TABLE}{words}: Friday 6 March 2026").inset_days == []


@pytest.mark.parametrize(
    "words",
    ["Associate/Tutor INSET training day", "Meridian INSET day", "Tutor Training Day", "FE & HE Inset"],
)
def test_training_in_strange_words_is_asked_about_once(words: str) -> None:
    days = [date(2026, 1, 5), date(2026, 3, 6), date(2026, 5, 8)]
    said = "\n".join(f"{words}: {say(day, weekday=True, year=True)}" for day in days)
    reading = read_pasted(TABLE + said)
    assert reading.question is not None
    assert reading.question.sentence == (
        "Is school open to all its pupils on Monday 5 January 2026, Friday 6 March 2026 and Friday 8 May 2026?"
    )
    is_open, is_shut = (each.reading for each in reading.question.answers)
    assert (is_open.question, is_shut.question) == (None, None)
    assert (is_open.inset_days, is_shut.inset_days) == ([], days)
    assert not [each for each in (*is_open.problems, *is_shut.problems) if each.kind in ("doubt", "unused")]
    calendar = SchoolCalendar(is_shut.periods, is_shut.inset_days, is_shut.closed_days)
    assert not any(map(calendar.is_school_day, days))


@pytest.mark.parametrize(
    "words",
    ["Football training", "Fire training day", "First aid training for parents", "Year 6 training day"],
)
def test_training_of_an_everyday_kind_is_not_asked_about(words: str) -> None:
    reading = read_pasted(f"{TABLE}{words}: Friday 6 March 2026")
    assert (reading.question, reading.inset_days) == (None, [])


@pytest.mark.parametrize(
    "words", ["Study days", "Home learning days", "Target setting days", "Remote-learning days"]
)
@pytest.mark.parametrize(
    "shape",
    [
        "{words}\n{one}\n{other}",
        "{words}: {one} and {other}",
        "{words}: {one} {other}",
        "{words} | {one} | {other}",
        "College holidays and {words}\n{one}\n{other}",
    ],
)
def test_days_on_which_pupils_may_be_at_home_are_asked_about_and_no_holiday_between_them(
    words: str, shape: str
) -> None:
    one, other = date(2025, 11, 28), date(2026, 3, 6)
    said = shape.format(words=words, one="28 November 2025", other="6 March 2026")
    reading = read_pasted(TABLE + said)
    assert reading.question is not None, said
    is_open, is_shut = (each.reading for each in reading.question.answers)
    assert (is_open.closed_days, is_shut.closed_days) == ([], [one, other])
    assert is_open.periods == is_shut.periods == read_pasted(TABLE).periods
    assert not reading.problems


def test_days_in_a_sentence_are_named_one_by_one_and_not_as_a_stretch() -> None:
    reading = read_pasted(f"{TABLE}Rehearsals 28 November 2025 and 6 March 2026\n")
    assert [each.sentence for each in reading.problems] in (
        [],
        [
            "We did not use 28 November 2025 and 6 March 2026: we could not tell what it is. Please check its line."
        ],
    )


def test_a_table_of_last_days_and_first_days_below_the_heading_of_another_year_keeps_its_own() -> None:
    text = (
        "INSET Dates for the Academic Year 2026 - 2027\nTuesday 1st September 2026\n\n"
        "| Holiday | School will Close | School will Reassemble |\n"
        "| Summer 2025 | Friday 18 July 2025 | Wednesday 3 September 2025 |\n"
        "| October Mid-Term 2025 | Friday 24 October 2025 | Monday 3 November 2025 |\n"
        "| Christmas 2025 | Friday 19 December 2025 | Tuesday 6 January 2026 |\n"
        "| Spring Mid-Term 2026 | Friday 13 February 2026 | Monday 23 February 2026 |\n"
        "| Easter 2026 | Thursday 2 April 2026 | Monday 20 April 2026 |\n"
        "| Summer 2026 | Friday 17 July 2026 | Tuesday 1 September 2026 |\n"
    )
    reading = read_pasted(text)
    assert reading.periods[:2] == [
        (date(2025, 9, 3), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]
    assert not any(first.month in (7, 8) for first, _last in reading.periods)


def test_a_nursery_without_terms_is_said_to_have_none_and_its_days_are_its_own() -> None:
    for opens in ("open all year except", "open 51 weeks of the year except", "open all year round, closed"):
        text = (
            f"Our nursery is {opens} on bank holidays.\n"
            "INSET days 2025/26 - nursery closed: Monday 1st September 2025, Friday 22nd May 2026\n"
        )
        reading = read_pasted(text)
        assert reading.inset_days == [date(2025, 9, 1), date(2026, 5, 22)]
        assert [each.sentence for each in reading.problems] == [
            "The text says that it is open all year. It gives no first and last days of terms."
        ]
