"""Of which year a heading is: the school year, the term, or the calendar year that it names."""

import re

from carer_app.imports import term_roles
from carer_app.imports.term_days import bare_years
from carer_app.imports.term_facts import PlaceInText
from carer_app.imports.term_roles import season_of
from carer_app.imports.term_tokens import school_years


def take_years(words: str, place: PlaceInText, longest: int) -> None:
    """Remember the school year, or the year, that a line without days names; for a term only in a short line."""
    said = school_years(words)
    if said:
        several = len({each.year for each in said}) > 1 and not place.columns
        place.base, place.season, place.year = None if several else said[0].year, None, None
        place.heading += 1
    season = season_of(words)
    if season and len(words) <= longest:
        take_season(words, season, place, bool(said))
    if not said and season is None and len(words) <= longest and (autumn := _SEPTEMBER.search(words)):
        place.base, place.year, place.season = int(autumn[1]), None, None  # "New year September 2026"
    elif not said and season is None and (year := year_of_a_list(words, place)) is not None:
        place.base, place.year = None, year


_SEPTEMBER = re.compile(
    r"^\W*new (?:school |academic )?year\W+(?:from |in )?september (20\d\d)\W*$", re.IGNORECASE
)


def year_of_a_list(words: str, place: PlaceInText) -> int | None:
    """The one year that words of training name, where the heading above has none, or others: "INSET days 2023"."""
    years = set(bare_years(words))
    if len(years) != 1 or not term_roles.INSET.search(words):
        return None
    (year,) = years
    is_another = place.year is not None if place.base is None else year not in (place.base, place.base + 1)
    return year if is_another else None


def take_season(words: str, season: term_roles.Season, place: PlaceInText, year_said: bool) -> None:
    """Remember the term that a line speaks of, and its year."""
    place.season = season
    years = bare_years(words)
    if years and not year_said:
        place.base, place.year = (years[0] if season == "autumn" else years[0] - 1), None
