"""Days as people write them, found in a line: misspelt, joined, half written, by the week, American."""

import pytest

from carer_app.imports.term_days import groups, month_alone
from carer_app.imports.term_parts import habits_of
from carer_app.imports.term_text import rows_in
from carer_app.imports.term_tokens import letters_apart, tidied

Day = tuple[int, int, int | None, int | None]


def found(line: str, page: str = "") -> list[tuple[str, list[Day]]]:
    kinds = []
    for group in groups(tidied(line), habits_of(page)):
        kind = f"{group.weeks} weeks" if group.weeks else "from to" if group.is_range else "days"
        kinds.append((kind, [(day.day, day.month, day.year, day.weekday) for day in group.days]))
    return kinds


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Monday 4th Septmber 2025", [("days", [(4, 9, 2025, 0)])]),
        ("Wedensday 3 Ocotber", [("days", [(3, 10, None, 2)])]),
        ("16 Febuary", [("days", [(16, 2, None, None)])]),
        ("8 match 3 members 4 larch", []),
        ("toMonday 3 friends", []),
        ("15 – Friday 19 February", [("from to", [(15, 2, None, None), (19, 2, None, 4)])]),
        ("Term 2 - Monday 3 November", [("days", [(3, 11, None, 0)])]),
        ("Term 1 - 3.9.25 until 17.10.25", [("from to", [(3, 9, 2025, None), (17, 10, 2025, None)])]),
        ("Day 3 - Monday 27 October", [("days", [(27, 10, None, 0)])]),
        ("week beginning Monday 16 February 2026", [("1 weeks", [(16, 2, 2026, 0)])]),
        ("w/c 16th Feb", [("1 weeks", [(16, 2, None, None)])]),
        ("for two weeks from 20 October", [("2 weeks", [(20, 10, None, None)])]),
        ("a fortnight from 20 October", [("2 weeks", [(20, 10, None, None)])]),
        ("Monday 22nd-Friday 2nd January 2026", [("from to", [(22, 12, 2025, 0), (2, 1, 2026, 4)])]),
        ("between 2 September and 24 October", [("from to", [(2, 9, None, None), (24, 10, None, None)])]),
        ("1&2/9/26", [("days", [(1, 9, 2026, None), (2, 9, 2026, None)])]),
        (
            "Monday 2nd September and Friday 25th October 2024",
            [("days", [(2, 9, 2024, 0), (25, 10, 2024, 4)])],
        ),
        ("Tuesday and Wednesday 1st and 2nd May", [("days", [(1, 5, None, None), (2, 5, None, None)])]),
        ("Day of Term 1 September 1, 2026", [("days", [(1, 9, 2026, None)])]),
        (
            "16th February 20256 - 20th February 2026",
            [("from to", [(16, 2, 2026, None), (20, 2, 2026, None)])],
        ),
        ("Term 2:27 October", [("days", [(27, 10, None, None)])]),
        ("Gates open 2:27pm", []),
        ("21 October 2024-25 October 2024", [("from to", [(21, 10, 2024, None), (25, 10, 2024, None)])]),
        ("02.09 - 24.10.2025", [("from to", [(2, 9, 2025, None), (24, 10, 2025, None)])]),
        ("30 September / 1 October", [("days", [(30, 9, None, None), (1, 10, None, None)])]),
        ("45 March 2026 and 0 May", []),
    ],
)
def test_a_line_gives_its_days(line: str, wanted: list[tuple[str, list[Day]]]) -> None:
    assert found(line) == wanted


def test_figures_have_the_month_first_where_the_page_shows_it() -> None:
    assert found("09/02/2025") == [("days", [(9, 2, 2025, None)])]
    assert found("09/02/2025", "09/02/2025 - 10/24/2025") == [("days", [(2, 9, 2025, None)])]
    assert found("09/02/2025", "09/02/2025 - 24/10/2025") == [("days", [(9, 2, 2025, None)])]


def test_two_figures_after_a_month_are_a_year_only_where_the_page_writes_years_so() -> None:
    page = "2 Sep 25 - 24 Oct 25\n3 Nov 25 - 19 Dec 25"
    assert found("2 Sep 25", page) == [("days", [(2, 9, 2025, None)])]
    assert found("2 Sep 39", "Term 1 2 Sep - 24 Oct 39\nTerm 2 3 Nov - 19 Dec 35\n5 Jan - 13 Feb 30") == [
        ("days", [(2, 9, None, None)])
    ]


def test_letters_apart_are_counted_with_swaps_as_one() -> None:
    assert [letters_apart("ocotber", "october"), letters_apart("", "may"), letters_apart("june", "june")] == [
        1,
        3,
        0,
    ]
    assert month_alone("September 2025:") == (9, 2025)
    assert month_alone("September term") is None


def test_rows_keep_the_shape_of_the_page() -> None:
    rows, cut = rows_in("\tCloses\tRe-opens\n\nHalf term\t24 October\t3 November\n|\n2 September")
    assert cut == ""
    assert [(row.words, row.corner, row.after_blank, row.is_bare) for row in rows] == [
        ("Closes | Re-opens", 1, False, False),
        ("Half term | 24 October | 3 November", 0, True, False),
        ("2 September", 0, True, True),
    ]


def test_cells_that_were_glued_together_come_apart() -> None:
    (row,) = rows_in("October Half TermSat 25 Oct 2025Sun 02 Nov 2025")[0]
    assert row.words == "October Half Term | Sat 25 Oct 2025 | Sun 02 Nov 2025"
    assert row.shown == "October Half TermSat 25 Oct 2025Sun 02 Nov 2025"
    (other,) = rows_in("Tuesday 6th SeptemberTerm Starts (Staff)")[0]
    assert other.words == "Tuesday 6th September | Term Starts (Staff)"
