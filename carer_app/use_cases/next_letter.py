"""When the next letter to the child is due: half a year after the last one, or after the first PEP meeting here."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.domain.child import Child
from carer_app.domain.day_counts import add_months
from carer_app.domain.year_group import nth_birthday
from carer_app.texts.child_questions import age_sets
from carer_app.typed_dates import say_day
from carer_app.use_cases.lookup import find, meetings_of
from carer_app.use_cases.writing_to_the_child import letters
from carer_app.words import _

APART_MONTHS = 6
"""Twice a year, as findings/truth.md has it after the letters of Norfolk and of Brighton and Hove."""

HALF_A_YEAR = timedelta(days=182)
IN_SIGHT = timedelta(days=28)
"""So long Home names a letter that is due; then it is quiet until half a year has gone by once more."""


@dataclass(frozen=True, slots=True)
class NextLetter:
    """From `from_day` on it is time for a letter: half a year `since` something, said with its day.

    `begun_on`: one is being written already.
    """

    from_day: date
    since: str
    begun_on: date | None = None

    def is_due(self, today: date) -> bool:
        """Whether half a year has gone by."""
        return self.from_day <= today

    def is_named(self, today: date) -> bool:
        """Whether Home names it on this day: nobody is reminded for longer than a few weeks."""
        return self.is_due(today) and (today - self.from_day) % HALF_A_YEAR < IN_SIGHT

    def words(self, today: date) -> str:
        """From when, and why, in a sentence."""
        if self.is_due(today):
            return _("Half a year or more has gone by since {since}.").format(since=self.since)
        return _("The next one can wait until {day}. Then it is half a year since {since}.").format(
            day=say_day(self.from_day), since=self.since
        )


def next_letter(session: Session, child_id: int, today: date) -> NextLetter | None:
    """From which day on the next letter is due; None for a child too young for one, after care, or before a PEP."""
    child = find(session, Child, child_id)
    if child.care_ends_on is not None and child.care_ends_on <= today:
        return None
    if child.birthday is not None and nth_birthday(child.birthday, age_sets()[0].ages[0]) > today:
        return None
    written = letters(session, child_id)
    given = [letter.given_on for letter in written if letter.given_on is not None]
    first = _first_pep(session, child)
    if given:
        day, since = max(given), _("your last letter, of {day}")
    elif first is None:
        return None
    elif child.added_on is not None and first < child.added_on:
        day, since = child.added_on, _("you added {child} here, on {day}")
    else:
        day, since = first, _("the first PEP meeting that we know of, on {day}")
    begun = next((letter.begun_on for letter in written if letter.given_on is None), None)
    return NextLetter(add_months(day, APART_MONTHS), since.format(child=child.name, day=say_day(day)), begun)


def _first_pep(session: Session, child: Child) -> date | None:
    """The first PEP that was held, as far as anybody said: before that nobody knows much of school to tell."""
    days = [*(meeting.held_on for meeting in meetings_of(session, child.id)), child.last_pep_on]
    return min((day for day in days if day is not None), default=None)
