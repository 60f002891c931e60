"""Deadlines worked out by hand, week by week as on a wall calendar, from dates that real schools published.

Each count is written beside its date: the last pupil day of a week, and in brackets how many days there are by then.
The periods and training days are those of `tests/imports/pasted`, read from the page named here by eye.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from carer_app.domain.authority_rules import DayCount
from carer_app.domain.day_counts import working_day_after
from carer_app.domain.pep_clocks import KnownTerms, days_clock
from carer_app.domain.school_calendar import SchoolCalendar
from carer_app.errors import TermDatesMissing
from carer_app.rules import shipped

PASTED = Path(__file__).parents[1] / "imports" / "pasted"


@dataclass(frozen=True)
class Worked:
    """One event at one school. `ten` and `twenty` are working days, where they were counted by hand too."""

    school: str
    source: str
    pasted: str
    event: date
    twenty_school: date
    ten: date | None = None
    twenty: date | None = None


WORKED = [
    # 7-10 Oct (4), 13-17 (9), 20-24 (14), half term, training 3 Nov, 4-7 (18), 10 and 11 Nov (20)
    Worked(
        "Southsea Infant, Portsmouth",
        "www.southsea.portsmouth.sch.uk/school-life/term-dates",
        "list_with_holidays",
        date(2025, 10, 6),
        date(2025, 11, 11),
    ),
    # 20-23 Jan (4), 26-30 (9), 2-6 Feb (14), 9-11 (17), half term from the 12th, training 23 Feb, 24-26 (20)
    Worked(
        "Criftins, Shropshire",
        "www.criftins.shropshire.sch.uk/terms-dates-holidays",
        "starts_half_term_ends",
        date(2026, 1, 19),
        date(2026, 2, 26),
    ),
    # 19 and 20 Mar (2), 23-27 (7), Easter, training 13 Apr, 14-17 (11), 20-24 (16), 27-30 (20)
    Worked(
        "Stramongate, Cumbria",
        "www.stramongate.cumbria.sch.uk/key-information/term-dates",
        "one_cell_a_line",
        date(2026, 3, 18),
        date(2026, 4, 30),
    ),
    # School: 4 Apr (1), 7-11 (6), Easter, 28 Apr-2 May (11), bank holiday 5 May, 6-9 (15), 12-16 (20).
    # Working: 4 Apr (1), 7-11 (6), 14-17 (10); Good Friday and Easter Monday; 22-25 (14), 28 Apr-2 May (19), 6 May (20)
    Worked(
        "Blue Coat Junior",
        "bluecoatfederation.co.uk/blue-coat-c-e-junior-school/parents/term-dates",
        "two_years_one_below_the_other",
        date(2025, 4, 3),
        date(2025, 5, 16),
        date(2025, 4, 17),
        date(2025, 5, 6),
    ),
    # School: 3-6 Dec (4), 9-13 (9), 16-20 (14), Christmas, training 6 Jan, 7-10 (18), 13 and 14 Jan (20).
    # Working: 3-6 (4), 9-13 (9), 16 Dec (10); 17-20 (14), 23 and 24 (16), 27 (17), 30 and 31 (19), 2 Jan (20)
    Worked(
        "New Road Primary",
        "www.newroadprimary.com/page/?title=Term+Dates&pid=35",
        "three_training_days_in_july",
        date(2024, 12, 2),
        date(2025, 1, 14),
        date(2024, 12, 16),
        date(2025, 1, 2),
    ),
    # 11-15 Nov (5), 18-22 (10), 25-28 (14), training on the 29th, 2-6 Dec (19), 9 Dec (20)
    Worked(
        "Bishop Thornton, North Yorkshire",
        "admirallong.n-yorks.sch.uk/n-yorks/primary/bishopthorntoncofe/site/pages/parents/termdates",
        "start_and_end_columns",
        date(2024, 11, 8),
        date(2024, 12, 9),
    ),
    # 12 and 13 Dec (2), 16-19 (6), training 20 Dec, Christmas, training 6 Jan, 7-10 (10), 13-17 (15), 20-24 (20)
    Worked(
        "Nene Valley Primary",
        "www.nenevalleyprimary.net/page/?title=Term+Dates&pid=17",
        "training_days_in_brackets",
        date(2024, 12, 11),
        date(2025, 1, 24),
    ),
    # 10-14 Mar (5), 17-21 (10), training 24 Mar, 25-28 (14), 31 Mar-4 Apr (19), 7 Apr (20)
    Worked(
        "Hamilton, Birmingham",
        "hamilton.bham.sch.uk/termdates",
        "training_days_listed_last",
        date(2025, 3, 7),
        date(2025, 4, 7),
    ),
    # 23-26 Sep (4), 29 Sep-3 Oct (9), 6-10 (14), 13-17 (19), two weeks of half term, 3 Nov (20)
    Worked(
        "Leigh Academy Horsmonden, Kent",
        "www.leighacademyhorsmonden.org.uk/?p=54",
        "modules_label_above_date",
        date(2025, 9, 22),
        date(2025, 11, 3),
    ),
    # The event is a training day. 2-5 Jun (4), 8-12 (9), 15-19 (14), 22-26 (19), 29 Jun (20)
    Worked(
        "Woodchurch, Kent",
        "www.woodchurch.kent.sch.uk/page/?pid=51&title=Term+Dates",
        "bullets_of_six_terms",
        date(2026, 6, 1),
        date(2026, 6, 29),
    ),
    # The event lies in half term. Training 27 Oct, 28-31 (4), 3-7 Nov (9), 10-14 (14), 17-21 (19), 24 Nov (20)
    Worked(
        "Great Chart, Kent",
        "great-chart.kent.sch.uk/parents/term-dates-2025-26",
        "numbered_training_days",
        date(2025, 10, 22),
        date(2025, 11, 24),
    ),
    # 24 Apr (1), 27 Apr-1 May (6), bank holiday 4 May, 5-8 (10), 11-15 (15), 18-22 (20): the last day before half term
    Worked(
        "Two Rivers",
        "www.tworiversschool.net/accessibility.asp?item=page_94&level=off",
        "rows_of_a_table",
        date(2026, 4, 23),
        date(2026, 5, 22),
    ),
    # The event is the last day of term. Training 5 Jan, 6-9 (4), 12-16 (9), 19-23 (14), 26-30 (19), 2 Feb (20)
    Worked(
        "Purbrook Park",
        "www.purbrookparkschool.co.uk/page/?pid=640",
        "one_sentence_a_term",
        date(2025, 12, 19),
        date(2026, 2, 2),
    ),
    # In 2020 the early May bank holiday was on Friday 8 May, for the 75th VE Day, and Monday 4 May was a school day.
    # 21-24 Apr (4), 27 Apr-1 May (9), 4-7 May (13), 11-15 (18), 18 and 19 May (20)
    Worked(
        "Plaxtol, Kent",
        "www.plaxtol.kent.sch.uk/term-dates",
        "american_dates_and_a_footnote",
        date(2020, 4, 20),
        date(2020, 5, 19),
    ),
]


def calendar_of(pasted: str) -> SchoolCalendar:
    page = tomllib.loads((PASTED / f"{pasted}.toml").read_text(encoding="utf-8"))
    return SchoolCalendar([(first, last) for first, last in page["periods"]], page["inset_days"])


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.school)
def test_twenty_school_days_are_the_day_counted_by_hand(worked: Worked) -> None:
    assert calendar_of(worked.pasted).school_day_after(worked.event, 20) == worked.twenty_school
    assert worked.source


@pytest.mark.parametrize("worked", [each for each in WORKED if each.ten], ids=lambda worked: worked.school)
def test_working_days_are_the_days_counted_by_hand(worked: Worked) -> None:
    assert working_day_after(worked.event, 10) == worked.ten
    assert working_day_after(worked.event, 20) == worked.twenty


RIVERSIDE = next(terms for terms in shipped.term_dates() if terms.key == "riverside_2025_26")
BROMLEY = next(terms for terms in shipped.term_dates() if terms.key == "bromley_2024_25")


def test_riverside_in_october_2025() -> None:
    """Source: riverside.southwark.sch.uk/Term-Dates. Without the training day on 24 October it is a day earlier."""
    event = date(2025, 10, 9)
    assert working_day_after(event, 10) == date(2025, 10, 23)
    assert working_day_after(event, 20) == date(2025, 11, 6)
    assert RIVERSIDE.calendar().school_day_after(event, 20) == date(2025, 11, 14)
    assert SchoolCalendar(RIVERSIDE.periods).school_day_after(event, 20) == date(2025, 11, 13)


def test_bromley_in_october_2024_with_its_two_weeks_of_half_term() -> None:
    """Source: www.bromley.gov.uk/schools-colleges/school-term-dates/3."""
    event = date(2024, 10, 10)
    assert working_day_after(event, 10) == date(2024, 10, 24)
    assert working_day_after(event, 20) == date(2024, 11, 7)
    assert BROMLEY.calendar().school_day_after(event, 20) == date(2024, 11, 21)


def test_bromley_has_the_days_it_prints() -> None:
    calendar = BROMLEY.calendar()
    assert [calendar.pupil_days(*period) for period in calendar.periods] == [39, 35, 30, 30, 23, 38]
    assert not BROMLEY.inset_known


def test_one_off_bank_holidays_are_no_working_days() -> None:
    """19 September 2022 (the Queen's funeral) and 8 May 2023 (the coronation)."""
    # 13-16 Sep 2022 (4), not the 19th, 20-23 (8), 26 and 27 (10)
    assert working_day_after(date(2022, 9, 12), 10) == date(2022, 9, 27)
    # 27 and 28 Apr 2023 (2), not 1 May, 2-5 (6), not 8 May, 9-12 (10)
    assert working_day_after(date(2023, 4, 26), 10) == date(2023, 5, 12)


def test_at_the_end_of_the_year_the_next_years_dates_are_asked_for() -> None:
    """At Two Rivers, from Wednesday 1 July 2026: 2 and 3 (2), 6-10 (7), 13-17 (12), and then nothing is known."""
    calendar = calendar_of("rows_of_a_table")
    assert calendar.school_day_after(date(2026, 7, 1), 12) == date(2026, 7, 17)
    with pytest.raises(TermDatesMissing, match="2026/27"):
        calendar.school_day_after(date(2026, 7, 1), 13)
    clock = days_clock(date(2026, 7, 1), "it", DayCount(20, "school"), KnownTerms(calendar))
    assert (clock.by, clock.school_years) == (None, (2026,))
