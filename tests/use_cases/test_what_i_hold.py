"""What I hold about a child is true by construction: no table with a child in it is left out."""

from pathlib import Path

import pytest

from carer_app.choices import MayKeep
from carer_app.domain.all_tables import Base
from carer_app.domain.child import Child
from carer_app.domain.register import ABOUT_A_CHILD
from carer_app.jobs.whereabouts import whereabouts
from carer_app.paper import pdf
from carer_app.storage.vault import Vault
from carer_app.use_cases import drafts, hearing_the_child, may_keep, what_i_hold
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.may_keep import KeepingAnswer
from tests import builders
from tests.builders import TODAY
from tests.paper.sheets import read, text_of


def test_every_table_about_a_child_is_counted_in_words_in_the_order_of_the_register() -> None:
    """What is about a child is said in one place, domain/register.py; which words it is told in, in what_i_hold.py."""
    assert [Child, *what_i_hold.COUNTED] == [table.noun for table in ABOUT_A_CHILD]


def test_every_column_about_the_child_is_named() -> None:
    columns = {column.name for column in Child.__table__.columns}
    assert columns == {*what_i_hold.CHILD_FACTS, "id", "deleted_on"}


def test_the_counts_of_all_children_together_are_all_rows_there_are(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    with vault.work() as session:
        view = hearing_the_child.add_view(session, ids["over"], builders.WhoseWords.CHILD_SAID, TODAY, "Gone")
        hearing_the_child.remove_view(session, view, TODAY)
    children = (ids["mia"], ids["jordan"])
    with vault.reading() as session:
        for noun in what_i_hold.COUNTED:
            rows = len(session.execute(Base.metadata.tables[noun.__tablename__].select()).all())
            assert sum(what_i_hold.count(session, noun, child) for child in children) == rows, noun
        filled = {
            n.__tablename__ for n in what_i_hold.COUNTED if what_i_hold.count(session, n, ids["jordan"])
        }
        assert {"person", "meeting", "child_view", "agreed_action", "stored_document"} <= filled


def told(vault: Vault, child: int, root: Path) -> str:
    where = whereabouts(vault, root)
    with vault.reading() as session:
        return text_of(pdf.make_pdf(what_i_hold.what_i_hold(session, child, TODAY, where)))


def test_it_says_what_who_where_and_how_on_one_page(vault: Vault, tmp_path: Path) -> None:
    ids = builders.ordinary_household(vault)
    builders.file_a_copy(vault, ids["over"])
    vault.run(may_keep.write_down, KeepingAnswer(MayKeep.YES, "Ms Dean", TODAY, TODAY))
    vault.run(drafts.keep, DraftKey("edit_child 2", "child", ids["jordan"]), "birthday", "31 feb")
    words = told(vault, ids["jordan"], tmp_path)
    for part in (
        "What I hold about Jordan",
        "The name used at home, birthday, day of the last PEP, council responsible.",
        "2 things the child said",
        "3 agreed actions",
        "1 stored file",
        "1 box half typed or photo not kept yet",
        "Surname, address, legal status and a photograph of the child.",
        "Ms Dean said that notes may be kept on this computer (Tuesday 10 March 2026).",
        "Ms Ali said that files they send may be kept too",
        "Whoever knows the password (three words).",
        "24 hours, 14 days, 8 weeks and 12 months",
        "To the fostering service, and to nobody else.",
    ):
        assert part in words
    assert str(tmp_path / "vault") in words.replace(" ", "")
    assert "Playtime" not in words, "it says how many, and never what"
    with vault.reading() as session:
        sheet = what_i_hold.what_i_hold(session, ids["jordan"], TODAY, whereabouts(vault, tmp_path))
    assert len(read(pdf.make_pdf(sheet)).pages) == 1


def test_a_sitting_holds_nothing_on_any_disk(tmp_path: Path) -> None:
    vault = Vault.in_memory()
    child = builders.add_child(vault)
    words = told(vault, child, tmp_path)
    assert "In the memory of this computer only." in words
    assert str(tmp_path) not in words
    vault.close()


@pytest.mark.parametrize("kind", ["sheet", "keyring"])
def test_another_way_in_is_named_as_soon_as_it_is_there(vault: Vault, tmp_path: Path, kind: str) -> None:
    from carer_app.storage import keys

    child = builders.add_child(vault)
    sentence = {"sheet": "Whoever has the way-back-in sheet.", "keyring": "Whoever can sign in"}[kind]
    assert sentence not in told(vault, child, tmp_path)
    key = keys.unwrap(vault.key_file_now(), builders.PASSWORD)
    slot = {"sheet": keys.SHEET, "keyring": keys.KEYRING}[kind]
    vault.keep_key_file(keys.with_slot(vault.key_file_now(), key, slot, "some secret", builders.CHEAP))
    assert sentence in told(vault, child, tmp_path)
