"""The calm cards at the end of Home."""

from collections.abc import Callable
from typing import Any

import pytest

from carer_app.choices import MayKeep
from carer_app.storage.vault import Vault
from carer_app.use_cases import may_keep
from carer_app.use_cases.may_keep import KeepingAnswer
from carer_app.use_cases.notices import NoticeKind
from tests import builders
from ui.base.house import House
from ui.base.places import BackupsPlace, Home, MayKeepAgain, Place, WayBackSheetPlace
from ui.home.home import HomePage
from ui.settings.may_keep_again import MayKeepAgainPage

Show = Callable[[Any], Any]


@pytest.fixture
def home(house: House, vault: Vault, show: Show) -> HomePage:
    builders.add_child(vault)
    page: HomePage = show(HomePage(house, Home()))
    return page


def test_a_notice_leads_to_its_page_and_can_wait(home: HomePage) -> None:
    went: list[Place] = []
    said: list[str] = []
    home.go.connect(went.append)
    home.said.connect(said.append)
    card = home.notices.cards[NoticeKind.MAY_KEEP]
    card.do.click()
    assert went == [MayKeepAgain()]
    card.later.click()
    assert said == ["You will be reminded on Tuesday 17 March 2026."]
    assert NoticeKind.MAY_KEEP not in home.notices.cards


def test_what_else_is_to_be_thought_of_is_a_press_away_and_leads_there(home: HomePage) -> None:
    went: list[Place] = []
    home.go.connect(went.append)
    card = home.notices.cards[NoticeKind.MAY_KEEP]
    others = card.others
    assert not others.isVisible()
    card.more.button.click()
    assert others.isVisible()
    assert [line.words() for line in others.lines.values()] == [
        "Make a way-back-in sheet",
        "Choose a second place for backups",
    ]
    for line in others.lines.values():
        line.click()
    assert went == [WayBackSheetPlace(), BackupsPlace()]


def test_a_reason_waits_behind_why_and_news_does_not(home: HomePage, house: House) -> None:
    card = home.notices.cards[NoticeKind.MAY_KEEP]
    assert not card.why.isVisible()
    assert not card.reason.isVisible()
    card.about.button.click()
    assert card.reason.words().startswith("Some fostering services do not let carers do this.")
    assert card.reason.isVisible()
    house.door.backing_up._on_failed("The disk is full.")
    card = home.notices.cards[NoticeKind.BACKUP]
    assert card.why.isVisible()
    assert not card.about.isVisible()


def test_a_backup_that_did_not_work_is_on_home_as_soon_as_it_is_known(home: HomePage, house: House) -> None:
    house.door.backing_up._on_failed("The disk is full. Your notes are safe. Make room, then try again.")
    card = home.notices.cards[NoticeKind.BACKUP]
    assert card.heading is not None
    assert card.heading.words() == "The last backup did not work"
    assert card.why.words().startswith("The disk is full.")
    assert not card.later.isVisible()


def test_a_notice_without_a_place_has_no_button_that_leads_nowhere(home: HomePage) -> None:
    from ui.home.notice_card import PLACES

    for kind, card in home.notices.cards.items():
        assert card.do.isVisible() == (kind in PLACES)


def test_the_answer_is_changed_where_it_is_shown_and_can_be_taken_back(
    house: House, vault: Vault, show: Show
) -> None:
    vault.run(may_keep.write_down, KeepingAnswer(MayKeep.NOT_ASKED, asked_on=builders.TODAY))
    page: MayKeepAgainPage = show(MayKeepAgainPage(house, MayKeepAgain()))
    backs: list[None] = []
    page.back.connect(lambda: backs.append(None))
    assert page.form.value() == MayKeep.NOT_ASKED
    assert page.form.message.isVisible()
    page.form.answer.row("yes").click()
    page.form.who.setText("Ms Dean")
    page.form.when.set_raw("11 March 2026")
    page.go_on.click()
    assert page._summary.sentences() == ["That day has not come yet. Type the day they said so."]
    page.form.when.set_raw("9 March 2026")
    page.go_on.click()
    assert house.records.read(may_keep.keeping_answer).said_by == "Ms Dean"
    assert len(backs) == 1
    house.records.undo()
    assert house.records.read(may_keep.keeping_answer) == KeepingAnswer(
        MayKeep.NOT_ASKED, asked_on=builders.TODAY
    )


def test_after_a_year_the_old_day_is_not_taken_for_a_new_answer(
    house: House, vault: Vault, show: Show
) -> None:
    a_year_ago = builders.TODAY.replace(year=2025)
    vault.run(may_keep.write_down, KeepingAnswer(MayKeep.YES, "Ms Dean", a_year_ago, a_year_ago))
    page: MayKeepAgainPage = show(MayKeepAgainPage(house, MayKeepAgain()))
    assert page.form.who.text() == "Ms Dean"
    page.go_on.click()
    assert page._summary.sentences() == ["Type the day they said so. A rough date is fine."]


def test_a_no_says_what_to_do_with_the_notes_that_are_here(house: House, vault: Vault, show: Show) -> None:
    page: MayKeepAgainPage = show(MayKeepAgainPage(house, MayKeepAgain()))
    page.form.answer.row("no").click()
    assert "Ask your fostering service how they want the notes back" in page.what_then.words()
