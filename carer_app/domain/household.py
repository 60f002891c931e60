"""What belongs to the household as a whole: who the carer is, what may be kept, where backups lie."""

from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from carer_app.domain.base import Base
from carer_app.domain.day_as_known import DayAsKnown


class Household(Base):
    """One row: how the carer is named on sheets, what may be kept here, and how the way-back-in sheet stands.

    `keep_answer` is a `MayKeep`: what the fostering service says of notes on this computer. Of the way-back-in
    sheet only one group of its code is kept, to be asked for; the rest is on the paper alone.
    """

    __tablename__ = "household"

    id: Mapped[int] = mapped_column(primary_key=True)
    carer_name: Mapped[str] = mapped_column(default="")
    papers_allowed_by: Mapped[str] = mapped_column(default="")
    papers_allowed_on: Mapped[date | None] = mapped_column(default=None)
    keep_answer: Mapped[str] = mapped_column(default="", server_default=text("''"))
    keep_said_by: Mapped[str] = mapped_column(default="", server_default=text("''"))
    keep_said_on: Mapped[date | None] = mapped_column(DayAsKnown, default=None)
    keep_asked_on: Mapped[date | None] = mapped_column(default=None)
    sheet_made_on: Mapped[date | None] = mapped_column(default=None)
    sheet_proved_on: Mapped[date | None] = mapped_column(default=None)
    sheet_asks_group: Mapped[int | None] = mapped_column(default=None)
    sheet_group: Mapped[str] = mapped_column(default="", server_default=text("''"))
    remind_sheet_from: Mapped[date | None] = mapped_column(default=None)
    remind_backup_from: Mapped[date | None] = mapped_column(default=None)


class SecondPlace(Base):
    """Another folder that gets a copy of every backup whenever it is there, such as a memory stick.

    `agreed_on` is the day the carer said yes to a folder that another company copies to its own computers.
    """

    __tablename__ = "second_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str]
    chosen_on: Mapped[date]
    agreed_on: Mapped[date | None] = mapped_column(default=None)
    last_backup_on: Mapped[date | None] = mapped_column(default=None)


class SaveCount(Base):
    """One row: how many times these records were saved. `Vault.work` alone raises it, in the same transaction.

    A number lower than one seen before means that an older copy was put in place.
    """

    __tablename__ = "save_count"

    id: Mapped[int] = mapped_column(primary_key=True)
    saves: Mapped[int] = mapped_column(default=0)


class KnownNumbers(Base):
    """One row: what the records know of files beside them that could be put back as they were earlier.

    `ways_in` is how often the ways in were changed. `drafts` names what a child has begun and not kept, by marks that
    say nothing, each with the number of its newest version; empty where nothing is known, as after going back. What was
    rubbed out is not in it. `earlier_ids` is what the key file called these records under each key of before. Written
    apart from saves, and counted as none.
    """

    __tablename__ = "known_numbers"

    id: Mapped[int] = mapped_column(primary_key=True)
    ways_in: Mapped[int] = mapped_column(default=0)
    drafts: Mapped[str] = mapped_column(default="")
    earlier_ids: Mapped[str] = mapped_column(default="", server_default=text("''"))
