"""The words beside one line of a rule: its boxes, its ways, and what was changed in it."""

from carer_app.typed_dates import say_short
from carer_app.use_cases.council_page import RuleLine
from carer_app.words import _

BOXES = {
    "months": _("Months between two PEPs"),
    "at_most_months": _("Months between two PEPs"),
    "rounds": _("Parts of the year, from which month to which"),
    "last_dates": _("The council’s last dates"),
    "age": _("Age"),
    "term": _("Which birthday"),
    "year": _("Last school year with PEPs"),
}
_HINTS = {
    "key_stage_years": _("For example Reception, Year 7 and Year 11."),
    "starts": _("A number in figures, for example 3."),
    "ends": _("A number in figures, for example 18 for an age or 11 for a school year."),
}


def hint_of(part: str) -> str:
    """How a part can be typed."""
    if part.endswith(".days"):
        return _("For example 20 school days, 10 working days, 28 days or 4 weeks.")
    return _HINTS.get(part, _("Months in figures, days as you say them, with commas between."))


def way_words(part: str) -> dict[str, str]:
    """The ways that a part can go by, in words."""
    if part == "starts":
        return {
            "age": _("On a birthday"),
            "term": _("With the term after a birthday, where the child goes to a nursery"),
        }
    if part == "ends":
        return {"age": _("On a birthday"), "year": _("At the end of a school year")}
    return {
        "months": _("One every so many months"),
        "at_most_months": _("Never more than so many months apart"),
        "each_term": _("One in each school term"),
        "first_half_term": _("One in the first half of each school term"),
        "rounds": _("One in each of some parts of the year"),
        "last_dates": _("One in each round that the council sets a last date for"),
    }


def about(line: RuleLine) -> str:
    """What was changed in a line and when, or whose number it is where it is not the page's own."""
    if line.changed_on is not None:
        was = _("You changed this on {day}. The page says {number}.")
        if line.whose:
            was = _("You changed this on {day}. It was {number}.")
        if not line.page_says:
            was = _("You added this on {day}. The page does not say it.")
        words = was.format(day=say_short(line.changed_on, with_year=True), number=line.page_says)
        return " ".join(part for part in (words, _whose(line)) if part)
    return _whose(line)


def _whose(line: RuleLine) -> str:
    return _("Rule: {name}.").format(name=line.whose) if line.whose else ""
