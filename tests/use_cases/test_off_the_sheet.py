"""What a child keeps off the sheet goes no way out: whatever is read of the child or the meeting, wherever it is shown.

Asked is every reading of the use cases that needs no more than the child, the meeting, the day and the like, so that
the next one is asked as well. Where the words may be is named here, with why.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from carer_app import use_cases
from carer_app.choices import NoteKind, Owner, Share, WithoutSchool
from carer_app.sitting import Said, Sitting
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    childs_kept_words,
    days_without_school,
    for_home,
    recording_the_meeting,
    writing_notes,
    writing_to_the_child,
    you_said,
)
from carer_app.use_cases.recording_the_meeting import NewAction
from carer_app.use_cases.writing_notes import NewNote
from tests import builders
from tests.builders import TODAY, do, read

BEFORE = TODAY - timedelta(days=30)
CANARIES = ("Zqoff", "Zqunsaid", "Zqtakenoff")
MAY_SHOW = {
    "childs_kept_words.kept_for": "the carer reads what the child kept, in its own place",
    "childs_kept_words.kept_words": "the child reads it, in their own part",
    "searching.everything_to_search": "the carer finds what the carer may read; nothing is printed from there",
}
"""Where the words stand on purpose."""


@pytest.fixture
def ids(vault: Vault) -> dict[str, Any]:
    """A child with a meeting that was held and one to come; everything between meetings has something in it."""
    child = builders.add_child(vault)
    held = builders.add_meeting(vault, child, BEFORE, uid="uid-held")
    said = Sitting("7_to_10")
    for question, words, share in (
        ("one_thing", "More science", Share.SHEET),
        ("going_well", "Zqoff", Share.OFF),
        ("playtimes", "Zqunsaid", Share.NOT_SAID),
        ("hardest", "Zqtakenoff", Share.SHEET),
        ("day.lunch", "Zqoff at lunch", Share.OFF),
        ("table", "Zqoff beside the door", Share.OFF),
        ("sign", "Zqtakenoff", Share.SHEET),
        ("day.home_time", "Zqunsaid on the way home", Share.NOT_SAID),
    ):
        said.said[question] = Said(words=words, share=share)
    do(vault, childs_kept_words.keep, held, said, BEFORE)
    do(vault, recording_the_meeting.meeting_was_held, held, BEFORE, BEFORE)
    coming = builders.add_meeting(vault, child, TODAY + timedelta(days=10), uid="uid-coming")
    do(vault, childs_kept_words.keep, coming, said, TODAY)
    action = do(
        vault,
        recording_the_meeting.add_action,
        held,
        NewAction("Science club", Owner.SCHOOL, "Mr Fox", TODAY - timedelta(days=3)),
        BEFORE,
    )
    for row in read(vault, you_said.said_to_the_meeting, held):
        do(vault, you_said.set_action, row.id, action)
        do(vault, you_said.write_what_happened, row.id, "at_the_meeting", "Everyone agreed.")
    for meeting in (held, coming):
        for kept in read(vault, childs_kept_words.kept_for, meeting):
            if kept.said.words == "Zqtakenoff":
                do(vault, childs_kept_words.take_off_my_sheet, kept.id, TODAY)
    do(vault, days_without_school.add_days, child, WithoutSchool.SUSPENDED, TODAY)
    do(vault, writing_notes.add_note, child, NewNote(NoteKind.GOOD_NEWS, TODAY, "You sang alone."))
    letter = do(vault, writing_to_the_child.begin_letter, child, TODAY)
    do(vault, writing_to_the_child.give_letter, letter, TODAY)
    do(vault, writing_to_the_child.begin_letter, child, TODAY)
    days = read(vault, days_without_school.days_out, child, TODAY).rows[0].id
    return {
        "child_id": child,
        "meeting_id": coming,
        "held": held,
        "today": TODAY,
        "on": TODAY,
        "action_id": action,
        "days_id": days,
        "letter_id": letter,
    }


def readings() -> Iterator[tuple[str, Callable[..., Any], list[str]]]:
    """Every public function of the use cases that gives something back for what is known here."""
    known = {"child_id", "meeting_id", "today", "action_id", "days_id", "letter_id"}
    for module in pkgutil.iter_modules(use_cases.__path__):
        loaded = importlib.import_module(f"{use_cases.__name__}.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            wanted = inspect.signature(function)
            if function.__module__ != loaded.__name__ or name.startswith("_"):
                continue
            asked = [each.name for each in wanted.parameters.values() if each.default is each.empty]
            if asked[:1] == ["session"] and set(asked[1:]) <= known and wanted.return_annotation is not None:
                yield f"{module.name}.{name}", function, asked[1:]


def test_what_is_off_the_sheet_is_in_nothing_that_is_read_but_where_it_is_kept(
    vault: Vault, ids: dict[str, Any]
) -> None:
    asked, shown = set[str](), set[str]()
    for name, function, wants in readings():
        for meeting in (ids["meeting_id"], ids["held"]):
            given = {**ids, "meeting_id": meeting}
            try:
                found = read(vault, function, *(given[each] for each in wants))
            except Exception:  # noqa: BLE001 - it changes something, or is of something else: no way out
                continue
            asked.add(name)
            if any(word in repr(found) for word in CANARIES):
                shown.add(name)
    assert len(asked) > 130, "most readings need no more than this"
    assert shown == set(MAY_SHOW)


def test_home_never_says_what_is_off_the_sheet_in_half_a_year(vault: Vault, ids: dict[str, Any]) -> None:
    said = [read(vault, for_home.home, TODAY + timedelta(days=each)) for each in range(0, 190, 3)]
    lines = {each.step for home in said for card in home.steps for each in (card, *card.also)}
    assert lines >= {for_home.Step.WITHOUT_SCHOOL, for_home.Step.OTHERS_LATE, for_home.Step.LETTER}
    assert not any(word in repr(said) for word in CANARIES)
