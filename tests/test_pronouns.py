"""She, he or they: sentences about a child, whatever stands for the name."""

import re

import pytest

from carer_app.choices import Pronoun
from carer_app.texts.question_sets import with_name
from tests.test_reading_age import everything

BARE = re.compile(r"(?<!\{)\b(they|them|their|theirs|themselves)\b(?!\})", re.IGNORECASE)

NOT_THE_CHILD = (
    "Ask them how they want it", "as they were said", "as they are said", "Read them back",
    "Ask your fostering service how they want it back", "They stay here, locked",
    "They are still in your locked records", "wants them here",
    "With them we can", "without them", "may need them", "What {child} calls them", "they ask for", "can they meet",
    "nothing of them", "draw on them", "be told about them", "do they ask for",
)  # fmt: skip
"""Where others or things are meant: whoever is asked, words, notes, dates, courses."""

SENTENCE = (
    "{child} says what {they} think{s}. Ask {them} in {their} words. {They} {have} time, and {are} free."
)


@pytest.mark.parametrize(
    ("pronoun", "says"),
    [
        (Pronoun.THEY, "Mia says what they think. Ask them in their words. They have time, and are free."),
        (Pronoun.SHE, "Mia says what she thinks. Ask her in her words. She has time, and is free."),
        (Pronoun.HE, "Mia says what he thinks. Ask him in his words. He has time, and is free."),
    ],
)
def test_a_sentence_is_right_with_each(pronoun: Pronoun, says: str) -> None:
    assert SENTENCE.format(child="Mia", **pronoun.forms) == says


def test_each_is_chosen_by_its_words() -> None:
    assert [each.words for each in Pronoun] == ["they, them", "she, her", "he, him"]


def test_a_sentence_about_one_child_asks_for_the_pronoun_of_that_child() -> None:
    found = [
        f"{where}: {text}" for where, text in everything() if "{child}" in text and BARE.search(_about(text))
    ]
    assert found == []


def _about(text: str) -> str:
    for other in NOT_THE_CHILD:
        text = text.replace(other, "")
    return text


def test_a_name_is_never_taken_for_something_to_fill_in() -> None:
    assert with_name("How {are} {child}?", "{they}", Pronoun.HE) == "How is {they}?"
