"""She, he or they: sentences about a child, whatever stands for the name."""

import pytest

from carer_app.choices import Pronoun

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
