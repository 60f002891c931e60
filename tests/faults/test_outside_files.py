"""Files from outside, damaged in every way: each is read or refused in a sentence, and the program goes on.

A few of each kind in `make test`, hundreds in `make faults`. Whatever once was answered otherwise lies in `found/`, and
is read each time.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from carer_app.errors import DocumentRefused
from tests.faults.outside_files import FOUND, OUTSIDE, SAFE, damaged

pytestmark = pytest.mark.faults


def refusal(kind: str, data: bytes) -> str:
    """Empty where it was read. Anything but a sentence makes the test red."""
    try:
        OUTSIDE[kind].read(data)
    except DocumentRefused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("kind", OUTSIDE)
def test_a_whole_one_is_read(kind: str) -> None:
    """So that refusing everything would be seen."""
    assert any(not refusal(kind, whole) for whole in OUTSIDE[kind].whole()[:2])


@pytest.mark.parametrize("kind", OUTSIDE)
def test_a_damaged_one_is_read_or_refused_in_a_sentence_that_says_what_is_safe(
    kind: str, full_counts: bool, landed: Callable[[str, int, int], None]
) -> None:
    chance, tries, refused = random.Random(kind), 400 if full_counts else 3, 0
    wholes = OUTSIDE[kind].whole()
    for _number in range(tries):
        sentence = refusal(kind, damaged(chance, wholes))
        assert not sentence or (sentence.endswith(".") and any(each in sentence for each in SAFE))
        refused += bool(sentence)
    landed(f"damaged {kind} refused", refused, tries)


@pytest.mark.parametrize("file", sorted(FOUND.glob("*.*")), ids=lambda file: file.name)
def test_what_was_found_once_is_read_or_refused(file: Path) -> None:
    sentence = refusal(file.name.split(".")[0], file.read_bytes())
    assert not sentence or any(each in sentence for each in SAFE)
