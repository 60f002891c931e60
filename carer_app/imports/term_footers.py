"""Years on a page that are not those of its dates: "© 2026", "Ofsted 2023", "Admissions policy 2024/25"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from carer_app.imports import term_roles
from carer_app.imports.term_text import Row
from carer_app.imports.term_tokens import month_at, school_years, tokens_in

_OF_DATES = re.compile(
    r"\b(?:terms?|half[\s-]?terms?|holidays?|dates?|calendar|diary|planner|year|autumn|spring|summer|michaelmas|lent|"
    r"trinity|christmas|easter|in[\s-]?set|training|closures?|bank)\b",
    re.IGNORECASE,
)
_NAMES_DATES = re.compile(
    r"\b(?:terms?|dates|holidays|calendar|(?:school|academic) year|in[\s-]?set)\b", re.IGNORECASE
)
_OF_ANOTHER_THING = re.compile(
    r"©|\b(?:copyright|all rights|ofsted|siams|polic(?:y|ies)|reports?|premium|prospectus|newsletters?|"
    r"(?:last |page )?updated|reviewed|modified|published|posted|version|minutes|accounts|awards?|results|"
    r"website|cookies?|consultation|admissions?|registered|charity|company|inspected|inspection|est(?:ablished|d)?)\b",
    re.IGNORECASE,
)


# "School-term-dates-2025-2026.pdf": the name of a link
_A_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ics)\b", re.IGNORECASE)


def without_footer_years(rows: Sequence[Row]) -> list[Row]:
    """The rows without the years in lines about something else than dates, each letter where it stood."""
    return [replace(row, words=_blanked(row.words)) if _is_of_another_thing(row) else row for row in rows]


def _is_of_another_thing(row: Row) -> bool:
    return not row.groups and bool(_OF_ANOTHER_THING.search(row.words) or _A_FILE.search(row.words))


def _blanked(words: str) -> str:
    """Without the years; of "Term dates 2026/27, updated 2025" the school year stays."""
    names_dates = _NAMES_DATES.search(words) and not _A_FILE.search(words)
    kinds = ("year",) if names_dates else ("year", "years")
    for token in reversed(tokens_in(words)):
        if token.kind in kinds:
            words = f"{words[: token.at]}{' ' * (token.end - token.at)}{words[token.end :]}"
    return words


def says_a_year(row: Row) -> bool:
    """Whether a line names the year of dates: in a day, as a school year, or beside a word of dates or a month."""
    if any(day.year is not None for group in row.groups for day in group.days):
        return not term_roles.NEWS.search(row.words)
    if school_years(row.words):
        return True
    tokens = tokens_in(row.words)
    if not any(token.kind == "year" for token in tokens):
        return False
    is_bare = not any(map(str.isalpha, row.words))
    of_month = any(month_at(tokens, place) for place in range(len(tokens)))
    return is_bare or of_month or bool(row.groups) or _OF_DATES.search(row.words) is not None
