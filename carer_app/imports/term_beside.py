"""Which words of a line belong to which of its days."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_roles import INSET, START
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

SENTENCE_ENDS = re.compile(r"[.;!?)]+\s+(?=[A-Z(])|\n")
# "closed on 23 October for staff training and reopens on 2 November": the training is on the day before it.
_WHY = re.compile(
    r"\s*(?:for|due to|because of)\b[^.;,|]*?(?=\s*(?:,|\b(?:and|then|but)\b|\s-\s))", re.IGNORECASE
)
# "Friday 9 October - INSET day; Monday 12 October - assembly": what ends there says nothing of the day behind it.
_ENDS = re.compile(r"(?:[.;,|!?)]|\s[-–—])\s*(?:(?:and|then|also|on|the)\s+)*$|\n\s*$", re.IGNORECASE)
# The last place where another thing begins: "is an INSET day, so children break up on".
_PARTS = re.compile(
    r".*(?:[.;|!?)]|,|\s[-–—](?=\s)|(?=\b(?:and|so|but|then|while|with)\b))", re.IGNORECASE | re.DOTALL
)
ANOTHER_DAY = re.compile(
    r"\s\d{1,2}(?:st|nd|rd|th)\s(?!half|terms?\b|days?\b|years?\b|weeks?\b|session|phase|and\b|to\b|-|&|of\b)",
    re.IGNORECASE,
)
"""The number of another day: "9th Carol service 18th Break up". What comes behind it is not said of the first."""
_LEADS = re.compile(
    r"\b(?:on|from|until|till|to|by|after|before|of|at|is|are|for|since)(?: the)?\W*$|:\s*$", re.IGNORECASE
)


def words_beside(words: str, dated: Sequence[Group]) -> tuple[list[str], list[str]] | None:
    """The words before and those after each group; None where it cannot be told which day the words between are of."""
    first = words[: dated[0].at]
    befores, afters = [SENTENCE_ENDS.split(first)[-1] or first], []
    for number, (group, following) in enumerate(pairwise(dated), start=2):
        between = words[group.end : following.at]
        lead = not any(map(str.isalpha, first)) and not _heads_a_list(between, words, dated[number - 1 :])
        parted = _parted(between, days_lead=lead)
        if parted is None:
            return None
        afters.append(parted[0])
        befores.append(parted[1])
    return befores, [*afters, words[dated[-1].end :]]


def _heads_a_list(between: str, words: str, dated: Sequence[Group]) -> bool:
    """Whether words between two days head all days behind them: "19 July Training days 4 September 6 May"."""
    if len(dated) < FEWEST_IN_A_LIST or not _OF_DAYS.search(between):
        return False
    gaps = [words[one.end : other.at] for one, other in pairwise(dated[:FEWEST_IN_A_LIST])]
    return not any(any(map(str.isalpha, gap)) for gap in gaps)


FEWEST_IN_A_LIST = 3
_OF_DAYS = re.compile(
    rf"(?:{INSET.pattern})[^.;|]*?\bdays\b|\b(?:in[\s-]?set|training)\b(?: days)?[\s:-]*$", re.IGNORECASE
)


def _parted(between: str, *, days_lead: bool) -> tuple[str, str] | None:
    """The words between two days: those of the first of them, and those of the second."""
    if between.lstrip().startswith("(") and ")" in between:
        head, _bracket, tail = between.partition(")")
        return f"{head})", tail
    if "(" in between and ")" not in between.rpartition("(")[2]:
        # "Pupils return (staff training": the bracket speaks of the day inside it.
        head, _bracket, tail = between.rpartition("(")
        if any(map(str.isalpha, tail)):
            return head, tail
        between = head  # "on these dates: Secondary (23 November": the bracket holds the day alone
    if (why := _WHY.match(between)) and INSET.search(why[0]) and START.search(between[why.end() :]):
        return why[0], between[why.end() :]
    if cut := SENTENCE_ENDS.search(between):
        return between[: cut.end()], between[cut.end() :]
    return _after_their_day(between) if days_lead else ("", between)


def _after_their_day(between: str) -> tuple[str, str] | None:
    """Where days stand before their words, what stands between two is said of the first, up to where more begins."""
    if what_it_says(between).says is None and not _ENDS.search(between):
        return "", between
    if _ENDS.search(between):
        return between, ""
    if (cut := _PARTS.match(between)) and any(map(str.isalpha, between[: cut.end()])):
        return between[: cut.end()], between[cut.end() :]
    if not _LEADS.search(between):
        return between, ""
    says = what_it_says(between).says
    return None if says in ("inset", "closed", "bank", "twilight") else ("", between)


MOST_IN_ONE = 3
"""In a line with more days, as of a page that was copied as one line, each has only the words beside it."""


def in_parts(row: Row) -> Iterator[tuple[str, Sequence[Group]]]:
    """The words of a line with its days; of a line with many days, those between its neighbours with each."""
    if len(row.groups) <= MOST_IN_ONE:
        yield row.beside, row.groups
        return
    edges = [0, *(group.end for group in row.groups[:-1])], [*(group.at for group in row.groups[1:]), None]
    beside = ""
    for group, begin, end in zip(row.groups, *edges, strict=True):
        own = f"{row.words[begin : group.at]} {row.words[group.end : end]}"
        beside = own if any(map(str.isalpha, own)) else beside
        yield beside, (group,)
