"""Half a year of asking again in one made-up household: what Home says on each day on which it changes.

The clock is passed in. What is said stands in a file, so that somebody can read it as a carer would: a test knows
whether a sentence is there, and not how it sounds.
"""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest

from carer_app.choices import (
    Fate,
    HowAsked,
    Owner,
    RequestAbout,
    Role,
    WhereIsTheCopy,
    WhoseWords,
)
from carer_app.storage.vault import Vault
from carer_app.use_cases import (
    asking_again,
    at_the_review,
    children,
    following_up,
    for_home,
    hearing_the_child,
    household,
    pep_copies,
    planning,
    recording_the_meeting,
    reporting_back,
    writing_requests,
    you_said,
)
from carer_app.use_cases.asked_before import Matter
from carer_app.use_cases.children import ChildDate
from carer_app.use_cases.recording_the_meeting import NewAction
from tests.builders import add_child, do, new_vault_each_time, open_on, read

FIRST, LAST = date(2026, 1, 19), date(2026, 7, 20)
PEP, NEXT, REVIEW = date(2026, 1, 22), date(2026, 7, 8), date(2026, 4, 22)
OFF_THE_SHEET = "zebracrossing"
BLAMES = ("overdue", "fail", "forgot", "should have", "must", "at last", "still not")
Done = Callable[[date], None]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[date, list[str]]]:
    """The days on which Home says something else than the day before, and all that it says then."""
    with new_vault_each_time() as vault:
        changes = half_a_year(vault)
    lines = [f"{day:%a %d %b %Y}\n" + "\n".join(f"   {each}" for each in now) for day, now in changes]
    told = tmp_path_factory.mktemp("said") / "half_a_year.txt"
    told.write_text("\n".join(lines), encoding="utf-8")
    return changes


def half_a_year(vault: Vault) -> list[tuple[date, list[str]]]:
    """Live it, and look at Home each day."""
    child = add_child(vault, council="Borsetshire", last_pep_on=date(2025, 9, 30))
    with vault.work() as session:
        for role, name in (
            (Role.SOCIAL_WORKER, "Ms Ali"),
            (Role.DESIGNATED_TEACHER, "Mrs Hall"),
            (Role.SUPERVISING_SOCIAL_WORKER, "Joan"),
            (Role.REVIEWING_OFFICER, "Mr Peel"),
        ):
            children.set_person(session, child, role, name)
        household.set_own_name(session, "Sam")
        for which, day in (
            (ChildDate.CAME_INTO_CARE, date(2024, 3, 1)),
            (ChildDate.LAST_REVIEW, date(2025, 11, 5)),
            (ChildDate.REVIEW, REVIEW),
        ):
            children.set_date(session, child, which, day, FIRST)
        school = children.child_facts(session, child, FIRST).school_id
        assert school is not None
        open_on(
            session, school, (date(2025, 9, 3), date(2025, 12, 19)), (date(2026, 1, 5), date(2026, 3, 27))
        )
        open_on(
            session, school, (date(2026, 4, 13), date(2026, 7, 20)), (date(2026, 9, 2), date(2026, 12, 18))
        )
        filing_of_before = planning.plan_meeting(session, child, "uid-0")
        recording_the_meeting.meeting_was_held(session, filing_of_before, date(2025, 9, 30), FIRST)
        pep_copies.say_where_the_copy_is(session, filing_of_before, WhereIsTheCopy.LOCK_BOX, FIRST)
        meeting = planning.plan_meeting(session, child, "uid-1")
        planning.set_day(session, meeting, PEP)
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, FIRST)
        hearing_the_child.write_view(session, view, OFF_THE_SHEET)
        hearing_the_child.put_on_sheet(session, view, False)
        view = hearing_the_child.add_view(session, meeting, WhoseWords.CHILD_SAID, FIRST)
        hearing_the_child.write_view(session, view, "I want somebody to read with.")
    ids: dict[str, int] = {}

    def agreed(today: date) -> None:
        do(vault, recording_the_meeting.meeting_was_held, meeting, PEP, today)
        for key, action in (
            ("reading", NewAction("Start a reading group", Owner.SCHOOL, "Mr Fox", date(2026, 2, 6))),
            ("laptop", NewAction("Ask about a laptop", Owner.SOCIAL_WORKER, "Ms Ali", date(2026, 2, 27))),
            ("club", NewAction("Find a swimming club", Owner.ME, "", date(2026, 3, 6))),
            ("taxi", NewAction("Look at the taxi times", Owner.SOMEONE_ELSE, "Mr Webb", date(2026, 3, 20))),
        ):
            ids[key] = do(vault, recording_the_meeting.add_action, meeting, action, today)
        do(vault, recording_the_meeting.set_next_pep, meeting, NEXT)

    def of(key: str) -> Matter:
        return Matter(child, RequestAbout.ACTION, ids[key])

    def ask(matter: Matter, today: date) -> None:
        turn = read(vault, asking_again.ask_again, matter, today).turn
        assert turn is not None
        assert turn.may_ask, today
        do(vault, writing_requests.asked, matter, turn.rung, turn.name, HowAsked.TELEPHONE, today, today)

    def answer(matter: Matter, words: str, today: date) -> None:
        asked = read(vault, asking_again.ask_again, matter, today).open_request
        assert asked is not None
        do(vault, writing_requests.answered, asked.id, words, today, today)

    def thank(matter: Matter, today: date) -> None:
        asked = read(vault, asking_again.ask_again, matter, today).to_thank
        assert asked is not None
        do(vault, writing_requests.thanked, asked.id, today)

    def review(today: date) -> None:
        do(vault, at_the_review.review_was_held, child, REVIEW, today)
        do(vault, following_up.decide, ids["taxi"], Fate.NEXT_PEP, today)

    def told(today: date) -> None:
        """The child hears what came of what they said, and the words were theirs."""
        do(vault, you_said.set_action, view, ids["reading"])
        sheet = read(vault, reporting_back.child_sheet, meeting)
        assert "I want somebody to read with." in repr(sheet)
        assert "Start a reading group" in repr(sheet)
        assert OFF_THE_SHEET not in repr(sheet)

    copy = Matter(child, RequestAbout.COPY, meeting)
    life: dict[date, Done] = {
        date(2026, 1, 22): agreed,
        date(2026, 1, 24): told,
        date(2026, 2, 9): lambda today: ask(of("reading"), today),
        date(2026, 2, 12): lambda today: answer(of("reading"), "After half term.", today),
        date(2026, 2, 13): lambda today: do(vault, following_up.change_due, ids["reading"], date(2026, 3, 2)),
        date(2026, 2, 20): lambda today: ask(copy, today),
        date(2026, 3, 3): lambda today: do(vault, following_up.tick_off, ids["reading"], today),
        date(2026, 3, 4): lambda today: thank(of("reading"), today),
        date(2026, 3, 5): lambda today: do(vault, following_up.tick_off, ids["club"], today),
        date(2026, 3, 6): lambda today: ask(of("laptop"), today),
        date(2026, 3, 13): lambda today: do(
            vault, pep_copies.say_where_the_copy_is, meeting, WhereIsTheCopy.LOCK_BOX, today
        ),
        date(2026, 3, 16): lambda today: ask(of("laptop"), today),
        date(2026, 3, 24): lambda today: ask(of("laptop"), today),
        date(2026, 3, 27): lambda today: answer(of("laptop"), "It is ordered.", today),
        date(2026, 4, 15): lambda today: do(vault, following_up.tick_off, ids["laptop"], today),
        date(2026, 4, 16): lambda today: thank(of("laptop"), today),
        date(2026, 4, 23): review,
    }
    changes: list[tuple[date, list[str]]] = []
    day, before = FIRST, None
    while day <= LAST:
        if day in life:
            life[day](day)
        card = read(vault, for_home.home, day).steps[0]
        now = [f"{card.words} | {card.why} [{card.tag}]", *(f"also: {each.in_short}" for each in card.also)]
        if now != before:
            changes.append((day, now))
        day, before = day + timedelta(days=1), now
    return changes


def on(changes: list[tuple[date, list[str]]], day: date) -> str:
    """All that Home says on a day."""
    return "\n".join(next(now for first, now in reversed(changes) if first <= day))


def test_what_was_asked_answered_late_moved_and_done_is_said_on_its_day(
    said: list[tuple[date, list[str]]],
) -> None:
    for day, there, away in (
        (date(2026, 1, 23), "Nothing needs doing for Mia today.", "reading group"),
        (date(2026, 2, 7), "Mr Fox agreed to do this by 6 February. You could ask.", "Has Mr Fox"),
        (date(2026, 2, 9), "Ask for Mia’s PEP copy", "Mr Fox"),
        (date(2026, 2, 12), "Ask for Mia’s PEP copy", "Mr Fox"),
        (date(2026, 2, 27), "Ask Ms Ali for Mia’s PEP copy", "Mrs Hall answered"),
        (date(2026, 3, 3), "You could thank Mr Fox", "agreed to do this by 2 March"),
        (date(2026, 3, 9), "Has Ms Ali answered?", "agreed"),
        (date(2026, 3, 13), "Ask Ms Ali again about this: Ask about a laptop", "Joan"),
        (date(2026, 3, 23), "Ask Joan about this: Ask about a laptop", "Ask Ms Ali"),
        (date(2026, 3, 27), "Look at the taxi times", "laptop"),
        (date(2026, 4, 2), "Mia’s child-in-care review is on 22 April.", "laptop"),
        (date(2026, 4, 22), "Mia’s child-in-care review is today", "tomorrow"),
        (date(2026, 4, 23), "You could write Mia a letter", "taxi"),
        (date(2026, 4, 27), "Nothing needs doing for Mia today.", "letter"),
        (date(2026, 7, 9), "Was Mia’s PEP meeting held?", "taxi"),
    ):
        now = on(said, day)
        assert there in now, (day, now)
        assert away not in now, (day, now)


def test_nobody_is_blamed_and_nothing_stands_for_months(said: list[tuple[date, list[str]]]) -> None:
    text = "\n".join(each for _day, now in said for each in now)
    assert [word for word in BLAMES if word in text.casefold()] == []
    assert OFF_THE_SHEET not in text
    days = [day for day, _now in said]
    for first, later in pairwise([*days, LAST]):
        if "Nothing needs doing" not in on(said, first):
            assert later - first <= timedelta(weeks=8), on(said, first)


def test_thanks_are_offered_for_two_weeks_and_then_no_more(said: list[tuple[date, list[str]]]) -> None:
    offered = [day for day, now in said if any("thank Mrs Hall" in each for each in now)]
    assert offered[0] == date(2026, 3, 13)
    assert "thank Mrs Hall" not in on(said, date(2026, 3, 28))
