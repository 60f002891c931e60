"""What words make of a stretch of days depends on how long it lasts: a half term of school, or a week off."""

from datetime import date

import pytest

from carer_app.imports.term_cells import is_label
from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_days import groups
from carer_app.imports.term_facts import joined
from carer_app.imports.term_row_roles import length, role_from
from carer_app.imports.term_text import rows_in


@pytest.mark.parametrize(
    ("words", "days", "role"),
    [
        # from a Friday to a Thursday; eight days of training are a holiday, whatever stands beside them
        ("Training", "23 October to 29 October", "inset"),
        ("Training", "23 October to 30 October", None),
        ("Half term", "1 - 19 October", "half"),
        ("Half term", "1 - 20 October", "period"),
        ("First half term", "1 - 19 October", "half"),
        ("First half term", "1 - 20 October", "period"),
        ("Half term holiday", "1 - 26 October", "holiday"),
        ("Half term holiday", "1 - 27 October", None),
        ("Christmas holiday", "1 October - 30 November", "holiday"),
        ("Christmas holiday", "1 October - 1 December", None),
        ("Closed", "1 - 18 October", "holiday"),
        ("Bank holiday", "1 - 19 May", "holiday"),
        ("Bank holiday", "1 - 20 May", None),
        ("Easter bank holiday", "1 - 20 May", "holiday"),
        # at the height of summer no school in England is open
        ("Summer term", "15 July to 31 August", "holiday"),
        ("Summer term", "14 July to 31 August", "period"),
        ("Summer", "14 August to 1 September", "holiday"),
        ("Summer", "15 August to 10 September", "period"),
        ("Summer", "20 July to 10 September", "holiday"),
        ("Summer", "20 July to 11 September", "period"),
        ("Term", "20 July to 30 July", "period"),
        # one day, or several
        ("Staff return", "1 September", "staff"),
        ("INSET (for staff)", "1 September", "inset"),
        ("Term starts (INSET TBC)", "2 September", "start"),
        ("Year 7 start", "2 September", "start"),
        ("Term starts", "2 and 3 September", None),
        ("INSET", "2 and 3 September", "inset"),
        ("", "2 September", None),
    ],
)
def test_words_and_length_together_say_what_days_are(words: str, days: str, role: str | None) -> None:
    assert role_from(words, groups(days)[0]) == role


@pytest.mark.parametrize(
    ("days", "long"),
    [
        *(("2 September", 0), ("2 to 5 September", 3), ("30 September to 2 October", 3)),
        *(
            ("22 December to 2 January", 11),
            ("week beginning 16 February", 7),
            ("two weeks from 16 February", 14),
        ),
    ],
)
def test_the_length_of_days_is_about_right_over_a_month_and_over_new_year(days: str, long: int) -> None:
    assert length(groups(days)[0]) == long


@pytest.mark.parametrize(
    ("lines", "last_days"),
    [
        ("1 September - 20 September", []),
        ("1 September - 21 September", [date(2025, 9, 21)]),
        ("1 September - 24 October{}3 November - 15 November", [date(2025, 10, 24), date(2025, 11, 15)]),
        ("1 September - 24 October{}3 November - 14 November", [date(2025, 10, 24)]),
    ],
)
@pytest.mark.parametrize("between", [", ", "\n"])
def test_stretches_alone_are_school_where_they_are_long_enough(
    lines: str, last_days: list[date], between: str
) -> None:
    reading = read_pasted("2025/26\n" + lines.format(between))
    assert [last for _first, last in reading.periods] == last_days
    assert len(reading.account) == lines.count(" - ")


@pytest.mark.parametrize(("letters", "is_one"), [(60, True), (61, False)])
def test_a_line_is_a_label_while_it_is_short(letters: int, is_one: bool) -> None:
    (row,) = rows_in("Term starts".rjust(letters, "A").replace("ATerm", " Term"))[0]
    assert len(row.words) == letters
    assert is_label(row) == is_one


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        ("2 September", "24 October 2025", 2025),
        ("22 December", "2 January 2026", 2025),
        ("3 November 2025", "5 January 2026", 2025),
        ("3 November 2024", "5 January 2026", 2024),
        ("2 September", "24 October", None),
    ],
)
def test_the_first_of_two_days_has_its_own_year_or_that_of_the_last(
    first: str, last: str, year: int | None
) -> None:
    assert joined(groups(first)[0], groups(last)[0]).days[0].year == year
