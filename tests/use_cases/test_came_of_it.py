"""What came of what a child said, told at three ages: who does it first, plain words, and a day only where it helps."""

from datetime import date

import pytest

from carer_app.paper.content import AnswerToChild, Quote, Yes
from carer_app.texts.child_questions import By
from carer_app.use_cases.came_of_it import came_of_it

SAID = Quote("Too loud.")
OPEN = Yes("A quiet room at lunch", "Mr Fox", by_when=date(2026, 3, 10))
DONE = Yes("A quiet room at lunch", "Mr Fox", done_on=date(2026, 3, 9))
ENDED = Yes("A quiet room at lunch", "Mr Fox", ended_on=date(2026, 3, 9), ended_why="the room is shut")
YES = "Mr Fox said yes to this: A quiet room at lunch."


@pytest.mark.parametrize(
    ("by", "told"),
    [("cards", (YES,)), ("choose", (YES, "By 10 March.")), ("words", (YES, "By 10 March."))],
)
def test_who_does_it_comes_first_and_the_youngest_are_told_no_day(by: By, told: tuple[str, ...]) -> None:
    assert came_of_it(AnswerToChild(SAID, action=OPEN), by, "meeting") == told


@pytest.mark.parametrize(
    ("by", "end"),
    [("cards", "It is done."), ("choose", "It is done."), ("words", "It was done on 9 March.")],
)
def test_what_is_done_is_said_to_be(by: By, end: str) -> None:
    assert came_of_it(AnswerToChild(SAID, action=DONE), by, "meeting") == (YES, end)


@pytest.mark.parametrize("by", ["cards", "choose", "words"])
def test_a_no_is_honest_at_every_age_and_says_whom_to_ask(by: By) -> None:
    no = AnswerToChild(SAID, cannot_because="there is no teacher for it yet", ask_about_it="Mr Fox")
    assert came_of_it(no, by, "talk") == (
        "They said no, because there is no teacher for it yet.",
        "You can ask Mr Fox about it.",
    )
    after_all = AnswerToChild(SAID, action=ENDED, ask_about_it="Mr Fox")
    assert came_of_it(after_all, by, "talk") == (
        YES,
        "It will not happen after all: the room is shut.",
        "You can ask Mr Fox about it.",
    )


@pytest.mark.parametrize(
    ("by", "day"), [("cards", ()), ("choose", ("By 10 March.",)), ("words", ("By 10 March.",))]
)
def test_what_was_written_says_who_first_without_brackets(by: By, day: tuple[str, ...]) -> None:
    written = AnswerToChild(
        SAID,
        at_the_meeting="Everyone agreed",
        now="keeps a room free",
        who="Mr Fox",
        by_when=date(2026, 3, 10),
    )
    assert came_of_it(written, by, "talk") == (
        "At the talk: Everyone agreed.",
        "Mr Fox: keeps a room free.",
        *day,
    )


def test_a_yes_of_which_some_is_done_says_so() -> None:
    partly = Yes("A quiet room at lunch", "Mr Fox", partly_on=date(2026, 3, 9), by_when=date(2026, 3, 10))
    for by in ("cards", "choose", "words"):
        assert came_of_it(AnswerToChild(SAID, action=partly), by, "talk") == (YES, "Some of it is done.")
