"""Words that were erased stand in no byte of the locked records: each page is opened with the key and searched."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from carer_app.choices import NoteKind
from carer_app.domain.stored_document import StoredDocument
from carer_app.jobs.search import Search
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    action_put_right,
    drafts,
    filing,
    following_up,
    pep_copies,
    searching,
    writing_notes,
)
from carer_app.use_cases.drafts import DraftKey
from carer_app.use_cases.filing import NewDocument, NewSource
from carer_app.use_cases.paper_words import WordsOfPage, keep_words
from carer_app.use_cases.writing_notes import NewNote
from tests import builders, canaries
from tests.builders import do, read
from tests.storage.in_clear import in_clear

TODAY = builders.TODAY
SEEDS = (3, 7)
"""With these, SQLite leaves a word behind where nothing is done about it."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    vault = builders.new_vault(tmp_path / "vault")
    yield vault
    vault.close()


def once_locked(vault: Vault, tmp_path: Path) -> bytes:
    """Every byte of the records in clear once they are locked, and of whatever else lies in their folder."""
    key = vault.key
    vault.close()
    folder = tmp_path / "vault"
    assert not (folder / "vault.db-journal").exists()
    others = [each.read_bytes() for each in folder.rglob("*") if each.is_file() and each.name != "vault.db"]
    return in_clear(folder / "vault.db", key) + b"".join(others)


def a_note(vault: Vault, child: int, words: str) -> int:
    return int(do(vault, writing_notes.add_note, child, NewNote(NoteKind.HOME, date(2026, 3, 1), words)))


def write(vault: Vault, note: int, words: str) -> None:
    do(vault, writing_notes.write_note, note, "seen", words)


@pytest.mark.parametrize("seed", SEEDS)
def test_words_erased_from_notes_are_in_no_page_however_the_notes_grew(
    vault: Vault, tmp_path: Path, seed: int
) -> None:
    """A note that grows as it is typed moves others from page to page, and each leaves a copy where it was."""
    child, chance = builders.add_child(vault, "Mia"), random.Random(seed)
    notes = {a_note(vault, child, word): word for word in (f"Zq{number}canary " for number in range(40))}
    for times in (4, 20, 60):
        for note in chance.sample(list(notes), len(notes)):
            write(vault, note, notes[note] * times)
    for note in chance.sample(list(notes), len(notes)):
        write(vault, note, "")
    left = once_locked(vault, tmp_path)
    assert [word for word in notes.values() if word.encode() in left] == []


def test_a_word_erased_from_a_note_is_found_no_more_and_in_no_backup_made_afterwards(
    vault: Vault, tmp_path: Path
) -> None:
    child = builders.add_child(vault, "Mia")
    note = a_note(vault, child, "Quagmire " * 900)
    write(vault, note, "Mia reads")
    search = Search()
    search.fill(read(vault, searching.everything_to_search))
    assert search.find("quagmire").children == ()
    assert search.find("reads").children
    search.close()
    key = vault.key
    assert b"Quagmire" not in once_locked(vault, tmp_path)
    again = Vault.open_with(tmp_path / "vault", key)
    (tmp_path / "in a backup").write_bytes(again.snapshot())
    again.close()
    assert b"Quagmire" not in in_clear(tmp_path / "in a backup", key)


def test_every_box_of_every_table_can_be_emptied_without_a_trace(vault: Vault, tmp_path: Path) -> None:
    """Three times over, each time longer than before: what was there first is gone as well."""
    builders.ordinary_household(vault)
    planted: dict[str, str] = {}
    for _time in range(3):
        planted |= canaries.plant(vault)
    assert canaries.columns_to_plant() <= set(planted.values())
    with vault.work() as session:
        for place in sorted(set(planted.values())):
            table, column = place.split(".")
            session.execute(text(f'UPDATE "{table}" SET "{column}" = \'\''))
    left = once_locked(vault, tmp_path)
    assert {place for word, place in planted.items() if word.encode() in left} == set()


def test_the_words_of_an_action_that_were_put_right_at_once_are_gone(vault: Vault, tmp_path: Path) -> None:
    ids = builders.ordinary_household(vault)
    action = read(vault, following_up.actions_of_child, ids["jordan"], TODAY)[0].id
    do(vault, action_put_right.write_why, action, TODAY, "Quagmire " * 700)
    do(vault, action_put_right.write_why, action, TODAY, "")
    assert b"Quagmire" not in once_locked(vault, tmp_path)


def test_what_was_half_typed_and_taken_out_again_is_gone(vault: Vault, tmp_path: Path) -> None:
    do(vault, drafts.keep, DraftKey("notes 1"), "seen", "Quagmire " * 700)
    do(vault, drafts.keep, DraftKey("notes 1"), "seen", "")
    assert b"Quagmire" not in once_locked(vault, tmp_path)


def test_of_a_paper_that_goes_for_good_nothing_is_left_and_its_key_neither(
    vault: Vault, tmp_path: Path
) -> None:
    """Whoever has the key of the records and its sealed file from an old disk opens it no more."""
    meeting = builders.add_meeting(vault, builders.add_child(vault, "Mia"), date(2026, 3, 9))
    builders.hold(vault, meeting)
    do(vault, filing.allow_papers, "Ms Ali", TODAY)
    sealed, itself = vault.sealed.seal(builders.A_PDF), vault.sealed.seal(b"as it came")
    source = NewSource("d" * 64, ".docx", itself.fingerprint, itself.key, 10)
    new = NewDocument(sealed.fingerprint, sealed.key, 900, 2, (source,))
    number = int(do(vault, pep_copies.register_copy, meeting, new, TODAY))
    do(vault, keep_words, number, (WordsOfPage(1, "Zanzibar" * 900), WordsOfPage(2, "Quagmire")))
    do(vault, lambda session: setattr(session.get(StoredDocument, number), "title", "A paper of Zebedee"))
    for name in do(vault, pep_copies.unregister_copy, meeting):
        vault.sealed.remove(name)
    left = once_locked(vault, tmp_path)
    for words in (b"Zanzibar", b"Quagmire", b"Zebedee", sealed.key, itself.key, b"d" * 64):
        assert words not in left
