"""What all parts of getting ready do alike."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from carer_app.choices import Part, PlainQuestion, Role
from carer_app.errors import DiskFull
from carer_app.storage.vault import Vault
from carer_app.texts.scripts import About, scripts
from carer_app.use_cases import children, drafts, planning, preparing, telling_the_child
from carer_app.use_cases.children import ChildDate
from tests import builders
from tests.ui.audit import settle
from tests.ui.preparing_pages import answer, focused, part_page, sentences, type_day, write
from ui.base.house import House
from ui.base.places import AskQuestion, GetReady, Help, NumbersSlipPlace, Place, PreparePart, TellTheChild
from ui.preparation.ask import AskPage
from ui.preparation.hard_now import HardNowPage
from ui.preparation.question_part import ThemePage
from ui.preparation.tell_chosen import HelpAtMeetingPage, HowViewsAreGivenPage, WhatChildChosePage
from ui.preparation.tell_the_child import CHOSEN, FIRST_WORDS, HELP, VIEWS, TellTheChildPage
from ui.preparation.tell_words import SAID_IN, WordsToSayPage

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


Step = Callable[[int], Any]


@pytest.fixture
def step(house: House, show: Show, meeting: int) -> Step:
    """A step of telling the child, by its number."""
    kinds: dict[int, type[Any]] = {
        CHOSEN: WhatChildChosePage,
        VIEWS: HowViewsAreGivenPage,
        HELP: HelpAtMeetingPage,
    }
    return lambda number: show(kinds.get(number, WordsToSayPage)(house, TellTheChild(meeting, number)))


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
    step: Step, house: House, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = step(CHOSEN)
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
    told: TellTheChildPage, step: Step, house: House, child: int
) -> None:
    told.hide()
    house.records.change(children.rename, child, "Amelia")
    told.show()
    told.show_now()
    assert told.accessibleName() == "Tell Amelia about the meeting"
    assert "Mia" not in sentences(told).replace("Amelia", "")
    told = step(CHOSEN)
    told.hide()
    house.records.change(children.rename, child, "Amina")
    told.show()
    told.show_now()
    assert told.accessibleName() == "What Amina chose"
    assert "Amelia" not in sentences(told)
    house.records.change(children.rename, child, "Amelia")
    write(told.ask_box(PlainQuestion.WHO_SAYS_IT), "Amelia says it")
    assert answer(house, told.meeting_id, Part.TELL_THE_CHILD, PlainQuestion.WHO_SAYS_IT) == "Amelia says it"


# Telling the child


def test_the_words_to_say_hold_the_day_once_it_is_known(step: Step, house: House, meeting: int) -> None:
    told = step(FIRST_WORDS)
    assert "on Wednesday 18 March 2026" in sentences(told)
    house.records.change(planning.set_day, meeting, None)
    assert "We don’t know the day yet" in sentences(told)


def test_no_secret_is_promised_and_family_is_asked_about_first(
    told: TellTheChildPage, step: Step, meeting: int
) -> None:
    went: list[Place] = []
    told.go.connect(went.append)
    assert "Ask the social worker whether family may come." in sentences(told)
    told.carry_on.click()
    assert went == [TellTheChild(meeting, FIRST_WORDS)]
    words = "\n".join(sentences(step(number)) for number in SAID_IN)
    assert "If someone is hurting you, or might hurt you, I will tell a person whose job is to help." in words
    assert "Ask the social worker" not in words


def test_all_there_is_to_say_stands_on_one_step_each(step: Step, house: House, meeting: int) -> None:
    assert [about for said in SAID_IN.values() for about in said] == list(About)
    for which, script in enumerate(scripts()):
        told = house.records.read(telling_the_child.telling, meeting, builders.TODAY, which)
        pages = [step(number) for number in SAID_IN]
        for page in pages:
            page.ages.row(str(which)).click()
        settle()
        words = "\n".join(sentences(page) for page in pages)
        assert [line.words for line in told.lines if words.count(line.words) != 1] == [], script.title


def test_the_steps_lead_on_to_each_other_and_the_last_to_the_list(step: Step, meeting: int) -> None:
    went: list[Place] = []
    for number in range(FIRST_WORDS, HELP + 1):
        page = step(number)
        page.go.connect(went.append)
        page.carry_on.click()
    assert went == [*(TellTheChild(meeting, number) for number in range(3, HELP + 1)), GetReady(meeting)]


def test_an_age_that_was_chosen_stays_for_the_words_that_follow(step: Step, meeting: int) -> None:
    page = step(FIRST_WORDS)
    went: list[Any] = []
    page.go.connect(went.append)
    page.ages.row("2").click()
    page.carry_on.click()
    assert went == [TellTheChild(meeting, FIRST_WORDS + 1, 2)]
    after = WordsToSayPage(page.house, went[0])
    after.show_now()
    assert after.ages.value() == "2"


def test_every_step_is_one_press_from_the_first_which_says_what_is_begun(
    told: TellTheChildPage, house: House, meeting: int
) -> None:
    names = [
        "What you could say",
        "What Mia chose",
        "How Mia’s views are given",
        "How I help Mia at the meeting",
    ]
    assert [row.accessibleName() for row in told.steps.values()] == names
    house.records.change(preparing.write_answer, meeting, PlainQuestion.SEAT, "near the door")
    assert told.steps[HELP].accessibleName() == "How I help Mia at the meeting, Begun"
    went: list[Place] = []
    told.go.connect(went.append)
    for row in told.steps.values():
        row.click()
    assert went == [TellTheChild(meeting, number) for number in (FIRST_WORDS, CHOSEN, VIEWS, HELP)]


def test_a_day_half_typed_when_it_was_all_one_page_is_still_there(
    step: Step, house: House, meeting: int
) -> None:
    key = PreparePart(meeting, Part.TELL_THE_CHILD).key
    before = step(max(SAID_IN))
    type_day(before.talked_on.line, "31 feb")
    with house.records.vault.reading() as session:
        assert list(drafts.of_place(session, key).values()) == ["31 feb"]


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


def test_the_words_follow_the_age_and_another_age_can_be_chosen(step: Step, house: House, child: int) -> None:
    told = step(FIRST_WORDS)
    assert told.ages.value() == "1"
    house.records.change(children.set_date, child, ChildDate.BIRTHDAY, date(2021, 5, 2), builders.TODAY)
    settle()
    assert "Some grown-ups are going to talk about school." in sentences(told)
    told.ages.row("2").click()
    settle()
    assert "Your PEP is the plan for your education" in sentences(told)
    assert "Some grown-ups are going to talk" not in sentences(told)


def test_those_who_come_are_told_of_with_what_they_do_and_what_the_child_calls_them(
    step: Step, house: House, meeting: int
) -> None:
    told = step(FIRST_WORDS)
    house.records.change(planning.add_attendee, meeting, "Ms Ali", Role.SOCIAL_WORKER)
    house.records.change(planning.add_attendee, meeting, "Mum", Role.FAMILY)
    settle()
    words = sentences(told)
    assert "Ms Ali may be there, your social worker." in words
    assert "Mum may be there" not in words


def test_what_was_talked_about_is_kept(step: Step, house: House, meeting: int) -> None:
    told = step(max(SAID_IN))
    told.ticks[About.NOTHING].click()
    step(FIRST_WORDS).ticks[About.WHAT].click()
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


def test_how_the_child_takes_part_is_kept(step: Step, house: House, meeting: int) -> None:
    told = step(CHOSEN)
    assert told.taking_part.value() == ""
    told.taking_part.row("part").click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TAKING_PART) == "part"
    told.taking_part.row("").click()
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TAKING_PART) == ""


def test_the_day_of_the_talk_is_kept_as_a_day(step: Step, house: House, meeting: int) -> None:
    told = step(max(SAID_IN))
    type_day(told.talked_on.line, "8 March")
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == "2026-03-08"
    assert told.talked_on.answer() == "Sunday 8 March 2026"
    type_day(told.talked_on.line, "")
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == ""


@pytest.mark.parametrize("typed", ["31 feb", "tomorrow"])
def test_a_day_that_cannot_be_is_kept_as_typed_and_not_stored(
    step: Step, house: House, meeting: int, typed: str
) -> None:
    told = step(max(SAID_IN))
    type_day(told.talked_on.line, typed)
    assert answer(house, meeting, Part.TELL_THE_CHILD, PlainQuestion.TALKED_ON) == ""
    again = step(max(SAID_IN))
    assert again.talked_on.raw() == typed
    assert again.talked_on.problem()
    assert again.talked_on.problem() in sentences(again)


def test_the_keyboard_is_not_moved_by_saving(step: Step) -> None:
    told = step(HELP)
    box = told.ask_box(PlainQuestion.WHAT_HELPS_THERE)
    write(box, "a break")
    assert focused(told) is box
