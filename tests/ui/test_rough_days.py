"""A day that is only roughly known is kept and shown as it was typed, and never as its first day."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import MayKeep, NoteKind, Part, PlainQuestion
from carer_app.storage.vault import Vault
from carer_app.typed_dates import read_day
from carer_app.use_cases import hearing_the_child, may_keep, notices, summarising, writing_notes
from tests import builders
from tests.builders import TODAY
from tests.ui.preparing_pages import part_page, sentences, type_day, write
from ui.base.house import House
from ui.base.places import MayKeepAgain, NotesOf, WriteNote
from ui.notes.notes_of import NotesOfPage
from ui.notes.write_note import WriteNotePage
from ui.preparation.child_says import ChildSaysPage
from ui.settings.may_keep_again import MayKeepAgainPage

Show = Callable[[Any], Any]
READ = "We read: June 2025. If you know the exact day, type it."


@pytest.fixture
def meeting(vault: Vault) -> int:
    return builders.add_meeting(vault, builders.add_child(vault))


@pytest.mark.usefixtures("meeting")
def test_who_said_in_june_that_notes_may_be_kept_said_it_in_june(
    house: House, vault: Vault, show: Show
) -> None:
    page: MayKeepAgainPage = show(MayKeepAgainPage(house, MayKeepAgain()))
    page.form.answer.row(MayKeep.YES).click()
    page.form.who.setText("Ms Dean")
    type_day(page.form.when.line, "June 2025")
    assert page.form.when.answer() == READ
    page.go_on.click()
    words = "Ms Dean said that notes may be kept on this computer (June 2025)."
    assert house.records.read(may_keep.keeping_answer).words == words
    again: MayKeepAgainPage = show(MayKeepAgainPage(house, MayKeepAgain()))
    assert (again.state.words(), again.form.when.raw()) == (words, "June 2025")
    for day, why in (
        (date(2026, 5, 31), None),
        (date(2026, 6, 1), "It may be a year since you asked (June 2025)."),
        (date(2026, 6, 30), "It is a year since you asked (June 2025)."),
    ):
        found = house.records.read(notices.notices, day)
        said = next((each.why for each in found if each.kind == notices.NoticeKind.MAY_KEEP), None)
        assert (said and said.partition(" Services")[0]) == why


def test_a_note_of_a_month_is_shown_and_changed_as_that_month(house: House, show: Show, meeting: int) -> None:
    page: WriteNotePage = show(WriteNotePage(house, WriteNote()))
    said: list[str] = []
    page.said.connect(said.append)
    write(page.seen, "Swam a length")
    page.kind.row(NoteKind.ACHIEVEMENT).click()
    type_day(page.day.line, "June 2025")
    page.keep.click()
    assert said == ["Kept, for June 2025. You can write another one."]
    shown: NotesOfPage = show(NotesOfPage(house, NotesOf(1)))
    [number] = shown.rows.ids()
    card = shown.rows.row(number)
    assert card.heading.words() == "June 2025 · Something achieved"
    card.change.click()
    assert card.details.day.raw() == "June 2025"
    for typed, heading, year in (
        ("last year", "2025 · Something achieved", "2024/25 or 2025/26: Swam a length"),
        ("a week ago", "About 3 March 2026 · Something achieved", "2025/26: Swam a length"),
        ("3 March 2026", "3 March 2026 · Something achieved", "2025/26: Swam a length"),
    ):
        type_day(card.details.day.line, typed)
        assert card.heading.words() == heading
        years = shown.achieved_years
        assert [years.row(each).words() for each in years.ids()] == [year]


def test_a_note_that_may_be_from_after_the_last_meeting_is_offered(
    house: House, vault: Vault, meeting: int
) -> None:
    builders.hold(vault, meeting, date(2025, 6, 10))
    coming = builders.add_meeting(vault, 1, uid="uid-2")
    for typed, offered in (
        ("May 2025", False),
        ("June 2025", True),
        ("1 June 2025", False),
        ("late June 2025", True),
    ):
        day = read_day(typed, TODAY, "past", about=True)
        note = vault.run(writing_notes.add_note, 1, writing_notes.NewNote(NoteKind.HOME, day, typed))
        found = house.records.read(writing_notes.notes_for, coming, Part.OUT_OF_SCHOOL)
        assert (note in [each.id for each in found]) is offered, typed


def test_what_a_child_said_and_when_they_were_asked_go_on_the_sheet_as_they_are_known(
    house: House, show: Show, meeting: int
) -> None:
    page: ChildSaysPage = show(part_page(house, ChildSaysPage, meeting, Part.CHILD_SAYS))
    type_day(page.asked_on.line, "last month")
    assert page.asked_on.raw() == "February 2026"
    assert "We read: February 2026. If you know the exact day, type it." in sentences(page)
    sheet = house.records.read(summarising.meeting_sheet, meeting, TODAY)
    assert sheet.no_words_line == "Asked in February 2026. Mia chose not to add words this time."
    page.add.click()
    row = page.rows.row(page.rows.ids()[-1])
    write(row.text, "I like art.")
    type_day(row.said_on.line, "about 3 weeks ago")
    assert row.whose_line.words() == "Mia said this, the foster carer wrote it down · about 17 February 2026"
    [quote] = house.records.read(summarising.meeting_sheet, meeting, TODAY).child_says
    assert quote.whose_line == "Mia said this, the foster carer wrote it down, about 17 February 2026"
    [view] = house.records.read(hearing_the_child.views, meeting)
    house.records.change(hearing_the_child.set_said_on, view.id, date(2026, 2, 17), TODAY)
    assert row.whose_line.words() == "Mia said this, the foster carer wrote it down · 17 February 2026"
    again: ChildSaysPage = show(part_page(house, ChildSaysPage, meeting, Part.CHILD_SAYS))
    assert again.stored_days[PlainQuestion.ASKED_ON]._stored == page.asked_on.value()
