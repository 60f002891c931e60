"""What the tests of the children’s pages share."""

from carer_app.storage.vault import Vault
from carer_app.use_cases import children, school_dates
from carer_app.use_cases.children import ChildFacts
from carer_app.use_cases.school_dates import SchoolDatesView
from tests.builders import TODAY
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Place
from ui.base.records import Undo
from ui.children.check_dates import CheckDatesPage


def journey(page: Page) -> list[Place]:
    """Fills with each place the page leads to."""
    places: list[Place] = []
    page.go.connect(places.append)
    return places


def undoable(house: House) -> list[Undo]:
    """Fills with each change that could be undone."""
    undos: list[Undo] = []
    house.records.undoable.connect(undos.append)
    return undos


def facts(house: House, child: int) -> ChildFacts:
    """What is stored of a child."""
    return house.records.read(children.child_facts, child, TODAY)


def dates(house: House, school: int) -> SchoolDatesView:
    """What is stored of a school's dates."""
    return house.records.read(school_dates.school_dates, school)


def school_of(vault: Vault, child: int) -> int:
    """The school a child goes to."""
    with vault.reading() as session:
        school = children.child_facts(session, child, TODAY).school_id
    assert school is not None
    return school


def use_riverside(vault: Vault, school: int) -> None:
    """Give a school the dates of the example."""
    with vault.work() as session:
        school_dates.use_example(session, school, "riverside_2025_26")


def use_all_the_same(page: CheckDatesPage) -> None:
    """Use the dates although something is not looked at: that is said first."""
    page.using.use.click()
    assert page.using.not_looked.isVisible()
    page.using.use.click()
