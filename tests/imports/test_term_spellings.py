"""However a day is written, it is read or handed back; a time, a price and a telephone number are no day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carer_app.domain.school_calendar import Period, SchoolCalendar, days_between
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_month_names import months_named
from carer_app.imports.term_reading import TermReading
from carer_app.imports.term_text import AROUND
from carer_app.imports.term_tokens import month_at, tidied, tokens_in
from carer_app.typed_dates import MONTHS, WEEKDAYS

YEAR = [
    "Term dates 2025/26",
    "Term 1: Tuesday 2 September to Friday 24 October 2025",
    "Term 2: Monday 3 November to Friday 19 December 2025",
    "Term 3: Monday 5 January to Friday 13 February 2026",
    "Term 4: Monday 23 February to Friday 27 March 2026",
    "Term 5: Monday 13 April to Friday 22 May 2026",
    "Term 6: Monday 1 June to Tuesday 21 July 2026",
]
MONTHS_ELSEWHERE = (
    (
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ),
    (
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ),
    (
        "ianuarie",
        "februarie",
        "martie",
        "aprilie",
        "mai",
        "iunie",
        "iulie",
        "august",
        "septembrie",
        "octombrie",
        "noiembrie",
        "decembrie",
    ),
    (
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ),
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
)


def ordinal(day: date) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{day.day}{'th' if 10 < day.day < 14 else ends.get(day.day % 10, 'th')}"


def month(day: date) -> str:
    return MONTHS[day.month - 1]


SPELLINGS: list[Callable[[date], str]] = [
    *(lambda day, names=names: f"{day.day} {names[day.month - 1]} {day.year}" for names in MONTHS_ELSEWHERE),  # type: ignore[misc]
    lambda day: f"{day.day} {MONTHS_ELSEWHERE[0][day.month - 1]} / {month(day)} {day.year}",
    lambda day: f"{day.day} {MONTHS_ELSEWHERE[1][day.month - 1]}",
    lambda day: f"{day.day}. {MONTHS_ELSEWHERE[2][day.month - 1]}",
    lambda day: f"{day.day} {MONTHS_ELSEWHERE[3][day.month - 1]}",
    lambda day: f"{day.day}.{MONTHS_ELSEWHERE[4][day.month - 1]}.{day.year}",
    lambda day: f"{day.day}\u00a0{month(day)}\u202f{day.year}",
    lambda day: f"{day.day}\u2011{month(day)[:3]}\u2011{day.year}",
    lambda day: f"{day:%d}\u2013{day:%m}\u2013{day.year}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: f"{day:%d/%m}",
    lambda day: f"{day:%d.%m}",
    lambda day: f"{day:%d-%m}",
    lambda day: f"{day.day}.{day.month}.",
    lambda day: f"{day.day}.{day.month}",
    lambda day: f"{day.day} {day.month}",
    lambda day: f"{WEEKDAYS[day.weekday()][:3]} {day:%d.%m}",
    lambda day: f"{day:%d.%m} - {day + timedelta(days=3):%d.%m}",
    lambda day: f"{day:%d}. - {day + timedelta(days=1):%d.%m.}",
    lambda day: f"{day:%d/%m}.",
    lambda day: f"{day:%Y-%m-%d}",
    lambda day: f"{day:%Y.%m.%d}",
    lambda day: f"{day.year}-{month(day)[:3]}-{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{month(day)[:3]} {ordinal(day)}",
    lambda day: f"{ordinal(day)} of {month(day)[:4]}",
    lambda day: f"the {ordinal(day)} day of {month(day)}",
    lambda day: f"{ordinal(day)}, {month(day)}",
    lambda day: f"{month(day)}, {day.day}",
    lambda day: f"{month(day)[:3]}-{day.day}",
    lambda day: f"{day.day}({month(day)})",
    lambda day: f"{day.day}_{month(day)}_{day.year}",
    lambda day: f"{day.day} ({WEEKDAYS[day.weekday()]}) {month(day)}",
    lambda day: f"{day.day} {month(day)[:1]} {month(day)[1:].lower()}",
    lambda day: f"{day.day}/{day.day + 1} {month(day)}",
    lambda day: f"{day:%d/%m/%Y}".translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
]
LABELS = ("INSET day: ", "School closed ", "Term 7: ", "Half term: ", "School reopens: ", "Training day - ")
DAYS = st.dates(date(2025, 9, 1), date(2026, 7, 21)).filter(lambda day: day.day < 28)
LINES = st.builds(
    lambda label, spelled, day: label + spelled(day),
    st.sampled_from(LABELS),
    st.sampled_from(SPELLINGS),
    DAYS,
)
NO_DAYS = (
    "School day: 8.45 - 15.15",
    "Doors open at 9.10",
    "Lunch 12.05pm to 1.05pm",
    "Term fees: £25.10",
    "Tel: 020 7946 0018",
    "Telephone 01632 960 512",
    "INSET costs £12.05",
    "School closed to Years 10-11",
    "Half term club for ages 5-11, £10.11 a day",
    "School opens 8:45, closes 3:15",
    "5 INSET days",
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(LINES, st.sampled_from([*YEAR, *NO_DAYS])), min_size=1, max_size=12))
def test_a_day_in_any_spelling_is_used_left_out_or_handed_back(lines: list[str]) -> None:
    reading = read_pasted("\n".join([YEAR[0], *lines]))
    told = {each.line for each in reading.account}
    for line in lines:
        if line not in NO_DAYS and line != YEAR[0]:
            assert any(tidied(line).strip(AROUND) in each for each in told), line


def pupil_days(reading: TermReading) -> set[date]:
    calendar = SchoolCalendar(reading.periods, reading.inset_days, reading.closed_days)
    return {day for each in calendar.periods for day in days_between(*each) if calendar.is_school_day(day)}


@pytest.mark.parametrize("line", NO_DAYS)
def test_a_time_a_price_and_a_telephone_number_are_no_days(line: str) -> None:
    plain, reading = read_pasted("\n".join(YEAR)), read_pasted("\n".join([*YEAR, line]))
    assert pupil_days(reading) == pupil_days(plain)
    assert [each for each in reading.account if each.line == line] == []


PERIODS: list[Period] = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 24)),
    (date(2027, 4, 12), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
]


@pytest.mark.parametrize("spelled", ["%d.%m", "%d.%m.", "%d-%m", "%d/%m", "%d.%m.%y"])
@pytest.mark.parametrize("between", [" - ", " \u2013 ", " to ", "\t"])
def test_a_page_with_its_months_in_figures_is_read_beneath_its_year(spelled: str, between: str) -> None:
    lines = [f"Term {n}\t{a:{spelled}}{between}{b:{spelled}}" for n, (a, b) in enumerate(PERIODS, 1)]
    reading = read_pasted("\n".join(["School year 2026/27", *lines, "School day 8.45 - 15.15"]))
    assert reading.periods == PERIODS
    assert all(each.fate == "used" for each in reading.account)


def test_times_alone_make_no_page_of_days() -> None:
    reading = read_pasted("2026/27\nBreak 10.10 - 10.30\nLunch 12.05 - 12.55\nTerm time: 9.10 - 3.10")
    assert reading.periods == []
    assert all(each.fate == "handed_back" for each in reading.account)


@pytest.mark.parametrize(
    "written",
    [
        "2 Medi / September 2026",
        "2 September / Medi 2026",
        "2 Medi (September) 2026",
        "2 Medi | September 2026",
    ],
)
def test_a_month_in_two_languages_is_one_month(written: str) -> None:
    reading = read_pasted(f"Term dates 2026/27\nINSET day: {written}\nTerm 1: 1 September - 23 October 2026")
    assert reading.inset_days == [date(2026, 9, 2)]


@pytest.mark.parametrize("written", ["12/13 May", "12\\13 May", "12-May-to-13-May", "1 2th and 13th May"])
def test_two_days_that_stand_close_together_are_both_read(written: str) -> None:
    reading = read_pasted("\n".join([*YEAR, f"INSET days: {written}"]))
    told = [day for each in reading.account[len(YEAR) - 1 :] for day in each.days]
    assert told == [date(2026, 5, 12), date(2026, 5, 13)]


@pytest.mark.parametrize("half", ["1/2 term", "½ term", "1/2-term"])
def test_half_term_in_figures_is_no_first_of_february(half: str) -> None:
    reading = read_pasted("\n".join([*YEAR[:2], f"{half}: 27/10 - 31/10", *YEAR[2:]]))
    assert [each.days for each in reading.account if half[-4:] in each.line.casefold()][1:2] == [
        (date(2025, 10, 27), date(2025, 10, 31))
    ]


def test_no_month_of_another_language_is_read_as_another_month() -> None:
    for names in MONTHS_ELSEWHERE:
        for number, name in enumerate(names, 1):
            read = month_at(tokens_in(name), 0)
            assert read in (None, number), name
            assert name in MONTHS_ELSEWHERE[4] or number in months_named(name) or read == number, name
