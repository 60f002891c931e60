"""What the words beside a day say: is school shut then, does it begin or end, and is it said of the whole school?

One place for both readers, of pasted text and of calendar files. Words are evidence with a weight, kept in
`resources/school_events/words.toml`; nothing closes a day that speaks of some children, or is taken back.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from carer_app.imports import term_roles
from carer_app.imports.school_hours import is_part_of_a_day, is_unsure
from carer_app.imports.school_in_lieu import is_in_lieu, without_a_later_return, without_other_schools
from carer_app.imports.school_parts import is_a_part_of_school, is_off_for_a_part
from carer_app.imports.school_staff import staff_together
from carer_app.imports.school_things import is_about_a_thing
from carer_app.imports.term_roles import Role
from carer_app.texts.school_words import diary_words

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
    words = staff_together(_AFTER_AN_OCCASION.sub(r"\1", words[:LONGEST]))
    words = without_other_schools(without_a_later_return(without_induction(words)))
    if not words.strip():
        return Evidence(None, 0, "nothing")
    if _OPEN_ALL_YEAR.search(words):
        return Evidence(None, 0, "some")
    if (
        term_roles.TWILIGHT.search(words)
        and (_weight("inset", words) or not is_range)
        and not _shuts_for_twilights(words)
    ):
        return Evidence("twilight", 3)
    role, weight = _role(words, is_range, days)
    if role is None:
        return Evidence(None, 0, "nothing")
    if is_about_a_thing(words) or (role == "start" and _A_CLUB_STARTS.search(words)):
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


# "Zumba classes resume every Tuesday", "Yoga coaching starts", "Year 11 10.45am start time": no first day of school
_A_CLUB_STARTS = re.compile(
    r"\b(?:starts?|begins?|resumes?|returns?|back)\b[^.;]*\bevery (?:mon|tues|wednes|thurs|fri)day|"
    r"\b(?:clubs?|coaching|choir|rehearsals?|tuition|wrap[\s-]?around|rehearsal|practice)\b[^.;]*"
    r"\b(?:starts?|begins?|resumes?|restarts?|returns?)\b|\bstart time\b",
    re.IGNORECASE,
)


# "Nursery open to all year round children only": no day of the terms
_OPEN_ALL_YEAR = re.compile(
    r"\bopen (?:to|for) (?:the |our )?(?:all[\s-])?year[\s-]round (?:children|families|places|pupils)\b",
    re.IGNORECASE,
)


def _shuts_for_twilights(words: str) -> bool:
    """Whether school is shut on a day because its training was in the evenings before: "in lieu of twilights"."""
    is_whole = _lists()["whole"].search(words) and not is_part_of_a_day(words)
    return is_in_lieu(words) or bool(is_whole and _weight("closed", words) == 3)


def _is_in_for_a_part(words: str, role: Role) -> bool:
    """Whether pupils are in school for a part of a day that is training, or closed, for the rest of it."""
    return role in ("inset", "closed") and not _OF_A_TERM.search(words) and is_part_of_a_day(words)


@lru_cache(maxsize=8192)
def is_everyday(words: str) -> bool:
    """Whether words name an everyday event, or only some of the children."""
    words = staff_together(words[:LONGEST])
    if is_about_a_thing(words):
        return True
    words = _lists()["whole"].sub(" ", words)
    return bool(_lists()["everyday"].search(words) or _lists()["some"].search(words))


def is_for_some_staff(words: str) -> bool:
    """Whether training is that of some of the staff: "INSET (teaching assistants)"."""
    words = staff_together(words)
    return bool(_lists()["of_staff"].search(words)) and not _ALL_STAFF.search(words)


_ALL_STAFF = re.compile(r"\b(?:all|whole|entire) (?:the )?(?:school )?staff\b|\bincluding\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_for_some(words: str) -> bool:
    """Whether words speak of some of the children, and not of all."""
    words = words[:LONGEST]
    return _speaks_of_some(words) and not _is_whole(words)


_LEAVES_OUT = re.compile(
    r"\b(?:except(?:ing)?|apart from|excluding|other than|all but|but not|not|only|just)\b", re.IGNORECASE
)
_BESIDE_WHOM = re.compile(
    r"\b(?:and|to|for|the|of|all|groups?|years?|pupils|children|students)\b", re.IGNORECASE
)


def leaves_some_out(words: str) -> bool:
    """Whether words except somebody: "INSET day for all but Year 11"."""
    return _LEAVES_OUT.search(words[:LONGEST]) is not None


def says_only_for_whom(words: str) -> bool:
    """Whether words name some of the children, and say nothing else: "(except Year 11)", "Years 7 to 10"."""
    words = words[:LONGEST]
    rest = _BESIDE_WHOM.sub(" ", _LEAVES_OUT.sub(" ", _lists()["some"].sub(" ", words)))
    return _speaks_of_some(words) and not any(map(str.isalpha, rest))


def _speaks_of_some(words: str) -> bool:
    words = without_induction(_SCHOOL_YEAR.sub("school", _NO_CLASSES.sub(" ", words)))
    return bool(_lists()["some"].search(words) or is_a_part_of_school(words))


def without_induction(words: str) -> str:
    """Without what some of the children do on a numbered training day: "INSET 1 and Y12 & Y9 induction"."""
    return _INDUCTION.sub(r"\1", words) if "nduct" in words.lower() else words


_INDUCTION = re.compile(
    r"\b(in[\s-]?set(?: days?)? \d) ?(?:and|&|\+|/) ?[^.;|()]{1,40}?\binduction\b", re.IGNORECASE
)
# "End of academic year - 1.30pm": of everybody, and not of Year 1
_SCHOOL_YEAR = re.compile(r"\b(?:academic|school) year\b", re.IGNORECASE)
# "Staff development day (no classes)" speaks of every class there is; "no classes for Year 9" does not.
_NO_CLASSES = re.compile(r"\bno (?:classes|lessons|teaching)\b", re.IGNORECASE)


def _is_whole(words: str) -> bool:
    """Whether words speak of the whole school; "school closed for Years 7 to 9" and "Secondary School" do not."""
    is_whole = _lists()["whole"].search(words) or _CLOSED_FOR_INSET.search(words)
    return bool(is_whole) and not (is_a_part_of_school(words) or _shut_to_some(words))


# "Inset Day CLOSED nursery conference"
_CLOSED_FOR_INSET = re.compile(
    r"\bin[\s-]?set(?: days?)?\W+closed\b(?! (?:to|for|from|at|in)\b)", re.IGNORECASE
)
_SHUT_TO = re.compile(
    r"\b(?:closed|shut) (?:for|to) (?!all\b|every|pupils\b|children\b|students\b)([^.;]*)", re.IGNORECASE
)


def _shut_to_some(words: str) -> bool:
    return any(_lists()["some"].search(to) for to in _SHUT_TO.findall(words))


def is_not_for_all(words: str) -> bool:
    """Whether words limit a closing to some of the children, or take it back."""
    return (
        is_for_some(words)
        or is_off_for_a_part(words)
        or bool(_lists()["denied"].search(words[:LONGEST].strip(" .!")))
    )


def is_plain(words: str) -> bool:
    """Whether words hold nothing but what a school says of its dates, and no everyday event."""
    return not is_everyday(words) and not strange_words(_lists()["whole"].sub(" ", words[:LONGEST]))


def _weighed(words: str, role: Role, weight: int) -> Evidence:
    """The evidence once what else is said has been weighed: some children, an everyday event, strange words."""
    moves = role in ("start", "end")
    if role in ("inset", "closed") and is_off_for_a_part(words):
        return Evidence(None, 0, "some")
    whole = _is_whole(words)
    if role == "inset" and not whole and is_for_some_staff(words):
        return Evidence(None, 0, "staff")
    if not whole and _speaks_of_some(words):
        return Evidence(role, 1, "some") if moves else Evidence(None, 0, "some")
    everyday = None if whole else _lists()["everyday"].search(_without_plain_compounds(words))
    if everyday is not None and (not moves or _leads_to(words, everyday.group())):
        weight -= 2 if role in ("period", "bank") or _leads_to(words, everyday.group()) else 1
        if weight < ENOUGH:
            return Evidence(None, 0, "everyday")
    if moves and not _lists()["subject"].search(words):
        weight = 1
    if weight < ENOUGH and strange_words(words):
        return Evidence(None, 0, "everyday")
    return Evidence(role, max(weight, ENOUGH))


def _without_plain_compounds(words: str) -> str:
    """Without what only looks like an event: "the council's dates", "open to parents" stay, "lunch time" goes."""
    return re.sub(
        r"\b(?:at|after|before) (?:lunch|dinner)(?:time)?\b|\blunch ?time\b|\bin[\s-]service\b",
        " ",
        _NO_CLASSES.sub(" ", words),
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
    if not any(pattern.search(words) for pattern in _SAYS) and _weight("holiday", words) < ENOUGH:
        return False  # "Last day of term - Christmas jumper day": the event is told beside it
    before, _event, after = words.casefold().partition(event.casefold())
    return before.rstrip().endswith(_CLOSING) or after.lstrip().startswith(("training", "inset", "holiday"))


def _role(words: str, is_range: bool, days: int) -> tuple[Role | None, int]:
    inset = _weight("inset", words)
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
        return role, _closed_weight(words) if role == "closed" else _weight(role, words) or 2
    if role == "holiday":
        return role, max(_weight("holiday", words), _weight("half", words), _closed_weight(words)) or 2
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
    weight = 0 if _EARLY.search(words) else _weight("closed", words)
    if weight != 2:
        return weight
    subject = re.search(r"([^\W\d_]+)\W+(?:closed|closure|shut)\b", words, re.IGNORECASE)
    return 2 if subject is None or _lists()["plain"].fullmatch(subject[1]) else 0


_AS_USUAL = re.compile(r"usual|normal|cancel|postpon", re.IGNORECASE)
# "Back to school. Normal school day": a beginning, however usual.
_BEGINS = re.compile(
    r"\b(?:back|returns?|starts?|begins?|first day)\b(?!.*(?:cancel|postpon))", re.IGNORECASE
)


def _is_denied(words: str, role: Role) -> bool:
    """Whether the words take back what they say; "school open" takes back a closing, and is itself no beginning."""
    denied = _lists()["denied"].search(words.strip(" .!"))
    if denied is None:
        return False
    open_again = "open" in denied.group().casefold() and not _AS_USUAL.search(words)
    open_again = open_again or bool(_BEGINS.search(words))
    return role not in ("start", "period") or not open_again or bool(_weight("closed", words))


def strange_words(words: str) -> list[str]:
    """Words that are no part of what a school says of its dates."""
    plain = _lists()["plain"]
    return [word for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", words) if not plain.fullmatch(word)]


def _weight(kind: str, words: str) -> int:
    return next((weight for weight, pattern in _weights()[kind] if pattern.search(words)), 0)


@lru_cache(maxsize=1)
def _weights() -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    return {
        kind: [(weight, words_pattern(said)) for weight, said in sorted(by_weight.items(), reverse=True)]
        for kind, by_weight in diary_words().weighted.items()
    }


@lru_cache(maxsize=1)
def _lists() -> dict[str, re.Pattern[str]]:
    return {kind: words_pattern(said) for kind, said in diary_words().lists.items()}


def words_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    said = (
        phrase.replace(".", r"\.")
        .replace(" ", r"[\s-]*")
        .replace("*", r"\w*")
        .replace(r"[\s-]\w*", r"[\s-]*")
        for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)
