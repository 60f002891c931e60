"""Words as they are looked for: without case, accents and the ends of lines."""

import unicodedata
from functools import cache

_SOFT_HYPHEN = "\u00ad"
_ALIKE = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}


class FoldedText:
    """A text in which words are found however they are written; each find tells where it is in the text itself."""

    def __init__(self, text: str) -> None:
        folded: list[str] = []
        self._places: list[int] = []
        after_space, after_hyphen = True, False
        for place, letter in enumerate(text):
            if letter == _SOFT_HYPHEN:  # a word that goes on in the next line
                after_hyphen = True
                continue
            if letter.isspace():
                if after_space or after_hyphen:
                    continue
                after_space = True
                signs = " "
            else:
                after_space = after_hyphen = False
                signs = _folded(letter)
            folded.append(signs)
            self._places.extend([place] * len(signs))
        self.text = "".join(folded)

    def find(self, typed: str) -> list[tuple[int, int]]:
        """Each place where it stands, from the first letter to behind the last."""
        wanted = FoldedText(typed).text.strip()
        found: list[tuple[int, int]] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            found.append((self._places[at], self._places[end - 1] + 1))
            at = self.text.find(wanted, end)
        return found


@cache
def _folded(letter: str) -> str:
    letter = _ALIKE.get(letter, letter)
    apart = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(each for each in apart if not unicodedata.combining(each)) or letter
