"""Ask again: who, why, since when, the words; what is written down of it; and what Home says of it."""

from datetime import date, timedelta

import pytest

from carer_app.choices import HowAsked, Owner, RequestAbout, Role, WhereIsTheCopy, WhoseWords
from carer_app.errors import NotAllowed
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    asking_again,
    asking_on_paper,
    children,
    following_up,
    for_home,
    hearing_the_child,
    household,
    new_worker,
    not_now,
    pep_copies,
    planning,
    recording_the_meeting,
    writing_requests,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.asking_again import AskAgainView
from carer_app.use_cases.for_home import NextStep, Step
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import TODAY, add_child, add_meeting, do, read

HELD = date(2026, 2, 2)
DUE = date(2026, 2, 27)


@pytest.fixture
def child(vault: Vault) -> int:
    child = add_child(vault, council="Borsetshire", last_pep_on=date(2025, 10, 10))
    do(vault, children.set_person, child, Role.SOCIAL_WORKER, "Ms Ali")
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mrs Hall")
    do(vault, household.set_own_name, "Sam")
    return child


@pytest.fixture
def meeting(vault: Vault, child: int) -> int:
    meeting = add_meeting(vault, child, None, None)
    do(vault, recording_the_meeting.meeting_was_held, meeting, HELD, HELD)
    do(vault, recording_the_meeting.set_next_pep, meeting, date(2026, 6, 20))
    do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, HELD)
    return meeting


def add(
    vault: Vault,
    meeting: int,
    what: str = "Start a reading group for Mia",
    owner: Owner = Owner.SCHOOL,
    name: str = "Mr Fox",
    due: date | None = DUE,
) -> Matter:
    action = do(vault, recording_the_meeting.add_action, meeting, NewAction(what, owner, name, due), HELD)
    return Matter(1, RequestAbout.ACTION, action)


def view(vault: Vault, matter: Matter, today: date = TODAY, *more: bool) -> AskAgainView:
    return read(vault, asking_again.ask_again, matter, today, *more)


def ask(vault: Vault, matter: Matter, on: date = TODAY) -> None:
    turn = view(vault, matter, on).turn
    assert turn is not None
    assert turn.may_ask
    do(vault, writing_requests.asked, matter, turn.rung, turn.name, HowAsked.TELEPHONE, on, on)


def card(vault: Vault, today: date = TODAY) -> NextStep:
    return read(vault, for_home.home, today).steps[0]


def said(vault: Vault, today: date = TODAY) -> dict[Step, str]:
    step = card(vault, today)
    return {step.step: f"{step.words}. {step.why}"} | {each.step: each.in_short for each in step.also}


def test_the_first_is_whoever_said_yes_with_words_that_name_no_child(vault: Vault, meeting: int) -> None:
    turn = view(vault, add(vault, meeting)).turn
    assert turn is not None
    assert (turn.rung, turn.who, turn.from_day) == ("first", "Mr Fox", date(2026, 2, 28))
    assert turn.words == (
        "Hello Mr Fox,\n\nHow is it going with what was agreed for M.: Start a reading group for M.? "
        "It was agreed for Friday 27 February 2026.\n\n"
        "If something is in the way, please tell me. Perhaps I can help.\n\nThank you,\nSam"
    )
    assert "Mia" not in turn.words
    assert "Start a reading group for Mia" in turn.words_by_name


def test_one_at_a_time_to_the_end_and_then_nobody(vault: Vault, meeting: int) -> None:
    matter, today, order = add(vault, meeting), TODAY, []
    while (turn := view(vault, matter, today).turn) is not None:
        if turn.may_ask:
            order.append((turn.rung, turn.who))
            ask(vault, matter, today)
        today += timedelta(days=1)
        assert today < TODAY + timedelta(days=200)
    assert order == [
        ("first", "Mr Fox"),
        ("teacher", "Mrs Hall"),
        ("extra_help", "the SENCO, or the head of year"),
        ("virtual_school", "the virtual school"),
        ("head", "the headteacher"),
        ("complaint", "the school, by its complaints procedure"),
    ]


def test_the_words_for_the_next_say_whom_i_asked_and_when(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    ask(vault, matter)
    later = view(vault, matter, TODAY + timedelta(days=7))
    assert later.turn is not None
    assert "I asked Mr Fox on 10 March." in later.turn.words
    assert later.turn.words.startswith("Hello Mrs Hall,")


def test_who_is_next_has_the_reason_and_who_is_asked_once_more_too(vault: Vault, child: int) -> None:
    matter = Matter(child, RequestAbout.MEETING_DATE)
    first = view(vault, matter).turn
    assert first is not None
    assert first.why == "They arrange the meeting here."
    ask(vault, matter)
    again = view(vault, matter, TODAY + timedelta(days=8)).turn
    assert again is not None
    assert again.who == first.who
    assert again.why == (
        f"You asked {first.who} on 10 March. Ask once more before you ask anybody else. "
        "They arrange the meeting here."
    )
    ask(vault, matter, TODAY + timedelta(days=8))
    other = view(vault, matter, TODAY + timedelta(days=30)).turn
    assert other is not None
    assert other.who != again.who
    assert other.why.startswith(f"You asked {first.who} on 18 March. Now it is the turn of {other.who}. ")


def test_an_answer_stops_it_and_done_stops_it(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    ask(vault, matter)
    asked = view(vault, matter).open_request
    assert asked is not None
    do(vault, writing_requests.answered, asked.id, "Next week.", TODAY, TODAY)
    much_later = TODAY + timedelta(days=30)
    assert view(vault, matter, much_later).turn is None
    assert Step.OTHERS_LATE not in said(vault, much_later)
    goes_on = view(vault, matter, much_later, True).turn
    assert goes_on is not None
    assert goes_on.rung == "teacher"
    do(vault, following_up.tick_off, matter.about_id, much_later)
    assert view(vault, matter, much_later, True).turn is None


def test_a_new_day_that_was_promised_begins_anew_when_it_has_gone_by(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    ask(vault, matter)
    asked = view(vault, matter).open_request
    assert asked is not None
    do(vault, writing_requests.answered, asked.id, "By the 31st.", TODAY, TODAY)
    do(vault, following_up.change_due, matter.about_id, date(2026, 3, 31))
    turn = view(vault, matter, date(2026, 4, 1)).turn
    assert turn is not None
    assert (turn.rung, turn.may_ask) == ("first", True)


def test_what_is_about_safety_is_never_asked_for(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting, "Keep Mia safe on the way home")
    shown = view(vault, matter)
    assert shown.speaks_of_safety
    assert shown.turn is None
    assert "Ring your fostering service now." in said(vault)[Step.OTHERS_LATE]
    assert view(vault, matter, TODAY, False, True).turn is not None, (
        "it is about something else, says the carer"
    )


def test_nobody_asks_the_carer_or_the_child(vault: Vault, meeting: int) -> None:
    for owner in (Owner.ME, Owner.CHILD):
        assert view(vault, add(vault, meeting, "Read each day", owner, "")).turn is None


def test_an_action_of_a_social_worker_who_has_left_is_asked_of_the_one_after_them(
    vault: Vault, child: int, meeting: int
) -> None:
    matter = add(vault, meeting, owner=Owner.SOCIAL_WORKER, name="Ms Ali")
    ask(vault, matter)
    do(vault, new_worker.worker_changed, child, "Mr Brown", "", TODAY, (matter.about_id,))
    turn = view(vault, matter, TODAY + timedelta(days=7)).turn
    assert turn is not None
    assert (turn.rung, turn.name) == ("first", "Mr Brown")
    assert "I asked Ms Ali on 10 March." not in turn.words, "that is nothing to the one after her"


def test_a_person_left_out_needs_a_reason_and_the_next_one_comes_at_once(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    with pytest.raises(NotAllowed, match="Say why"):
        do(vault, writing_requests.left_out, matter, "first", "Mr Fox", "  ", TODAY)
    do(vault, writing_requests.left_out, matter, "first", "Mr Fox", "He is ill.", TODAY)
    shown = view(vault, matter)
    assert shown.turn is not None
    assert (shown.turn.rung, shown.turn.may_ask) == ("teacher", True)
    assert shown.history[0].words == "10 March 2026: you left out Mr Fox. He is ill."
    assert shown.open_request is None
    do(vault, writing_requests.take_newest_back, matter, TODAY)
    again = view(vault, matter).turn
    assert again is not None
    assert again.rung == "first"


def test_days_that_cannot_be_are_refused_and_nothing_is_stored(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(NotAllowed, match="has not come yet"):
        do(vault, writing_requests.asked, matter, "first", "", HowAsked.EMAIL, tomorrow, TODAY)
    ask(vault, matter)
    asked = view(vault, matter).open_request
    assert asked is not None
    with pytest.raises(NotAllowed, match="before the day you asked"):
        do(vault, writing_requests.answered, asked.id, "Yes", TODAY - timedelta(days=1), TODAY)
    with pytest.raises(NotAllowed, match="what they said"):
        do(vault, writing_requests.answered, asked.id, " ", TODAY, TODAY)
    assert view(vault, matter).answered is None


@pytest.mark.parametrize(
    ("council", "order"),
    [
        ("Leeds", "We found no order from Leeds. This one is ours, and nobody’s rule."),
        (
            "Borsetshire",
            "We did not look for an order from Borsetshire. This one is ours, and nobody’s rule.",
        ),
        ("", "This order is our own, and nobody’s rule."),
        ("Southwark", "Southwark says that carers do not ask its virtual school directly."),
    ],
)
def test_a_council_without_an_order_gets_ours_and_is_told(
    vault: Vault, child: int, council: str, order: str
) -> None:
    do(vault, children.set_council, child, council)
    assert view(vault, Matter(child, RequestAbout.MEETING_DATE)).order.startswith(order)


def test_where_carers_do_not_ask_the_virtual_school_somebody_does_it_for_them(
    vault: Vault, child: int, meeting: int
) -> None:
    do(vault, children.set_council, child, "Southwark")
    matter = add(vault, meeting)
    for rung in ("first", "teacher", "extra_help"):
        do(vault, writing_requests.left_out, matter, rung, "", "For the test.", TODAY)
    turn = view(vault, matter).turn
    assert turn is not None
    assert (turn.rung, turn.through) == ("virtual_school", "Ask them through Ms Ali.")


@pytest.mark.parametrize("name", ["Mia" * 100, "<b>Zoë & O'Łukasz</b> 🙂 محمد", "🙂"])
def test_any_name_has_a_first_letter_or_none_and_stands_in_no_words(
    vault: Vault, child: int, meeting: int, name: str
) -> None:
    do(vault, children.rename, child, name)
    turn = view(vault, add(vault, meeting, f"Start a reading group for {name}")).turn
    assert turn is not None
    assert name not in turn.words
    assert "{" not in turn.words


def test_home_asks_waits_asks_the_next_and_offers_thanks(vault: Vault, meeting: int) -> None:
    matter = add(vault, meeting)
    assert said(vault)[Step.OTHERS_LATE].startswith("Start a reading group")
    ask(vault, matter)
    assert Step.OTHERS_LATE not in said(vault)
    assert Step.ANSWER_AWAITED not in said(vault, TODAY + timedelta(days=2)), "they need a little time"
    assert said(vault, TODAY + timedelta(days=3))[Step.ANSWER_AWAITED] == (
        "Has Mr Fox answered?. You asked on 10 March about this: Start a reading group for Mia. "
        "You can ask again from 17 March."
    )
    later = TODAY + timedelta(days=7)
    assert Step.ANSWER_AWAITED not in said(vault, later)
    step = card(vault, later)
    asked = next(each for each in (step, *step.also) if each.step == Step.OTHERS_LATE)
    assert asked.words == "Ask Mrs Hall about this: Start a reading group for Mia"
    do(vault, following_up.tick_off, matter.about_id, later)
    assert "You could thank Mr Fox" in said(vault, later)[Step.THANK]
    thank = view(vault, matter, later).to_thank
    assert thank is not None
    do(vault, writing_requests.thanked, thank.id, later)
    assert Step.THANK not in said(vault, later)


def test_not_now_makes_one_thing_wait_for_a_week_and_the_next_late_one_comes(
    vault: Vault, child: int, meeting: int
) -> None:
    first, second = add(vault, meeting), add(vault, meeting, "Ask about a club", due=date(2026, 3, 1))
    step = card(vault)
    assert (step.step, step.matter, step.may_wait) == (Step.OTHERS_LATE, first, True)
    until = TODAY + not_now.FOR
    do(vault, not_now.not_now, child, step.key, until, TODAY)
    assert card(vault).matter == second
    assert card(vault, until).matter == first, "it comes back"
    do(vault, not_now.now_after_all, child, step.key)
    assert card(vault).matter == first
    with pytest.raises(NotAllowed):
        do(vault, not_now.not_now, child, step.key, TODAY, TODAY)


def test_the_copy_is_asked_for_of_one_after_the_other(vault: Vault, child: int, meeting: int) -> None:
    do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.NOT_YET, TODAY)
    matter = Matter(child, RequestAbout.COPY, meeting)
    first = view(vault, matter).turn
    assert first is not None
    assert first.who == "Mrs Hall"
    ask(vault, matter)
    assert Step.ASK_FOR_COPY not in said(vault)
    later = TODAY + timedelta(days=7)
    assert said(vault, later)[Step.ASK_FOR_COPY].startswith("Ask Ms Ali for Mia’s PEP copy")
    do(vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.FILE, later)
    assert view(vault, matter, later).is_done


def test_a_day_that_was_asked_for_is_asked_of_the_next_after_a_week(vault: Vault, child: int) -> None:
    matter = Matter(child, RequestAbout.MEETING_DATE)
    late = date(2026, 4, 20)
    assert Step.ASK_FOR_DATE in said(vault, late)
    ask(vault, matter, late)
    assert Step.ASK_FOR_DATE not in said(vault, late)
    later = late + timedelta(days=7)
    assert said(vault, later)[Step.ASK_FOR_DATE].startswith("Ask Ms Ali about a day for Mia’s PEP meeting")
    do(vault, planning.put_in_a_meeting, child, "uid-9", date(2026, 5, 20), later)
    assert view(vault, matter, later).turn is None


def test_a_childs_words_that_are_off_the_sheet_are_in_no_words_and_on_no_page(
    vault: Vault, child: int, meeting: int
) -> None:
    canary = "zebracrossing"
    coming = add_meeting(vault, child, None, None, uid="uid-7")
    for of in (meeting, coming):
        word = do(vault, hearing_the_child.add_view, of, WhoseWords.CHILD_SAID, TODAY)
        do(vault, hearing_the_child.write_view, word, canary)
        do(vault, hearing_the_child.put_on_sheet, word, False)
    matters = [
        add(vault, meeting),
        Matter(child, RequestAbout.MEETING_DATE),
        Matter(child, RequestAbout.COPY, meeting),
        Matter(child, RequestAbout.REVIEW_MINUTES),
    ]
    for matter in matters:
        for day in range(0, 60, 3):
            assert canary not in repr(view(vault, matter, TODAY + timedelta(days=day), True))
        sheet = read(vault, asking_on_paper.in_turn_sheet, matter)
        assert canary not in repr(sheet.pieces())
        assert "Mia" not in repr(sheet.pieces())
        assert len(sheet.people) >= 4


def test_another_child_of_the_household_is_an_initial_in_words_that_leave_the_house(
    vault: Vault, meeting: int
) -> None:
    add_child(vault, "Leo")
    matter = add(vault, meeting, "Mia and Leo’s taxi")
    turn = view(vault, matter).turn
    assert turn is not None
    assert "M. and L.’s taxi" in turn.words
    assert "Mia and L.’s taxi" in turn.words_by_name, "the carer chose this child’s name, and nobody else’s"
    assert "M. and L.’s taxi" in view(vault, matter).thanks


def test_on_paper_whoever_has_two_places_one_after_the_other_is_asked_once_more(
    vault: Vault, child: int, meeting: int
) -> None:
    """The designated teacher said yes to it, and is the one whom one asks next."""
    do(vault, children.set_person, child, Role.DESIGNATED_TEACHER, "Mr Fox")
    sheet = read(vault, asking_on_paper.in_turn_sheet, add(vault, meeting))
    assert [each.who for each in sheet.people][:2] == ["Mr Fox.", "Mr Fox once more."]
