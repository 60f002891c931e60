"""A page that names a year beside none of its dates: the weekdays tell it, and an autumn comes after a summer."""

from datetime import date

from carer_app.imports.term_dates import read_pasted

AGENDA = """Calendar

Oct
12
Mon
Enrichment Week
Oct 12 – Oct 16 all-day
Oct
14
Wed
Flu Vaccination 14th October 2026
Oct 14 all-day
Oct
23
Fri
Break up for half term
Oct 23 all-day
Nov
3
Tue
Return to school after half term
Nov 3 all-day
Nov
25
Wed
Y5 Class Assembly
Nov 25 all-day
New Reception Open Morning
Nov 25 @ 10:00 am – 11:00 am
Dec
18
Fri
Break up for Christmas
Dec 18 all-day
Jan
4
Mon
Return to school
Jan 4 all-day
Feb
15
Mon
Half Term
Feb 15 – Feb 19 all-day
"""
REST_OF_A_YEAR = """Here are all the term dates and holidays for the rest of 2027.
Spring Holiday (Easter) - Monday, March 29 - Friday, April 9
Summer Term - Monday, April 12 - Friday, May 28
Summer Half Term - Monday, May 31 - Friday, June 4
Summer Term - Monday, June 7 - Wednesday, July 21
Summer Holiday - Thursday, July 22 - Tuesday, August 31
Autumn Term - Wednesday, September 1 - Friday, October 22
Autumn Half Term - Monday, October 25 - Friday, October 29
Autumn Term - Monday, November 1 - Friday, December 17
"""
LETTER = """School closes on Wednesday 21st July.
INSET Days: Thursday 2nd and Friday 3rd September.
All children return to school on Monday 6th September.
"""


def test_an_agenda_of_a_website_is_read_line_by_line() -> None:
    reading = read_pasted(AGENDA, date(2026, 10, 1))
    assert reading.periods == [
        (date(2026, 11, 3), date(2026, 12, 18)),
        (date(2027, 1, 4), date(2027, 2, 12)),
    ]
    assert reading.closed_days == []
    assert reading.question is None
    assert {each.fate for each in reading.account if "Class Assembly" in each.line} == {"left_out"}


def test_the_rest_of_a_calendar_year_is_of_two_school_years() -> None:
    reading = read_pasted(REST_OF_A_YEAR, date(2027, 4, 1))
    assert reading.periods == [
        (date(2027, 4, 12), date(2027, 5, 28)),
        (date(2027, 6, 7), date(2027, 7, 21)),
        (date(2027, 9, 1), date(2027, 10, 22)),
        (date(2027, 11, 1), date(2027, 12, 17)),
    ]
    assert next(each.sentence for each in reading.problems) == (
        "The text does not say which year. Its weekdays are those of 2026/27 and 2027/28, so we took that. "
        "Please check it."
    )


def test_a_letter_in_july_tells_the_september_after_it() -> None:
    reading = read_pasted(LETTER, date(2027, 7, 12))
    assert reading.inset_days == [date(2027, 9, 2), date(2027, 9, 3)]
    assert reading.periods == []
    assert reading.question is None


def test_a_year_that_no_weekday_bears_out_is_not_taken() -> None:
    text = "Term dates for 2027\nAutumn term: Monday, September 4 to Friday, October 20"
    assert read_pasted(text, date(2030, 4, 1)).periods == []
