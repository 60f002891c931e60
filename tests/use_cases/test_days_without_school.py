"""Days without full-time school: written down, counted on the school's calendar, and what must happen when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Role, WithoutSchool
from carer_app.errors import NotAllowed, NotFound
from carer_app.storage.vault import Vault
from carer_app.texts.without_school import must_happen
from carer_app.use_cases import children, days_out_sheet, days_without_school
from carer_app.use_cases import must_happen as due
from carer_app.use_cases.days_without_school import add_days, say_halves, set_last
from tests import builders
from tests.builders import TODAY, do, read

SPRING = ((date(2026, 1, 5), date(2026, 2, 13)), (date(2026, 2, 23), date(2026, 3, 27)))
SUMMER = ((date(2026, 4, 13), date(2026, 5, 22)), (date(2026, 6, 1), date(2026, 7, 20)))
AUTUMN = ((date(2025, 9, 1), date(2025, 10, 24)), (date(2025, 11, 3), date(2025, 12, 19)))


@pytest.fixture
def child(vault: Vault) -> int:
    """Mia, at a school whose dates are known."""
    child = builders.add_child(vault)
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
        builders.open_on(session, school, *AUTUMN, *SPRING, *SUMMER)
    return child


def out(vault: Vault, child: int, today: date = TODAY) -> Any:
    return read(vault, days_without_school.days_out, child, today)


def whens(vault: Vault, child: int, today: date = TODAY) -> dict[str, str]:
    return {each.id: each.when for each in read(vault, due.due_now, child, today)}


def put(vault: Vault, child: int, kind: WithoutSchool, first: date, last: date | None = None) -> int:
    number: int = do(vault, add_days, child, kind, first)
    if last is not None:
        do(vault, set_last, number, last)
    return number


def test_nothing_written_down_says_nothing(vault: Vault, child: int) -> None:
    assert (out(vault, child).rows, out(vault, child).total, out(vault, child).doubts) == ((), "", ())
    assert read(vault, due.due_now, child, TODAY) == ()
    assert read(vault, days_out_sheet.days_out_sheet, child, TODAY).is_empty


def test_a_suspension_that_goes_on_counts_up_to_today(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
    (row,) = out(vault, child).rows
    assert (row.when, row.how_long) == ("since Friday 6 March 2026", "3 school days so far")


def test_one_that_has_not_begun_counts_nothing_yet(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 12))
    (row,) = out(vault, child).rows
    assert (row.when, row.how_long) == ("from Thursday 12 March 2026", "not begun yet")
    assert out(vault, child).total == ""
    assert "Thursday 19 March 2026" in whens(vault, child)["day_six"]


def test_the_total_counts_each_day_of_the_school_year_once(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 2, 12), date(2026, 2, 24))
    put(vault, child, WithoutSchool.SENT_HOME, date(2026, 2, 24))
    put(vault, child, WithoutSchool.SENT_HOME, date(2026, 3, 3))
    assert out(vault, child).total == "In 2025/26: 4 and a half school days."
    newest_first = [row.kind for row in out(vault, child).rows]
    assert newest_first == [WithoutSchool.SENT_HOME, WithoutSchool.SENT_HOME, WithoutSchool.SUSPENDED]


def test_a_child_without_any_school_is_not_told_to_put_in_its_dates(vault: Vault) -> None:
    child = builders.add_child(vault, school="")
    put(vault, child, WithoutSchool.NO_PLACE, date(2026, 3, 9))
    [doubt] = out(vault, child).doubts
    assert doubt == "For 2 weekdays we do not know if school was open."


def test_training_days_that_are_not_known_and_dates_that_run_out_are_said(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.NO_PLACE, date(2026, 7, 20), date(2026, 7, 22))
    view = out(vault, child, date(2026, 7, 22))
    assert view.total == "In 2025/26: at least 1 school day."
    assert view.doubts[0].startswith("For 2 weekdays we do not know if school was open.")
    assert view.doubts[1].startswith("Not all training days are known.")


def test_without_any_dates_weekdays_are_said_and_no_school_days_are_claimed(vault: Vault) -> None:
    leo = builders.add_child(vault, "Leo", "Elm Park Academy")
    put(vault, leo, WithoutSchool.SUSPENDED, date(2026, 3, 2), date(2026, 3, 6))
    (row,) = out(vault, leo).rows
    assert row.how_long == "5 weekdays"
    assert out(vault, leo).total == ""
    assert out(vault, leo).doubts[0].startswith("For 5 weekdays we do not know")
    put(vault, leo, WithoutSchool.SUSPENDED, date(2026, 3, 9))
    assert "We cannot say which day that is" in whens(vault, leo)["day_six"]


def test_a_last_day_before_the_first_is_refused_and_nothing_changes(vault: Vault, child: int) -> None:
    number = put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
    with pytest.raises(NotAllowed, match="Friday 6 March 2026"):
        do(vault, set_last, number, date(2026, 3, 5))
    do(vault, set_last, number, date(2026, 3, 6))
    with pytest.raises(NotAllowed):
        do(vault, days_without_school.set_first, number, date(2026, 3, 9))
    assert read(vault, days_without_school.row_of, number, TODAY).when == "Friday 6 March 2026"


def test_what_is_taken_out_does_not_count_and_comes_back_whole(vault: Vault, child: int) -> None:
    number = put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
    do(vault, days_without_school.write_reason, number, "A fight at lunch")
    do(vault, days_without_school.remove_days, number, TODAY)
    assert out(vault, child).rows == ()
    with pytest.raises(NotFound):
        read(vault, days_without_school.row_of, number, TODAY)
    do(vault, days_without_school.bring_days_back, number)
    assert out(vault, child).rows[0].reason == "A fight at lunch"


def test_the_sixth_day_is_told_before_it_comes_and_counts_over_the_half_term(
    vault: Vault, child: int
) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 2, 11))
    with vault.work() as session:
        school = children.child_facts(session, child, TODAY).school_id
        assert school is not None
    told = whens(vault, child, date(2026, 2, 11))["day_six"]
    assert told == "From Wednesday 25 February 2026, or a little later: not all training days are known."


def test_a_short_suspension_has_no_sixth_day_and_a_second_one_right_after_it_goes_on_counting(
    vault: Vault, child: int
) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 2), date(2026, 3, 4))
    assert "day_six" not in whens(vault, child)
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 5))
    assert "Monday 9 March 2026" in whens(vault, child)["day_six"]


def test_a_permanent_exclusion_counts_on_from_the_suspension_before_it(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 2), date(2026, 3, 6))
    excluded = put(vault, child, WithoutSchool.EXCLUDED, date(2026, 3, 9))
    of_it = {each.id: each.when for each in read(vault, due.due_for, excluded, TODAY)}
    assert "Monday 9 March 2026" in of_it["day_six"]
    assert {"excluded_council", "governors_excluded", "told", "letter"} <= set(of_it)
    assert not {"governors_term", "year_limit"} & set(of_it)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 1, 23), "In that term: 15 school days."),
        (date(2026, 1, 26), "In that term: 16 school days. That is more than 15."),
    ],
)
def test_more_than_fifteen_days_of_a_term_are_said(vault: Vault, child: int, last: date, said: str) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2025, 12, 15), date(2025, 12, 19))  # the term before
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 1, 5), last)
    assert whens(vault, child, date(2026, 1, 27))["governors_term"] == said


def test_the_year_is_that_of_the_suspension(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SUSPENDED, date(2025, 12, 15), date(2025, 12, 19))
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 9), date(2026, 3, 9))
    assert whens(vault, child)["year_limit"] == "In that school year: 6 school days."


def test_where_dates_are_missing_no_number_of_the_year_is_claimed(vault: Vault) -> None:
    child = builders.add_child(vault)
    put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 9), date(2026, 3, 10))
    said = whens(vault, child)["year_limit"]
    assert (
        said == "We cannot say how many there are in this school year: not all the school’s dates are known."
    )


def test_without_a_place_the_twentieth_school_day_is_told(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.NO_PLACE, date(2026, 2, 23))
    assert whens(vault, child)["place"] == "That is Monday 23 March 2026."
    assert whens(vault, child, date(2026, 3, 24))["place"] == "That was Monday 23 March 2026."


def test_the_words_to_ask_with_are_those_of_what_must_happen_and_name_no_child(
    vault: Vault, child: int
) -> None:
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    of_it = {
        each.id: each
        for each in read(vault, due.due_for, put(vault, child, WithoutSchool.SENT_HOME, TODAY), TODAY)
    }
    assert of_it["cool_off"].to == "For Mr Fox"
    assert of_it["cool_off"].words.startswith("Hello Mr Fox,")
    for kind in WithoutSchool:
        for each in read(vault, due.due_for, put(vault, child, kind, TODAY), TODAY):
            assert "Mia" not in each.words + each.says + each.ask
            assert "{" not in each.words


def test_half_days_of_a_timetable_are_said_as_such(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.PART_TIME, date(2026, 3, 2), date(2026, 3, 6))
    assert out(vault, child).rows[0].how_long == "2 and a half school days, as 5 half days"
    assert read(vault, days_out_sheet.days_out_sheet, child, TODAY).times[0].what == "Only part of the day"


def test_what_ended_long_ago_is_told_no_more(vault: Vault, child: int) -> None:
    put(vault, child, WithoutSchool.SENT_HOME, date(2026, 1, 12))
    assert whens(vault, child) == {}
    assert whens(vault, child, date(2026, 1, 20)) == {"cool_off": ""}


def test_the_page_to_hand_over_says_who_was_told_and_who_was_not(vault: Vault, child: int) -> None:
    number = put(vault, child, WithoutSchool.SUSPENDED, date(2026, 3, 6))
    sheet = read(vault, days_out_sheet.days_out_sheet, child, TODAY)
    assert sheet.times[0].row().cells[-1] == "Nothing written down yet"
    do(vault, days_without_school.set_told, number, "in_writing_on", date(2026, 3, 6))
    do(vault, days_without_school.set_told, number, "social_worker_told_on", date(2026, 3, 9))
    sheet = read(vault, days_out_sheet.days_out_sheet, child, TODAY)
    assert sheet.times[0].told == ("in writing on 6 March", "social worker on 9 March")
    assert sheet.total == "In 2025/26: 3 school days."
    assert "Mia" not in sheet.file_name + sheet.document_title
    assert sheet.small_print[0].startswith("Rules and numbers as we had them on")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "0 school days"), (0.5, "half a school day"), (1, "1 school day"), (1.5, "1 and a half school days"),
     (20, "20 school days")],
)  # fmt: skip
def test_halves_are_said_in_words(days: float, said: str) -> None:
    assert say_halves(days) == said


def test_every_kind_has_something_that_must_happen_and_each_of_it_has_a_source() -> None:
    kinds: Sequence[str] = [kind for rule in must_happen() for kind in rule.kinds]
    assert set(kinds) == set(WithoutSchool)
    assert all(rule.says.endswith(".") and rule.ask for rule in must_happen())
