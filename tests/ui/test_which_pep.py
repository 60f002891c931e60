"""Which PEP a paper is the copy of is put right on its own page and on the page of the copy, with what follows said."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import PaperKind
from carer_app.storage.vault import Vault
from carer_app.use_cases import papers, pep_copies
from carer_app.use_cases.papers import NewPaper
from tests import builders
from tests.builders import TODAY, do, read
from tests.use_cases.papers_to_keep import new, whose_papers
from ui.base.house import House
from ui.base.places import AboutPaper, PepCopyPlace
from ui.documents.about_paper import AboutPaperPage
from ui.documents.pep_copy import PepCopyPage

Show = Callable[..., Any]


@pytest.fixture
def mia(vault: Vault) -> int:
    return whose_papers(vault)


def choose(fold: Any, words: str) -> None:
    """By keys or mouse: open it, and choose these words."""
    fold.open(True)
    place = fold.which.findText(words)
    assert place >= 0, [fold.which.itemText(at) for at in range(fold.which.count())]
    fold.which.setCurrentIndex(place)
    fold.which.activated.emit(place)


def test_on_the_page_of_a_letter_it_becomes_a_copy_and_undo_takes_it_back(
    house: House, show: Show, vault: Vault, mia: int
) -> None:
    letter = do(vault, papers.add_paper, mia, NewPaper(PaperKind.LETTER, "From school"), new(), TODAY)
    page = show(AboutPaperPage(house, AboutPaper(letter)))
    assert page.which_pep.which.currentText() == "None: it is another paper"
    choose(page.which_pep, "The PEP of 9 March 2026")
    assert house.records.can_be_undone.words == "It is the copy of the PEP of 9 March 2026 now."
    assert read(vault, papers.papers_of, mia) == []
    assert page.which_pep.which.currentText() == "The PEP of 9 March 2026"
    house.records.undo()
    assert [each.title for each in read(vault, papers.papers_of, mia)] == ["From school"]


def test_on_the_page_of_a_copy_it_goes_to_another_pep_and_this_one_waits_again(
    house: House, show: Show, vault: Vault, mia: int
) -> None:
    march = read(vault, pep_copies.copies_of_child, mia, TODAY)[0].meeting_id
    september = builders.add_meeting(vault, mia, date(2025, 9, 12))
    builders.hold(vault, september, date(2025, 9, 12))
    do(vault, pep_copies.register_copy, march, new(), TODAY)
    page = show(PepCopyPage(house, PepCopyPlace(march)))
    choose(page.file.which_pep, "The PEP of 12 September 2025")
    said = house.records.can_be_undone.words
    assert said == (
        "It is the copy of the PEP of 12 September 2025 now. "
        "The copy of the PEP of 9 March 2026 counts as not here."
    )
    assert not page.file.stored.isVisible()
    assert page.when.words().startswith("It should")
    house.records.undo()
    assert page.file.stored.isVisible()
    assert page.file.which_pep.which.currentText() == "The PEP of 9 March 2026"
