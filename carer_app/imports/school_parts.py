"""Whether a day off is that of one part of a school: of one site, of one phase, of those who are named with "only"."""

import re

_PHASE = (
    r"(?:primar(?:y|ies)|secondar(?:y|ies)|infants?|juniors?|middle|senior|prep|pre-?prep|upper|lower|"
    r"nursery|sixth form|6th form|early years|first)"
)
_UNIT = r"(?:school|phase|site|department|dept|campus|section|building|pupils|children|students)"
_PART_OF_SCHOOL = re.compile(
    r"(?:^|[-:.])\W*(?:the )?(?:primary|secondary|infants?|juniors?|middle|senior|prep|upper|lower) "
    r"(?:school|phase|site|department|campus)\b",
    re.IGNORECASE,
)
# "INSET day Primary:", "School closed (Juniors)", "Secondary: INSET"; not "Oak Primary School INSET day".
_A_PHASE = re.compile(
    rf"(?:\(|^|[-|:,;/]\s*|\bdays?\W{{1,3}}|\bclosed\W{{1,3}}|\b(?:at|for|in)\s)\s*(?:the )?{_PHASE}(?: {_UNIT})?\s*"
    rf"(?:$|[-):|,;/])",
    re.IGNORECASE,
)
# "INSET (Infant staff)", "Secondary INSET"
_OF_A_PHASE = re.compile(
    r"\b(?:primary|secondary|infants?|juniors?|(?:middle|senior|upper|lower) school|prep|pre-?prep|nursery|sixth form|"
    r"6th form|early years|reception|key stage \d|ks\d)[ -](?:staff|teachers?|teaching staff)\b|"
    r"^\W*(?:primary|secondary|infants?|juniors?|prep|pre-?prep) (?:phase )?(?:in[\s-]?set|training|staff)\b",
    re.IGNORECASE,
)
_A_SITE = re.compile(
    r"(?<!all )(?<!both )(?<!off )(?<!off-)(?<!on )(?<!whole )(?<!entire )(?<!every )(?<!each )(?<!school )"
    r"\b(?:site|campus|phase)\b(?!\s*(?:manager|maintenance|works?|\d))",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?!(?:staff|teachers?|adults?|days?|one|this|am|pm|mornings?|afternoons?|years?|terms?|information|school|"
    r"dates?|inset|training|read|view)\b)[^\W_]+(?: (?:school|site|pupils|children|students))? only\b",
    re.IGNORECASE,
)


def is_a_part_of_school(words: str) -> bool:
    """Whether words begin with a part of a school: "Secondary School closed for testing"."""
    return _PART_OF_SCHOOL.search(words) is not None


def is_off_for_a_part(words: str) -> bool:
    """Whether words that take a day off are said of a part of a school alone: "INSET day (Lower site)"."""
    return any(pattern.search(words) for pattern in (_PART_OF_SCHOOL, _A_PHASE, _OF_A_PHASE, _A_SITE, _ONLY))
