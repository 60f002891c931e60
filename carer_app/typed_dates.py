"""Days and times as people type them and as we say them back. Day first, and never a guess.

Month and weekday names are our own: `strftime("%B")` would follow the computer's language.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, time, timedelta
from difflib import get_close_matches

from carer_app.errors import NotADate, NotATime
from carer_app.rough_days import HowSure, RoughDay, rough_day, without_about
from carer_app.spoken_days import (
    MONTH_WORDS,
    MONTHS,
    WEEKDAY_WORDS,
    WEEKDAYS,
    Near,
    speaks_of_term,
    spoken_day,
)
from carer_app.words import _

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST_TEXT",
    "MONTHS",
    "UNSEEN",
    "WEEKDAYS",
    "Near",
    "example_day",
    "read_day",
    "read_time",
    "say_day",
    "say_short",
    "say_span",
    "say_time",
    "say_when",
]  # fmt: skip

FIRST_YEAR = 1990
LAST_YEAR = 2100
# A day typed without a year may lie this far back, so that "3 March" typed on 10 March is last week.
LOOKS_BACK = timedelta(days=60)
# So soon ahead, a day without a year is more likely a day that has not come yet than one a year ago.
NOT_YET = timedelta(days=60)
_HOURS = {
    word: str(hour)
    for hour, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
}
LONGEST_TEXT = 100

UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]")
"""Marks that take no room and that pasted text brings along."""
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})|((?:19|20)\d{2})(\d{2})(\d{2})")
_TIME_AFTER = re.compile(r",? (?:at )?(\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\.?|\d{1,2}:\d{2}|noon)$")
_FILLERS = frozenset(("of", "the", ",", ".", "-", "/", "'", "’"))
_WORDS = re.compile(r"\d+(?:(?:st|nd|rd|th)(?![^\W\d_]))?|[^\W\d_]+|[^\w\s]|_")
_NUMBERS = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})(?:\s?[-/. ]\s?(\d{4}|\d{2}))?")


def say_day(day: date) -> str:
    """A day in full: "Tuesday 10 March 2026"; one that is only roughly known as it was said: "June 2025"."""
    if isinstance(day, RoughDay):
        return day.words
    return f"{WEEKDAYS[day.weekday()]} {say_short(day, with_year=True)}"


def say_short(day: date, with_year: bool = False) -> str:
    """A day without its weekday: "10 March", or "10 March 2026"; one that is only roughly known as it was said."""
    if isinstance(day, RoughDay):
        return day.words
    short = f"{day.day} {MONTHS[day.month - 1]}"
    return f"{short} {day.year}" if with_year else short


def say_when(day: date, with_year: bool = False) -> str:
    """A day within a sentence: "on 10 March", "on about 3 March 2026", "in June 2025"."""
    rough = isinstance(day, RoughDay) and day.sure is not HowSure.ABOUT
    return (_("in {day}") if rough else _("on {day}")).format(day=say_short(day, with_year))


def say_span(first: date, last: date, with_year: bool = False) -> str:
    """Days from first to last: "27 to 31 October", "24 October to 2 November", or one day alone."""
    if first == last:
        return say_short(first, with_year)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=say_short(last, with_year))
    early = say_short(first, with_year and first.year != last.year)
    return _("{first} to {last}").format(first=early, last=say_short(last, with_year))


def say_time(at: time) -> str:
    """A time of day: "2.00pm"."""
    return f"{(at.hour - 1) % 12 + 1}.{at.minute:02d}{'am' if at.hour < 12 else 'pm'}"


def read_day(text: str, today: date, near: Near = "future", about: bool = False) -> date:
    """The day that was typed; raises NotADate with a sentence that says what to type instead.

    Numbers are day first ("10/3/26"), except a date that starts with its year ("2026-03-10").
    A two-figure year from 90 on is 19.., any other 20.. . Years run from 1990 to 2100.
    Without a year it is the first such day from 60 days ago on; with near="past" (birthdays, things
    that happened) the last such day up to today. "Friday" and "this Friday" are the first Friday from
    today on (near="past": the last one up to today), "next Friday" is the Friday of the week after
    this one (weeks start on Monday), "last Friday" is the last one before today. With `about`, where roughly is
    good enough, "June 2023" and "about a week ago" are taken too, as a `RoughDay`.
    """
    shown = _tidied(text)
    typed = shown.casefold()
    like = example_day(today)
    if not typed:
        raise NotADate(_("Please type a date, for example {day}.").format(day=like))
    if len(shown) > LONGEST_TEXT:
        raise NotADate(_("That is too long for a date. Type it like this: {day}.").format(day=like))
    if about and (rough := _roughly(typed.rstrip("."), shown, today, near)):
        return rough
    spoken = spoken_day(typed.rstrip("."), today, near)
    if spoken is not None:
        return _checked(spoken.day, spoken.month, spoken.year, None, today)
    if speaks_of_term(typed):
        raise NotADate(
            _("Each school’s term ends on another day. Type the day, like this: {day}.").format(day=like)
        )
    time_too = _TIME_AFTER.search(typed)
    if time_too and _is_day(typed[: time_too.start()], today, near):
        day = shown[: time_too.start()]
        raise NotADate(_("Type the day alone here, without the time: {day}.").format(day=day))
    return _written_day(typed, shown, today, near)


def example_day(today: date) -> str:
    """A day to type one like it: today, which is past for nobody and ahead for nobody."""
    return say_short(today, with_year=True)


def _is_day(text: str, today: date, near: Near) -> bool:
    try:
        read_day(text, today, near)
    except NotADate:
        return False
    return True


def _roughly(typed: str, shown: str, today: date, near: Near) -> RoughDay | None:
    """What is only roughly said: "June 2025", "about 3 March"."""
    rough = rough_day(typed, today, near)
    if rough is not None:
        return RoughDay.of(_checked(rough.day, rough.month, rough.year, None, today), rough.sure)
    said = without_about(typed)
    if said == typed:
        return None
    return RoughDay.of(_written_day(said, shown, today, near), HowSure.ABOUT)


def read_time(text: str) -> time:
    """The time of day that was typed; raises NotATime with a sentence that says what to type instead.

    "2pm", "2.30", "14:00", "1400", "noon", "half two", "half past 2" and "quarter to 3 pm" are understood.
    An hour from 1 to 6 without am or pm is in the afternoon: no school meets before 7 in the morning.
    """
    typed = _tidied(text).casefold()
    if typed in ("noon", "midday", "12 noon"):
        return time(12)
    if typed == "midnight":
        return time(0)
    hour, minute, half = _clock_numbers(typed)
    if half is None:
        hour += 12 if 1 <= hour <= 6 else 0
    elif half == "pm":
        hour += 12 if hour < 12 else 0
    elif hour > 12:
        raise _not_a_time(typed)
    else:
        hour %= 12
    if hour > 23 or minute > 59:
        raise _not_a_time(typed)
    return time(hour, minute)


def _tidied(text: str) -> str:
    # Cut first: whatever is pasted here, reading it takes no time.
    seen = UNSEEN.sub("", text[: 4 * LONGEST_TEXT]).strip()[: LONGEST_TEXT + 1]
    return " ".join(unicodedata.normalize("NFKC", seen).split())


def _written_day(typed: str, shown: str, today: date, near: Near) -> date:
    weekday, rest = _weekday_beside(typed)
    year: int | None
    if iso := _ISO.fullmatch(rest):
        year, month, day = (int(part) for part in iso.groups())
    elif together := _RUN_TOGETHER.fullmatch(rest):
        day, month, year = (
            int(part) for part in (together.groups() if together[1] else together.groups()[::-1])[:3]
        )
    elif numbers := _NUMBERS.fullmatch(rest):
        day, month = int(numbers[1]), int(numbers[2])
        year = _full_year(numbers[3])
    else:
        day, month, year = _named_month(rest, shown, today)
    if not 1 <= month <= 12:
        raise NotADate(
            _("There is no month {month}. Type the day first, like this: {day}.").format(
                month=month, day=example_day(today)
            )
        )
    if year is None:
        year = _nearest_year(day, month, today, near)
    return _checked(day, month, year, weekday, today)


def _weekday_beside(typed: str) -> tuple[int | None, str]:
    """The weekday before the date or after it, in brackets or not, and the rest."""
    before = re.match(r"\(?([^\W\d_]+)\)?[.,]?\s*", typed)
    if before and before[1] in WEEKDAY_WORDS:
        return WEEKDAY_WORDS[before[1]], typed[before.end() :].removeprefix("the ")
    after = re.search(r"[\s,]*\(?([^\W\d_]+)\)?\.?$", typed)
    if after and after[1] in WEEKDAY_WORDS and after.start():
        return WEEKDAY_WORDS[after[1]], typed[: after.start()]
    return None, typed


def _named_month(rest: str, shown: str, today: date) -> tuple[int, int, int | None]:
    words = [word for word in _WORDS.findall(rest) if word not in _FILLERS]
    months = [word for word in words if word in MONTH_WORDS]
    numbers = [word for word in words if word[0].isdecimal()]
    strange = [word for word in words if word not in months and word not in numbers]
    if not months and not strange and len(numbers) == 1 and len(numbers[0]) <= 4:
        raise NotADate(
            _("We need the day, the month and the year. Type it like this: {day}.").format(
                day=example_day(today)
            )
        )
    if len(months) != 1 or strange or len(numbers) > 2:
        raise _not_a_date(shown, strange, today)
    month = MONTH_WORDS[months[0]]
    if not numbers or (len(numbers) == 1 and len(numbers[0]) == 4 and numbers[0].isdecimal()):
        raise NotADate(
            _("Which day in {month}? Type the date like this: {day}.").format(
                month=MONTHS[month - 1], day=example_day(today)
            )
        )
    day = re.sub(r"\D", "", numbers[0])
    year = words[-1] if len(numbers) == 2 else None
    if len(day) > 2 or (year is not None and not re.fullmatch(r"\d{4}|\d{2}", year)):
        raise _not_a_date(shown, [], today)
    return int(day), month, _full_year(year)


def _full_year(figures: str | None) -> int | None:
    if figures is None:
        return None
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= 90 else 2000 + year


def _nearest_year(day: int, month: int, today: date, near: Near) -> int:
    years = range(today.year, today.year - 2, -1) if near == "past" else range(today.year - 1, today.year + 2)
    for year in years:
        # The 31st of February is asked about in the year where the 28th would be meant.
        candidate = date(year, month, min(max(day, 1), monthrange(year, month)[1]))
        if near == "past" and timedelta(0) < candidate - today <= NOT_YET:
            raise NotADate(
                _("{day} has not come yet. If you mean the year before, type the year as well.").format(
                    day=say_day(candidate)
                )
            )
        if candidate <= today if near == "past" else candidate >= today - LOOKS_BACK:
            return year
    return today.year


def _checked(day: int, month: int, year: int, weekday: int | None, today: date) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADate(
            _("{year} cannot be right here. Type a year from {first} to {last}.").format(
                year=year, first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    if not 1 <= day <= monthrange(year, month)[1]:
        raise NotADate(
            _("{month} {year} has no {number} day. Type the date like this: {day}.").format(
                month=MONTHS[month - 1], year=year, number=_ordinal(day), day=example_day(today)
            )
        )
    read = date(year, month, day)
    if weekday is not None and read.weekday() != weekday:
        raise NotADate(
            _("{date} is a {right}, not a {wrong}.").format(
                date=say_short(read, with_year=True),
                right=WEEKDAYS[read.weekday()],
                wrong=WEEKDAYS[weekday],
            )
        )
    return read


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _not_a_date(shown: str, strange: Sequence[str], today: date) -> NotADate:
    names = [name.casefold() for name in (*MONTHS, *WEEKDAYS)]
    for word in strange:
        if (close := get_close_matches(word[:20], names, n=1, cutoff=0.75)) and close != [word]:
            return NotADate(
                _("We do not know the word “{word}”. Did you mean {name}?").format(
                    word=word, name=close[0].capitalize()
                )
            )
    return NotADate(
        _("We cannot read “{text}” as a date. Type the date like this: {day}.").format(
            text=_shortened(shown), day=example_day(today)
        )
    )


def _clock_numbers(typed: str) -> tuple[int, int, str | None]:
    plain = re.sub(r"\s*(a|p)\.?\s?m\.?$", r" \1m", typed).replace("o'clock", "").replace("o’clock", "")
    plain = " ".join(plain.split())
    half = plain[-2:] if plain.endswith((" am", " pm")) else None
    body = plain.removesuffix(f" {half}")
    body = re.sub(r"[a-z]+", lambda word: _HOURS.get(word[0], word[0]), body)
    body = re.sub(r"^half (?=\d)", "half past ", body)
    if spoken := re.fullmatch(r"(half past|quarter past|quarter to) (\d{1,2})", body):
        hour = int(spoken[2])
        if not 1 <= hour <= 12:
            raise _not_a_time(typed)
        minutes = {"half past": 30, "quarter past": 15, "quarter to": 45}[spoken[1]]
        return ((hour - 2) % 12 + 1 if minutes == 45 else hour), minutes, half
    written = re.fullmatch(r"(\d{1,2})(?:\s?[.: ]\s?(\d{2}))?|(\d{2})(\d{2})", body)
    if written is None or (half and int(written[1] or written[3]) == 0):
        raise _not_a_time(typed)
    return int(written[1] or written[3]), int(written[2] or written[4] or 0), half


def _not_a_time(typed: str) -> NotATime:
    if not typed:
        return NotATime(_("Please type a time, for example 2.30pm."))
    return NotATime(
        _("We cannot read “{text}” as a time. Type it like this: 2.30pm.").format(text=_shortened(typed))
    )


def _shortened(typed: str) -> str:
    return typed if len(typed) <= 30 else typed[:29] + "…"
