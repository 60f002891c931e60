"""What the title of a calendar's entry says. It is short and has nothing beside it, so it has to be clear by itself.

It counts where some part of it says plainly that school is shut, begins or ends, and nothing else: "INSET day" does,
"Letter home about INSET days" does not.
"""

import re
from functools import lru_cache

from carer_app.imports.school_events import ENOUGH, Evidence, is_everyday, what_it_says
from carer_app.imports.school_festivals import without_festivals
from carer_app.imports.school_in_lieu import without_a_later_return
from carer_app.imports.school_lists import strange_words, words_pattern
from carer_app.imports.school_staff import staff_together
from carer_app.imports.school_whom import without_induction
from carer_app.imports.struck_words import told_of_struck
from carer_app.texts.school_words import title_words

_PARTS = re.compile(r"\s[-–—]+\s|[–—|/:;,()\[\].!?*]+(?:\s|$)|\s*[()\[\]]")
# "Our next INSET day is Friday 27 November": that day, and no reminder of another
_OUR_NEXT = re.compile(
    r"\b(?:our|the) next (?=(?:in[\s-]?set|training|staff)\b[^.;]*\b(?:is|will be)\b)", re.IGNORECASE
)
# "All pupils return 8:35 a.m.": a first day, and when it begins
_EVERYBODY_IS_BACK = re.compile(
    r"^(\W*(?:all|every) ?(?:pupils|children|students|years|year groups|one|body)"
    r" (?:returns?|back|start))(?: (?:to|at|in) school)?(?: (?:at|from))?\W*[789](?:[.:]\d\d)?\s?(?:a\.?m\.?)?\W*$",
    re.IGNORECASE,
)
_AFTER_SCHOOL = re.compile(r"\bafter[\s-]+school\b|\bevening\b", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2})(?:[.:](\d\d))?\s*(am|pm)?\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:re-?opens?|opens|starts?|begins?|first|returns?|back|commences?|resumes?)\b", re.IGNORECASE
)
_NOBODY = re.compile(r"\bno (?:children|pupils|students)\b", re.IGNORECASE)
_MOVES = ("start", "end", "holiday_starts", "holiday_ends")
_OFF = ("half", "holiday", "closed", "bank", "inset")


@lru_cache(maxsize=4096)
def what_a_title_says(title: str, is_range: bool = False, days: int = 1) -> Evidence:
    """As `what_it_says`. Where the title is not clear, `says` is what it may be, at a weight that is not enough."""
    title = _EVERYBODY_IS_BACK.sub(r"\1", staff_together(without_festivals(told_of_struck(title))))
    title = _OUR_NEXT.sub("", without_a_later_return(without_induction(title)))
    evidence = what_it_says(title, is_range, days)
    if not evidence.is_enough or evidence.says == "twilight":
        return evidence
    if evidence.says in _OFF and _lists()["open"].search(_NOBODY.sub(" ", title)):
        return Evidence(None, 0, "denied")
    if evidence.says == "start" and _lists()["open"].search(title) and not _BEGINS.search(title):
        # "Polling day: school open" takes back a closing; "school open to all" may be a first day.
        return (
            Evidence(None, 0, "denied")
            if _lists()["closes"].search(title)
            else Evidence("start", 1, "everyday")
        )
    if evidence.says == "inset" and _is_after_school(title):
        return Evidence("twilight", ENOUGH)
    parts = [title, *(part for part in _PARTS.split(title) if part.strip())]
    doubtful = _lists()["beforehand"].search(title) is not None
    of_hours = _lists()["part"].search(title) is not None
    doubtful |= evidence.says in _MOVES and _lists()["in_term"].search(title.strip(" .!")) is not None
    doubtful |= evidence.says in _OFF and not is_range and of_hours
    if evidence.says in _MOVES and not _lists()["season"].search(title):
        doubtful |= of_hours or any(letter.isdigit() for letter in title)
    if not doubtful and any(_is_clear(part, evidence, is_range, days) for part in parts):
        return evidence
    return Evidence(None if is_everyday(title) else evidence.says, 1, "everyday")


def letters_before_training(words: str) -> str:
    """The letters of a trust in words that are plain but for them: "BWT Training Day"; "" where there are none."""
    found = _LETTERS.search(words)
    if found is None or is_everyday(words) or _lists()["no_trust"].fullmatch(found["letters"]):
        return ""
    if not strange_in_a_title(found["letters"]):
        return ""
    rest = what_a_title_says(f"{words[: found.start()]} {words[found.end('letters') :]}")
    return found["letters"] if rest.is_enough and rest.says == "inset" else ""


_LETTERS = re.compile(
    r"(?:^|[-:|(])\W*(?P<letters>[A-Z][A-Za-z]?[A-Z]{1,4})\s"
    r"(?=(?i:(?:staff |trust )*(?:in[\s-]?set|(?:training|cpd|development) day)))"
)


def is_not_yet_certain(title: str) -> bool:
    """Whether a title leaves open what it says: "INSET day (TBC)", but not "INSET day (County Show tbc)"."""
    unsure = _lists()["unsure"]
    parts = [part for part in _PARTS.split(title) if unsure.search(part)]
    return title.rstrip(" )]!").endswith("?") or any(
        not strange_in_a_title(unsure.sub(" ", each)) for each in parts
    )


def says_its_day_off_plainly(words: str) -> bool:
    """Whether words that name a day off say that and nothing else; words that name none speak against nothing."""
    if what_it_says(words).says not in _LISTED or names_a_list(words):
        return True
    title = what_a_title_says(words)
    return title.is_enough and title.says in _LISTED


def names_a_list(words: str) -> bool:
    """Whether words say of what days are, and nothing else: "INSET dates", in front of the first of them."""
    return _NAMES_A_LIST.fullmatch(words) is not None


_LISTED = ("inset", "closed")
# "INSET dates | Monday 6 January": the label of a row, and no note about the dates
_NAMES_A_LIST = re.compile(
    r"\W*(?:in[\s-]?set|(?:staff )?training|(?:school )?closure|pd|cpd)(?: days?)? dates\W*", re.IGNORECASE
)


def strange_in_a_title(words: str) -> list[str]:
    """Words that a title of a day off does not have."""
    words = without_festivals(words)
    return [word for word in strange_words(words) if not _lists()["also_plain"].fullmatch(word)]


def is_a_topic(words: str) -> bool:
    """Whether words tell what training is about: "INSET day - safeguarding"."""
    return is_everyday(words) or _lists()["topics"].search(words) is not None


def _is_after_school(title: str) -> bool:
    """Whether the first time of day in a title is one after school."""
    if _AFTER_SCHOOL.search(title):
        return True
    time = next((each for each in _TIME.finditer(title) if each[2] or each[3]), None)
    if time is None or (time[3] or "").casefold() == "am":
        return False
    return int(time[1]) in (range(3, 10) if time[3] else (3, 4, 5, 6, *range(15, 22)))


def _is_clear(part: str, whole: Evidence, is_range: bool, days: int) -> bool:
    """Whether a part of a title says the same as the whole of it, in plain words alone."""
    found = what_it_says(part, is_range, days)
    same = found.says == whole.says or {found.says, whole.says} <= set(_OFF)
    return found.is_enough and same and not strange_in_a_title(part)


@lru_cache(maxsize=1)
def _lists() -> dict[str, re.Pattern[str]]:
    return {kind: words_pattern(said) for kind, said in title_words().lists.items()}
