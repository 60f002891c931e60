"""The list of children."""

from collections.abc import Callable
from datetime import date
from typing import Any

from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from tests import builders
from tests.ui.children_pages import journey, undoable
from tests.ui.preparing_pages import focused
from ui.base.house import House
from ui.base.places import AddChild, ChildRecord, Children
from ui.children.children import ChildrenPage

Show = Callable[[Any], Any]


def page_of(house: House, show: Show) -> ChildrenPage:
    page: ChildrenPage = show(ChildrenPage(house, Children()))
    return page


def rows(page: ChildrenPage) -> list[tuple[str, str]]:
    return [(row.words(), row.detail()) for row in map(page.rows.row, page.rows.ids())]


def test_with_nobody_there_one_sentence_and_one_button_lead_on(house: House, show: Show) -> None:
    page = page_of(house, show)
    assert page.empty.isVisible()
    assert not page.add.isVisible()
    assert not page.cleared.isVisible()


def test_each_child_has_a_row_with_year_and_school_that_opens_their_page(
    house: House, show: Show, vault: Vault
) -> None:
    builders.add_child(vault, "Mia", "Elm Park", birthday=date(2016, 5, 2))
    jo = builders.add_child(vault, builders.NASTY, "")
    page = page_of(house, show)
    assert rows(page) == [("Mia", "Year 5 · Elm Park"), (builders.NASTY, "")]
    went = journey(page)
    page.rows.row(jo).click()
    page.add.click()
    assert went == [ChildRecord(jo), AddChild()]
    assert not page.empty.isVisible()


def test_a_child_added_elsewhere_appears_without_asking(house: House, show: Show, vault: Vault) -> None:
    page = page_of(house, show)
    house.records.change(children.add_child, "Mia", children.FirstFact.NONE_YET, None, builders.TODAY, "uid")
    assert rows(page) == [("Mia", "")]


def test_a_cleared_child_can_be_put_back_and_that_can_be_undone(
    house: House, show: Show, vault: Vault
) -> None:
    builders.add_child(vault, "Mia", "")
    jo = builders.add_child(vault, "Jo", "")
    house.records.change(children.delete_child, jo, builders.TODAY)
    page, undos = page_of(house, show), undoable(house)
    assert rows(page) == [("Mia", "")]
    back = page.cleared_rows.row(jo)
    assert back.words() == "Bring Jo back to the list"
    back.setFocus()
    back.click()
    assert rows(page) == [("Mia", ""), ("Jo", "")]
    assert not page.cleared.isVisible()
    assert focused(page) is page.add
    assert undos[-1].words == "Jo is on the list again."
    house.records.undo()
    assert rows(page) == [("Mia", "")]
    assert page.cleared.isVisible()
