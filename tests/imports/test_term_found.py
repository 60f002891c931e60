"""Pages of schools and councils as they stand on the web, each with the days that a careful person read in it first."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from carer_app.imports.term_dates import read_pasted
from carer_app.imports.term_reading import TermReading
from tests.imports.test_printed_years import school_days

FOUND = Path(__file__).parent / "found"
ANSWERS: dict[str, dict[str, Any]] = tomllib.loads((FOUND / "answers.toml").read_text(encoding="utf-8"))
RIGHT_OF_TEN = 8


def _every_answer(reading: TermReading) -> Iterator[TermReading]:
    if reading.question is None:
        yield reading
        return
    for answer in reading.question.answers:
        yield from _every_answer(answer.reading)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_a_page_is_read_rightly_or_asked_about_or_something_is_said(name: str) -> None:
    told = ANSWERS[name]
    reading = read_pasted((FOUND / f"{name}.txt").read_text(encoding="utf-8"), told["near"])
    periods = [(first, last) for first, last in told["pupils"]]
    wanted = school_days(TermReading(periods, told.get("off", [])))
    if told["outcome"] == "right":
        assert reading.question is None
        assert school_days(reading) == wanted
    elif told["outcome"] == "asked":
        assert reading.question is not None
        assert wanted in [school_days(each) for each in _every_answer(reading)]
    else:
        assert told["outcome"] == "said"
        assert reading.problems


def test_every_page_has_its_answer_and_most_are_read_rightly() -> None:
    assert sorted(file.stem for file in FOUND.glob("*.txt")) == sorted(ANSWERS)
    right = [name for name, told in ANSWERS.items() if told["outcome"] == "right"]
    assert len(right) >= len(ANSWERS) * RIGHT_OF_TEN / 10
