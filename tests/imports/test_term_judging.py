"""Which way of reading wins, and why: the marks are kept, so that anybody can see what spoke for it."""

from carer_app.imports.term_judging import Judged, judged
from carer_app.imports.term_text import rows_in
from tests.imports.test_term_dates import text_of


def ways(text: str) -> list[Judged]:
    return judged(rows_in(text)[0], None)


def points(way: Judged, name: str) -> float:
    return sum(mark.points for mark in way.marks if mark.name == name)


def test_the_way_that_wins_is_the_one_the_page_was_written_in() -> None:
    wanted = {
        "day_above_its_label": "labels below",
        "cells_glued_and_cards": "cards",
        "four_columns_a_cell_a_line": "a cell a line",
        "holidays_from_friday_to_monday": "holidays with their edges",
        "last_day_of_half_term_of_school": "half terms of school",
        "list_with_holidays": "as it stands",
    }
    assert {name: ways(text_of(name))[0].made.way for name in wanted} == wanted


def test_why_a_way_won_can_be_read() -> None:
    best, *others = ways(text_of("holidays_from_friday_to_monday"))
    plain = next(each for each in others if each.made.way == "as it stands")
    assert points(best, "breaks up on a Friday") > points(plain, "breaks up on a Friday")
    assert points(best, "back on a Monday") > points(plain, "back on a Monday")
    assert points(best, "days of a year") >= points(plain, "days of a year")
    assert best.total > plain.total + 2


def test_a_printed_count_that_is_right_speaks_for_a_way_and_a_wrong_one_against_it() -> None:
    right = ways("2025/26\nTerm 1: 2 September - 24 October (39 days)")[0]
    wrong = ways("2025/26\nTerm 1: 2 September - 24 October (61 days)")[0]
    assert points(right, "printed count") == 2.0
    assert points(wrong, "printed count") == -1.0


def test_a_year_with_school_at_christmas_and_without_half_terms_is_no_likely_year() -> None:
    (best, *_others) = ways("2025/26\nTerm 1: 2 September - 27 March\nTerm 2: 13 April - 21 July")
    assert points(best, "school all through Christmas") < 0
    assert points(best, "school all through May") < 0
    assert points(best, "length of a stretch") < 0


def test_a_text_with_more_days_than_any_schools_is_read_in_the_plainest_way_alone() -> None:
    lines = [f"{day % 28 + 1} September 2025" for day in range(301)]
    assert {each.made.way for each in ways("\n".join(lines))} == {"as it stands"}
