"""How the way-back-in sheet stands, in one sentence everywhere: what is noted, and what really opens the records."""

from carer_app.jobs import way_back
from carer_app.typed_dates import say_day
from carer_app.use_cases.ways_in import SheetFacts
from carer_app.words import _


def sheet_words(facts: SheetFacts, ways: frozenset[str]) -> str:
    """`ways` are the ways in that there are. What is noted can be older, after going back to a backup."""
    opens = way_back.SHEET in ways
    if facts.made_on is None:
        if opens:
            return _(
                "A sheet opens your records. When it was made is not noted here. If you do not have it, make a new one."
            )
        if way_back.KEYRING in ways:
            return _("You have no sheet. If you forget your password, only this computer opens your records.")
        return _("You have no sheet. If you forget your password, nobody can open your records.")
    if not opens:
        return _("The sheet you made on {day} opens nothing any more. Make a new one.").format(
            day=say_day(facts.made_on)
        )
    made = _("You made your sheet on {day}.").format(day=say_day(facts.made_on))
    if facts.proved_on is None:
        return made + " " + _("Nobody has checked yet that the paper is right.")
    return made + " " + _("You checked it on {day}.").format(day=say_day(facts.proved_on))
