"""A child this household looks after."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ForeignKey, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carer_app.choices import Pronoun, Role, Support, WhichReview
from carer_app.domain.base import Base, Deletable
from carer_app.domain.day_list import DayList
from carer_app.domain.person import Person
from carer_app.domain.school import School
from carer_app.domain.year_group import nth_birthday

ADULT_AT = 18


class Child(Deletable, Base):
    """One child, by the name used at home. Least is stored: no surname, no address.

    `council` is the one responsible for the child, by name; empty where nobody has said. `years_ahead` is -1 for a
    child taught with children a year younger. `social_worker_told_on` is when `social_worker_says_by` was written
    down: a PEP held since then may have been the one it was for. `ehcp_review_on` is the last annual review, or the
    day of the plan. `moved_home_on` is the newest move to another home while in care, `moved_home_before_on`
    the earlier ones: a PEP may still be owed for them. Who writes uses `set_moves`.
    `added_on` is the day the child was added here; of children added long ago it is not known.
    """

    __tablename__ = "child"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    birthday: Mapped[date | None] = mapped_column(default=None)
    came_into_care_on: Mapped[date | None] = mapped_column(default=None)
    support: Mapped[str] = mapped_column(default=Support.NOT_KNOWN)
    last_pep_on: Mapped[date | None] = mapped_column(default=None)
    social_worker_says_by: Mapped[date | None] = mapped_column(default=None)
    review_on: Mapped[date | None] = mapped_column(default=None)
    hidden_until: Mapped[date | None] = mapped_column(default=None)
    # After `deleted_on` in the table, because they were added later.
    council: Mapped[str] = mapped_column(sort_order=1, default="", server_default=text("''"))
    left_care_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    years_ahead: Mapped[int] = mapped_column(sort_order=1, default=0, server_default=text("0"))
    has_school_place: Mapped[bool] = mapped_column(sort_order=1, default=True, server_default=text("1"))
    last_review_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    last_review_was: Mapped[str] = mapped_column(
        sort_order=1, default=WhichReview.NOT_KNOWN, server_default=text("'not_known'")
    )
    ehcp_review_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    social_worker_told_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    moved_home_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    added_on: Mapped[date | None] = mapped_column(sort_order=1, default=None)
    moved_home_before_on: Mapped[tuple[date, ...]] = mapped_column(
        DayList, sort_order=1, default=(), nullable=True
    )
    pronoun: Mapped[str] = mapped_column(sort_order=1, default=Pronoun.THEY, server_default=text("'they'"))

    schoolings: Mapped[list["Schooling"]] = relationship(
        back_populates="child", order_by="Schooling.id", cascade="all, delete-orphan"
    )
    people: Mapped[list[Person]] = relationship(order_by=Person.id, cascade="all, delete-orphan")

    @property
    def moves(self) -> tuple[date, ...]:
        """The days of moving to another home, earliest first."""
        newest = (self.moved_home_on,) if self.moved_home_on else ()
        return tuple(sorted({*(self.moved_home_before_on or ()), *newest}))

    def set_moves(self, days: Iterable[date]) -> None:
        """These are the moves to another home; the newest leads."""
        known = sorted(set(days))
        self.moved_home_on, self.moved_home_before_on = known[-1] if known else None, tuple(known[:-1])

    def schooling_on(self, day: date) -> "Schooling | None":
        """The school the child goes to on a day: a school to come counts from its first day there, and not before.

        Before the first day at the only school we know, it is that one.
        """
        begun = [each for each in self.schoolings if not each.starts_after(day)] or self.schoolings[:1]
        return begun[-1] if begun else None

    def school_to_come(self, today: date) -> "Schooling | None":
        """The school that the child moves to on a day ahead."""
        return next(iter(self.schools_to_come(today)), None)

    def schools_to_come(self, today: date) -> "list[Schooling]":
        """The schools that the child moves to on days ahead, in their order."""
        now = self.schooling_on(today)
        return [each for each in self.schoolings if each is not now and each.starts_after(today)]

    def is_in_care(self, on: date) -> bool:
        """Whether the child is still in care on a day, as far as anybody said."""
        return self.left_care_on is None or on < self.left_care_on

    @property
    def care_ends_on(self) -> date | None:
        """The day on which being in care ends: the one that was told, or the 18th birthday; None where nobody knows.

        Source: Children Act 1989, section 105: a child is a person under the age of 18; as in resources/year_days.
        """
        adult_on = nth_birthday(self.birthday, ADULT_AT) if self.birthday else None
        return min((day for day in (self.left_care_on, adult_on) if day), default=None)

    def person(self, role: Role, on: date = date.max) -> Person | None:
        """The first person known by name who has this role on a day, by default at the newest school."""
        return next((person for person in self.people_on(on) if person.role == role and person.name), None)

    def people_on(self, day: date) -> list[Person]:
        """Who works with the child on a day: the designated teacher is the one of the school of that day."""
        teacher = self.teacher_on(day)
        return [each for each in self.people if each.role != Role.DESIGNATED_TEACHER or each is teacher]

    def teacher_on(self, day: date) -> Person | None:
        """The designated teacher of the school of a day, named or not yet.

        A move writes down one more, without a name, so that they stand in the order of the schools.
        """
        teachers = [each for each in self.people if each.role == Role.DESIGNATED_TEACHER]
        ahead = len([each for each in self.schoolings[1:] if each.starts_after(day)])
        return teachers[max(-1 - ahead, -len(teachers))] if teachers else None


class Schooling(Base):
    """One child at one school, from a day on."""

    __tablename__ = "schooling"

    id: Mapped[int] = mapped_column(primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("child.id", ondelete="CASCADE"), index=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("school.id"), index=True)
    started_on: Mapped[date | None] = mapped_column(default=None)
    class_name: Mapped[str] = mapped_column(default="")

    child: Mapped[Child] = relationship(back_populates="schoolings")
    school: Mapped[School] = relationship()

    def starts_after(self, day: date) -> bool:
        """Whether the child is not there yet on a day."""
        return self.started_on is not None and self.started_on > day
