"""What makes school hard just now: seen, helped, asked for, without blame."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from carer_app.choices import ConcernKind, Part, Role
from carer_app.storage.vault import Vault
from carer_app.use_cases import children, preparing
from carer_app.use_cases.preparing import ConcernRow
from tests import builders
from tests.ui.preparing_pages import focused, part_page, sentences, write
from ui.base.house import House
from ui.preparation.hard_now import HardNowPage
from ui.widgets.buttons import Button
from ui.widgets.text import Heading

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    child = builders.add_child(vault)
    with vault.work() as session:
        children.set_person(session, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    return builders.add_meeting(vault, child)


@pytest.fixture
def page(house: House, show: Show, meeting: int) -> HardNowPage:
    page: HardNowPage = show(part_page(house, HardNowPage, meeting, Part.HARD_NOW))
    return page


def concerns(house: House, meeting: int) -> list[ConcernRow]:
    return house.records.read(preparing.concerns, meeting)


def test_the_page_asks_for_what_was_seen_and_no_blame(page: HardNowPage) -> None:
    assert page.accessibleName() == "What makes school hard just now"
    assert "Say what you saw. Leave out blame." in sentences(page)
    assert "If nothing is hard just now, leave this part empty." in sentences(page)


@pytest.mark.parametrize("kind", list(ConcernKind))
def test_each_kind_can_be_added_and_takes_the_keyboard(
    page: HardNowPage, house: House, meeting: int, kind: ConcernKind
) -> None:
    page.kinds[kind].click()
    (row,) = concerns(house, meeting)
    assert row.kind == kind
    assert focused(page) is page.rows.row(row.id).text("what_we_see")
    assert f"1. {kind.words}" in sentences(page)


def test_what_can_be_added_is_a_press_away_once_there_is_something(page: HardNowPage) -> None:
    assert page.kinds[ConcernKind.HOME].isVisible()
    assert not page.adding.button.isVisible()
    page.kinds[ConcernKind.HOME].click()
    assert not page.kinds[ConcernKind.HOME].isVisible()
    page.adding.button.click()
    page.kinds[ConcernKind.SUBJECT].click()
    assert not page.kinds[ConcernKind.HOME].isVisible()
    assert len(page.rows.ids()) == 2


def test_the_four_boxes_are_saved_each_on_its_own(page: HardNowPage, house: House, meeting: int) -> None:
    page.kinds[ConcernKind.SUBJECT].click()
    row = page.rows.row(page.rows.ids()[0])
    for name in preparing.CONCERN_FIELDS:
        write(row.text(name), f"words for {name}")
    (stored,) = concerns(house, meeting)
    assert [getattr(stored, name) for name in preparing.CONCERN_FIELDS] == [
        f"words for {name}" for name in preparing.CONCERN_FIELDS
    ]


def test_the_same_empty_kind_is_not_added_twice_but_a_written_one_may_be(
    page: HardNowPage, house: House, meeting: int
) -> None:
    page.kinds[ConcernKind.SUBJECT].click()
    page.kinds[ConcernKind.SUBJECT].click()
    assert len(concerns(house, meeting)) == 1
    write(page.rows.row(page.rows.ids()[0]).text("what_we_see"), "Maths.")
    page.kinds[ConcernKind.SUBJECT].click()
    assert len(concerns(house, meeting)) == 2


def test_a_known_person_can_be_put_in_with_one_press(page: HardNowPage, house: House, meeting: int) -> None:
    page.kinds[ConcernKind.CHILDREN].click()
    fox = next(button for button in page.findChildren(Button) if button.words() == "Mr Fox")
    assert fox.accessibleName() == "Add: Mr Fox: 1. Getting on with other children"
    fox.click()
    page.flush()
    assert concerns(house, meeting)[0].ask_of == "Mr Fox"


def test_advice_fits_the_kind(page: HardNowPage) -> None:
    page.kinds[ConcernKind.TEACHER].click()
    assert "talk to the social worker or the head teacher first" in sentences(page)
    assert "For other children, write a letter such as J, not the name." not in sentences(page)
    page.kinds[ConcernKind.CHILDREN].click()
    assert "For other children, write a letter such as J, not the name." in sentences(page)


def test_what_was_removed_can_be_brought_back_with_every_word(
    page: HardNowPage, house: House, meeting: int
) -> None:
    page.kinds[ConcernKind.HOME].click()
    (concern,) = page.rows.ids()
    write(page.rows.row(concern).text("what_helps"), "A quiet hour.")
    row = page.rows.row(concern)
    row.remove.setFocus()
    row.remove.click()
    assert concerns(house, meeting) == []
    assert focused(page) is page.kinds[ConcernKind.SUBJECT]
    house.records.undo()
    assert concerns(house, meeting)[0].what_helps == "A quiet hour."
    assert page.rows.row(concern).text("what_helps").text() == "A quiet hour."


def test_rows_are_numbered_again_when_one_goes(page: HardNowPage) -> None:
    page.kinds[ConcernKind.SUBJECT].click()
    page.kinds[ConcernKind.HOME].click()
    first, second = page.rows.ids()
    page.rows.row(first).remove.click()
    box = page.rows.row(second).text("what_we_see")
    assert box.accessibleName() == "What we see: 1. Something at home that shows at school"


def test_the_keyboard_never_begins_on_a_button_that_a_space_would_press(
    house: House, show: Show, meeting: int, page: HardNowPage
) -> None:
    page.focus_first()
    assert isinstance(focused(page), Heading)
    page.kinds[ConcernKind.SUBJECT].click()
    later = show(part_page(house, HardNowPage, meeting, Part.HARD_NOW))
    later.focus_first()
    assert focused(later) is later.first_field()
    assert isinstance(focused(later), QPlainTextEdit)
