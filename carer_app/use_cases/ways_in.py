"""The way-back-in sheet as the household knows it: made when, proved when, and which group it may be asked for."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from carer_app.use_cases.lookup import household, household_to_change

DAYS_UNTIL_ASKED_AGAIN = 7


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """How the sheet stands. `group` is the one group of the code that is kept, to be asked for as `asks_group`."""

    made_on: date | None = None
    proved_on: date | None = None
    asks_group: int = 0
    group: str = field(default="", repr=False)
    remind_from: date | None = None


def sheet_facts(session: Session) -> SheetFacts:
    """How the sheet stands."""
    row = household(session)
    if row is None:
        return SheetFacts()
    return SheetFacts(
        row.sheet_made_on,
        row.sheet_proved_on,
        row.sheet_asks_group or 0,
        row.sheet_group,
        row.remind_sheet_from,
    )


def sheet_was_made(session: Session, group_number: int, group: str, today: date) -> None:
    """A new sheet: the one before it is worth nothing now, and this one is not proved yet."""
    row = household_to_change(session)
    row.sheet_made_on, row.sheet_proved_on, row.remind_sheet_from = today, None, None
    row.sheet_asks_group, row.sheet_group = group_number, group


def sheet_was_proved(session: Session, today: date) -> None:
    """The carer typed the group that was asked for: the paper is right."""
    household_to_change(session).sheet_proved_on = today


def ask_again_later(session: Session, today: date) -> None:
    """The paper is not at hand just now: ask in a week."""
    household_to_change(session).remind_sheet_from = today + timedelta(days=DAYS_UNTIL_ASKED_AGAIN)


def sheet_was_taken_away(session: Session) -> None:
    """There is no sheet any more, and nothing of its code is kept."""
    row = household_to_change(session)
    row.sheet_made_on = row.sheet_proved_on = row.remind_sheet_from = row.sheet_asks_group = None
    row.sheet_group = ""
