"""What a noun does by itself: how it is shown, and what it counts."""

from datetime import date

import pytest

from carer_app.choices import InsetDays
from carer_app.domain.between_meetings import ChildLetter
from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.child import Child
from carer_app.domain.school import School, SchoolPeriod
from carer_app.errors import NotAllowed

DAY = date(2026, 11, 2)


def test_what_a_noun_says_of_a_child_is_not_in_how_it_is_shown() -> None:
    assert (repr(Child(id=3, name="Mia")), repr(Child(name="Mia"))) == ("<Child 3>", "<Child new>")


def test_an_entry_of_a_calendar_file_counts_each_time_that_its_day_changes_and_no_other() -> None:
    """Calendars take the newer of two entries by that number."""
    entry, counted = CalendarEntry(child_id=1, what="next_pep", uid="uid-1"), list[int]()
    for day in (DAY, DAY, date(2026, 11, 9), None, date(2026, 11, 9)):
        entry.write(day)
        counted.append(entry.sequence)
    assert counted == [1, 1, 2, 3, 4]


def test_a_letter_is_given_once_with_words_in_it_and_then_its_words_stay() -> None:
    letter = ChildLetter(child_id=1, begun_on=DAY, text=" ", given_on=None)
    with pytest.raises(NotAllowed, match=r"There are no words in this letter yet\."):
        letter.give(DAY)
    letter.write("You read so well.")
    letter.give(DAY)
    letter.give(date(2026, 11, 9))
    assert letter.given_on == DAY
    with pytest.raises(NotAllowed, match="so its words stay"):
        letter.write("Other words.")
    assert letter.text == "You read so well."


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2026, 8, 19), 2025),
        (date(2026, 8, 20), 2026),
        (date(2026, 7, 30), 2025),
        (date(2027, 1, 4), 2026),
    ],
)
def test_the_last_days_of_august_are_of_the_school_year_that_begins_then(day: date, begins: int) -> None:
    assert School(name="Riverside").year_of(day) == begins


def test_a_day_in_a_stretch_is_of_the_year_in_which_the_stretch_ends() -> None:
    stretch = SchoolPeriod(first_day=date(2026, 8, 17), last_day=date(2026, 10, 16))
    school = School(name="Riverside", periods=[stretch])
    assert [school.year_of(day) for day in (date(2026, 8, 16), date(2026, 8, 17))] == [2025, 2026]


def test_each_school_year_has_one_note() -> None:
    school = School(name="Riverside")
    notes = {year: school.year_note(year) for year in (2026, 2025)}
    assert [note.year for note in school.year_notes] == [2026, 2025]
    assert all(school.year_note(year) is note for year, note in notes.items())
    assert len(school.year_notes) == 2


def test_a_school_without_dates_counts_nothing_and_a_year_is_unsure_until_somebody_says() -> None:
    school = School(name="Riverside")
    assert school.calendar() is None
    school.periods.append(SchoolPeriod(first_day=date(2026, 9, 3), last_day=date(2026, 10, 16)))
    assert school.known_terms().unsure_years == frozenset({2026})
    school.year_note(2026).inset = InsetDays.KNOWN
    assert school.known_terms().unsure_years == frozenset()
