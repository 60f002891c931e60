"""The code on the way-back-in sheet: six groups of four letters that can be copied by hand and typed by tired eyes.

23 letters and numbers are used. Of what looks alike in print or handwriting one at most is left: D of O, Q, 0 and D;
S of 5 and S; 6 of G and 6; V of U and V; none of I, L and 1, of Z and 2, of B and 8. The last letter of each group is
a check over the three before it and the group's number. 23 is a prime, so every slip of one letter, every two
neighbours changed round, and every group in another's place is noticed, and it can be said which group to look at.
18 free letters are about 81 bits, and each guess costs an Argon2id.
"""

import secrets

from carer_app.errors import CodeSlip
from carer_app.words import _

LETTERS = "ACDEFHJKMNPRSTVWXY34679"
GROUPS = 6
_FREE = 3
_IN_A_GROUP = _FREE + 1
_SEPARATORS = " -–—.,:;/_\t\n\r\u00a0"
_LOOKS_LIKE = {"O": "D", "0": "D", "Q": "D", "5": "S", "G": "6", "U": "V"}
_WEIGHTS = (2, 3, 5)


def new_code() -> str:
    """A new code, as it is printed: "ACEF-…", six groups."""
    return "-".join(
        _with_check("".join(secrets.choice(LETTERS) for _n in range(_FREE)), n) for n in _numbers()
    )


def read_code(typed: str) -> str:
    """The code as it counts, however it was spaced and whatever capitals were used.

    Raises CodeSlip with the numbers of the groups that cannot be right.
    """
    letters = _letters(typed)
    most = GROUPS * _IN_A_GROUP
    if len(letters) != most:
        raise CodeSlip(
            _(
                "The code has {most} letters and numbers, and you typed {count}. Check each group of four."
            ).format(most=most, count=len(letters))
        )
    groups = [letters[at : at + _IN_A_GROUP] for at in range(0, most, _IN_A_GROUP)]
    wrong = tuple(n for n, group in zip(_numbers(), groups, strict=True) if not _fits(group, n))
    if wrong:
        raise CodeSlip(_sentence(wrong), wrong)
    return "-".join(groups)


def group_of(code: str, number: int) -> str:
    """One group of a code; groups are counted from 1."""
    return code.split("-")[number - 1]


def same_group(typed: str, group: str) -> bool:
    """Whether what was typed is this group."""
    return _letters(typed) == group


def _letters(typed: str) -> str:
    bare = "".join(letter for letter in typed.upper() if letter not in _SEPARATORS)
    return "".join(_LOOKS_LIKE.get(letter, letter) for letter in bare)


def _numbers() -> range:
    return range(1, GROUPS + 1)


def _with_check(free: str, number: int) -> str:
    total = sum(weight * LETTERS.index(letter) for weight, letter in zip(_WEIGHTS, free, strict=True))
    return free + LETTERS[(total + 7 * number) % len(LETTERS)]


def _fits(group: str, number: int) -> bool:
    return all(letter in LETTERS for letter in group) and _with_check(group[:_FREE], number) == group


def _sentence(wrong: tuple[int, ...]) -> str:
    if len(wrong) == 1:
        return _("Group {number} does not fit. Look at it again on your sheet.").format(number=wrong[0])
    first = ", ".join(map(str, wrong[:-1]))
    return _("Groups {first} and {last} do not fit. Look at them again on your sheet.").format(
        first=first, last=wrong[-1]
    )
