"""A text that names another school than the one it is read for."""

import pytest

from carer_app.use_cases.named_school import another_school


@pytest.mark.parametrize(
    ("text", "school", "asks"),
    [
        ("Larch Lane School\nTerm dates 2026/27", "St Bede’s", True),
        ("Welcome to Larch Lane Primary School", "Riverside Primary School", True),
        ("Larch Lane School", "Larch Lane", False),
        ("LARCH Lane Primary School term dates", "larch lane school", False),
        ("St Bede's School", "St Bede’s", False),
        ("School term dates 2026/27\nPrimary School Dates", "St Bede’s", False),
        ("Larch Lane School", "", False),
        ("Autumn term: 2 September to 22 October", "St Bede’s", False),
    ],
)
def test_another_school_is_asked_about(text: str, school: str, asks: bool) -> None:
    assert bool(another_school(text, school)) == asks


def test_the_question_names_both_schools() -> None:
    assert another_school("Larch Lane School\n2026/27", "St Bede’s") == (
        "The text names Larch Lane School. Are these the dates of St Bede’s?"
    )
