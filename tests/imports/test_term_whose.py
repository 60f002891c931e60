"""A page with the dates of two schools: the carer is asked which are the child's; no day of one goes into the other.

Each text has the first half of a year.
"""

from datetime import date

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading

ONE_AFTER_THE_OTHER = """Term dates 2026-27
{first}
Autumn term: Wednesday 2 September - Friday 18 December 2026
Half term: 26 - 30 October 2026
Spring term: Monday 4 January - Thursday 25 March 2027
Half term: 15 - 19 February 2027
{second}
Autumn term: Monday 14 September - Thursday 17 December 2026
Half term: 19 - 30 October 2026
Spring term: Thursday 7 January - Wednesday 24 March 2027
Half term: 15 - 19 February 2027
"""
IN_COLUMNS = """Term dates 2026-27
\tPrimary\tSecondary
Autumn term starts\tWednesday 2 September 2026\tMonday 14 September 2026
Half term\t26 - 30 October 2026\t19 - 30 October 2026
Autumn term ends\tFriday 18 December 2026\tThursday 17 December 2026
Spring term starts\tMonday 4 January 2027\tThursday 7 January 2027
Half term\t15 - 19 February 2027\t15 - 19 February 2027
Spring term ends\tThursday 25 March 2027\tWednesday 24 March 2027
"""
TERM_BY_TERM = """Dates 2026-27
Autumn term 2026
Main school
Term starts: Wednesday 2 September
Half term: 26 - 30 October
Term ends: Friday 18 December
Nursery
Term starts: Monday 14 September
Half term: 19 - 30 October
Term ends: Thursday 17 December
Spring term 2027
Main school
Term starts: Monday 4 January
Half term: 15 - 19 February
Term ends: Thursday 25 March
Nursery
Term starts: Thursday 7 January
Half term: 15 - 19 February
Term ends: Wednesday 24 March
"""
FIRST = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 4), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
]
SECOND = [
    (date(2026, 9, 14), date(2026, 10, 16)),
    (date(2026, 11, 2), date(2026, 12, 17)),
    (date(2027, 1, 7), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 24)),
]


def by_answer(reading: TermReading) -> dict[str, TermReading]:
    assert reading.question is not None
    return {answer.words: answer.reading for answer in reading.question.answers}


def test_two_schools_one_after_the_other_are_two_answers() -> None:
    reading = read_pasted(ONE_AFTER_THE_OTHER.format(first="Beech Infants", second="Beech Juniors"))
    assert reading.question is not None
    assert (
        reading.question.sentence
        == "This page has dates for Beech Infants and Beech Juniors. Which are the child’s?"
    )
    answers = by_answer(reading)
    assert answers["Beech Infants"].periods == FIRST
    assert answers["Beech Juniors"].periods == SECOND
    assert answers["Beech Juniors"].problems == [] or {p.kind for p in answers["Beech Juniors"].problems} == {
        "missing"
    }


def test_a_nursery_beside_its_school_is_an_answer() -> None:
    answers = by_answer(read_pasted(ONE_AFTER_THE_OTHER.format(first="School", second="Nursery")))
    assert [answers["School"].periods, answers["Nursery"].periods] == [FIRST, SECOND]


def test_two_schools_side_by_side_are_two_answers() -> None:
    answers = by_answer(read_pasted(IN_COLUMNS))
    assert [answers["Primary"].periods, answers["Secondary"].periods] == [FIRST, SECOND]


def test_two_schools_told_term_by_term_are_two_answers() -> None:
    answers = by_answer(read_pasted(TERM_BY_TERM))
    assert [answers["Main school"].periods, answers["Nursery"].periods] == [FIRST, SECOND]


def test_training_days_that_only_the_end_lists_are_those_of_both() -> None:
    text = ONE_AFTER_THE_OTHER.format(first="Infants", second="Juniors") + "INSET days\n1 September 2026\n"
    answers = by_answer(read_pasted(text))
    assert [each.inset_days for each in answers.values()] == [[date(2026, 9, 1)]] * 2


def test_the_days_of_the_other_school_are_accounted_for_in_the_order_of_the_page() -> None:
    for text in (ONE_AFTER_THE_OTHER.format(first="Infants", second="Juniors"), IN_COLUMNS, TERM_BY_TERM):
        readings = by_answer(read_pasted(text)).values()
        written = [sorted(each.written for each in reading.account) for reading in readings]
        assert written[0] == written[1]
        assert len(written[0]) in (8, 12)
        for reading in readings:
            left = [
                each
                for each in reading.account
                if each.reason == "It is about another school, or part of it."
            ]
            assert 2 * len(left) == len(reading.account)


def test_what_is_open_in_the_dates_of_one_school_is_asked_after_its_answer() -> None:
    text = (
        ONE_AFTER_THE_OTHER.format(first="Infants", second="Juniors")
        + "Year 3 start on Monday 11 January 2027\n"
    )
    text = text.replace(
        "Spring term: Thursday 7 January -", "Year 6 start on Thursday 7 January 2027\nTerm ends"
    )
    answers = by_answer(read_pasted(text))
    following = answers["Juniors"].question
    assert following is not None
    assert "7 January" in following.sentence
    assert answers["Infants"].question is None
    whole = len(read_pasted(text).account)
    for each in (*answers.values(), *(answer.reading for answer in following.answers)):
        assert len(each.account) == whole
        assert {one.line for one in each.account if one.fate == "left_out"} <= set(each.not_understood)


def test_a_school_that_is_named_above_each_of_its_years_is_one() -> None:
    lines = ONE_AFTER_THE_OTHER.format(first="School dates 2026-27", second="").splitlines()[1:6]
    again = [
        line.replace("2027", "2028").replace("2026-27", "2027-28").replace("2026", "2027") for line in lines
    ]
    assert again[0] == "School dates 2027-28"
    assert read_pasted("\n".join([*lines, *again])).question is None


def test_a_line_that_tells_when_children_go_home_is_the_name_of_no_school() -> None:
    text = ONE_AFTER_THE_OTHER.format(first="12 noon for Prep", second="12:30pm for Pre-Prep and Prep")
    question = read_pasted(text).question
    assert question is None or "noon" not in question.sentence


def test_a_count_of_school_days_is_the_name_of_no_school() -> None:
    text = ONE_AFTER_THE_OTHER.format(
        first="Number of school days 50 days", second="Total school days 190 days"
    )
    assert read_pasted(text).question is None
