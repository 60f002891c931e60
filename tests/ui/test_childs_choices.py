"""What nobody decided is asked about and never called the child's choice; where nothing locks, there is no room."""

from collections.abc import Callable
from typing import Any

import pytest

from carer_app.choices import Part, Share, WhoseWords
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.texts.child_questions import age_sets
from carer_app.use_cases import childs_kept_words, hearing_the_child, household, planning, summarising
from tests import builders
from tests.builders import TODAY, do, read
from tests.ui.audit import settle
from tests.ui.childs_room import ALONE, SHOW_THEM, TOGETHER, Child
from ui.base.house import House
from ui.base.places import ChildsOwnPart, HandOver, PreparePart, QuestionsOnPaper
from ui.child_mode.ending import EndStep, UnsaidStep
from ui.child_mode.reading_back import ReadBackStep
from ui.childs_own_part.childs_own_part import ChildsOwnPartPage
from ui.preparation.child_says import ChildSaysPage
from ui.preparation.hand_over import HandOverPage
from ui.widgets.buttons import Button
from ui.widgets.text import PlainLabel

Show = Callable[[Any], Any]


@pytest.fixture
def meeting(vault: Vault) -> int:
    do(vault, household.set_own_name, "Sam")
    meeting: int = builders.add_meeting(vault, builders.add_child(vault))
    do(vault, planning.suggest_attendees, meeting)
    return meeting


@pytest.fixture
def enter(house: House, show: Show, meeting: int) -> Callable[[str], Child]:
    def _enter(set_key: str = "7_to_10") -> Child:
        page = show(ChildsOwnPartPage(house, ChildsOwnPart(meeting, set_key)))
        settle()
        return Child(page)

    return _enter


def shares(vault: Vault, meeting: int) -> list[Share]:
    child = read(vault, planning.meeting_facts, meeting).child_id
    return [one.share for one in reversed(read(vault, childs_kept_words.kept_words, child))]


def words_of(page: Any) -> str:
    return "\n".join(label.words() for label in page.findChildren(PlainLabel) if label.isVisibleTo(page))


def two_things_read_back(enter: Callable[[str], Child]) -> Child:
    child = enter("7_to_10")
    child.press(ALONE)
    child.write("I like art.")
    child.press("Next")
    child.write("I can swim.")
    child.press("Next", *["Skip"] * 6, "Skip", "Skip")
    assert isinstance(child.step, ReadBackStep)
    return child


@pytest.mark.parametrize("set_key", [asked.key for asked in age_sets()])
def test_at_every_age_next_does_not_lead_past_words_that_nobody_decided_about(
    enter: Callable[[str], Child], set_key: str
) -> None:
    child = enter(set_key)
    child.press(TOGETHER)
    if set_key == "3_to_6":
        child.press("Skip", "Skip", "I like it")
    else:
        child.write("I like art.")
    while not isinstance(child.step, ReadBackStep):
        child.go_on()
    child.press("Next")
    assert isinstance(child.step, UnsaidStep)
    child.press("Go back")
    assert isinstance(child.step, ReadBackStep)
    on_sheet = "Put it on my sheet" if set_key == "3_to_6" else "On my sheet"
    child.press(on_sheet, "Next")
    assert isinstance(child.step, EndStep), "decided: nobody is asked again"
    child.press("Go back")
    assert isinstance(child.step, ReadBackStep)


def test_how_many_are_on_the_sheet_is_said_before_keep_and_after_it(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = two_things_read_back(enter)
    child.press("Next")
    assert "On your sheet: 0 of 2." in child.sees()
    child.press("Go back", "On my sheet", "Next")  # the last of those with these words
    assert "On your sheet: 1 of 2." in child.sees()
    child.press("Next")
    assert "On your sheet: 1 of 2." in child.sees()
    assert "You can choose later" in child.sees()
    child.press("Keep")
    assert "Something you kept is not on your sheet." in child.sees()
    assert shares(vault, meeting) == [Share.NOT_SAID, Share.SHEET]


def test_what_nobody_decided_can_be_put_on_later_and_what_was_kept_off_cannot(
    enter: Callable[[str], Child], vault: Vault, meeting: int
) -> None:
    child = two_things_read_back(enter)
    child.press("On my sheet", "On my sheet", "Next", "Next", "Keep")
    assert shares(vault, meeting) == [Share.NOT_SAID, Share.OFF]
    again = enter("7_to_10")
    again.press("What I kept before", SHOW_THEM)
    assert "You did not say whether this goes on your sheet." in again.sees()
    assert "Off my sheet" in again.sees()
    again.press("Put it on my sheet")
    assert shares(vault, meeting) == [Share.SHEET, Share.OFF]
    assert "Put it on my sheet" not in again.buttons()
    everyone = read(vault, summarising.whole_sheet, meeting, TODAY)
    assert [quote.words for quote in everyone.child_says] == ["I like art."]
    child_id = read(vault, planning.meeting_facts, meeting).child_id
    off = read(vault, childs_kept_words.kept_words, child_id)[0]
    with pytest.raises(NotAllowed):
        do(vault, childs_kept_words.put_on_my_sheet, off.id)


def test_the_carer_is_told_what_the_child_chose_and_what_nobody_said(
    enter: Callable[[str], Child], house: House, show: Show, meeting: int
) -> None:
    child = two_things_read_back(enter)
    child.press("On my sheet", "On my sheet", "Next", "Next", "Keep")
    page: ChildSaysPage = show(ChildSaysPage(house, PreparePart(meeting, Part.CHILD_SAYS)))
    unsaid, off = (page.kept.row(each).where.words() for each in page.kept.ids())
    assert unsaid.startswith("Mia did not say whether this goes on the sheet.")
    assert off.startswith("Mia keeps this off the sheet.")


def test_rubbing_all_out_asks_once_and_going_back_loses_nothing(enter: Callable[[str], Child]) -> None:
    child = two_things_read_back(enter)
    child.press("Next", "Next")
    looks = {words: (button.kind(), button._icon_name) for words, button in child.buttons().items()}  # type: ignore[attr-defined]
    assert looks["Keep"] != looks["Rub it all out"]
    child.press("Rub it all out", "Go back")
    assert isinstance(child.step, EndStep)
    child.press("Go back", "Go back")
    assert "I like art." in child.sees()


def test_the_youngest_are_asked_about_their_words_below_the_words(enter: Callable[[str], Child]) -> None:
    child = enter("3_to_6")
    child.press(TOGETHER, "Skip", "Skip", *["I like it"] * 6)
    while not isinstance(child.step, ReadBackStep):
        child.go_on()
    words = child.sees()
    assert words.index("playing outside") < words.index("Shall the grown-ups at the talk see it?")


# A sitting that forgets has no password: nothing could lock behind the child


def test_in_print_and_forget_the_computer_is_not_handed_over_and_paper_is(
    house: House, show: Show, vault: Vault, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.records), "forgets", property(lambda _self: True))
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    gone: list[Any] = []
    page.go.connect(gone.append)
    buttons = [each for each in page.findChildren(Button) if each.isVisibleTo(page)]
    for button in buttons:
        if button is not page.choose:
            button.click()
    assert [each for each in gone if each.is_closed_room] == []
    assert any(isinstance(each, QuestionsOnPaper) for each in gone)
    words = words_of(page)
    assert "Here there is no password" in words
    assert "password, or your way-back-in sheet, opens it again" not in words
    says: ChildSaysPage = show(ChildSaysPage(house, PreparePart(meeting, Part.CHILD_SAYS)))
    assert says.give.words() == "Questions for Mia, on paper"


def test_the_carer_is_told_that_the_oldest_can_read_what_was_written_as_their_words(
    house: House, show: Show, vault: Vault, meeting: int
) -> None:
    page: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    told = "can read what you wrote down as"
    page.which.row("11_to_16").click()
    assert not page.can_read.isVisible(), "nothing was"
    view = do(vault, hearing_the_child.add_view, meeting, WhoseWords.CHILD_SAID, TODAY)
    do(vault, hearing_the_child.write_view, view, "I like art.")
    again: HandOverPage = show(HandOverPage(house, HandOver(meeting)))
    assert not again.can_read.isVisible(), "and the younger are not shown it"
    again.which.row("11_to_16").click()
    assert again.can_read.isVisible()
    assert told in again.can_read.words()
