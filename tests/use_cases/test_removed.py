"""What was removed comes back whole, whatever it is; and what a child kept can be removed nowhere."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from carer_app.choices import ChildsDoor, ConcernKind, KeepsakeKind, NoteKind
from carer_app.domain.agreed_action import AgreedAction
from carer_app.domain.all_tables import Base
from carer_app.domain.asked_again import Request
from carer_app.domain.between_meetings import ChildLetter, DaysWithoutSchool, Keepsake
from carer_app.domain.care_review import CareReview
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.note import Note
from carer_app.domain.preparation import ChildView, Concern, SchoolQuestion
from carer_app.domain.stored_document import ReportFigure, StoredDocument
from carer_app.errors import NotAllowed, NotFound
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    childs_kept_words,
    filing,
    following_up,
    hearing_the_child,
    keepsakes,
    lookup,
    pep_copies,
    planning,
    preparing,
    recording_the_meeting,
    removed,
    writing_notes,
)
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read

EVERY_NOUN_THAT_GOES = {
    mapper.class_ for mapper in Base.registry.mappers if "deleted_on" in mapper.local_table.c
}


def everything(vault: Vault, leave_out: tuple[str, ...] = ("save_count",)) -> dict[str, list[Any]]:
    """Every row of every table, also of those that were removed."""
    with vault.reading() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if table.name not in leave_out
        }


@pytest.fixture
def mia(vault: Vault) -> int:
    """Mia, with a meeting to come that is got ready for, a meeting that was held, and a note."""
    mia = builders.add_child(vault)
    held = builders.add_meeting(vault, mia, date(2026, 3, 9), uid="held")
    builders.hold(vault, held)
    builders.prepare(vault, builders.add_meeting(vault, mia, uid="coming"))
    do(
        vault,
        writing_notes.add_note,
        mia,
        NewNote(NoteKind.GOOD_NEWS, TODAY, "Read a whole book", "Proud", "SC"),
    )
    builders.file_a_copy(vault, held)
    with vault.work() as session:
        session.add_all(
            [
                Request(child_id=mia, about="action", rung="social_worker", name="Ms Cole", asked_on=TODAY),
                CareReview(child_id=mia, on_day=TODAY),
                DaysWithoutSchool(child_id=mia, kind="sent_home", first_on=TODAY),
                ChildLetter(child_id=mia, begun_on=TODAY, text="Dear Mia"),
                ReportFigure(child_id=mia, document_id=1, what="attendance", value="97%", on_day=TODAY),
            ]
        )
    new = filing.NewDocument("c" * 64, b"k" * 32, 5, 1)
    do(vault, keepsakes.add_keepsake, mia, KeepsakeKind.CERTIFICATE, "Swam 50 metres", new, TODAY)
    return mia


def newest(vault: Vault, noun: type[Any]) -> int:
    with vault.reading() as session:
        return int(session.scalars(select(noun.id).order_by(noun.id.desc())).first())


def open_meeting(vault: Vault) -> int:
    with vault.reading() as session:
        return int(session.scalars(select(Meeting.id).where(Meeting.held_on.is_(None))).one())


def store_another_copy(vault: Vault, on: date) -> None:
    with vault.reading() as session:
        held = session.scalars(select(Meeting.id).where(Meeting.held_on.is_not(None))).one()
    new = filing.NewDocument("b" * 64, b"k" * 32, 5, 1)
    do(vault, pep_copies.register_copy, held, new, on)


def remove_row(noun: type[Any]) -> Callable[[Vault, date], object]:
    """As every use case does that removes one row and nothing beside it."""

    def remove(vault: Vault, on: date) -> None:
        number = newest(vault, noun)
        with vault.work() as session:
            lookup.find(session, noun, number).remove(on)

    return remove


REMOVE: dict[type[Any], Callable[[Vault, date], object]] = {
    Child: lambda vault, on: do(vault, children.delete_child, newest(vault, Child), on),
    Meeting: lambda vault, on: do(vault, planning.take_meeting_out, open_meeting(vault), on),
    Note: lambda vault, on: do(vault, writing_notes.remove_note, newest(vault, Note), on),
    AgreedAction: lambda vault, on: do(vault, following_up.remove_action, newest(vault, AgreedAction), on),
    ChildView: lambda vault, on: do(vault, hearing_the_child.remove_view, newest(vault, ChildView), on),
    Concern: lambda vault, on: do(vault, preparing.remove_concern, newest(vault, Concern), on),
    SchoolQuestion: lambda vault, on: do(vault, preparing.remove_question, newest(vault, SchoolQuestion), on),
    StoredDocument: store_another_copy,
    Keepsake: lambda vault, on: do(vault, keepsakes.take_out, newest(vault, Keepsake), on),
    **{
        noun: remove_row(noun) for noun in (Request, CareReview, DaysWithoutSchool, ChildLetter, ReportFigure)
    },
}
"""How a carer removes each."""


def test_every_noun_that_can_be_removed_is_tried_here() -> None:
    assert set(REMOVE) == EVERY_NOUN_THAT_GOES
    assert {kind.noun for kind in removed.KINDS} == EVERY_NOUN_THAT_GOES


@pytest.mark.parametrize(
    "noun", [noun for noun in REMOVE if noun is not StoredDocument], ids=lambda noun: noun.__name__
)
def test_what_was_removed_is_on_the_page_and_comes_back_equal(
    vault: Vault, mia: int, noun: type[Any]
) -> None:
    before = everything(vault)
    assert read(vault, removed.removed, TODAY) == []
    REMOVE[noun](vault, TODAY)
    gone = everything(vault)
    assert gone != before
    (row,) = read(vault, removed.removed, TODAY)
    assert row.what
    assert row.removed_on == TODAY
    do(vault, removed.put_back, row.id, TODAY)
    assert everything(vault) == before
    assert read(vault, removed.removed, TODAY) == []
    do(vault, removed.remove_again, row.id, TODAY)
    assert everything(vault) == gone


def test_a_file_that_another_took_the_place_of_comes_back_and_the_other_is_on_the_page_then(
    vault: Vault, mia: int
) -> None:
    first = read(vault, pep_copies.copies, TODAY)[0]
    store_another_copy(vault, TODAY)
    second = read(vault, pep_copies.copies, TODAY)[0]
    assert second.document_id != first.document_id
    (row,) = read(vault, removed.removed, TODAY)
    do(vault, removed.put_back, row.id, TODAY)
    assert read(vault, pep_copies.copies, TODAY)[0] == first
    assert read(vault, filing.sealed_document, first.document_id).child == "Mia"
    (other,) = read(vault, removed.removed, TODAY)
    do(vault, removed.put_back, other.id, TODAY)
    assert read(vault, pep_copies.copies, TODAY)[0] == second


def test_undo_of_another_file_leaves_nothing_behind(vault: Vault, mia: int) -> None:
    before, row = everything(vault), read(vault, pep_copies.copies, TODAY)[0]
    store_another_copy(vault, TODAY)
    do(vault, pep_copies.put_copy_back, row)
    assert everything(vault) == before


@pytest.mark.parametrize("noun", list(REMOVE), ids=lambda noun: noun.__name__)
def test_after_thirty_days_it_is_not_shown_and_still_stored(vault: Vault, mia: int, noun: type[Any]) -> None:
    REMOVE[noun](vault, TODAY)
    gone = everything(vault)
    assert len(read(vault, removed.removed, TODAY + timedelta(days=30))) == 1
    assert read(vault, removed.removed, TODAY + timedelta(days=31)) == []
    assert everything(vault) == gone


def test_what_belongs_to_something_removed_comes_back_with_it(vault: Vault, mia: int) -> None:
    before = everything(vault)
    for noun in (Concern, SchoolQuestion, ChildView, Meeting, Note, Child):
        REMOVE[noun](vault, TODAY)
    (row,) = read(vault, removed.removed, TODAY)
    assert row.what == "Mia"
    while rows := read(vault, removed.removed, TODAY):
        do(vault, removed.put_back, rows[0].id, TODAY)
    assert everything(vault) == before


def keep(vault: Vault, meeting: int) -> int:
    made = Sitting("7_to_10", ChildsDoor.ON_MY_OWN)
    made.said["playtimes"] = Said(words="They run off.")
    do(vault, childs_kept_words.keep, meeting, made, TODAY)
    with vault.reading() as session:
        return int(session.scalars(select(ChildView.id).where(ChildView.kept_on.is_not(None))).one())


def test_what_a_child_kept_cannot_be_removed_and_holds_its_meeting(vault: Vault) -> None:
    meeting = builders.add_meeting(vault, builders.add_child(vault))
    view = keep(vault, meeting)
    before = everything(vault)
    for take_away, number in ((hearing_the_child.remove_view, view), (planning.take_meeting_out, meeting)):
        with pytest.raises(NotAllowed, match="kept"):
            do(vault, take_away, number, TODAY)
    assert everything(vault) == before
    # Should it ever be marked as removed, its words are not on the page all the same.
    with vault.work() as session:
        session.get_one(ChildView, view).deleted_on = TODAY
    assert read(vault, removed.removed, TODAY) == []


def test_a_meeting_that_was_held_or_agreed_something_stays_and_says_why(vault: Vault, mia: int) -> None:
    with vault.reading() as session:
        held = session.scalars(select(Meeting.id).where(Meeting.held_on.is_not(None))).one()
    with pytest.raises(NotAllowed, match="was held"):
        do(vault, planning.take_meeting_out, held, TODAY)
    do(vault, recording_the_meeting.meeting_was_not_held, held)
    with pytest.raises(NotAllowed, match="Actions were agreed"):
        do(vault, planning.take_meeting_out, held, TODAY)
    for row in read(vault, following_up.actions_of_child, mia, TODAY):
        do(vault, following_up.remove_action, row.id, TODAY)
    do(vault, planning.take_meeting_out, held, TODAY)
    assert held not in {row.id for row in read(vault, children.child_facts, mia, TODAY).meetings}


def test_a_meeting_that_was_taken_out_is_nowhere(vault: Vault, mia: int) -> None:
    meeting = open_meeting(vault)
    do(vault, planning.take_meeting_out, meeting, TODAY)
    with pytest.raises(NotFound):
        read(vault, planning.meeting_facts, meeting)
    assert meeting not in {row.id for row in read(vault, children.child_facts, mia, TODAY).meetings}
    assert do(vault, planning.plan_meeting, mia, "new") != meeting


def test_nothing_that_belongs_to_a_cleared_child_is_read_any_more(vault: Vault, mia: int) -> None:
    meeting = open_meeting(vault)
    concern = do(vault, preparing.add_concern, meeting, ConcernKind.OTHER)
    note = do(vault, writing_notes.add_note, mia, NewNote(NoteKind.HOME, TODAY, "She cried at the gate"))
    do(vault, children.delete_child, mia, TODAY)
    for noun, number in ((Meeting, meeting), (Concern, concern), (Note, note)):
        with pytest.raises(NotFound):
            read(vault, lookup.find, noun, number)
    do(vault, children.bring_back, mia)
    for noun, number in ((Meeting, meeting), (Concern, concern), (Note, note)):
        assert read(vault, lookup.find, noun, number).id == number


def test_a_removed_row_is_gone_also_where_it_was_just_read_as_a_removed_one(vault: Vault, mia: int) -> None:
    note = do(vault, writing_notes.add_note, mia, NewNote(NoteKind.HOME, TODAY, "She cried at the gate"))
    do(vault, writing_notes.remove_note, note, TODAY)
    with vault.reading() as session:
        assert [row.id for row in lookup.removed_rows(session, Note)] == [note]
        with pytest.raises(NotFound):
            lookup.find(session, Note, note)
