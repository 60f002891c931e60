"""The way-back-in sheet as Home and Settings know it."""

from datetime import date, timedelta

from carer_app.storage.vault import Vault
from carer_app.use_cases import ways_in
from carer_app.use_cases.ways_in import SheetFacts
from tests.builders import TODAY


def facts(vault: Vault) -> SheetFacts:
    with vault.reading() as session:
        return ways_in.sheet_facts(session)


def test_a_sheet_is_asked_for_until_it_is_proved(vault: Vault) -> None:
    assert facts(vault) == SheetFacts()
    vault.run(ways_in.sheet_was_made, 3, "ACDE", TODAY)
    assert (facts(vault).asks_group, facts(vault).group, facts(vault).made_on) == (3, "ACDE", TODAY)
    vault.run(ways_in.sheet_was_proved, TODAY)
    assert facts(vault).proved_on == TODAY


def test_put_off_it_comes_back_in_a_week(vault: Vault) -> None:
    vault.run(ways_in.sheet_was_made, 3, "ACDE", TODAY)
    vault.run(ways_in.ask_again_later, TODAY)
    assert facts(vault).remind_from == TODAY + timedelta(days=7)


def test_a_new_sheet_is_not_proved_by_the_old_one(vault: Vault) -> None:
    vault.run(ways_in.sheet_was_made, 3, "ACDE", date(2026, 1, 1))
    vault.run(ways_in.ask_again_later, TODAY)
    vault.run(ways_in.sheet_was_proved, TODAY)
    vault.run(ways_in.sheet_was_made, 5, "FHJK", TODAY)
    assert facts(vault) == SheetFacts(TODAY, None, 5, "FHJK", None)


def test_of_a_sheet_taken_away_nothing_is_kept(vault: Vault) -> None:
    vault.run(ways_in.sheet_was_made, 3, "ACDE", TODAY)
    vault.run(ways_in.sheet_was_taken_away)
    assert facts(vault) == SheetFacts()


def test_the_kept_group_never_reaches_a_log() -> None:
    assert "ACDE" not in repr(SheetFacts(group="ACDE"))
