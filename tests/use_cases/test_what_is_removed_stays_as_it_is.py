"""No use case changes what belongs to something removed: it says that it is gone. Walked through all of them."""

import enum
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import fields, is_dataclass
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from carer_app import use_cases
from carer_app.choices import ConcernKind, NoteKind, Owner
from carer_app.domain.meeting import Attendee
from carer_app.domain.preparation import ChildView
from carer_app.errors import CarerAppError, NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    children,
    filing,
    following_up,
    hearing_the_child,
    planning,
    preparing,
    writing_notes,
)
from carer_app.use_cases import recording_the_meeting as recording
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do

BRINGS_BACK = {
    "children.bring_back",
    "following_up.bring_action_back",
    "hearing_the_child.bring_view_back",
    "planning.bring_meeting_back",
    "preparing.bring_concern_back",
    "preparing.bring_question_back",
    "writing_notes.bring_note_back",
}
"""What undoes a removal is asked with the id of what was removed."""

OF_A_CHILD = ("child_id", "meeting_id")
OF_A_MEETING = ("concern_id", "question_id", "action_id", "attendee_id", "view_id")


def everyone() -> Iterator[tuple[str, Callable[..., Any], str]]:
    """Every use case whose first question is an id: its name, itself, and what it asks for."""
    for module in pkgutil.iter_modules(use_cases.__path__):
        module_of = importlib.import_module(f"{use_cases.__name__}.{module.name}")
        for name, each in inspect.getmembers(module_of, inspect.isfunction):
            asked = list(inspect.signature(each).parameters)
            if name.startswith("_") or each.__module__ != module_of.__name__ or asked[:1] != ["session"]:
                continue
            if asked[1:] and asked[1].endswith("_id"):
                yield f"{module.name}.{name}", each, asked[1]


def something(kind: Any) -> Any:
    """Any value of this type."""
    simple: dict[Any, Any] = {
        date: TODAY, time: time(10), str: "x", int: 1, bool: True, bytes: b"x"
    }  # fmt: skip
    if kind in simple:
        return simple[kind]
    if inspect.isclass(kind) and issubclass(kind, enum.Enum):
        return list(kind)[-1]
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return typing.cast("Any", kind)(**{each.name: something(hints[each.name]) for each in fields(kind)})
    inner = [each for each in typing.get_args(kind) if each is not type(None)]
    if type(None) in typing.get_args(kind):
        return something(inner[0])
    origin = typing.get_origin(kind)
    if inspect.isclass(origin) and issubclass(origin, dict):
        return {}
    if origin is typing.get_origin(Callable[..., Any]):
        return lambda *_given: "x"
    return ()


class Roll(Exception):
    """Ends a transaction: nothing that was done in it stays."""


@pytest.fixture
def ids(vault: Vault) -> dict[str, int]:
    """Mia, her meeting, and one of everything that belongs to them."""
    mia = builders.add_child(vault)
    meeting = builders.add_meeting(vault, mia)
    builders.prepare(vault, meeting)
    with vault.work() as session:
        filing.allow_papers(session, "Ms Ali", TODAY)
        known = {
            "child_id": mia,
            "meeting_id": meeting,
            "note_id": writing_notes.add_note(
                session, mia, NewNote(NoteKind.GOOD_NEWS, TODAY, "A book", "", "SC")
            ),
            "concern_id": preparing.add_concern(session, meeting, ConcernKind.CHILDREN),
            "question_id": preparing.add_question(session, meeting, "Why?"),
            "view_id": next(iter(session.scalars(select(ChildView.id)))),
            "attendee_id": next(iter(session.scalars(select(Attendee.id)))),
        }
        recording.meeting_was_held(session, meeting, TODAY, TODAY)
        new = NewAction("Buy a desk", Owner.ME, "", TODAY + timedelta(days=5))
        known["action_id"] = recording.add_action(session, meeting, new, TODAY)
    return known


def changes(session: Session) -> int:
    """How many rows were written so far."""
    return int(session.connection().connection.dbapi_connection.total_changes)  # type: ignore[union-attr]


def went_through(vault: Vault, ids: dict[str, int], asks_for: tuple[str, ...]) -> tuple[list[str], int]:
    """The use cases that changed something of what was removed, or told something of it; and how many said no."""
    wrong, said_no = [], 0
    given: dict[str, Any] = {**ids, "until": TODAY + timedelta(days=1)}
    for name, each, first in everyone():
        if first not in asks_for or name in BRINGS_BACK:
            continue
        hints = typing.get_type_hints(each)
        asked = list(inspect.signature(each).parameters.values())[1:]
        kept = {
            one.name: given[one.name] if one.name in given else something(hints[one.name])
            for one in asked
            if one.default is one.empty
        }
        if "field" in kept:
            known = (boxes for named, boxes in each.__globals__.items() if named.endswith("FIELDS"))
            kept["field"] = next(known, ("x",))[0]
        try:
            with vault.work() as session:
                before = changes(session)
                answer = each(session, **kept)
                if isinstance(answer, AbstractContextManager):  # asks only once it is entered
                    answer = answer.__enter__()
                session.flush()
                if changes(session) != before:
                    wrong.append(f"{name} changed something")
                elif answer:
                    wrong.append(f"{name} answered {answer!r}")
                raise Roll
        except NotFound:
            said_no += 1
        except Roll:
            pass
        except CarerAppError as error:
            wrong.append(f"{name} said {error}")
    return wrong, said_no


def test_of_a_child_who_was_removed_nothing_can_be_changed_or_read(vault: Vault, ids: dict[str, int]) -> None:
    do(vault, children.delete_child, ids["child_id"], TODAY)
    wrong, said_no = went_through(vault, ids, (*OF_A_CHILD, *OF_A_MEETING, "note_id"))
    assert wrong == []
    assert said_no > 140


def test_of_a_meeting_that_was_taken_out_nothing_can_be_changed_or_read(
    vault: Vault, ids: dict[str, int]
) -> None:
    with vault.work() as session:
        following_up.remove_action(session, ids["action_id"], TODAY)
        recording.meeting_was_not_held(session, ids["meeting_id"])
        planning.take_meeting_out(session, ids["meeting_id"], TODAY)
    wrong, said_no = went_through(vault, ids, ("meeting_id", *OF_A_MEETING))
    assert wrong == []
    assert said_no > 100


def test_what_was_removed_by_itself_cannot_be_changed(vault: Vault, ids: dict[str, int]) -> None:
    with vault.work() as session:
        preparing.remove_concern(session, ids["concern_id"], TODAY)
        preparing.remove_question(session, ids["question_id"], TODAY)
        following_up.remove_action(session, ids["action_id"], TODAY)
        hearing_the_child.remove_view(session, ids["view_id"], TODAY)
        writing_notes.remove_note(session, ids["note_id"], TODAY)
    goes = ("concern_id", "question_id", "action_id", "view_id", "note_id")
    wrong, said_no = went_through(vault, ids, goes)
    assert wrong == []
    assert said_no > 20
