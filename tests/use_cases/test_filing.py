"""Where each child's PEP copy is: on paper, stored here, or not here yet."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from carer_app.choices import Role, WhereIsTheCopy
from carer_app.domain.stored_document import PaperSource, StoredDocument
from carer_app.errors import NotAllowed, NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, drafts, filing, pep_copies
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.filing import NewDocument, NewSource
from carer_app.use_cases.pep_copies import CopyRow
from tests import builders

TODAY = builders.TODAY
HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    """Mia's PEP meeting, held yesterday."""
    number = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, number, HELD)
    return number


def new(name: str = "a") -> NewDocument:
    return NewDocument(name * 64, name.encode() * 32, 1000, 2)


def copy(vault: Vault, meeting: int, today: date = TODAY) -> CopyRow:
    with vault.reading() as session:
        row = pep_copies.copy_of(session, meeting, today)
    assert row is not None
    return row


def documents_left(vault: Vault) -> int:
    with vault.reading() as session:
        return session.query(StoredDocument).execution_options(include_deleted=True).count()


def allow(vault: Vault) -> None:
    vault.run(filing.allow_papers, "Ms Ali", TODAY)


def test_mias_copy_should_come_within_two_weeks_by_a_rule_that_is_named(vault: Vault, meeting: int) -> None:
    row = copy(vault, meeting)
    assert (row.held_on, row.expected_by) == (HELD, date(2026, 3, 23))
    assert row.why == (
        "14 days after the meeting on Monday 9 March 2026. The day after is day 1. "
        "Rule: our own number, as we found no page that gives one."
    )
    assert not row.has_come


@pytest.mark.parametrize(("today", "late"), [(date(2026, 3, 23), False), (date(2026, 3, 24), True)])
def test_a_copy_is_late_from_the_day_after_it_was_expected(
    vault: Vault, meeting: int, today: date, late: bool
) -> None:
    assert copy(vault, meeting, today).is_late is late


def test_a_copy_on_paper_is_never_late(vault: Vault, meeting: int) -> None:
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    row = copy(vault, meeting, date(2027, 1, 1))
    assert (row.place, row.is_late, row.received_on) == (WhereIsTheCopy.LOCK_BOX, False, TODAY)


def test_moving_the_paper_keeps_the_day_it_came(vault: Vault, meeting: int) -> None:
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.FILE, date(2026, 4, 1))
    assert copy(vault, meeting).received_on == TODAY


def test_a_meeting_that_was_not_held_yet_has_no_copy_to_wait_for(vault: Vault) -> None:
    coming = builders.add_meeting(vault, builders.add_child(vault, "Mia"))
    with vault.reading() as session:
        assert pep_copies.copy_of(session, coming, TODAY) is None
        assert pep_copies.copies(session, TODAY) == []


def test_the_missing_copy_of_each_child_is_a_row_and_the_newest_comes_first(
    vault: Vault, meeting: int
) -> None:
    jordan = builders.add_child(vault, "Jordan")
    earlier = builders.add_meeting(vault, jordan, date(2025, 9, 12), uid="uid-2")
    builders.hold(vault, earlier, date(2025, 9, 12))
    with vault.reading() as session:
        rows = pep_copies.copies(session, TODAY)
    assert [(row.child, row.id, row.is_late) for row in rows] == [
        ("Mia", meeting, False),
        ("Jordan", earlier, True),
    ]


def test_the_copies_of_a_child_who_was_taken_off_the_list_go_with_the_child(
    vault: Vault, meeting: int
) -> None:
    child = copy(vault, meeting).child_id
    vault.run(children.delete_child, child, TODAY)
    with vault.reading() as session:
        assert pep_copies.copies(session, TODAY) == []


def test_those_who_can_send_the_copy_are_named_where_they_are_known(vault: Vault, meeting: int) -> None:
    child = copy(vault, meeting).child_id
    assert copy(vault, meeting).senders == "School or the social worker"
    vault.run(children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    assert copy(vault, meeting).senders == "Ms Ali"
    vault.run(children.set_person, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    assert copy(vault, meeting).senders == "Mr Fox or Ms Ali"


def test_a_file_is_not_stored_until_somebody_said_yes(vault: Vault, meeting: int) -> None:
    with pytest.raises(NotAllowed, match="who told you"):
        vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    assert copy(vault, meeting).document_id is None
    assert documents_left(vault) == 0


def test_the_yes_needs_a_name(vault: Vault) -> None:
    with pytest.raises(NotAllowed, match="who said yes"):
        vault.run(filing.allow_papers, "  ", TODAY)
    with vault.reading() as session:
        assert not filing.permission(session).is_given


def test_who_said_yes_and_when_is_kept_and_the_half_typed_name_is_let_go(vault: Vault) -> None:
    vault.run(drafts.keep, DraftKey("here"), "who", "Ms Al")
    vault.run(filing.allow_papers, " Ms Ali ", TODAY, DraftKey("here"))
    with vault.reading() as session:
        assert filing.permission(session) == filing.Permission(True, "Ms Ali", TODAY)
        assert drafts.of_place(session, DraftKey("here")) == {}


def test_a_yes_can_be_taken_back_and_what_is_stored_stays(vault: Vault, meeting: int) -> None:
    allow(vault)
    document = vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    vault.run(filing.take_back_permission)
    with vault.reading() as session:
        assert not filing.permission(session).is_given
        assert filing.sealed_document(session, document).title == "PEP copy"
    with pytest.raises(NotAllowed):
        vault.run(pep_copies.register_copy, meeting, new("b"), TODAY)
    assert copy(vault, meeting).document_id == document


def test_a_stored_copy_is_here_and_knows_its_child_and_meeting(vault: Vault, meeting: int) -> None:
    allow(vault)
    document = vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    row = copy(vault, meeting)
    assert (row.place, row.document_id, row.received_on) == (WhereIsTheCopy.HERE, document, TODAY)
    with vault.reading() as session:
        paper = filing.sealed_document(session, document)
    assert (paper.child, paper.meeting_id, paper.held_on) == ("Mia", meeting, HELD)
    assert (paper.fingerprint, paper.seal_key, paper.pages) == (new().fingerprint, new().seal_key, 2)
    assert new().seal_key.hex() not in repr(paper)
    assert repr(new().seal_key) not in repr(paper) + repr(new())


@pytest.mark.parametrize("before", [WhereIsTheCopy.NOT_YET, WhereIsTheCopy.LOCK_BOX])
def test_undoing_a_stored_file_brings_back_what_was_and_leaves_no_key_to_it(
    vault: Vault, meeting: int, before: WhereIsTheCopy
) -> None:
    allow(vault)
    vault.run(pep_copies.say_where_the_copy_is, meeting, before, date(2026, 3, 9))
    was = copy(vault, meeting)
    document = vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    vault.run(pep_copies.put_copy_back, was)
    assert copy(vault, meeting) == was
    assert documents_left(vault) == 0
    with vault.reading() as session, pytest.raises(NotFound):
        filing.sealed_document(session, document)


def test_undoing_where_the_paper_is_brings_back_that_it_had_not_come(vault: Vault, meeting: int) -> None:
    was = copy(vault, meeting)
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.FILE, TODAY)
    vault.run(pep_copies.put_copy_back, was)
    assert copy(vault, meeting) == was


def test_another_file_takes_the_place_of_the_first_and_undo_brings_the_first_back(
    vault: Vault, meeting: int
) -> None:
    allow(vault)
    first = vault.run(pep_copies.register_copy, meeting, new("a"), TODAY)
    was = copy(vault, meeting)
    second = vault.run(pep_copies.register_copy, meeting, new("b"), TODAY)
    assert copy(vault, meeting).document_id == second
    with vault.reading() as session, pytest.raises(NotFound):
        filing.sealed_document(session, first)
    vault.run(pep_copies.put_copy_back, was)
    assert copy(vault, meeting) == was
    with vault.reading() as session:
        assert filing.sealed_document(session, first).fingerprint == new("a").fingerprint


def test_a_file_taken_out_is_gone_for_good_and_says_which_sealed_file_it_was(
    vault: Vault, meeting: int
) -> None:
    allow(vault)
    document = vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    assert vault.run(pep_copies.unregister_copy, meeting) == (new().fingerprint,)
    assert copy(vault, meeting).place == WhereIsTheCopy.NOT_YET
    assert documents_left(vault) == 0
    with vault.reading() as session, pytest.raises(NotFound):
        filing.sealed_document(session, document)
    assert vault.run(pep_copies.unregister_copy, meeting) == ()


def test_a_file_kept_as_it_came_goes_for_good_with_its_paper(vault: Vault, meeting: int) -> None:
    allow(vault)
    sources = (NewSource("d" * 64, ".jpg", "c" * 64, b"k" * 32, 7), NewSource("e" * 64))
    vault.run(pep_copies.register_copy, meeting, replace(new(), sources=sources), TODAY)
    assert vault.run(pep_copies.unregister_copy, meeting) == (new().fingerprint, "c" * 64)
    with vault.reading() as session:
        assert session.scalars(select(PaperSource)).all() == []


def test_the_paper_in_the_lock_box_stays_there_when_the_file_is_taken_out(vault: Vault, meeting: int) -> None:
    allow(vault)
    vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    assert copy(vault, meeting).document_id is not None
    vault.run(pep_copies.unregister_copy, meeting)
    assert copy(vault, meeting).place == WhereIsTheCopy.LOCK_BOX


def test_a_stored_file_stays_here_when_the_paper_has_not_come(vault: Vault, meeting: int) -> None:
    allow(vault)
    document = vault.run(pep_copies.register_copy, meeting, new(), TODAY)
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, TODAY)
    vault.run(pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.NOT_YET, TODAY)
    row = copy(vault, meeting, date(2027, 1, 1))
    assert (row.place, row.document_id, row.is_late) == (WhereIsTheCopy.HERE, document, False)
