"""Some year groups that begin on another day than the others: it is said or asked, whatever the verb."""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

YEAR = """Key dates 2027 - 2028
{before}
Term 1: Tuesday 7th September 2027 - Friday 22nd October 2027
{after}
Half Term: Monday 25th October - Friday 29th October
Term 2: Monday 1st November - Friday 17th December
Christmas: Monday 20th December - Monday 3rd January
Term 3: Tuesday 4th January - Friday 11th February
Half Term: Monday 14th February - Friday 18th February
Term 4: Monday 21st February - Friday 31st March
Easter: Monday 3rd April - Monday 17th April
Term 5: Tuesday 18th April - Friday 26th May
Half Term: Monday 29th May - Friday 2nd June
Term 6: Monday 5th June - Friday 21st July
"""
VERBS = (
    "Years 7 and 11 in school",
    "Year 9 only",
    "Year 7",
    "Year 10 first day",
    "Year 11 attend",
    "Welcome to Year 7",
    "Year 8 expected in school",
    "Year 7 full day",
    "Year 12 return",
    "Years 7 & 12 arrive at 9am",
    "Year 7 join us",
)


def is_told(reading: TermReading) -> bool:
    first_days = (
        "Some children begin",
        "Some classes begin",
        "Is the first day of school",
        "not speak of everybody",
    )
    asked = reading.question.sentence if reading.question else ""
    return any(
        words in said for words in first_days for said in [asked, *(p.sentence for p in reading.problems)]
    )


@pytest.mark.parametrize("words", VERBS)
@pytest.mark.parametrize("form", ["{day}: {words}", "{words} - {day}", "{day} | {words}"])
def test_some_years_before_the_others_are_told_of(words: str, form: str) -> None:
    line = form.format(words=words, day="Friday 3rd September")
    reading = read_pasted(YEAR.format(before=f"Thursday 2nd September: INSET Day\n{line}", after=""))
    assert is_told(reading)
    assert reading.inset_days == [date(2027, 9, 2)]


@pytest.mark.parametrize("words", ["Year 9 in school", "Year 12 return", "Year 8 first day", "Year 11 start"])
def test_some_years_after_the_others_are_told_of(words: str) -> None:
    assert is_told(read_pasted(YEAR.format(before="", after=f"Thursday 9th September: {words}")))


@pytest.mark.parametrize(
    "words",
    ["Year 7 parents' picnic", "Year 11 geography trip", "Year 12 photographs", "Year 9 swimming gala"],
)
@pytest.mark.parametrize("day", ["Friday 3rd September", "Thursday 9th September"])
def test_an_event_of_some_years_is_no_first_day(words: str, day: str) -> None:
    reading = read_pasted(YEAR.format(before="", after=f"{day}: {words}"))
    assert not is_told(reading)
    assert reading.periods[0] == (date(2027, 9, 7), date(2027, 10, 22))
