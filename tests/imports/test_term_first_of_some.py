"""Some year groups that begin on another day than the others: it is said or asked, whatever the verb."""

from datetime import date

import pytest

from carer_app.imports.school_events import what_it_says
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


COLLEGE = """2023-2024
Thursday 17th August | Level 3 results day
{line}
Wednesday 30th August | Start of term for Year 13 students
Monday 4th September | Start of term for Year 12 students
Monday 23rd - Friday 27th October | Half-term holiday
Monday 18th December - Monday 1st January | Holiday
Monday 12th - Friday 16th February | Half-term holiday
Friday 29th March - Friday 12th April | Holiday
Monday 27th - Friday 31st May | Half-term holiday
Friday 5th July | End of term
"""


@pytest.mark.parametrize(
    "words",
    [
        "GCSE Results Day. Start of Enrolment of new Year 12 students.",
        "Enrolment begins",
        "Results available from 9am, start of enrolment",
        "College opens for enrolment",
    ],
)
def test_results_and_enrolment_in_august_are_no_first_day(words: str) -> None:
    text = COLLEGE.format(line=f"Thursday 24th August | {words}")
    reading = read_pasted(text)
    assert reading.periods[0] == (date(2023, 8, 30), date(2023, 10, 20))
    assert "30 August" in (reading.question.sentence if reading.question else "")
    assert not [each for each in reading.problems if "Some children" in each.sentence]


@pytest.mark.parametrize(
    "words", ["Enrolment week. Term starts", "Start of term and enrolment", "Students return and enrol"]
)
def test_a_first_day_with_enrolment_is_one(words: str) -> None:
    assert what_it_says(words).says == "start"


@pytest.mark.parametrize(
    "words",
    [
        "Open day for Nursery children starting in Sept 2028 - please ring the office to book",
        "Open morning for families of pupils starting in September",
        "Tours for children joining Reception next year",
    ],
)
def test_an_open_day_for_those_who_will_start_is_an_event(words: str) -> None:
    assert not what_it_says(words).is_enough
    reading = read_pasted(YEAR.format(before="", after=f"Thursday 28th October 2027 - {words}"))
    assert reading.periods[1][0] == date(2027, 11, 1)
    assert reading.question is None
