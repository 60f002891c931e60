"""What a page leaves open is asked one thing at a time, and each answer gives the year that it says."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from carer_app.domain.school_calendar import Period
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.test_term_silence import TABLE, pupil_days


def leaves(reading: TermReading, *said: str) -> Iterator[tuple[tuple[str, ...], TermReading]]:
    """Each row of answers that a carer can give, and what is read then."""
    if reading.question is None:
        yield said, reading
        return
    for answer in reading.question.answers:
        yield from leaves(answer.reading, *said, answer.words)


TRAINING = "Friday 7 May 2027\nTraining day\nFriday 14 May 2027\n"


@pytest.mark.parametrize(
    ("lines", "asked", "if_open", "if_shut"),
    [
        (TRAINING + "Training day", "Friday 7 May", [date(2027, 5, 14)], [date(2027, 5, 7), date(2027, 5, 14)]),
        (TRAINING + "Twilight training", "Friday 7 May", [date(2027, 5, 14)], [date(2027, 5, 7)]),
        (TRAINING + "\nSchool closed", "Friday 7 May", [date(2027, 5, 14)], [date(2027, 5, 7), date(2027, 5, 14)]),
        (
            "Training day\nFriday 7 May 2027\nSchool closed\nFriday 14 May 2027\nBack to school",
            *("Friday 14 May", [date(2027, 5, 7)], [date(2027, 5, 7), date(2027, 5, 14)]),
        ),
    ],
)  # fmt: skip
def test_where_a_label_may_be_of_the_day_above_or_below_it_is_asked_whether_school_is_open(
    lines: str, asked: str, if_open: list[date], if_shut: list[date]
) -> None:
    question = read_pasted(f"{TABLE}\n{lines}").question
    assert question is not None
    assert question.sentence == f"Is school open to all its pupils on {asked} 2027?"
    given = {answer.words: answer.reading for answer in question.answers}
    assert list(given) == ["Yes, it is open", "No, it is shut"]
    days = pupil_days(read_pasted(TABLE))
    assert days - pupil_days(given["Yes, it is open"]) == set(if_open)
    assert days - pupil_days(given["No, it is shut"]) == set(if_shut)


def twice(first: date, terms: int, days: int = 24) -> list[str]:
    """Terms of some weeks, each of which ends on two days."""
    lines = ["Term dates"]
    for number in range(terms):
        begins = first + timedelta(days=35 * number)
        for words, day in (("opens", 0), ("closes", days), ("closes", days + 1)):
            on = begins + timedelta(days=day)
            lines.append(f"School {words}: {on:%A} {on.day} {on:%B %Y}")
    return lines


FIRST = date(2026, 9, 7)


def ends(reading: TermReading) -> list[int]:
    """How many days after its first each stretch ends, the last one before the weekend."""
    return [(last - first).days for first, last in reading.periods]


def test_three_things_are_asked_one_after_another_and_what_is_then_open_is_said() -> None:
    found = list(leaves(read_pasted("\n".join(twice(FIRST, 4)))))
    assert len(found) == 2**3
    for said, reading in found:
        assert said == tuple(
            f"{day.day} {day:%B}"
            for day in (FIRST + timedelta(days=35 * n + ends(reading)[n]) for n in range(3))
        )
        assert ends(reading)[3] == 24
        assert sum("for the same thing" in problem.sentence for problem in reading.problems) == 1
    assert sorted(tuple(ends(reading)[:3]) for _said, reading in found) == [
        (a, b, c) for a in (24, 25) for b in (24, 25) for c in (24, 25)
    ]


@pytest.mark.parametrize(("training", "asked"), [(48, 3), (49, 1)])
def test_of_a_text_with_more_days_than_a_schools_one_thing_is_asked(training: int, asked: int) -> None:
    days = [date(2027, 1, 25) + timedelta(days=n) for n in range(training)]
    lines = [*twice(FIRST, 4), "INSET days", *(f"{day.day} {day:%B %Y}" for day in days)]
    said, reading = next(leaves(read_pasted("\n".join(lines))))
    assert len(reading.account) == 12 + training
    assert len(said) == asked


def test_each_of_two_first_days_gives_its_own_year_and_is_asked_by_term() -> None:
    lines = [
        "School opens: Wednesday 2 September 2026",
        "School opens: Friday 4 September 2026",
        "School closes: Friday 23 October 2026",
        "School opens: Monday 4 January 2027",
        "School opens: Tuesday 5 January 2027",
        "School closes: Friday 12 February 2027",
    ]
    found = dict(leaves(read_pasted("\n".join(lines))))
    assert {said: [first for first, _last in reading.periods] for said, reading in found.items()} == {
        ("2 September", "4 January"): [date(2026, 9, 2), date(2027, 1, 4)],
        ("2 September", "5 January"): [date(2026, 9, 2), date(2027, 1, 5)],
        ("4 September", "4 January"): [date(2026, 9, 4), date(2027, 1, 4)],
        ("4 September", "5 January"): [date(2026, 9, 4), date(2027, 1, 5)],
    }


SOME: list[Period] = [(date(2026, 9, 2), date(2026, 10, 23))]


def test_where_some_classes_begin_later_only_the_carer_can_tell_which_the_child_is_in() -> None:
    lines = [
        "School opens for Years 1 to 6: Wednesday 2 September 2026",
        "School opens for Reception: Friday 4 September 2026",
        "School closes: Friday 23 October 2026",
    ]
    reading = read_pasted("\n".join(lines))
    assert reading.question is not None
    assert (
        reading.question.sentence
        == "Some classes begin on 2 September, and some on 4 September. Which is right for the child?"
    )
    early, late = (answer.reading for answer in reading.question.answers)
    assert (early.periods, early.closed_days) == (SOME, [])
    assert (late.periods, late.closed_days) == (SOME, [date(2026, 9, 2), date(2026, 9, 3)])


def test_where_all_begin_and_some_begin_later_nothing_is_asked() -> None:
    lines = [
        "School opens: Wednesday 2 September 2026",
        "School opens for Reception: Friday 4 September 2026",
        "School closes: Friday 23 October 2026",
    ]
    reading = read_pasted("\n".join(lines))
    assert reading.question is None
    assert reading.periods == SOME


def test_a_question_names_the_year_where_the_page_has_two() -> None:
    lines = [
        *("School opens: Wednesday 2 September 2026", "School closes: Thursday 22 October 2026"),
        *("School closes: Friday 23 October 2026", "School opens: Monday 6 September 2027"),
        "School closes: Friday 22 October 2027",
    ]
    question = read_pasted("\n".join(lines)).question
    assert question is not None
    assert question.sentence == (
        "Is the last day of school before the holiday 22 October 2026 or 23 October 2026?"
    )
    assert [answer.words for answer in question.answers] == ["22 October 2026", "23 October 2026"]
    assert [answer.reading.periods[0][1].day for answer in question.answers] == [22, 23]


@pytest.mark.parametrize(
    ("above", "asked"),
    [("Years 7 & 12 - Thursday 3 September 2026", True), ("Training Day - Thursday 3 September 2026", False)],
)
def test_the_day_of_all_year_groups_is_the_first_day_for_all(above: str, asked: bool) -> None:
    text = (
        f"Term dates 2026/27\n{above}\nAll Year Groups - Friday 4 September 2026\n"
        "School closes - Thursday 22 October 2026\nMAT Training Day - Friday 23 October 2026\n"
        "School opens - Monday 2 November 2026\nSchool closes - Friday 18 December 2026\n"
    )
    reading = read_pasted(text)
    assert date(2026, 10, 23) in reading.inset_days
    assert (reading.question is not None) == asked
    last = reading.question.answers[-1].reading if reading.question else reading
    assert min(pupil_days(last)) == date(2026, 9, 4)
