"""A paper that was filed as something else becomes a PEP copy, and a copy another PEP’s; all can be undone."""

from datetime import date

import pytest

from carer_app.choices import KeepsakeKind, PaperKind, WhereIsTheCopy
from carer_app.domain.pep_copy import PepCopy
from carer_app.domain.stored_document import StoredDocument
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import comparing_copy, keepsakes, looking_back, papers, pep_copies, which_pep
from carer_app.use_cases.papers import NewPaper
from tests import builders
from tests.builders import TODAY, do, read
from tests.use_cases.papers_to_keep import new, whose_papers

MARCH, SEPTEMBER = date(2026, 3, 9), date(2025, 9, 12)


@pytest.fixture
def mia(vault: Vault) -> int:
    return whose_papers(vault)


@pytest.fixture
def march(vault: Vault, mia: int) -> int:
    return read(vault, pep_copies.copies_of_child, mia, TODAY)[0].meeting_id


@pytest.fixture
def september(vault: Vault, mia: int) -> int:
    meeting = builders.add_meeting(vault, mia, SEPTEMBER)
    builders.hold(vault, meeting, SEPTEMBER)
    return meeting


@pytest.fixture
def letter(vault: Vault, mia: int) -> int:
    number: int = do(vault, papers.add_paper, mia, NewPaper(PaperKind.LETTER, "From school"), new(), TODAY)
    return number


def everything(vault: Vault) -> tuple[object, ...]:
    """All that a change of this kind may touch, as it is stored."""
    with vault.reading() as session:
        copies = [(c.meeting_id, c.place, c.received_on, c.document_id) for c in session.query(PepCopy)]
        documents = [
            (d.id, d.kind, d.title, d.on_day, d.for_meeting_id, d.for_review_id)
            for d in session.query(StoredDocument)
        ]
    return sorted(copies), sorted(documents)


def changed_and_back(vault: Vault, document: int, meeting: int) -> None:
    """Change it, take that back, see that all is as it was, and change it again."""
    before, undo = everything(vault), read(vault, which_pep.was, document, meeting)
    do(vault, which_pep.set_which_pep, document, meeting)
    assert everything(vault) != before
    do(vault, which_pep.put_back, undo)
    assert everything(vault) == before
    do(vault, which_pep.set_which_pep, document, meeting)


def test_a_letter_becomes_the_copy_of_a_pep(vault: Vault, mia: int, march: int, letter: int) -> None:
    changed_and_back(vault, letter, march)
    row = read(vault, pep_copies.copy_of, march, TODAY)
    assert row is not None
    assert (row.place, row.document_id, row.received_on) == (WhereIsTheCopy.HERE, letter, TODAY)
    assert read(vault, papers.papers_of, mia) == []
    assert read(vault, comparing_copy.to_compare, march, TODAY).document_id == letter
    kept = read(vault, papers.paper, letter)
    assert (kept.kind, kept.on, kept.title) == (PaperKind.PEP_COPY, MARCH, "PEP copy")


def test_where_the_paper_itself_is_stays_said(vault: Vault, march: int, letter: int) -> None:
    do(vault, pep_copies.say_where_the_copy_is, march, WhereIsTheCopy.LOCK_BOX, date(2026, 3, 27))
    changed_and_back(vault, letter, march)
    row = read(vault, pep_copies.copy_of, march, TODAY)
    assert row is not None
    assert (row.place, row.document_id) == (WhereIsTheCopy.LOCK_BOX, letter)
    assert row.received_on == date(2026, 3, 27)
    changed_and_back(vault, letter, 0)
    row = read(vault, pep_copies.copy_of, march, TODAY)
    assert row is not None
    assert (row.place, row.document_id) == (WhereIsTheCopy.LOCK_BOX, None)


def test_a_copy_moves_to_another_pep_and_the_first_has_none_again(
    vault: Vault, mia: int, march: int, september: int
) -> None:
    copy = do(vault, pep_copies.register_copy, march, new(), TODAY)
    assert [each.is_lost for each in read(vault, which_pep.peps_to_choose, copy)] == [True, False]
    changed_and_back(vault, copy, september)
    first, second = (read(vault, pep_copies.copy_of, each, TODAY) for each in (march, september))
    assert first is not None
    assert second is not None
    assert (first.has_come, first.document_id, first.received_on) == (False, None, None)
    assert (second.has_come, second.document_id) == (True, copy)
    assert read(vault, papers.paper, copy).on == SEPTEMBER
    came = [
        each.meeting_id
        for month in read(vault, looking_back.looking_back, mia, TODAY).months
        for each in month.happened
        if each.table == "pep_copy"
    ]
    assert came == [september]


def test_a_copy_that_is_none_is_a_paper_for_that_meeting(vault: Vault, mia: int, march: int) -> None:
    copy = do(vault, pep_copies.register_copy, march, new(), TODAY)
    changed_and_back(vault, copy, 0)
    (row,) = read(vault, papers.papers_of, mia)
    assert (row.kind, row.what_for) == (PaperKind.OTHER, "For the PEP of 9 March 2026")
    copy_now = read(vault, pep_copies.copy_of, march, TODAY)
    assert copy_now is not None
    assert not copy_now.has_come


def test_a_pep_with_another_file_and_one_to_come_are_not_to_choose(
    vault: Vault, mia: int, march: int, letter: int
) -> None:
    to_come = builders.add_meeting(vault, mia, date(2026, 9, 15))
    do(vault, pep_copies.register_copy, march, new("b"), TODAY)
    other = builders.add_child(vault, "Jordan")
    others = builders.add_meeting(vault, other, MARCH)
    builders.hold(vault, others, MARCH)
    assert read(vault, which_pep.peps_to_choose, letter) == []
    before = everything(vault)
    for meeting in (march, to_come, others, 999):
        with pytest.raises(NotAllowed, match="Nothing was changed"):
            do(vault, which_pep.set_which_pep, letter, meeting)
    assert everything(vault) == before


def test_what_is_in_the_childs_book_stays_there(vault: Vault, mia: int, march: int) -> None:
    kept = do(vault, keepsakes.add_keepsake, mia, KeepsakeKind.CERTIFICATE, "Swimming", new(), TODAY)
    document = read(vault, papers.papers_of, mia)[0].id
    assert kept
    assert read(vault, which_pep.peps_to_choose, document) == []
    with pytest.raises(NotAllowed):
        do(vault, which_pep.set_which_pep, document, march)
