"""England's bank holidays, read from the `holidays` package when first needed."""

from datetime import date
from functools import lru_cache

FIRST_YEAR = 1872
LAST_YEAR = 2100


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """Every bank holiday of England in a year, substitute days too; none outside 1872 to 2100.

    Source: the `holidays` package, which agrees with GOV.UK's own list (alphagov/frontend,
    lib/data/bank-holidays.json) for 2024 to 2028; a test holds that. A one-off day announced
    later is typed in by the carer as a closed day.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return frozenset()
    # Imported here because it costs about 100 ms, and most starts never count a day.
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def read_in() -> None:
    """Import what it takes, before a day is asked about: a tenth of a second."""
    bank_holidays(FIRST_YEAR)


def is_bank_holiday(day: date) -> bool:
    """True on a bank holiday in England."""
    return day in bank_holidays(day.year)
