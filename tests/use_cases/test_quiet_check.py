"""The quiet look before printing: it suggests what is missing, and goes quiet when it is there."""

from datetime import date

import pytest

from carer_app.choices import HasSeen, Part, PlainQuestion
from carer_app.storage.vault import Vault
from carer_app.use_cases import preparing, quiet_check, recording_the_meeting, summarising
from carer_app.use_cases.quiet_check import LooksFor
from tests import builders
from tests.builders import TODAY, do


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


def looks(vault: Vault, meeting: int) -> dict[LooksFor, Part | None]:
    with vault.reading() as session:
        sheet = summarising.whole_sheet(session, meeting, TODAY)
        return {each.about: each.part for each in quiet_check.suggestions(session, meeting, sheet)}


def test_of_an_empty_sheet_it_says_what_matters_most_first_and_where(vault: Vault, meeting: int) -> None:
    assert looks(vault, meeting) == {
        LooksFor.OWN_WORDS: Part.CHILD_SAYS,
        LooksFor.STRENGTH: Part.GOING_WELL,
        LooksFor.ASK: Part.HARD_NOW,
        LooksFor.NEXT_DATE: None,
        LooksFor.SEEN: None,
    }


def test_with_everything_there_it_is_quiet(vault: Vault, meeting: int) -> None:
    builders.prepare(vault, meeting)
    do(vault, preparing.write_answer, meeting, PlainQuestion.CHILD_HAS_SEEN, HasSeen.YES)
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 9, 10))
    assert looks(vault, meeting) == {}


@pytest.mark.parametrize(
    ("ask", "who", "expected"),
    [
        ("More help", "Mr Fox", True),
        ("A buddy at playtime", "", True),
        ("A buddy at playtime", "Mr Fox", False),
    ],
)
def test_a_wish_wants_a_what_and_a_who(
    vault: Vault, meeting: int, ask: str, who: str, expected: bool
) -> None:
    builders.prepare(vault, meeting)
    with vault.reading() as session:
        [concern] = preparing.concerns(session, meeting)
    do(vault, preparing.write_concern, concern.id, "we_ask_for", ask)
    do(vault, preparing.write_concern, concern.id, "ask_of", who)
    assert (LooksFor.WHO in looks(vault, meeting)) is expected
    assert LooksFor.ASK not in looks(vault, meeting)


def test_a_child_who_would_rather_not_is_an_answer(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.ASKED_ON, "2026-03-08")
    assert LooksFor.OWN_WORDS not in looks(vault, meeting)


def test_not_seen_with_a_reason_is_an_answer_too(vault: Vault, meeting: int) -> None:
    do(vault, preparing.write_answer, meeting, PlainQuestion.CHILD_HAS_SEEN, HasSeen.NOT_YET)
    assert LooksFor.SEEN in looks(vault, meeting)
    do(vault, preparing.write_answer, meeting, PlainQuestion.NOT_SEEN_BECAUSE, "she was poorly")
    assert LooksFor.SEEN not in looks(vault, meeting)


def test_what_is_open_from_last_time_is_remembered(vault: Vault, child: int) -> None:
    before = builders.add_meeting(vault, child, date(2025, 9, 10), uid="uid-0")
    assert LooksFor.LAST_TIME not in looks(vault, before)
    builders.hold(vault, before, date(2025, 9, 10))
    assert LooksFor.LAST_TIME in looks(vault, builders.add_meeting(vault, child))
