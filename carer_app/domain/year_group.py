"""England's school year groups, worked out from a birthday."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from carer_app.domain.school_years import school_year
from carer_app.words import _

NURSERY = -1
RECEPTION = 0
LAST_YEAR_GROUP = 13


@dataclass(frozen=True, slots=True, order=True)
class YearGroup:
    """A year group: Nursery is -1, Reception 0, Year 1 to Year 13 their own number."""

    number: int

    @property
    def name(self) -> str:
        """As schools say it: "Nursery", "Reception", "Year 5"."""
        if self.number == NURSERY:
            return _("Nursery")
        if self.number == RECEPTION:
            return _("Reception")
        return _("Year {number}").format(number=self.number)


def year_group(birthday: date, today: date, *, years_ahead: int = 0) -> YearGroup | None:
    """The year group on a day; None before Nursery and after Year 13.

    A child who is 3 before 1 September starts Nursery that day, at 4 Reception, and so on. A child
    taught with younger children has `years_ahead` -1.

    Source: England's school year runs from 1 September, and children start Reception in the September
    after they turn 4 (www.gov.uk/schools-admissions/school-starting-age).
    """
    number = year_number(birthday, today, years_ahead=years_ahead)
    return YearGroup(number) if NURSERY <= number <= LAST_YEAR_GROUP else None


def year_number(birthday: date, today: date, *, years_ahead: int) -> int:
    """As `year_group` counts them, and on below Nursery and above Year 13."""
    return school_year(today) - _reception_starts(birthday) + years_ahead


def year_group_ends(birthday: date, number: int, *, years_ahead: int = 0) -> date:
    """The last Friday in June of the child's school year with that number.

    For Year 11 this is the day a child may leave school, in the school year in which they turn 16.
    Source: Education Act 1996 section 8 and SI 1997/1970 (www.gov.uk/know-when-you-can-leave-school).
    """
    summer = _reception_starts(birthday) + number - years_ahead + 1
    last = date(summer, 6, monthrange(summer, 6)[1])
    return last - timedelta(days=(last.weekday() - 4) % 7)


def may_leave_school_on(birthday: date) -> date:
    """The day until which school goes on for everybody, whatever class they are taught in.

    Source: the last Friday in June of the school year in which they turn 16: Education Act 1996 section 8 and
    SI 1997/1970 (www.gov.uk/know-when-you-can-leave-school). Education or training goes on until 18.
    """
    return year_group_ends(birthday, 11)


def nth_birthday(birthday: date, age: int) -> date:
    """The day a child reaches an age. Born on 29 February, in a common year it is 1 March.

    Source: in England an age is reached at the start of that birthday (Family Law Reform Act 1969
    section 9); a day that a year does not have has come on 1 March and not before.
    """
    reached = birthday + relativedelta(years=age)
    return reached if reached.day == birthday.day else reached + timedelta(days=1)


def _reception_starts(birthday: date) -> int:
    return school_year(birthday) + 5
