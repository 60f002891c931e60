"""A day as schools and carers write it: joined, cut short, misspelt or counted in weeks, it is still that day."""

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_sheets import without_commas
from tests.imports.test_term_days import Day, found
from tests.imports.test_term_silence import TABLE


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("2 September 2025", [("days", [(2, 9, 2025, None)])]),
        ("September 2", [("days", [(2, 9, None, None)])]),
        ("September 2, 2025", [("days", [(2, 9, 2025, None)])]),
        ("September 2 2025", [("days", [(2, 9, 2025, None)])]),
        ("Tues 2 Sept", [("days", [(2, 9, None, 1)])]),
        ("Tue. 2 Sept.", [("days", [(2, 9, None, 1)])]),
        ("Tuesday, 2nd of September, 2025", [("days", [(2, 9, 2025, 1)])]),
        ("Tuesday the 2nd September", [("days", [(2, 9, None, 1)])]),
        ("2 September (Tuesday)", [("days", [(2, 9, None, 1)])]),
        ("2 September, Tuesday", [("days", [(2, 9, None, 1)])]),
        (
            "2 September 2025 Tuesday 3 November",
            [("days", [(2, 9, 2025, None)]), ("days", [(3, 11, None, 1)])],
        ),
        ("the 2nd of September", [("days", [(2, 9, None, None)])]),
        ("2nd", []),
        ("2nd September 3rd September", [("days", [(2, 9, None, None)]), ("days", [(3, 9, None, None)])]),
        ("2, 3 and 4 September", [("days", [(2, 9, None, None), (3, 9, None, None), (4, 9, None, None)])]),
        ("2 - 4 September", [("from to", [(2, 9, None, None), (4, 9, None, None)])]),
        ("2 to 4 September 2025", [("from to", [(2, 9, 2025, None), (4, 9, 2025, None)])]),
        ("2nd to 4th September 2025", [("from to", [(2, 9, 2025, None), (4, 9, 2025, None)])]),
        ("Monday 27 to Friday 31 October", [("from to", [(27, 10, None, 0), (31, 10, None, 4)])]),
        ("Monday 27th - 31st October", [("from to", [(27, 10, None, 0), (31, 10, None, None)])]),
        ("October 27 - 31", [("from to", [(27, 10, None, None), (31, 10, None, None)])]),
        ("October 27 and 28", [("days", [(27, 10, None, None), (28, 10, None, None)])]),
        ("October 27-November 2 2025", [("from to", [(27, 10, 2025, None), (2, 11, 2025, None)])]),
        ("27 October - 2 November 2025", [("from to", [(27, 10, 2025, None), (2, 11, 2025, None)])]),
        ("22 December 2025 - 2 January 2026", [("from to", [(22, 12, 2025, None), (2, 1, 2026, None)])]),
        ("22 December - 2 January 2026", [("from to", [(22, 12, 2025, None), (2, 1, 2026, None)])]),
        ("22 - 2 January 2026", [("from to", [(22, 12, 2025, None), (2, 1, 2026, None)])]),
        ("28 August to 2 September 2025", [("from to", [(28, 8, 2025, None), (2, 9, 2025, None)])]),
        ("27/10/25", [("days", [(27, 10, 2025, None)])]),
        ("27/10/2025", [("days", [(27, 10, 2025, None)])]),
        ("27.10.25", [("days", [(27, 10, 2025, None)])]),
        ("27-10-25", [("days", [(27, 10, 2025, None)])]),
        ("27 / 10 / 2025", [("days", [(27, 10, 2025, None)])]),
        ("2025-10-27", [("days", [(27, 10, 2025, None)])]),
        ("27/10", [("days", [(27, 10, None, None)])]),
        ("27/10 - 31/10", [("from to", [(27, 10, None, None), (31, 10, None, None)])]),
        ("27.10 - 31.10.25", [("from to", [(27, 10, 2025, None), (31, 10, 2025, None)])]),
        ("27/10/25-31/10/25", [("from to", [(27, 10, 2025, None), (31, 10, 2025, None)])]),
        ("27/13/25", []),
        ("31/11/25", [("days", [(31, 11, 2025, None)])]),
        ("0/10/25", []),
        ("32/10/25", []),
        ("1/1/2020 2/2", [("days", [(1, 1, 2020, None)]), ("days", [(2, 2, None, None)])]),
        ("29 February 2025", [("days", [(29, 2, 2025, None)])]),
        ("Inset 2 - 22nd July", [("days", [(22, 7, None, None)])]),
        ("Day 5 and 6 October", [("days", [(5, 10, None, None), (6, 10, None, None)])]),
        ("Day 6 and 7 October", [("days", [(6, 10, None, None), (7, 10, None, None)])]),
        ("Day 7 and 8 October", [("days", [(7, 10, None, None), (8, 10, None, None)])]),
        ("Term 6 - 7 July", [("days", [(7, 7, None, None)])]),
        ("Term 7 - 8 July", [("from to", [(7, 7, None, None), (8, 7, None, None)])]),
        ("autumn 1 - 2 September", [("days", [(2, 9, None, None)])]),
        ("half term 1 - 2 September", [("from to", [(1, 9, None, None), (2, 9, None, None)])]),
        ("half 1 - 2nd September", [("days", [(2, 9, None, None)])]),
        ("2nd 3rd September", [("days", [(2, 9, None, None), (3, 9, None, None)])]),
        (
            "1st - 3rd and 8th September",
            [("from to", [(1, 9, None, None), (3, 9, None, None)]), ("days", [(8, 9, None, None)])],
        ),
        (
            "1, 2 September and 3 October",
            [("days", [(1, 9, None, None), (2, 9, None, None), (3, 10, None, None)])],
        ),
        ("1 September & 2 October", [("days", [(1, 9, None, None), (2, 10, None, None)])]),
        ("1 + 2 September", [("days", [(1, 9, None, None), (2, 9, None, None)])]),
        ("1; 2 September", [("days", [(1, 9, None, None), (2, 9, None, None)])]),
        ("week beginning 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("week commencing Monday 16 February", [("1 weeks", [(16, 2, None, 0)])]),
        ("week of 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("week from 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("w/b 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("wb 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("two weeks beginning 16 February", [("2 weeks", [(16, 2, None, None)])]),
        ("one week from Tuesday 17 February", [("1 weeks", [(17, 2, None, 1)])]),
        ("one week from Wednesday 18 February", [("1 weeks", [(18, 2, None, 2)])]),
        ("a week starting 16 February", [("1 weeks", [(16, 2, None, None)])]),
        ("3 weeks from 16 February", [("3 weeks", [(16, 2, None, None)])]),
        ("three weeks from the 16 February", [("3 weeks", [(16, 2, None, None)])]),
        ("2 weeks commencing 16 February", [("2 weeks", [(16, 2, None, None)])]),
        ("fortnight beginning 16 February", [("2 weeks", [(16, 2, None, None)])]),
        ("16 February | All week", [("1 weeks", [(16, 2, None, None)])]),
        ("16 February: two weeks", [("2 weeks", [(16, 2, None, None)])]),
        ("Tuesday 17 February for one week", [("1 weeks", [(17, 2, None, 1)])]),
        ("Wednesday 18 February for one week", [("days", [(18, 2, None, 2)])]),
        ("16 February (a fortnight)", [("2 weeks", [(16, 2, None, None)])]),
        ("16 February for 2 weeks.", [("2 weeks", [(16, 2, None, None)])]),
        ("16 February for 3 weeks and more", [("days", [(16, 2, None, None)])]),
        (
            "between Monday 2 September and Friday 24 October",
            [("from to", [(2, 9, None, 0), (24, 10, None, 4)])],
        ),
        ("Sept 25", [("days", [(25, 9, None, None)])]),
        ("2 Sept 25", [("days", [(2, 9, None, None)])]),
        ("2 September 2025/26", [("days", [(2, 9, None, None)])]),
        ("2025/26 2 September", [("days", [(2, 9, None, None)])]),
        ("10 September 10am", [("days", [(10, 9, None, None)])]),
        ("10am 10 September", [("days", [(10, 9, None, None)])]),
        ("9.30 2 September", [("days", [(2, 9, None, None)])]),
        ("at 9:30 on 2 September", [("days", [(2, 9, None, None)])]),
        (
            "from 2 September to 24 October inclusive to 25 October",
            [("from to", [(2, 9, None, None), (24, 10, None, None)]), ("days", [(25, 10, None, None)])],
        ),
        ("2 September up to 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("2 September through 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("2 September thru 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("2 September -> 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("2 September → 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        (
            "2 September until and including 24 October",
            [("from to", [(2, 9, None, None), (24, 10, None, None)])],
        ),
        ("2 September till the 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("2 September | to | 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("Mon 1st, Tues 2nd Sept", [("days", [(1, 9, None, 0), (2, 9, None, 1)])]),
        ("Friday 24th", []),
        ("Sept-Oct 24", [("days", [(24, 10, None, None)])]),
        ("May 2026", []),
        ("2 May", [("days", [(2, 5, None, None)])]),
        ("3 Maybe", []),
        ("Juen 5", [("days", [(5, 6, None, None)])]),
        ("5 Jnue", [("days", [(5, 6, None, None)])]),
        ("5 Setpember", [("days", [(5, 9, None, None)])]),
        ("5 Novembre", [("days", [(5, 11, None, None)])]),
        ("5 Auguts", [("days", [(5, 8, None, None)])]),
        ("Thrusday 5 June", [("days", [(5, 6, None, 3)])]),
        ("Tuseday 5 June", [("days", [(5, 6, None, 1)])]),
        ("l1 June", []),
        ("1O June", []),
        ("5% June", []),
        ("No 5 June", [("days", [(5, 6, None, None)])]),
        ("Decembr 5", [("days", [(5, 12, None, None)])]),
        ("16th February 20256", [("days", [(16, 2, None, None)])]),
        ("2nd Sept '25", [("days", [(2, 9, 2025, None)])]),
        ("2 Sept ‘25", [("days", [(2, 9, None, None)])]),
        ("1/2 September", [("days", [(1, 9, None, None), (2, 9, None, None)])]),
        ("1/2nd September 2026", [("days", [(1, 9, 2026, None), (2, 9, 2026, None)])]),
        ("8/9th of March", [("days", [(8, 3, None, None), (9, 3, None, None)])]),
        ("9/10 October", [("days", [(9, 10, None, None), (10, 10, None, None)])]),
        ("23/10 October", [("days", [(23, 10, None, None)])]),
        ("7/8 Jan", [("days", [(7, 1, None, None), (8, 1, None, None)])]),
        ("1/2 Setpember", [("days", [(1, 9, None, None), (2, 9, None, None)])]),
    ],
)
def test_a_day_is_the_same_day_however_it_is_written(line: str, wanted: list[tuple[str, list[Day]]]) -> None:
    assert found(line) == wanted


@pytest.mark.parametrize("half", ["Half term", "Half-term", "1/2 term", "1/2-term", "½ term", "½ Term"])
def test_half_a_term_is_no_day_of_february(half: str) -> None:
    plain, reading = read_pasted(TABLE), read_pasted(TABLE.replace("Half term", half))
    assert (reading.periods, reading.problems) == (plain.periods, plain.problems)
    assert [(each.days, each.fate) for each in reading.account] == [
        (each.days, each.fate) for each in plain.account
    ]


@pytest.mark.parametrize("line", ["1/2 day INSET: {}", "½ day INSET: {}", "INSET, 1/2 day: {}"])
def test_half_a_day_of_training_takes_no_day_away(line: str) -> None:
    reading = read_pasted(TABLE + line.format("Friday 27 November 2026"))
    assert (reading.inset_days, reading.closed_days) == ([], [])
    assert len(reading.account) == 7
    assert reading.account[-1].reason == "School is open for a part of that day."


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("1/2 September 2026", ["2026-09-01", "2026-09-02"]),
        ("9/10 November 2026", ["2026-11-09", "2026-11-10"]),
        ("8/9th March 2027", ["2027-03-08", "2027-03-09"]),
        ("7/8 Jan", ["2027-01-07", "2027-01-08"]),
        ("23/10 October", ["2026-10-23"]),
    ],
)
def test_two_training_days_with_a_stroke_between_are_both_of_the_month_behind_them(
    written: str, days: list[str]
) -> None:
    reading = read_pasted(f"{TABLE}INSET days: {written}")
    assert [day.isoformat() for day in reading.inset_days] == days


@pytest.mark.parametrize(("last", "year"), [(26, 2025), (27, 2025), (28, None)])
def test_two_figures_are_years_where_they_are_of_three_years_at_most(last: int, year: int | None) -> None:
    page = f"2 Sep 25 - 24 Oct 25\n3 Nov 26 - 19 Dec 26\n5 Jan {last} - 13 Feb {last}"
    assert found("2 Sep 25", page) == [("days", [(2, 9, year, None)])]


def test_what_is_said_in_quotation_marks_is_no_row_of_a_spreadsheet() -> None:
    rows = ["Autumn 1,2/9/26,23/10/26", "Autumn 2,2/11/26,18/12/26", '"Spring, first half",4/1/27,12/2/27']
    said = ['"We meet at 9,10,11"', "Please note, all dates, may change", "2/9/26,23/10/26"]
    assert without_commas([*rows, *said]) == [
        *("Autumn 1 | 2/9/26 | 23/10/26", "Autumn 2 | 2/11/26 | 18/12/26"),
        *("Spring, first half | 4/1/27 | 12/2/27", *said),
    ]
    assert without_commas([*rows[:2], *said]) == [*rows[:2], *said]
