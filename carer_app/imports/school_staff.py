"""Two kinds of staff in one breath are all of them: "Teacher/TA INSET day", "staff and governor training"."""

import re

_TEACHERS = r"(?:teach(?:ers?|ing)(?: staff)?|(?:school )?staff)"
_OTHERS = (
    r"(?:governors?|t\.?a\.?['’]?s?|teaching assistants?|(?:support|office)(?: staff)?|associates?(?: staff)?|"
    r"lsas?)"
)
_BOTH = rf"{_TEACHERS}\s?(?:/|&|\+|and)\s?{_OTHERS}|{_OTHERS}\s?(?:/|&|\+|and)\s?{_TEACHERS}"
_STAFF_TOGETHER = re.compile(
    rf"\b(?:{_BOTH})(?=\W{{0,2}}(?:in[\s-]?set|training|development|cpd)\b|\W*$)", re.IGNORECASE
)


# "Staff meetings and INSET": one day of training, and no meeting beside it
_MEETINGS = re.compile(
    r"\bstaff meetings?\s?(?:/|&|\+|and)\s?(?=(?:staff )?(?:in[\s-]?set|training|development|cpd)\b)",
    re.IGNORECASE,
)


def staff_together(words: str) -> str:
    """Words with all the staff instead of its kinds, where they are named together."""
    return _STAFF_TOGETHER.sub("all staff", _MEETINGS.sub("staff ", words))
