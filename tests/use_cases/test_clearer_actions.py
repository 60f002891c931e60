"""A vague action is asked about, by what it is about; a clear one is left alone."""

import pytest

from carer_app.texts.clear_actions import clear_topics
from carer_app.use_cases.clearer_actions import nudge


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("Support with reading", "Who reads with Mia"),
        ("More help with maths.", "Who does it with Mia"),
        ("Improve behaviour", "What will a grown-up do"),
        ("better communication", "Who tells whom"),
        ("More support", "This could mean many things."),
    ],
)
def test_what_only_says_that_something_should_be_better_is_asked_about(what: str, asked: str) -> None:
    assert nudge(what, "Mia").startswith(asked)


@pytest.mark.parametrize(
    "what",
    ["", "   ", "Start a reading group on Mondays", "Ask for a laptop", "The helper reads with Mia daily"],
)
def test_what_somebody_can_do_is_left_alone(what: str) -> None:
    assert nudge(what, "Mia") == ""


def test_each_question_asks_who_or_what_and_has_a_way_to_say_how_often() -> None:
    for topic in clear_topics().read:
        assert "ho" in topic.ask.split("?")[0].lower() or "what" in topic.ask.split("?")[0].lower()
        assert topic.ask.count("?") == 1
