"""Two photographs of a printed PEP page: kept as one file, read by a machine, found again, and gone when it goes."""

from datetime import date
from pathlib import Path

import pytest

from carer_app.choices import PaperKind
from carer_app.domain.stored_document import StoredDocument
from carer_app.imports import documents
from carer_app.jobs import photos_of_paper, read_papers
from carer_app.jobs.search import Search
from carer_app.storage.vault import Vault
from carer_app.use_cases import filing, paper_words, pep_copies, searching
from carer_app.use_cases.filing import NewDocument
from carer_app.use_cases.paper_words import PaperToRead, PlaceOfReading, WordsAre, WordsOfPage
from tests import builders, photographed
from tests.builders import do, read
from tests.imports import pep_like
from tests.storage.in_clear import in_clear

HELD = date(2026, 3, 9)


@pytest.fixture
def meeting(vault: Vault) -> int:
    number = builders.add_meeting(vault, builders.add_child(vault, "Mia"), HELD)
    builders.hold(vault, number, HELD)
    do(vault, filing.allow_papers, "Ms Ali", HELD)
    return number


def kept(vault: Vault, meeting: int, data: bytes) -> int:
    sealed = vault.sealed.seal(data)
    pages = len(documents.look_into(data).pages)
    new = NewDocument(sealed.fingerprint, sealed.key, len(data), pages)
    return int(do(vault, pep_copies.register_copy, meeting, new, HELD))


def read_all(vault: Vault) -> PaperToRead:
    """What the program does by and by, at once."""
    (paper,) = read(vault, paper_words.to_read)
    looked = read_papers.look(paper, vault.sealed)
    do(vault, paper_words.keep_words, paper.id, looked.words)
    for number in looked.pictures:
        do(vault, paper_words.keep_words, paper.id, (read_papers.read_page(paper, number, vault.sealed),))
    return paper


def found(vault: Vault, typed: str) -> list[tuple[str, str, str]]:
    """The paper's id and page, and what was found, of each find in a paper."""
    search = Search()
    search.fill(read(vault, searching.everything_to_search))
    lines = [each for of_child in search.find(typed).children for each in of_child.lines]
    search.close()
    return [
        (str(each.line.meeting_id), each.line.question, each.found)
        for each in lines
        if each.line.table == "paper_page"
    ]


def test_two_photographs_of_a_printed_page_are_read_and_found_on_their_page(
    vault: Vault, meeting: int, tmp_path: Path
) -> None:
    photos = tuple(photos_of_paper.read_photo(file) for file in photographed.photographs(tmp_path))
    new = photos_of_paper.keep(photos, vault.sealed)
    number = int(do(vault, pep_copies.register_copy, meeting, new, HELD))
    read_all(vault)
    assert read(vault, paper_words.to_read) == []
    words = read(vault, paper_words.words_of, number)
    assert [each.by_machine for each in words.values()] == [True, True]
    for page, lines in enumerate(photographed.PAGES, start=1):
        wanted = {word for line in lines for word in line.split() if word.isalpha()}
        missing = wanted - set(words[page].text.replace(",", " ").replace(":", " ").split())
        assert len(missing) <= len(wanted) // 10, missing
        assert len(words[page].boxes) == len(words[page].text.split())
    assert found(vault, "trombone") == [(str(number), "2", "trombone")]
    assert found(vault, "oak lane")[0][:2] == (str(number), "1")


def test_the_words_of_a_pdf_are_known_without_any_machine(vault: Vault, meeting: int) -> None:
    number = kept(vault, meeting, photographed.printed())
    (paper,) = read(vault, paper_words.to_read)
    looked = read_papers.look(paper, vault.sealed)
    assert looked.pictures == ()
    do(vault, paper_words.keep_words, paper.id, looked.words)
    assert found(vault, "trombone") == [(str(number), "2", "trombone")]
    assert not any(each.by_machine for each in read(vault, paper_words.words_of, number).values())


def test_a_page_that_cannot_be_read_is_not_tried_again_and_again(
    vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carer_app.errors import DocumentRefused
    from carer_app.imports import words_in_pictures

    def broken(_picture: object) -> None:
        raise DocumentRefused("no")

    kept(vault, meeting, photographed.printed())
    (paper,) = read(vault, paper_words.to_read)
    monkeypatch.setattr(words_in_pictures, "words_of", broken)
    words = read_papers.read_page(paper, 1, vault.sealed)
    assert words == WordsOfPage(1, "", by_machine=True)
    assert "found no words" in paper_words.told(words)


def test_pages_that_no_machine_is_to_read_are_not_kept_as_known(vault: Vault, meeting: int) -> None:
    most = paper_words.MOST_BY_MACHINE
    number = kept(vault, meeting, pep_like.scanned(most + 4))
    (paper,) = read(vault, paper_words.to_read)
    looked = read_papers.look(paper, vault.sealed)
    assert looked.words == ()
    assert looked.pictures == tuple(range(1, most + 1))
    assert read(vault, paper_words.words_are, number, True) == WordsAre.TO_BE_READ
    words = tuple(WordsOfPage(page, "", by_machine=True) for page in looked.pictures)
    do(vault, paper_words.keep_words, number, words)
    assert read(vault, paper_words.to_read) == []
    assert read(vault, paper_words.words_are, number, True) == WordsAre.NOT_READ
    assert read(vault, paper_words.count_not_known) == 1


@pytest.mark.parametrize("kind", paper_words.NOT_READ)
def test_a_paper_that_nobody_reads_is_said_to_be_that(vault: Vault, meeting: int, kind: PaperKind) -> None:
    number = kept(vault, meeting, pep_like.scanned())
    assert read(vault, paper_words.words_are, number, True) == WordsAre.TO_BE_READ
    assert read(vault, paper_words.words_are, number, False) == WordsAre.NOT_READ
    with vault.work() as session:
        session.get_one(StoredDocument, number).kind = kind
    assert read(vault, paper_words.to_read) == []
    assert read(vault, paper_words.words_are, number, True) == WordsAre.NOT_READ
    assert read(vault, paper_words.count_not_known) == 1
    do(vault, paper_words.keep_words, number, (WordsOfPage(1, "words"),))
    assert read(vault, paper_words.words_are, number, True) == WordsAre.KNOWN
    assert read(vault, paper_words.count_not_known) == 0


def test_what_a_machine_read_is_said_to_be_that() -> None:
    assert paper_words.told(WordsOfPage(1, "Mia reads")) == "Mia reads"
    assert paper_words.told(WordsOfPage(1, "Mia reads", by_machine=True)).endswith(
        "Some may be wrong.\n\nMia reads"
    )


def test_words_that_come_for_a_paper_that_is_gone_are_not_kept(vault: Vault, meeting: int) -> None:
    number = kept(vault, meeting, photographed.printed())
    do(vault, pep_copies.unregister_copy, meeting)
    do(vault, paper_words.keep_words, number, (WordsOfPage(1, "Xylophone"),))
    assert found(vault, "xylophone") == []


def test_words_of_pages_that_a_paper_does_not_have_are_not_kept(vault: Vault, meeting: int) -> None:
    number = kept(vault, meeting, photographed.printed())
    do(
        vault,
        paper_words.keep_words,
        number,
        (WordsOfPage(0, "no"), WordsOfPage(3, "no"), WordsOfPage(2, "yes")),
    )
    assert list(read(vault, paper_words.words_of, number)) == [2]


def test_the_place_where_reading_stopped_is_kept_for_each_paper(vault: Vault, meeting: int) -> None:
    number = kept(vault, meeting, photographed.printed())
    assert read(vault, paper_words.place_of_reading, number) == PlaceOfReading()
    do(vault, paper_words.remember_place, number, PlaceOfReading(2, 150, 1))
    assert read(vault, paper_words.place_of_reading, number) == PlaceOfReading(2, 150, 1)


def test_the_words_of_a_paper_that_goes_for_good_stand_in_no_page_of_the_file(
    vault: Vault, meeting: int
) -> None:
    number = kept(vault, meeting, photographed.printed())
    secret = "Zanzibar" * 900  # longer than a page of the file, so that pages of their own hold it
    do(vault, paper_words.keep_words, number, (WordsOfPage(1, secret), WordsOfPage(2, "Quagmire")))
    assert b"Zanzibar" in in_clear(vault._folder / "vault.db", vault.key)
    assert b"Quagmire" in in_clear(vault._folder / "vault.db", vault.key)
    do(vault, pep_copies.unregister_copy, meeting)
    assert read(vault, lambda session: session.get(StoredDocument, number)) is None
    left = in_clear(vault._folder / "vault.db", vault.key)
    assert b"Zanzibar" not in left
    assert b"Quagmire" not in left
    assert found(vault, "quagmire") == []
