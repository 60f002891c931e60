"""From a vague wish to something that somebody can say yes to."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))


_VAGUE = _words(
    """
    more better help support supported supporting helping understand understanding attention improve improved
    improvement nicer kinder patient patience aware awareness listen something anything someone try happier
    """
)
"""Words that say that something should be better, and not what."""

_SMALL = _words(
    """
    a an the and or to for of in at on with be is are was it they them he she him her his we us our i my school
    teacher teachers staff should could would please can will from by about that this extra some any lots lot give
    get have has needs need want wants like so not do does
    """
)
"""Words without which a sentence says nothing, and that make no wish clearer."""


def is_vague(wish: str) -> bool:
    """Whether a wish only says "more help": a vague word, and fewer than two words that say what, who or when."""
    words = re.findall(r"[^\W_]+", wish.casefold())
    if not any(word in _VAGUE for word in words):
        return False
    return sum(word not in _SMALL and word not in _VAGUE for word in words) < 2
