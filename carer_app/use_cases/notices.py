"""What the household should think of now and then: the yes to keeping notes, a way back in, a second place."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app.choices import MayKeep
from carer_app.domain.child import Child
from carer_app.domain.household import Household, SecondPlace
from carer_app.rough_days import earliest, latest
from carer_app.typed_dates import say_day
from carer_app.use_cases.lookup import household, household_to_change, removed_rows
from carer_app.words import _

A_WEEK = timedelta(days=7)
A_MONTH = timedelta(days=28)
A_YEAR = timedelta(days=365)
"""The foster carer's own review comes once a year: then the yes to keeping notes is asked for again."""

A_WHILE = timedelta(days=21)


class NoticeKind(StrEnum):
    """What a notice is about; decides where its button leads. Most important first."""

    BACKUP = "backup"
    MAY_KEEP = "may_keep"
    SHEET = "sheet"
    SECOND_PLACE = "second_place"


NOTICE_RULES = {
    NoticeKind.BACKUP: _("The last backup did not work, or there is none, or it is more than a week old"),
    NoticeKind.MAY_KEEP: _("Whether you may keep notes was not asked yet, or it is a year since you asked"),
    NoticeKind.SHEET: _("There is no way-back-in sheet, or it was never tried"),
    NoticeKind.SECOND_PLACE: _(
        "There is no second place for backups, or nothing was put there for three weeks and it is not there now"
    ),
}
"""What Home says to the whole household, as Help lists it."""


@dataclass(frozen=True, slots=True)
class BackupsNow:
    """How the backups beside the records stand: the day of the newest that opens, what went wrong last, and whether
    anything was saved since the newest. `not_copied` is why the second place, which is there, did not get it."""

    newest_on: date | None
    problem: str
    is_behind: bool
    not_copied: str = ""
    second_is_there: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to think of. `button` says what to do about it; `can_wait` where "Remind me later" is offered.

    `is_reason`: `why` is a reason and no news, and waits behind "Why?".
    """

    kind: NoticeKind
    words: str
    why: str
    button: str
    can_wait: bool = True
    is_reason: bool = False


def notices(session: Session, today: date, backups: BackupsNow | None = None) -> tuple[Notice, ...]:
    """What to think of today, most important first. Nothing while there is no child: then nothing can be lost.

    The notes about a child who was put to one side are still here, and can be lost.

    `backups` is None until somebody looked.
    """
    if session.scalars(select(Child.id).limit(1)).first() is None and not removed_rows(session, Child):
        return ()
    row = household(session) or Household(keep_answer="")
    found = (
        _backup(backups, today),
        _may_keep(row, today),
        _sheet(row, today),
        _second_place(session, row, today, backups),
    )
    return tuple(notice for notice in found if notice is not None)


def put_off(session: Session, kind: NoticeKind, today: date) -> date:
    """Remind me later: in a week, and of a second place in a month. Returns the day."""
    row = household_to_change(session)
    if kind == NoticeKind.MAY_KEEP:
        row.keep_asked_on = today
        return today + A_WEEK
    if kind == NoticeKind.SHEET:
        row.remind_sheet_from = today + A_WEEK
        return row.remind_sheet_from
    row.remind_backup_from = today + A_MONTH
    return row.remind_backup_from


def _backup(backups: BackupsNow | None, today: date) -> Notice | None:
    if backups is None:
        return None
    if backups.problem:
        words, why = _("The last backup did not work"), backups.problem
    elif backups.newest_on is None:
        words, why = (
            _("There is no backup yet"),
            _("If the computer or memory stick they are on breaks or is lost, your notes go with it."),
        )
    elif backups.is_behind and today > backups.newest_on + A_WEEK:
        words = _("The newest backup is old")
        why = _("It is of {day}. What you wrote since then is not in it.").format(
            day=say_day(backups.newest_on)
        )
    elif backups.not_copied:
        words, why = _("The copy in the second place did not work"), backups.not_copied
    else:
        return None
    return Notice(NoticeKind.BACKUP, words, why, _("See the backups"), can_wait=False)


def is_a_year_ago(said_on: date, today: date) -> bool:
    """Whether it is time to ask again: as soon as it may be a year, where the day is only roughly known."""
    return today >= earliest(said_on) + A_YEAR


def _may_keep(row: Household, today: date) -> Notice | None:
    if row.keep_asked_on is not None and today < row.keep_asked_on + A_WEEK:
        return None
    if row.keep_answer in (MayKeep.YES, MayKeep.STICK):
        since = row.keep_said_on or row.keep_asked_on
        if since is not None and not is_a_year_ago(since, today):
            return None
        return Notice(
            NoticeKind.MAY_KEEP,
            _("Ask again: may I keep notes here?"),
            (
                _("It may be a year since you asked ({day}). Services look at this once a year.")
                if today < latest(since) + A_YEAR
                else _("It is a year since you asked ({day}). Services look at this once a year.")
            ).format(day=say_day(since))
            if since is not None
            else _("No day was written down. Services look at this once a year."),
            _("Write down the answer"),
        )
    if row.keep_answer == MayKeep.NO:
        return None
    return Notice(
        NoticeKind.MAY_KEEP,
        _("Ask: may I keep notes here?"),
        _("Some fostering services do not let carers do this. Your supervising social worker knows."),
        _("See the words to send"),
        is_reason=True,
    )


def _sheet(row: Household, today: date) -> Notice | None:
    if row.remind_sheet_from is not None and today < row.remind_sheet_from:
        return None
    if row.sheet_made_on is None:
        return Notice(
            NoticeKind.SHEET,
            _("Make a way-back-in sheet"),
            _("It is the only way back in if you forget your password. It takes two minutes."),
            _("Make the sheet"),
            is_reason=True,
        )
    if row.sheet_proved_on is None:
        return Notice(
            NoticeKind.SHEET,
            _("Try your way-back-in sheet"),
            _("You made it on {day}. Type one group of letters from it, so that you know it works.").format(
                day=say_day(row.sheet_made_on)
            ),
            _("Try the sheet"),
        )
    return None


def _second_place(session: Session, row: Household, today: date, backups: BackupsNow | None) -> Notice | None:
    """Whether a second place that was chosen is missed, nobody knows before somebody looked."""
    if row.remind_backup_from is not None and today < row.remind_backup_from:
        return None
    place = session.scalars(select(SecondPlace).order_by(SecondPlace.id)).first()
    if place is None:
        return Notice(
            NoticeKind.SECOND_PLACE,
            _("Choose a second place for backups"),
            _(
                "Your backups are kept with your records. If that computer or memory stick breaks or is lost, they "
                "go with it."
            ),
            _("Choose a place"),
            is_reason=True,
        )
    last = place.last_backup_on
    if backups is None or backups.second_is_there or today < (last or place.chosen_on) + A_WHILE:
        return None
    if last is None:
        since = _("Nothing was put there since you chose it ({day}).").format(day=say_day(place.chosen_on))
    else:
        since = _("The last copy was put there on {day}.").format(day=say_day(last))
    return Notice(
        NoticeKind.SECOND_PLACE,
        _("Your second place for backups is not there"),
        f"{since} " + _("If it is a memory stick, plug it in for a moment."),
        _("See the backups"),
    )
