"""Certificates and pictures in a child's own book: kept after the second yes alone, and gone from it when taken out."""

from datetime import date

import pytest

from carer_app.choices import KeepsakeKind
from carer_app.errors import NotAllowed
from carer_app.paper import pdf
from carer_app.storage.vault import Vault
from carer_app.use_cases import childs_book, childs_kept_words, filing, keepsakes, papers, removed, searching
from carer_app.use_cases.filing import NewDocument
from tests import builders
from tests.builders import TODAY, do, read
from tests.paper.sheets import text_of

NEW = NewDocument("f" * 64, b"k" * 32, 1234, 1)


@pytest.fixture
def child(vault: Vault) -> int:
    child = builders.add_child(vault)
    do(vault, filing.allow_papers, "Ms Dean", TODAY)
    return child


def add(vault: Vault, child: int, what: str, kind: KeepsakeKind = KeepsakeKind.CERTIFICATE) -> int:
    kept: int = do(vault, keepsakes.add_keepsake, child, kind, what, NEW, TODAY)
    return kept


def test_nothing_is_kept_without_the_second_yes(vault: Vault) -> None:
    child = builders.add_child(vault)
    with pytest.raises(NotAllowed, match="who told you"):
        add(vault, child, "Swam 50 metres")
    assert read(vault, keepsakes.keepsakes, child) == []


def test_what_is_kept_is_in_the_childs_book_and_in_nobody_elses(vault: Vault, child: int) -> None:
    other = builders.add_child(vault, "Jordan")
    kept = add(vault, child, "Swam 50 metres")
    add(vault, child, "  ", KeepsakeKind.PICTURE)
    assert [row.what for row in read(vault, keepsakes.keepsakes, child)] == ["Swam 50 metres", "A picture"]
    book = read(vault, childs_book.childs_book, child)
    assert "Certificates and pictures Swam 50 metres" in text_of(pdf.make_pdf(book))
    assert {quote.drawing for quote in book.pictures} == set(read(vault, childs_kept_words.drawings, child))
    assert read(vault, childs_book.childs_book, other).is_empty
    assert read(vault, childs_kept_words.drawings, other) == {}
    do(vault, keepsakes.take_out, kept, date(2026, 3, 11))
    assert [quote.asked for quote in read(vault, childs_book.childs_book, child).pictures] == ["A picture"]
    assert len(read(vault, childs_kept_words.drawings, child)) == 1

    def among_the_papers() -> list[str]:
        found = {line.words for line in read(vault, searching.everything_to_search)}
        listed = [row.title for row in read(vault, papers.papers_of, child)]
        assert found >= set(listed)
        assert ("Swam 50 metres" in found) is ("Swam 50 metres" in listed)
        return listed

    assert among_the_papers() == ["A picture"]
    [row] = read(vault, removed.removed, date(2026, 3, 11))
    assert row.what == "Swam 50 metres"
    do(vault, removed.put_back, row.id, date(2026, 3, 11))
    assert len(read(vault, keepsakes.keepsakes, child)) == 2
    assert sorted(among_the_papers()) == ["A picture", "Swam 50 metres"]
    do(vault, removed.remove_again, row.id, date(2026, 3, 11))
    assert among_the_papers() == ["A picture"]
