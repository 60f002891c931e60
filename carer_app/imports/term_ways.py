"""The ways in which a page of school dates can be read. Each makes rows, or facts, that say what the page only shows.

Every way is tried, and judged by the year it gives; see `term_judging`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from carer_app.imports.term_blocks import stretches_in_blocks
from carer_app.imports.term_by_column import days_then_labels, labels_then_days
from carer_app.imports.term_cards import cards, times_of_day
from carer_app.imports.term_cells import cells_on_lines
from carer_app.imports.term_facts import Found
from carer_app.imports.term_header import with_seams
from carer_app.imports.term_holiday_edges import half_terms_of_school, holidays_with_their_edges
from carer_app.imports.term_in_turn import in_turn
from carer_app.imports.term_labels import day_then_label, labels_above, labels_below, words_below
from carer_app.imports.term_pairs import (
    closed_and_reopens,
    closes_and_reopens,
    edges_of_a_year,
    first_and_last_day,
    holidays,
)
from carer_app.imports.term_side_by_side import years_side_by_side
from carer_app.imports.term_text import Row
from carer_app.imports.term_words_behind import words_behind_days


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read a page: what it makes of the rows, and of the facts that come of them."""

    name: str
    rows: Callable[[Sequence[Row]], list[Row]]
    facts: Callable[[Found], Found] = lambda found: found


def as_it_stands(rows: Sequence[Row]) -> list[Row]:
    """The words beside a day, or the heading above it, say what it is."""
    return list(rows)


WAYS = (
    Way("as it stands", as_it_stands),
    Way("labels above", labels_above),
    Way("labels below", labels_below),
    Way("words below", words_below),
    Way("day, then its label", day_then_label),
    Way("labels, then days", labels_then_days),
    Way("days, then labels", days_then_labels),
    Way("opens and closes in turn", in_turn),
    Way("stretches in blocks", stretches_in_blocks),
    Way("words behind all days", words_behind_days),
    Way("cards", cards),
    Way("a cell a line", cells_on_lines),
    Way("first and last day", first_and_last_day),
    Way("closes and re-opens", closes_and_reopens),
    Way("closed and re-opens", closed_and_reopens),
    Way("holidays", holidays),
    Way("times of day", times_of_day),
    Way("holidays with their edges", as_it_stands, holidays_with_their_edges),
    Way("holidays and the last day with their edges", edges_of_a_year, holidays_with_their_edges),
    Way("half terms of school", as_it_stands, half_terms_of_school),
    Way("half terms of school above", labels_above, half_terms_of_school),
    Way("half terms of school below", labels_below, half_terms_of_school),
    Way("columns without seams", with_seams),
    Way("years side by side", years_side_by_side),
    Way("cards with labels below", lambda rows: labels_below(cards(rows))),
)
