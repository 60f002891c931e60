"""May notes about a child be kept here? What was answered, by whom and when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from carer_app.choices import MayKeep
from carer_app.typed_dates import say_day
from carer_app.use_cases.lookup import household, household_to_change
from carer_app.words import _


@dataclass(frozen=True, slots=True)
class KeepingAnswer:
    """`answer` is None until it was asked. `asked_on` is the day the carer last answered or was last reminded."""

    answer: MayKeep | None = None
    said_by: str = ""
    said_on: date | None = None
    asked_on: date | None = None

    @property
    def words(self) -> str:
        """What was answered, in a sentence."""
        if self.answer is None:
            return _("It is not written down yet whether notes may be kept.")
        if self.answer == MayKeep.NOT_ASKED:
            return _("Nobody has been asked yet whether notes may be kept.")
        sentence = {
            MayKeep.YES: _("{who} said that notes may be kept on this computer ({when})."),
            MayKeep.STICK: _("{who} said that notes may be kept on the stick only ({when})."),
            MayKeep.NO: _("The answer was no: notes may not be kept on this computer."),
        }[self.answer]
        when = say_day(self.said_on) if self.said_on else _("no day was written down")
        return sentence.format(who=self.said_by or _("Somebody"), when=when)


def keeping_answer(session: Session) -> KeepingAnswer:
    """What is written down about keeping notes."""
    row = household(session)
    if row is None or not row.keep_answer:
        return KeepingAnswer(asked_on=row.keep_asked_on if row else None)
    return KeepingAnswer(MayKeep(row.keep_answer), row.keep_said_by, row.keep_said_on, row.keep_asked_on)


def write_down(session: Session, new: KeepingAnswer) -> None:
    """Write down what was answered, in place of what was written before."""
    row = household_to_change(session)
    row.keep_answer = new.answer or ""
    row.keep_said_by = new.said_by.strip()
    row.keep_said_on = new.said_on
    row.keep_asked_on = new.asked_on
