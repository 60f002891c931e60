"""A list of holidays with the days on which school closes and is open again: the day it is open is a school day."""

from datetime import date, timedelta

import pytest

from carer_app.imports.term_dates import read_pasted

BACK = {
    "Half term": date(2025, 11, 3),
    "Christmas": date(2026, 1, 5),
    "February half term": date(2026, 2, 23),
}
FRIDAYS = (date(2025, 10, 24), date(2025, 12, 19), date(2026, 2, 13))


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def listed(heading: str, days: int, between: str) -> str:
    """The holidays below a heading; each is told from the Friday before it, or so many days later."""
    rows = [
        (name, said(friday + timedelta(days=days)), said(back))
        for (name, back), friday in zip(BACK.items(), FRIDAYS, strict=True)
    ]
    return "\n".join([heading.replace("|", between), *(between.join(row) for row in rows)])


@pytest.mark.parametrize("between", ["\t", " | ", " "])
@pytest.mark.parametrize(
    ("heading", "days"),
    [
        *(("Holiday|Closes|Re-opens", 0), ("Holiday|School closes|School reopens", 0)),
        *(("Holiday|Last day|First day back", 0), ("Holiday|School closed from|School re-opens", 3)),
        *(("Holiday|First day closed|Re-opens", 3), ("Holiday|First day closed|Day of re-opening", 3)),
        *(("Holiday|Closed|Re-open", 3), ("Holiday|Start of holiday|Back to school", 3)),
        *(("Holiday|First day of holiday|First day back", 3),),
    ],
)
def test_the_day_on_which_school_is_open_again_is_a_school_day(heading: str, days: int, between: str) -> None:
    reading = read_pasted(listed(heading, days, between))
    assert [period for period in reading.periods if period[1] in FRIDAYS] == [
        (date(2025, 11, 3), date(2025, 12, 19)),
        (date(2026, 1, 5), date(2026, 2, 13)),
    ]


@pytest.mark.parametrize("heading", ["Term|Opens|Closes", "Term|First day|Last day", "Term|Starts|Ends"])
def test_a_table_of_terms_that_open_and_close_keeps_both_days(heading: str) -> None:
    lines = [
        heading,
        "Autumn 1|2 September 2025|24 October 2025",
        "Half term|27 October 2025|31 October 2025",
    ]
    lines += ["Autumn 2|3 November 2025|19 December 2025"]
    reading = read_pasted("\n".join(lines).replace("|", "\t"))
    assert reading.periods == [
        (date(2025, 9, 2), date(2025, 10, 24)),
        (date(2025, 11, 3), date(2025, 12, 19)),
    ]


def test_a_bank_holiday_by_its_first_day_of_closure_takes_no_day_on_which_school_re_opens() -> None:
    rows = ["2026/27 | First day of closure Friday 23.10.26 | Re-opens Monday 02.11.26"]
    rows.append("May Day | First day of closure Monday 03.05.27 | Re-opens Tuesday 04.05.27")
    rows.append("Summer | First day of closure Wednesday 21.07.27 | Re-opens Thursday 02.09.27")
    rows += ["Spring term | Starts Monday 12.04.27"]
    reading = read_pasted("\n".join(rows))
    assert date(2027, 5, 4) not in reading.closed_days
    assert [date(2027, 4, 12), date(2027, 7, 20)] == [*reading.periods[-1]]


def test_half_term_that_ends_at_an_hour_of_the_morning_is_over_then_and_an_exeat_is_no_term() -> None:
    diary = [
        ("6th September 2026", "8:30am", "Term begins for day pupils"),
        ("25th September 2026", "4:40pm", "Exeat begins"),
        ("28th September 2026", "8:30am", "Exeat ends for day pupils"),
        ("16th October 2026", "4:40pm", "Half term begins for Prep School"),
        ("2nd November 2026", "8:30am", "Half term ends for day pupils"),
        ("11th December 2026", "6:00pm", "Term ends for Prep School after Carol service"),
    ]
    text = "\n".join(["Autumn term 2026", *(f"{day} |\n{hour} |\n{event} |" for day, hour, event in diary)])
    assert read_pasted(text).periods == [
        (date(2026, 9, 6), date(2026, 10, 16)),
        (date(2026, 11, 2), date(2026, 12, 11)),
    ]


def test_the_first_day_of_term_leads_over_the_end_of_a_holiday_just_before_it() -> None:
    text = (
        "Closed: 2pm Thursday 24 December 2026 to Friday 1 January 2027\nTerm starts: Tuesday 5 January 2027"
    )
    assert read_pasted(f"{text}\nTerm ends: Friday 12 February 2027").periods[-1][0] == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("begins", "first"),
    [
        ("Term beginsMonday 4th January 9.00pm", 5),
        ("Term begins Monday 4th January, 19:30", 5),
        ("Term begins on the evening of Monday 4th January", 5),
        ("Term begins Monday 4th January (evening)", 5),
        ("Term begins at 8.30pm on Monday 4th January", 5),
        ("Term begins Monday 4th January 8.30am", 4),
        ("Term begins Monday 4th January, 6pm welcome meeting", 4),
    ],
)
def test_a_term_that_begins_in_the_evening_begins_for_pupils_on_the_next_day(begins: str, first: int) -> None:
    text = f"Lent Term 2027\n{begins}\nTerm ends Friday 12th February 4.30pm"
    assert read_pasted(text).periods == [(date(2027, 1, first), date(2027, 2, 12))]


@pytest.mark.parametrize(
    "said",
    [
        "Mondays at the start of the Lent Term will be inset days, with day pupils back on Tuesday morning.",
        "The first day of every term is an INSET day.",
    ],
)
def test_training_days_that_a_sentence_tells_without_a_date_are_handed_back(said: str) -> None:
    text = f"Lent Term 2027\n{said}\nTerm begins Monday 4th January\nTerm ends Friday 12th February"
    assert said.rstrip(".") in [each.rstrip(".") for each in read_pasted(text).not_understood]
