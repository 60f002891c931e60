"""Why a day was not used, in words that are true of that very day; and a year put right by the days around it."""

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_nursery import said_of_all
from carer_app.imports.term_text import rows_in
from carer_app.imports.term_whose import schools_in

AUTUMN = """Autumn 1: 2 September to 24 October 2025
Autumn 2: 3 November to 19 December 2025
Spring 1: 5 January to 13 February 2026
"""
TRAINING = " It is in the list of training days."
WEEKEND = "It is at a weekend, so it changes nothing."
ANYWAY = "It is no school day for pupils anyway"
UNKNOWN = "We know of no school days around it yet."
BANK = "It is a bank holiday, so school is shut then anyway."
OTHERS = "It lies in school days that other lines tell."
NO_SCHOOL_BESIDE = "We know of no school days just before it or after it, so it changes nothing."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        # what is known of the month after the last day of school, and of the month before the first
        ("INSET day: Friday 13 March 2026", f"{ANYWAY}.{TRAINING}"),
        ("INSET day: Monday 16 March 2026", UNKNOWN + TRAINING),
        ("INSET day: Monday 4 August 2025", f"{ANYWAY}.{TRAINING}"),
        ("INSET day: Friday 1 August 2025", UNKNOWN + TRAINING),
        ("INSET day: Saturday 14 March 2026", WEEKEND),
        ("INSET day: Sunday 3 August 2025", WEEKEND),
        ("School closed: 28 October 2025", f"{ANYWAY}, so it changes nothing."),
        ("School closed: 5 May 2026", UNKNOWN),
        ("School closed: 26 December 2025", BANK),
        ("Bank holiday: 25 December 2025", BANK),
        ("Staff return: 1 September 2025", ""),
        ("Staff return: 5 January 2026", "Pupils are at school on that day too."),
        ("Staff return: Monday 29 June 2026", UNKNOWN + TRAINING),
        ("Half term: 16 to 20 February 2026", ""),
        ("Half term: 23 to 27 February 2026", NO_SCHOOL_BESIDE),
        ("Holiday: 22 December 2025 to 2 January 2026", ""),
        ("Holiday: 24 December to 31 December 2025", NO_SCHOOL_BESIDE),
        ("Term: 8 September to 10 October 2025", OTHERS),
        ("School closes: 10 December 2025", "School is open on the day after it too, so nothing ends on it."),
        ("School closes: 23 December 2025", "The text has 19 December as the last day too, and we took that one."),
        ("School closes: 24 December 2025", "The text has 19 December as the last day too, and we took that one."),
        ("School opens: 2 March 2026", "We found no last day for it, so it adds no school days."),
        ("School opens: 1 September 2026", "It begins a school year whose other days are not here."),
        ("School opens: 8 September 2025", "School is open on the day before it too, so nothing begins on it."),
        ("School closes: 21 July 2025", "It ends a school year whose other days are not here."),
        ("School closes: 21 July 2026", "We found no first day for it, so it adds no school days."),
        ("Twilight INSET: 3 November 2025", "It is after school, so it closes no day."),
    ],
)  # fmt: skip
def test_the_reason_is_true_of_the_day(line: str, reason: str) -> None:
    plain, reading = read_pasted(AUTUMN), read_pasted(AUTUMN + line)
    (told,) = (each for each in reading.account if each.line == line)
    assert (told.fate, told.reason) == ("left_out" if reason else "used", reason)
    if not line.startswith("Staff return: 1 September"):
        assert reading.periods == plain.periods
    assert reading.question is None


@pytest.mark.parametrize("year", [AUTUMN, AUTUMN + "Half term: 16 to 20 February 2026\n"])
def test_a_shorter_holiday_inside_a_longer_one_says_so(year: str) -> None:
    lines = "Christmas holiday: 22 December 2025 to 2 January 2026\nHoliday: 24 to 31 December 2025"
    told = read_pasted(year + lines).account[-1]
    assert (told.fate, told.reason) == ("left_out", "It lies in a longer holiday.")


@pytest.mark.parametrize(
    ("day", "known"),
    [
        *(("Monday 4 August 2025", False), ("Tuesday 5 August 2025", True)),
        *(("Thursday 12 March 2026", True), ("Friday 13 March 2026", False)),
    ],
)
def test_what_lies_a_month_from_the_school_days_that_we_know_is_not_called_a_holiday(
    day: str, known: bool
) -> None:
    text = "Autumn 1: 3 September to 24 October 2025\nSpring 1: 5 January to 11 February 2026\nINSET day: "
    reason = f"{ANYWAY}.{TRAINING}" if known else UNKNOWN + TRAINING
    assert read_pasted(text + day).account[-1].reason == reason


@pytest.mark.parametrize(
    ("title", "more", "of_all"),
    [
        ("Acorns Nursery", "", True),
        ("Acorns Nursery", "\nTerm starts: Monday 13 April 2026", True),
        ("Beech Primary School", "", False),
        ("Acorns Nursery", "\nPrimary school re-opens: Tuesday 6 January 2026", False),
        ("Welcome", "", False),
        ("Welcome", "\nNursery re-opens: Monday 13 April 2026", True),
        ("Welcome", "\nTerm starts: Monday 13 April 2026", False),
        ("Welcome\nAcorns Nursery", "", False),
    ],
)
def test_a_page_of_a_nursery_alone_speaks_of_all_its_children(title: str, more: str, of_all: bool) -> None:
    lines = f"Nursery re-opens: Monday 5 January 2026\nHoliday: 16 to 20 February 2026{more}"
    rows = said_of_all(rows_in(f"{title}\n{lines}")[0])
    (said,) = (row.words for row in rows if "5 January" in row.words)
    assert said == f"{'School ' if of_all else 'Nursery'} re-opens: Monday 5 January 2026"


TERMS = [
    "Term dates",
    "Autumn 1: 2 September 2025 to 24 October 2025",
    "Autumn 2: 3 November 2025 to 19 December 2025",
    "Spring 1: 5 January 2026 to 13 February 2026",
    "Spring 2: 23 February 2026 to 27 March 2026",
]


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("3 November 2025", "3 November 2024"),
        ("19 December 2025", "19 December 2026"),
        ("19 December 2025", "19 December 2024"),
        ("5 January 2026", "5 January 2025"),
        ("13 February 2026", "13 February 2027"),
        ("13 February 2026", "13 February 2025"),
    ],
)
def test_a_year_out_of_its_order_is_the_one_between_the_days_beside_it(meant: str, written: str) -> None:
    text = "\n".join(TERMS)
    reading = read_pasted(text.replace(meant, written))
    assert reading.periods == read_pasted(text).periods
    (problem,) = reading.problems[:1]
    line = next(line for line in TERMS if meant in line).partition(": ")[2]
    assert problem.sentence == (
        f"{line.replace(meant, written)} cannot be right there. We read it as {line}, between the days beside it. "
        "Please check it."
    )


@pytest.mark.parametrize(
    ("meant", "written"), [("2 September 2025", "2 September 2024"), ("27 March 2026", "27 March 2027")]
)
def test_a_year_with_no_days_on_its_other_side_is_kept_and_told(meant: str, written: str) -> None:
    reading = read_pasted("\n".join(TERMS).replace(meant, written))
    assert ["is longer than any term" in problem.sentence for problem in reading.problems][:1] == [True]
    assert len(reading.periods) == 4


@pytest.mark.parametrize(("letters", "schools"), [(60, 2), (61, 0)])
def test_a_heading_is_a_schools_name_while_it_is_short(letters: int, schools: int) -> None:
    dates = "Term starts 2 September 2026\nHalf term 26 - 30 October 2026\nTerm ends 18 December 2026\nBack 4 January"
    name = "Infant School".rjust(letters, "B")
    assert len(schools_in(rows_in(f"{name}\n{dates}\nBeech Juniors\n{dates}")[0])) == schools
