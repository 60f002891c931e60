"""Whether school is open for a part of a day, or only may be closed: neither takes the day away."""

import re

_CLOCK = (
    r"(?:(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?\s?(?:[ap]\.?m\b|noon|midday)|"
    r"(?:1\d|[1-9])[.:][0-5]\d|noon\b|mid-?day\b|lunch|(?<=\bat )(?:1[0-2]|[1-3])(?![\d./:]|st|nd|rd|th|\s?[a-z]))"
)
_WORDS = r"(?:\W+[^\W\d_]+){0,4}?\W{1,3}"
_GOING_HOME = re.compile(
    r"\b(?:clos(?:e[sd]?|ing|ure)|finish\w*|shuts?|ends?|collect\w*|dismiss\w*|leaves?|home|pick(?:ed)?[\s-]?up|until|till)"
    rf"{_WORDS}{_CLOCK}|{_CLOCK}\W{{1,3}}(?:finish|clos|dismiss|collect|pick|early)",
    re.IGNORECASE,
)
# "INSET from 1.15pm": in the morning pupils are there.
_FROM_NOON = re.compile(
    r"\b(?:12|[12])(?:[.:][0-5]\d)?\s?p\.?m\b|\bfrom (?:12|1|2)[.:][0-5]\d\b|"
    r"\b(?:12 ?)?noon\b|\bmid-?day\b|\blunch ?time\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late|later|delayed) (?:start|opening|open|arrival)|\b(?:opens?|starts?|arrives?) (?:late|later)\b|"
    rf"\b(?:arriv\w*|starts?|begins?|opens?|come in){_WORDS}(?:9[.:][3-5]\d|1[01][.:][0-5]\d|1[01]\s?a\.?m\b)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"\((?:[ap]\.?m\.?|morning|afternoon)(?: only)?\)|\b(?:am|pm|morning|afternoon) only\b|\bhalf[\s-]days?\b|"
    r"\bearly (?:finish|clos\w*|dismissal|pick[\s-]?up)|\bclos\w+ early\b|\b(?:in|for) the (?:morning|afternoon)\b|"
    r"\b(?:inset|training|cpd|closed|closure)\W{1,3}(?:afternoon|morning|am|pm)\b",
    re.IGNORECASE,
)
# "Staff training 8.45am - 3.30pm" takes the whole day, "8.45am - 12.15" the morning.
_BEGINS = r"\b[89](?:[.:][0-5]\d)?\s?(?:am)?\s*(?:-|–|to|until|till)\s*"
_WHOLE = re.compile(
    rf"\b(?:all|whole|full)[\s-]day\b|{_BEGINS}(?:[2-7]|1[4-9])(?![\d/])(?:[.:]\d\d)?\s?(?:pm)?",
    re.IGNORECASE,
)
_MORNING = re.compile(
    r"\b[89](?:[.:][0-5]\d\s?(?:am)?|\s?am)\s*(?:-|–|to|until|till)\s*(?:1[0-3]|1)(?:[.:]\d\d|\s?pm|\s?noon)?(?![\d/])",
    re.IGNORECASE,
)
_NOT_SURE = re.compile(
    r"\b(?:may|might|could)\s+(?:also\s+|well\s+)?(?:be|have to|need to|become)\b[^.;]*"
    r"\b(?:clos\w*|shut|inset|training)|"
    r"\b(?:school|academy|we|it)\s+(?:may|might|could)\s+(?:also\s+)?(?:close|shut)\b|"
    r"\b(?:possib\w+|potential\w*|perhaps)\W+(?:school )?(?:inset|training|clos\w+|shut|strike)",
    re.IGNORECASE,
)


def is_part_of_a_day(words: str) -> bool:
    """Whether words tell when pupils leave early or come late: they are in school on that day."""
    words = _WHOLE.sub(" ", words)
    return any(pattern.search(words) for pattern in (_GOING_HOME, _FROM_NOON, _LATE, _HALF, _MORNING))


def is_unsure(words: str) -> bool:
    """Whether words say that school may be closed, and not that it is."""
    return _NOT_SURE.search(words) is not None
