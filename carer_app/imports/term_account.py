"""What became of every day that stands in a text: used, left out for a reason, or handed back."""

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from carer_app.imports import term_roles
from carer_app.imports.school_events import is_everyday, what_it_says
from carer_app.imports.school_whom import is_for_some, leaves_some_out, says_only_for_whom
from carer_app.imports.term_beside import SENTENCE_ENDS, in_parts
from carer_app.imports.term_boarders import OF_BOARDERS, returns_from_weekends
from carer_app.imports.term_reading import DayInText
from carer_app.imports.term_roles import holds
from carer_app.imports.term_said_again import A_DAY_OFF, LONGEST_ABOVE, heads_days_off
from carer_app.imports.term_taking import Outcome
from carer_app.imports.term_text import Row
from carer_app.imports.term_unknown_days import days_we_do_not_know, is_in_other_words
from carer_app.imports.term_written_day import Group
from carer_app.words import _

Key = tuple[int, int]
# "Sent: Friday, 27 November 2026 14:02", "On 3 November 2025 you wrote:".
_OF_A_MAIL = re.compile(r"^[\s>]*(?:sent|date|from|on)\b.*?(?:\bwrote\b|\b\d{1,2}:\d\d\b)", re.IGNORECASE)


def account(rows: Sequence[Row], outcomes: Mapping[Key, Outcome], left: Mapping[Key, str]) -> list[DayInText]:
    """Every day of the text in its order, each with what became of it; `left` are reasons why a day was left out."""
    found = []
    for place, row in enumerate(rows):
        for group in row.groups:
            written = row.words[group.at : group.end]
            key = group.keys[0]
            if (outcome := outcomes.get(key)) is not None:
                found.append(DayInText(row.shown, written, outcome.days, outcome.fate, outcome.reason))
            elif key in left:
                found.append(DayInText(row.shown, written, (), "left_out", left[key]))
            else:
                found.append(DayInText(row.shown, written, (), "handed_back", _not_understood(rows, place)))
        found += [_unknown_day(row, like, outcomes) for like in days_we_do_not_know(row)]
    return found


def _not_understood(rows: Sequence[Row], place: int) -> str:
    """That a day was not understood; one that stands alone in its line, with the words that it stands below."""
    words = _("We did not understand what this day is.")
    if not rows[place].is_bare:
        return words
    above = [row for row in rows[:place] if not row.is_bare][-1:]
    if not above or above[0].groups or len(above[0].shown) > LONGEST_ABOVE:
        return words
    return _("It stands below “{line}”. {words}").format(line=above[0].shown, words=words)


def _unknown_day(row: Row, like: str, outcomes: Mapping[Key, Outcome]) -> DayInText:
    """What is written like a day and is none that we know; beside the same numbers, the same day in other words."""
    for group in row.groups:
        if group.keys[0] in outcomes and is_in_other_words(like, row.words[group.at : group.end], group):
            return DayInText(row.shown, like, (), "left_out", _("It looks like the same day in other words."))
    return DayInText(row.shown, like, (), "handed_back", _("We do not know this as a day."))


# "(12.45pm)", "(evening)": when on that day, and nothing of what it is
_WHEN = re.compile(r"\((?:[\d.:]+\s?)?(?:am|pm|noon|morning|afternoon|evening|midday)\)", re.IGNORECASE)
# "Full time courses start on": at a college these begin and end as a term does
_AS_A_TERM = re.compile(
    r"\b(?:courses?|lessons?|sessions?|studies|apprenticeships?|exeats?)\b", re.IGNORECASE
)


def _is_known_as_everyday(words: str) -> bool:
    """Whether words name an everyday event, and not only words that we do not know."""
    words = _WHEN.sub(" ", words)
    if holds(term_roles.START, words) or holds(term_roles.END, words):
        words = _AS_A_TERM.sub(" ", words)
    return is_everyday(words)


def _sentence_of(words: str, group: Group) -> str:
    """What a line says before a day, from the sentence on in which it stands."""
    return SENTENCE_ENDS.split(words[: group.at])[-1]


def _in_brackets_behind(words: str, group: Group) -> str:
    """What stands in brackets just behind a day: "Sunday 6 September (Boarders)"."""
    found = _BRACKETS.match(words, group.end)
    return found[1] if found else ""


def _is_of_some(words: str) -> bool:
    return says_only_for_whom(words) or words.strip().casefold() in (
        "boarders",
        "all boarders",
        "for boarders",
    )


_BRACKETS = re.compile(r"\s*\(([^()]*)\)")


def _is_off_for_some(words: str, below: bool) -> bool:
    """Whether a day off is said of some of the children: below "INSET days", or in words that except somebody."""
    if below:
        return says_only_for_whom(words)
    return bool(A_DAY_OFF.search(words)) and leaves_some_out(words) and is_for_some(words)


# "Last day of term for staff"
_STAFF = r"(?:for )?(?:all )?(?:teaching |academic )?(?:staff|teachers)"
_ENDS_FOR_STAFF = re.compile(
    rf"\b(?:last day|end of term|term ends|finish(?:es)?)\b[^.;|]*\b(?=for ){_STAFF}\b(?! and)|"
    rf"\b(?:last day|end of term|term ends)\b[^.;|]*\({_STAFF}(?: only)?\)|"
    r"\b(?:staff|teachers) (?:finish|last day)\b",
    re.IGNORECASE,
)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
LONGEST_WEEKEND = 2
MAY, DAYS_OF_A_WEEK = 5, 7


def _is_a_weekend(group: Group) -> bool:
    """Whether days are written as a Friday, Saturday or Sunday, or from one of them to another of the same week."""
    first, last = group.days[0], group.days[-1]
    if first.weekday not in (FRIDAY, SATURDAY, SUNDAY) or last.weekday not in (FRIDAY, SATURDAY, SUNDAY):
        return False
    return 0 <= last.day - first.day <= LONGEST_WEEKEND or last.day <= LONGEST_WEEKEND


def _is_at_home(group: Group) -> bool:
    return _is_a_weekend(group) or _is_over_early_may(group)


def _is_over_early_may(group: Group) -> bool:
    """Whether days go from the weekend before the first Monday in May to that Monday, when every school is shut."""
    first, last = group.days[0], group.days[-1]
    is_first_monday = last.weekday == 0 and last.month == MAY and last.day <= DAYS_OF_A_WEEK
    return is_first_monday and (first == last or (group.is_range and first.weekday in (FRIDAY, SATURDAY)))


def reasons_left(rows: Sequence[Row]) -> dict[Key, str]:
    """Why days are left out that are no term dates, by where they stand; only where the words beside them tell."""
    found = returns_from_weekends(rows)
    below, above = False, ""
    for row, following in zip_longest(rows, rows[1:]):
        if row is None:
            break
        if not row.groups:
            below, above = heads_days_off(row.words), row.words
            continue
        if row.is_bare and (words := _reason_alone(row, above, following)):
            found.update({group.keys[0]: words for group in row.groups})
        above = ""
        for words, groups in in_parts(row):
            if _is_off_for_some(words, below):
                continue  # whether it is for the child only the carer knows
            if reason := _reason(words, row, groups):
                found.update({group.keys[0]: reason for group in groups})
            for group in groups:
                if term_roles.TWILIGHT.search(_sentence_of(row.words, group)):
                    found[group.keys[0]] = _("It is after school, so it closes no day.")
                elif (whom := _in_brackets_behind(row.words, group)) and _is_of_some(whom):
                    found[group.keys[0]] = _("It is about some of the children.")
    return found


def _reason_alone(row: Row, above: str, following: Row | None) -> str:
    """Why days alone in their line are no term dates: the line above tells of an event, or they are a weekend."""
    if all(map(_is_at_home, row.groups)) and term_roles.EXEAT.search(above):
        return _("It is a weekend at home, so it closes no school day.")
    if all(group.days[0].weekday in (SATURDAY, SUNDAY) and len(group.days) == 1 for group in row.groups):
        return _("It is at a weekend, so it changes nothing.")
    told_below = following is not None and (
        following.is_bare or not (following.groups or following.after_blank)
    )
    is_sentence = above.rstrip().endswith(
        (".", "!", ":")
    )  # a note between a heading and its days names no event
    if told_below or is_sentence or len(above) > LONGEST_ABOVE or not _is_known_as_everyday(above):
        return ""
    return _("It is an everyday event, while school is open.")


# "Staff conference", "Safeguarding training day": pupils may be off, and nothing says that they are not
_MAY_BE_TRAINING = re.compile(
    r"\b(?:staff|teachers?|trust|mat|academy|federation|diocesan|diocese) (?:conference|away) ?(?:days?)?\b|"
    r"\b[^\W\d_]+ training days?\b",
    re.IGNORECASE,
)


# "Half Day: Wednesday 2 October - Erev Rosh Hashanah"
_HALF_DAY = re.compile(r"\W*half[\s-]days?\b(?! (?:off|holiday|closure))", re.IGNORECASE)


def _reason(words: str, row: Row, groups: Sequence[Group]) -> str:
    """Why days with these words beside them are no term dates; "" where the words do not tell."""
    why = {
        "some": _("It is about some of the children."),
        "staff": _("It is for some of the staff, while school is open."),
        "denied": _("Its words say that school is open."),
        "part": _("School is open for a part of that day."),
        "everyday": _("It is an everyday event, while school is open."),
        "exeat": _("It is a weekend at home, so it closes no school day."),
        "of_staff": _("It is about the staff, and not about pupils."),
    }
    evidence = what_it_says(words)
    reason = why.get(evidence.why_not, "") if evidence.why_not != "everyday" else ""
    if not reason and evidence.says is None and _HALF_DAY.match(words):
        reason = why["part"]
    if not reason and OF_BOARDERS.match(words) and term_roles.START.search(words):
        reason = why["some"]
    if not reason and term_roles.EXEAT.search(words) and all(map(_is_at_home, groups)):
        reason = why["exeat"]
    if not reason and evidence.says is None and _ENDS_FOR_STAFF.search(words):
        reason = why["of_staff"]
    if not reason and (evidence.says is None or evidence.why_not == "everyday"):
        is_known = _is_known_as_everyday(words) and not _MAY_BE_TRAINING.search(words)
        reason = why["some" if is_for_some(words) else "everyday"] if is_known else ""
    if not reason and (term_roles.NEWS.search(words) or _OF_A_MAIL.search(row.words)):
        reason = _("It is about something else than term dates.")
    return reason
