"""A net below the reader: what in a text speaks against the reading that was chosen, or stays unexplained beside it.

It moves no day. Each reason is one function, of days or of years, which finds its places; of each the carer is told
in one sentence, so that no reading is wrong without a word about it.
"""

from collections.abc import Mapping, Sequence

from carer_app.domain.dates_problem import DatesProblem
from carer_app.imports.term_beside_text import Key, ReadingBesideText
from carer_app.imports.term_candidates import Candidate
from carer_app.imports.term_doubts_of_days import OF_DAYS
from carer_app.imports.term_doubts_of_years import OF_YEARS
from carer_app.imports.term_left_open import left_open
from carer_app.imports.term_odd_ones import odd_ones
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row


def doubts(made: Candidate, rows: Sequence[Row], outcomes: Mapping[Key, Outcome]) -> list[DatesProblem]:
    """A sentence for each thing in the text that may be otherwise than it was read."""
    seen = ReadingBesideText(made, rows, outcomes)
    told = [found for reason in (*OF_DAYS, *OF_YEARS) for found in reason(seen)]
    more = (*left_open(rows, outcomes), *odd_ones(made, rows, outcomes))
    return [DatesProblem("doubt", *found) for found in (*told, *more)]
