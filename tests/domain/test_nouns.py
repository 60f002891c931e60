"""What a noun does by itself: how it is shown, and what it counts."""

from datetime import date

from carer_app.domain.calendar_entry import CalendarEntry
from carer_app.domain.child import Child

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
