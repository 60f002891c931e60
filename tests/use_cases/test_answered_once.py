"""One reading works a thing out once; what has been changed is never answered from before."""

from sqlalchemy import event

from carer_app.storage.vault import Vault
from carer_app.use_cases import for_home
from carer_app.use_cases.pep_dates import pep_due
from tests import builders

DAY = builders.TODAY


def asked_of(vault: Vault, times: int) -> int:
    """How many statements Home needs when it is read so many times in one reading."""
    asked: list[object] = []
    with vault.reading() as session:
        engine = session.get_bind()

        def note(*said: object) -> None:
            asked.append(said)

        event.listen(engine, "before_cursor_execute", note)
        for _time in range(times):
            for_home.home(session, DAY)
        event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_a_day_once_worked_out_is_not_worked_out_again_in_the_same_reading(vault: Vault) -> None:
    child = builders.add_child(vault)
    with vault.reading() as session:
        assert pep_due(session, child, DAY) is pep_due(session, child, DAY)
        assert pep_due(session, child, DAY) is not pep_due(session, child, DAY.replace(month=5))


def test_home_asks_the_records_little_for_each_child(vault: Vault) -> None:
    builders.add_child(vault)
    alone = asked_of(vault, 1)
    builders.add_child(vault)
    assert asked_of(vault, 1) - alone <= 20
    assert asked_of(vault, 2) < 2 * asked_of(vault, 1)


def test_a_change_is_answered_from_what_is_true_then(vault: Vault) -> None:
    child = builders.add_child(vault, last_pep_on=DAY)
    with vault.reading() as session:
        before = pep_due(session, child, DAY).due_on
    with vault.work() as session:
        assert pep_due(session, child, DAY).due_on == before
        builders.six_months(session)
        now = pep_due(session, child, DAY).due_on
    assert now != before
    with vault.reading() as session:
        assert pep_due(session, child, DAY).due_on == now
