"""A page whose child, meeting or paper was removed says so quietly, everywhere in the same words, and has a way on."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy.orm import Session

from carer_app.computer.preferences import Preferences
from carer_app.domain.base import Deletable
from carer_app.domain.child import Child
from carer_app.domain.meeting import Meeting
from carer_app.domain.stored_document import StoredDocument
from carer_app.storage.vault import Vault
from carer_app.use_cases import children
from tests import builders
from tests.ui.audit import settle
from tests.ui.conftest import NoDoor
from ui.base.background import Background
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import ChildRecord, Children, NotesOf, Place, RecentlyRemoved, every_place
from ui.base.records import Records
from ui.look import theme
from ui.shell.window import Window

WHAT: dict[str, type[Deletable]] = {"child_id": Child, "meeting_id": Meeting, "document_id": StoredDocument}
"""What a place is about, by the name of the fact that says so."""
GONE = "This is no longer here"


def about(place: Place) -> str | None:
    """The fact of this place that can be removed; None where it is about nothing that can."""
    return next((name for name in place.made_of if name in WHAT and getattr(place, name)), None)


class Home:
    """An ordinary household, and every page about something in it that can be removed."""

    def __init__(self, folder: Path) -> None:
        self.vault: Vault = builders.new_vault(folder / "vault")
        ids = builders.ordinary_household(self.vault)
        document = builders.file_a_copy(self.vault, ids["over"])
        every = every_place(ids["mia"], ids["school"], ids["coming"], ids["over"], document)
        self.places = [place for place in every if about(place) and not place.is_closed_room]
        self.pages: list[Page] = []
        self.background = Background()
        self.records = Records(self.background)
        self.records.open(self.vault)
        door = NoDoor(folder, self.records)
        self.house = House(self.records, lambda: builders.TODAY, Preferences, lambda _wanted: None, door)

    def page(self, place: Place) -> Page:
        module, name = place.page.split(":")
        page: Page = getattr(import_module(module), name)(self.house, place)
        self.pages.append(page)
        page.show_now()
        self.background.finish()
        return page

    def set_gone(self, noun: type[Deletable], number: int, gone: bool) -> None:
        self.records.change(_set_gone, noun, number, gone)

    def close(self) -> None:
        self.background.finish()
        for page in self.pages:
            page.deleteLater()
        self.records.close()
        settle()


def _set_gone(session: Session, noun: type[Deletable], number: int, gone: bool) -> None:
    row = session.get(noun, number, execution_options={"include_deleted": True})
    assert row is not None
    row.remove(builders.TODAY) if gone else row.bring_back()


@pytest.fixture(scope="module")
def home(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    theme.apply(qapp, theme.Look())
    made = Home(tmp_path_factory.mktemp("home"))
    yield made
    made.close()


def test_a_page_whose_child_meeting_or_paper_was_removed_says_so_and_comes_back(home: Home) -> None:
    wrong = []
    pages = [(place, home.page(place)) for place in home.places]
    called = {place: page.accessibleName() for place, page in pages}
    for what in sorted({(about(place), getattr(place, about(place) or "")) for place in home.places}):
        noun, number = WHAT[str(what[0])], what[1]
        its = [(place, page) for place, page in pages if (about(place), getattr(place, what[0], 0)) == what]
        home.set_gone(noun, number, gone=True)
        for place, page in its:
            page.show_now()
            if not (page.is_gone and page.body.isHidden() and page.accessibleName() == GONE):
                wrong.append(f"{place} does not say that it is gone")
        home.set_gone(noun, number, gone=False)
        for place, page in its:
            page.show_now()
            if page.is_gone or page.body.isHidden() or page.accessibleName() != called[place]:
                wrong.append(f"{place} does not come back")
    assert wrong == []
    assert len(pages) > 40


def test_everything_about_a_child_goes_with_the_child_also_what_is_opened_only_then(home: Home) -> None:
    everyone = [row.id for row in home.records.read(children.list_children, builders.TODAY)]
    for child in everyone:
        home.set_gone(Child, child, gone=True)
    pages = [(place, home.page(place)) for place in home.places]
    there = [repr(place) for place, page in pages if not page.is_gone]
    for child in everyone:
        home.set_gone(Child, child, gone=False)
    for _place, page in pages:
        page.show_now()
    still_gone = [repr(place) for place, page in pages if page.is_gone]
    assert (there, still_gone) == ([], [])


def test_the_page_of_a_child_put_to_one_side_says_whose_notes_can_come_back(home: Home) -> None:
    record = next(place for place in home.places if isinstance(place, ChildRecord))
    page = home.page(record)
    home.set_gone(Child, record.child_id, gone=True)
    page.show_now()
    assert page.instead is not None
    assert page.instead.words.words().startswith("Mia’s notes are put to one side.")
    home.set_gone(Child, record.child_id, gone=False)


def test_there_is_a_way_on_and_back_does_not_lead_to_what_is_gone(home: Home, qapp: QApplication) -> None:
    record = next(place for place in home.places if isinstance(place, ChildRecord))
    window = Window(home.house)
    window.show()
    window.start_at(Children())
    window.go(record)
    window.go(NotesOf(record.child_id))
    home.set_gone(Child, record.child_id, gone=True)
    settle()
    page = window.page
    assert page is not None
    assert page.instead is not None
    assert window.focusWidget() is page.instead.heading
    went: list[Place] = []
    page.go.disconnect(window.go)
    page.go.connect(went.append)
    page.instead.removed.click()
    page.instead.children_button.click()
    assert went == [RecentlyRemoved(), Children()]
    window.back()
    shown = window.place
    home.set_gone(Child, record.child_id, gone=False)
    window.let_go_of_pages()
    window.close()
    window.deleteLater()
    assert shown == Children()
