"""What the words around a date say that it is: a first day, a last day, a holiday, a training day."""

import re
from functools import lru_cache
from typing import Literal

Role = Literal[
    "inset",
    "twilight",
    "closed",
    "bank",
    "half",
    "holiday",
    "holiday_starts",
    "holiday_ends",
    "start",
    "end",
    "period",
    "between",
    "first_off",
    "staff",
    "moved",
    "open",
]
LISTED: tuple[Role, ...] = ("inset", "bank", "closed", "twilight")
"""What a list of single days is of."""
Season = Literal["autumn", "spring", "summer"]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=16384)
def holds(pattern: re.Pattern[str], words: str) -> bool:
    """Whether words hold what a pattern looks for: each way of reading a page asks it of the same lines."""
    return pattern.search(words) is not None


INSET = _words(
    r"\bin[\s-]?set\b|\binset\b|\btrainn?ing\b|\bstaff (?:development|day|only)|\bp\.?d\.?\b|\bcpd\b|"
    r"professional development|\bdevelopment day|\bstaff (?:study|planning|preparation|well-?being) day|\bted day|"
    r"\bn\.?p\.?d\.?\b|\bnon[\s-]?(?:pupil|contact|teaching)\b|"
    r"\bteachers?(?:['’]s?)? (?:only |education |learning )?day|"
    r"\btd days?\b|\bdisaggregated\b|\bbaker day|\bpupil[\s-]free"
)
MOVED = _words(
    r"\bmoved\b|\bmoves\b|\bwill now be\b|\bis now\b|\bnow (?:on|to)\b|\bchanged (?:from|to)\b|\brescheduled\b|"
    r"\brearranged\b|"
    r"\bre-arranged\b|\bswapped\b|\breplaced by\b|\bbrought forward\b|\bput back\b|\bpostponed\b|\binstead\b|"
    r"\breplaces\b|\bwas\b[^.;]*\bnow\b|\bold date\b.*\bnew date\b"
)
"""A day off is put to another day: the first of two, unless the words between say that the second is the old one."""
INSTEAD_OF = _words(
    r"\binstead of\b|\breplaces\b|\brather than\b|\boriginally\b|\bpreviously\b|\bformerly\b|\bwas\b|\bnot\b|\bfrom\b"
)
TWILIGHT = _words(r"\btw(?:i|ii)?l{1,2}i?gh?t?h?t?s?\b|\btwighlights?\b|after[\s-]school (?:training|inset)")
BANK = _words(
    r"bank hol|\bb\.?h\b|\bpublic holiday|\bmay day\b|\bearly may\b|\bgood friday\b|\beaster (?:monday|sunday)\b|"
    r"\bboxing day\b|\bchristmas day\b|\bnew year['’]?s? day\b|\bnew year holiday\b"
)
HALF = _words(r"\bhalf[\s-]*terms?\b|\bmid[\s-]?term\b|\bwhit(?:sun(?:tide)?)?\b(?! (?:monday|bank))")
A_HALF = _words(
    r"\bhalf[\s-]*term\s*[1-6]\b|\b(?:first|second|1st|2nd)\s+half|\bhalf[\s-]*term\s+dates\b|\bht\s?[1-6]\b"
)
HALF_OF_A_TERM = _words(r"\b(?:first|second|1st|2nd) half\b(?![\s-]*(?:terms?\b|day))")
"""One day beside it is the first of that half; its last is told by the holiday after it."""
HOLIDAY = _words(
    r"\bholidays?\b|\bhols?\b|\bvacations?\b|\bbreaks?\b(?!\s+(?:up|time|for))|\bchristmas\b(?!\s+term\b)|"
    r"\bxmas\b|\beaster\b(?!\s+term)|"
    r"\bwinter break|\bclosed for\b|\bno school\b|\b(?:weeks?|fortnight) off\b"
)
HOLIDAY_STARTS = _words(
    r""
    r"\b(?:holidays?|hols|vacation|half[\s-]*term|break)(?:\s+holidays?)?\s*(?:\([^)]*\))?\s*(?:starts?|begins?|commences?)\b|"
    r"\b(?:start|beginning|first day) of (?:the )?(?:\w+ ){0,2}(?:holidays?|half[\s-]*term|break)\b|"
    r"\bfirst day of (?:the )?(?:\w+ )?holiday|\boff from\b|"
    r"\bclosed (?:for (?:the )?(?:\w+ ){0,2}(?:holidays?|half[\s-]*term|break) )?(?:from|as of)\b"
)
FIRST_DAY_CLOSED = _words(
    r"\bclos(?:ed|ure|ing)\W+(?:on )?(?:the )?(?:1st|first) day\b|"
    r"\b(?:1st|first) day (?:of |that |school )?(?:the |is )?(?:school )?clos"
)
SHUT_FROM = _words(r"\W*(?:school )?(?:is )?(?:closed|shut)(?: (?:from|on))?\W*")
"""What a column is called that has the days on which a holiday begins."""
IN_THE_MORNING = _words(r"\b[789](?:[.:]\d\d)?\s?am\b|\bstart of (?:the )?(?:school )?day\b")
"""A holiday that ends at such a time of day is over: the day itself is a school day."""
EXEAT = _words(r"\bexeats?\b")
IN_THE_EVENING = _words(
    r"\bend of (?:the )?(?:school )?day\b|\bafter school\b|\bclose of\b|"
    r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:pm|noon)\b|\bmidday\b|\b1[1-9][.:]?[0-5]\d(?:\s?hrs)?\b(?!\s?am)"
)
"""A holiday that begins at a time of day begins after school: the day itself is a school day."""
HOLIDAY_ENDS = _words(
    r"\b(?:holidays?|hols|vacation|half[\s-]*term|break)(?:\s+holidays?)?\s*(?:ends?|finish(?:es)?)\b|"
    r"\b(?:end|last day) of (?:the )?(?:\w+ ){0,2}(?:holidays?|half[\s-]*term(?! \d)|break)\b"
)
CLOSED = _words(
    r"\bclosed\b|\bclosures?\b|\boccasional day|\bpolling\b|\belection\b|\bsnow\b|\bstrike\b|"
    r"\breligious\b|\beid\b|\bshut\b"
)
END = _words(
    r"\bends?\b|\bclosing (?:date|day)\b|\b(?:date|day) of closing\b|"
    r"\bconclud(?:es?|ing)\b|\blast +(?:session|morning|afternoon)\b|\bending\b|\bfinish(?:es|ing)?\b|"
    r"\bcloses\b|\bclose\b|\bbreaks?[\s-]?up\b|"
    r"\bbreaking up\b|\blast day\b|"
    r"\bfinal day\b|\blast (?:student|pupil) day\b|\bend of\b|\blast date\b|\blast school day\b|\bclose of\b|"
    r"\b(?:children|pupils|students|school|schools) out\b|\bclosure after\b|\bcloses? after\b|\bbreaks? (?:up )?for\b"
)
_A_SLIP = r"(?: [^\W\d_]+){0,2} (?:forms?|slips?|replies|letters?|books?|money|questionnaires?|surveys?)\b"
"""Paper that comes back to school: "Please return forms by 20 November" is no first day."""
START = _words(
    r"\bstarts?\b|\bstarting\b|\bbegins?\b|\bbeginning\b|\bre-?open(?:s|ing)?\b|"
    r"\bopens?\b(?! (?:evening|day|morning|afternoon|event|week))|"
    r"\bcommences?\b|\bopening (?:date|day)\b|\bopening\b$|"
    rf"\breturns?\b(?!{_A_SLIP})|\bresum(?:es?|ption)\b|\bre-?assembl(?:es?|y)\b|\bre-?commences?\b|"
    r"\bcontinues?\b|\bfirst day\b|\bstart of\b|\bback (?:to|at|in) school\b|\bback\b|\bfirst date\b|"
    rf"\breturn(?:ing)?\b(?!{_A_SLIP})|\b(?:children|pupils|students|school) in\b(?! (?:the|year|school|class|need))"
)
STAFF_ONLY = _words(
    r"\((?:for )?(?:all )?(?:teaching |academic )?(?:staff|teachers)(?: only)?\)|"
    r"^\W*(?:all )?(?:teaching |academic )?(?:staff|teachers) (?:return|back|start)|"
    r"\bfor (?:all )?(?:teaching |academic )?(?:staff|teachers)\b(?! and)"
)
AFTERWARDS = _words(
    r""
    r"\b(?:return|returns|returning|back|reopens?|re-opens?|resumes?|starts?|begins?|opens?)\b[^.;]*\b(?:after|following)\b"
    r"(?!\s+school\b(?!\s+(?:hol|break|clos)))"
)
PUPILS_RETURN = _words(
    r"\b(?:pupils|children|students|everyone|years?|reception|nursery|school)\b[^.;|"
    r"]*\b(?:return|returns|back|start|starts)\b"
)
UNTIL_HOLIDAY = _words(
    r"\b(?:closes?|finish(?:es)?|breaks?(?:[\s-]up)?|ends?|last day)\b[^.;|]*\b(?:for|before)\b"
    r"(?! (?:all |the |our )?(?:day|boarders?|boarding|pupils|students|children|staff|years?|pre-?prep|prep|everyone|"
    r"whole)\b)"
)
HOME_FOR = _words(
    r"\bhome for (?:the |their )?(?:half[\s-]*term|\w* ?holidays?|christmas|easter|summer|break)\b"
)
CLOSED_AFTERWARDS = _words(
    r"\bclosed for (?:the )?(?:christmas|easter|summer|half[\s-]*term)\b.*"
    r"\b(?:(?:normal|usual) (?:finish(?:ing)? |closing )?time|\d{1,2}(?:[.:]\d\d)?\s?pm)\b"
)
"""Closed for a holiday, with the time of day at which children go home: the day itself is a school day."""
PERIOD = _words(
    r"\b(?:school|academic) year\b|"
    r"\bterms?\s?\d?[ab]?\b|\bautumn\b|\bspring\b|\bsummer\b|\bmich[ae]*l?mas+\b|\blent\b|\btrinity\b|"
    r"\bterm[\s-]?time\b|\bschool (?:is )?open\b|\bphase\b|\bmodules? \d|"
    r"^\W*(?:all )?(?:pupils|children|students) (?:are )?in school\b(?! for)"
)
NEWS = _words(
    r"\b(?:updated|last (?:modified|edited|reviewed)|posted|published|uploaded|printed|copyright|version|agreed|"
    r"approved|ratified|ofsted|inspection|inspected|written|ticket|parents?['’]? evening|sports day|consultation)\b|©"
)
TITLE = _words(r"\bterms?\b.*\bholidays?\b|\bholidays?\b.*\bterms?\b|\bterm dates\b")
"""What a page is called, "School term and holiday dates": no label for the days below it."""
UNKNOWN = _words(
    r"\bt\.?b\.?[cda]\.?\b|\bto be (?:confirmed|decided|announced|advised|agreed|arranged|set|notified|"
    r"determined|finalised|published|added|allocated)\b|\bin due course\b|"
    r"\bwhen (?:they|these|it|this) (?:have|has|are|is) (?:been )?(?:finalised|agreed|confirmed|set|decided|known)\b|"
    r"\bnot yet (?:known|confirmed|set|decided|agreed)\b|\bdates? to follow\b|\bto follow\b|"
    r"\bawaiting\b|\bat a later date\b|"
    r"\bwill be (?:confirmed|announced|advised|shared)\b|\bto be told\b"
)

CHRISTMAS_OR_EASTER = _words(r"\bchristmas\b|\bxmas\b|\beaster\b|\bsummer\b")
SUMMER_HOLIDAY = _words(r"\bsummer (?:holidays?|hols|vacation|break)\b|\bsummer\W+from\b")
"""The one holiday of which often only the first day is told."""

_Seasons = tuple[tuple[Season, re.Pattern[str]], ...]
_BY_NAME: _Seasons = (
    ("autumn", _words(r"\bautumn\b|\bmich[ae]*l?mas+\b|\bchristmas term\b")),
    ("spring", _words(r"\bspring\b(?! bank)|\blent\b|\beaster term\b")),
    ("summer", _words(r"\bsummer\b(?! (?:bank|hol|vac|break))|\btrinity\b")),
)
_BY_NUMBER: _Seasons = (
    ("autumn", _words(r"\bterms?\s?[12]\b")),
    ("spring", _words(r"\bterms?\s?[34]\b")),
    ("summer", _words(r"\bterms?\s?[56]\b")),
)
LONGEST_HALF_TERM = 18
"""From the Thursday before two weeks off to the Monday after them."""
LONGEST_SHORT = 25
LONGEST_HOLIDAY = 60


_IN_THE_AFTERNOON = _words(
    r"\b(?:12|[1-5])(?:[.:]\d\d)?\s?pm\b|\bnoon\b|\bmidday\b|\b1[2-8][.:]?[0-5]\d(?:\s?hrs)?\b|\bafter school\b"
)


@lru_cache(maxsize=8192)
def season_of(words: str) -> Season | None:
    """The term that some words speak of; None where they speak of none, or of several.

    "Spring Term 1" is the first part of the spring term, and not the first of six terms.
    """
    for named in (_BY_NAME, _BY_NUMBER):
        found = [season for season, pattern in named if pattern.search(words)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def range_role(words: str, days: int) -> Role | None:
    """What a stretch of days with these words around it is, training days apart."""
    if HALF.search(words) and not (A_HALF.search(words) and days > LONGEST_HALF_TERM):
        if days <= LONGEST_HALF_TERM:
            return "half"
        if HOLIDAY.search(words):
            return "holiday" if days <= LONGEST_SHORT else None  # no half term is as long
        return "period"
    if BANK.search(words) and days > LONGEST_HALF_TERM and not CHRISTMAS_OR_EASTER.search(words):
        return None
    if HOLIDAY.search(words) and not A_HALF.search(words) and days <= LONGEST_HOLIDAY:
        return "holiday"
    if CLOSED.search(words):
        return "holiday"
    if PERIOD.search(words) or A_HALF.search(words) or START.search(words) or END.search(words):
        return "period"
    return None


@lru_cache(maxsize=8192)
def day_role(words: str) -> Role | None:
    """What one day with these words around it is, training days apart."""
    if EXEAT.search(words):
        return None  # a weekend at home
    if UNTIL_HOLIDAY.search(words) and not HOLIDAY_STARTS.search(words):
        return "end"
    if AFTERWARDS.search(words) and not HOLIDAY_STARTS.search(words):
        return "start"
    if BANK.search(words):
        return "bank"
    if FIRST_DAY_CLOSED.search(words):
        return "first_off"
    if HOME_FOR.search(words):
        return "end"
    if HOLIDAY_STARTS.search(words):
        return "end" if IN_THE_EVENING.search(words) else "holiday_starts"
    if HOLIDAY_ENDS.search(words):
        return "start" if IN_THE_MORNING.search(words) else "holiday_ends"
    ends, starts = _last(END, words), _last(START, words)
    if ends > starts:
        return "end"
    if starts >= 0 or HALF_OF_A_TERM.search(words):
        return "start"
    if HALF.search(words) and not A_HALF.search(words) and _IN_THE_AFTERNOON.search(words):
        return "end"  # "Half term | Friday 13 February | 1600"
    if CLOSED.search(words):
        return "closed"
    return "holiday_starts" if SUMMER_HOLIDAY.search(words) else None


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match begins; -1 where there is none. What stands nearest to a date says what it is."""
    return max((match.start() for match in pattern.finditer(words)), default=-1)
