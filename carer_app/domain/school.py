"""A school and the dates it is open."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.domain.base import Base
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import NotAllowed
from carer_app.words import _


class School(Base):
    """A school that a child of this household goes, or went, to."""

    __tablename__ = "school"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    dates_source: Mapped[str] = mapped_column(default="")
    inset_days_known: Mapped[bool] = mapped_column(default=True)

    periods: Mapped[list["SchoolPeriod"]] = relationship(
        order_by="SchoolPeriod.first_day", cascade="all, delete-orphan"
    )
    closings: Mapped[list["SchoolClosing"]] = relationship(
        order_by="SchoolClosing.day", cascade="all, delete-orphan"
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

    def add_period(self, first_day: date, last_day: date) -> "SchoolPeriod":
        """Add a stretch of school days. Raises NotAllowed where it is back to front or overlaps another."""
        if last_day < first_day:
            raise NotAllowed(_("The last day must not be before the first day. Nothing was changed."))
        for other in self.periods:
            if first_day <= other.last_day and other.first_day <= last_day:
                raise NotAllowed(
                    _("These days overlap with dates that are already there. Nothing was changed.")
                )
        period = SchoolPeriod(first_day=first_day, last_day=last_day)
        self.periods.append(period)
        return period

    def add_closing(self, day: date, is_inset: bool) -> "SchoolClosing":
        """Add a day without pupils. Adding the same day twice changes nothing."""
        for closing in self.closings:
            if closing.day == day:
                return closing
        closing = SchoolClosing(day=day, is_inset=is_inset)
        self.closings.append(closing)
        return closing

    def take_dates(
        self, periods: Sequence[tuple[date, date]], inset_days: Sequence[date], source: str
    ) -> None:
        """Use a ready-made set of dates in place of what is there."""
        self.periods = [SchoolPeriod(first_day=first, last_day=last) for first, last in periods]
        self.closings = [SchoolClosing(day=day, is_inset=True) for day in inset_days]
        self.dates_source = source
        self.inset_days_known = True


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
