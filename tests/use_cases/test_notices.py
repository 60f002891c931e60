"""What Home reminds of now and then: never on the first day, never again the day after it was put off."""

from datetime import date, timedelta

import pytest

from carer_app.choices import MayKeep
from carer_app.domain.household import SecondPlace
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, may_keep, notices
from carer_app.use_cases.lookup import household_to_change
from carer_app.use_cases.may_keep import KeepingAnswer
from carer_app.use_cases.notices import BackupsNow, Notice, NoticeKind
from tests import builders
from tests.builders import TODAY

SAID = date(2025, 3, 11)


def found(vault: Vault, today: date = TODAY, backups: BackupsNow | None = None) -> dict[NoticeKind, Notice]:
    with vault.reading() as session:
        return {notice.kind: notice for notice in notices.notices(session, today, backups)}


def write(vault: Vault, keeping_answer: KeepingAnswer) -> None:
    with vault.work() as session:
        may_keep.write_down(session, keeping_answer)


def change(vault: Vault, **facts: date | None) -> None:
    with vault.work() as session:
        row = household_to_change(session)
        for name, value in facts.items():
            setattr(row, name, value)


@pytest.fixture
def mia(vault: Vault) -> int:
    return builders.add_child(vault)


def test_before_there_is_a_child_nothing_is_asked(vault: Vault) -> None:
    assert found(vault) == {}


def test_whether_notes_may_be_kept_is_asked_until_somebody_answered(vault: Vault, mia: int) -> None:
    ask = found(vault)[NoticeKind.MAY_KEEP]
    assert ask.words == "Ask: may I keep notes here?"
    assert "Your supervising social worker knows." in ask.why
    write(vault, KeepingAnswer(MayKeep.NOT_ASKED, asked_on=TODAY))
    assert NoticeKind.MAY_KEEP not in found(vault, TODAY + timedelta(days=6))
    assert NoticeKind.MAY_KEEP in found(vault, TODAY + timedelta(days=7))


def test_a_yes_is_asked_for_again_after_a_year(vault: Vault, mia: int) -> None:
    write(vault, KeepingAnswer(MayKeep.YES, "Ms Dean", SAID, SAID))
    assert NoticeKind.MAY_KEEP not in found(vault, date(2026, 3, 10))
    assert "It is a year since you asked" in found(vault, date(2026, 3, 11))[NoticeKind.MAY_KEEP].why
    write(vault, KeepingAnswer(MayKeep.YES, "Ms Dean", TODAY, TODAY))
    assert NoticeKind.MAY_KEEP not in found(vault, date(2026, 3, 20))


def test_a_no_is_not_asked_for_again(vault: Vault, mia: int) -> None:
    write(vault, KeepingAnswer(MayKeep.NO, asked_on=SAID))
    assert NoticeKind.MAY_KEEP not in found(vault)


def test_the_sheet_is_asked_for_until_it_is_made_and_then_until_it_is_proved(vault: Vault, mia: int) -> None:
    assert found(vault)[NoticeKind.SHEET].words == "Make a way-back-in sheet"
    change(vault, sheet_made_on=TODAY)
    assert found(vault)[NoticeKind.SHEET].words == "Try your way-back-in sheet"
    vault.run(notices.put_off, NoticeKind.SHEET, TODAY)
    assert NoticeKind.SHEET not in found(vault, TODAY + timedelta(days=6))
    assert NoticeKind.SHEET in found(vault, TODAY + timedelta(days=7))
    change(vault, sheet_proved_on=TODAY)
    assert NoticeKind.SHEET not in found(vault, TODAY + timedelta(days=7))


def test_a_second_place_is_missed_after_three_weeks(vault: Vault, mia: int) -> None:
    assert found(vault)[NoticeKind.SECOND_PLACE].words == "Choose a second place for backups"
    with vault.work() as session:
        session.add(SecondPlace(path="E:", chosen_on=TODAY - timedelta(days=90), last_backup_on=TODAY))
    away = BackupsNow(TODAY, "", False)
    assert NoticeKind.SECOND_PLACE not in found(vault, TODAY + timedelta(days=20), away)
    after = TODAY + timedelta(days=21)
    missed = found(vault, after, away)[NoticeKind.SECOND_PLACE]
    assert missed.words == "Your second place for backups is not there"
    assert missed.why.startswith("The last copy was put there on Tuesday 10 March 2026.")


def test_a_second_place_that_is_plugged_in_is_not_missed_where_there_was_nothing_to_copy(
    vault: Vault, mia: int
) -> None:
    """A carer who wrote nothing for a month is not told to plug in the stick that is plugged in."""
    with vault.work() as session:
        session.add(SecondPlace(path="E:", chosen_on=TODAY - timedelta(days=90), last_backup_on=TODAY))
    later = TODAY + timedelta(days=40)
    assert NoticeKind.SECOND_PLACE not in found(
        vault, later, BackupsNow(TODAY, "", False, second_is_there=True)
    )
    assert NoticeKind.SECOND_PLACE not in found(vault, later), "nobody has looked yet"


def test_where_nothing_was_ever_put_in_the_second_place_no_copy_is_spoken_of(vault: Vault, mia: int) -> None:
    with vault.work() as session:
        session.add(SecondPlace(path="E:", chosen_on=TODAY))
    missed = found(vault, TODAY + timedelta(days=21), BackupsNow(TODAY, "", False))[NoticeKind.SECOND_PLACE]
    assert missed.why.startswith("Nothing was put there since you chose it (Tuesday 10 March 2026).")


def test_no_notice_says_which_computer_or_stick_the_records_are_on(vault: Vault, mia: int) -> None:
    """Everything may be on a stick, and nobody asked."""
    for backups in (None, BackupsNow(None, "", True)):
        said = [f"{each.words} {each.why}" for each in found(vault, TODAY, backups).values()]
        assert not [words for words in said if "this computer" in words]


@pytest.mark.parametrize(
    ("kind", "days"), [(NoticeKind.MAY_KEEP, 7), (NoticeKind.SHEET, 7), (NoticeKind.SECOND_PLACE, 28)]
)
def test_what_is_put_off_comes_again_on_its_day_and_no_sooner(
    vault: Vault, mia: int, kind: NoticeKind, days: int
) -> None:
    with vault.work() as session:
        day = notices.put_off(session, kind, TODAY)
    assert day == TODAY + timedelta(days=days)
    others = {NoticeKind.MAY_KEEP, NoticeKind.SHEET, NoticeKind.SECOND_PLACE} - {kind}
    assert set(found(vault)) == others
    assert kind not in found(vault, day - timedelta(days=1))
    assert kind in found(vault, day)


@pytest.mark.parametrize(
    ("backups", "words"),
    [
        (None, None),
        (BackupsNow(TODAY, "", False), None),
        (BackupsNow(TODAY - timedelta(days=30), "", False), None),
        (BackupsNow(TODAY - timedelta(days=7), "", True), None),
        (BackupsNow(TODAY - timedelta(days=8), "", True), "The newest backup is old"),
        (BackupsNow(None, "", True), "There is no backup yet"),
        (BackupsNow(TODAY, "The disk is full.", True), "The last backup did not work"),
        (BackupsNow(TODAY, "", False, "There is no room."), "The copy in the second place did not work"),
    ],
)
def test_backups_are_spoken_of_when_they_are_missing_old_or_failed(
    vault: Vault, mia: int, backups: BackupsNow | None, words: str | None
) -> None:
    with vault.reading() as session:
        said = {each.kind: each.words for each in notices.notices(session, TODAY, backups)}
    assert said.get(NoticeKind.BACKUP) == words


def test_each_notice_has_its_place_in_help() -> None:
    assert list(notices.NOTICE_RULES) == list(NoticeKind)


def test_notes_of_a_child_who_was_put_to_one_side_can_still_be_lost(vault: Vault, mia: int) -> None:
    before = set(found(vault))
    vault.run(children.delete_child, mia, TODAY)
    assert set(found(vault)) == before
