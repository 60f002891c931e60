"""A school and the dates it is open."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.choices import InsetDays
from carer_app.domain.base import Base
from carer_app.domain.pep_clocks import KnownTerms
from carer_app.domain.school_calendar import Period, SchoolCalendar
from carer_app.domain.school_years import school_year

LATE_AUGUST = (8, 20)
UNSURE = (InsetDays.PARTLY, InsetDays.NOT_KNOWN)


class School(Base):
    """A school that a child of this household goes, or went, to."""

    __tablename__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

    periods: Mapped[list["SchoolPeriod"]] = relationship(
        order_by="SchoolPeriod.first_day", cascade="all, delete-orphan"
    )
    closings: Mapped[list["SchoolClosing"]] = relationship(
        order_by="SchoolClosing.day", cascade="all, delete-orphan"
    )
    year_notes: Mapped[list["SchoolYearNote"]] = relationship(
        order_by="SchoolYearNote.year", cascade="all, delete-orphan"
    )

    def calendar(self) -> SchoolCalendar | None:
        """The school's dates as a calendar that can count, or None where no dates are known yet."""
        if not self.periods:
            return None
        return SchoolCalendar(
            periods=[(period.first_day, period.last_day) for period in self.periods],
            inset_days=[closing.day for closing in self.closings if closing.is_inset],
            closed_days=[closing.day for closing in self.closings if not closing.is_inset],
        )

    def known_terms(self) -> KnownTerms:
        """The dates to count with, and the years whose training days are not all known.

        That they are all is known where the carer or the source has said so, however many there are.
        """
        said = {note.year: note.inset for note in self.year_notes}
        years = {school_year(period.last_day) for period in self.periods}
        unsure = {year for year in years | set(said) if said.get(year, InsetDays.NOT_KNOWN) in UNSURE}
        return KnownTerms(self.calendar(), frozenset(unsure))

    def year_of(self, day: date) -> int:
        """The school year a day belongs to here: some schools begin theirs in the last days of August."""
        for period in self.periods:
            if period.first_day <= day <= period.last_day:
                return school_year(period.last_day)
        return day.year if (day.month, day.day) >= LATE_AUGUST else school_year(day)

    def year_note(self, year: int) -> "SchoolYearNote":
        """What is noted about one school year, `year` being the one it begins in; a new note where there is none."""
        for note in self.year_notes:
            if note.year == year:
                return note
        note = SchoolYearNote(year=year, inset=InsetDays.NOT_KNOWN, inset_unknown=0, source="")
        self.year_notes.append(note)
        return note

    def take_year(
        self, year: int, periods: Sequence[Period], inset_days: Sequence[date], closed_days: Sequence[date]
    ) -> None:
        """Use these dates for one school year, in place of what is there for it; other years stay."""
        self.closings = [each for each in self.closings if self.year_of(each.day) != year]
        self.periods = [each for each in self.periods if school_year(each.last_day) != year]
        self.periods += [SchoolPeriod(first_day=first, last_day=last) for first, last in periods]
        self.closings += [SchoolClosing(day=day, is_inset=True) for day in inset_days]
        self.closings += [
            SchoolClosing(day=day, is_inset=False) for day in closed_days if day not in inset_days
        ]


class SchoolPeriod(Base):
    """A stretch of school days between holidays; both days are inside it."""

    __tablename__ = "school_period"

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]


class SchoolClosing(Base):
    """A single day without pupils: a training (INSET) day, or closed for another reason."""

    __tablename__ = "school_closing"

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    day: Mapped[date]
    is_inset: Mapped[bool] = mapped_column(default=True)


class SchoolYearNote(Base):
    """What is known about the dates of one school year beside the dates: where they come from, training days.

    `year` is the one it begins in. `inset_unknown` counts training days that school has announced without a date.
    """

    __tablename__ = "school_year_note"
    __table_args__ = (UniqueConstraint("school_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    inset: Mapped[str] = mapped_column(default=InsetDays.NOT_KNOWN)
    inset_unknown: Mapped[int] = mapped_column(default=0)
    source: Mapped[str] = mapped_column(default="")
