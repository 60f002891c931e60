"""The one question that is asked where a text can be read in two ways: what it is about, and both answers."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from carer_app.domain.school_calendar import days_between
from carer_app.domain.school_years import school_year
from carer_app.imports.term_judging import Judged
from carer_app.imports.term_reading import PossibleAnswer, Question, TermReading
from carer_app.typed_dates import say_day, say_short
from carer_app.words import _


def question_between(one: Judged, other: Judged, reading_of: Callable[[Judged], TermReading]) -> Question:
    """What tells two ways of reading apart, as a question with an answer for each."""
    days = None if other.in_doubt else _edges_apart(one, other)
    if days is not None:
        sentence, first, second = days
        if other.is_asked:
            sentence = _("Some classes begin on {one}, and some on {other}. Which is right for the child?")
        years = first.year != second.year or len({school_year(last) for _first, last in one.made.periods}) > 1
        answers = sorted(((first, one), (second, other)), key=lambda pair: pair[0])
        said = [say_short(day, years) for day, _way in answers]
        return Question(
            sentence.format(one=said[0], other=said[1]),
            tuple(
                PossibleAnswer(words, reading_of(way))
                for words, (_day, way) in zip(said, answers, strict=True)
            ),
        )
    apart = sorted(one.school_days.intersection(other.in_doubt) or one.school_days ^ other.school_days)
    apart = [day for day in apart if (day in one.school_days) == (apart[0] in one.school_days)]
    day = apart[0]
    open_first = (one, other) if day in one.school_days else (other, one)
    return Question(
        _("Is school open to all its pupils on {day}?").format(day=_listed(apart)),
        (
            PossibleAnswer(_("Yes, it is open"), reading_of(open_first[0])),
            PossibleAnswer(_("No, it is shut"), reading_of(open_first[1])),
        ),
    )


def _listed(days: Sequence[date]) -> str:
    """A day; or a few days that belong together, and not a week of them."""
    if not 1 < len(days) <= MOST_LISTED or days[-1] - days[0] < timedelta(days=7):
        return say_day(days[0])
    said = [say_day(day) for day in days]
    return _("{days} and {last}").format(days=", ".join(said[:-1]), last=said[-1])


MOST_LISTED = 5


def _edges_apart(one: Judged, other: Judged) -> tuple[str, date, date] | None:
    """The first day, or last day, of the first stretch in which two ways differ; None where they differ otherwise."""
    mine, theirs = _stretches(one), _stretches(other)
    if len(mine) != len(theirs):
        return None
    for my, their in zip(mine, theirs, strict=True):
        if my[0] != their[0]:
            return _("Is the first day of school {one} or {other}?"), my[0], their[0]
        if my[1] != their[1]:
            return _("Is the last day of school before the holiday {one} or {other}?"), my[1], their[1]
    return None


def _stretches(way: Judged) -> list[tuple[date, date]]:
    """The stretches from the first day with pupils to the last."""
    found = []
    for first, last in way.made.periods:
        days = [day for day in days_between(first, last) if day in way.school_days]
        if days:
            found.append((days[0], days[-1]))
    return found
