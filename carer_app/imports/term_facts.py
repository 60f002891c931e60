"""From lines of text to what each date in them is: a fact with its role and year, or a line not understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from carer_app.imports import term_roles
from carer_app.imports.school_events import what_it_says
from carer_app.imports.term_lexing import (
    Group,
    WrittenDay,
    bare_years,
    day_under_month,
    groups,
    month_alone,
    school_years,
)
from carer_app.imports.term_roles import Role, Season, season_of

LONGEST_HEADING = 90
NEAR_LETTERS = 40
SHORTEST_STRETCH = 20
_LISTED: tuple[Role, ...] = ("inset", "bank", "closed", "twilight")


@dataclass(frozen=True, slots=True)
class Fact:
    """Days that have a role, as written. `base` is its heading's school year, `season` the term it stands under."""

    role: Role
    days: tuple[WrittenDay, ...]
    is_range: bool
    base: int | None
    season: Season | None
    line: str


@dataclass(slots=True)
class Found:
    """Everything that a text says, in its order."""

    facts: list[Fact] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    inset_unknown: int = 0
    inset_total: int = 0
    terms_unknown: list[str] = field(default_factory=list)
    named: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _Place:
    """Where in the text we are: the headings above, and what a line without a date has announced for the next."""

    base: int | None = None
    season: Season | None = None
    carried: str = ""
    carries_on: bool = False
    columns: tuple[str, ...] = ()
    month: tuple[int, int | None] | None = None
    pair: tuple[Role, ...] = ()
    bare: list[tuple[Group, str]] = field(default_factory=list)


def facts_in(lines: Sequence[str]) -> Found:
    """Read every line, each with the headings above it."""
    found, place = Found(), _Place()
    for words in _labels_beside([line.strip(" |*•·-\t") for line in lines]):
        if not words or not any(letter.isalnum() for letter in words):
            continue
        dated = groups(words)
        if not dated and place.month and (day := day_under_month(words, *place.month)):
            dated = [day]
        if not dated:
            _heading(words, place, found)
        elif _is_news(words):
            found.not_understood.append(words)
        else:
            _dated(words, dated, place, found)
        found.named.update(said.year for said in school_years(words))
    _let_bare_days_go(place, found)
    if len(found.named) == 1:
        # The one school year that the text names may stand below its dates.
        (year,) = found.named
        found.facts = [
            replace(fact, base=year)
            if fact.base is None and all(day.year is None for day in fact.days)
            else fact
            for fact in found.facts
        ]
    return found


def _labels_beside(lines: Sequence[str]) -> list[str]:
    """Lines where each day stands above its label, put side by side: "1 September" and below it "INSET day".

    Only where days and labels take turns from the first day on, and nothing before it could be its label.
    """
    told = [line for line in lines if line]
    start = next((place for place, line in enumerate(told) if _is_bare(line)), len(told))
    above = told[start - 1] if start else ""
    pairs = list(zip(told[start::2], told[start + 1 :: 2], strict=False))
    takes_turns = len(pairs) >= 3 and all(_is_bare(day) and not groups(label) for day, label in pairs)
    if not takes_turns or any(pattern.search(above) for pattern in _LABELS):
        return list(lines)
    rest = told[start + 2 * len(pairs) :]
    return [*told[:start], *(f"{label}: {day}" for day, label in pairs), *rest]


def _is_bare(line: str) -> bool:
    dated = groups(line)
    return bool(dated) and not any(
        letter.isalpha() for letter in _without_days(line, dated).replace("to", "")
    )


_LABELS = (
    term_roles.INSET,
    term_roles.BANK,
    term_roles.HALF,
    term_roles.HOLIDAY,
    term_roles.START,
    term_roles.END,
    term_roles.CLOSED,
)


def _is_news(words: str) -> bool:
    return bool(term_roles.NEWS.search(words)) and not (
        term_roles.INSET.search(words) or term_roles.HALF.search(words) or term_roles.PERIOD.search(words)
    )


def _heading(words: str, place: _Place, found: Found) -> None:
    """A line without a day in it: a heading, the names of columns, the words before the next date, or noise."""
    if month := month_alone(words):
        place.month, place.carried = month, ""
        return
    said = school_years(words)
    season = season_of(words)
    if said:
        place.base, place.season = said[0].year, None
    elif (years := bare_years(words)) and len(years) == 2 and years[1] == years[0] + 1:
        place.base, place.season = years[0], None  # "September 2024 to July 2025"
        return
    if season and len(words) <= LONGEST_HEADING:
        place.season = season
        years = bare_years(words)
        if years and not said:
            place.base = years[0] if season == "autumn" else years[0] - 1
    if unknown := _announced(words):
        _note_unknown(words, unknown, found)
        return
    if term_roles.INSET.search(words) and re.search(r"\bdays\b", words, re.IGNORECASE):
        found.inset_total = max(found.inset_total, _number_in(words))
    cells = [cell.strip() for cell in words.split("|")]
    if len(cells) > 1 and _are_columns(cells):
        place.columns = tuple(cells)
        _let_bare_days_go(place, found)
        return
    if len(words) > LONGEST_HEADING:
        if any(letter.isdigit() for letter in words):
            found.not_understood.append(words)
        return
    _let_bare_days_go(place, found)
    is_label = any(pattern.search(words) for pattern in (*_LABELS, term_roles.PERIOD))
    place.pair = _two_lists(words)
    goes_on = bool(term_roles.INSET.search(place.carried)) and not any(
        pattern.search(words)
        for pattern in (term_roles.HALF, term_roles.START, term_roles.END, term_roles.PERIOD)
    )
    if goes_on and (said or term_roles.CLOSED.search(words)):
        return  # "Training days", "2025/26", "School is closed on these days:" are one heading
    place.carried = words if is_label else ""
    place.carries_on = bool(term_roles.INSET.search(words) or term_roles.BANK.search(words)) or not (
        term_roles.START.search(words) or term_roles.END.search(words)
    )
    if not is_label and not said and any(letter.isdigit() for letter in words):
        found.not_understood.append(words)


def _two_lists(words: str) -> tuple[Role, ...]:
    """Two lists side by side: "Training days: Bank holidays:"; nothing where a line is no such heading."""
    found = [
        (match.start(), role)
        for role, pattern in (("inset", term_roles.INSET), ("bank", term_roles.BANK))
        if (match := pattern.search(words))
    ]
    return tuple(role for _at, role in sorted(found)) if len(found) == 2 else ()  # type: ignore[misc]


def _announced(words: str) -> int:
    """How many training days a line announces without a date; 0 where it announces none."""
    found = term_roles.UNKNOWN.search(words)
    if found is None:
        return 0
    # "1 Sept, 24 Oct; two more TBC": the number that stands nearest before.
    near = words[: found.start()][-NEAR_LETTERS:].split()
    nearest = next((number for word in reversed(near) if (number := _number_in(word))), 0)
    return nearest or (0 if groups(words) else _number_in(words)) or 1


def _note_unknown(words: str, number: int, found: Found) -> None:
    if term_roles.INSET.search(words):
        found.inset_unknown += number
    else:
        found.terms_unknown.append(words)
        found.not_understood.append(words)


_NUMBERS = ("one", "two", "three", "four", "five", "six")


def _number_in(words: str) -> int:
    for word in words.casefold().replace("x", " x ").split():
        plain = word.strip("().,:;")
        if plain in _NUMBERS:
            return _NUMBERS.index(plain) + 1
        if plain.isdecimal() and 1 <= int(plain) <= 9:
            return int(plain)
    return 0


def _are_columns(cells: Sequence[str]) -> bool:
    named = [
        bool(term_roles.START.search(cell) or term_roles.END.search(cell) or term_roles.A_HALF.search(cell))
        or bool(school_years(cell))
        or cell.casefold() in ("from", "to", "first", "last", "open", "close", "dates", "date")
        for cell in cells
    ]
    return sum(named) >= 2


def _dated(words: str, dated: Sequence[Group], place: _Place, found: Found) -> None:
    """A line with days in it."""
    said = school_years(words)
    if said:
        place.base = said[0].year
    season = season_of(words) if not term_roles.BANK.search(words) else None
    if season and not _is_list_line(words):
        place.season = season
        years = bare_years(words)
        if years and not said:
            place.base = years[0] if season == "autumn" else years[0] - 1
    roles = _in_columns(words, dated, place) if "|" in words else None
    roles = roles if roles is not None else list(_in_prose(words, dated, place))
    alone = not any(letter.isalpha() for letter in _without_days(words, dated))
    for group, role, base in roles:
        if role is not None:
            _keep(role, group, words, base, place, found)
        elif alone:
            place.bare.append((group, words))
        else:
            found.not_understood.append(words)
    if len(dated) == 1 and roles and roles[0][1] is not None and not place.carries_on:
        place.carried = ""
    if len(roles) == 1 and roles[0][1] in _LISTED and _PLURAL.search(words):
        # "Bank holidays 1 January" goes on with the days on the lines below.
        place.carried, place.carries_on = _without_days(words, dated), True
    if any(role is not None for _group, role, _base in roles):
        _let_bare_days_go(place, found)
    elif len(place.bare) == 2:
        _pair_bare_days(place, found)
    if term_roles.INSET.search(words) and (unknown := _announced(words)):
        found.inset_unknown += unknown


_PLURAL = re.compile(r"\b(?:days|holidays)\b", re.IGNORECASE)


def _without_days(words: str, dated: Sequence[Group]) -> str:
    for group in reversed(dated):
        words = words[: group.at] + words[group.end :]
    return words


def _is_list_line(words: str) -> bool:
    return bool(term_roles.INSET.search(words))


Read = tuple[Group, Role | None, int | None]


def _in_prose(words: str, dated: Sequence[Group], place: _Place) -> Iterator[Read]:
    """Each group with the role that the words before it give it; else those after it; else the line above."""
    if place.pair and len(dated) == 2 and not _without_days(words, dated).strip(" |"):
        yield dated[0], place.pair[0], None
        yield dated[1], place.pair[1], None
        return
    if len(dated) == 2 and not words[dated[0].end : dated[1].at].strip(" |"):
        # Two days side by side, the "to" between them lost.
        pair = _pair(*dated)
        role = _role(words[: dated[0].at], pair) or _role(f"{place.carried} {words[: dated[0].at]}", pair)
        if role in ("period", "half", "holiday"):
            yield pair, role, None
            return
    befores, afters = _beside(words, dated)
    for number, group in enumerate(dated):
        before, after = befores[number], afters[number]
        bracket = after.lstrip()
        in_brackets = bracket[: bracket.find(")") + 1] if bracket.startswith("(") else ""
        role = _role(before, group)
        if in_brackets and (own := _role(in_brackets, group)) in _LISTED:
            yield group, own, None
            if role not in ("start", "end"):
                continue
        if role is None:
            role = _role(in_brackets or after, group)
        if role is None and number and not before.strip(" ,;:-").strip():
            role = _role(befores[0], group)
        if role is None:
            role = _role(f"{place.carried} {before}" if place.carried else before, group)
        if (
            role is None
            and group.is_range
            and not any(map(str.isalpha, befores[0] if not number else before))
        ):
            # A list of stretches alone, as in "1 Sept - 24 Oct, 3 Nov - 19 Dec".
            role = "period" if _length(group) >= SHORTEST_STRETCH else None
        yield group, role, None


def _beside(words: str, dated: Sequence[Group]) -> tuple[list[str], list[str]]:
    """The words before and those after each group. Between two, a sentence or a bracket that ends parts them."""
    befores, afters = [words[: dated[0].at]], []
    for group, following in pairwise(dated):
        between = words[group.end : following.at]
        if between.lstrip().startswith("(") and ")" in between:
            head, _bracket, tail = between.partition(")")
            afters.append(f"{head})")
            befores.append(tail)
        elif cut := _SENTENCE_ENDS.search(between):
            afters.append(between[: cut.end()])
            befores.append(between[cut.end() :])
        else:
            afters.append("")
            befores.append(between)
    befores[0] = _SENTENCE_ENDS.split(befores[0])[-1] or befores[0]
    return befores, [*afters, words[dated[-1].end :]]


_SENTENCE_ENDS = re.compile(r"[.;!?)]+\s+(?=[A-Z(])|\n")


def _role(words: str, group: Group) -> Role | None:
    evidence = what_it_says(words, group.is_range, _length(group))
    # A beginning for some children may be the beginning for all of a term that begins day by day.
    role = evidence.says if evidence.is_enough or evidence.why_not == "some" else None
    if len(group.days) > 1 and not group.is_range and role not in _LISTED:
        return None
    return role


def _length(group: Group) -> int:
    """About how many days lie between the first and the last of a group."""
    first, last = group.days[0], group.days[-1]
    return (last.month - first.month) % 12 * 31 + last.day - first.day


def _in_columns(words: str, dated: Sequence[Group], place: _Place) -> list[Read] | None:
    """The days of a table's row: what its first words and the heads of its columns say. None where they say nothing."""
    cells = _cells(words, dated)
    label = " ".join(cell for cell, group in cells if group is None).strip()
    singles = [(number, cell, group) for number, (cell, group) in enumerate(cells) if group is not None]
    if not singles or len(singles) != len(dated):
        return None
    heads = dict(enumerate(place.columns)) if len(place.columns) >= len(cells) else {}
    years = {number: said[0].year for number, head in heads.items() if (said := school_years(head))}
    by_years = bool(years) and all(number in years for number, _cell, _group in singles)
    first = singles[0][2]
    label_role = _role(label, first) if label else None
    column_roles = [_role(heads.get(number, ""), group) for number, _cell, group in singles]
    if column_roles == ["end", "start"] and not by_years:
        if label_role in _LISTED:
            return [(first, label_role, None)]  # "May Day: closes the 3rd, opens the 4th"
        return [(group, role, None) for (_n, _c, group), role in zip(singles, column_roles, strict=True)]
    own = [_role(cell, group) for _number, cell, group in singles]
    if all(role is not None for role in own):
        return [(group, role, None) for (_n, _c, group), role in zip(singles, own, strict=True)]
    if by_years or label_role in _LISTED:
        roles = [_role(f"{label} {cell}", group) for _number, cell, group in singles]
        if all(role is not None for role in roles):
            return [(group, role, years.get(n)) for (n, _c, group), role in zip(singles, roles, strict=True)]
    if len(singles) == 2 and not by_years and all(len(group.days) == 1 for _n, _c, group in singles):
        pair = _pair(first, singles[1][2])
        heading = label or place.carried or " ".join(place.columns)
        role = _role(heading, pair) or _role(" ".join((heading, *heads.values())), pair)
        return [(pair, role, None)] if role in ("period", "half", "holiday", "inset") else None
    if label and all(group.is_range for _n, _c, group in singles):
        roles = [_role(f"{label} {heads.get(number, '')}", group) for number, _c, group in singles]
        if all(role is not None for role in roles):
            return [(group, role, None) for (_n, _c, group), role in zip(singles, roles, strict=True)]
    if len(singles) == 1 and (head := heads.get(singles[0][0], "")):
        role = label_role or _role(f"{label} {head}", first)
        return [(first, role, None)] if role else None
    return None


def _cells(words: str, dated: Sequence[Group]) -> list[tuple[str, Group | None]]:
    """The cells of a row, each with the days inside it, if any; the words of such a cell are those beside its days."""
    cells: list[tuple[str, Group | None]] = []
    at = 0
    for cell in words.split("|"):
        inside = [group for group in dated if at <= group.at < at + len(cell) + 1]
        beside = cell
        for group in reversed(inside):
            beside = beside[: group.at - at] + beside[group.end - at :]
        cells.append((beside.strip(), inside[0] if len(inside) == 1 else None))
        at += len(cell) + 1
    return cells


def _pair(first: Group, last: Group) -> Group:
    start, end = first.days[0], last.days[0]
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - (start.month > end.month))
    return Group((start, end), True)


def _keep(role: Role, group: Group, words: str, base: int | None, place: _Place, found: Found) -> None:
    base = base if base is not None else place.base
    found.facts.append(Fact(role, group.days, group.is_range, base, place.season, words))


def _pair_bare_days(place: _Place, found: Found) -> None:
    """Two days on lines of their own below "Autumn term" are its first and last; below "INSET days" they are those."""
    (first, words), (last, more) = place.bare
    if len(first.days) == len(last.days) == 1 and place.carried:
        pair = _pair(first, last)
        role = _role(place.carried, pair)
        if role in ("period", "half", "holiday"):
            _keep(role, pair, f"{words} / {more}", None, place, found)
            place.bare.clear()


def _let_bare_days_go(place: _Place, found: Found) -> None:
    found.not_understood += list(dict.fromkeys(words for _group, words in place.bare))
    place.bare.clear()
