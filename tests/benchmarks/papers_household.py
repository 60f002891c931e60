"""Twelve years with papers: the big household, and 500 papers of four pages of text each. All made up."""

import random
from datetime import date, timedelta

from carer_app.choices import PaperKind
from carer_app.domain.stored_document import PaperPage, StoredDocument
from carer_app.storage.vault import Vault
from tests.benchmarks.big_household import big_household

PAPERS, PAGES_OF_EACH, WORDS_ON_A_PAGE = 500, 4, 250
_BEGAN = date(2014, 9, 8)
_SYLLABLES = [first + last for first in "bdfghklmnprstwy" for last in "aeio"]
COMMON = tuple(
    """reading writing maths school teacher target progress attendance support friend group lesson review carer meeting
    class week term home work help good plan next with and the for this that very every day child will has been to of in
    a is""".split()  # noqa: SIM905
)
RARE = ("trombone", "xylophone", "quagmire")


def papers_household(vault: Vault, papers: int = PAPERS) -> list[int]:
    """Fill an empty vault; returns the ids of the children. No file lies behind the papers: only their words."""
    ids = big_household(vault)
    chance = random.Random(18)
    vocabulary = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _word in range(12_000)]
    kinds = [each for each in PaperKind if each not in (PaperKind.CERTIFICATE, PaperKind.CHILDS_WORK)]
    with vault.work() as session:
        for number in range(papers):
            paper = StoredDocument(
                title=f"Paper {number + 1}",
                added_on=_BEGAN + timedelta(days=8 * number),
                on_day=_BEGAN + timedelta(days=8 * number),
                fingerprint=f"{number:064x}",
                seal_key=bytes(32),
                size=200_000,
                pages=PAGES_OF_EACH,
                child_id=ids[number % len(ids)],
                kind=kinds[number % len(kinds)],
            )
            for page in range(1, PAGES_OF_EACH + 1):
                text = _page_of(chance, vocabulary, number * PAGES_OF_EACH + page)
                paper.page_words.append(PaperPage(page=page, text=text, by_machine=bool(number % 3)))
            session.add(paper)
    return ids


def _page_of(chance: random.Random, vocabulary: list[str], number: int) -> str:
    words = chance.choices(COMMON, k=WORDS_ON_A_PAGE * 3 // 4) + chance.choices(
        vocabulary, k=WORDS_ON_A_PAGE // 4
    )
    chance.shuffle(words)
    if number % 400 == 7:
        words[len(words) // 2] = RARE[number % len(RARE)]
    return "\n".join(" ".join(words[start : start + 12]).capitalize() for start in range(0, len(words), 12))
