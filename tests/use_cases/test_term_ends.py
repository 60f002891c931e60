""" "By the end of term" is a day of the child's own school, or nobody's."""

from datetime import date

import pytest

from carer_app.storage.vault import Vault
from carer_app.use_cases import children, recording_the_meeting, term_ends
from tests import builders
from tests.builders import TODAY, read
from tests.use_cases.test_days_without_school import AUTUMN, SPRING, SUMMER


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    school = read(vault, children.child_facts, child, TODAY).school_id
    with vault.work() as session:
        builders.open_on(session, school, *AUTUMN, *SPRING, *SUMMER)
    return child


@pytest.mark.parametrize(
    ("said", "today", "ends"),
    [
        ("term", TODAY, date(2026, 3, 27)),
        ("term", date(2026, 3, 27), date(2026, 3, 27)),
        ("term", date(2026, 4, 2), date(2026, 7, 20)),  # in the Easter holidays: of the term to come
        ("spring", TODAY, date(2026, 3, 27)),
        ("summer", TODAY, date(2026, 7, 20)),
        ("half_term", TODAY, date(2026, 5, 22)),
        ("half_term", date(2026, 1, 6), date(2026, 2, 13)),
        ("autumn", TODAY, None),  # the next one is not known
        ("term", date(2026, 8, 3), None),
        ("term", date(2027, 3, 1), None),
    ],
)
def test_it_is_the_next_last_day_of_school_as_far_as_the_dates_are_known(
    vault: Vault, child: int, said: str, today: date, ends: date | None
) -> None:
    assert read(vault, term_ends.ends_meant, child, said, today) == ((ends,) if ends else ())
    meeting = builders.add_meeting(vault, child, date(2026, 3, 9))
    assert read(vault, term_ends.ends_meant_after, meeting, said, today) == ((ends,) if ends else ())


def test_where_the_dates_of_school_are_not_known_nothing_is_guessed(vault: Vault) -> None:
    child = builders.add_child(vault)
    assert read(vault, term_ends.ends_meant, child, "term", TODAY) == ()


@pytest.mark.parametrize(
    ("said", "held", "typed", "ends"),
    [
        ("term", date(2026, 3, 20), date(2026, 4, 2), (date(2026, 3, 27), date(2026, 7, 20))),
        ("term", date(2026, 3, 20), date(2026, 3, 27), (date(2026, 3, 27),)),
        ("half_term", date(2026, 2, 3), date(2026, 2, 25), (date(2026, 2, 13), date(2026, 5, 22))),
        ("spring", date(2026, 3, 20), date(2026, 4, 2), (date(2026, 3, 27),)),
        ("term", date(2026, 7, 2), date(2026, 8, 3), (date(2026, 7, 20),)),  # the next year is not known
    ],
)
def test_what_was_agreed_in_one_term_and_is_typed_in_the_next_may_mean_either_end(
    vault: Vault, child: int, said: str, held: date, typed: date, ends: tuple[date, ...]
) -> None:
    meeting = builders.add_meeting(vault, child, held)
    with vault.work() as session:
        recording_the_meeting.meeting_was_held(session, meeting, held, typed)
    assert read(vault, term_ends.ends_meant_after, meeting, said, typed) == ends
