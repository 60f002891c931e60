"""Sheets as they were handed out stay as they were."""

from datetime import date

import pytest

from carer_app.choices import ForWhom
from carer_app.errors import NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import handing_out
from tests import builders
from tests.builders import TODAY, do


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


def kept(vault: Vault, meeting: int) -> list[tuple[ForWhom, date, bytes]]:
    with vault.reading() as session:
        return [
            (row.for_whom, row.made_on, handing_out.handed_out(session, row.id)[1])
            for row in handing_out.sheets_handed_out(session, meeting)
        ]


def test_the_newest_comes_first_and_each_keeps_its_day_and_bytes(vault: Vault, meeting: int) -> None:
    do(vault, handing_out.keep, meeting, ForWhom.EVERYONE, date(2026, 3, 8), b"first")
    do(vault, handing_out.keep, meeting, ForWhom.MINE, TODAY, b"mine")
    assert kept(vault, meeting) == [
        (ForWhom.MINE, TODAY, b"mine"), (ForWhom.EVERYONE, date(2026, 3, 8), b"first"),
    ]  # fmt: skip


def test_the_same_sheet_printed_twice_is_kept_once(vault: Vault, meeting: int) -> None:
    for day in (date(2026, 3, 8), TODAY):
        do(vault, handing_out.keep, meeting, ForWhom.EVERYONE, day, b"same")
    do(vault, handing_out.keep, meeting, ForWhom.MINE, TODAY, b"same")
    assert [(who, day) for who, day, _pdf in kept(vault, meeting)] == [
        (ForWhom.MINE, TODAY), (ForWhom.EVERYONE, date(2026, 3, 8)),
    ]  # fmt: skip


def test_another_meeting_has_its_own(vault: Vault, meeting: int) -> None:
    other = builders.add_meeting(vault, builders.add_child(vault, "Jordan"), uid="uid-2")
    do(vault, handing_out.keep, meeting, ForWhom.EVERYONE, TODAY, b"first")
    assert kept(vault, other) == []


def test_a_sheet_that_is_not_there_is_said_so(vault: Vault) -> None:
    with vault.reading() as session, pytest.raises(NotFound):
        handing_out.handed_out(session, 99)
