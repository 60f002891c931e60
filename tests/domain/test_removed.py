"""What a carer removed stays in its row, and is seen by nobody who did not ask for it."""

from datetime import date

import pytest
from sqlalchemy import inspect
from sqlalchemy.orm import RelationshipProperty

from carer_app.domain.all_tables import Base
from carer_app.domain.base import Deletable

GONE = date(2026, 11, 2)


def lists_of_what_can_be_removed() -> list[tuple[type[Base], RelationshipProperty[object]]]:
    return [
        (noun, each)
        for noun in Base.__subclasses__()
        for each in inspect(noun).relationships
        if each.uselist and issubclass(each.mapper.class_, Deletable)
    ]


@pytest.mark.parametrize(
    ("noun", "raw"),
    lists_of_what_can_be_removed(),
    ids=lambda each: each.key if isinstance(each, RelationshipProperty) else each.__name__,
)
def test_only_the_name_that_says_so_gives_what_was_removed(
    noun: type[Base], raw: RelationshipProperty[object]
) -> None:
    assert raw.key.endswith("_even_removed")
    owner, made = noun(), [raw.mapper.class_() for _ in range(3)]
    for number, each in enumerate(made):
        if hasattr(each, "position"):
            each.position = number
        getattr(owner, raw.key).append(each)
    made[1].remove(GONE)
    plain = raw.key.removesuffix("_even_removed")
    assert getattr(owner, plain) == [made[0], made[2]]
    made[1].bring_back()
    assert getattr(owner, plain) == made


def test_the_look_finds_the_four_lists_of_a_meeting() -> None:
    assert len(lists_of_what_can_be_removed()) >= 4
