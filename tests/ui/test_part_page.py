"""What all parts of getting ready do alike."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Part, PlainQuestion, Role
from carer_app.errors import DiskFull
from carer_app.storage.vault import Vault
from carer_app.texts.scripts import About
from carer_app.use_cases import children, planning, preparing
from carer_app.use_cases.children import ChildDate
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import answer, focused, part_page, sentences, type_day, write
from ui.base.house import House
from ui.base.places import AskQuestion, GetReady, Help, NumbersSlipPlace, Place
from ui.preparation.ask import AskPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.question_part import ThemePage
from ui.preparation.tell_the_child import TellTheChildPage

Show = Callable[[Any], Any]


@pytest.fixture
def child(vault: Vault) -> int:
    return builders.add_child(vault)


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    return builders.add_meeting(vault, child)


@pytest.fixture
def well(house: House, show: Show, meeting: int) -> ThemePage:
    page: ThemePage = show(part_page(house, ThemePage, meeting, Part.GOING_WELL))
    return page


@pytest.fixture
def told(house: House, show: Show, meeting: int) -> TellTheChildPage:
    page: TellTheChildPage = show(part_page(house, TellTheChildPage, meeting, Part.TELL_THE_CHILD))
    return page


def test_a_finished_part_is_ticked_and_can_be_opened_again(
    well: ThemePage, house: House, meeting: int
) -> None:
    well.finished.click()
    assert house.records.read(preparing.getting_ready, meeting).parts[2].is_finished
    well.finished.click()
    assert not house.records.read(preparing.getting_ready, meeting).parts[2].is_finished


def test_continue_leads_back_to_the_list(well: ThemePage, meeting: int) -> None:
    went: list[Place] = []
    well.go.connect(went.append)
    well.carry_on.click()
    assert went == [GetReady(meeting)]


def test_what_could_not_be_saved_stays_on_screen_and_is_saved_later(
    told: TellTheChildPage, house: House, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    house.records.problem.connect(said.append)
    box = told.ask_box(PlainQuestion.WHO_SAYS_IT)

    def no_room(*_args: object, **_kwargs: object) -> None:
        raise DiskFull("No room left.")

    with monkeypatch.context() as patch:
        patch.setattr(vault, "run", no_room)
        write(box, "kind to the dog")
    assert said == ["No room left."]
    house.records.change(preparing.add_question, meeting, "Which book?")
    assert box.text() == "kind to the dog"
    told.flush()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.WHO_SAYS_IT) == "kind to the dog"


def test_last_time_is_put_away_until_asked_for_and_can_be_used_again(
    house: House, show: Show, vault: Vault, child: int, meeting: int
) -> None:
    with vault.work() as session:
        preparing.write_answer(session, meeting, PlainQuestion.CLUBS, "Cubs on Tuesdays.")
    builders.hold(vault, meeting)
    second = builders.add_meeting(vault, child, date(2026, 9, 9), uid="uid-2")
    page = show(AskPage(house, AskQuestion(second, PlainQuestion.CLUBS)))
    last = page.last_time
    assert last.isVisible()
    assert not show(AskPage(house, AskQuestion(second, PlainQuestion.READING))).last_time.isVisible()
    assert "Cubs on Tuesdays." not in sentences(page)
    last.open_it.click()
    assert "Cubs on Tuesdays." in sentences(page)
    last.use.click()
    last.use.click()
    page.flush()
    assert answer(house, second, Part.OUT_OF_SCHOOL, PlainQuestion.CLUBS) == "Cubs on Tuesdays."
    assert answer(house, meeting, Part.OUT_OF_SCHOOL, PlainQuestion.CLUBS) == "Cubs on Tuesdays."


def test_last_time_is_added_below_what_is_written_already(
    house: House, show: Show, vault: Vault, child: int, meeting: int
) -> None:
    with vault.work() as session:
        preparing.write_answer(session, meeting, PlainQuestion.CLUBS, "Cubs on Tuesdays.")
    builders.hold(vault, meeting)
    second = builders.add_meeting(vault, child, date(2026, 9, 9), uid="uid-2")
    page = show(AskPage(house, AskQuestion(second, PlainQuestion.CLUBS)))
    write(page.box, "Swimming.")
    page.last_time.use.click()
    page.flush()
    assert answer(house, second, Part.OUT_OF_SCHOOL, PlainQuestion.CLUBS) == "Swimming.\nCubs on Tuesdays."


def test_a_new_name_of_the_child_is_used_on_the_whole_page(
    told: TellTheChildPage, house: House, child: int
) -> None:
    told.hide()
    house.records.change(children.rename, child, "Amelia")
    told.show()
    told.show_now()
    assert told.accessibleName() == "Tell Amelia about the meeting"
    assert "Mia" not in sentences(told).replace("Amelia", "")
    write(told.ask_box(PlainQuestion.WHO_SAYS_IT), "Amelia says it")
    assert answer(house, told.meeting_id, Part.TELL_THE_CHILD, PlainQuestion.WHO_SAYS_IT) == "Amelia says it"


# Telling the child


def test_the_words_to_say_hold_the_day_once_it_is_known(
    told: TellTheChildPage, house: House, meeting: int
) -> None:
    assert "on Wednesday 18 March 2026" in sentences(told)
    house.records.change(planning.set_day, meeting, None)
    assert "We don’t know the day yet" in sentences(told)


def test_no_secret_is_promised_and_family_is_asked_about_first(told: TellTheChildPage) -> None:
    words = sentences(told)
    assert "If someone is hurting you, or might hurt you, I will tell a person whose job is to help." in words
    assert words.index("Ask the social worker whether family may come.") < words.index("You could say")


@pytest.mark.parametrize(
    ("kind", "part"), [(TellTheChildPage, Part.TELL_THE_CHILD), (HardNowPage, Part.HARD_NOW)]
)
def test_being_hurt_is_not_for_these_pages_and_help_is_one_press_away(
    house: House, show: Show, meeting: int, kind: type[Any], part: Part
) -> None:
    page = show(part_page(house, kind, meeting, part))
    assert "This is not for telling about being hurt. It may be days before anybody reads it." in sentences(
        page
    )
    went: list[Place] = []
    page.go.connect(went.append)
    page.hurt.link.click()
    assert went == [Help()]


def test_the_words_follow_the_age_and_another_age_can_be_chosen(
    told: TellTheChildPage, house: House, child: int
) -> None:
    assert told.ages.value() == "1"
    house.records.change(children.set_date, child, ChildDate.BIRTHDAY, date(2021, 5, 2), builders.TODAY)
    settle()
    assert "Some grown-ups are going to talk about school." in sentences(told)
    told.ages.row("2").click()
    settle()
    assert "Your PEP is the plan for your education" in sentences(told)
    assert "Some grown-ups are going to talk" not in sentences(told)


def test_those_who_come_are_told_of_with_what_they_do_and_what_the_child_calls_them(
    told: TellTheChildPage, house: House, meeting: int
) -> None:
    house.records.change(planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    house.records.change(planning.add_attendee, meeting, "Mum", Role.FAMILY)
    settle()
    words = sentences(told)
    assert "Ms Ali may be there, your social worker." in words
    assert "Mum may be there" not in words


def test_what_was_talked_about_is_kept(told: TellTheChildPage, house: House, meeting: int) -> None:
    told.ticks[About.NOTHING].click()
    told.ticks[About.WHAT].click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ABOUT) == "what nothing"
    told.ticks[About.NOTHING].click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ABOUT) == "what"


def test_the_page_begins_with_the_words_to_say_and_leads_to_the_slip(
    told: TellTheChildPage, child: int
) -> None:
    assert told.first_field() is None
    went: list[Place] = []
    told.go.connect(went.append)
    told.slip.click()
    assert went == [NumbersSlipPlace(child)]


def test_how_the_child_takes_part_is_kept(told: TellTheChildPage, house: House, meeting: int) -> None:
    assert told.taking_part.value() == ""
    told.taking_part.row("part").click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TAKING_PART) == "part"
    told.taking_part.row("").click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TAKING_PART) == ""


def test_the_day_of_the_talk_is_kept_as_a_day(told: TellTheChildPage, house: House, meeting: int) -> None:
    type_day(told.talked_on.line, "8 March")
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == "2026-03-08"
    assert told.talked_on.answer() == "Sunday 8 March 2026"
    type_day(told.talked_on.line, "")
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == ""


@pytest.mark.parametrize("typed", ["31 feb", "tomorrow"])
def test_a_day_that_cannot_be_is_kept_as_typed_and_not_stored(
    told: TellTheChildPage, house: House, show: Show, meeting: int, typed: str
) -> None:
    type_day(told.talked_on.line, typed)
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == ""
    again = show(part_page(house, TellTheChildPage, meeting, Part.TELL_THE_CHILD))
    assert again.talked_on.raw() == typed
    assert again.talked_on.problem()
    assert again.talked_on.problem() in sentences(again)


def test_the_keyboard_is_not_moved_by_saving(told: TellTheChildPage) -> None:
    box = told.ask_box(PlainQuestion.WHAT_HELPS_THERE)
    write(box, "a break")
    assert focused(told) is box
