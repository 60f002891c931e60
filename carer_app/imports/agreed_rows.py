"""What a PEP copy says of one thing, gathered from wherever it stands: the words for it and the signs before it."""

import re
from dataclasses import dataclass, field

from carer_app.texts.copy_words import CopyPart

LONGEST = 2_000
NUMBER = re.compile(r"^(?:\d{1,2}[.)]?|[•▪●◦‣∙·–—-]|[☐☑☒□■✓✗])\s+|^(?:\d{1,2}[.)]?|[•▪●◦‣∙☐☑☒□■✓✗])$")
TIME = re.compile(
    r"\b(?:\d|by\b|before\b|within\b|end of|start of|each\b|every\b|daily|weekly|monthly|termly|half.?term|ongoing|"
    r"on-going|asap|immediate|next\b|this\b|the (?:end|start)|(?:mon|tues|wednes|thurs|fri)day|"
    r"(?:autumn|spring|summer) term|(?:april|may|june)(?= \d)|"  # people are called so too
    r"(?:january|february|march|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
"""Where in “Mr Fox 20 March” the time begins."""
_CUT_YEAR = re.compile(r"(\d{1,2}[/.-]\d{1,2}[/.-])(\d{1,3}) (\d{1,3})\b")
"""In a narrow column a day is cut in two: “27/03/202 6”."""
SIGNS = str.maketrans("", "", "☐☑☒□■✓✔✗✘")


@dataclass(frozen=True, slots=True)
class FoundAction:
    """One thing as the copy has it, in its own words; empty where it says nothing. `page` counts from 1."""

    what: str
    who: str
    when: str
    page: int


@dataclass(slots=True)
class GatheredLine:
    """One thing while it is gathered, on the page where it begins."""

    page: int
    parts: dict[CopyPart, list[str]] = field(default_factory=dict)

    def add(self, part: CopyPart, text: str) -> None:
        """These words belong to that part of it too."""
        if text:
            self.parts.setdefault(part, []).append(text)

    def found(self) -> FoundAction | None:
        """What was gathered; None where it is no words."""
        what, who, when, both = (
            _tidy(" ".join(self.parts.get(part, []))) for part in ("what", "who", "when", "both")
        )
        if both:
            at = TIME.search(both)
            who, when = (both[: at.start()].strip(" ,;:–-"), both[at.start() :]) if at else (both, "")
        when = _CUT_YEAR.sub(_whole_year, when)
        what = NUMBER.sub("", NUMBER.sub("", what, count=1), count=1)  # a sign of the list, and a number
        return FoundAction(what, who, when, self.page) if any(letter.isalpha() for letter in what) else None


def _whole_year(day: re.Match[str]) -> str:
    year = day[2] + day[3]
    return day[1] + year if len(year) == 4 else day[0]


def _tidy(text: str) -> str:
    return " ".join(text.translate(SIGNS).split()).strip(" |")[:LONGEST]


def plain(text: str) -> str:
    """Without signs, and without what numbers it."""
    return NUMBER.sub("", text.translate(SIGNS).strip(), count=1)
