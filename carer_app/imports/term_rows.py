"""What the days of one row are: by the words beside them, the row's first cell, its column's name, the line above."""

import re
from collections.abc import Iterator, Sequence

from carer_app.imports.school_events import is_everyday, is_plain, what_it_says
from carer_app.imports.school_hours import is_part_of_a_day, is_unsure
from carer_app.imports.school_titles import letters_before_training
from carer_app.imports.school_whom import is_not_for_all
from carer_app.imports.term_beside import ANOTHER_DAY, SENTENCE_ENDS, words_beside
from carer_app.imports.term_facts import PlaceInText, is_doubtful, joined
from carer_app.imports.term_list_marks import (
    is_of_something_else,
    of_the_day_before,
    without_own_letters,
)
from carer_app.imports.term_roles import (
    A_HALF,
    BANK,
    CLOSED_AFTERWARDS,
    END,
    HALF,
    HALF_OF_A_TERM,
    IN_THE_EVENING,
    IN_THE_MORNING,
    LISTED,
    START,
    UNKNOWN,
    Role,
)
from carer_app.imports.term_row_roles import LONGEST_TRAINING, length, role_from
from carer_app.imports.term_taken_back import moved, taken_back
from carer_app.imports.term_text import Row
from carer_app.imports.term_written_day import Group

SHORTEST_STRETCH = 20
SHORT_AMONG_OTHERS = 12
LONGEST_CHRISTMAS = 24

Read = tuple[Group, Role | None, int | None]
"""Days, what they are, and the school year that their column names."""


def _over_christmas(group: Group) -> bool:
    """Whether a stretch goes from December into January, and holds little else than Christmas."""
    first, last = group.days[0], group.days[-1]
    return group.is_range and first.month == 12 and last.month == 1 and length(group) <= LONGEST_CHRISTMAS


def in_prose(row: Row, place: PlaceInText) -> Iterator[Read]:
    """Each group with the role that the words before it give it; else those after it; else the line above."""
    words, dated = row.words, row.groups
    if place.pair and len(dated) == 2 and not row.beside.strip(" |"):
        yield dated[0], place.pair[0], None
        yield dated[1], place.pair[1], None
        return
    if (changed := moved(row, place) or taken_back(row, place)) is not None:
        yield from ((group, role, None) for group, role in changed)
        return
    heading = f"{place.carried} {words[: dated[0].at]}"
    is_pair = len(dated) == 2 and not any(group.is_range for group in dated)
    if is_pair and place.closes and (edges := _closes_and_opens(words, dated)) is not None:
        yield from ((group, role, None) for group, role in edges)
        return
    if is_pair and not words[dated[0].end : dated[1].at].strip(" |") and not BANK.search(heading):
        # Two days side by side, the "to" between them lost.
        pair = joined(*dated)
        own = words[: dated[0].at]
        role = role_from(own, pair) or role_from(heading, pair)
        if role in ("half", "holiday") and role != role_from(own, pair) and any(map(str.isalpha, own)):
            role = None  # "Study days: 2 October 24 November", below the half term
        if role == "period" or (role in ("half", "holiday") and not place.reopens):
            yield pair, role, None
            return
        if role in LISTED and place.reopens and any(map(str.isalpha, own)):
            yield pair, "between", None  # "INSET day 5 October 9 October", below "closes" and "re-opens"
            return
    if (with_training := stretch_with_training(words, dated, place.carried)) is not None:
        yield from ((group, role, None) for group, role in with_training)
        return
    if (beside := words_beside(words, dated)) is None:
        yield from ((group, None, None) for group in dated)
        return
    befores, afters = beside
    befores = [without_own_letters(before, place.carried) for before in befores]
    listed: Role | None = None
    for number, group in enumerate(dated):
        role = _in_its_words(befores, afters, number, group, place)
        if number and role in LISTED and is_of_something_else(befores[number]):
            role = None  # "INSET day, closed to pupils. Page updated 3 March"
        if role is None and of_the_day_before(words, dated, number):
            role = listed  # "INSET days 4 September 17 October", below other words of the same line
        if role == "closed" and not number and role_from(words[: group.at], group) == "inset":
            role = "inset"  # "Staff training. College closed to students: 8 October"
        if (
            role is None
            and number
            and role_from(_in_its_own_brackets(words, dated, number), group) == "inset"
        ):
            role = "inset"
        own = f"{befores[number]} {SENTENCE_ENDS.split(afters[number])[0]}"
        if role == "holiday_starts" and IN_THE_EVENING.search(own):
            role = "end"
        if role == "holiday_ends" and IN_THE_MORNING.search(own):
            role = "start"
        if role == "start" and _is_of_boarders(words, dated, number):
            role = None
        if role == "closed" and CLOSED_AFTERWARDS.search(own):
            role = "end"
        is_left = role in LISTED and (
            (role != "bank" and (is_part_of_a_day(own) or is_unsure(own)))
            or is_not_for_all(own)
            or (role != "bank" and is_doubtful(row) and not _is_listed(role, own, place))
        )
        listed = role if role in LISTED and not is_left else None
        yield group, None if is_left else role, None


def _closes_and_opens(words: str, dated: Sequence[Group]) -> list[tuple[Group, Role]] | None:
    """Two days below "School closes" and "School opens": the last before a holiday, and the first after it."""
    own, between = words[: dated[0].at], _AN_HOUR.sub(" ", words[dated[0].end : dated[1].at])
    is_pair = not between.strip(" |()") and not (START.search(own) or END.search(own))
    if not is_pair or any(len(group.days) != 1 for group in dated) or length(joined(*dated)) > LONGEST_SUMMER:
        return None
    if length(joined(*dated)) <= LONGEST_TRAINING:
        return [(joined(*dated), "between")]
    return [(dated[0], "end"), (dated[1], "start")]


LONGEST_SUMMER = 60
_AN_HOUR = re.compile(r"\(?\b(?:at )?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]m|noon)\b\.?\)?", re.IGNORECASE)


def _in_its_own_brackets(words: str, dated: Sequence[Group], number: int) -> str:
    """What stands in brackets beside a day, or days, and no others: "(Monday 1 September 2025 - INSET)"; else ""."""
    group = dated[number]
    opened, closed = words.rfind("(", 0, group.at), words.find(")", group.end)
    if opened < dated[number - 1].end or closed < 0 or ")" in words[opened : group.at]:
        return ""
    following = dated[number + 1].at if number + 1 < len(dated) else len(words)
    return f"{words[opened + 1 : group.at]} {words[group.end : closed]}" if closed < following else ""


def stretch_with_training(words: str, dated: Sequence[Group], above: str) -> list[tuple[Group, Role]] | None:
    """ "1 September (INSET) to 18 December": a stretch of school days, and a training day at its edge; else None."""
    edges = [Group((day,), False, keys=group.keys) for group in dated for day in group.days]
    if len(edges) != 2 or (len(dated) == 1 and not dated[0].is_range):
        return None
    first, last = edges
    pair = dated[0] if len(dated) == 1 else joined(*dated)
    between = _BRACKET_THEN_TO.fullmatch(words, first.end, last.at)
    behind = _IN_BRACKETS.match(words, last.end)
    told = ((first, between and between["inside"]), (last, behind and behind["inside"]))
    training = [edge for edge, inside in told if inside and _ONLY_TRAINING.fullmatch(inside)]
    lead = words[: first.at]
    if between is None or not training or role_from(lead if lead.strip() else above, pair) != "period":
        return None
    return [(pair, "period"), *((edge, "inset") for edge in training)]


_ONLY_TRAINING = re.compile(
    r"\W*(?:an? )?(?:in[\s-]?set|(?:staff|teacher) training|training|staff(?: only)?|pd|cpd)(?: day)?\W*",
    re.IGNORECASE,
)
_BRACKET_THEN_TO = re.compile(r"\s*(?:\((?P<inside>[^()]*)\))?\s*(?:-|to|until|till)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)")


def _is_of_boarders(words: str, dated: Sequence[Group], number: int) -> bool:
    """Whether boarders come on that day, in the evening, and lessons begin on the day that day pupils do."""
    end = dated[number + 1].at if number + 1 < len(dated) else len(words)
    return bool(_BOARDERS.match(words, dated[number].end, end) and _DAY_PUPILS.search(words))


_BOARDERS = re.compile(r"\W*(?:for )?(?:all )?boarders\b", re.IGNORECASE)
_DAY_PUPILS = re.compile(r"\bday (?:pupils|children|students|girls|boys)\b", re.IGNORECASE)


def _is_listed(role: Role, own: str, place: PlaceInText) -> bool:
    """Whether the heading above a line says the same of its day, and the line's own words name nothing else.

    What letters alone speak of is judged once the year is known.
    """
    if role == "inset" and letters_before_training(own):
        return True
    if role == "closed" and not is_plain(own):
        return False  # "Closed days", and below it "Mill Lane closed - allow extra time"
    return what_it_says(place.carried).says == role and not (is_everyday(own) or _OF_ANOTHER_DAY.search(own))


# "Reminder: INSET day next Monday", "World Teachers' Day", "INSET day moved - school now OPEN today"
_OF_ANOTHER_DAY = re.compile(r"\bremind\w*|\b(?:next|world|after school|now open)\b", re.IGNORECASE)


def _in_its_words(
    befores: Sequence[str], afters: Sequence[str], number: int, group: Group, place: PlaceInText
) -> Role | None:
    before, after = befores[number], ANOTHER_DAY.split(afters[number])[0]
    bracket = after.lstrip()
    in_brackets = bracket[: bracket.find(")") + 1] if bracket.startswith("(") else ""
    if in_brackets and (own := role_from(in_brackets, group)) in LISTED:
        of_list = role_from(place.carried, group) if own == "closed" and not before.strip(" |-*•") else None
        return "inset" if of_list == "inset" else own  # "INSET days": "2 September (no children in school)"
    after = _MAY_BE.sub("", after)
    role = _edge_of_what_is_above(befores[number], place, group) or role_from(before, group)
    role = role or role_from(in_brackets or after, group)
    if role == "closed" and role_from(SENTENCE_ENDS.split(after)[0], group) == "inset":
        role = "inset"  # "closed to pupils on 1 September for staff training"
    if role is None and number and not _THEN.sub(" ", before).strip(" ,;:./-"):
        role = role_from(befores[0], group)
    if (
        role is None
        and number
        and _THE_OTHERS.fullmatch(before)
        and role_from(befores[number - 1], group) == "start"
    ):
        role = "start"
    if (
        role is None
        and place.carried
        and not _ARE_IN.search(f"{before} {after}")
        and (is_plain(f"{before} {after}") or is_plain(before + in_brackets))
    ):
        role = role_from(f"{place.carried} {before}", group)
        said = f"{before} {in_brackets or SENTENCE_ENDS.split(after)[0]}"
        by_half = role == "start" and HALF_OF_A_TERM.search(place.carried)
        if (role in LISTED or by_half) and not is_plain(_AND_MORE.sub(" ", said)):
            role = None  # "INSET days: 2 September", and on the next line "25 June - Football training"
    without_words = not any(map(str.isalpha, _THEN.sub(" ", befores[0] if not number else before)))
    if role is None and group.is_range and without_words and not is_everyday(SENTENCE_ENDS.split(after)[0]):
        # A list of stretches alone, as in "1 Sept - 24 Oct, 3 Nov - 19 Dec".
        shortest = SHORT_AMONG_OTHERS if place.stretches else SHORTEST_STRETCH
        role = "period" if length(group) >= shortest else None
        place.stretches = role == "period"
        role = "holiday" if role and _over_christmas(group) else role
    return role


def _edge_of_what_is_above(before: str, place: PlaceInText, group: Group) -> Role | None:
    """ "Start date:" and "End date:" below "Half term" are the first and the last day of the holiday."""
    edge = EDGE_LABEL.fullmatch(before)
    above = place.carried
    if (
        edge is None
        or group.is_range
        or len(group.days) > 1
        or not HALF.search(above)
        or A_HALF.search(above)
    ):
        return None
    return "holiday_starts" if edge["first"] else "holiday_ends"


EDGE_LABEL = re.compile(
    r"\W*(?:(?P<first>start(?:s|ing)?|begin(?:s|ning)?|first|from)|(?:and )?(?:end(?:s|ing)?|last|finish(?:es)?|to))"
    r"(?: (?:date|day))?(?: on)?\W*",
    re.IGNORECASE,
)
"""A label that says nothing but that a day is the first or the last of what stands above it."""
# "All year groups in school at normal time": no day of the training days above it.
_ARE_IN = re.compile(
    r"\b(?:all|every|everyone|whole)\b(?:(?!\b(?:staff|teachers)\b)[^.;|])*\bin school\b|\b(?:normal|usual) times?\b",
    re.IGNORECASE,
)
# "INSET days": "2 September, 4 January, plus one to be confirmed"
_AND_MORE = re.compile(
    rf"\b(?:(?:plus|and|with|then)\s+)?(?:(?:an?|another|one|two|three|four|others?|more|further|\d|days?|inset|training)\s+)*"
    rf"(?:{UNKNOWN.pattern})",
    re.IGNORECASE,
)
# "Year 7 return 3 September, all others 4 September"
_THE_OTHERS = re.compile(
    r"\W*(?:(?:and|with|then|all|the|other|others|every(?:one|body)|else|rest|of|school|remaining|years?|yrs?|"
    r"groups?|pupils|children|students|to|on|from|\d{1,2}|y\d{1,2})\b[\s,;:&()-]*)+",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:and|then|also|again|followed by|from|between)\b", re.IGNORECASE)
# "is an INSET day. This may be replaced by twilight sessions": until it is, the day is one.
_MAY_BE = re.compile(r"(?<=[.;])\s[^.;]*\b(?:may|might|could) (?:be|become|choose)\b.*", re.IGNORECASE)
