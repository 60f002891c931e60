"""What the words beside a day say: is school shut then, does it begin or end, and is it said of the whole school?

One place for both readers, of pasted text and of calendar files. Words are evidence with a weight, kept in
`resources/school_events/words.toml`; nothing closes a day that speaks of some children, or is taken back.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from carer_app.imports import term_roles
from carer_app.imports.school_festivals import without_festivals
from carer_app.imports.school_hours import is_part_of_a_day, is_unsure
from carer_app.imports.school_in_lieu import is_in_lieu, without_a_later_return, without_other_schools
from carer_app.imports.school_lists import strange_words, weight_of, word_lists
from carer_app.imports.school_parts import is_off_for_a_part
from carer_app.imports.school_staff import staff_together
from carer_app.imports.school_things import is_about_a_thing
from carer_app.imports.school_whom import (
    NO_CLASSES,
    is_for_some_staff,
    is_whole,
    speaks_of_some,
    without_induction,
)
from carer_app.imports.term_roles import Role

WhyNot = Literal["", "some", "staff", "denied", "everyday", "nothing", "part", "unsure"]

ENOUGH = 2
"""What a weight has to be for a day to move on it, where nothing else bears it out."""
LONGEST = 400
LONGEST_WEEKEND = 4
"""Of a longer stretch its own words have to say that it is a holiday."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """`says` is what the words make of a day for the whole school; None where they say nothing.

    `why_not` tells why: "some" where it is about some of the children, "staff" of the staff; "denied" where it is
    taken back ("cancelled"); "everyday" where it is an event while school is open; "part" where pupils are in for a
    part of the day; "unsure" where school only may be closed. A beginning or an end for some keeps its word, at
    weight 1.
    `weight` is 3 where the words stand by themselves, 2 where nothing speaks against them, 1 where more is needed.
    """

    says: Role | None
    weight: int
    why_not: WhyNot = ""

    @property
    def is_enough(self) -> bool:
        return self.says is not None and self.weight >= ENOUGH


@lru_cache(maxsize=4096)
def what_it_says(words: str, is_range: bool = False, days: int = 1) -> Evidence:
    """What a title, or the words beside a date, say of the whole school; `days` from first to last of a range."""
    words = staff_together(_AFTER_AN_OCCASION.sub(r"\1", without_festivals(words[:LONGEST])))
    words = without_other_schools(without_a_later_return(without_induction(words)))
    if not words.strip():
        return Evidence(None, 0, "nothing")
    if _OPEN_ALL_YEAR.search(words):
        return Evidence(None, 0, "some")
    if (
        term_roles.TWILIGHT.search(words)
        and (weight_of("inset", words) or not is_range)
        and not _shuts_for_twilights(words)
    ):
        return Evidence("twilight", 3)
    role, weight = _role(words, is_range, days)
    if role is None:
        return Evidence(None, 0, "nothing")
    if is_about_a_thing(words) or (role in ("start", "period") and _begins_no_term(words, role)):
        return Evidence(None, 0, "everyday")
    if _is_denied(words, role):
        return Evidence(None, 0, "denied")
    if role in ("inset", "closed", "end") and is_unsure(words):
        return Evidence(role, 1, "unsure")
    if _is_in_for_a_part(words, role):
        return Evidence(role, 1, "part")
    return _weighed(words, role, weight)


# "End of term after Carol Service", "Half term begins after House Music"
_AFTER_AN_OCCASION = re.compile(
    r"(\bend of (?:the )?(?:\w+ )?term|\bhalf[\s-]?term (?:begins|starts)|\bterm (?:ends|finishes)) "
    r"(?:after|following) (?:the |our )?(?:[^\W\d_]+ ){0,2}"
    r"(?:service|concert|music|assembly|mass|carols|prize[\s-]?giving|speech day|lunch)\b",
    re.IGNORECASE,
)


# "Zumba classes resume every Tuesday", "Yoga coaching starts", "Year 11 10.45am start time", "Open day for children
# starting in September": no first day of school
_A_CLUB_STARTS = re.compile(
    r"\b(?:starts?|begins?|resumes?|returns?|back)\b[^.;]*\bevery (?:mon|tues|wednes|thurs|fri)day|"
    r"\b(?:clubs?|coaching|choir|rehearsals?|tuition|wrap[\s-]?around|rehearsal|practice)\b[^.;]*"
    r"\b(?:starts?|begins?|resumes?|restarts?|returns?)\b|\bstart time\b|"
    r"\b(?:open (?:day|evening|morning|afternoon|event|week)|tours?|taster)s?\b[^.;]*"
    r"\b(?:starting|beginning|joining)\b",
    re.IGNORECASE,
)


# "GCSE results day. Enrolment starts": those who come in are enrolled, and begin on some other day
_ENROLS = re.compile(
    r"\bresults?(?:['’]s?|s['’])? (?:day|collection|available|release)|\bcollect(?:ion of)? (?:\w+ ){0,2}results\b|"
    r"\b(?:re-?)?enroll?(?:ments?|ing)\b",
    re.IGNORECASE,
)
_OF_SCHOOL_BEGINS = re.compile(
    r"\b(?:terms?|lessons?|classes|courses?|teaching|school|college|year groups)\W+"
    r"(?:re-?)?(?:starts?|begins?|opens?|commences?)\b(?! for\b)|"
    r"\b(?:start|beginning|first day) of (?:the )?(?:\w+ )?"
    r"(?:terms?|lessons|classes|courses|teaching|school|college|year)\b|"
    r"\breturns?\b|\bback to\b",
    re.IGNORECASE,
)


def _begins_no_term(words: str, role: Role) -> bool:
    """Whether what starts is a club, or the taking in of those who are new."""
    if role == "start" and _A_CLUB_STARTS.search(words):
        return True
    return _ENROLS.search(words) is not None and not _OF_SCHOOL_BEGINS.search(_ENROLS.sub(" ", words))


# "Nursery open to all year round children only": no day of the terms
_OPEN_ALL_YEAR = re.compile(
    r"\bopen (?:to|for) (?:the |our )?(?:all[\s-])?year[\s-]round (?:children|families|places|pupils)\b",
    re.IGNORECASE,
)


def _shuts_for_twilights(words: str) -> bool:
    """Whether school is shut on a day because its training was in the evenings before: "in lieu of twilights"."""
    is_whole = word_lists()["whole"].search(words) and not is_part_of_a_day(words)
    return is_in_lieu(words) or bool(is_whole and weight_of("closed", words) == 3)


def _is_in_for_a_part(words: str, role: Role) -> bool:
    """Whether pupils are in school for a part of a day that is training, or closed, for the rest of it."""
    return role in ("inset", "closed") and not _OF_A_TERM.search(words) and is_part_of_a_day(words)


@lru_cache(maxsize=8192)
def is_everyday(words: str) -> bool:
    """Whether words name an everyday event, or only some of the children."""
    words = staff_together(without_festivals(words[:LONGEST]))
    if is_about_a_thing(words):
        return True
    words = word_lists()["whole"].sub(" ", words)
    return bool(word_lists()["everyday"].search(words) or word_lists()["some"].search(words))


def is_plain(words: str) -> bool:
    """Whether words hold nothing but what a school says of its dates, and no everyday event."""
    return not is_everyday(words) and not strange_words(word_lists()["whole"].sub(" ", words[:LONGEST]))


def _weighed(words: str, role: Role, weight: int) -> Evidence:
    """The evidence once what else is said has been weighed: some children, an everyday event, strange words."""
    moves = role in ("start", "end")
    if role in ("inset", "closed") and is_off_for_a_part(words):
        return Evidence(None, 0, "some")
    whole = is_whole(words)
    if role == "inset" and not whole and is_for_some_staff(words):
        return Evidence(None, 0, "staff")
    if not whole and speaks_of_some(words):
        return Evidence(role, 1, "some") if moves else Evidence(None, 0, "some")
    everyday = None if whole else word_lists()["everyday"].search(_without_plain_compounds(words))
    if everyday is not None and (not moves or _leads_to(words, everyday.group())):
        weight -= 2 if role in ("period", "bank") or _leads_to(words, everyday.group()) else 1
        if weight < ENOUGH:
            return Evidence(None, 0, "everyday")
    if moves and not word_lists()["subject"].search(words):
        weight = 1
    if weight < ENOUGH and strange_words(words):
        return Evidence(None, 0, "everyday")
    return Evidence(role, max(weight, ENOUGH))


def _without_plain_compounds(words: str) -> str:
    """Without what only looks like an event: "the council's dates", "open to parents" stay, "lunch time" goes."""
    return re.sub(
        r"\b(?:at|after|before) (?:lunch|dinner)(?:time)?\b|\blunch ?time\b|\bin[\s-]service\b",
        " ",
        NO_CLASSES.sub(" ", words),
        flags=re.I,
    )


_PARTS = re.compile(r"\s-+\s|[:;,(]")
_SAYS = (term_roles.START, term_roles.END, term_roles.HALF, term_roles.PERIOD, term_roles.INSET)
_CLOSING = (
    *("half term", "holiday", "holidays", "training", "day", "term", "break", "inset", "christmas", "easter"),
    *("school", "year"),
)


def _leads_to(words: str, event: str) -> bool:
    """Whether the closing words only name an event: "holiday club", "end of term reports", "rugby training"."""
    words = next((part for part in _PARTS.split(words) if event.casefold() in part.casefold()), words)
    if not any(pattern.search(words) for pattern in _SAYS) and weight_of("holiday", words) < ENOUGH:
        return False  # "Last day of term - Christmas jumper day": the event is told beside it
    before, _event, after = words.casefold().partition(event.casefold())
    return before.rstrip().endswith(_CLOSING) or after.lstrip().startswith(("training", "inset", "holiday"))


def _role(words: str, is_range: bool, days: int) -> tuple[Role | None, int]:
    inset = weight_of("inset", words)
    if inset and _OF_A_TERM.search(words) and is_part_of_a_day(words):
        inset = 0  # "First day of term: late start, staff training first"
    if inset and not (term_roles.AFTERWARDS.search(words) or term_roles.PUPILS_RETURN.search(words)):
        return "inset", inset
    if not is_range and term_roles.STAFF_ONLY.search(words) and term_roles.day_role(words) == "start":
        return "inset", 2  # "Term starts (staff)": a day without pupils
    role = term_roles.range_role(words, days) if is_range else term_roles.day_role(words)
    if role in ("closed", "holiday", "end") and _EARLY.search(words) and not _OF_A_TERM.search(words):
        return None, 0  # school is open until then
    if role == "end" and term_roles.STAFF_ONLY.search(words) and not _PUPILS.search(words):
        return None, 0  # "Last day of term (staff)"
    if role in ("closed", "bank", "half"):
        return role, _closed_weight(words) if role == "closed" else weight_of(role, words) or 2
    if role == "holiday":
        return role, max(weight_of("holiday", words), weight_of("half", words), _closed_weight(words)) or 2
    if role is None and (not is_range or days <= LONGEST_WEEKEND) and (closed := _closed_weight(words)):
        return "closed", closed
    return role, 3 if role else 0


_EARLY = re.compile(
    r"\bearly clos(?:ures?|ings?|es?)\b|\bclos(?:es?|ing) early\b|\bhalf[\s-]day clos", re.IGNORECASE
)
_OF_A_TERM = re.compile(
    r"\bterms?\b|\bholidays?\b|\bbreaks?\b|\bchristmas\b|\beaster\b|\bsummer\b", re.IGNORECASE
)
_PUPILS = re.compile(r"\b(?:pupils|students|children|everyone)\b", re.IGNORECASE)


def _closed_weight(words: str) -> int:
    """How much "closed" weighs: nothing much where something else than school is: "car park closed"."""
    weight = 0 if _EARLY.search(words) else weight_of("closed", words)
    if weight != 2:
        return weight
    subject = re.search(r"([^\W\d_]+)\W+(?:closed|closure|shut)\b", words, re.IGNORECASE)
    return 2 if subject is None or word_lists()["plain"].fullmatch(subject[1]) else 0


_AS_USUAL = re.compile(r"usual|normal|cancel|postpon", re.IGNORECASE)
# "Back to school. Normal school day": a beginning, however usual.
_BEGINS = re.compile(
    r"\b(?:back|returns?|starts?|begins?|first day)\b(?!.*(?:cancel|postpon))", re.IGNORECASE
)


def _is_denied(words: str, role: Role) -> bool:
    """Whether the words take back what they say; "school open" takes back a closing, and is itself no beginning."""
    denied = word_lists()["denied"].search(words.strip(" .!"))
    if denied is None:
        return False
    open_again = "open" in denied.group().casefold() and not _AS_USUAL.search(words)
    open_again = open_again or bool(_BEGINS.search(words))
    return role not in ("start", "period") or not open_again or bool(weight_of("closed", words))
