"""One school year, printed on pages that were torn when they were copied: each kind of tear by itself.

Whatever became of its cells, lines and headings, the year that is read is the one that was printed.
"""

from datetime import date

import pytest

from carer_app.imports.term_dates import read_pasted

YEAR = [
    (date(2026, 9, 2), date(2026, 10, 23)),
    (date(2026, 11, 2), date(2026, 12, 18)),
    (date(2027, 1, 5), date(2027, 2, 12)),
    (date(2027, 2, 22), date(2027, 3, 25)),
    (date(2027, 4, 13), date(2027, 5, 28)),
    (date(2027, 6, 7), date(2027, 7, 21)),
]

PAGES = {
    "the names of two columns stand on lines of their own": """
        Nursery closes
        at 5.00pm
        Nursery opens
        at 8.00am on
        Autumn Term 2026
        Wednesday 2nd September
        Autumn Half Term Friday 23rd October Monday 2nd November
        Christmas Friday 18th December 12 noon Tuesday 5th January
        Spring Half Term Friday 12th February Monday 22nd February
        Easter 2027 Thursday 25th March Tuesday 13th April
        Summer Half Term Friday 28th May Monday 7th June
        Summer 2027 Wednesday 21st July""",
    "the small circles of a list came as letters": """
        Term Dates 2026-2027
        • Autumn Term
        o Term starts: Wed 2nd Sep
        o Half term: Mon 26th Oct - Fri 30th Oct
        o Term ends: Fri 18th Dec
        • Spring Term
        o Term starts: Tue 5th Jan
        o Half term: Mon 15th Feb - Fri 19th Feb
        o Term ends: Thu 25th Mar
        • Summer Term
        o Term starts: Tue 13th Apr
        o Half term: Mon 31st May - Fri 4th Jun
        o Term ends: Wed 21st Jul""",
    "a word that no school has stands beside its days": """
        Term Dates 2026-2027
        Hooray Term starts: Wed 2nd Sep
        Half term: Mon 26th Oct - Fri 30th Oct
        Hooray Term ends: Fri 18th Dec
        Hooray Term starts: Tue 5th Jan
        Half term: Mon 15th Feb - Fri 19th Feb
        Hooray Term ends: Thu 25th Mar
        Hooray Term starts: Tue 13th Apr
        Half term: Mon 31st May - Fri 4th Jun
        Hooray Term ends: Wed 21st Jul""",
}


@pytest.mark.parametrize("torn", PAGES)
def test_a_torn_page_is_read_as_it_was_printed(torn: str) -> None:
    reading = read_pasted("\n".join(line.strip() for line in PAGES[torn].splitlines()))
    assert reading.periods == YEAR
    assert reading.question is None
