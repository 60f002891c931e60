"""The carer's own name, half-typed things, and looking for what is gone."""

import pytest

from carer_app.domain.child import Child
from carer_app.errors import NotFound
from carer_app.storage.vault import Vault
from carer_app.use_cases import drafts, household, lookup
from carer_app.use_cases.drafts import DraftKey
from tests import builders
from tests.builders import TODAY


def test_until_the_carer_says_a_name_sheets_say_the_foster_carer(vault: Vault) -> None:
    with vault.reading() as session:
        assert (household.own_name(session), lookup.carer_name(session)) == ("", "the foster carer")
    with vault.work() as session:
        household.set_own_name(session, " Sam ")
    with vault.reading() as session:
        assert lookup.carer_name(session) == "Sam"


def test_there_is_only_ever_one_household(vault: Vault) -> None:
    for name in ("Sam", "Alex"):
        with vault.work() as session:
            household.set_own_name(session, name)
    with vault.work() as session:
        assert lookup.household_to_change(session).id == 1
    with vault.reading() as session:
        assert household.own_name(session) == "Alex"


def test_what_is_half_typed_stays_with_its_place_until_it_is_whole(vault: Vault) -> None:
    with vault.work() as session:
        drafts.keep(session, DraftKey("home"), "day", "31 fe")
        drafts.keep(session, DraftKey("home"), "day", "31 feb")
        drafts.keep(session, DraftKey("home"), "name", "Mi")
        drafts.keep(session, DraftKey("actions"), "day", "tom")
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("home")) == {"day": "31 feb", "name": "Mi"}
    with vault.work() as session:
        drafts.keep(session, DraftKey("home"), "day", "")
        drafts.keep(session, DraftKey("home"), "never typed", "")
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("home")) == {"name": "Mi"}
    with vault.work() as session:
        drafts.forget(session, DraftKey("home"))
    with vault.reading() as session:
        assert drafts.of_place(session, DraftKey("home")) == {}
        assert drafts.of_place(session, DraftKey("actions")) == {"day": "tom"}


def test_what_was_deleted_counts_as_gone_unless_one_asks_for_it(vault: Vault) -> None:
    child = builders.add_child(vault)
    with vault.work() as session:
        lookup.find(session, Child, child).deleted_on = TODAY
    with vault.reading() as session:
        with pytest.raises(NotFound, match="no longer in your records"):
            lookup.find(session, Child, child)
        assert lookup.find(session, Child, child, even_deleted=True).name == "Mia"
