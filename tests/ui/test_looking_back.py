"""Looking back: strips that are told in words, a list by month that leads to where each thing is written down."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import FigureKind, NoteKind, PaperKind, PastKind, WithoutSchool
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    at_the_review,
    children,
    days_without_school,
    filing,
    papers,
    writing_notes,
    writing_to_the_child,
)
from carer_app.use_cases.looking_back import Happened, happened
from carer_app.use_cases.writing_notes import NewNote
from tests import builders, canaries
from tests.builders import TODAY, do, read
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import LookingBackPlace, NotesOf, Place, every_place
from ui.looking_back.looking_back import _PLACES, LookingBackPage

Show = Callable[[Page], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    child: int = builders.ordinary_household(vault)["jordan"]
    return child


@pytest.fixture
def page(house: House, show: Show, child: int) -> LookingBackPage:
    page: LookingBackPage = show(LookingBackPage(house, LookingBackPlace(child)))
    return page


def words(page: LookingBackPage) -> list[str]:
    months = [page.months.row(number) for number in page.months.ids()]
    return [month._rows.row(row_id).words() for month in months for row_id in month._rows.ids()]


def test_a_year_is_drawn_and_told_in_words(page: LookingBackPage) -> None:
    strip = page.years.row(page.years.ids()[0]).strip
    assert strip.accessibleName().startswith("2025/26")
    assert "PEP meeting" in strip.accessibleDescription()
    picture = strip.grab().toImage()
    assert (
        len({picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(picture.height())}) > 2
    )


def test_a_strip_grows_by_a_row_where_marks_come_close(
    page: LookingBackPage, vault: Vault, child: int
) -> None:
    strip = page.years.row(page.years.ids()[0]).strip
    before = strip.heightForWidth(strip.width())
    with vault.work() as session:
        children.set_moves(session, child, [date(2026, 3, 8), date(2026, 3, 9), date(2026, 3, 10)])
    page._stale = True
    page.show_now()
    assert strip.heightForWidth(strip.width()) > before


def test_one_kind_alone_or_everything_and_a_kind_that_is_gone_shows_all(
    page: LookingBackPage, vault: Vault, child: int
) -> None:
    note = do(vault, writing_notes.add_note, child, NewNote(NoteKind.HOME, TODAY, "Slept well."))
    page.refresh()
    page.kinds.row(PastKind.NOTE).click()
    assert words(page) == ["At home: Slept well."]
    assert not page.kinds.row(PastKind.OUT).isVisible(), "nothing of it"
    do(vault, writing_notes.remove_note, note, TODAY)
    page.refresh()
    assert page.kinds.value() == "all"
    assert "Slept" not in " ".join(words(page))


def test_each_thing_leads_to_where_it_is_written_down(
    page: LookingBackPage, vault: Vault, child: int
) -> None:
    do(vault, writing_notes.add_note, child, NewNote(NoteKind.HOME, TODAY, "Slept well."))
    page.refresh()
    page.kinds.row(PastKind.NOTE).click()
    went: list[Place] = []
    page.go.connect(went.append)
    month = page.months.row(page.months.ids()[0])
    month.first_box().click()
    assert went == [NotesOf(child)]


def test_every_kind_of_row_that_can_happen_has_a_place(vault: Vault) -> None:
    ids = builders.ordinary_household(vault)
    child = ids["jordan"]
    builders.file_a_copy(vault, ids["over"])
    canaries.plant(vault)
    letter = do(vault, writing_to_the_child.begin_letter, child, TODAY)
    do(vault, writing_to_the_child.give_letter, letter, TODAY)
    do(vault, at_the_review.review_was_held, child, TODAY, TODAY)
    do(vault, days_without_school.add_days, child, WithoutSchool.SUSPENDED, TODAY)
    new = filing.NewDocument("d" * 64, b"k" * 32, 9, 1)
    report = do(vault, papers.add_paper, child, papers.NewPaper(PaperKind.REPORT, on=TODAY), new, TODAY)
    do(vault, papers.add_figure, report, FigureKind.ATTENDANCE, "", "94%")
    known = {type(each) for each in every_place(1, 1, 1, 1, 1, 1, 1)}
    everything: list[Happened] = [
        each for number in (1, 2) for each in read(vault, happened, number, date(2036, 1, 1))
    ]
    assert {each.table for each in everything} == set(_PLACES)
    for each in everything:
        assert type(_PLACES[each.table](child, each)) in known
