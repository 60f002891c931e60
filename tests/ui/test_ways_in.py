"""The ways in, page by page: the sheet, the forgotten password, the password changed."""

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from carer_app.computer.preferences import Preferences
from carer_app.jobs import way_back
from carer_app.use_cases import ways_in
from tests.builders import PASSWORD
from tests.ui.audit import audit, settle
from tests.ui.conftest import CODE, NoDoor
from tests.ui.preparing_pages import focused
from ui.base.house import House
from ui.base.page import Page
from ui.base.places import Forgotten, Unlock, WayBackSheetPlace, WaysIn, Welcome
from ui.look import theme
from ui.unlock.forgotten import ForgottenPage
from ui.unlock.unlock import UnlockPage
from ui.ways_in.way_back_sheet import WayBackSheetPage
from ui.ways_in.ways_in import WaysInPage
from ui.widgets.buttons import Button

Show = Callable[[Any], Any]
GROUPS = way_back.groups_of(CODE)


@pytest.fixture(autouse=True)
def known_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way_back, "new_code", lambda: CODE)


@pytest.fixture
def door(house: House) -> NoDoor:
    return cast(NoDoor, house.door)


@pytest.fixture
def sheet(house: House, show: Show) -> WayBackSheetPage:
    page: WayBackSheetPage = show(WayBackSheetPage(house, WayBackSheetPlace()))
    return page


@pytest.fixture
def forgotten(house: House, show: Show) -> ForgottenPage:
    page: ForgottenPage = show(ForgottenPage(house, Forgotten()))
    page.have.row("sheet").click()
    return page


@pytest.fixture
def ways(house: House, show: Show) -> WaysInPage:
    page: WaysInPage = show(WaysInPage(house, WaysIn()))
    return page


def answer(words: str) -> None:
    """Press the button of the question that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    next(button for button in dialog.findChildren(Button) if button.words() == words).click()


def problems(page: Page) -> list[str]:
    return page._summary.sentences()


def no_faults(page: Page) -> None:
    """The audit of every place, for a state that a place is not in when it is first shown."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    found = []
    for look in (theme.Look("light", 100), theme.Look("dark", 200), theme.Look("contrast", 150)):
        theme.apply(application, look)
        settle()
        found += audit(page)
    theme.apply(application, theme.Look("light", 100))
    assert found == []


# The sheet


def test_the_code_is_shown_group_by_group_with_its_letters_apart(sheet: WayBackSheetPage) -> None:
    sheet.make.click()
    assert [line.text() for line in sheet.groups.lines] == [" ".join(group) for group in GROUPS]
    assert [line.accessibleName() for line in sheet.groups.lines] == [f"Group {n}" for n in range(1, 7)]
    assert focused(sheet) is sheet.groups.lines[0]
    no_faults(sheet)


def test_once_left_the_code_is_nowhere_on_the_page_any_more(sheet: WayBackSheetPage) -> None:
    sheet.make.click()
    sheet.hide()
    sheet.show()
    sheet.show_now()
    assert not sheet.code_card.isVisible()
    assert sheet._code == ""
    assert {line.text() for line in sheet.groups.lines} == {""}
    assert not sheet.proof_card.isVisible(), "what is not on paper is no sheet"
    assert sheet.make.words() == "Make my sheet"


def test_an_enter_meant_for_the_page_before_makes_no_sheet(sheet: WayBackSheetPage) -> None:
    assert sheet.first_field() is None
    sheet.focus_first()
    QTest.keyClick(sheet.window().focusWidget() or sheet, Qt.Key.Key_Return)
    assert sheet._code == ""


def test_only_one_group_is_kept_in_the_records(sheet: WayBackSheetPage, house: House) -> None:
    sheet.make.click()
    assert house.records.read(ways_in.sheet_facts).made_on is None
    sheet.copied.click()
    facts = house.records.read(ways_in.sheet_facts)
    assert facts.group == GROUPS[facts.asks_group - 1]


def test_the_group_that_is_asked_for_proves_the_paper(sheet: WayBackSheetPage, house: House) -> None:
    sheet.make.click()
    sheet.copied.click()
    facts = house.records.read(ways_in.sheet_facts)
    assert sheet.proof_field._label.words() == f"Type group {facts.asks_group} from your sheet"
    other = GROUPS[facts.asks_group % 6]
    QTest.keyClicks(sheet.proof, other)
    sheet.prove.click()
    assert problems(sheet)[0].startswith(f"That is not group {facts.asks_group}.")
    assert house.records.read(ways_in.sheet_facts).proved_on is None
    assert focused(sheet) is sheet.proof, "typing again is all there is to do"
    no_faults(sheet)
    sheet.proof.clear()
    QTest.keyClicks(sheet.proof, " ".join(facts.group).lower())
    QTest.keyClick(sheet.proof, Qt.Key.Key_Return)
    assert house.records.read(ways_in.sheet_facts).proved_on == house.today()
    assert not sheet.proof_card.isVisible()
    assert "You checked it on" in sheet.state.words()


def test_where_no_sheet_could_be_made_it_says_why_and_that_the_code_opens_nothing(
    sheet: WayBackSheetPage, house: House, door: NoDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "make_sheet", lambda _code, _then, failed: failed("The disk is full."))
    sheet.make.click()
    sheet.copied.click()
    assert problems(sheet) == ["The disk is full. The new code opens nothing yet."]
    assert sheet.copied.isEnabled()
    assert sheet.code_card.isVisible(), "the carer can try again"
    assert house.records.read(ways_in.sheet_facts).made_on is None


def test_a_code_is_a_way_in_only_once_it_is_on_paper(
    sheet: WayBackSheetPage, house: House, door: NoDoor
) -> None:
    sheet.make.click()
    assert door.asked == []
    assert sheet.force.words().startswith("This code opens nothing until")
    sheet._print_it = lambda _paper: None  # type: ignore[method-assign]  # the question which printer is closed again
    sheet.print.click()
    assert door.asked == [], "asking for a printer puts nothing on paper"
    sheet._say_saved("sheet.pdf")
    assert door.asked == [("sheet", CODE)]
    assert sheet.force.words().startswith("This code opens your records now.")
    assert house.records.read(ways_in.sheet_facts).made_on == house.today()
    no_faults(sheet)


@pytest.mark.parametrize("had_one", [False, True])
def test_leaving_a_code_that_is_on_no_paper_is_said_and_the_one_before_still_works(
    sheet: WayBackSheetPage, house: House, door: NoDoor, had_one: bool
) -> None:
    if had_one:
        door.opens_with.add("sheet")
        house.records.change(ways_in.sheet_was_made, 2, "ACDE", house.today())
    said: list[str] = []
    sheet.news.connect(said.append)
    before = house.records.read(ways_in.sheet_facts)
    sheet.make.click()
    if had_one:
        answer("Make a new sheet")
        assert "the sheet you have still opens your records" in sheet.force.words()
    sheet.hide()
    after = "The sheet you had still works." if had_one else "You have no sheet yet."
    assert said == [f"The new code was not put on paper, so it opens nothing. {after}"]
    assert door.asked == []
    assert house.records.read(ways_in.sheet_facts) == before
    sheet.show()
    sheet.show_now()
    assert sheet.never_on_paper.isVisible(), "also whoever was locked out in the middle reads it"


def test_leaving_after_it_is_on_paper_says_nothing_more(sheet: WayBackSheetPage) -> None:
    said: list[str] = []
    sheet.news.connect(said.append)
    sheet.make.click()
    sheet._say_saved("sheet.pdf")
    sheet.hide()
    sheet.show()
    sheet.show_now()
    assert said == []
    assert not sheet.never_on_paper.isVisible()


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("opens", [False, True])
@pytest.mark.parametrize("key_store", [False, True])
def test_what_is_said_of_the_sheet_is_what_opens_the_records(
    house: House, show: Show, door: NoDoor, noted: bool, opens: bool, key_store: bool
) -> None:
    """Going back to a backup can bring notes of the sheet that are older than the sheet."""
    door.opens_with = {"password", *(["sheet"] if opens else []), *(["keyring"] if key_store else [])}
    if noted:
        house.records.change(ways_in.sheet_was_made, 2, "ACDE", house.today())
    page = show(WaysInPage(house, WaysIn()))
    words = page.sheet.words()
    assert ("You have no sheet" in words) == (not opens and not noted)
    assert ("opens nothing any more" in words) == (noted and not opens)
    assert ("nobody can open" in words) == (not opens and not noted and not key_store)
    alone = show(WayBackSheetPage(house, WayBackSheetPlace()))
    if alone.state.isVisible():
        assert alone.state.words() == words
    assert not alone.proof_card.isVisible() or opens


def test_a_second_sheet_is_made_only_after_a_question(
    sheet: WayBackSheetPage, house: House, door: NoDoor
) -> None:
    sheet.make.click()
    sheet.copied.click()
    sheet.make.click()
    answer("Keep the one I have")
    assert not sheet.code_card.isVisible()
    sheet.make.click()
    answer("Make a new sheet")
    assert sheet.code_card.isVisible()


def test_a_slip_is_named_by_its_group(forgotten: ForgottenPage, door: NoDoor) -> None:
    groups = [*GROUPS]
    groups[2] = groups[2][1] + groups[2][0] + groups[2][2:] if groups[2][0] != groups[2][1] else "AAAA"
    if groups[2] == GROUPS[2]:
        groups[2] = "????"
    QTest.keyClicks(forgotten.code, "".join(groups))
    forgotten.check.click()
    assert problems(forgotten) == ["Group 3 does not fit. Look at it again on your sheet."]
    assert door.asked == []
    no_faults(forgotten)


def test_a_code_that_fits_asks_for_a_new_password_and_opens(forgotten: ForgottenPage, door: NoDoor) -> None:
    QTest.keyClicks(forgotten.code, CODE.lower().replace("-", " . "))
    QTest.keyClick(forgotten.code, Qt.Key.Key_Return)
    assert door.asked == [("check", CODE)]
    door.then()
    assert focused(forgotten) is forgotten.form.password
    no_faults(forgotten)
    forgotten.open.click()
    assert problems(forgotten) == ["Type three words, or let us suggest them."]
    QTest.keyClicks(forgotten.form.password, "otter lantern marble")
    forgotten.open.click()
    assert door.asked[1:] == [(CODE, "otter lantern marble")]
    door.failed("The disk is full.")
    assert problems(forgotten) == ["The disk is full."]
    assert forgotten.open.isEnabled()


def test_with_nothing_left_the_records_are_kept_and_one_starts_fresh(
    forgotten: ForgottenPage, door: NoDoor
) -> None:
    went: list[object] = []
    forgotten.go.connect(went.append)
    forgotten.have.row("none").click()
    no_faults(forgotten)
    forgotten.start_fresh.click()
    answer("Leave everything as it is")
    assert door.asked == []
    forgotten.start_fresh.click()
    answer("Keep them and start fresh")
    assert door.asked == [("put aside", "")]
    assert went == [Welcome()]


def test_a_different_computer_is_explained(forgotten: ForgottenPage) -> None:
    forgotten.have.row("other").click()
    no_faults(forgotten)
    assert not forgotten.code.isVisible()


# The password, the key store, someone may have seen it


def test_the_present_password_is_asked_for_before_it_is_changed(ways: WaysInPage, door: NoDoor) -> None:
    ways.change.begin.click()
    assert focused(ways) is ways.change.present
    no_faults(ways)
    ways.change.form.password.setText("otter lantern marble")
    ways.change.do.click()
    assert problems(ways) == ["Type the password you have now."]
    assert door.asked == []
    ways.change.present.setText(PASSWORD)
    ways.change.do.click()
    assert door.asked == [(PASSWORD, "otter lantern marble")]
    assert not ways.change.do.isEnabled()
    door.then()
    assert ways.change.present.text() == ways.change.form.value() == ""
    assert not ways.change.inside.isVisible()


def test_the_key_store_says_its_risk_and_is_asked_twice(ways: WaysInPage, door: NoDoor) -> None:
    assert not ways.remember.isVisible()
    ways.forget.click()
    door.opens_with = {"password"}
    door.then()
    assert ways.key_store.words() == "It is off."
    ways.remember.click()
    answer("Let it open them")
    assert [asked for asked, _words in door.asked] == ["forget here", "remember"]
    door.failed("The key store is locked.")
    assert problems(ways) == ["The key store is locked."]


def test_a_key_store_that_is_not_there_is_not_offered(house: House, show: Show, door: NoDoor) -> None:
    door.opens_with = {"password"}
    door.no_key_store = "This computer has no key store that PEP Companion can use."
    page: WaysInPage = show(WaysInPage(house, WaysIn()))
    assert not page.remember.isVisible()
    assert page.no_key_store.words() == door.no_key_store
    no_faults(page)


def test_a_key_store_that_does_not_answer_is_said_before_anything_is_agreed_to(
    house: House, show: Show, door: NoDoor
) -> None:
    door.opens_with = {"password"}
    page: WaysInPage = show(WaysInPage(house, WaysIn()))
    door.key_store_trouble = "This computer’s key store is locked."
    page.remember.click()
    assert QApplication.activeModalWidget() is None
    assert problems(page) == ["This computer’s key store is locked."]
    page.change.begin.click()
    assert problems(page) == [], "what was wrong before is not wrong with the password"


def test_the_unlock_page_offers_the_key_store_only_where_it_opens(
    house: House, show: Show, door: NoDoor, qtbot: Any
) -> None:
    page = show(UnlockPage(house, Unlock()))
    assert not page.key_store.isVisible()
    qtbot.waitUntil(page.key_store.isVisible)
    page.key_store.click()
    assert door.asked == [("key store", "")]


def test_after_a_child_had_the_computer_the_key_store_is_not_offered(
    house: House, show: Show, door: NoDoor, qtbot: Any
) -> None:
    """One press on it would lead the child to the carer's pages."""
    house.prefer(Preferences(only_password=True))
    page = show(UnlockPage(house, Unlock()))
    qtbot.waitUntil(page.only_password.isVisible)
    assert not page.key_store.isVisible()
    assert "only your password opens it now" in page.only_password.words()


def test_only_who_knows_the_password_locks_everything_anew(ways: WaysInPage, door: NoDoor) -> None:
    ways.seen.begin.click()
    no_faults(ways)
    ways.seen.form.password.setText("otter lantern marble")
    ways.seen.do.click()
    assert door.asked == []
    assert ways._summary.sentences() == ["Type the password you have now."]
    ways.seen.present.setText("kettle river button")
    ways.seen.do.click()
    assert door.asked == [("renew", "kettle river button, otter lantern marble")]


def test_what_could_not_be_read_is_named_and_can_be_gone_on_without(ways: WaysInPage, door: NoDoor) -> None:
    ways.seen.begin.click()
    assert not ways.seen.without.isVisible()
    door.unread = ("PEP copy", "Report & marks")
    ways.refresh()
    assert ways.seen.unread.words() == "Could not be read the last time: “PEP copy”, “Report & marks”."
    no_faults(ways)
    ways.seen.without.click()
    ways.seen.present.setText("kettle river button")
    ways.seen.form.password.setText("otter lantern marble")
    ways.seen.do.click()
    assert door.asked == [("renew without", "kettle river button, otter lantern marble")]


def test_a_sheet_taken_away_is_gone_from_the_records(ways: WaysInPage, house: House, door: NoDoor) -> None:
    house.records.change(ways_in.sheet_was_made, 2, "ACDE", house.today())
    ways.take_away.click()
    answer("Take it away")
    assert door.asked == [("take away", "")]
    assert house.records.read(ways_in.sheet_facts).made_on is None


def test_whoever_checked_the_paper_is_led_on_and_not_left_in_settings(
    sheet: WayBackSheetPage, house: House
) -> None:
    went: list[str] = []
    sheet.make.click()
    sheet.copied.click()
    sheet.back.connect(lambda: went.append("back"))
    sheet.said.connect(lambda _words: went.append("said"))
    QTest.keyClicks(sheet.proof, house.records.read(ways_in.sheet_facts).group)
    sheet.prove.click()
    assert went == ["back", "said"], "what is said goes with its page"


def test_where_backups_still_open_with_what_was_seen_is_said_for_every_place(
    house: House, show: Show
) -> None:
    """Nobody is to think that a stick is safe that was not plugged in, or a file that was carried away."""
    page: WaysInPage = show(WaysInPage(house, WaysIn()))
    said = " ".join(label.text() for label in page.seen.findChildren(QLabel))
    assert "opens nothing" not in said
    for words in (
        "With your records: clear them on the page Backups",
        "In a second place, such as a memory stick: plug it in, then clear them on the page Backups too",
        "A stick that you used before: choose it there",
        ".pepbackup",
    ):
        assert words in said
