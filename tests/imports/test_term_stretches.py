"""From first days, last days and holidays to the stretches of school: up to which day each rule holds."""

from datetime import date

import pytest

from carer_app.imports.term_stretches import Stretches

MONTHS = ("Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug")


def on(words: str) -> date:
    """A day of the school year 2025/26."""
    number, month = words.split()
    place = MONTHS.index(month)
    return date(2025 + (place > 3), (place + 8) % 12 + 1, int(number))


def days(words: str) -> set[date]:
    return {on(each.strip()) for each in words.split(",") if each.strip()}


def spans(words: str) -> list[tuple[date, date]]:
    pairs = [each.split("-") for each in words.split(",") if each.strip()]
    return [(on(first.strip()), on(last.strip())) for first, last in pairs]


def made(of: str) -> Stretches:
    """ "starts 2 Sep; ends 24 Oct; holidays 27 Oct-31 Oct; spans ...; inset ..." """
    said = dict(each.strip().split(" ", 1) for each in of.split(";"))
    return Stretches(
        spans(said.get("spans", "")),
        *(days(said.get(name, "")) for name in ("starts", "ends")),
        set(spans(said.get("holidays", ""))),
        days(said.get("inset", "")),
    )


@pytest.mark.parametrize(
    ("of", "wanted"),
    [
        ("starts 2 Sep; ends 24 Oct", "2 Sep-24 Oct"),
        ("starts 2 Sep, 3 Nov; ends 24 Oct, 19 Dec", "2 Sep-24 Oct, 3 Nov-19 Dec"),
        ("starts 2 Sep; ends 2 Sep", "2 Sep-2 Sep"),
        # the holiday after it, or before it, tells the other edge
        ("starts 2 Sep; holidays 27 Oct-31 Oct", "2 Sep-24 Oct"),
        ("ends 19 Dec; holidays 27 Oct-31 Oct", "3 Nov-19 Dec"),
        ("starts 13 Apr; holidays 25 May-29 May", "13 Apr-22 May"),
        ("ends 22 May; holidays 3 Apr-6 Apr", "7 Apr-22 May"),  # Good Friday to Easter Monday
        ("ends 6 Feb; holidays 27 Oct-31 Oct", "3 Nov-6 Feb"),
        ("ends 7 Feb; holidays 27 Oct-31 Oct", ""),  # more than fourteen weeks of school in a row
        # from one holiday to the next
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan", "3 Nov-19 Dec"),
        ("holidays 27 Oct-31 Oct, 18 Nov-2 Jan", "3 Nov-17 Nov"),
        ("holidays 27 Oct-31 Oct, 17 Nov-2 Jan", ""),  # less than two weeks
        ("holidays 27 Oct-31 Oct, 10 Feb-13 Feb", "3 Nov-9 Feb"),
        ("holidays 27 Oct-31 Oct, 11 Feb-13 Feb", ""),
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; starts 3 Nov", "3 Nov-19 Dec"),
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; spans 5 Nov-19 Dec", "5 Nov-19 Dec"),
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; spans 19 Dec-19 Dec", "19 Dec-19 Dec"),
        # a holiday in a stretch
        ("spans 2 Sep-19 Dec; holidays 27 Oct-31 Oct", "2 Sep-24 Oct, 3 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec; holidays 27 Oct-31 Oct, 17 Nov-18 Nov", "2 Sep-24 Oct, 3 Nov-14 Nov, 19 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec; holidays 1 Sep-3 Sep", "4 Sep-19 Dec"),
        ("spans 2 Sep-19 Dec; holidays 18 Dec-2 Jan", "2 Sep-17 Dec"),
        ("spans 2 Sep-19 Dec; holidays 19 Dec-2 Jan", "2 Sep-19 Dec"), # told twice: school keeps it,
        ("spans 2 Sep-19 Dec; holidays 1 Sep-19 Dec", ""),
        ("spans 2 Sep-19 Dec; holidays 20 Dec-2 Jan, 25 Aug-1 Sep", "2 Sep-19 Dec"),
        # a half told by its edges inside a term told whole
        ("spans 2 Sep-19 Dec; ends 24 Oct; starts 3 Nov", "2 Sep-24 Oct, 3 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec; ends 24 Oct; starts 29 Oct", "2 Sep-24 Oct, 29 Oct-19 Dec"),
        ("spans 2 Sep-19 Dec; ends 24 Oct; starts 28 Oct", "2 Sep-19 Dec"),
        ("spans 2 Sep-19 Dec; ends 24 Oct; starts 21 Nov", "2 Sep-24 Oct, 21 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec; ends 24 Oct; starts 24 Nov", "2 Sep-19 Dec"),
        # a term beside its halves
        ("spans 2 Sep-19 Dec, 2 Sep-24 Oct, 3 Nov-19 Dec", "2 Sep-24 Oct, 3 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec, 3 Nov-19 Dec", "3 Nov-19 Dec"),
        ("spans 2 Sep-19 Dec, 10 Nov-14 Nov", "2 Sep-19 Dec"),
        # school begins again after a holiday inside the term
        ("starts 2 Sep, 3 Nov; ends 19 Dec; holidays 27 Oct-31 Oct", "2 Sep-24 Oct, 3 Nov-19 Dec"),
        ("starts 2 Sep, 5 Nov; ends 19 Dec; holidays 27 Oct-31 Oct", "2 Sep-24 Oct, 5 Nov-19 Dec"),
        ("starts 2 Sep, 6 Nov; ends 19 Dec; holidays 27 Oct-31 Oct", "2 Sep-24 Oct, 6 Nov-19 Dec"),
        # training at an edge is inside; a whole week of it is none
        ("spans 3 Nov-19 Dec; inset 31 Oct", "31 Oct-19 Dec"),
        ("spans 4 Nov-19 Dec; inset 29 Oct, 30 Oct, 31 Oct, 3 Nov", "4 Nov-19 Dec"),
        ("spans 4 Nov-19 Dec; inset 30 Oct, 31 Oct, 3 Nov", "30 Oct-19 Dec"),
        ("spans 3 Nov-18 Dec; inset 19 Dec", "3 Nov-19 Dec"),
        ("spans 3 Nov-18 Dec; inset 22 Dec", "3 Nov-18 Dec"),
        ("spans 3 Nov-19 Dec; inset 31 Oct; holidays 27 Oct-31 Oct", "3 Nov-19 Dec"),
        # a list of holidays, and training in September before the first of them
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; inset 1 Sep, 2 Sep", "1 Sep-24 Oct, 3 Nov-19 Dec"),
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; inset 10 Sep", "10 Sep-24 Oct, 3 Nov-19 Dec"),
        ("holidays 27 Oct-31 Oct, 22 Dec-2 Jan; inset 11 Sep", "3 Nov-19 Dec"),
        ("holidays 22 Dec-2 Jan; inset 1 Sep", ""),
    ],
)  # fmt: skip
def test_what_is_told_makes_these_stretches_of_school(of: str, wanted: str) -> None:
    assert made(of).periods() == spans(wanted)


def told(of: str) -> list[tuple[str, str, list[date]]]:
    stretches = made(of)
    stretches.periods()
    return [(each.kind, each.sentence, list(each.days)) for each in stretches.problems]


@pytest.mark.parametrize(
    ("of", "kind", "sentence", "about"),
    [
        (
            *("starts 2 Sep", "missing"),
            *(
                "We found no last day for the time that begins on Tuesday 2 September 2025. Please add it.",
                "2 Sep",
            ),
        ),
        (
            *("ends 19 Dec", "missing"),
            *(
                "We found no first day for the time that ends on Friday 19 December 2025. Please add it.",
                "19 Dec",
            ),
        ),
        (
            *("starts 2 Sep, 3 Nov; ends 19 Dec", "missing"),
            *(
                "We found no last day for the time that begins on Tuesday 2 September 2025. Please add it.",
                "2 Sep",
            ),
        ),
        (
            *("starts 2 Sep, 3 Nov; holidays 27 Oct-31 Oct", "missing"),
            *(
                "We found no last day for the time that begins on Monday 3 November 2025. Please add it.",
                "3 Nov",
            ),
        ),
        (
            *("spans 2 Sep-24 Oct, 20 Oct-19 Dec", "overlap"),
            *(
                "Two parts of the school year overlap: one until Friday 24 October 2025, "
                "one from Monday 20 October 2025. Please check them.",
                "20 Oct, 24 Oct",
            ),
        ),
        (
            *("holidays 27 Oct-31 Oct; inset 1 Sep, 2 Sep", "missing"),
            *(
                "The text does not say when school begins. We took Wednesday 3 September 2025, after the training. "
                "Please check it.",
                "3 Sep",
            ),
        ),
    ],
)
def test_what_is_missing_or_overlaps_is_told_once(of: str, kind: str, sentence: str, about: str) -> None:
    assert told(of) == [(kind, sentence, sorted(days(about)))]


@pytest.mark.parametrize(
    ("of", "begins", "ends"),
    [
        ("starts 2 Sep, 30 Sep; ends 24 Oct", "30 Sep", ""),  # four weeks: some classes begin later
        ("starts 2 Sep, 1 Oct; ends 24 Oct", "", ""),
        ("starts 2 Sep; ends 19 Dec, 24 Dec", "", "24 Dec"),  # five days: two last days
        ("starts 2 Sep; ends 19 Dec, 25 Dec", "", ""),
        ("spans 2 Sep-24 Oct; starts 2 Sep, 4 Sep", "4 Sep", ""),
        ("spans 2 Sep-19 Dec; starts 30 Sep", "30 Sep", ""),
        ("spans 2 Sep-19 Dec; starts 1 Oct", "", ""),
    ],
)
def test_a_day_that_says_once_more_where_school_begins_or_ends_is_kept_apart(
    of: str, begins: str, ends: str
) -> None:
    stretches = made(of)
    stretches.periods()
    assert (set(stretches.spare_starts), set(stretches.spare_ends)) == (days(begins), days(ends))
