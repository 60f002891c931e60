"""Every file that comes along is read in one way, and one that is not as it should be says so in one sentence."""

import copy
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from carer_app.domain.care_reviews import ReviewRules
from carer_app.domain.ladders import Ladders
from carer_app.errors import TextFileWrong
from carer_app.rules import rule_files, shipped
from carer_app.texts import (
    cards,
    child_lists,
    child_questions,
    clear_actions,
    copy_words,
    council_boxes,
    facts,
    glossary,
    leaflets,
    made_up,
    numbers,
    question_bank,
    question_sets,
    reading,
    ready_words,
    review_form,
    school_words,
    scripts,
    without_school,
    words_that_tell,
)
from carer_app.texts.__main__ import what_is_wrong
from carer_app.texts.reading import fill, naming
from resources import path

Table = dict[str, Any]
Place = tuple[str | int, ...]

FILES = sorted(path("").rglob("*.toml"))
BY_KEY = {
    file.stem: tomllib.loads(file.read_text("utf-8")) for file in path("authority_rules").glob("*.toml")
}

SHAPES: dict[str, Callable[[Table], object]] = {
    "authority_rules": lambda table: rule_files.rules_of_file(table, BY_KEY),
    "review_rules": lambda table: fill(ReviewRules, table),
    "term_bounds": shipped.bounds_of_file,
    "term_dates": lambda table: fill(shipped.ShippedTerms, table),
    "year_days": shipped.year_days_of_file,
    "facts": lambda table: fill(facts.Facts, table),
    "numbers": lambda table: fill(numbers.Numbers, table),
    "words": lambda table: fill(glossary.Glossary, table),
    "leaflets": lambda table: fill(leaflets.Leaflet, table),
    "cards": lambda table: fill(cards.Pack, table),
    "child_questions": lambda table: fill(child_questions.AgeSet, table),
    "questions": lambda table: fill(question_sets.Theme, table),
    "question_bank": lambda table: fill(question_bank.Bank, table),
    "scripts": lambda table: fill(scripts.Script, table),
    "ladders": lambda table: fill(Ladders, table),
    "ready_words": lambda table: fill(ready_words.AllWords, table),
    "clear_actions": lambda table: fill(clear_actions.ClearTopics, table),
    "review_form": lambda table: fill(review_form.ReviewQuestions, table),
    "child_lists": lambda table: fill(child_lists.LinesOfList, table),
    "without_school": lambda table: fill(without_school.AllOfIt, table),
    "on_paper/council_boxes.toml": lambda table: fill(council_boxes.CouncilBoxes, table),
    "on_paper/tells.toml": lambda table: fill(words_that_tell.WordsThatTell, table),
    "pep_copies": lambda table: fill(copy_words.CopyWords, table),
    "made_up": lambda table: fill(made_up.MadeUpHousehold, table),
    "school_events/words.toml": lambda table: fill(school_words.DiaryWords, table),
    "school_events/titles.toml": lambda table: fill(school_words.TitleWords, table),
    "school_events/month_names.toml": lambda table: fill(school_words.MonthNames, table),
}
"""What each file is read into, as its reader does it."""

OUR_OWN = {"cards", "made_up"}
"""Drawings and people that are ours: nothing in them was read anywhere."""

MAY_BE_MISSING = {
    ("term_dates", "council"), ("term_dates", "closed_days"), ("term_dates", "note"),
    ("made_up", "school"), ("made_up", "class_name"), ("made_up", "concern"), ("made_up", "words"),
    ("numbers", "hours"), ("questions", "chips"),
    ("authority_rules", "months"),  # of some rhythms, which say so themselves
}  # fmt: skip
"""What every file of ours happens to have, and could be without."""


def shape_of(file: Path) -> Callable[[Table], object]:
    return SHAPES.get(f"{file.parent.name}/{file.name}") or SHAPES[file.parent.name]


def read(file: Path, table: Table) -> object:
    with naming(file):
        return shape_of(file)(table)


def whole(file: Path) -> Table:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def named(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def places(told: object, at: Place = ()) -> Iterator[Place]:
    """Every name in a file, at any depth."""
    if isinstance(told, dict):
        for name, each in told.items():
            yield (*at, name)
            yield from places(each, (*at, name))
    elif isinstance(told, list):
        for number, each in enumerate(told):
            yield from places(each, (*at, number))


def kinds_of_places(table: Table) -> list[Place]:
    """One place of each kind: of a hundred facts the first that has the name."""
    found: dict[Place, Place] = {}
    for at in places(table):
        found.setdefault(kind_of(at), at)
    return [*found.values()]


def harmed(table: Any, at: Place, harm: Callable[[Any], object]) -> Any:
    """A copy of the table with something done to the innermost table around a place; the rest is shared."""
    found = copy.copy(table)
    if len(at) == 1:
        harm(found)
    else:
        found[at[0]] = harmed(found[at[0]], at[1:], harm)
    return found


def is_a_free_name(at: Place) -> bool:
    """Where the file chooses the names: who is there, what is answered, how much words weigh."""
    free = {
        "people",
        "answers",
        "plain",
        "reply",
        "said",
        "school_card",
        "names",
        "unsure",
        *school_words.DiaryWords.__slots__,
    }
    return len(at) > 1 and at[-2] in free and at[-1] != "words"


# All of them


def test_everything_that_comes_along_is_read_and_is_as_it_should_be() -> None:
    assert len(FILES) > 70
    assert what_is_wrong() == []


def test_a_file_that_nobody_reads_is_found(tmp_path: Path) -> None:
    new = tmp_path / "leaflets" / "new.toml"
    new.parent.mkdir()
    new.write_text('title = "Nobody reads me"', encoding="utf-8")
    assert what_is_wrong([new, *FILES]) == ["Nobody reads the file leaflets/new.toml."]


def test_what_is_wrong_in_two_files_is_said_of_both(monkeypatch: pytest.MonkeyPatch) -> None:
    as_it_stands = reading.table_of

    def one_name_more(file: Path) -> Table:
        return as_it_stands(file) | ({"colour": "red"} if file.parent.name in ("cards", "scripts") else {})

    monkeypatch.setattr(reading, "table_of", one_name_more)
    for each in (cards._pack, scripts.scripts):
        each.cache_clear()
    said = what_is_wrong()
    for each in (cards._pack, scripts.scripts):
        each.cache_clear()
    assert [re.findall(r"(cards|scripts)/|“(\w+)”", sentence) for sentence in said] == [
        [("cards", ""), ("", "colour")],
        [("scripts", ""), ("", "colour")],
    ]


@pytest.mark.parametrize("file", FILES, ids=named)
def test_each_file_is_read_as_it_stands(file: Path) -> None:
    assert read(file, whole(file))


# Each kind of harm


def sentence(file: Path, table: Table) -> str:
    with pytest.raises(TextFileWrong) as error:
        read(file, table)
    said = str(error.value)
    assert said.startswith(f"The file {named(file)} that comes with PEP Companion is not as it should be: ")
    assert said.endswith(". Your records are safe. Please install PEP Companion again.")
    assert said.count("is not as it should be") == 1
    return said


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_name_that_nobody_knows_is_named_wherever_it_stands(file: Path) -> None:
    table = whole(file)
    for at in kinds_of_places(table):
        if not is_a_free_name(at):
            told = harmed(table, at, lambda inner: inner.update(colour="red"))
            assert "has a name nobody knows: “colour”" in sentence(file, told), at


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_value_of_the_wrong_kind_is_named_wherever_it_stands(file: Path) -> None:
    """A day with a time, a number in words, a list for one: none of it is taken for what it is not."""
    table = whole(file)
    for at in kinds_of_places(table):
        for wrong in (1.5, datetime(2026, 11, 29, 10, 0), [[1.5]], {"colour": 1.5}):
            told = harmed(table, at, lambda inner, at=at, wrong=wrong: inner.__setitem__(at[-1], wrong))
            said = sentence(file, told)
            assert str(at[-1]) in said or "colour" in said, (at, wrong, said)


@pytest.mark.parametrize("folder", sorted({file.parent.name for file in FILES}))
def test_a_name_that_every_one_has_is_missed_where_it_is_not_there(folder: str) -> None:
    files = [file for file in FILES if file.parent.name == folder]
    for file in files:
        table = whole(file)
        for at in kinds_of_places(table):
            if is_a_free_name(at) or not all_have(files, kind_of(at)) or (folder, at[-1]) in MAY_BE_MISSING:
                continue
            said = sentence(file, harmed(table, at, lambda inner, at=at: inner.pop(at[-1])))
            assert f"“{at[-1]}”" in said, (at, said)


def kind_of(at: Place) -> Place:
    return tuple(step if isinstance(step, str) else 0 for step in at)


@cache
def tables_at(file: Path) -> dict[Place, list[Table]]:
    """Every table of a file by the kind of its place."""
    table = whole(file)
    found: dict[Place, list[Table]] = {(): [table]}
    for at in (*places(table), *numbered(table)):
        inner: Any = table
        for step in at:
            inner = inner[step]
        if isinstance(inner, dict):
            found.setdefault(kind_of(at), []).append(inner)
    return found


def numbered(told: object, at: Place = ()) -> Iterator[Place]:
    """The place of every row of a list."""
    inner = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for step, each in inner:
        if isinstance(told, list):
            yield (*at, step)
        yield from numbered(each, (*at, step))


def all_have(files: list[Path], kind: Place) -> bool:
    """Whether there is such a name in every table where it could be."""
    return all(kind[-1] in table for file in files for table in tables_at(file).get(kind[:-1], []))


@pytest.mark.parametrize("file", FILES, ids=named)
def test_whatever_was_read_somewhere_has_its_source_and_its_day(file: Path) -> None:
    table = whole(file)
    has = {at[-1] for at in places(table)}
    refers = bool(re.search(r"\{(fact|from):", file.read_text(encoding="utf-8")))
    assert {"source", "checked_on"} <= has or "facts" in has or refers or file.parent.name in OUR_OWN
    for at in kinds_of_places(table):
        if at[-1] in ("source", "checked_on"):
            for nothing in ("", "  ", "soon" if at[-1] == "checked_on" else ""):
                told = harmed(
                    table, at, lambda inner, at=at, nothing=nothing: inner.__setitem__(at[-1], nothing)
                )
                assert f"“{at[-1]}”" in sentence(file, told)
        if at[-1] == "facts":
            told = harmed(table, at, lambda inner: inner.update(facts=["hearsay"]))
            assert "nobody knows: hearsay" in sentence(file, told)
